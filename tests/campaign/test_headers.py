"""Headers, cookies and cache rules on every kind of answer."""

import gzip

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from campaign import urls
from campaign.middleware import PRIVATE, PUBLIC, outermost

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "manifest-src 'self'",
}


def broken(request: HttpRequest) -> HttpResponse:
    """A view with a fault in it."""
    raise RuntimeError("CANARY someone@canary.example")


def reading(request: HttpRequest) -> HttpResponse:
    """A page as the public floors make them."""
    return HttpResponse("read")


handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)
urlpatterns = [path("broken/", broken), path("reading/", reading), *urls.urlpatterns]


@pytest.fixture(autouse=True)
def _own_urls(settings: object) -> None:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]


@pytest.fixture
def reader() -> Client:
    """A visitor whose browser gets the error page rather than our traceback."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status"),
    [("/reading/", 200), ("/", 302), ("/no-such-page/", 404), ("/broken/", 500), ("/healthz", 200)],
)
def test_every_answer_carries_the_headers(reader: Client, address: str, status: int) -> None:
    response = reader.get(address)
    assert response.status_code == status
    assert {name: response[name] for name in HEADERS} == HEADERS
    assert set(response["Content-Security-Policy"].split("; ")) == POLICY
    assert "camera=()" in response["Permissions-Policy"]
    assert "geolocation=()" in response["Permissions-Policy"]


def test_too_large_a_body_is_refused_with_413_and_the_headers(reader: Client) -> None:
    response = reader.post("/reading/", b"x" * 1_000_001, content_type="text/plain")
    assert response.status_code == 413
    assert {name: response[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("length", ["0" * 30 + "9000001", "9" * 5_000], ids=["zeros", "thousands of digits"])
def test_size_that_is_written_at_length_is_refused_as_well(reader: Client, length: str) -> None:
    assert reader.get("/reading/", CONTENT_LENGTH=length).status_code == 413


def test_an_unknown_host_is_refused_with_400(reader: Client) -> None:
    response = reader.get("/reading/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert b"evil.example" not in response.content


def test_a_forwarded_host_changes_nothing(reader: Client) -> None:
    response = reader.get("/", headers={"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"})
    assert "evil" not in response["Location"]


@pytest.mark.parametrize("address", ["/reading/", "/", "/no-such-page/", "/broken/", "/robots.txt"])
def test_public_pages_set_no_cookie_and_do_not_vary_by_one(reader: Client, address: str) -> None:
    reader.cookies["s"] = "stolen"
    response = reader.get(address)
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


def test_a_public_page_may_be_kept_by_a_cache(reader: Client) -> None:
    assert reader.get("/reading/")["Cache-Control"] == PUBLIC


@pytest.mark.parametrize("address", ["/no-such-page/", "/broken/", "/staff/nothing.css", "/l/token/", "/en/desk/x"])
def test_what_is_not_a_public_page_is_kept_by_nobody(reader: Client, address: str) -> None:
    response = reader.get(address)
    assert response["Cache-Control"] == PRIVATE or "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, noarchive"


def test_the_answer_to_a_form_is_kept_by_nobody(reader: Client) -> None:
    assert reader.post("/reading/")["Cache-Control"] == PRIVATE


@pytest.mark.django_db
def test_the_staff_pages_set_a_strict_cookie(reader: Client) -> None:
    response = reader.get("/staff/login/")
    assert response.status_code == 200
    assert response.cookies["csrf"]["samesite"] == "Strict"
    assert "no-store" in response["Cache-Control"]


def test_the_way_to_a_language_follows_the_browser(reader: Client) -> None:
    for asked, given in [("kk,ru;q=0.5", "/kk/"), ("ru", "/ru/"), ("de", "/de/"), ("es", "/en/")]:
        response = reader.get("/", headers={"accept-language": asked})
        assert response["Location"] == given
        assert response["Vary"] == "Accept-Language"


def test_an_error_page_tells_nothing_of_the_error(reader: Client) -> None:
    body = reader.get("/broken/").content.decode()
    assert "CANARY" not in body
    assert "RuntimeError" not in body


@pytest.mark.parametrize("address", ["/healthz", "/robots.txt", "/", "/.well-known/security.txt"])
def test_a_page_for_reading_takes_no_form(reader: Client, address: str) -> None:
    response = reader.post(address)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


@override_settings(SECURITY_CONTACT="mailto:safe@example.org", SITE_ORIGIN="https://example.org")
def test_security_txt_names_a_contact_and_a_day(reader: Client) -> None:
    lines = reader.get("/.well-known/security.txt").content.decode().splitlines()
    assert "Contact: mailto:safe@example.org" in lines
    assert "Canonical: https://example.org/.well-known/security.txt" in lines
    assert any(line.startswith("Expires: 2") for line in lines)


def long(request: HttpRequest) -> HttpResponse:
    """A page that is worth packing."""
    return HttpResponse("read " * 200)


def picture(request: HttpRequest) -> HttpResponse:
    """A file that is packed already."""
    return HttpResponse(b"\xff" * 1000, content_type="image/jpeg")


urlpatterns += [path("long/", long), path("picture/", picture), path("l/long/", long), path("en/desk/long/", long)]


@pytest.mark.parametrize(
    ("address", "is_packed"),
    [("/long/", True), ("/reading/", False), ("/picture/", False), ("/l/long/", False), ("/en/desk/long/", False)],
)
def test_public_pages_alone_are_sent_packed(client: Client, address: str, is_packed: bool) -> None:
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (response.headers.get("Content-Encoding") == "gzip") is is_packed
    if is_packed:
        assert "Accept-Encoding" in response.headers["Vary"]
        assert gzip.decompress(response.content) == client.get(address).content


@pytest.mark.parametrize(
    ("accepted", "is_packed"), [("gzip;q=0", False), ("br, gzip; q=0.0", False), ("gzip;q=0.5", True)]
)
def test_whoever_cannot_unpack_is_sent_nothing_packed(client: Client, accepted: str, is_packed: bool) -> None:
    response = client.get("/long/", headers={"Accept-Encoding": accepted})
    assert (response.headers.get("Content-Encoding") == "gzip") is is_packed
    assert "Accept-Encoding" in response.headers["Vary"]


def test_answer_to_head_has_the_headers_of_the_page_and_no_body() -> None:
    head = outermost(lambda request: HttpResponse("A page", headers={"Content-Length": "6"}))
    answer = head(RequestFactory().head("/en/"))
    assert isinstance(answer, HttpResponse)
    assert (answer.content, answer["Content-Length"], answer["Cache-Control"]) == (b"", "6", PUBLIC)
