"""The organisers write to those who signed up: to whom, how often, and what stays of it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client

from actions import notifications
from actions.choices import Audience, SignUpState
from actions.models import Action, Message, SignUp, Slot
from actions.refusals import ActionsRefusal
from actions.services.messaging import audience_of, write
from actions.services.sign_up_changes import mute, withdraw
from prisoners.models import Staff
from supporters.choices import SupporterState, SuppressionReason
from supporters.mails import drafted
from supporters.models import Notification, Supporter
from supporters.returned import Returned
from supporters.services import bounces, people
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up
from tests.queries import first_queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def anna() -> Staff:
    return make_organiser("anna", make_group())


def hers(anna: Staff, **fields: object) -> Action:
    return make_action(group=anna.memberships.get().group, **fields)


def reached() -> set[str]:
    return set(Notification.objects.filter(kind="organiser_message").values_list("subject", flat=True))


def _left_in_peace(supporter: Supporter) -> None:
    people.leave_in_peace(supporter, SuppressionReason.LEFT)


def _complained(supporter: Supporter) -> None:
    bounces.act_on(supporter, Returned(is_complaint=True), "", NOW)


def _unreachable(supporter: Supporter) -> None:
    Supporter.objects.filter(pk=supporter.pk).update(state=SupporterState.UNREACHABLE)


def test_message_goes_to_those_it_is_for_and_to_nobody_who_left(anna: Staff) -> None:
    action = hers(anna)
    steward = Slot.internal.create(action=action, role="steward")
    coming, stands = make_sign_up(action), make_sign_up(action, slot=steward)
    waits = make_sign_up(action, state=SignUpState.WAITING, waiting_number=1)
    for state in (SignUpState.WITHDRAWN, SignUpState.REFUSED, SignUpState.UNCONFIRMED, SignUpState.PENDING):
        make_sign_up(action, state=state)
    mute(make_sign_up(action))
    make_sign_up(make_action())
    wanted = {Audience.COMING: {coming, stands}, Audience.SLOT: {stands}, Audience.WAITING: {waits}}
    for audience, rows in wanted.items():
        Notification.objects.all().delete()
        assert write(action, anna, text="Bring candles.", audience=audience, slot=steward) == len(rows)
        assert reached() == {f"sign_up:{row.pk}" for row in rows}


@pytest.mark.parametrize("people", [1, 3])
def test_message_takes_as_many_statements_however_many_read_it(anna: Staff, people: int) -> None:
    action = hers(anna)
    for _number in range(people):
        make_sign_up(action)
    told: list[int] = []
    written = first_queries_of(
        lambda: told.append(write(action, anna, text="Bring candles.", audience=Audience.COMING))
    )
    assert (told, len(written)) == ([people], 8)


def test_message_is_recorded_sealed_with_who_sent_it_and_to_how_many(anna: Staff) -> None:
    action = hers(anna)
    make_sign_up(action)
    write(action, anna, text="Third oak at six.", audience=Audience.COMING)
    message = Message.objects.get()
    assert (message.text, message.sent_by, message.recipients) == ("Third oak at six.", anna, 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM actions_message")
        assert b"oak" not in bytes(cursor.fetchone()[0])


def test_mail_says_what_was_written_and_how_to_withdraw(anna: Staff) -> None:
    action = hers(anna, title="Picket at the embassy")
    make_sign_up(action)
    write(action, anna, text="Bring candles & <matches>.", audience=Audience.COMING)
    mail = drafted(Notification.objects.get()).decode()
    assert "Bring candles & <matches>." in mail and "Bring candles &amp; &lt;matches&gt;." in mail
    assert "/l/" in mail and "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in mail
    assert "Subject: From the organisers\r\n" in mail


def test_who_withdraws_before_it_leaves_does_not_get_it(anna: Staff) -> None:
    action = hers(anna)
    row = make_sign_up(action)
    write(action, anna, text="Bring candles.", audience=Audience.COMING)
    told = Notification.objects.get()
    Action.internal.filter(pk=action.pk).update(cancelled_at=NOW)
    assert notifications.against_message(told, NOW + timedelta(days=1)) == ""
    mute(SignUp.objects.get(pk=row.pk))
    assert notifications.against_message(told, NOW) == notifications.MUTED
    withdraw(row)
    assert notifications.against_message(told, NOW) == notifications.NOT_COMING
    Message.objects.all().delete()
    assert notifications.against_message(told, NOW) == notifications.GONE


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"text": " \n "}, "write something"),
        ({"text": "x" * 4001}, "at most 4,000"),
        ({"audience": Audience.WAITING}, "Nobody would get"),
        ({"audience": Audience.SLOT}, "choose a role"),
    ],
)
def test_message_is_refused_and_nothing_is_written(anna: Staff, said: dict, why: str) -> None:
    action = hers(anna)
    make_sign_up(action)
    with pytest.raises(ActionsRefusal, match=why):
        write(action, anna, **{"text": "Bring candles.", "audience": Audience.COMING, **said})
    with pytest.raises(ActionsRefusal, match="organise"):
        write(action, make_organiser("bob"), text="Come to us", audience=Audience.COMING)
    Action.internal.filter(pk=action.pk).update(state="withdrawn")
    with pytest.raises(ActionsRefusal, match="not public"):
        write(action, anna, text="Bring candles.", audience=Audience.COMING)
    assert not (Message.objects.exists() or Notification.objects.exists())


def test_sixth_message_in_a_day_has_to_wait(anna: Staff) -> None:
    action = hers(anna)
    make_sign_up(action)
    for number in range(5):
        write(action, anna, text=f"Word {number}", audience=Audience.COMING)
    with pytest.raises(ActionsRefusal, match="five times"):
        write(action, anna, text="Word 6", audience=Audience.COMING)
    with time_machine.travel(NOW + timedelta(hours=24, minutes=1), tick=False):
        assert write(action, anna, text="Word 6", audience=Audience.COMING) == 1


def test_desk_shows_it_first_and_sends_it_once(anna: Staff, client: Client) -> None:
    action = hers(anna, slug="picket")
    make_sign_up(action)
    client.force_login(anna)
    said = {"to": "coming", "text": "Bring <b>candles</b>.", "key": "a-key"}
    page = client.post("/en/desk/actions/picket/message/", said).content.decode()
    assert "&lt;b&gt;candles" in page and "It goes to 1 person" in page
    assert not Message.objects.exists()
    for _time in range(2):
        assert client.post("/en/desk/actions/picket/message/", {**said, "do": "send"}).status_code == 302
    assert Message.objects.get().recipients == 1
    desk = client.get("/en/desk/actions/picket/").content.decode()
    assert "Bring &lt;b&gt;candles" in desk and "anna" in desk
    assert client.post("/en/desk/actions/picket/message/", {"to": "everybody", "text": "x"}).status_code == 400


@pytest.mark.parametrize(
    "against", [_left_in_peace, _complained, _unreachable], ids=["left in peace", "complained", "unreachable"]
)
def test_who_will_not_be_mailed_is_not_counted(against: Callable[[Supporter], object], anna: Staff) -> None:
    action = hers(anna)
    rows = [make_sign_up(action) for _number in range(3)]
    against(rows[0].supporter)
    assert audience_of(action, Audience.COMING).count() == 2
    assert write(action, anna, text="Bring candles.", audience=Audience.COMING) == 2
    assert reached() == {f"sign_up:{row.pk}" for row in rows[1:]}
    assert Message.objects.get().recipients == 2


def test_message_that_nobody_would_get_is_not_sent(anna: Staff) -> None:
    action = hers(anna)
    _unreachable(make_sign_up(action).supporter)
    with pytest.raises(ActionsRefusal, match="Nobody would get"):
        write(action, anna, text="Bring candles.", audience=Audience.COMING)


def test_audience_is_empty_where_nobody_signed_up(anna: Staff) -> None:
    assert not audience_of(hers(anna), Audience.COMING).exists()
