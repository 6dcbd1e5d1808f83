"""Days of action: one call, which the cities follow."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from actions.admin.base import PublishableAdmin
from actions.choices import ActionKind
from actions.models import DayOfAction
from actions.services.calls import publish_call
from actions.services.days import follow
from prisoners.admin.keeping import KeptForm
from prisoners.models import Staff
from prisoners.refusals import Refusal


class DayOfActionForm(KeptForm):
    """The call to a day of action."""

    kinds = forms.MultipleChoiceField(
        label=_("kinds"), choices=ActionKind, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = DayOfAction
        fields = "__all__"


@admin.register(DayOfAction)
class DayOfActionAdmin(PublishableAdmin):
    """Days of action, written once; the cities follow."""

    form = DayOfActionForm
    list_display = ("title", "held_on", "campaign", "state")
    list_filter = ("state",)
    list_select_related = ("campaign",)
    search_fields = ("title", "slug")
    filter_horizontal = ("prisoners", "demands")

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        """The cities follow once whom it is for is written too; a city that cannot is named, and keeps its own."""
        super().save_related(request, form, formsets, change)
        try:
            follow(form.instance)
        except Refusal as refused:
            self.message_user(request, str(refused), messages.ERROR)

    def publish_row(self, row: DayOfAction, by: Staff, seen: str | None = None) -> None:
        """The cities say what the call says once it is public."""
        publish_call(row, by, seen=seen)
