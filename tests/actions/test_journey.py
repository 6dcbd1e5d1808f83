"""A sign-up reaches the organiser: form, mail, button, desk, and nothing of it after a week."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from actions.models import Action, Report, SignUp
from actions.reminders import plan_changes, plan_reminders
from actions.services.actions import change
from privacy.forms import make_form_token
from supporters.models import Supporter
from supporters.outbox import deliver
from tests.actions.rows import make_action, make_group, make_organiser
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sink(settings: object) -> Iterator[Sink]:
    """A real SMTP server in this process; the outbox is pointed at it."""
    with Sink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port  # type: ignore[attr-defined]
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""  # type: ignore[attr-defined]
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False  # type: ignore[attr-defined]
        yield server


def link_in(text: str) -> str:
    """The path of the first mailed link."""
    found = re.search(r"https?://[^/\s]+(/l/\S+)", text)
    assert found is not None
    return found[1]


def test_a_sign_up_reaches_the_organiser_and_is_gone_after_a_week(client: Client, sink: Sink) -> None:
    now, group = timezone.now(), make_group()
    begins = (now + timedelta(hours=20)).replace(second=0, microsecond=0)
    action = make_action(
        group=group,
        venue="Corner",
        time_zone="UTC",
        held_on=begins.date(),
        local_time=begins.time(),
        local_end_time=None,
    )
    anna, desk = make_organiser("anna", group), Client()
    desk.force_login(anna)
    sent = {
        "address": "alice@people.example",
        "name": "Alice",
        "guests": "1",
        "consent": "on",
        "form_token": make_form_token("sign-up"),
    }
    client.post(f"/en/actions/{action.slug}/sign-up/", sent)
    assert "Alice" not in desk.get(f"/en/desk/actions/{action.slug}/").content.decode()

    deliver()
    client.post(link_in(sink.text()))
    assert "Alice" in desk.get(f"/en/desk/actions/{action.slug}/").content.decode()

    deliver()
    assert "Corner" in sink.text()

    change(action, anna, venue="Other corner")
    # As if the ten minutes were over in which further edits become one mail.
    Action.internal.filter(pk=action.pk).update(settles_at=now)
    plan_changes(now)
    deliver()
    assert "Other corner" in sink.text()

    # The mail that confirmed was the reminder of one day, missed by four hours.
    assert plan_reminders(now) == 0
    deliver()
    assert [mail["To"] for mail in sink.mails] == ["alice@people.example"] * 3

    with time_machine.travel(begins + timedelta(days=9)):
        call_command("purge")
    assert not SignUp.objects.exists()
    assert not Supporter.objects.exists()
    assert Report.internal.get().signed_up_count == 2
