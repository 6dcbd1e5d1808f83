"""The page by which readers hand something in, and their receipt: an address that shows what became of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prisoners.refusals import Refusal
from privacy.forms import stateless_form_view
from supporters import onward
from supporters.choices import ContributionState
from supporters.contribution_forms import AnswerForm, ContributionForm
from supporters.link_languages import register_language
from supporters.link_views import answer as answer_with
from supporters.links import LinkPage, link_for, register_link_view
from supporters.models import Contribution
from supporters.services import contributions
from supporters.services.contributions import RECEIPT

GONE = 410


def register() -> None:
    """Make the page of a receipt known."""
    register_link_view(RECEIPT, receipt)
    register_language(_language, RECEIPT)


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def contribute(request: HttpRequest) -> HttpResponse:
    """Hand something in; `?prisoner=SLUG` says whom it is about."""
    if request.method != "POST":
        return _page(request, ContributionForm(initial={"prisoner": request.GET.get("prisoner", "")}))
    form = ContributionForm(request.POST)
    taken = _taken(form) if form.is_valid() else None
    return _page(request, form) if taken is None else _thanks(request, taken)


def receipt(request: HttpRequest, subject: str) -> HttpResponse:
    """What became of what somebody handed in; where we have a question, it can be answered."""
    contribution = contributions.by_id(str(UUID(subject)))
    if contribution is None:
        return answer_with(request, _erased())
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _is_answered(contribution, form):
        contribution.refresh_from_db()
    context = {"contribution": contribution, "form": form, "is_asked": _is_asked(contribution)}
    return _private(render(request, "supporters/contribution.html", context, status=400 if form.errors else 200))


def _language(subject: str) -> str:
    contribution = contributions.by_id(str(UUID(subject)))
    return contribution.language if contribution else ""


def _erased() -> LinkPage:
    text = _("What was handed in is erased half a year after it was decided. What became of it stands in the record.")
    return LinkPage(_("This is no longer kept"), text, status=GONE, ways=(onward.prisoners(),))


def _taken(form: ContributionForm) -> Contribution | None:
    try:
        return contributions.hand_in(form.handed_in(get_language() or "en"))
    except Refusal as refused:
        form.add_error(None, [str(reason) for reason in refused.reasons])
        return None


def _is_answered(contribution: Contribution, form: AnswerForm) -> bool:
    try:
        contributions.answer(contribution, form.cleaned_data["words"])
    except Refusal as refused:
        form.add_error(None, [str(reason) for reason in refused.reasons])
    return not form.errors


def _is_asked(contribution: Contribution) -> bool:
    return contribution.state == ContributionState.ASKED


def _thanks(request: HttpRequest, contribution: Contribution) -> HttpResponse:
    return _private(
        render(request, "supporters/contributed.html", {"receipt": link_for(RECEIPT, str(contribution.pk))})
    )


def _page(request: HttpRequest, form: ContributionForm) -> HttpResponse:
    context = {"form": form, "prisoner": form.person}
    return _private(render(request, "supporters/contribute.html", context, status=400 if form.errors else 200))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
