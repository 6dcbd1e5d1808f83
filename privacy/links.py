"""Links in mails: short sealed tokens that tell nothing to anyone but this site."""

import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from time import time

from django.utils import timezone

from privacy import keys

MAX_CHARACTERS = 150
# Days and minutes are counted from here; it fits 16 and 32 bits for longer than any link lives.
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
EPOCH_SECONDS = int(EPOCH.timestamp())
SECONDS_A_DAY, SECONDS_A_MINUTE = 86_400, 60
HEADER = struct.Struct(">HI")
SEPARATOR = b"\0"


class BadLink(Exception):
    """A token that this site did not make, or that was damaged on its way."""


@dataclass(frozen=True)
class LinkClaim:
    """What a link says: `purpose` (a word of the caller's), `subject` (a row's id), and when.

    `issued_on` is a day in UTC; `expires_at` is an instant, None for a link that lives as long as its
    subject.
    """

    purpose: str
    subject: str
    issued_on: date
    expires_at: datetime | None


class ExpiredLink(BadLink):
    """A genuine link whose time is over; `claim` says what it was, so that a new one can be offered."""

    def __init__(self, claim: LinkClaim) -> None:
        self.claim = claim
        super().__init__("The link has expired.")


def make_link_token(purpose: str, subject: str, expires_at: datetime | None) -> str:
    """An opaque token for a link, safe in an address; each call gives another one.

    The subject is to be a row's id, never an address. `expires_at` is aware, and is rounded up to the minute.
    Raises ValueError when the token would be longer than 150 characters.
    """
    return make_link_tokens(purpose, [subject], expires_at)[0]


def make_link_tokens(purpose: str, subjects: Sequence[str], expires_at: datetime | None) -> list[str]:
    """The same for many subjects, one token each."""
    issued = (int(time()) - EPOCH_SECONDS) // SECONDS_A_DAY
    head = b"".join((HEADER.pack(issued, _minutes(expires_at)), purpose.encode(), SEPARATOR))
    sealed = keys.seal_each("link", [head + subject.encode() for subject in subjects], b"")
    tokens = [urlsafe_b64encode(one).rstrip(b"=").decode() for one in sealed]
    if max(map(len, tokens), default=0) > MAX_CHARACTERS:
        raise ValueError("The purpose and subject of a link are too long together.")
    return tokens


def read_link_token(token: str) -> LinkClaim:
    """What a token says. The caller compares the purpose with its own.

    Raises ExpiredLink when its time is over, BadLink when it is not one of ours.
    """
    claim = _claim(_opened(token))
    if claim.expires_at and claim.expires_at <= timezone.now():
        raise ExpiredLink(claim)
    return claim


def _opened(token: str) -> bytes:
    if len(token) > MAX_CHARACTERS:
        raise BadLink("The token is too long.")
    try:
        sealed = urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
        plain = keys.unseal("link", sealed, b"")
    except (ValueError, keys.CannotOpen) as error:
        raise BadLink("The token is not one of ours.") from error
    if urlsafe_b64encode(sealed).rstrip(b"=").decode() != token:
        raise BadLink("The token is spelt in another way than it was made.")
    return plain


def _claim(plain: bytes) -> LinkClaim:
    issued, minutes = HEADER.unpack_from(plain)
    purpose, _, subject = plain[HEADER.size :].partition(SEPARATOR)
    expires_at = EPOCH + timedelta(minutes=minutes) if minutes else None
    return LinkClaim(purpose.decode(), subject.decode(), (EPOCH + timedelta(days=issued)).date(), expires_at)


def _minutes(expires_at: datetime | None) -> int:
    """Whole minutes since the epoch, rounded up; 0 stands for never."""
    if expires_at is None:
        return 0
    return max(1, -int((EPOCH - expires_at).total_seconds() // SECONDS_A_MINUTE))
