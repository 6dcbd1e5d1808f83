"""Parcels: what is due to one person at once goes in one mail when it is more than three, or when it is a digest.

After a silence, or on a day on which much happens, nobody gets a heap of mails. Only news is put together: what
somebody has just asked for, what is about an action they come to, and what becomes of what they follow has links of its
own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from supporters.claims import Owed
from supporters.kinds import UnknownKind, kind_of

#: So many mails at once to one person are still sent apart.
MOST_APART = 3

Parcel = list[Owed]


def parcels(rows: Iterable[Owed]) -> Iterator[Parcel]:
    """Divide what was claimed: one row a parcel, or a digest, or all news of somebody who has more than three."""
    by_person: dict[str, Parcel] = defaultdict(list)
    for row in rows:
        by_person[row.supporter].append(row)
    for found in by_person.values():
        yield from _of_one_person(found) if len(found) > 1 else [found]


def leader(parcel: Parcel) -> Owed:
    """The row whose Message-ID and way back the mail carries: the same one in a second try, if it can be."""
    return min(parcel, key=lambda row: (not kind_of(row.kind).resend_if_in_doubt, row.key))


def _of_one_person(rows: list[Owed]) -> Iterator[Parcel]:
    rows.sort(key=lambda row: (row.waiting_since, row.key))
    news = [row for row in rows if _is_news(row)]
    if len(news) <= MOST_APART:
        news = [row for row in news if row.rate]
    together = {row.key for row in news}
    yield from ([row] for row in rows if row.key not in together)
    if news:
        yield news


def _is_news(row: Owed) -> bool:
    try:
        return kind_of(row.kind).is_news
    except UnknownKind:
        return False
