"""Mails in seven bits, so that no server on the way has to know 8BITMIME (RFC 6152) or to write a signed mail anew.

Asked of the finished octets: how a part is to be encoded depends on its words and on the reader's name together.
"""

import re
from binascii import b2a_base64, b2a_qp

#: Of all parts: what parts them within a part differs in the number behind it (`mails`).
BOUNDARY = re.compile(rb'boundary="(=_[0-9a-f]{24})')
ENCODING = re.compile(rb"\r\nContent-Transfer-Encoding: [78]bit")
ASCII = bytes(range(128))
#: Letters of a line of base64 (RFC 2045 6.8).
A_LINE = 76


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


def _encoded(part: bytes) -> bytes:
    """In the shorter encoding: quoted-printable makes three letters of an octet, base64 four of three octets."""
    head, blank, body = part.partition(b"\r\n\r\n")
    is_mostly_ascii = 6 * len(body.translate(None, ASCII)) < len(body)
    name, coded = (b"quoted-printable", b2a_qp(body)) if is_mostly_ascii else (b"base64", _base64(body))
    return b"".join((ENCODING.sub(b"\r\nContent-Transfer-Encoding: " + name, head), blank, coded))


def _base64(body: bytes) -> bytes:
    coded = b2a_base64(body, newline=False)
    return b"\r\n".join([coded[at : at + A_LINE] for at in range(0, len(coded), A_LINE)])
