"""Who came to an action is thanked and told what happened, once, and nobody else is."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from actions import thanks
from actions.choices import SignUpState
from actions.models import Action, Report, SignUp
from actions.services import sign_up_changes
from prisoners.choices import PublicationState
from supporters import outbox, reminders
from supporters.choices import NotificationState, SubscriptionState
from supporters.models import Notification, Subscription, Supporter
from tests.actions.rows import NOW, make_action, make_report, make_sign_up, make_supporter
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
YESTERDAY = NOW - timedelta(days=1)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def picket() -> Action:
    return make_action(title="Picket", held_on=YESTERDAY.date().isoformat(), city="Vienna")


def reported(action: Action, **fields: Any) -> Report:
    return make_report(action, published_at=NOW, text="We handed over the letter.", **fields)


def tick() -> None:
    reminders.run_planners(NOW)
    Notification.objects.update(next_attempt_at=NOW - timedelta(days=30))
    outbox.deliver()


def thanked(sink: Sink) -> list[str]:
    return sorted(mail["To"] for mail in sink.mails)


def test_who_came_is_thanked_and_told_what_happened_once(picket: Action, sink: Sink) -> None:
    came = make_sign_up(picket, supporter=make_supporter("anna@example.org"))
    tick()
    assert sink.mails == []
    reported(picket)
    for _time in range(2):
        tick()
    assert thanked(sink) == ["anna@example.org"]
    said = sink.text()
    assert sink.mails[0]["Subject"] == "Thank you"
    for words in ("Thank you to all who came", "Picket", "People who came: 20 to 30", "We handed over the letter."):
        assert words in said
    assert "\r\n\r\n\r\n" not in said
    row = Notification.objects.get(kind=thanks.KIND)
    assert (row.subject, row.occasion, row.told) == (f"sign_up:{came.pk}", "report", {})


@pytest.mark.parametrize("language", ["ru", "kk", "he"])
def test_it_is_said_in_the_language_of_the_reader(picket: Action, sink: Sink, language: str) -> None:
    make_sign_up(picket, supporter=make_supporter(language=language, is_discreet=False))
    reported(picket)
    tick()
    assert "Picket" in sink.mails[0]["Subject"]
    assert "Thank you to all" not in sink.text()


@pytest.mark.parametrize(
    "fields",
    [
        {"state": SignUpState.UNCONFIRMED},
        {"state": SignUpState.PENDING},
        {"state": SignUpState.WITHDRAWN},
        {"state": SignUpState.REFUSED},
        {"attended": False},
        {"is_muted": True},
    ],
    ids=str,
)
def test_who_did_not_come_or_wants_no_mail_about_it_is_not_thanked(
    picket: Action, sink: Sink, fields: dict[str, object]
) -> None:
    make_sign_up(picket, supporter=make_supporter("came@example.org"), attended=True)
    make_sign_up(picket, **fields)
    reported(picket)
    tick()
    assert thanked(sink) == ["came@example.org"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"attended": False}, "the person does not come"),
        ({"is_muted": True}, "the person wants no mails about it"),
        ({"state": SignUpState.WITHDRAWN}, "the person does not come"),
    ],
    ids=str,
)
def test_it_is_asked_again_at_sending(picket: Action, sink: Sink, change: dict[str, object], reason: str) -> None:
    make_sign_up(picket)
    reported(picket)
    reminders.run_planners(NOW)
    SignUp.objects.update(**change)
    tick()
    row = Notification.objects.get(kind=thanks.KIND)
    assert (sink.mails, row.state, row.reason) == ([], NotificationState.CANCELLED, reason)


def test_a_report_that_was_withdrawn_is_not_told_until_it_is_public_again(picket: Action, sink: Sink) -> None:
    make_sign_up(picket)
    report = reported(picket)
    reminders.run_planners(NOW)
    rows = Report.internal.filter(pk=report.pk)
    rows.update(state=PublicationState.WITHDRAWN)
    tick()
    assert sink.mails == []
    rows.update(state=PublicationState.PUBLISHED)
    tick()
    assert len(sink.mails) == 1


def test_whoever_follows_it_hears_it_as_a_follower_alone(picket: Action, sink: Sink) -> None:
    anna = make_supporter("anna@example.org")
    make_sign_up(picket, supporter=anna)
    make_sign_up(picket, supporter=make_supporter("boris@example.org"))
    Subscription.objects.create(supporter=anna, topic="all", state=SubscriptionState.ACTIVE)
    reported(picket)
    for _time in range(2):
        tick()
    assert thanked(sink) == ["anna@example.org", "boris@example.org"]
    assert set(Notification.objects.values_list("kind", "supporter__email_lookup")) == {
        ("report_published", anna.email_lookup),
        (thanks.KIND, Supporter.objects.exclude(pk=anna.pk).get().email_lookup),
    }


@pytest.mark.parametrize(
    "published_at", [NOW - timedelta(days=7), NOW - timedelta(days=20), NOW + timedelta(minutes=1)], ids=str
)
def test_an_old_report_and_one_to_come_thank_nobody(picket: Action, sink: Sink, published_at: object) -> None:
    make_sign_up(picket)
    Report.internal.filter(pk=reported(picket).pk).update(published_at=published_at)
    tick()
    assert sink.mails == []


def test_a_report_of_an_action_that_was_cancelled_thanks_nobody(picket: Action, sink: Sink) -> None:
    make_sign_up(picket)
    reported(picket)
    Action.internal.filter(pk=picket.pk).update(cancelled_at=NOW)
    assert thanks.plan(NOW) == 0


def test_who_was_erased_between_planning_and_sending_is_not_written_to(picket: Action, sink: Sink) -> None:
    made = make_sign_up(picket)
    reported(picket)
    reminders.run_planners(NOW)
    sign_up_changes.disown(made)
    tick()
    assert sink.mails == []


def test_one_click_ends_the_mails_about_this_action(picket: Action, sink: Sink) -> None:
    make_sign_up(picket)
    reported(picket)
    tick()
    assert "/unsubscribe/" in sink.mails[0]["List-Unsubscribe"]
    assert "To get no more mails about this action" in sink.text()
