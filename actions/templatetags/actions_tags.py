"""Actions, demands, reports and campaigns on the pages of other floors, which never ask for them by themselves."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from actions import appeal_page, calendar, campaign_lines, cards, frames, letter_page, what_next
from actions.models import Action, Appeal, Campaign, Demand, Group, Report
from actions.models.cites import cites_of
from actions.services.letters import can_be_written_to
from actions.totals import totals_of
from prisoners.cards import alerts_url
from prisoners.models import Prisoner

register = template.Library()

NEXT = 3


@register.inclusion_tag("actions/parts/actions_for.html")
def actions_for(prisoner: Prisoner) -> dict[str, Any]:
    """The actions for a prisoner: what is to come, what was, and how many came as far as somebody counted."""
    now = timezone.now()
    rows = cards.with_relations(Action.public.filter(prisoners=prisoner))
    reports = cards.reports_with_relations(Report.public.filter(action__prisoners=prisoner))
    reported = {report.action_id: cards.report_card(report) for report in reports}
    ahead, past = calendar.parted(rows, now)
    return {
        "totals": totals_of(past, reports),
        "upcoming": [cards.action_card(action) for action in ahead],
        "past": [cards.action_card(action) for action in past if action.pk not in reported],
        "reports": list(reported.values()),
    }


@register.inclusion_tag("actions/parts/demands_for.html")
def demands_for(prisoner: Prisoner) -> dict[str, Any]:
    """What is demanded for a prisoner, in every version."""
    rows = Demand.public.filter(prisoners=prisoner).select_related("supersedes", "event")
    rows = rows.prefetch_related(cites_of(Demand))
    return {"demands": campaign_lines.demand_lines(rows)}


@register.inclusion_tag("actions/parts/next_actions.html")
def next_actions(count: int = NEXT) -> dict[str, Any]:
    """The next actions anywhere."""
    rows = calendar.upcoming(cards.with_relations(Action.public.all()), timezone.now())
    return {"upcoming": [cards.action_card(action) for action in rows[:count]]}


@register.inclusion_tag("actions/parts/latest_reports.html")
def latest_reports(count: int = NEXT) -> dict[str, Any]:
    """The latest reports of the picket log."""
    rows = cards.reports_with_relations(Report.public.all())
    return {"reports": [cards.report_card(report) for report in rows[:count]]}


@register.inclusion_tag("actions/parts/campaigns_for.html")
def campaigns_for(prisoner: Prisoner) -> dict[str, Any]:
    """The campaigns to which a prisoner belongs."""
    return {"campaigns": Campaign.public.filter(prisoners=prisoner)}


@register.inclusion_tag("actions/parts/what_next.html")
def next_after(action: Action) -> dict[str, Any]:
    """What can be done once an action is over or was called off; of one to come nothing."""
    now = timezone.now()
    if not (action.is_cancelled or calendar.is_over(action, now)):
        return {}
    actions = cards.with_relations(what_next.actions_after(action, now))[: what_next.MOST]
    appeals = appeal_page.in_brief(what_next.appeals_after(action, now))[: what_next.MOST]
    return {
        "actions": [cards.action_card(one) for one in actions],
        "appeals": appeal_page.cards_of(appeals, now),
    }


@register.inclusion_tag("actions/parts/be_told.html")
def follow_campaign(campaign: Campaign) -> dict[str, str]:
    """The way to follow a campaign."""
    text = gettext("Of court dates, releases and days to remember of its people, of new actions and of reports.")
    return {"url": alerts_url(f"campaign:{campaign.pk}"), "text": text}


@register.inclusion_tag("actions/parts/be_told.html")
def follow_group(group: Group | None) -> dict[str, str]:
    """The way to follow a group, while it is public."""
    if group is None or not group.is_published:
        return {}
    text = gettext("Of new actions of %(group)s, and of what came of them.") % {"group": group.name_i18n}
    return {"url": alerts_url(f"group:{group.pk}"), "text": text}


@register.inclusion_tag("actions/parts/calendar_links.html")
def calendar_links(name: str, slug: str = "") -> dict[str, str]:
    """A calendar to take or to subscribe to: `name` is one of all, prisoner, official, campaign, action, group, day."""
    path = reverse(f"calendars:{name}", args=[slug] if slug else []) + f"?lang={get_language() or 'en'}"
    host = settings.SITE_ORIGIN.partition("://")[2]
    return {"url": path, "webcal": f"webcal://{host}{path}"}


@register.inclusion_tag("actions/parts/embed_code.html")
def embed_code(kind: str, slug: str, title: str) -> dict[str, Any]:
    """What another site pastes to show a prisoner or a campaign (`kind`) in a frame."""
    source = frames.source_of(kind, slug, get_language() or "en")
    return {"source": source, "title": title, "height": frames.HEIGHTS[kind], "sandbox": frames.SANDBOX}


@register.inclusion_tag("actions/parts/oembed_link.html")
def oembed_link(page: str, title: str) -> dict[str, Any]:
    """By which programs find the frame of the page at this path."""
    query = urlencode({"url": f"{settings.SITE_ORIGIN}{page}"})
    return {"address": f"{settings.SITE_ORIGIN}{reverse('oembed')}?{query}", "title": title}


@register.inclusion_tag("actions/parts/do_now.html")
def do_now_for(prisoner: Prisoner) -> dict[str, Any]:
    """What one can do now for a prisoner: open appeals, a letter where one can write, a placard, an alert, a word."""
    one = letter_page.find(prisoner.slug, timezone.now().date())
    letter = {"url": letter_page.url_of(prisoner), "name": prisoner.name_i18n} if one else None
    placard = reverse("actions:placard", args=[prisoner.slug])
    appeals = _open_appeals(Appeal.public.filter(prisoners=prisoner))
    return {"appeals": appeals, "letter": letter, "placard": placard, "slug": prisoner.slug}


@register.inclusion_tag("actions/parts/do_now.html")
def do_now_in(campaign: Campaign) -> dict[str, Any]:
    """What one can do now in a campaign."""
    return {"appeals": _open_appeals(Appeal.public.filter(campaign=campaign))}


@register.inclusion_tag("actions/parts/do_now.html")
def do_today(count: int = NEXT) -> dict[str, Any]:
    """What one can do today, anywhere: the appeals that close first, and who gets the fewest letters."""
    people = can_be_written_to(timezone.now().date())[:count]
    letters = [{"url": letter_page.url_of(one), "name": one.name_i18n} for one in people]
    return {"appeals": _open_appeals(Appeal.public.all())[:count], "letters": letters, "today": True}


def _open_appeals(rows: QuerySet[Appeal]) -> list[dict[str, Any]]:
    now = timezone.now()
    return appeal_page.cards_of(appeal_page.in_brief(rows.filter(closes_at__gt=now).order_by("closes_at", "pk")), now)
