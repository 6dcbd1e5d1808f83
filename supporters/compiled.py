"""A mail written once for all who are told the same; the few words that belong to one reader are put in as bytes.

Rendering the templates and building a MIME message costs two milliseconds; putting in an address, a name and two links
costs microseconds. That nothing else depends on the reader is not assumed but seen: each mail is written for two
invented readers, and only where both give the same pieces is it used.
"""

import re
import secrets
from html import escape
from itertools import takewhile
from typing import NamedTuple

from supporters.mails import Reader, drafted
from supporters.models import Notification
from supporters.seven_bit import seven_bit

#: What needs no care in a header, a line of text or HTML; whoever is written otherwise gets a mail of their own.
PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9+_-][A-Za-z0-9.+_-]*@[A-Za-z0-9.-]+")
PLAIN_NAME = re.compile(r"[\w '’-]*")
HTML = b"Content-Type: text/html"
END_OF_HEADER = b"\r\n\r\n"
#: A line that is too long has the whole part encoded (`django.core.mail`).
ENCODED = b"Content-Transfer-Encoding: quoted-printable"
DOT_AT_START = b"\r\n."


class Slot(NamedTuple):
    """Where a word of the reader's goes: which of them, and whether into HTML."""

    field: int
    is_html: bool


NAME = Reader._fields.index("name")
IN_HTML = Slot(NAME, is_html=True)


class Compiled:
    """The pieces of one mail and what goes between them."""

    def __init__(self, pieces: list[bytes], slots: list[Slot]) -> None:
        self._form = [b""] * (len(pieces) + len(slots))
        self._form[::2] = pieces
        self._is_ascii = all(piece.isascii() for piece in pieces)
        # No word of a reader's begins with one.
        self._has_dots = any(DOT_AT_START in piece for piece in [b"\r\n" + pieces[0], *pieces[1:]])
        # Where each word goes; the name has two ways of being written.
        self._places = [(2 * at + 1, slot.field) for at, slot in enumerate(slots) if slot != IN_HTML]
        self._marked_places = [2 * at + 1 for at, slot in enumerate(slots) if slot == IN_HTML]

    def to(self, reader: Reader, following: bytes = b"") -> bytes:
        """The octets for one reader, and what is to follow them; `fits` has to be true of the reader."""
        words = [word.encode() for word in reader]
        out = self._form.copy()
        for place, number in self._places:
            out[place] = words[number]
        # The others hold nothing that means something in HTML.
        for place in self._marked_places:
            out[place] = escape(reader.name).encode()
        if not self._stays(reader):
            return seven_bit(b"".join(out)) + following
        out.append(following)
        return b"".join(out)

    def may_have_dots(self, reader: Reader) -> bool:
        """Whether a line of the mail may begin with a dot."""
        return self._has_dots or not self._stays(reader)

    def _stays(self, reader: Reader) -> bool:
        """Whether the mail is in seven bits as it is."""
        return self._is_ascii and reader.name.isascii()


def fits(address: str, name: str) -> bool:
    """Whether address and name are such that nothing has to be encoded for a header."""
    return bool(PLAIN_ADDRESS.fullmatch(address) and PLAIN_NAME.fullmatch(name))


def compiled(notification: Notification, *, has_name: bool) -> Compiled | None:
    """The mail of a notification for everybody who is told the same; None where it depends on more than a Reader."""
    first, second = _stand_in(8, has_name), _stand_in(12, has_name)
    one, other = _cut(drafted(notification, first), first), _cut(drafted(notification, second), second)
    same_pieces = [_without_date(piece) for piece in one[0]] == [_without_date(piece) for piece in other[0]]
    fields = {slot.field for slot in one[1]}
    # The address, the Message-ID and, where there is one, the name have to have been found.
    is_whole = {0, 2} <= fields and (1 in fields) == has_name
    is_usable = same_pieces and one[1] == other[1] and is_whole and _is_open(*one)
    return Compiled(*one) if is_usable else None


def _is_open(pieces: list[bytes], slots: list[Slot]) -> bool:
    """Whether words can be put in as they are: no part is encoded already, and no name stands in the header."""
    in_header = sum(1 for _ in takewhile(lambda piece: END_OF_HEADER not in piece, pieces))
    is_name_in_header = NAME in {slot.field for slot in slots[:in_header]}
    return not is_name_in_header and not any(ENCODED in piece for piece in pieces)


def _stand_in(length: int, has_name: bool) -> Reader:
    """Somebody who does not exist, each of whose words occurs nowhere else."""
    word = [f"q{secrets.token_hex(length)}z" for _ in range(5)]
    name = word[1] if has_name else ""
    links = (f"https://{one}.invalid/unsubscribe/{one}/" for one in word[3:])
    return Reader(f"{word[0]}@{word[0]}.invalid", name, word[2], *links)


def _cut(octets: bytes, reader: Reader) -> tuple[list[bytes], list[Slot]]:
    """Divide octets at the words of a reader."""
    words = [word.encode() for word in reader]
    wanted = sorted((word for word in words if word), key=len, reverse=True)
    parts = re.split(b"(" + b"|".join(map(re.escape, wanted)) + b")", octets)
    html_at, place, slots = octets.find(HTML), 0, []
    for number, part in enumerate(parts):
        if number % 2:
            slots.append(Slot(words.index(part), 0 <= html_at < place))
        place += len(part)
    return parts[::2], slots


def _without_date(piece: bytes) -> bytes:
    return re.sub(rb"\r\nDate: [^\r]*\r\n", b"\r\n", piece)
