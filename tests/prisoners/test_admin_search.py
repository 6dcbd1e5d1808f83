"""Rows of the desk are found by any spelling of a person and by words of their own."""

import pytest
from django.test import Client

from prisoners.admin.finding import wordings
from prisoners.models import ConfidentialNote, Hearing
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_prisoner_is_found_by_any_spelling(alice: Client) -> None:
    wanted = make.a_prisoner("Ерлан Балтабай", slug="yerlan")
    make.a_prisoner("Somebody Else")
    page = alice.get("/staff/prisoners/prisoner/", {"q": "балтабай Erlan"})
    assert list(page.context["cl"].queryset) == [wanted]
    found = alice.get(
        "/staff/autocomplete/",
        {"term": "балтабай", "app_label": "prisoners", "model_name": "sanction", "field_name": "prisoner"},
    )
    assert [one["id"] for one in found.json()["results"]] == [str(wanted.pk)]


@pytest.mark.parametrize(
    ("page", "words", "count"),
    [
        ("hearing", "Балтабаев Ерлан", 1),
        ("hearing", "Yerlan Baltabqi", 1),
        ("hearing", "Saryarka", 1),
        ("hearing", "aktau", 1),
        ("hearing", "zhanaozen aktau", 1),
        ("hearing", "Somebody Else", 0),
        ("case", "Baltabaj", 1),
        ("confidentialnote", "Baltabaj", 1),
        ("confidentialnote", "Somebody Else", 0),
        ("place", "Актау", 1),
        ("hearing", "sary of cou", 1),
        ("hearing", "ryarka", 0),
        ("hearing", "ZHANAOZEN sary", 1),
        ("hearing", "zhanaozen somewhere", 0),
        ("hearing", '"court of sary"', 1),
        ("hearing", '"of court"', 0),
        ("case", "23/2019", 1),
        ("case", "1-23", 1),
        ("case", "23/1", 0),
        ("case", "№ 1-23/2019", 1),
        ("case", "№", 0),
    ],
)
def test_rows_are_found_by_the_spelling_of_a_person_and_by_their_own_words(
    alice: Client, page: str, words: str, count: int
) -> None:
    person, place = make.a_prisoner("Yerlan Baltabai"), make.a_place()
    case = make.a_case(person, title="Strike of Zhanaozen", number="1-23/2019")
    Hearing.internal.create(case=case, place=place, court="Court of Saryarka", held_on="2031-02-01")
    ConfidentialNote.internal.create(prisoner=person, body="Known to few.")
    shown = alice.get(f"/staff/prisoners/{page}/", {"q": words})
    assert shown.context["cl"].result_count == count


def test_search_takes_as_many_queries_for_three_as_for_one(alice: Client) -> None:
    person, place = make.a_prisoner("Yerlan Baltabai"), make.a_place()
    case, counts = make.a_case(person), []
    for day in ("2031-02-01", "2031-02-02", "2031-02-03"):
        Hearing.internal.create(case=case, place=place, court="Court of Saryarka", held_on=day)
        counts.append(len(queries_of(alice.get, "/staff/prisoners/hearing/", {"q": "SARYARKA"})))
    shown = alice.get("/staff/prisoners/hearing/", {"q": "SARYARKA"})
    assert shown.context["cl"].result_count == 3
    assert len(set(counts)) == 1


@pytest.mark.parametrize(
    ("words", "found", "is_said"),
    [
        ("court", 2, True),
        ("strike", 2, True),
        ("court of", 2, True),
        ("court first", 1, False),
        ("strike court first", 1, False),
        ("first second", 0, False),
        ("court nowhere", 0, False),
    ],
)
def test_of_very_many_some_are_listed_and_the_page_says_so(
    alice: Client, monkeypatch: pytest.MonkeyPatch, words: str, found: int, is_said: bool
) -> None:
    monkeypatch.setattr("prisoners.admin.finding.FEW", 2)
    case, place = make.a_case(make.a_prisoner(), title="Strike of Zhanaozen"), make.a_place()
    for number, court in enumerate(("Court of first", "Court of second", "Court of third"), 1):
        Hearing.internal.create(case=case, place=place, court=court, held_on=f"2031-02-0{number}")
    page = alice.get("/staff/prisoners/hearing/", {"q": words})
    assert page.context["cl"].result_count == found
    assert ("not all of them are listed" in page.content.decode()) is is_said


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("Saryarka", ["Saryarka"]), (" SARYARKA", [" SARYARKA"]), ("Актау", ["Актау", "aktau"]), ("!", ["!"])],
)
def test_words_are_looked_for_twice_only_where_that_finds_more(typed: str, asked: list[str]) -> None:
    assert wordings(typed) == asked
