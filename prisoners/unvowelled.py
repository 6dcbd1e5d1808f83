"""Words in scripts that leave most vowels out, Arabic and Hebrew, in Latin letters with vowels where they are likely.

`anyascii` writes the consonants alone, so that سهیل (Soheil) becomes shyl and is heard as Shil. Here the letters that
may be vowels are read by their neighbours, and no more than two consonants stand together: سهیل is sahil, نرگس nargas.
The vowels are often wrong; where they stand is mostly right, and that is what names are found by.
"""

import re

#: Languages that do write their vowels, by letters of theirs: Uyghur, Kurdish, Kazakh.
_VOWELLED = re.compile("[\u06d5\u06d0\u06ce\u06c6\u06c7\u06c8\u06cb]|^\u0626|\u0649(?=[\u0621-\u06ff])")
#: Letters of Persian alone, by which a word is known as Persian.
_PERSIAN = re.compile("[\u06cc\u06a9\u06af\u0686\u067e\u0698]")
#: Hebrew letters that a stroke makes sounds of Arabic: ג׳ is the first of Jarrar, ח׳ that of Khalida.
_STROKE = re.compile("([\u05d2\u05d3\u05d6\u05d7\u05d8\u05e2\u05e6\u05e8\u05ea])['\u05f3\u2019\u2032]")
_STROKEN = dict(zip("גדזחטעצרת", "جذژخظغچغث", strict=True))
_WORD = re.compile("[\u0591-\u05f4\u0610-\u06ff]+")
#: Parts of a Persian word that are not joined: Malek-pour, also Malekpour.
_APART = re.compile("(?<=[\u0610-\u06ff])\u200c(?=[\u0610-\u06ff])")
_MARKS = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ARTICLE = re.compile("^\u0627\u0644(?=.{4})")
#: An alef that only carries the vowel behind it.
_CARRIER = re.compile("^[\u0627\u0625\u05d0]([\u0648\u064a\u06cc\u05d5\u05d9])")
#: The servant of, where the next word says of whom.
_SERVANT = "\u0639\u0628\u062f"
#: Given names that are written in one word with the next: Mohammad-Ali.
_FIRST = re.compile("^(\u0645\u062d\u0645\u062f)(?=.{3})")

_VOWELS = {"ا": "a", "أ": "a", "آ": "a", "إ": "e", "ى": "a", "ة": "a", "ع": "a", "ئ": "i", "ؤ": "ou", "ء": "",
           "ے": "e", "א": "a", "ע": "a"}  # fmt: skip
_CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "dh", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q",
    "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ھ": "h", "ہ": "h", "ں": "n", "ٹ": "t",
    "ڈ": "d", "ڑ": "r", "ڤ": "v",
    "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "h", "ט": "t", "כ": "kh", "ך": "kh", "ל": "l", "מ": "m",
    "ם": "m", "נ": "n", "ן": "n", "ס": "s", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh",
    "ת": "t",
}  # fmt: skip
#: How vowels are written where they are.
_WRITTEN = {"ئ": "", "ا": "a", "ە": "e", "ې": "e", "ێ": "e", "ى": "i", "ی": "i", "ي": "y", "و": "o", "ۆ": "o", "ۇ": "u",
            "ۈ": "u", "ۋ": "w", "ڭ": "ng", "ڕ": "r", "ڵ": "l", "ھ": "h"}  # fmt: skip
_IN_PERSIAN = {"ث": "s", "ذ": "z", "ض": "z"}
#: Letters that are a consonant beside a vowel or at the beginning, else a vowel: as which, and as which.
_EITHER = {"و": ("w", "ou"), "ו": ("v", "ou"), "ي": ("y", "i"), "ی": ("y", "i"), "י": ("y", "i")}


def is_unvowelled(text: str) -> bool:
    """Whether it is in letters that leave vowels out, so that those it is read with are guessed."""
    return bool(_WORD.fullmatch(text)) and not _VOWELLED.search(text)


def vowelled(text: str) -> str:
    """The text with its words in Arabic and Hebrew letters written in Latin ones; the rest of it as it is."""
    letters = _STROKE.sub(lambda found: _STROKEN[found[1]], _APART.sub(" ", text))
    return _WORD.sub(lambda found: _latin(found[0]), letters)


def _latin(word: str) -> str:
    if _VOWELLED.search(word):
        return "".join(_WRITTEN.get(one, _CONSONANTS.get(one, one)) for one in word)
    bare = _CARRIER.sub(lambda found: _EITHER[found[1]][1], _MARKS.sub("", word).replace("\u05d5\u05d5", "ו"))
    if first := _FIRST.match(bare):
        return f"{_syllables(first[0])} {_latin(bare[first.end() :])}"
    if bare == _SERVANT:
        return "abd"
    if article := _ARTICLE.match(bare):
        return f"al {_syllables(bare[article.end() :])}"
    return _syllables(bare)


def _syllables(word: str) -> str:
    """The word with a vowel where a third consonant would follow two; its beginning counts as one."""
    sounds: list[str] = []
    together = 1
    for one in _sounds(word):
        if one[:1] in "aeiou":
            together = 0
        elif together == 2 or (sounds and sounds[-1] in "stkgzpd" and one == "h"):
            sounds.append("a")
            together = 1
        else:
            together += 1
        sounds.append(one)
    if together == 2 and len(sounds) > 1 and sounds[-2][:1] not in "aeiou":
        sounds.insert(-1, "a")
    return "".join(sounds)


def _sounds(word: str) -> list[str]:
    consonants = _CONSONANTS | _IN_PERSIAN if _PERSIAN.search(word) else _CONSONANTS
    found: list[str] = []
    for at, one in enumerate(word):
        if one in _EITHER:
            found.append(_either(one, found[-1] if found else "", word[at + 1 : at + 2]))
        else:
            found.append(_VOWELS.get(one, consonants.get(one, one)))
    return [one for one in found if one]


def _either(letter: str, before: str, after: str) -> str:
    consonant, vowel = _EITHER[letter]
    beside_a_vowel = before == "a" or after in _VOWELS or (after in _EITHER and letter in "וو")
    return consonant if not before or (beside_a_vowel and after) else vowel
