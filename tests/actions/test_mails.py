"""What the mails of this floor say, and what their links do."""

import re
from collections.abc import Iterator
from datetime import time, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.reminders import plan_changes, plan_reminders
from actions.services.restoring import replay
from actions.services.sign_up import confirm, sign_up
from actions.services.sign_up_changes import mute
from privacy import tombstones
from privacy.tombstones import Place
from supporters.choices import NotificationState
from supporters.kinds import kind_of
from supporters.links import link_for
from supporters.mails import compose
from supporters.models import Notification, Subscription, Supporter
from tests.actions.rows import NOW, make_action, make_group, make_sign_up, make_supporter

pytestmark = pytest.mark.django_db

KINDS = ("sign_up_confirmed", "action_reminder", "action_moved", "action_cancelled")


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def mail_of(notification: Notification) -> tuple[str, str]:
    """Subject and text of a mail."""
    message = message_from_bytes(compose(notification), _class=EmailMessage, policy=policy.default)
    body = message.get_body(("plain",))
    assert body is not None
    return str(message["Subject"]), body.get_content()


def owed(kind: str, row: SignUp) -> Notification:
    return Notification.objects.create(
        supporter=row.supporter,
        kind=kind,
        subject=f"sign_up:{row.pk}",
        occasion=kind,
        due_at=NOW,
        stale_at=NOW + timedelta(days=1),
        next_attempt_at=NOW,
        revision=row.action.revision,
    )


def ask(action: Action, name: str = "Alice") -> str:
    """Sign up, and the text of the one mail that is owed for it."""
    sign_up(action, address="alice@people.example", name=name, slot=None, guests=0, language="en", consent=True)
    notification = Notification.objects.get(kind="sign_up_confirmation")
    assert notification.state == NotificationState.QUEUED
    return mail_of(notification)[1]


def links_in(text: str) -> list[str]:
    return re.findall(r"https?://[^/\s]+(/l/\S+)", text)


def test_confirmation_mail_carries_no_word_that_a_visitor_chose() -> None:
    action = make_action(venue="SECRETCORNER", address_visibility="signed_up")
    text = ask(action, name="Buy at the shop")
    assert action.title in text and "18:00" in text and "UTC+1" in text
    assert "shop" not in text and "SECRETCORNER" not in text
    assert len(links_in(text)) == 2


def test_confirm_link_asks_on_get_and_confirms_on_post_once(client: Client) -> None:
    confirm, _not_me = links_in(ask(make_action()))
    assert "Yes, I come" in client.get(confirm).content.decode()
    assert SignUp.objects.get().state == SignUpState.UNCONFIRMED
    for _attempt in range(2):
        assert "is confirmed" in client.post(confirm).content.decode()
    assert SignUp.objects.get().state == SignUpState.CONFIRMED
    assert Notification.objects.filter(kind="sign_up_confirmed").count() == 1
    assert "is confirmed" in client.get(confirm).content.decode()


def test_confirm_link_says_kindly_that_it_is_full(client: Client) -> None:
    action = make_action(capacity=1, has_waiting_list=False)
    confirm, _not_me = links_in(ask(action))
    make_sign_up(action)
    response = client.post(confirm)
    assert (response.status_code, "All places are taken." in response.content.decode()) == (409, True)


def test_confirm_link_ends_after_two_days(client: Client) -> None:
    confirm, _not_me = links_in(ask(make_action()))
    with time_machine.travel(NOW + timedelta(hours=49)):
        assert client.post(confirm).status_code == 410
    assert SignUp.objects.get().state == SignUpState.UNCONFIRMED


def test_not_me_link_deletes_on_post_only_and_again_changes_nothing(client: Client) -> None:
    confirm, not_me = links_in(ask(make_action()))
    client.get(not_me)
    assert SignUp.objects.exists()
    for _attempt in range(2):
        assert "It is deleted" in client.post(not_me).content.decode()
    assert not Supporter.objects.exists()
    assert client.get(confirm).status_code == client.post(confirm).status_code == 410


@pytest.mark.parametrize("kind", KINDS)
def test_mails_to_those_who_come_say_when_in_whose_time(kind: str) -> None:
    action = make_action(group=make_group(), venue="Corner", address_visibility="signed_up", title="O'Brien & co")
    subject, text = mail_of(owed(kind, make_sign_up(action, guests=2)))
    assert "O'Brien" not in subject
    for wanted in ("O'Brien & co", "18:00", "UTC+1", f"/en/actions/{action.slug}/"):
        assert wanted in text
    assert ("Corner" in text and "2 guests" in text and len(links_in(text)) == 1) == (kind != "action_cancelled")


@pytest.mark.parametrize("kind", ["sign_up_confirmed", "action_reminder"])
def test_whoever_comes_is_led_to_what_to_know_before(client: Client, kind: str) -> None:
    text = mail_of(owed(kind, make_sign_up(make_action(), supporter=make_supporter(language="ru"))))[1]
    (address,) = [line for line in text.splitlines() if line.endswith("/about/coming/")]
    assert address.startswith(f"{settings.SITE_ORIGIN}/ru/")
    assert "Прежде чем прийти" in client.get(urlsplit(address).path).content.decode()


def test_mails_name_the_action_in_the_subject_only_where_that_was_wished() -> None:
    row = make_sign_up(make_action(title="Picket"), supporter=make_supporter(is_discreet=False))
    assert mail_of(owed("action_moved", row))[0] == "Changed: Picket"


def test_cancellation_gives_the_reason() -> None:
    action = make_action(cancelled_at=NOW, cancellation_reason="Storm warning")
    assert "Storm warning" in mail_of(owed("action_cancelled", make_sign_up(action)))[1]


def test_manage_link_withdraws_on_post_only(client: Client) -> None:
    row = make_sign_up(make_action())
    (manage,) = links_in(mail_of(owed("sign_up_confirmed", row))[1])
    assert "withdraw it" in client.get(manage).content.decode()
    row.refresh_from_db()
    assert row.state == SignUpState.CONFIRMED
    for _attempt in range(2):
        assert "is withdrawn" in client.post(manage, {"do": "withdraw"}).content.decode()
    row.refresh_from_db()
    assert row.state == SignUpState.WITHDRAWN
    assert "is withdrawn" in client.get(manage).content.decode()
    row.delete()
    assert client.get(manage).status_code == client.post(manage).status_code == 410


ENDED = ("sign_up_confirmed", "action_reminder", "action_moved", "action_cancelled", "sign_up_waiting", "place_offered")


def ending_of(notification: Notification) -> str:
    """Where the header of a mail leads that ends its sort, which its text gives too."""
    message = message_from_bytes(compose(notification), _class=EmailMessage, policy=policy.default)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == f"<actions.{settings.SITE_HOST}>"
    body = message.get_body(("plain",))
    address = str(message["List-Unsubscribe"]).strip("<>")
    assert body is not None and address.rsplit("/unsubscribe/")[0] in body.get_content()
    return urlsplit(address).path


@pytest.mark.parametrize("kind", ENDED)
def test_one_click_ends_the_mails_about_an_action_and_neither_the_alerts_nor_the_sign_up(
    client: Client, kind: str
) -> None:
    row = make_sign_up(make_action(), state="confirmed")
    Subscription.objects.create(supporter=row.supporter, topic="all", state="active")
    path = ending_of(owed(kind, row))
    provider = Client(enforce_csrf_checks=True)
    assert "still expected" in provider.get(path).content.decode()
    row.refresh_from_db()
    assert not row.is_muted
    for _attempt in range(2):
        answer = provider.post(path, {"List-Unsubscribe": "One-Click"})
        assert (answer.status_code, "stays as it is" in answer.content.decode()) == (200, True)
    row.refresh_from_db()
    assert (row.is_muted, row.state) == (True, SignUpState.CONFIRMED)
    assert Subscription.objects.exists()


@pytest.mark.parametrize("kind", ["sign_up_confirmed", "action_reminder", "action_moved", "action_cancelled"])
def test_who_wants_no_mails_about_an_action_gets_none(kind: str) -> None:
    row = make_sign_up(make_action())
    mute(row)
    assert kind_of(kind).reason_against(owed(kind, row), NOW) == "the person wants no mails about it"


def test_planners_leave_out_who_wants_no_mails_until_they_want_them_again(client: Client) -> None:
    action = make_action(held_on="2026-12-02", local_time=time(10), local_end_time=time(11))
    row = make_sign_up(action, told_revision=0)
    Action.internal.update(revision=1, venue="Fourth oak")
    mute(row)
    assert (plan_changes(NOW), plan_reminders(NOW)) == (0, 0)
    manage = urlsplit(link_for("manage-sign-up", str(row.pk))).path
    assert "no word if it is moved" in client.get(manage).content.decode()
    assert "no word if it is moved" not in client.post(manage, {"do": "unmute"}).content.decode()
    # The other way round the mail about the move is the reminder as well.
    assert (plan_reminders(NOW), plan_changes(NOW)) == (1, 1)


def test_who_waits_for_a_place_and_wants_no_mails_leaves_the_line() -> None:
    row = make_sign_up(make_action(), state="waiting", waiting_number=1)
    mute(row)
    row.refresh_from_db()
    assert row.state == SignUpState.WITHDRAWN


def test_who_signs_up_anew_hears_of_it_again() -> None:
    row = make_sign_up(make_action(), state="withdrawn", is_muted=True)
    SignUp.objects.update(state="unconfirmed", unconfirmed_until=NOW + timedelta(hours=1))
    confirm(SignUp.objects.get())
    row.refresh_from_db()
    assert (row.state, row.is_muted) == (SignUpState.CONFIRMED, False)


def test_a_restored_backup_does_not_write_to_who_wanted_no_mails() -> None:
    row = make_sign_up(make_action())
    mute(row)
    SignUp.objects.update(is_muted=False)
    replay(tombstones.since(Place()))
    row.refresh_from_db()
    assert row.is_muted


def test_mail_names_the_group_only_where_it_is_public() -> None:
    action = make_action(group=make_group(name="HIDDENGROUP", state="withdrawn"), organised_by="Friends")
    text = mail_of(owed("action_reminder", make_sign_up(action)))[1]
    assert "HIDDENGROUP" not in text and "Friends" in text


@pytest.mark.parametrize(
    ("state", "kind", "parts"),
    [
        (SignUpState.CONFIRMED, "sign_up_confirmed", ["text/calendar"]),
        (SignUpState.CONFIRMED, "action_reminder", ["text/calendar"]),
        (SignUpState.PENDING, "sign_up_pending", []),
    ],
)
def test_date_comes_as_a_calendar_to_those_who_are_expected_and_to_nobody_else(
    state: SignUpState, kind: str, parts: list[str]
) -> None:
    row = make_sign_up(make_action(venue="Under the clock"), state=state)
    message = message_from_bytes(compose(owed(kind, row)), _class=EmailMessage, policy=policy.default)
    attached = list(message.iter_attachments())
    assert [part.get_content_type() for part in attached] == parts
    for part in attached:
        assert "BEGIN:VEVENT" in part.get_content()
        assert part["Content-Disposition"].params["filename"].endswith(".ics")


def test_mail_that_confirms_says_what_a_missed_reminder_would_have_said() -> None:
    row = make_sign_up(make_action(venue="Third oak", description="Bring candles."))
    text = mail_of(owed("sign_up_confirmed", row))[1]
    assert [part in text for part in ("Bring candles.", "Third oak", "16 Dec 2026")] == [True, True, True]
