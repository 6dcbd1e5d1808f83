"""Groups at the desk: how one reaches them, and new ones, proposed by anybody with an account, approved or declined."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.models import Group, GroupContact
from actions.roles import groups_of
from actions.services import groups, teams
from actions.services.contacts import set_contact
from actions.team_forms import ContactForm, DecideForm, GroupFields
from actions.views.desk import desk_only, me
from prisoners.choices import PublicationState, StaffRole
from prisoners.refusals import Refusal

BAD_REQUEST = 400
FORM_METHODS = ["GET", "HEAD", "POST"]


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def propose(request: HttpRequest) -> HttpResponse:
    """Propose a group with an account."""
    form = GroupFields(request.POST or None)
    if form.is_valid():
        try:
            groups.propose_group(**form.told(), by=me(request))
        except Refusal as refused:
            form.add_error(None, [str(reason) for reason in refused.reasons])
        else:
            messages.success(request, _("Proposed. A publisher or a steward looks at it."))
            return HttpResponseRedirect(reverse("actions:desk"))
    context = {"form": form, "title": _("A new group"), "back": reverse("actions:desk"), "label": _("Propose it")}
    return render(request, "actions/desk/form.html", context, status=BAD_REQUEST if form.errors else 200)


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def contact(request: HttpRequest, group: str) -> HttpResponse:
    """Where one reaches a group of mine; for any other the answer is that there is none."""
    row = groups_of(me(request)).filter(slug=group).first()
    if row is None:
        raise Http404
    known = GroupContact.objects.filter(group=row).first()
    said = {"address": known.address, "is_public": known.is_public} if known else {}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=said)
    if form.is_valid():
        try:
            set_contact(row, me(request), **form.cleaned_data)
        except Refusal as refused:
            form.add_error(None, [str(reason) for reason in refused.reasons])
        else:
            messages.success(request, _("Saved."))
            return HttpResponseRedirect(reverse("actions:desk-group", args=[row.slug]))
    back = reverse("actions:desk-group", args=[row.slug])
    context = {"form": form, "title": _("Contact of the group"), "back": back}
    return render(request, "actions/desk/form.html", context, status=BAD_REQUEST if form.errors else 200)


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def decide(request: HttpRequest) -> HttpResponse:
    """The groups that wait; POST approves or declines one. For others than publishers and stewards there is no page."""
    if not me(request).has_role(StaffRole.PUBLISHER, StaffRole.STEWARD):
        raise Http404
    form, contact, link = DecideForm(request.POST or None), "", ""
    if request.method == "POST" and form.is_valid():
        contact, link = _decide(request, form.cleaned_data["reason"])
    waiting = Group.internal.filter(state=PublicationState.IN_REVIEW).select_related("proposal", "submitted_by")
    groups_and_forms = [(row, DecideForm(auto_id=f"{row.slug}-%s")) for row in waiting]
    context = {"groups": groups_and_forms, "contact": contact, "link": link}
    return render(request, "actions/desk/groups.html", context)


def _decide(request: HttpRequest, reason: str) -> tuple[str, str]:
    """Settle one; returns the address and the link of whoever proposed it without an account, if it was approved."""
    row = Group.internal.filter(slug=request.POST.get("group", "")).first()
    if row is None:
        raise Http404
    try:
        if request.POST.get("do") == "approve":
            groups.approve_group(row, me(request))
            messages.success(request, _("Approved. Everybody sees the group now."))
            return teams.invite_proposer(row, me(request))
        groups.decline_group(row, me(request), reason)
        messages.success(request, _("Declined."))
    except Refusal as refused:
        messages.error(request, str(refused))
    return "", ""
