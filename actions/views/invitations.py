"""What the link of an invitation opens: nothing of the group, and one button.

Whoever has no account makes one there, without a cookie; whoever has one opens it at the desk.
"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from actions.services import teams
from actions.team_forms import AcceptForm
from actions.views.desk import INVITED, desk_only, me
from prisoners.refusals import Refusal
from privacy.forms import stateless_form_view
from privacy.links import BadLink, make_link_token, read_link_token
from supporters.link_views import answer
from supporters.links import LinkPage, register_link_view

BAD_REQUEST, GONE = 400, 410
FORM_METHODS = ["GET", "HEAD", "POST"]
CLOSED = _("This invitation opens nothing")


def register() -> None:
    """Make the page of an invitation known."""
    register_link_view(teams.PURPOSE, open_invitation)


@stateless_form_view
@require_http_methods(FORM_METHODS)
def _with_new_account(request: HttpRequest, secret: str) -> HttpResponse:
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_accepted(form, secret):
        return HttpResponseRedirect(f"{reverse('actions:desk-log-in')}?{INVITED}")
    at_desk = reverse("actions:desk-invitation", args=[make_link_token(teams.PURPOSE, secret, None)])
    context = {"form": form, "at_desk": at_desk}
    response = render(request, "actions/invitation.html", context, status=BAD_REQUEST if form.errors else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def open_invitation(request: HttpRequest, subject: str) -> HttpResponse:
    """GET says that one is invited, and not where to; POST makes an account and accepts."""
    fault = teams.why_not(subject)
    return _closed(request, fault) if fault is not None else _with_new_account(request, subject)  # type: ignore[return-value]


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def at_the_desk(request: HttpRequest, token: str) -> HttpResponse:
    """The same for somebody who is logged in: one button."""
    secret, refused = _secret(token), None
    fault = teams.why_not(secret)
    if fault is None and request.method == "POST":
        try:
            teams.accept_as(secret, me(request))
            messages.success(request, _("The invitation is accepted. The actions on which you work stand here."))
            return HttpResponseRedirect(reverse("actions:desk"))
        except Refusal as refusal:
            refused = str(refusal)
    if fault is not None:
        return _closed(request, fault)
    context = {"refused": refused}
    return render(request, "actions/desk/invitation.html", context, status=BAD_REQUEST if refused else 200)


def _secret(token: str) -> str:
    """What an address of ours holds; any other opens nothing."""
    try:
        claim = read_link_token(token)
    except BadLink as error:
        raise Http404 from error
    if claim.purpose != teams.PURPOSE:
        raise Http404
    return claim.subject


def _closed(request: HttpRequest, fault: teams.Sentence) -> HttpResponse:
    return answer(request, LinkPage(title=CLOSED, text=fault, status=GONE))


def _is_accepted(form: AcceptForm, secret: str) -> bool:
    said = {name: form.cleaned_data[name] for name in ("address", "handle", "password")}
    try:
        teams.accept(secret, **said, language=get_language() or "en")
    except Refusal as refused:
        form.add_error(None, [str(reason) for reason in refused.reasons])
    return not form.errors
