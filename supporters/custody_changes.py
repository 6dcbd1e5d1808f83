"""What stretches of custody tell as news: an arrest, a transfer, a death in custody. Releases have their own file."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, Q, QuerySet

from prisoners.choices import CustodyEnd, CustodyKind
from prisoners.dates import PartialDate
from prisoners.models import Detention
from supporters.releases import FREED

ARREST, TRANSFER, DEATH = "arrest", "transfer", "death"
#: Titles under which custody begins with an arrest; of who is taken to serve a sentence, that sentence tells.
ARRESTED = (CustodyKind.DETAINED, CustodyKind.PRETRIAL, CustodyKind.ADMINISTRATIVE, CustodyKind.UNKNOWN)
#: After these somebody is at large, so that custody begins anew.
AT_LARGE = frozenset({*FREED, CustodyEnd.ESCAPED})


@dataclass(frozen=True)
class Turning:
    """One thing that a stretch tells: as which kind of mail, on which day, known since when, in what words."""

    kind: str
    stretch: Detention
    on: PartialDate
    known_at: datetime | None
    what: str = ""


def begun_or_died(since: date, until: date) -> tuple[Q, Q]:
    """Stretches that began between these days, and those that ended so in death."""
    begun = Q(started_latest__gte=since, started_latest__lte=until, started_earliest__isnull=False)
    died = Q(ended_latest__gte=since, ended_latest__lte=until, ended_earliest__isnull=False, ended_by=CustodyEnd.DIED)
    return begun, died


def turnings(rows: QuerySet[Detention]) -> Iterator[Turning]:
    """What these public stretches tell; two statements, whatever their number."""
    entered = Min("history_entry__pgh_created_at", filter=Q(history_entry__ended_by=CustodyEnd.DIED))
    asked = list(rows.select_related("prisoner", "place").annotate(entered_at=entered))
    theirs: dict[int, list[Detention]] = defaultdict(list)
    if asked:
        others = Detention.public.filter(prisoner__in={row.prisoner_id for row in asked})
        for row in others.order_by():
            theirs[row.prisoner_id].append(row)
    for row in asked:
        yield from _of(row, _before(row, theirs[row.prisoner_id]))


def _of(row: Detention, before: Detention | None) -> Iterator[Turning]:
    if row.ended_by == CustodyEnd.DIED and row.ended_on is not None:
        # Known since the end was entered, or since the stretch was published with it.
        known = [at for at in (row.published_at, getattr(row, "entered_at", None)) if at is not None]
        yield Turning(DEATH, row, row.ended_on, max(known, default=None))
    is_anew = before is None or before.ended_by in AT_LARGE
    if row.started_on is None:
        return
    if is_anew and row.kind in ARRESTED:
        yield Turning(ARREST, row, row.started_on, row.published_at)
    elif before is not None and before.ended_by == CustodyEnd.TRANSFERRED and _is_elsewhere(before, row):
        yield Turning(TRANSFER, row, row.started_on, row.published_at, row.place.name_i18n if row.place else "")


def _before(row: Detention, theirs: list[Detention]) -> Detention | None:
    """The stretch before this one, as far as the record knows the order."""
    return max((one for one in theirs if _turn(one) < _turn(row)), key=_turn, default=None)


def _turn(row: Detention) -> tuple[date, date, int]:
    """Where it stands among them: who was moved on the day of the arrest left the first place before the second."""
    return row.started_earliest or date.min, row.ended_earliest or date.max, row.pk


def _is_elsewhere(before: Detention, now: Detention) -> bool:
    return None not in (before.place_id, now.place_id) and before.place_id != now.place_id
