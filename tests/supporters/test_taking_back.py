"""What was stopped or changed on the page of what one follows is undone by one press, without script."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from supporters import outbox, reminders
from supporters.choices import AlertGroup, NotificationState, Rate, SubscriptionState
from supporters.models import Browser, Notification, Subscription, Supporter, Suppression
from supporters.services import leaving, people, retention, subscriptions
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.visitor import ask, follows_path, links, manage_path, tick_and_send

pytestmark = pytest.mark.django_db

Form = list[tuple[str, str]]


def undo_forms(page: bytes) -> list[Form]:
    """What the buttons that undo something send."""
    button = r"<form[^>]*>(?:(?!</form>).)*>\s*(?:Undo|Do it after all)(?:(?!</form>).)*</form>"
    forms = re.findall(button, page.decode(), re.DOTALL)
    return [
        [(name, unescape(value)) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form)] for form in forms
    ]


def press(client: Client, path: str, form: Form) -> bytes:
    data: dict[str, list[str]] = {}
    for name, value in form:
        data.setdefault(name, []).append(value)
    response = client.post(path, data)
    assert response.status_code == 200
    return response.content


def as_followed(anna: Supporter) -> set[tuple[object, ...]]:
    rows = anna.subscriptions.all()
    return {(row.pk, row.topic, row.state, row.rate, tuple(row.muted), row.note, row.unconfirmed_until) for row in rows}


@pytest.mark.parametrize("path_of", [manage_path, follows_path], ids=["own link", "link of an alert"])
def test_one_press_takes_back_what_one_press_stopped(client: Client, follower: Meet, path_of: object) -> None:
    anna = follower("all", "country:KZ")
    subscriptions.prefer(anna, "country:KZ", wanted=[AlertGroup.COURT], rate=Rate.WEEKLY, note="my brother")
    before, path = as_followed(anna), path_of(anna)  # type: ignore[operator]
    page = client.post(path, {"do": "stop", "topic": "country:KZ"}).content
    assert b"You do not follow this any more" in page
    assert not subscriptions.followed(anna, "country:KZ")
    (form,) = undo_forms(page)
    assert undo_forms(client.get(path).content) == [form]
    page = press(client, path, form)
    assert as_followed(anna) == before
    assert (b"my brother" in page, b"as it was before" in page, undo_forms(page)) == (True, True, [])


def test_all_of_it_is_taken_back_by_one_press(client: Client, follower: Meet) -> None:
    anna = follower("all", "country:KZ", "country:RU")
    before = as_followed(anna)
    page = client.post(manage_path(anna), {"do": "stop-all"}).content
    assert not anna.subscriptions.filter(state=SubscriptionState.ACTIVE).exists()
    assert Suppression.objects.count() == 1
    forms = undo_forms(page)
    assert sorted(map(len, forms)) == [2, 2, 2, 5]
    assert b"as it was before" in press(client, manage_path(anna), max(forms, key=len))
    assert as_followed(anna) == before
    assert not Suppression.objects.exists()


def test_what_was_refused_comes_back_refused_though_asked_for_again(client: Client, follower: Meet) -> None:
    anna = follower("all", "country:KZ", "country:RU")
    for topic in ("country:KZ", "country:RU"):
        subscriptions.switch_off(anna, topic)
    anna.subscriptions.filter(topic="country:RU").update(unconfirmed_until=timezone.now() + timedelta(hours=2))
    anna.subscriptions.create(topic="country:BY", unconfirmed_until=timezone.now() + timedelta(hours=2))
    page = client.post(manage_path(anna), {"do": "stop-all"}).content
    assert {one.topic for one in leaving.stopped(anna)} == {"all", "country:KZ", "country:RU"}
    press(client, manage_path(anna), max(undo_forms(page), key=len))
    rates = {one.topic: one.rate for one in anna.subscriptions.filter(state=SubscriptionState.ACTIVE)}
    assert rates == {"all": Rate.AT_ONCE, "country:KZ": Rate.OFF, "country:RU": Rate.OFF}


def test_an_hour_later_it_is_final_and_erased(client: Client, follower: Meet) -> None:
    anna = follower("all", "country:KZ")
    page = client.post(manage_path(anna), {"do": "stop-all"}).content
    purged = retention.purge(timezone.now() + timedelta(minutes=59))
    assert purged["subscriptions_that_were_stopped"] == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert undo_forms(client.get(manage_path(anna)).content) == []
        response = client.post(manage_path(anna), {"do": "take-back", "topic": ["all", "country:KZ"]})
        assert (response.status_code, "nothing is changed" in response.content.decode()) == (400, True)
        purged = retention.purge(timezone.now())
    assert (purged["subscriptions_that_were_stopped"], purged["people_on_whom_nothing_hangs"]) == (2, 1)
    assert not Supporter.objects.exists()
    assert client.post(manage_path(anna), dict(max(undo_forms(page), key=len))).status_code == 410


def test_whoever_stopped_all_of_it_can_have_it_erased_at_once(client: Client, follower: Meet) -> None:
    anna = follower("all")
    assert b'value="leave"' in client.post(manage_path(anna), {"do": "stop-all"}).content
    assert client.post(manage_path(anna), {"do": "leave"}).status_code == 200
    assert not Supporter.objects.exists()


def test_the_unsubscribe_link_is_final_at_once_for_whoever_stopped_all_before(
    client: Client, follower: Meet, sink: Sink
) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    anna = follower("all")
    tick_and_send()
    (unsubscribe,) = [link for link in links(sink) if link.startswith("/unsubscribe/")]
    leaving.stop_all(anna)
    assert b"<button" in client.get(unsubscribe).content
    client.post(unsubscribe)
    assert not Supporter.objects.exists()


@pytest.mark.parametrize("topics", [[], ["country:RU"], ["\0"], ["all", "all"]], ids=str)
def test_what_was_not_stopped_is_not_followed_by_taking_back(client: Client, follower: Meet, topics: list[str]) -> None:
    anna = follower("all")
    before = as_followed(anna)
    response = client.post(manage_path(anna), {"do": "take-back", "topic": topics})
    assert (response.status_code, as_followed(anna)) == (400, before)


def test_stopping_twice_is_stopping_once(client: Client, follower: Meet) -> None:
    anna = follower("all")
    for _time in range(2):
        assert client.post(manage_path(anna), {"do": "stop", "topic": "all"}).status_code == 200
    assert leaving.stopped(anna).count() == 1
    for _time in range(2):
        assert client.post(manage_path(anna), {"do": "stop-all"}).status_code == 200
    assert leaving.stopped(anna).count() == 1


def test_no_mail_leaves_for_what_was_stopped_and_each_one_does_when_it_was_taken_back(
    client: Client, follower: Meet, sink: Sink
) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    anna = follower("all")
    reminders.run_planners(timezone.now())
    client.post(manage_path(anna), {"do": "stop", "topic": "all"})
    outbox.deliver()
    tick_and_send()
    assert (sink.mails, Notification.objects.get().state) == ([], NotificationState.CANCELLED)
    client.post(manage_path(anna), {"do": "take-back", "topic": "all"})
    tick_and_send()
    tick_and_send()
    assert len(sink.mails) == 1


def test_what_was_told_before_is_not_told_again_when_all_was_taken_back(
    client: Client, follower: Meet, sink: Sink
) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    anna = follower("all")
    tick_and_send()
    client.post(manage_path(anna), {"do": "stop-all"})
    tick_and_send()
    client.post(manage_path(anna), {"do": "take-back", "topic": "all"})
    tick_and_send()
    assert len(sink.mails) == 1


def test_whoever_asks_anew_for_what_they_stopped_begins_anew(client: Client, follower: Meet, sink: Sink) -> None:
    anna = follower("all")
    client.post(manage_path(anna), {"do": "stop", "topic": "all"})
    ask(client)
    assert anna.subscriptions.get().state == SubscriptionState.UNCONFIRMED
    outbox.deliver()
    client.post(links(sink)[0])
    assert anna.subscriptions.get().state == SubscriptionState.ACTIVE


def test_what_comes_with_a_sign_up_is_followed_though_it_was_stopped_a_moment_ago(follower: Meet) -> None:
    anna = follower("all")
    leaving.stop(anna, "all")
    subscriptions.follow(anna, ["all"])
    assert anna.subscriptions.get().state == SubscriptionState.ACTIVE


def test_choice_and_note_are_put_back_by_one_press(client: Client, follower: Meet) -> None:
    anna = follower("all")
    subscriptions.prefer(anna, "all", wanted=["court", "days"], rate=Rate.WEEKLY, note='my "brother" & <I>')
    before, path = as_followed(anna), manage_path(anna)
    page = client.post(
        path, {"do": "prefer", "topic": "all", "wanted": ["status"], "rate": "daily", "note": ""}
    ).content
    assert anna.subscriptions.get().note == ""
    (form,) = undo_forms(page)
    after = as_followed(anna)
    page = press(client, path, form)
    assert as_followed(anna) == before
    press(client, path, undo_forms(page)[0])
    assert as_followed(anna) == after


@pytest.mark.parametrize("is_discreet", [True, False])
def test_how_we_write_is_put_back_by_one_press(client: Client, follower: Meet, *, is_discreet: bool) -> None:
    anna = follower("all", zone="Asia/Almaty")
    Supporter.objects.update(is_discreet=is_discreet, told_at_hour=7)
    before = Supporter.objects.values().get()
    said = {"do": "set", "language": "en", "time_zone": "Europe/Berlin", "told_at_hour": "18"}
    page = client.post(manage_path(anna), {**said, **({} if is_discreet else {"is_discreet": "on"})}).content
    press(client, manage_path(anna), undo_forms(page)[0])
    assert Supporter.objects.values().get() == before


def test_a_choice_that_is_refused_offers_nothing_to_undo(client: Client, follower: Meet) -> None:
    response = client.post(manage_path(follower("all")), {"do": "prefer", "topic": "all", "rate": "hourly"})
    assert (response.status_code, undo_forms(response.content)) == (400, [])


def test_what_was_stopped_says_so_to_whoever_asks_what_is_held(client: Client, follower: Meet) -> None:
    anna = follower("all")
    leaving.stop(anna, "all")
    assert client.post(manage_path(anna), {"do": "take-along"}).json()["follows"][0]["state"] == "stopped"


def test_what_is_stopped_has_an_end(follower: Meet) -> None:
    follower("all")
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscription.objects.update(state=SubscriptionState.STOPPED)


def test_a_person_who_comes_to_something_stays_when_what_was_stopped_is_erased(follower: Meet) -> None:
    anna, boris = follower("all"), follower("all", "country:KZ", address="boris@example.org")
    leaving.stop_all(anna)
    leaving.stop(boris, "all")
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        retention.purge(timezone.now())
    assert list(Supporter.objects.all()) == [boris]
    assert not Browser.objects.exists()
    assert people.alone().count() == 0


def test_page_after_undoing_says_so_and_offers_to_do_it_after_all(client: Client, follower: Meet) -> None:
    anna = follower("country:KZ")
    path = manage_path(anna)
    page = client.post(path, {"do": "prefer", "topic": "country:KZ", "rate": Rate.WEEKLY, "wanted": ["court"]}).content
    assert b"It is changed." in page
    page = press(client, path, undo_forms(page)[0])
    assert b"It is as it was before." in page
    assert b"It is changed." not in page
    assert b"Do it after all" in page
    assert len(undo_forms(page)) == 1
