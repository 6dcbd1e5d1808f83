"""The facts about one prisoner as the API answers for a day: those that the page of that day shows.

The rows are there already, with all that hangs on them (`prisoners.public_rows.prisoners`). What came about later, and
what was told later where that is asked, is left out of them in place, by the rules of the page, without another query.
"""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import Model

from prisoners.choices import ChargeStatus, CustodyEnd, SanctionEnd
from prisoners.happened import is_by
from prisoners.knowledge import known_by
from prisoners.models import Case, Charge, Detention, Event, Hearing, Prisoner, Sanction
from prisoners.models.sources import REPORTABLE
from prisoners.page_facts import PageFacts, key_of
from prisoners.relations import other_of


def hold_back(prisoner: Prisoner, day: date, known_on: date | None = None) -> None:
    """Leave out of a prisoner's fetched rows what came about after a day, and what was told after `known_on`."""
    facts = _gathered(prisoner)
    if known_on is not None:
        facts = known_by(facts, known_on)
        _forget_sources(facts)
    _keep(prisoner, "names", facts.names)
    _keep(
        prisoner, "affiliations", (one for one in facts.affiliations if one.held_on is None or is_by(one.held_on, day))
    )
    _keep(prisoner, "sanctions", (_sanction(one, day) for one in facts.sanctions if is_by(one.imposed_on, day)))
    _keep(prisoner, "detentions", (_detention(one, day) for one in facts.detentions if is_by(one.started_on, day)))
    _keep(prisoner, "events", (_event(one, facts, day) for one in facts.events if is_by(one.happened_on, day)))
    _keep(prisoner, "statements", (one for one in facts.statements if is_by(one.said_on, day)))
    _keep(prisoner, "status_reports", (one for one in facts.status_reports if is_by(one.reported_on, day)))
    _keep(prisoner, "cases", (_case(one, facts, day) for one in prisoner.cases.all() if is_open(one, facts, day)))
    _keep(prisoner, "disagreements", (one for one in prisoner.disagreements.all() if one in facts.disagreements))
    _keep(prisoner, "citations", facts.citations_of(prisoner))


def _gathered(prisoner: Prisoner) -> PageFacts:
    """The rows as the page gathers them, of the other defendants of the cases too."""
    cases, events = list(prisoner.cases.all()), tuple(prisoner.events.all())
    charges = tuple(chain.from_iterable(one.charges.all() for one in cases))
    things: tuple[Any, ...] = (*events, *cases)
    rows: dict[str, Any] = {
        "names": tuple(prisoner.names.all()),
        "affiliations": tuple(prisoner.affiliations.all()),
        "charges": charges,
        "charge_steps": tuple(chain.from_iterable(one.steps.all() for one in charges)),
        "hearings": tuple(chain.from_iterable(one.hearings.all() for one in cases)),
        "sanctions": tuple(prisoner.sanctions.all()),
        "detentions": tuple(prisoner.detentions.all()),
        "events": events,
        "event_links": tuple(chain.from_iterable((*one.links.all(), *one.linked_from.all()) for one in events)),
        "involvements": tuple(chain.from_iterable(thing.involvements.all() for thing in things)),
        "figures": tuple(chain.from_iterable(one.figures.all() for one in events)),
        "statements": tuple(prisoner.statements.all()),
        "status_reports": tuple(prisoner.status_reports.all()),
    }
    found = list(chain.from_iterable(rows.values()))
    variants = {key_of(one): tuple(one.variants.all()) for one in found if key_of(one)[0] in REPORTABLE}
    cited = [prisoner, *found, *chain.from_iterable(variants.values())]
    points = (*prisoner.disagreements.all(), *chain.from_iterable(one.disagreements.all() for one in events))
    return PageFacts(
        prisoner=prisoner,
        disagreements=points,
        coming=frozenset(),
        variants=variants,
        citations={key_of(one): tuple(one.citations.all()) for one in cited},
        **rows,
    )


def _forget_sources(facts: PageFacts) -> None:
    """What is known keeps the sources and the differing reports that had come by then."""
    kinds = (facts.names, facts.affiliations, facts.charges, facts.charge_steps, facts.hearings, facts.sanctions)
    more = (facts.detentions, facts.events, facts.event_links, facts.involvements, facts.figures)
    last = (facts.statements, facts.status_reports)
    for row in chain.from_iterable((*kinds, *more, *last)):
        _keep(row, "citations", facts.citations_of(row))
        if key_of(row)[0] in REPORTABLE:
            for variant in facts.variants_of(row):
                _keep(variant, "citations", facts.citations_of(variant))
            _keep(row, "variants", facts.variants_of(row))


def is_open(case: Case, facts: PageFacts, day: date) -> bool:
    """Whether the record has a case on that day: by its own date, or else by anything that belongs to it."""
    if case.opened_on is not None:
        return is_by(case.opened_on, day)
    return any(_is_shown(one, facts, day) for one in facts.charges if one.case_id == case.pk) or any(
        one.case_id == case.pk and is_by(one.held_on, day) for one in facts.hearings
    )


def _is_shown(charge: Charge, facts: PageFacts, day: date) -> bool:
    return is_by(charge.brought_on, day) or any(is_by(one.since_on, day) for one in facts.steps_of(charge))


def _case(case: Case, facts: PageFacts, day: date) -> Case:
    charges = (one for one in facts.charges if one.case_id == case.pk and _is_shown(one, facts, day))
    hearings = (one for one in facts.hearings if one.case_id == case.pk and is_by(one.held_on, day))
    _keep(case, "charges", [_charge(one, facts, day) for one in charges])
    _keep(case, "involvements", facts.involved_in(case))
    _keep(case, "hearings", [_hearing(one, day) for one in hearings])
    if case.follows is not None and case.follows.opened_on and not is_by(case.follows.opened_on, day):
        case.follows = None
    return case


def _charge(charge: Charge, facts: PageFacts, day: date) -> Charge:
    """It stood where the last line of its history by that day says."""
    told = facts.steps_of(charge)
    steps = [one for one in told if is_by(one.since_on, day)]
    _keep(charge, "steps", steps)
    if told:
        charge.status = steps[-1].status if steps else ChargeStatus.UNKNOWN
    return charge


def _hearing(hearing: Hearing, day: date) -> Hearing:
    if hearing.next_hearing is not None and not is_by(hearing.next_hearing.held_on, day):
        hearing.next_hearing = None
    return hearing


def _sanction(sanction: Sanction, day: date) -> Sanction:
    if sanction.ended_on is not None and not is_by(sanction.ended_on, day):
        sanction.ended_by, sanction.ended_on = SanctionEnd.NOT_ENDED, None
    return sanction


def _detention(detention: Detention, day: date) -> Detention:
    if detention.ended_on is not None and not is_by(detention.ended_on, day):
        detention.ended_by, detention.ended_on = CustodyEnd.NOT_RECORDED, None
    if detention.sanction is not None and not is_by(detention.sanction.imposed_on, day):
        detention.sanction = None
    return detention


def _event(event: Event, facts: PageFacts, day: date) -> Event:
    links = [one for one in facts.links_of(event) if is_by(other_of(one, event).happened_on, day)]
    _keep(event, "links", [one for one in dict.fromkeys(links) if one.event_id == event.pk])
    _keep(event, "linked_from", [one for one in dict.fromkeys(links) if one.other_id == event.pk])
    _keep(event, "involvements", facts.involved_in(event))
    _keep(event, "figures", [one for one in facts.figures if one.event_id == event.pk])
    _keep(event, "disagreements", [one for one in event.disagreements.all() if one in facts.disagreements])
    return event


def _keep(row: Any, relation: str, rows: Iterable[Model]) -> None:
    """Let a fetched relation hold these rows; nothing is written and nothing is asked again."""
    row._prefetched_objects_cache[relation] = list(rows)
