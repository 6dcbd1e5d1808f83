"""What a stretch of custody alone tells is news too: an arrest, a transfer, a death; once, where an event tells it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from prisoners.choices import CustodyEnd, CustodyKind
from prisoners.models import Detention, Place, Prisoner
from supporters import outbox, reminders
from supporters.choices import NotificationState
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db
TODAY = timezone.now().date()


def days_ago(number: int) -> str:
    return str(TODAY - timedelta(days=number))


def stretch(one: Prisoner, started: int, published: int = 0, **fields: object) -> Detention:
    """A public stretch of custody that began, and was published, so many days ago: no anniversary, no hundredth day."""
    at = timezone.now() - timedelta(days=published, minutes=5)
    values = {**record.PUBLIC, "kind": CustodyKind.DETAINED, "published_at": at, "started_on": days_ago(started)}
    return Detention.internal.create(prisoner=one, **{**values, **fields})


def prison(name: str) -> Place:
    return Place.objects.create(name=name, kind="prison", country="KZ", time_zone=record.ALMATY)


def moved(one: Prisoner, *, to: str, **fields: object) -> Detention:
    """Held in Aktau for a long time, and in that place since three days ago."""
    aktau = prison("Aktau")
    ended = {"ended_on": days_ago(3), "ended_by": CustodyEnd.TRANSFERRED}
    stretch(one, 343, published=300, place=aktau, **ended)
    return stretch(one, 3, place=aktau if to == "Aktau" else prison(to), **fields)


def tick() -> int:
    planned = reminders.run_planners(timezone.now())
    outbox.deliver()
    return planned


@pytest.fixture
def anna(follower: Meet) -> None:
    follower("all")


@pytest.mark.usefixtures("anna")
def test_custody_that_begins_is_an_arrest(sink: Sink) -> None:
    stretch(record.prisoner(), 1)
    assert [tick(), tick()] == [1, 0]
    assert "Yerlan Baltabai was arrested" in sink.text()


@pytest.mark.usefixtures("anna")
def test_custody_that_goes_on_in_another_place_is_a_transfer(sink: Sink) -> None:
    moved(record.prisoner(), to="Kostanay")
    assert [tick(), tick()] == [1, 0]
    assert "Yerlan Baltabai was transferred" in sink.text()
    assert "Kostanay" in sink.text()


@pytest.mark.usefixtures("anna")
def test_custody_that_ends_so_is_a_death_known_since_that_was_entered(sink: Sink) -> None:
    row = stretch(record.prisoner(), 430, published=300)
    assert tick() == 0
    row.ended_on, row.ended_by = days_ago(2), CustodyEnd.DIED
    row.save()
    assert [tick(), tick()] == [1, 0]
    assert "Yerlan Baltabai has died" in sink.text()


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("entered_first", ["police", "prison"])
def test_who_is_moved_on_the_day_of_the_arrest_was_arrested_and_moved(entered_first: str) -> None:
    one, ended = record.prisoner(), {"ended_on": days_ago(1), "ended_by": CustodyEnd.TRANSFERRED}
    made = {
        "police": lambda: stretch(one, 1, place=prison("Aktau"), **ended),
        "prison": lambda: stretch(one, 1, place=prison("Kostanay"), kind=CustodyKind.PRETRIAL),
    }
    made.pop(entered_first)()
    made.popitem()[1]()
    tick()
    assert sorted(row.kind for row in Notification.objects.all()) == ["arrest", "transfer"]


@pytest.mark.usefixtures("anna")
def test_custody_of_which_nobody_knows_the_beginning_was_before() -> None:
    one = record.prisoner()
    stretch(one, 430, published=300, started_on="", ended_on=days_ago(230), ended_by=CustodyEnd.RELEASED)
    stretch(one, 130, published=90, ended_on=days_ago(5), ended_by=CustodyEnd.TRANSFERRED)
    stretch(one, 5, kind=CustodyKind.PRETRIAL)
    assert tick() == 0


@pytest.mark.usefixtures("anna")
def test_somebody_arrested_again_after_a_release_is_told_of() -> None:
    one = record.prisoner()
    stretch(one, 430, published=300, ended_on=days_ago(90), ended_by=CustodyEnd.RELEASED)
    stretch(one, 1)
    tick()
    assert [row.kind for row in Notification.objects.all()] == ["arrest"]


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(
    "fields",
    [
        {"started": 90},
        {"started": 30, "published": 15},
        {"started": 1, "state": "draft"},
        {"started": 1, "kind": CustodyKind.SERVING},
        {"started": 1, "kind": CustodyKind.HOUSE_ARREST},
    ],
    ids=["long ago", "known for long", "unpublished", "taken to serve", "at home"],
)
def test_other_custody_is_no_arrest(fields: dict[str, int]) -> None:
    stretch(record.prisoner(), **fields)
    assert tick() == 0


@pytest.mark.usefixtures("anna")
def test_another_title_in_the_same_place_is_neither_an_arrest_nor_a_transfer() -> None:
    moved(record.prisoner(), to="Aktau", kind=CustodyKind.PRETRIAL)
    assert tick() == 0


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("first", ["event", "stretch"])
def test_event_and_stretch_of_one_arrest_are_one_mail(first: str, sink: Sink) -> None:
    one, ago = record.prisoner(), {"event": 0, "stretch": 0, first: 9}
    stretch(one, 10, published=ago["stretch"])
    record.event(days_ago(11), "arrest", one, published_at=timezone.now() - timedelta(days=ago["event"], minutes=5))
    tick()
    tick()
    assert len(sink.mails) == 1


@pytest.mark.usefixtures("anna")
def test_stretch_that_was_withdrawn_after_planning_is_not_told(sink: Sink) -> None:
    row = stretch(record.prisoner(), 1)
    reminders.run_planners(timezone.now())
    Detention.internal.filter(pk=row.pk).update(state="withdrawn")
    outbox.deliver()
    assert sink.mails == []
    assert Notification.objects.get().state == NotificationState.CANCELLED
