"""Days of action: one call, many cities; each follows the call in what it does not say itself."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from actions.choices import SignUpState
from actions.models import Action, DayOfAction, Group
from actions.refusals import ActionsRefusal
from actions.services.actions import SETTLING, cancel, change
from actions.services.days import add_city, follow, store_day
from actions.standing_places import map_of
from actions.totals import totals_of
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Staff
from prisoners.times import BadTime
from supporters import reminders
from supporters.models import Notification
from tests.actions.rows import (
    NOW,
    make_action,
    make_campaign,
    make_group,
    make_prisoner,
    make_report,
    make_sign_up,
    make_staff,
    make_target,
)
from tests.factories import CampaignFactory, DemandFactory, EventFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

PUBLISHED = PublicationState.PUBLISHED


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def day() -> DayOfAction:
    row = DayOfAction.internal.create(
        slug="sixteenth",
        title="The sixteenth of December",
        kinds=["picket"],
        description="We stand with the oil workers.",
        held_on=date(2026, 12, 16),
        local_time=time(18),
        local_end_time=time(20),
        campaign=make_campaign(),
        state=PUBLISHED,
    )
    row.prisoners.set([make_prisoner()])
    return row


def city(day: DayOfAction, name: str, zone: str = "Europe/Vienna", **fields: Any) -> Action:
    """A public action of a city that says nothing but where it is."""
    said = {"day_of_action": day, "title": day.title, "description": day.description, "city": name, "time_zone": zone}
    action = make_action(**{**said, "slug": name.lower(), "campaign": day.campaign, **fields})
    action.prisoners.set(day.prisoners.all())
    return action


# --- joining ----------------------------------------------------------------------------------------


def test_city_joins_with_what_the_call_says_and_its_own_place(day: DayOfAction, vienna: Group, anna: Staff) -> None:
    made = add_city(day, vienna, anna, city="Vienna", venue="Felderstraße 4")
    assert (made.title, made.description, made.kinds, made.campaign) == (
        day.title,
        day.description,
        ["picket"],
        day.campaign,
    )
    assert (made.local_time, made.time_zone, made.country, made.state) == (time(18), "Europe/Vienna", "AT", "draft")
    assert made.starts_at == datetime(2026, 12, 16, 17, tzinfo=UTC)
    assert made.own_fields == []
    assert list(made.prisoners.all()) == list(day.prisoners.all())


def test_city_may_have_an_hour_and_a_zone_of_its_own(day: DayOfAction, vienna: Group, anna: Staff) -> None:
    made = add_city(
        day,
        vienna,
        anna,
        city="London",
        country="gb",
        time_zone="Europe/London",
        local_time=time(12),
        local_end_time=time(13),
    )
    assert (made.own_fields, made.country) == (["local_time", "local_end_time"], "GB")
    assert made.starts_at == datetime(2026, 12, 16, 12, tzinfo=UTC)


def test_joining_is_refused_with_a_sentence_and_writes_nothing(day: DayOfAction, vienna: Group, anna: Staff) -> None:
    with pytest.raises(ActionsRefusal, match="a time zone alone"):
        add_city(day, vienna, anna, city=" ", time_zone="Europe/London")
    with pytest.raises(BadTime):
        add_city(day, vienna, anna, city="London", time_zone="London")
    with pytest.raises(ActionsRefusal, match="in this group"):
        add_city(day, make_group("berlin"), anna, city="Berlin")
    assert not Action.internal.exists()
    add_city(day, vienna, anna, city="Vienna")
    with pytest.raises(ActionsRefusal, match="already"):
        add_city(day, vienna, anna, city="Vienna")
    with (
        time_machine.travel(datetime(2026, 12, 17, 12, tzinfo=UTC), tick=False),
        pytest.raises(ActionsRefusal, match="is over"),
    ):
        add_city(day, vienna, anna, city="Linz")
    DayOfAction.internal.update(state=PublicationState.DRAFT)
    with pytest.raises(ActionsRefusal, match="no such day"):
        add_city(day, vienna, anna, city="Linz")
    assert Action.internal.count() == 1


def test_desk_adds_my_city_and_says_what_is_wrong(day: DayOfAction, vienna: Group, anna: Staff) -> None:
    client = Client()
    client.force_login(anna)
    assert day.title in client.get("/en/desk/").content.decode()
    assert 'value="Vienna"' in client.get("/en/desk/days/sixteenth/join/").content.decode()
    said = {"group": vienna.pk, "city": "Vienna", "time_zone": "CET"}
    refused = client.post("/en/desk/days/sixteenth/join/", said)
    assert refused.status_code == 400
    assert "is not a time zone" in refused.content.decode()
    assert client.post("/en/desk/days/sixteenth/join/", {**said, "time_zone": ""}).status_code == 302
    assert Action.internal.get().day_of_action == day


# --- following --------------------------------------------------------------------------------------


def test_change_of_the_call_reaches_the_cities_that_do_not_say_otherwise(day: DayOfAction) -> None:
    here = city(day, "Vienna")
    there = city(day, "Linz", title="Linz for the oil workers", own_fields=["title"])
    day.title, day.description = "Freedom now", "Bring candles."
    store_day(day)
    here.refresh_from_db()
    there.refresh_from_db()
    assert (here.title, here.description, here.revision) == ("Freedom now", "Bring candles.", 0)
    assert (there.title, there.description) == ("Linz for the oil workers", "Bring candles.")


def test_translations_of_the_call_reach_the_cities(day: DayOfAction) -> None:
    here = city(day, "Vienna", venue="Tor", i18n={"venue_ru": "Ворота"})
    day.title_ru = "Шестнадцатое декабря"
    store_day(day)
    here.refresh_from_db()
    assert here.i18n == {"venue_ru": "Ворота", "title_ru": "Шестнадцатое декабря"}
    assert here.own_fields == []


def test_whom_it_is_for_follows_unless_the_city_says_otherwise(day: DayOfAction, vienna: Group, anna: Staff) -> None:
    here, there = (add_city(day, vienna, anna, city=name) for name in ("Vienna", "Linz"))
    other = make_prisoner("aron-atabek")
    change(there, anna, prisoners=[other])
    day.prisoners.set([make_prisoner("natalia-sokolova")])
    follow(day)
    assert [one.slug for one in here.prisoners.all()] == ["natalia-sokolova"]
    assert [one.slug for one in there.prisoners.all()] == ["aron-atabek"]


def test_city_that_takes_back_what_it_said_follows_again(day: DayOfAction, vienna: Group, anna: Staff) -> None:
    made = add_city(day, vienna, anna, city="Vienna")
    assert change(made, anna, title="Vienna!").own_fields == ["title"]
    assert change(made, anna, title=day.title).own_fields == []


def test_who_signed_up_hears_of_a_new_hour_and_not_of_new_words(day: DayOfAction) -> None:
    here = city(day, "Vienna", own_fields=[])
    there = city(day, "Linz", local_time=time(12), own_fields=["local_time"])
    for action in (here, there):
        make_sign_up(action, state=SignUpState.CONFIRMED)
    day.description = "Bring candles."
    store_day(day)
    reminders.run_planners(NOW)
    assert not Notification.objects.filter(kind="action_moved").exists()
    day.local_time = time(17)
    store_day(day)
    reminders.run_planners(NOW + SETTLING)
    told = Notification.objects.get(kind="action_moved")
    assert told.subject == f"sign_up:{here.sign_ups.get().pk}"


def test_following_twice_is_following_once(day: DayOfAction) -> None:
    here = city(day, "Vienna")
    day.local_time = time(17)
    store_day(day)
    before = Action.internal.values().get(pk=here.pk)
    follow(day)
    assert Action.internal.values().get(pk=here.pk) == before


def test_cities_that_are_over_or_called_off_keep_what_was_said(day: DayOfAction, vienna: Group, anna: Staff) -> None:
    gone = city(day, "Linz", group=vienna)
    cancel(gone, "Storm", anna)
    past = city(day, "Vienna", held_on="2026-11-01", own_fields=["held_on"])
    day.title = "Freedom now"
    store_day(day)
    assert {row.title for row in Action.internal.filter(pk__in=[gone.pk, past.pk])} == {"The sixteenth of December"}


def test_hour_that_one_city_does_not_have_is_refused_with_its_name_and_changes_nothing(day: DayOfAction) -> None:
    """On 28 March 2027 the clocks of Vienna skip 02:30; those of Almaty do not."""
    city(day, "Almaty", "Asia/Almaty")
    city(day, "Vienna")
    day.held_on, day.local_time = date(2027, 3, 28), time(2, 30)
    with pytest.raises(ActionsRefusal, match="Vienna: There is no 28 March 2027, 02:30"):
        store_day(day)
    assert DayOfAction.internal.get().held_on == date(2026, 12, 16)
    assert {str(row.held_on) for row in Action.internal.all()} == {"2026-12-16"}


def test_calendar_of_a_city_follows_the_call_and_keeps_its_uid(client: Client, day: DayOfAction) -> None:
    city(day, "Vienna")

    def entry() -> Any:
        (event,) = Calendar.from_ical(client.get("/calendar/days-of-action/sixteenth.ics").content).walk("VEVENT")
        return event

    before = entry()
    day.title, day.local_time = "Freedom now", time(17)
    store_day(day)
    after = entry()
    assert str(after["UID"]) == str(before["UID"])
    assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)
    assert "Freedom now" in str(after["SUMMARY"])
    assert after["DTSTART"].dt.hour == 17


def at_staff(handle: str, role: str) -> Client:
    member = make_staff(handle, role)
    member.is_staff = True
    member.save()
    client = Client()
    client.force_login(member)
    return client


def written(day: DayOfAction, **fields: Any) -> dict[str, Any]:
    """The form of a call under /staff/, as a browser sends it."""
    return {
        "slug": "sixteenth",
        "title": "Freedom now",
        "kinds": ["picket"],
        "held_on": "2026-12-16",
        "local_time": "17:00",
        "local_end_time": "20:00",
        "description": day.description,
        "campaign": day.campaign_id,
        "prisoners": [one.pk for one in day.prisoners.all()],
        **fields,
    }


def test_publisher_changes_the_call_and_the_cities_follow(day: DayOfAction) -> None:
    here = city(day, "Vienna")
    rita = at_staff("rita", StaffRole.PUBLISHER)
    response = rita.post(f"/staff/actions/dayofaction/{day.pk}/change/", written(day))
    assert response.status_code == 302, response.content.decode()[:3000]
    here.refresh_from_db()
    assert (here.title, here.local_time) == ("Freedom now", time(17))


@pytest.mark.parametrize("in_the_list", [True, False])
def test_withdrawn_call_is_followed_in_words_once_a_publisher_shows_it_again(
    day: DayOfAction, in_the_list: bool
) -> None:
    here = city(day, "Vienna")
    DayOfAction.internal.update(state="withdrawn")
    page = f"/staff/actions/dayofaction/{day.pk}/change/"
    at_staff("rob", StaffRole.RESEARCHER).post(page, written(day, _submit_row="x"))
    here.refresh_from_db()
    assert (DayOfAction.internal.get().title, here.local_time) == ("Freedom now", time(17))
    assert here.title == day.title
    rita, seen = at_staff("rita", StaffRole.PUBLISHER), DayOfAction.internal.get().version
    if in_the_list:
        chosen = {"action": "publish_rows", "_selected_action": [day.pk], "seen": f"{day.pk} {seen}"}
        rita.post("/staff/actions/dayofaction/", chosen)
    else:
        rita.post(page, written(day, _publish_row="x", seen=seen))
    here.refresh_from_db()
    assert (DayOfAction.public.get().title, here.title) == ("Freedom now", "Freedom now")


# --- what one sees ----------------------------------------------------------------------------------


def test_page_lists_the_cities_with_local_times_and_sums_what_was_counted(client: Client, day: DayOfAction) -> None:
    make_report(city(day, "Vienna"), turnout_low=20, turnout_high=30, counted_by="two stewards")
    make_report(city(day, "Almaty", "Asia/Almaty", country="KZ"), turnout_low=7, turnout_high=None)
    make_report(city(day, "Linz"), turnout_low=None, turnout_high=None, text="It rained.")
    make_report(city(day, "Graz", state=PublicationState.DRAFT), turnout_low=500, turnout_high=600)
    city(day, "Oslo", "Europe/Oslo", country="NO")
    with time_machine.travel(datetime(2026, 12, 17, 12, tzinfo=UTC), tick=False):
        text = client.get("/en/days-of-action/sixteenth/").content.decode()
    assert "<bdi>27–37</bdi>" in text
    assert "how many came is known from 2 of 4 cities" in text
    assert "Vienna time (UTC+1)" in text
    assert "Almaty time (UTC+5)" in text
    assert "counted by two stewards" in text
    assert "not reported" in text
    assert "Graz" not in text
    assert 'class="map"' in text
    assert text.count('class="certain"') == 2


def test_nothing_is_said_of_numbers_before_the_day(client: Client, day: DayOfAction) -> None:
    city(day, "Vienna")
    addresses = ("/en/days-of-action/sixteenth/", "/en/days-of-action/sixteenth/press/")
    assert not any("How many came is known" in client.get(one).content.decode() for one in addresses)
    with time_machine.travel(datetime(2026, 12, 17, 12, tzinfo=UTC), tick=False):
        assert all("known from 0 of 1 cities." in client.get(one).content.decode() for one in addresses)


def test_page_offers_to_join_before_and_not_after(client: Client, day: DayOfAction) -> None:
    assert "Add my city" in client.get("/en/days-of-action/sixteenth/").content.decode()
    with time_machine.travel(datetime(2026, 12, 17, 12, tzinfo=UTC), tick=False):
        assert "Add my city" not in client.get("/en/days-of-action/sixteenth/").content.decode()


def test_day_is_over_once_it_is_over_everywhere(client: Client, day: DayOfAction, vienna: Group, anna: Staff) -> None:
    # Eight in the evening in New York, where people stand in the street still.
    with time_machine.travel(datetime(2026, 12, 17, 1, tzinfo=UTC), tick=False):
        assert "Add my city" in client.get("/en/days-of-action/sixteenth/").content.decode()
        add_city(day, vienna, anna, city="New York", time_zone="America/New_York")
    assert Action.internal.filter(city="New York").exists()


def test_page_asks_the_same_number_of_questions_for_one_city_and_for_three(client: Client, day: DayOfAction) -> None:
    counts = []
    for name in ("Vienna", "Linz", "Graz"):
        make_report(city(day, name))
        day.demands.add(DemandFactory(campaign=CampaignFactory(), event=EventFactory(), text=f"demand of {name}"))
        counts.append(len(queries_of(client.get, "/en/days-of-action/sixteenth/")))
    assert counts[0] == counts[1] == counts[2]


@pytest.mark.parametrize("path", ["", "press/", "share.png"])
def test_day_that_is_not_public_has_no_page(client: Client, day: DayOfAction, path: str) -> None:
    city(day, "Vienna")
    DayOfAction.internal.update(state=PublicationState.IN_REVIEW)
    assert client.get(f"/en/days-of-action/sixteenth/{path}").status_code == 404
    assert client.get("/calendar/days-of-action/sixteenth.ics").status_code == 404
    assert "days-of-action/sixteenth" not in client.get("/en/actions/vienna/").content.decode()


def test_day_is_found_from_its_campaign_its_city_and_the_list(client: Client, day: DayOfAction) -> None:
    city(day, "Vienna")
    for path in ("/en/days-of-action/", "/en/campaigns/zhanaozen/", "/en/actions/vienna/"):
        assert "/en/days-of-action/sixteenth/" in client.get(path).content.decode(), path


def test_press_page_says_who_counted_and_nothing_that_is_not_public(client: Client, day: DayOfAction) -> None:
    make_report(city(day, "Vienna"), turnout_low=20, turnout_high=30, counted_by="two stewards")
    make_report(city(day, "Linz"), state=PublicationState.IN_REVIEW, turnout_low=500, turnout_high=600)
    text = client.get("/en/days-of-action/sixteenth/press/").content.decode()
    assert "20 to 30 people; how many came is known from 1 of 2 cities." in text
    assert "20–30 (two stewards)" in text
    assert "500" not in text
    one = client.get("/en/reports/vienna/press/").content.decode()
    assert "20 to 30 people, counted by two stewards." in one
    assert "Yerlan" not in client.get("/en/reports/linz/press/").content.decode()
    assert client.get("/en/reports/linz/press/").status_code == 404


def test_press_page_keeps_a_hidden_meeting_point_to_itself(client: Client, day: DayOfAction) -> None:
    make_report(city(day, "Vienna", venue="Hidden yard 7", address_visibility="confirmed"))
    for path in ("/en/reports/vienna/press/", "/en/days-of-action/sixteenth/press/", "/en/days-of-action/sixteenth/"):
        assert "Hidden yard" not in client.get(path).content.decode(), path


def test_reports_stand_on_a_map_where_the_place_is_known(client: Client, day: DayOfAction) -> None:
    make_report(city(day, "Vienna"))
    make_report(city(day, "Nowhere"))
    text = client.get("/en/reports/").content.decode()
    assert 'class="map"' in text
    assert "Vienna, Austria" in text
    assert ">Nowhere, Austria" not in text
    assert "where they lie: Nowhere, Austria" in text


def test_totals_leave_out_what_was_called_off_and_count_a_city_once(day: DayOfAction) -> None:
    first, second = city(day, "Vienna"), city(day, "VIENNA", slug="again")
    gone = city(day, "Linz", cancelled_at=NOW)
    reports = [make_report(one, turnout_low=None, turnout_high=10) for one in (first, second, gone)]
    totals = totals_of([first, second, gone], reports)
    assert (totals.low, totals.high, totals.counted, totals.actions) == (20, 20, 2, 2)
    assert (totals.reported, totals.cities) == (1, 1)


def test_an_action_in_several_cities_counts_and_stands_in_each(day: DayOfAction) -> None:
    one = city(day, "Vienna")
    several = make_action(slug="several", city="Vienna; Linz", country="", time_zone="UTC")
    totals = totals_of([one, several], [make_report(several, turnout_low=10, turnout_high=10)])
    assert (totals.actions, totals.cities, totals.reported) == (2, 2, 2)
    drawn = map_of([one, several], {})
    assert drawn is not None
    assert ([row["label"] for row in drawn["rows"]], drawn["missing"]) == (["Vienna, Austria"], ["Linz"])


def test_campaign_and_prisoner_show_what_was_counted_in_all(client: Client, day: DayOfAction) -> None:
    for name in ("Vienna", "Linz"):
        make_report(city(day, name, held_on="2026-11-01"), turnout_low=10, turnout_high=15)
    for path in ("/en/campaigns/zhanaozen/", "/en/prisoners/yerlan-baltabai/"):
        assert "<bdi>20–30</bdi>" in client.get(path).content.decode(), path


def test_cities_of_which_nobody_knows_where_they_lie_are_named_below_the_map(client: Client, day: DayOfAction) -> None:
    city(day, "Vienna")
    city(day, "Nowhere")
    text = client.get("/en/days-of-action/sixteenth/").content.decode()
    assert "Not on the map, for the record does not know where they lie: Nowhere, Austria" in text


def test_letter_to_a_mission_far_away_is_not_put_where_the_mission_stands(day: DayOfAction) -> None:
    far = city(day, "Nowhere", target=make_target(latitude=48.2, longitude=16.4))
    here = city(day, "Vienna", target=far.target)
    drawn = map_of([here, far], {})
    assert drawn is not None
    assert ([row["label"] for row in drawn["rows"]], drawn["missing"]) == (["Vienna, Austria"], ["Nowhere, Austria"])


def test_press_page_tells_arrests_at_least_and_at_most_and_who_counted(client: Client, day: DayOfAction) -> None:
    make_report(city(day, "Vienna"), arrests=2, arrests_high=5, arrests_counted_by="a lawyer")
    assert "Arrests: 2–5, counted by a lawyer" in client.get("/en/reports/vienna/press/").content.decode()
