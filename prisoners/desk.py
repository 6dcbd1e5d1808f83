"""The desk of those who write: Django's admin under its own name, with what is to be done on its first page."""

from functools import partial
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from prisoners.log_in_forms import DeskLogInForm
from prisoners.models import Staff
from prisoners.reading_dates import read_date
from prisoners.worklists import Worklist, more_worklists, worklists

#: What is begun most often, by the name of its model.
BEGUN = {"prisoner": _("Add a prisoner"), "hearing": _("Add a hearing"), "batch": _("Import a spreadsheet")}
#: So many parts of an address say of what kind its rows are, as in /staff/prisoners/hearing/.
KIND = 4


class Desk(AdminSite):
    """The researchers' desk."""

    site_title = _("Until Free: the desk")
    site_header = _("Until Free: the desk")
    index_title = _("What is kept here")
    index_template = "admin/prisoners/front.html"
    login_form = DeskLogInForm

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Beside the pages of the rows: what is understood of a date. No row of ours has an address "on the site"."""
        pages = (one for one in super().get_urls() if getattr(one, "name", None) != "view_on_site")
        return [path("dates/", self.admin_view(read_date), name="read-date"), *pages]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What every page is given; and by what the list of all kinds of rows beside it is kept: the same for many."""
        roles = sorted(request.user.roles) if isinstance(request.user, Staff) and request.user.is_active else []
        return {**super().each_context(request), "sidebar_of": [*roles, *request.path.split("/")[:KIND]]}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> Any:
        """Django's list of kinds, put together when a page shows it: most have it drawn already."""
        kept = vars(request).setdefault("_kinds_of_rows", {})
        if app_label not in kept:
            kept[app_label] = SimpleLazyObject(partial(super().get_app_list, request, app_label))
        return kept[app_label]

    def ways(self, request: HttpRequest) -> list[dict[str, str]]:
        """What this person may begin from the first page, each with its address and title."""
        return [
            {"url": reverse(f"admin:prisoners_{name}_add"), "title": str(title)}
            for name, title in BEGUN.items()
            if request.user.has_perm(f"prisoners.add_{name}")
        ]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The first page: what is begun most often, and the lists of what is to be done for those who may do it."""
        lists = [*more_worklists(request.user.has_perm), *_worklists_of(request.user)]
        shown = {"worklists": lists, "ways": self.ways(request)}
        return super().index(request, {**(extra_context or {}), **shown})


def _worklists_of(member: Any) -> list[Worklist]:
    may_work = isinstance(member, Staff) and member.has_perm("prisoners.change_prisoner")
    return worklists(timezone.now(), member) if may_work else []
