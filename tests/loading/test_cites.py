"""A file says where in a source a fact stands; and of an event where it was, whom it concerned, whether it is kept."""

from datetime import date

import pytest

from actions.models import ActionSource, DemandSource, ReportSource, TargetSource
from campaign.loading.cites import Cite, merged
from campaign.loading.faults import FileRefused
from campaign.loading.service import load
from prisoners.models import Citation, Event, PersonName, Prisoner, Sanction
from prisoners.returning import returning_on

pytestmark = pytest.mark.django_db

NAME = "    script: Latn\n    src: [paper]"
KEPT = """  strike_chronology:
  - date: 2025-11-01
    kind: killing
    title: The shooting
    text: a shooting
    place: Almaty
    people: [kz-one]
    %s
    src: [{key: paper, at: p. 3}]
persons:
"""


def with_place(small: str, place: str) -> bytes:
    return small.replace(NAME, NAME.replace("[paper]", f"[{{key: paper, at: {place}}}]")).encode()


def place_of_name() -> str:
    return Citation.internal.get(person_name=PersonName.internal.get()).locator


def test_page_of_a_source_is_loaded_with_the_fact_and_changes_nothing_the_second_time(small: str) -> None:
    load(with_place(small, "p. 14"))
    assert place_of_name() == "p. 14"
    assert not load(with_place(small, "p. 14")).is_change


def test_page_that_is_told_later_or_otherwise_is_a_change(small: str) -> None:
    load(small.encode())
    outcome = load(with_place(small, "p. 14"))
    assert any("paper, p. 14" in line for line in outcome.lines())
    load(with_place(small, "p. 15"))
    assert (place_of_name(), Citation.internal.filter(person_name__isnull=False).count()) == ("p. 15", 1)


def test_file_without_a_page_leaves_that_of_the_desk(small: str) -> None:
    load(small.encode())
    Citation.internal.update(locator="p. 9")
    assert not load(small.encode()).is_change
    assert place_of_name() == "p. 9"


@pytest.mark.parametrize(
    ("cite", "reason"),
    [
        ("{key: paper}", "“at”"),
        ("{key: nobody, at: p. 1}", "does not stand under “sources”"),
        ("{key: paper, at: p. 1, page: 2}", "no key “page”"),
        (f"{{key: paper, at: {'x' * 121}}}", "Longer than 120"),
        ("[paper]", "should be text"),
    ],
    ids=["no place", "unknown", "another key", "too long", "a list"],
)
def test_faulty_source_is_refused_with_its_line(small: str, cite: str, reason: str) -> None:
    file = small.replace(NAME, NAME.replace("[paper]", f"[{cite}]"))
    line = file[: file.index(cite)].count("\n") + 1
    with pytest.raises(FileRefused, match=f"line {line}") as refused:
        load(file.encode())
    assert reason in str(refused.value)


DEEDS = """  demands:
  - {text: Free her, from: 2020-05, src: [{key: paper, at: p. 1}]}
  actions:
  - {form: picket, date: 2020-05-01, city: Berlin, country: DE, text: they stood, src: [{key: paper, at: p. 2}]}
persons:
"""
MISSIONS = """missions:
- id: kz-gb
  of: KZ
  kind: embassy
  city: London
  country: GB
  time_zone: Europe/London
  addresses:
  - {text: 125 Pall Mall, src: [{key: paper, at: p. 3}]}
  src: [{key: paper, at: p. 4}]
"""


def _places() -> list[str]:
    models = (DemandSource, ActionSource, ReportSource, TargetSource)
    return [one.locator for model in models for one in model.objects.order_by("pk")]


def test_demands_actions_reports_and_embassies_say_where_in_a_source_they_stand(small: str) -> None:
    file = small.replace("persons:\n", DEEDS) + MISSIONS
    load(file.encode())
    assert _places() == ["p. 1", "p. 2", "p. 2", "p. 4; p. 3"]
    assert not load(file.encode()).is_change
    outcome = load(file.replace("at: p. 1}", "at: p. 9}").encode())
    assert [line for line in outcome.lines() if "paper, p. 9" in line]
    assert _places()[0] == "p. 9"
    bare = file.replace("{key: paper, at: p. 1}", "paper")
    assert not load(bare.encode()).is_change
    assert _places()[0] == "p. 9"


def test_places_in_one_source_are_told_together() -> None:
    found = merged(["a", Cite("b", "p. 1")], [Cite("b", "p. 2"), Cite("a", "p. 3"), Cite("b", "p. 1")])
    assert [(str(one), getattr(one, "locator", "")) for one in found] == [("a", "p. 3"), ("b", "p. 1; p. 2")]


def test_event_of_the_chronology_says_where_and_whom_and_is_remembered_after_40_and_100_days(small: str) -> None:
    file = small.replace("persons:\n", KEPT % "commemorated: true").encode()
    load(file)
    event = Event.internal.get(title="The shooting")
    assert (event.place.name, event.is_commemorated) == ("Almaty", True)  # type: ignore[union-attr]
    assert [one.name for one in event.prisoners.all()] == ["Anna One"]
    assert event.citations.get().locator == "p. 3"
    for day in (date(2025, 12, 10), date(2026, 2, 8)):
        assert [one.row for one in returning_on(day, Prisoner.public.none(), Event.public.all())] == [event]
    assert not load(file).is_change


def test_event_that_is_planned_is_no_death_yet(small: str) -> None:
    load(small.replace("persons:\n", KEPT % "planned: true").encode())
    assert Event.internal.get(title="The shooting").is_planned
    assert returning_on(date(2025, 12, 10), Prisoner.public.none(), Event.public.all()) == []


def test_what_the_file_does_not_say_of_an_event_is_left_to_the_desk(small: str) -> None:
    file = small.replace("persons:\n", KEPT % "note: none").encode()
    load(file)
    Event.internal.update(is_commemorated=True)
    assert not load(file).is_change
    assert Event.internal.get(title="The shooting").is_commemorated


def test_event_names_people_of_the_file_alone(small: str) -> None:
    file = small.replace("persons:\n", (KEPT % "note: none").replace("kz-one", "kz-two"))
    with pytest.raises(FileRefused, match="No person has the id “kz-two”"):
        load(file.encode())


AGAIN = """  - kind: release
    date: 2020-04-01
    text: escaped
    src: [paper]
  - kind: arrest
    date: 2023-04-01
    city: Almaty
    src: [paper]
  - kind: death
    date: 2024-02-01
    text: died in prison
    src: [paper]
"""


def test_term_stands_still_while_somebody_is_not_held(small: str) -> None:
    """Two years from March 2020, of which three were a break, were not over in February 2024."""
    load((small + AGAIN).encode())
    assert Sanction.internal.get().ended_by == "death"
