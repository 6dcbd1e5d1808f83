"""The pictures that the public sees: only of published photos of published reports of published actions."""

import re

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from actions import photo_files
from actions.models import Photo

NAME = re.compile(r"(?P<token>[0-9a-f]{32})-(?P<width>[0-9]{2,4})\.(?P<kind>jpg|webp)")
TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}
#: A name is random and its bytes never change: another rendering has another name (RFC 8246).
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def show(request: HttpRequest, name: str) -> HttpResponseBase:
    """One size of a published photo."""
    found = NAME.fullmatch(name)
    if found is None or not Photo.public.filter(token=found["token"]).exists():
        raise Http404
    try:
        response = FileResponse(photo_files.shown(name).open("rb"), content_type=TYPES[found["kind"]])
    except FileNotFoundError as error:
        raise Http404 from error
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = FOR_EVER
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
