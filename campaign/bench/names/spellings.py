"""The ways in which a name is written elsewhere: other alphabets and tables, cases, slips, words left out."""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from anyascii import anyascii

from campaign.bench.names.people import CYRILLIC, Person, Word

Written = str | None

# Letters by table. What a table does not name is as in the first, which is what newspapers write.
_PRESS = {
    **dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчш",
            [
                "a",
                "b",
                "v",
                "g",
                "d",
                "e",
                "yo",
                "zh",
                "z",
                "i",
                "y",
                "k",
                "l",
                "m",
                "n",
                "o",
                "p",
                "r",
                "s",
                "t",
                "u",
                "f",
                "kh",
                "ts",
                "ch",
                "sh",
            ],
            strict=True,
        )
    ),
    **dict(
        zip(
            "щыэюяәғқңөұүһіїєґўҳҷӯҗ",
            [
                "shch",
                "y",
                "e",
                "yu",
                "ya",
                "a",
                "g",
                "k",
                "n",
                "o",
                "u",
                "u",
                "h",
                "i",
                "yi",
                "ye",
                "g",
                "u",
                "h",
                "j",
                "u",
                "j",
            ],
            strict=True,
        )
    ),
    **dict.fromkeys("ъь'", ""),
}
TABLES: dict[str, dict[str, str]] = {
    "press": _PRESS,
    "bgn": {"ғ": "gh", "қ": "q", "ң": "ng", "ө": "ö", "ә": "ä", "ё": "yë", "ь": "’", "ъ": "”", "ў": "w"},
    "iso9": {
        "ж": "ž", "й": "j", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ", "ъ": "ʺ", "ь": "ʹ", "э": "è", "ю": "û",
        "я": "â", "ё": "ë", "і": "ì", "ї": "ï", "є": "ê", "ў": "ŭ", "қ": "ķ", "ғ": "ġ", "ң": "ṇ", "ө": "ô", "ү": "ù",
        "ұ": "ú", "ә": "ă", "һ": "ḥ",
    },
    "icao": {"ю": "iu", "я": "ia", "й": "i", "ъ": "ie", "ё": "e", "ї": "i", "є": "ie"},
    "german": {
        "ж": "sch", "з": "s", "в": "w", "й": "j", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch",
        "ю": "ju", "я": "ja", "ё": "jo", "є": "je", "ї": "ji",
    },
    "french": {
        "ж": "j", "у": "ou", "ш": "ch", "ч": "tch", "щ": "chtch", "ю": "iou", "я": "ia", "й": "ï", "ұ": "ou",
        "ү": "u", "ў": "ou",
    },
    "polish": {
        "ж": "ż", "в": "w", "й": "j", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "л": "ł", "ю": "ju",
        "я": "ja", "ў": "u",
    },
    "scholarly": {
        "ж": "ž", "й": "j", "х": "ch", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ю": "ju", "я": "ja", "ў": "ŭ",
    },
    "turkish": {"ж": "j", "ш": "ş", "ч": "ç", "х": "h", "ғ": "ğ", "ө": "ö", "ү": "ü", "ы": "ı", "я": "ya", "ц": "ts"},
    "kk2021": {
        "ж": "j", "ә": "ä", "ғ": "ğ", "қ": "q", "ң": "ñ", "ө": "ö", "ұ": "ū", "ү": "ü", "ш": "ş", "й": "i", "и": "i",
        "у": "u", "ы": "y", "і": "ı", "х": "h", "я": "ia", "ю": "iu", "ч": "ch", "ц": "ts",
    },
    "uz": {"ў": "o‘", "ғ": "g‘", "қ": "q", "х": "x", "ҳ": "h", "ж": "j", "ч": "ch", "ш": "sh", "й": "y", "е": "e"},
}  # fmt: skip
_AT_THE_BEGINNING = {"press": "Ye", "bgn": "Ye", "german": "Je", "polish": "Je"}
_BETWEEN_VOWELS = {"press": "ye", "bgn": "ye", "german": "je", "french": "ïe", "scholarly": "e"}
_RUSSIAN = str.maketrans("әғқңөұүһіўҳӯҗґєїӘҒҚҢӨҰҮҺІЎҲҖҐЄЇ", "агкноуухиуххжгеиАГКНОУУХИУХЖГЕИ")
_CASES = ("а", "у", "ом"), ("а", "у", "ым")
# The endings of Kazakh cases after a vowel, after a voiced and after a voiceless consonant, for back vowels.
_KAZAKH = (("ның", "ға", "ны", "мен", "дан"), ("дың", "ға", "ды", "мен", "дан"), ("тың", "қа", "ты", "пен", "тан"))
_FRONT = str.maketrans("ыға", "іге")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ö": "Oe", "Ü": "Ue", "Ä": "Ae"})


def romanised(text: str, table: str) -> str:
    """A Cyrillic text in the letters of a table, capitals kept."""
    letters = {**_PRESS, **TABLES[table]}
    found: list[str] = []
    for at, letter in enumerate(text):
        before = text[at - 1].lower() if at else " "
        small = letters.get(letter.lower(), letter.lower())
        if letter.lower() in "её" and not before.isalpha():
            small = _AT_THE_BEGINNING.get(table, small).lower()
        elif letter.lower() == "е" and before in "аеиоуыэюяь":
            small = _BETWEEN_VOWELS.get(table, small)
        found.append(small.capitalize() if letter.isupper() else small)
    return "".join(found)


def record(person: Person, random: Random) -> str:
    """How the record writes somebody: in the script of the language or as newspapers do, with the father or not."""
    words = person.words(with_father=random.random() < 0.6)
    if random.random() < 0.5:
        return ("" if person.language == "zh" else " ").join(word.text for word in words)
    return " ".join(_press(word, person) for word in words)


def _press(word: Word, person: Person) -> str:
    if word.others:
        return word.others[0]
    if person.language in CYRILLIC:
        return romanised(word.text, "press")
    return anyascii(word.text).title() if person.language == "ka" else word.text


def variants(person: Person, written: str, random: Random) -> dict[str, str]:
    """Each way in which that person can be asked for, by its name; `written` is what the record has."""
    found = {name: way(person, random) for name, way in _WAYS.items()}
    found |= {name: way(written, random) for name, way in _SLIPS.items()}
    return {name: text for name, text in found.items() if text and text != written}


def _own(person: Person, random: Random) -> Written:
    return " ".join(word.text for word in person.words(with_father=False))


def _with_father(person: Person, random: Random) -> Written:
    return " ".join(word.text for word in person.words()) if person.father else None


def _by(table: str, *languages: str) -> Callable[[Person, Random], Written]:
    def way(person: Person, random: Random) -> Written:
        if person.language not in (languages or CYRILLIC):
            return None
        return " ".join(romanised(word.text, table) for word in person.words(with_father=False))

    return way


def _known(person: Person, random: Random) -> Written:
    """One of the spellings that are known of each word."""
    if not person.family.others:
        return None
    number = random.randrange(4)
    return " ".join(word.others[number % len(word.others)] if word.others else word.text for word in person.words())


def _in_russian_letters(person: Person, random: Random) -> Written:
    text = _own(person, random) or ""
    return text.translate(_RUSSIAN) if person.language in CYRILLIC else None


def _declined(person: Person, random: Random) -> Written:
    """In a case of Russian, the family name first or last."""
    if person.language not in CYRILLIC or person.is_woman:
        return None
    given, family = (word.text.translate(_RUSSIAN) for word in (person.given[0], person.family))
    if given[-1] in "аеёиоуыэюяйь" or not re.search("(ов|ев|ин)$", family):
        return None
    number = random.randrange(3)
    return f"{given}{_CASES[0][number]} {family}{_CASES[1][number]}"


def _declined_woman(person: Person, random: Random) -> Written:
    if person.language not in CYRILLIC or not person.is_woman or not re.search("(ова|ева|ина)$", person.family.text):
        return None
    given, family = (word.text.translate(_RUSSIAN) for word in (person.given[0], person.family))
    return f"{family[:-1]}ой {given[:-1]}е" if given[-1] == "а" else None


def _declined_kazakh(person: Person, random: Random) -> Written:
    if person.language != "kk":
        return None
    family = person.family.text
    kind = 0 if family[-1] in "аеиоуыіәөүұ" else 2 if family[-1] in "бвгдкқпстфхцчшщ" else 1
    ending = random.choice(_KAZAKH[kind])
    vowels = re.findall("[аоуұыяеиіәөүэ]", family)
    return f"{person.given[0].text} {family}{ending.translate(_FRONT) if vowels[-1] in 'еиіәөүэ' else ending}"


def _plain(person: Person, random: Random) -> Written:
    """Without marks, as on a keyboard that has none."""
    text = " ".join(_press(word, person) for word in person.words(with_father=False))
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return bare.replace("ı", "i").replace("ə", "e").replace("Ə", "E").replace("ß", "ss").replace("đ", "d")


def _umlauts(person: Person, random: Random) -> Written:
    return (_own(person, random) or "").translate(_GERMAN) if person.language in ("de", "tr") else None


def _initial(person: Person, random: Random) -> Written:
    words = [_press(word, person) for word in person.words(with_father=False)]
    return f"{words[0][0]}. {words[-1]}" if len(words[-1]) > 5 and len(words) == 2 else None


def _swapped(written: str, random: Random) -> Written:
    words = written.split()
    return " ".join([words[-1], *words[:-1]])


def _slip(kind: str) -> Callable[[str, Random], Written]:
    def way(written: str, random: Random) -> Written:
        words = written.split()
        long = [at for at, word in enumerate(words) if len(word) > 4]
        if not long:
            return None
        number = random.choice(long)
        words[number] = _slipped(words[number], kind, random.randrange(1, len(words[number]) - 1), random)
        return " ".join(words)

    return way


def _slipped(word: str, kind: str, at: int, random: Random) -> str:
    return {
        "missing": word[:at] + word[at + 1 :],
        "doubled": word[:at] + word[at] + word[at:],
        "swapped": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "wrong": word[:at] + random.choice("аеиоунрст" if word[at] > "\u0400" else "aeiounrst") + word[at + 1 :],
    }[kind]


def _joined(written: str, random: Random) -> Written:
    return written.replace("-", " ") if "-" in written else None


_WAYS: dict[str, Callable[[Person, Random], Written]] = {
    "own script": _own,
    "with the father's name": _with_father,
    **{table: _by(table) for table in TABLES if table not in ("kk2021", "uz")},
    "kk2021": _by("kk2021", "kk"),
    "uz": _by("uz", "uz"),
    "known spelling": _known,
    "Russian letters": _in_russian_letters,
    "Russian case": _declined,
    "Russian case, woman": _declined_woman,
    "Kazakh case": _declined_kazakh,
    "no marks": _plain,
    "ae oe ue": _umlauts,
    "initial": _initial,
}
_SLIPS: dict[str, Callable[[str, Random], Written]] = {
    "family name first": _swapped,
    "hyphen": _joined,
    **{f"letter {kind}": _slip(kind) for kind in ("missing", "doubled", "swapped", "wrong")},
}
