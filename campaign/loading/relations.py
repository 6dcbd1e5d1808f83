"""Looks for relations of events that say nothing new or close a circle, with what the record says besides the file."""

from collections.abc import Hashable, Iterable
from typing import Any

from campaign.loading.comparing import Change, Comparison
from campaign.loading.faults import Faults
from campaign.loading.plan import Ref
from prisoners.choices import EventRelation
from prisoners.models import EventLink
from prisoners.refusals import Sentence
from prisoners.services.events import ALREADY_THERE, CIRCLE, leads

#: A relation between two events; one is named by its number, or by its reference until it has one.
Tie = tuple[str, Hashable, Hashable]


def check_relations(comparison: Comparison, faults: Faults) -> None:
    """Add a fault for each relation that the service of events would refuse, once the whole file were written."""
    changes = [one for one in comparison.changes.values() if one.row.model is EventLink]
    fresh = [one for one in changes if one.is_new or one.fields]
    if not fresh:
        return
    going = [*comparison.removed[EventLink], *(one.instance for one in fresh if one.instance)]
    kept = EventLink.internal.exclude(pk__in=[one.pk for one in going]).order_by()
    known: set[Tie] = set(kept.values_list("relation", "event_id", "other_id"))
    for one in fresh:
        tie = _tie(comparison, one)
        for reason in _reasons(known, tie):
            faults.add(one.row.line, str(reason))
        known.add(tie)


def _tie(comparison: Comparison, change: Change) -> Tie:
    values = change.row.values
    return values["relation"], _end(comparison, values["event"]), _end(comparison, values["other"])


def _end(comparison: Comparison, ref: Ref) -> Hashable:
    return comparison.pk(ref) or ref


def _reasons(known: set[Tie], tie: Tie) -> list[Sentence]:
    relation, event, other = tie
    is_parallel = relation == EventRelation.PARALLEL
    if tie in known or (is_parallel and (relation, other, event) in known):
        return [ALREADY_THERE]

    def step(near: set[Any]) -> Iterable[Hashable]:
        return (far for one, begin, far in known if one == relation and begin in near)

    return [CIRCLE] if not is_parallel and leads(other, event, step) else []
