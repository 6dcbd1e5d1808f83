"""The page of the desk on which somebody says whose name a fact has: an official of the record, or a new one."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from prisoners.admin.base import FOR_PUBLISHERS, may_touch
from prisoners.models import Official, OfficialSpelling
from prisoners.namesakes import Namesake, namesakes
from prisoners.official_names import SHOWN, names_without_an_official, spelling_url
from prisoners.refusals import Refusal
from prisoners.services.naming_officials import enter_named
from prisoners.services.officials import keep_spelling
from prisoners.services.refusals import RecordRefused, refuse_if

UNKNOWN = _("There is no official with this address.")
ADDED = _("It is a spelling of this official now: all facts of the country that name somebody so are found there.")
NOTHING_CHOSEN = _("Choose the names of which officials shall be made.")
#: As long as the field that it fills.
LONGEST = 250


@dataclass(frozen=True)
class _Asked:
    """What the page was asked: the text of a fact, and the country in which that was."""

    name: str
    country: str

    @property
    def new(self) -> str:
        """Where a new official of this name is entered."""
        return f"{reverse('admin:prisoners_official_add')}?{urlencode({'name': self.name, 'country': self.country})}"

    def alike(self) -> list[Namesake]:
        """Officials who are likely the same."""
        return namesakes(self.name, self.country) if self.name else []


def spelling_page(desk: Any, request: HttpRequest) -> HttpResponse:
    """Name the officials who are likely meant; a POST makes the text a spelling of the one that was chosen."""
    if not desk.has_add_permission(request):
        raise PermissionDenied
    given = request.POST if request.method == "POST" else request.GET
    asked = _Asked(_text(given, "name"), _text(given, "country")[:2].upper())
    if request.method == "POST" and (chosen := _added(desk, request, asked)) is not None:
        return HttpResponseRedirect(reverse("admin:prisoners_official_change", args=[chosen.pk]))
    context = {
        **desk.admin_site.each_context(request),
        "title": _("Whose name is this?"),
        "opts": desk.opts,
        "asked": asked,
    }
    return TemplateResponse(request, "admin/prisoners/spelling.html", context)


def names_page(desk: Any, request: HttpRequest) -> HttpResponse:
    """The commonest names in facts by which no official is spelt yet, each with who is likely the same.

    A POST makes drafts of officials of the names that were chosen.
    """
    if not desk.has_add_permission(request):
        raise PermissionDenied
    if request.method == "POST":
        _enter(desk, request, request.POST.getlist("chosen")[:SHOWN])
        return HttpResponseRedirect(request.get_full_path())
    country = _text(request.GET, "country")[:2].upper()
    context = {
        **desk.admin_site.each_context(request),
        "title": _("Names without an official"),
        "opts": desk.opts,
        "country": country,
        "names": [
            (one, spelling_url(one.text, one.country), f"{one.country} {one.text}")
            for one in names_without_an_official(country)
        ],
    }
    return TemplateResponse(request, "admin/prisoners/official_names.html", context)


def _enter(desk: Any, request: HttpRequest, chosen: list[str]) -> None:
    """Enter an official of each name, a country before it; what is refused is said, and the others are entered."""
    if not chosen:
        desk.message_user(request, str(NOTHING_CHOSEN), messages.ERROR)
    entered = 0
    for one in chosen:
        country, _space, name = one.replace("\0", "").partition(" ")
        try:
            enter_named(name.strip()[:LONGEST], country)
        except Refusal as refused:
            for reason in refused.reasons:
                desk.message_user(request, f"{name}: {reason}", messages.ERROR)
        else:
            entered += 1
    if entered:
        words = ngettext("%(n)s official was entered as a draft.", "%(n)s officials were entered as drafts.", entered)
        desk.message_user(request, words % {"n": entered}, messages.SUCCESS)


def _text(given: Any, name: str) -> str:
    return str(given.get(name, "")).replace("\0", "").strip()[:LONGEST]


def _added(desk: Any, request: HttpRequest, asked: _Asked) -> Official | None:
    """The official who has the spelling from now on, None where that was refused."""
    try:
        chosen = _official(_text(request.POST, "official"))
        spelling = OfficialSpelling(official=chosen, text=asked.name)
        refuse_if([] if may_touch(request, spelling) else [FOR_PUBLISHERS])
        keep_spelling(spelling)
    except Refusal as refused:
        for reason in refused.reasons:
            desk.message_user(request, str(reason), messages.ERROR)
        return None
    desk.message_user(request, str(ADDED), messages.SUCCESS)
    return chosen


def _official(slug: str) -> Official:
    """The official of an address. Raises RecordRefused where there is none."""
    found = Official.internal.filter(slug=slug).first()
    if found is None:
        raise RecordRefused([UNKNOWN])
    return found
