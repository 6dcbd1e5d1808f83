"""Parcels: what is due to one person at once goes in one mail when it is more than three, or when it is a digest.

After a silence, or on a day on which much happens, nobody gets a heap of mails. Only alerts are put together: what
somebody has just asked for, and what is about an action they come to, has links of its own.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from supporters.kinds import UnknownKind, kind_of
from supporters.models import Notification

#: So many mails at once to one person are still sent apart.
MOST_APART = 3
#: A mail with more than this would be read by nobody, and cut short by some readers (100 kB).
MOST_TOGETHER = 40

Parcel = list[Notification]


def parcels(rows: Iterable[Notification]) -> Iterator[Parcel]:
    """Divide what was claimed: one row a parcel, or a digest, or all alerts of somebody who has more than three."""
    by_person = sorted(rows, key=lambda row: (str(row.supporter_id), row.next_attempt_at, str(row.pk)))
    for _person, found in groupby(by_person, key=lambda row: row.supporter_id):
        yield from _of_one_person(list(found))


def leader(parcel: Parcel) -> Notification:
    """The row whose Message-ID and way back the mail carries: the same one in a second try, if it can be."""
    return min(parcel, key=lambda row: (not kind_of(row.kind).resend_if_in_doubt, str(row.pk)))


def _of_one_person(rows: list[Notification]) -> Iterator[Parcel]:
    alerts = [row for row in rows if _is_alert(row)]
    if len(alerts) <= MOST_APART:
        alerts = [row for row in alerts if row.rate]
    together = {row.pk for row in alerts}
    yield from ([row] for row in rows if row.pk not in together)
    for first in range(0, len(alerts), MOST_TOGETHER):
        yield alerts[first : first + MOST_TOGETHER]


def _is_alert(row: Notification) -> bool:
    try:
        return kind_of(row.kind).is_alert
    except UnknownKind:
        return False
