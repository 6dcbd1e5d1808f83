"""Initials: which names a single letter may stand for. Ж. is Zhanna, Janna and Schanna; Ю. is Yuri and Juri."""

import re
from functools import lru_cache

from prisoners.sounds import first_sounds, readings, skeleton

#: What a word is worth of which only the first letter is written: where it is that letter, where it is its sound, where
#: it is one that stands for it in neighbouring languages, and where it is only of the same kind.
SAME, SOUND, NEAR, OF_A_KIND = 0.72, 0.71, 0.67, 0.62
#: Г. is Halina and Ryhor, О. and Е. are Alena, В. is Uladzimir, Н. is Mikalai, and Д. is Jamshid, whom Russians write
#: with two letters.
_NEIGHBOURS = frozenset(map(frozenset, ("hg", "gr", "oa", "ea", "vu", "nm", "dJ", "dZ", "ie")))

#: Letters that Latin writes with two, as the one sound that they are; what begins with y is written so by most.
_SOUNDS = {
    **dict.fromkeys("жҗӂ", "Z"), **dict.fromkeys("шщ", "S"), **dict.fromkeys("чҷ", "C"), "ц": "c", "х": "h",
    **dict.fromkeys("юяё", "y"), "є": "e", "ї": "i",
}  # fmt: skip
_ONE = re.compile(r"(?P<letter>[^\W\d_])\.?")
#: The blank that is left out between initials: А.М.
_TIGHT = re.compile(r"\b([^\W\d_]\.)(?=[^\W\d_])")


def parted(query: str) -> str:
    """A query with a blank between initials that were written without: А. М. Балтабай."""
    return _TIGHT.sub(r"\1 ", query)


def initial(part: str) -> str:
    """The sound of a Cyrillic letter that stands for a name and would be two in Latin; "" for anything else."""
    found = _ONE.fullmatch(part.lower())
    return _SOUNDS.get(found["letter"], "") if found else ""


@lru_cache(maxsize=65536)
def worth(letter: str, word: str) -> float:
    """What it is worth that a single letter or sound may stand for the word; 0 where it cannot."""
    if letter == word[0]:
        return SAME
    ours, theirs = first_sounds(letter), first_sounds(word)
    if not ours.isdisjoint(theirs):
        return SOUND
    if any(frozenset((one, other)) in _NEIGHBOURS for one in ours for other in theirs):
        return NEAR
    kinds = {skeleton(one)[:1] for one in readings(letter)}
    return OF_A_KIND if kinds & {skeleton(one)[:1] for one in readings(word)} else 0.0
