"""Days to remember: each stands in the sheet of its month and leads to whom it is about."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from prisoners.choices import EventKind
from prisoners.days_page import days_page
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)


def _held_since(day: str, **fields: Any) -> Any:
    prisoner = make.PrisonerFactory(**fields)
    make.DetentionFactory(prisoner=prisoner, started_on=day, ended_on="")
    return prisoner


def _marked(context: dict[str, Any]) -> list[date]:
    cells = (cell for month in context["months"] for week in month["weeks"] for cell in week)
    return [cell["day"] for cell in cells if cell and cell["count"]]


def test_day_is_marked_in_its_month_and_says_how_many_years_have_passed() -> None:
    prisoner = _held_since("2020-02-29", name="Anna")
    context = days_page("", TODAY)
    assert _marked(context) == [date(2026, 2, 28)]
    line = context["days"][0]["lines"][0]
    assert (line["url"], line["years"]) == (f"/en/prisoners/{prisoner.slug}/", "6 years")


def test_what_is_commemorated_returns_and_what_is_not_published_does_not() -> None:
    make.EventFactory(kind=EventKind.OTHER, title="The massacre", happened_on="2011-12-16", is_commemorated=True)
    make.EventFactory(title="A hidden day", happened_on="2012-05-05", is_commemorated=True, state="draft")
    assert _marked(days_page("", TODAY)) == [date(2026, 12, 16)]


def test_year_of_the_arrest_itself_has_no_anniversary_yet() -> None:
    _held_since("2026-03-01")
    assert _marked(days_page("2026", TODAY)) == []
    assert _marked(days_page("2027", TODAY)) == [date(2027, 3, 1)]


def test_page_of_a_long_record_gives_each_day_its_share(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    for year in (2018, 2019, 2020):
        _held_since(f"{year}-03-01")
    _held_since("2020-04-01")
    monkeypatch.setattr("prisoners.days_page.SHOWN", 3)
    march, april = days_page("", TODAY)["days"]
    assert (len(march["lines"]), march["more"]) == (1, 2)
    assert (len(april["lines"]), april["more"]) == (1, 0)
    assert "and 2 more" in client.get("/en/days/").content.decode()


@pytest.mark.parametrize("asked", ["1800", "9999", "soon", "", "２０２７"])
def test_year_that_is_none_or_too_far_is_the_present_one(asked: str) -> None:
    assert days_page(asked, TODAY)["year"] == 2026


def test_leafing_ends_a_year_from_now() -> None:
    assert (days_page("2025", TODAY)["earlier"], days_page("2025", TODAY)["later"]) == (None, 2026)
    assert (days_page("2027", TODAY)["earlier"], days_page("2027", TODAY)["later"]) == (2026, None)


@pytest.mark.parametrize(("language", "first"), [("en", "Monday"), ("he", "ראשון"), ("ru", "Понедельник")])
def test_week_begins_as_the_language_has_it(language: str, first: str) -> None:
    with translation.override(language):
        day = str(days_page("", TODAY)["weekdays"][0]["long"])
    assert first in day


def test_list_takes_as_many_queries_for_three_as_for_one(client: Client, django_assert_num_queries: Any) -> None:
    _held_since("2020-02-01")
    with django_assert_num_queries(5) as one:
        client.get("/en/days/")
    _held_since("2020-03-01")
    _held_since("2021-04-01")
    with django_assert_num_queries(len(one)):
        page = client.get("/en/days/").content.decode()
    assert len(re.findall(r'<a href="#d\d{4}">', page)) == 3
