"""The calendar that goes with a mail: kept with one press, and the same entry as in the feeds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from actions.choices import AddressVisibility
from actions.services.actions import cancel
from supporters.mails import compose, compose_together
from supporters.models import Notification, Supporter
from tests import factories as make
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up, make_supporter
from tests.reach.strict import read
from tests.supporters import record

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def _owed(supporter: Supporter, kind: str, subject: str) -> Notification:
    times = {"due_at": NOW, "stale_at": NOW + timedelta(days=1), "next_attempt_at": NOW}
    return Notification.objects.create(supporter=supporter, kind=kind, subject=subject, occasion=kind, **times)


def _calendars(notification: Notification) -> list[Calendar]:
    parts = _parts(compose(notification))
    assert all(part.get_filename() == "date.ics" for part in parts)
    return [read(part.get_payload(decode=True)) for part in parts]


def _parts(octets: bytes) -> list[Message]:
    message = message_from_bytes(octets, _class=EmailMessage, policy=policy.default)
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    assert all(part.get_param("method") == "PUBLISH" for part in parts)
    return parts


def test_dates_that_come_in_one_mail_do_not_overwrite_one_another() -> None:
    rows = [record.hearing(record.prisoner(f"P {number}"), starts_at=NOW + timedelta(days=3)) for number in range(3)]
    anna = make_supporter()
    owed = [_owed(anna, "hearing_reminder", f"hearing:{row.pk}") for row in rows]
    parts = _parts(compose_together(owed[0], owed).octets)
    assert [part.get_filename() for part in parts] == ["date.ics", "date-2.ics", "date-3.ics"]
    assert len({event["uid"] for one in parts for event in read(one.get_payload(decode=True)).walk("VEVENT")}) == 3


def test_mail_to_those_who_come_carries_the_action_with_its_place(client: Client) -> None:
    action = make_action(slug="picket", venue="By the fountain", address_visibility=AddressVisibility.SIGNED_UP)
    row = make_sign_up(action)
    [calendar] = _calendars(_owed(row.supporter, "sign_up_confirmed", f"sign_up:{row.pk}"))
    [event] = calendar.walk("VEVENT")
    [public] = read(client.get("/calendar/actions/picket.ics").content).walk("VEVENT")
    assert calendar["method"] == "PUBLISH"
    assert event["uid"] == public["uid"]
    assert "fountain" in event["location"]
    assert "fountain" not in public["location"]


def test_mail_of_a_cancellation_cancels_the_entry() -> None:
    group = make_group()
    action = make_action(group=group)
    row = make_sign_up(action)
    cancel(action, "It rains.", make_organiser("vera", group))
    [calendar] = _calendars(_owed(row.supporter, "action_cancelled", f"sign_up:{row.pk}"))
    [event] = calendar.walk("VEVENT")
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)


def test_confirmation_that_a_stranger_may_have_asked_for_carries_no_calendar() -> None:
    row = make_sign_up(make_action())
    assert _calendars(_owed(row.supporter, "sign_up_confirmation", f"sign_up:{row.pk}")) == []


def test_mail_of_a_hearing_carries_it_in_the_time_of_the_court() -> None:
    hidden = make.PrisonerFactory(name="Hidden", state="draft")
    seen = record.prisoner()
    hearing = record.hearing(seen, hidden, starts_at=datetime(2026, 12, 8, 9, tzinfo=UTC))
    person = make_sign_up(make_action()).supporter
    [calendar] = _calendars(_owed(person, "hearing_reminder", f"hearing:{hearing.pk}"))
    [event] = calendar.walk("VEVENT")
    assert str(event["dtstart"].dt) == "2026-12-08 14:00:00+05:00"
    assert "Yerlan Baltabai" in event["summary"]
    assert "Hidden" not in event["summary"]


def test_hearing_without_a_day_carries_no_calendar() -> None:
    hearing = make.HearingFactory(held_on="2026-12", local_time=None, starts_at=None)
    person = make_sign_up(make_action()).supporter
    assert _calendars(_owed(person, "hearing_reminder", f"hearing:{hearing.pk}")) == []
