"""Who hears of a court date, when, and of its changes."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from prisoners.choices import HearingStatus, PublicationState
from prisoners.models import Hearing, Place
from prisoners.services.hearings import keep
from supporters import hearings, outbox, reminders
from supporters.alerts import NOT_FOLLOWED
from supporters.choices import NotificationState
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _edits_have_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens while an editor is still at it is asked in test_settling."""
    monkeypatch.setattr(hearings, "SETTLES", timedelta(0))


def now() -> datetime:
    return timezone.now().replace(second=0, microsecond=0)


def ahead(**lead: int) -> Hearing:
    return record.hearing(record.prisoner(), starts_at=now() + timedelta(**lead))


def tick() -> int:
    return reminders.run_planners(timezone.now())


def occasions() -> list[str]:
    rows = Notification.objects.order_by("due_at").values_list("kind", "occasion")
    return [f"{kind} {occasion.rpartition('/')[2]}" for kind, occasion in rows]


def test_hearing_is_told_a_week_before_and_not_earlier(follower: Meet) -> None:
    row = ahead(days=8)
    follower("all")
    assert tick() == 0
    assert reminders.run_planners(row.starts_at - timedelta(days=7)) == 1
    assert occasions() == ["hearing_reminder 7d"]


def test_hearing_entered_an_hour_before_is_told_at_once_and_once(follower: Meet, sink: Sink) -> None:
    ahead(hours=1)
    follower("all")
    assert [tick(), tick()] == [1, 0]
    assert occasions() == ["hearing_reminder 1d"]
    outbox.deliver()
    assert len(sink.mails) == 1


def test_person_who_follows_prisoner_country_and_everything_is_told_once(follower: Meet) -> None:
    row = ahead(days=3)
    one = row.case.defendants.get()
    follower(f"prisoner:{one.pk}", "country:KZ", "all")
    assert tick() == 1


@pytest.mark.parametrize("topic", ["prisoner:999999", "country:BY", "campaign:1"])
def test_follower_of_something_else_is_not_told(follower: Meet, topic: str) -> None:
    ahead(days=3)
    follower(topic)
    assert tick() == 0


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_unpublished_hearing_is_not_told(follower: Meet, state: str) -> None:
    row = ahead(days=3)
    Hearing.internal.filter(pk=row.pk).update(state=state)
    follower("all")
    assert tick() == 0


def test_unpublished_defendant_gives_no_topic(follower: Meet) -> None:
    row = ahead(days=3)
    one = row.case.defendants.get()
    one.state = PublicationState.WITHDRAWN
    one.save()
    follower(f"prisoner:{one.pk}")
    assert tick() == 0


def test_hearing_withdrawn_after_queueing_is_cancelled_and_told_again_when_it_is_back(
    follower: Meet, sink: Sink
) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    Hearing.internal.filter(pk=row.pk).update(state=PublicationState.WITHDRAWN)
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().reason == hearings.NOT_PUBLIC
    Hearing.internal.filter(pk=row.pk).update(state=PublicationState.PUBLISHED)
    tick()
    outbox.deliver()
    assert len(sink.mails) == 1


def test_week_reminder_that_overslept_gives_way_to_that_of_the_day_before(follower: Meet, sink: Sink) -> None:
    row = ahead(hours=20)
    follower("all")
    reminders.run_planners(row.starts_at - timedelta(days=5))
    tick()
    outbox.deliver()
    assert len(sink.mails) == 1
    assert sorted(Notification.objects.values_list("state", flat=True)) == ["cancelled", "sent"]


def test_reminder_is_dropped_when_the_hearing_has_begun(follower: Meet, sink: Sink) -> None:
    row = ahead(hours=-1)
    follower("all")
    reminders.run_planners(row.starts_at - timedelta(hours=5))
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().state == NotificationState.CANCELLED


def test_court_date_reaches_the_mailbox_then_moves_and_the_mailbox_hears(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    outbox.deliver()
    assert "Yerlan Baltabai" in sink.text()
    assert "Almaty time (UTC+5)" in sink.text()
    record.change(row, starts_at=now() + timedelta(days=5, hours=2))
    assert [tick(), tick()] == [1, 0]
    outbox.deliver()
    assert len(sink.mails) == 2
    assert "We had told you before" in sink.text()
    assert occasions()[-1] == f"hearing_moved revision:{row.revision}"


def test_a_hearing_that_keeps_its_hour_and_changes_its_place_is_told_with_both_places(
    follower: Meet, sink: Sink
) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    outbox.deliver()
    other = Place.objects.create(name="Almaty", kind="court", country="KZ", time_zone=record.ALMATY)
    record.change(row, place=other, court="Supreme Court")
    assert tick() == 1
    outbox.deliver()
    lines = sink.text().splitlines()
    assert "Supreme Court, Almaty" in lines
    before = next(line for line in lines if line.startswith("We had told you before"))
    assert before.endswith("Almaty time (UTC+5), Court of Shymkent, Shymkent")


def test_a_hearing_that_keeps_its_place_does_not_name_it_twice(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    outbox.deliver()
    record.change(row, starts_at=now() + timedelta(days=4))
    assert tick() == 1
    outbox.deliver()
    assert sink.text().count("Court of Shymkent") == 1


def test_ten_edits_are_one_mail(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    outbox.deliver()
    for number in range(10):
        record.change(row, starts_at=now() + timedelta(days=4, hours=number))
        tick()
    outbox.deliver()
    assert len(sink.mails) == 2


def test_change_that_was_taken_back_before_it_left_is_not_told(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    was = row.starts_at
    follower("all")
    tick()
    outbox.deliver()
    record.change(row, starts_at=was + timedelta(days=1))
    tick()
    record.change(row, starts_at=was)
    tick()
    outbox.deliver()
    assert len(sink.mails) == 1


def test_person_who_was_never_told_gets_only_the_new_reminder(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    record.change(row, starts_at=now() + timedelta(days=2))
    tick()
    outbox.deliver()
    assert len(sink.mails) == 1
    assert Notification.objects.get(state=NotificationState.SENT).kind == hearings.REMINDER


def test_cancellation_reaches_those_who_were_told_and_nobody_else(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    outbox.deliver()
    follower("all", address="boris@example.org")
    record.change(row, status=HearingStatus.CANCELLED)
    assert tick() == 1
    outbox.deliver()
    assert "was cancelled" in sink.text()
    assert sink.mails[-1]["To"] == "anna@example.org"


def test_hearing_that_takes_place_after_all_is_told_as_one_that_was_called_off(follower: Meet, sink: Sink) -> None:
    row = ahead(days=1)
    follower("all")
    for status in (None, HearingStatus.CANCELLED, HearingStatus.SCHEDULED):
        record.change(row, **({"status": status} if status else {}))
        tick()
        outbox.deliver()
    assert [mail["Subject"] for mail in sink.mails] == ["A reminder", "A cancellation", "A changed date"]
    when = hearings.sitting_of(row).say("en")
    assert f"We had told you before: {when} (cancelled)" in " ".join(sink.text().split())


def test_move_that_was_held_back_by_a_withdrawal_is_told_when_the_page_is_back(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    outbox.deliver()
    record.change(row, starts_at=now() + timedelta(days=5))
    tick()
    Hearing.internal.filter(pk=row.pk).update(state=PublicationState.WITHDRAWN)
    outbox.deliver()
    Hearing.internal.filter(pk=row.pk).update(state=PublicationState.PUBLISHED)
    assert [tick(), tick()] == [1, 0]
    outbox.deliver()
    assert len(sink.mails) == 2
    assert "We had told you before" in sink.text()


def test_move_is_not_owed_to_whoever_follows_it_no_more(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    anna = follower("all")
    tick()
    outbox.deliver()
    anna.subscriptions.all().delete()
    record.change(row, starts_at=now() + timedelta(days=5))
    assert tick() == 0


def test_outcome_is_told_when_it_is_known(follower: Meet, sink: Sink) -> None:
    row = ahead(hours=2)
    follower("all")
    tick()
    outbox.deliver()
    record.change(row, status=HearingStatus.HELD)
    assert tick() == 0
    record.change(row, outcome="Adjourned to January")
    assert tick() == 1
    outbox.deliver()
    assert "Adjourned to January" in sink.text()


def test_hearing_without_an_hour_is_told_as_a_day(follower: Meet, sink: Sink) -> None:
    row = ahead(days=3)
    row.local_time = None
    row.starts_at = hearings.sitting_of(row).starts_at
    row.save()
    follower("all")
    tick()
    outbox.deliver()
    assert "The hour is not known yet." in sink.text()


def test_person_who_left_between_planning_and_sending_gets_nothing(follower: Meet, sink: Sink) -> None:
    ahead(days=3)
    anna = follower("all")
    tick()
    anna.subscriptions.all().delete()
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().reason == NOT_FOLLOWED


def test_clock_that_slept_for_two_days_tells_what_still_helps(follower: Meet) -> None:
    row = record.hearing(record.prisoner(), starts_at=datetime(2026, 12, 10, 9, 0, tzinfo=UTC))
    follower("all")
    assert reminders.run_planners(row.starts_at - timedelta(days=5)) == 1
    assert reminders.run_planners(row.starts_at + timedelta(hours=1)) == 0


def test_follower_of_a_case_hears_of_its_hearings_and_of_no_other(follower: Meet) -> None:
    row, other = ahead(days=3), record.hearing(record.prisoner("Somebody Else"), starts_at=now() + timedelta(days=3))
    follower(f"case:{row.case_id}")
    assert tick() == 1
    assert Notification.objects.get().subject == f"hearing:{row.pk}" != f"hearing:{other.pk}"


def test_another_court_is_told_to_whoever_was_told_of_the_first(follower: Meet) -> None:
    row = ahead(days=3)
    Hearing.internal.update(court="District Court No. 1")
    follower("all")
    tick()
    Notification.objects.update(state=NotificationState.SENT, settled_at=timezone.now())
    row.refresh_from_db()
    row.court = "Military Court No. 2"
    keep(row)
    assert (row.revision, tick()) == (1, 1)
    word = Notification.objects.get(kind=hearings.MOVED)
    assert word.told["court"] == "Military Court No. 2"
    assert "Military Court No. 2" in hearings.context(word)["where"]


def test_what_was_told_before_courts_were_kept_is_still_read(follower: Meet) -> None:
    row = ahead(days=3)
    follower("all")
    tick()
    for told in Notification.objects.all():
        old = {name: value for name, value in told.told.items() if name != "court"}
        Notification.objects.update(told=old, state=NotificationState.SENT, settled_at=timezone.now())
    row.refresh_from_db()
    # By the court's own clock: from seven in the evening in UTC on it is the next day there.
    record.put_on(row, row.starts_at + timedelta(days=1))
    keep(row)
    assert tick() == 1
    assert hearings.context(Notification.objects.get(kind=hearings.MOVED))["was"]
