"""No string is left in English, guessed or robbed of its placeholders; compiling is safe to repeat."""

import ast
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.utils import formats, translation
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from campaign.catalogues import compile_catalogues, stale_catalogues
from tests.words.extraction import KEYWORDS, ROOT, extracted, python_files
from tests.words.placeholders import forms_of, is_broken

LANGUAGES = ("ru", "kk")
FILES = [
    *(ROOT / "locale" / language / "LC_MESSAGES" / "django.po" for language in LANGUAGES),
    *sorted((ROOT / "locale-django").glob("*/LC_MESSAGES/*.po")),
]
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Sign"\nmsgstr "{word}"\n'


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_every_string_of_the_code(language: str) -> None:
    catalogue = _catalogue(ROOT / "locale" / language / "LC_MESSAGES" / "django.po")
    missing = [(where, found.text) for found, where in extracted().items() if not catalogue.get(*reversed(found))]
    assert missing == []


def test_no_words_hide_in_an_f_string_where_no_extraction_finds_them() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{found.lineno}"
        for path in python_files()
        for piece in ast.walk(ast.parse(path.read_text()))
        if isinstance(piece, ast.JoinedStr)
        for found in ast.walk(piece)
        if isinstance(found, ast.Call) and isinstance(found.func, ast.Name) and found.func.id in KEYWORDS
    ]
    assert hidden == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_catalogue_leaves_nothing_untranslated_guessed_or_broken(path: Path) -> None:
    messages = [message for message in _catalogue(path) if message.id]
    assert len(messages) > 5
    assert [message.id for message in messages if not all(forms_of(message.string))] == []
    assert [message.id for message in messages if message.fuzzy] == []
    assert [message.id for message in messages if is_broken(message)] == []


def test_placeholder_check_sees_a_lost_and_a_misspelt_placeholder() -> None:
    assert is_broken(Message("from %(day)s", "с"))
    assert is_broken(Message("from {day}", "с {den}"))
    assert not is_broken(Message("from %(day)s", "с %(day)s"))


def test_counts_take_the_form_that_russian_asks_for() -> None:
    with translation.override("ru"):
        said = [ngettext("%(n)d day", "%(n)d days", n) % {"n": n} for n in (1, 3, 5, 11, 21)]
    assert said == ["1 день", "3 дня", "5 дней", "11 дней", "21 день"]


def test_kazakh_fills_what_django_lacks() -> None:
    with translation.override("kk"):
        assert gettext("This field is required.") == "Бұл өрісті толтыру керек."


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [
        ("en", "12 April 2011", "1234567.5"),
        ("ru", "12 апреля 2011 г.", "1\xa0234\xa0567,5"),
        ("kk", "2011 ж. 12 сәуір", "1\xa0234\xa0567,5"),
    ],
)
def test_days_and_numbers_are_written_as_the_language_does(language: str, day: str, number: str) -> None:
    when = date(2011, 4, 12)
    with translation.override(language):
        assert date_format(when).lower() == day.lower()
        assert formats.number_format(1234567.5, use_l10n=True, force_grouping=language != "en") == number


def test_compiling_writes_once_and_again_when_the_words_change(tmp_path: Path) -> None:
    source = tmp_path / "kk" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO.format(word="Қол"))
    assert compile_catalogues([tmp_path]) == [source]
    assert compile_catalogues([tmp_path]) == []
    first = source.with_suffix(".mo").read_bytes()
    source.write_text(PO.format(word="Белгі"))
    assert stale_catalogues([tmp_path]) == [source]
    assert compile_catalogues([tmp_path]) == [source]
    assert source.with_suffix(".mo").read_bytes() != first
    assert sorted(path.name for path in source.parent.iterdir()) == ["django.mo", "django.po"]
