"""Mails in seven bits, so that no server on the way has to know 8BITMIME (RFC 6152) or to write a signed mail anew.

Asked of the finished octets: how a part is to be encoded depends on its words and on the reader's name together.
"""

import re
from binascii import b2a_base64, b2a_qp

#: Of all parts: what parts them within a part differs in the number behind it (`mails`).
BOUNDARY = re.compile(rb'boundary="(=_[0-9a-f]{24})')
ENCODING = re.compile(rb"\r\nContent-Transfer-Encoding: [78]bit")
ASCII = bytes(range(128))
QUOTED = b"\r\nContent-Transfer-Encoding: quoted-printable"
#: The end of a line that is none of the text.
SOFT = b"=\r\n"
#: Letters of a line of base64 (RFC 2045 6.8).
A_LINE = 76
#: Where the lines of most mails are cut; made once, for it is done for each reader.
CUTS = tuple(slice(at, at + A_LINE) for at in range(0, 512 * A_LINE, A_LINE))


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
    return b"".join((ENCODING.sub(b"\r\nContent-Transfer-Encoding: base64", head), blank, _base64(body)))


def _base64(body: bytes) -> bytes:
    coded = b2a_base64(body, newline=False)
    lines = -(-len(coded) // A_LINE)
    cuts = CUTS[:lines] if lines <= len(CUTS) else [slice(at, at + A_LINE) for at in range(0, len(coded), A_LINE)]
    return b"\r\n".join(map(coded.__getitem__, cuts))
