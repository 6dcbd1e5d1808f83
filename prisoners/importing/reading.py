"""What holds while one column is read, and the text of its cells."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from prisoners.importing.date_parts import DAY_FIRST, MONTH_FIRST, YEARS_1900, YEARS_2000, DateStyle
from prisoners.importing.lengths import DAYS, MONTHS, YEARS
from prisoners.importing.refusals import CellRefused
from prisoners.importing.sheets import Value
from prisoners.importing.targets import Target
from prisoners.spreadsheets import plain_cell
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
