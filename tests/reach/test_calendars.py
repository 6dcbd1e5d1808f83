"""Calendars: what is in them, what changes when an action moves, and that every reader can read them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import time_machine
from django.test import Client
from icalendar import Calendar, Event

from actions.choices import AddressVisibility, SignUpState
from actions.models import SignUp
from actions.services.actions import cancel, change
from prisoners.choices import EventKind, HearingStatus, PublicationState
from prisoners.services.hearings import cancel as call_off
from supporters.choices import SupporterState
from supporters.models import Subscription
from supporters.services import calendars, people
from tests import factories as make
from tests.actions.rows import make_action, make_group, make_organiser
from tests.queries import queries_of
from tests.reach.strict import read

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
ALL = "/calendar/all.ics"
LONG = "Ерлан Балтабай, председатель независимого профсоюза; «Свобода, справедливость»\\ и ещё слова. " * 3


@pytest.fixture(autouse=True)
def _before_it_all() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def _one(client: Client, path: str = ALL, **headers: str) -> Event:
    [event] = _all(client, path, **headers)
    return event


def _all(client: Client, path: str = ALL, **headers: str) -> list[Event]:
    return read(client.get(path, headers=headers).content).walk("VEVENT")


def test_hearing_has_the_hour_and_the_zone_of_the_court(client: Client) -> None:
    make.HearingFactory(revision=3)
    event = _one(client)
    assert event["dtstart"].dt == datetime(2026, 12, 20, 12, tzinfo=ZoneInfo("Asia/Almaty"))
    assert event["dtstart"].dt.astimezone(UTC) == make.NOON_IN_ALMATY
    assert event["sequence"] == 3
    assert event["status"] == "CONFIRMED"
    assert "dtend" not in event
    assert event["categories"].cats == ["HEARING"]
    assert "12:00" in event["description"]
    assert "UTC+5" in event["description"]


@pytest.mark.parametrize(("zone", "before", "after"), [("Asia/Almaty", 6, 5), ("Asia/Qyzylorda", 5, 5)])
def test_zone_rules_know_the_change_of_kazakhstan(client: Client, zone: str, before: int, after: int) -> None:
    place, prisoner = make.PlaceFactory(time_zone=zone), make.PrisonerFactory(slug="anna")
    for day in ("2024-02-20", "2024-03-20"):
        case = make.CaseFactory()
        make.DefendantFactory(case=case, prisoner=prisoner)
        make.HearingFactory(case=case, place=place, held_on=day)
    calendar = read(client.get("/calendar/prisoners/anna.ics").content)
    [rules] = calendar.walk("VTIMEZONE")
    offsets = [rules.to_tz(lookup_tzid=False).utcoffset(datetime(2024, month, 20, 12)) for month in (2, 3)]  # noqa: DTZ001
    assert offsets == [timedelta(hours=before), timedelta(hours=after)]


def test_zone_rules_name_the_local_hour_at_which_the_clock_is_put_forward(client: Client) -> None:
    make.ActionFactory(held_on="2026-03-29", starts_at=datetime(2026, 3, 29, 11, 30, tzinfo=UTC))
    text = client.get(ALL).content.decode().replace("\r\n ", "")
    [rules] = Calendar.from_ical(text).walk("VTIMEZONE")
    summer = rules.walk("DAYLIGHT")[0]
    assert summer["dtstart"].dt.hour == 1
    assert "20260329T010000" in text


def test_day_without_an_hour_is_a_whole_day_that_ends_with_the_next(client: Client) -> None:
    make.HearingFactory(local_time=None)
    text = client.get(ALL).content
    assert b"DTSTART;VALUE=DATE:20261220\r\nDTEND;VALUE=DATE:20261221\r\n" in text
    assert b"VTIMEZONE" not in text
    read(text)


@pytest.mark.parametrize("held_on", ["2026-12", "2026", "2026-12-20/2026-12-21", "../2026-12-20", "2026-12-20/.."])
def test_date_that_is_not_a_day_is_not_made_up(client: Client, held_on: str) -> None:
    make.HearingFactory(held_on=held_on, local_time=None, starts_at=None)
    make.ActionFactory(held_on=held_on, local_time=None, starts_at=None)
    assert _all(client) == []


def test_calendar_in_which_nothing_stands_has_a_component_all_the_same(client: Client) -> None:
    """RFC 5545 3.6 asks for one; no day is made up for it."""
    make.PrisonerFactory(slug="anna")
    make.ActionFactory(slug="some-day-in-may", held_on="2019-05", starts_at=None, local_time=None)
    for path in ("prisoners/anna", "actions/some-day-in-may"):
        octets = client.get(f"/calendar/{path}.ics").content
        calendar = read(octets)
        [rules] = calendar.subcomponents
        assert (rules.name, rules["tzid"], calendar.walk("VEVENT")) == ("VTIMEZONE", "UTC", [])
        [standard] = rules.walk("STANDARD")
        assert standard["tzoffsetfrom"].td == standard["tzoffsetto"].td == timedelta()


def test_long_cyrillic_lines_are_folded_between_letters_and_read_back(client: Client) -> None:
    make.HearingFactory(text=LONG, court="Суд; первый, второй\nэтаж")
    event = _one(client)
    assert LONG.strip() in event["description"]
    assert event["location"].startswith("Суд; первый, второй\nэтаж")


def test_control_characters_do_not_break_the_calendar(client: Client) -> None:
    make.HearingFactory(text="a\x07b\rc", court="d\x0be")
    assert "ab\nc" in _one(client)["description"]


def test_moving_an_action_keeps_its_uid_and_raises_its_sequence(client: Client) -> None:
    group = make_group()
    by, action = make_organiser("vera", group), make_action(group=group, slug="picket")
    path = "/calendar/actions/picket.ics"
    first, tag = _one(client, path), client.get(path).headers["ETag"]
    change(action, by, local_time=time(17))
    second = _one(client, path)
    assert second["uid"] == first["uid"]
    assert (first["sequence"], second["sequence"]) == (0, 1)
    assert second["dtstart"].dt.hour == 17
    assert second["dtend"].dt.hour == 20
    assert client.get(path).headers["ETag"] != tag
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200
    cancel(action, "The police forbade it.", by)
    third = _one(client, path)
    assert (third["uid"], third["sequence"], third["status"]) == (first["uid"], 2, "CANCELLED")
    assert third["summary"].startswith("Cancelled: ")
    assert "The police forbade it." in third["description"]
    assert third.walk("VALARM") == []
    assert third["dtstamp"].dt >= first["dtstamp"].dt


def test_hearing_that_is_called_off_stays_as_cancelled_for_a_year(client: Client) -> None:
    hearing = make.HearingFactory()
    call_off(hearing)
    with time_machine.travel(NOW):
        assert _one(client)["status"] == "CANCELLED"
    with time_machine.travel(NOW + timedelta(days=800)):
        assert _all(client) == []


def test_same_rows_are_the_same_octets_at_any_time(client: Client) -> None:
    make.a_whole_campaign(slug="free-them")
    with time_machine.travel(NOW):
        first = client.get(ALL)
    with time_machine.travel(NOW + timedelta(days=3)):
        assert client.get(ALL).content == first.content
        again = client.get(ALL, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_headers_say_what_it_is_and_to_whom_it_belongs(client: Client) -> None:
    answer = client.get(ALL)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Accept-Language" in answer.headers["Vary"]
    assert "public" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
    assert client.head(ALL).status_code == 200
    assert client.post(ALL).status_code == 405


def test_calendar_names_itself_and_when_to_look_again(client: Client) -> None:
    calendar = read(client.get(ALL).content)
    # The library reads what it does not know as it stands; as TEXT (RFC 7986 5.1) the commas are escaped.
    assert calendar["name"] == calendar["x-wr-calname"] == "Until Free: court dates\\, anniversaries\\, actions"
    assert client.get(ALL).content.count(b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n") == 1
    assert calendar["url"].startswith("http")


def test_name_of_a_calendar_cannot_add_lines_to_it(client: Client) -> None:
    make.GroupFactory(slug="vienna", name="Vienna, first;\r\nX-EVIL:1", description="a, b\nBEGIN:VEVENT")
    octets = client.get("/calendar/groups/vienna.ics").content
    calendar = read(octets)
    assert b"\r\nX-WR-CALNAME:Vienna\\, first\\;\\nX-EVIL:1\r\n" in octets
    assert b"\r\nNAME:Vienna\\, first\\;\\nX-EVIL:1\r\n" in octets
    assert (calendar.walk("VEVENT"), "x-evil" in calendar) == ([], False)


def test_language_is_asked_for_or_accepted(client: Client) -> None:
    make.HearingFactory(status=HearingStatus.CANCELLED)
    assert _one(client)["summary"].startswith("Cancelled")
    russian = _one(client, f"{ALL}?lang=ru")["summary"]
    assert _one(client, **{"Accept-Language": "ru"})["summary"] == russian
    assert _one(client, f"{ALL}?lang=xx")["summary"].startswith("Cancelled")
    assert client.get(f"{ALL}?lang=ru").headers["Content-Language"] == "ru"
    assert _one(client)["uid"] == _one(client, f"{ALL}?lang=kk")["uid"]


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.WITHDRAWN])
def test_unpublished_rows_have_no_calendar(client: Client, state: str) -> None:
    make.PrisonerFactory(slug="anna", state=state)
    make.CampaignFactory(slug="free", state=state)
    make.ActionFactory(slug="picket", state=state)
    make.GroupFactory(slug="vienna", state=state)
    for path in ("prisoners/anna", "campaigns/free", "actions/picket", "groups/vienna", "actions/no-such", "my/x"):
        assert client.get(f"/calendar/{path}.ics").status_code == 404
    assert _all(client) == []


def test_old_address_leads_to_the_new_calendar(client: Client) -> None:
    prisoner = make.PrisonerFactory(slug="new")
    prisoner.former_slugs.create(slug="old")
    answer = client.get("/calendar/prisoners/old.ics?lang=ru")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/calendar/prisoners/new.ics?lang=ru")


def test_hidden_meeting_point_is_the_city_alone(client: Client) -> None:
    make.ActionFactory(venue="By the fountain", city="London", address_visibility=AddressVisibility.SIGNED_UP)
    assert _one(client)["location"] == "London"
    assert b"fountain" not in client.get(ALL).content


def test_anniversary_of_the_29th_of_february_falls_on_the_last_day_of_the_month(client: Client) -> None:
    prisoner = make.PrisonerFactory(slug="anna")
    make.EventFactory(kind=EventKind.ARREST, happened_on="2024-02-29").prisoners.add(prisoner)
    calendar = read(client.get("/calendar/prisoners/anna.ics").content)
    days = recurring_ical_events.of(calendar).between(date(2024, 1, 1), date(2029, 1, 1))
    found = sorted(one["dtstart"].dt for one in days)
    assert found == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


def test_anniversary_returns_each_year_and_ends_with_the_day(client: Client) -> None:
    make.EventFactory(title="The massacre", is_commemorated=True, happened_on="2011-12-16")
    event = _one(client)
    assert event["rrule"] == {"FREQ": ["YEARLY"]}
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2012, 12, 16), date(2012, 12, 17))
    assert "16 December 2011" in event["summary"]


def test_arrest_of_somebody_who_is_free_does_not_return(client: Client) -> None:
    make.DetentionFactory(started_on="2019-07-17", ended_on="2019-08-09")
    assert _all(client) == []


def test_arrest_told_by_two_rows_is_one_entry(client: Client) -> None:
    prisoner = make.PrisonerFactory()
    make.DetentionFactory(prisoner=prisoner, started_on="2019-07-17", ended_on="")
    make.EventFactory(kind=EventKind.ARREST, happened_on="2019-07-17").prisoners.add(prisoner)
    assert "arrest" in _one(client)["summary"]


def test_prisoner_and_campaign_and_group_have_their_own_and_no_more(client: Client) -> None:
    mine, other = make.a_whole_campaign(slug="mine"), make.a_whole_campaign(slug="other")
    group = mine.actions.get().group
    everything = {str(one["uid"]) for one in _all(client)}
    own = {str(one["uid"]) for one in _all(client, "/calendar/campaigns/mine.ics")}
    others = {str(one["uid"]) for one in _all(client, "/calendar/campaigns/other.ics")}
    assert own
    assert others
    assert not own & others
    assert own | others <= everything
    prisoner = other.prisoners.get()
    assert {str(one["uid"]) for one in _all(client, f"/calendar/prisoners/{prisoner.slug}.ics")} <= others
    assert len(_all(client, f"/calendar/groups/{group.slug}.ics")) == 1


def test_number_of_queries_does_not_grow(client: Client) -> None:
    for number in range(2):
        make.a_whole_campaign(slug=f"c-{number}")
    assert len(queries_of(client.get, ALL)) == 19
    for number in range(3):
        make.a_whole_campaign(slug=f"d-{number}")
    assert len(queries_of(client.get, ALL)) == 19


def _days_in(client: Client, category: str, path: str = ALL) -> list[date]:
    found = (one for one in _all(client, path) if one["categories"].cats == [category])
    return sorted(one["dtstart"].dt for one in found)


def test_calendar_of_a_long_record_has_what_is_near_and_says_what_it_leaves_out(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.calendar_parts.AHEAD", 2)
    monkeypatch.setattr("actions.calendar_parts.BEHIND", 1)
    for day in ("2026-09-01", "2026-10-01", "2027-01-01", "2027-02-01", "2027-03-01"):
        make.HearingFactory(held_on=day, local_time=None)
        make_action(slug=f"on-{day}", held_on=day, local_time=None, local_end_time=None)
    near = [date(2026, 10, 1), date(2027, 1, 1), date(2027, 2, 1)]
    with time_machine.travel(NOW, tick=False):
        said = str(read(client.get(ALL).content)["description"])
        assert _days_in(client, "HEARING") == near
        assert _days_in(client, "PICKET") == near
    for sentence in (
        "Of the court dates to come, the next 2 are here",
        "Of the court dates that are over, the last 1 are here.",
        "Of the actions to come, the next 2 are here",
        "Of the actions that are over, the last 1 are here.",
    ):
        assert sentence in said


def test_calendar_of_a_short_record_leaves_nothing_out(client: Client) -> None:
    make.HearingFactory()
    said = str(read(client.get(ALL).content)["description"])
    assert said == "All that is announced for political prisoners, in the time of the place."


def test_days_of_very_many_people_are_in_their_own_calendars(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actions.calendar_parts.MOST_HELD", 1)
    for name in ("anna", "boris"):
        make.DetentionFactory(prisoner=make.PrisonerFactory(slug=name), started_on="2019-07-17", ended_on="")
    make.EventFactory(title="The massacre", happened_on="2011-12-16", is_commemorated=True)
    assert _days_in(client, "ANNIVERSARY") == [date(2012, 12, 16)]
    assert "More than 1 people are held" in str(read(client.get(ALL).content)["description"])
    assert _days_in(client, "ANNIVERSARY", "/calendar/prisoners/anna.ics") == [date(2020, 7, 17)]


def test_entry_that_is_withdrawn_or_changed_is_never_told_from_memory(client: Client) -> None:
    hearing = make.HearingFactory(court="The first court")
    assert "The first court" in _one(client)["description"]
    type(hearing).internal.filter(pk=hearing.pk).update(court="Another court")
    assert "Another court" in _one(client)["description"]
    type(hearing).internal.filter(pk=hearing.pk).update(state=PublicationState.WITHDRAWN)
    assert _all(client) == []


def _supporter(*topics: str) -> people.Supporter:
    person = people.meet("vera@example.org", language="ru")
    people.confirm(person)
    person.name = "Vera"
    person.save()
    for topic in topics:
        Subscription.objects.create(supporter=person, topic=topic, state="active")
    person.refresh_from_db()
    return person


def test_personal_calendar_has_what_is_followed_and_where_one_comes(client: Client) -> None:
    followed, unknown = make.HearingFactory(), make.HearingFactory()
    prisoner = make.PrisonerFactory()
    make.DefendantFactory(case=followed.case, prisoner=prisoner)
    person = _supporter(f"prisoner:{prisoner.pk}")
    action = make.ActionFactory(venue="By the fountain", address_visibility=AddressVisibility.SIGNED_UP)
    SignUp.objects.create(action=action, supporter=person, state=SignUpState.CONFIRMED)
    make.ActionFactory()
    path = calendars.renew(person).partition("://")[2].partition("/")[2]
    answer = client.get(f"/{path}")
    calendar = read(answer.content)
    assert len(calendar.walk("VEVENT")) == 2
    assert "fountain" in answer.content.decode()
    assert unknown.case.title not in answer.content.decode()
    assert "Vera" not in answer.content.decode()
    assert "private" in answer.headers["Cache-Control"]
    assert "public" not in answer.headers["Cache-Control"]
    assert answer.headers["Content-Language"] == "ru"
    assert client.get(f"/{path}", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("topic", ["all", "country:KZ", "campaign"])
def test_personal_calendar_follows_wider_topics(client: Client, topic: str) -> None:
    campaign = make.a_whole_campaign(slug="c")
    person = _supporter(f"campaign:{campaign.pk}" if topic == "campaign" else topic)
    path = calendars.renew(person).partition("://")[2].partition("/")[2]
    assert any("HEARING" in one["categories"].cats for one in _all(client, f"/{path}"))


def test_personal_address_is_renewed_revoked_and_ends_with_the_person(client: Client) -> None:
    person = _supporter("all")
    first = "/" + calendars.renew(person).partition("://")[2].partition("/")[2]
    second = "/" + calendars.renew(person).partition("://")[2].partition("/")[2]
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    people.Supporter.objects.update(state=SupporterState.UNCONFIRMED)
    assert client.get(second).status_code == 404
    people.Supporter.objects.update(state=SupporterState.UNREACHABLE)
    assert client.get(second).status_code == 200
    calendars.revoke(person)
    assert client.get(second).status_code == 404
    third = "/" + calendars.renew(person).partition("://")[2].partition("/")[2]
    people.forget(person)
    assert client.get(third).status_code == 404


def test_secret_is_not_in_the_database(client: Client) -> None:
    person = _supporter()
    secret = calendars.renew(person).rpartition("/")[2].removesuffix(".ics")
    row = people.PersonalCalendar.objects.values_list("secret", "secret_lookup").get()
    assert secret not in str(row)
    assert secret.encode() not in bytes(row[0].data) + bytes(row[1])
    assert calendars.address_of(person).endswith(f"{secret}.ics")
