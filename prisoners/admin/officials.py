"""The desk for officials: one row under all spellings, and the way there from the text of a fact."""

from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import F, OuterRef
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prisoners.admin.base import CitationInline, DeskAdmin, DeskInline
from prisoners.admin.merging import OFFICIALS, merge_page
from prisoners.admin.people import NamedForm
from prisoners.admin.publishing import PublishableAdmin
from prisoners.admin.spelling import names_page, spelling_page
from prisoners.models import Official, OfficialSpelling
from prisoners.models.offices import NAMINGS, IsOneOf
from prisoners.namesakes import namesakes
from prisoners.official_names import spelling_url
from prisoners.services.officials import free_slug


class OfficialForm(NamedForm):
    """An official."""

    def free_slug(self, name: str) -> str:
        """An address that no official has or had."""
        return free_slug(name)


class SpellingInline(DeskInline):
    """The ways in which sources write the name; the sources of one are entered on its own page."""

    model = OfficialSpelling
    fields = ("text",)
    extra = 1
    show_change_link = True


@admin.register(Official)
class OfficialAdmin(PublishableAdmin):
    """Judges, prosecutors, investigators: each under all spellings by which facts name them."""

    list_display = ("name", "office", "country", "state", "verified_on")
    list_filter = ("state", "country")
    search_fields = ("words", "spellings__words")
    ordering = ("name",)
    form = OfficialForm
    prepopulated_fields = {"slug": ("name",)}
    change_form_template = "admin/prisoners/official_form.html"
    first_fields = ("name", "slug", "office", "country")
    inlines = (CitationInline, SpellingInline)

    def get_urls(self) -> list[URLPattern]:
        """Beside the pages of the desk: names in facts, whose name one is, and merging two who are one."""
        spelling = self.admin_site.admin_view(partial(spelling_page, self))
        names = self.admin_site.admin_view(partial(names_page, self))
        merging = self.admin_site.admin_view(partial(merge_page, self, OFFICIALS))
        own = [
            path("spelling/", spelling, name="prisoners_official_spelling"),
            path("names/", names, name="prisoners_official_names"),
            path("<path:object_id>/merge/", merging, name="prisoners_official_merge"),
        ]
        return [*own, *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who is likely the same official stands first."""
        if (official := context.get("original")) is not None:
            found = namesakes(official.name, official.country)
            context["alike"] = [one for one in found if one.official.pk != official.pk]
        return super().render_change_form(request, context, *args, **kwargs)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """The name of the record becomes the first spelling by itself, so that no others are asked at first."""
        return [one for one in self.inlines if obj is not None or one is not SpellingInline]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only for a new official: an address that is in use does not follow the name."""
        return {} if obj is not None else self.prepopulated_fields


@admin.register(OfficialSpelling)
class OfficialSpellingAdmin(DeskAdmin):
    """Spellings of officials' names, with the sources that print them."""

    list_display = ("text", "official", "country")
    list_filter = ("country",)
    list_select_related = ("official",)
    search_fields = ("words", "official__words")
    inlines = (CitationInline,)


class NamesAnOfficial(admin.ModelAdmin):
    """The page of a fact that names an official in words: it leads to that official, or to making one of the name."""

    #: The field that holds the name.
    names_in: ClassVar[str] = "judge"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whose name it is; the way to say so only for whoever may make an official."""
        whose = "official" if request.user.has_perm("prisoners.add_official") else "known_official"
        return (*super().get_readonly_fields(request, obj), whose)

    @admin.display(description=_("in the record of officials"))
    def official(self, row: Any) -> SafeString | str:
        """The official whom the text names, or the way to make the text a spelling."""
        name = getattr(row, self.names_in, "")
        if row.pk is None or not name:
            return ""
        found, country = official_of(row)
        if found is not None:
            return _way_to(found)
        page, words = spelling_url(name, country), gettext("Make an official of this name, or say whose it is")
        return format_html('<a href="{}">{}</a>', page, words)

    @admin.display(description=_("in the record of officials"))
    def known_official(self, row: Any) -> SafeString | str:
        """The official whom the text names, and nothing where nobody is known by it."""
        if row.pk is None or not getattr(row, self.names_in, ""):
            return ""
        found, _country = official_of(row)
        return _way_to(found) if found is not None else ""


def _way_to(official: Official) -> SafeString:
    page = reverse("admin:prisoners_official_change", args=[official.pk])
    return format_html('<a href="{}">{}</a> ({})', page, official, official.get_state_display())


def official_of(row: Any) -> tuple[Official | None, str]:
    """The official whom a fact names by a spelling, published or not, and the country of the fact; two queries."""
    kind = next(one for one in NAMINGS if one.model is type(row))
    fact = kind.model.internal.filter(pk=row.pk).order_by()
    country = fact.annotate(country_of=kind.country(F)).values_list("country_of", flat=True).first()
    spelt = OfficialSpelling.internal.filter(IsOneOf(F("key"), kind.keys(OuterRef)), country=kind.country(OuterRef))
    number = fact.annotate(whose=spelt.order_by("pk").values("official")[:1]).values_list("whose", flat=True).first()
    return Official.internal.filter(pk=number).first(), country or ""
