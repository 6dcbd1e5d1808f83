"""A language that is begun works, says how far it is, and runs in its own direction."""

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from django.test import Client

from campaign.catalogues import share_translated
from prisoners.date_words import WORDS
from tests.words.extraction import ROOT
from tests.words.placeholders import forms_of, is_broken

BEGUN = ("de", "fr", "tr", "he")
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", BEGUN)
@pytest.mark.parametrize("share", [42, 100])
def test_language_that_is_begun_says_how_far_it_is_and_asks_for_help(
    client: Client, monkeypatch: pytest.MonkeyPatch, code: str, share: int
) -> None:
    monkeypatch.setattr("campaign.context.share_translated", lambda language: share)
    note = client.get(f"/{code}/").content.decode().split("<main")[1].split("</p>")[0]
    assert "mailto:" in note
    assert bool(re.search(r"\b42\b", note)) == (share == 42)


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_complete_language_says_nothing_of_the_kind(client: Client, code: str) -> None:
    assert share_translated(code) == 100
    page = client.get(f"/{code}/")
    assert page.context["site"]["translated"] == 100
    assert "mailto:" not in page.content.decode().split("<main")[1].split("</p>")[0]


@pytest.mark.parametrize("code", BEGUN)
def test_what_is_begun_keeps_its_placeholders_and_plurals(code: str) -> None:
    with (ROOT / "locale" / code / "LC_MESSAGES" / "django.po").open("rb") as source:
        said = [one for one in read_po(source) if one.id and not one.fuzzy and any(forms_of(one.string))]
    assert len(said) > 500
    assert [one.id for one in said if is_broken(one) or not all(forms_of(one.string))] == []


def test_share_counts_what_a_file_does_not_list_as_missing(settings: Any, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    for code, words in (("ru", ("Да", "Нет")), ("de", ("Ja",))):
        folder = tmp_path / "locale" / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        pairs = [f'msgid "{number}"\nmsgstr "{word}"\n' for number, word in enumerate(words)]
        (folder / "django.po").write_text("\n".join(pairs))
    assert share_translated.__wrapped__("de") == 50
    assert share_translated.__wrapped__("ru") == 100


def test_hebrew_runs_from_right_to_left(client: Client) -> None:
    assert '<html lang="he" dir="rtl">' in client.get("/he/prisoners/").content.decode()


def test_day_is_said_without_a_word_before_it_for_sentences_bring_their_own() -> None:
    assert [code for code, words in WORDS.items() if not words.sentences["day"].lstrip("\u200f").startswith("{")] == []


def test_every_language_of_the_dates_says_every_sentence() -> None:
    assert {code: words.sentences.keys() for code, words in WORDS.items()} == dict.fromkeys(
        WORDS, WORDS["en"].sentences.keys()
    )
    assert all(len(form) == 12 for words in WORDS.values() for form in words.months.values())
