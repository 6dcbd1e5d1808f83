"""The columns of a spreadsheet of prisoners, one row a person: what is exported can be imported again unchanged.

A cell of a group (spellings, roles, cases, charges, sanctions, custody, sources) holds one value for each member of the
group, parted by ` | `; all columns of a group have their members in the same order. A member is named by its number
in the row, from 1, where another column points to it (`sanction_replaces`, `custody_sanction`). Names of columns and
words of closed lists never change with the language. Computed columns are for reading; an import passes over them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError

from prisoners.casing import with_capital
from prisoners.fields import PartialDateField
from prisoners.models import Affiliation, Case, Charge, Detention, PersonName, Prisoner, Sanction, Source

SEPARATOR = " | "
WITHIN = "; "
YES, NO = "yes", "no"


class Kind(StrEnum):
    """How the text of a cell, or of one member in it, is read."""

    TEXT = "text"
    DATE = "partial date"
    DAY = "day"
    WORD = "word of a closed list"
    YES_OR_NO = "yes or no"
    NUMBER = "number"
    LIST = "list"
    POSITION = "number of a member"
    SLUG = "slug"


@dataclass(frozen=True)
class Column:
    """One column: `name` for machines, `label` for people; `field` is that of `model`, or a name of its own."""

    name: str
    label: str
    kind: Kind
    group: str = ""
    model: type[models.Model] | None = None
    field: str = ""
    words: tuple[str, ...] = ()
    is_computed: bool = False


# The fields of each group in their order: "column" or "column:field" where they go by different names.
_OWN = "slug name is_unnamed country gender summary born_on can_be_written_to verified_on"
_GROUPS: tuple[tuple[str, type[models.Model], str], ...] = (
    ("spelling", PersonName, "text script language part note"),
    ("role", Affiliation, "text:role kind organisation held_on"),
    ("case", Case, "slug title country number opened_on"),
    ("charge", Charge, "case text articles brought_on status amount currency"),
    (
        "sanction",
        Sanction,
        "kind case imposed_on starts_on court judge place place_zone years months days is_indefinite "
        "hours regime remand_counts_as suspended_for_months fine_amount fine_currency articles text replaces "
        "accompanies added_to ended_by ended_on",
    ),
    ("custody", Detention, "kind sanction place place_zone started_on ended_on ended_by confinement whereabouts text"),
    ("source", Source, "key url title publisher author published_on language"),
)
_POSITIONS = {"sanction_replaces", "sanction_accompanies", "sanction_added_to", "custody_sanction"}
_SLUGS = {"charge_case", "sanction_case"}
_COMPUTED: tuple[tuple[str, str | Promise, Kind], ...] = (
    ("status", _("Where it stands"), Kind.WORD),
    ("is_held", _("held"), Kind.YES_OR_NO),
    ("days_held", _("days held, at least"), Kind.NUMBER),
    ("days_held_most", _("days held, at most"), Kind.NUMBER),
    ("release_expected", _("end of the term by calculation"), Kind.DAY),
    ("next_hearing", _("next hearing"), Kind.DAY),
    ("last_reported_on", _("last report"), Kind.DAY),
    ("page", _("page"), Kind.TEXT),
)


def columns() -> Sequence[Column]:
    """Every column in its order: those of the person, the groups, and last what is computed.

    Their labels are in the active language.
    """
    return _columns(get_language() or settings.LANGUAGE_CODE)


@cache
def _columns(language: str) -> Sequence[Column]:
    own = [_column("", Prisoner, field) for field in _OWN.split()]
    own[2:2] = [_translation("name", code) for code in other_languages()]
    at = next(number for number, one in enumerate(own) if one.name == "summary") + 1
    own[at:at] = [_translation("summary", code) for code in other_languages()]
    grouped = [_column(group, model, field) for group, model, fields in _GROUPS for field in fields.split()]
    computed = (Column(name, str(label), kind, is_computed=True) for name, label, kind in _COMPUTED)
    return (*own, *grouped, *computed)


def chosen(asked: str) -> list[str]:
    """The names of columns in a text that parts them by commas, each once. Raises ValidationError for others."""
    names, known = [name.strip() for name in asked.split(",") if name.strip()], [one.name for one in columns()]
    if not names or set(names) - set(known):
        raise ValidationError({"fields": [gettext("Choose among: %(names)s.") % {"names": ", ".join(known)}]})
    return list(dict.fromkeys(names))


def other_languages() -> list[str]:
    """The languages of the site beside its first, in which a name and a summary have columns of their own."""
    return [code for code, _name in settings.LANGUAGES if code != settings.MODELTRANS_DEFAULT_LANGUAGE]


def groups() -> dict[str, list[Column]]:
    """The columns of each group, by its name."""
    found: dict[str, list[Column]] = {}
    for one in columns():
        if one.group:
            found.setdefault(one.group, []).append(one)
    return found


def join_members(values: Iterable[str]) -> str:
    """The cell of a group: one value for each member, or nothing where no member has one."""
    texts = [_escape(one, "|") for one in values]
    return SEPARATOR.join(texts) if any(texts) else ""


def split_members(cell: str) -> list[str]:
    """The values of the members of a cell, blanks around them left out; none for an empty cell."""
    return _split(cell, "|") if cell.strip() else []


def join_list(values: Iterable[str]) -> str:
    """A list inside one member, such as the articles of a charge."""
    return WITHIN.join(_escape(one, ";") for one in values)


def split_list(text: str) -> list[str]:
    """The entries of a list inside one member; none for an empty text."""
    return [one for one in _split(text, ";") if one]


def members(cells: dict[str, str], names: Sequence[str]) -> list[dict[str, str]]:
    """The members of a group from the cells of its columns: one dictionary a member, all names in it.

    Cells that are missing or shorter count as empty.
    """
    parts = {name: split_members(cells.get(name, "")) for name in names}
    longest = max(map(len, parts.values()), default=0)
    return [{name: _at(values, number) for name, values in parts.items()} for number in range(longest)]


def _at(values: list[str], number: int) -> str:
    return values[number] if number < len(values) else ""


def _escape(text: str, sign: str) -> str:
    return text.strip().replace("\\", "\\\\").replace(sign, f"\\{sign}")


def _split(text: str, sign: str) -> list[str]:
    """Parted at each sign that no backslash stands before."""
    parts = [""]
    for piece in re.findall(r"\\.|[^\\]|\\$", text, re.DOTALL):
        if piece == sign:
            parts.append("")
        else:
            parts[-1] += _plain(piece, sign)
    return [one.strip() for one in parts]


def _plain(piece: str, sign: str) -> str:
    """An escaped sign without its backslash. Those of the inner list stay as they are until it is split itself."""
    return piece[1] if piece in ("\\\\", f"\\{sign}") else piece


def _column(group: str, model: type[models.Model], text: str) -> Column:
    name, _colon, field = text.partition(":")
    field = field or name
    name = f"{group}_{name}" if group else name
    label = _label(model, field)
    label = f"{with_capital(model._meta.verbose_name)}: {label}" if group else label
    return Column(name, label, _kind(name, model, field), group, model, field, _words(model, field))


def _translation(field: str, code: str) -> Column:
    return Column(
        f"{field}_{code}", f"{_label(Prisoner, field)} ({code})", Kind.TEXT, model=Prisoner, field=f"{field}_{code}"
    )


def _field(model: type[models.Model], name: str) -> models.Field | None:
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) else None


def _label(model: type[models.Model], name: str) -> str:
    field = _field(model, name)
    text = field.verbose_name if field else _("time zone (IANA)")
    return with_capital(text)


def _words(model: type[models.Model], name: str) -> tuple[str, ...]:
    field = _field(model, name)
    return tuple(str(value) for value, _label in field.flatchoices) if field and field.choices else ()


def _kind(column: str, model: type[models.Model], name: str) -> Kind:
    if column in _POSITIONS:
        return Kind.POSITION
    if column in _SLUGS:
        return Kind.SLUG
    field = _field(model, name)
    if field is not None and field.choices:
        return Kind.WORD
    return next((kind for kinds, kind in _KINDS if isinstance(field, kinds)), Kind.TEXT)


_KINDS: tuple[tuple[type | tuple[type, ...], Kind], ...] = (
    (PartialDateField, Kind.DATE),
    (models.DateField, Kind.DAY),
    (models.BooleanField, Kind.YES_OR_NO),
    ((models.IntegerField, models.DecimalField), Kind.NUMBER),
    (models.SlugField, Kind.SLUG),
    (ArrayField, Kind.LIST),
)
