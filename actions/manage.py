"""The page behind the mailed link of a sign-up: bring more or fewer guests, do something else there, or withdraw."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from actions import onward, words
from actions.choices import SignUpState
from actions.forms import ChangeSignUpForm
from actions.models import SignUp
from actions.refusals import SignUpRefused
from actions.services import sign_up_changes as services
from actions.services.sign_up_rules import CHANGEABLE
from supporters.link_views import answer
from supporters.links import LinkPage, register_link_view

BAD_REQUEST, CONFLICT, GONE = 400, 409, 410


def register() -> None:
    """Make the page known."""
    register_link_view("manage-sign-up", manage)


def manage(request: HttpRequest, subject: str) -> HttpResponse:
    """Show a sign-up; a POST changes the one thing its button says, and only that."""
    row = SignUp.objects.select_related("action", "supporter", "slot").filter(pk=subject).first()
    if row is None:
        return answer(request, _gone())
    # The links of mails sent before this page had two buttons withdrew by a POST without fields.
    if request.method == "POST" and (not request.POST or request.POST.get("do") == "withdraw"):
        services.withdraw(row)
        row.refresh_from_db()
    if row.state not in CHANGEABLE:
        return answer(request, _refused(row) if row.state == SignUpState.REFUSED else _withdrawn(row))
    if request.POST.get("do") == "unmute":
        services.unmute(row)
        row.refresh_from_db()
        return _page(request, row, ChangeSignUpForm.of(row), is_changed=True)
    if request.method != "POST":
        return _page(request, row, ChangeSignUpForm.of(row))
    return _changed(request, row, ChangeSignUpForm(request.POST, action=row.action))


def _changed(request: HttpRequest, row: SignUp, form: ChangeSignUpForm) -> HttpResponse:
    if not form.is_valid():
        return _page(request, row, form, status=BAD_REQUEST)
    try:
        said = form.cleaned_data
        services.change(row, slot=said.get("slot"), guests=said["guests"], answers=form.answers)
    except SignUpRefused as refused:
        for reason in refused.reasons:
            form.add_error(None, str(reason))
        return _page(request, row, form, status=CONFLICT)
    return _page(request, row, form, is_changed=True)


def _page(
    request: HttpRequest, row: SignUp, form: ChangeSignUpForm, *, is_changed: bool = False, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "title": row.action.title_i18n,
        "when": words.when(row.action),
        "place": words.place(row.action, knows_address=words.knows_address(row)),
        "state": SignUpState(row.state).label,
        "is_changed": is_changed,
        "is_muted": row.is_muted,
        "ways": (*onward.action(row.action), onward.actions()),
    }
    response = render(request, "actions/manage_sign_up.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _withdrawn(row: SignUp) -> LinkPage:
    ways = (*onward.action(row.action)[:1], onward.actions())
    text = _("Your place is free for somebody else. Thank you.")
    return LinkPage(title=_("Your sign-up is withdrawn"), text=text, ways=ways)


def _refused(row: SignUp) -> LinkPage:
    ways = (*onward.action(row.action)[:1], onward.actions())
    text = _("What you answered is erased.")
    return LinkPage(title=_("The organisers could not accept your sign-up"), text=text, ways=ways)


def _gone() -> LinkPage:
    text = _("This sign-up does not exist any more: it was not confirmed in time, or the action is over.")
    return LinkPage(title=_("This link has done its work"), text=text, status=GONE, ways=(onward.actions(),))
