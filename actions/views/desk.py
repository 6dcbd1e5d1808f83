"""The organiser's desk: log in, my actions, and one of them with who is coming. Others' actions do not exist here."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from actions import calendar, cards, review_facts, words
from actions.choices import PhotoState, SignUpState
from actions.models import Action, Answer, DayOfAction, Photo, Report, SignUp
from actions.new_words import waiting_for
from actions.publication import may_publish_now, may_send_back
from actions.reported_along import may_publish_both
from actions.roles import actions_counted_by, actions_helped_by, actions_of, calls_of, groups_of
from actions.services.places import places_of
from actions.services.questions import in_words
from actions.services.slots import still_needed, with_places
from prisoners.choices import PublicationState, StaffRole
from prisoners.history import Return, who_sent_back
from prisoners.log_in_forms import LogInForm
from prisoners.models import Staff

LOG_IN = reverse_lazy("actions:desk-log-in")
#: How many past actions the desk lists.
LATEST = 20
#: How long after its beginning an action is offered to be reported.
RECENTLY = timedelta(days=7)
#: States of what no reader sees.
NOT_SHOWN = (PublicationState.DRAFT, PublicationState.IN_REVIEW)
#: In the address of the log-in: one comes there from an invitation, with a new account and no cookie yet.
INVITED = "invited"
FORBIDDEN = 403
desk_only = login_required(login_url=LOG_IN)
View = Callable[..., HttpResponseBase]


def in_a_group(view: View) -> View:
    """A page of the desk for whoever organises in a group; others are told that they do in none, and what to do."""

    @desk_only
    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        if groups_of(me(request)).exists():
            return view(request, *args, **named)
        return in_no_group(request)

    return asked


@never_cache
def in_no_group(request: HttpRequest) -> HttpResponse:
    """What is told to whoever organises in no group."""
    return render(request, "actions/desk/no_group.html", status=FORBIDDEN)


class LogIn(LoginView):
    """Logging in by handle and password; only this area of the site has a cookie."""

    template_name = "actions/desk/log_in.html"
    authentication_form = LogInForm
    next_page = "actions:desk"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With whether one has just accepted an invitation."""
        return super().get_context_data(is_invited=INVITED in self.request.GET, **kwargs)


class LogOut(LogoutView):
    """Logging out, by POST."""

    next_page = "actions:desk-log-in"


@desk_only
@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The actions of my groups: what is to come, and what was."""
    now, rows = timezone.now(), cards.with_relations(actions_of(me(request))).select_related("report", "new_words")
    context = {
        "groups": groups_of(me(request)),
        "upcoming": [_line(action) for action in calendar.upcoming(rows, now, calendar.LOGGED)],
        "past": [_line(action) for action in calendar.past(rows, now, calendar.LOGGED)[:LATEST]],
        "counted": [_line(action) for action in calendar.upcoming(_only_counted(request), now, calendar.LOGGED)],
        "may_hand_over": me(request).has_role(StaffRole.PUBLISHER),
        "calls": calls_of(me(request)).filter(held_on__gte=now.date()).order_by("held_on", "pk"),
        "days": DayOfAction.public.filter(held_on__gte=now.date()).order_by("held_on", "pk"),
        "may_approve": me(request).has_role(StaffRole.PUBLISHER, StaffRole.STEWARD),
    }
    return render(request, "actions/desk/index.html", context)


@desk_only
@never_cache
@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One action of mine, with everything one can do with it."""
    action = mine(request, slug)
    report = Report.internal.filter(action=action).first()
    has_begun = action.starts_at is None or action.starts_at <= timezone.now()
    context = {
        "action": action,
        "card": cards.action_card(action),
        "when": words.when(action),
        "shown_twice": words.hour_shown_twice(action),
        "rhythm": words.rhythm(action),
        "place": words.place(action, knows_address=True),
        "people": coming_to(action),
        "written": action.messages.select_related("sent_by").order_by("-sent_at"),
        "pending": signed_up_for(action, SignUpState.PENDING),
        "roles": [(slot, places, still_needed(slot, places)) for slot, places in with_places(action)],
        "places": places_of(action),
        "photos": kept_photos(report),
        **_queue(action),
        "report": report,
        "report_facts": review_facts.of_report(report) if report else [],
        "new_words": waiting_for(action),
        **_back(action, report, me(request)),
        "can_publish": may_publish_now(action, me(request)),
        "can_publish_both": may_publish_both(action, report, me(request)),
        "can_publish_report": report is not None and may_publish_now(report, me(request)),
        "has_begun": has_begun,
        # What is public and has begun is reported; what no reader sees can be called off at any time.
        "may_call_off": not action.is_cancelled and (not has_begun or action.state in NOT_SHOWN),
    }
    return render(request, "actions/desk/action.html", context)


def unreported(member: Staff) -> list[dict[str, Any]]:
    """The actions of this person that began in the last week and of which nothing is reported, as lines."""
    now = timezone.now()
    silent = actions_of(member).filter(report=None, cancelled_at=None, starts_at__range=(now - RECENTLY, now))
    rows = cards.with_relations(silent).select_related("report", "new_words").order_by("-starts_at", "pk")
    return [_line(action) for action in rows]


def said_back(row: Any, by: Staff) -> str:
    """What is said once a row that waits goes back: to whoever takes back their own, or to a second person."""
    return _("It is a draft again.") if row.submitted_by_id == by.pk else _("It is with its author again.")


def returned(row: Any) -> Return | None:
    """Who sent back what is its author's now, and when."""
    return who_sent_back(row) if row is not None and row.sent_back_reason else None


def _only_counted(request: HttpRequest) -> QuerySet[Action]:
    """The actions on which somebody helps, or sees the numbers, without organising them."""
    own = actions_of(me(request)).order_by().values("pk")
    return cards.with_relations(actions_counted_by(me(request)).exclude(pk__in=own))


def kept_photos(report: Report | None) -> list[Photo]:
    """The photos of a report that nobody refused."""
    return [] if report is None else list(report.photos.exclude(state=PhotoState.REJECTED))


def _back(action: Action, report: Report | None, by: Staff) -> dict[str, Any]:
    """What this person may send back or take back, and who sent back what is its author's now."""
    is_report = report is not None and may_send_back(report, by)
    return {
        "may_send_back": may_send_back(action, by),
        "is_own": action.submitted_by_id == by.pk,
        "returned": returned(action),
        "may_send_report_back": is_report,
        "is_own_report": report is not None and report.submitted_by_id == by.pk,
        "report_returned": returned(report),
    }


def _queue(action: Action) -> dict[str, int]:
    """How many wait for a place, and how many of them one is offered to."""
    waiting = SignUp.objects.filter(action=action, state__in=(SignUpState.WAITING, SignUpState.OFFERED))
    states = list(waiting.values_list("state", flat=True))
    return {"in_line": len(states), "offered": states.count(SignUpState.OFFERED)}


def me(request: HttpRequest) -> Staff:
    """Who is logged in; used behind `desk_only`."""
    if not isinstance(request.user, Staff):
        raise Http404
    return request.user


def mine(request: HttpRequest, slug: str) -> Action:
    """An action that I organise; for any other the answer is that there is none, whether it exists or not."""
    return _one_of(actions_of(me(request)), slug)


def helped(request: HttpRequest, slug: str) -> Action:
    """The same for an action that I organise or help with: whoever helps sees the names and checks people in."""
    return _one_of(actions_helped_by(me(request)), slug)


def _one_of(actions: QuerySet[Action], slug: str) -> Action:
    action = actions.select_related("group", "target", "picture").filter(slug=slug).first()
    if action is None:
        raise Http404
    return action


def coming_to(action: Action) -> list[SignUp]:
    """Confirmed sign-ups of an action with their people and answers; the names are opened one by one."""
    return signed_up_for(action, SignUpState.CONFIRMED)


def signed_up_for(action: Action, state: str) -> list[SignUp]:
    """Sign-ups of an action that stand there, by name; what each answered is in `said`."""
    rows = SignUp.objects.filter(action=action, state=state).select_related("supporter", "slot")
    found = list(rows.prefetch_related("answers__question"))
    for row in found:
        row.said = [(one.question.label, in_words(one)) for one in _in_order(row)]  # type: ignore[attr-defined]
    return sorted(found, key=lambda row: (row.called.casefold(), str(row.pk)))


def _in_order(row: SignUp) -> list[Answer]:
    return sorted(row.answers.all(), key=lambda answer: (answer.question.position, answer.question_id))


def _line(action: Action) -> dict[str, Any]:
    line = {"action": action, "card": cards.action_card(action), "state": action.get_state_display()}
    return {**line, "came_back": _came_back(action)}


def _came_back(action: Action) -> str:
    """What of an action, beside itself, was sent back to its author."""
    parts = {"report": _("Report"), "new_words": _("New words")}
    found = [name for path, name in parts.items() if getattr(getattr(action, path, None), "sent_back_reason", "")]
    return ", ".join(found)
