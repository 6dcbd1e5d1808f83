"""A term that was broken by bail: page, API, lists, numbers, mails and calendars say the same days of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from prisoners.choices import CustodyEnd, CustodyKind, SanctionKind
from prisoners.held import held_on
from prisoners.models import Detention, Prisoner, Sanction
from prisoners.own_days import endings
from prisoners.services.spans import settle_all
from prisoners.spans import spans_on
from supporters import marks
from tests.supporters import record

pytestmark = pytest.mark.django_db

#: Remand from 1 December 2025 to 1 May 2026 (151 days), bail, a year from 1 October 2026: to 1 October 2027, less 151.
END = date(2027, 5, 3)
#: 182 days and a half of the 365, of which 151 were served before.
HALF = date(2026, 11, 1)
TODAY = date(2026, 11, 26)


@pytest.fixture
def anna() -> Any:
    with time_machine.travel(datetime(2026, 11, 26, 12, tzinfo=UTC), tick=False):
        one = record.prisoner("Anna Example")
        term = Sanction.internal.create(
            **record.PUBLIC, prisoner=one, kind=SanctionKind.PRISON, imposed_on="2026-10-01", years=1
        )
        rows = (
            {"kind": CustodyKind.PRETRIAL, "started_on": "2025-12-01", "ended_on": "2026-05-01"},
            {"kind": CustodyKind.SERVING, "started_on": "2026-10-01", "sanction": term},
        )
        for row in rows:
            by = CustodyEnd.BAIL if "ended_on" in row else ""
            Detention.internal.create(**record.PUBLIC, prisoner=one, ended_by=by, **row)
        settle_all()
        yield one


def days_told(kind: str, first: date, count: int) -> list[date]:
    days = [first + timedelta(days=number) for number in range(count)]
    return [day for day in days if list(marks.FINDERS[kind](day, Prisoner.public.all()))]


def test_page_and_api_say_the_same_end_half_and_share(anna: Prisoner, client: Client) -> None:
    chain = client.get(f"/api/v1/prisoners/{anna.slug}/").json()["chain"]
    assert (chain["projected_release_low"], chain["projected_release_high"]) == ("2027-05-03", "2027-05-03")
    assert (chain["half_term_low"], chain["half_term_high"]) == ("2026-11-01", "2026-11-01")
    # 151 + 56 of 365 days.
    assert (chain["share_served"], chain["days_held_low"], chain["days_left_low"]) == (56, 207, 158)
    page = client.get(f"/en/prisoners/{anna.slug}/").content.decode()
    for words in ("3 May 2027", "1 November 2026", "56% of the sentence served", "custody that count too: 151."):
        assert words in page


def test_lists_and_numbers_know_who_was_at_large(anna: Prisoner) -> None:
    held = {day: spans_on(day).get(prisoner=anna).is_held for day in (date(2026, 4, 30), date(2026, 7, 1), TODAY)}
    assert list(held.values()) == [True, False, True]
    assert [(held_on(day).low, held_on(day).high) for day in held] == [(1, 1), (0, 0), (1, 1)]
    assert [spans_on(day).get(prisoner=anna).status for day in (END - timedelta(days=1), END)] == [
        "serving",
        "term_over",
    ]


def test_mails_tell_half_and_end_on_their_days(anna: Prisoner) -> None:
    assert days_told(marks.HALF, date(2026, 10, 1), 200) == [HALF]
    assert days_told(marks.NEAR, END - timedelta(days=32), 33) == [END - timedelta(days=n) for n in range(30, 0, -1)]


def test_calendar_has_the_end(anna: Prisoner, client: Client) -> None:
    assert [one.on for one in endings(Prisoner.public.all(), TODAY)] == [END]
    calendar = Calendar.from_ical(client.get(f"/calendar/prisoners/{anna.slug}.ics").content)
    ends = [one["dtstart"].dt for one in calendar.walk("VEVENT") if "end of the term" in str(one["summary"])]
    assert ends == [END]
