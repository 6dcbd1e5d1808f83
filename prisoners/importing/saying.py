"""What a row of the record says in a column of a sheet, and whether a sheet says the same."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from prisoners.columns import columns
from prisoners.dates import PartialDate, say_date
from prisoners.importing.known import names_of, plain
from prisoners.importing.wanted import Member, Wanted
from prisoners.models import Prisoner

#: By which fields a member of a group is known again.
NATURAL = {
    "spelling": ("text",),
    "role": ("role",),
    "case": ("slug",),
    "charge": ("text",),
    "sanction": ("kind", "imposed_on"),
    "custody": ("started_on",),
    "report": ("text",),
}
#: Of these a person has one as a rule: what a plain column says is about that one.
SINGLE = frozenset({"sanction", "custody"})
POINTERS = {"replaces": "sanction", "accompanies": "sanction", "added_to": "sanction", "sanction": "sanction"}
FIELDS = {(one.group, one.field): one for one in columns()}


def current(row: Any, name: str) -> Any:
    """What a row of the record says in a column."""
    if name == "place":
        return row.place.name if row.place else ""
    if name == "place_zone":
        return row.place.time_zone if row.place else ""
    if name == "organisation":
        return row.organisation.name if row.organisation else ""
    if name == "case":
        return row.case.slug if row.case else ""
    return getattr(row, name)


def is_same(row: Any, name: str, value: Any) -> bool:
    if name in ("place", "organisation") and getattr(row, name) is not None:
        return str(value).casefold() in names_of(getattr(row, name))
    return bool(plain(current(row, name)) == plain(value))


def is_equal(group: str, row: Any, member: Member) -> bool:
    return all(
        is_same(row, name, given.value)
        for name, given in member.items()
        if given.column and not (name in POINTERS and isinstance(given.value, int))
    )


def is_known_by(group: str, row: Any, member: Member) -> bool:
    names = [name for name in NATURAL.get(group, ()) if name in member]
    return (
        bool(names)
        and len(names) == len(NATURAL[group])
        and all(is_same(row, name, member[name].value) for name in names)
    )


def said_by(wanted: Wanted) -> list[tuple[str, str]]:
    """What was understood of a row beside the name: each heading, and in words what it says."""
    found: dict[str, list[str]] = {}
    for name, given in wanted.own.items():
        if given.column and name not in ("name", "slug"):
            found.setdefault(given.column, []).append(in_words(Prisoner, name, given.value))
    for group, members in wanted.groups.items():
        for member, name, given in ((one, *pair) for one in members for pair in one.items()):
            # A length without months has a nought of them; custody of which the end alone is told begins before that.
            is_derived = name == "started_on" and given.column == getattr(member.get("ended_on"), "column", "")
            if given.column and given.value not in (0, False) and not is_derived:
                column = FIELDS.get((group, name))
                said = in_words(column.model if column else None, name, given.value)
                found.setdefault(given.column, []).append(said)
    return [(heading, ", ".join(filter(None, said))) for heading, said in found.items()]


def in_words(model: type[Model] | None, name: str, value: Any) -> str:
    """A value as people say it: dates and words of closed lists in their language, numbers with what they count."""
    known = {one.name: one for one in model._meta.get_fields() if isinstance(one, Field)} if model else {}
    if name in known and (labels := dict(known[name].flatchoices)):
        return str(labels.get(value, value))
    if name in known and isinstance(value, bool | int | Decimal):
        return f"{known[name].verbose_name}: {show(value)}"
    return show(value)


def show(value: Any) -> str:
    """A value as a report shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, PartialDate):
        return say_date(value)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)
