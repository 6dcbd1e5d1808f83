"""Who works in a group of mine or on an action of mine: invite by a link, take back, dismiss; and the numbers."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from actions import cards, words
from actions.models import Action, Group
from actions.roles import actions_counted_by, actions_helped_by, groups_of
from actions.services import teams
from actions.services.counts import numbers_of
from actions.team_forms import InviteForm
from actions.views.desk import desk_only, me, mine
from prisoners.choices import StaffRole
from prisoners.refusals import Refusal

BAD_REQUEST = 400


@desk_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def of_group(request: HttpRequest, group: str) -> HttpResponse:
    """Who works in a group; for a group that one does not organise the answer is that there is none."""
    row = _led(request).filter(slug=group).first()
    if row is None:
        raise Http404
    return _team_page(request, row, row.name_i18n, reverse("actions:desk-group", args=[row.slug]))


@desk_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def of_action(request: HttpRequest, slug: str) -> HttpResponse:
    """Who works on one action beside its group."""
    action = mine(request, slug)
    return _team_page(request, action, action.title_i18n, reverse("actions:desk-team", args=[slug]))


@desk_only
@never_cache
@require_safe
def numbers(request: HttpRequest, slug: str) -> HttpResponse:
    """How many come to an action on which I work, in whatever role; no name."""
    action = cards.with_relations(actions_counted_by(me(request))).filter(slug=slug).first()
    if action is None:
        raise Http404
    context = {
        "action": action,
        "card": cards.action_card(action),
        "when": words.when(action),
        "numbers": numbers_of(action),
        "is_helped": actions_helped_by(me(request)).filter(pk=action.pk).exists(),
    }
    return render(request, "actions/desk/numbers.html", context)


def _led(request: HttpRequest) -> QuerySet[Group]:
    member = me(request)
    return Group.internal.all() if member.has_role(StaffRole.STEWARD) else groups_of(member)


def _team_page(request: HttpRequest, team: teams.Team, title: str, here: str) -> HttpResponse:
    doing = request.POST.get("do", "")
    if request.method == "POST" and doing == "invite":
        return _invite(request, team, title)
    if request.method == "POST":
        return _do(request, here, _ending(request, team, doing))
    return _page(request, team, title, InviteForm())


def _invite(request: HttpRequest, team: teams.Team, title: str) -> HttpResponse:
    form, link = InviteForm(request.POST), ""
    if form.is_valid():
        try:
            link = teams.invite(team, me(request), form.cleaned_data["address"], form.cleaned_data["role"])
        except Refusal as refused:
            form.add_error(None, [str(reason) for reason in refused.reasons])
    return _page(request, team, title, InviteForm() if link else form, link)


def _ending(request: HttpRequest, team: teams.Team, doing: str) -> Callable[[], str] | None:
    """What a press of another button does, and the sentence that says so."""
    if doing == "dismiss":
        return lambda: _dismissed(request, team)
    return (lambda: _taken_back(request, team)) if doing == "take-back" else None


def _dismissed(request: HttpRequest, team: teams.Team) -> str:
    teams.dismiss(team, me(request), request.POST.get("handle", ""))
    return _("Done. This person sees nothing here from now on.")


def _taken_back(request: HttpRequest, team: teams.Team) -> str:
    try:
        key = str(UUID(request.POST.get("invitation", "")))
    except ValueError as error:
        raise Http404 from error
    teams.take_back(team, me(request), key)
    return _("The invitation opens no more.")


def _do(request: HttpRequest, here: str, do: Callable[[], str] | None) -> HttpResponse:
    if do is not None:
        try:
            messages.success(request, do())
        except Refusal as refused:
            messages.error(request, str(refused))
    return HttpResponseRedirect(here)


def _contact_url(request: HttpRequest, team: teams.Team) -> str:
    """Where its organisers say how one reaches a group; "" for others and for a single action."""
    is_mine = isinstance(team, Group) and groups_of(me(request)).filter(pk=team.pk).exists()
    return reverse("actions:desk-group-contact", args=[team.slug]) if is_mine else ""


def _page(request: HttpRequest, team: teams.Team, title: str, form: InviteForm, link: str = "") -> HttpResponse:
    is_action = isinstance(team, Action)
    context = {
        "title": title,
        "posts": teams.posts(team).select_related("member"),
        "invitations": teams.open_invitations(team),
        "form": form,
        "link": link,
        "is_action": is_action,
        "contact_url": _contact_url(request, team),
        "back": reverse("actions:desk-action", args=[team.slug]) if is_action else reverse("actions:desk"),
    }
    return render(request, "actions/desk/team.html", context, status=BAD_REQUEST if form.errors else 200)
