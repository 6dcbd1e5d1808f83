"""Khmer names in Latin letters: consonants carry a vowel of their own unless they close a syllable.

As newspapers spell them, near to the romanisation of the Geographic Department (1995), whose vowels depend on the
series of the consonant; aspiration is left out, which spellings in passports write or do not.
"""

import re
from collections.abc import Iterator

_KHMER = re.compile("[\u1780-\u17d3\u17dd]+")
# A letter with those below it, the mark that moves it to the other series, its vowel, and signs behind.
_UNIT = re.compile(
    "([\u1780-\u17b3])((?:\u17d2[\u1780-\u17b3])*)([\u17c9\u17ca]?)([\u17b6-\u17c5]*)([\u17c6-\u17d1\u17d3\u17dd]*)"
)
_SILENT = re.compile("[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3])*[\u17b7\u17bb]?\u17cd")

_LETTERS = {
    **dict.fromkeys("កខគឃ", "k"), "ង": "ng", **dict.fromkeys("ចឆជឈ", "ch"), "ញ": "nh", **dict.fromkeys("ដឌ", "d"),
    **dict.fromkeys("ឋឍតថទធ", "t"), **dict.fromkeys("ណន", "n"), "ប": "b", **dict.fromkeys("ផពភ", "p"), "ម": "m",
    "យ": "y", "រ": "r", **dict.fromkeys("លឡ", "l"), "វ": "v", **dict.fromkeys("ឝឞស", "s"), "ហ": "h", "អ": "",
    "ឥ": "i", "ឦ": "i", "ឧ": "o", "ឩ": "u", "ឪ": "ou", "ឫ": "ru", "ឬ": "ru", "ឭ": "lu", "ឮ": "lu", "ឯ": "e",
    "ឰ": "ai", "ឱ": "ao", "ឳ": "au",
}  # fmt: skip
#: Consonants after which vowels are said otherwise; a mark moves one from one series to the other.
_SECOND = frozenset("គឃងជឈញឌឍទធនពភមយរលវ")
_TO_FIRST, _TO_SECOND = "\u17c9", "\u17ca"
#: Vowels after the first series and after the second; "" is the one that is not written.
_VOWELS = {
    "": ("a", "o"), "ា": ("a", "ea"), "ិ": ("e", "i"), "ី": ("ei", "i"), "ឹ": ("e", "i"), "ឺ": ("eu", "eu"), "ុ": ("o", "u"),
    "ូ": ("o", "u"), "ួ": ("uo", "uo"), "ើ": ("aeu", "eu"), "ឿ": ("oea", "oea"), "ៀ": ("ie", "ie"), "េ": ("e", "e"),
    "ែ": ("ae", "e"), "ៃ": ("ai", "ey"), "ោ": ("ao", "o"), "ៅ": ("au", "ov"),
}  # fmt: skip
_NASAL = "\u17c6"


def khmer_spelt(text: str) -> str:
    """The text with its Khmer words in Latin letters."""
    return _KHMER.sub(lambda found: "".join(_spelt(_SILENT.sub("", found[0]))), text)


def _spelt(word: str) -> Iterator[str]:
    units = list(_UNIT.finditer(word))
    # Whether the syllable before can still be closed by a consonant.
    is_open = False
    for number, found in enumerate(units):
        letter, below, moved, vowel, signs = found.groups()
        yield "".join(_LETTERS.get(one, "") for one in (letter, *below.replace("\u17d2", "")))
        if letter > "\u17a2":
            is_open = True
            continue
        is_written = bool(vowel) or _NASAL in signs
        # Two letters without a vowel at the end are a syllable of their own.
        begins_the_last = number + 2 == len(units) and not any(units[-1].groups()[1:])
        if not is_written and ((is_open and not begins_the_last) or (number and number + 1 == len(units))):
            is_open = False
            continue
        is_second = moved == _TO_SECOND or (letter in _SECOND and moved != _TO_FIRST)
        yield _said(vowel, is_second, _NASAL in signs)
        is_open = _NASAL not in signs


def _said(vowel: str, is_second: bool, is_nasal: bool) -> str:
    said = _VOWELS.get(vowel, ("a", "o"))[is_second]
    if is_nasal:
        said = "a" if vowel == "ា" else ("u" if is_second else "o")
    return f"{said}m" if is_nasal else said
