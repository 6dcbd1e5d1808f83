"""Where the organisers look at each sign-up: it waits for their word, and nobody is told anything but that."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.db import connection
from django.test import Client

from actions import notifications
from actions.choices import AddressVisibility, SignUpState
from actions.models import Action, Answer, Question, SignUp
from actions.refusals import ActionsRefusal, SignUpRefused
from actions.reminders import plan_reminders
from actions.services.approving import accept, refuse
from actions.services.places import places_of
from actions.services.sign_up import confirm, sign_up
from actions.services.sign_up_changes import change, mute, withdraw
from prisoners.models import Staff
from supporters.links import link_for
from supporters.models import Consent, Notification, Subscription
from tests.actions.rows import NOW, make_action, make_campaign, make_group, make_organiser, make_prisoner, make_sign_up

pytestmark = pytest.mark.django_db
PENDING, CONFIRMED, REFUSED = SignUpState.PENDING, SignUpState.CONFIRMED, SignUpState.REFUSED


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def anna() -> Staff:
    return make_organiser("anna", make_group())


def looked_at(anna: Staff, **fields: object) -> Action:
    return make_action(group=anna.memberships.get().group, needs_approval=True, **fields)


def pending(action: Action, **fields: object) -> SignUp:
    row = make_sign_up(action, state=SignUpState.UNCONFIRMED, **fields)
    confirm(row)
    return row


def state(row: SignUp) -> str:
    return SignUp.objects.get(pk=row.pk).state


def told() -> list[str]:
    return sorted(Notification.objects.values_list("kind", flat=True))


def test_confirm_asks_the_organisers_and_holds_no_place(anna: Staff) -> None:
    action = looked_at(anna, capacity=1)
    row = pending(action)
    confirm(row)
    assert (state(row), places_of(action).taken, told()) == (PENDING, 0, ["sign_up_pending"])


def test_accept_gives_the_place_and_tells(anna: Staff) -> None:
    action = looked_at(anna, capacity=1)
    first, second = pending(action), pending(action)
    accept(action, first.pk, anna)
    accept(action, second.pk, anna)
    assert (state(first), state(second)) == (CONFIRMED, SignUpState.WAITING)
    assert told() == ["sign_up_confirmed", "sign_up_pending", "sign_up_pending", "sign_up_waiting"]


def test_accept_where_neither_place_nor_line_is_left_changes_nothing(anna: Staff) -> None:
    action = looked_at(anna, capacity=1, has_waiting_list=False)
    make_sign_up(action)
    row = pending(action)
    with pytest.raises(ActionsRefusal, match="All places are taken"):
        accept(action, row.pk, anna)
    assert state(row) == PENDING


def test_refuse_tells_and_erases_what_was_answered(anna: Staff) -> None:
    action = looked_at(anna)
    question = Question.internal.create(action=action, label="Why?")
    row = pending(action)
    change(row, slot=None, guests=0, answers={question.pk: "I must"})
    refuse(action, row.pk, anna)
    assert (state(row), told()) == (REFUSED, ["sign_up_pending", "sign_up_refused"])
    assert not Answer.objects.exists()


def test_refused_is_final_for_whoever_asks_again(anna: Staff) -> None:
    action = looked_at(anna)
    row = pending(action)
    refuse(action, row.pk, anna)
    said = {"name": "", "slot": None, "guests": 0, "language": "en", "consent": True}
    sign_up(action, address=row.supporter.email, **said)
    withdraw(row)
    with pytest.raises(SignUpRefused, match="could not accept"):
        confirm(row)
    assert state(row) == REFUSED


@pytest.mark.parametrize("left", [REFUSED, SignUpState.WITHDRAWN, PENDING])
def test_nobody_is_reminded_who_is_not_accepted(anna: Staff, left: str) -> None:
    action = looked_at(anna)
    make_sign_up(action, state=left)
    begin = action.starts_at
    assert begin is not None
    assert [plan_reminders(begin - timedelta(hours=hours)) for hours in (160, 20, 3)] == [0, 0, 0]


@pytest.mark.parametrize("do", [accept, refuse])
def test_word_is_for_organisers_of_the_group_and_once(anna: Staff, do: Callable) -> None:
    action = looked_at(anna)
    row = pending(action)
    with pytest.raises(ActionsRefusal):
        do(action, row.pk, make_organiser("bob", make_group("london", "Europe/London")))
    assert state(row) == PENDING
    withdraw(row)
    with pytest.raises(ActionsRefusal, match="does not wait"):
        do(action, row.pk, anna)
    assert state(row) == SignUpState.WITHDRAWN


def test_accept_refuses_what_has_begun(anna: Staff) -> None:
    action = looked_at(anna)
    row = pending(action)
    Action.internal.filter(pk=action.pk).update(starts_at=NOW - timedelta(hours=1))
    with pytest.raises(ActionsRefusal, match="begun"):
        accept(action, row.pk, anna)
    assert state(row) == PENDING


def test_muting_leaves_as_nobody_could_be_told(anna: Staff) -> None:
    row = pending(looked_at(anna))
    row.refresh_from_db()
    mute(row)
    assert state(row) == SignUpState.WITHDRAWN


def test_meeting_point_is_not_told_before_the_word(anna: Staff, client: Client) -> None:
    action = looked_at(anna, venue="Third oak", address_visibility=AddressVisibility.SIGNED_UP)
    row = pending(action)
    address = urlsplit(link_for("manage-sign-up", str(row.pk))).path
    assert "Third oak" not in client.get(address).content.decode()
    mail = Notification.objects.get(kind="sign_up_pending")
    assert "Third oak" not in str(notifications.context(mail))
    accept(action, row.pk, anna)
    assert "Third oak" in client.get(address).content.decode()
    assert notifications.against_word_in_line(mail, NOW) == notifications.SETTLED


def test_desk_decides_by_post(anna: Staff, client: Client) -> None:
    action = looked_at(anna, slug="picket")
    yes, no = pending(action), pending(action)
    client.force_login(anna)
    assert "Waits for your word" in client.get("/en/desk/actions/picket/").content.decode()
    for row, do in ((yes, "accept"), (no, "refuse")):
        client.post("/en/desk/actions/picket/decide/", {"sign_up": str(row.pk), "do": do})
    assert [state(yes), state(no)] == [CONFIRMED, REFUSED]
    again = client.post("/en/desk/actions/picket/decide/", {"sign_up": str(no.pk), "do": "accept"}, follow=True)
    assert "does not wait for your word" in again.content.decode()
    nonsense = client.post("/en/desk/actions/picket/decide/", {"sign_up": "x", "do": "accept"}, follow=True)
    assert "not a sign-up of this action" in nonsense.content.decode()


def _alone(do: Callable[[], None]) -> None:
    try:
        do()
    except (SignUpRefused, ActionsRefusal):
        pass
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_accepting_at_once_never_overbooks(anna: Staff) -> None:
    action = looked_at(anna, capacity=3, has_waiting_list=False)
    rows = [pending(action, guests=number % 2) for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(_alone, [lambda row=row: accept(action, row.pk, anna) for row in rows]))
    assert 2 <= places_of(action).taken <= 3
    assert SignUp.objects.filter(state=PENDING).count() + SignUp.objects.filter(state=CONFIRMED).count() == 6


@pytest.mark.django_db(transaction=True)
def test_withdrawing_wins_over_accepting_and_over_taking_an_offer(anna: Staff) -> None:
    action = looked_at(anna, capacity=2)
    waits = pending(action)
    offered = make_sign_up(action, state=SignUpState.OFFERED, offered_until=NOW + timedelta(hours=1), waiting_number=1)
    doing: list[Callable[[], None]] = [
        lambda: accept(action, waits.pk, anna),
        lambda: withdraw(waits),
        lambda: confirm(offered),
        lambda: withdraw(offered),
    ]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(_alone, doing))
    assert [state(waits), state(offered)] == [SignUpState.WITHDRAWN] * 2
    assert places_of(action).taken == 0


def test_being_written_to_is_a_consent_of_its_own(client: Client) -> None:
    action = make_action(slug="picket", campaign=make_campaign())
    page = client.get("/en/actions/picket/sign-up/").content.decode()
    assert "Write to me besides about: Zhanaozen" in page and 'name="alerts"' in page
    said = {"name": "", "slot": None, "guests": 0, "language": "en", "consent": True}
    sign_up(action, address="a@people.example", **said)
    sign_up(action, address="b@people.example", alerts=True, **said)
    assert not Subscription.objects.exists()
    for row in SignUp.objects.all():
        address = urlsplit(link_for("confirm-sign-up", str(row.pk))).path
        assert ("alerts by e-mail" in client.get(address).content.decode()) is row.wants_alerts
        client.post(address)
    follower = Subscription.objects.get()
    assert (follower.topic, follower.state, follower.supporter.email) == (
        f"campaign:{action.campaign_id}",
        "active",
        "b@people.example",
    )
    scopes = Consent.objects.order_by("scope").values_list("scope", "supporter__id")
    assert [scope for scope, one in scopes if one == follower.supporter_id] == ["action", "alerts"]
    assert [scope for scope, one in scopes if one != follower.supporter_id] == ["action"]


def test_without_anything_public_to_follow_nobody_is_asked(client: Client) -> None:
    make_action(slug="picket", campaign=make_campaign(state="draft"))
    assert 'name="alerts"' not in client.get("/en/actions/picket/sign-up/").content.decode()
    make_action(slug="rally").prisoners.set([make_prisoner()])
    assert "Yerlan Baltabai" in client.get("/en/actions/rally/sign-up/").content.decode()
