"""The pages of the record: the list, a prisoner, how many are held."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from prisoners import public_rows
from prisoners.cards import alerts_url, case_alerts, prisoner_cards
from prisoners.chain import state_of
from prisoners.choices import PublicationState
from prisoners.days_page import days_page
from prisoners.dossier import dossier
from prisoners.filter_fields import DayField, of_the_record
from prisoners.filter_forms import fields_of, order_of
from prisoners.filters import MAIN, PrisonerFilter
from prisoners.finding import beside
from prisoners.held_page import held_page
from prisoners.knowledge import known_by
from prisoners.models import FormerSlug, Place, Prisoner, Span
from prisoners.page_facts import facts_of
from prisoners.paginator import NumbersFirst
from prisoners.remembered import remembered
from prisoners.standing_filter import BIRTHDAY

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NO_DAY = _("This is not a day such as 2019-12-16; the page is shown as of today.")

PEOPLE_A_PAGE = 24
#: What very many may fit: whoever does is counted without the order of the list, of which the first page is soon read.
COUNTED_APART = ("words", "official", "arrested", "sentenced", "released", "hearing_within")


def _day_field(label: "StrOrPromise") -> DayField:
    return DayField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d"],
        validators=of_the_record(NO_DAY),
        error_messages={"invalid": NO_DAY},
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )


class Days(forms.Form):
    """For which day a page is asked (today where none is given), and by what was known on which day (all of it)."""

    as_of = _day_field(_("Where things stood on"))
    known_on = _day_field(_("By what was known on"))


@require_safe
def prisoner_list(request: HttpRequest) -> HttpResponse:
    """Everybody in the public record who fits what is asked; what is not understood finds nobody and is said."""
    rows = Prisoner.public.prefetch_related(public_rows.spellings()).order_by("name", "pk")
    asked = PrisonerFilter(request.GET, queryset=rows)
    is_understood = asked.form.is_valid()
    found = asked.qs if is_understood else rows.none()
    is_counted_apart = asked.is_of_few or not asked.chosen().keys().isdisjoint(COUNTED_APART)
    total = partial(asked.total, found) if is_counted_apart else None
    pages = NumbersFirst(found, PEOPLE_A_PAGE, rows, total, asked.begins)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "form": asked.form,
        "fields": fields_of(asked, MAIN),
        "is_understood": is_understood,
        "is_filtered": any(request.GET.get(name) for name in asked.filters),
        "order": order_of(asked),
        "page": page,
        "cards": prisoner_cards(
            page.object_list,
            asked.day,
            request.GET.get("q", ""),
            with_birthdays=request.GET.get("sort") == BIRTHDAY,
        ),
        "total": page.paginator.count,
        "beside": beside(asked, page) if is_understood else {},
        "query": f"?{urlencode(asked.chosen())}" if asked.chosen() else "",
    }
    return render(request, "prisoners/list.html", context, status=200 if is_understood else 400)


@require_safe
def prisoner_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One prisoner, today or as of a day. An old address leads to the new one; unknown and unpublished are alike."""
    prisoner = Prisoner.public.filter(slug=slug).first()
    if prisoner is None:
        return _moved_or_404(request, slug)
    form = Days(request.GET)
    days = form.cleaned_data if form.is_valid() else {}
    context = {
        "prisoner": prisoner,
        "here": reverse("prisoners:detail", args=[prisoner.slug]),
        "form": form,
        "errors": list(dict.fromkeys(error for errors in form.errors.values() for error in errors)),
        "crumbs": [{"url": reverse("prisoners:list"), "label": gettext("Prisoners")}],
        "topic": f"prisoner:{prisoner.pk}",
        "alerts_url": alerts_url(f"prisoner:{prisoner.pk}"),
        "case_alerts": case_alerts(prisoner),
        **_dossier(prisoner, days.get("as_of"), days.get("known_on")),
    }
    return render(request, "prisoners/detail.html", context, status=400 if form.errors else 200)


@require_safe
def held(request: HttpRequest) -> HttpResponse:
    """How many were held on each day, and where those are who are held now."""
    today = timezone.now().date()
    page = remembered(("held", get_language(), today), lambda: held_page(today), {Prisoner, Place, Span})
    return render(request, "prisoners/held.html", page)


@require_safe
def days(request: HttpRequest) -> HttpResponse:
    """The days of a year on which an arrest, a sentence or an event returns."""
    return render(request, "prisoners/days.html", days_page(request.GET.dict(), timezone.now().date()))


def _dossier(prisoner: Prisoner, as_of: date | None, known_on: date | None) -> dict[str, Any]:
    """What was known on a day tells nothing of what came after it: such a page is as of that day at the latest."""
    now = timezone.now()
    facts = facts_of(prisoner, now)
    if known_on is not None:
        facts = known_by(facts, known_on)
        as_of = min(as_of or known_on, known_on)
    state = state_of(facts.for_the_chain(), as_of or now.date())
    return {"state": state, "as_of": as_of, "known_on": known_on, **dossier(facts, state, as_of)}


def _moved_or_404(request: HttpRequest, slug: str) -> HttpResponse:
    former = FormerSlug.objects.filter(slug=slug, prisoner__state=PublicationState.PUBLISHED)
    found = former.select_related("prisoner").first()
    if found is None:
        raise Http404
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    return HttpResponsePermanentRedirect(reverse("prisoners:detail", args=(found.prisoner.slug,)) + query)
