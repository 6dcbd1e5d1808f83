"""Actions that return: the first Saturday of each month, at the hour of the clock on the spot, until a last day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from icalendar import Calendar

from actions import recurrence
from actions.choices import Rhythm, SignUpState, SkippedHour
from actions.models import Action, Group, Series, Slot
from actions.publication import publish, submit
from actions.refusals import ActionsRefusal
from actions.services import series as services
from actions.services.actions import SETTLING, cancel
from actions.services.series import cancel_following, change_following, change_one, plan_series, repeat
from prisoners.choices import PublicationState
from prisoners.models import Staff
from prisoners.times import BadTime
from supporters import reminders
from supporters.models import Notification
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_prisoner, make_sign_up
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

SATURDAY = date(2026, 12, 5)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def picket(vienna: Group, **fields: Any) -> Action:
    return make_action(**{"group": vienna, "slug": "picket", "held_on": SATURDAY.isoformat(), **fields})


def days() -> list[date | None]:
    rows = Action.internal.filter(series__isnull=False).order_by("series_on")
    return [row.held_earliest for row in rows]


# --- which days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rhythm", "first", "expected"),
    [
        (Rhythm.WEEKLY, date(2026, 12, 5), ["2026-12-05", "2026-12-12", "2026-12-19"]),
        (Rhythm.FORTNIGHTLY, date(2026, 12, 5), ["2026-12-05", "2026-12-19", "2027-01-02"]),
        (Rhythm.MONTHLY_WEEKDAY, date(2026, 12, 5), ["2026-12-05", "2027-01-02", "2027-02-06"]),
        (Rhythm.MONTHLY_LAST_WEEKDAY, date(2026, 12, 26), ["2026-12-26", "2027-01-30", "2027-02-27"]),
        (Rhythm.MONTHLY_DATE, date(2026, 12, 31), ["2026-12-31", "2027-01-31", "2027-03-31"]),
    ],
)
def test_rhythm_falls_on_the_days_that_its_words_say(rhythm: str, first: date, expected: list[str]) -> None:
    assert [str(day) for day in recurrence.days_of(rhythm, first, number=3)] == expected


def test_rhythms_are_those_that_can_begin_on_the_day() -> None:
    assert Rhythm.MONTHLY_LAST_WEEKDAY not in recurrence.rhythms_of(date(2026, 12, 5))
    assert {Rhythm.MONTHLY_WEEKDAY, Rhythm.MONTHLY_LAST_WEEKDAY} <= set(recurrence.rhythms_of(date(2026, 12, 26)))
    assert Rhythm.MONTHLY_WEEKDAY not in recurrence.rhythms_of(date(2026, 10, 31))


def test_rhythm_is_said_in_words() -> None:
    assert recurrence.say(Rhythm.MONTHLY_WEEKDAY, SATURDAY) == "each month on the first Saturday"
    assert recurrence.say(Rhythm.MONTHLY_LAST_WEEKDAY, date(2026, 12, 26)) == "each month on the last Saturday"


def test_days_need_one_end() -> None:
    with pytest.raises(ValueError, match="ends on a day"):
        recurrence.days_of(Rhythm.WEEKLY, SATURDAY)


# --- beginning one ----------------------------------------------------------------------------------


def test_series_makes_the_days_of_the_next_weeks_with_slots_and_whom_it_is_for(vienna: Group, anna: Staff) -> None:
    action = picket(vienna, venue="Gate")
    action.prisoners.set([make_prisoner()])
    Slot.internal.create(action=action, role="steward", minimum=2)
    repeat(action, anna, rhythm=Rhythm.MONTHLY_WEEKDAY, until=date(2027, 12, 31))
    assert [str(day) for day in days()] == ["2026-12-05", "2027-01-02", "2027-02-06", "2027-03-06"]
    last = Action.internal.get(held_earliest=date(2027, 3, 6))
    assert (last.venue, last.slots.get().minimum, last.prisoners.count()) == ("Gate", 2, 1)
    assert last.slug != action.slug


def test_hour_of_the_clock_stays_when_the_clocks_change(vienna: Group, anna: Staff) -> None:
    repeat(picket(vienna, held_on="2027-03-20"), anna, rhythm=Rhythm.WEEKLY, number=3)
    plan_series(datetime(2027, 3, 20, tzinfo=UTC))
    starts = [row.starts_at for row in Action.internal.filter(series__isnull=False).order_by("series_on")]
    assert [one.astimezone(UTC).hour for one in starts if one] == [17, 17, 16]
    assert {row.local_time for row in Action.internal.all()} == {time(18)}


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        ({}, "needs an end"),
        ({"until": date(2027, 1, 30), "number": 3}, "not both"),
        ({"until": date(2029, 1, 1)}, "at most two years"),
        ({"number": 121}, "at most 120 days"),
        ({"until": SATURDAY}, "only once"),
        ({"until": date(2026, 12, 11)}, "only once"),
        ({"number": 1}, "only once"),
    ],
)
def test_series_without_a_sensible_end_is_refused(
    vienna: Group, anna: Staff, end: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ActionsRefusal, match=sentence):
        repeat(picket(vienna), anna, rhythm=Rhythm.WEEKLY, **end)
    assert not Series.objects.exists()
    assert Action.internal.count() == 1


def test_monthly_series_that_would_outlast_two_years_is_refused(vienna: Group, anna: Staff) -> None:
    with pytest.raises(ActionsRefusal, match="at most two years"):
        repeat(picket(vienna), anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=60)


def test_series_is_refused_without_a_day_for_a_wrong_rhythm_twice_and_to_strangers(vienna: Group, anna: Staff) -> None:
    action = picket(vienna)
    for fields, sentence in (
        ({"rhythm": "hourly"}, "in this rhythm"),
        ({"rhythm": Rhythm.MONTHLY_LAST_WEEKDAY}, "in this rhythm"),
    ):
        with pytest.raises(ActionsRefusal, match=sentence):
            repeat(action, anna, number=3, **fields)
    vague = make_action(group=vienna, held_on="2026-12", local_time=None, local_end_time=None)
    with pytest.raises(ActionsRefusal, match="full date"):
        repeat(vague, anna, rhythm=Rhythm.WEEKLY, number=3)
    with pytest.raises(ActionsRefusal, match="in this group"):
        repeat(action, make_organiser("berta", make_group("berlin")), rhythm=Rhythm.WEEKLY, number=3)
    assert not Series.objects.exists()
    repeat(action, anna, rhythm=Rhythm.WEEKLY, number=2)
    action.refresh_from_db()
    with pytest.raises(ActionsRefusal, match="already"):
        repeat(action, anna, rhythm=Rhythm.WEEKLY, number=2)


def test_night_on_which_the_hour_is_skipped_is_named(vienna: Group, anna: Staff) -> None:
    """On 28 March 2027 the clocks of Vienna go from 02:00 to 03:00."""
    night = picket(vienna, held_on="2027-03-21", local_time=time(2, 30), local_end_time=None)
    with pytest.raises(ActionsRefusal, match=r"2027-03-28 no clock in Europe/Vienna shows 02:30.*03:30"):
        repeat(night, anna, rhythm=Rhythm.WEEKLY, number=3)
    assert Action.internal.count() == 1


def test_night_on_which_the_hour_is_skipped_is_left_out_where_that_was_chosen(vienna: Group, anna: Staff) -> None:
    night = picket(vienna, held_on="2027-03-21", local_time=time(2, 30), local_end_time=None)
    repeat(night, anna, rhythm=Rhythm.WEEKLY, number=3, on_skipped=SkippedHour.LEAVE_OUT)
    with time_machine.travel(datetime(2027, 3, 20, tzinfo=UTC), tick=False):
        plan_series(datetime(2027, 3, 20, tzinfo=UTC))
    assert [str(day) for day in days()] == ["2027-03-21", "2027-04-04"]


def test_night_on_which_the_hour_is_skipped_begins_later_and_the_next_does_not(vienna: Group, anna: Staff) -> None:
    night = picket(vienna, held_on="2027-03-21", local_time=time(2, 30), local_end_time=None)
    repeat(night, anna, rhythm=Rhythm.WEEKLY, number=3, on_skipped=SkippedHour.LATER)
    plan_series(datetime(2027, 3, 20, tzinfo=UTC))
    hours = Action.internal.order_by("series_on").values_list("local_time", flat=True)
    assert list(hours) == [time(2, 30), time(3, 30), time(2, 30)]


def test_one_action_at_an_hour_that_is_not_there_is_refused(vienna: Group, anna: Staff) -> None:
    with pytest.raises(BadTime, match="There is no 28 March 2027, 02:30 in Europe/Vienna"):
        picket(vienna, held_on="2027-03-28", local_time=time(2, 30), local_end_time=None)


# --- the clock --------------------------------------------------------------------------------------


def test_clock_makes_later_days_when_they_come_near_and_each_once(vienna: Group, anna: Staff) -> None:
    repeat(picket(vienna), anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=6)
    assert len(days()) == 4
    for _ in range(2):
        reminders.run_planners(datetime(2027, 1, 20, tzinfo=UTC))
    assert [str(day) for day in days()][4:] == ["2027-04-03"]
    reminders.run_planners(datetime(2027, 9, 1, tzinfo=UTC))
    assert len(days()) == 6
    assert Series.objects.get().made_until == date(2027, 5, 1)


def test_clock_does_not_ask_again_about_a_series_whose_days_are_made(vienna: Group, anna: Staff) -> None:
    repeat(picket(vienna), anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=12)
    assert len(queries_of(plan_series, NOW)) == 1


def test_database_keeps_a_day_of_a_series_single(vienna: Group, anna: Staff) -> None:
    series = repeat(picket(vienna), anna, rhythm=Rhythm.WEEKLY, number=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_action(series=series, series_on=SATURDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_action(series=series)


def test_one_look_publishes_a_series_and_what_the_clock_makes_later(vienna: Group, anna: Staff) -> None:
    ben = make_organiser("ben", vienna)
    action = picket(vienna, state=PublicationState.DRAFT)
    repeat(action, anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=6)
    assert not Action.public.exists()
    action.refresh_from_db()
    submit(action, anna)
    publish(action, ben)
    assert Action.public.count() == 4
    plan_series(datetime(2027, 3, 1, tzinfo=UTC))
    assert Action.public.count() == 6


def test_day_that_was_changed_by_itself_waits_for_a_look_of_its_own(vienna: Group, anna: Staff) -> None:
    action = picket(vienna, state=PublicationState.DRAFT)
    repeat(action, anna, rhythm=Rhythm.WEEKLY, number=3)
    second = Action.internal.get(held_earliest=date(2026, 12, 12))
    change_one(second, anna, title="Something else")
    action.refresh_from_db()
    submit(action, anna)
    publish(action, make_organiser("ben", vienna))
    second.refresh_from_db()
    assert second.state == PublicationState.DRAFT
    assert Action.public.count() == 2


def test_day_that_was_called_off_before_it_was_shown_is_not_shown_with_the_others(vienna: Group, anna: Staff) -> None:
    first = picket(vienna, state=PublicationState.DRAFT)
    repeat(first, anna, rhythm=Rhythm.WEEKLY, number=3)
    action, second, _third = Action.internal.order_by("series_on")
    cancel(second, "Storm", anna)
    submit(action, anna)
    publish(action, make_organiser("ben", vienna))
    assert [row.is_cancelled for row in Action.public.all()] == [False, False]


# --- changing and cancelling ------------------------------------------------------------------------


def test_changing_one_day_leaves_the_others_and_those_made_later(vienna: Group, anna: Staff) -> None:
    first = picket(vienna, state=PublicationState.DRAFT)
    repeat(first, anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=6)
    change_one(first, anna, title="At another gate", local_time=time(17))
    plan_series(datetime(2027, 9, 1, tzinfo=UTC))
    titles = [row.title for row in Action.internal.order_by("series_on")]
    assert titles[0] == "At another gate"
    assert len(titles) == 6
    assert "At another gate" not in titles[1:]
    assert Action.internal.filter(local_time=time(17)).count() == 1


def test_plan_survives_when_every_day_that_was_made_is_changed_by_itself(vienna: Group, anna: Staff) -> None:
    first = picket(vienna, state=PublicationState.DRAFT)
    title = first.title
    repeat(first, anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=6)
    for row in list(Action.internal.order_by("series_on")):
        change_one(row, anna, title="Changed")
    plan_series(datetime(2027, 9, 1, tzinfo=UTC))
    titles = [row.title for row in Action.internal.order_by("series_on")]
    assert titles == ["Changed"] * 4 + [title] * 2


def test_changing_this_and_following_changes_what_was_changed_and_nothing_else(vienna: Group, anna: Staff) -> None:
    first = picket(vienna)
    repeat(first, anna, rhythm=Rhythm.WEEKLY, number=4)
    second, third = Action.internal.order_by("series_on")[1:3]
    change_one(third, anna, venue="The other gate")
    change_following(second, anna, local_time=time(17), venue=second.venue, held_on=second.held_earliest)
    rows = list(Action.internal.order_by("series_on"))
    assert [row.local_time for row in rows] == [time(18), time(17), time(17), time(17)]
    assert rows[2].venue == "The other gate"
    assert [row.revision for row in rows] == [0, 1, 2, 1]


def test_days_made_later_follow_a_change_of_all_that_follow(vienna: Group, anna: Staff) -> None:
    first = picket(vienna, state=PublicationState.DRAFT)
    repeat(first, anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=6)
    change_following(Action.internal.order_by("series_on")[1], anna, title="New words")
    plan_series(datetime(2027, 9, 1, tzinfo=UTC))
    assert Action.internal.filter(title="New words").count() == 5


def test_date_is_changed_for_one_day_only(vienna: Group, anna: Staff) -> None:
    first = picket(vienna)
    repeat(first, anna, rhythm=Rhythm.WEEKLY, number=3)
    first.refresh_from_db()
    with pytest.raises(ActionsRefusal, match="one day only"):
        change_following(first, anna, held_on=date(2026, 12, 6))
    change_one(first, anna, held_on=date(2026, 12, 6))
    assert [str(day) for day in days()] == ["2026-12-06", "2026-12-12", "2026-12-19"]


def test_change_that_one_following_day_cannot_take_changes_none(vienna: Group, anna: Staff) -> None:
    first = picket(vienna, held_on="2027-03-21", local_end_time=None)
    repeat(first, anna, rhythm=Rhythm.WEEKLY, number=3)
    first.refresh_from_db()
    with pytest.raises(BadTime, match="28 March 2027"):
        change_following(first, anna, local_time=time(2, 30))
    assert {row.local_time for row in Action.internal.all()} == {time(18)}


def test_cancelling_one_day_leaves_the_others(vienna: Group, anna: Staff) -> None:
    first = picket(vienna)
    repeat(first, anna, rhythm=Rhythm.WEEKLY, number=3)
    client = Client()
    client.force_login(anna)
    client.post("/en/desk/actions/picket/cancel/", {"reason": "Storm"})
    assert [row.is_cancelled for row in Action.internal.order_by("series_on")] == [True, False, False]


def test_cancelling_this_and_following_makes_no_more(vienna: Group, anna: Staff) -> None:
    first = picket(vienna)
    repeat(first, anna, rhythm=Rhythm.MONTHLY_WEEKDAY, number=12)
    cancel_following(Action.internal.order_by("series_on")[1], "They are free", anna)
    plan_series(datetime(2027, 9, 1, tzinfo=UTC))
    assert [row.is_cancelled for row in Action.internal.order_by("series_on")] == [False, True, True, True]
    with pytest.raises(ActionsRefusal, match="cannot be changed"):
        cancel_following(Action.internal.order_by("series_on")[1], "Again", anna)


def test_who_comes_to_one_day_hears_of_its_change_alone(vienna: Group, anna: Staff) -> None:
    first = picket(vienna)
    repeat(first, anna, rhythm=Rhythm.WEEKLY, number=3)
    second, third = Action.internal.order_by("series_on")[1:3]
    make_sign_up(second, state=SignUpState.CONFIRMED)
    make_sign_up(third, state=SignUpState.CONFIRMED)
    change_one(second, anna, local_time=time(17))
    reminders.run_planners(NOW + SETTLING)
    assert Notification.objects.filter(kind="action_moved").count() == 1
    change_following(Action.internal.get(pk=second.pk), anna, venue="The other gate")
    reminders.run_planners(NOW + SETTLING)
    assert Notification.objects.filter(kind="action_moved").count() == 3


# --- what one sees ----------------------------------------------------------------------------------


def events(client: Client) -> dict[str, Any]:
    calendar = Calendar.from_ical(client.get("/calendar/groups/vienna.ics").content)
    return {str(one["DTSTART"].dt.date()): one for one in calendar.walk("VEVENT")}


def test_each_day_keeps_its_entry_in_calendars_when_it_is_changed_or_cancelled(
    client: Client, vienna: Group, anna: Staff
) -> None:
    first = picket(vienna)
    repeat(first, anna, rhythm=Rhythm.WEEKLY, number=3)
    before = events(client)
    assert len({str(one["UID"]) for one in before.values()}) == 3
    assert not any("RRULE" in one for one in before.values())
    second = Action.internal.get(held_earliest=date(2026, 12, 12))
    change_one(second, anna, local_time=time(17))
    cancel_following(Action.internal.get(held_earliest=date(2026, 12, 19)), "Storm", anna)
    after = events(client)
    assert {day: str(one["UID"]) for day, one in after.items()} == {day: str(one["UID"]) for day, one in before.items()}
    assert [int(after[day]["SEQUENCE"]) for day in sorted(after)] == [0, 1, 1]
    assert str(after["2026-12-19"]["STATUS"]) == "CANCELLED"


def test_page_says_how_often_and_names_the_other_days(client: Client, vienna: Group, anna: Staff) -> None:
    repeat(picket(vienna), anna, rhythm=Rhythm.MONTHLY_WEEKDAY, until=date(2027, 6, 30))
    text = client.get("/en/actions/picket/").content.decode()
    assert "Returns each month on the first Saturday, until 5 June 2027" in text
    assert "2 January 2027" in text


def test_desk_repeats_an_action_and_says_what_is_wrong(vienna: Group, anna: Staff) -> None:
    picket(vienna)
    client = Client()
    client.force_login(anna)
    page = client.get("/en/desk/actions/picket/repeat/").content.decode()
    assert "Each month on the first Saturday" in page
    said: dict[str, Any] = {"rhythm": Rhythm.WEEKLY}
    refused = client.post("/en/desk/actions/picket/repeat/", said)
    assert refused.status_code == 400
    assert "A series needs an end" in refused.content.decode()
    assert client.post("/en/desk/actions/picket/repeat/", {**said, "number": 3}).status_code == 302
    assert len(days()) == 3


def test_desk_changes_one_day_or_all_that_follow(vienna: Group, anna: Staff) -> None:
    repeat(picket(vienna, state=PublicationState.DRAFT), anna, rhythm=Rhythm.WEEKLY, number=3)
    client = Client()
    client.force_login(anna)
    said = {
        "title": "New words",
        "kinds": ["picket"],
        "held_on": "2026-12-05",
        "local_time": "18:00",
        "local_end_time": "20:00",
        "time_zone": "Europe/Vienna",
        "address_visibility": "everybody",
        "city": "Vienna",
    }
    client.post("/en/desk/actions/picket/edit/", said)
    assert Action.internal.filter(title="New words").count() == 1
    client.post("/en/desk/actions/picket/edit/", {**said, "title": "All of them", "and_following": "on"})
    assert Action.internal.filter(title="All of them").count() == 3
    client.post("/en/desk/actions/picket/cancel/", {"reason": "Storm", "and_following": "on"})
    assert all(row.is_cancelled for row in Action.internal.all())


def test_series_is_kept_within_its_limits() -> None:
    assert (services.MOST, services.LONGEST.days) == (120, 732)
