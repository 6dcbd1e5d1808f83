"""Events and how they stand to one another: each pair is told once, from one side, and never both ways round."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from prisoners.choices import EventRelation
from prisoners.models import Event, EventLink
from prisoners.refusals import Sentence
from prisoners.services.refusals import refuse_if

SAYS_NOTHING = _("Please say how the one event stands to the other.")
ITSELF = _("An event does not stand to itself: choose another one.")
ALREADY_THERE = _("That is told already, from this event or from the other one.")
CIRCLE = _("These events would close a circle: each would come before, cause or include the other.")


def relate(event: Event, relation: str, other: Event, **fields: Any) -> EventLink:
    """Say how one event stands to another; as public as both. Raises RecordRefused."""
    return keep_link(EventLink(event=event, relation=relation, other=other, **fields))


@transaction.atomic
def keep_link(link: EventLink) -> EventLink:
    """Write how two events stand to each other; both are locked, so that two colleagues cannot close a circle.

    Raises RecordRefused with all reasons.
    """
    pks = (link.event_id, link.other_id)
    list(Event.internal.select_for_update().order_by("pk").filter(pk__in=pks).values_list("pk"))
    refuse_if(reasons_against(link))
    link.save()
    return link


def reasons_against(link: EventLink) -> list[Sentence]:
    """Every reason why a relation cannot be written like this."""
    if not link.relation:
        return [SAYS_NOTHING]
    if link.event_id is None or link.other_id is None:
        return []
    if link.event_id == link.other_id:
        return [ITSELF]
    same = EventLink.internal.filter(relation=link.relation).exclude(pk=link.pk).order_by()
    there = same.filter(event=link.event_id, other=link.other_id).exists()
    back = same.filter(event=link.other_id, other=link.event_id).exists()
    if there or (back and link.relation == EventRelation.PARALLEL):
        return [ALREADY_THERE]
    return [CIRCLE] if link.relation != EventRelation.PARALLEL and _leads_back(link) else []


def _leads_back(link: EventLink) -> bool:
    """Whether the other event leads to this one by relations of the same sort, over however many events."""
    same = EventLink.internal.filter(relation=link.relation).exclude(pk=link.pk).order_by()
    return leads(
        link.other_id, link.event_id, lambda near: same.filter(event__in=near).values_list("other_id", flat=True)
    )


def leads(begin: Hashable, end: Hashable, step: Callable[[set[Any]], Iterable[Any]]) -> bool:
    """Whether one event leads to another, over however many; `step` says to which some events lead directly."""
    seen: set[Any] = set()
    ahead = {begin}
    while ahead:
        if end in ahead:
            return True
        seen |= ahead
        ahead = set(step(ahead)) - seen
    return False
