"""The form field in which a person enters a partial date: by its parts, or as EDTF text."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NoReturn

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import get_default_renderer
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from prisoners.dates import OPEN, BadDate, PartialDate, Point, describe, parse
from prisoners.importing.date_parts import DateStyle
from prisoners.importing.messy_dates import read_date
from prisoners.importing.refusals import CellRefused

AT, BEFORE, AFTER, BETWEEN = "at", "before", "after", "between"
SHAPES = [
    (AT, _("on or in")),
    (BEFORE, _("before")),
    (AFTER, _("after")),
    (BETWEEN, _("from … until …, or between")),
]
MARKS = [("", _("certain")), ("~", _("about")), ("?", _("not certain")), ("%", _("about, and not certain"))]
#: A day or month as most of the world writes it; EDTF has no dots but the two of an open end.
DOTTED = re.compile(r"(\d{1,2}\.){1,2}\d{4}")
PARTS = ("year", "month", "day")


class PartialDateWidget(forms.MultiWidget):
    """Selects and boxes for shape, year, month, day and certainty, and a text box that takes EDTF.

    The text box has the name of the field itself, so that a script may send just `born_on=2011-04`.
    """

    template_name = "prisoners/partial_date.html"
    use_fieldset = True

    class Media:
        js = (forms.Script("uf/dates.js", defer=True),)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(_part_widgets(), attrs)

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """Drawn once where nothing is entered: a page of the desk has up to a dozen such, in rows that may be added."""
        if value is not None or self.attrs or renderer is not get_default_renderer():
            return super().render(name, value, attrs, renderer)
        return _empty(name, tuple((attrs or {}).items()), self.is_required, get_language())

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the date read back in words, so that a slip of the pen is seen."""
        read_back = {"read_as": self._in_words(value), "reader": reverse("admin:read-date")}
        return {**super().get_context(name, value, attrs), **read_back}

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        """With its parts drawn by the renderer: by templates of their own they take ten times as long."""
        draw = (renderer or get_default_renderer()).render
        drawn = [draw(part["template_name"], {"widget": part}) for part in context["widget"]["subwidgets"]]
        return super()._render(template_name, {**context, "parts": drawn}, renderer)  # type: ignore[misc] # not named by the stubs

    def _in_words(self, value: Any) -> str:
        try:
            partial = PartialDateFormField(required=False).compress(value) if isinstance(value, list) else value
            partial = parse(partial) if isinstance(partial, str) and partial else partial
        except (ValidationError, BadDate):
            return ""
        return read_as(partial) if isinstance(partial, PartialDate) else ""

    def decompress(self, value: PartialDate | str | None) -> list[Any]:
        """The parts of a date, or its text where the parts cannot say it, or where it is no date at all."""
        try:
            partial = parse(value) if isinstance(value, str) and value else value
        except BadDate:
            return self._as_text(value)
        if not isinstance(partial, PartialDate):
            return [None] * len(self.widgets)
        parts = _parts(partial)
        return parts if _is_said(parts, partial) else self._as_text(partial)

    def _as_text(self, value: Any) -> list[Any]:
        return [str(value), *[None] * (len(self.widgets) - 1)]


@lru_cache(maxsize=500)
def _empty(name: str, attrs: tuple[tuple[str, Any], ...], is_required: bool, language: str | None) -> SafeString:
    """The boxes of a date that is not entered, in the active language."""
    widget = PartialDateWidget()
    widget.is_required = is_required
    return super(PartialDateWidget, widget).render(name, None, dict(attrs))


class PartialDateFormField(forms.MultiValueField):
    """Gives a `PartialDate`, or None when nothing was entered."""

    widget = PartialDateWidget
    default_error_messages = {
        "invalid": _("Enter a date."),
        "two_ways": _("Enter the date by its parts or as text, not both."),
        "no_year": _("Give the year, or leave it empty only for a day or month whose year is not known."),
        "no_month": _("Give the month of the day."),
        "no_end": _("Say when it ended, or choose another word than “from … until”."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("max_length", None)
        fields = [_part_field(widget) for widget in _part_widgets().values()]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The selects of shape and certainty always send something: a row in which nothing else is filled is blank."""
        if not initial and data and not any((data[0], *data[3:])):
            return False
        return super().has_changed(initial, data)

    def compress(self, data_list: Sequence[str]) -> PartialDate | None:
        """One date from the text or the parts. Raises ValidationError with every reason against it."""
        if not data_list:
            return None
        text, shape, mark, *numbers = data_list
        self._check(text, numbers[:3], numbers[3:])
        if not text and not any(numbers):
            return None
        try:
            return parse(text or self._written(shape, mark, numbers[:3], numbers[3:]))
        except BadDate as error:
            return _as_people_write_it(text, error)

    def _check(self, text: str, first: Sequence[str], second: Sequence[str]) -> None:
        """A shape alone is no date (its select always sends one), and a date is given in one way only."""
        is_in_parts = any([*first, *second])
        if self.required and not text and not is_in_parts:
            self._refuse("required")
        if text and is_in_parts:
            self._refuse("two_ways")
        if any(day and not month for _year, month, day in (first, second)):
            self._refuse("no_month")

    def _refuse(self, code: str) -> NoReturn:
        raise ValidationError(self.error_messages[code], code=code)

    def _written(self, shape: str, mark: str, first: Sequence[str], second: Sequence[str]) -> str:
        """The EDTF text of the parts."""
        if shape == BETWEEN:
            if not any(second):
                self._refuse("no_end")
            return f"{_iso(first)}{mark}/{_iso(second)}{mark}"
        if shape in (BEFORE, AFTER):
            return self._open_ended(shape, mark, parse(_iso(first)).begin)
        return f"{_iso(first)}{mark}"

    def _open_ended(self, shape: str, mark: str, point: Point | None) -> str:
        """EDTF ends are inclusive, while before and after leave out the date that is named."""
        if point is None or point.year is None:
            self._refuse("no_year")
        if shape == BEFORE:
            return f"{OPEN}/{point.beside(-1).iso}{mark}"
        return f"{point.beside(1).iso}{mark}/{OPEN}"


def read_as(partial: PartialDate | None) -> str:
    """What was understood, as the form says it in the active language; empty for no date."""
    if partial is None:
        return ""
    return gettext("Read as: %(read_as)s") % {"read_as": describe(partial, get_language() or "en")}


def _as_people_write_it(text: str, error: BadDate) -> PartialDate | None:
    """Words such as "16 December 2011" or "в апреле 2011 г.", or 19.04.2022; else ValidationError with the reasons."""
    if " " not in text.strip() and not DOTTED.fullmatch(text.strip()):
        raise ValidationError(error.reasons) from error
    try:
        return read_date(text, DateStyle(allows_future=True), date.min)
    except CellRefused as refused:
        raise ValidationError(refused.reasons) from refused


def _part_widgets() -> dict[str, forms.Widget | type[forms.Widget]]:
    """By the ending of their names; each carries its own label, since one legend stands over all of them."""
    months = [("", _("month not known")), *((str(number), name) for number, name in MONTHS.items())]
    return {
        "": _box(_("date as EDTF text"), 40),
        "shape": forms.Select({"aria-label": _("before, after, or exactly")}, SHAPES),
        "mark": forms.Select({"aria-label": _("how certain")}, MARKS),
        "year": _box(_("year"), 4),
        "month": forms.Select({"aria-label": _("month")}, months),
        "day": _box(_("day"), 2),
        "until_year": _box(_("until: year"), 4),
        "until_month": forms.Select({"aria-label": _("until: month")}, months),
        "until_day": _box(_("until: day"), 2),
    }


def _part_field(widget: forms.Widget | type[forms.Widget]) -> forms.Field:
    if isinstance(widget, forms.Select):
        return forms.ChoiceField(choices=widget.choices, required=False)
    return forms.CharField(required=False)


def _box(label: Any, size: int) -> forms.TextInput:
    numeric = {"inputmode": "numeric"} if size < 5 else {}
    return forms.TextInput(
        {"aria-label": label, "placeholder": label, "size": size + 4, "autocomplete": "off", **numeric}
    )


def _iso(numbers: Sequence[str]) -> str:
    """`2011`, `2011-04`, `2011-04-03`, or `XXXX-…` without a year; faults are left for `parse` to name."""
    year, month, day = numbers
    parts = [year or "XXXX", month.zfill(2) if month else "", day.zfill(2) if day else ""]
    return "-".join(part for part in parts if part)


def _parts(partial: PartialDate) -> list[Any]:
    """What the boxes show for a date; the text box stays empty."""
    begin, end = partial.begin, partial.end
    if begin is None and end is not None:
        return ["", BEFORE, end.mark, *_numbers(end.beside(1)), *_numbers(None)]
    if end is None and begin is not None:
        return ["", AFTER, begin.mark, *_numbers(begin.beside(-1)), *_numbers(None)]
    shape, until = (AT, None) if begin is end else (BETWEEN, end)
    return ["", shape, begin.mark if begin else "", *_numbers(begin), *_numbers(until)]


def _numbers(point: Point | None) -> list[str]:
    """Year, month and day as typed, empty where there is none."""
    return [str(getattr(point, part, None) or "") for part in PARTS]


def _is_said(parts: list[Any], partial: PartialDate) -> bool:
    """Whether entering the parts gives the same date again."""
    try:
        return PartialDateFormField().compress(parts) == partial
    except ValidationError:
        return False
