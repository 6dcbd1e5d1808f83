"""Finds out in which encoding a text was saved, which files do not tell."""

import re

from django.utils.translation import gettext as _

from prisoners.importing.refusals import FileRefused

#: Of one byte a letter; where two read a text equally well, the first is meant.
ONE_BYTE = (
    ("cp1251", "Windows-1251"),
    ("cp1252", "Windows-1252"),
    ("koi8_r", "KOI8-R"),
    ("cp866", "CP866"),
    ("mac_cyrillic", "Mac OS Cyrillic"),
)
#: What stands in a text that was read in the wrong one, and how much each speaks against it: letters of two scripts in
#: one word, accents in a row, letters of the Balkans, small letters before capitals, and signs that no list has.
ODD = (
    (re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]"), 3),
    (re.compile(r"[\u00c0-\u00ff]{3}"), 2),
    (re.compile(r"[\u0402-\u040f]"), 1),
    (re.compile(r"[\u0430-\u045f][\u0400-\u042f]"), 2),
    (re.compile(r"[^\w\s!-~\u00ab\u00bb\u00a7\u00b0\u00b7\u2013-\u2026\u2116]"), 3),
)
#: Letters that are rare in Russian, and how much each speaks against a text that is long enough to tell: KOI8 all in
#: capitals reads as Windows-1251 all in small letters, and the other way round.
RARE, RARE_ODD, LONG_ENOUGH = re.compile("[ФХЦЧШЩЪЙЭфхцчшщъйэ]"), 0.25, 30

#: So many letters are looked at, and so much may speak against each: more does where nothing was ever a text.
LOOKED_AT, MOST_ODD = 200_000, 0.3


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises FileRefused."""
    for mark, codec, name in ((b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"), (b"\xff\xfe", "utf-16", "UTF-16")):
        if data.startswith(mark):
            return _decoded(data, codec), name
    if data.startswith(b"\xfe\xff"):
        return _decoded(data, "utf-16"), "UTF-16"
    if wide := _wide(data[:2000]):
        return _decoded(data, wide), "UTF-16"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _one_byte(data)


def _decoded(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise FileRefused(_("The text breaks off or is damaged at byte %(byte)s.") % {"byte": error.start}) from error


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain text is zero."""
    pairs = len(data) // 2 or 1
    if data[1::2].count(0) > pairs * 0.4:
        return "utf-16-le"
    return "utf-16-be" if data[0::2].count(0) > pairs * 0.4 else ""


def _one_byte(data: bytes) -> tuple[str, str]:
    """In the wrong encoding a text looks odd."""
    readings = []
    for codec, name in ONE_BYTE:
        try:
            readings.append((data.decode(codec), name))
        except UnicodeDecodeError:
            continue
    best = min(readings, key=lambda reading: _oddness(reading[0]))
    if _oddness(best[0]) > MOST_ODD:
        raise FileRefused(_("The encoding is not known: save it as UTF-8."))
    return best


def _oddness(text: str) -> float:
    """How much speaks against a text, for each letter of what it begins with."""
    begin = text[:LOOKED_AT]
    rare = RARE_ODD * len(RARE.findall(begin)) if len(begin) > LONG_ENOUGH else 0
    return (rare + sum(weight * len(odd.findall(begin)) for odd, weight in ODD)) / len(begin)
