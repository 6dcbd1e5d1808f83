"""Letters: the mails of a batch, written, with to whom they go and about which rows they are."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError

from supporters.compiled import Compiled, compiled, fits
from supporters.kinds import kind_of
from supporters.mails import Reader, compose, compose_together, reader_of
from supporters.models import Notification
from supporters.parcels import Parcel, leader, parcels
from supporters.services.bounces import envelope_sender
from supporters.truth import Rows

#: Fewer readers than this are written to one by one: compiling costs as much as some mails.
WORTH_COMPILING = 4
#: So long what is told is taken to be worded as it was; whether it is still true is asked for each batch.
KEPT_SECONDS = 5.0


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


class Forms:
    """Mails that were written once for many, kept for the next batch of the same appeal."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], tuple[float, Compiled | None]] = {}

    def of(self, row: Notification, reader: Reader) -> Compiled | None:
        """The mail of a row for all who are told the same in the same way; None where it has to be written for each."""
        told = (row.kind, row.subject, row.occasion, row.revision, json.dumps(row.told, sort_keys=True))
        form = (*told, row.supporter.language, row.supporter.is_discreet, bool(reader.name))
        made_at, made = self._known.get(form, (0.0, None))
        if monotonic() - made_at > KEPT_SECONDS:
            made = compiled(row, has_name=bool(reader.name))
            self._known[form] = (monotonic(), made)
        return made


def written(rows: Sequence[Notification], found: Sequence[Rows], forms: Forms) -> Iterator[Letter | Unwritten]:
    """The mails about true rows: one for each, or one for all the alerts of somebody who has more than three.

    `found` are the groups of what was claimed. One that cannot be written takes no other with it.
    """
    alone: set[UUID] = set()
    for parcel in parcels(rows):
        if len(parcel) == 1 and not parcel[0].rate:
            alone.add(parcel[0].pk)
        else:
            yield from _together(parcel)
    for group in found:
        yield from _alike([row for row in group if row.pk in alone], forms)


def _together(parcel: Parcel) -> Iterator[Letter | Unwritten]:
    try:
        first = leader(parcel)
        yield Letter(parcel, envelope_sender(first), first.supporter.email, compose_together(first, parcel))
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception:  # noqa: BLE001 - one of them cannot be written: each by itself, then
        yield from (_by_itself(row) for row in parcel)


def _alike(rows: Sequence[Notification], forms: Forms) -> Iterator[Letter | Unwritten]:
    """Rows that say the same: written once for each language and way of address, where that is worth it."""
    for row in rows:
        yield _from_form(row, forms) if len(rows) >= WORTH_COMPILING else _by_itself(row)


def _from_form(row: Notification, forms: Forms) -> Letter | Unwritten:
    try:
        reader = reader_of(row, kind_of(row.kind))
        made = forms.of(row, reader)
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
