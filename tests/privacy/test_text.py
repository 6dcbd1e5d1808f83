"""Typed text becomes safe to store and show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.text import BIDI_CONTROLS, clean_line, clean_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Әлия ", "Әлия"),
        ("e\u0301", "é"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("a\u2066b\u2069", "ab"),
        ("a\x00b\x1bc", "abc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("שלום \u200fעולם", "שלום \u200fעולם"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_clean_text_keeps_words_and_drops_controls(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_clean_line_makes_one_line_of_many() -> None:
    assert clean_line(" Roza\nTuletaeva \t (born X) ") == "Roza Tuletaeva (born X)"


@given(st.text())
def test_clean_text_is_settled_after_one_cleaning(typed: str) -> None:
    once = clean_text(typed)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & BIDI_CONTROLS
