"""The pages of officials: the list, and one of them with the public facts that name that one, under all spellings."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from prisoners import public_rows
from prisoners.cards import Card, SourceNumbers, prisoner_url
from prisoners.casing import with_capital
from prisoners.chain import sanction_in_words
from prisoners.choices import PublicationState
from prisoners.dates import PartialDate
from prisoners.filter_forms import fields_of
from prisoners.in_office import official as in_office
from prisoners.involved import in_what
from prisoners.marked import Text, fill, joined, words_of
from prisoners.models import (
    FormerOfficialSlug,
    Hearing,
    Involvement,
    Official,
    OfficialSpelling,
    Prisoner,
    Sanction,
)
from prisoners.models.offices import NAMINGS
from prisoners.official_filter import OfficialFilter
from prisoners.official_names import unknown_names
from prisoners.officials import facts_of, has_a_namesake, keys_of
from prisoners.paginator import NumbersFirst
from prisoners.public_rows import cited
from prisoners.words import country_name, iso, say

OFFICIALS_A_PAGE, FACTS_A_PAGE = 50, 50
#: So many people of one case are named; of others it is said how many they are.
MOST_PEOPLE = 5
#: So many names stand on the page as long as nobody has one.
MOST_NAMES = 20
#: By which day facts of a kind are put in order.
DAYS: dict[type, Any] = {
    Hearing: F("held_earliest"),
    Sanction: F("imposed_earliest"),
    Involvement: Coalesce("event__happened_earliest", "case__opened_earliest"),
}


@require_safe
def official_list(request: HttpRequest) -> HttpResponse:
    """All officials of the public record who fit what is asked."""
    rows = Official.public.order_by("name", "pk")
    asked = OfficialFilter(request.GET, queryset=rows)
    is_understood = asked.form.is_valid()
    pages = NumbersFirst(asked.qs if is_understood else rows.none(), OFFICIALS_A_PAGE, rows)
    page = pages.get_page(request.GET.get("page"))
    is_filtered = any(request.GET.get(name) for name in asked.filters)
    context = {
        "form": asked.form,
        "fields": fields_of(asked, tuple(asked.filters)),
        "is_understood": is_understood,
        "is_filtered": is_filtered,
        "names": _names() if is_understood and not is_filtered and not page.paginator.count else [],
        "page": page,
        "total": page.paginator.count,
        "officials": [_line(one) for one in page.object_list],
    }
    return render(request, "prisoners/officials.html", context, status=200 if is_understood else 400)


@require_safe
def official_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One official. An old address leads to the new one; unknown and unpublished are alike."""
    official = Official.public.filter(slug=slug).prefetch_related(cited()).first()
    if official is None:
        return _moved_or_404(request, slug)
    numbers = SourceNumbers(lambda row: row.citations.all())
    page = _facts(official, request.GET.get("page"))
    context = {
        "official": official,
        "office": joined(", ", (words_of(official, "office"), country_name(official.country))),
        "numbers": numbers.of(official),
        "spellings": [{"text": one.text, "numbers": numbers.of(one)} for one in _spellings(official)],
        "has_a_namesake": has_a_namesake(official),
        "page": page,
        "total": page.paginator.count,
        "entries": [_entry(one, numbers) for one in page.object_list],
        "sources": numbers.listed(),
        "crumbs": [{"url": reverse("prisoners:officials"), "label": gettext("Judges and other officials")}],
    }
    return render(request, "prisoners/official.html", context)


def _moved_or_404(request: HttpRequest, slug: str) -> HttpResponse:
    former = FormerOfficialSlug.objects.filter(slug=slug, official__state=PublicationState.PUBLISHED)
    today = former.values_list("official__slug", flat=True).first()
    if today is None:
        raise Http404
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    return HttpResponsePermanentRedirect(reverse("prisoners:official", args=(today,)) + query)


def _names() -> list[dict[str, Text]]:
    """Names in public facts by which nobody is an official yet, each as a link to the people of those facts."""
    names, _total = unknown_names(most=MOST_NAMES, is_public=True)
    return [{"link": in_office(one.text), "country": country_name(one.country)} for one in names]


def _line(official: Official) -> Card:
    note = joined(", ", (words_of(official, "office"), country_name(official.country)))
    return {
        "url": reverse("prisoners:official", args=[official.slug]),
        "name": words_of(official, "name"),
        "note": note,
    }


def _spellings(official: Official) -> QuerySet[OfficialSpelling]:
    """Those that readers see, as they were entered."""
    return OfficialSpelling.public.filter(official=official).order_by("pk").prefetch_related(cited())


def _facts(official: Official, number: str | None) -> Page[Any]:
    """One page of the public facts that name an official, the newest first, what has no date last."""
    found = sorted(_numbers(official), key=lambda one: (one[0] is not None, *one), reverse=True)
    page = Paginator(found, FACTS_A_PAGE).get_page(number)
    by_kind = {kind: [pk for _day, one, pk in page.object_list if one == kind] for kind in range(len(NAMINGS))}
    rows = {(kind, row.pk): row for kind, pks in by_kind.items() if pks for row in _rows(kind).filter(pk__in=pks)}
    # One that was withdrawn a moment ago is not there any more.
    page.object_list = [rows[kind, pk] for _day, kind, pk in page.object_list if (kind, pk) in rows]
    return page


def _numbers(official: Official) -> Iterable[Any]:
    """The day, the kind and the number of each of these facts; two queries."""
    asked = [
        rows.annotate(
            day=Cast(DAYS[kind.model], DateField()),
            kind_of=Value(NAMINGS.index(kind), output_field=IntegerField()),
        ).values_list("day", "kind_of", "pk")
        for kind, rows in facts_of(official.pk, keys_of(official), official.country)
    ]
    return asked[0].union(*asked[1:], all=True) if asked else []


def _rows(kind: int) -> QuerySet[Any]:
    """The facts of a kind with what the page says of them."""
    if NAMINGS[kind].model is Hearing:
        return public_rows.hearings().prefetch_related(public_rows.people("case__defendants"))
    if NAMINGS[kind].model is Sanction:
        return Sanction.public.prefetch_related(cited(), public_rows.people("prisoner"))
    people = (public_rows.people(way) for way in ("event__prisoners", "case__defendants"))
    return Involvement.public.select_related("event", "case").prefetch_related(cited(), *people)


def _entry(row: Any, numbers: SourceNumbers) -> Card:
    """One fact: when, as what, in whose case, and the name as it stands there."""
    told = _of_part(row) if isinstance(row, Involvement) else _of_court(row)
    name = format_html("<bdi>{}</bdi>", told.name)
    return {
        "when": say(told.when),
        "iso": iso(told.when),
        "title": told.what,
        "text": joined("; ", (joined(", ", _named(told.people)), told.court)),
        "note": fill(gettext("Named there as “%(name)s”."), name=name),
        "numbers": numbers.of(row),
    }


class _Told(NamedTuple):
    """What the page says of a fact."""

    when: PartialDate | None
    what: Text
    people: list[Prisoner]
    court: Text
    name: str


def _of_court(row: Any) -> _Told:
    """A hearing, or what was imposed."""
    court = words_of(row, "court")
    if isinstance(row, Hearing):
        kind = with_capital(str(row.get_kind_display()))
        return _Told(row.held_on, kind, list(row.case.defendants.all()), court, row.judge)
    return _Told(row.imposed_on, with_capital(sanction_in_words(row)), [row.prisoner], court, row.judge)


def _of_part(row: Any) -> _Told:
    """A part in an event or a case."""
    what = fill("%(role)s: %(what)s", role=with_capital(str(row.get_role_display())), what=in_what(row))
    if row.event is not None:
        return _Told(row.event.happened_on, what, list(row.event.prisoners.all()), "", row.name_i18n)
    return _Told(row.case.opened_on, what, list(row.case.defendants.all()), "", row.name_i18n)


def _named(people: list[Prisoner]) -> Iterator[Text]:
    """The people with the way to their pages."""
    for one in people[:MOST_PEOPLE]:
        yield format_html('<a href="{}">{}</a>', prisoner_url(one), words_of(one, "name"))
    if more := len(people) - MOST_PEOPLE:
        yield gettext("%(n)s more") % {"n": more} if more > 0 else ""
