"""Chromium in front of Django's test client: pages of an open transaction, looked at as a reader sees them."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route

#: Trusted as https is, so that the browser heeds every header.
ORIGIN = "http://localhost"
#: What makes a page heavy before its pictures; these are counted as they travel.
WEIGHED = ("document", "stylesheet", "script")
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}


@dataclass
class Seen:
    """What the browser asked for and said while it showed pages."""

    bytes_sent: int = 0
    foreign: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def forget(self) -> None:
        """Begin to count anew."""
        self.bytes_sent = 0
        self.foreign.clear()
        self.said.clear()

    def hear(self, message: ConsoleMessage, of: str) -> None:
        """Note a message, but for those of this harness and that a page meant for a 404 has come as one."""
        is_own_status = message.location["url"] == of and "the server responded with a status of" in message.text
        if not is_own_status and "blocked by Playwright" not in message.text:
            self.said.append(message.text)


@contextmanager
def looking(browser: Browser, client: Client, **options: Any) -> Iterator[tuple[Page, Seen]]:
    """A page whose every request the client answers, and what was seen of it.

    Nothing reaches the network; `options` are those of a browser context (viewport, color_scheme and so on).
    """
    context = browser.new_context(base_url=ORIGIN, service_workers="block", **options)
    seen = Seen()
    try:
        yield _wired(context, client, seen), seen
    finally:
        context.close()


def _wired(context: BrowserContext, client: Client, seen: Seen) -> Page:
    # Playwright calls back from a loop of its own, where Django would open another connection and see nothing.
    here = copy_context()

    def answer(route: Route, request: Request) -> None:
        if not request.url.startswith(f"{ORIGIN}/"):
            seen.foreign.append(request.url)
            return route.abort()
        status, headers, sent = _static(request.url) or here.run(_asked, client, request)
        if request.resource_type in WEIGHED:
            seen.bytes_sent += len(sent)
        is_packed = headers.get("Content-Encoding", "") == "gzip"
        told = {name: value for name, value in headers.items() if name != "Content-Encoding"}
        return route.fulfill(status=status, headers=told, body=gzip.decompress(sent) if is_packed else sent)

    context.route("**/*", answer)
    page = context.new_page()
    page.on("console", lambda message: seen.hear(message, page.url))
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    return page


@cache
def _static(url: str) -> tuple[int, dict[str, str], bytes] | None:
    """A static file, packed as a server packs it."""
    path = urlsplit(url).path
    if not path.startswith("/static/"):
        return None
    found = finders.find(path.removeprefix("/static/"))
    if not found:
        return 404, {}, b""
    body, kind = Path(str(found)).read_bytes(), KINDS.get(Path(path).suffix, "application/octet-stream")
    is_words = kind.startswith("text/") or kind.endswith("xml")
    packed = {"Content-Encoding": "gzip"} if is_words else {}
    return 200, {"Content-Type": kind, **packed}, gzip.compress(body) if is_words else body


def _asked(client: Client, request: Request) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(request.url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    given = {"HTTP_HOST": "localhost", "HTTP_ACCEPT_ENCODING": "gzip", "HTTP_ORIGIN": ORIGIN}
    body = request.post_data_buffer or b""
    kind = request.headers.get("content-type", "application/octet-stream")
    response = client.generic(request.method, target, body, content_type=kind, **given)
    content = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    return response.status_code, {name: str(value) for name, value in response.headers.items()}, content
