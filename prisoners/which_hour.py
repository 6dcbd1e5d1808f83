"""Which of two equal hours is meant, where the clock is put back: asked in a form only where there are two."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.refusals import Refusal
from prisoners.times import skipped_hour, two_hours

ASKED = _("The clock shows {hour} twice in {zone} on that day, for it is put back. Please say which one is meant.")
FIRST, SECOND = "first", "second"


class LocalHour(NamedTuple):
    """A local day and hour as they stand in a form or a row, and the zone (IANA) whose clock shows it."""

    day: date | None
    hour: time | None
    zone: str


class WhichHourField(forms.ChoiceField):
    """The first or the second of two equal hours; hidden until a form asks.

    Once the form has cleaned it, its value is whether the second is meant.
    """

    widget: Any = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=((FIRST, ""), (SECOND, "")), required=False, **kwargs)

    def ask(self, both: tuple[str, str]) -> None:
        """Show it, with the distance of each hour from UTC."""
        self.widget, self.required = forms.RadioSelect(), True
        first, second = both
        self.choices = [
            (FIRST, format_lazy(_("the first ({offset})"), offset=first)),
            (SECOND, format_lazy(_("the second ({offset})"), offset=second)),
        ]

    def prepare_value(self, value: Any) -> Any:
        """A row says yes or no; what nobody was asked about is no answer."""
        if isinstance(value, bool):
            return "" if self.widget.is_hidden else (SECOND if value else FIRST)
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Nothing is changed by an hour that nobody was asked about."""
        return bool(data) and data != (SECOND if initial else FIRST)


class AsksWhichHour(forms.BaseForm):
    """A form with hours that may be shown twice, or never; `hours_asked` says them, by the name of the field that asks.

    `shown_by` names the field in which such an hour is entered.
    """

    shown_by: ClassVar[dict[str, str]] = {"is_second_hour": "local_time", "ends_in_second_hour": "local_end_time"}

    def hours_asked(self, said: Mapping[str, Any]) -> dict[str, LocalHour]:
        """Each hour as it is `said`: in what was entered, or in the row."""
        raise NotImplementedError

    def ask_of_the_row(self, said: Mapping[str, Any]) -> None:
        """Ask at once where the row as it stands has such an hour."""
        for name, hour in self.hours_asked(said).items():
            if not self.is_bound and (both := _two(hour)):
                self._ask(name, both)

    def clean(self) -> Any:
        """Ask, and refuse until it is answered, where what was entered has such an hour; refuse one that is skipped."""
        super().clean()
        for name, hour in self.hours_asked(self.cleaned_data).items():
            if skipped := _skipped(hour):
                self.add_error(self.shown_by[name], skipped)
            self._clean_one(name, hour)
        return self.cleaned_data

    def _clean_one(self, name: str, hour: LocalHour) -> None:
        both, answer = _two(hour), self.cleaned_data.get(name)
        self.cleaned_data[name] = both is not None and answer == SECOND
        if both is None:
            return
        self._ask(name, both)
        if not answer:
            self.add_error(name, format_lazy(ASKED, hour=f"{hour.hour:%H:%M}", zone=hour.zone))

    def _ask(self, name: str, both: tuple[str, str]) -> None:
        field = self.fields[name]
        if isinstance(field, WhichHourField):
            field.ask(both)


def _skipped(hour: LocalHour) -> str:
    """Why no clock shows this hour; "" for every other, and where the zone is unknown."""
    try:
        return str(skipped_hour(hour.day, hour.hour, hour.zone) or "") if hour.zone else ""
    except Refusal:
        return ""


def _two(hour: LocalHour) -> tuple[str, str] | None:
    """An unknown zone is refused by its own field."""
    try:
        return two_hours(hour.day, hour.hour, hour.zone) if hour.zone else None
    except Refusal:
        return None
