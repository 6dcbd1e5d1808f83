"""The researchers' desk for this floor: campaigns, demands, groups, targets, actions and reports; no sign-ups."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from actions.choices import ActionKind
from actions.models import Action, Campaign, Demand, Group, Membership, Report, Slot, Target
from actions.publication import Row, publish, submit, withdraw
from actions.services.actions import derive_instants, store
from prisoners.choices import PublicationState
from prisoners.models import Staff
from prisoners.refusals import Refusal


class ActionAdminForm(forms.ModelForm):
    """An action; what the service would refuse is said as an error of the form."""

    kinds = forms.MultipleChoiceField(
        label=_("kinds"), choices=ActionKind, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Action
        fields = "__all__"  # noqa: DJ007 - what is not to be entered is not editable

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        try:
            derive_instants(self.instance)
        except Refusal as refused:
            self.add_error(None, [str(reason) for reason in refused.reasons])


class PublishableAdmin(admin.ModelAdmin):
    """Rows that two people make public; what was public once is withdrawn and never deleted."""

    list_per_page = 50
    actions = ("submit_rows", "publish_rows", "withdraw_rows")
    readonly_fields: ClassVar[tuple[str, ...]] = ("state", "submitted_by", "published_by", "published_at")
    formfield_overrides: ClassVar[dict[type[models.Field], dict[str, Any]]] = {
        models.URLField: {"assume_scheme": "https"}
    }
    withdrawal_reason = _("withdrawn at the researchers' desk")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only drafts can be deleted, one by one."""
        is_draft = obj is not None and obj.state == PublicationState.DRAFT
        return is_draft and super().has_delete_permission(request, obj)

    @admin.action(description=_("Submit for publication"))
    def submit_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Hand the chosen rows to a second person."""
        self._each(request, rows, submit)

    @admin.action(description=_("Publish"))
    def publish_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Publish the chosen rows."""
        self._each(request, rows, publish)

    @admin.action(description=_("Withdraw"))
    def withdraw_rows(self, request: HttpRequest, rows: QuerySet) -> None:
        """Take the chosen rows from the public."""
        self._each(request, rows, lambda row, by: withdraw(row, by, str(self.withdrawal_reason)))

    def _each(self, request: HttpRequest, rows: QuerySet, do: Callable[[Row, Staff], None]) -> None:
        """Row by row: one that is refused does not stop the others, and its reasons are said."""
        for row in rows:
            self._one(request, row, do)

    def _one(self, request: HttpRequest, row: Row, do: Callable[[Row, Staff], None]) -> None:
        if not isinstance(request.user, Staff):
            return
        try:
            do(row, request.user)
        except Refusal as refused:
            self.message_user(request, f"{row}: {refused}", messages.ERROR)
        else:
            self.message_user(request, f"{row}: {row.get_state_display()}", messages.SUCCESS)


class DemandInline(admin.StackedInline):
    """The demands of a campaign."""

    model = Demand
    extra = 0
    filter_horizontal = ("prisoners", "sources")
    show_change_link = True


class MembershipInline(admin.TabularInline):
    """Who works in a group."""

    model = Membership
    extra = 0


class SlotInline(admin.TabularInline):
    """The roles at an action."""

    model = Slot
    extra = 0


@admin.register(Campaign)
class CampaignAdmin(PublishableAdmin):
    """Campaigns with their demands."""

    list_display = ("title", "country", "state")
    list_filter = ("state", "country")
    search_fields = ("title", "slug")
    filter_horizontal = ("prisoners", "events", "statements", "figures", "sources")
    inlines = (DemandInline,)


@admin.register(Demand)
class DemandAdmin(PublishableAdmin):
    """Demands in every version."""

    list_display = ("__str__", "campaign", "status", "state")
    list_filter = ("state", "status", "campaign")
    list_select_related = ("campaign",)
    search_fields = ("text",)
    filter_horizontal = ("prisoners", "sources")


@admin.register(Group)
class GroupAdmin(PublishableAdmin):
    """Groups and who organises in them."""

    list_display = ("name", "city", "country", "state")
    list_filter = ("state", "country")
    search_fields = ("name", "city")
    inlines = (MembershipInline,)


@admin.register(Target)
class TargetAdmin(PublishableAdmin):
    """Whom actions address."""

    list_display = ("name", "city", "country", "address_as_of", "verified_on", "state")
    list_filter = ("state", "of_country", "country")
    search_fields = ("name", "city", "address")
    filter_horizontal = ("sources",)


@admin.register(Action)
class ActionAdmin(PublishableAdmin):
    """Actions; date, hour and zone are entered, instants are derived."""

    form = ActionAdminForm
    list_display = ("title", "city", "held_on", "group", "state")
    list_filter = ("state", "country", "group")
    list_select_related = ("group",)
    search_fields = ("title", "city", "venue")
    readonly_fields = (*PublishableAdmin.readonly_fields, "cancelled_at", "cancellation_reason", "revision")
    filter_horizontal = ("prisoners", "sources")
    inlines = (SlotInline,)

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
    filter_horizontal = ("sources",)
    raw_id_fields = ("action",)
    readonly_fields = (*PublishableAdmin.readonly_fields, "signed_up_count", "attended_count", "reported_by")
