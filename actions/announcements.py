"""Alerts of this floor: a new action near a follower or in what they follow, a change of it, and what came of it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, Manager, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from actions import cards, words
from actions.calendar import over_at, upcoming
from actions.choices import SignUpState
from actions.cities import topics_near
from actions.ical_actions import action_entry
from actions.models import Action, Report, SignUp
from actions.what_next import has_next
from prisoners.dates import describe
from prisoners.ical import invitation
from prisoners.models import Prisoner
from supporters.alerts import register_alert
from supporters.choices import AlertGroup, NotificationState
from supporters.kinds import A_MONTH
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services.outboxes import EVERYBODY, Span, Word, owe_followers, owe_told
from supporters.subjects import named
from supporters.topics import topics_of

ANNOUNCED, CHANGED, REPORTED = "action_announced", "announced_action_changed", "report_published"
KINDS = (ANNOUNCED, CHANGED)
#: So long after its publication it is news.
NEWS_FOR = timedelta(days=14)
#: What was done before belongs to the log, not to the mailbox: a campaign may enter the pickets of many years at once.
KNOWN_WITHIN = timedelta(days=60)
ALWAYS = datetime.min.replace(tzinfo=UTC)

#: The field that names a series or a day of action, and its key.
Whole = tuple[str, int]

NOT_PUBLIC = "the action is not public"
NOT_TO_COME = "the action was cancelled or is over"
SAID = "the newer mail tells how it stands"
NO_REPORT = "the report is not public"


def register() -> None:
    """Make these alerts and their questions known; changes are asked about first."""
    told: dict[str, Any] = {"group": AlertGroup.ACTIONS, "facts": facts, "invitation": calendar_of}
    register_alert(ANNOUNCED, context, against_announcement, topics, **told)
    register_alert(CHANGED, context, against_change, topics, waits=False, **told)
    reported: dict[str, Any] = {"group": AlertGroup.REPORTS, "kept_for_month": A_MONTH}
    register_alert(REPORTED, report_context, against_report, report_topics, **reported)
    register_planner("announced-actions-changed", plan_changes, only_if=lambda now: [_changed(Action.internal, now)])
    register_planner("announced-actions", plan_announcements, only_if=lambda now: [fresh(Action.internal, now)])
    register_planner("reports", plan_reports, only_if=lambda now: [fresh(Report.internal, now)])


def plan_announcements(now: datetime) -> int:
    """Owe word of each action to come that was published within fourteen days; returns how many are new.

    Of a series, and of a day of action, a follower hears once: of the first in what they follow.
    What is reported has taken place, though its day may not be over: the report is the news.
    """
    new = fresh(Action.public, now).filter(cancelled_at__isnull=True, report__isnull=True)
    rows = sorted(_with_relations(upcoming(new, now)), key=_by_date)
    alike = _alike(rows)
    return sum(_announce(action, now, alike) for action in rows)


def plan_changes(now: datetime) -> int:
    """Owe word of a move or a cancellation to followers who were told otherwise; returns how many are new."""
    about = named("action", OuterRef("pk"))
    told = Notification.objects.filter(
        subject=about, kind__in=KINDS, state=NotificationState.SENT, revision__lt=OuterRef("revision")
    )
    is_settled = Q(settles_at__isnull=True) | Q(settles_at__lte=now)
    changed = _changed(Action.public, now).filter(is_settled, Exists(told))
    return sum(_tell_change(action, now) for action in _with_relations(changed))


def plan_reports(now: datetime) -> int:
    """Owe word of each report that was published within fourteen days, of an action of the last sixty.

    Returns how many are new.
    """
    new = fresh(Report.public, now).filter(action__held_latest__gte=(now - KNOWN_WITHIN).date())
    return sum(_tell_report(report) for report in new.select_related("action__campaign", "action__group"))


def topics_of_action(action: Action) -> list[str]:
    """Under which topics an action is told: its people and their countries, campaign, group, and cities near it."""
    people = dict(Prisoner.public.filter(actions=action).order_by().values_list("pk", "country"))
    own = [("campaign", action.campaign), ("group", action.group)]
    parents = [f"{prefix}:{row.pk}" for prefix, row in own if row is not None and row.is_published]
    countries = {*people.values(), *([action.campaign.country] if action.campaign else [])}
    return sorted({*topics_of(people, countries), *parents, *topics_near(action)})


def action_of(notification: Notification) -> Action | None:
    """The action that a notification is about, while it is public."""
    key = notification.subject.removeprefix("action:")
    return _with_relations(Action.public.filter(pk=key)).first()


def facts(notification: Notification) -> tuple[dict[str, Any], int]:
    """What is told at this moment, and its revision."""
    action = _known(notification)
    return _facts(action), action.revision


def calendar_of(notification: Notification) -> bytes | None:
    """The action for the reader's calendar, with what everybody may know of its place."""
    entry = action_entry(_known(notification))
    return invitation(entry) if entry else None


def context(notification: Notification) -> dict[str, Any]:
    """What, when, where and by whom, as everybody may know it."""
    action = _known(notification)
    return {
        "title": action.title_i18n,
        "what": words.kinds(action),
        "when": words.when(action),
        "rhythm": words.rhythm(action),
        "day": _day(action),
        "where": words.place(action),
        "organiser": words.organiser(action),
        "is_cancelled": action.is_cancelled,
        "reason": action.cancellation_reason,
        "link": f"{settings.SITE_ORIGIN}{cards.action_url(action)}",
    }


def against_announcement(notification: Notification, now: datetime) -> str:
    """True while it is public, not cancelled, not reported, and to come."""
    action = action_of(notification)
    if action is None:
        return NOT_PUBLIC
    end = over_at(action)
    is_past = hasattr(action, "report") or (end is not None and end <= now)
    return NOT_TO_COME if action.is_cancelled or is_past else ""


def against_change(notification: Notification, now: datetime) -> str:
    """True while it is the newest that can be said."""
    action = action_of(notification)
    if action is None:
        return NOT_PUBLIC
    return SAID if notification.revision != action.revision else ""


def topics(notification: Notification) -> list[str]:
    """Under which topics it is told."""
    return topics_of_action(_known(notification))


def fresh(rows: Manager[Any], now: datetime) -> QuerySet[Any]:
    """Published within fourteen days."""
    return rows.filter(published_at__gt=now - NEWS_FOR, published_at__lte=now)


def report_of(notification: Notification) -> Report | None:
    """The report that a notification is about, while it is public."""
    key = notification.subject.removeprefix("report:")
    return Report.public.select_related("action__campaign", "action__group").filter(pk=key).first()


def report_context(notification: Notification) -> dict[str, Any]:
    """Which action it was, when and where, how many came, and the report itself."""
    return report_words(_known_report(notification))


def report_words(report: Report) -> dict[str, Any]:
    """The same of a report, in the active language."""
    action, language = report.action, get_language() or "en"
    return {
        "title": action.title_i18n,
        "when": describe(action.held_on, language) if action.held_on else "",
        "where": action.city,
        "low": report.turnout_low,
        "high": report.turnout_high,
        "text": report.text_i18n,
        "link": f"{settings.SITE_ORIGIN}{cards.action_url(action)}",
        "has_next": has_next(action, timezone.now()),
    }


def against_report(notification: Notification, now: datetime) -> str:
    """True while it is public."""
    return NO_REPORT if report_of(notification) is None else ""


def report_topics(notification: Notification) -> list[str]:
    """Those of its action."""
    return topics_of_action(_known_report(notification).action)


def _changed(rows: Manager[Action], now: datetime) -> QuerySet[Action]:
    is_news = Q(starts_at__isnull=True) | Q(starts_at__gt=now - NEWS_FOR)
    return rows.filter(is_news, updated_at__gt=now - NEWS_FOR, revision__gt=0)


def _announce(action: Action, now: datetime, alike: Mapping[Whole, list[str]]) -> int:
    begun = action.published_at or now
    span = Span(begun, over_at(action) or begun + NEWS_FOR)
    if not span.is_open(now):
        return 0
    word = Word(ANNOUNCED, f"action:{action.pk}", "announced", _facts(action), action.revision)
    others = sorted({one for whole in _wholes(action) for one in alike[whole]} - {word.subject})
    # Who signed up, and confirmed or left since, knows of it. What nobody confirmed may be a stranger's doing.
    knowing = SignUp.objects.filter(action=action).exclude(state=SignUpState.UNCONFIRMED).order_by("supporter_id")
    but = knowing.values_list("supporter_id", flat=True)
    topics, spans = topics_of_action(action), {EVERYBODY: span}
    return owe_followers(topics, word, spans, unless=(ANNOUNCED,), since=ALWAYS, alike=others, but=but)


def _wholes(action: Action) -> list[Whole]:
    """What an action is one of many of: a series, a call to many cities."""
    names = ("series_id", "day_of_action_id")
    return [(name, getattr(action, name)) for name in names if getattr(action, name) is not None]


def _alike(actions: Iterable[Action]) -> dict[Whole, list[str]]:
    """The subjects of all actions of the same series and calls, also of those told long ago; one query."""
    wholes = {whole for action in actions for whole in _wholes(action)}
    found: dict[Whole, list[str]] = {whole: [] for whole in wholes}
    if not wholes:
        return found
    is_one = Q(*sorted(wholes), _connector=Q.OR)
    for action in Action.internal.filter(is_one).only("pk", "series_id", "day_of_action_id"):
        for whole in wholes.intersection(_wholes(action)):
            found[whole].append(f"action:{action.pk}")
    return found


def _by_date(action: Action) -> tuple[bool, date, int]:
    """The first first; those without a day at the end."""
    day = action.starts_at.date() if action.starts_at else date.max
    return (action.starts_at is None, day, action.pk)


def _tell_change(action: Action, now: datetime) -> int:
    occasion = f"revision:{action.revision}"
    word = Word(CHANGED, f"action:{action.pk}", occasion, _facts(action), action.revision)
    # Whoever comes hears it by the mail about their own sign-up, unless they want none.
    coming = SignUp.objects.filter(action=action, state__in=SignUpState.alive(), is_muted=False)
    told = coming.order_by().values_list("supporter_id", flat=True)
    # Nobody was told of the zone and the meeting point by themselves once: no mail of what made no difference to them.
    unsaid = {"zone": action.time_zone, "place": ""}
    return owe_told(topics_of_action(action), word, Span(now, now + NEWS_FOR), KINDS, but=told, unsaid=unsaid)


def _tell_report(report: Report) -> int:
    if report.published_at is None:
        return 0
    span = Span(report.published_at, report.published_at + NEWS_FOR)
    word = Word(REPORTED, f"report:{report.pk}", "published")
    return owe_followers(topics_of_action(report.action), word, {EVERYBODY: span})


def _day(action: Action) -> str:
    """The page of the public call that it answers, where all its cities stand."""
    day = action.day_of_action
    path = reverse("actions:day", args=[day.slug]) if day is not None and day.is_published else ""
    return f"{settings.SITE_ORIGIN}{path}" if path else ""


def _facts(action: Action) -> dict[str, Any]:
    hour = f"{action.local_time:%H:%M}" if action.local_time else ""
    when = {"on": str(action.held_on or ""), "at": hour, "zone": action.time_zone}
    where = {"city": action.city, "place": action.venue if words.is_open(action) else ""}
    return {**when, **where, "cancelled": action.is_cancelled}


def _with_relations(rows: QuerySet[Action]) -> QuerySet[Action]:
    return rows.select_related("campaign", "group", "target", "series", "day_of_action", "report").order_by(F("pk"))


def _known(notification: Notification) -> Action:
    action = action_of(notification)
    if action is None:
        raise LookupError(NOT_PUBLIC)
    return action


def _known_report(notification: Notification) -> Report:
    report = report_of(notification)
    if report is None:
        raise LookupError(NO_REPORT)
    return report
