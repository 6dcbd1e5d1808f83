"""Actions and what came of them."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from actions.admin.base import LookedAtInline, PublishableAdmin, sources
from actions.choices import ActionKind
from actions.desk_forms import ASKED_OF
from actions.models import Action, ActionSource, Report, ReportSource, Slot
from actions.services.actions import derive_instants, store
from prisoners.admin.keeping import KeptForm
from prisoners.refusals import Refusal, Sentence
from prisoners.which_hour import AsksWhichHour, LocalHour, WhichHourField


class ActionAdminForm(AsksWhichHour, KeptForm):
    """An action; what the service would refuse is said as an error of the form."""

    is_second_hour = WhichHourField(label=_("In which of the two equal hours it begins"))
    ends_in_second_hour = WhichHourField(label=_("In which of the two equal hours it ends"))

    kinds = forms.MultipleChoiceField(
        label=_("kinds"), choices=ActionKind, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Action
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_of_the_row({name: getattr(self.instance, name) for name in (*ASKED_OF, "held_on")})

    def hours_asked(self, said: Mapping[str, Any]) -> dict[str, LocalHour]:
        """Its beginning and its end, by the clock on the spot."""
        held_on, zone = said.get("held_on"), said.get("time_zone") or ""
        day = held_on.earliest if held_on and held_on.is_day else None
        return {
            "is_second_hour": LocalHour(day, said.get("local_time"), zone),
            "ends_in_second_hour": LocalHour(said.get("ends_on") or day, said.get("local_end_time"), zone),
        }

    def reasons_against(self) -> list[Sentence]:
        """What speaks against the date, the hours and the zone."""
        try:
            derive_instants(self.instance)
        except Refusal as refused:
            return refused.reasons
        return []


class SlotInline(LookedAtInline):
    """The roles at an action; its organisers set them at their desk, where those who hold one are thought of."""

    model = Slot
    fields = ("role", "label", "minimum", "maximum")


@admin.register(Action)
class ActionAdmin(PublishableAdmin):
    """Actions; date, hour and zone are entered, instants are derived."""

    form = ActionAdminForm
    list_display = ("title", "city", "held_on", "group", "state")
    list_filter = ("state", "country", "group")
    list_select_related = ("group",)
    search_fields = ("title", "city", "venue")
    readonly_fields = (*PublishableAdmin.readonly_fields, "cancelled_at", "cancellation_reason")
    filter_horizontal = ("prisoners",)
    inlines = (sources(ActionSource), SlotInline)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """An action stays with its group: another one would read who has signed up."""
        return (*super().get_readonly_fields(request, obj), *(["group"] if obj is not None else []))

    def save_model(self, request: HttpRequest, obj: Action, form: forms.ModelForm, change: bool) -> None:
        """Through the service, so that people who come hear of another hour."""
        store(obj)


@admin.register(Report)
class ReportAdmin(PublishableAdmin):
    """The picket log."""

    list_display = ("action", "turnout_low", "turnout_high", "counted_by_kind", "state")
    list_filter = ("state", "counted_by_kind")
    list_select_related = ("action",)
    search_fields = ("action__title", "text")
    inlines = (sources(ReportSource),)
    raw_id_fields = ("action",)
    readonly_fields = (*PublishableAdmin.readonly_fields, "signed_up_count", "attended_count", "reported_by")
