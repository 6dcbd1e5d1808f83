"""Pages whose numbers are put in order before their rows are looked up."""

from typing import Any

import pytest

from prisoners.choices import PublicationState
from prisoners.models import Prisoner
from prisoners.paginator import NumbersFirst
from tests.factories import PrisonerFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def five() -> None:
    for name in "EBDAC":
        PrisonerFactory(name=name, slug=name.lower())


def pages(**given: Any) -> NumbersFirst:
    rows = Prisoner.public.order_by("name")
    return NumbersFirst(rows.exclude(name="B"), 2, rows, **given)


@pytest.mark.parametrize("total", [None, lambda: 4], ids=["counted", "known"])
@pytest.mark.parametrize(
    ("asked", "names", "number"),
    [
        (None, "AC", 1),
        ("2", "DE", 2),
        ("3", "DE", 2),
        ("0", "DE", 2),
        ("-1", "DE", 2),
        ("9" * 40, "DE", 2),
        ("second", "AC", 1),
        ("２", "DE", 2),
        ("9" * 5000, "AC", 1),
    ],
    ids=["none", "second", "beyond", "zero", "negative", "far", "word", "wide", "endless"],
)
def test_page_is_the_one_that_is_asked_for_or_the_nearest(total: Any, asked: Any, names: str, number: int) -> None:
    page = pages(total=total).get_page(asked)
    assert ("".join(one.name for one in page), page.number, page.paginator.count) == (names, number, 4)


def test_page_and_count_of_what_is_asked_take_two_queries() -> None:
    def asked() -> None:
        page = pages().get_page("1")
        assert (len(page), page.paginator.count) == (2, 4)

    assert len(queries_of(asked)) == 2


def test_nobody_is_a_page_too() -> None:
    page = NumbersFirst(Prisoner.public.none(), 2, Prisoner.public.all()).get_page("7")
    assert (list(page), page.number, page.paginator.count) == ([], 1, 0)


def test_whoever_is_withdrawn_between_the_numbers_and_the_rows_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    found = pages()
    found._look(1)
    Prisoner.internal.filter(name="A").update(state=PublicationState.WITHDRAWN)
    assert [one.name for one in found.page(1)] == ["C"]


@pytest.mark.parametrize("beginning", [0, 1000], ids=["near", "far"])
@pytest.mark.parametrize(("asked", "names"), [("1", "AC"), ("2", "DE"), ("3", "DE")], ids=["within", "across", "last"])
def test_a_page_has_the_same_rows_whether_or_not_it_lies_within_the_beginning(
    asked: str, names: str, beginning: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("prisoners.paginator.BEGINNING", beginning)
    begins = Prisoner.public.filter(name__in="ACD").order_by("name")
    page = pages(total=lambda: 4, begins=begins).get_page(asked)
    assert "".join(one.name for one in page.object_list) == names


def test_pages_that_are_nearer_to_the_end_are_read_from_there() -> None:
    for name in "FGHI":
        PrisonerFactory(name=name, slug=name.lower())
    every = NumbersFirst(Prisoner.public.order_by("name"), 2, Prisoner.public.all(), lambda: 9)
    read = ["".join(one.name for one in every.page(number)) for number in every.page_range]
    assert read == ["AB", "CD", "EF", "GH", "I"]
