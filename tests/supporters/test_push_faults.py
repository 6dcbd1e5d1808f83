"""What goes wrong between us and a push service, or with one browser, and what it leaves of the rest."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from privacy import outside
from privacy.fields import Sealed
from supporters import kinds, outbox, ways
from supporters.choices import NotificationState, SupporterState
from supporters.models import Browser, Notification, Supporter
from supporters.services import browsers, retention
from tests.supporters.conftest import Meet, in_the_hands_of
from tests.supporters.push_service import ALERTS, HOST, FakeBrowser, PushService, owe, told_in
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
SENT, QUEUED, FAILED = NotificationState.SENT, NotificationState.QUEUED, NotificationState.FAILED


def again() -> None:
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_has_ended_is_told_nothing_more_and_forgotten_after_a_month(
    status: int, service: PushService
) -> None:
    person = told_in(FakeBrowser())
    row = owe(person)
    service.answers = [(status, b"")]
    outbox.deliver()
    row.refresh_from_db()
    person.refresh_from_db()
    assert (row.state, row.reason) == (FAILED, f"the push service says {status}")
    assert person.state == SupporterState.UNREACHABLE
    owe(person, occasion="later")
    outbox.deliver()
    assert len(service.got) == 1
    assert not browsers.ended(timezone.now()).exists()
    retention.purge(timezone.now() + timedelta(days=32))
    assert not Supporter.objects.exists() and not Browser.objects.exists()


@pytest.mark.usefixtures("any_words")
def test_a_browser_that_comes_back_is_told_again(service: PushService) -> None:
    anna = FakeBrowser()
    owe(told_in(anna))
    service.answers = [(410, b"")]
    outbox.deliver()
    owe(told_in(anna), occasion="later")
    outbox.deliver()
    assert list(Notification.objects.order_by("due_at").values_list("state", flat=True)) == [
        FAILED,
        SENT,
    ]


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("status", [302, 401, 403, 413, 429, 500, 503])
def test_what_is_refused_for_now_comes_again_and_takes_the_place_of_the_first(
    status: int, service: PushService
) -> None:
    row = owe(told_in(FakeBrowser()))
    service.answers = [(status, b"")]
    outbox.deliver()
    row.refresh_from_db()
    assert (row.state, row.attempts, row.reason) == (QUEUED, 1, f"the push service says {status}")
    assert row.next_attempt_at > timezone.now() + timedelta(minutes=3)
    again()
    outbox.deliver()
    first, second = (headers["Topic"] for _path, headers, _body in service.got)
    assert first == second
    row.refresh_from_db()
    assert row.state == SENT


@pytest.mark.usefixtures("any_words")
def test_that_a_push_service_does_not_believe_us_is_said_to_the_operator_and_names_nobody(
    service: PushService, caplog: pytest.LogCaptureFixture
) -> None:
    owe(told_in(FakeBrowser("anna")))
    service.answers = [(403, b"")]
    outbox.deliver()
    [said] = [one.getMessage() for one in caplog.records if one.name == "supporters.push_transport"]
    assert HOST in said and "VAPID_KEY" in said and "anna" not in said


@pytest.mark.usefixtures("any_words")
def test_a_push_service_that_is_away_holds_up_neither_mails_nor_other_services(
    monkeypatch: pytest.MonkeyPatch, sink: Sink, follower: Meet
) -> None:
    tried: list[str] = []

    def away(host: str) -> list[str]:
        tried.append(host)
        raise outside.NoAnswer("gaierror")

    monkeypatch.setattr(outside, "look_up", away)
    monkeypatch.setattr(ways, "PUSHES", replace(ways.PUSHES, most_connections=1))
    for number in range(6):
        owe(told_in(FakeBrowser(str(number))))
    owe(follower("all"))
    outbox.deliver()
    assert len(tried) == 3
    assert len(sink.mails) == 1
    assert Notification.objects.filter(state=QUEUED).count() == 6


@pytest.mark.usefixtures("any_words")
def test_a_mail_server_that_is_away_holds_up_no_push(service: PushService, follower: Meet, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    for number in range(5):
        owe(follower("all", address=f"p{number}@example.org"))
    owe(told_in(FakeBrowser()))
    outbox.deliver()
    assert len(service.got) == 1


@pytest.mark.usefixtures("any_words")
def test_a_worker_that_died_leaves_pushes_as_it_leaves_mails(service: PushService) -> None:
    person = told_in(FakeBrowser())
    held = next(name for name in ALERTS if not kinds.kind_of(name).resend_if_in_doubt)
    again_, once = owe(person, "hearing_cancelled"), owe(person, held)
    in_the_hands_of(7)
    outbox.take_back()
    outbox.deliver()
    again_.refresh_from_db()
    once.refresh_from_db()
    assert (again_.state, once.state, len(service.got)) == (SENT, FAILED, 1)


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("break_it", [{"key": ""}, {"secret": ""}, {"key": Sealed(b"\1rubbish")}, None], ids=str)
def test_what_cannot_be_written_for_one_browser_stops_no_other(
    break_it: dict[str, Any] | None, service: PushService
) -> None:
    broken, fine = told_in(FakeBrowser("broken")), told_in(FakeBrowser("fine"))
    rows = Browser.objects.filter(pk=broken.pk)
    rows.update(**break_it) if break_it else rows.delete()
    owe(broken), owe(fine)
    outbox.deliver()
    assert [path for path, _headers, _body in service.got] == ["/wpush/v2/fine"]
    assert Notification.objects.get(supporter=broken).reason.startswith("cannot be written")


@pytest.mark.usefixtures("any_words")
def test_without_a_key_what_is_owed_waits(service: PushService, settings: object) -> None:
    row = owe(told_in(FakeBrowser()))
    settings.VAPID_KEY = ""  # type: ignore[attr-defined]
    outbox.deliver()
    row.refresh_from_db()
    assert row.state == QUEUED and not service.got


def test_of_a_push_about_many_things_one_that_cannot_be_worded_takes_no_other_with_it(
    service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = kinds.kind_of("release")

    def context(row: Notification) -> dict[str, Any]:
        if row.occasion == "2":
            raise KeyError("a word that is missing")
        return {"who": "Anna", "when": "today", "link": "/"}

    known = {"topics": lambda _row: ["all"], "against_all": lambda _row, _now: "", "reason_against": lambda *_: ""}
    monkeypatch.setitem(kinds._KINDS, kind.name, replace(kind, context=context, **known))
    person = told_in(FakeBrowser())
    for number in range(6):
        owe(person, occasion=str(number))
    for _try in range(3):
        outbox.deliver()
        again()
    assert len(service.got) == 1
    assert sorted(Notification.objects.values_list("state", flat=True)) == [FAILED, *[SENT] * 5]
    assert Notification.objects.get(state=FAILED).occasion == "2"
