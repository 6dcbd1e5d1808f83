"""Days to remember: each stands in the sheet of its month and leads to whom it is about."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation
from icalendar import Calendar

from prisoners.choices import EventKind
from prisoners.days_page import days_page
from prisoners.models import Detention, Prisoner, Sanction
from prisoners.own_days import birthdays, endings
from prisoners.services.spans import settle
from tests import factories as make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
#: By calculation, of a term of two years from the tenth of February 2025.
ENDS = date(2027, 2, 10)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(f"{TODAY}T12:00:00Z", tick=False):
        yield


def _held_since(day: str, **fields: Any) -> Any:
    prisoner = make.PrisonerFactory(**fields)
    make.DetentionFactory(prisoner=prisoner, started_on=day, ended_on="")
    return prisoner


def _marked(context: dict[str, Any]) -> list[date]:
    cells = (cell for month in context["months"] for week in month["weeks"] for cell in week)
    return [cell["day"] for cell in cells if cell and cell["url"]]


def test_day_is_marked_in_its_month_and_says_how_many_years_have_passed() -> None:
    prisoner = _held_since("2020-02-29", name="Anna")
    context = days_page({}, TODAY)
    assert _marked(context) == [date(2026, 2, 28)]
    line = context["days"][0]["lines"][0]
    assert (line["url"], line["years"]) == (f"/en/prisoners/{prisoner.slug}/", "6 years")


def test_what_is_commemorated_returns_and_what_is_not_published_does_not() -> None:
    make.EventFactory(kind=EventKind.OTHER, title="The massacre", happened_on="2011-12-16", is_commemorated=True)
    make.EventFactory(title="A hidden day", happened_on="2012-05-05", is_commemorated=True, state="draft")
    assert _marked(days_page({}, TODAY)) == [date(2026, 12, 16)]


@pytest.mark.parametrize("is_long", [False, True])
def test_fortieth_and_hundredth_day_after_a_death_stand_among_the_days(
    is_long: bool, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_long:
        _long_record(monkeypatch)
    person = make.PrisonerFactory(name="Anna")
    make.EventFactory(kind=EventKind.DEATH, title="", happened_on="2026-09-01").prisoners.add(person)
    make.EventFactory(kind=EventKind.KILLING, title="Long ago", happened_on="2011-12-16")
    shown = {day: days_page({"day": day} if is_long else {}, TODAY)["days"] for day in ("2026-10-10", "2026-12-09")}
    told = [(one["day"], line) for day in shown.values() for one in day for line in one["lines"]]
    assert {(str(day), line["text"], line["years"]) for day, line in told} == {
        ("2026-10-10", "Died: Anna — the 40th day (1 September 2026)", ""),
        ("2026-12-09", "Died: Anna — the 100th day (1 September 2026)", ""),
    }


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Killed: Anna — the 40th day"), ("ru", "Жертва убийства: Anna — 40-й день")]
)
def test_who_was_killed_is_not_told_as_a_killer(language: str, said: str) -> None:
    killing = make.EventFactory(kind=EventKind.KILLING, title="", happened_on="2026-09-01", is_commemorated=True)
    killing.prisoners.add(make.PrisonerFactory(name="Anna"))
    with translation.override(language):
        days = {str(one["day"]): one["lines"][0]["text"] for one in days_page({}, TODAY)["days"]}
        later = {str(one["day"]): one["lines"][0]["text"] for one in days_page({"year": "2027"}, TODAY)["days"]}
    assert days["2026-10-10"].startswith(said)
    assert later["2027-09-01"].startswith(said.partition(" — ")[0])


@pytest.mark.parametrize("is_long", [False, True])
def test_calendar_has_each_such_day_once_and_not_each_year(
    is_long: bool, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.calendar_parts.MOST_HELD", 0 if is_long else 300)
    if is_long:
        _held_since("2020-03-01")
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False):
        make.EventFactory(kind=EventKind.KILLING, title="The shooting", happened_on="2026-09-01")
        calendar = Calendar.from_ical(client.get("/calendar/all.ics").content)
    found = {str(one["SUMMARY"]): one for one in calendar.walk("VEVENT") if "shooting" in one["SUMMARY"]}
    assert {words: one["DTSTART"].dt for words, one in found.items()} == {
        "The shooting — the 40th day (1 September 2026)": date(2026, 10, 10),
        "The shooting — the 100th day (1 September 2026)": date(2026, 12, 9),
    }
    assert not any("RRULE" in one for one in found.values())
    assert len({str(one["UID"]) for one in found.values()}) == 2


def test_year_of_the_arrest_itself_has_no_anniversary_yet() -> None:
    _held_since("2026-03-01")
    assert _marked(days_page({"year": "2026"}, TODAY)) == []
    assert _marked(days_page({"year": "2027"}, TODAY)) == [date(2027, 3, 1)]


def _long_record(monkeypatch: pytest.MonkeyPatch, lines: int = 2) -> None:
    """So that three who are held are many, and a page has few lines."""
    monkeypatch.setattr("prisoners.days_page.MOST_HELD", 2)
    monkeypatch.setattr("prisoners.days_page.LINES_A_PAGE", lines)
    for year in (2018, 2019, 2020):
        _held_since(f"{year}-03-01", name=f"Held since {year}")


def test_page_of_a_long_record_is_of_one_day_and_leads_to_all_that_returns_on_it(
    monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    _long_record(monkeypatch)
    _held_since("2020-04-01", name="Held since April")
    first = client.get("/en/days/?day=2026-03-01").content.decode()
    second = client.get("/en/days/?day=2026-03-01&page=2").content.decode()
    assert re.findall("Held since [^ :<]+", first + second) == ["Held since 2018", "Held since 2019", "Held since 2020"]
    assert "?day=2026-03-01&amp;page=2" in first
    assert len(re.findall(r'<a href="\?day=2026-\d\d-\d\d#days">', first)) == 365


@pytest.mark.parametrize(
    ("asked", "is_refused"),
    [("", False), ("?year=2027", False), ("?year=2024", True), ("?day=2020-02-02", True), ("?day=2026-02-30", True)],
)
def test_year_that_the_page_has_not_is_refused_in_words(asked: str, is_refused: bool, client: Client) -> None:
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False):
        text = client.get(f"/en/days/{asked}").content.decode()
    assert ("This page has the days of 2025 to 2027, and no others" in text) == is_refused


def test_day_of_a_long_record_on_which_nothing_returns_says_so(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    _long_record(monkeypatch)
    assert "Nothing returns on this day." in client.get("/en/days/?day=2026-05-05").content.decode()


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ({}, "26 November 2026"),
        ({"day": "2027-02-28"}, "28 February 2027"),
        ({"day": "2029-02-28"}, "26 November 2026"),
        ({"day": "soon"}, "26 November 2026"),
        ({"year": "2027"}, "1 January 2027"),
    ],
)
def test_day_that_is_none_or_too_far_is_today_or_the_first_of_the_year(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, str], chosen: str
) -> None:
    _long_record(monkeypatch)
    assert days_page(asked, TODAY)["chosen"] == chosen


def test_day_of_a_long_record_knows_leap_days_and_years_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    _long_record(monkeypatch, lines=9)
    _held_since("2020-02-29", name="Leap")
    _held_since("XXXX-02-28", name="Some year")
    _held_since("2026-02-28", name="This year")
    _held_since("2020-02-28/2020-03-02", name="About then")
    lines = days_page({"day": "2026-02-28"}, TODAY)["days"][0]["lines"]
    assert sorted(line["text"].partition(":")[0] for line in lines) == ["Leap", "Some year"]


def test_day_of_a_long_record_takes_as_many_queries_for_three_as_for_one(
    monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    _long_record(monkeypatch)
    _arrested("2020-06-01")
    assert len(queries_of(client.get, "/en/days/?day=2026-06-01")) == 11
    _arrested("2021-06-01")
    _arrested("2022-06-01")
    assert len(queries_of(client.get, "/en/days/?day=2026-06-01&page=2")) == 11
    assert "Page 2 of 3" in client.get("/en/days/?day=2026-06-01&page=2").content.decode()


def _arrested(day: str) -> None:
    """Somebody held since an arrest, and sentenced on that day of a later year."""
    prisoner = _held_since(day)
    arrest = make.EventFactory(kind=EventKind.ARREST, happened_on=day)
    arrest.prisoners.add(prisoner)
    make.SanctionFactory(prisoner=prisoner, imposed_on=day)


@pytest.mark.parametrize("asked", ["1800", "9999", "soon", "", "２０２７"])
def test_year_that_is_none_or_too_far_is_the_present_one(asked: str) -> None:
    assert days_page({"year": asked}, TODAY)["year"] == 2026


def test_leafing_ends_a_year_from_now() -> None:
    assert (days_page({"year": "2025"}, TODAY)["earlier"], days_page({"year": "2025"}, TODAY)["later"]) == (None, 2026)
    assert (days_page({"year": "2027"}, TODAY)["earlier"], days_page({"year": "2027"}, TODAY)["later"]) == (2026, None)


@pytest.mark.parametrize(("language", "first"), [("en", "Monday"), ("he", "ראשון"), ("ru", "Понедельник")])
def test_week_begins_as_the_language_has_it(language: str, first: str) -> None:
    with translation.override(language):
        day = str(days_page({}, TODAY)["weekdays"][0]["long"])
    assert first in day


def test_list_takes_as_many_queries_for_three_as_for_one(client: Client) -> None:
    _held_since("2020-02-01")
    assert len(queries_of(client.get, "/en/days/")) == 15
    _held_since("2020-03-01")
    _held_since("2021-04-01")
    assert len(queries_of(client.get, "/en/days/")) == 15
    page = client.get("/en/days/").content.decode()
    assert len(re.findall(r'<a href="#d\d{4}">', page)) == 3


def _whose_term_ends(on: str, **fields: Any) -> Any:
    prisoner = make.PrisonerFactory(**fields)
    begun = f"{int(on[:4]) - 2}{on[4:]}"
    term = make.SanctionFactory(prisoner=prisoner, kind="prison", imposed_on=begun, starts_on=begun, years=2)
    make.DetentionFactory(prisoner=prisoner, kind="serving", sanction=term, started_on=begun, ended_on="")
    return prisoner


def _told(context: dict[str, Any]) -> list[str]:
    return [line["text"] for day in context["days"] for line in day["lines"]]


def test_birthday_of_somebody_held_is_a_day_and_that_of_nobody_else() -> None:
    _held_since("2020-03-01", name="Anna", born_on="1963-08-19")
    _held_since("2020-03-01", name="Vague", born_on="1963-08")
    make.PrisonerFactory(name="Never held", born_on="1963-08-19")
    context = days_page({}, TODAY)
    assert date(2026, 8, 19) in _marked(context)
    assert [text for text in _told(context) if "birthday" in text] == ["Anna: birthday (19 August 1963)"]
    assert [line["years"] for day in context["days"] for line in day["lines"] if "birthday" in line["text"]] == [
        "63 years"
    ]


@pytest.mark.parametrize("most", [400, 1])
def test_near_end_of_a_term_is_a_day_by_calculation(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr("prisoners.days_page.MOST_HELD", most)
    _whose_term_ends("2027-02-10", name="Near", born_on="1963-02-10")
    _whose_term_ends("2028-02-10", name="Far")
    told = _told(days_page({"year": "2027", "day": ENDS.isoformat()}, TODAY))
    assert [text for text in told if "by calculation" in text] == ["Near: end of the term by calculation"]
    assert "Near: birthday (10 February 1963)" in told


def test_calendar_of_a_prisoner_has_the_birthday_and_the_end_of_the_term(client: Client) -> None:
    prisoner = _whose_term_ends("2027-02-10", slug="anna", name="Anna", born_on="1963-08-19")
    events = _events(client)
    born, end = events["Anna: birthday (19 August 1963)"], events["Anna: end of the term by calculation"]
    assert (born["dtstart"].dt, born["rrule"]["FREQ"]) == (date(1964, 8, 19), ["YEARLY"])
    assert (end["dtstart"].dt, end["dtend"].dt) == (ENDS, ENDS + timedelta(days=1))
    assert "rrule" not in end
    Sanction.internal.get(prisoner=prisoner).delete()
    term = make.SanctionFactory(prisoner=prisoner, kind="prison", imposed_on="2025-02-20", years=2)
    Detention.internal.filter(prisoner=prisoner).update(sanction=term, started_on="2025-02-20")
    Detention.internal.get(prisoner=prisoner).save()
    moved = _events(client)["Anna: end of the term by calculation"]
    assert moved["uid"] == end["uid"]
    assert moved["dtstart"].dt > end["dtstart"].dt
    assert moved["sequence"] >= end["sequence"]


def test_own_days_take_as_many_queries_for_three_as_for_one() -> None:
    _whose_term_ends("2027-02-10", name="Anna 1", born_on="1963-08-19")
    settle()
    everybody = Prisoner.public.all()
    assert (len(birthdays(everybody, TODAY)), len(endings(everybody, TODAY))) == (1, 1)
    asked = len(queries_of(birthdays, everybody, TODAY)), len(queries_of(endings, everybody, TODAY))
    for number in (2, 3):
        _whose_term_ends("2027-02-10", name=f"Anna {number}", born_on="1963-08-19")
    settle()
    assert (len(birthdays(everybody, TODAY)), len(endings(everybody, TODAY))) == (3, 3)
    assert (len(queries_of(birthdays, everybody, TODAY)), len(queries_of(endings, everybody, TODAY))) == asked
    assert asked[0] == 2


def _events(client: Client) -> dict[str, Any]:
    calendar = Calendar.from_ical(client.get("/calendar/prisoners/anna.ics").content)
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}
