"""What was known on a day: the facts that a source, or else this record, had told by then.

A fact counts as known from the day its first source appeared, but never from a source that is older than the fact
itself: an article cannot tell of what came after it. Sources without a day of publication count from the day they
were read. A fact of which no source has a day counts from the day on which this record published it. The same holds
of the end of a sanction or a custody, of the outcome of a hearing and of the standing of a charge, which are often
told later, by other sources than the begin.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model

from prisoners.choices import ChargeStatus, CustodyEnd, HearingStatus, SanctionEnd
from prisoners.dates import PartialDate
from prisoners.models import Charge, ChargeStep, Citation, Detention, Event, Hearing, Involvement, Sanction, Source
from prisoners.page_facts import PageFacts, key_of

_Row = TypeVar("_Row", bound=Model)

#: The field that says when a fact of each kind came about; names and roles are not dated by it.
_BEGINS = {
    "charge": "brought_on",
    "charge_step": "since_on",
    "hearing": "held_on",
    "sanction": "imposed_on",
    "detention": "started_on",
    "event": "happened_on",
    "statement": "said_on",
    "status_report": "reported_on",
    "figure": "claimed_on",
}

#: A hearing is announced before it is held: sources older than its day tell of it too.
_ANNOUNCED = frozenset({"hearing"})


#: What nobody can tell of a hearing before it was held.
_UNTOLD: dict[str, Any] = {
    "counsel": "",
    "is_public_admitted": None,
    "is_press_admitted": None,
    "is_defendant_present": None,
    "next_hearing_id": None,
}


def told_on(source: Source) -> date | None:
    """The last possible day on which a source appeared, else the day it was read; None where neither is recorded."""
    published = source.published_on
    return (published.latest if published else None) or source.accessed_on


def known_since(citations: Iterable[Citation], begin: PartialDate | None, recorded_on: date | None) -> date | None:
    """The first day on which a fact that came about at `begin` was known; see the module. None: not known when."""
    earliest = begin.earliest if begin else None
    days = (told_on(one.source) for one in citations)
    told = [day for day in days if day is not None and (earliest is None or day >= earliest)]
    return min(told, default=recorded_on)


def known_by(facts: PageFacts, day: date) -> PageFacts:
    """Only what was known on that day; sources and differing reports that came later are left out too."""
    citations = {key: _told(some, day) for key, some in facts.citations.items()}
    kinds = ("names", "affiliations", "charges", "hearings", "sanctions", "detentions", "events", "figures")
    more = ("charge_steps", "event_links", "involvements", "statements", "status_reports")
    kept: dict[str, Any] = {name: _known(getattr(facts, name), facts, day) for name in (*kinds, *more)}
    variants = {key: _known(some, facts, day) for key, some in facts.variants.items()}
    open_points = {one.disagreement_id for some in variants.values() for one in some}
    known = replace(
        facts,
        citations=citations,
        variants=variants,
        disagreements=tuple(one for one in facts.disagreements if one.pk in open_points),
        known_on=day,
        **{**kept, "involvements": _of_known(kept["involvements"], facts.events, kept["events"])},
    )
    return replace(
        known,
        sanctions=tuple(_sanction_as_known(one, facts, day) for one in known.sanctions),
        detentions=tuple(_detention_as_known(one, facts, day) for one in known.detentions),
        hearings=tuple(_hearing_as_known(one, facts, day) for one in known.hearings),
        charges=tuple(_charge_as_known(one, facts, day) for one in known.charges),
    )


def _of_known(parts: Iterable[Involvement], events: Iterable[Event], known: Iterable[Event]) -> tuple[Involvement, ...]:
    """Without the parts in events of the same page that were not known yet: they would tell of these."""
    unknown = {one.pk for one in events} - {one.pk for one in known}
    return tuple(one for one in parts if one.event_id not in unknown)


def _told(citations: Iterable[Citation], day: date) -> tuple[Citation, ...]:
    return tuple(one for one in citations if (told := told_on(one.source)) is None or told <= day)


def _known(rows: Iterable[_Row], facts: PageFacts, day: date) -> tuple[_Row, ...]:
    return tuple(one for one in rows if _is_known(facts, one, _begin(one), day))


def _begin(row: Model) -> PartialDate | None:
    if isinstance(row, Involvement):
        return row.event.happened_on if row.event else row.case.opened_on if row.case else None
    kind = key_of(row)[0]
    return None if kind in _ANNOUNCED or kind not in _BEGINS else getattr(row, _BEGINS[kind])


def _is_known(facts: PageFacts, row: Model, begin: PartialDate | None, day: date) -> bool:
    since = known_since(facts.citations_of(row), begin, _recorded_on(row))
    return since is not None and since <= day


def _recorded_on(row: Any) -> date | None:
    """When this record told of it: the day (UTC) it was published, for rows without publication when it was entered."""
    instant = getattr(row, "published_at", None) or row.created_at
    return instant.date() if instant else None


def _sanction_as_known(row: Sanction, facts: PageFacts, day: date) -> Sanction:
    if not row.ended_by or _is_known(facts, row, row.ended_on, day):
        return row
    return _with(row, ended_by=SanctionEnd.NOT_ENDED, ended_on=None)


def _detention_as_known(row: Detention, facts: PageFacts, day: date) -> Detention:
    if row.ended_on is None or _is_known(facts, row, row.ended_on, day):
        return row
    return _with(row, ended_by=CustodyEnd.NOT_RECORDED, ended_on=None)


def _hearing_as_known(row: Hearing, facts: PageFacts, day: date) -> Hearing:
    if _is_known(facts, row, row.held_on, day):
        return row
    words = {name: text for name, text in (row.i18n or {}).items() if name.startswith("court")}
    return _with(row, status=HearingStatus.SCHEDULED, outcome="", decision="", text="", i18n=words, **_UNTOLD)


def _charge_as_known(row: Charge, facts: PageFacts, day: date) -> Charge:
    """Where a charge stands is told by the last known line of its history, without any by its newest source."""
    if steps := facts.steps_of(row):
        known: tuple[ChargeStep, ...] = _known(steps, facts, day)
        return _with(row, status=known[-1].status if known else ChargeStatus.UNKNOWN)
    days = [told for one in facts.citations_of(row) if (told := told_on(one.source)) is not None]
    return row if max(days, default=day) <= day else _with(row, status=ChargeStatus.UNKNOWN)


def _with(row: _Row, **values: Any) -> _Row:
    """A copy of the row that is never saved."""
    other = copy(row)
    for name, value in values.items():
        setattr(other, name, value)
    return other
