"""Dispatches as mails: what each says, whether it may still leave, and the clock's question about those being sent."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import get_language

from actions.appeal_page import url_of
from actions.choices import DispatchKind, DispatchState
from actions.dispatch_archive import is_shown
from actions.dispatch_words import address_of, words_in
from actions.models import Dispatch
from actions.services.dispatches import MAIL_KINDS, TEST_KIND, appeal_is_open, mail_kind, subject_of, topics_for
from supporters import asked
from supporters.alerts import register_alert
from supporters.audiences import Progress, progress_of
from supporters.choices import AlertGroup, Rank
from supporters.hours import is_new_step
from supporters.kinds import Kind, register
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services import outboxes
from supporters.services.outboxes import EVERYBODY, Span, Word
from supporters.subjects import named

#: Of what use a dispatch is to somebody who could not be reached (SECURITY K.2).
NEWS_FOR = timedelta(days=14)
#: A month's digest has it for so much longer, and not until those who were told first are erased from the counts.
KEPT_FOR_MONTH = timedelta(days=13)
#: What was in the air when a dispatch was stopped has arrived by then.
SETTLES_WITHIN = timedelta(hours=1)
SUBJECT = named("dispatch")
OCCASION = "sent"

GONE = "the dispatch is gone"
PAUSED = "the dispatch is paused"
CLOSED = "the appeal has closed, or is not public"
NOT_PUBLIC = "what it speaks of is not public"
STOPPED = "the dispatch was stopped"


def register_dispatches() -> None:
    """Make the mails of dispatches, the test of one, and the clock's question known."""
    more = {"group": AlertGroup.DISPATCHES, "resend_if_in_doubt": False, "rank": Rank.URGENT}
    for kind, name in MAIL_KINDS.items():
        # News goes as often as its readers want; what is to be done on this day waits for nobody's digest.
        waits, kept = kind == DispatchKind.DISPATCH, KEPT_FOR_MONTH
        register_alert(name, context, against, topics, waits=waits, kept_for_month=kept, **more)
    register(Kind(TEST_KIND, context, against_test, is_essential=True, resend_if_in_doubt=False))
    register_planner("dispatches", plan, only_if=lambda now: [_sending(), _settling(now), _lingering(now)])


def plan(now: datetime) -> int:
    """Owe what was started to all who follow, queue again what a pause held back, and note what is over.

    Returns how many mails are new.
    """
    late = list(_lingering(now))
    for row in (*_settling(now), *(late if late and is_new_step("dispatches", now) else [])):
        _note_counts(row)
    return sum(_go_on(row.pk, now) for row in _sending().order_by("pk"))


def context(notification: Notification) -> dict[str, Any]:
    """The words in the active language, or the original with a word about it."""
    dispatch = _known(notification)
    language = get_language() or settings.LANGUAGE_CODE
    words = words_in(dispatch, language)
    return {
        "headline": words.subject,
        "text": words.text,
        "note": words.note,
        "is_appeal": dispatch.kind == DispatchKind.APPEAL,
        "link": address_of(dispatch, language),
        "appeal_url": settings.SITE_ORIGIN + url_of(dispatch.appeal) if dispatch.appeal else "",
    }


def against(notification: Notification, now: datetime) -> str:
    """It leaves while it is being sent and while its appeal can be followed, and not a moment longer."""
    row = Dispatch.internal.select_related("appeal").filter(pk=_key(notification)).first()
    if row is None:
        return GONE
    if row.state == DispatchState.PAUSED:
        return PAUSED
    if row.state not in (DispatchState.SENDING, DispatchState.SENT) or row.withdrawn_at:
        return STOPPED
    if not is_shown(row):
        return NOT_PUBLIC
    return "" if row.appeal is None or appeal_is_open(row.appeal) else CLOSED


def against_test(notification: Notification, now: datetime) -> str:
    """A test is of use while the dispatch is there."""
    return "" if Dispatch.internal.filter(pk=_key(notification)).exists() else GONE


def topics(notification: Notification) -> list[str]:
    """Who follows the audience is told, and nobody who left it."""
    return topics_for(_known(notification))


def progress(row: Dispatch) -> Progress:
    """How far it has come; when its notifications are erased, as it was noted then."""
    found = progress_of(mail_kind(row), subject_of(row), held=PAUSED)
    return found if found.total or found.digests else Progress(sent=row.sent_count, failed=row.failed_count)


def _sending() -> QuerySet[Dispatch]:
    return Dispatch.internal.filter(state=DispatchState.SENDING)


def _settling(now: datetime) -> QuerySet[Dispatch]:
    """Stopped so lately that some of their mails may still be in the air."""
    return Dispatch.internal.filter(state=DispatchState.STOPPED, finished_at__gt=now - SETTLES_WITHIN)


def _lingering(now: datetime) -> QuerySet[Dispatch]:
    """Over but for the readers whose digest has not come yet."""
    rows = Dispatch.internal.filter(state=DispatchState.SENT, kind=DispatchKind.DISPATCH)
    return rows.filter(started_at__gt=now - NEWS_FOR - KEPT_FOR_MONTH)


def _go_on(key: int, now: datetime) -> int:
    with transaction.atomic():
        row = Dispatch.internal.select_for_update().get(pk=key)
        if row.state != DispatchState.SENDING:
            return 0
        if row.owed_at is None:
            return _owe(row, now)
        held = Dispatch.internal.filter(pk=key).order_by().annotate(subject=SUBJECT).values_list("subject")
        if not outboxes.owe_again([mail_kind(row)], held, PAUSED, now):
            _finish_if_over(row, now)
        return 0


def _owe(row: Dispatch, now: datetime) -> int:
    """Once, to all who follow at this moment; whoever comes later reads it on the web."""
    span = Span(now, (row.started_at or now) + NEWS_FOR)
    owed = outboxes.owe_followers(topics_for(row), Word(mail_kind(row), subject_of(row), OCCASION), {EVERYBODY: span})
    # Not all of very many yet: the next part asks for the others.
    if not asked.is_cut():
        row.owed_at = now
        row.save(update_fields=("owed_at",))
    return owed


def _finish_if_over(row: Dispatch, now: datetime) -> None:
    if progress_of(mail_kind(row), subject_of(row)).waiting:
        return
    row.state, row.finished_at = DispatchState.SENT, now
    row.save(update_fields=("state", "finished_at"))
    _note_counts(row)


def _note_counts(row: Dispatch) -> None:
    found = progress_of(mail_kind(row), subject_of(row))
    row.sent_count, row.failed_count = found.sent, found.failed
    row.save(update_fields=("sent_count", "failed_count"))


def _known(notification: Notification) -> Dispatch:
    row = Dispatch.internal.select_related("appeal").prefetch_related("texts").filter(pk=_key(notification)).first()
    if row is None:
        raise LookupError(GONE)
    return row


def _key(notification: Notification) -> int:
    return int(notification.subject.removeprefix("dispatch:"))
