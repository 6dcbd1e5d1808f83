"""The forms of series: how often an action returns, and whether a change is for one day or for all that follow."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions import recurrence
from actions.choices import SkippedHour
from actions.models import Action
from actions.services.series import FEWEST, MOST
from prisoners.casing import with_capital

AND_FOLLOWING = "and_following"


class RepeatForm(forms.Form):
    """How often, and until when; the rhythms are told from the day of the action."""

    rhythm = forms.ChoiceField(label=_("How often?"), widget=forms.RadioSelect)
    until = forms.DateField(
        label=_("Last day"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    number = forms.IntegerField(label=_("Or how many times in all"), required=False, min_value=FEWEST, max_value=MOST)
    on_skipped = forms.ChoiceField(
        label=_("On a night when the clock is put forward past its hour"),
        choices=(("", _("tell me which days that would be")), *SkippedHour.choices),
        required=False,
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first = action.held_on.earliest if action.held_on and action.held_on.is_day else None
        rhythms = recurrence.rhythms_of(first) if first else []
        said = [(one, with_capital(recurrence.say(one, first))) for one in rhythms] if first else []
        self.fields["rhythm"].choices = said  # type: ignore[attr-defined]
        if action.local_time is None:
            del self.fields["on_skipped"]


def offer_following(form: forms.BaseForm, action: Action, label: Any) -> None:
    """Ask beside a change whether it is for all days that follow, where the action belongs to a series."""
    if action.series_id is not None:
        form.fields[AND_FOLLOWING] = forms.BooleanField(label=label, required=False)
