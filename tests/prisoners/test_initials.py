"""Initials lead to the one whose name begins so, in any alphabet, before all others of that family."""

import pytest

from prisoners.asking import asked_words
from prisoners.initials import NEAR, OF_A_KIND, SAME, SOUND, initial, parted, worth
from prisoners.models import Prisoner
from prisoners.search import ranked
from tests.factories import PersonNameFactory, PrisonerFactory

FAMILY = (
    "Yuri Seifullin",
    "Saken Seifullin",
    "Zhanna Seifullin",
    "Dos Seifullin",
    "Anton Seifullin",
    "Mikhail Seifullin",
    "Alena Seifullin",
    "Islam Seifullin",
    "Hryhor Seifullin",
    "Chorshanbe Seifullin",
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("S. Seifullin", "Saken Seifullin"),
        ("С. Сейфуллин", "Saken Seifullin"),
        ("Сейфуллин С.", "Saken Seifullin"),
        ("Сейфуллина С.", "Saken Seifullin"),
        ("Ю. Сейфуллин", "Yuri Seifullin"),
        ("Сейфуллин Ю", "Yuri Seifullin"),
        ("J. Seifullin", "Yuri Seifullin"),
        ("Ж. Сейфуллин", "Zhanna Seifullin"),
        ("Ч. Сейфуллин", "Chorshanbe Seifullin"),
        ("Сейфуллин А.М.", "Anton Seifullin"),
        ("М. А. Сейфуллин", "Mikhail Seifullin"),
        ("И. Сейфуллин", "Islam Seifullin"),
        ("Г. Сейфуллин", "Hryhor Seifullin"),
    ],
)
def test_who_begins_so_comes_before_the_rest_of_the_family(asked: str, who: str) -> None:
    for name in FAMILY:
        PersonNameFactory(prisoner=PrisonerFactory(name=name), text=name)
    first = Prisoner.internal.get(pk=ranked(asked, Prisoner.internal.all())[0])
    assert first.name == who


@pytest.mark.parametrize(
    ("letter", "word", "value"),
    [
        ("y", "yerlan", SAME),
        ("y", "jerlan", SOUND),
        ("e", "yerlan", SOUND),
        ("Z", "schanna", SOUND),
        ("g", "hryhor", NEAR),
        ("o", "alena", NEAR),
        ("v", "uladzimir", NEAR),
        ("p", "boris", OF_A_KIND),
        ("s", "baltabai", 0.0),
    ],
)
def test_letter_is_worth_the_more_the_nearer_it_is_to_how_the_name_begins(letter: str, word: str, value: float) -> None:
    assert worth(letter, word) == value


@pytest.mark.parametrize(
    ("part", "sound"),
    [("Ж.", "Z"), ("ш", "S"), ("Ю.", "y"), ("Х.", "h"), ("А.", ""), ("J.", ""), ("Жан", ""), ("", "")],
)
def test_cyrillic_letter_that_latin_writes_with_two_is_one_sound(part: str, sound: str) -> None:
    assert initial(part) == sound


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Мотолько А.М.", "Мотолько А. М."),
        ("А.М.Мотолько", "А. М. Мотолько"),
        ("St.Petersburg", "St.Petersburg"),
        ("Yerlan", "Yerlan"),
        ("", ""),
    ],
)
def test_initials_are_parted_where_the_blank_was_left_out(typed: str, read: str) -> None:
    assert parted(typed) == read


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ЖанатМурынбаев", ["zhanat", "murynbaev"]),
        ("DennisChristensen", ["dennis", "christensen"]),
        ("McDonald", ["mcdonald"]),
        ("ABCDEFGH", ["abcdefgh"]),
    ],
)
def test_two_words_whose_blank_was_lost_are_two(typed: str, words: list[str]) -> None:
    assert [one.word for one in asked_words(typed)] == words
