"""The same judge, prosecutor or investigator is found in other cases, and nobody who is private."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from prisoners.choices import IN_OFFICE, OFFICIALS, InvolvementRole, PublicationState
from prisoners.in_office import people_before
from prisoners.models import Case, Event, Involvement, Prisoner
from tests import factories
from tests.filters.test_filters import in_api, on_page
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NAME = "Айгүл Қанатқызы-Смит"


def a_case(one: Prisoner) -> Case:
    return factories.DefendantFactory(prisoner=one, case=factories.CaseFactory()).case


def a_part(**fields: Any) -> Involvement:
    return factories.InvolvementFactory(**{"organisation": None, "event": None, "role": "judge", **fields})


#: By where the name stands.
NAMED: dict[str, Callable[[Prisoner, str], Any]] = {
    "hearing": lambda one, name: factories.HearingFactory(case=a_case(one), judge=name),
    "sanction": lambda one, name: factories.SanctionFactory(prisoner=one, judge=name),
    "case": lambda one, name: a_part(case=a_case(one), name=name),
    "event": lambda one, name: a_part(event=make.published(make.an_event(one)), role="investigator", name=name),
}


@pytest.fixture
def aida() -> Prisoner:
    return factories.PrisonerFactory(slug="aida", country="KZ")


@pytest.mark.parametrize("where", NAMED)
def test_official_is_found_wherever_the_name_stands_while_it_is_public(
    client: Client, aida: Prisoner, where: str
) -> None:
    row = NAMED[where](aida, NAME)
    factories.PrisonerFactory(slug="dana")
    for asked in (NAME, "Смит Қанатқызы", "смит, АЙГҮЛ"):
        assert on_page(client, f"official={asked}") == in_api(client, f"official={asked}") == ["aida"]
    assert on_page(client, f"official={NAME}&country=BY") == []
    assert on_page(client, "official=Айгүл Иванова") == []
    type(row).internal.filter(pk=row.pk).update(state=PublicationState.WITHDRAWN)
    assert on_page(client, f"official={NAME}") == in_api(client, f"official={NAME}") == []


@pytest.mark.parametrize("where", ["hearing", "case", "event"])
def test_nobody_is_found_through_what_is_not_public(aida: Prisoner, where: str) -> None:
    NAMED[where](aida, NAME)
    for model in (Case, Event):
        model.internal.update(state=PublicationState.DRAFT)
    assert people_before(NAME) == "{}"


def test_name_in_another_language_is_the_same_official(aida: Prisoner) -> None:
    a_part(case=a_case(aida), name="A. Judge", name_ru="А. Судьин")
    assert people_before("Судьин А.") == people_before("a judge") == f"{{{aida.pk}}}"
    assert people_before("Судьин Judge Б.") == "{}"


@pytest.mark.parametrize("role", [one for one in InvolvementRole if one not in OFFICIALS])
def test_nobody_who_is_no_official_is_found_so(aida: Prisoner, role: str) -> None:
    a_part(case=a_case(aida), role=role, name=NAME, consent_ground="own_consent", note="judge")
    factories.HearingFactory(case=a_case(aida), text=NAME)
    assert people_before(NAME) == "{}"


def test_each_name_is_compared_as_a_whole_however_often_the_judge_sat(aida: Prisoner) -> None:
    bolat = factories.PrisonerFactory(slug="bolat")
    for one, name in ((aida, "Judge 7"), (aida, "Judge 7"), (bolat, "Judge 17"), (bolat, "judge  7 (retired)")):
        NAMED["hearing"](one, name)
    NAMED["sanction"](bolat, "Judge 8")
    assert people_before("judge 7") == f"{{{aida.pk},{bolat.pk}}}"
    assert people_before("judge 17") == people_before("8 Judge") == f"{{{bolat.pk}}}"
    assert people_before("judge 18") == "{}"


def test_officials_act_in_an_office() -> None:
    assert set(OFFICIALS) == set(IN_OFFICE) - {InvolvementRole.EMPLOYER, InvolvementRole.UNION}


def test_page_leads_from_a_judge_to_the_other_people(client: Client, aida: Prisoner) -> None:
    case = a_case(aida)
    make.cite(a_part(case=case, name="A. <b>Judge"))
    hearing = factories.HearingFactory(case=case, judge="B. O'Hara", held_on="2020-01-02")
    make.cite(hearing)
    make.cite(a_part(case=case, role="witness", name="A Witness", consent_ground="own_consent"))
    bolat = factories.PrisonerFactory(slug="bolat")
    factories.SanctionFactory(prisoner=bolat, judge="A. <b>Judge")
    text = client.get("/en/prisoners/aida/").content.decode()
    link = '<a href="/en/prisoners/?official=A.+%3Cb%3EJudge#results">A. &lt;b&gt;Judge</a>'
    assert link in text
    assert 'Judge: <a href="/en/prisoners/?official=B.+O%27Hara#results">B. O&#x27;Hara</a>' in text
    assert "A Witness" in text
    assert "official=A+Witness" not in text
    assert sorted(on_page(client, "official=A.+%3Cb%3EJudge")) == ["aida", "bolat"]
    assert on_page(client, "official=B.+O%27Hara") == ["aida"]
    assert "official=B.+O%27Hara" in client.get("/en/hearings/").content.decode()


@pytest.mark.parametrize("asked", ["—", "%", "_", "'", "a & !b | (c", "x" * 250])
def test_marks_are_no_name_and_break_nothing(client: Client, aida: Prisoner, asked: str) -> None:
    NAMED["hearing"](aida, NAME)
    assert client.get("/api/v1/prisoners/", {"official": asked}).json()["count"] == 0


def test_name_that_is_too_long_is_refused(client: Client) -> None:
    assert client.get("/api/v1/prisoners/", {"official": "x" * 251}).status_code == 400


@pytest.mark.parametrize("count", [1, 3])
def test_list_of_an_official_costs_as_many_statements_for_one_as_for_three(client: Client, count: int) -> None:
    for number in range(count):
        NAMED["hearing"](factories.PrisonerFactory(slug=f"one-{number}"), NAME)
    asked = queries_of(client.get, f"/en/prisoners/?official={NAME}")
    text = client.get(f"/en/prisoners/?official={NAME}").content.decode()
    assert [f"/en/prisoners/one-{number}/" in text for number in range(3)] == [number < count for number in range(3)]
    assert len(asked) == 18
