"""A release or a death reaches the organisers of what is planned for that person."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from actions import touched_plans
from actions.models import Action, Membership
from prisoners.choices import CustodyEnd, EventKind, PublicationState, StaffRole
from prisoners.models import Detention, Event
from prisoners.services import merging
from supporters import outbox, reminders
from supporters.models import Notification, Supporter
from supporters.services import retention
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_staff
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.sink import Sink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_december")]


@pytest.fixture
def _december() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def sink(settings: Any) -> Any:
    with Sink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield server


def planned(kind: str = EventKind.RELEASE, **fields: Any) -> tuple[Action, Event]:
    """A picket of a group with one organiser, and what happened to the one whom it is for."""
    group, one = make_group(), record.prisoner()
    make_organiser("olga", group)
    make_organiser("boris", make_group("berlin"))
    action = make_action(group=group, **fields)
    action.prisoners.add(one)
    return action, record.event("2026-11-30", kind, one, published_at=NOW - timedelta(hours=1))


def send() -> None:
    reminders.run_planners(NOW)
    Notification.objects.filter(state="queued").update(next_attempt_at=datetime(2026, 1, 1, tzinfo=UTC))
    outbox.deliver()


@pytest.mark.parametrize(("kind", "words"), [(EventKind.RELEASE, "was released"), (EventKind.DEATH, "has died")])
def test_organiser_is_told_once(sink: Sink, kind: str, words: str) -> None:
    planned(kind, title="Light for Yerlan")
    send()
    send()
    assert [mail["To"] for mail in sink.mails] == ["olga@staff.example"]
    assert words in sink.text()
    assert "Light for Yerlan" in sink.text()


def ended(action: Action, ended_by: str) -> None:
    """The same, told by the end of a stretch of custody."""
    stretch = {"kind": "prison", "started_on": "2024-05-01", "ended_on": "2026-11-30", "ended_by": ended_by}
    published = {**record.PUBLIC, "published_at": NOW - timedelta(hours=1)}
    Detention.internal.create(prisoner=action.prisoners.get(), **stretch, **published)


def test_death_that_ends_a_stretch_of_custody_is_told_as_one_that_is_an_event(sink: Sink) -> None:
    action, event = planned(EventKind.DEATH)
    Event.internal.filter(pk=event.pk).delete()
    ended(action, CustodyEnd.DIED)
    send()
    send()
    assert len(sink.mails) == 1
    assert "has died" in sink.text()


@pytest.mark.parametrize(
    ("kind", "ended_by"), [(EventKind.RELEASE, CustodyEnd.RELEASED), (EventKind.DEATH, CustodyEnd.DIED)]
)
def test_what_two_rows_tell_is_told_once(sink: Sink, kind: str, ended_by: str) -> None:
    action, _event = planned(kind)
    ended(action, ended_by)
    send()
    send()
    assert len(sink.mails) == 1


@pytest.mark.parametrize("kind", [EventKind.RELEASE, EventKind.DEATH])
def test_organiser_is_told_once_though_the_record_is_merged(sink: Sink, kind: str) -> None:
    action, _event = planned(kind)
    send()
    merging.merge(record.prisoner("The same"), action.prisoners.get(), make_staff("anna", StaffRole.PUBLISHER))
    send()
    assert len(sink.mails) == 1
    assert Notification.objects.get(kind="plan_touched").occasion.split("/")[1] == str(action.prisoners.get().pk)


def test_merged_records_are_looked_for_once_however_many_plans_there_are(sink: Sink) -> None:
    action, _event = planned()
    merging.merge(record.prisoner("The same"), action.prisoners.get(), make_staff("anna", StaffRole.PUBLISHER))
    asked = []
    for plans in (1, 3):
        while Action.internal.count() < plans:
            make_action(group=action.group).prisoners.add(*action.prisoners.all())
        send()
        statements = first_queries_of(touched_plans.plan, NOW)
        asked.append([sql for sql in statements if "former" in sql or "starts_with" in sql])
    assert len(asked[0]) == len(asked[1]) == 3


def test_draft_counts_too(sink: Sink) -> None:
    planned(state=PublicationState.DRAFT)
    send()
    assert len(sink.mails) == 1


@pytest.mark.parametrize(
    "fields", [{"held_on": "2026-11-20"}, {"cancelled_at": NOW}, {"state": PublicationState.WITHDRAWN}]
)
def test_plan_that_is_over_is_touched_by_nothing(fields: dict[str, Any]) -> None:
    planned(**fields)
    assert reminders.run_planners(NOW) == 0


def test_event_that_is_not_public_is_told_to_nobody() -> None:
    _action, event = planned()
    Event.internal.filter(pk=event.pk).update(state=PublicationState.DRAFT)
    assert reminders.run_planners(NOW) == 0


def test_what_was_taken_back_before_it_left_is_not_told(sink: Sink) -> None:
    _action, event = planned()
    reminders.run_planners(NOW)
    Event.internal.filter(pk=event.pk).update(state=PublicationState.WITHDRAWN)
    send()
    assert sink.mails == []
    assert Notification.objects.get().reason == touched_plans.NOT_SO


def test_who_left_the_group_before_it_left_is_not_told(sink: Sink) -> None:
    planned()
    reminders.run_planners(NOW)
    Membership.objects.all().delete()
    send()
    assert sink.mails == []


def test_nobody_is_told_twice_while_it_is_news_and_then_nothing_is_kept(sink: Sink) -> None:
    planned(held_on="2026-12-30")
    send()
    for days in (3, 13):
        retention.purge(NOW + timedelta(days=days))
        assert reminders.run_planners(NOW + timedelta(days=days)) == 0
    retention.purge(NOW + timedelta(days=16))
    assert not Supporter.objects.exists()
    assert reminders.run_planners(NOW + timedelta(days=16)) == 0
