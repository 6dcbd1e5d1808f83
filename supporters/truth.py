"""Whether what was claimed is still true: asked of many rows with few statements, and once of all who hear the same."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError

from supporters import claims
from supporters.alerts import NOT_FOLLOWED
from supporters.asking import one_question
from supporters.choices import SupporterState, SuppressionReason
from supporters.claims import Owed
from supporters.following import strangers_among
from supporters.kinds import Kind, UnknownKind, kind_of
from supporters.models import Notification
from supporters.services import people

TOO_LATE = "too late to be of use"
UNREACHABLE = "the address does not take mail"
UNCONFIRMED = "the address is not confirmed"
LEFT_IN_PEACE = "the address asked not to be written to"


@dataclass
class Group:
    """Rows that say the same, whoever reads them: one occasion, the same facts told before.

    `leader` is the first of them, in full; `told` (JSON) and `revision` are what is told, once it was asked, and
    `personal` what the words depend on besides.
    """

    rows: list[Owed]
    leader: Notification
    personal: str = ""
    told: str = "{}"
    revision: int = 0


@dataclass
class Found:
    """What came of asking: what is true, what is not and why, and what went wrong when it was asked."""

    true: list[Group] = field(default_factory=list)
    untrue: dict[str, list[Owed]] = field(default_factory=lambda: defaultdict(list))
    broken: list[tuple[Owed, Exception]] = field(default_factory=list)


def asked(rows: Sequence[Owed], now: datetime) -> Found:
    """What speaks against sending each row at `now`; of the true ones, grouped, the facts as they stand.

    What goes wrong with one is an answer about it and those who hear the same, and stops no other. Raises what says
    nothing about the mail: a lost database, the end of the worker's time.
    """
    found = Found()
    alike = list(_groups(_for_people(rows, found)))
    leaders = claims.full(members[0].key for _personal, members in alike)
    for personal, members in alike:
        leader = leaders.get(members[0].key)
        if leader is not None:
            _ask(Group(members, leader, personal), found, now)
        elif len(members) > 1:
            # Forgotten since the claim; the others are asked with somebody else at their head.
            rest = asked(members[1:], now)
            found.true += rest.true
            found.broken += rest.broken
            for reason, dropped in rest.untrue.items():
                found.untrue[reason] += dropped
    return found


def reason_against(row: Notification, now: datetime) -> str:
    """Why this must not be sent any more, or "" when it is still true. Raises what went wrong when it was asked."""
    kind = kind_of(row.kind)
    suppressed = people.suppressions(now).filter(address_lookup=row.supporter.email_lookup)
    reason = suppressed.values_list("reason", flat=True).first() or ""
    against = _against_person(kind, row.supporter.state, reason, is_stale=now >= row.stale_at)
    return against or kind.reason_against(row, now)


def _for_people(rows: Sequence[Owed], found: Found) -> Iterator[Owed]:
    """Those of whom nothing speaks against writing to this person."""
    active = SupporterState.ACTIVE.value
    for row in rows:
        if row.person_state == active and not row.suppressed and not row.is_stale:
            yield row
            continue
        try:
            against = _against_person(kind_of(row.kind), row.person_state, row.suppressed, is_stale=row.is_stale)
        except UnknownKind as error:
            found.broken.append((row, error))
            continue
        if against:
            found.untrue[against].append(row)
        else:
            yield row


def _groups(rows: Iterator[Owed]) -> Iterator[tuple[str, list[Owed]]]:
    by_kind: dict[str, list[Owed]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row)
    for name, members in by_kind.items():
        yield from _alike(name, members)


def _alike(name: str, rows: list[Owed]) -> Iterator[tuple[str, list[Owed]]]:
    try:
        kind = kind_of(name)
        if kind.topics is None or kind.against_all is None:
            yield from (("", [row]) for row in rows)
            return
        # It reads keys of rows and people, kind and subject alone: what an Owed has as well.
        personal = kind.personal(cast(Sequence[Notification], rows)) if kind.personal else {}
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 - each of them is asked by itself then, and says what is wrong
        yield from (("", [row]) for row in rows)
        return
    same: dict[tuple[Any, ...], list[Owed]] = defaultdict(list)
    for row in rows:
        word = personal.get(row.pk, "") if personal else ""
        same[word, row.subject, row.occasion, row.revision, row.told].append(row)
    yield from ((str(form[0]), members) for form, members in same.items())


def _ask(group: Group, found: Found, now: datetime) -> None:
    try:
        with one_question():
            _ask_words(group, kind_of(group.leader.kind), found, now)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with these, the others must go on
        found.broken += [(row, error) for row in group.rows]


def _ask_words(group: Group, kind: Kind, found: Found, now: datetime) -> None:
    leader, is_common = group.leader, kind.topics is not None and kind.against_all is not None
    reason = (kind.against_all if is_common and kind.against_all else kind.reason_against)(leader, now)
    if reason:
        found.untrue[reason] += group.rows
        return
    if is_common and kind.topics is not None:
        strangers = strangers_among((row.supporter for row in group.rows), kind.topics(leader), kind.name)
        strangers.update(row.supporter for row in group.rows if row.is_paused)
        if strangers:
            found.untrue[NOT_FOLLOWED] += [row for row in group.rows if row.supporter in strangers]
            group.rows = [row for row in group.rows if row.supporter not in strangers]
    if group.rows:
        _note_facts(group, kind)
        found.true.append(group)


def _note_facts(group: Group, kind: Kind) -> None:
    """What is told at this moment."""
    leader = group.leader
    if str(leader.pk) != group.rows[0].key:
        group.leader = leader = claims.full([group.rows[0].key])[group.rows[0].key]
    if kind.facts is not None:
        leader.told, leader.revision = kind.facts(leader)
    group.told, group.revision = json.dumps(leader.told, sort_keys=True), leader.revision


def _against_person(kind: Kind, state: str, suppressed: str, *, is_stale: bool) -> str:
    if is_stale:
        return TOO_LATE
    if state == SupporterState.UNREACHABLE and not kind.is_essential:
        return UNREACHABLE
    if state != SupporterState.ACTIVE and not kind.is_essential:
        return UNCONFIRMED
    # Whoever left may come back by an essential mail of their own asking; nothing else is let through.
    is_asked_for = kind.is_essential and suppressed == SuppressionReason.LEFT
    return LEFT_IN_PEACE if suppressed and not is_asked_for else ""
