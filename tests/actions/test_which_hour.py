"""An action whose hour the clock on the spot shows twice: its form asks which one is meant, for beginning and end."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from actions import words
from actions.ical_actions import action_entry
from actions.models import Action, Group
from actions.services.actions import change
from actions.services.cloning import clone
from prisoners.choices import PublicationState, StaffRole
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
    counts = ("TOTAL_FORMS", "INITIAL_FORMS")
    sent |= {f"{table}-{name}": 0 for table in ("slots", "cited") for name in counts}
    sent |= {"held_on_0": "2026-10-25", "held_on": "2026-10-25", "local_time": "02:30"}
    assert "The clock shows 02:30 twice" in desk.post(page, sent).content.decode()
    assert desk.post(page, {**sent, "is_second_hour": "second"}).status_code == 302
    action.refresh_from_db()
    assert action.starts_at == SECOND


def test_hour_that_is_skipped_is_refused_where_it_is_entered_and_in_words(desk: Client, vienna: Group) -> None:
    sent = {**NIGHT, "group": vienna.pk, "held_on": "2027-03-28", "local_time": "02:30"}
    form = desk.post("/en/desk/new/", sent).context["form"]
    assert list(form.errors) == ["local_time"]
    assert "Did you mean 28 March 2027, 01:30 or 28 March 2027, 03:30?" in form.errors["local_time"][0]
    assert not Action.internal.exists()


def test_hour_that_must_be_chosen_is_not_called_optional(desk: Client, vienna: Group) -> None:
    page = desk.post("/en/desk/new/", {**NIGHT, "group": vienna.pk, "local_time": "02:30"}).content.decode()
    legend = page.partition("In which of the two equal hours it begins</legend>")
    assert legend[1]


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.PUBLISHED])
def test_who_comes_is_told_of_a_change_only_to_what_was_published(desk: Client, vienna: Group, state: str) -> None:
    make_action(slug="vigil", group=vienna, state=state)
    sent = {**NIGHT, "local_time": "18:00", "local_end_time": "19:00", "time_zone": "Europe/Vienna", "city": "Vienna"}
    page = desk.post("/en/desk/actions/vigil/edit/", sent, follow=True)
    assert page.redirect_chain, page.context["form"].errors
    is_told = "Those who come are told" in page.content.decode()
    assert is_told == (state == PublicationState.PUBLISHED)


def test_organiser_who_opens_the_researchers_desk_is_led_to_the_own_one(desk: Client) -> None:
    page = desk.get("/staff/", follow=True).content.decode()
    assert '<a href="/en/desk/">To the organisers’ desk</a>' in page
    assert "and you are not one of them" not in Client().get("/staff/", follow=True).content.decode()
