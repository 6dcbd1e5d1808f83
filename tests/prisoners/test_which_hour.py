"""An hour that the clock shows twice: a form asks which one is meant, and only then; one that it skips is refused."""

import re
from datetime import UTC, datetime, time

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from prisoners.ical import Heading, calendar_octets
from prisoners.ical_hearings import hearing_entries
from prisoners.models import Hearing, Place
from prisoners.services import hearings
from prisoners.words import zone
from supporters.sittings import Sitting, sitting_of
from tests.prisoners import make
from tests.prisoners.desk import sent_by, url

pytestmark = pytest.mark.django_db

ADD = "/staff/prisoners/hearing/add/"
#: On 1 March 2024 Kazakhstan put its clocks back by an hour, from UTC+6 to UTC+5, at midnight.
TWICE = {"held_on": "2024-02-29", "local_time": "23:30"}
FIRST, SECOND = datetime(2024, 2, 29, 17, 30, tzinfo=UTC), datetime(2024, 2, 29, 18, 30, tzinfo=UTC)


@pytest.fixture
def almaty() -> Place:
    return make.a_place(name="Almaty", time_zone="Asia/Almaty")


@pytest.fixture
def sent(alice: Client, almaty: Place) -> dict[str, object]:
    """A new hearing as a browser would send it."""
    return sent_by(alice, ADD, case=make.a_case(make.a_prisoner()).pk, place=almaty.pk, **TWICE)


@pytest.fixture
def second(almaty: Place) -> Hearing:
    case = make.a_case(make.a_prisoner())
    return hearings.schedule(case, place=almaty, held_on="2024-02-29", local_time=time(23, 30), is_second_hour=True)


def test_form_asks_which_hour_is_meant_and_writes_the_one_that_is_chosen(
    alice: Client, sent: dict[str, object]
) -> None:
    assert 'type="radio"' not in alice.get(ADD).content.decode()
    page = alice.post(ADD, sent).content.decode()
    assert not Hearing.internal.exists()
    assert "The clock shows 23:30 twice in Asia/Almaty on that day" in page
    assert ("the first (UTC+6)" in page, "the second (UTC+5)" in page) == (True, True)
    alice.post(ADD, {**sent, "is_second_hour": "second"})
    assert (Hearing.internal.get().starts_at, Hearing.internal.get().is_second_hour) == (SECOND, True)
    Hearing.internal.all().delete()
    alice.post(ADD, {**sent, "is_second_hour": "first"})
    assert (Hearing.internal.get().starts_at, Hearing.internal.get().is_second_hour) == (FIRST, False)


def test_page_of_such_a_hearing_shows_what_was_chosen_and_takes_the_other(alice: Client, second: Hearing) -> None:
    page = alice.get(url(second))
    assert page.context["adminform"].form["is_second_hour"].value() == "second"
    assert 'type="radio"' in page.content.decode()
    alice.post(url(second), sent_by(alice, url(second), is_second_hour="first"))
    now = Hearing.internal.get()
    assert (now.starts_at, now.is_second_hour, now.revision) == (FIRST, False, 1)


def test_form_does_not_ask_of_an_hour_that_is_shown_once(alice: Client, sent: dict[str, object]) -> None:
    alice.post(ADD, {**sent, "local_time": "22:30", "is_second_hour": "second"})
    now = Hearing.internal.get()
    assert (now.is_second_hour, f"{now.starts_at:%H:%M}") == (False, "16:30")


def test_hour_that_the_clock_skips_is_refused_with_what_to_type(alice: Client, sent: dict[str, object]) -> None:
    vienna = make.a_place(name="Vienna", country="AT", time_zone="Europe/Vienna")
    skipped = {**sent, "place": vienna.pk, "held_on": "2027-03-28", "local_time": "02:30"}
    page = alice.post(ADD, skipped).content.decode()
    assert "There is no 28 March 2027, 02:30 in Europe/Vienna" in page
    assert "Did you mean 28 March 2027, 01:30 or 28 March 2027, 03:30?" in page
    assert not Hearing.internal.exists()


def test_second_hour_is_forgotten_when_the_hearing_moves_to_an_hour_that_is_shown_once(second: Hearing) -> None:
    hearings.move(second, "2024-03-05", time(10))
    assert Hearing.internal.get().is_second_hour is False
    hearings.move(second, "2024-03-06")
    assert Hearing.internal.get().starts_at == datetime(2024, 3, 5, 19, tzinfo=UTC)


def test_database_holds_no_second_hour_without_an_hour(second: Hearing) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Hearing.internal.filter(pk=second.pk).update(local_time=None)


def test_second_hour_is_said_with_its_distance_and_in_calendars_in_utc(second: Hearing) -> None:
    assert zone(second) == "Almaty time (UTC+5)"
    octets = calendar_octets(Heading("Court", "", "https://example.org/"), hearing_entries([second])).decode()
    assert "DTSTART:20240229T183000Z" in octets
    second.is_second_hour = False
    hearings.keep(second)
    octets = calendar_octets(Heading("Court", "", "https://example.org/"), hearing_entries([second])).decode()
    assert "DTSTART;TZID=Asia/Almaty:20240229T233000" in octets


def test_what_readers_are_told_knows_which_hour_and_says_nothing_of_all_others(second: Hearing) -> None:
    sitting = sitting_of(second)
    assert (sitting.starts_at, sitting.facts["is_second"]) == (SECOND, True)
    assert Sitting(**sitting.facts) == sitting
    hearings.move(second, "2024-03-05", time(10))
    assert "is_second" not in sitting_of(second).facts


def test_box_for_a_case_is_called_so_in_the_language_of_the_page(alice: Client) -> None:
    page = alice.get(ADD, headers={"accept-language": "ru"}).content.decode()
    assert re.search(r">\s*Дело:\s*<", page)
