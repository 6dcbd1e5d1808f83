"""People are found by what pages print beside texts, too: labels of closed lists, places, organisations, parts."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import override_settings

from prisoners import called
from prisoners.called import LISTED
from prisoners.choices import InvolvementRole, PublicationState
from prisoners.models import Event, Involvement, Prisoner
from prisoners.said import KINDS
from tests import factories
from tests.filters.test_filters import in_api, on_page
from tests.filters.test_words import found
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
#: Closed lists that are no words of a fact: of how it is published, and who is counted in which grammar.
NOT_SAID = {"state", "gender", "consent_ground", "name_part", "kept_because", "quote_language"}


@pytest.fixture
def aida() -> Prisoner:
    return factories.PrisonerFactory(slug="aida", country="KZ")


@pytest.fixture
def strike(aida: Prisoner) -> Event:
    """A hunger strike of Aida's, of which the source says nothing more."""
    return make.published(make.an_event(aida, kind="hunger_strike", title="", text="Since Monday."))


def case_of(one: Prisoner, **fields: Any) -> Any:
    return factories.DefendantFactory(prisoner=one, case=factories.CaseFactory(**fields)).case


@pytest.mark.usefixtures("strike")
@pytest.mark.parametrize(
    ("page", "asked"),
    [
        ("en", "hunger strike"),
        ("en", "hunger strikes monday"),
        ("en", "голодовка"),
        ("en", "голодовки Monday"),
        ("ru", "голодовку"),
        ("ru", "голод"),
        ("ru", "hunger"),
        ("kk", "аштық"),
        ("de", "Hungerstreik"),
        ("fr", "grève de la faim"),
        ("tr", "açlık grevi"),
        ("he", "שביתת רעב"),
    ],
    ids=str,
)
def test_person_is_found_by_what_the_kind_of_a_fact_is_called_in_any_language(
    aida: Prisoner, page: str, asked: str
) -> None:
    assert found(asked, page) == {aida.pk}


@pytest.mark.usefixtures("strike")
@pytest.mark.parametrize("asked", ["hunger tuesday", "strike arrest", "hungry", "kind", "event", "hunger_strike2"])
def test_all_words_are_asked_of_one_fact_and_its_values_are_no_words(aida: Prisoner, asked: str) -> None:
    make.published(make.an_event(aida, kind="arrest", title="", text="At home."))
    assert found(asked) == set()


MADE: dict[str, Callable[[Prisoner], Any]] = {
    "solitary": lambda one: factories.DetentionFactory(prisoner=one, confinement="solitary"),
    "administrative arrest": lambda one: factories.DetentionFactory(prisoner=one, kind="administrative"),
    "amnesty": lambda one: factories.DetentionFactory(prisoner=one, ended_by="amnestied"),
    "custody admitted": lambda one: factories.DetentionFactory(prisoner=one, whereabouts="undisclosed"),
    "deportation": lambda one: factories.SanctionFactory(prisoner=one, kind="deportation"),
    "parole hearing": lambda one: factories.HearingFactory(case=case_of(one), kind="parole"),
    "postponed": lambda one: factories.HearingFactory(case=case_of(one), status="held", decision="postponed"),
    "acquitted": lambda one: factories.ChargeFactory(prisoner=one, case=case_of(one), status="acquitted"),
    "faith": lambda one: factories.AffiliationFactory(prisoner=one, kind="clergy"),
}


@pytest.mark.parametrize("asked", MADE)
def test_labels_of_other_lists_are_found_while_the_fact_is_public(aida: Prisoner, asked: str) -> None:
    row = MADE[asked](aida)
    assert found(asked) == {aida.pk}
    type(row).internal.filter(pk=row.pk).update(state=PublicationState.WITHDRAWN)
    assert found(asked) == set()


def test_place_and_organisation_of_a_fact_are_found_by_their_names_in_any_language(aida: Prisoner) -> None:
    town = factories.PlaceFactory(name="Aktau", name_ru="Актау")
    colony = factories.PlaceFactory(name="Colony 7", located_in=town)
    make.published(make.an_event(aida, kind="hunger_strike", title="", place=town))
    bolat = factories.PrisonerFactory(slug="bolat")
    factories.DetentionFactory(prisoner=bolat, place=colony)
    union = factories.OrganisationFactory(name="Oil workers")
    dana = factories.AffiliationFactory(role="head", organisation=union).prisoner
    assert found("голодовка Актау") == found("hunger strike aktau") == {aida.pk}
    # What lies in a town is in it.
    assert found("актау", "kk") == {aida.pk, bolat.pk}
    assert found("colony 7") == {bolat.pk}
    assert found("head oil worker") == {dana.pk}


def test_name_of_a_place_and_words_of_the_text_stand_together(aida: Prisoner) -> None:
    town = factories.PlaceFactory(name="Aktau")
    make.published(make.an_event(aida, kind="arrest", place=town, text="Taken at a university."))
    make.published(make.an_event(factories.PrisonerFactory(), kind="arrest", text="Taken in Aktau."))
    assert found("aktau universities") == {aida.pk}
    assert len(found("arrests aktau")) == 2
    assert found("aktau factory") == found("astana universities") == set()


def test_new_translation_counts_at_once(strike: Event, monkeypatch: pytest.MonkeyPatch, aida: Prisoner) -> None:
    assert found("kerosene") == set()
    field = Event._meta.get_field("kind")
    labels = [(value, "kerosene" if value == "hunger_strike" else label) for value, label in field.choices or ()]
    monkeypatch.setattr(field, "choices", labels)
    called._labels.cache_clear()
    try:
        assert found("kerosene") == {aida.pk}
    finally:
        called._labels.cache_clear()


@override_settings(LANGUAGES=[("en", "English"), ("zh-hans", "中文")])
@pytest.mark.usefixtures("strike")
def test_language_with_a_script_in_its_code_is_no_stumbling_block(aida: Prisoner) -> None:
    assert found("hunger strike") == {aida.pk}


@pytest.mark.usefixtures("strike")
@pytest.mark.parametrize("asked", ["голодовка", "hunger+strike"])
def test_label_is_found_wherever_people_are_listed(client: Client, asked: str) -> None:
    factories.PrisonerFactory(slug="dana", country="KZ")
    assert on_page(client, f"words={asked}&country=KZ") == in_api(client, f"words={asked}&country=KZ") == ["aida"]
    assert on_page(client, f"words={asked}&country=BY") == []
    text = b"".join(client.get(f"/en/prisoners/export.csv?words={asked}&fields=slug")).decode("utf-8-sig")
    assert [row[0] for row in csv.reader(io.StringIO(text)) if not row[0].startswith("#")] == ["slug", "aida"]
    assert client.get(f"/api/v1/statistics/?words={asked}").json()["total"] == 1
    told = client.get(f"/api/v1/words/?q={asked}").json()["people"]
    assert [(one["slug"], [fact["kind"] for fact in one["facts"]]) for one in told] == [("aida", ["event"])]
    assert "/en/prisoners/aida/" in client.get(f"/en/prisoners/?q={asked}").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_called_so_costs_as_many_statements_for_one_as_for_three(client: Client, count: int) -> None:
    for number in range(count):
        one = factories.PrisonerFactory(slug=f"one-{number}")
        make.published(make.an_event(one, kind="hunger_strike", place=factories.PlaceFactory(name=f"Aktau {number}")))
    assert len(queries_of(client.get, "/en/prisoners/?words=hunger+aktau")) == 17


def test_every_closed_list_of_a_fact_is_among_the_words_or_named_as_none() -> None:
    for kind in KINDS:
        lists = {field.name for field in kind.model._meta.concrete_fields if field.choices} - NOT_SAID
        assert lists == set(LISTED.get(kind.model, ())), kind.model


def test_database_keeps_the_marks_that_are_looked_for() -> None:
    for model, fields in LISTED.items():
        said = _made_of(model)
        for field in fields:
            assert f"'={model._meta.model_name}.{field} '" in said, (model, field)


def _made_of(model: type[Model]) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef JOIN pg_attribute a ON attrelid = adrelid"
            " AND attnum = adnum WHERE attname = 'said' AND adrelid = %s::regclass",
            [model._meta.db_table],
        )
        return str(cursor.fetchone()[0])


# The parts of people and bodies.


def a_part(**fields: Any) -> Involvement:
    return factories.InvolvementFactory(**{"organisation": None, "event": None, **fields})


def test_people_are_found_by_who_stood_as_what_in_their_events_and_cases(aida: Prisoner, strike: Event) -> None:
    bolat = factories.PrisonerFactory(slug="bolat")
    a_part(event=strike, role=InvolvementRole.EMPLOYER, organisation=factories.OrganisationFactory(name="Ozen Oil"))
    a_part(case=case_of(bolat), role=InvolvementRole.JUDGE, name="Aisha Canary", name_ru="Айша Канарейка", note="alone")
    assert found("employer ozen") == found("работодатель Ozen") == {aida.pk}
    assert found("judge canary") == found("судья Канарейка", "ru") == found("canary alone") == {bolat.pk}
    assert found("prosecutor canary") == set()


def test_api_says_in_which_part_the_words_stand(client: Client, strike: Event) -> None:
    a_part(event=strike, role=InvolvementRole.JUDGE, name="Aisha Canary")
    (told,) = client.get("/api/v1/words/?q=canary").json()["people"]
    assert [(one["kind"], one["on"]["edtf"]) for one in told["facts"]] == [("involvement", "2026-09-01")]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_private_person_is_found_with_a_ground_alone(aida: Prisoner, strike: Event, language: str) -> None:
    name = {"name": "Anna Canary"} if language == "en" else {"name": "", "name_ru": "Anna Canary"}
    row = a_part(event=strike, role=InvolvementRole.WITNESS, organisation=factories.OrganisationFactory(), **name)
    assert found("canary") == set()
    Involvement.internal.filter(pk=row.pk).update(consent_ground="own_consent")
    assert found("canary") == {aida.pk}


def test_perpetrator_is_found_with_a_source_alone(aida: Prisoner, strike: Event) -> None:
    row = a_part(event=strike, role=InvolvementRole.PERPETRATOR, name="Canary")
    assert found("canary") == set()
    make.cite(row, make.a_source("tip", is_confidential=True))
    assert found("canary") == set()
    make.cite(row, make.a_source("paper"))
    assert found("canary") == {aida.pk}


@pytest.mark.parametrize("hidden", ["itself", "event", "case", "prisoner"])
def test_nothing_of_a_part_is_found_through_what_is_not_public(aida: Prisoner, strike: Event, hidden: str) -> None:
    case, other = case_of(aida), factories.PrisonerFactory(name="Other")
    row = {
        "itself": lambda: a_part(event=strike, role=InvolvementRole.JUDGE, name="x", note="canary"),
        "event": lambda: a_part(event=strike, role=InvolvementRole.JUDGE, name="x", note="canary"),
        "case": lambda: a_part(case=case, role=InvolvementRole.JUDGE, name="x", note="canary"),
        "prisoner": lambda: a_part(case=case, role=InvolvementRole.LAWYER, prisoner=other, note="canary"),
    }[hidden]()
    assert found("canary") == {aida.pk}
    above: Any = {"itself": row, "event": strike, "case": case, "prisoner": other}[hidden]
    type(above).internal.filter(pk=above.pk).update(state=PublicationState.WITHDRAWN)
    assert found("canary") == set()
