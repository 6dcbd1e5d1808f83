"""The desk for cases: prosecutions with defendants, charges and hearings."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from prisoners.admin.base import LONGEST_KEY, CitationInline, DeskAdmin, DeskInline, FactInline
from prisoners.admin.choosing import ChosenOrTyped
from prisoners.admin.keeping import KeptForm
from prisoners.admin.officials import NamesAnOfficial
from prisoners.admin.publishing import PublishableAdmin
from prisoners.admin.worklisted import OutcomeFilter
from prisoners.choices import HearingKind
from prisoners.models import Case, Charge, ChargeStep, Defendant, Hearing, Involvement
from prisoners.times import say_instant
from prisoners.which_hour import AsksWhichHour, LocalHour, WhichHourField
from prisoners.words import hour, zone

#: Other courts than the one that tries the case, often in other towns.
HIGHER = (HearingKind.APPEAL, HearingKind.CASSATION, HearingKind.SUPERVISION)


#: By what it is known whether the clock shows the hour of a hearing twice.
ASKED_OF = ("held_on", "local_time", "place")


class DefendantOfCaseInline(DeskInline):
    """Who is prosecuted."""

    model = Defendant

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the case and the person, whose names are the title of the row."""
        return super().get_queryset(request).select_related("case", "prisoner")


class ChargeInline(FactInline):
    """What each defendant is accused of."""

    model = Charge
    fields = (("prisoner", "state"), "text", "articles", "brought_on", "status")


class HearingInline(FactInline):
    """Sittings of courts."""

    model = Hearing
    fields = (("kind", "status", "state"), "place", "court", "held_on", "local_time")


class InvolvementOfCaseInline(FactInline):
    """The judge, the prosecutor, the lawyer and others; with sources on its own page."""

    model = Involvement
    fields = (("role", "state"), "organisation", "prisoner", "name", "consent_ground", "note")


@admin.register(Case)
class CaseAdmin(PublishableAdmin):
    """Cases with all that belongs to them."""

    list_display = ("title", "country", "number", "opened_on", "state")
    list_filter = ("state", "country")
    search_fields = ("words", "defendants__names__folded")
    change_form_template = "admin/prisoners/case_form.html"
    ordering = ("title",)
    prepopulated_fields = {"slug": ("title",)}
    inlines = (CitationInline, DefendantOfCaseInline, ChargeInline, HearingInline, InvolvementOfCaseInline)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only for a new case: an address that is in use does not follow the title."""
        return {} if obj is not None else self.prepopulated_fields


class ChargeStepInline(DeskInline):
    """Since when the charge stood where; the source of a line is entered on the line's own page."""

    model = ChargeStep
    fields = ("status", "since_on")
    extra = 1
    show_change_link = True


@admin.register(Charge)
class ChargeAdmin(PublishableAdmin):
    """Charges with sources."""

    list_display = ("__str__", "prisoner", "case", "status", "state")
    list_filter = ("state", "status", "case__country")
    list_select_related = ("prisoner", "case")
    search_fields = ("words", "case__words", "prisoner__names__folded")
    inlines = (ChargeStepInline, CitationInline)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Where a charge stands follows from its history, once it has one."""
        names = super().get_readonly_fields(request, obj)
        return (*names, "status") if obj is not None and obj.steps.exists() else names


@admin.register(ChargeStep)
class ChargeStepAdmin(DeskAdmin):
    """The history of charges, each line with its sources."""

    list_display = ("charge", "status", "since_on")
    list_filter = ("status", "charge__case__country")
    list_select_related = ("charge",)
    search_fields = ("charge__words", "charge__case__words", "charge__prisoner__names__folded")
    ordering = ("-since_earliest", "-id")
    inlines = (CitationInline,)


class HearingForm(AsksWhichHour, KeptForm):
    """A hearing; which of two equal hours is meant is asked only where the clock of the place is put back then."""

    is_second_hour = WhichHourField(label=capfirst(_("which of the two equal hours")))

    class Meta:
        model = Hearing
        fields = "__all__"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        self.ask_of_the_row({} if row.pk is None else {name: getattr(row, name) for name in ASKED_OF})

    def hours_asked(self, said: Mapping[str, Any]) -> dict[str, LocalHour]:
        """The hour of the hearing, by the clock of its place."""
        held_on, place = said.get("held_on"), said.get("place")
        day = held_on.earliest if held_on and held_on.is_day else None
        return {"is_second_hour": LocalHour(day, said.get("local_time"), place.time_zone if place else "")}


@admin.register(Hearing)
class HearingAdmin(NamesAnOfficial, PublishableAdmin):
    """Hearings; local date, hour and place are entered, the instant is derived."""

    list_display = ("case", "kind", "held_on", "local_hour", "place", "status", "state")
    list_filter = ("state", "status", OutcomeFilter, "kind", "case__country")
    list_select_related = ("case", "place")
    search_fields = ("words", "case__words", "place__words", "case__defendants__names__folded")
    ordering = ("-held_earliest", "-id")
    readonly_fields = (*PublishableAdmin.readonly_fields, "begins")
    form = HearingForm
    first_fields = ("case", "held_on", "local_time", "is_second_hour", "place", "kind", "court")
    inlines = (CitationInline,)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Once the case is chosen, a new hearing is asked for anew with what is likely of it (static/uf/staff.js)."""
        if db_field.name == "case":
            kwargs["widget"] = ChosenOrTyped(db_field, self.admin_site, request, attrs={"data-asks-anew": ""})
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("begins"))
    def begins(self, hearing: Hearing) -> str:
        """The instant, by the clock of the place; nothing where no hour is known, for midnight would be none."""
        if hearing.starts_at is None or not hearing.has_time:
            return ""
        return say_instant(hearing.starts_at, hearing.place.time_zone, get_language() or "en")

    @admin.display(description=_("Local time"), ordering="local_time")
    def local_hour(self, hearing: Hearing) -> str:
        """The hour with its distance from UTC on that day, which the place has."""
        return f"{hour(hearing)} {zone(hearing)}" if hour(hearing) else ""

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A hearing is most likely where the case sat before; an appeal is heard elsewhere."""
        given: dict[str, Any] = dict(super().get_changeform_initial_data(request))
        case = str(given.get("case", ""))
        known = Hearing.internal.filter(case=int(case) if case.isdecimal() and len(case) < LONGEST_KEY else None)
        kind = given.get("kind", HearingKind.TRIAL_SESSION)
        known = known.filter(kind=kind) if kind in HIGHER else known.exclude(kind__in=HIGHER)
        last = known.order_by("-held_earliest", "-pk").first()
        return {"place": last.place_id, "court": last.court, **given} if last is not None else given

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Another one is most likely of the same case."""
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST:
            return HttpResponseRedirect(f"{response['Location'].partition('?')[0]}?case={obj.case_id}")
        return response
