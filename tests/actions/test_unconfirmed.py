"""Who has not confirmed a sign-up or a signature is asked once more after a day, and then no more."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import time_machine

from actions.choices import SignUpState
from actions.models import Action, Appeal, Signature, SignUp
from actions.services import signatures
from actions.services.sign_up import confirm, sign_up
from actions.unconfirmed import WITHHELD, plan
from supporters.choices import NotificationState, SuppressionReason
from supporters.mails import compose
from supporters.models import Notification
from supporters.outbox import reason_against
from supporters.services import people
from tests.actions.rows import NOW, make_action, make_appeal
from tests.supporters.test_good_mail import part, read

pytestmark = pytest.mark.django_db
ADDRESS = "alice@people.example"
SIGN_UP, SIGNATURE = "sign_up_confirmation_reminder", "signature_confirmation_reminder"
A_DAY, LATER = NOW + timedelta(hours=25), NOW + timedelta(hours=30)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def asked(action: Action | None = None) -> SignUp:
    """A sign-up whose mail has left."""
    action = action or make_action()
    sign_up(action, address=ADDRESS, name="Alice", slot=None, guests=0, language="en", consent=True)
    Notification.objects.update(state=NotificationState.SENT)
    return SignUp.objects.get()


def signed(appeal: Appeal) -> Signature:
    signatures.sign(
        appeal,
        address=ADDRESS,
        name="Alice",
        country="KZ",
        is_name_public=False,
        wants_news=False,
        language="en",
        consent=True,
    )
    Notification.objects.update(state=NotificationState.SENT)
    return Signature.objects.get()


def at(now: datetime) -> int:
    with time_machine.travel(now, tick=False):
        return plan(now)


def reminder(kind: str) -> Notification:
    return Notification.objects.select_related("supporter").get(kind=kind)


def test_sign_up_is_asked_about_once_more_after_a_day() -> None:
    asked()
    assert [at(NOW + timedelta(hours=23)), at(A_DAY), at(LATER)] == [0, 1, 0]
    row = reminder(SIGN_UP)
    text = part(read(compose(row)), "plain")
    assert all(words in text for words in ("A day ago somebody", "Yes, I come:", "/l/", "type this code", "not you?"))
    assert reason_against(row, LATER) == ""


def test_signature_is_asked_about_once_more_after_a_day() -> None:
    signed(make_appeal(slug="petition", kind="petition"))
    assert [at(NOW + timedelta(hours=23)), at(A_DAY), at(LATER)] == [0, 1, 0]
    assert "Yes, I sign:" in part(read(compose(reminder(SIGNATURE))), "plain")


def test_nobody_is_asked_again_who_confirmed_or_whose_link_is_nearly_over() -> None:
    row = asked()
    assert at(NOW + timedelta(hours=47)) == 0
    confirm(row)
    assert at(A_DAY) == 0
    signature = signed(make_appeal(slug="petition", kind="petition"))
    signatures.confirm(signature)
    assert at(A_DAY) == 0


def test_reminder_is_not_sent_to_who_confirmed_meanwhile() -> None:
    row = asked()
    at(A_DAY)
    confirm(row)
    assert reason_against(reminder(SIGN_UP), A_DAY) != ""


def test_sign_up_for_which_a_stranger_left_no_room_is_asked_about_a_day_later() -> None:
    asked()
    Notification.objects.update(state=NotificationState.CANCELLED, reason=WITHHELD)
    assert [at(NOW + timedelta(hours=23)), at(A_DAY), at(LATER)] == [0, 1, 0]
    assert reminder(SIGN_UP).state == NotificationState.QUEUED


def test_first_mail_that_has_not_left_is_not_repeated() -> None:
    asked()
    Notification.objects.update(state=NotificationState.QUEUED)
    assert at(A_DAY) == 0


def test_address_that_wants_no_mail_gets_none() -> None:
    row = asked()
    people.leave_in_peace(row.supporter, SuppressionReason.COMPLAINT)
    at(A_DAY)
    assert reminder(SIGN_UP).state == NotificationState.CANCELLED


@pytest.mark.parametrize("state", [SignUpState.WITHDRAWN, SignUpState.REFUSED])
def test_what_is_settled_is_not_asked_about(state: SignUpState) -> None:
    asked()
    at(A_DAY)
    SignUp.objects.update(state=state)
    assert reason_against(reminder(SIGN_UP), A_DAY) != ""
