"""The books of the outbox: on a page for stewards, by a command, and as metrics; and what failed is tried again."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError
from django.test import Client
from django.utils import timezone

from campaign.management.commands import doctor
from prisoners.choices import StaffRole
from supporters import accounts, outbox
from supporters.choices import NotificationState, SupporterState
from supporters.models import Notification, Supporter, Tick
from supporters.services import outboxes, people
from tests.actions.rows import make_staff
from tests.queries import queries_of
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.test_commands import run

pytestmark = pytest.mark.django_db


def owe(
    supporter: Supporter, kind: str = "release", *, state: str = "queued", minutes: int = 0, **fields: object
) -> None:
    """One mail that was due so many minutes ago, in a state."""
    now = timezone.now()
    occasion = f"{Notification.objects.count()}"
    due, stale = now - timedelta(minutes=minutes), now + timedelta(days=1)
    outboxes.owe(supporter, kind, "prisoner:1", occasion, due_at=due, stale_at=stale)
    settled = {} if state in accounts.OPEN else {"settled_at": now}
    Notification.objects.filter(occasion=occasion).update(state=state, **settled, **fields)


@pytest.fixture
def busy(follower: Meet) -> Supporter:
    anna = follower("all")
    owe(anna, minutes=90)
    owe(anna, minutes=5)
    owe(anna, "arrest", state="failed", reason="550 5.7.1 at RCPT")
    owe(anna, "arrest", state="sent")
    return anna


def steward(client: Client, *roles: str) -> Client:
    staff = make_staff("stefan", *(roles or (StaffRole.STEWARD,)))
    staff.is_staff = True
    staff.save()
    client.force_login(staff)
    return client


def test_command_tells_what_waits_and_since_when(busy: Supporter) -> None:
    said = json.loads(run("outbox", "--json"))
    assert said["states"] == {"waiting": 0, "queued": 2, "sending": 0, "sent": 1, "failed": 1, "cancelled": 0}
    assert 5400 <= said["oldest_seconds"] < 5500
    assert said["reasons"] == [{"kind": "arrest", "reason": "550 5.7.1 at RCPT", "count": 1}]
    text = run("outbox")
    assert "release  queued: 2, the oldest due 54" in text
    assert "not paused" in text
    assert "release" not in run("outbox", "--kind", "arrest")


def test_command_tells_why_what_is_tried_again_was_not_taken(busy: Supporter) -> None:
    """A certificate that ran out, say, or a password: it fails nothing for a day, and is to be seen at once."""
    owe(busy, "arrest", reason="no connection (SSLCertVerificationError)", attempts=1)
    owe(busy, "death", reason=accounts.REPLAYED)
    said = json.loads(run("outbox", "--json"))
    assert said["put_off"] == [{"kind": "arrest", "reason": "no connection (SSLCertVerificationError)", "count": 1}]
    assert "tried again later, arrest: no connection (SSLCertVerificationError) (1)" in run("outbox")
    assert "tried again later" not in run("outbox", "--kind", "release")


def test_command_lists_what_failed_and_queues_it_again_under_the_same_id(busy: Supporter, sink: Sink) -> None:
    [row] = json.loads(run("outbox", "--failed", "--json"))["failed"]
    assert (row["kind"], row["about"], row["reason"]) == ("arrest", "prisoner:1", "550 5.7.1 at RCPT")
    assert run("outbox", "--retry", "--kind", "release") == "queued again: 0\n"
    assert run("outbox", "--retry") == "queued again: 1\n"
    again = Notification.objects.get(pk=row["id"])
    assert (again.state, again.attempts) == (NotificationState.QUEUED, 0)
    assert run("outbox", "--retry", "--json") == '{"retried": 0}\n'


def test_what_is_tried_again_is_asked_again_whether_it_is_true(busy: Supporter, sink: Sink) -> None:
    """Nobody was released or arrested here: what is queued again is dropped, and nothing false leaves."""
    run("outbox", "--retry")
    outbox.deliver()
    assert sink.mails == []
    assert not accounts.failed(timezone.now()).exists()


def test_what_lost_its_use_is_not_tried_again(follower: Meet) -> None:
    owe(follower("all"), state="failed")
    Notification.objects.update(due_at=timezone.now() - timedelta(days=2), stale_at=timezone.now() - timedelta(days=1))
    assert run("outbox", "--retry") == "queued again: 0\n"


@pytest.mark.parametrize("kind", ["nonsense", ""])
def test_command_refuses_a_kind_that_does_not_exist_and_tries_nothing_again(busy: Supporter, kind: str) -> None:
    with pytest.raises(CommandError, match=f"There is no kind «{kind}»"):
        run("outbox", "--retry", "--kind", kind)
    assert accounts.failed(timezone.now()).count() == 1


def test_nothing_that_the_books_say_names_anybody(busy: Supporter, client: Client) -> None:
    busy.name = "Anna"
    busy.save()
    said = run("outbox") + run("outbox", "--failed") + client.get("/metrics").content.decode()
    said += steward(client).get("/staff/outbox/").content.decode()
    for word in ("anna", "example.org", str(busy.pk)):
        assert word not in said.lower()


def test_page_is_for_stewards(busy: Supporter, client: Client) -> None:
    assert client.get("/staff/outbox/").status_code == 302
    page = steward(client).get("/staff/outbox/").content.decode()
    assert "1 mail failed" in page and "550 5.7.1 at RCPT" in page
    assert "/staff/outbox/" in client.get("/staff/").content.decode()
    assert client.post("/staff/outbox/").status_code == 302
    assert not accounts.failed(timezone.now()).exists()


@pytest.mark.parametrize(("language", "words"), [("en", "Sign-up to confirm"), ("kk", "Жазылуды растау")])
def test_page_calls_kinds_by_their_names_and_not_by_their_codes(
    language: str, words: str, busy: Supporter, client: Client
) -> None:
    owe(busy, "sign_up_confirmation", state="failed", reason="550 5.1.1 at RCPT")
    client.cookies["django_language"] = language
    page = steward(client).get("/staff/outbox/", headers={"accept-language": language}).content.decode()
    assert page.count(words) == 2  # among the kinds, and among the reasons
    assert "sign_up_confirmation" not in page


@pytest.mark.parametrize(
    ("language", "words"), [("en", "There is no such mailbox."), ("ru", "Такого почтового ящика нет.")]
)
def test_page_says_why_mails_failed_in_words_with_the_code_beside_them(
    language: str, words: str, busy: Supporter, client: Client
) -> None:
    owe(busy, state="failed", reason="550 5.1.1 at RCPT")
    client.cookies["django_language"] = language
    page = steward(client).get("/staff/outbox/", headers={"accept-language": language}).content.decode()
    assert (words in page, ">550 5.1.1 at RCPT</small>" in page) == (True, True)


def test_page_says_what_is_tried_again_later_and_why(busy: Supporter, client: Client) -> None:
    owe(busy, attempts=2, reason="550 5.2.1 at RCPT")
    page = steward(client).get("/staff/outbox/").content.decode()
    said = page.partition("Why mails are tried again later")[2]
    assert "The mailbox is closed, or takes no mail." in said and ">550 5.2.1 at RCPT</small>" in said


def test_a_kind_of_a_later_version_stands_on_the_page_by_its_code(busy: Supporter, client: Client) -> None:
    Notification.objects.update(kind="of-a-later-version")
    assert "of-a-later-version" in steward(client).get("/staff/outbox/").content.decode()


@pytest.mark.parametrize("role", [StaffRole.RESEARCHER, StaffRole.PUBLISHER, StaffRole.ORGANISER])
def test_page_is_not_for_others(role: str, busy: Supporter, client: Client) -> None:
    steward(client, role)
    assert client.get("/staff/outbox/").status_code == 403
    assert client.post("/staff/outbox/").status_code == 403
    assert accounts.failed(timezone.now()).count() == 1


def test_page_tells_of_a_pause(busy: Supporter, client: Client) -> None:
    Tick.objects.create(name=outbox.PAUSED_UNTIL, ran_at=timezone.now() + timedelta(hours=1))
    assert "refuses us" in steward(client).get("/staff/outbox/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_books_cost_the_same_however_many_mails_there_are(count: int, follower: Meet) -> None:
    for number in range(count):
        owe(follower("all", address=f"p{number}@example.org"))
    assert len(queries_of(accounts.books, timezone.now())) == 10


def test_metrics_can_be_read_by_a_machine(busy: Supporter, client: Client) -> None:
    Supporter.objects.update(state=SupporterState.UNREACHABLE, soft_bounces=1)
    answer = client.get("/metrics")
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    lines = answer.content.decode().splitlines()
    assert 'until_free_mails{kind="release",state="queued"} 2' in lines
    assert 'until_free_mails{kind="arrest",state="failed"} 1' in lines
    assert "until_free_people_unreachable 1" in lines
    assert "until_free_sending_paused 0" in lines
    assert "until_free_people_in_browsers 0" in lines
    assert "# TYPE until_free_mails gauge" in lines


@pytest.mark.parametrize(
    "headers",
    [
        {"REMOTE_ADDR": "203.0.113.5"},
        {"HTTP_X_FORWARDED_FOR": "203.0.113.5"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
def test_metrics_are_for_this_machine_alone(headers: dict[str, str], client: Client) -> None:
    assert client.get("/metrics", **headers).status_code == 404  # type: ignore[arg-type]


def test_metrics_are_for_who_knows_the_token(client: Client, settings: object) -> None:
    settings.METRICS_TOKEN = "long-and-secret"  # type: ignore[attr-defined]
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", HTTP_AUTHORIZATION="Bearer wrong").status_code == 404
    far = {"REMOTE_ADDR": "203.0.113.5", "HTTP_AUTHORIZATION": "Bearer long-and-secret"}
    assert client.get("/metrics", **far).status_code == 200  # type: ignore[arg-type]


def test_operators_see_that_strangers_are_kept_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "SITE_AN_HOUR", 1)
    with time_machine.travel("2026-12-01T12:10Z", tick=False):
        for number in range(3):
            people.may_mail_stranger(f"p{number}@example.org")
        found = accounts.books(timezone.now())
    monkeypatch.setattr(accounts, "books", lambda _now: found)
    monkeypatch.setattr(doctor, "books", lambda _now: found)
    assert "held back by the cap of the site in this hour: 2" in run("outbox")
    assert "until_free_confirmations_held_back 2" in client.get("/metrics").content.decode()
    assert "2 confirmation mails were held back" in doctor.against_outbox()
    assert "has held back 2 confirmation mails" in steward(client).get("/staff/outbox/").content.decode()
