"""Names typed while the keyboard was switched to the other alphabet: Cthutq is Сергей, and Ыукпун is Sergey.

The keys are those of the Russian layout, and of the Kazakh one, which has its nine letters in the row of the digits.
"""

import re

_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>234589="
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮәіңғүұһ"
_TO_RUSSIAN, _TO_LATIN = str.maketrans(_KEYS, _RUSSIAN), str.maketrans(_RUSSIAN, _KEYS)
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")
#: A key that is a letter of the other alphabet and no letter of this one, before a letter: [jnf, F,pfk, >kbz.
_NO_LETTER = re.compile('[][{};:<>"=](?=[A-Za-z])|(?<=[A-Za-z])[][{};:<>,](?=[A-Za-z])')
_VOWELS = re.compile("[aeiouyаеёиоуыэюяіәөүұ]")
#: A word of so many letters, of which so few are vowels, is hardly a name: Ktjybl, Ljcnbzhjd.
LONG, VOWELS = 5, 0.25


def typed_elsewhere(query: str) -> str:
    """What the same keys write in the other alphabet; "" for a query that is in neither, or in both."""
    is_cyrillic, is_latin = bool(_CYRILLIC.search(query)), bool(_LATIN.search(query))
    if is_cyrillic == is_latin or not (is_cyrillic or query.isascii()):
        return ""
    return query.translate(_TO_LATIN if is_cyrillic else _TO_RUSSIAN)


def is_hardly_a_name(query: str) -> bool:
    """Whether it has punctuation among its letters that no name has, or a long word with hardly a vowel."""
    words = [word for word in re.findall(r"[^\W\d_]+", query.lower()) if len(word) >= LONG]
    return bool(_NO_LETTER.search(query)) or any(len(_VOWELS.findall(word)) < VOWELS * len(word) for word in words)
