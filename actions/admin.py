"""The researchers' desk for this floor: campaigns, demands, appeals, groups, targets, actions, reports; no sign-ups."""

from collections.abc import Mapping
from types import ModuleType
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actions import appeal_rules, publication
from actions.choices import ActionKind
from actions.desk_forms import ASKED_OF
from actions.models import (
    Action,
    ActionSource,
    Appeal,
    AppealSource,
    Campaign,
    CampaignSource,
    DayOfAction,
    Demand,
    DemandSource,
    Endorsement,
    Group,
    LetterRules,
    LetterRulesSource,
    LetterTerms,
    LetterTermsSource,
    Membership,
    Report,
    ReportSource,
    Slot,
    Target,
    TargetSource,
)
from actions.services import appeals
from actions.services.actions import derive_instants, store
from actions.services.calls import publish_call
from actions.services.days import follow
from prisoners.admin import base, publishing
from prisoners.admin.keeping import KeptForm
from prisoners.models import Staff
from prisoners.refusals import Refusal, Sentence
from prisoners.times import say_instant
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


LETTER_HELP = _(
    "Numbers are not typed: {{ days_held }} and {{ years_held }} bring their unit along (“334 days”), "
    "{{ days_held_number }} does not; {{ age }}, {{ held_since }}, {{ name }}."
)


class AppealAdminForm(KeptForm):
    """An appeal; a number that nobody can compute is said while it is written, not when it is sent."""

    class Meta:
        model = Appeal
        fields = "__all__"
        help_texts: ClassVar[dict[str, Promise]] = {"letter": LETTER_HELP}

    def reasons_against(self) -> list[Sentence]:
        """What speaks against its texts, its language and its days."""
        return appeal_rules.faults(self.instance)


class PublishableAdmin(publishing.PublishableAdmin):
    """The desk's pages, with the rules of this floor for publishing."""

    publication: ClassVar[ModuleType] = publication

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """Here a row is published by whom it belongs to: it is asked itself, and answers with a sentence."""
        return True

    has_withdraw_permission = has_publish_permission


class DemandInline(base.DeskInline):
    """The demands of a campaign; their sources are entered on their own pages, each with its place."""

    model = Demand
    extra = 0
    filter_horizontal = ("prisoners",)
    show_change_link = True


class DemandSourceInline(base.CitationInline):
    """On what a demand rests, and where that stands."""

    model = DemandSource


class TargetSourceInline(base.CitationInline):
    """On what the address of a target rests."""

    model = TargetSource


class ActionSourceInline(base.CitationInline):
    """On what an action rests."""

    model = ActionSource


class ReportSourceInline(base.CitationInline):
    """On what a report rests."""

    model = ReportSource


class CampaignSourceInline(base.CitationInline):
    """On what a campaign rests."""

    model = CampaignSource


class AppealSourceInline(base.CitationInline):
    """On what an appeal rests."""

    model = AppealSource


class LetterRulesSourceInline(base.CitationInline):
    """On what the rules for letters of a prison rest."""

    model = LetterRulesSource


class LetterTermsSourceInline(base.CitationInline):
    """On what is said of letters to one prisoner rests."""

    model = LetterTermsSource


class LookedAtInline(admin.TabularInline):
    """Rows that are shown here and written elsewhere, whatever a role may do."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Read only."""
        return False

    has_change_permission = has_delete_permission = has_add_permission


class MembershipInline(LookedAtInline):
    """Who works in a group: whoever does reads who comes, so they are invited by its organisers and by nobody else."""

    model = Membership
    fields = ("member", "role")


class SlotInline(LookedAtInline):
    """The roles at an action; its organisers set them at their desk, where those who hold one are thought of."""

    model = Slot
    fields = ("role", "label", "minimum", "maximum")


@admin.register(Campaign)
class CampaignAdmin(PublishableAdmin):
    """Campaigns with their demands."""

    list_display = ("title", "country", "state")
    list_filter = ("state", "country")
    search_fields = ("title", "slug")
    filter_horizontal = ("prisoners", "events", "statements", "figures")
    inlines = (CampaignSourceInline, DemandInline)


@admin.register(Demand)
class DemandAdmin(PublishableAdmin):
    """Demands in every version."""

    list_display = ("__str__", "campaign", "status", "state")
    list_filter = ("state", "status", "campaign")
    list_select_related = ("campaign",)
    search_fields = ("text",)
    filter_horizontal = ("prisoners",)
    inlines = (DemandSourceInline,)


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
    inlines = (TargetSourceInline,)


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
    inlines = (ActionSourceInline, SlotInline)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """An action stays with its group: another one would read who has signed up."""
        return (*super().get_readonly_fields(request, obj), *(["group"] if obj is not None else []))

    def save_model(self, request: HttpRequest, obj: Action, form: forms.ModelForm, change: bool) -> None:
        """Through the service, so that people who come hear of another hour."""
        store(obj)


@admin.register(Endorsement)
class EndorsementAdmin(PublishableAdmin):
    """Organisations that signed; those that came by the form wait here as drafts."""

    list_display = ("name", "country", "appeal", "state")
    list_filter = ("state", "appeal")
    list_select_related = ("appeal",)
    search_fields = ("name",)


@admin.register(Appeal)
class AppealAdmin(PublishableAdmin):
    """Appeals; the last day and its zone are entered, number and closing are derived."""

    form = AppealAdminForm
    list_display = ("title", "kind", "campaign", "number", "closes_on", "outcome", "state")
    list_filter = ("state", "kind", "outcome", "campaign")
    list_select_related = ("campaign",)
    search_fields = ("title", "letter", "requested_by")
    readonly_fields = (*PublishableAdmin.readonly_fields, "series", "number", "closes")
    filter_horizontal = ("prisoners", "targets")
    inlines = (AppealSourceInline,)

    @admin.display(description=_("closes"))
    def closes(self, appeal: Appeal) -> str:
        """The instant, by the clock of its zone."""
        return say_instant(appeal.closes_at, appeal.time_zone, get_language() or "en") if appeal.closes_at else ""

    def save_model(self, request: HttpRequest, obj: Appeal, form: forms.ModelForm, change: bool) -> None:
        """Through the service, which derives the instant at which it closes."""
        appeals.keep(obj)


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


@admin.register(Report)
class ReportAdmin(PublishableAdmin):
    """The picket log."""

    list_display = ("action", "turnout_low", "turnout_high", "counted_by_kind", "state")
    list_filter = ("state", "counted_by_kind")
    list_select_related = ("action",)
    search_fields = ("action__title", "text")
    inlines = (ReportSourceInline,)
    raw_id_fields = ("action",)
    readonly_fields = (*PublishableAdmin.readonly_fields, "signed_up_count", "attended_count", "reported_by")


@admin.register(LetterRules)
class LetterRulesAdmin(PublishableAdmin):
    """What the prisons let through, and when somebody asked last."""

    is_verified_first = True
    list_display = ("place", "languages", "verified_on", "state")
    list_filter = ("state", "place__country")
    list_select_related = ("place",)
    search_fields = ("place__name", "address")
    inlines = (LetterRulesSourceInline,)


@admin.register(LetterTerms)
class LetterTermsAdmin(PublishableAdmin):
    """By whom and how single prisoners are to be written to."""

    is_verified_first = True
    list_display = ("prisoner", "who", "verified_on", "state")
    list_filter = ("state", "who")
    list_select_related = ("prisoner",)
    search_fields = ("prisoner__name", "name")
    inlines = (LetterTermsSourceInline,)
