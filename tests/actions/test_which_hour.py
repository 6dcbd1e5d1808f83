"""An action whose hour the clock on the spot shows twice: its form asks which one is meant, for beginning and end."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from actions import words
from actions.ical_actions import action_entry
from actions.models import Action, Group
from actions.services.actions import change
from actions.services.cloning import clone
from prisoners.choices import StaffRole
from prisoners.ical import Heading, calendar_octets
from prisoners.models import Staff
from tests.actions.rows import make_action, make_group, make_organiser, make_staff

pytestmark = pytest.mark.django_db

#: In the night to 25 October 2026 Vienna puts its clocks back at 03:00, from UTC+2 to UTC+1.
NIGHT = {"title": "Vigil", "kinds": ["vigil"], "held_on": "2026-10-25", "address_visibility": "everybody"}
FIRST, SECOND = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.fixture
def vienna() -> Group:
    return make_group("vienna")


@pytest.fixture
def anna(vienna: Group) -> Staff:
    return make_organiser("anna", vienna)


@pytest.fixture
def desk(anna: Staff) -> Client:
    client = Client()
    client.force_login(anna)
    return client


def test_new_action_is_asked_which_hour_by_the_clock_of_its_group(desk: Client, vienna: Group) -> None:
    sent = {**NIGHT, "group": vienna.pk, "local_time": "02:30"}
    assert 'type="radio"' not in desk.get("/en/desk/new/").content.decode()
    page = desk.post("/en/desk/new/", sent)
    assert page.status_code == 400
    assert "The clock shows 02:30 twice in Europe/Vienna on that day" in page.content.decode()
    assert "the second (UTC+1)" in page.content.decode()
    assert not Action.internal.exists()
    desk.post("/en/desk/new/", {**sent, "is_second_hour": "second"})
    action = Action.internal.get()
    assert (action.starts_at, action.is_second_hour) == (SECOND, True)
    shown = desk.get(f"/en/desk/actions/{action.slug}/").content.decode()
    assert "The second time is meant (UTC+1)" in shown
    assert "02:30, Vienna time (UTC+1)" in words.when(action)


def test_action_may_begin_in_the_first_and_end_in_the_second_of_two_equal_hours(desk: Client, vienna: Group) -> None:
    sent = {**NIGHT, "group": vienna.pk, "local_time": "02:30", "local_end_time": "02:30"}
    page = desk.post("/en/desk/new/", {**sent, "is_second_hour": "first"})
    assert list(page.context["form"].errors) == ["ends_in_second_hour"]
    desk.post("/en/desk/new/", {**sent, "is_second_hour": "first", "ends_in_second_hour": "second"})
    action = Action.internal.get()
    assert (action.starts_at, action.ends_at) == (FIRST, SECOND)


def test_change_of_the_hour_that_is_meant_is_told(anna: Staff, vienna: Group) -> None:
    action = make_action(group=vienna, held_on="2026-10-25", local_time=time(2, 30), local_end_time=None)
    changed = change(action, anna, is_second_hour=True)
    assert (changed.starts_at, changed.revision, changed.settles_at is None) == (SECOND, 1, False)


def test_page_that_changes_an_action_shows_which_hour_is_meant(desk: Client, anna: Staff, vienna: Group) -> None:
    action = make_action(slug="vigil", group=vienna, held_on="2026-10-25", local_time=time(2, 30), local_end_time=None)
    change(action, anna, is_second_hour=True)
    form = desk.get("/en/desk/actions/vigil/edit/").context["form"]
    assert form["is_second_hour"].value() == "second"
    assert form["ends_in_second_hour"].field.widget.is_hidden


def test_another_day_of_it_has_its_hour_once(anna: Staff, vienna: Group) -> None:
    action = make_action(group=vienna, held_on="2026-10-25", local_time=time(2, 30), local_end_time=None)
    change(action, anna, is_second_hour=True)
    action.refresh_from_db()
    moved = change(action, anna, held_on="2026-10-26")
    assert (moved.is_second_hour, moved.starts_at) == (False, datetime(2026, 10, 26, 1, 30, tzinfo=UTC))
    assert clone(moved, date(2026, 11, 1), anna).is_second_hour is False


def test_calendar_says_a_second_hour_in_utc(anna: Staff, vienna: Group) -> None:
    action = make_action(group=vienna, held_on="2026-10-25", local_time=time(2, 30), local_end_time=time(2, 45))
    action = change(action, anna, is_second_hour=True, ends_in_second_hour=True)
    entry = action_entry(action)
    assert entry is not None
    octets = calendar_octets(Heading("Actions", "", "https://example.org/"), [entry]).decode()
    assert ("DTSTART:20261025T013000Z" in octets, "DTEND:20261025T014500Z" in octets) == (True, True)


def test_staff_page_of_an_action_asks_too(vienna: Group) -> None:
    desk = Client()
    rosa = make_staff("rosa", StaffRole.RESEARCHER)
    rosa.is_staff = True
    rosa.save()
    desk.force_login(rosa)
    action = make_action(group=vienna, state="draft", local_end_time=None)
    page = f"/staff/actions/action/{action.pk}/change/"
    form = desk.get(page).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    sent |= {f"slots-{name}": 0 for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    sent |= {"held_on_0": "2026-10-25", "held_on": "2026-10-25", "local_time": "02:30"}
    assert "The clock shows 02:30 twice" in desk.post(page, sent).content.decode()
    assert desk.post(page, {**sent, "is_second_hour": "second"}).status_code == 302
    action.refresh_from_db()
    assert action.starts_at == SECOND
