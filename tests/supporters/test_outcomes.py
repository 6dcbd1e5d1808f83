"""What a court decided reaches those who were never told of the day, while it is news; a history reaches nobody."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from prisoners.choices import HearingDecision, HearingStatus
from prisoners.models import Hearing
from prisoners.services import hearings as services
from supporters import outbox, reminders
from supporters.choices import NotificationState, Rate
from supporters.hearings import DECIDED, NOT_SCHEDULED
from supporters.models import Notification
from supporters.services.retention import purge
from tests.supporters import record
from tests.supporters.conftest import Meet, no_digest_is_due
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
DAYS = timedelta(days=1)
EXAMPLE = Path(__file__).parents[2] / "campaign" / "example"


def now() -> datetime:
    return timezone.now().replace(second=0, microsecond=0)


def held(days_ago: int, name: str = "Anna Prisoner", **fields: object) -> Hearing:
    """Entered as held already, with what came of it."""
    known = {"status": HearingStatus.HELD, "outcome": "Two years", "published_at": timezone.now(), **fields}
    return record.hearing(record.prisoner(name), starts_at=now() - days_ago * DAYS, **known)


def tick() -> int:
    return reminders.run_planners(timezone.now())


def test_a_hearing_entered_as_held_already_is_told_to_its_followers_once(follower: Meet, sink: Sink) -> None:
    row = held(3)
    follower(f"prisoner:{row.case.defendants.get().pk}")
    assert [tick(), tick()] == [1, 0]
    outbox.deliver()
    assert "What came of it" in sink.text() and "Two years" in sink.text()
    assert tick() == 0


def test_what_the_court_decided_says_it_without_words_of_a_source(follower: Meet, sink: Sink) -> None:
    held(1, outcome="", decision=HearingDecision.ACQUITTED)
    follower("all")
    assert tick() == 1
    outbox.deliver()
    assert "acquitted" in sink.text()


@pytest.mark.parametrize(("days_ago", "mails"), [(13, 1), (16, 0), (400, 0)])
def test_what_was_long_ago_when_it_became_known_is_no_news(follower: Meet, days_ago: int, mails: int) -> None:
    held(days_ago)
    follower("all")
    assert tick() == mails


def test_a_history_of_ten_hearings_gives_nobody_a_mail(follower: Meet) -> None:
    for number in range(10):
        held(30 * (number + 1), f"Prisoner {number}")
    follower("all")
    assert tick() == 0
    held(2, "Prisoner 11")
    assert tick() == 1


def test_a_campaign_file_with_its_trials_of_long_ago_gives_nobody_a_mail(follower: Meet) -> None:
    follower("all")
    for name in ("embassies.yaml", "kazakhstan.yaml"):
        call_command("load_campaign", str(EXAMPLE / name), stdout=StringIO())
    assert Hearing.public.filter(status=HearingStatus.HELD).exclude(outcome="").count() > 1
    tick()
    assert not Notification.objects.filter(kind=DECIDED).exists()


def test_held_without_an_outcome_is_told_once_there_is_one(follower: Meet) -> None:
    row = held(3, outcome="")
    follower("all")
    assert tick() == 0
    record.change(row, outcome="Two years")
    assert tick() == 1
    record.change(row, outcome="Two years and a fine")
    assert tick() == 0


def test_an_old_hearing_of_which_the_outcome_is_mended_is_no_news(follower: Meet) -> None:
    row = held(60, published_at=timezone.now() - 50 * DAYS)
    follower("all")
    record.change(row, outcome="Two years and a fine")
    assert tick() == 0


def test_whoever_was_told_of_the_day_hears_of_the_decision_once(follower: Meet, sink: Sink) -> None:
    row = record.hearing(record.prisoner(), starts_at=now() + timedelta(hours=2))
    follower("all")
    tick()
    outbox.deliver()
    follower("all", address="boris@example.org")
    record.change(row, status=HearingStatus.HELD, outcome="Two years")
    assert [tick(), tick()] == [2, 0]
    outbox.deliver()
    assert sorted(mail["To"] for mail in sink.mails) == ["anna@example.org"] * 2 + ["boris@example.org"]


def test_whoever_waited_for_a_reminder_of_it_hears_the_decision_instead(follower: Meet, sink: Sink) -> None:
    row = record.hearing(record.prisoner(), starts_at=now() + timedelta(hours=2))
    follower("all")
    tick()
    record.change(row, status=HearingStatus.HELD, outcome="Two years")
    assert tick() == 0
    outbox.deliver()
    assert (sink.mails, Notification.objects.get().reason) == ([], NOT_SCHEDULED)
    assert [tick(), tick()] == [1, 0]
    outbox.deliver()
    assert "Two years" in sink.text()


def test_a_slip_that_is_mended_after_the_decision_was_told_tells_nobody_twice(follower: Meet) -> None:
    """What was told is kept for as long as the mended row may be news."""
    row = held(12, published_at=timezone.now() - 11 * DAYS, updated_at=timezone.now() - 11 * DAYS)
    follower("all")
    assert tick() == 1
    Notification.objects.update(state=NotificationState.SENT, settled_at=timezone.now() - 11 * DAYS)
    record.change(row, text="A word put right")
    assert tick() == 0
    later = timezone.now() + 4 * DAYS
    purge(later)
    assert reminders.run_planners(later) == 0


def nothing(row: Hearing) -> None:
    pass


def moved(row: Hearing) -> None:
    record.change(row, court="Another court")


def withdrawn(row: Hearing) -> None:
    Hearing.internal.filter(pk=row.pk).update(state="withdrawn")


@pytest.mark.parametrize(("happens", "mails"), [(nothing, 1), (moved, 1), (withdrawn, 0)])
def test_it_is_told_as_it_stands_when_it_leaves(
    follower: Meet, sink: Sink, happens: Callable[[Hearing], None], mails: int
) -> None:
    row = held(3)
    follower("all")
    tick()
    happens(row)
    for _round in range(2):
        outbox.deliver()
        tick()
    outbox.deliver()
    assert len(sink.mails) == mails


def test_it_may_wait_for_a_digest(follower: Meet, sink: Sink) -> None:
    held(3)
    follower("all").subscriptions.update(rate=Rate.WEEKLY)
    no_digest_is_due()
    assert tick() == 1
    assert Notification.objects.get().state == NotificationState.WAITING


def correct(row: Hearing, **fields: object) -> None:
    """As a researcher does, and the clock rings."""
    for name, value in fields.items():
        setattr(row, name, value)
    services.keep(row)
    ring()


def ring() -> None:
    tick()
    outbox.deliver()


def test_a_correction_of_when_and_where_tells_nobody_again_what_was_decided(follower: Meet, sink: Sink) -> None:
    row = held(3)
    follower("all")
    ring()
    # The word to somebody who comes later is of another hour than that to those before.
    correct(row, local_time=time(9, 15))
    follower("all", address="bob@example.org")
    ring()
    correct(row, court="The city court")
    assert [mail["To"] for mail in sink.mails] == ["anna@example.org", "bob@example.org"]


def test_another_decision_is_told_to_whoever_was_told_of_the_first(follower: Meet, sink: Sink) -> None:
    row = held(3, decision=HearingDecision.ACQUITTED)
    follower("all")
    ring()
    correct(row, decision=HearingDecision.CONVICTED)
    assert len(sink.mails) == 2
    assert "We had told you before: acquitted" in sink.text()
    # What is only said in other words is no other decision.
    correct(row, decision=HearingDecision.UNKNOWN, outcome="Seven years")
    correct(row, decision=HearingDecision.CONVICTED)
    assert len(sink.mails) == 2
