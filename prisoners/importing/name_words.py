"""The words of a name, and how like two of them are."""

from dataclasses import dataclass
from functools import lru_cache

from prisoners.asking import asked_words
from prisoners.initials import worth
from prisoners.likeness import bare_likeness, word_likeness

#: Words that are less alike than this are two words; so many words of a name are compared.
ALIKE, MOST_WORDS = 0.62, 5
#: What a word is worth of which only the first letter is written.
INITIAL = 0.8


@dataclass(frozen=True, slots=True)
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

    @property
    def has_digit(self) -> bool:
        """Whether it is, or has, a number."""
        return not self.text.isalpha()


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[Word, ...]:
    return tuple(Word(one.word, one.stems, one.others, one.is_bare) for one in asked_words(name)[:MOST_WORDS])


def words(name: str) -> list[Word]:
    """The words of a name, as the search reads them."""
    return list(_words(name.replace(".", " ")))


def alike(one: Word, other: Word) -> float:
    """How like two words are from 0 to 1; 0 for two words. A number is never another one with a slip."""
    if one.has_digit or other.has_digit:
        return float(one.text == other.text)
    if len(one.text) == 1 or len(other.text) == 1:
        return INITIAL if worth(one.text[0], other.text) else 0.0
    best = max(word_likeness(first, second) for first in one.forms for second in other.forms)
    if one.is_bare != other.is_bare:
        best = max(
            best, bare_likeness(*(word.text for word in sorted((one, other), key=lambda word: not word.is_bare)))
        )
    return best if best >= ALIKE else 0.0
