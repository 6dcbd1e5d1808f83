"""The desk for officials: one row under all spellings, and the way there from the text of a fact."""

from functools import partial
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prisoners.admin.base import CitationInline, DeskAdmin, DeskInline
from prisoners.admin.merging import OFFICIALS, merge_page
from prisoners.admin.people import NamedForm
from prisoners.admin.publishing import PublishableAdmin
from prisoners.admin.spelling import names_page, spelling_page
from prisoners.models import Official, OfficialSpelling
from prisoners.models.offices import NAMINGS
from prisoners.models.officials import fitting
from prisoners.namesakes import namesakes
from prisoners.official_names import spelling_url
from prisoners.officials import undecided
from prisoners.services.officials import free_slug

#: So many facts of a kind are listed of which nobody has said whose name they have.
MOST_UNDECIDED = 20


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
            context["undecided"] = _undecided(official)
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


def _undecided(official: Official) -> list[tuple[str, Any]]:
    """The first facts of which somebody has to say whether they mean this official, each with its page."""
    rows = [row for _kind, found in undecided(official) for row in found.order_by("pk")[:MOST_UNDECIDED]]
    return [(reverse(f"admin:prisoners_{row._meta.model_name}_change", args=[row.pk]), row) for row in rows]


class NamesAnOfficial(admin.ModelAdmin):
    """The page of a fact that names an official in words: it leads to that official, or to making one of the name."""

    #: The field that holds the name.
    names_in: ClassVar[str] = "judge"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whose name it is; the way to say so only for whoever may make an official."""
        whose = "whose" if request.user.has_perm("prisoners.add_official") else "known_official"
        return (*super().get_readonly_fields(request, obj), whose)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Where the name fits several officials, one of these is chosen; else there is nothing to choose."""
        request.fitting = officials_of(obj)[0] if obj is not None else []  # type: ignore[attr-defined]
        return super().get_form(request, obj, change=change, **kwargs)

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        """No choice where there is only one."""
        excluded = super().get_exclude(request, obj) or []
        return excluded if len(getattr(request, "fitting", [])) > 1 else [*excluded, "official"]

    def get_autocomplete_fields(self, request: HttpRequest) -> Any:
        """The officials whom a name fits are few: they are listed."""
        return [one for one in super().get_autocomplete_fields(request) if one != "official"]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Those whom the name fits, each with what tells them apart."""
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "official" and field is not None:
            field.queryset = Official.internal.filter(pk__in=[one.pk for one in getattr(request, "fitting", [])])
            field.label_from_instance = _told_apart
        return field

    @admin.display(description=_("in the record of officials"))
    def whose(self, row: Any) -> SafeString | str:
        """The official whom the text names, or the way to make the text a spelling."""
        name = getattr(row, self.names_in, "")
        if row.pk is None or not name:
            return ""
        found, country = officials_of(row)
        if found:
            return _ways_to(row, found)
        page, words = spelling_url(name, country), gettext("Make an official of this name, or say whose it is")
        return format_html('<a href="{}">{}</a>', page, words)

    @admin.display(description=_("in the record of officials"))
    def known_official(self, row: Any) -> SafeString | str:
        """The official whom the text names, and nothing where nobody is known by it."""
        if row.pk is None or not getattr(row, self.names_in, ""):
            return ""
        return _ways_to(row, officials_of(row)[0])


def _ways_to(row: Any, found: list[Official]) -> SafeString:
    """To whom the fact means; where the name fits several and nobody has said which, to each of them."""
    ways = format_html_join("; ", '<a href="{}">{}</a> ({})', [_way_to(one) for one in _meant(row, found)])
    if len(_meant(row, found)) < 2:
        return ways
    return format_html("{} {}", gettext("The name fits several: choose whose it is. Until then it is nobody’s."), ways)


def _meant(row: Any, found: list[Official]) -> list[Official]:
    return [one for one in found if one.pk == row.official_id] or found


def _way_to(official: Official) -> tuple[str, str, str]:
    page = reverse("admin:prisoners_official_change", args=[official.pk])
    return page, _told_apart(official), str(official.get_state_display())


def _told_apart(official: Official) -> str:
    return f"{official.name}, {official.office}" if official.office else official.name


def officials_of(row: Any) -> tuple[list[Official], str]:
    """The officials whom the name of a fact fits, published or not, and the country of the fact; two queries."""
    kind = next(one for one in NAMINGS if one.model is type(row))
    fact = kind.model.internal.filter(pk=row.pk).order_by()
    country = fact.annotate(country_of=kind.country(F)).values_list("country_of", flat=True).first()
    spelt = fitting(kind, OuterRef).values("official").distinct()
    numbers = fact.annotate(whose=ArraySubquery(spelt)).values_list("whose", flat=True).first()
    return list(Official.internal.filter(pk__in=numbers or [])), country or ""
