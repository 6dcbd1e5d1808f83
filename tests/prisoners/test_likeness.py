"""Rows that are likely one person are found across scripts and romanisations, as the search finds them."""

from itertools import permutations
from pathlib import Path

import pytest

from prisoners.importing.likeness import Names, same_name
from prisoners.importing.name_words import Word, alike
from prisoners.models import Prisoner
from tests.factories import PersonNameFactory, PrisonerFactory
from tests.names import spellings
from tests.prisoners.test_importing import _csv, _report
from tests.queries import queries_of

SPELLINGS = ("Балтабай Ерлан", "Yerlan Baltabay", "Baltabai Erlan")
HEADS = ["Name", "Country"]


@pytest.mark.django_db
@pytest.mark.parametrize("order", list(permutations(SPELLINGS)))
def test_three_spellings_of_one_man_in_one_sheet_are_asked_about(tmp_path: Path, order: tuple[str, ...]) -> None:
    report = _report(_csv(tmp_path, HEADS, *([name, "KZ"] for name in order)), "--commit")
    assert [one["row"] for one in report["likely_same"]] == [3, 4]
    assert (report["new"], report["held"], Prisoner.internal.count()) == (1, 2, 1)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [*SPELLINGS, "Балтабая Ерлана", "Jerlan Baltabaj", "E. Baltabai"])
def test_spelling_of_somebody_in_the_record_is_asked_about(tmp_path: Path, name: str) -> None:
    one = PrisonerFactory(name="Yerlan Baltabai", country="KZ")
    PersonNameFactory(prisoner=one, text="Yerlan Baltabai")
    report = _report(_csv(tmp_path, HEADS, [name, "KZ"]), "--commit", "--likely", "same")
    assert report["new"] == 0
    assert Prisoner.internal.count() == 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Балтабай", "Baltabay", True),
        ("Baltabay", "Yerlan Baltabai", False),
        ("Yerlan Baltabai", "Natalia Baltabai", False),
        ("Ержан Елшибаев", "Jerschan Jelschibajew", True),
        ("Yerzhan Yelshibaev", "Yerzhan Ualikhan", False),
        ("Николай Автухович", "Mikalai Autukhovich", True),
        ("Person 100", "Person 101", False),
        ("Person1 Family1", "Person2 Family2", False),
        ("E. B.", "Yerlan Baltabai", False),
        ("", "Yerlan Baltabai", False),
        ("...", "Y.", False),
    ],
)
def test_two_names_are_one_or_two(one: str, other: str, is_same: bool) -> None:
    assert same_name(one, other) == same_name(other, one) == is_same


def test_published_spellings_are_taken_for_the_person_and_for_nobody_else() -> None:
    names: Names[int] = Names()
    for number, record in enumerate(spellings.RECORD):
        names.add(number, record)
    whole = [one for one in spellings.SPELLINGS if " " in one.asked and one.how not in ("initial", "beginning")]
    found = [(spellings.RECORD.index(one.record), names.like([one.asked])) for one in whole]
    assert sum(number in likes for number, likes in found) / len(found) >= 0.9
    assert sum(bool(set(likes) - {number}) for number, likes in found) <= len(found) / 100


def test_thousand_people_of_one_name_are_compared_with_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr("prisoners.importing.likeness.fold", lambda text: looked.append(text) or text.lower())
    names: Names[int] = Names()
    for number in range(1000):
        assert names.like(["Ivan Petrov"]) == list(range(min(number, 5)))
        names.add(number, "Ivan  Petrov" if number % 2 else "Ivan Petrov")
    assert len(looked) < 2 * 1000


def test_words_are_compared_only_where_they_meet_in_names_with_two_that_may_be_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[tuple[Word, Word]] = []
    monkeypatch.setattr(
        "prisoners.importing.alike_words.alike", lambda one, other: compared.append((one, other)) or alike(one, other)
    )
    names: Names[int] = Names()
    for number, name in enumerate(["Ivan Kuznetsov", "Ivan Baltabay", "Ivan Zholdasov", "Ivan Kuznetzow"]):
        found = names.like([name])
        names.add(number, name)
    assert found == [0]
    assert {other.text for _one, other in compared} == {"ivan", "kuznetsov"}


def test_record_and_file_share_what_is_known_of_their_words() -> None:
    record: Names[int] = Names()
    record.add(1, "Ерлан Балтабай")
    rows: Names[int] = Names(record.words)
    assert rows.like(["Yerlan Baltabai"]) == []
    rows.add(7, "Yerlan Baltabai")
    assert (record.like(["Erlan Baltabay"]), rows.like(["Erlan Baltabay"])) == ([1], [7])


@pytest.mark.django_db
def test_rows_that_are_like_many_people_take_as_many_queries_as_one(tmp_path: Path) -> None:
    for number in range(6):
        name = ("Anna", "Boris", "Daria", "Erik", "Fatima", "Gleb")[number] + " Example"
        PersonNameFactory(prisoner=PrisonerFactory(name=name, country="KZ"), text=name)
    one = queries_of(_report, _csv(tmp_path, HEADS, ["Anna Exampel", "KZ"]))
    file = _csv(tmp_path, HEADS, ["Anna Exampel", "KZ"], ["Boris Exampel", "KZ"], ["Daria Exampel", "KZ"])
    assert len(queries_of(_report, file)) == len(one)
    assert len(_report(file)["likely_same"]) == 3


def test_somebody_asked_for_before_they_were_there_is_found_afterwards() -> None:
    names: Names[int] = Names()
    assert names.like(["Yerlan Baltabai"]) == []
    names.add(1, "Ерлан Балтабай")
    names.add(2, "Ерлан Сериков")
    assert names.like(["Yerlan Baltabai"]) == [1]
    names.add(3, "Erlan Baltabayev Example")
    assert 3 in names.like(["Yerlan Baltabai"])
