"""The pictures that the public sees: published photos of published reports, actions and calls."""

import re

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from actions import photo_files
from actions.models import Photo
from actions.public_rows import pictures

NAME = re.compile(r"(?P<token>[0-9a-f]{32})-(?P<width>[0-9]{2,4})\.(?P<kind>jpg|webp)")
TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}
#: One that is taken down is gone from every cache after a minute; whoever has it asks whether it is still shown.
FOR_A_MINUTE = "public, max-age=60"


@require_safe
def show(request: HttpRequest, name: str) -> HttpResponseBase:
    """One size of a published photo; 304 for who has it already (RFC 9110, 13.1.2)."""
    found = NAME.fullmatch(name)
    if found is None or not _is_shown(found["token"]):
        raise Http404
    # A name is random and its bytes never change: another rendering has another name.
    etag = f'"{name}"'
    known = get_conditional_response(request, etag=etag)
    if known is not None:
        return _kept_for_a_minute(known, etag)
    try:
        response = FileResponse(photo_files.shown(name).open("rb"), content_type=TYPES[found["kind"]])
    except FileNotFoundError as error:
        raise Http404 from error
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return _kept_for_a_minute(response, etag)


def _kept_for_a_minute(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response["Cache-Control"] = FOR_A_MINUTE
    response["ETag"] = etag
    return response


def _is_shown(token: str) -> bool:
    return Photo.public.filter(token=token).exists() or pictures().filter(token=token).exists()
