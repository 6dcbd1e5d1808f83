"""The desk for events, figures, statements and reported statuses."""

from django.contrib import admin

from prisoners.admin.base import CitationInline, DeskAdmin, DeskInline, FactInline
from prisoners.admin.officials import NamesAnOfficial
from prisoners.admin.publishing import PublishableAdmin
from prisoners.models import Event, EventLink, Figure, Involvement, Statement, StatusReport


class FigureInline(FactInline):
    """How many were counted, by whom."""

    model = Figure
    fields = (
        ("about", "state"),
        ("low", "best", "high", "is_lower_bound"),
        "text",
        "counted_by_kind",
        "counted_by",
        "claimed_on",
    )


class EventLinkInline(DeskInline):
    """To which other events this one stands how; the source of it is entered on the line's own page."""

    model = EventLink
    fk_name = "event"
    fields = ("relation", "other")
    extra = 1
    show_change_link = True


class InvolvementInline(FactInline):
    """As what people and bodies stood in it; with sources on its own page."""

    model = Involvement
    fields = (("role", "state"), "organisation", "prisoner", "name", "consent_ground", "note")


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    """What happened, with figures and sources."""

    list_display = ("__str__", "kind", "happened_on", "country", "state")
    list_filter = ("state", "kind", "country")
    search_fields = ("words", "prisoners__names__folded")
    ordering = ("-happened_earliest", "-id")
    inlines = (CitationInline, FigureInline, InvolvementInline, EventLinkInline)


@admin.register(EventLink)
class EventLinkAdmin(DeskAdmin):
    """How events stand to one another, each with its sources."""

    list_display = ("event", "relation", "other")
    list_filter = ("relation", "event__country")
    list_select_related = ("event", "other")
    search_fields = ("event__words", "other__words")
    inlines = (CitationInline,)


@admin.register(Involvement)
class InvolvementAdmin(NamesAnOfficial, PublishableAdmin):
    """As what people and bodies stood in events and cases, with sources."""

    list_display = ("__str__", "event", "case", "state")
    list_filter = ("state", "role", "event__country")
    list_select_related = ("event", "case", "organisation", "prisoner")
    names_in = "name"
    search_fields = ("words", "event__words", "case__words", "organisation__words", "prisoner__names__folded")
    inlines = (CitationInline,)


@admin.register(Figure)
class FigureAdmin(PublishableAdmin):
    """Quantities as claimed, with sources."""

    list_display = ("about", "low", "best", "high", "counted_by", "event", "state")
    list_filter = ("state", "counted_by_kind", "event__country")
    list_select_related = ("event",)
    search_fields = ("words", "event__words")
    inlines = (CitationInline,)


@admin.register(Statement)
class StatementAdmin(PublishableAdmin):
    """Who said what, with sources."""

    list_display = ("__str__", "organisation", "said_on", "stance", "state")
    list_filter = ("state", "stance", "channel")
    list_select_related = ("organisation",)
    search_fields = ("words", "prisoners__names__folded")
    inlines = (CitationInline,)


@admin.register(StatusReport)
class StatusReportAdmin(PublishableAdmin):
    """Situations as reported, with sources."""

    list_display = ("text", "prisoner", "reported_on", "state")
    list_filter = ("state", "prisoner__country")
    list_select_related = ("prisoner",)
    search_fields = ("words", "prisoner__names__folded")
    inlines = (CitationInline,)
