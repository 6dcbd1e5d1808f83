"""The sixteenth of December comes to Almaty before it comes to New York; each reader hears at nine of their own."""

import pytest

from prisoners.choices import EventKind
from supporters import outbox, reminders
from tests.journeys.conftest import Clock
from tests.journeys.mailbox import to
from tests.supporters.conftest import follower  # noqa: F401 - a fixture of this journey too
from tests.supporters.record import event
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
ALMA, NINA = "alma@example.org", "nina@example.org"


def _tick(clock: Clock, instant: str) -> None:
    reminders.run_planners(clock(instant))
    outbox.deliver()


def test_each_reader_hears_once_at_nine_of_their_own_day(follower, sink: Sink, clock: Clock) -> None:  # noqa: ANN001, F811
    clock("2026-12-01T00:00:00+00:00")
    event("2011-12-16", EventKind.OTHER, title="The shooting on the square", is_commemorated=True)
    follower("country:KZ", address=ALMA, zone="Asia/Almaty")
    follower("country:KZ", address=NINA, zone="America/New_York")

    _tick(clock, "2026-12-16T03:59:00+00:00")
    assert sink.mails == []
    for minute in ("00", "01", "30"):
        _tick(clock, f"2026-12-16T04:{minute}:00+00:00")
    assert (len(to(sink, ALMA)), len(to(sink, NINA))) == (1, 0)
    assert "The shooting on the square" in sink.text()
    assert "15" in sink.text()

    _tick(clock, "2026-12-16T13:59:00+00:00")
    assert to(sink, NINA) == []
    _tick(clock, "2026-12-16T14:00:00+00:00")
    _tick(clock, "2026-12-17T14:00:00+00:00")
    assert (len(to(sink, ALMA)), len(to(sink, NINA))) == (1, 1)


def test_nobody_is_told_the_day_after_when_the_clock_was_away(follower, sink: Sink, clock: Clock) -> None:  # noqa: ANN001, F811
    clock("2026-12-01T00:00:00+00:00")
    event("2011-12-16", EventKind.OTHER, title="The shooting on the square", is_commemorated=True)
    follower("country:KZ", address=ALMA, zone="Asia/Almaty")
    _tick(clock, "2026-12-17T05:00:00+00:00")
    assert sink.mails == []
