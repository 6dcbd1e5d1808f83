"""When two rows of a file are of one person, and what they say together."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from rapidfuzz.distance import OSA

from prisoners.dates import PartialDate
from prisoners.importing.known import plain
from prisoners.importing.outlines import Proposal
from prisoners.importing.saying import SINGLE
from prisoners.importing.wanted import Given, Member, Wanted
from prisoners.search import fold

#: Names so alike are one name, however it is written: whoever bears it is asked about, whenever born.
SAME_NAME = 0.93
#: How many characters of a date are its year, and its day.
YEAR, DAY = 4, 10


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


def may_be_asked(one: PartialDate | None, other: PartialDate | None, likeness: float) -> bool:
    """Whether somebody is asked if two are one person, whose names are so alike (0 to 1) and who were born then.

    A slip of the pen makes another date, and a father and his son have one name: neither is for the machine to tell.
    """
    return likeness >= SAME_NAME or may_be_one(one, other) or _are_close(one, other)


def _are_close(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates are of one year or of neighbouring ones, or differ by a single slip: 1963 and 1993."""
    first, second = (str(date).strip("~?")[:DAY] for date in (one, other))
    shorter = min(len(first), len(second))
    years = [int(text[:YEAR]) for text in (first, second) if text[:YEAR].isdecimal()]
    is_near = len(years) == 2 and abs(years[0] - years[1]) <= 1
    return is_near or OSA.distance(first[:shorter], second[:shorter]) <= 1


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
