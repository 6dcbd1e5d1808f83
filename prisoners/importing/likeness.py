"""Who is likely the same person: names compared as the search compares them, in any script and romanisation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise, product
from typing import Generic, TypeVar

from prisoners.asking import asked_words
from prisoners.likeness import bare_likeness, is_initial_of, word_likeness
from prisoners.search import fold
from prisoners.sounds import SHORT, keys_to_ask, readings, skeleton

Key = TypeVar("Key")

#: Words that are less alike than this are two words; so many words of a name are compared, so many people proposed.
ALIKE, MOST_WORDS, MOST_LIKE = 0.62, 5, 5
#: And names of which the words are less alike on average are two names.
SAME = 0.76
#: Names of a single word that are less alike than this are two: one shared word says little.
ALONE = 0.9
#: What a word is worth of which only the first letter is written.
INITIAL = 0.8


@dataclass(frozen=True)
class Word:
    """A word of a name in Latin letters, without the ending of a case it may have, and in other languages.

    And whether its vowels are guessed.
    """

    text: str
    stems: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    is_bare: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The word and whatever else it may be."""
        return (self.text, *self.stems, *self.others)


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[Word, ...]:
    return tuple(Word(one.word, one.stems, one.others, one.is_bare) for one in asked_words(name)[:MOST_WORDS])


def words(name: str) -> list[Word]:
    """The words of a name, as the search reads them."""
    return list(_words(name.replace(".", " ")))


def _has_digit(word: Word) -> bool:
    return not word.text.isalpha()


@lru_cache(maxsize=200_000)
def _keys(word: Word) -> frozenset[str]:
    """The classes of the sounds that it may have, and the first of them alone for an initial; a number is itself."""
    if _has_digit(word):
        return frozenset((word.text,))
    bones = {skeleton(reading) for form in word.forms for reading in readings(form)}
    keys = {key for form in word.forms for key in keys_to_ask(form, False, word.is_bare)}
    return frozenset(keys | {f"{one[:1]}." for one in bones})


def alike(one: Word, other: Word) -> float:
    """How like two words are from 0 to 1; 0 for two words. A number is never another one with a slip."""
    if _has_digit(one) or _has_digit(other):
        return float(one.text == other.text)
    if len(one.text) == 1 or len(other.text) == 1:
        return INITIAL if is_initial_of(one.text[0], other.text) else 0.0
    best = max(word_likeness(first, second) for first in one.forms for second in other.forms)
    if one.is_bare != other.is_bare:
        best = max(
            best, bare_likeness(*(word.text for word in sorted((one, other), key=lambda word: not word.is_bare)))
        )
    return best if best >= ALIKE else 0.0


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


@dataclass
class Spelling(Generic[Key]):
    """A name as it is written, how many were there before it, and who goes by it: of a common one the first few."""

    name: str
    number: int
    people: list[Key] = field(default_factory=list)


@dataclass
class Names(Generic[Key]):
    """Names of many people, asked for those that are likely the same person's; one look, however many there are.

    What is compared are spellings and not people: that thousands have the same name makes no question longer. Which
    words are alike is asked once a word, and kept up while words are added: a file has far fewer words than rows.
    """

    bearers: dict[Word, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_key: dict[str, set[Word]] = field(default_factory=lambda: defaultdict(set))
    asked_by_key: dict[str, set[Word]] = field(default_factory=lambda: defaultdict(set))
    near: dict[Word, set[Word]] = field(default_factory=dict)
    spellings: dict[str, Spelling[Key]] = field(default_factory=dict)

    def add(self, key: Key, name: str) -> None:
        """Remember a spelling of somebody's name."""
        text = " ".join(name.casefold().split())
        if text not in self.spellings:
            self.spellings[text] = Spelling(name, len(self.spellings))
            self._index(text, name)
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

    def _index(self, text: str, name: str) -> None:
        for word in _with_pairs(words(name)):
            if word not in self.bearers:
                for bone in _keys(word):
                    self.by_key[bone].add(word)
                for asked in _alike_among(word, self.asked_by_key):
                    self.near[asked].add(word)
            self.bearers[word].add(text)

    def _near(self, asked: Sequence[Word]) -> list[Spelling[Key]]:
        """Spellings that have two of the words, or the only one.

        Those of the commonest word are not gone through: it is enough to see which of the others have it.
        """
        having = [self._having(word) for word in _with_pairs(asked)]
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
        return sorted((self.spellings[text] for text in twice), key=lambda one: one.number)

    def _having(self, word: Word) -> list[set[str]]:
        """The spellings with each word like it."""
        if word not in self.near:
            self.near[word] = _alike_among(word, self.by_key)
            for bone in _keys(word):
                self.asked_by_key[bone].add(word)
        return [self.bearers[found] for found in self.near[word]]


def _alike_among(word: Word, by_key: dict[str, set[Word]]) -> set[Word]:
    """The words like it; by the first sound alone only where one of the two is an initial."""
    found = {
        other
        for key in _keys(word)
        for other in by_key.get(key, ())
        if not key.endswith(".") or 1 in (len(word.text), len(other.text))
    }
    return {other for other in found if alike(word, other)}
