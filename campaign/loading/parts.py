"""Plans as what people and bodies stood in an event: each part is known by its event, the role and who it was."""

from collections.abc import Iterable, Mapping
from typing import Any

from anyascii import anyascii
from django.utils.text import slugify
from django.utils.translation import gettext as _

from campaign.loading.plan import Plan, Ref, Row, organisation_ref
from campaign.loading.shapes import FileInvolved
from prisoners.models import Involvement

#: So much of who it was stands in the key.
LONGEST_WHO = 60


def put_parts(plan: Plan, event: Row, told: Iterable[FileInvolved], prisoners: Mapping[str, Ref]) -> None:
    """Plan the parts in one event, in whatever order; who stands in it twice as the same is a fault."""
    seen: set[tuple[Any, ...]] = set()
    for one in told:
        if one.person and one.person not in prisoners:
            plan.faults.add(one.line, _("No person has the id “%(id)s”.") % {"id": one.person})
        organisation = organisation_ref(plan, one.organisation, one.line) if one.organisation else None
        part = (one.role, organisation, one.person, one.name)
        if part in seen:
            plan.faults.add(one.line, _("The same part in this event stands here twice."))
        seen.add(part)
        values = {
            "event": event.ref,
            "role": one.role,
            "organisation": organisation,
            "prisoner": prisoners.get(one.person),
            "name": one.name,
            "note": one.note,
            "consent_ground": one.consent_ground,
        }
        key = f"part/{event.key.partition(':')[2]}/{one.role}/={_who(one)}"
        plan.add(Involvement, key, one.line, values, sources=one.src)


def _who(one: FileInvolved) -> str:
    """Who it was, as a key says it."""
    words = one.person or " ".join(filter(None, (one.organisation, one.name)))
    return slugify(anyascii(words))[:LONGEST_WHO] or "unwritten"
