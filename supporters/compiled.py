"""A mail written once for all who are told the same; the few words that belong to one reader are put in as bytes.

Rendering the templates and building a MIME message costs two milliseconds; putting in an address, a name and two links
costs microseconds. That nothing else depends on the reader is not assumed but seen: each mail is written for two
invented readers, and only where both give the same pieces is it used.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from functools import cached_property
from html import escape
from itertools import takewhile, zip_longest
from typing import NamedTuple

from supporters.base64_parts import Base64Part
from supporters.mails import Reader, drafted
from supporters.models import Notification
from supporters.seven_bit import (
    Part,
    is_quoted,
    left_open,
    parts_around,
    quoted,
    said_in_base64,
    said_in_eight_bits,
    seven_bit,
)

#: What needs no care in a header, a line of text or HTML; whoever is written otherwise gets a mail of their own.
PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9+_-][A-Za-z0-9.+_-]*@[A-Za-z0-9.-]+")
PLAIN_NAME = re.compile(r"[\w '’-]*")
HTML = b"Content-Type: text/html"
END_OF_HEADER = b"\r\n\r\n"
#: A line that is too long has the whole part encoded (`django.core.mail`).
ENCODED = b"Content-Transfer-Encoding: quoted-printable"
DOT_AT_START = b"\r\n."
Opened = Callable[[bytes, re.Pattern[bytes]], bytes]


class Slot(NamedTuple):
    """Where a word of the reader's goes: which of them, whether into HTML, and into a part that is quoted-printable."""

    field: int
    is_html: bool
    is_quoted: bool

    def filled(self, reader: Reader) -> bytes:
        """What goes there; the words but the name hold nothing that means something in HTML."""
        word = escape(reader.name) if self.is_html and self.field == NAME else reader[self.field]
        return quoted(word.encode()) if self.is_quoted else word.encode()


NAME = Reader._fields.index("name")


class Form:
    """The pieces of one mail and what goes between them."""

    def __init__(self) -> None:
        self._slots: list[Slot] = []
        self._form: list[bytes] = []
        #: Where in the form each word goes, by its number among the slots.
        self._words: list[tuple[int, int]] = []

    def _number(self, slot: Slot) -> int:
        """Of a word among those that differ in how they are written: HTML alters none of them but the name."""
        slot = slot if slot.field == NAME else slot._replace(is_html=False)
        if slot not in self._slots:
            self._slots.append(slot)
        return self._slots.index(slot)

    def _lay(self, texts: Sequence[bytes], slots: Sequence[Slot]) -> None:
        """Add texts, and a place for a word after each but the last."""
        for text, slot in zip_longest(texts, slots):
            self._form.append(text)
            if slot is not None:
                self._words.append((len(self._form), self._number(slot)))
                self._form.append(b"")

    @cached_property
    def has_dots(self) -> bool:
        """Whether a line may begin with a dot. No word of a reader's does, and no line of a part that is encoded."""
        return any(DOT_AT_START in piece for piece in [b"\r\n" + self._form[0], *self._form[1:]])

    def _begun(self, reader: Reader) -> tuple[list[bytes], list[bytes]]:
        """The words of a reader, by number, and the form with those in it that go there as they are."""
        words, out = [slot.filled(reader) for slot in self._slots], self._form.copy()
        for place, number in self._words:
            out[place] = words[number]
        return words, out


class EightBits(Form):
    """A mail for servers that take eight bits (RFC 6152): what is not ASCII stands there as it is, a third shorter."""

    def __init__(self, pieces: Sequence[bytes], slots: Sequence[Slot]) -> None:
        super().__init__()
        # A part that is ASCII for these readers may get a name that is not.
        self._lay([said_in_eight_bits(piece) for piece in pieces], slots)

    def to(self, reader: Reader, following: bytes = b"") -> bytes:
        """The octets for one reader, and what is to follow them; `fits` has to be true of the reader."""
        _words, out = self._begun(reader)
        out.append(following)
        return b"".join(out)


class SevenBits(Form):
    """A mail for any server, and the only one that is signed: nobody on the way has to write it anew."""

    def __init__(self, pieces: Sequence[bytes], slots: Sequence[Slot]) -> None:
        super().__init__()
        self._encoded: list[tuple[int, Base64Part]] = []
        self._takes_any_name = True
        for part in parts_around(pieces, slots):
            self._add(part)

    def to(self, reader: Reader, following: bytes = b"") -> bytes:
        """The octets for one reader, and what is to follow them; `fits` has to be true of the reader."""
        words, out = self._begun(reader)
        for place, part in self._encoded:
            out[place] = part.of(words)
        if not (self._takes_any_name or reader.name.isascii()):
            return seven_bit(b"".join(out)) + following
        out.append(following)
        return b"".join(out)

    def _add(self, part: Part[Slot]) -> None:
        if all(text.isascii() for text in part.texts):
            self._lay(part.texts, part.slots)
            self._takes_any_name &= all(slot.field != NAME or slot.is_quoted for slot in part.slots)
            return
        head, body = said_in_base64(part.texts[0])
        self._form += (head, b"")
        numbers = [self._number(slot) for slot in part.slots]
        self._encoded.append((len(self._form) - 1, Base64Part([body, *part.texts[1:]], numbers)))


class Compiled(NamedTuple):
    """One mail for all who are told the same: for any server, and for one that takes eight bits.

    The second is None where the first is in ASCII but for the name of a reader, and so no longer.
    """

    seven: SevenBits
    eight: EightBits | None


def fits(address: str, name: str) -> bool:
    """Whether address and name are such that nothing has to be encoded for a header."""
    return bool(PLAIN_ADDRESS.fullmatch(address) and PLAIN_NAME.fullmatch(name))


def compiled(notification: Notification, *, has_name: bool) -> Compiled | None:
    """The mail of a notification for everybody who is told the same; None where it depends on more than a Reader."""
    first, second = _stand_in(8, has_name), _stand_in(12, has_name)
    drafts = drafted(notification, first), drafted(notification, second)
    if any(ENCODED in draft for draft in drafts):
        return None
    one, other = _cut(drafts[0], first), _cut(drafts[1], second)
    same_pieces = [_without_date(piece) for piece in one[0]] == [_without_date(piece) for piece in other[0]]
    fields = {slot.field for slot in one[1]}
    # The address, the Message-ID and, where there is one, the name have to have been found.
    is_whole = {0, 2} <= fields and (1 in fields) == has_name
    if not (same_pieces and one[1] == other[1] and is_whole and _is_open(*one)):
        return None
    return Compiled(SevenBits(*_cut(drafts[0], first, left_open)), None if drafts[0].isascii() else EightBits(*one))


def _is_open(pieces: list[bytes], slots: list[Slot]) -> bool:
    """Whether words can be put in as they are: no name stands in the header."""
    in_header = sum(1 for _ in takewhile(lambda piece: END_OF_HEADER not in piece, pieces))
    return NAME not in {slot.field for slot in slots[:in_header]}


def _stand_in(length: int, has_name: bool) -> Reader:
    """Somebody who does not exist, each of whose words occurs nowhere else."""
    word = [f"q{secrets.token_hex(length)}z" for _ in range(5)]
    name = word[1] if has_name else ""
    links = (f"https://{one}.invalid/unsubscribe/{one}/" for one in word[3:])
    return Reader(f"{word[0]}@{word[0]}.invalid", name, word[2], *links)


def _cut(
    octets: bytes, reader: Reader, opened: Opened = lambda octets, _words: octets
) -> tuple[list[bytes], list[Slot]]:
    """Divide octets at the words of a reader, after `opened` has written them as they are to leave."""
    words = [word.encode() for word in reader]
    wanted = sorted((word for word in words if word), key=len, reverse=True)
    slot = re.compile(b"(" + b"|".join(map(re.escape, wanted)) + b")")
    octets = opened(octets, slot)
    parts = slot.split(octets)
    html_at, place, slots = octets.find(HTML), 0, []
    for number, part in enumerate(parts):
        if number % 2:
            slots.append(Slot(words.index(part), 0 <= html_at < place, is_quoted(octets, place)))
        place += len(part)
    return parts[::2], slots


def _without_date(piece: bytes) -> bytes:
    return re.sub(rb"\r\nDate: [^\r]*\r\n", b"\r\n", piece)
