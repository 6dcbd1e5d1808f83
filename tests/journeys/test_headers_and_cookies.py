"""No public page sets a cookie, loads anything from elsewhere, or is kept by a cache that must not keep it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests import factories as make
from tests.journeys.walk import addresses, share_names

# One walk serves all, so they stay together.
pytestmark = pytest.mark.xdist_group("headers")

#: A path, and what came of asking for it.
Answer = tuple[str, Any]

STAFF = re.compile(r"^/(staff|[a-z]{2}/desk)(/|$)")
PRIVATE = re.compile(
    r"^/(l|unsubscribe|mailbox|calendar/my|healthz|readyz|metrics)(/|$)|^/[a-z]{2}/(alerts|contribute|groups/propose)/"
    r"|/sign-up/$|/sign/(organisation/)?$"
)
LOADED = re.compile(r"<(?:script|img|link|iframe|source|video|audio)\b[^>]*?\b(?:src|href)=[\"']([^\"']+)", re.I)
INLINE = re.compile(r"<style\b|<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son[a-z]+=", re.I)


@pytest.fixture(scope="module")
def answers(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Answer]]:
    """What a stranger gets at every address he may open, with a public record behind: walked once for all tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        make.a_whole_campaign(slug="campaign").prisoners.add(make.a_whole_prisoner(slug="prisoner"))
        share_names()
        yield [(path, Client().get(path)) for _name, path in addresses() if not STAFF.match(path)]
        transaction.set_rollback(True)


def test_every_public_answer_carries_the_headers_and_no_cookie(answers: list[Answer]) -> None:
    assert len(answers) > 100
    for path, response in answers:
        assert "default-src 'none'" in response["Content-Security-Policy"], path
        assert "unsafe" not in response["Content-Security-Policy"], path
        assert response["X-Content-Type-Options"] == "nosniff", path
        assert response["Referrer-Policy"] == "no-referrer", path
        assert response["Cross-Origin-Opener-Policy"] == "same-origin", path
        assert "camera=()" in response["Permissions-Policy"], path
        assert not response.cookies, path
        assert "Cookie" not in response.get("Vary", ""), path


def test_caches_keep_what_is_public_and_nothing_else(answers: list[Answer]) -> None:
    for path, response in answers:
        rule = response["Cache-Control"]
        if response.status_code in (200, 301) and not PRIVATE.search(path):
            assert rule.startswith("public, max-age="), path
        if (
            PRIVATE.search(path) and "/sign-up/" not in path and not re.search("/alerts/|/contribute/", path)
        ) or response.status_code >= 400:
            assert "no-store" in rule, path


def test_pages_load_nothing_from_elsewhere_and_nothing_inline(answers: list[Answer]) -> None:
    read = 0
    for path, response in answers:
        if response.get("Content-Type", "").startswith("text/html"):
            page = response.content.decode()
            outside = [one for one in LOADED.findall(page) if "://" in one and "canonical" not in page]
            assert outside == [], path
            assert INLINE.findall(page) == [], path
            read += 1
    assert read > 20
