"""People of whom public facts say what is looked for: whose page has the words is found, and nobody else."""

from typing import Any

import pytest
from django.test import Client

from prisoners import said
from prisoners import told as module
from prisoners.called import sought
from prisoners.choices import EventKind, PublicationState
from prisoners.models import Affiliation, Charge, ChargeStep, Figure, Hearing, Prisoner, Statement, StatusReport
from prisoners.told import told
from tests import factories
from tests.prisoners import make
from tests.prisoners.test_pages import held, page
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def person(name: str = "Yerlan Example") -> Prisoner:
    """A published one."""
    row: Prisoner = make.published(make.a_prisoner(name))
    return row


def an_event(*people: Prisoner, **fields: Any) -> Any:
    """A published one."""
    return make.published(make.an_event(*people, **{"title": "", "happened_on": "2019-12-16", **fields}))


def test_words_of_an_event_lead_to_its_people_under_a_heading_that_says_where_they_stand(client: Client) -> None:
    an_event(held(), text="He was moved to the punishment cell for a letter to his lawyer.")
    for query in ("punishment cell", "Punishment cel", "lawyer", "PUNISHMENT"):
        text = page(client, f"/en/prisoners/?q={query}").split('id="results"')[1]
        assert "Not by name, but with these words in what is told of them" in text, query
        assert "/en/prisoners/yerlan-example/" in text, query
        assert 'event, <time datetime="2019-12-16">16 December 2019</time>' in text, query


def test_all_words_have_to_stand_in_one_fact() -> None:
    one = person()
    an_event(one, text="A punishment, and a cell without a window.")
    an_event(one, text="He was fined.")
    for words in ("punishment cell", "window punishments", "CELL-window", "the windows of a cel"):
        assert [who for who, _facts in told(words)] == [one], words
    assert told("cell fined") == told("unishment cell") == told("ce") == told("* &|!") == []


def test_each_kind_of_fact_is_looked_at() -> None:
    one = person()
    case = make.published(make.a_case(one))
    rows = [
        Charge.internal.create(case=case, prisoner=one, text="setting petrol alight"),
        Hearing.internal.create(case=case, court="Petrol district court", place=make.a_place(), held_on="2026-07-20"),
        Statement.internal.create(speaker="a neighbour", text="There was no petrol", said_on="2026-07-21"),
        StatusReport.internal.create(prisoner=one, text="petrol burns", reported_on="2026-07-22"),
        factories.SanctionFactory(prisoner=one, court="Petrol town court"),
    ]
    rows[2].prisoners.add(one)
    for row in rows:
        make.published(row)
    event = an_event(one, title="The petrol affair")
    case.title, one.summary = "The case of petrol", "Was accused of having petrol."
    case.save()
    one.save()
    rows = [
        Figure.internal.create(event=event, about="litres of petrol", low=3),
        Affiliation.internal.create(prisoner=one, role="seller of petrol"),
    ]
    for row in rows:
        make.published(row)
    factories.DetentionFactory(prisoner=one, text="Kept in a petrol station.")
    for where in ({"event": event}, {"event": None, "case": case}):
        factories.InvolvementFactory(note="sold petrol", **where)
    factories.VariantFactory(event=event, text="It was diesel, not petrol.")
    [(found, facts)] = told("petrol")
    assert (found, len(facts)) == (one, module.MOST_FACTS)
    kinds = {fact.model for _one, fact in module._facts_of([one.pk], sought("petrol"))}
    # The lines of a charge's history are called by a closed list (tests/filters/test_words.py).
    assert kinds == {kind.model for kind in said.KINDS} - {ChargeStep}


def test_kind_of_an_event_is_found_in_the_language_of_the_page(client: Client) -> None:
    an_event(held(), kind=EventKind.HUNGER_STRIKE, text="Without food.")
    assert "yerlan-example" in page(client, "/en/prisoners/?q=hunger+strike").split('id="results"')[1]
    assert "yerlan-example" in page(client, "/ru/prisoners/?q=голодовка").split('id="results"')[1]


@pytest.mark.parametrize("state", [one for one in PublicationState if one != PublicationState.PUBLISHED])
def test_nothing_of_what_is_not_public_is_said(client: Client, state: PublicationState) -> None:
    shown, hidden = person(), person("Somebody Hidden")
    an_event(shown, text="canaryfact")
    make.published(make.an_event(hidden, text="canaryperson"))
    type(shown).internal.filter(pk=hidden.pk).update(state=state)
    assert [one for one, _facts in told("canaryfact")] == [shown]
    assert told("canaryperson") == []
    type(shown.events.all()[0]).internal.update(state=state)
    assert told("canaryfact") == []
    assert "Hidden" not in page(client, "/en/prisoners/?q=canaryperson")


def test_fact_of_an_unpublished_case_leads_to_nobody() -> None:
    one = person()
    case = make.a_case(one)
    make.published(Hearing.internal.create(case=case, court="Canary court", place=make.a_place(), held_on="2026-07-20"))
    make.published(Charge.internal.create(case=case, prisoner=one, text="canary charge"))
    assert told("canary") == []


def test_confidential_source_is_not_looked_at() -> None:
    event = an_event(person(), text="A search.")
    make.cite(event, make.a_source("canary", title="canarysource", is_confidential=True))
    assert told("canarysource") == []


def test_who_is_found_by_name_is_not_said_again(client: Client) -> None:
    one = person()
    an_event(one, text="Example of a search.")
    assert told("Example", [one.pk]) == []
    assert "Not by name" not in page(client, "/en/prisoners/?q=Example")


@pytest.mark.parametrize("people", [1, 3])
def test_costs_as_many_queries_for_one_as_for_three(people: int) -> None:
    for number in range(people):
        an_event(person(f"Person {number}"), text="petrol", happened_on=f"2019-12-1{number}")
    assert len(told("petrol")) == people
    assert len(queries_of(told, "petrol")) == 4
    assert told("p") == queries_of(told, "p") == []


def test_no_more_people_and_facts_than_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PEOPLE", 2)
    for number in reversed(range(4)):
        an_event(person(f"Person {number}"), text="petrol")
    assert [one.name for one, _facts in told("petrol")] == ["Person 0", "Person 1"]


def test_api_says_whom_and_where(client: Client) -> None:
    an_event(person(), text="petrol")
    answer = client.get("/api/v1/words/", {"q": "petrol"}).json()
    [(slug, name, [fact])] = [tuple(one.values()) for one in answer["people"]]
    assert (slug, name, fact["kind"], fact["on"]["edtf"]) == ("yerlan-example", "Yerlan Example", "event", "2019-12-16")
    russian = client.get("/api/v1/words/", {"q": "petrol", "lang": "ru"}).json()
    assert russian["people"][0]["facts"][0]["label"] == "событие"
    assert client.get("/api/v1/words/", {"q": "kerosene"}).json()["people"] == []


@pytest.mark.parametrize(
    "query", [{}, {"q": ""}, {"q": "pe"}, {"q": "x" * 201}, {"q": "a\0bc"}, {"q": "abc", "as_of": "x"}]
)
def test_api_refuses_what_is_no_word(client: Client, query: dict[str, str]) -> None:
    response = client.get("/api/v1/words/", query)
    assert response.status_code == 400
    assert response.json()["fields"]
