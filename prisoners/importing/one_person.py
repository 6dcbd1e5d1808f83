"""When two rows of a file are of one person, and what they say together."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from prisoners.dates import PartialDate
from prisoners.importing.known import plain
from prisoners.importing.outlines import Proposal
from prisoners.importing.rows import Given, Member, Wanted
from prisoners.importing.saying import SINGLE
from prisoners.search import fold


def key_of(wanted: Wanted) -> str:
    """The same for a row that names the same person in the same way: importing a file twice makes nobody twice."""
    names = sorted({fold(one) or one.casefold() for one in wanted.spellings})
    own = [str(wanted.own[name].value) if name in wanted.own else "" for name in ("country", "born_on")]
    said = (names, own, wanted.slug) if wanted.slug else (names, own)
    return f"row#{hashlib.sha256(repr(said).encode()).hexdigest()[:48]}"


def keys_of(rows: Iterable[Wanted]) -> list[str]:
    """A key for each row. Of rows that name people in the same way, namesakes maybe, each has its own."""
    seen: Counter[str] = Counter()
    found = []
    for key in map(key_of, rows):
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
    return found


def names_of(one: Proposal) -> set[str]:
    """The headings under which a row names the person and its sources."""
    return {given.column for given in one.wanted.names} | {
        given.column for member in one.wanted.groups.get("source", []) for given in member.values()
    }


def values_of(member: Member) -> dict[str, Any]:
    """What a member says, without the headings."""
    return {name: given.value for name, given in member.items()}


def born_of(wanted: Wanted) -> PartialDate | None:
    """The date of birth that a row gives."""
    return wanted.own["born_on"].value if "born_on" in wanted.own else None


def may_be_one(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates of birth can be the same day."""
    if one is None or other is None:
        return True
    for first, second in ((one, other), (other, one)):
        if first.latest and second.earliest and first.latest < second.earliest:
            return False
    return True


def merged(first: Wanted, other: Wanted) -> Iterable[tuple[str, Given]]:
    """Add what another row says of the same person; yields what contradicts."""
    for name, given in other.own.items():
        mine = first.own.setdefault(name, given)
        if plain(mine.value) != plain(given.value):
            yield given.column, given
    first.names += [given for given in other.names if given.value not in first.spellings]
    first.notes += [note for note in other.notes if note not in first.notes]
    for group, members in other.groups.items():
        yield from _merge_group(first, group, members)


def _merge_group(first: Wanted, group: str, members: list[Member]) -> Iterable[tuple[str, Given]]:
    mine = first.groups.setdefault(group, [])
    for number, member in enumerate(members):
        if group not in SINGLE or number or not mine:
            if values_of(member) not in [values_of(one) for one in mine]:
                mine.append(member)
            continue
        for name, given in member.items():
            there = mine[0].setdefault(name, given)
            if plain(there.value) != plain(given.value):
                yield given.column, given
