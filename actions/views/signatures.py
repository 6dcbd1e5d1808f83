"""Signing an appeal: a person, who confirms by mail; an organisation, which staff look at; a sheet for the street."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from actions import appeal_page
from actions.models import Appeal
from actions.printing import letters
from actions.refusals import ActionsRefusal
from actions.services import signatures as services
from actions.signature_forms import EndorseForm, SignForm
from privacy.forms import PublicForm, stateless_form_view

BAD_REQUEST, CONFLICT = 400, 409


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, slug: str) -> HttpResponse:
    """The form to sign; what is sent gets one and the same answer for every address."""
    appeal = _appeal(slug)
    form = SignForm(request.POST if request.method == "POST" else None, appeal=appeal)
    if request.method != "POST" or not form.is_valid():
        return _form(request, appeal, form)
    said = {name: form.cleaned_data[name] for name in form.fields if name not in PublicForm.base_fields}
    try:
        services.sign(appeal, language=get_language() or "en", **{"wants_news": False, **said})
    except ActionsRefusal as refused:
        return _refused(request, appeal, form, refused)
    return render(request, "actions/signed.html", {"appeal": appeal, "is_person": True})


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def endorse(request: HttpRequest, slug: str) -> HttpResponse:
    """The form for an organisation; it is shown once staff have looked at it."""
    appeal, form = _appeal(slug), EndorseForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _form(request, appeal, form)
    said = {name: form.cleaned_data[name] for name in ("name", "country", "decision")}
    try:
        services.endorse(appeal, **said)
    except ActionsRefusal as refused:
        return _refused(request, appeal, form, refused)
    return render(request, "actions/signed.html", {"appeal": appeal, "is_person": False})


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The text with lines to sign on paper, for the street and for an addressee who refuses mail."""
    appeal, today = _appeal(slug), timezone.now().date()
    language = appeal_page.chosen_language(appeal, request.GET.get("letter", ""))
    response = HttpResponse(letters.signature_sheet(appeal, language, today), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="sheet-{slug}.pdf"'
    return response


def _appeal(slug: str) -> Appeal:
    """An appeal to sign; one to write has no such pages."""
    appeal = appeal_page.with_all(Appeal.public.filter(slug=slug)).first()
    if appeal is None or not appeal.takes_signatures:
        raise Http404
    return appeal


def _refused(request: HttpRequest, appeal: Appeal, form: Any, refused: ActionsRefusal) -> HttpResponse:
    for reason in refused.reasons:
        form.add_error(None, str(reason))
    return _form(request, appeal, form, CONFLICT)


def _form(request: HttpRequest, appeal: Appeal, form: Any, status: int = BAD_REQUEST) -> HttpResponse:
    reasons = [] if form.is_bound else [str(one) for one in services.reasons_against(appeal, timezone.now())]
    now = timezone.now()
    context = {
        "appeal": appeal,
        "card": appeal_page.card(appeal, now),
        "letter": appeal_page.letter_in(appeal, appeal_page.chosen_language(appeal, ""), now.date()),
        "form": form,
        "is_person": isinstance(form, SignForm),
        "reasons": reasons,
    }
    return render(request, "actions/sign.html", context, status=status if form.is_bound else 200)
