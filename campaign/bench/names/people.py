"""People who do not exist, with names as they are made in many languages, each in the script of its own."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

#: How many of a hundred people are of which language: those of a record of the region, with the world around it.
SHARES = {
    "kk": 24,
    "ru": 20,
    "be": 9,
    "uk": 7,
    "ky": 4,
    "uz": 5,
    "az": 5,
    "tt": 2,
    "ka": 2,
    "tr": 4,
    "fa": 5,
    "ar": 4,
    "he": 1,
    "zh": 4,
    "vi": 1,
    "my": 1,
    "en": 1,
    "de": 1,
    "fr": 0.5,
    "es": 0.5,
}
CYRILLIC = frozenset({"kk", "ky", "uz", "tt", "ru", "uk", "be"})
#: Languages whose women have a form of the family name of their own, by its last letters.
_HERS = (("ский", "ская"), ("ський", "ська"), ("цкий", "цкая"), ("іцкі", "іцкая"), ("ец", "ец"), ("ов", "ова"),
         ("ев", "ева"), ("ин", "ина"), ("аў", "ава"), ("yev", "yeva"), ("ov", "ova"), ("ұлы", "қызы"))  # fmt: skip
_VOWELS = frozenset("аеёиоуыэюяәіөүұўaeiouəıöü")
_FATHERS = {"kk": ("ұлы", "қызы"), "ky": ("уулу", "кызы"), "ru": ("ович", "овна"), "be": ("авіч", "аўна"),
            "uk": ("ович", "івна"), "uz": ("ович", "овна"), "tt": ("ович", "овна")}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """One word of a name: in its own script, and its other spellings where those are not letter for letter."""

    text: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """A name in its parts; `father` is there for some, and is left out by most who write the name."""

    language: str
    is_woman: bool
    given: tuple[Word, ...]
    family: Word
    father: Word | None = None

    def words(self, with_father: bool = True) -> list[Word]:
        """The name as people of that language say it: with the family name first in Chinese."""
        father = [self.father] if self.father and with_father else []
        if self.language == "zh":
            return [self.family, *self.given]
        return [*self.given, *father, self.family]


def invented(count: int, seed: int) -> list[Person]:
    """So many people of all languages, no two of them with the same words in their name; the same for a seed."""
    random = Random(seed)  # noqa: S311 - nothing secret is made of it
    languages = random.choices(list(SHARES), weights=list(SHARES.values()), k=8 * count)
    found: dict[frozenset[str], Person] = {}
    for language in languages:
        person = _person(language, random)
        found.setdefault(frozenset(word.text for word in person.words(with_father=False)), person)
        if len(found) == count:
            break
    return list(found.values())


def _person(language: str, random: Random) -> Person:
    stock, is_woman = _stock()[language], random.random() < 0.25
    if language == "zh":
        signs = [_pick(stock["y"], random) for _number in range(random.choice((1, 2, 2, 2)))]
        return Person(language, is_woman, (_joined(signs),), _pick(stock["s"], random))
    given: tuple[Word, ...] = (_pick(stock["f" if is_woman else "m"], random),)
    if language in ("my", "vi"):
        given = (*given, _pick(stock["m"], random))
    father = _father(language, is_woman, random) if random.random() < 0.4 else None
    return Person(language, is_woman, given, _family(language, is_woman, random), father)


def _family(language: str, is_woman: bool, random: Random) -> Word:
    stock = _stock()[language]
    if "r" not in stock:
        return _pick(stock["s"], random)
    root, end = _root(stock["r"], random), _pick(stock["e"], random).text
    if root[-1] in _VOWELS and end[0] in _VOWELS:
        root = root[:-1]
    return Word(_hers(root + end) if is_woman else root + end)


def _root(roots: list[Word], random: Random) -> str:
    """A common root, or a rare one made of two: most family names of a country are rare."""
    one = _pick(roots, random).text
    return one if random.random() < 0.4 else one[: random.choice((3, 4))] + random.choice(roots).text[-3:].lower()


def _hers(family: str) -> str:
    for his, hers in _HERS:
        if family.endswith(his):
            return family.removesuffix(his) + hers
    return family


def _father(language: str, is_woman: bool, random: Random) -> Word | None:
    if language not in _FATHERS:
        return None
    name = _pick(_stock()[language]["m"], random).text.rstrip("йьаяо")
    return Word(name + _FATHERS[language][is_woman])


def _pick(words: list[Word], random: Random) -> Word:
    """The first ones are commoner than the last, as names are."""
    return words[min(int(len(words) * random.random() ** 1.3), len(words) - 1)]


def _joined(signs: list[Word]) -> Word:
    """Two signs of a Chinese given name: one word in Pinyin, with a hyphen after Wade and Giles, one in Russian."""
    pinyin, wade, russian = ([sign.others[number] for sign in signs] for number in range(3))
    others = ("".join(pinyin).title(), "-".join(wade).capitalize(), "".join(russian).title())
    return Word("".join(sign.text for sign in signs), others)


@cache
def _stock() -> dict[str, dict[str, list[Word]]]:
    """The words by language and kind."""
    found: dict[str, dict[str, list[Word]]] = defaultdict(dict)
    for language, kind, line in _lines():
        found[language][kind] = [Word(first, tuple(others)) for first, *others in _entries(line, language)]
    return found


def _lines() -> Iterator[tuple[str, str, str]]:
    for line in Path(__file__).with_name("stock.txt").read_text().splitlines():
        if not line.startswith("#"):
            language, kind, words = line.split(" ", 2)
            yield language, kind, words


def _entries(line: str, language: str) -> Iterator[list[str]]:
    """Words are parted by blanks; where entries have other spellings, a new one begins with its own script."""
    if "|" not in line:
        yield from ([word] for word in line.split())
        return
    parts: list[list[str]] = []
    for word in line.split():
        first, *others = word.split("|")
        is_new = not parts or ("|" in word and not _continues(first, parts[-1]))
        if is_new:
            parts.append([first, *others])
        else:
            parts[-1][-1] += f" {first}"
            parts[-1] += others
    yield from parts


def _continues(word: str, entry: list[str]) -> bool:
    """Whether a word in Latin or Cyrillic letters goes on with the entry before (El Khawaja); or عبد الفتاح does."""
    return word[0] < "\u0530" or (len(entry) == 1 and entry[0] == "عبد")
