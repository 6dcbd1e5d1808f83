"""The desk's form by which a city joins a day of action."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.desk_forms import LOCAL_TIME
from actions.models import Group


class JoinForm(forms.Form):
    """Whose city, and where; everything else is what the call says, until somebody changes it."""

    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.internal.none(), empty_label=None)
    city = forms.CharField(label=_("City"), max_length=120)
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label=_("Country, in two letters"),
        help_text=_("Left empty, it is the group's."),
        error_messages={"invalid": _("Please give the two letters of the country, such as AT.")},
        required=False,
    )
    time_zone = forms.CharField(
        label=_("Time zone"), help_text=_("Left empty, it is the group's."), max_length=64, required=False
    )
    venue = forms.CharField(label=_("Meeting point"), max_length=300, required=False)
    local_time = forms.TimeField(
        label=_("Begins, local time"),
        help_text=_("Left empty, it is as in the call."),
        widget=LOCAL_TIME,
        required=False,
    )
    local_end_time = forms.TimeField(label=_("Ends, local time"), widget=LOCAL_TIME, required=False)

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        first = groups.first()
        self.initial.setdefault("city", first.city if first else "")
