"""A prisoner's page says what was added last: a reader who comes back looks for that."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from prisoners.models import Prisoner
from tests.supporters import record

pytestmark = pytest.mark.django_db
FIRST, LATER = datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 3, 7, 12, tzinfo=UTC)


def page(client: Client, one: Prisoner, query: str = "") -> str:
    return client.get(f"/en/prisoners/{one.slug}/{query}").content.decode()


def test_what_was_added_last_is_named_with_its_day_though_it_happened_first(client: Client) -> None:
    one = record.prisoner()
    record.event("2020-05-01", "complaint", one, published_at=FIRST, title="The later event")
    record.event("2018-01-01", "complaint", one, published_at=LATER + timedelta(minutes=1), title="Another")
    record.event("2019-01-01", "arrest", one, published_at=LATER, title="The earlier event")
    assert "Added last, on 7 March 2026: The earlier event (1 January 2019)" in page(client, one)
    assert "Added last" not in page(client, one, "?as_of=2026-02-01")


def test_nothing_is_the_last_where_all_came_at_once(client: Client) -> None:
    one = record.prisoner()
    for day in ("2019-01-01", "2020-05-01"):
        record.event(day, "arrest", one, published_at=FIRST)
    assert "Added last" not in page(client, one)


def test_what_is_not_public_is_not_named(client: Client) -> None:
    one = record.prisoner()
    record.event("2019-01-01", "arrest", one, published_at=FIRST, title="The public one")
    record.event("2019-02-01", "arrest", one, published_at=FIRST, title="Another")
    record.event("2020-05-01", "arrest", one, published_at=LATER, state="withdrawn", title="The hidden one")
    assert "Added last" not in page(client, one)
