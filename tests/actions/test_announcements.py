"""Who hears of a new action, of a change of it and of what came of it: by city, group, campaign and prisoner."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from actions import cities
from actions.choices import SignUpState
from actions.models import Action, Campaign, DayOfAction, Report, Series, SignUp, Target
from actions.services.actions import derive_instants
from prisoners.choices import PublicationState
from prisoners.models import Place
from privacy.forms import make_form_token
from supporters import outbox, reminders, topics
from supporters.choices import NotificationState, SubscriptionState
from supporters.models import Notification, Subscription, Supporter
from supporters.services import people, retention
from tests.actions.rows import NOW, make_action, make_group
from tests.queries import first_queries_of
from tests.supporters import record
from tests.supporters.sink import Sink

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_december")]


@pytest.fixture
def _december() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def sink(settings: Any) -> Any:
    with Sink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield server


def follow(*wanted: str, address: str = "anna@example.org") -> Supporter:
    anna = people.meet(address)
    people.confirm(anna)
    for topic in wanted:
        Subscription.objects.create(supporter=anna, topic=topic, state=SubscriptionState.ACTIVE)
    return anna


def announced(**fields: Any) -> Action:
    return make_action(**{"published_at": NOW - timedelta(hours=1), **fields})


def send() -> None:
    reminders.run_planners(NOW)
    Notification.objects.filter(state="queued").update(next_attempt_at=datetime(2026, 1, 1, tzinfo=UTC))
    outbox.deliver()


def place(name: str, latitude: str, longitude: str, country: str = "AT") -> Place:
    where = {"latitude": Decimal(latitude), "longitude": Decimal(longitude)}
    return Place.objects.create(name=name, kind="locality", country=country, time_zone="Europe/Vienna", **where)


@pytest.mark.parametrize("kind", ["prisoner", "campaign", "group", "country", "city", "all"])
def test_followers_of_whatever_an_action_belongs_to_hear_of_it_once(kind: str) -> None:
    one, group = record.prisoner(), make_group()
    campaign = Campaign.internal.create(state="published", slug="oil", title="Oil workers", country="KZ")
    action = announced(group=group, campaign=campaign)
    action.prisoners.add(one)
    wanted = {
        "prisoner": f"prisoner:{one.pk}",
        "campaign": f"campaign:{campaign.pk}",
        "group": f"group:{group.pk}",
        "country": "country:KZ",
        "city": "near:AT/Vienna/30",
        "all": "all",
    }
    follow(wanted[kind])
    follow("group:999", "country:BY", "near:AT/Graz/30", address="boris@example.org")
    assert [reminders.run_planners(NOW) for _tick in range(2)] == [1, 0]
    assert Notification.objects.get().kind == "action_announced"


@pytest.mark.parametrize(
    "fields",
    [
        {"state": PublicationState.DRAFT},
        {"cancelled_at": NOW},
        {"held_on": "2026-11-20"},
        {"published_at": NOW - timedelta(days=15)},
    ],
)
def test_action_that_is_no_news_is_told_to_nobody(fields: dict[str, Any]) -> None:
    announced(**fields)
    follow("all")
    assert reminders.run_planners(NOW) == 0


def test_action_of_today_that_is_reported_already_is_told_by_its_report_alone(sink: Sink) -> None:
    stood = announced(held_on="2026-12-01", local_time=None, local_end_time=None)
    follow("all")
    Report.internal.create(action=stood, turnout_low=3, state="in_review")
    send()
    assert sink.envelopes == []
    Report.internal.update(state="published", published_at=NOW - timedelta(minutes=1))
    send()
    assert [row.kind for row in Notification.objects.all()] == ["report_published"]


def test_page_of_what_is_reported_on_its_day_says_of_no_hour_that_it_is_not_announced(client: Client) -> None:
    stood = announced(held_on="2026-12-01", local_time=None, local_end_time=None)
    Report.internal.create(action=stood, turnout_low=3, state="in_review")
    assert "hour not announced" in client.get(f"/en/actions/{stood.slug}/").content.decode()
    Report.internal.update(state="published")
    assert "hour not announced" not in client.get(f"/en/actions/{stood.slug}/").content.decode()


def test_announcement_that_the_report_overtook_is_not_sent(sink: Sink) -> None:
    stood = announced()
    follow("all")
    reminders.run_planners(NOW)
    Report.internal.create(action=stood, turnout_low=3, state="in_review")
    send()
    assert (sink.envelopes, Notification.objects.get().state) == ([], NotificationState.CANCELLED)


def test_unpublished_group_and_campaign_give_no_topic() -> None:
    group = make_group(state=PublicationState.DRAFT)
    announced(group=group)
    follow(f"group:{group.pk}")
    assert reminders.run_planners(NOW) == 0


@pytest.mark.parametrize(("radius", "hears"), [(30, False), (100, True)])
def test_city_is_followed_with_what_lies_around_it(radius: int, hears: bool) -> None:
    place("Vienna", "48.2082", "16.3738")
    place("Bratislava", "48.1486", "17.1077", "SK")
    announced(city="Vienna")
    announced(city="Bratislava", country="SK", held_on="2026-11-01")
    follow(f"near:SK/Bratislava/{radius}")
    assert bool(reminders.run_planners(NOW)) is hears


def test_mission_decides_what_is_near() -> None:
    place("Vienna", "48.2082", "16.3738")
    place("Moedling", "48.0855", "16.2831")
    announced(city="Moedling", held_on="2026-11-01")
    target = Target.internal.create(
        state="published",
        slug="embassy",
        name="Embassy",
        country="AT",
        city="Vienna",
        time_zone="Europe/Vienna",
        latitude=Decimal("48.7"),
        longitude=Decimal("16.3738"),
    )
    action = announced(target=target)
    assert "near:AT/Moedling/30" not in cities.topics_near(action)
    action.target = None
    assert "near:AT/Moedling/30" in cities.topics_near(action)


def test_city_of_the_same_name_in_another_country_is_another() -> None:
    announced(city="Vienna", country="US")
    follow("near:AT/Vienna/30")
    announced(city="Vienna", country="AT", held_on="2026-11-01")
    assert reminders.run_planners(NOW) == 0


def test_what_can_be_followed_is_named_in_words() -> None:
    group = make_group("vienna")
    announced(city="Vienna")
    found = topics.titles_of([f"group:{group.pk}", "near:AT/Vienna/100", "near:AT/Vienna/7", "near:AT", "group:x"])
    assert found == {f"group:{group.pk}": "Vienna", "near:AT/Vienna/100": "Vienna and 100 km around"}


def test_mail_tells_what_everybody_may_know_and_brings_the_date(sink: Sink) -> None:
    announced(title="Light for Yerlan", venue="At the gate", address_visibility="signed_up")
    follow("all")
    send()
    assert "Light for Yerlan" in sink.text()
    assert "At the gate" not in sink.text()
    assert [part.get_content_type() for part in sink.mails[0].iter_attachments()] == ["text/calendar"]


def test_who_was_told_of_an_action_hears_that_it_was_cancelled_and_nobody_else_does(sink: Sink) -> None:
    action = announced()
    follow("all")
    send()
    follow("all", address="later@example.org")
    action.cancelled_at, action.cancellation_reason, action.revision = NOW, "Storm", 1
    action.save()
    send()
    assert [mail["To"] for mail in sink.mails] == ["anna@example.org", "anna@example.org"]
    assert "Storm" in sink.text()
    send()
    assert len(sink.mails) == 2


def test_move_of_an_announced_action_is_one_mail_and_none_when_it_was_taken_back(sink: Sink) -> None:
    action = announced()
    follow("all")
    send()
    for day in ("2026-12-17", "2026-12-18"):
        action.held_on, action.revision = day, action.revision + 1
        derive_instants(action)
        action.save()
    send()
    assert len(sink.mails) == 2
    assert "18 Dec 2026" in sink.text()


@pytest.mark.parametrize(("visibility", "mails"), [("everybody", 2), ("signed_up", 1)])
def test_another_meeting_point_is_told_to_whom_it_was_told_and_to_nobody_else(
    visibility: str, mails: int, sink: Sink
) -> None:
    action = announced(venue="At the gate", address_visibility=visibility)
    follow("all")
    send()
    action.venue, action.revision = "At the court", action.revision + 1
    action.save()
    send()
    assert len(sink.mails) == mails
    assert ("At the court" in sink.text()) is (visibility == "everybody")


@pytest.mark.parametrize(("visibility", "mails"), [("everybody", 2), ("signed_up", 1)])
def test_after_an_update_only_what_made_a_difference_to_them_is_told_to_those_who_were_told_before_it(
    visibility: str, mails: int, sink: Sink
) -> None:
    """The zone and the meeting point were not kept with what was told."""
    action = announced(venue="At the gate", address_visibility=visibility)
    follow("all")
    send()
    row = Notification.objects.get()
    Notification.objects.update(told={name: row.told[name] for name in ("on", "at", "city", "cancelled")})
    action.venue, action.revision = "At the court", action.revision + 1
    action.save()
    send()
    assert len(sink.mails) == mails


def test_report_is_told_once(sink: Sink) -> None:
    action = make_action(held_on="2026-11-20", title="Light for Yerlan")
    Report.internal.create(
        state="published", action=action, published_at=NOW, turnout_low=12, turnout_high=15, text="It was cold."
    )
    follow("all")
    send()
    send()
    (mail,) = sink.mails
    assert mail["Subject"] == "News for you"
    assert "12 to 15" in sink.text()
    assert "It was cold." in sink.text()


def test_report_that_was_withdrawn_before_it_left_is_not_told(sink: Sink) -> None:
    report = Report.internal.create(state="published", action=make_action(held_on="2026-11-20"), published_at=NOW)
    follow("all")
    reminders.run_planners(NOW)
    Report.internal.filter(pk=report.pk).update(state=PublicationState.WITHDRAWN)
    send()
    assert sink.mails == []
    assert Notification.objects.get().state == NotificationState.CANCELLED


def test_number_of_statements_follows_what_is_new_and_not_who_follows() -> None:
    announced()
    counts = []
    for number in range(3):
        follow("all", address=f"p{number}@example.org")
        counts.append(len(first_queries_of(reminders.run_planners, NOW)))
    assert counts[1] == counts[2]


def test_city_page_offers_to_follow_the_city(client: Client) -> None:
    announced(city="Vienna")
    assert "/en/alerts/?topic=near:AT/Vienna/30" in client.get("/en/actions/?city=Vienna").content.decode()
    asked = client.get("/en/alerts/?topic=near:AT/Vienna/100").context["form"].fields["topics"].choices
    assert ("near:AT/Vienna/100", "Vienna and 100 km around") in [row for _heading, rows in asked for row in rows]


def test_city_is_chosen_from_a_list_and_followed_when_confirmed(client: Client, settings: Any) -> None:
    settings.FORM_TOKEN_MIN_SECONDS = 0
    announced(city="Vienna")
    data = {"address": "anna@example.org", "consent": "on", "form_token": make_form_token("subscribe")}
    assert client.post("/en/alerts/", {**data, "also": "near:AT/Nowhere/30"}).status_code == 400
    assert client.post("/en/alerts/", data).status_code == 400
    assert client.post("/en/alerts/", {**data, "also": "near:AT/Vienna/30"}).status_code == 200
    assert Subscription.objects.get().topic == "near:AT/Vienna/30"


def test_group_of_an_action_can_be_followed_from_its_page(client: Client) -> None:
    group = make_group()
    action = announced(group=group)
    assert f"/en/alerts/?topic=group:{group.pk}" in client.get(f"/en/actions/{action.slug}/").content.decode()


@pytest.mark.parametrize("is_muted", [False, True])
def test_who_follows_and_comes_hears_of_a_cancellation_once(is_muted: bool, sink: Sink) -> None:
    action = announced()
    anna = follow("all")
    send()
    SignUp.objects.create(action=action, supporter=anna, state=SignUpState.CONFIRMED, is_muted=is_muted)
    action.cancelled_at, action.cancellation_reason, action.revision = NOW, "Storm", 1
    action.save()
    for _time in range(2):
        send()
    kinds = set(Notification.objects.exclude(kind="action_announced").values_list("kind", flat=True))
    assert kinds == {"announced_action_changed" if is_muted else "action_cancelled"}
    assert len(sink.mails) == 2
    assert "Storm" in sink.text()


def test_move_that_has_not_settled_is_not_told_to_followers_yet(sink: Sink) -> None:
    action = announced()
    follow("all")
    send()
    action.held_on, action.revision, action.settles_at = "2026-12-17", 1, NOW + timedelta(minutes=5)
    derive_instants(action)
    action.save()
    send()
    assert len(sink.mails) == 1
    Action.internal.filter(pk=action.pk).update(settles_at=NOW)
    send()
    assert len(sink.mails) == 2


def test_report_of_an_action_long_ago_belongs_to_the_log_alone(sink: Sink) -> None:
    for day in ("2011-12-16", "2026-09-01"):
        Report.internal.create(state="published", action=make_action(held_on=day), published_at=NOW)
    follow("all")
    send()
    assert sink.mails == []


def a_series() -> Series:
    return Series.objects.create(
        rhythm="weekly",
        first_on="2026-12-16",
        last_on="2027-01-06",
        made_until="2027-01-06",
        pattern=make_action(state=PublicationState.DRAFT),
    )


def test_series_is_one_piece_of_news_and_names_its_rhythm(sink: Sink) -> None:
    one = a_series()
    # Written in another order than they come.
    for day in ("2026-12-30", "2026-12-16", "2026-12-23"):
        announced(series=one, series_on=day, held_on=day)
    follow("all")
    assert [reminders.run_planners(NOW) for _tick in range(2)] == [1, 0]
    send()
    assert len(sink.mails) == 1
    assert "16" in sink.text()
    assert "Returns each week on Wednesday, until" in sink.text()


def test_day_that_a_series_gets_later_is_no_news_to_who_was_told() -> None:
    one = a_series()
    announced(series=one, series_on="2026-12-16")
    follow("all")
    assert reminders.run_planners(NOW) == 1
    Notification.objects.update(state="sent", due_at=NOW - timedelta(days=30))
    announced(series=one, series_on="2026-12-23", held_on="2026-12-23")
    follow("all", address="boris@example.org")
    assert reminders.run_planners(NOW) == 1
    assert Notification.objects.filter(state="queued").get().supporter.email == "boris@example.org"


def test_call_is_one_piece_of_news_of_the_first_city_that_a_reader_follows(sink: Sink) -> None:
    day = DayOfAction.internal.create(slug="all", title="All", held_on="2026-12-16", state=PublicationState.PUBLISHED)
    first = announced(day_of_action=day)
    second = announced(day_of_action=day, city="Graz")
    follow("all")
    follow("near:AT/Graz/30", address="boris@example.org")
    assert reminders.run_planners(NOW) == 2
    told = {row.supporter.email: row.subject for row in Notification.objects.all()}
    assert told == {"anna@example.org": f"action:{first.pk}", "boris@example.org": f"action:{second.pk}"}
    send()
    assert ["/days-of-action/all/" in sink.text(number) for number in range(2)] == [True, True]


@pytest.mark.parametrize(
    ("state", "hears"),
    [
        (SignUpState.CONFIRMED, False),
        (SignUpState.WAITING, False),
        (SignUpState.WITHDRAWN, False),
        (SignUpState.UNCONFIRMED, True),
    ],
)
def test_action_is_no_news_to_who_signed_up_for_it(state: SignUpState, hears: bool) -> None:
    action, anna = announced(held_on="2027-03-01"), follow("all")
    place = 1 if state == SignUpState.WAITING else None
    SignUp.objects.create(action=action, supporter=anna, state=state, waiting_number=place)
    reminders.run_planners(NOW)
    assert Notification.objects.filter(kind="action_announced").exists() is hears


def test_unrelated_actions_in_one_mail_stand_in_the_order_of_their_days(sink: Sink) -> None:
    days = ["2027-03-09", "2026-12-24", "2027-01-05", "2026-12-23"]
    for number, day in enumerate(days):
        announced(held_on=day, title=f"Picket of {day}", published_at=NOW - timedelta(hours=9 - number))
    follow("all")
    send()
    [mail] = sink.mails
    assert re.findall(r"Picket of (\S+)", sink.text()) == sorted(days)
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["text/calendar"] * 4


def test_of_an_action_in_several_cities_each_is_a_city() -> None:
    place("London", "51.5", "-0.13", "GB")
    announced(city="London", country="GB")
    action = announced(city="Bishkek; London", country="")
    announced(city="Vienna; Graz", country="AT")
    assert sorted(cities.titles(None)) == ["AT/Graz/30", "AT/Vienna/30", "GB/London/30"]
    assert cities.topics_near(action) == ["near:GB/London/30", "near:GB/London/100"]
    found = [
        Action.public.filter(cities.held_in(name)).count() for name in ("London", "Bishkek", "Graz", "Gra", "Atlantis")
    ]
    assert found == [2, 1, 1, 0, 0]


def test_cities_named_together_are_not_offered_as_one() -> None:
    place("Washington, D.C.", "38.9", "-77.03", "US")
    for city in ("Vienna", "several cities in Russia, Ukraine", "Washington, D.C."):
        announced(city=city, country="US" if city.startswith("W") else "AT")
    assert sorted(cities.titles(None)) == ["AT/Vienna/30", "US/Washington, D.C./30"]


def test_who_was_told_of_a_move_hears_of_the_next_one_months_later(sink: Sink) -> None:
    follow("all")
    action = announced()
    send()
    with time_machine.travel(NOW, tick=False) as clock:
        for day, moved_to in ((2, "2027-05-12"), (90, "2027-06-12")):
            at = NOW + timedelta(days=day)
            clock.move_to(at)
            action.held_on = moved_to
            action.revision += 1
            derive_instants(action)
            action.save()
            reminders.run_planners(at)
            outbox.deliver()
            retention.purge(at)
    told = Notification.objects.filter(kind="announced_action_changed", state="sent")
    assert sorted(told.values_list("occasion", flat=True)) == ["revision:1", "revision:2"]


def test_series_that_goes_on_is_no_news_again_when_its_first_day_is_long_over(sink: Sink) -> None:
    one = a_series()
    one.last_on = "2027-12-15"
    one.save()
    announced(series=one, series_on="2026-12-16")
    follow("all")
    send()
    later = NOW + timedelta(days=60)
    with time_machine.travel(later, tick=False):
        retention.purge(later)
        announced(series=one, series_on="2027-05-12", held_on="2027-05-12", published_at=later)
        assert reminders.run_planners(later) == 0
