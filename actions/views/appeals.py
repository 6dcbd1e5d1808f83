"""Appeals: the list, the page with everything that is needed to write, the letter on paper, and «I have written»."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import appeal_page, appeal_rules
from actions.forms import WrittenForm
from actions.models import Appeal, Target
from actions.printing import letters
from actions.refusals import ActionsRefusal
from actions.services import appeals as services
from privacy.forms import stateless_form_view

PAGE = 20
BAD_REQUEST, CONFLICT = 400, 409


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What can be followed today, what closes first before the others; then what is over, with what came of it."""
    now = timezone.now()
    rows = appeal_page.in_brief(Appeal.public.all())
    page = Paginator(rows.filter(closes_at__lte=now), PAGE).get_page(request.GET.get("page"))
    context = {
        "open": appeal_page.cards_of(rows.filter(closes_at__gt=now).order_by("closes_at", "pk"), now),
        "closed": appeal_page.cards_of(page.object_list, now),
        "page": page,
    }
    return render(request, "actions/appeals.html", context)


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One appeal; `?letter=` chooses the language of the letter. One that is over stays, without a way to send it."""
    return _answer(request, _appeal(slug), WrittenForm())


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def written(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody says that they wrote; nothing of them is kept. Whoever comes back here is led to the page."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("actions:appeal", args=[slug]))
    appeal, form = _appeal(slug), WrittenForm(request.POST)
    if not form.is_valid():
        return _answer(request, appeal, form, BAD_REQUEST)
    try:
        services.say_written(appeal, timezone.now())
    except ActionsRefusal as refused:
        form.add_error(None, str(refused))
        return _answer(request, appeal, form, CONFLICT)
    return _answer(request, appeal, WrittenForm(), has_written=True)


@require_safe
def letter(request: HttpRequest, slug: str) -> HttpResponse:
    """The letter to one of its targets on paper: `?to=` names the target, `?letter=` the language."""
    appeal, now = _appeal(slug), timezone.now()
    if not appeal_rules.is_open(appeal, now):
        return HttpResponse(f"{services.CLOSED}\n", content_type="text/plain; charset=utf-8", status=CONFLICT)
    target = Target.public.filter(appeals=appeal, slug=request.GET.get("to", "")).first()
    if target is None:
        raise Http404
    language = appeal_page.chosen_language(appeal, request.GET.get("letter", ""))
    response = HttpResponse(letters.appeal(appeal, target, language, now.date()), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="letter-{slug}-{target.slug}.pdf"'
    return response


def _answer(
    request: HttpRequest, appeal: Appeal, form: WrittenForm, status: int = 200, *, has_written: bool = False
) -> HttpResponse:
    context = appeal_page.page(appeal, request.GET.get("letter", ""), timezone.now())
    context |= {"form": form, "written": services.written(appeal), "has_written": has_written}
    return render(request, "actions/appeal.html", context, status=status)


def _appeal(slug: str) -> Appeal:
    appeal = appeal_page.with_all(Appeal.public.filter(slug=slug)).first()
    if appeal is None:
        raise Http404
    return appeal
