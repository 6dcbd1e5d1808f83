"""The desk for people: a prisoner with everything of the case on one page, spellings, roles, confidential notes."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from prisoners.admin.base import CitationInline, DeskAdmin, DeskInline, FactInline
from prisoners.admin.keeping import KeptForm
from prisoners.admin.merging import PEOPLE, merge_page
from prisoners.admin.publishing import PublishableAdmin
from prisoners.admin.worklisted import GapsFilter
from prisoners.gaps import gaps_of, rows_of_all
from prisoners.models import (
    Affiliation,
    ConfidentialNote,
    Defendant,
    Detention,
    PersonName,
    Prisoner,
    Sanction,
    StatusReport,
)
from prisoners.services.prisoners import free_slug

MADE_OF_THE_NAME = _("Left empty, it is made of the name.")


class NamedForm(KeptForm):
    """Somebody with an address in links; that of a new one is made of the name, in any script, where none is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = MADE_OF_THE_NAME

    def clean(self) -> dict[str, Any]:
        """Where the address was left empty, one that nobody has."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk is None and cleaned.get("slug") == "":
            cleaned["slug"] = self.free_slug(cleaned.get("name", ""))
        return cleaned

    def free_slug(self, name: str) -> str:
        """An address made of a name that nobody has."""
        raise NotImplementedError


class PrisonerForm(NamedForm):
    """A prisoner."""

    def free_slug(self, name: str) -> str:
        """An address that no prisoner has or had."""
        return free_slug(name)


class NameInline(DeskInline):
    """The spellings of a name."""

    model = PersonName
    show_change_link = True


class AffiliationInline(FactInline):
    """What the person was."""

    model = Affiliation
    fields = (("role", "kind"), "organisation", "held_on", "state")


class SanctionInline(FactInline):
    """What was imposed."""

    model = Sanction
    fk_name = "prisoner"
    fields = (
        ("kind", "state"),
        "imposed_on",
        "case",
        "court",
        ("years", "months", "days", "is_indefinite"),
        ("hours", "regime", "remand_counts_as"),
        ("fine_amount", "fine_currency"),
        "articles",
        "replaces",
        "accompanies",
        "added_to",
        "ended_by",
        "ended_on",
    )


class DetentionInline(FactInline):
    """Stretches of custody."""

    model = Detention
    fields = (
        ("kind", "state"),
        "place",
        "sanction",
        "started_on",
        "ended_on",
        "ended_by",
        ("confinement", "whereabouts"),
    )


class StatusReportInline(FactInline):
    """The situation as sources described it."""

    model = StatusReport
    fields = ("text", "reported_on", "state")


class DefendantInline(DeskInline):
    """The cases in which the person is a defendant."""

    model = Defendant
    fields = ("case", "page_of_case")
    readonly_fields = ("page_of_case",)

    @admin.display(description=_("its page"))
    def page_of_case(self, row: Defendant) -> SafeString | str:
        """The way to the case with its charges and hearings."""
        if row.pk is None:
            return ""
        return format_html('<a href="{}">{}</a>', reverse("admin:prisoners_case_change", args=[row.case_id]), row.case)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the case and the person, whose names are the title of the row."""
        return super().get_queryset(request).select_related("case", "prisoner")


@admin.register(Prisoner)
class PrisonerAdmin(PublishableAdmin):
    """Prisoners, each with everything of the case."""

    list_display = ("name", "country", "state", "consent_ground", "verified_on")
    list_filter = ("state", GapsFilter, "country", "consent_ground")
    search_fields = ("names__folded", "words")
    ordering = ("name",)
    form = PrisonerForm
    prepopulated_fields = {"slug": ("name",)}
    change_form_template = "admin/prisoners/prisoner/change_form.html"
    inlines = (
        CitationInline,
        NameInline,
        AffiliationInline,
        DefendantInline,
        SanctionInline,
        DetentionInline,
        StatusReportInline,
    )

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """What the chain cannot answer about this person stands first, where the list of gaps leads."""
        if (prisoner := context.get("original")) is not None:
            context["gaps"] = gaps_of(rows_of_all([prisoner.pk])[prisoner.pk], timezone.now().date())
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """Beside the pages of the desk: laying another record beside one, and merging it."""
        view = self.admin_site.admin_view(partial(merge_page, self, PEOPLE))
        return [path("<path:object_id>/merge/", view, name="prisoners_prisoner_merge"), *super().get_urls()]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """The name of the record becomes the first spelling by itself, so that no others are asked at first."""
        return [one for one in self.inlines if obj is not None or one is not NameInline]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only for a new prisoner: an address that is in use does not follow the name."""
        return {} if obj is not None else self.prepopulated_fields


@admin.register(PersonName)
class PersonNameAdmin(DeskAdmin):
    """Spellings, with the sources that print them."""

    list_display = ("text", "script", "language", "part", "prisoner")
    list_filter = ("script", "language", "part")
    list_select_related = ("prisoner",)
    search_fields = ("prisoner__names__folded",)
    inlines = (CitationInline,)


@admin.register(Affiliation)
class AffiliationAdmin(PublishableAdmin):
    """What people were, with sources."""

    list_display = ("role", "kind", "prisoner", "organisation", "state")
    list_filter = ("state", "kind", "prisoner__country")
    list_select_related = ("prisoner", "organisation")
    search_fields = ("words", "prisoner__names__folded")
    inlines = (CitationInline,)


@admin.register(ConfidentialNote)
class ConfidentialNoteAdmin(DeskAdmin):
    """What must never be published; opened one by one, since lists show nothing of it."""

    list_display = ("prisoner", "written_on")
    list_select_related = ("prisoner",)
    search_fields = ("prisoner__names__folded",)
