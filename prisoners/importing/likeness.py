"""Who is likely the same person: names compared as the search compares them, in any script and romanisation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise, product
from typing import Generic, TypeVar

from prisoners.importing.alike_words import AlikeWords
from prisoners.importing.name_words import Word, alike, words
from prisoners.search import fold
from prisoners.sounds import SHORT

Key = TypeVar("Key")

#: So many people are proposed.
MOST_LIKE = 5
#: And names of which the words are less alike on average are two names.
SAME = 0.76
#: Names of a single word that are less alike than this are two: one shared word says little.
ALONE = 0.9


def likeness(one: Sequence[Word], other: Sequence[Word]) -> float:
    """How like two names are, from 0 to 1: every word of the shorter one has its like in the longer, two at least.

    Of these words one at least is written out in both. Names of a single word have to be very like each other. Two
    short words may be one in the other name.
    """
    value = _likeness(one, other)
    if value or len(one) == len(other):
        return value
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return max((_likeness(form, shorter) for form in _in_one(longer)), default=0.0)


def _pairs(words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """Each pair of neighbours in one of which one is short, and where it stands: Kara Murza, Zhi yong."""
    for at, (one, other) in enumerate(pairwise(words)):
        if min(len(one.text), len(other.text)) <= SHORT:
            others = tuple(map("".join, product(one.others, other.others)))[:MOST_LIKE]
            yield at, Word(one.text + other.text, others=others)


def _in_one(words: Sequence[Word]) -> Iterator[list[Word]]:
    """A name with one pair of neighbours in one, for each that may be."""
    return ([*words[:at], both, *words[at + 2 :]] for at, both in _pairs(words))


def _with_pairs(words: Sequence[Word]) -> list[Word]:
    """The words of a name, and its pairs in one: by what names are looked up."""
    return [*words, *(both for _at, both in _pairs(words))]


def _likeness(one: Sequence[Word], other: Sequence[Word]) -> float:
    first, second = sorted((list(one), list(other)), key=len)
    if not first:
        return 0.0
    if len(second) == 1:
        value = alike(first[0], second[0])
        return value if value >= ALONE else 0.0
    total, is_whole = 0.0, False
    for word in first:
        value, match = max(((alike(word, found), found.text) for found in second), default=(0.0, ""))
        if not value:
            return 0.0
        second.remove(next(found for found in second if found.text == match))
        total, is_whole = total + value, is_whole or min(len(word.text), len(match)) > 1
    value = total / len(first)
    return value if len(first) >= 2 and is_whole and value >= SAME else 0.0


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are likely of one name."""
    return fold(one) == fold(other) or likeness(words(one), words(other)) > 0


@dataclass(slots=True)
class Spelling(Generic[Key]):
    """A name as it is written, how many were there before it, and who goes by it: of a common one the first few.

    And its words, with its pairs in one.
    """

    name: str
    number: int
    words: tuple[Word, ...]
    people: list[Key] = field(default_factory=list)


@dataclass
class Names(Generic[Key]):
    """Names of many people, asked for those that are likely the same person's; one look, however many there are.

    What is compared are spellings and not people: that thousands have the same name makes no question longer.
    """

    words: AlikeWords = field(default_factory=AlikeWords)
    bearers: dict[Word, set[str]] = field(default_factory=dict)
    spellings: dict[str, Spelling[Key]] = field(default_factory=dict)

    def add(self, key: Key, name: str) -> None:
        """Remember a spelling of somebody's name."""
        text = " ".join(name.casefold().split())
        if text not in self.spellings:
            its = tuple(_with_pairs(words(name)))
            self.spellings[text] = Spelling(name, len(self.spellings), its)
            self._index(text, its)
        people = self.spellings[text].people
        if len(people) < MOST_LIKE and key not in people:
            people.append(key)

    def like(self, names: Iterable[str]) -> list[Key]:
        """Those of whom a spelling is likely the same name, the most alike first, then who came first."""
        return list(self.scored(names))

    def scored(self, names: Iterable[str]) -> dict[Key, float]:
        """The same, with how like the names are, from 0 to 1."""
        scores: dict[Key, float] = {}
        for name in names:
            for found in self._near(words(name)):
                score = 1.0 if fold(name) == fold(found.name) else likeness(words(name), words(found.name))
                for key in found.people if score else ():
                    scores[key] = max(score, scores.get(key, 0.0))
        return {key: scores[key] for key in sorted(scores, key=lambda key: -scores[key])[:MOST_LIKE]}

    def _index(self, text: str, its: Iterable[Word]) -> None:
        for word in its:
            if word not in self.bearers:
                self.words.add(word)
            self.bearers.setdefault(word, set()).add(text)

    def _near(self, asked: Sequence[Word]) -> list[Spelling[Key]]:
        """Spellings that have two of the words, or the only one.

        Those of the commonest word are not gone through: it is enough to see which of the others have it.
        """
        words = _with_pairs(asked)
        having = [self._having(word) for word in words]
        having.sort(key=lambda sets: sum(map(len, sets)))
        once: set[str] = set()
        twice: set[str] = set()
        for sets in having[:-1]:
            texts = set[str]().union(*sets)
            twice |= once & texts
            once |= texts
        for sets in having[-1:]:
            twice |= {text for text in once if any(text in some for some in sets)}
            if len(asked) == 1:
                twice |= once.union(*sets)
        least = 2 if len(asked) > 1 else 1
        found = (self.spellings[text] for text in twice)
        return sorted((one for one in found if self._are_met(words, one, least)), key=lambda one: one.number)

    def _are_met(self, asked: Iterable[Word], found: Spelling[Key], least: int) -> bool:
        """Whether so many of the words asked for have their like in a spelling."""
        met = (word for word in asked if any(self.words.are_alike(word, other) for other in found.words))
        return len(tuple(islice(met, least))) == least

    def _having(self, word: Word) -> list[set[str]]:
        """The spellings with each word that may be like it."""
        return [self.bearers[found] for found in self.words.near_to(word) if found in self.bearers]
