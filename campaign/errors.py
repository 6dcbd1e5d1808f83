"""What is answered when something went wrong: one template a status, or JSON; no trace, no version, no database."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

RETRY_AFTER_SECONDS = {429: 60, 503: 30}
API = "/api/"


def page(request: HttpRequest, status: int) -> HttpResponse:
    """The page for an HTTP status, with Retry-After where RFC 9110 (10.2.3) or RFC 6585 (4) asks for one."""
    response = _problem(status) if request.path.startswith(API) else _page(status)
    if status in RETRY_AFTER_SECONDS:
        response["Retry-After"] = str(RETRY_AFTER_SECONDS[status])
    return response


def _page(status: int) -> HttpResponse:
    return HttpResponse(render_to_string(f"{status}.html", {}, request=None), status=status)


def _problem(status: int) -> HttpResponse:
    """In the form of every error of the API: a program cannot read a page."""
    sentences = {
        400: gettext("We could not read this request"),
        403: gettext("This page is not yours to see"),
        404: gettext("There is no such page"),
        413: gettext("This is too large"),
        503: gettext("Back in a moment"),
    }
    detail = sentences.get(status, gettext("Something broke on our side"))
    return JsonResponse({"detail": detail, "fields": {}}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, Django's `handler400`."""
    return page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, Django's `handler403`."""
    return page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a staff form whose token does not fit."""
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, Django's `handler404`."""
    return page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, Django's `handler500`."""
    return page(request, 500)
