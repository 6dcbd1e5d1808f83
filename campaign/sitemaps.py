"""What there is to be found, for search engines (sitemaps.org): what is public, in each language, a page at a time.

Django's own `i18n` would read the whole record for each page; here each language has lists of its own, and each address
names the others (`hreflang`). Everything is looked up through the public doors alone.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.core.paginator import Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from actions.models import Action, Appeal, Campaign, DayOfAction, Dispatch, Group
from actions.organisation_page import named
from campaign.about import PAGES
from prisoners.choices import PublicationState
from prisoners.models import (
    Affiliation,
    Charge,
    Detention,
    Event,
    Hearing,
    Official,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
)
from prisoners.paginator import NumbersFirst

#: Pages that are no row: the name of the route, and what it is filled with.
PLAIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    *((name, ()) for name in ("home", "about", "prisoners:list", "prisoners:hearings", "prisoners:held")),
    *((name, ()) for name in ("prisoners:statistics", "prisoners:days", "prisoners:suppression")),
    ("prisoners:officials", ()),
    *((f"actions:{name}", ()) for name in ("campaigns", "actions", "appeals", "reports", "days", "groups")),
    *((f"actions:{name}", ()) for name in ("letters", "targets", "strikes", "dispatches")),
    *(("about-page", (topic,)) for topic in PAGES),
)
#: By which way each kind of fact leads to a person.
TOLD_OF: tuple[tuple[Any, str], ...] = (
    (Affiliation, "prisoner"),
    (Charge, "prisoner"),
    (Sanction, "prisoner"),
    (Detention, "prisoner"),
    (StatusReport, "prisoner"),
    (Hearing, "case__defendant_rows__prisoner"),
    (Event, "prisoners"),
    (Statement, "prisoners"),
)


class InOneLanguage(Sitemap):
    """The addresses of one kind of page in one language, each with those of the same page in the others."""

    #: Each with an address for every language; of five hundred people it is read within a tenth of a second.
    limit = 500

    def __init__(self, code: str, counted: Paginator | None = None) -> None:
        """`counted` are the pages of the same kind in another language: they need not be counted again."""
        self.code, self._counted = code, counted

    @property
    def paginator(self) -> Paginator:
        """The pages of the list, which are as many in every language."""
        return self._counted or super().paginator

    def get_protocol(self, protocol: str | None = None) -> str:
        """That of the site's own address, however the list was asked for."""
        return urlsplit(settings.SITE_ORIGIN).scheme

    def get_domain(self, site: Any = None) -> str:
        """The site's own address."""
        return urlsplit(settings.SITE_ORIGIN).netloc

    def location(self, item: Any) -> str:
        """The path in this language."""
        with override(self.code):
            return self.path(item)

    def path(self, item: Any) -> str:
        """The path of the page of an item in the active language."""
        raise NotImplementedError

    def get_urls(self, page: Any = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """The entries of one page of the list."""
        entries = super().get_urls(page, site, protocol)
        here = f"{settings.SITE_ORIGIN.rstrip('/')}/{self.code}/"
        for entry in entries:
            rest = entry["location"].removeprefix(here)
            entry["alternates"] = [
                {"lang_code": code, "location": f"{here.removesuffix(f'{self.code}/')}{code}/{rest}"}
                for code, _name in settings.LANGUAGES
            ]
        return entries

    def get_latest_lastmod(self) -> None:
        """Not said of a whole list: it would have to be read from end to end."""


class PlainPages(InOneLanguage):
    """The pages that are no row."""

    def items(self) -> list[tuple[str, tuple[str, ...]]]:
        """Routes with what fills them."""
        return list(PLAIN)

    def path(self, item: tuple[str, tuple[str, ...]]) -> str:
        """The path of a route."""
        return reverse(item[0], args=item[1])


class RowPages(InOneLanguage):
    """The pages of public rows that have an address by their slug, oldest first, so that pages do not shift."""

    #: The name of the route, and the public rows.
    route: ClassVar[str]
    rows: ClassVar[Callable[[], QuerySet[Any]]]

    def items(self) -> QuerySet[Any]:
        """The rows; only those of the page that is asked for are read."""
        return type(self).rows().only("slug").order_by("pk")

    def path(self, item: Any) -> str:
        """The path of a row's page."""
        return reverse(self.route, args=[item.slug])


def _people() -> QuerySet[Any]:
    """Public people, with when anything that their pages tell was written, changed or withdrawn last."""
    told = (_last(model.public.filter(**{way: OuterRef("pk")}), "updated_at") for model, way in TOLD_OF)
    taken = (_last(_withdrawn(model).filter(**{way: OuterRef("pk")}), "withdrawn_at") for model, way in TOLD_OF)
    return Prisoner.public.annotate(told_at=Greatest(F("updated_at"), *told, *taken))


def _withdrawn(model: Any) -> QuerySet[Any]:
    """What readers saw once and what would be public but for its withdrawal; what was never shown tells of nothing."""
    through = {f"{name}__state": PublicationState.PUBLISHED for name in model.published_through}
    return model.internal.filter(state=PublicationState.WITHDRAWN, published_at__isnull=False, **through)


def _last(rows: QuerySet[Any], field: str) -> Subquery:
    return Subquery(rows.filter(**{f"{field}__isnull": False}).order_by(f"-{field}").values(field)[:1])


class People(RowPages):
    """Prisoners, the only pages that say when they changed last: of them all facts are known."""

    route, rows = "prisoners:detail", staticmethod(_people)

    @property
    def paginator(self) -> Paginator:
        """The pages of the list; only of those who stand on one it is looked up when they were told of last."""
        if self._counted:
            return self._counted
        everybody = Prisoner.public.order_by("pk")
        return NumbersFirst(everybody, self.limit, self.items(), everybody.count)

    def lastmod(self, item: Any) -> Any:
        """When a fact of the page was written, changed or withdrawn last (UTC)."""
        return item.told_at


def _kind(route: str, model: Any) -> type[RowPages]:
    return type(model.__name__, (RowPages,), {"route": f"actions:{route}", "rows": staticmethod(model.public.all)})


class Organisations(RowPages):
    """Companies, unions and authorities that something public names."""

    route, rows = "actions:organisation", staticmethod(named)


class Officials(RowPages):
    """Judges, prosecutors, investigators whom public facts name."""

    route, rows = "prisoners:official", staticmethod(Official.public.all)


KINDS: dict[str, type[InOneLanguage]] = {
    "pages": PlainPages,
    "prisoners": People,
    "campaigns": _kind("campaign", Campaign),
    "actions": _kind("action", Action),
    "appeals": _kind("appeal", Appeal),
    "days": _kind("day", DayOfAction),
    "groups": _kind("group", Group),
    "organisations": Organisations,
    "officials": Officials,
    "dispatches": _kind("dispatch", Dispatch),
}
SECTIONS: dict[str, Callable[[], InOneLanguage]] = {
    f"{name}-{code}": partial(kind, code) for name, kind in KINDS.items() for code, _name in settings.LANGUAGES
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The list of all lists that have an entry (the protocol knows no empty one); each kind is counted once."""
    counted = {name: kind("").paginator for name, kind in KINDS.items()}
    sections: dict[str, Any] = {
        f"{name}-{code}": kind(code, counted[name])
        for name, kind in KINDS.items()
        if counted[name].count
        for code, _name in settings.LANGUAGES
    }
    return sitemap_views.index(request, sections, sitemap_url_name="sitemap-section")
