"""Whether what was claimed is still true: asked of many rows with few statements, and once of all who hear the same."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError

from supporters.alerts import NOT_FOLLOWED
from supporters.choices import SupporterState, SuppressionReason
from supporters.following import followers_among
from supporters.kinds import Kind, kind_of
from supporters.models import Notification
from supporters.services import people

TOO_LATE = "too late to be of use"
UNREACHABLE = "the address does not take mail"
UNCONFIRMED = "the address is not confirmed"
LEFT_IN_PEACE = "the address asked not to be written to"

Rows = list[Notification]
#: Of a row: "" while it is true, why it is not, or what went wrong when it was asked.
Answers = dict[UUID, str | Exception]


def asked(found: Sequence[Rows], now: datetime) -> Answers:
    """What speaks against sending each row of these groups at `now`; the true ones note the facts as they stand.

    What goes wrong with one is an answer about it and those who hear the same, and stops no other. Raises what says
    nothing about the mail: a lost database, the end of the worker's time.
    """
    answers: Answers = {}
    suppressed = _suppressed([row for group in found for row in group], now)
    for group in found:
        answers.update(_safely(group, suppressed, now))
    return answers


def groups(rows: Iterable[Notification]) -> Iterator[Rows]:
    """Rows that say the same, whoever reads them: one occasion, the same facts told before."""
    by_kind: dict[str, Rows] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    for name, found in by_kind.items():
        yield from _alike(name, found)


def _alike(name: str, rows: Rows) -> Iterator[Rows]:
    try:
        kind = kind_of(name)
        if kind.topics is None or kind.against_all is None:
            yield from ([row] for row in rows)
            return
        personal = kind.personal(rows) if kind.personal else {}
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 - each of them is asked by itself then, and says what is wrong
        yield from ([row] for row in rows)
        return
    same: dict[tuple[Any, ...], Rows] = defaultdict(list)
    for row in rows:
        same[row.subject, row.occasion, row.revision, _text(row.told), personal.get(row.pk, "")].append(row)
    yield from same.values()


def _safely(rows: Rows, suppressed: dict[bytes, set[str]], now: datetime) -> Answers:
    try:
        return _asked_of(rows, kind_of(rows[0].kind), suppressed, now)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with these, the others must go on
        return dict.fromkeys((row.pk for row in rows), error)


def _asked_of(rows: Rows, kind: Kind, suppressed: dict[bytes, set[str]], now: datetime) -> Answers:
    answers: Answers = {row.pk: _against_person(row, kind, suppressed, now) for row in rows}
    open_rows = [row for row in rows if not answers[row.pk]]
    if open_rows:
        answers.update(_against_words(open_rows, kind, now))
        _note_facts([row for row in open_rows if not answers[row.pk]], kind)
    return answers


def _against_words(rows: Rows, kind: Kind, now: datetime) -> dict[UUID, str]:
    first = rows[0]
    if kind.topics is None or kind.against_all is None:
        return {row.pk: kind.reason_against(row, now) for row in rows}
    if reason := kind.against_all(first, now):
        return dict.fromkeys((row.pk for row in rows), reason)
    follow = followers_among((row.supporter_id for row in rows), kind.topics(first), kind.name)
    return {row.pk: "" if row.supporter_id in follow else NOT_FOLLOWED for row in rows}


def _note_facts(rows: Rows, kind: Kind) -> None:
    """What is told at this moment."""
    if rows and kind.facts is not None:
        told, revision = kind.facts(rows[0])
        for row in rows:
            row.told, row.revision = told, revision


def _against_person(row: Notification, kind: Kind, suppressed: dict[bytes, set[str]], now: datetime) -> str:
    if now >= row.stale_at:
        return TOO_LATE
    if row.supporter.state == SupporterState.UNREACHABLE and not kind.is_essential:
        return UNREACHABLE
    if row.supporter.state != SupporterState.ACTIVE and not kind.is_essential:
        return UNCONFIRMED
    reasons = suppressed.get(bytes(row.supporter.email_lookup), set())
    # Whoever left may come back by an essential mail of their own asking; nothing else is let through.
    return LEFT_IN_PEACE if reasons - ({SuppressionReason.LEFT.value} if kind.is_essential else set()) else ""


def _suppressed(rows: Sequence[Notification], now: datetime) -> dict[bytes, set[str]]:
    lookups = [row.supporter.email_lookup for row in rows]
    found: dict[bytes, set[str]] = defaultdict(set)
    rows_of = people.suppressions(now).filter(address_lookup__in=lookups)
    for lookup, reason in rows_of.values_list("address_lookup", "reason"):
        found[bytes(lookup)].add(reason)
    return found


def _text(told: Any) -> str:
    return json.dumps(told, sort_keys=True)
