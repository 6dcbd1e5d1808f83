"""Signing up: the same for every address, nothing held until it is confirmed, never one too many."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.http import HttpRequest

from actions import links
from actions.choices import SignUpState
from actions.models import Action, Question, SignUp, Slot
from actions.refusals import SignUpRefused
from actions.services.places import places_of
from actions.services.sign_up import confirm, sign_up
from actions.services.sign_up_changes import disown, withdraw
from supporters.choices import SupporterState
from supporters.models import Consent, Notification, Supporter, Suppression
from tests.actions.rows import NOW, make_action, make_sign_up, make_supporter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def ask(action: Action, address: str = "alice@people.example", **fields: Any) -> None:
    """Sign up as the form does."""
    values = {"name": "Alice", "slot": None, "guests": 0, "language": "en", "consent": True, **fields}
    sign_up(action, address=address, **values)


def waiting() -> SignUp:
    return SignUp.objects.get(state=SignUpState.UNCONFIRMED)


def test_sign_up_waits_for_confirmation_and_owes_one_mail() -> None:
    action = make_action(capacity=1)
    ask(action, guests=0)
    row = waiting()
    assert row.unconfirmed_until == NOW + timedelta(hours=48)
    assert [(one.kind, one.subject) for one in Notification.objects.all()] == [
        ("sign_up_confirmation", f"sign_up:{row.pk}")
    ]
    assert places_of(action).left == 1


def test_sign_up_again_changes_what_waits_and_owes_nothing_more() -> None:
    action = make_action()
    ask(action)
    ask(action, guests=2)
    assert waiting().guests == 2
    assert Notification.objects.filter(state="queued").count() == 1


def test_sign_up_never_changes_a_confirmed_one() -> None:
    action = make_action()
    row = make_sign_up(action, supporter=make_supporter("alice@people.example"), guests=3)
    ask(action, guests=0)
    row.refresh_from_db()
    assert (row.state, row.guests) == (SignUpState.CONFIRMED, 3)


def test_sign_up_after_withdrawing_waits_for_a_new_confirmation() -> None:
    action = make_action()
    row = make_sign_up(action, supporter=make_supporter("alice@people.example"), state=SignUpState.WITHDRAWN)
    ask(action)
    assert waiting().pk == row.pk


def test_sign_up_until_the_beginning_when_that_is_nearer_than_two_days() -> None:
    action = make_action(held_on="2026-12-02")
    ask(action)
    assert waiting().unconfirmed_until == datetime(2026, 12, 2, 17, 0, tzinfo=UTC)


def test_sign_up_on_the_day_itself_is_possible_when_the_hour_is_not_known() -> None:
    ask(make_action(held_on="2026-12-01", local_time=None, local_end_time=None))
    assert waiting().unconfirmed_until == datetime(2026, 12, 1, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("action_fields", "asked", "said"),
    [
        ({"state": "draft"}, {}, "no such action"),
        ({"state": "withdrawn"}, {}, "no such action"),
        ({"cancelled_at": NOW}, {}, "cancelled"),
        ({"held_on": "2026-11-30"}, {}, "begun already"),
        ({"is_open_for_sign_up": False}, {}, "does not take sign-ups"),
        ({"held_on": "2026-12", "local_time": None, "local_end_time": None}, {}, "not known yet"),
        ({"capacity": 0}, {}, "All places are taken"),
        ({"capacity": 2}, {"guests": 2}, "not enough places"),
        ({}, {"guests": 21}, "at most 20"),
        ({}, {"guests": -1}, "at most 20"),
        ({}, {"consent": False}, "agreement"),
        ({}, {"address": "alice"}, "one e-mail address"),
        ({}, {"address": "a@b.example\nBcc: c@d.example"}, "line breaks"),
        ({}, {"address": "a@b.example, c@d.example"}, "one e-mail address only"),
    ],
)
def test_sign_up_refuses_and_writes_nothing(action_fields: dict, asked: dict, said: str) -> None:
    action = make_action(**action_fields)
    with pytest.raises(SignUpRefused, match=said):
        ask(action, **asked)
    assert not SignUp.objects.exists()
    assert not Supporter.objects.exists()
    assert not Notification.objects.exists()


def test_sign_up_refuses_with_every_reason_at_once() -> None:
    with pytest.raises(SignUpRefused) as refused:
        ask(make_action(is_open_for_sign_up=False), address="x", consent=False, guests=99)
    assert len(refused.value.reasons) == 4


def test_sign_up_refuses_a_full_role_and_one_of_another_action() -> None:
    action = make_action(has_waiting_list=False)
    steward = Slot.internal.create(action=action, role="steward", maximum=1)
    make_sign_up(action, slot=steward)
    with pytest.raises(SignUpRefused, match="this role"):
        ask(action, slot=steward)
    foreign = Slot.internal.create(action=make_action(), role="steward")
    with pytest.raises(SignUpRefused, match="does not belong"):
        ask(action, slot=foreign)


def test_sign_up_writes_no_mail_to_an_address_that_is_not_to_be_written_to() -> None:
    ask(make_action())
    disown(waiting())
    ask(make_action())
    assert not Notification.objects.filter(state="queued").exists()
    assert SignUp.objects.count() == 1


def test_confirm_takes_the_place_records_consent_and_owes_the_receipt() -> None:
    action = make_action(capacity=3)
    ask(action, guests=1)
    row = waiting()
    confirm(row)
    confirm(row)
    row.refresh_from_db()
    assert (row.state, row.unconfirmed_until) == (SignUpState.CONFIRMED, None)
    assert places_of(action).left == 1
    assert row.supporter.state == SupporterState.ACTIVE
    assert Consent.objects.get().scope == "action"
    assert Notification.objects.filter(kind="sign_up_confirmed").count() == 1


def test_confirm_refuses_when_others_were_faster() -> None:
    action = make_action(capacity=1, has_waiting_list=False)
    ask(action)
    make_sign_up(action)
    with pytest.raises(SignUpRefused, match="All places are taken"):
        confirm(waiting())
    assert waiting()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"cancelled_at": NOW}, "cancelled"),
        ({"state": "withdrawn"}, "no such action"),
        ({"is_open_for_sign_up": False}, "does not take"),
        ({"starts_at": NOW - timedelta(hours=1)}, "begun already"),
    ],
)
def test_confirm_refuses_when_the_action_changed_meanwhile(change: dict, said: str) -> None:
    action = make_action()
    ask(action)
    Action.internal.filter(pk=action.pk).update(**change)
    with pytest.raises(SignUpRefused, match=said):
        confirm(waiting())
    assert waiting()


def test_confirm_refuses_what_was_withdrawn() -> None:
    row = make_sign_up(make_action(), state=SignUpState.WITHDRAWN)
    with pytest.raises(SignUpRefused, match="withdrew"):
        confirm(row)


def test_withdraw_frees_the_place_at_once_and_twice_is_once() -> None:
    action = make_action(capacity=2)
    row = make_sign_up(action, guests=1)
    withdraw(row)
    withdraw(row)
    assert places_of(action).left == 2


def test_disown_deletes_the_sign_up_and_leaves_a_stranger_in_peace() -> None:
    ask(make_action())
    disown(waiting())
    assert not Supporter.objects.exists()
    assert Suppression.objects.get().reason == "not_me"


def test_disown_keeps_somebody_who_confirmed_the_address_before() -> None:
    known = make_supporter("alice@people.example")
    ask(make_action())
    disown(waiting())
    assert Supporter.objects.get() == known
    assert not SignUp.objects.exists()
    assert not Suppression.objects.exists()


def _confirm_in_own_connection(row: SignUp) -> str:
    try:
        confirm(row)
    except SignUpRefused:
        return "refused"
    finally:
        connection.close()
    return "confirmed"


@pytest.mark.django_db(transaction=True)
def test_confirm_never_overbooks_when_many_press_the_button_at_once() -> None:
    action = make_action(capacity=3, has_waiting_list=False)
    rows = [make_sign_up(action, state=SignUpState.UNCONFIRMED, guests=number % 2) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(_confirm_in_own_connection, rows))
    assert places_of(action).taken <= 3
    assert answers.count("confirmed") == SignUp.objects.filter(state=SignUpState.CONFIRMED).count() >= 2
    assert "refused" in answers


def test_stranger_cannot_name_somebody_we_know() -> None:
    known = make_supporter("alice@people.example", name="")
    ask(make_action(), name="Mallory")
    known.refresh_from_db()
    assert known.name == ""
    row = waiting()
    assert row.called == "Mallory"
    confirm(row)
    known.refresh_from_db()
    assert known.name == "Mallory"


def test_sign_up_that_was_erased_meanwhile_is_not_confirmed() -> None:
    ask(make_action())
    row = waiting()
    Supporter.objects.all().delete()
    with pytest.raises(SignUp.DoesNotExist):
        confirm(row)


def test_confirm_page_shows_all_that_would_be_handed_on_for_a_stranger_may_have_typed_it() -> None:
    action = make_action()
    steward = Slot.internal.create(action=action, role="steward", minimum=1)
    question = Question.internal.create(action=action, label="Do you bring a drum?", kind="yes_no")
    ask(action)
    ask(action, name="Not Alice", slot=steward, guests=3, answers={question.pk: "yes"})
    page = links.show_confirm(HttpRequest(), str(waiting().pk))
    for said in ("Name: Not Alice", f"Role: {steward}", "Do you bring a drum?: yes", "Guests: 3"):
        assert said in str(page.text)
