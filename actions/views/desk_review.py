"""The second person's queue: actions, reports and photos that wait to be published, for whoever may publish them.

A publisher sees what would be public and nobody who comes; an organiser sees those of the own groups.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from actions import cards, dispatch_desk, review_facts, words
from actions.choices import DispatchState, PhotoState
from actions.models import Action, NewWords, Photo, Report
from actions.new_words import publish_words, reasons_against, send_back_words, waiting_for
from actions.publication import may_publish_now, may_send_back, publish, send_back
from actions.reported_along import may_publish_both, publish_both
from actions.roles import actions_of, calls_of, dispatches_of, photos_of
from actions.views.desk import desk_only, kept_photos, me, said_back
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Staff
from prisoners.refusals import Refusal


@desk_only
@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What waits for a second person, the soonest action first."""
    rows = cards.with_relations(_waiting(me(request))).select_related("report", "new_words").order_by("held_on", "slug")
    lines = [{"action": row, "card": cards.action_card(row), "waiting": _what_waits(row)} for row in rows]
    waits = Q(state=PublicationState.IN_REVIEW) | Q(new_words__isnull=False, new_words__sent_back_reason="")
    days = calls_of(me(request)).filter(waits).order_by("held_on", "pk")
    context = {"lines": lines, "days": days, "dispatches": _dispatches(request), "photos": _photos(me(request))}
    return render(request, "actions/desk/review.html", context)


@desk_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One action as it would be public, with its report; POST publishes what waits, or sends it back."""
    rows = _waiting(me(request)).select_related("group", "target", "picture", "series", "campaign")
    action = rows.filter(slug=slug).first()
    if action is None:
        raise Http404
    report = Report.internal.filter(action=action).first()
    row = report if action.is_published and report else action
    if request.method == "POST":
        return _step(request, action, row)
    new = waiting_for(action)
    context = {
        "action": action,
        "card": cards.action_card(action),
        "when": words.when(action),
        "place": words.place(action, knows_address=True),
        "report": report,
        "facts": review_facts.of_action(action),
        "report_facts": review_facts.of_report(report) if report else [],
        "photos": kept_photos(report),
        "can_publish": may_publish_now(row, me(request)),
        "can_publish_both": may_publish_both(action, report, me(request)),
        "may_send_back": may_send_back(row, me(request)),
        "is_own": row.submitted_by_id == me(request).pk,
        "seen": row.version,
        "shows_report": row is report,
        "is_waiting": row.state == PublicationState.IN_REVIEW,
        "new_words": new,
        "can_publish_words": new is not None and not reasons_against(new, me(request)),
    }
    return render(request, "actions/desk/review_one.html", context)


def _dispatches(request: HttpRequest) -> list[dict[str, Any]]:
    """Those that were submitted: an urgent appeal waits for nothing but a second person."""
    rows = dispatches_of(me(request)).filter(state=DispatchState.IN_REVIEW).order_by("pk")
    return [dispatch_desk.line(row) for row in rows.select_related("group").prefetch_related("texts")]


def _photos(member: Staff) -> QuerySet[Photo]:
    """Photos that nobody has shown or refused yet, the oldest first: each is looked at by itself."""
    pending = photos_of(member).filter(state__in=(PhotoState.UPLOADED, PhotoState.BLURRED))
    return pending.select_related("report__action", "group").order_by("created_at", "pk")


def _what_waits(action: Action) -> list[str]:
    """What of an action a second person is asked for, in words."""
    report, has_words = getattr(action, "report", None), _has_new_words(action)
    is_reported = report is not None and report.state == PublicationState.IN_REVIEW
    return [
        *([] if action.is_published else [action.get_state_display()]),
        *([_("Report")] if is_reported else []),
        *([_("New words")] if has_words else []),
    ]


def _waiting(member: Staff) -> QuerySet[Action]:
    """Actions in review, and public ones whose report or new words wait, of those whom this member may publish for."""
    state = PublicationState.IN_REVIEW
    in_review = Action.internal.filter(state=state).order_by().values("pk")
    is_called_off = Q(action__cancelled_at__isnull=False) & ~Q(action__state=PublicationState.PUBLISHED)
    reports = Report.internal.filter(state=state).exclude(is_called_off).order_by().values("action")
    words = NewWords.waiting.filter(action__isnull=False).order_by().values("action")
    rows = Action.internal.filter(Q(pk__in=in_review) | Q(pk__in=reports) | Q(pk__in=words))
    if member.has_role(StaffRole.PUBLISHER):
        return rows
    return rows.filter(pk__in=actions_of(member).order_by().values("pk"))


def _has_new_words(action: Action) -> bool:
    return hasattr(action, "new_words") and not action.new_words.sent_back_reason


def _step(request: HttpRequest, action: Action, row: Action | Report) -> HttpResponse:
    """What the second person decided of an action, of its report or of its new words."""
    by, sent = me(request), request.POST
    seen, reason, back = sent.get("seen", ""), sent.get("reason", ""), said_back(row, by)
    if sent.get("do") == "send-words-back":
        return _done(request, lambda: send_back_words(action, by, seen, reason), _("It is with its author again."))
    if sent.get("do") == "send-back":
        return _done(request, lambda: send_back(row, by, reason, seen=seen), back)
    if "words" in sent:
        return _done(request, lambda: publish_words(action, by, sent["words"]), _("Published."))
    if "seen_report" in sent:
        both = partial(publish_both, action, by, seen=seen, seen_report=sent["seen_report"])
        return _done(request, both, _("Published."))
    return _done(request, lambda: publish(row, by, seen=seen), _("Published."))


def _done(request: HttpRequest, do: Callable[[], None], done: str) -> HttpResponse:
    try:
        do()
    except Refusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(reverse("actions:desk-review"))
