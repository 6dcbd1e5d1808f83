"""Words in scripts where a syllable is written and its vowel is not: those of India, and Tibetan.

`anyascii` writes the letters alone, so that শহিদুল (Shahidul) becomes shidul and བསྟན་འཛིན (Tenzin) bstn'dzin. Here each
consonant of India that no other vowel follows gets the a that it carries, and Tibetan is written as it is spoken,
two syllables a word, as names of Tibet are made.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii
from bophono import UnicodeToApi

#: Indian scripts of Unicode whose consonants carry an a, from Devanagari to Sinhala.
_INDIAN = re.compile("[\u0900-\u0dff\u200d]+")
_ETHIOPIC = re.compile("[\u1200-\u135a]+")
_TIBETAN = re.compile("[\u0f40-\u0fbc\u0f0b\u0f0c]+")
_TSHEG = re.compile("[\u0f0b\u0f0c]")
#: Languages that leave out the a at the end of a word: Devanagari, Bengali, Gurmukhi and Gujarati.
_LEAVES_THE_LAST = re.compile("[\u0900-\u0aff]$")
#: What stands behind a consonant in place of its a: the sign of a vowel, or of none.
_SIGNS = ("VOWEL SIGN", "VIRAMA", "AL-LAKUNA", "AU LENGTH MARK")
_HISSES = re.compile(" LETTER S?SHA$| LETTER SSA$")
_LABIAL = re.compile(" LETTER [PBM]H?A$")
_spoken = UnicodeToApi(schema="KVP", options={})


def spelt_out(text: str) -> str:
    """The text with vowels after the consonants of India, and its Tibetan words in Latin letters."""
    text = _ETHIOPIC.sub(lambda found: _with_i(found[0]), text)
    return _TIBETAN.sub(lambda found: _as_spoken(found[0]), _INDIAN.sub(lambda found: _with_a(found[0]), text))


def _with_i(word: str) -> str:
    """A word of Amharic or Tigrinya, whose letters of the sixth order are read with a vowel or without one.

    There is one where three consonants would stand together; the beginning of the word counts as one.
    """
    found, together = "", 1
    for letter in anyascii(word[:1].replace("\u12a5", "e")), *map(anyascii, word[1:]):
        if together > 1:
            found, together = f"{found}i", 0
        together = 0 if re.search("[aeiou]", letter) else together + 1
        found += letter
    return found


def _with_a(word: str) -> str:
    found = []
    letters = [one for one in word if one != "\u200d"]
    for letter, after in pairwise([*letters, ""]):
        found.append(_said(letter, after))
        if _carries(letter) and not _is_sign(after) and not _is_nukta(after):
            found.append("a")
    text = "".join(found)
    return text[:-1] if text.endswith("a") and _LEAVES_THE_LAST.search(word) else text


def _said(letter: str, after: str) -> str:
    """A letter, those that hiss and the dot of a nasal as they are said: Surendra has no m."""
    name = unicodedata.name(letter, "")
    if name.endswith("SIGN ANUSVARA") and after and not _LABIAL.search(unicodedata.name(after, "")):
        return "n"
    return "sh" if _HISSES.search(name) else letter


@lru_cache(maxsize=1024)
def _carries(letter: str) -> bool:
    """Whether it is a consonant, or the dot below one, which is a part of it."""
    name = unicodedata.name(letter, "")
    return _is_nukta(letter) or (" LETTER " in name and not re.search(r" LETTER (VOCALIC )?[AEIOU]|CHILLU", name))


def _is_nukta(letter: str) -> bool:
    return "NUKTA" in unicodedata.name(letter or " ", "")


def _is_sign(letter: str) -> bool:
    return any(one in unicodedata.name(letter or " ", "") for one in _SIGNS)


def _as_spoken(words: str) -> str:
    syllables = [one for one in _TSHEG.split(words) if one]
    if not all(map(_is_syllable, syllables)):
        return words
    pairs = ["\u0f0b".join(syllables[at : at + 2]) for at in range(0, len(syllables), 2)]
    return f" {' '.join(_spoken.get_api(pair) for pair in pairs)} "


def _is_syllable(text: str) -> bool:
    """Whether it can be spoken. What cannot, the library would print; what visitors ask for is nobody's business."""
    root = _spoken.roots.get_longest_match_with_data(text, 0, len(text), {})
    end = _spoken.ends.get_longest_match_with_data(text, root["i"], len(text), {}) if root else None
    return end is not None and bool(end["i"] == len(text))
