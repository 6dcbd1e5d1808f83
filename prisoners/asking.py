"""What is asked for when somebody types a name: its words, and whatever else each of them may be in the record."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from prisoners.cantonese import is_chinese, spelt
from prisoners.family_names import other_endings, other_prophets
from prisoners.given_names import others_of
from prisoners.initials import initial, parted
from prisoners.korean import by_other_systems, families, popular
from prisoners.lookalikes import in_one_alphabet
from prisoners.pinyin import FAMILIES, by_wade, foreign, is_wade, of_palladius, of_wade
from prisoners.sounds import LONGEST_WORD, articles_joined, stems_of, words_of
from prisoners.titles import without_titles
from prisoners.unvowelled import is_unvowelled
from prisoners.vocabulary import Asked

#: So much of a query is read: no name has more words or letters.
MOST_WORDS, MOST_LETTERS = 6, 200
#: So many ways are considered in which two words may be one in other spellings.
MOST_IN_ONE = 4
#: So many Chinese characters in one may be a foreign name; three where the first is none of the families of Chinese.
LEAST_FOREIGN = 3

#: A foreign name in Chinese whose words are parted by a blank instead of the dot.
_BLANKS = re.compile("(?<=[\u3400-\u9fff]{2})\\s+(?=[\u3400-\u9fff]{2})")
#: Two words whose blank was lost: ЖанатМурынбаев. No name has so long a beginning before a capital: McDonald.
_LOST = re.compile("(?<=[a-z\u0430-\u044f]{3})(?=[A-Z\u0410-\u042f][^\\W\\d_]{3})")
#: A vowel that was put before an h, so that both are not read in one.
_PARTED = re.compile("(?<=[stkgzpd])ah(?=[aeiou])")
#: An article whose l is said as the letter behind it.
_SUN = re.compile("al([tdrzsnl])")
#: The article of a short word in Arabic, which may also be its beginning: الزين is Zein, الياس is Elias.
_ARTICLE = re.compile("^\u0627\u0644(?=.{2,3}$)")


def asked_words(query: str) -> list[Asked]:
    """The words of a query in Latin letters, each with the stems it may have without the ending of a case."""
    text = parted(_LOST.sub(" ", in_one_alphabet(query[:MOST_LETTERS])))
    parts = without_titles(_BLANKS.sub("·", articles_joined(text)).split())
    read = zip(parts, _pinyin(parts), strict=True)
    found = [one for part, pinyin in read for one in _asked(part, pinyin)][:MOST_WORDS]
    if is_wade([one.word for one in found]):
        found = [replace(one, others=(*of_wade(one.word), *one.others)) for one in found]
    if korean := by_other_systems([one.word for one in found]):
        found = [replace(one, others=(*others, *one.others)) for one, others in zip(found, korean, strict=True)]
    # A Chinese character is not the beginning of another one, whatever its letters are of.
    return [*found[:-1], replace(found[-1], is_unfinished=not found[-1].is_exact)] if found else []


def as_foreign(query: str) -> list[Asked]:
    """A name of many Chinese characters in one as a foreign one, which they write by its sound: 纳瓦利内 is Navalny.

    Nothing for any other query. Asked only where nobody has a name of these characters: Chinese themselves have hardly
    a name of four characters, and none of five, but most of three.
    """
    name = query.strip()
    if not LEAST_FOREIGN <= len(name) <= LONGEST_WORD or not is_chinese(name):
        return []
    if len(name) == LEAST_FOREIGN and name[0] in FAMILIES:
        return []
    word = "".join(words_of(name))[:LONGEST_WORD]
    return [Asked(word, (), others=foreign(word))]


def in_one(one: Asked, other: Asked) -> Asked:
    """Two neighbouring words in one (Kara Murza, Karamurza)."""
    word, *stems = (f"{one.word}{form}"[:LONGEST_WORD] for form in (other.word, *other.stems))
    both = ("".join(forms)[:LONGEST_WORD] for forms in product(one.others, other.others))
    return Asked(word, tuple(stems), others=(*_with_article(one, other), *both)[:MOST_IN_ONE])


def _with_article(one: Asked, other: Asked) -> list[str]:
    """Two Arabic words in one as they are said, where the second has its article: Noureddine is of Nour and al-Din."""
    found = _SUN.match(other.word) if one.is_bare and other.is_bare else None
    return [f"{one.word}e{found[1]}{other.word[2:]}"[:LONGEST_WORD]] if found else []


def _pinyin(parts: Sequence[str]) -> list[str]:
    """Each part in Pinyin, where all of them are Chinese in Russian letters; else nothing."""
    found = [of_palladius(part.lower().replace("ъ", "")) for part in parts]
    return found if len(found) > 1 and all(found) else [""] * len(parts)


def _asked(part: str, pinyin: str) -> Iterator[Asked]:
    """The words of one part of the query, which has no blank in it."""
    words = [one] if (one := initial(part)) else words_of(part)
    ends: list[tuple[str, ...]] = [*[()] * (len(words) - 1), _stems(part, len(words))]
    is_bare = is_unvowelled(part)
    pinyins = [pinyin] if pinyin else []
    bare = words_of(_ARTICLE.sub("", part)) if _ARTICLE.match(part) else []
    korean = families(part)
    for at, word in enumerate(words):
        is_exact = is_chinese(part) and len(words) == len(part)
        others = foreign(word) if "·" in part else () if is_exact else _others(word, ends[at])
        if is_exact:
            others = (*spelt(part[at]), *by_wade(word))
        others = (*others, *popular(part, word))
        if is_bare:
            others = (*others, *_together(word))
            ends[at] = (*ends[at], *_egyptian(part, word))
        if korean and at == 0 and len(word) == 1:
            word, korean = korean[0], (*korean[1:], word)
        yield Asked(word, ends[at], False, (*pinyins, *bare, *others, *(() if at else korean)), is_bare, is_exact)


def _stems(part: str, words: int) -> tuple[str, ...]:
    """The stems that the last of its words may have; of none where it would be other words: Қожа-Ахметке."""
    return tuple(stem[-1] for stem in map(words_of, stems_of(part)) if len(stem) == words)


def _together(word: str) -> tuple[str, ...]:
    """A word whose vowels are guessed with none between two letters that may be one sound: Sadhan and not Sadahan."""
    return (joined,) if (joined := _PARTED.sub("h", word)) != word else ()


def _egyptian(part: str, word: str) -> tuple[str, ...]:
    """A word with the letter jim as Egyptians say it: Gasser and not Jasir."""
    return (word.replace("j", "g"),) if "\u062c" in part else ()


def _others(word: str, stems: Sequence[str]) -> tuple[str, ...]:
    """The name in other languages or with another ending; where it is declined, that of the likeliest stem."""
    women = (f"{stem}a" for stem in stems)  # Ольге is of Ольга
    forms = (word, *stems, *women)
    return next(
        (others for form in forms if (others := (*others_of(form), *other_endings(form), *other_prophets(form)))), ()
    )
