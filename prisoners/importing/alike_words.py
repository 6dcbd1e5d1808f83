"""Words of many names, asked for those that may be alike: by keys they share, then by a quick look at all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from prisoners.importing.name_words import ALIKE, Word, alike
from prisoners.likeness import SAME_SOUND, neighbours
from prisoners.sounds import keys_to_ask, readings, skeleton

#: What the quick look, which counts in single precision, may be wrong by.
ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class _Heard:
    """A word as the quick look takes it: its sounds, their skeletons, its letters."""

    sounds: tuple[str, ...]
    bones: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass
class AlikeWords:
    """Which words may be alike, and which of them are, where it was asked.

    What costs is to compare two words: it is done once, and only for those that meet in names with two such words.
    Names of the record and of a file share one index.
    """

    by_key: dict[str, list[Word]] = field(default_factory=dict)
    heard: dict[Word, _Heard] = field(default_factory=dict)
    near: dict[Word, dict[Word, bool | None]] = field(default_factory=dict)

    def add(self, word: Word) -> None:
        """Remember a word; those that are asked for already find it from now on."""
        if word not in self.heard:
            self._add(word, _keys(word))

    def near_to(self, word: Word) -> Iterable[Word]:
        """The words that may be like it, of all that were added."""
        if word not in self.near:
            keys = _keys(word)
            if word not in self.heard:
                self._add(word, keys)
            self.near[word] = dict.fromkeys(self._worth_a_look(word, self._sharing(word, keys)))
        return self.near[word]

    def are_alike(self, asked: Word, other: Word) -> bool:
        """Whether a word that may be like the one asked for is."""
        said = self.near[asked].get(other, False)
        if said is None:
            said = self.near[asked][other] = alike(asked, other) > 0
        return said

    def _add(self, word: Word, keys: set[str]) -> None:
        self.heard[word] = _heard(word)
        asked = {other for other in self._sharing(word, keys) if other in self.near} if self.near else set()
        for other in self._worth_a_look(word, asked):
            self.near[other][word] = None
        for key in {*keys, *_first_sounds(word, "."), *(_first_sounds(word, "..") if _is_initial(word) else ())}:
            self.by_key.setdefault(key, []).append(word)

    def _sharing(self, word: Word, keys: set[str]) -> set[Word]:
        """The words with one of the keys; by the first sound alone only where one of the two is an initial."""
        asked = keys | _first_sounds(word, "." if _is_initial(word) else "..")
        return {other for key in asked for other in self.by_key.get(key, ())}

    def _worth_a_look(self, word: Word, others: Iterable[Word]) -> list[Word]:
        """Those of which all that can be known without comparing them one by one does not say that they are another."""
        there = list(others)
        if not there:
            return []
        its, theirs = self.heard[word], [self.heard[other] for other in there]
        sounds = _likest(its.sounds, [one.sounds for one in theirs])
        bones = _likest(its.bones, [one.bones for one in theirs])
        letters = _likest(its.forms, [one.forms for one in theirs])
        most = np.maximum(0.7 * sounds + 0.2 * bones + 0.1 * letters, 0.6 * sounds + 0.2 * bones + 0.2 * letters)
        best = np.maximum(SAME_SOUND * most, letters)
        return [
            other
            for other, value in zip(there, best, strict=True)
            if value > ALIKE - ROUNDING or _is_special(word, other)
        ]


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1


def _is_special(one: Word, other: Word) -> bool:
    """Whether they are compared otherwise: an initial, a number, vowels that are guessed in one of them."""
    return one.is_bare != other.is_bare or any(_is_initial(word) or word.has_digit for word in (one, other))


def _heard(word: Word) -> _Heard:
    sounds = dict.fromkeys(reading for form in word.forms for reading in readings(form))
    near = tuple(dict.fromkeys(map(neighbours, sounds)))
    return _Heard(near, tuple(dict.fromkeys(map(skeleton, sounds))), word.forms)


def _likest(ones: Sequence[str], theirs: Sequence[Sequence[str]]) -> np.ndarray:
    """For each of the others how like the likest pair is."""
    flat = [one for its in theirs for one in its]
    starts = np.cumsum([0, *(len(its) for its in theirs[:-1])])
    best: np.ndarray = np.maximum.reduceat(cdist(ones, flat, scorer=OSA.normalized_similarity).max(axis=0), starts)
    return best


def _keys(word: Word) -> set[str]:
    """The classes of the sounds that it may have; a number is itself."""
    if word.has_digit:
        return {word.text}
    return {key for form in word.forms for key in keys_to_ask(form, False, word.is_bare)}


def _first_sounds(word: Word, dots: str) -> set[str]:
    """The classes of the sounds with which it may begin."""
    if word.has_digit:
        return set()
    return {skeleton(reading)[:1] + dots for form in word.forms for reading in readings(form)}
