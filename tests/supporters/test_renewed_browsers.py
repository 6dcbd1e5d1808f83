"""A browser that renews its subscription by itself is carried over; a push service that asks for peace gets it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from supporters import outbox, push_transport, settling
from supporters.choices import NotificationState, SupporterState
from supporters.models import Browser, Notification, Subscription, Supporter
from supporters.services import browsers, people
from tests.supporters import record
from tests.supporters.push_service import HOST, FakeBrowser, PushService, owe, told_in

pytestmark = pytest.mark.django_db
QUEUED, SENT = NotificationState.QUEUED, NotificationState.SENT
RENEWED = "/push/renewed/"


def held() -> list[tuple[str, str, str]]:
    return sorted((one.endpoint, one.key, one.secret) for one in Browser.objects.all())


def said(old: FakeBrowser, new: FakeBrowser, **other: str) -> dict[str, str]:
    known = {"old_endpoint": old.held.endpoint, "old_secret": old.held.secret}
    return {**known, **vars(new.held), **other}


@pytest.mark.usefixtures("any_words")
def test_what_was_followed_goes_on_under_the_new_endpoint(client: Client, service: PushService) -> None:
    old, new = FakeBrowser("old"), FakeBrowser("new")
    prisoner = record.prisoner()
    anna = told_in(old, "all", f"prisoner:{prisoner.pk}")
    first, second = (client.post(RENEWED, said(old, new)) for _time in range(2))
    assert (first.status_code, second.status_code) == (204, 404)
    assert not first.cookies
    assert Supporter.objects.get().pk == anna.pk
    assert Subscription.objects.count() == 2
    owe(anna)
    outbox.deliver()
    [(path, _headers, body)] = service.got
    assert path == new.path
    assert new.read(body)["title"]


def test_a_browser_whose_old_endpoint_was_refused_meanwhile_is_told_a_first_word_again(
    client: Client, service: PushService
) -> None:
    old, new = FakeBrowser("old"), FakeBrowser("new")
    told_in(old)
    Supporter.objects.update(state=SupporterState.UNREACHABLE)
    assert client.post(RENEWED, said(old, new)).status_code == 204
    outbox.deliver()
    assert Supporter.objects.get().state == SupporterState.ACTIVE
    assert [path for path, _headers, _body in service.got] == [new.path]


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ({"old_secret": "A" * 22}, 404),
        ({"old_endpoint": f"https://{HOST}/wpush/v2/nobody"}, 404),
        ({"endpoint": "https://10.0.0.1/inside"}, 400),
        ({"endpoint": f"https://{HOST}/wpush/v2/third"}, 404),
        ({"key": "nonsense"}, 400),
        ({"secret": ""}, 400),
        ({"endpoint": "x" * 2000}, 400),
    ],
)
def test_who_does_not_show_the_old_secret_or_a_good_new_endpoint_changes_nothing(
    client: Client, other: dict[str, str], status: int
) -> None:
    old, third = FakeBrowser("old"), FakeBrowser("third")
    told_in(old)
    told_in(third)
    before = held()
    assert client.post(RENEWED, said(old, FakeBrowser("new"), **other)).status_code == status
    assert client.get(RENEWED).status_code == 405
    assert held() == before


@pytest.mark.usefixtures("any_words")
def test_the_answer_to_an_old_endpoint_does_not_end_a_browser_that_has_renewed_it_meanwhile(
    service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = FakeBrowser("old"), FakeBrowser("new")
    row = owe(told_in(old))
    service.answers = [(410, b"")]
    settle = settling.record

    def renewed_before(*given: Any) -> Iterator[str]:
        browsers.carry_over(old.held.endpoint, old.held.secret, new.held)
        yield from settle(*given)

    monkeypatch.setattr(settling, "record", renewed_before)
    outbox.deliver()
    row.refresh_from_db()
    assert (row.state, Supporter.objects.get().state) == (QUEUED, SupporterState.ACTIVE)
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))
    outbox.deliver()
    row.refresh_from_db()
    assert row.state == SENT
    assert [path for path, _headers, _body in service.got] == [old.path, new.path]


def test_two_that_renew_to_the_same_endpoint_at_once_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    old, other = FakeBrowser("old"), FakeBrowser("other")
    told_in(old)
    told_in(other)
    # As if the other one were not there yet when it was asked about.
    monkeypatch.setattr(QuerySet, "exists", lambda rows: False)
    before = held()
    assert not browsers.carry_over(old.held.endpoint, old.held.secret, other.held)
    assert held() == before


def test_a_browser_whose_owner_was_forgotten_is_not_called_back(client: Client) -> None:
    old = FakeBrowser("old")
    people.forget(told_in(old))
    assert client.post(RENEWED, said(old, FakeBrowser("new"))).status_code == 404
    assert not Supporter.objects.exists()


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize("status", [429, 503])
def test_a_service_that_asks_for_peace_is_left_alone_for_so_long(status: int, service: PushService) -> None:
    people_told = [told_in(FakeBrowser(name)) for name in ("one", "two", "three")]
    rows = [owe(one) for one in people_told]
    service.answers = [(status, b"", {"Retry-After": "3600"})] * 3
    outbox.deliver()
    # The hands at work in that moment have asked already, no later one does.
    asked = len(service.got)
    assert 1 <= asked <= 3
    for row in rows:
        row.refresh_from_db()
        assert row.state == QUEUED
        assert (
            timedelta(hours=1) <= row.next_attempt_at - timezone.now() + timedelta(seconds=30) <= timedelta(hours=1.3)
        )
    later = owe(people_told[0], occasion="later")
    outbox.deliver()
    later.refresh_from_db()
    assert (later.state, later.reason) == (QUEUED, "the push service wants to be left alone")
    assert len(service.got) == asked
    push_transport.rest(HOST, 0)
    service.answers = []
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))
    outbox.deliver()
    assert set(Notification.objects.values_list("state", flat=True)) == {SENT}


NOW = datetime(2026, 12, 15, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("120", timedelta(minutes=2)),
        (format_datetime(NOW + timedelta(minutes=5), usegmt=True), timedelta(minutes=5)),
        (format_datetime(NOW - timedelta(minutes=5), usegmt=True), timedelta()),
        ("99999999999999999999", timedelta()),
        ("864000", timedelta(hours=24)),
        ("-5", timedelta()),
        ("soon", timedelta()),
        ("Tue, 99 Foo 2026", timedelta()),
        ("15 Dec 2026 09:05:00", timedelta()),
        ("", timedelta()),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_an_hour(header: str, wanted: timedelta) -> None:
    assert push_transport.asked_for(header, NOW) == wanted
