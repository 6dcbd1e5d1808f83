"""Feeds: the news of everything, of a prisoner or of a campaign, as Atom (RFC 4287) and as JSON Feed 1.1."""

import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape, linebreaks
from django.utils.http import http_date
from django.utils.translation import get_language, gettext, override
from django.views.decorators.http import require_safe

from actions import news
from actions.models import Campaign, FormerCampaignSlug, Group
from actions.news import Item
from prisoners.choices import PublicationState
from prisoners.models import FormerSlug, Prisoner
from supporters.topics import country_name

ATOM, JSON = "application/atom+xml; charset=utf-8", "application/feed+json"
#: What XML 1.0 cannot hold.
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: When nothing has happened yet.
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)

Feed = dict[str, Any]


@require_safe
def everything(request: HttpRequest, form: str) -> HttpResponse:
    """All news."""
    with override(_language(request)):
        return _answer(request, form, "all", gettext("Until Free"), f"/{get_language()}/", news.news())


@require_safe
def of_prisoner(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """News of one prisoner."""
    with override(_language(request)):
        prisoner = Prisoner.public.filter(slug=slug).first()
        if prisoner is None:
            former = FormerSlug.objects.filter(slug=slug, prisoner__state=PublicationState.PUBLISHED)
            return _moved(request, slug, former.values_list("prisoner__slug", flat=True).first())
        page = f"/{get_language()}/prisoners/{slug}/"
        return _answer(request, form, f"prisoner/{prisoner.pk}", prisoner.name_i18n, page, news.news(prisoner))


@require_safe
def of_campaign(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """News of one campaign: of its prisoners, its timeline and its actions."""
    with override(_language(request)):
        campaign = Campaign.public.filter(slug=slug).first()
        if campaign is None:
            former = FormerCampaignSlug.objects.filter(slug=slug, campaign__state=PublicationState.PUBLISHED)
            return _moved(request, slug, former.values_list("campaign__slug", flat=True).first())
        page, items = f"/{get_language()}/campaigns/{slug}/", news.news(campaign=campaign)
        return _answer(request, form, f"campaign/{campaign.pk}", campaign.title_i18n, page, items)


@require_safe
def of_group(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """News of one group: its actions and what came of them."""
    with override(_language(request)):
        group = Group.public.filter(slug=slug).first()
        if group is None:
            return _moved(request, slug, None)
        page = f"/{get_language()}/groups/{slug}/"
        return _answer(request, form, f"group/{group.pk}", group.name_i18n, page, news.news_of_group(group))


@require_safe
def of_country(request: HttpRequest, country: str, form: str) -> HttpResponse:
    """News of the prisoners of a country (ISO 3166-1 alpha-2)."""
    with override(_language(request)):
        code = country.upper()
        if not Prisoner.public.filter(country=code).exists():
            return _moved(request, country, None)
        page = f"/{get_language()}/prisoners/?country={code}"
        return _answer(request, form, f"country/{code}", country_name(code), page, news.news_of_country(code))


@require_safe
def of_dispatches(request: HttpRequest, form: str) -> HttpResponse:
    """What was mailed to those who follow, for who would rather not leave an address."""
    with override(_language(request)):
        page = f"/{get_language()}/dispatches/"
        return _answer(request, form, "dispatches", gettext("Dispatches"), page, news.news_of_dispatches())


def _moved(request: HttpRequest, old: str, new: str | None) -> HttpResponse:
    """An old address leads to the new one. Raises Http404 where there is none."""
    if new is None:
        # Else Django would offer the same address under a language, in an answer that varies by cookies.
        request.urlconf = "actions.feed_urls"
        raise Http404
    return HttpResponsePermanentRedirect(request.get_full_path().replace(f"/{old}.", f"/{new}.", 1))


def _language(request: HttpRequest) -> str:
    """That of the address, else `?lang=`, else the first of the site: never the browser's, for feeds are shared."""
    codes = [code for code, _name in settings.LANGUAGES]
    prefix = request.path_info.split("/")[1]
    wanted = prefix if prefix in codes else request.GET.get("lang", "")
    return wanted if wanted in codes else settings.LANGUAGE_CODE


def _answer(request: HttpRequest, form: str, key: str, title: str, page: str, items: list[Item]) -> HttpResponse:
    """The feed, or 304 where the reader has it already (RFC 9110, section 13)."""
    language = get_language() or settings.LANGUAGE_CODE
    updated = max((item.updated_at for item in items), default=BEGINNING)
    feed = {
        "id": news.tag_of(f"feed/{key}/{language}"),
        "title": title,
        "language": language,
        "page": settings.SITE_ORIGIN + page,
        "self": f"{settings.SITE_ORIGIN}{request.path}" + ("" if _is_prefixed(request) else f"?lang={language}"),
        "updated": updated,
    }
    write, content_type = WRITERS[form]
    body = write(feed, items)
    response = HttpResponse(body, content_type=content_type)
    changed = int(max(updated, news.last_withdrawn() or updated).timestamp())
    response.headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response.headers["Last-Modified"] = http_date(changed)
    response.headers["Content-Language"] = language
    answer = get_conditional_response(request, response.headers["ETag"], changed, response)
    return answer or response


def _is_prefixed(request: HttpRequest) -> bool:
    return not request.path_info.startswith("/feeds/")


class _Atom(Atom1Feed):
    """Atom whose date is that of its newest entry, never of the asking."""

    def latest_post_date(self) -> datetime:
        """When the feed last changed."""
        return self.feed["updated"]


def _atom(feed: Feed, items: list[Item]) -> bytes:
    document = _Atom(
        title=_clean(feed["title"]),
        link=feed["page"],
        description=None,
        language=feed["language"],
        feed_url=feed["self"],
        feed_guid=feed["id"],
        author_name=gettext("Until Free"),
        updated=feed["updated"],
    )
    for item in items:
        document.add_item(
            title=_clean(item.title),
            link=item.url,
            description=linebreaks(escape(_clean(item.text))),
            unique_id=item.id,
            pubdate=item.published_at,
            updateddate=item.updated_at,
            categories=[item.tag],
        )
    return document.writeString("utf-8").encode()


def _json(feed: Feed, items: list[Item]) -> bytes:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed["title"],
        "home_page_url": feed["page"],
        "feed_url": feed["self"],
        "language": feed["language"],
        "authors": [{"name": gettext("Until Free"), "url": settings.SITE_ORIGIN}],
        "items": [_as_json(item) for item in items],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _as_json(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_text": item.text or item.title,
        "date_published": item.published_at.isoformat(),
        "date_modified": item.updated_at.isoformat(),
        "tags": [item.tag],
    }


def _clean(text: str) -> str:
    return UNSPEAKABLE.sub("", text)


WRITERS: dict[str, tuple[Callable[[Feed, list[Item]], bytes], str]] = {"atom": (_atom, ATOM), "json": (_json, JSON)}
