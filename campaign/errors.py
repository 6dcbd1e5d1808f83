"""The pages for what went wrong: one template a status, no trace, no version, no database."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER_SECONDS = {429: 60, 503: 30}


def page(request: HttpRequest, status: int) -> HttpResponse:
    """The page for an HTTP status, with Retry-After where RFC 9110 (10.2.3) or RFC 6585 (4) asks for one."""
    response = HttpResponse(render_to_string(f"{status}.html", {}, request=None), status=status)
    if status in RETRY_AFTER_SECONDS:
        response["Retry-After"] = str(RETRY_AFTER_SECONDS[status])
    return response


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
