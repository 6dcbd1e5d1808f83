"""The form of the street: an action that nobody announced and what happened at it, in a minute with one thumb."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import ActionKind
from actions.desk_forms import LOCAL_TIME, ReportForm
from actions.models import Campaign, Group
from actions.people_fields import choose_people
from prisoners.filter_fields import of_the_record
from prisoners.models import Prisoner
from prisoners.times import zone_or_refuse

#: What is asked of the report; the rest can be added on its own page.
REPORTED = ("turnout_low", "turnout_high", "text")


class StreetForm(ReportForm):
    """What it was, where, how many came, what happened, and photos; the day is today unless it is said otherwise."""

    police_kinds = None  # type: ignore[assignment]
    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.internal.none(), empty_label=None)
    kind = forms.ChoiceField(label=_("What is it?"), choices=ActionKind, initial=ActionKind.PICKET)
    held_on = forms.DateField(
        label=_("Local date"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), validators=of_the_record()
    )
    local_time = forms.TimeField(label=_("Begins, local time"), required=False, widget=LOCAL_TIME)
    city = forms.CharField(
        label=_("City"), max_length=120, required=False, help_text=_("Left empty, it is that of the group.")
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Left empty, it is made of the kind and the city."),
    )
    campaign = forms.ModelChoiceField(label=_("Campaign"), queryset=Campaign.internal.none(), required=False)
    prisoners = forms.ModelMultipleChoiceField(label=_("For"), queryset=Prisoner.internal.none(), required=False)

    class Meta(ReportForm.Meta):
        fields = REPORTED  # type: ignore[assignment]

    field_order = (
        "group",
        "kind",
        "held_on",
        "local_time",
        "city",
        *REPORTED,
        "photos",
        "prisoners",
        "campaign",
        "title",
    )

    def __init__(self, *args: Any, groups: QuerySet[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = list(groups[:2])
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]
        self.fields["campaign"].queryset = Campaign.public.all()  # type: ignore[attr-defined]
        choose_people(self)
        if len(own) == 1:
            self.fields["group"].widget = forms.HiddenInput()
            self.initial["group"] = own[0].pk
        zone = zone_or_refuse(own[0].time_zone) if own else None
        self.initial["held_on"] = timezone.localdate(timezone=zone)

    def of_the_action(self) -> dict[str, Any]:
        """What is written of the action, as `log_unannounced` takes it."""
        said = self.cleaned_data
        return {
            "kinds": [said["kind"]],
            **{name: said[name] for name in ("held_on", "local_time", "city", "title", "campaign", "prisoners")},
        }

    def of_the_report(self) -> dict[str, Any]:
        """What is written of the report, as `log_report` takes it."""
        return {name: self.cleaned_data[name] for name in REPORTED}
