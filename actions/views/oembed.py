"""oEmbed 1.0 (oembed.com): by the address of a page another site asks for the frame that shows the same."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from actions import frames
from actions.models import Campaign, FormerCampaignSlug
from prisoners.models import FormerSlug, Prisoner

NO_SUCH_PAGE, NOT_IN_THIS_FORM, UNREAD = 404, 501, 400
#: Pixels, where nobody asks for less.
WIDTH = 600
#: Seconds, as pages may be kept: the title names a person, who may be withdrawn.
KEPT = 60
#: The pages of which there is a frame, by the names of their routes.
KINDS = {"prisoners:detail": "prisoner", "actions:campaign": "campaign"}


@require_safe
def oembed(request: HttpRequest) -> JsonResponse:
    """The frame of the page at `url`, as JSON, no larger than `maxwidth` and `maxheight`."""
    if request.GET.get("format", "json") != "json":
        return _refused(NOT_IN_THIS_FORM, gettext("We could not read this request"))
    if not request.GET.get("url"):
        return _refused(UNREAD, gettext("We could not read this request"))
    page = _page_at(request.GET["url"])
    if page is None:
        return _refused(NO_SUCH_PAGE, gettext("There is no such page"))
    language, kind, slug = page
    with translation.override(language):
        title = _title_of(kind, slug)
        told = _told(request, language, kind, *title) if title else None
    return _open(JsonResponse(told)) if told else _refused(NO_SUCH_PAGE, gettext("There is no such page"))


def _page_at(address: str) -> tuple[str, str, str] | None:
    """Language, kind and slug of a page of ours that has a frame."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    language = parts.path.partition("/")[2].partition("/")[0]
    if f"{parts.scheme}://{parts.netloc}" != settings.SITE_ORIGIN or language not in dict(settings.LANGUAGES):
        return None
    with translation.override(language):
        match = _resolved(parts.path)
    kind = KINDS.get(match.view_name) if match else None
    return (language, kind, match.kwargs["slug"]) if match and kind else None


def _resolved(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _title_of(kind: str, slug: str) -> tuple[str, str] | None:
    """The slug by which a public row is found today, with its name."""
    if kind == "prisoner":
        person = _person(slug)
        return (person.slug, person.name_i18n) if person else None
    row = _campaign(slug)
    return (row.slug, row.title_i18n) if row else None


def _person(slug: str) -> Prisoner | None:
    public = Prisoner.public.order_by()
    former = FormerSlug.objects.filter(slug=slug, prisoner__in=public).first()
    return public.filter(slug=slug).first() or (former.prisoner if former else None)


def _campaign(slug: str) -> Campaign | None:
    public = Campaign.public.order_by()
    former = FormerCampaignSlug.objects.filter(slug=slug, campaign__in=public).first()
    return public.filter(slug=slug).first() or (former.campaign if former else None)


def _told(request: HttpRequest, language: str, kind: str, slug: str, title: str) -> dict[str, Any]:
    width = min(WIDTH, _most(request, "maxwidth", WIDTH))
    height = min(frames.HEIGHTS[kind], _most(request, "maxheight", frames.HEIGHTS[kind]))
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": gettext("Until Free"),
        "provider_url": f"{settings.SITE_ORIGIN}{reverse('home')}",
        "title": title,
        "cache_age": KEPT,
        "html": frames.code_of(frames.source_of(kind, slug, language), title, width, height),
        "width": width,
        "height": height,
    }


def _most(request: HttpRequest, name: str, otherwise: int) -> int:
    """What the frame may measure at most; what is no such number asks for nothing."""
    said = request.GET.get(name, "")
    is_number = said.isascii() and said.isdigit() and len(said) < 6
    return int(said) if is_number and int(said) else otherwise


def _refused(status: int, why: str) -> JsonResponse:
    return _open(JsonResponse({"error": why}, status=status))


def _open(answer: JsonResponse) -> JsonResponse:
    """Programs of other sites may read it: it says nothing that not everybody may know."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
