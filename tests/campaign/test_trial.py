"""A copy to look around in has one action to come, which says itself that it does not take place."""

from datetime import date

import pytest
import time_machine
from django.test import Client

from actions.models import Action
from campaign.trial import make_trial
from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.services.staff import create_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return create_staff("staff@localhost.localdomain", StaffRole.values, "three wet umbrellas", handle="staff")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "does not take place"), ("ru", "не состоится"), ("kk", "өтпейді"), ("he", "לא תתקיים")],
)
def test_newcomer_can_try_to_sign_up_for_what_says_that_it_does_not_take_place(
    client: Client, staff: Staff, language: str, said: str
) -> None:
    with time_machine.travel("2027-02-20T12:00:00Z", tick=False):
        make_trial(staff)
        [shown] = client.get(f"/{language}/actions/").context["upcoming"]
        assert (said in shown.title, shown.day) == (True, date(2027, 3, 6))
        assert client.get(f"/{language}/actions/try-it-out/sign-up/").status_code == 200


def test_it_is_about_nobody_and_made_once(staff: Staff) -> None:
    made = make_trial(staff)
    assert made is not None
    assert (made.prisoners.exists(), made.campaign, made.target) == (False, None, None)
    assert make_trial(staff) is None
    assert Action.internal.count() == 1


def test_the_account_of_the_copy_organises_it_and_may_call_it_off(client: Client, staff: Staff) -> None:
    make_trial(staff)
    client.force_login(staff)
    assert "/desk/actions/try-it-out/cancel/" in client.get("/en/desk/actions/try-it-out/").content.decode()
    client.post("/en/desk/actions/try-it-out/cancel/", {"reason": "Tried."})
    assert Action.internal.get().is_cancelled
