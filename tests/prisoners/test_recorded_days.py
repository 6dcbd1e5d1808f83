"""What is recorded as having happened had happened by the day on which it was recorded, at its place."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from prisoners.chain import Rows, state_of
from prisoners.choices import CustodyEnd, EventKind
from prisoners.deriving import spans_of
from prisoners.models import Detention, Event, Place
from prisoners.standing import Standing
from tests.prisoners.counted import PRETRIAL, TODAY


def written(row: Any, at: str, zone: str = "") -> Any:
    """The row as written at an instant (UTC), in a place of a zone."""
    row.updated_at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    if zone:
        row.place = Place(pk=5, time_zone=zone)
    return row


@pytest.mark.parametrize(
    ("started_on", "begun"),
    [("2026-11", 26), ("2026", 26), ("2026-11-20/2026-12-31", 26), ("2026-11/..", 26), ("2026-10", None)],
)
def test_what_is_recorded_as_having_happened_does_not_begin_tomorrow(started_on: str, begun: int | None) -> None:
    rows = Rows(detentions=(written(Detention(kind=PRETRIAL, started_on=started_on), "2026-11-26T12:00"),))
    days = [date(2026, 11, day) for day in range(20, 31)]
    seen = [state_of(rows, day).is_held for day in days]
    assert seen == [True if begun is None or day.day >= begun else None for day in days]
    for day in days:
        [span] = [one for one in spans_of(1, rows) if one.begins_on <= day < one.ends_on]
        assert span.is_held == state_of(rows, day).is_held


def test_day_of_recording_is_that_of_the_place() -> None:
    late = "2026-11-26T20:00"
    rows = [
        Rows(detentions=(written(Detention(kind=PRETRIAL, started_on="2026-11"), late, zone),))
        for zone in ("Asia/Almaty", "Europe/London")
    ]
    assert [state_of(one, TODAY).is_held for one in rows] == [None, True]
    assert [state_of(one, TODAY + timedelta(days=1)).is_held for one in rows] == [True, True]


def test_what_is_recorded_as_over_is_over_and_what_was_announced_stays_ahead() -> None:
    over = Detention(kind=PRETRIAL, started_on="2026-10-01", ended_on="2026-11", ended_by=CustodyEnd.RELEASED)
    state = state_of(Rows(detentions=(written(over, "2026-11-26T12:00"),)), TODAY)
    assert (state.status, state.is_held, state.days_held_high) == (Standing.RELEASED, False, 56)
    ahead = Detention(kind=PRETRIAL, started_on="2026-12")
    rows = Rows(detentions=(written(ahead, "2026-11-26T12:00"),))
    assert [state_of(rows, day).is_held for day in (date(2026, 12, 30), date(2026, 12, 31))] == [None, True]


def test_what_was_known_on_a_day_had_happened_by_then() -> None:
    row = written(Detention(kind=PRETRIAL, started_on="2026-11"), "2026-11-26T12:00")
    day = date(2026, 11, 12)
    assert state_of(Rows(detentions=(row,)), day).is_held is None
    assert state_of(Rows(detentions=(row,), known_on=day), day).is_held is True


def test_event_of_a_month_had_happened_when_it_was_recorded() -> None:
    died = written(Event(kind=EventKind.DEATH, happened_on="2026-11"), "2026-11-26T12:00")
    custody = Detention(kind=PRETRIAL, started_on="2026-10-01", ended_on="2026-11-27", ended_by=CustodyEnd.RELEASED)
    assert state_of(Rows(detentions=(custody,), events=(died,)), TODAY).status == Standing.DIED_IN_CUSTODY
