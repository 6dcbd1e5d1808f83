"""Reads one cell into what a field holds; whatever cannot be understood is refused with what was likely meant."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from itertools import combinations
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_slug
from django.db import models
from django.utils import translation
from django.utils.translation import gettext as _

from prisoners.choices import SanctionKind
from prisoners.columns import split_list
from prisoners.dates import PartialDate
from prisoners.importing.cell_words import (
    ADDRESS,
    BELOW_A_LIST,
    BETWEEN_NAMES,
    BRACKETS,
    CUSTODIES,
    ENDS,
    FEMALE,
    MALE,
    NO,
    ON_A_LINE,
    SANCTIONS,
    SCHEME,
    SCRIPTS,
    TWO_PEOPLE,
    YES,
)
from prisoners.importing.countries import read_country
from prisoners.importing.lengths import DAYS, MONTHS, YEARS
from prisoners.importing.messy_dates import (
    DAY_FIRST,
    LANGUAGES,
    MONTH_FIRST,
    NOTHING,
    YEARS_1900,
    YEARS_2000,
    DateStyle,
    fold,
    read_date,
)
from prisoners.importing.name_words import alike, words
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sentences import read_sentences, stem_of
from prisoners.importing.sheets import Value, is_error
from prisoners.importing.targets import Target
from prisoners.spreadsheets import plain_cell, safe_cell
from privacy.text import clean_text


@dataclass(frozen=True)
class Reading:
    """What holds while one column is read."""

    target: Target
    today: date
    is_1904: bool = False

    @property
    def style(self) -> DateStyle:
        """How the column writes its dates, as far as somebody said."""
        options = self.target.options
        order = next((one for one in (DAY_FIRST, MONTH_FIRST) if one in options), "")
        century = 1900 if YEARS_1900 in options else 2000 if YEARS_2000 in options else 0
        allows_future = self.target.name.endswith("starts_on")
        return DateStyle(order, century, self.is_1904, allows_future)

    @property
    def unit(self) -> str:
        """The unit of bare numbers in the column."""
        return next((one for one in (YEARS, MONTHS, DAYS) if one in self.target.options), "")


def text_of(value: Value) -> str:
    """The text of a cell, without what only keeps a spreadsheet from taking it for a formula. Raises CellRefused."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    text = plain_cell(str(value))
    if "\ufffd" in text:
        raise CellRefused(_("Letters were lost when this file was saved: save it as UTF-8."))
    return clean_text(text)


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


def _are_strangers(said: str) -> bool:
    """Whether what stands on several lines, or between semicolons, are whole names without a word in common."""
    names = [words(part) for part in ON_A_LINE.split(said)]
    written_out = [[word for word in one if len(word.text) > 1] for one in names if len(one) > 1]
    return any(
        not any(alike(word, other) for word in one for other in another)
        for one, another in combinations(written_out, 2)
    )


def _names(value: Value, how: Reading) -> list[str] | None:
    """Several spellings in one cell: parted by a slash, semicolon or line, or one in brackets behind the other."""
    if isinstance(value, date | int | float):
        raise CellRefused(_("This is not a name."))
    said = text_of(value)
    if fold(said) in NOTHING:
        return None
    if said.startswith(FORMULA) or BELOW_A_LIST.match(said):
        raise CellRefused(_("This is not a name."))
    parts = [part for piece in BETWEEN_NAMES.split(said) for part in _unbracketed(piece)]
    if any(TWO_PEOPLE.match(part.strip()) for part in parts) or _are_strangers(said):
        raise CellRefused(_("These look like two people: give each a row."))
    names = [name for part in parts if (name := _one_name(part))]
    if any(len(name) > 200 for name in names):
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 200})
    return list(dict.fromkeys(names)) or None


#: How formulas and commands of spreadsheets begin, and no name does.
FORMULA = ("=", "@", "+", "|")


def _unbracketed(text: str) -> list[str]:
    match = BRACKETS.match(text.strip())
    return [match[1], match[2]] if match else [text]


def _one_name(text: str) -> str:
    """One spelling; "Family, Given" is turned round, a number in front is dropped."""
    text = re.sub(r"^\d+[.)]\s+", "", " ".join(text.split())).strip(" ,.;-–—")
    family, comma, given = text.partition(", ")
    if comma and " " not in family and len(given.split()) <= 2 and "," not in given:
        text = f"{given} {family}"
    if text and not any(one.isalpha() for one in text):
        raise CellRefused(_("This is not a name."))
    return text


def script_of(text: str) -> str:
    """The script of most of the letters (ISO 15924)."""
    found = [SCRIPTS.get(unicodedata.name(one, "").split(" ")[0], "") for one in text if one.isalpha()]
    known = [one for one in found if one]
    return max(set(known), key=known.count) if known else "Latn"


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


def _sources(value: Value, how: Reading) -> list[dict[str, str]] | None:
    """Addresses, and titles of what has none."""
    said = text_of(value)
    if fold(said) in NOTHING:
        return None
    addresses = [_address(match[0]) for match in ADDRESS.finditer(said)]
    rest = [" ".join(part.split()) for part in re.split(r"[;\n]", ADDRESS.sub(";", said))]
    titles = [part.strip(" ,.;-–—:()") for part in rest]
    if any(SCHEME.match(title) for title in titles):
        raise CellRefused(_("Only addresses that begin with http:// or https:// are kept."))
    if any(len(title) > 400 for title in titles):
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 400})
    words = [title for title in titles if len(title) > 2 and fold(title) not in ("and", "и", "und", "see", "см")]
    return [{"url": url} for url in dict.fromkeys(addresses)] + [{"title": title} for title in words] or None


def _address(text: str) -> str:
    url = text.rstrip(".,;:!?)]}'\"")
    url = f"https://{url}" if url.lower().startswith("www.") else url
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError as error:
        raise CellRefused(_("“%(url)s” is no address of a page.") % {"url": url[:100]}) from error
    if len(url) > 1000:
        raise CellRefused(_("Longer than %(most)s characters.") % {"most": 1000})
    return url


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
    "names": _names,
    "name_part": _text,
    "sentence": lambda value, how: read_sentences(value, how.unit),
    "sanction_kind": _sanction_kind,
    "articles": _articles,
    "charge": _note,
    "status_report": _status_report,
    "sources": _sources,
    "notes": _note,
    "computed": _nothing,
    "-": _nothing,
}
