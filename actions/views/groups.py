"""The local groups: where they are, what each does next and what came of it; and how to propose one."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import calendar, cards
from actions.models import Action, Group, Report
from actions.services.contacts import public_contact
from actions.services.groups import propose_group
from actions.team_forms import ProposeForm
from prisoners.refusals import Refusal
from privacy.forms import stateless_form_view
from supporters.topics import country_name

BAD_REQUEST = 400
#: How many of the past are shown here; the rest is in the lists.
LATEST = 12


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All public groups by country, each with its next action, in two queries."""
    following = _next_actions()
    lines = [{"group": group, "where": where(group), "next": following.get(group.pk)} for group in Group.public.all()]
    lines.sort(key=lambda line: (country_name(line["group"].country), line["group"].city, line["group"].name_i18n))
    return render(request, "actions/groups.html", {"groups": lines})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One group: who it is, what it does next, and what came of its actions."""
    group = Group.public.filter(slug=slug).first()
    if group is None:
        raise Http404
    return render(request, "actions/group.html", _page(group))


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a group without an account; the answer is the same whoever asks."""
    form = ProposeForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_taken(form):
        return render(request, "actions/group_proposed.html")
    response = render(request, "actions/propose_group.html", {"form": form}, status=BAD_REQUEST if form.errors else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def where(group: Group) -> str:
    """City and country of a group, in the active language."""
    return ", ".join(part for part in (group.city, country_name(group.country) if group.country else "") if part)


def _is_taken(form: ProposeForm) -> bool:
    try:
        propose_group(**form.told(), contact=form.cleaned_data["contact"])
    except Refusal as refused:
        form.add_error(None, [str(reason) for reason in refused.reasons])
    return not form.errors


def _next_actions() -> dict[int, cards.ActionCard]:
    """The next action of each group that has one ahead."""
    ahead = calendar.upcoming(cards.with_relations(Action.public.all()), timezone.now())
    rows: QuerySet[Action] = ahead.filter(group__isnull=False, cancelled_at__isnull=True)
    found: dict[int, cards.ActionCard] = {}
    for action in rows:
        if action.group_id is not None and action.group_id not in found:
            found[action.group_id] = cards.action_card(action)
    return found


def _page(group: Group) -> dict[str, Any]:
    rows = cards.with_relations(Action.public.filter(group=group))
    reports = cards.reports_with_relations(Report.public.filter(action__group=group))[:LATEST]
    ahead, past = calendar.parted(rows, timezone.now())
    reported = {report.action_id: cards.report_card(report) for report in reports}
    return {
        "group": group,
        "where": where(group),
        "contact": public_contact(group),
        "upcoming": [cards.action_card(action) for action in ahead],
        "reports": list(reported.values()),
        "past": [cards.action_card(action) for action in past if action.pk not in reported][:LATEST],
    }
