"""Codes to type instead of opening a link: eight digits in the mail that asks for a confirmation.

A code presses the button of a link. Each floor names the links whose button waits to be pressed by a person; nothing
is kept of a code, for it is made from what waits, and is gone with it.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from privacy.fields import lookup_of

DIGITS = 8


class Pressed(NamedTuple):
    """A link whose button waits: its purpose and subject (a row's id), and what tells this wish from a later one."""

    purpose: str
    subject: str
    wish: str


Waiting = Callable[[UUID], Iterable[Pressed]]
_SOURCES: list[Waiting] = []


def register_codes(waiting: Waiting) -> None:
    """Make known what may wait for the word of a person, by the key of the supporter."""
    _SOURCES.append(waiting)


def waiting_for(supporter: UUID) -> list[Pressed]:
    """All that waits for the word of a person; the same questions for a key of nobody."""
    return [one for source in _SOURCES for one in source(supporter)]


def code_of(one: Pressed) -> str:
    """The same as long as it waits."""
    secret = lookup_of(" ".join(one), "code of a confirmation")
    return f"{int.from_bytes(secret[:8]) % 10**DIGITS:0{DIGITS}}"


def code_words(one: Pressed | None) -> dict[str, str]:
    """What a mail says of the code and of the page that takes it; without a code where nothing waits."""
    code = code_of(one) if one else ""
    return {
        "code": f"{code[:4]} {code[4:]}".strip(),
        "code_url": f"{settings.SITE_ORIGIN}{reverse('supporters:code')}",
    }
