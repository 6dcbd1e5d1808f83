"""Court dates: reminders before them, and word of a change to those who were told something else.

What was told is kept with each notification as public facts (date, hour, zone, place, court, status), so that ten edits
are one mail and a change that was taken back before it was told is none.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from prisoners.choices import HearingStatus
from prisoners.ical import invitation
from prisoners.ical_hearings import hearing_entries
from prisoners.models import Defendant, Hearing, Prisoner
from supporters.alerts import register_alert
from supporters.asking import rows_once
from supporters.choices import AlertGroup, NotificationState, Rank
from supporters.kinds import A_MONTH
from supporters.models import Notification
from supporters.prepared import FOR_EVER
from supporters.reminders import register_planner
from supporters.services.outboxes import EVERYBODY, Span, Word, owe_followers, owe_told
from supporters.sittings import (
    NEVER,
    Sitting,
    instants,
    say_before,
    say_decided_before,
    says_the_same,
    set_aside,
    sitting_of,
)
from supporters.subjects import named
from supporters.topics import topics_of

REMINDER, MOVED, CANCELLED, DECIDED = "hearing_reminder", "hearing_moved", "hearing_cancelled", "hearing_decided"
FIXED = "hearing_fixed"
KINDS = (REMINDER, MOVED, CANCELLED, DECIDED, FIXED)
CHANGES = {
    HearingStatus.SCHEDULED.value: MOVED,
    HearingStatus.CANCELLED.value: CANCELLED,
    HearingStatus.HELD.value: DECIDED,
}
#: How long before the beginning people are told; of these, the tightest that was reached.
LEADS = {"1d": timedelta(days=1), "7d": timedelta(days=7)}
DAY = timedelta(days=1)
#: A change is told for so long after it was entered or the sitting was over (SECURITY K.2).
NEWS_FOR = timedelta(days=14)

#: A move is told so long after the last edit, so that ten edits in ten minutes are one mail; not so close to the date.
SETTLES = timedelta(minutes=10)
#: Nor does it wait longer than this for edits that do not end.
SETTLES_AT_LAST = timedelta(hours=1)
NEAR = timedelta(hours=48)

NOT_PUBLIC = "the hearing is not public"
NOT_SCHEDULED = "the hearing is not scheduled any more"
BEGUN = "the hearing has begun"
CHANGED = "the hearing has changed since; the newer mail tells it"
NEARER = "the reminder of the day before takes its place"
REMINDED = "the reminder tells it"
UNDONE = "the change was taken back before it was told"


def register() -> None:
    """Make the mails about hearings and their questions known; changes are asked about first."""
    told: dict[str, Any] = {"group": AlertGroup.COURT, "facts": facts, "invitation": calendar_of}
    told |= {"personal": told_before_to, "rank": Rank.URGENT}
    register_alert(REMINDER, context, against_reminder, topics, **told)
    register_alert(MOVED, context, against_change, topics, waits=False, **told)
    register_alert(CANCELLED, context, against_change, topics, waits=False, **told)
    register_alert(DECIDED, context, against_change, topics, kept_for_month=A_MONTH, **told)
    register_alert(FIXED, context, against_fixed, topics, kept_for_month=A_MONTH, **told)
    register_planner("hearing-changes", plan_changes, only_if=_rows_of_news)
    register_planner("hearings-fixed", plan_fixed, only_if=lambda now: [Hearing.internal.filter(_is_fresh(now))])
    register_planner("hearings", plan_reminders, only_if=lambda now: [Hearing.internal.filter(_is_near(now))])


def plan_reminders(now: datetime) -> int:
    """Owe the reminder of each public, scheduled hearing whose tightest lead is reached; returns how many are new."""
    near = Hearing.public.filter(_is_near(now)).select_related("place", "case").order_by("starts_at", "pk")
    return sum(_remind(hearing, told_under, now) for hearing, told_under in with_topics(near))


def plan_fixed(now: datetime) -> int:
    """Owe word of each new date that is further away than the longest reminder; returns how many are new."""
    far = Hearing.public.filter(_is_fresh(now), starts_at__gt=now + LEADS["7d"]).select_related("place", "case")
    return sum(_tell_fixed(hearing, told_under, now) for hearing, told_under in with_topics(far))


def plan_changes(now: datetime) -> int:
    """Owe word of a move, a cancellation or an outcome to all who were told otherwise; returns how many are new."""
    return sum(_tell_change(hearing, told_under, now) for hearing, told_under in with_topics(_changed(now)))


def topics_of_hearing(hearing: Hearing) -> list[str]:
    """Under which topics a hearing is told."""
    [(_hearing, told_under)] = with_topics([hearing])
    return told_under


def hearing_of(notification: Notification) -> Hearing | None:
    """The hearing that a notification is about, while it is public."""
    key = notification.subject.removeprefix("hearing:")
    rows = Hearing.public.select_related("place", "case").filter(pk=key)
    return rows_once(("hearing", key), rows.first)


def facts(notification: Notification) -> tuple[dict[str, Any], int]:
    """What is told at this moment, and its revision."""
    hearing = _known(notification)
    return sitting_of(hearing).facts, hearing.revision


def calendar_of(notification: Notification) -> bytes | None:
    """The hearing for the reader's calendar, as public as the mail; None while its day is not known."""
    entries = hearing_entries([_known(notification)])
    return invitation(entries[0]) if entries else None


def context(notification: Notification) -> dict[str, Any]:
    """Who, when, where, what before, what came of it."""
    hearing, language = _known(notification), get_language() or "en"
    sitting, before = sitting_of(hearing), told_before(notification)
    rows = Prisoner.public.filter(defendant_rows__case=hearing.case_id).distinct()
    prisoners = rows_once(("defendants", hearing.case_id), lambda: list(rows))
    names = ", ".join(prisoner.name_i18n for prisoner in prisoners) or hearing.case.title_i18n
    return {
        "who": names,
        "what": hearing.get_kind_display(),
        "when": sitting.say(language),
        "was": say_before(Sitting(**before), sitting, language) if before else "",
        "was_decided": say_decided_before(Sitting(**before), sitting) if before else "",
        "where": ", ".join(part for part in (hearing.court_i18n, hearing.place.name_i18n) if part),
        "has_time": bool(sitting.at),
        "text": hearing.text_i18n,
        "outcome": hearing.came_of_it,
        "links": [f"{settings.SITE_ORIGIN}/{language}/prisoners/{prisoner.slug}/" for prisoner in prisoners],
    }


def against_reminder(notification: Notification, now: datetime) -> str:
    """A reminder is true while its hearing is public, scheduled for the day it was owed for, and not begun."""
    hearing = hearing_of(notification)
    if hearing is None:
        return NOT_PUBLIC
    if hearing.status != HearingStatus.SCHEDULED:
        return NOT_SCHEDULED
    start, end = sitting_of(hearing).starts_at, sitting_of(hearing).begins_by
    planned, _revision, lead = notification.occasion.split("/")
    if start is None or end is None or planned != _occasion(start) or notification.revision != hearing.revision:
        return CHANGED
    if now >= end:
        return BEGUN
    if lead == "7d" and now >= start - LEADS["1d"]:
        return NEARER
    return ""


def against_fixed(notification: Notification, now: datetime) -> str:
    """True while it is public, scheduled and to come; the words say how it stands at sending.

    What has waited for a digest until the first reminder was owed leaves the word to that.
    """
    hearing = hearing_of(notification)
    if hearing is None:
        return NOT_PUBLIC
    if hearing.status != HearingStatus.SCHEDULED:
        return NOT_SCHEDULED
    start, end = instants(sitting_of(hearing))
    if now >= end:
        return BEGUN
    return REMINDED if notification.rate and now >= start - LEADS["7d"] else ""


def against_change(notification: Notification, now: datetime) -> str:
    """A change is true while it is the newest, and differs from what the person was told before."""
    hearing = hearing_of(notification)
    if hearing is None:
        return NOT_PUBLIC
    if notification.revision != hearing.revision:
        return CHANGED
    before = told_before(notification)
    return UNDONE if before is not None and says_the_same(before, sitting_of(hearing)) else ""


def topics(notification: Notification) -> list[str]:
    """Under which topics it is told."""
    return topics_of_hearing(_known(notification))


def told_before_to(notifications: Sequence[Notification]) -> dict[UUID, str]:
    """What each of these people was told last about the hearing, in one statement, as one text to compare."""
    words = {(row.subject, row.kind, row.occasion) for row in notifications}
    if len(words) == 1 and _is_first(*words.pop()):
        return {}
    subjects = {row.subject for row in notifications}
    said = Notification.objects.filter(subject__in=subjects, kind__in=KINDS, state=NotificationState.SENT)
    latest = said.filter(supporter__in={row.supporter_id for row in notifications}).order_by("revision", "due_at")
    last = {(person, about): told for person, about, told in latest.values_list("supporter_id", "subject", "told")}
    return {row.pk: json.dumps(last.get((row.supporter_id, row.subject)), sort_keys=True) for row in notifications}


def _is_first(subject: str, kind: str, occasion: str) -> bool:
    """Whether nobody was told anything else about the hearing: asked of both ends of an index, however many were."""
    about = Notification.objects.filter(subject=subject).order_by()
    if about.filter(kind__in=set(KINDS) - {kind}, state=NotificationState.SENT).exists():
        return False
    ends = about.filter(kind=kind).aggregate(first=Min("occasion"), last=Max("occasion"))
    return ends["first"] == ends["last"] == occasion


def told_before(notification: Notification) -> dict[str, Any] | None:
    """The facts that this person was told last before this notification."""
    said = Notification.objects.filter(
        supporter=notification.supporter_id, subject=notification.subject, kind__in=KINDS, state=NotificationState.SENT
    )
    latest = said.exclude(pk=notification.pk).order_by("-revision", "-due_at").values_list("told", flat=True)
    return rows_once(("told before", notification.pk), latest.first)


def with_topics(rows: Iterable[Hearing]) -> Iterator[tuple[Hearing, list[str]]]:
    """Hearings with the topics under which they are told; their people are asked for together."""
    hearings, people = list(rows), defaultdict(set)
    cases = {hearing.case_id for hearing in hearings}
    for case, person in Defendant.public.filter(case__in=cases).values_list("case_id", "prisoner_id"):
        people[case].add(person)
    for hearing in hearings:
        yield hearing, topics_of(people[hearing.case_id], [hearing.case.country], [hearing.case_id])


def _is_near(now: datetime) -> Q:
    return Q(status=HearingStatus.SCHEDULED, starts_at__gt=now - DAY, starts_at__lte=now + LEADS["7d"] + DAY)


def _is_fresh(now: datetime) -> Q:
    return Q(status=HearingStatus.SCHEDULED, published_at__gt=now - NEWS_FOR, published_at__lte=now)


def _is_news(now: datetime) -> Q:
    return Q(revision__gt=0) & (Q(starts_at__gt=now - NEWS_FOR) | Q(updated_at__gt=now - NEWS_FOR))


def _rows_of_news(now: datetime) -> list[QuerySet[Hearing]]:
    """The same as two looks, each into an index of its own: for an «or» all that was ever revised would be read."""
    lately, revised = (now - NEWS_FOR, FOR_EVER), Hearing.internal.filter(revision__gt=0)
    return [revised.filter(starts_at__range=lately), revised.filter(updated_at__range=lately)]


def _remind(hearing: Hearing, told_under: list[str], now: datetime) -> int:
    sitting = sitting_of(hearing)
    start, end = instants(sitting)
    reached = [(name, lead) for name, lead in LEADS.items() if start - lead <= now]
    if not reached or now >= end:
        return 0
    name, lead = reached[0]
    occasion = f"{_occasion(start)}/revision:{hearing.revision}/{name}"
    word = Word(REMINDER, f"hearing:{hearing.pk}", occasion, sitting.facts, hearing.revision)
    owe = partial(owe_followers, told_under, word, {EVERYBODY: Span(start - lead, end)})
    # Whoever has heard of this date since the lead was reached, by word of a change, needs no reminder of it.
    return owe(unless=KINDS, since=start - lead, same_facts=True)


def _tell_fixed(hearing: Hearing, told_under: list[str], now: datetime) -> int:
    """Of use until the first reminder; whoever heard of this hearing by another word needs none of this."""
    sitting, known_at = sitting_of(hearing), hearing.published_at or now
    span = Span(known_at, min(known_at + NEWS_FOR, instants(sitting)[0] - LEADS["7d"]))
    word = Word(FIXED, f"hearing:{hearing.pk}", "fixed", sitting.facts, hearing.revision)
    if not span.is_open(now):
        return 0
    return owe_followers(told_under, word, {EVERYBODY: span}, unless=KINDS, since=NEVER)


def _changed(now: datetime) -> QuerySet[Hearing]:
    """Public hearings of which somebody was told an older revision, while a change is still news."""
    about = named("hearing", OuterRef("pk"))
    told = Notification.objects.filter(
        subject=about, kind__in=KINDS, state=NotificationState.SENT, revision__lt=OuterRef("revision")
    )
    return Hearing.public.filter(_is_news(now), Exists(told)).select_related("place", "case")


def _tell_change(hearing: Hearing, told_under: list[str], now: datetime) -> int:
    """A hearing that was held is news once it is known what came of it."""
    if hearing.status == HearingStatus.HELD and not (hearing.outcome or hearing.decision):
        return 0
    sitting = sitting_of(hearing)
    kind = CHANGES[hearing.status]
    stale_at = hearing.updated_at + NEWS_FOR if kind == DECIDED else _past_both(hearing, sitting)
    if stale_at <= now:
        return 0
    due_at = _settled_at(hearing, now) if kind == MOVED else now
    word = Word(kind, f"hearing:{hearing.pk}", f"revision:{hearing.revision}", sitting.facts, hearing.revision)
    return owe_told(told_under, word, Span(due_at, max(stale_at, due_at + SETTLES)), KINDS, aside=set_aside(sitting))


def _settled_at(hearing: Hearing, now: datetime) -> datetime:
    """When a move is told: at once where the old or the new date is near, else when the edits have ended.

    Edits without an end are told an hour after the first of which nobody has heard.
    """
    dates = [instants(one)[0] for one in (sitting_of(hearing), *_told_dates(hearing))]
    is_near = any(now - DAY < one <= now + NEAR for one in dates)
    if is_near:
        return now
    return max(now, min(hearing.updated_at + SETTLES, _first_edit(hearing) + SETTLES_AT_LAST))


def _first_edit(hearing: Hearing) -> datetime:
    """When it was first changed since anybody was told of it."""
    said = Notification.objects.filter(subject=f"hearing:{hearing.pk}", kind__in=KINDS, state=NotificationState.SENT)
    told = said.order_by().aggregate(last=Max("revision"))["last"] or 0
    edits = hearing.history.filter(revision__gt=told)  # type: ignore[attr-defined]
    return edits.aggregate(first=Min("updated_at"))["first"] or hearing.updated_at


def _past_both(hearing: Hearing, sitting: Sitting) -> datetime:
    """When the new date and every date that somebody was told are past."""
    return max(instants(one)[1] for one in [sitting, *_told_dates(hearing)])


def _told_dates(hearing: Hearing) -> list[Sitting]:
    """Every date of it that somebody was told."""
    said = Notification.objects.filter(subject=f"hearing:{hearing.pk}", kind__in=KINDS, state=NotificationState.SENT)
    return [Sitting(**told) for told in said.order_by().values_list("told", flat=True).distinct()]


def _occasion(start: datetime) -> str:
    return f"{start:%Y-%m-%dT%H:%MZ}"


def _known(notification: Notification) -> Hearing:
    hearing = hearing_of(notification)
    if hearing is None:
        raise LookupError(NOT_PUBLIC)
    return hearing
