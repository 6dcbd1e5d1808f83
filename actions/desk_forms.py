"""The forms of the organiser's desk; the services judge what is entered."""

import uuid
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from actions.choices import ActionKind, Audience, PoliceMeasure
from actions.models import Action, Campaign, Group, Report, Slot, Target
from actions.people_fields import choose_people
from actions.photo_forms import PhotosField
from actions.services.messaging import LONGEST
from actions.services.reports import FIELDS
from prisoners.filter_fields import of_the_record
from prisoners.which_hour import AsksWhichHour, LocalHour, WhichHourField

LOCAL_TIME = forms.TimeInput({"type": "time"}, format="%H:%M")
ENDS_ON = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
#: A cell of the check-in, as it is sent.
ATTENDANCE = (("yes", _("came")), ("no", _("did not come")), ("", _("not recorded")))
CAME = {"yes": True, "no": False, "": None}


#: Numbers that are typed with the thumb.
COUNTED = ("turnout_low", "turnout_high", "arrests", "arrests_high")


def one_time_key() -> str:
    """A key for one showing of a form: sent twice, it is done once."""
    return uuid.uuid4().hex


#: By what it is known whether the clock shows an hour of an action twice.
ASKED_OF = ("local_time", "local_end_time", "ends_on", "time_zone")


class ActionForm(AsksWhichHour, forms.ModelForm):
    """An action as its organisers write it."""

    kinds = forms.MultipleChoiceField(
        label=_("What is it?"), choices=ActionKind, widget=forms.CheckboxSelectMultiple, initial=[ActionKind.PICKET]
    )
    held_on = forms.DateField(
        label=_("Local date"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        validators=of_the_record(),
    )
    is_second_hour = WhichHourField(label=_("In which of the two equal hours it begins"))
    ends_in_second_hour = WhichHourField(label=_("In which of the two equal hours it ends"))

    class Meta:
        model = Action
        fields = (
            "title",
            "kinds",
            "held_on",
            "local_time",
            "is_second_hour",
            "local_end_time",
            "ends_in_second_hour",
            "ends_on",
            "city",
            "venue",
            "address_visibility",
            "time_zone",
            "target",
            "campaign",
            "prisoners",
            "description",
            "is_open_for_sign_up",
            "capacity",
            "has_waiting_list",
            "needs_approval",
        )
        widgets = {"local_time": LOCAL_TIME, "local_end_time": LOCAL_TIME, "ends_on": ENDS_ON}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose_from("campaign", Campaign.public.all())
        choose_people(self)
        self._choose_from("target", Target.public.order_by("name_i18n", "pk"))
        held_on = self.instance.held_on
        self.initial["held_on"] = held_on.earliest if held_on and held_on.is_day else None
        said = {name: getattr(self.instance, name) for name in ASKED_OF}
        self.ask_of_the_row({**said, "held_on": self.initial["held_on"]})

    def hours_asked(self, said: Mapping[str, Any]) -> dict[str, LocalHour]:
        """Its beginning and its end, by the clock on the spot."""
        day, zone = said.get("held_on"), said.get("time_zone") or self.zone_left_empty(said)
        return {
            "is_second_hour": LocalHour(day, said.get("local_time"), zone),
            "ends_in_second_hour": LocalHour(said.get("ends_on") or day, said.get("local_end_time"), zone),
        }

    def zone_left_empty(self, said: Mapping[str, Any]) -> str:
        """The zone where none was entered."""
        return ""

    def _choose_from(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]


class NewActionForm(ActionForm):
    """A new action, of one of one's own groups."""

    group = forms.ModelChoiceField(label=_("Group"), queryset=Group.internal.none(), empty_label=None)
    field_order = ("group",)

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose_from("group", groups)
        own = list(groups[:2])
        # Prefilled, not filled in: an action without a city reaches nobody who follows one, but one online has none.
        self.initial["city"] = own[0].city if len(own) == 1 else ""
        self.fields["time_zone"].required = False
        self.fields["time_zone"].help_text = _("Left empty, it is the group's.")
        # Whoever calls people together wants to know who comes; the row itself is closed until somebody says so.
        self.fields["is_open_for_sign_up"].initial = True

    def zone_left_empty(self, said: Mapping[str, Any]) -> str:
        """That of the group."""
        group = said.get("group")
        return group.time_zone if group is not None else ""


class CloneForm(forms.Form):
    """On which day the same takes place again."""

    held_on = forms.DateField(
        label=_("New local date"),
        help_text=_("Texts, hours, place, roles and whom it is for are taken over; nobody who came is."),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        validators=of_the_record(),
    )


class CancelForm(forms.Form):
    """Why an action does not take place."""

    reason = forms.CharField(label=_("Reason, for everybody to read"), widget=forms.Textarea({"rows": 3}))


class ReportForm(forms.ModelForm):
    """The picket in two minutes; nothing but one number or a sentence is needed."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False, initial=one_time_key)
    police_kinds = forms.MultipleChoiceField(
        label=_("The police"), choices=PoliceMeasure, widget=forms.CheckboxSelectMultiple, required=False
    )
    photos = PhotosField(
        label=_("Photos"),
        required=False,
        help_text=_("JPEG, PNG or WebP, at most 10 at once. Faces are blurred; place and camera are removed."),
    )

    #: What is known in the street comes first, what can be looked up at home after it.
    field_order: tuple[str, ...] = ("turnout_low", "turnout_high", "text", "photos")

    class Meta:
        model = Report
        fields = FIELDS
        widgets = {
            "text": forms.Textarea({"rows": 4}),
            "police_measures": forms.Textarea({"rows": 2}),
            "press_links": forms.Textarea({"rows": 2, "inputmode": "url", "autocapitalize": "none"}),
            **{name: forms.NumberInput({"inputmode": "numeric"}) for name in COUNTED},
        }


class WalkInsForm(forms.Form):
    """How many more, or fewer, came without a sign-up."""

    by = forms.IntegerField(min_value=-10000, max_value=10000)
    key = forms.CharField(max_length=60, required=False)


class AttendanceForm(forms.Form):
    """Whether one person came."""

    sign_up = forms.UUIDField(widget=forms.HiddenInput)
    came = forms.ChoiceField(choices=ATTENDANCE, required=False)


class DecisionForm(forms.Form):
    """Whether one person is accepted."""

    sign_up = forms.UUIDField(widget=forms.HiddenInput)
    do = forms.ChoiceField(choices=(("accept", _("Accept")), ("refuse", _("Refuse"))))


class MessageForm(forms.Form):
    """What is written to those who signed up, and to which of them."""

    to = forms.ChoiceField(label=_("To"))
    text = forms.CharField(label=_("Message"), max_length=LONGEST, widget=forms.Textarea({"rows": 8}))
    key = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False, initial=one_time_key)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._slots = {f"slot:{slot.pk}": slot for slot in Slot.internal.filter(action=action)}
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            (Audience.COMING, Audience.COMING.label),
            *((value, str(slot)) for value, slot in self._slots.items()),
            (Audience.WAITING, Audience.WAITING.label),
        ]

    @property
    def slot(self) -> Slot | None:
        """The role, where it goes to those with one."""
        return self._slots.get(self.cleaned_data["to"])

    @property
    def audience(self) -> str:
        """To whom it goes."""
        return Audience.SLOT if self.slot else self.cleaned_data["to"]
