"""Cases: which one follows which, in lines that never close into a circle."""

from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from prisoners.models import Case
from prisoners.refusals import Sentence
from prisoners.services.refusals import refuse_if

#: One links cases at a time (a number of our own for PostgreSQL's advisory locks).
LOCK = 8_121_001

ITSELF = _("A case cannot follow itself.")
CIRCLE = _("These cases would close a circle: each would follow the other.")


def open_case(**fields: Any) -> Case:
    """Enter a case (a draft until it is published). Raises RecordRefused."""
    return keep(Case(**fields))


@transaction.atomic
def keep(case: Case) -> Case:
    """Write a case; cases that follow others one at a time, so that two colleagues cannot close a circle together.

    Raises RecordRefused with all reasons.
    """
    if case.follows_id is not None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    refuse_if(reasons_against(case))
    case.save()
    return case


def reasons_against(case: Case) -> list[Sentence]:
    """Every reason why a case cannot be written like this."""
    if case.pk is None or case.follows_id is None:
        return []
    if case.follows_id == case.pk:
        return [ITSELF]
    return [CIRCLE] if _leads_to(case.follows_id, case.pk) else []


def _leads_to(start: int, goal: int) -> bool:
    """Whether the case of one number comes after that of the other; one query, then a walk in memory."""
    linked = Case.internal.filter(follows__isnull=False).order_by()
    before = dict(linked.values_list("pk", "follows_id"))
    seen: set[int] = set()
    one: int | None = start
    while one is not None and one not in seen:
        if one == goal:
            return True
        seen.add(one)
        one = before.get(one)
    return False
