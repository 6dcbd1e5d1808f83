"""Leads from an address typed in capitals to the one there is."""

from collections.abc import Callable
from copy import copy

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from campaign.middleware import is_signed_in_area

Handler = Callable[[HttpRequest], HttpResponseBase]

#: The parts of an address that name a row; secrets in others mind their capitals.
NAMING = ("slug", "country", "topic")


def lower_case(get_response: Handler) -> Handler:
    """Answers 301 where there is nothing under a name with capitals and something under the same without them.

    Slugs are made in lower case, but people type `/prisoners/Baltabai/`, and phones begin words with a capital.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        lower = _lower(request) if response.status_code == 404 else ""
        if not lower or get_response(_same_at(request, lower)).status_code == 404:
            return response
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{lower}?{query}" if query else lower)

    return middleware


def _lower(request: HttpRequest) -> str:
    """The same path with the names in lower case; "" where they are, or where nothing is read."""
    match = request.resolver_match
    if match is None or request.method not in ("GET", "HEAD") or is_signed_in_area(request.path_info):
        return ""
    path = request.path
    for name in {str(match.kwargs[part]) for part in NAMING if part in match.kwargs}:
        path = path.replace(name, name.lower())
    return path if path != request.path else ""


def _same_at(request: HttpRequest, path: str) -> HttpRequest:
    """The same question of another path."""
    same = copy(request)
    same.path, same.resolver_match = path, None
    same.path_info = path[len(request.path) - len(request.path_info) :]
    same.META = {**request.META, "PATH_INFO": same.path_info}
    return same
