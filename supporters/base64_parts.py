"""Parts of mails in base64 (RFC 2045 6.8), made once for many readers: what is said to all of them is encoded once.

Base64 writes three octets as four letters, so that a word alters the letters of all that follows it, in one of three
ways by its length. Each of the three is made beforehand. What stands near a reader's words is encoded with them and
has lines of its own: a line may be shorter than 76 letters, and whoever reads joins them.
"""

from binascii import b2a_base64
from collections.abc import Sequence
from typing import NamedTuple

#: Letters of a line.
A_LINE = 76
#: Where the lines of most texts are cut; made once, for it is done for each reader.
CUTS = tuple(slice(at, at + A_LINE) for at in range(0, 512 * A_LINE, A_LINE))
#: Octets between two words of a reader from which on they are worth being encoded apart.
APART = 120
OCTETS = 3
END_OF_LINE = b"\r\n"


def in_base64(octets: bytes) -> bytes:
    """In lines that CRLF parts, without one at the end."""
    coded = b2a_base64(octets, newline=False)
    lines = -(-len(coded) // A_LINE)
    cuts = CUTS[:lines] if lines <= len(CUTS) else [slice(at, at + A_LINE) for at in range(0, len(coded), A_LINE)]
    return END_OF_LINE.join(map(coded.__getitem__, cuts))


class _After(NamedTuple):
    """What follows a reader's words: octets encoded with them, lines encoded before, octets left for the next words."""

    head: bytes
    lines: bytes
    rest: bytes


class _Words(NamedTuple):
    """Words of a reader that stand near each other (their numbers) and what is between them; three ways to go on."""

    items: tuple[int | bytes, ...]
    after: tuple[_After, ...]


class Base64Part:
    """The body of a part: `texts` for everybody, and between them words of a reader, each by its number."""

    def __init__(self, texts: Sequence[bytes], numbers: Sequence[int]) -> None:
        self._begin = _after(texts[0], 0, is_last=not numbers)
        self._words: list[_Words] = []
        items: list[int | bytes] = []
        for at, (number, text) in enumerate(zip(numbers, texts[1:], strict=True), start=1):
            items.append(number)
            is_last = at == len(numbers)
            if len(text) < APART and not is_last:
                items.append(text)
                continue
            self._words.append(_Words(tuple(items), tuple(_after(text, head, is_last) for head in range(OCTETS))))
            items = []

    def of(self, words: Sequence[bytes]) -> bytes:
        """The body in base64 for the reader whose words these are, by number."""
        out, rest = [self._begin.lines], self._begin.rest
        for items, ways in self._words:
            near = rest + b"".join([words[one] if isinstance(one, int) else one for one in items])
            after = ways[-len(near) % OCTETS]
            out += (in_base64(near + after.head), after.lines)
            rest = after.rest
        return END_OF_LINE.join(filter(None, out))


def _after(text: bytes, head: int, is_last: bool) -> _After:
    """A text of which so many octets are encoded with what stands before it."""
    body = text[head:]
    whole = len(body) if is_last else len(body) - len(body) % OCTETS
    return _After(text[:head], in_base64(body[:whole]), body[whole:])
