"""What each request passes: cookies for staff alone, cache rules, a size limit, an answer in an outage."""

import hashlib
import re
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import get_conditional_response, patch_vary_headers
from pghistory.middleware import HistoryMiddleware

from campaign.errors import page
from privacy.forms import LIFE_SECONDS, without_tokens

Handler = Callable[[HttpRequest], HttpResponseBase]

SIGNED_IN_AREA = re.compile(r"^/(staff|[a-z]{2,3}(-[a-z]+)?/desk)(/|$)")
UPLOAD_AREA = re.compile(r"^/[a-z]{2,3}(-[a-z]+)?/desk/(actions|days)/[-\w]+/(report|photos|picture)/$")
IMPORT_AREA = re.compile(r"^/staff/prisoners/batch/add/$")
PRIVATE_AREA = re.compile(r"^/(l|unsubscribe|mailbox|calendar/my|healthz|readyz|metrics)(/|$)")

#: Said by whoever cannot unpack it (RFC 9110 12.5.3).
NO_GZIP = re.compile(r"\bgzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)", re.IGNORECASE)
WORDS = re.compile(r"^(text/|image/svg\+xml|application/([a-z.-]+\+)?(json|xml|yaml)\b)")

# RFC 9111 and RFC 5861: a reader behind a cache gets a page even while the application is down.
PUBLIC = "public, max-age=60, stale-if-error=86400"
PRIVATE = "no-store"

#: How long a page with a form is said to be unchanged: half the life of its form is left after it.
KEPT_SECONDS = LIFE_SECONDS // 2

#: More digits than any size has; longer ones are not read to their end.
LONGEST_SIZE = 20


def is_signed_in_area(path: str) -> bool:
    """Whether staff work under this path; only there are cookies read or set."""
    return bool(SIGNED_IN_AREA.match(path))


def is_public(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether any reader may get this answer from a cache (SECURITY E.4)."""
    private_path = is_signed_in_area(request.path_info) or PRIVATE_AREA.match(request.path_info)
    is_reading = request.method in ("GET", "HEAD")
    return is_reading and not private_path and not response.cookies and response.status_code in (200, 301, 302, 304)


def outermost(get_response: Handler) -> Handler:
    """Adds the cache rule where a view gave none, and the headers that no library of ours sets."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        public = is_public(request, response)
        response.headers.setdefault("Cache-Control", PUBLIC if public else PRIVATE)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not public:
            response.headers.setdefault("X-Robots-Tag", "noindex, noarchive")
        return _without_body(response) if request.method == "HEAD" else response

    return middleware


def _without_body(response: HttpResponseBase) -> HttpResponseBase:
    """The answer to HEAD (RFC 9110 9.3.2): the server drops a body too, but with a warning for each watchman."""
    if isinstance(response, HttpResponse):
        response.content = b""
    return response


def compress_public(get_response: Handler) -> Handler:
    """Sends what anybody may read in a quarter of its size, where no proxy in front does.

    Only that: in a page for one person, its length could tell a listener what stands in it (BREACH).
    """
    compress = GZipMiddleware(get_response).process_response

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not _is_words(response) or not is_public(request, response):
            return response
        if NO_GZIP.search(request.headers.get("Accept-Encoding", "")):
            # Django's middleware looks for the word alone.
            patch_vary_headers(response, ["Accept-Encoding"])
            return response
        return compress(request, response)

    return middleware


def revalidate_public(get_response: Handler) -> Handler:
    """Answers 304 to whoever has a public page already (RFC 9110 13.1.2): a phone loads it once while nothing changes.

    The validator is made of the page alone, so it is the same for everybody and tells nobody apart. Two showings differ
    in the token of a form; it is left out, and the validator changes often enough that a kept form can still be sent.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not isinstance(response, HttpResponse) or response.has_header("ETag") or not _is_page(request, response):
            return response
        told = hashlib.sha256(without_tokens(response.content))
        told.update(str(int(time.time()) // KEPT_SECONDS).encode())
        etag = f'W/"{told.hexdigest()[:32]}"'
        response.headers["ETag"] = etag
        # A cache writes what a 304 says over what it has kept (RFC 9111 4.3.4), and must know still that it is packed.
        patch_vary_headers(response, ["Accept-Encoding"])
        return get_conditional_response(request, etag=etag, response=response) or response

    return middleware


def _is_page(request: HttpRequest, response: HttpResponse) -> bool:
    is_html = response.headers.get("Content-Type", "").startswith("text/html")
    is_kept = response.headers.get("Cache-Control", PUBLIC) != PRIVATE
    return is_html and is_kept and response.status_code == 200 and is_public(request, response)


def _is_words(response: HttpResponseBase) -> bool:
    """Whether it shrinks: pictures and other packed files do not."""
    return bool(WORDS.match(response.headers.get("Content-Type", "")))


def refuse_large_bodies(get_response: Handler) -> Handler:
    """Answers 413 to a body above the limit, before anything reads it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        length = request.headers.get("Content-Length", "")
        if length.isdecimal() and int(length.lstrip("0")[:LONGEST_SIZE] or 0) > _most_bytes(request):
            return page(request, 413)
        return get_response(request)

    return middleware


def _most_bytes(request: HttpRequest) -> int:
    """Photos and spreadsheets may be large, where they are expected and for a browser that has logged in."""
    is_logged_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    if is_logged_in and UPLOAD_AREA.match(request.path_info):
        return settings.UPLOAD_MAX_BODY
    if is_logged_in and IMPORT_AREA.match(request.path_info):
        return settings.IMPORT_MAX_BODY
    return settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0


class SignedInOnly:
    """Lets a middleware of Django see only the requests of the signed-in area."""

    get_response: Callable[..., Any]

    def __call__(self, request: HttpRequest) -> Any:
        if is_signed_in_area(request.path_info):
            return super().__call__(request)  # type: ignore[misc]
        return self.get_response(request)


class SignedInSessions(SignedInOnly, SessionMiddleware):
    """Sessions, for staff alone."""


class SignedInAuthentication(SignedInOnly, AuthenticationMiddleware):
    """The staff member, for staff pages alone."""


class SignedInMessages(SignedInOnly, MessageMiddleware):
    """One-time notices, for staff pages alone."""


class SignedInHistory(SignedInOnly, HistoryMiddleware):
    """Who changed a fact, for the history that the database keeps."""


class SignedInCsrf(SignedInOnly, CsrfViewMiddleware):
    """Django's CSRF cookie, for staff pages alone: public forms carry a stateless token instead."""

    def process_view(self, request: HttpRequest, *parts: Any) -> HttpResponseForbidden | None:
        if not is_signed_in_area(request.path_info):
            return None
        return super().process_view(request, *parts)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Let browsers name our own origin to us: under "no-referrer" they send "Origin: null" with each form
        (Fetch, 3.2), which the check of CSRF refuses. Other sites still learn nothing.
        """
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return super().process_response(request, response)


class Unavailable:
    """Answers 503 with Retry-After while the database is away: nobody shall take a lost form for sent."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, OperationalError | InterfaceError):
            return page(request, 503)
        return None
