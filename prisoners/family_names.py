"""Family names of Kazakhs and their neighbours with and without an ending: Sarsenbay, Sarsenbayev, Sarsenbayuly, Yunus.

Many have given up the Russian ending or taken the old one, and papers, courts and friends do not follow at once.
"""

import re

from prisoners.given_names import is_given

#: What such names are made of; what is made of a given name keeps its ending: Petrov is nobody's Petr.
_MADE_OF = (
    "ba[iy]|bek|[zd]?[zj]h?an|k?han|gali|ghali|kul|gul|mur[ao]t|bolat|gazy|tai|tay|din|mukhambet|mukhamed|berdi|keldi"
)
_ENDED = re.compile(rf"(?<=[a-z])({_MADE_OF})(?:y?e|o)va?$|(?<=[a-z]{{4}})()(?:y?e|o)va?$")
_CHILD = re.compile("(?<=[a-z]{4})(?:ul[iy]|[qk][iy]z[iy])$")
_BARE = re.compile(rf"[a-z]({_MADE_OF})$")


def other_endings(word: str) -> tuple[str, ...]:
    """What else somebody of that family may be called, in Latin letters; nothing for other names."""
    if _ENDED.search(word):
        without = _ENDED.sub(lambda found: found[1] or "", word)
        return () if is_given(without) else (without,)
    if _CHILD.search(word):
        return (_CHILD.sub("", word),)
    return (f"{word}ev",) if _BARE.search(word) else ()
