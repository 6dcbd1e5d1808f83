"""Family names of Kazakhs and their neighbours with and without an ending: Sarsenbay, Sarsenbayev, Sarsenbayuly, Yunus.

Many have given up the Russian ending or taken the old one, and papers, courts and friends do not follow at once.
"""

import re

from prisoners.given_names import is_given

#: What such names are made of; what is made of a given name keeps its ending: Petrov is nobody's Petr.
_MADE_OF = (
    "ba[iy]|bek|[zd]?[zj]h?an|k?han|gali|ghali|kul|gul|mur[ao]t|bolat|gazy|tai|tay|din|mukhambet|mukhamed|berdi|keldi"
)
#: The ending of a man, of a woman, and of her in the cases of Czech, which gives it to any woman: Tymošenkové.
_OV = "(?:y?e|o)v(?:a|e|ou)?$"
_ENDED = re.compile(rf"(?<=[a-z])({_MADE_OF}){_OV}|(?<=[a-z]{{4}})(){_OV}")
_CHILD = re.compile("(?<=[a-z]{4})(?:ul[iy]|[qk][iy]z[iy])$")
_BARE = re.compile(rf"[a-z]({_MADE_OF})$")
#: What a name ends with that has given up a letter for the ending: Baltabaev is of Baltabai, Tymošenková of Tymošenko.
_WHOLE = re.compile("a$|nk$")
#: The name of the Prophet within a longer one: Nurmukhamed, Nurmagambet, Nurmemet; Mamadbokir.
_PROPHET = re.compile("mu[kh]{1,2}[ae]mm?[ae][dt]|m[au](?:g|kh?|h)ambet|magom[ae]d|mambet|mam[ae][dt]|mem[ae]t")
_PROPHETS = ("muhamed", "magambet", "mamet")


def other_prophets(word: str) -> tuple[str, ...]:
    """A name in Latin letters with other forms of Muhammad within it; nothing for other names."""
    found = _PROPHET.search(word)
    if not found or len(word) < len(found[0]) + 3:
        return ()
    return tuple(f"{word[: found.start()]}{one}{word[found.end() :]}" for one in _PROPHETS)


def other_endings(word: str) -> tuple[str, ...]:
    """What else somebody of that family may be called, in Latin letters; nothing for other names."""
    if _ENDED.search(word):
        without = _WHOLE.sub(_whole, _ENDED.sub(lambda found: found[1] or "", word))
        return () if is_given(without) else (without,)
    if _CHILD.search(word):
        without = _CHILD.sub("", word)
        return (without, *other_endings(without))
    return (f"{word}ev",) if _BARE.search(word) else ()


def _whole(end: re.Match[str]) -> str:
    return "ai" if end[0] == "a" else "nko"
