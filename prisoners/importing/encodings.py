"""Finds out in which encoding a text was saved, which files do not tell."""

import codecs
import re

from django.utils.translation import gettext as _

from prisoners.importing.refusals import EncodingNotKnown, FileRefused

#: Of one byte a letter; where two read a text equally well, the first is meant.
ONE_BYTE = {
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "koi8-r": "KOI8-R",
    "cp866": "CP866",
    "mac-cyrillic": "Mac OS Cyrillic",
    "iso8859-5": "ISO 8859-5",
    "koi8-u": "KOI8-U",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "mac-roman": "Mac OS Roman",
}
#: Which a person can say that a text was saved in; those that are no guess of ours stand last.
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    **ONE_BYTE,
    "kz1048": "KZ-1048",
    "ptcp154": "PT154",
    "cp1125": "CP1125",
    "cp1250": "Windows-1250",
    "cp1256": "Windows-1256",
    "cp850": "CP850",
    "iso8859-2": "ISO 8859-2",
    "iso8859-9": "ISO 8859-9",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "shift_jis": "Shift JIS",
    "euc_kr": "EUC-KR",
}
#: What stands in a text that was read in the wrong one, and how much each speaks against it: letters of two scripts in
#: one word, accents in a row, letters of the Balkans and of Iceland, small letters before capitals, Hebrew letters of
#: the ends of words within them, accents of the Macintosh, and signs that no list has.
ODD = (
    (re.compile(r"[A-Za-z][\u0400-\u04ff\u05d0-\u05ea]|[\u0400-\u04ff\u05d0-\u05ea][A-Za-z]"), 3),
    (re.compile(r"[\u00c0-\u00ff]{3}"), 2),
    (re.compile(r"[\u0402-\u040f\u00d0\u00dd\u00de\u00f0\u00fd\u00fe]"), 1),
    (re.compile(r"[\u0430-\u045f][\u0400-\u042f]|[a-z][\u00c0-\u00de\u0160\u0178\u017d]"), 2),
    (re.compile(r"[\u05da\u05dd\u05df\u05e3\u05e5](?=[\u05d0-\u05ea])"), 2),
    (re.compile(r"[^\w\s!-~\u00ab\u00bb\u00a7\u00b0\u00b7\u2013-\u2026\u2116]"), 3),
)
#: Letters that are rare in Russian, and how much each speaks against a text that is long enough to tell: KOI8 all in
#: capitals reads as Windows-1251 all in small letters, and the other way round.
RARE, RARE_ODD, LONG_ENOUGH = re.compile("[ФХЦЧШЩЪЙЭфхцчшщъйэ]"), 0.25, 30

#: So many letters are looked at, and so much may speak against each: more does where nothing was ever a text.
LOOKED_AT, MOST_ODD = 200_000, 0.3


def encoding_of(said: str) -> str:
    """The key of an encoding as a person names it (KOI8-R, latin5, ISO-8859-5), "" for none. Raises FileRefused."""
    if not said.strip():
        return ""
    try:
        name = codecs.lookup(said.strip().replace("Mac OS ", "mac-")).name
    except (LookupError, ValueError):
        name = ""
    for one in ENCODINGS:
        if name and codecs.lookup(one).name == name:
            return one
    values = {"value": said[:100], "names": ", ".join(ENCODINGS)}
    raise FileRefused(_("“%(value)s” is no encoding that is read; these are: %(names)s.") % values)


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text and the name of its encoding: the one that somebody said, or what it looks like. Raises FileRefused."""
    if encoding:
        return _as_said(data, encoding), ENCODINGS[encoding]
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


def _as_said(data: bytes, encoding: str) -> str:
    codec = {"utf-8": "utf-8-sig", "utf-16": _wide(data[:2000]) or "utf-16"}.get(encoding, encoding)
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        values = {"encoding": ENCODINGS[encoding], "byte": error.start}
        raise EncodingNotKnown(_("This is no text in %(encoding)s: byte %(byte)s does not fit.") % values) from error


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
    for codec, name in ONE_BYTE.items():
        try:
            readings.append((data.decode(codec), name))
        except UnicodeDecodeError:
            continue
    best = min(readings, key=lambda reading: _oddness(reading[0]))
    if _oddness(best[0]) > MOST_ODD:
        raise EncodingNotKnown(_("The encoding is not known: say which it is, or save it as UTF-8."))
    return best


def _oddness(text: str) -> float:
    """How much speaks against a text, for each letter of what it begins with."""
    begin = text[:LOOKED_AT]
    rare = RARE_ODD * len(RARE.findall(begin)) if len(begin) > LONG_ENOUGH else 0
    return (rare + sum(weight * len(odd.findall(begin)) for odd, weight in ODD)) / len(begin)
