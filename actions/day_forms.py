"""The desk's forms of days of action: writing the call, and joining it with a city."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.choices import ActionKind
from actions.desk_forms import LOCAL_TIME
from actions.models import Campaign, DayOfAction, Demand, Group
from actions.people_fields import choose_people
from prisoners.filter_fields import of_the_record


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


class CallForm(forms.ModelForm):
    """The call as those who write it see it."""

    kinds = forms.MultipleChoiceField(
        label=_("What is it?"), choices=ActionKind, widget=forms.CheckboxSelectMultiple, initial=[ActionKind.PICKET]
    )

    class Meta:
        model = DayOfAction
        fields = (
            "title",
            "kinds",
            "held_on",
            "local_time",
            "local_end_time",
            "description",
            "campaign",
            "prisoners",
            "demands",
        )
        widgets = {
            "held_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "local_time": LOCAL_TIME,
            "local_end_time": LOCAL_TIME,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_people(self)
        self.fields["held_on"].validators += of_the_record()
        rows = {"campaign": Campaign.public, "demands": Demand.public}
        for name, door in rows.items():
            self.fields[name].queryset = door.all()  # type: ignore[attr-defined]


class NewCallForm(CallForm):
    """A new call, by one of one's own groups."""

    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.internal.none(), empty_label=None)
    field_order = ("group",)

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]


class CallStepForm(forms.Form):
    """What is done with a call or its new words: submitted, shown to all as it was `seen`, or sent back."""

    do = forms.ChoiceField(
        choices=(
            ("submit", _("Submit for publication")),
            ("publish", _("Publish")),
            ("words", _("Publish the new words")),
            ("send-back", _("Send back to the author")),
            ("send-words-back", _("Send back to the author")),
        )
    )
    seen = forms.CharField(required=False)
    reason = forms.CharField(required=False, max_length=2000)
