"""Words of the record that are like those asked for: what is fuzzy costs by the words there are, not by the people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from django.db import connection
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from prisoners.likeness import LEAST, SHORT, bare_likeness, beginning_likeness, word_likeness
from prisoners.sounds import keys_of_sound, keys_to_ask, readings

#: So many words of the record are compared at all, looked at closely, and taken for one that is asked for.
MOST_WORDS, MOST_CLOSE, MOST_LIKE = 4000, 60, 40
#: What is left of the likeness of a word whose ending of a case was taken away, and of a name in another language.
STEM, OTHER = 0.98, 0.94
#: The latter of a short word, which may be no more like the very name (Ian, Yan) than that (Ivan).
OTHER_OF_SHORT = 0.9
#: And of one that only sounds alike in some language, where it is sure how a word is spelt.
NOT_THE_SAME = 0.88


# Each key by itself: asked for all at once, the database reads every word there is as soon as the keys are many.
NEAR = """
SELECT asked.key, near.* FROM unnest(%(keys)s::text[]) AS asked (key)
CROSS JOIN LATERAL (SELECT word, sounds, count FROM prisoners_nameword WHERE keys @> ARRAY[asked.key]) near
UNION ALL SELECT '', word, sounds, count FROM prisoners_nameword WHERE word LIKE %(begun)s
LIMIT %(most)s
"""


@dataclass(frozen=True)
class Asked:
    """A word that is asked for: in Latin letters, what it may be without the ending of a case, whether it goes on.

    And what it is called in other languages, where it is a given name; whether its vowels are guessed,
    and whether all its letters are sure, as those of a Chinese character are.
    """

    word: str
    stems: tuple[str, ...] = ()
    is_unfinished: bool = False
    others: tuple[str, ...] = ()
    is_bare: bool = False
    is_exact: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The word and whatever else it may be in the record."""
        return (self.word, *self.stems, *self.others)

    @property
    def keys(self) -> set[str]:
        """By what words like it are found."""
        stems = {key for stem in self.stems for key in keys_to_ask(stem, False)}
        others = {key for other in self.others for key in keys_of_sound(other)}
        return stems | others | keys_to_ask(self.word, self.is_unfinished, self.is_bare)


@dataclass
class Like:
    """The words of the record that are like one that is asked for, and how often they occur in all."""

    words: dict[str, float] = field(default_factory=dict)
    count: int = 0
    nearly: int = 0

    def at_least(self, likeness: float) -> "Like":
        """The same without the words that are less like it."""
        return replace(self, words={word: value for word, value in self.words.items() if value >= likeness})


def words_like(asked: Sequence[Asked]) -> list[Like]:
    """For each of the words those of the record that it can be, in one query."""
    keys = [one.keys for one in asked]
    sounds, counts = dict[str, str](), dict[str, int]()
    by_key: dict[str, list[str]] = defaultdict(list)
    for key, word, its_sounds, count in _rows(asked, set().union(*keys)):
        sounds[word], counts[word] = its_sounds, count
        by_key[key].append(word)
    found = []
    for one, its in zip(asked, keys, strict=True):
        near = {word: None for key in sorted(its) for word in by_key.get(key, ())}
        near |= {word: None for word in sounds if one.is_unfinished and word.startswith(one.word)}
        found.append(_like(one, [(word, sounds[word]) for word in near], counts))
    return found


def _rows(asked: Sequence[Asked], keys: set[str]) -> Iterable[tuple[str, str, str, int]]:
    """By which key each word was found, "" for a beginning; the word, its sounds, how often it occurs."""
    begun = [f"{one.word}%" for one in asked if one.is_unfinished and len(one.word) > 2]
    with connection.cursor() as cursor:
        cursor.execute(NEAR, {"keys": sorted(keys), "begun": begun[0] if begun else "", "most": MOST_WORDS})
        return list(cursor.fetchall())


def _like(asked: Asked, rows: Sequence[tuple[str, str]], counts: Mapping[str, int]) -> Like:
    values = {word: value for word in _close(asked, rows) if (value := _value(asked, word)) >= LEAST}
    best = sorted(values, key=lambda word: -values[word])[:MOST_LIKE]
    same = sum(counts[word] for word in best if values[word] > SAME)
    return Like({word: values[word] for word in best}, sum(counts[word] for word in best), same)


#: Words that are more alike than this are taken for the same word when it is asked how common it is.
SAME = 0.9


def _close(asked: Asked, rows: Sequence[tuple[str, str]]) -> list[str]:
    """The words whose sounds and letters are the nearest, by a quick look."""
    if len(rows) <= MOST_CLOSE:
        return [word for word, _sounds in rows]
    words = [word for word, _sounds in rows]
    sounds = [one.split(" ") for _word, one in rows]
    flat = [one for its in sounds for one in its]
    starts = np.cumsum([0, *(len(its) for its in sounds[:-1])])
    heard = [one for form in asked.forms for one in readings(form)]
    by_sound = np.maximum.reduceat(cdist(heard, flat, scorer=OSA.normalized_similarity).max(axis=0), starts)
    by_letter = cdist(asked.forms, words, scorer=OSA.normalized_similarity).max(axis=0)
    begun = np.array([asked.is_unfinished and word.startswith(asked.word) for word in words])
    order = np.argsort(-(by_sound + 0.2 * by_letter + 0.5 * begun))
    return [words[at] for at in order[:MOST_CLOSE]]


def _value(asked: Asked, word: str) -> float:
    values = [word_likeness(asked.word, word), *(STEM * word_likeness(stem, word) for stem in asked.stems)]
    other = OTHER if len(asked.word) > SHORT else OTHER_OF_SHORT
    values += [other * word_likeness(one, word) for one in asked.others]
    if asked.is_exact and word not in asked.forms:
        values = [NOT_THE_SAME * value for value in values]
    if asked.is_bare:
        values.append(max(bare_likeness(one, word) for one in (asked.word, *asked.stems)))
    if asked.is_unfinished:
        values.append(beginning_likeness(asked.word, word))
    return max(values)
