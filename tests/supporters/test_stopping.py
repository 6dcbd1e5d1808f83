"""A worker that is told to stop: what is on its way arrives, the rest is handed back, and nothing is in doubt."""

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from celery.signals import worker_shutting_down
from django.utils import timezone

import campaign.celery  # noqa: F401 - it hears the signal
from supporters import outbox, reminders, stopping, transports
from supporters.choices import NotificationState
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _goes_on() -> Iterator[None]:
    yield
    stopping.forget()


def owed(follower: Meet, count: int) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    for number in range(count):
        follower("all", address=f"reader{number}@example.org")
    reminders.run_planners(timezone.now())


def test_nothing_is_claimed_by_who_is_to_stop(follower: Meet, sink: Sink) -> None:
    owed(follower, 3)
    worker_shutting_down.send(sender="outside@here", sig="TERM", how="Warm", exitcode=0)
    assert outbox.deliver() == {}
    assert (sink.mails, Notification.objects.filter(state=NotificationState.QUEUED).count()) == ([], 3)


def test_who_is_told_in_the_middle_hands_back_the_rest(
    follower: Meet, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    owed(follower, 30)
    whole = transports.SmtpTransport.carry

    def told_after_some(self: transports.SmtpTransport, *args: object) -> Iterator[object]:
        for number, answer in enumerate(whole(self, *args)):  # type: ignore[arg-type]
            if number == 2:
                stopping.ask()
            yield answer

    monkeypatch.setattr(transports.SmtpTransport, "carry", told_after_some)
    outbox.deliver()
    states = list(Notification.objects.values_list("state", flat=True))
    assert set(states) == {NotificationState.SENT, NotificationState.QUEUED}
    assert states.count(NotificationState.SENT) == len(sink.mails) < 30
    monkeypatch.undo()
    stopping.forget()
    outbox.deliver()
    assert len(sink.mails) == 30
    assert set(Notification.objects.values_list("state", flat=True)) == {NotificationState.SENT}


def test_the_children_of_a_worker_see_what_it_was_told() -> None:
    """As Celery forks them: before anything was said."""
    ready, say = os.pipe()
    child = os.fork()
    if not child:
        os.read(ready, 1)
        os._exit(7 if stopping.is_asked() else 8)
    stopping.ask()
    os.write(say, b"x")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    os.close(ready)
    os.close(say)
