"""A language that is begun works, says how far it is, and runs in its own direction."""

import re

import pytest
from django.test import Client

from campaign.catalogues import share_translated
from prisoners.date_words import WORDS

BEGUN = ("de", "fr", "tr", "he")
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", BEGUN)
def test_language_that_is_begun_says_how_far_it_is(client: Client, code: str) -> None:
    share = share_translated(code)
    assert 0 < share < 100
    page = client.get(f"/{code}/").content.decode()
    assert re.search(rf"\b{share}\b", page.split("<main")[1].split("</p>")[0])


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_complete_language_says_nothing_of_the_kind(client: Client, code: str) -> None:
    assert share_translated(code) == 100
    assert client.get(f"/{code}/").context["site"]["translated"] == 100


def test_hebrew_runs_from_right_to_left(client: Client) -> None:
    assert '<html lang="he" dir="rtl">' in client.get("/he/prisoners/").content.decode()


def test_every_language_of_the_dates_says_every_sentence() -> None:
    assert {code: words.sentences.keys() for code, words in WORDS.items()} == dict.fromkeys(
        WORDS, WORDS["en"].sentences.keys()
    )
    assert all(len(form) == 12 for words in WORDS.values() for form in words.months.values())
