"""A word begins with the capital that its language writes."""

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from prisoners.casing import with_capital


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("tr", "istinafta", "İstinafta"),
        ("tr", "ısrarla", "Israrla"),
        ("tr", "şartlı", "Şartlı"),
        ("en", "in review", "In review"),
        ("kk", "істе", "Істе"),
        ("he", "בבדיקה", "בבדיקה"),
        ("tr", "", ""),
    ],
)
def test_capital_is_that_of_the_language(language: str, words: str, said: str) -> None:
    with translation.override(language):
        assert with_capital(words) == said


def test_lazy_words_are_said_in_the_language_that_is_active() -> None:
    with translation.override("tr"):
        assert with_capital(gettext_lazy("under appeal")) == "İstinafta"
