"""Everything public about one prisoner, for one page: a small number of queries, whatever the number of facts.

The general prefetches of `prisoners.public_rows` ask once for each kind of row and of what hangs on it. A page of one
person can ask for all citations, and for all differing reports, at once.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, Q

from prisoners.chain import Rows, accusation_of
from prisoners.dates import PartialDate
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    ChargeStep,
    Citation,
    Detention,
    Disagreement,
    Event,
    EventLink,
    Figure,
    Hearing,
    Involvement,
    PersonName,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
    Variant,
)
from prisoners.models.sources import FACTS, REPORTABLE
from prisoners.officials import with_officials
from prisoners.upcoming import coming_hearings

#: By which field a citation names a row of each kind.
CITED_BY = {_field.related_model: _field.name for _field in map(Citation._meta.get_field, (*FACTS, "variant"))}

Key = tuple[str, int]


@dataclass(frozen=True)
class PageFacts:
    """The published facts about one prisoner. `coming` are the ids of hearings that are still ahead.

    `known_on` is the day by which all of it was known; None where it is all that is.
    """

    prisoner: Prisoner
    names: tuple[PersonName, ...]
    affiliations: tuple[Affiliation, ...]
    charges: tuple[Charge, ...]
    charge_steps: tuple[ChargeStep, ...]
    hearings: tuple[Hearing, ...]
    sanctions: tuple[Sanction, ...]
    detentions: tuple[Detention, ...]
    events: tuple[Event, ...]
    event_links: tuple[EventLink, ...]
    involvements: tuple[Involvement, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    status_reports: tuple[StatusReport, ...]
    disagreements: tuple[Disagreement, ...]
    coming: frozenset[int]
    variants: dict[Key, tuple[Variant, ...]]
    citations: dict[Key, tuple[Citation, ...]]
    known_on: date | None = None

    def variants_of(self, row: Model) -> tuple[Variant, ...]:
        """What other sources report of the same fact."""
        return self.variants.get(key_of(row), ())

    def citations_of(self, row: Model) -> tuple[Citation, ...]:
        """The sources of a fact, confidential ones left out."""
        return self.citations.get(key_of(row), ())

    def steps_of(self, charge: Charge) -> tuple[ChargeStep, ...]:
        """The history of a charge, oldest first."""
        return tuple(one for one in self.charge_steps if one.charge_id == charge.pk)

    def hearing_after(self, hearing: Hearing) -> Hearing | None:
        """The next hearing, where it is among these facts."""
        return next((one for one in self.hearings if one.pk == hearing.next_hearing_id), None)

    def links_of(self, event: Event) -> tuple[EventLink, ...]:
        """How an event stands to others, told from it or from the other one."""
        return tuple(one for one in self.event_links if event.pk in (one.event_id, one.other_id))

    def involved_in(self, thing: Event | Case) -> tuple[Involvement, ...]:
        """As what people and bodies stood in an event or a case."""
        name = "event_id" if isinstance(thing, Event) else "case_id"
        return tuple(one for one in self.involvements if getattr(one, name) == thing.pk)

    def for_the_chain(self) -> Rows:
        """What the chain is computed from: the same rows as `prisoners.chain.public_rows` would ask for."""
        reported = (
            *(one.reported_earliest for one in self.status_reports),
            *(one.held_earliest for one in self.hearings),
        )
        return Rows(
            sanctions=self.sanctions,
            detentions=self.detentions,
            events=tuple(one for one in self.events if not one.is_planned),
            other_days=tuple(day for day in reported if day is not None),
            accusations=tuple(
                accusation_of(one.case_id, one.status, one.brought_on, self._lines_of(one)) for one in self.charges
            ),
            known_on=self.known_on,
        )

    def _lines_of(self, charge: Charge) -> Iterable[tuple[PartialDate, str]]:
        return ((one.since_on, one.status) for one in self.steps_of(charge) if one.since_on is not None)


def key_of(row: Model) -> Key:
    """The kind of a fact, as citations name it, and its id."""
    return CITED_BY[type(row)], int(row.pk)


def facts_of(prisoner: Prisoner, now: datetime) -> PageFacts:
    """All that is public about a published prisoner; seventeen queries. `now` tells which hearings are ahead."""
    rows = _rows_of(prisoner, now)
    events = Disagreement.internal.filter(Q(prisoner=prisoner) | Q(event__in=[one.pk for one in rows["events"]]))
    figures = tuple(Figure.public.filter(event__in=[one.pk for one in rows["events"]]).select_related("event"))
    variants = _variants(row for some in rows.values() for row in some)
    cited = [
        prisoner,
        *(row for some in rows.values() for row in some),
        *figures,
        *(v for some in variants.values() for v in some),
    ]
    return PageFacts(
        prisoner=prisoner,
        figures=figures,
        disagreements=tuple(events),
        coming=frozenset(one.pk for one in rows["hearings"] if one.is_ahead),
        variants=variants,
        citations=_citations(cited),
        **rows,
    )


def _rows_of(prisoner: Prisoner, now: datetime) -> dict[str, Any]:
    """The kinds of rows that hang on a prisoner, one query each."""
    hearings = Hearing.public.filter(case__defendant_rows__prisoner=prisoner).annotate(is_ahead=coming_hearings(now))
    asked = {
        "names": PersonName.public.filter(prisoner=prisoner).order_by("id"),
        "affiliations": Affiliation.public.filter(prisoner=prisoner).select_related("organisation"),
        "charges": Charge.public.filter(prisoner=prisoner).select_related("case"),
        "charge_steps": ChargeStep.public.filter(charge__prisoner=prisoner).select_related("charge"),
        "hearings": with_officials(hearings.select_related("case", "place__located_in")),
        "sanctions": with_officials(Sanction.public.filter(prisoner=prisoner).select_related("place", "prisoner")),
        "detentions": Detention.public.filter(prisoner=prisoner).select_related("place"),
        "events": Event.public.filter(prisoners=prisoner).select_related("place"),
        "event_links": EventLink.public.filter(Q(event__prisoners=prisoner) | Q(other__prisoners=prisoner))
        .select_related("event", "other")
        .distinct(),
        "involvements": with_officials(
            Involvement.public.filter(
                Q(event__prisoners=prisoner) | Q(case__defendant_rows__prisoner=prisoner) | Q(prisoner=prisoner)
            )
            .select_related("event", "case", "organisation", "prisoner")
            .distinct()
        ),
        "statements": Statement.public.filter(prisoners=prisoner).select_related("organisation"),
        "status_reports": StatusReport.public.filter(prisoner=prisoner),
    }
    return {name: tuple(rows) for name, rows in asked.items()}


def _by_kind(rows: Iterable[Model], kinds: Iterable[str]) -> Q:
    """A condition that the row is named, by the field of its kind."""
    ids: dict[str, list[int]] = {kind: [] for kind in kinds}
    for row in rows:
        kind, pk = key_of(row)
        if kind in ids:
            ids[kind].append(pk)
    return reduce(or_, (Q(**{f"{kind}__in": found}) for kind, found in ids.items() if found), Q(pk__in=()))


def _variants(rows: Iterable[Model]) -> dict[Key, tuple[Variant, ...]]:
    found: dict[Key, list[Variant]] = defaultdict(list)
    for variant in Variant.internal.filter(_by_kind(rows, REPORTABLE)).order_by("id"):
        found[_key_named_by(variant, REPORTABLE)].append(variant)
    return {key: tuple(some) for key, some in found.items()}


def _citations(rows: Iterable[Model]) -> dict[Key, tuple[Citation, ...]]:
    found: dict[Key, list[Citation]] = defaultdict(list)
    kinds = tuple(CITED_BY.values())
    asked = Citation.internal.filter(_by_kind(rows, kinds), source__is_confidential=False).select_related("source")
    for citation in asked.order_by("id"):
        found[_key_named_by(citation, kinds)].append(citation)
    return {key: tuple(some) for key, some in found.items()}


def _key_named_by(row: Model, kinds: Iterable[str]) -> Key:
    """The one fact that a citation or a variant belongs to (the database holds that it is one)."""
    return next((kind, pk) for kind in kinds if (pk := getattr(row, f"{kind}_id")) is not None)
