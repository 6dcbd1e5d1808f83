"""A browser is told what it follows once its push service has taken a first word; what was made up is soon erased."""

from datetime import timedelta

import pytest
from django.utils import timezone

from privacy import outside
from supporters import outbox, reminders
from supporters.choices import NotificationState, SupporterState
from supporters.models import Browser, Notification, Supporter
from supporters.services import browsers, leaving, retention
from tests.supporters import record
from tests.supporters.push_service import FakeBrowser, PushService, owe, told_in

pytestmark = pytest.mark.django_db
FAILURES = [400, 403, 404, 410, "no-such-name"]


def follows(one: FakeBrowser) -> Supporter:
    return browsers.subscribe(one.held, ["all"], "en", consent=True)


def again() -> None:
    Notification.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.parametrize("status", FAILURES, ids=str)
def test_a_browser_that_was_made_up_is_told_nothing_else_and_is_erased_in_a_day(
    status: int | str, service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = follows(FakeBrowser())
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(hours=20))
    if isinstance(status, int):
        service.answers = [(status, b"")] * 9
    else:
        monkeypatch.setattr(outside, "look_up", _no_such_name)
    for _time in range(3):
        reminders.run_planners(timezone.now())
        outbox.deliver()
        again()
    assert set(Notification.objects.values_list("kind", flat=True)) == {browsers.FIRST}
    person.refresh_from_db()
    assert person.state == SupporterState.UNCONFIRMED
    retention.purge(timezone.now() + timedelta(hours=23))
    assert Browser.objects.exists()
    retention.purge(timezone.now() + timedelta(hours=25))
    assert not Supporter.objects.exists() and not Browser.objects.exists()


def _no_such_name(host: str) -> list[str]:
    raise outside.NoName("gaierror")


def test_what_was_taken_at_the_second_try_is_taken(service: PushService) -> None:
    person = follows(FakeBrowser())
    service.answers = [(503, b"")]
    outbox.deliver()
    person.refresh_from_db()
    assert person.state == SupporterState.UNCONFIRMED
    again()
    outbox.deliver()
    person.refresh_from_db()
    assert (person.state, person.unconfirmed_until) == (SupporterState.ACTIVE, None)
    retention.purge(timezone.now() + timedelta(days=3))
    assert Browser.objects.exists()


def test_who_asks_twice_is_asked_once_and_keeps_the_first_day(service: PushService) -> None:
    anna = FakeBrowser()
    until = follows(anna).unconfirmed_until
    assert follows(anna).unconfirmed_until == until
    assert Notification.objects.count() == 1
    outbox.deliver()
    follows(anna)
    assert Notification.objects.count() == 1


def test_a_browser_that_had_ended_and_comes_back_has_to_take_a_word_first(service: PushService) -> None:
    anna = FakeBrowser()
    person = told_in(anna)
    Supporter.objects.update(state=SupporterState.UNREACHABLE, hard_bounces=1, last_bounced_on=timezone.now().date())
    follows(anna)
    person.refresh_from_db()
    assert person.state == SupporterState.UNCONFIRMED
    outbox.deliver()
    person.refresh_from_db()
    assert (person.state, person.hard_bounces) == (SupporterState.ACTIVE, 0)


def _pushes_that_came_to_nothing(person: Supporter, service: PushService, status: int, count: int) -> None:
    for number in range(count):
        row = owe(person, occasion=f"{status}/{number}")
        # By the time of a second try it would be of no use.
        Notification.objects.filter(pk=row.pk).update(stale_at=timezone.now() + timedelta(minutes=1))
        service.answers = [(status, b"")]
        outbox.deliver()
        Supporter.objects.filter(rests_until__isnull=False).update(rests_until=timezone.now() - timedelta(minutes=1))


@pytest.mark.usefixtures("any_words")
@pytest.mark.parametrize(("status", "ends"), [(400, True), (403, False), (413, False), (503, False)])
def test_a_browser_whose_pushes_come_to_nothing_seven_times_in_a_row_has_ended(
    status: int, ends: bool, service: PushService
) -> None:
    person = told_in(FakeBrowser())
    _pushes_that_came_to_nothing(person, service, status, 6)
    person.refresh_from_db()
    assert person.state == SupporterState.ACTIVE
    _pushes_that_came_to_nothing(person, service, status, 7)
    person.refresh_from_db()
    assert person.state == (SupporterState.UNREACHABLE if ends else SupporterState.ACTIVE)
    retention.purge(timezone.now() + timedelta(days=32))
    assert Browser.objects.exists() != ends


@pytest.mark.usefixtures("any_words")
def test_what_was_taken_in_between_ends_the_row_of_failures(service: PushService) -> None:
    person = told_in(FakeBrowser())
    _pushes_that_came_to_nothing(person, service, 400, 6)
    owe(person, occasion="taken")
    outbox.deliver()
    _pushes_that_came_to_nothing(person, service, 422, 6)
    person.refresh_from_db()
    assert (person.state, person.soft_bounces) == (SupporterState.ACTIVE, 6)


def test_who_leaves_before_the_first_word_is_told_nothing(service: PushService) -> None:
    leaving.leave(follows(FakeBrowser()))
    outbox.deliver()
    assert not service.got
    assert Notification.objects.get().state == NotificationState.CANCELLED
