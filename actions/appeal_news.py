"""News of what came of an appeal, told to those who follow whom it was for and want urgent appeals."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Min, Q, QuerySet

from actions import appeal_page
from actions.choices import AppealOutcome
from actions.models import Appeal
from prisoners.models import Prisoner
from supporters.alerts import register_alert
from supporters.choices import AlertGroup
from supporters.kinds import A_MONTH
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import EVERYBODY, Span, Word, owe_followers
from supporters.topics import topics_of

OUTCOME = "appeal_outcome"
#: For so long after it was entered it is news.
NEWS_FOR = timedelta(days=14)
#: So long the words rest before they are told.
SETTLES = timedelta(minutes=10)
#: Of which there is nothing to tell.
NO_NEWS = ("", AppealOutcome.UNKNOWN)

NOT_PUBLIC = "the appeal is not public"
NOTHING_KNOWN = "nothing is known of what came of the appeal"


def register() -> None:
    """Make the mail and its question known."""
    register_alert(OUTCOME, context, against, topics, group=AlertGroup.DISPATCHES, kept_for_month=A_MONTH)
    register_planner("appeal-outcomes", plan, only_if=lambda now: [Appeal.internal.filter(_is_recent(now))])


def plan(now: datetime) -> int:
    """Owe word of what came of each appeal, where that was first entered within fourteen days.

    Returns how many are new. Later corrections of the words are no news.
    """
    return sum(_tell(appeal, now) for appeal in _fresh(now))


def context(notification: Notification) -> dict[str, Any]:
    """Which appeal it was, and what came of it, as far as its campaign knows."""
    appeal = known_appeal(notification)
    return {
        "title": appeal.title_i18n,
        "outcome": appeal.get_outcome_display(),
        "text": appeal.outcome_text_i18n,
        "link": settings.SITE_ORIGIN + appeal_page.url_of(appeal),
    }


def against(notification: Notification, now: datetime) -> str:
    """True while the appeal is public and something is known."""
    appeal = appeal_of(notification)
    if appeal is None:
        return NOT_PUBLIC
    return NOTHING_KNOWN if appeal.outcome in NO_NEWS else ""


def topics(notification: Notification) -> list[str]:
    """Under which topics it is told."""
    return topics_of_appeal(known_appeal(notification))


def _is_recent(now: datetime) -> Q:
    return ~Q(outcome__in=NO_NEWS) & Q(updated_at__gt=now - NEWS_FOR)


def _fresh(now: datetime) -> QuerySet[Appeal]:
    """With `known_at`, when an outcome was first entered."""
    rows = Appeal.public.filter(_is_recent(now))
    first = Min("history_entry__pgh_created_at", filter=~Q(history_entry__outcome__in=NO_NEWS))
    return rows.select_related("campaign").order_by("pk").annotate(known_at=first)


def _tell(appeal: Any, now: datetime) -> int:
    known = [at for at in (appeal.known_at, appeal.published_at) if at is not None]
    since = max(known, default=now)
    span = Span(since + SETTLES, since + NEWS_FOR)
    word = Word(OUTCOME, f"appeal:{appeal.pk}", "outcome")
    return owe_followers(topics_of_appeal(appeal), word, {EVERYBODY: span}) if span.is_open(now) else 0


def topics_of_appeal(appeal: Appeal) -> list[str]:
    """Those of the people whom it is for, their countries, and its campaign."""
    people = dict(Prisoner.public.filter(appeals=appeal).order_by().values_list("pk", "country"))
    campaign = appeal.campaign if appeal.campaign is not None and appeal.campaign.is_published else None
    countries = {*people.values(), *([campaign.country] if campaign else [])}
    return sorted({*topics_of(people, countries), *([f"campaign:{campaign.pk}"] if campaign else [])})


def appeal_of(notification: Notification) -> Appeal | None:
    """The public appeal that a mail is about."""
    key = notification.subject.removeprefix("appeal:")
    return Appeal.public.select_related("campaign").filter(pk=key).first()


def known_appeal(notification: Notification) -> Appeal:
    """The same. Raises LookupError where it is not public any more."""
    appeal = appeal_of(notification)
    if appeal is None:
        raise LookupError(NOT_PUBLIC)
    return appeal
