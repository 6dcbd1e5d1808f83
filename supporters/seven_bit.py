"""Mails in seven bits, so that no server on the way has to know 8BITMIME (RFC 6152) or to write a signed mail anew.

Asked of the finished octets: how a part is to be encoded depends on its words and on the reader's name together.
"""

import re
from binascii import b2a_qp
from collections.abc import Sequence
from itertools import zip_longest
from typing import Generic, NamedTuple, TypeVar

from supporters.base64_parts import A_LINE, in_base64

#: Of all parts: what parts them within a part differs in the number behind it (`mails`).
BOUNDARY = re.compile(rb'boundary="(=_[0-9a-f]{24})')
ENCODING = re.compile(rb"\r\nContent-Transfer-Encoding: [78]bit")
ASCII = bytes(range(128))
QUOTED = b"\r\nContent-Transfer-Encoding: quoted-printable"
EIGHT = b"\r\nContent-Transfer-Encoding: 8bit"
BASE64 = b"\r\nContent-Transfer-Encoding: base64"
#: The end of a line that is none of the text.
SOFT = b"=\r\n"
Slot = TypeVar("Slot")


class Part(NamedTuple, Generic[Slot]):
    """What stands between two boundaries: texts, and between them what is put in for a reader."""

    texts: list[bytes]
    slots: list[Slot]


def seven_bit(octets: bytes) -> bytes:
    """A mail of several parts as `mails` makes it (CRLF, boundaries of ours), each part in seven bits.

    Parts that are ASCII stay as they are, and a mail that is ASCII altogether costs nothing.
    """
    if octets.isascii():
        return octets
    boundary = BOUNDARY.search(octets)
    if boundary is None:
        raise ValueError("not a mail of several parts")
    between = b"\r\n--" + boundary[1]
    return between.join([part if part.isascii() else _encoded(part) for part in octets.split(between)])


def left_open(octets: bytes, slot: re.Pattern[bytes]) -> bytes:
    """The same once for many readers, where a part is mostly ASCII: each word of theirs (`slot`) on its own lines.

    What is put in there has to be `quoted`. Parts that base64 makes shorter stay as they are.
    """
    boundary = BOUNDARY.search(octets)
    if octets.isascii() or boundary is None:
        return octets
    between = b"\r\n--" + boundary[1]
    return between.join([_opened(part, slot) for part in octets.split(between)])


def is_quoted(octets: bytes, place: int) -> bool:
    """Whether a place in a mail lies in a part that is quoted-printable."""
    boundary = BOUNDARY.search(octets)
    if boundary is None:
        return False
    begins = octets.rfind(b"\r\n--" + boundary[1], 0, place)
    return begins >= 0 and QUOTED in octets[begins:].partition(b"\r\n\r\n")[0]


def parts_around(texts: Sequence[bytes], slots: Sequence[Slot]) -> list[Part[Slot]]:
    """A mail that is divided at a reader's words, part by part; the boundaries stand between them as parts without."""
    boundary = BOUNDARY.search(b"".join(texts))
    if boundary is None:
        raise ValueError("not a mail of several parts")
    between = b"\r\n--" + boundary[1]
    parts: list[Part[Slot]] = [Part([], [])]
    for text, slot in zip_longest(texts, slots):
        first, *others = text.split(between)
        parts[-1].texts.append(first)
        for other in others:
            parts += (Part([between], []), Part([other], []))
        if slot is not None:
            parts[-1].slots.append(slot)
    return parts


def said_in_base64(text: bytes) -> tuple[bytes, bytes]:
    """The head of a part that says that base64 follows, and how the body begins."""
    head, blank, body = text.partition(b"\r\n\r\n")
    return ENCODING.sub(BASE64, head) + blank, body


def said_in_eight_bits(text: bytes) -> bytes:
    """Heads of parts that say that eight bits follow, where they said seven; what is encoded stays so."""
    return ENCODING.sub(EIGHT, text)


def quoted(text: bytes) -> bytes:
    """In quoted-printable (RFC 2045 6.7), with CRLF where a line is too long, and no line that begins with a dot."""
    coded = b2a_qp(text)
    if len(coded) > A_LINE and b"\r\n" not in text:
        coded = coded.replace(b"=\n", b"=\r\n")
    if coded.startswith(b"."):
        coded = b"=2E" + coded[1:]
    return coded.replace(b"\r\n.", b"\r\n=2E") if b"\r\n." in coded else coded


def _opened(part: bytes, slot: re.Pattern[bytes]) -> bytes:
    head, blank, body = part.partition(b"\r\n\r\n")
    if part.isascii() or not _is_mostly_ascii(body):
        return part
    words = slot.split(body)
    coded = b"".join(word if number % 2 else _chunk(words, number) for number, word in enumerate(words))
    return b"".join((ENCODING.sub(QUOTED, head), blank, coded))


def _chunk(words: list[bytes], number: int) -> bytes:
    """What stands between two words of the reader, each of which begins a line and ends one."""
    text, coded = words[number], quoted(words[number])
    before = SOFT if number and not text.startswith(b"\r\n") else b""
    after = SOFT if number < len(words) - 1 and not text.endswith(b"\r\n") else b""
    return before + coded + after


def _is_mostly_ascii(body: bytes) -> bool:
    """Whether quoted-printable is shorter: it makes three letters of an octet, base64 four of three octets."""
    return 6 * len(body.translate(None, ASCII)) < len(body)


def _encoded(part: bytes) -> bytes:
    head, blank, body = part.partition(b"\r\n\r\n")
    if _is_mostly_ascii(body):
        return b"".join((ENCODING.sub(QUOTED, head), blank, quoted(body)))
    head, body = said_in_base64(part)
    return head + in_base64(body)
