"""Greek names as they are spoken, where two letters are one sound: Μπελογιάννης is Beloyannis.

By ELOT 743, the standard of passports, but for gamma before a bright vowel, which newspapers write as it is heard.
"""

import re
import unicodedata

_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0300-\u0301]+")
_SOUNDS = (
    (re.compile("^μπ"), "b"), (re.compile("μπ"), "mb"), (re.compile("^ντ"), "d"), (re.compile("ντ"), "nt"),
    (re.compile("^γκ"), "g"), (re.compile("γ[γκ]"), "ng"), (re.compile("γι(?=[αεοω])"), "y"), (re.compile("τζ"), "tz"),
    (re.compile("ου"), "ou"), (re.compile("([αεη])υ(?=[βγδζλμνραεηιουω])"), r"\1v"), (re.compile("([αεη])υ"), r"\1f"),
    (re.compile("αι"), "e"), (re.compile("[οε]ι"), "i"), (re.compile("η"), "i"), (re.compile("υ"), "y"),
    (re.compile("χ"), "ch"),
)  # fmt: skip


def spelt(text: str) -> str:
    """The text with the sounds of its Greek words that letters alone do not tell in Latin letters."""
    return _GREEK.sub(lambda found: _sounded(found[0]), text)


def _sounded(word: str) -> str:
    plain = "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    for pattern, instead in _SOUNDS:
        plain = pattern.sub(instead, plain)
    return plain
