"""What a reader is told who looks for a name and finds nobody, and that all ways to look for a name agree."""

from collections import Counter
from pathlib import Path
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client, RequestFactory

from prisoners import finding
from prisoners.choices import PlaceKind
from prisoners.filters import PrisonerFilter
from prisoners.finding import cases, near
from prisoners.models import Affiliation, Case, Organisation, Place, Prisoner
from prisoners.services import detentions
from prisoners.sounds import words_of
from prisoners.vocabulary import Asked
from tests import factories
from tests.prisoners import make
from tests.prisoners.test_importing import _csv, _report
from tests.prisoners.test_pages import held, page
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_who_is_called_nearly_so_is_proposed_where_nobody_is_called_so(client: Client) -> None:
    held("Vladimir Kovalenko")
    text = page(client, "/en/prisoners/?q=Vladimir+Bobrov")
    assert "Nobody in the record fits" in text
    assert "Did you mean:" in text
    assert "Vladimir Kovalenko" in text
    assert "Did you mean:" not in page(client, "/en/prisoners/?q=Kovalenko")


@pytest.mark.parametrize(("asked", "is_told"), [("Б", True), ("Е. С.", True), ("😀🎉", True), ("zzzz", False)])
def test_who_types_no_word_is_told_to_write_one(client: Client, asked: str, is_told: bool) -> None:
    held("Bai Ying")
    text = page(client, f"/en/prisoners/?q={quote(asked)}")
    assert "Did you mean:" not in text
    assert ("Write a whole word of the name" in text) is is_told
    assert ("Try another spelling" in text) is not is_told


@pytest.mark.parametrize("asked", ["Vladimir Zarechny", "Zarechny Vladimir", "Владимир Zarechny"])
def test_given_name_with_a_word_that_is_told_of_somebody_leads_there(client: Client, asked: str) -> None:
    for family, title in (("Kovalenko", "The case of Zarechny"), ("Sidorov", "The case of Lesnoy")):
        make.published(make.a_case(held(f"Vladimir {family}"), slug=family.lower(), title=title))
    meant = page(client, f"/en/prisoners/?q={quote(asked)}").partition("Did you mean:")[2]
    assert "Vladimir Kovalenko" in meant
    assert near(asked)[0]["name"] == "Vladimir Kovalenko"
    assert near("Zarechny") == []


def test_nobody_unpublished_is_proposed(client: Client) -> None:
    hidden = make.a_prisoner("Vladimir Canary")
    make.a_case(hidden, slug="canary", title="The canary case")
    assert near("Vladimir Bobrov") == cases("canary") == []
    assert "canary case" not in page(client, "/en/prisoners/?q=canary")


def test_empty_result_says_where_was_looked_and_leads_to_the_form_for_a_missing_case(client: Client) -> None:
    text = page(client, "/en/prisoners/?q=zzzz")
    assert "Looked for in names in every spelling, in organisations, places and campaigns" in text
    assert 'href="/en/contribute/"' in text
    assert "Report a case" not in page(client, "/en/prisoners/")


def test_organisation_leads_to_its_people_in_any_script(client: Client) -> None:
    prisoner = held()
    one = Organisation.objects.create(name="Odak Union", slug="odak-union")
    role = Affiliation.internal.create(prisoner=prisoner, organisation=one, role="leader")
    make.published(role)
    for query in ("Odak", "Одак", "odak union"):
        assert "/en/prisoners/?organisation=odak-union" in page(client, f"/en/prisoners/?q={query}"), query
    assert "Yerlan Example" in page(client, "/en/prisoners/?organisation=odak-union")
    assert "organisation=odak-union" not in page(client, "/en/prisoners/?q=Odak+Federation").split('id="results"')[1]


@pytest.mark.parametrize("query", ["Жаңаөзен", "Zhanaozen", "Жанаозен"])
def test_town_leads_to_those_who_are_held_there(client: Client, query: str) -> None:
    prisoner = make.published(make.a_prisoner("Yerlan Example"))
    town = Place.objects.create(name="Zhanaozen", country="KZ", time_zone="Asia/Aqtau", kind=PlaceKind.LOCALITY)
    make.published(detentions.detain(prisoner, place=town, started_on="2026-07-20"))
    assert f"/en/prisoners/?place={town.pk}" in page(client, f"/en/prisoners/?q={query}")


def test_case_is_found_by_words_of_its_title_and_by_its_number_with_its_people(client: Client) -> None:
    case = make.a_case(held(), slug="square", title="The case of the square")
    case.number = "1-119/2026"
    case.save()
    make.published(case)
    for query in ("the square", "1-119"):
        text = page(client, f"/en/prisoners/?q={query}")
        assert "The case of the square" in text, query
        assert "/en/prisoners/yerlan-example/" in text, query


@pytest.mark.parametrize("query", ["Площадь", "ploshchad", "алаң", "Городская пло"])
def test_case_is_found_by_its_title_in_any_language(query: str) -> None:
    case = make.a_case(held(), slug="square", title="The case of the square")
    case.title_ru, case.title_kk, case.description_ru = "Городская площадь", "Алаң ісі", "Описание"
    case.save()
    make.published(case)
    assert [one["name"] for one in cases(query)] == (["The case of the square"] if query != "ploshchad" else [])
    assert cases("Описание") == cases("keyvalue") == cases("ru") == cases("!!") == []


def test_cases_are_looked_up_by_the_index_of_their_words() -> None:
    Case.internal.bulk_create(factories.CaseFactory.build_batch(300))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE prisoners_case")
        assert cases("zzzz") == []
        cursor.execute(f"EXPLAIN {queries_of(cases, 'zzzz')[-1]}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "case_words" in plan
    assert "Seq Scan" not in plan


def test_names_that_are_offered_and_words_that_are_asked_for_are_put_into_keys_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    prisoner, seen, keys = held(), Counter[str](), Asked.keys.fget
    for number in range(3):
        one = Organisation.objects.create(name=f"Once Union {number}", slug=f"once-{number}")
        make.published(Affiliation.internal.create(prisoner=prisoner, organisation=one, role="leader"))
    monkeypatch.setattr(finding, "words_of", lambda name: seen.update([name]) or words_of(name))
    monkeypatch.setattr(Asked, "keys", property(lambda one: seen.update(["keys"]) or keys(one)))
    form = PrisonerFilter({"q": "Union"}, Prisoner.public.all()).form
    assert form.is_valid()
    for searches in (1, 2):
        assert len(finding.elsewhere("Union", form)) == 3
        assert seen == {f"Once Union {number}": 1 for number in range(3)} | {"keys": searches}


@pytest.mark.parametrize("people", [1, 3])
def test_proposals_cost_as_many_queries_for_one_as_for_three(people: int) -> None:
    for number in range(people):
        prisoner = make.published(make.a_prisoner(f"Vladimir Person{chr(97 + number)}ov"))
        make.published(make.a_case(prisoner, slug=f"case-{number}", title="Vladimir Bobrov and others"))
    assert len(near("Vladimir Bobrov")) == len(cases("Vladimir Bobrov")) == people
    assert len(queries_of(near, "Vladimir Bobrov")) + len(queries_of(cases, "Vladimir Bobrov")) == 9


#: The record's spelling, and how it is asked for: ten names that page, API, desk and import must all know.
TEN = (
    ("Yerlan Baltabai", "Ерлана Балтабая"),
    ("Yerzhan Yelshibaev", "Jerschan Elschibajew"),
    ("Mikalai Statkevich", "Mikoła Statkiewicz"),
    ("Zhanbolat Mamai", "Janbolat Mamaï"),
    ("Sayragul Sauytbay", "Сайрагүл Сауытбай"),
    ("Joshua Wong Chi-fung", "黃之鋒"),
    ("Xu Zhiyong", "许志永"),
    ("Khalida Jarrar", "خالدة جرار"),
    ("Tashi Wangchuk", "བཀྲ་ཤིས་དབང་ཕྱུག"),
    ("Leyla Yunus", "Лейла Юнусова"),
)


def test_page_api_desk_and_import_agree_on_ten_names(client: Client, tmp_path: Path) -> None:
    for name, _asked in TEN:
        make.published(make.a_prisoner(name))
    desk = admin.site.get_model_admin(Prisoner)
    report = _report(_csv(tmp_path, ["Name", "Country"], *([asked, "KZ"] for _name, asked in TEN)))
    likely = {one["row"]: str(one) for one in report["likely_same"]}
    for row, (name, asked) in enumerate(TEN, start=2):
        assert name in page(client, f"/en/prisoners/?q={asked}"), asked
        assert [one["name"] for one in client.get("/api/v1/prisoners/", {"q": asked}).json()["results"]] == [name]
        found, _repeats = desk.get_search_results(RequestFactory().get("/"), Prisoner.internal.all(), asked)
        assert [one.name for one in found] == [name]
        assert name in likely.get(row, ""), (asked, report)
