"""Dispatches are sent once to everybody who follows, until somebody holds them or they stopped being true."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from actions import dispatch_desk, dispatching
from actions.choices import DispatchState
from actions.models import Appeal, Dispatch
from actions.refusals import ActionsRefusal
from actions.services import dispatches
from prisoners.choices import PublicationState
from prisoners.models import Prisoner, Staff
from supporters import asked, digests, outbox, reminders
from supporters.choices import AlertGroup, NotificationState, Rate, SubscriptionState
from supporters.mails import compose
from supporters.models import Notification, Subscription, Tick
from supporters.services import leaving, people, retention, subscriptions
from tests.actions.rows import make_appeal
from tests.dispatches.steps import follow, started, tick, write
from tests.supporters.conftest import no_digest_is_due
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def test_dispatch_reaches_every_follower_once_in_their_language(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    dispatches.put_text(draft, anna, language="ru", subject="Напишите суду", text="Он болен.")
    topic = f"prisoner:{yerlan.pk}"
    follow(topic, language="en")
    follow(topic, language="ru", is_discreet=False)
    [both] = follow(topic, language="kk")
    Subscription.objects.create(supporter=both, topic="all", state=SubscriptionState.ACTIVE)
    follow("prisoner:999999")
    started(draft, anna)
    for _time in range(3):
        tick()
    assert len(sink.mails) == 3
    texts = {mail["Subject"]: mail.get_body(("plain",)).get_content() for mail in sink.mails}  # type: ignore[union-attr]
    assert "Он болен." in texts["Напишите суду"]
    kazakh = next(text for text in texts.values() if "He is ill." in text and "түпнұсқа" in text)
    assert "/kk/dispatches/" in kazakh and "{link}" not in kazakh
    assert not [subject for subject in texts if "court" in subject]
    draft.refresh_from_db()
    assert (draft.state, draft.sent_count, draft.failed_count) == (DispatchState.SENT, 3, 0)


def test_who_left_or_was_forgotten_or_muted_hears_nothing_though_it_was_owed(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    leaver, forgotten, paused, muting, staying = follow(f"prisoner:{yerlan.pk}", count=5)
    started(draft, anna)
    reminders.run_planners(outbox.database_now())
    assert Notification.objects.count() == 5
    muting.subscriptions.update(muted=[AlertGroup.DISPATCHES])
    leaving.leave(leaver)
    people.forget(forgotten)
    subscriptions.pause(paused, is_paused=True)
    tick()
    assert [mail["To"] for mail in sink.mails] == [staying.email]


def test_pause_holds_the_rest_and_going_on_sends_it_once(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    follow(f"prisoner:{yerlan.pk}", count=3)
    started(draft, anna)
    reminders.run_planners(outbox.database_now())
    dispatches.pause(draft, anna)
    tick()
    assert sink.mails == []
    assert dispatching.progress(draft).waiting == 3
    assert draft.state == DispatchState.PAUSED
    dispatches.resume(draft, anna)
    for _time in range(2):
        tick()
    assert len(sink.mails) == 3
    draft.refresh_from_db()
    assert draft.state == DispatchState.SENT


def test_stop_is_for_good(draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink) -> None:
    follow(f"prisoner:{yerlan.pk}", count=3)
    started(draft, anna)
    reminders.run_planners(outbox.database_now())
    dispatches.stop(draft, anna)
    tick()
    assert sink.mails == []
    assert set(Notification.objects.values_list("state", "reason")) == {
        (NotificationState.CANCELLED, dispatching.STOPPED)
    }
    with pytest.raises(ActionsRefusal):
        dispatches.resume(draft, anna)


def test_whoever_follows_later_reads_it_on_the_web_and_gets_no_mail(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    follow(f"prisoner:{yerlan.pk}")
    started(draft, anna)
    reminders.run_planners(outbox.database_now())
    follow(f"prisoner:{yerlan.pk}")
    tick()
    assert len(sink.mails) == 1


def test_very_many_are_owed_a_dispatch_in_parts_and_it_is_not_over_before_the_last(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "FIRST_PART", 2)
    follow(f"prisoner:{yerlan.pk}", count=5)
    started(draft, anna)
    now = outbox.database_now()
    with asked.remembered(now, 2):
        assert dispatching.plan(now) == 2
    draft.refresh_from_db()
    assert (draft.state, draft.owed_at) == (DispatchState.SENDING, None)
    outbox.deliver()
    for _time in range(2):
        tick()
    draft.refresh_from_db()
    assert (draft.state, draft.sent_count, len(sink.mails)) == (DispatchState.SENT, 5, 5)


def test_news_goes_as_often_as_its_readers_want_and_an_urgent_appeal_at_once(
    yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    [weekly], _others = follow("all"), follow("all", count=12)
    weekly.subscriptions.update(rate=Rate.WEEKLY)
    no_digest_is_due()
    appeal = started(write(anna, yerlan), anna)
    tick()
    assert (len(sink.mails), dispatching.progress(appeal).digests) == (13, 0)
    news = started(write(anna, yerlan, kind="dispatch"), anna)
    tick()
    assert weekly.email not in [mail["To"] for mail in sink.mails[13:]]
    news.refresh_from_db()
    assert (len(sink.mails), news.state, news.sent_count) == (25, DispatchState.SENT, 12)
    words = dispatch_desk.progress_said(news)
    assert (words["percent"], "Fewer than 10 get it with their next digest." in words["words"]) == (100, True)
    Tick.objects.filter(name=digests.DONE).update(ran_at=timezone.now() - timedelta(days=7, hours=1))
    Tick.objects.filter(name="dispatches").delete()
    for _time in range(2):
        tick()
        Tick.objects.filter(name="dispatches").delete()
    assert sink.mails[-1]["To"] == weekly.email
    news.refresh_from_db()
    assert (len(sink.mails), news.sent_count) == (26, 13)


def test_news_for_a_monthly_digest_is_counted_before_what_was_sent_first_is_erased(
    yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    [monthly], _others = follow("all"), follow("all", count=12)
    monthly.subscriptions.update(rate=Rate.MONTHLY)
    no_digest_is_due()
    news = started(write(anna, yerlan, kind="dispatch"), anna)
    tick()
    waiting = Notification.objects.get(supporter=monthly)
    news.refresh_from_db()
    at_last = waiting.waits_until
    assert at_last is not None
    assert news.started_at is not None
    assert at_last == news.started_at + timedelta(days=25)
    assert retention.purge(at_last + timedelta(hours=1), dry_run=True)["settled_notifications"] == 0
    Notification.objects.filter(pk=waiting.pk).update(waits_until=timezone.now())
    Dispatch.internal.update(started_at=timezone.now() - timedelta(days=25))
    for _time in range(2):
        tick()
        Tick.objects.filter(name="dispatches").delete()
    news.refresh_from_db()
    assert (sink.mails[-1]["To"], news.sent_count) == (monthly.email, 13)


def test_news_that_was_withdrawn_goes_with_no_digest(yerlan: Prisoner, anna: Staff, sink: Sink) -> None:
    [weekly] = follow("all")
    weekly.subscriptions.update(rate=Rate.WEEKLY)
    no_digest_is_due()
    news = started(write(anna, yerlan, kind="dispatch"), anna)
    tick()
    dispatches.withdraw(news, anna)
    Tick.objects.filter(name=digests.DONE).update(ran_at=timezone.now() - timedelta(days=7, hours=1))
    tick()
    assert sink.mails == []
    assert Notification.objects.get().reason == dispatching.STOPPED


def test_counts_stay_when_the_notifications_are_erased(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    follow(f"prisoner:{yerlan.pk}", count=12)
    started(draft, anna)
    tick()
    Notification.objects.all().delete()
    draft.refresh_from_db()
    assert dispatching.progress(draft).sent == 12
    assert "about 10" in dispatch_desk.progress_said(draft)["words"]


def test_longest_mail_stays_below_what_programs_cut_short(yerlan: Prisoner, anna: Staff) -> None:
    row = write(anna, yerlan, text=("Свобода " * 1249).strip(), subject="С" * 120)
    started(row, anna)
    [reader] = follow(f"prisoner:{yerlan.pk}", language="ru")
    reminders.run_planners(outbox.database_now())
    assert len(compose(Notification.objects.get(supporter=reader))) < 100_000


def test_what_was_stopped_has_nothing_still_to_come(draft: Dispatch, yerlan: Prisoner, anna: Staff) -> None:
    follow(f"prisoner:{yerlan.pk}", count=3)
    started(draft, anna)
    reminders.run_planners(outbox.database_now())
    draft.refresh_from_db()
    assert "fewer than 10 still to come" in dispatch_desk.progress_said(draft)["words"]
    dispatches.stop(draft, anna)
    draft.refresh_from_db()
    words = dispatch_desk.progress_said(draft)["words"]
    assert words == "Sent to nobody; fewer than 10 did not get it any more; nobody could not be reached."


def test_appeal_is_linked_while_it_is_open_and_nothing_leaves_once_it_has_closed(
    yerlan: Prisoner, anna: Staff, sink: Sink, client: Client
) -> None:
    appeal = make_appeal(prisoners=[yerlan], closes_on=timezone.now().date() + timedelta(days=9))
    first, second = (write(anna, yerlan, appeal=appeal, subject=subject) for subject in ("First", "Second"))
    follow(f"prisoner:{yerlan.pk}")
    started(first, anna)
    tick()
    assert f"/en/appeals/{appeal.slug}/" in sink.text()
    assert f"/en/appeals/{appeal.slug}/" in client.get(f"/en/dispatches/{first.slug}/").content.decode()
    started(second, anna)
    reminders.run_planners(outbox.database_now())
    Appeal.internal.filter(pk=appeal.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    tick()
    assert len(sink.mails) == 1
    assert Notification.objects.get(state=NotificationState.CANCELLED).reason == dispatching.CLOSED
    assert f"/en/appeals/{appeal.slug}/" not in client.get(f"/en/dispatches/{first.slug}/").content.decode()
    with pytest.raises(ActionsRefusal, match="closed"):
        write(anna, yerlan, appeal=appeal)


def test_what_speaks_of_somebody_who_went_from_the_record_leaves_no_more_and_is_not_shown(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink, client: Client
) -> None:
    follow(f"prisoner:{yerlan.pk}")
    started(draft, anna)
    reminders.run_planners(outbox.database_now())
    Prisoner.internal.filter(pk=yerlan.pk).update(state=PublicationState.WITHDRAWN)
    tick()
    assert sink.mails == []
    assert Notification.objects.get().reason == dispatching.NOT_PUBLIC
    assert client.get(f"/en/dispatches/{draft.slug}/").status_code == 404
    for address in ("/en/dispatches/", "/feeds/all.json"):
        assert draft.slug not in client.get(address).content.decode(), address
