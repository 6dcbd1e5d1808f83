"""Facts of all kinds that wait for somebody, found in one look at all their tables."""

from collections import defaultdict
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection
from django.urls import NoReverseMatch, reverse

from prisoners.models import Staff
from prisoners.models.base import Publishable
from prisoners.naming import named_with

#: So many facts of one kind are looked at.
MOST = 100
ONE_KIND = """
(SELECT {number}, {key}::text, updated_at FROM {table} WHERE state = %(state)s AND (%(member)s::uuid IS NULL
    OR submitted_by_id = %(member)s OR submitted_by_id IS NULL
    OR submitted_by_id IN (SELECT id FROM {staff} WHERE NOT is_active))
ORDER BY updated_at LIMIT {most})
"""


class Waiting(NamedTuple):
    """One fact that waits."""

    kind: type[Publishable]
    key: str


def waiting(state: str, member: Staff | None = None) -> list[Waiting]:
    """The facts that stand so, the longest waiting first, up to a hundred of a kind; one query.

    For a member of staff, those for which they answer or nobody does any more.
    """
    kinds = _kinds()
    with connection.cursor() as cursor:
        cursor.execute(_question(), {"state": state, "member": None if member is None else member.pk})
        return [Waiting(kinds[number], key) for number, key, _since in cursor.fetchall()]


def rows_of(found: list[Waiting]) -> list[Any]:
    """The rows of some of them in the same order, who submitted each and whose it is; a query a kind."""
    keys: dict[type[Publishable], list[str]] = defaultdict(list)
    for one in found:
        keys[one.kind].append(one.key)
    rows: dict[Waiting, Any] = {}
    for kind, wanted in keys.items():
        for row in kind.internal.filter(pk__in=wanted).select_related("submitted_by", *named_with(kind)):
            rows[Waiting(kind, str(row.pk))] = row
    return [rows[one] for one in found if one in rows]


@cache
def _kinds() -> tuple[type[Publishable], ...]:
    """All kinds of facts that have a page at the desk, whichever floor they are of."""
    kinds = (one for one in apps.get_models() if issubclass(one, Publishable) and not one._meta.proxy)
    return tuple(one for one in kinds if one._meta.app_label != "supporters" and _has_page(one))


@cache
def _question() -> str:
    staff = connection.ops.quote_name(Staff._meta.db_table)
    parts = [
        ONE_KIND.format(
            number=number,
            key=connection.ops.quote_name(str(kind._meta.pk.column)),
            table=connection.ops.quote_name(kind._meta.db_table),
            staff=staff,
            most=MOST,
        )
        for number, kind in enumerate(_kinds())
    ]
    return f"SELECT * FROM ({' UNION ALL '.join(parts)}) AS one (kind, pk, since) ORDER BY since, kind, pk"  # noqa: S608


def _has_page(kind: type[Publishable]) -> bool:
    try:
        return bool(reverse(f"admin:{kind._meta.app_label}_{kind._meta.model_name}_changelist"))
    except NoReverseMatch:
        return False
