"""The page that takes the code of a mail, for whom a link is of no use: another device, a mailbox read aloud."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from privacy.forms import PublicForm, stateless_form_view
from supporters.codes import Pressed
from supporters.forms import ADDRESS_LENGTH
from supporters.link_views import answer, not_ours
from supporters.links import link_of
from supporters.refusals import SubscriptionRefused
from supporters.services import codes

LONGEST_CODE = 40


class CodeForm(PublicForm):
    """An address, and the code that was mailed to it."""

    form_id = "confirm-code"

    address = forms.CharField(
        label=_("E-mail address"),
        max_length=ADDRESS_LENGTH,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    code = forms.CharField(
        label=_("Code"),
        help_text=_("Eight digits; they stand in the mail below the link."),
        max_length=LONGEST_CODE,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Confirm what was asked for; a wrong code and an unknown address get the same answer."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    pressed = _pressed(form) if request.method == "POST" and form.is_valid() else None
    if pressed is not None:
        link = link_of(pressed.purpose)
        return answer(request, link.act(request, pressed.subject) if link else not_ours())
    response = render(request, "supporters/code.html", {"form": form}, status=400 if form.errors else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def _pressed(form: CodeForm) -> Pressed | None:
    try:
        return codes.pressed_by(form.cleaned_data["address"], form.cleaned_data["code"])
    except SubscriptionRefused as refused:
        form.add_error("code", [str(reason) for reason in refused.reasons])
    return None
