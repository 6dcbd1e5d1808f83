"""Who is likely the same person: names compared by how they sound once their transliteration is taken away."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import Generic, TypeVar

from prisoners.search import fold

Key = TypeVar("Key")

#: Ways of writing one sound in Latin letters, each to one form; the order matters.
SOUNDS = (
    (r"shch|schtsch|stsch|sch|sh|ch|tsch|tch|cz|c(?=[eiy])|ts|tz|zh|dzh|dj|j", "s"),
    (r"kh|gh|qh|q|g|h|x|k", "k"),
    (r"ph|f|v|w|b", "v"),
    (r"ye|yo|ya|yu|io|ia|iu|ie", "a"),
    (r"[aeiouy]+", "a"),
    (r"d|t", "t"),
    (r"z|s", "s"),
)
#: Endings of Slavic and Turkic family names that are there in one spelling and not in another.
ENDINGS = re.compile(r"(?:ovna|evna|ovich|evich|ova|eva|ov|ev|uly|kyzy|qyzy|oglu|ogly|skaya|skiy|skii|sky|ina|in|a)$")
ALIKE = 0.8
MOST_LIKE = 5


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """The skeleton of one folded word."""
    bare = ENDINGS.sub("", word) if len(word) > 5 else word
    for rule, letter in SOUNDS:
        bare = re.sub(rule, letter, bare)
    return re.sub(r"(.)\1+", r"\1", bare)


def _bones(word: str) -> str:
    return re.sub("a", "", sound(word)) or sound(word)


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if len(word) > 1][:5]


def alike(one: str, other: str) -> bool:
    """Whether two words can be one name written in two ways, or with one letter wrong."""
    if sound(one) == sound(other):
        return True
    return (SequenceMatcher(None, sound(one), sound(other)).ratio() >= ALIKE and one[0] == other[0]) or _close(
        one, other
    )


def _close(one: str, other: str) -> bool:
    return len(one) > 3 and len(other) > 3 and SequenceMatcher(None, one, other).ratio() >= ALIKE


def same_name(one: str, other: str) -> bool:
    """Whether every word of the shorter name has its like in the longer one, two words at least."""
    first, second = sorted((_words(one), _words(other)), key=len)
    if fold(one) == fold(other):
        return True
    left = list(second)
    for word in first:
        match = next((found for found in left if alike(word, found)), None)
        if match is None:
            return False
        left.remove(match)
    return len(first) >= 2


def _keys(name: str) -> Iterator[tuple[str, str]]:
    words = _words(name)
    if len(words) == 1:
        yield words[0], ""
    for one, other in combinations(words, 2):
        first, second = _bones(one), _bones(other)
        yield (min(first, second), max(first, second))
        yield (first, f"{other[0]}~")
        yield (second, f"{one[0]}~")


@dataclass
class Names(Generic[Key]):
    """Names of many people, asked for those that are likely the same person's; one look, however many there are."""

    found: dict[tuple[str, str], set[Key]] = field(default_factory=lambda: defaultdict(set))
    spellings: dict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: Key, name: str) -> None:
        """Remember a spelling of somebody's name."""
        self.spellings[key].append(name)
        for pair in _keys(name):
            self.found[pair].add(key)

    def like(self, names: Iterable[str]) -> list[Key]:
        """Those of whom a spelling is likely the same name, the most alike first."""
        wanted = list(names)
        near = {key for name in wanted for pair in _keys(name) for key in self.found.get(pair, ())}
        scored = [(self._score(wanted, key), key) for key in near]
        best = sorted((one for one in scored if one[0]), key=lambda one: -one[0])
        return [key for _score, key in best[:MOST_LIKE]]

    def _score(self, names: list[str], key: Key) -> float:
        pairs = [(fold(one), fold(other)) for one in names for other in self.spellings[key] if same_name(one, other)]
        return max((SequenceMatcher(None, one, other).ratio() + 0.01 for one, other in pairs), default=0.0)
