"""The desk's forms of several rows: the roles at an action, and what is asked of those who sign up."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.choices import QuestionKind, SlotRole
from actions.models import Question, Slot

#: How many empty rows stand below those there are.
SPARE = 2
#: Minutes in each unit.
UNITS = ((1, _("minutes")), (60, _("hours")), (24 * 60, _("days")))
NUMBER = forms.NumberInput({"inputmode": "numeric", "min": "0"})


class RowForm(forms.Form):
    """One row; `pk` says which one it is, nothing that it is new. An empty new row is none."""

    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def row(self) -> dict[str, Any]:
        """The row as the service takes it."""
        said = dict(self.cleaned_data)
        return {**said, "is_gone": said.pop("DELETE", False)}


class SlotForm(RowForm):
    """A role, with how many are needed and how many may take it."""

    role = forms.ChoiceField(label=_("Role"), choices=SlotRole, initial=SlotRole.PARTICIPANT)
    label = forms.CharField(
        label=_("In your own words"), required=False, max_length=120, help_text=_("For instance: steward at the gate.")
    )
    minimum = forms.IntegerField(label=_("Needed"), min_value=0, max_value=10000, required=False, widget=NUMBER)
    maximum = forms.IntegerField(
        label=_("At most"),
        min_value=0,
        max_value=10000,
        required=False,
        widget=NUMBER,
        help_text=_("Empty is no limit; 0 is nobody."),
    )

    def clean_minimum(self) -> int:
        """Nothing entered is nobody needed."""
        return self.cleaned_data["minimum"] or 0


class QuestionForm(RowForm):
    """One question to those who sign up."""

    label = forms.CharField(label=_("Question"), max_length=200)
    kind = forms.ChoiceField(label=_("Answer"), choices=QuestionKind, initial=QuestionKind.TEXT)
    options = forms.CharField(
        label=_("To choose from, one a line"),
        required=False,
        max_length=1500,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Only for one of several."),
    )
    is_required = forms.BooleanField(label=_("Has to be answered"), required=False)

    def clean_options(self) -> list[str]:
        """One a line. Raises ValidationError for one that is too long to be an answer."""
        lines = [line.strip() for line in self.cleaned_data["options"].splitlines()]
        if any(len(line) > 120 for line in lines):
            raise forms.ValidationError(_("Each line has to be at most 120 characters long."))
        return list(dict.fromkeys(line for line in lines if line))


class ReminderForm(forms.Form):
    """One reminder: so many of a unit before the beginning."""

    amount = forms.IntegerField(label=_("How long before"), min_value=1, max_value=10000, widget=NUMBER)
    unit = forms.TypedChoiceField(label=_("Unit"), choices=UNITS, coerce=int, initial=60)


SlotRows = forms.formset_factory(SlotForm, extra=SPARE, can_delete=True, can_delete_extra=False, max_num=20)
QuestionRows = forms.formset_factory(QuestionForm, extra=SPARE, can_delete=True, can_delete_extra=False, max_num=20)
ReminderRows = forms.formset_factory(ReminderForm, extra=SPARE, can_delete=True, can_delete_extra=False, max_num=20)


def of_slots(slots: Iterable[Slot]) -> list[dict[str, Any]]:
    """The rows as they stand."""
    return [{name: getattr(slot, name) for name in ("pk", "role", "label", "minimum", "maximum")} for slot in slots]


def of_questions(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The rows as they stand."""
    names = ("pk", "label", "kind", "is_required")
    return [{**{name: getattr(one, name) for name in names}, "options": "\n".join(one.options)} for one in questions]


def of_reminders(minutes: Iterable[int]) -> list[dict[str, Any]]:
    """Each in the largest unit that fits."""
    units = [max(unit for unit, _name in UNITS if one % unit == 0) for one in minutes]
    return [{"amount": one // unit, "unit": unit} for one, unit in zip(minutes, units, strict=True)]


def minutes_of(formset: Any) -> list[int]:
    """What was entered, without the empty rows and those that go."""
    said = [form.cleaned_data for form in formset.forms if form.has_changed() or form.initial]
    return [one["amount"] * one["unit"] for one in said if one and not one.get("DELETE")]


def rows_of(formset: Any) -> list[dict[str, Any]]:
    """What was entered, without the empty rows."""
    return [form.row() for form in formset.forms if form.has_changed() or form.cleaned_data.get("pk")]
