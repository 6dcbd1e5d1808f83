"""Letters: the mails of a batch, written, with to whom they go and about which rows they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError

from supporters.compiled import Compiled, compiled, fits
from supporters.kinds import kind_of
from supporters.mails import compose, compose_together, reader_of
from supporters.models import Notification
from supporters.parcels import Parcel, leader, parcels
from supporters.services.bounces import envelope_sender
from supporters.truth import groups

#: Fewer readers than this are written to one by one: compiling costs as much as some mails.
WORTH_COMPILING = 4


@dataclass(frozen=True)
class Letter:
    """One mail: octets with CRLF, envelope, and the rows that it settles."""

    rows: Parcel
    sender: str
    recipient: str
    octets: bytes


@dataclass(frozen=True)
class Unwritten:
    """A row whose mail could not be written, and why."""

    row: Notification
    error: Exception


def written(rows: Sequence[Notification]) -> Iterator[Letter | Unwritten]:
    """The mails about true rows: one for each, or one for all the alerts of somebody who has more than three.

    One that cannot be written takes no other with it.
    """
    alone: list[Notification] = []
    for parcel in parcels(rows):
        if len(parcel) == 1:
            alone += parcel
        else:
            yield from _together(parcel)
    for group in groups(alone):
        yield from _alike(group)


def _together(parcel: Parcel) -> Iterator[Letter | Unwritten]:
    try:
        first = leader(parcel)
        yield Letter(parcel, envelope_sender(first), first.supporter.email, compose_together(first, parcel))
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception:  # noqa: BLE001 - one of them cannot be written: each by itself, then
        yield from (_by_itself(row) for row in parcel)


def _alike(rows: Sequence[Notification]) -> Iterator[Letter | Unwritten]:
    """Rows that say the same: written once for each language and way of address, where that is worth it."""
    forms: dict[tuple[Any, ...], Compiled | None] = {}
    for row in rows:
        yield _from_form(row, forms) if len(rows) >= WORTH_COMPILING else _by_itself(row)


def _from_form(row: Notification, forms: dict[tuple[Any, ...], Compiled | None]) -> Letter | Unwritten:
    try:
        supporter, reader = row.supporter, reader_of(row, kind_of(row.kind))
        form = (supporter.language, supporter.is_discreet, bool(reader.name))
        if form not in forms:
            forms[form] = compiled(row, has_name=bool(reader.name))
        made = forms[form]
        octets = made.to(reader) if made and fits(reader) else compose(row)
        return Letter([row], envelope_sender(row), reader.address, octets)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return Unwritten(row, error)


def _by_itself(row: Notification) -> Letter | Unwritten:
    try:
        return Letter([row], envelope_sender(row), row.supporter.email, compose(row))
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return Unwritten(row, error)
