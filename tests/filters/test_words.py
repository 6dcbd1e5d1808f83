"""People are found by what public facts say of them, in every language, and together with every other filter."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import override_settings
from django.utils.translation import override

from prisoners.choices import PublicationState
from prisoners.few import within
from prisoners.models import Case, Charge, Organisation, Place, Prisoner, Variant
from prisoners.models.sources import REPORTABLE
from prisoners.said import KINDS, people
from prisoners.told import told
from tests import factories
from tests.filters.test_filters import in_api, on_page
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
#: By the kind of fact: a public one of a person that says a word.
FACTS: dict[str, Callable[[Prisoner, str], Any]] = {
    "event": lambda one, word: _of_everybody(make.an_event(one, text=word)),
    "figure": lambda one, word: factories.FigureFactory(event=_of_everybody(make.an_event(one)), text=word),
    "case": lambda one, word: _case(one, description=word),
    "charge": lambda one, word: factories.ChargeFactory(prisoner=one, case=_case(one), text=word),
    "sanction": lambda one, word: factories.SanctionFactory(prisoner=one, text=word),
    "hearing": lambda one, word: factories.HearingFactory(case=_case(one), outcome=word),
    "statement": lambda one, word: _about(one, factories.StatementFactory(quote=word)),
    "statusreport": lambda one, word: factories.StatusReportFactory(prisoner=one, note=word),
    "affiliation": lambda one, word: factories.AffiliationFactory(prisoner=one, role=word),
    "prisoner": lambda one, word: _saying(one, summary=word),
    "detention": lambda one, word: factories.DetentionFactory(prisoner=one, text=word),
    "involvement": lambda one, word: factories.InvolvementFactory(event=_of_everybody(make.an_event(one)), note=word),
}


def _of_everybody(row: Any) -> Any:
    return make.published(row)


def _case(one: Prisoner, **fields: str) -> Any:
    return factories.DefendantFactory(prisoner=one, case=factories.CaseFactory(**fields)).case


def _about(one: Prisoner, row: Any) -> Any:
    row.prisoners.add(one)
    return row


def _saying(row: Any, **fields: str) -> Any:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return row


def found(words: str, language: str = "en") -> set[int]:
    """The numbers of those who are found among the public."""
    with override(language):
        return set(Prisoner.public.filter(within("pk", people(words))).values_list("pk", flat=True))


def test_whatever_a_kind_hangs_on_is_asked() -> None:
    for kind in KINDS:
        hangs_on = set(getattr(kind.model, "published_through", ())) - {"prisoner"}
        assert kind.guarded or hangs_on <= {kind.through}, kind
        assert kind.guarded or not getattr(kind.model, "published_where_set", ()), kind


@pytest.fixture
def aida() -> Prisoner:
    return factories.PrisonerFactory(slug="aida", country="KZ")


@pytest.mark.parametrize("kind", FACTS)
def test_each_kind_of_fact_is_found_and_nothing_of_it_once_it_is_withdrawn(aida: Prisoner, kind: str) -> None:
    row = FACTS[kind](aida, "canaryword")
    assert found("canaryword") == {aida.pk}
    for state in PublicationState:
        type(row).internal.filter(pk=row.pk).update(state=state)
        assert found("canaryword") == ({aida.pk} if state == PublicationState.PUBLISHED else set()), state


@pytest.mark.parametrize("kind", sorted(set(FACTS) - {"prisoner"}))
def test_what_is_gone_is_not_found(aida: Prisoner, kind: str) -> None:
    row = FACTS[kind](aida, "canaryword")
    assert found("canaryword") == {aida.pk}
    row.delete()
    assert found("canaryword") == set()


def test_there_is_a_case_for_each_kind() -> None:
    assert {*FACTS, "chargestep", "variant"} == {kind.model._meta.model_name for kind in KINDS}
    assert [kind.of for kind in KINDS if kind.model is Variant] == sorted(REPORTABLE, key=ORDER.index)


#: The facts that another source may report otherwise, in the order in which they are asked.
ORDER = ["charge", "sanction", "detention", "affiliation", "hearing", "event"]


@pytest.mark.parametrize("kind", REPORTABLE)
def test_other_report_of_a_fact_is_found_while_readers_see_the_fact(aida: Prisoner, kind: str) -> None:
    row = FACTS[kind](aida, "plain")
    factories.VariantFactory(**{kind: row}, text="A canaryword", text_ru="Канарейки", reported_on="2019")
    for asked, language in (("canarywords", "en"), ("канарейка", "ru")):
        assert found(asked, language) == {aida.pk}
    [(one, [fact])] = told("canaryword")
    assert (one, fact.model, str(fact.day)) == (aida, Variant, "2019")
    for model in {type(row), Prisoner} | ({Case} if kind in ("charge", "hearing") else set()):
        model._base_manager.update(state=PublicationState.DRAFT)
        assert found("canaryword") == set(), model
        model._base_manager.update(state=PublicationState.PUBLISHED)
    assert found("canaryword") == {aida.pk}


@pytest.mark.parametrize("hidden", [Charge, Case, Prisoner])
def test_line_of_the_history_of_a_charge_is_found_by_what_it_is_called(client: Client, hidden: Any) -> None:
    one = factories.PrisonerFactory(slug="aida")
    charge = factories.ChargeFactory(prisoner=one, case=_case(one), text="plain")
    for status, day in (("appealed", "2019-04"), ("overturned", "2020")):
        factories.ChargeStepFactory(charge=charge, status=status, since_on=day)
    assert found("under appeal") == found("обжалуется", "ru") == {one.pk}
    facts = client.get("/api/v1/words/?q=appeal").json()["people"][0]["facts"]
    assert [(fact["kind"], fact["on"]["edtf"]) for fact in facts] == [("chargestep", "2019-04")]
    hidden._base_manager.update(state=PublicationState.WITHDRAWN)
    assert found("under appeal") == set()


@pytest.mark.parametrize("kind", ["charge", "hearing"])
def test_nothing_is_found_through_a_case_that_is_not_public(aida: Prisoner, kind: str) -> None:
    row = FACTS[kind](aida, "canaryword")
    type(row.case).internal.update(state=PublicationState.WITHDRAWN)
    assert found("canaryword") == set()


def test_figure_of_an_event_that_is_not_public_is_not_found(aida: Prisoner) -> None:
    row = FACTS["figure"](aida, "canaryword")
    type(row.event).internal.update(state=PublicationState.DRAFT)
    assert found("canaryword") == set()


def test_person_who_is_not_public_is_on_no_list(client: Client, aida: Prisoner) -> None:
    FACTS["event"](aida, "canaryword")
    assert on_page(client, "words=canaryword") == ["aida"]
    Prisoner.internal.update(state=PublicationState.WITHDRAWN)
    assert on_page(client, "words=canaryword") == in_api(client, "words=canaryword") == []
    assert client.get("/api/v1/words/?q=canaryword").json()["people"] == []


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "He was moved between prisons, and beaten.", "moving prison"),
        ("ru", "Его избивали в тюрьмах области.", "тюрьма избивала"),
        ("de", "Er wurde in Gefängnissen geschlagen.", "Gefängnisse"),
        ("fr", "Ils ont été emprisonnés et jugés.", "emprisonnée jugées"),
        ("tr", "Cezaevlerinde tutuldular.", "cezaevleri"),
        ("he", "הוא נעצר בתל אביב.", "נעצר"),
        ("kk", "Ол түрмелерде отырды.", "түрмелерде"),
    ],
    ids=["en", "ru", "de", "fr", "tr", "he", "kk"],
)
def test_words_are_found_as_each_language_bends_them_on_pages_in_any(
    aida: Prisoner, language: str, text: str, asked: str
) -> None:
    names = {"text": text} if language == "en" else {"text": "Untranslated.", f"text_{language}": text}
    make.published(make.an_event(aida, **names))
    for page in ("en", "ru", "kk", language):
        assert found(asked, page) == {aida.pk}, page


def test_language_without_stems_finds_what_begins_so(aida: Prisoner) -> None:
    make.published(make.an_event(aida, text="-", text_kk="Ол түрмелерде ұзақ отырды."))
    assert found("түрме отыр", "kk") == {aida.pk}
    # Where words are bent, only the last one is unfinished.
    assert found("түрме отыр", "ru") == set()
    assert found("отырды түрме", "ru") == {aida.pk}


def test_words_that_carry_nothing_in_the_language_of_the_page_are_not_needed(aida: Prisoner) -> None:
    make.published(make.an_event(aida, text="Kept in a cell."))
    assert found("the cell") == {aida.pk}
    assert found("the cell", "de") == found("the") == set()


def test_other_words_that_are_no_translation_of_the_text_are_not_read(aida: Prisoner) -> None:
    row = make.published(make.an_event(aida, text="Taken."))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE prisoners_event SET i18n = %s", [json.dumps({"textual_ru": "canary", "note_ru": "canary"})]
        )
    assert found("canary") == set()
    assert found("taken") == {aida.pk}
    assert row.pk


def test_long_text_is_found_by_its_beginning_and_refused_by_nobody(aida: Prisoner) -> None:
    many = " ".join(f"слово{number}" for number in range(40_000))
    make.published(make.an_event(aida, text="Begin.", **{f"text_{code}": many for code in ("ru", "kk", "de", "fr")}))
    assert found("begin") == found("слово17") == {aida.pk}


@pytest.fixture
def three(aida: Prisoner) -> None:
    """Aida is in Kazakhstan, Bolat in Belarus, both struck; Dana, of whom nothing is said, is in Kazakhstan."""
    bolat = factories.PrisonerFactory(slug="bolat", country="BY")
    factories.PrisonerFactory(slug="dana", country="KZ")
    make.published(make.an_event(aida, bolat, text="A hunger strike at the factory."))
    factories.DetentionFactory(prisoner=aida, kind="pretrial", started_on="2026-10", ended_on="", sanction=None)


# While it may be taken that she is held: nothing has been heard of her since October.
@time_machine.travel("2026-11-24T12:00:00Z", tick=False)
@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("words=strikes", ["aida", "bolat"]),
        ("words=strikes&country=KZ", ["aida"]),
        ("words=strikes+factories&held=true", ["aida"]),
        ("words=strikes&country=KZ&held=false", []),
        ("words=strikes&q=nobodysname", []),
        ("words=kerosene", []),
    ],
)
def test_words_and_other_filters_are_asked_together_wherever_people_are_listed(
    client: Client, query: str, slugs: list[str]
) -> None:
    assert sorted(on_page(client, query)) == sorted(in_api(client, query)) == slugs
    text = b"".join(client.get(f"/en/prisoners/export.csv?{query}&fields=slug")).decode("utf-8-sig")
    sheet = [row[0] for row in csv.reader(io.StringIO(text)) if not row[0].startswith("#")]
    assert sorted(sheet) == sorted(["slug", *slugs])
    document = json.loads(b"".join(client.get(f"/en/prisoners/export.json?{query}")))
    assert sorted(row["slug"] for row in document["prisoners"]) == slugs
    assert document["rows"] == len(slugs)
    assert client.get(f"/api/v1/statistics/?{query}").json()["total"] == len(slugs)


@pytest.mark.usefixtures("three")
def test_words_of_facts_beside_a_name_are_of_those_who_fit_all_else_with_a_list_of_all(client: Client) -> None:
    text = client.get("/en/prisoners/?q=strike&country=BY").content.decode()
    assert "/en/prisoners/bolat/" in text
    assert "/en/prisoners/aida/" not in text
    assert 'href="/en/prisoners/?country=BY&amp;words=strike"' in text
    assert on_page(client, "country=BY&words=strike") == ["bolat"]
    names = [one["slug"] for one in client.get("/api/v1/words/?q=strike&country=KZ").json()["people"]]
    assert names == ["aida"]
    assert client.get("/api/v1/words/?q=strike&country=xyz").status_code == 400


@pytest.mark.usefixtures("three")
def test_statistics_link_on_with_the_words(client: Client) -> None:
    assert "words=strikes" in client.get("/en/statistics/?words=strikes").content.decode()


@pytest.mark.parametrize("asked", ["ab", "a+b", "%2A+%26%7C%21", "x" * 201])
def test_what_is_no_word_is_refused_with_a_sentence_and_finds_nobody(
    client: Client, aida: Prisoner, asked: str
) -> None:
    for address in ("/en/prisoners/", "/en/statistics/", "/api/v1/prisoners/", "/en/prisoners/export.csv"):
        answer = client.get(f"{address}?words={asked}")
        assert answer.status_code == 400, address
        assert ("At least one word of three letters" in answer.content.decode()) == (len(asked) < 200), address
        assert aida.slug not in answer.content.decode()


def test_marks_and_quotes_ask_nothing_of_the_database(client: Client, three: None) -> None:
    for asked in (
        "strike'",
        '"strike"',
        "strike:*",
        "strike & factory",
        "(strike",
        "!strike",
        "strike\\",
        "st%rike xyz",
    ):
        assert client.get("/api/v1/prisoners/", {"words": asked}).status_code == 200, asked


@pytest.mark.parametrize("count", [1, 3])
def test_list_by_words_costs_as_many_statements_for_one_as_for_three(client: Client, count: int) -> None:
    for number in range(count):
        make.published(make.an_event(factories.PrisonerFactory(slug=f"one-{number}"), text="petrol"))
    assert len(queries_of(client.get, "/en/prisoners/?words=petrol")) == 17


def test_only_public_people_are_looked_up_and_counted(client: Client, aida: Prisoner) -> None:
    make.published(make.an_event(aida, text="petrol"))
    hidden = factories.PrisonerFactory(slug="hidden")
    make.published(make.an_event(hidden, text="petrol"))
    Prisoner.internal.filter(pk=hidden.pk).update(state=PublicationState.WITHDRAWN)
    assert people("petrol") == f"{{{aida.pk}}}"
    assert client.get("/en/prisoners/?words=petrol").context["total"] == 1
    assert client.get("/en/prisoners/?words=petrol&country=BY").context["total"] == 0
    assert client.get("/en/prisoners/?words=diesel").context["total"] == 0


@pytest.mark.parametrize("many", [1, 25_000], ids=["many", "few"])
def test_very_many_are_found_as_few_are(client: Client, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr("prisoners.few.MANY", many)
    for slug in ("dana", "eva", "zoe"):
        make.published(make.an_event(factories.PrisonerFactory(slug=slug, name=slug), text="petrol"))
    factories.PrisonerFactory(slug="ivan")
    page = client.get("/en/prisoners/?words=petrol&sort=longest")
    assert ([one.slug for one in page.context["page"]], page.context["total"]) == (["dana", "eva", "zoe"], 3)


def test_what_each_kind_says_is_in_an_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_indexes WHERE indexdef LIKE '%USING gin (said)%'")
        # Places and organisations say nothing of people, but facts name them.
        tables = {model._meta.db_table for model in (Place, Organisation, *(kind.model for kind in KINDS))}
        assert {table for (table,) in cursor.fetchall()} == tables


@override_settings(LANGUAGES=[("en", "English"), ("uk", "Українська")])
def test_language_that_the_database_does_not_bend_is_looked_for_as_it_is_written(aida: Prisoner) -> None:
    make.published(make.an_event(aida, text="Його затримали."))
    assert found("затримали") == {aida.pk}
    assert found("затримала") == set()
