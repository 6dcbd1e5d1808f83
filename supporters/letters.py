"""Letters: the mails of a claim, written, with to whom they go and about which rows they are."""

import json
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from time import monotonic
from typing import Any, cast

from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError

from privacy.fields import EncryptedTextField
from privacy.keys import CannotOpen
from supporters import claims
from supporters.asking import one_question
from supporters.claims import Owed
from supporters.compiled import Compiled, EightBits, compiled, fits
from supporters.kinds import kind_of
from supporters.mails import Addressed, Reader, compose, compose_together, followers, said
from supporters.models import Notification, Supporter
from supporters.parcels import Parcel, leader, parcels
from supporters.services.bounces import return_path
from supporters.signing import signer
from supporters.truth import Group

#: Fewer readers than this are written to one by one: compiling costs as much as some mails.
WORTH_COMPILING = 4
#: So long what is told is taken to be worded as it was; whether it is still true is asked for each claim.
KEPT_SECONDS = 5.0


class Letter:
    """One mail: to whom, and the rows that it settles. Its octets (RFC 5322, CRLF) are made when they are asked for.

    `filled_in` is what was written for all who are told the same, with what belongs to this reader; `octets` what was
    written for this reader alone.
    """

    __slots__ = ("_filled_in", "_octets", "recipient", "rows")

    def __init__(
        self, rows: Parcel, recipient: str, octets: bytes = b"", filled_in: tuple[Compiled, Reader] | None = None
    ) -> None:
        self.rows, self.recipient, self._octets, self._filled_in = rows, recipient, octets, filled_in

    @property
    def key(self) -> str:
        """Of the row whose Message-ID and way back the mail carries."""
        return self.rows[0].key if len(self.rows) == 1 else leader(self.rows).key

    @property
    def sender(self) -> str:
        """Where the mail server sends it back to."""
        return return_path(bytes.fromhex(self.key.replace("-", "")))

    @property
    def octets(self) -> bytes:
        """The mail."""
        if self._filled_in is None:
            return self._octets
        form, reader = self._filled_in
        return form.seven.to(reader)

    def envelope(self, *, takes_eight: bool = False) -> bytes:
        """The commands that offer it (RFC 5321 4.1.1) to a server of which is known whether it takes eight bits."""
        body = " BODY=8BITMIME" if self._eight(takes_eight) else ""
        return f"MAIL FROM:<{self.sender}>{body}\r\nRCPT TO:<{self.recipient}>\r\nDATA\r\n".encode()

    def on_the_wire(self, following: bytes = b"", *, takes_eight: bool = False) -> bytes:
        """The mail as it goes after DATA, ended by a dot, and the commands that follow it in the same write."""
        signs = signer()
        if signs:
            return dotted(signs.signed(self.octets)) + following
        if self._filled_in is None:
            return dotted(self._octets) + following
        reader, form = self._filled_in[1], self._eight(takes_eight) or self._filled_in[0].seven
        if form.has_dots:
            return dotted(form.to(reader)) + following
        # A mail of ours ends with a line's end.
        return form.to(reader, b".\r\n" + following)

    def _eight(self, takes_eight: bool) -> EightBits | None:
        """The mail in eight bits, where it may go so; one that is signed does not, for it must not be written anew."""
        return self._filled_in[0].eight if takes_eight and self._filled_in and not signer() else None


def dotted(message: bytes) -> bytes:
    """A mail as it stands after DATA: dots at the beginning of a line doubled, ended by one alone (RFC 5321 4.5.2)."""
    doubled = message.replace(b"\r\n.", b"\r\n..")
    doubled = b"." + doubled if doubled.startswith(b".") else doubled
    return doubled.rstrip(b"\r\n") + b"\r\n.\r\n"


@dataclass(frozen=True)
class Unwritten:
    """A row whose mail could not be written, and why."""

    row: Owed
    error: Exception


def _same_words(row: Owed | Notification, group: Group) -> tuple[Any, ...]:
    """What rows share that are told the same, in whatever language."""
    return (row.kind, row.subject, row.occasion, group.revision, group.told, group.personal)


class Forms:
    """Mails that were written once for many, kept for the next claim of the same appeal."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], tuple[float, Compiled | None]] = {}
        self._worded: set[tuple[Any, ...]] = set()

    def of(self, row: Owed, group: Group) -> Compiled | None:
        """The mail of a row for all who are told the same in the same way; None where it has to be written for each."""
        form = (*_same_words(row, group), row.language, row.is_discreet, bool(row.name))
        made_at, made = self._known.get(form, (0.0, None))
        if monotonic() - made_at > KEPT_SECONDS:
            made = _compiled(row, group)
            self._known[form] = (monotonic(), made)
        return made

    def word(self, rows: Iterable[Notification], of_row: Mapping[str, Group]) -> None:
        """Word what a mail only counts: what cannot be written is not told by that. Raises what is wrong with one.

        Once for all who are told the same in a language: to word everything for each reader of thousands of pieces
        would take longer than a worker has.
        """
        for row in rows:
            words = (*_same_words(row, of_row[str(row.pk)]), row.supporter.language)
            if words not in self._worded:
                said(row)
                self._worded.add(words)


def written(groups: Sequence[Group], forms: Forms) -> Iterator[Letter | Unwritten]:
    """The mails about true rows: one for each, or one for all the alerts of somebody who has more than three.

    One that cannot be written takes no other with it. A row that is gone by now has no mail.
    """
    of_row = {row.key: group for group in groups for row in group.rows}
    together = [one for one in parcels(row for group in groups for row in group.rows) if len(one) > 1 or one[0].rate]
    for parcel in together:
        yield from _together(parcel, of_row, forms)
    taken = {row.key for parcel in together for row in parcel}
    for group in groups:
        yield from _alike([row for row in group.rows if row.key not in taken], group, forms)


def _compiled(row: Owed, group: Group) -> Compiled | None:
    """What cannot be written at all is found out when it is written for each."""
    found = in_full([row], group).get(row.key)
    try:
        return compiled(found, has_name=bool(row.name)) if found else None
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception:  # noqa: BLE001 - whatever is wrong with these words, the others must go on
        return None


def _together(parcel: Parcel, of_row: Mapping[str, Group], forms: Forms) -> Iterator[Letter | Unwritten]:
    rows = _as_told(parcel, of_row)
    parcel = [row for row in parcel if row.key in rows]
    if not parcel:
        return
    try:
        first = rows[leader(parcel).key]
        heap = compose_together(first, list(rows.values()))
        if heap.counted:
            forms.word(heap.counted, of_row)
            claims.in_the_mail_of(str(first.pk), rows)
        yield Letter(parcel, first.supporter.email, heap.octets)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception:  # noqa: BLE001 - one of them cannot be written: the others without it, then
        yield from _but_broken(parcel, of_row, rows, forms)


def _but_broken(
    parcel: Parcel, of_row: Mapping[str, Group], rows: Mapping[str, Notification], forms: Forms
) -> Iterator[Letter | Unwritten]:
    """Those that cannot be written are given back; the rest goes as it would have gone without them."""
    alone = {row.key: _by_itself(row, rows[row.key]) for row in parcel}
    broken = [one for one in alone.values() if isinstance(one, Unwritten)]
    yield from broken
    for rest in parcels(row for row in parcel if isinstance(alone[row.key], Letter)):
        yield from _together(rest, of_row, forms) if broken and len(rest) > 1 else (alone[row.key] for row in rest)


def _alike(rows: Sequence[Owed], group: Group, forms: Forms) -> Iterator[Letter | Unwritten]:
    """Rows that say the same: written once for each language and way of address, where that is worth it."""
    by_hand: Sequence[Owed] = rows
    if len(rows) >= WORTH_COMPILING and kind_of(rows[0].kind).is_alert:
        by_hand = yield from _filled_in(rows, group, forms)
    found = in_full(by_hand, group) if by_hand else {}
    yield from (_by_itself(row, found[row.key]) for row in by_hand if row.key in found)


def _filled_in(rows: Sequence[Owed], group: Group, forms: Forms) -> Generator[Letter | Unwritten, None, Sequence[Owed]]:
    """Gives the rows whose mails have to be written for each reader alone."""
    ways: dict[tuple[str, bool, bool], list[Owed]] = defaultdict(list)
    for row in rows:
        ways[row.language, row.is_discreet, bool(row.name)].append(row)
    with one_question():
        known = {way: forms.of(alike[0], group) for way, alike in ways.items()}
    by_hand: list[Owed] = []
    for way, alike in ways.items():
        by_hand += yield from _put_in(alike, known[way])
    return by_hand


def _put_in(rows: Sequence[Owed], form: Compiled | None) -> Generator[Letter | Unwritten, None, Sequence[Owed]]:
    """Of rows that are written alike, and all or none of them to somebody by name."""
    fitting: list[tuple[Owed, Addressed]] = []
    by_hand: list[Owed] = []
    for row, opened in zip(rows, _opened(rows), strict=True):
        if isinstance(opened, CannotOpen):
            yield Unwritten(row, opened)
        elif form is not None and fits(*opened):
            fitting.append((row, Addressed(row.key, row.supporter, *opened)))
        else:
            by_hand.append(row)
    readers = followers([addressed for _row, addressed in fitting])
    for (row, addressed), reader in zip(fitting, readers, strict=True):
        # Without a form nobody fits.
        yield Letter([row], addressed.address, filled_in=(cast(Compiled, form), reader))
    return by_hand


def _opened(rows: Sequence[Owed]) -> Sequence[tuple[str, str] | CannotOpen]:
    """Addresses and names; where some cannot be opened, those of the others all the same."""
    people = [row.supporter for row in rows]
    try:
        addresses = _field("email").open_each(people, [bytes(row.email) for row in rows])
        names = (
            _field("name").open_each(people, [bytes(row.name) for row in rows]) if rows[0].name else [""] * len(rows)
        )
    except CannotOpen as error:
        return [error] if len(rows) == 1 else [opened for row in rows for opened in _opened([row])]
    return list(zip(addresses, names, strict=True))


def _by_itself(row: Owed, notification: Notification) -> Letter | Unwritten:
    try:
        return Letter([row], notification.supporter.email, compose(notification))
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return Unwritten(row, error)


def in_full(rows: Sequence[Owed], group: Group) -> dict[str, Notification]:
    """Some rows of a group with the facts as they are told now, by key; without those that are gone."""
    return _as_told(rows, dict.fromkeys((row.key for row in rows), group))


def _as_told(rows: Sequence[Owed], of_row: Mapping[str, Group]) -> dict[str, Notification]:
    """The same of rows of several groups; one query."""
    found = claims.full(row.key for row in rows)
    for key, notification in found.items():
        notification.told, notification.revision = json.loads(of_row[key].told), of_row[key].revision
    return found


@cache
def _field(name: str) -> EncryptedTextField:
    return cast(EncryptedTextField, Supporter._meta.get_field(name))
