"""Dispatches: written once, checked by two, sent once to everybody who follows, and read on the web."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from actions import dispatch_desk, dispatch_forms, dispatch_words, dispatching
from actions.choices import DispatchState
from actions.models import Appeal, Dispatch, DispatchText
from actions.refusals import ActionsRefusal
from actions.services import dispatches
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Prisoner, Staff
from supporters import digests, outbox, reminders
from supporters.audiences import banded
from supporters.choices import AlertGroup, NotificationState, Rate, SubscriptionState
from supporters.mails import compose
from supporters.models import Notification, Subscription, Supporter, Tick
from supporters.services import people, subscriptions
from tests.actions.rows import (
    make_appeal,
    make_campaign,
    make_group,
    make_organiser,
    make_prisoner,
    make_staff,
    make_supporter,
)
from tests.factories import PersonNameFactory as make_name
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
WORDS = {"subject": "Write to the court", "text": "He is ill.\n\nWrite today: {link}"}


@pytest.fixture
def yerlan() -> Prisoner:
    return make_prisoner()


@pytest.fixture
def anna(db: None) -> Staff:
    return make_staff("anna", StaffRole.PUBLISHER)


@pytest.fixture
def boris(db: None) -> Staff:
    return make_staff("boris", StaffRole.PUBLISHER)


@pytest.fixture
def draft(yerlan: Prisoner, anna: Staff) -> Dispatch:
    return write(anna, yerlan)


def write(by: Staff, prisoner: Prisoner, **fields: Any) -> Dispatch:
    values = {"kind": "appeal", "language": "en", "group": None, **WORDS, **fields}
    return dispatches.write(by, **{"audience": f"prisoner:{prisoner.pk}", **values})


def follow(topic: str, *, count: int = 1, **fields: Any) -> list[Supporter]:
    found = [make_supporter(**fields) for _number in range(count)]
    for one in found:
        Subscription.objects.create(supporter=one, topic=topic, state=SubscriptionState.ACTIVE)
    return found


def started(row: Dispatch, by: Staff) -> Dispatch:
    for do in (dispatches.submit, dispatches.approve, dispatches.start):
        do(row, by)
    return row


def tick() -> None:
    """One round of the clock."""
    reminders.run_planners(outbox.database_now())
    outbox.deliver()
    reminders.run_planners(outbox.database_now())


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
    leaving, forgotten, paused, muting, staying = follow(f"prisoner:{yerlan.pk}", count=5)
    started(draft, anna)
    reminders.run_planners(outbox.database_now())
    assert Notification.objects.count() == 5
    muting.subscriptions.update(muted=[AlertGroup.DISPATCHES])
    subscriptions.leave(leaving)
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


def test_news_goes_as_often_as_its_readers_want_and_an_urgent_appeal_at_once(
    yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    [weekly], _others = follow("all"), follow("all", count=12)
    weekly.subscriptions.update(rate=Rate.WEEKLY)
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


def test_news_that_was_withdrawn_goes_with_no_digest(yerlan: Prisoner, anna: Staff, sink: Sink) -> None:
    [weekly] = follow("all")
    weekly.subscriptions.update(rate=Rate.WEEKLY)
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


def test_four_eyes_are_needed_for_many_and_not_for_few(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, boris: Staff, settings: Any
) -> None:
    settings.FOUR_EYES_FROM_READERS = 3
    follow(f"prisoner:{yerlan.pk}", count=3)
    dispatches.submit(draft, anna)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.approve(draft, anna)
    dispatches.approve(draft, boris)
    dispatches.start(draft, anna)
    assert draft.state == DispatchState.SENDING


def test_four_eyes_are_asked_for_again_when_many_came_after_approving(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, settings: Any
) -> None:
    settings.FOUR_EYES_FROM_READERS = 3
    dispatches.submit(draft, anna)
    dispatches.approve(draft, anna)
    follow(f"prisoner:{yerlan.pk}", count=3)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.start(draft, anna)


def test_two_organisers_are_not_enough_for_many_since_one_may_have_invited_the_other(
    yerlan: Prisoner, settings: Any
) -> None:
    settings.FOUR_EYES_FROM_READERS = 3
    group = make_group()
    dora, second = make_organiser("dora", group), make_organiser("second", group)
    row = write(dora, yerlan, group=group)
    dispatches.submit(row, dora)
    dispatches.approve(row, second)
    follow(f"prisoner:{yerlan.pk}", count=3)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.start(row, dora)
    dispatches.send_back(row, dora)
    dispatches.submit(row, dora)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.approve(row, second)


def test_what_goes_to_all_is_approved_by_a_publisher_however_few_they_are(
    yerlan: Prisoner, anna: Staff, boris: Staff
) -> None:
    row = write(anna, yerlan, audience="all")
    dispatches.submit(row, anna)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.approve(row, anna)
    dispatches.approve(row, boris)
    dispatches.start(row, anna)
    assert row.state == DispatchState.SENDING


def test_changed_words_are_a_draft_again(draft: Dispatch, anna: Staff) -> None:
    dispatches.submit(draft, anna)
    dispatches.approve(draft, anna)
    dispatches.put_text(draft, anna, language="en", **WORDS)
    assert (draft.state, draft.approved_by, draft.submitted_by) == (DispatchState.DRAFT, None, None)


def test_words_of_what_has_begun_cannot_be_changed(draft: Dispatch, anna: Staff) -> None:
    started(draft, anna)
    for change in (
        lambda: dispatches.put_text(draft, anna, language="ru", **WORDS),
        lambda: dispatches.change(draft, anna, kind="dispatch", audience="all"),
        lambda: dispatches.send_back(draft, anna),
    ):
        with pytest.raises(ActionsRefusal, match="begun to leave"):
            change()
    assert draft.texts.count() == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"subject": "News\nBcc: all@example.org"}, "one line"),
        ({"subject": "News\r\nX: y"}, "one line"),
        ({"subject": " "}, "give a subject"),
        ({"subject": "x" * 121}, "120 characters"),
        ({"text": ""}, "what is to be said"),
        ({"text": "x" * 10_001}, "10,000 characters"),
        ({"text": "Dear {first_name}"}, "“{first_name}” stands for nothing"),
        ({"text": "{}"}, "“{}” stands for nothing"),
        ({"subject": "See {link}"}, "“{link}” stands for nothing"),
        ({"language": "xx"}, "does not speak"),
        ({"audience": "prisoner:999999"}, "does not exist"),
        ({"audience": "nonsense"}, "does not exist"),
    ],
)
def test_words_that_cannot_be_sent_are_refused_with_a_sentence(
    words: dict[str, str], sentence: str, yerlan: Prisoner, anna: Staff
) -> None:
    with pytest.raises(ActionsRefusal, match=sentence):
        write(anna, yerlan, **words)
    assert not Dispatch.internal.exists()


def test_template_words_in_a_text_stay_words(yerlan: Prisoner, anna: Staff) -> None:
    row = write(anna, yerlan, text="&amp; <b> and <script>alert(1)</script>", subject="A & B")
    words = dispatch_words.words_in(row, "en")
    assert words.text == "&amp; <b> and <script>alert(1)</script>"
    html = dispatch_desk.preview(row, "en")["html"]
    assert "<script" not in html and "&lt;script&gt;" in html


def test_database_refuses_a_subject_of_two_lines(draft: Dispatch) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DispatchText.internal.create(dispatch=draft, language="kk", subject="a\nb", text="c")


def test_dispatch_withdrawn_from_the_record_s_topic_is_not_started(
    draft: Dispatch, yerlan: Prisoner, anna: Staff
) -> None:
    dispatches.submit(draft, anna)
    dispatches.approve(draft, anna)
    Prisoner.internal.filter(pk=yerlan.pk).update(state=PublicationState.WITHDRAWN)
    with pytest.raises(ActionsRefusal, match="not public"):
        dispatches.start(draft, anna)


def test_longest_mail_stays_below_what_programs_cut_short(yerlan: Prisoner, anna: Staff) -> None:
    row = write(anna, yerlan, text=("Свобода " * 1249).strip(), subject="С" * 120)
    started(row, anna)
    [reader] = follow(f"prisoner:{yerlan.pk}", language="ru")
    reminders.run_planners(outbox.database_now())
    assert len(compose(Notification.objects.get(supporter=reader))) < 100_000


def test_organiser_writes_for_an_own_group_alone(yerlan: Prisoner) -> None:
    vienna, london = make_group("vienna"), make_group("london", "Europe/London")
    olga = make_organiser("olga", vienna)
    row = write(olga, yerlan, group=vienna)
    for group in (london, None):
        with pytest.raises(ActionsRefusal):
            write(olga, yerlan, group=group)
    with pytest.raises(ActionsRefusal, match="for an organiser of the group"):
        dispatches.submit(row, make_organiser("other", london))


def test_test_mail_goes_to_oneself_and_to_nobody_else(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, sink: Sink
) -> None:
    follow(f"prisoner:{yerlan.pk}", count=2)
    dispatches.send_test(draft, anna)
    tick()
    assert [mail["To"] for mail in sink.mails] == ["anna@staff.example"]
    assert "He is ill." in sink.text()
    draft.refresh_from_db()
    assert draft.state == DispatchState.DRAFT
    assert not Notification.objects.exclude(kind=dispatches.TEST_KIND).exists()


def test_tests_are_not_without_end(draft: Dispatch, anna: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatches, "TESTS_AN_HOUR", 2)
    for _time in range(2):
        dispatches.send_test(draft, anna)
    with pytest.raises(ActionsRefusal, match="enough"):
        dispatches.send_test(draft, anna)


def test_reach_is_said_in_bands_by_language_and_country(draft: Dispatch, yerlan: Prisoner, anna: Staff) -> None:
    topic = f"prisoner:{yerlan.pk}"
    follow(topic, count=13, language="ru", time_zone="Asia/Almaty")
    follow(topic, count=2, language="en", time_zone="Europe/Vienna")
    [muting] = follow(topic)
    Subscription.objects.filter(supporter=muting).update(muted=AlertGroup.values)
    follow("prisoner:999999", count=20)
    with translation.override("en"):
        reach = dispatch_desk.page(draft, anna)["reach"]
    assert reach["languages"][0] == ("Russian", "about 10")
    assert ("Austria", "fewer than 10") in reach["countries"]
    assert reach["total"] == "about 10"
    assert ("not known", "fewer than 10") not in reach["countries"]
    assert ("Kazakhstan", "about 10") in reach["countries"]


@pytest.mark.parametrize(("count", "said"), [(0, "nobody"), (9, "fewer than 10"), (10, "about 10"), (59, "about 50")])
def test_numbers_point_at_nobody(count: int, said: str) -> None:
    with translation.override("en"):
        assert banded(count) == said


def test_page_on_the_web_names_the_language_it_falls_back_to(draft: Dispatch, anna: Staff, client: Client) -> None:
    address = f"/ru/dispatches/{draft.slug}/"
    assert client.get(address).status_code == 404
    started(draft, anna)
    page = client.get(address).content.decode()
    assert "Перевода" in page and 'lang="en"' in page and "He is ill." in page
    assert draft.slug in client.get("/ru/dispatches/").content.decode()
    dispatches.withdraw(draft, anna)
    assert client.get(address).status_code == 404
    assert draft.slug not in client.get("/en/dispatches/").content.decode()
    assert draft.state == DispatchState.STOPPED


def test_page_on_the_web_leads_to_whom_it_is_for_and_never_to_itself(
    yerlan: Prisoner, anna: Staff, client: Client
) -> None:
    campaign, appeal = make_campaign(), make_appeal(slug="write", prisoners=[yerlan], closes_on=date(2099, 1, 1))
    of_appeal = write(anna, yerlan, kind="appeal", appeal=appeal)
    for row, name, leads_to in (
        (write(anna, yerlan, kind="dispatch"), f"/en/prisoners/{yerlan.slug}/", f"/en/prisoners/{yerlan.slug}/"),
        (of_appeal, f"/en/prisoners/{yerlan.slug}/", "/en/appeals/write/"),
        (write(anna, yerlan, audience=f"campaign:{campaign.pk}"), *[f"/en/campaigns/{campaign.slug}/"] * 2),
    ):
        page = client.get(f"/en/dispatches/{started(row, anna).slug}/").content.decode()
        assert f'follow: <a href="{name}">' in page, row.audience
        assert f">{settings.SITE_ORIGIN}{leads_to}</a>" in page, row.audience
        assert "Write today: <a " in page


def test_feeds_tell_of_it_to_those_it_is_for(draft: Dispatch, yerlan: Prisoner, anna: Staff, client: Client) -> None:
    other = make_prisoner("other")
    assert draft.slug not in client.get("/feeds/all.json").content.decode()
    started(draft, anna)
    for feed in ("/feeds/all.json", "/feeds/all.atom", f"/feeds/prisoners/{yerlan.slug}.json"):
        assert draft.slug in client.get(feed).content.decode(), feed
    assert draft.slug not in client.get(f"/feeds/prisoners/{other.slug}.json").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_archive_and_desk_ask_the_same_however_many_there_are(
    count: int, yerlan: Prisoner, anna: Staff, client: Client
) -> None:
    for _number in range(count):
        started(write(anna, yerlan), anna)
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/dispatches/")
    assert len(asked) == 4
    client.force_login(anna)
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/desk/dispatches/")
    assert len(asked) == 7


def test_what_was_submitted_waits_for_a_publisher_among_all_that_waits(yerlan: Prisoner, client: Client) -> None:
    group = make_group("vienna")
    vera = make_organiser("vera", group)
    follow(f"prisoner:{yerlan.pk}", count=60)
    row = write(vera, yerlan, group=group)
    paul = make_staff("paul", StaffRole.PUBLISHER)
    home, wait = f"/en/desk/dispatches/{row.slug}/", "/en/desk/review/"
    client.force_login(paul)
    assert home not in client.get(wait).content.decode()
    dispatches.submit(row, vera)
    assert home in client.get(wait).content.decode()
    client.force_login(vera)
    said = "a publisher of the site approves it"
    assert said in client.get(home).content.decode()
    dispatches.approve(row, paul)
    assert said not in client.get(home).content.decode()
    client.force_login(make_organiser("lena", make_group("london")))
    assert home not in client.get(wait).content.decode()


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


def test_of_many_prisoners_the_readers_of_one_are_found_by_a_name(
    anna: Staff, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch_forms, "MOST_OFFERED", 2)
    for slug, name in (("max-bokayev", "Max Bokayev"), ("serik-one", "Serik Ibraev"), ("serik-two", "Serik Ibraev")):
        make_name(prisoner=make_prisoner(slug), text=name)
    client.force_login(anna)
    page = client.get("/en/desk/dispatches/new/").content.decode()
    assert "Max Bokayev" not in page and 'name="name"' in page
    fields = {"kind": "appeal", "audience": "", "language": "en", **WORDS}
    several = client.post("/en/desk/dispatches/new/", {**fields, "name": "Serik Ibraev"})
    assert several.status_code == 400
    said = several.content.decode()
    assert "Several go by such a name" in said and said.count("Serik One") + said.count("Serik Two") == 2
    assert "He is ill." in said
    for name, sentence in (("Qxwv", "Nobody in the record"), ("", "Please choose for whom")):
        assert sentence in client.post("/en/desk/dispatches/new/", {**fields, "name": name}).content.decode()
    assert not Dispatch.internal.exists()
    assert client.post("/en/desk/dispatches/new/", {**fields, "name": "Maks Bokaev"}).status_code == 302
    row = Dispatch.internal.get()
    assert row.audience == f"prisoner:{Prisoner.internal.get(slug='max-bokayev').pk}"
    edit = client.get(f"/en/desk/dispatches/{row.slug}/edit/").content.decode()
    assert f'value="{row.audience}" selected' in edit


def test_desk_writes_translates_looks_and_sends(yerlan: Prisoner, anna: Staff, client: Client, settings: Any) -> None:
    client.force_login(anna)
    fields = {"kind": "appeal", "audience": f"prisoner:{yerlan.pk}", "language": "en", **WORDS}
    assert client.post("/en/desk/dispatches/new/", {**fields, "subject": "a\nb"}).status_code == 400
    assert client.post("/en/desk/dispatches/new/", fields).status_code == 302
    row = Dispatch.internal.get()
    home = f"/en/desk/dispatches/{row.slug}/"
    beside = client.get(f"{home}he/").content.decode()
    assert "He is ill." in beside and 'dir="rtl"' in beside
    client.post(f"{home}he/", {"subject": "מכתב", "text": "שלום"})
    mail = client.get(f"{home}he/mail/").content.decode()
    assert "שלום" in mail and "example.org" not in mail
    html = client.get(f"{home}he/mail.html")
    assert 'dir="rtl"' in html.content.decode()
    policy = html["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "sandbox" in policy and "script-src" not in policy
    assert client.get(f"{home}xx/mail/").status_code == 404
    for do in ("submit", "approve", "start"):
        client.post(f"{home}step/", {"do": do})
    assert 'http-equiv="refresh"' in client.get(home).content.decode()
    assert client.get(f"{home}progress.json").json()["goes_on"] is True
    client.post(f"{home}step/", {"do": "nonsense"})
    row.refresh_from_db()
    assert row.state == DispatchState.SENDING


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


def test_feeds_tell_of_appeals(yerlan: Prisoner, client: Client) -> None:
    shown, hidden = make_appeal(prisoners=[yerlan]), make_appeal(state=PublicationState.DRAFT, prisoners=[yerlan])
    for feed in ("/feeds/all.json", f"/feeds/prisoners/{yerlan.slug}.atom"):
        text = client.get(feed).content.decode()
        assert f"/appeals/{shown.slug}/" in text
        assert hidden.slug not in text


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


def test_test_to_an_address_that_is_none_is_refused(draft: Dispatch) -> None:
    broken = Staff(handle="broken", email="nowhere", email_lookup=b"x" * 32, roles=[StaffRole.PUBLISHER])
    broken.save()
    with pytest.raises(ActionsRefusal):
        dispatches.send_test(draft, broken)
    assert not Notification.objects.exists()


def test_form_has_no_audience_chosen_beforehand(anna: Staff, client: Client) -> None:
    client.force_login(anna)
    fields = {"kind": "appeal", "language": "en", **WORDS, "audience": ""}
    assert client.post("/en/desk/dispatches/new/", fields).status_code == 400
    assert not Dispatch.internal.exists()
