"""The parts of a mail that anybody may have written: in bounds, and without what it repeats of another mail."""

import re
from collections.abc import Iterator
from email.message import Message

MAX_PARTS = 100
#: Parts in parts; more than this is made to hurt (SECURITY J.8).
MAX_DEPTH = 10
#: What opens a part within a part, whoever wrote it; counted before parsing, whose cost grows with the depth.
OPENS_A_PART = re.compile(rb"boundary\s*=|message/", re.IGNORECASE)
MOST_OPENED = 60
#: What may divide parts; the parser looks at each of them for longer the more there are.
DIVIDES_PARTS = re.compile(rb"^--", re.MULTILINE)
MOST_DIVIDED = 2000
#: What is returned of our own mail, whose words are none of the server's.
RETURNED_TYPES = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})


def is_made_to_hurt(octets: bytes) -> bool:
    """Whether there are more parts in it than any server writes; asked before it is parsed."""
    return len(OPENS_A_PART.findall(octets)) > MOST_OPENED or len(DIVIDES_PARTS.findall(octets)) > MOST_DIVIDED


def parts_of(message: Message) -> Iterator[Message]:
    """The parts in order, no more than a hundred of them and no deeper than ten."""
    for number, part in enumerate(_walked(message, 0)):
        if number >= MAX_PARTS:
            return
        yield part


def own_parts(message: Message) -> Iterator[Message]:
    """The parts that the server wrote, without what it returns."""
    returned = {
        id(inner) for part in parts_of(message) if part.get_content_type() in RETURNED_TYPES for inner in parts_of(part)
    }
    yield from (part for part in parts_of(message) if id(part) not in returned)


def _walked(part: Message, depth: int) -> Iterator[Message]:
    yield part
    inner = part.get_payload() if part.is_multipart() and depth < MAX_DEPTH else []
    for one in inner if isinstance(inner, list) else []:
        if isinstance(one, Message):
            yield from _walked(one, depth + 1)


def text_of(part: Message) -> str:
    """The words of a part; a delivery status is a list of header blocks."""
    payload = part.get_payload()
    if isinstance(payload, list):
        return "\n".join(str(block) for block in payload)
    decoded = part.get_payload(decode=True)
    return decoded.decode("utf-8", "replace") if isinstance(decoded, bytes) else str(payload)
