"""A file says nothing of two events that the desk would be refused, with what the record says already."""

import pytest

from campaign.loading.faults import FileRefused
from campaign.loading.service import load
from prisoners.models import Event, EventLink
from prisoners.services.events import relate

pytestmark = pytest.mark.django_db
EVENTS = """  country: KZ
  strike_chronology:
  - {id: strike, date: 2011-05, title: Strike, text: x, src: [paper]%(strike)s}
  - {id: shots, date: 2011-12-16, title: Shots, text: Shots, src: [paper]%(shots)s}
  - {id: trial, date: 2012-03, title: Trial, text: Trial, src: [paper]%(trial)s}
"""


def related(relation: str, other: str) -> str:
    return f",\n     related: [{{relation: {relation}, to: {other}, src: [paper]}}]"


def file_of(small: str, **said: str) -> bytes:
    """The small file with three events and what it says of how they stand to one another."""
    events = EVENTS % {"strike": "", "shots": "", "trial": "", **said}
    return small.replace("  country: KZ\n", events).encode()


def event(title: str) -> Event:
    return Event.internal.get(title=title)


@pytest.mark.parametrize("is_dry", [True, False])
def test_relation_that_closes_a_circle_with_the_record_is_refused(small: str, is_dry: bool) -> None:
    load(file_of(small, strike=related("causes", "shots")))
    relate(event("Trial"), "causes", event("Strike"))
    closing = file_of(small, strike=related("causes", "shots"), shots=related("causes", "trial"))
    with pytest.raises(FileRefused, match="close a circle"):
        load(closing, dry_run=is_dry)
    assert EventLink.internal.count() == 2


def test_relation_that_the_record_has_already_is_refused_in_words(small: str) -> None:
    load(file_of(small))
    relate(event("Shots"), "parallel", event("Strike"))
    with pytest.raises(FileRefused, match="told already"):
        load(file_of(small, strike=related("parallel", "shots")))
    assert EventLink.internal.count() == 1


def test_circle_within_the_file_is_refused(small: str) -> None:
    circle = {"strike": ("causes", "shots"), "shots": ("causes", "trial"), "trial": ("causes", "strike")}
    with pytest.raises(FileRefused, match="close a circle"):
        load(file_of(small, **{one: related(*said) for one, said in circle.items()}))
    assert not Event.internal.exists()


def test_relation_that_the_file_turns_round_closes_no_circle(small: str) -> None:
    load(file_of(small, strike=related("causes", "shots")))
    load(file_of(small, shots=related("causes", "strike")))
    link = EventLink.internal.get()
    assert (link.event.title, link.other.title) == ("Shots", "Strike")


def test_three_parallel_events_are_no_circle(small: str) -> None:
    ring = {"strike": ("parallel", "shots"), "shots": ("parallel", "trial"), "trial": ("parallel", "strike")}
    load(file_of(small, **{one: related(*said) for one, said in ring.items()}))
    assert EventLink.internal.count() == 3
