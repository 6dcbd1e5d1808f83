"""Appeals to those who can let somebody go, and who signed them."""

from typing import ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from actions import appeal_rules
from actions.admin.base import PublishableAdmin, sources
from actions.models import Appeal, AppealSource, Endorsement
from actions.services import appeals
from prisoners.admin.keeping import KeptForm
from prisoners.refusals import Sentence
from prisoners.times import say_instant

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
    inlines = (sources(AppealSource),)

    @admin.display(description=_("closes"))
    def closes(self, appeal: Appeal) -> str:
        """The instant, by the clock of its zone."""
        return say_instant(appeal.closes_at, appeal.time_zone, get_language() or "en") if appeal.closes_at else ""

    def save_model(self, request: HttpRequest, obj: Appeal, form: forms.ModelForm, change: bool) -> None:
        """Through the service, which derives the instant at which it closes."""
        appeals.keep(obj)
