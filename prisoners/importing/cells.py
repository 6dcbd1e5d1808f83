"""Reads one cell into what a field holds; whatever cannot be understood is refused with what was likely meant."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _

from prisoners.choices import SanctionKind
from prisoners.columns import split_list
from prisoners.dates import PartialDate
from prisoners.importing.cell_words import (
    CUSTODIES,
    ENDS,
    FEMALE,
    MALE,
    NO,
    SANCTIONS,
    YES,
)
from prisoners.importing.countries import read_country
from prisoners.importing.date_spellings import NOTHING
from prisoners.importing.folded import LANGUAGES, fold
from prisoners.importing.messy_dates import read_date
from prisoners.importing.name_cells import read_names
from prisoners.importing.reading import Reading, text_of
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sentences import read_sentences, stem_of
from prisoners.importing.sheets import Value, is_error
from prisoners.importing.source_cells import read_sources
from prisoners.importing.targets import Target
from prisoners.spreadsheets import safe_cell


def read_cell(value: Value, how: Reading) -> Any:
    """What a cell says, None where it says nothing. Raises CellRefused."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if is_error(value):
        raise CellRefused(_("The spreadsheet says that this cell is an error: %(error)s.") % {"error": value})
    return _READERS[how.target.does](value, how)


def read_member(text: str, how: Reading) -> Any:
    """The same for one member of a cell that holds several: the apostrophe before them is taken away already."""
    return read_cell(safe_cell(text) or None, how)


#: Columns of text in which a name stands: a number, or a mark, is none.
NAMES = frozenset(("name", "family_name", "given_name", "patronymic", "spelling_text"))


def _text(value: Value, how: Reading) -> str | None:
    text = text_of(value)
    column = how.target.column
    if text and how.target.name in NAMES and not any(one.isalpha() for one in text):
        raise CellRefused(_("This is not a name."))
    field = (
        column.model._meta.get_field(column.field)
        if column and column.model and _has(column.model, column.field)
        else None
    )
    most = getattr(field, "max_length", None)
    if most and len(text) > most:
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": most})
    return text or None


def _has(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())


def _date(value: Value, how: Reading) -> PartialDate | None:
    return read_date(value if isinstance(value, date | int | float) else text_of(value), how.style, how.today)


def _day(value: Value, how: Reading) -> date | None:
    found = _date(value, how)
    if found is not None and not found.is_day:
        raise CellRefused(_("This column needs a whole day."))
    return found.earliest if found else None


def _word(value: Value, how: Reading) -> str | None:
    column = how.target.column
    said = text_of(value)
    if column is None or not said:
        return None
    if said in column.words:
        return said
    if known := _labels(column.model, column.field).get(fold(said)):
        return known
    if known := stem_of(
        said, {"sanction_kind": SANCTIONS, "custody_kind": CUSTODIES, "custody_ended_by": ENDS}.get(column.name, ())
    ):
        return known
    names = ", ".join(word for word in column.words if word)
    raise CellRefused(_("“%(word)s” is not known here; known are: %(names)s.") % {"word": said, "names": names})


@cache
def _labels(model: type[models.Model], name: str) -> dict[str, str]:
    """The labels of a closed list in our languages, folded."""
    found: dict[str, str] = {}
    for code in LANGUAGES:
        with translation.override(code):
            found |= {fold(str(label)): str(value) for value, label in model._meta.get_field(name).flatchoices}  # type: ignore[union-attr]
    return found


def _yes_or_no(value: Value, how: Reading) -> bool | None:
    said = fold(text_of(value))
    if said in YES | NO:
        return said in YES
    if said in NOTHING or not said:
        return None
    raise CellRefused(_("Neither yes nor no."))


def _number(value: Value, how: Reading) -> Any:
    text = text_of(value).replace("\u00a0", "").replace(" ", "").replace(",", ".")
    column = how.target.column
    field = column.model._meta.get_field(column.field) if column and column.model else None
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise CellRefused(_("This is not a number.")) from error
    if not number.is_finite() or number < 0 or number >= 10**9:
        raise CellRefused(_("This number cannot be right."))
    if isinstance(field, models.DecimalField):
        return number.quantize(Decimal("0.01"))
    if number != int(number) or number > 32_000:
        raise CellRefused(_("This is not a whole number."))
    return int(number)


def _list(value: Value, how: Reading) -> list[str] | None:
    return split_list(text_of(value)) or None


def _position(value: Value, how: Reading) -> int | None:
    number = _number(value, Reading(Target("", "", ""), how.today))
    if number < 1:
        raise CellRefused(_("Members are counted from 1."))
    return number


def _slug(value: Value, how: Reading) -> str | None:
    text = text_of(value)
    try:
        validate_slug(text)
    except ValidationError as error:
        raise CellRefused(_("An address consists of Latin letters, digits, hyphens and underscores.")) from error
    if len(text) > 120:
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 120})
    return text


def _country(value: Value, how: Reading) -> str | None:
    return read_country(text_of(value))


def _sex(value: Value, how: Reading) -> str | None:
    said = fold(text_of(value))
    if said in FEMALE | MALE:
        return "f" if said in FEMALE else "m"
    if said in NOTHING:
        return None
    raise CellRefused(_("Neither female nor male is read here."))


def _sanction_kind(value: Value, how: Reading) -> str | None:
    said = text_of(value)
    if said in SanctionKind.values:
        return said
    if kind := stem_of(said, SANCTIONS):
        return kind
    if fold(said) in NOTHING:
        return None
    raise CellRefused(
        _("“%(word)s” is not known here; known are: %(names)s.")
        % {"word": said, "names": ", ".join(SanctionKind.values)}
    )


def _articles(value: Value, how: Reading) -> list[str] | None:
    if isinstance(value, date):
        raise CellRefused(_("The spreadsheet has made a day of this article: make the cell text and type it again."))
    said = text_of(value)
    if fold(said) in NOTHING:
        return None
    rule = r"\s*[;\n]\s*|\s*,\s*(?=(?:ст|art|бап|§)\.?\s*\d|\d{2,4}\b)|\s+(?:и|and|und|және)\s+(?=(?:ст|art|бап|§|\d))"
    parts = [" ".join(part.split()) for part in re.split(rule, said, flags=re.IGNORECASE)]
    found = [part.strip(" ,") for part in parts if part.strip(" ,")]
    if any(len(part) > 120 for part in found) or len("; ".join(found)) > 250:
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 120})
    return found or None


def _status_report(value: Value, how: Reading) -> dict[str, str] | None:
    """The words as they stand, and what they say of custody, if anything."""
    said = " ".join(text_of(value).split())
    if fold(said) in NOTHING:
        return None
    if len(said) > 300:
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 300})
    return {"text": said, "ended_by": stem_of(said, ENDS), "kind": stem_of(said, CUSTODIES)}


def _note(value: Value, how: Reading) -> str | None:
    return text_of(value) or None


def _nothing(value: Value, how: Reading) -> None:
    return None


_READERS: dict[str, Callable[[Value, Reading], Any]] = {
    "text": _text,
    "date": _date,
    "reported_on": _date,
    "day": _day,
    "word": _word,
    "yes_or_no": _yes_or_no,
    "number": _number,
    "list": _list,
    "position": _position,
    "slug": _slug,
    "country": _country,
    "sex": _sex,
    "names": read_names,
    "name_part": _text,
    "sentence": lambda value, how: read_sentences(value, how.unit),
    "sanction_kind": _sanction_kind,
    "articles": _articles,
    "charge": _note,
    "status_report": _status_report,
    "sources": read_sources,
    "notes": _note,
    "computed": _nothing,
    "-": _nothing,
}
