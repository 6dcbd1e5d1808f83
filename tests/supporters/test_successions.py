"""Whoever follows a case follows the one that it goes on in."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from prisoners.choices import PublicationState
from prisoners.models import Case, Defendant
from prisoners.services import cases
from prisoners.services.refusals import RecordRefused
from supporters import outbox, reminders
from supporters.choices import AlertGroup, NotificationState, Rate, SubscriptionState
from supporters.models import Notification, Subscription, Succession
from supporters.services import leaving, subscriptions
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def a_case(title: str, follows: Case | None = None, **fields: object) -> Case:
    slug = title.lower().replace(" ", "-")
    return Case.internal.create(
        **{**record.PUBLIC, "slug": slug, "title": title, "country": "KZ", **fields, "follows": follows}
    )


def topic(case: Case) -> str:
    return f"case:{case.pk}"


def tick() -> int:
    new = reminders.run_planners(timezone.now())
    outbox.deliver()
    return new


def undo_path(sink: Sink) -> str:
    found = re.search(r"https?://[^/\s]+(/l/\S+)", sink.text().split("This link undoes it:")[1])
    assert found is not None
    return found[1]


def test_followers_of_a_case_follow_its_appeal_and_are_told_once(follower: Meet, sink: Sink) -> None:
    trial = a_case("The trial")
    anna = follower(topic(trial))
    anna.subscriptions.update(rate=Rate.WEEKLY, muted=[AlertGroup.DAYS])
    appeal = a_case("The appeal", trial)
    assert [tick() for _time in range(3)] == [1, 0, 0]
    row = anna.subscriptions.get(topic=topic(appeal))
    assert (row.state, row.rate, row.muted) == (SubscriptionState.ACTIVE, Rate.WEEKLY, [AlertGroup.DAYS])
    assert anna.subscriptions.filter(topic=topic(trial)).exists()
    assert "The trial\r\ngoes on as\r\nThe appeal" in sink.text()
    assert len(sink.mails) == 1


def test_undoing_takes_a_click_and_a_button_and_lasts(follower: Meet, sink: Sink, client: Client) -> None:
    trial = a_case("The trial")
    anna = follower(topic(trial))
    appeal = a_case("The appeal", trial)
    tick()
    path = undo_path(sink)
    page = client.get(path).content.decode()
    assert "The appeal" in page
    assert anna.subscriptions.get(topic=topic(appeal)).rate == Rate.AT_ONCE
    for _time in range(2):
        assert "You do not follow this case" in client.post(path).content.decode()
    assert "You do not follow this case" in client.get(path).content.decode()
    Notification.objects.all().delete()
    assert tick() == 0
    assert anna.subscriptions.get(topic=topic(appeal)).rate == Rate.OFF
    assert anna.subscriptions.get(topic=topic(trial)).rate == Rate.AT_ONCE


def test_link_of_somebody_who_is_gone_says_so(follower: Meet, sink: Sink, client: Client) -> None:
    trial = a_case("The trial")
    anna = follower(topic(trial))
    a_case("The appeal", trial)
    tick()
    path = undo_path(sink)
    anna.delete()
    assert [client.get(path).status_code, client.post(path).status_code] == [410, 410]


def test_who_stopped_following_is_not_made_to_follow_again(follower: Meet, sink: Sink) -> None:
    trial = a_case("The trial")
    anna = follower(topic(trial))
    appeal = a_case("The appeal", trial)
    tick()
    leaving.stop(anna, topic(appeal))
    Notification.objects.all().delete()
    assert tick() == 0
    assert anna.subscriptions.get(topic=topic(appeal)).state == SubscriptionState.STOPPED


def test_what_is_switched_off_stays_off_and_nobody_is_told(follower: Meet, sink: Sink) -> None:
    trial = a_case("The trial")
    appeal = a_case("The appeal", trial)
    no_more, neither = follower(topic(trial)), follower(topic(trial), topic(appeal), address="boris@example.org")
    no_more.subscriptions.update(rate=Rate.OFF)
    neither.subscriptions.filter(topic=topic(appeal)).update(rate=Rate.OFF)
    assert tick() == 0
    assert not no_more.subscriptions.filter(topic=topic(appeal)).exists()
    assert neither.subscriptions.get(topic=topic(appeal)).rate == Rate.OFF
    assert sink.mails == []


def test_who_has_not_confirmed_or_has_paused_is_not_written_to(follower: Meet, sink: Sink) -> None:
    trial = a_case("The trial")
    waiting, paused = follower(topic(trial)), follower(topic(trial), address="boris@example.org")
    waiting.subscriptions.update(state=SubscriptionState.UNCONFIRMED)
    subscriptions.pause(paused, is_paused=True)
    appeal = a_case("The appeal", trial)
    assert tick() == 0
    assert list(Subscription.objects.filter(topic=topic(appeal)).values_list("supporter", flat=True)) == [paused.pk]


@pytest.mark.parametrize("hidden", ["The trial", "The appeal"])
def test_case_that_is_not_published_tells_nobody_and_carries_nobody(hidden: str, follower: Meet, sink: Sink) -> None:
    trial = a_case("The trial")
    follower(topic(trial))
    appeal = a_case("The appeal", trial)
    Case.internal.filter(title=hidden).update(state=PublicationState.IN_REVIEW)
    assert tick() == 0
    assert not Subscription.objects.filter(topic=topic(appeal)).exists()
    assert (Succession.objects.count(), sink.mails) == (0, [])


def test_case_withdrawn_before_sending_is_told_when_it_is_back(follower: Meet, sink: Sink) -> None:
    trial = a_case("The trial")
    follower(topic(trial))
    appeal = a_case("The appeal", trial)
    reminders.run_planners(timezone.now())
    Case.internal.filter(pk=appeal.pk).update(state=PublicationState.WITHDRAWN)
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().state == NotificationState.CANCELLED
    Case.internal.filter(pk=appeal.pk).update(state=PublicationState.PUBLISHED)
    tick()
    assert len(sink.mails) == 1


def test_one_tick_goes_the_whole_way(follower: Meet, sink: Sink) -> None:
    third = a_case("The third")
    trial = a_case("The trial")
    second = a_case("The second", trial)
    Case.internal.filter(pk=third.pk).update(follows=second)
    anna = follower(topic(trial))
    assert tick() == 2
    assert set(anna.subscriptions.values_list("topic", flat=True)) == {topic(trial), topic(second), topic(third)}


def a_late_link() -> tuple[Case, Case, Case]:
    """Three cases of which the later two were linked, and carried, before the first was linked to them."""
    trial, appeal = a_case("The trial"), a_case("The appeal")
    cassation = a_case("The cassation", appeal)
    assert tick() == 0
    Case.internal.filter(pk=appeal.pk).update(follows=trial)
    return trial, appeal, cassation


def test_link_that_comes_late_carries_the_whole_way_and_each_step_is_undone_by_itself(
    follower: Meet, sink: Sink, client: Client
) -> None:
    anna, boris = follower(), follower(address="boris@example.org")
    trial, appeal, cassation = a_late_link()
    for one in (anna, boris):
        Subscription.objects.create(
            supporter=one, topic=topic(trial), state=SubscriptionState.ACTIVE, rate=Rate.DAILY, muted=[AlertGroup.DAYS]
        )
    assert [tick() for _time in range(2)] == [4, 0]
    for case in (appeal, cassation):
        row = anna.subscriptions.get(topic=topic(case))
        assert (row.state, row.rate, row.muted) == (SubscriptionState.ACTIVE, Rate.DAILY, [AlertGroup.DAYS])
    steps = set(Notification.objects.filter(supporter=anna).values_list("occasion", "subject"))
    assert steps == {(topic(trial), topic(appeal)), (topic(appeal), topic(cassation))}
    mails = [sink.text(number) for number in range(4)]
    [last] = [one for one in mails if "The appeal\r\ngoes on as\r\nThe cassation" in one][:1]
    found = re.search(r"https?://[^/\s]+(/l/\S+)", last.split("This link undoes it:")[1])
    assert found is not None
    assert "The cassation" in client.get(found[1]).content.decode()
    client.post(found[1])
    off = Subscription.objects.get(rate=Rate.OFF)
    assert off.topic == topic(cassation)
    assert off.supporter.subscriptions.get(topic=topic(appeal)).rate == Rate.DAILY


def test_late_link_stops_where_somebody_has_said_what_they_want(follower: Meet, sink: Sink) -> None:
    anna, boris = follower(), follower(address="boris@example.org")
    trial, appeal, cassation = a_late_link()
    for one, case, rate in ((anna, cassation, Rate.OFF), (boris, appeal, Rate.AT_ONCE)):
        for topic_, rate_ in ((topic(trial), Rate.AT_ONCE), (topic(case), rate)):
            Subscription.objects.create(supporter=one, topic=topic_, state=SubscriptionState.ACTIVE, rate=rate_)
    assert tick() == 1
    assert anna.subscriptions.get(topic=topic(cassation)).rate == Rate.OFF
    assert anna.subscriptions.get(topic=topic(appeal)).rate == Rate.AT_ONCE
    # He came to the appeal by himself, after it had been carried on.
    assert not boris.subscriptions.filter(topic=topic(cassation)).exists()


def test_late_link_goes_on_in_every_branch_and_what_is_hidden_is_told_when_it_is_back(
    follower: Meet, sink: Sink
) -> None:
    anna = follower()
    trial, appeal, cassation = a_late_link()
    other, last = a_case("The other", appeal), a_case("The last", cassation)
    assert tick() == 0
    Succession.objects.filter(case=appeal).delete()
    Case.internal.filter(pk=cassation.pk).update(state=PublicationState.WITHDRAWN)
    Subscription.objects.create(supporter=anna, topic=topic(trial), state=SubscriptionState.ACTIVE)
    assert tick() == 4
    everything = {topic(one) for one in (trial, appeal, other, cassation, last)}
    assert set(anna.subscriptions.values_list("topic", flat=True)) == everything
    assert len(sink.mails) == 2
    assert not any("The cassation" in sink.text(number) for number in range(2))
    Case.internal.filter(pk=cassation.pk).update(state=PublicationState.PUBLISHED)
    assert tick() == 2
    assert sum("The cassation" in sink.text(number) for number in range(2, 4)) == 2


def test_cases_close_no_circle() -> None:
    first = a_case("First")
    second = a_case("Second", first)
    third = a_case("Third", second)
    first.follows = third
    with pytest.raises(RecordRefused, match="circle"):
        cases.keep(first)
    first.follows = first
    with pytest.raises(RecordRefused, match="follow itself"):
        cases.keep(first)
    with pytest.raises(ValidationError, match="follow itself"):
        first.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()
    fresh = cases.open_case(slug="fresh", title="Fresh", country="KZ", follows=third)
    assert Case.internal.get(pk=fresh.pk).follows == third
    assert Case.internal.get(pk=first.pk).follows is None


def test_page_and_api_say_what_a_case_follows_and_never_name_one_that_is_not_public(client: Client) -> None:
    one = record.prisoner()
    trial = a_case("The trial")
    appeal = a_case("The appeal", trial)
    Defendant.internal.create(case=appeal, prisoner=one)
    page, rows = f"/en/prisoners/{one.slug}/", f"/api/v1/cases/{appeal.slug}/"
    assert "follows: The trial" in client.get(page).content.decode()
    assert client.get(rows).json()["follows"] == "the-trial"
    Case.internal.filter(pk=trial.pk).update(state=PublicationState.DRAFT)
    assert "The trial" not in client.get(page).content.decode()
    assert client.get(rows).json()["follows"] is None


def test_history_keeps_what_a_case_followed() -> None:
    trial = a_case("The trial")
    appeal = a_case("The appeal", trial)
    appeal.follows = None
    appeal.save()
    assert list(appeal.history.order_by("pgh_id").values_list("follows", flat=True)) == [trial.pk, None]


def test_word_that_comes_too_late_is_not_sent(follower: Meet, sink: Sink) -> None:
    trial = a_case("The trial")
    follower(topic(trial))
    a_case("The appeal", trial)
    reminders.run_planners(timezone.now() - timedelta(days=15))
    outbox.deliver()
    assert sink.mails == []
