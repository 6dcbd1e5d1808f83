"""Chinese characters as names of Hong Kong are spelt: 黃 is Huang in Beijing and Wong in Hong Kong.

Readings come from ToJyutping; what they look like in the spelling of Hong Kong's registry is a matter of few letters.
"""

import re
from functools import cache, lru_cache
from typing import Protocol

from django.utils.module_loading import import_string

#: So many readings of a character are considered, in so many spellings altogether.
MOST_READINGS, MOST_FORMS = 2, 5

_HANZI = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
#: Sounds of Jyutping, in the order in which they are replaced, with the spellings of the registry.
_SPELT = (
    (re.compile("^[zc]"), "ch"), (re.compile("^j(?=yu)"), ""), (re.compile("^j"), "y"), (re.compile("^gw?(?=u)"), "k"),
    (re.compile("^gw"), "kw"), (re.compile("^g"), "k"), (re.compile("^d"), "t"), (re.compile("^b"), "p"),
    (re.compile("eoi$"), "ui"), (re.compile("eo(?=[nt]$)"), "u"), (re.compile("oe"), "eu"), (re.compile("aa"), "a"),
    (re.compile("^yu(?=[nt]$)"), "yue"), (re.compile("(?<=.)yu(?=[nt]$)"), "ue"), (re.compile("(?<=.)yu$"), "u"),
    (re.compile("ou$"), "o"),
)  # fmt: skip
#: Where the registry has a second habit: Tsang, Chow, Lee, Sum, Law, Koon, Suen and Yuen; Sham, Shek and Shing.
_OR = (
    (re.compile("^ch"), "ts"), (re.compile("au$"), "ow"), (re.compile("ei$"), "ee"), (re.compile("(?<=[^a])am$"), "um"),
    (re.compile("(?<=l)o$"), "aw"), (re.compile("un$"), "oon"), (re.compile("^yi"), "i"),
    (re.compile("^si$"), "sze"), (re.compile("^ku$"), "koo"), (re.compile("^chi$"), "tsz"),
    (re.compile("^s(?=am$|ek$|ing$|iu$|an$|un$|ui$|eung$|u$)"), "sh"),
)  # fmt: skip


class _Candidates(Protocol):
    def __call__(self, text: str, /) -> list[tuple[str, list[str]]]: ...


def is_chinese(text: str) -> bool:
    """Whether every letter of it is a Chinese character."""
    return bool(text) and all(map(_HANZI.match, text))


@cache
def candidates() -> "_Candidates":
    """The readings of characters. They take half a second to load, so they are loaded where they are first needed."""
    found: _Candidates = import_string("ToJyutping.get_jyutping_candidates")
    return found


@lru_cache(maxsize=8192)
def spelt(character: str) -> tuple[str, ...]:
    """How a character of a name is spelt in Hong Kong, the likeliest first; nothing where it has no reading."""
    readings = [one[:-1] for _character, those in candidates()(character) for one in those or ()]
    forms = [form for one in dict.fromkeys(readings[: MOST_READINGS + 1]) for form in _forms(one)]
    return tuple(dict.fromkeys(forms))[:MOST_FORMS]


def _forms(reading: str) -> list[str]:
    for pattern, instead in _SPELT:
        reading = pattern.sub(instead, reading)
    others = [pattern.sub(instead, reading) for pattern, instead in _OR if pattern.search(reading)]
    return [reading, *others]
