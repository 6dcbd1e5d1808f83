"""A reminder three days before an appeal closes, to those who follow whom it is for and want urgent appeals."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from actions import appeal_page, appeal_rules
from actions.appeal_news import NOT_PUBLIC, appeal_of, known_appeal, topics_of_appeal
from actions.models import Appeal
from supporters.alerts import register_alert
from supporters.choices import AlertGroup
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import EVERYBODY, Span, Word, owe_followers

CLOSING = "appeal_closing"
#: So long before the end it is told …
BEFORE = timedelta(days=3)
#: … and until so long before it: a letter takes a while to write.
AT_LAST = timedelta(hours=3)
#: An appeal that was shown so lately needs no reminder.
NEW_FOR = timedelta(days=2)

CLOSED = "the appeal is closed"
LONGER = "the appeal closes on another day now"


def register() -> None:
    """Make the mail and its question known."""
    register_alert(CLOSING, context, against, topics, group=AlertGroup.DISPATCHES, waits=False)
    register_planner("appeals-that-close", plan, only_if=lambda now: [Appeal.internal.filter(_closes_soon(now))])


def plan(now: datetime) -> int:
    """Owe one reminder for the end of each public appeal; an end that is put off is told anew. Returns how many."""
    return sum(_tell(appeal, now) for appeal in _soon(now))


def context(notification: Notification) -> dict[str, Any]:
    """Which appeal, until when in whose time, and where one follows it."""
    appeal = known_appeal(notification)
    return {
        "title": appeal.title_i18n,
        "what": appeal.get_kind_display(),
        "until": appeal_page.until(appeal),
        "link": settings.SITE_ORIGIN + appeal_page.url_of(appeal),
    }


def against(notification: Notification, now: datetime) -> str:
    """True while the appeal is public, can still be followed, and closes on the day that was told."""
    appeal = appeal_of(notification)
    if appeal is None:
        return NOT_PUBLIC
    if not appeal_rules.is_open(appeal, now):
        return CLOSED
    return "" if notification.occasion == _occasion(appeal) else LONGER


def topics(notification: Notification) -> list[str]:
    """Under which topics it is told."""
    return topics_of_appeal(known_appeal(notification))


def _closes_soon(now: datetime) -> Q:
    return Q(closes_at__gt=now + AT_LAST, closes_at__lte=now + BEFORE)


def _soon(now: datetime) -> QuerySet[Appeal]:
    rows = Appeal.public.filter(_closes_soon(now)).exclude(published_at__gt=now - NEW_FOR)
    return rows.select_related("campaign").order_by("pk")


def _tell(appeal: Appeal, now: datetime) -> int:
    if appeal.closes_at is None:
        return 0
    span = Span(appeal.closes_at - BEFORE, appeal.closes_at - AT_LAST)
    word = Word(CLOSING, f"appeal:{appeal.pk}", _occasion(appeal))
    return owe_followers(topics_of_appeal(appeal), word, {EVERYBODY: span}) if span.is_open(now) else 0


def _occasion(appeal: Appeal) -> str:
    return f"closes:{appeal_rules.last_day(appeal)}"
