"""What is due to one person at once: up to three mails apart, more of them together; each row accounted for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prisoners.models import Hearing, Prisoner
from supporters import claims, kinds, outbox, reminders
from supporters.choices import NotificationState
from supporters.models import Notification, Subscription
from supporters.services import outboxes
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db

SENT, QUEUED, CANCELLED = NotificationState.SENT, NotificationState.QUEUED, NotificationState.CANCELLED


def hearings(count: int) -> list[Hearing]:
    """Hearings of as many prisoners in three days."""
    start = timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)
    return [record.hearing(record.prisoner(f"Prisoner {number}"), starts_at=start) for number in range(count)]


def states() -> list[str]:
    return sorted(Notification.objects.values_list("state", flat=True))


def due_again() -> None:
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def plan() -> None:
    reminders.run_planners(timezone.now())


@pytest.mark.parametrize(("count", "mails"), [(1, 1), (3, 3), (4, 1), (7, 1)])
def test_more_than_three_alerts_are_one_mail(follower: Meet, sink: Sink, count: int, mails: int) -> None:
    hearings(count)
    follower("all")
    plan()
    outbox.deliver()
    assert len(sink.mails) == mails
    assert states() == [SENT] * count
    told = "".join(sink.text(number) for number in range(mails))
    assert all(f"Prisoner {number}" in told for number in range(count))


def test_a_mail_about_several_things_is_a_whole_mail(follower: Meet, sink: Sink) -> None:
    hearings(5)
    follower("all", language="ru")
    plan()
    outbox.deliver()
    (mail,) = sink.mails
    assert mail["Subject"] == "5 новостей"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sink.text().count("/unsubscribe/") == 1
    html = mail.get_body(("html",))
    assert html is not None and html.get_content().count("Prisoner") >= 5
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/calendar"] * 5


def test_what_somebody_asked_for_themselves_is_never_put_together(follower: Meet, sink: Sink) -> None:
    hearings(4)
    anna = follower("all")
    now = timezone.now()
    outboxes.owe(anna, "manage_link", f"supporter:{anna.pk}", "x", due_at=now, stale_at=now + timedelta(hours=1))
    plan()
    outbox.deliver()
    assert len(sink.mails) == 2
    assert states() == [SENT] * 5


def test_nobody_gets_what_belongs_to_another(follower: Meet, sink: Sink) -> None:
    hearings(4)
    follower("all")
    one = Prisoner.public.get(name="Prisoner 2")
    follower(f"prisoner:{one.pk}", address="boris@example.org")
    plan()
    outbox.deliver()
    assert sorted((mail["To"], sink.text(number).count("———")) for number, mail in enumerate(sink.mails)) == [
        ("anna@example.org", 4),
        ("boris@example.org", 0),
    ]


def test_what_is_not_true_any_more_leaves_the_mail_and_the_rest_goes_apart(follower: Meet, sink: Sink) -> None:
    rows = hearings(4)
    follower("all")
    plan()
    Hearing.internal.filter(pk=rows[0].pk).update(state="withdrawn")
    outbox.deliver()
    assert len(sink.mails) == 3
    assert states() == [CANCELLED, SENT, SENT, SENT]


def test_one_that_cannot_be_written_takes_no_other_with_it(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = hearings(5)
    follower("all")
    plan()
    kind = kinds.kind_of("hearing_reminder")

    def context(row: Notification) -> dict[str, object]:
        if row.subject == f"hearing:{rows[0].pk}":
            raise KeyError("a word that is missing")
        return kind.context(row)

    broken = kinds.Kind(**{**vars(kind), "context": context})
    monkeypatch.setitem(kinds._KINDS, kind.name, broken)
    for _try in range(3):
        outbox.deliver()
        due_again()
    assert len(sink.mails) == 4
    assert states() == ["failed", SENT, SENT, SENT, SENT]


def test_a_mail_that_the_server_puts_off_is_tried_again_whole_with_the_same_message_id(
    follower: Meet, sink: Sink
) -> None:
    hearings(4)
    follower("all")
    plan()
    sink.data_replies = ["drop"]
    outbox.deliver()
    assert states() == [QUEUED] * 4
    due_again()
    outbox.deliver()
    assert states() == [SENT] * 4
    assert len({mail["Message-ID"] for mail in sink.mails}) == 1


def test_who_left_meanwhile_gets_none_of_it(follower: Meet, sink: Sink) -> None:
    hearings(5)
    follower("all")
    plan()
    Subscription.objects.all().delete()
    outbox.deliver()
    assert (sink.mails, states()) == ([], [CANCELLED] * 5)


def test_a_batch_brings_along_what_else_is_due_to_its_people(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "MOST_ROWS", 2)
    hearings(6)
    follower("all")
    plan()
    outbox.deliver()
    assert len(sink.mails) == 1
    assert states() == [SENT] * 6


def test_a_heap_of_news_is_cut_into_mails_that_a_reader_shows_whole(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("supporters.parcels.MOST_TOGETHER", 5)
    hearings(9)
    follower("all")
    plan()
    outbox.deliver()
    assert len(sink.mails) == 2
    assert states() == [SENT] * 9


def test_claiming_costs_the_same_for_one_and_for_three_people(follower: Meet, sink: Sink) -> None:
    hearings(1)
    counts = []
    for number in range(3):
        follower("all", address=f"person{number}@example.org")
        plan()
        Notification.objects.update(state=QUEUED, settled_at=None, next_attempt_at=timezone.now())
        claimed: list[claims.Claim] = []
        counts.append(len(first_queries_of(_claim_into, claimed)))
        assert len(claimed[0].rows) == number + 1
        Notification.objects.filter(state=NotificationState.SENDING).update(state=SENT)
        claimed[0].end()
    assert len(set(counts)) == 1


def _claim_into(claimed: list[claims.Claim]) -> None:
    claimed.append(claims.Claim(timezone.now()))
