"""Events stand to one another, people are kept somehow, sources are made of something: entered, shown, refused."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from prisoners.choices import Confinement, EventRelation, Material, Reliability, Stance, Whereabouts
from prisoners.models import Citation, Detention, Event, EventLink, Prisoner, Source, Statement
from prisoners.services import events
from prisoners.services.refusals import RecordRefused
from tests.prisoners import make
from tests.prisoners.test_admin import at_desk, sent_by, url
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PAGE = "/en/prisoners/yerlan-example/"


def an_event(day: str, title: str, *people: Prisoner) -> Event:
    """A published event of these people."""
    published: Event = make.published(make.an_event(*people, happened_on=day, title=title))
    return published


@pytest.fixture
def strike_and_killing() -> tuple[Event, Event]:
    """A strike of one person that led to a killing, told by a source."""
    prisoner = make.published(make.a_prisoner())
    strike, killing = an_event("2011-05", "a strike", prisoner), an_event("2011-12-16", "The shooting")
    link = events.relate(strike, EventRelation.CAUSES, killing)
    make.cite(link, make.a_source("inquiry", title="An inquiry", material=Material.REPORT))
    return strike, killing


def test_page_tells_how_an_event_stands_to_another_with_the_source(
    client: Client, strike_and_killing: tuple[Event, Event]
) -> None:
    text = client.get(PAGE).content.decode()
    assert "Led to: The shooting (16 December 2011)" in text
    assert "An inquiry" in text
    assert "report or study" in text


def test_page_of_a_day_tells_nothing_of_what_came_later(
    client: Client, strike_and_killing: tuple[Event, Event]
) -> None:
    assert "The shooting" not in client.get(f"{PAGE}?as_of=2011-12-15").content.decode()
    assert "The shooting" in client.get(f"{PAGE}?as_of=2011-12-16").content.decode()


def test_relation_is_told_from_either_side(client: Client, strike_and_killing: tuple[Event, Event]) -> None:
    strike, killing = strike_and_killing
    killing.prisoners.add(Prisoner.internal.get())
    text = client.get(PAGE).content.decode()
    assert "Followed from: A strike (in May 2011)" in text
    for event in (strike, killing):
        told = client.get(f"/api/v1/events/{event.pk}/").json()["related"]
        assert [(one["event"], one["relation"]["value"], one["other"]) for one in told] == [
            (strike.pk, "causes", killing.pk)
        ]
        assert told[0]["sources"][0]["key"] == "inquiry"


def test_relation_is_as_public_as_both_events(client: Client, strike_and_killing: tuple[Event, Event]) -> None:
    Event.internal.filter(pk=strike_and_killing[1].pk).update(state="withdrawn")
    assert EventLink.public.count() == 0
    assert "The shooting" not in client.get(PAGE).content.decode()


def test_relations_take_as_many_queries_for_three_as_for_one(
    client: Client, strike_and_killing: tuple[Event, Event]
) -> None:
    one = len(queries_of(client.get, PAGE))
    for day in ("2011-12-17", "2011-12-18"):
        events.relate(strike_and_killing[0], EventRelation.PRECEDES, an_event(day, "Later"))
    assert len(queries_of(client.get, PAGE)) == one


@pytest.mark.parametrize(
    ("relation", "from_first", "said"),
    [
        ("", True, "how the one event stands"),
        (EventRelation.CAUSES, True, "told already"),
        (EventRelation.CAUSES, False, "close a circle"),
    ],
)
def test_relation_that_says_nothing_new_or_closes_a_circle_is_refused(
    strike_and_killing: tuple[Event, Event], relation: str, from_first: bool, said: str
) -> None:
    first, second = strike_and_killing if from_first else strike_and_killing[::-1]
    with pytest.raises(RecordRefused, match=said):
        events.relate(first, relation, second)
    assert EventLink.internal.count() == 1


def test_circle_over_a_third_event_and_a_relation_to_itself_are_refused(
    strike_and_killing: tuple[Event, Event],
) -> None:
    strike, killing = strike_and_killing
    trial = an_event("2012-03-27", "The trial")
    events.relate(killing, EventRelation.CAUSES, trial)
    with pytest.raises(RecordRefused, match="close a circle"):
        events.relate(trial, EventRelation.CAUSES, strike)
    with pytest.raises(RecordRefused, match="choose another one"):
        events.relate(trial, EventRelation.CAUSES, trial)
    events.relate(trial, EventRelation.PARALLEL, strike)
    with pytest.raises(RecordRefused, match="told already"):
        events.relate(strike, EventRelation.PARALLEL, trial)


def test_database_refuses_an_event_beside_itself_and_a_pair_told_twice(
    strike_and_killing: tuple[Event, Event],
) -> None:
    strike, killing = strike_and_killing
    for values in (
        {"event": strike, "other": strike, "relation": EventRelation.CAUSES},
        {"event": strike, "other": killing, "relation": EventRelation.CAUSES},
        {"event": killing, "other": strike, "relation": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            EventLink.internal.create(**values)


def test_relation_is_entered_beside_its_event_and_refused_there() -> None:
    alice = at_desk(make.alice())
    first, second = make.an_event(title="First"), make.an_event(title="Second")
    line = {"links-0-relation": "causes", "links-0-other": str(second.pk)}
    assert alice.post(url(first), sent_by(alice, url(first), **line)).status_code == 302
    assert EventLink.internal.get().other == second
    back = {"links-0-relation": "causes", "links-0-other": str(first.pk)}
    page = alice.post(url(second), sent_by(alice, url(second), **back))
    assert (page.status_code, "close a circle" in page.content.decode()) == (200, True)
    assert EventLink.internal.count() == 1


def custody(**fields: Any) -> Detention:
    """A published stretch of custody of a published person."""
    prisoner = make.published(make.a_prisoner())
    row = Detention(prisoner=prisoner, kind="serving", started_on="2026-01-10", **fields)
    row.save()
    published: Detention = make.published(row)
    return published


def test_page_and_api_say_how_somebody_is_kept(client: Client) -> None:
    custody(confinement=Confinement.SOLITARY, whereabouts=Whereabouts.CUT_OFF)
    text = client.get(f"{PAGE}?as_of=2026-02-01").content.decode()
    assert "In custody: serving a sentence, in solitary confinement, place disclosed, nobody let in" in text
    assert "in solitary confinement; place disclosed, nobody let in" in text
    assert "solitary" not in client.get(f"{PAGE}?as_of=2026-01-09").content.decode()
    told = client.get("/api/v1/prisoners/yerlan-example/").json()["detentions"][0]
    assert (told["confinement"]["value"], told["whereabouts"]["value"]) == ("solitary", "cut_off")


def test_page_and_api_say_what_a_source_is_and_how_far_it_is_trusted(client: Client) -> None:
    custody()
    Source.internal.update(
        material=Material.PRESS, reliability=Reliability.UNSURE, connection="reporter", accessed_on="2026-02-03"
    )
    text = client.get(PAGE).content.decode()
    assert "press report, read on 3 February 2026, told by: reporter, unsure" in text
    told = client.get("/api/v1/prisoners/yerlan-example/").json()["sources"][0]
    assert {name: told[name]["value"] for name in ("material", "reliability", "connection")} == {
        "material": "press",
        "reliability": "unsure",
        "connection": "reporter",
    }
    assert told["accessed_on"] == "2026-02-03"
    assert Citation.internal.count() == 2


def test_page_says_who_recognises_somebody(client: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    words = {"speaker": "Working group on detention", "said_on": "2021-08-13", "text": "Opinion 33/2021"}
    statement = Statement.internal.create(stance=Stance.RECOGNISES, **words)
    statement.prisoners.add(prisoner)
    make.published(statement)
    assert (
        "Working group on detention: recognises as imprisoned for political reasons"
        in client.get(PAGE).content.decode()
    )
    assert client.get("/api/v1/prisoners/yerlan-example/").json()["statements"][0]["stance"]["value"] == "recognises"
