"""Reads the country of a cell, or of a whole file: a code, or a name in one of the languages of spreadsheets."""

from django.utils.translation import gettext as _

from prisoners.country_codes import is_country
from prisoners.importing.country_names import country_named
from prisoners.importing.date_spellings import NOTHING
from prisoners.importing.folded import fold
from prisoners.importing.refusals import CellRefused, FileRefused


def read_country(said: str) -> str | None:
    """The code (ISO 3166-1 alpha-2) of what a cell says; None where it says nothing. Raises CellRefused."""
    known = said if is_country(said) else country_named(said)
    if known is None and fold(said) not in NOTHING:
        raise CellRefused(_("This country is not known; write its two letters (ISO 3166-1), such as KZ."))
    return known


def country_of_file(said: str) -> str:
    """The code of the country chosen for all rows that name none; "" where none is chosen. Raises FileRefused."""
    try:
        return (read_country(said.strip()) or "") if said.strip() else ""
    except CellRefused:
        reason = _("“%(value)s” is no country: two letters such as KZ are asked (ISO 3166-1).") % {"value": said[:100]}
        raise FileRefused(reason) from None
