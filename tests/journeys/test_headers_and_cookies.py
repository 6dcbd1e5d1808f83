"""No public page sets a cookie, loads anything from elsewhere, or is kept by a cache that must not keep it."""

import re

import pytest
from django.test import Client

from tests import factories as make
from tests.journeys.walk import addresses

pytestmark = pytest.mark.django_db

STAFF = re.compile(r"^/(staff|[a-z]{2}/desk)(/|$)")
PRIVATE = re.compile(
    r"^/(l|unsubscribe|mailbox|calendar/my|healthz|readyz|metrics)(/|$)|^/[a-z]{2}/(alerts|contribute|groups/propose)/"
    r"|/sign-up/$|/sign/(organisation/)?$"
)
LOADED = re.compile(r"<(?:script|img|link|iframe|source|video|audio)\b[^>]*?\b(?:src|href)=[\"']([^\"']+)", re.I)
INLINE = re.compile(r"<style\b|<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son[a-z]+=", re.I)


@pytest.fixture
def public() -> list[tuple[str, str]]:
    """Every address a stranger may open, with a public record behind."""
    make.a_whole_campaign(slug="campaign").prisoners.add(make.a_whole_prisoner(slug="prisoner"))
    return [(name, path) for name, path in addresses() if not STAFF.match(path)]


def test_every_public_answer_carries_the_headers_and_no_cookie(client: Client, public: list[tuple[str, str]]) -> None:
    assert len(public) > 100
    for _name, path in public:
        response = client.get(path)
        assert "default-src 'none'" in response["Content-Security-Policy"], path
        assert "unsafe" not in response["Content-Security-Policy"], path
        assert response["X-Content-Type-Options"] == "nosniff", path
        assert response["Referrer-Policy"] == "no-referrer", path
        assert response["Cross-Origin-Opener-Policy"] == "same-origin", path
        assert "camera=()" in response["Permissions-Policy"], path
        assert not response.cookies, path
        assert "Cookie" not in response.get("Vary", ""), path


def test_caches_keep_what_is_public_and_nothing_else(client: Client, public: list[tuple[str, str]]) -> None:
    for _name, path in public:
        response = client.get(path)
        rule = response["Cache-Control"]
        if response.status_code in (200, 301) and not PRIVATE.search(path):
            assert rule.startswith("public, max-age="), path
        if (
            PRIVATE.search(path) and "/sign-up/" not in path and not re.search("/alerts/|/contribute/", path)
        ) or response.status_code >= 400:
            assert "no-store" in rule, path


def test_pages_load_nothing_from_elsewhere_and_nothing_inline(client: Client, public: list[tuple[str, str]]) -> None:
    read = 0
    for _name, path in public:
        response = client.get(path)
        if response.get("Content-Type", "").startswith("text/html"):
            page = response.content.decode()
            outside = [one for one in LOADED.findall(page) if "://" in one and "canonical" not in page]
            assert outside == [], path
            assert INLINE.findall(page) == [], path
            read += 1
    assert read > 20
