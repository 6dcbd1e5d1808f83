"""How like two names are: word by word, in any order, with words left out, initials, a last word half typed."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from math import log10

from rapidfuzz.distance import OSA

from prisoners.initials import worth
from prisoners.sounds import CLASSES, is_patronymic, readings, skeleton

#: Two words that are less alike than this are two words.
LEAST = 0.62
#: What the beginning of an unfinished word is worth.
BEGINNING = 0.8
#: What a word of the record costs that nobody asked for, a father's name that the record lacks, any other missing word.
UNASKED, WITHOUT_PATRONYMIC, MISSING = 0.02, 0.12, 1.0
#: What a word costs that the record lacks where it has no word that was not asked for; what a father's name weighs.
BESIDE_A_WHOLE, PATRONYMIC = 0.4, 0.4
#: Of two words none is a father's name, though it may look like one: Dashkevich, Vagifgizi.
PLAIN = 2
#: What sounds are worth that stand for each other in neighbouring languages: Hryb and Grib, Zolatava and Zolotova,
#: Asis and Aziz in German, Mağcan and Maghzhan in Turkish.
NEIGHBOURS = 0.95
#: How much less a word is worth in a spelling that is another one, though it sounds the same.
SAME_SOUND = 0.97
#: Words of so few letters are alike by these more than longer ones: Ju, Yu and Wu sound the same in some language.
SHORT = 3
#: What a father's name in the record is worth where no father's name is asked for: Romanovich, where it is Romanov.
AS_FATHER = 0.85
#: How much less a word is worth that ten times as many spellings have.
COMMON = 0.1

#: What is left of the likeness of consonants, and what it costs that one of two words begins or ends with a vowel.
BARE, ANOTHER_END = 0.94, 0.15
#: What a word of a single consonant is worth where its vowels stand in the same places.
ONE_CONSONANT = 0.72
VOWELS = "aeiou"

#: Words that are written or left out by habit, and say little either way: El Kadi, Kadi, al-Qadi; Marques de Morais.
PARTICLES = frozenset(
    ("al", "el", "ul", "bin", "bint", "ibn", "ben", "de", "da", "do", "dos", "del", "van", "von", "y")
)
#: What one of them weighs.
PARTICLE = 0.15
_NO_VOWELS = dict.fromkeys(map(ord, VOWELS))
_NEIGHBOURS = str.maketrans("hozJ", "gasZ")
#: What Belarusian has for e where the stress is elsewhere: Zianon, Ziankovich.
_YA = re.compile("(?<=[^aeiou])ia")


@lru_cache(maxsize=65536)
def word_likeness(asked: str, word: str) -> float:
    """How like two words in Latin letters are, from 0 to 1; 1 for the very same letters."""
    if asked == word:
        return 1.0
    letters = OSA.normalized_similarity(asked, word)
    sounds, bones = _sounds_and_bones(asked, word)
    if max(len(asked), len(word)) <= SHORT:
        return SAME_SOUND * (0.6 * sounds + 0.2 * bones + 0.2 * letters)
    return max(0.96 * letters if letters > 0.7 else 0.0, SAME_SOUND * (0.7 * sounds + 0.2 * bones + 0.1 * letters))


@lru_cache(maxsize=65536)
def bare_likeness(asked: str, word: str) -> float:
    """How like a word is to one whose vowels are guessed: by its consonants, and by whether it begins and ends so."""
    best = 0.0
    for one in readings(asked):
        for other in readings(word):
            bones, others = one.translate(_NO_VOWELS), other.translate(_NO_VOWELS)
            if len(bones) < 2:
                best = max(best, ONE_CONSONANT if bones == others and skeleton(one) == skeleton(other) else 0.0)
                continue
            ends = sum((one[at] in VOWELS) != (other[at] in VOWELS) for at in (0, -1))
            same = OSA.normalized_similarity(bones, others)
            near = OSA.normalized_similarity(bones.translate(CLASSES), others.translate(CLASSES))
            best = max(best, 0.6 * same + 0.4 * near - ANOTHER_END * ends)
    return BARE * best


@lru_cache(maxsize=65536)
def beginning_likeness(asked: str, word: str) -> float:
    """How well a word can go on from what has been typed of it, from 0 to 1."""
    if word.startswith(asked):
        return BEGINNING + (1 - BEGINNING) * len(asked) / len(word)
    best = 0.0
    for one in readings(asked):
        for other in readings(word):
            if len(one) > 2 and other.startswith(one):
                best = max(best, BEGINNING + (1 - BEGINNING) * SAME_SOUND * len(one) / len(other))
    return best


def name_likeness(
    asked: Sequence[tuple[str, int]], words: Sequence[str], like: "dict[tuple[str, str], float]"
) -> float:
    """How like a spelling is to what is asked for, from 0 to 1.

    `asked` has each word with how many spellings of the record have it, `like` the likeness of each pair of words that
    is alike at all. Each word of the spelling is used once, in any order; rare and long words weigh more.
    """
    fathers, theirs = _fathers([one for one, _count in asked]), _fathers(words)
    pairs = sorted(
        ((_like(one, two, like) * (AS_FATHER if at in theirs and number not in fathers else 1.0), -number, -at)
         for number, (one, _count) in enumerate(asked) for at, two in enumerate(words)),
        reverse=True,
    )  # fmt: skip
    found: dict[int, float] = {}
    used: dict[int, int] = {}
    for value, number, at in pairs:
        if value >= LEAST and -number not in found and -at not in used:
            found[-number] = value
            used[-at] = -number
    if not any(min(len(asked[number][0]), len(words[at])) > 1 for at, number in used.items()):
        return 0.0  # nothing, or initials alone
    missing = MISSING if _are_left(words, used) else BESIDE_A_WHOLE
    weights = [
        _weight(one, count, number in found, number in fathers, missing) for number, (one, count) in enumerate(asked)
    ]
    total = sum(value * weights[number] for number, value in found.items())
    unasked = sum(1 for at, two in enumerate(words) if at not in used and _counts(two))
    return total / sum(weights) - UNASKED * min(unasked, 4)


def _like(asked: str, word: str, like: "dict[tuple[str, str], float]") -> float:
    value = like.get((asked, word), 0.0)
    if not value and (len(asked) == 1 or len(word) == 1):
        return worth(*sorted((asked, word), key=len))
    return value


def _fathers(words: Sequence[str]) -> set[int]:
    """Which of the words is a father's name, that many records leave out; one at most, and none of two words.

    Of two that look like it the last is the family name, unless the first is: Andrei Aleksandrovich Lahunovich.
    Of two initials the second is his.
    """
    if len(words) > PLAIN and len(initials := [at for at, word in enumerate(words) if len(word) == 1]) > 1:
        return {initials[1]}
    found = [at for at, word in enumerate(words) if is_patronymic(word)] if len(words) > PLAIN else []
    if len(found) > 1:
        found = found[1:] if found[0] == 0 else found[:-1]
    return set(found[:1])


def _are_left(words: Sequence[str], used: Collection[int]) -> bool:
    """Whether a word of the spelling was not asked for, or it has no two that were."""
    long = {at for at, word in enumerate(words) if _counts(word)}
    return len(long) < PLAIN or not long <= set(used)


def _counts(word: str) -> bool:
    """Whether it is more than an initial or a particle."""
    return len(word) > 1 and word not in PARTICLES


def _weight(word: str, count: int, is_found: bool, is_father: bool, missing: float) -> float:
    """Long words say more, and those that few have; a father's name beside two others says less and is missed less."""
    weight = 0.5 if len(word) == 1 else (min(len(word), 8) / 8 + 0.6) * (1 - COMMON * min(log10(1 + count), 5))
    if word in PARTICLES:
        return PARTICLE
    if is_father:
        return weight * (PATRONYMIC if is_found else WITHOUT_PATRONYMIC)
    return weight if is_found else weight * missing


def neighbours(reading: str) -> str:
    """A reading in which sounds that stand for each other in neighbouring languages are one."""
    return _YA.sub("e", reading).translate(_NEIGHBOURS)


@lru_cache(maxsize=65536)
def _said(word: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The readings of a word, the same with g for h and a for o, and their skeletons; alike ones once."""
    sounds = readings(word)
    return frozenset(sounds), frozenset(map(neighbours, sounds)), frozenset(map(skeleton, sounds))


def _sounds_and_bones(asked: str, word: str) -> tuple[float, float]:
    """How like the likest readings are, with sounds of neighbouring languages for each other, and the skeletons."""
    (ours, near, bones), (theirs, their_near, their_bones) = _said(asked), _said(word)
    sounds = _likest(ours, theirs)
    if sounds < NEIGHBOURS:
        sounds = max(sounds, NEIGHBOURS * _likest(near, their_near))
    return sounds, _likest(bones, their_bones)


def _likest(ones: frozenset[str], others: frozenset[str]) -> float:
    if not ones.isdisjoint(others):
        return 1.0
    return max(OSA.normalized_similarity(one, other) for one in ones for other in others)
