"""The page of court dates: its filters are those of the API, and long lists are turned over."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from prisoners.models import Hearing
from tests.factories import CaseFactory, DefendantFactory, HearingFactory, PlaceFactory, PrisonerFactory

pytestmark = pytest.mark.django_db
NOW = "2026-12-10T12:00Z"


@pytest.fixture(autouse=True)
def on_a_day(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


def a_hearing(day: str, **fields: Any) -> Any:
    return HearingFactory(held_on=day, local_time=None, starts_at=f"{day}T00:00Z", **fields)


def shown(client: Client, query: str = "") -> tuple[int, int]:
    page = client.get(f"/en/hearings/{query}").context
    return len(page["upcoming"]), len(page.get("past", ()))


def asked(client: Client, query: str) -> int:
    return int(client.get(f"/api/v1/hearings/{query}").json()["count"])


def test_page_and_api_choose_the_same(client: Client) -> None:
    here, there = PlaceFactory(country="KZ"), PlaceFactory(country="RU")
    case = DefendantFactory(case=CaseFactory(slug="one"), prisoner=PrisonerFactory(slug="somebody")).case
    a_hearing("2026-12-20", place=here, case=case, kind="appeal")
    a_hearing("2026-12-21", place=there)
    a_hearing("2026-11-20", place=here, status="held", case=case)
    for query in (
        "?country=KZ",
        "?country=RU&upcoming=true",
        "?kind=appeal",
        "?status=held",
        "?case=one&upcoming=false",
        "?prisoner=somebody",
        "?since=2026-12-01&until=2026-12-20",
    ):
        assert sum(shown(client, query)) == asked(client, query) > 0, query


def test_the_next_ones_stand_first_and_the_rest_is_a_link_away(client: Client) -> None:
    for number in range(33):
        a_hearing(str(date(2026, 12, 11) + timedelta(days=number)))
    page = client.get("/en/hearings/")
    assert len(page.context["upcoming"]) == 30
    assert "?upcoming=true" in page.content.decode()
    assert shown(client, "?upcoming=true&page=2") == (3, 0)


def test_one_that_was_called_off_stays_in_sight_until_its_day_is_over(client: Client, time_machine: Any) -> None:
    a_hearing("2026-12-20", status="cancelled")
    assert shown(client) == (1, 0)
    time_machine.move_to("2026-12-22T12:00Z", tick=False)
    assert shown(client) == (0, 1)


@pytest.mark.parametrize("query", ["?country=Mars", "?since=soon", "?kind=party", "?upcoming=maybe"])
def test_what_is_not_understood_shows_nothing_and_is_said(client: Client, query: str) -> None:
    a_hearing("2026-12-20")
    page = client.get(f"/en/hearings/{query}")
    assert page.status_code == 400
    assert not page.context["upcoming"] and not page.context["past"]
    assert client.get(f"/api/v1/hearings/{query}").status_code == 400


def test_pages_of_what_was_are_counted_without_what_nobody_may_see(client: Client) -> None:
    case, hidden = CaseFactory(), CaseFactory(state="draft")
    for day in range(1, 29):
        a_hearing(f"2026-10-{day:02}", case=case, status="held")
    for state in ("draft", "in_review", "withdrawn"):
        a_hearing("2026-09-01", case=case, status="held", state=state)
    a_hearing("2026-09-01", case=hidden, status="held")
    a_hearing("2026-12-24", case=case)
    for query, count in (
        ("", 28),
        ("?country=KZ", 28),
        ("?country=RU", 0),
        ("?upcoming=true", 1),
        ("?status=held", 28),
    ):
        assert client.get(f"/en/hearings/{query}").context["page"].paginator.count == count, query
    assert set(Hearing.internal.in_sight()) == set(Hearing.public.all())
