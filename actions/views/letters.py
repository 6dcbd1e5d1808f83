"""Letters to prisoners: to whom, least written to first; how to write to one of them; «I have written»."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions import letter_page
from actions.forms import LetterWrittenForm
from actions.letter_page import Addressee
from actions.printing import letters as printing
from actions.refusals import ActionsRefusal
from actions.services import letters as services
from privacy.forms import stateless_form_view

PAGE = 30
BAD_REQUEST, CONFLICT = 400, 409


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everybody in custody who can be written to; who was written to least stands first."""
    day = timezone.now().date()
    page = Paginator(services.can_be_written_to(day), PAGE).get_page(request.GET.get("page"))
    keys = [one.pk for one in page.object_list]
    rows = letter_page.addressees(day, services.can_be_written_to(day).filter(pk__in=keys))
    return render(request, "actions/letters.html", {"rows": [letter_page.row(one) for one in rows], "page": page})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """How to write to one prisoner: envelope, rules, when they were verified."""
    return _answer(request, _addressee(slug), LetterWrittenForm())


@stateless_form_view
@require_http_methods(["GET", "HEAD", "POST"])
def written(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody says that they wrote; nothing of them is kept. Whoever comes back here is led to the page."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("actions:letter", args=[slug]))
    one, form = _addressee(slug), LetterWrittenForm(request.POST)
    if not form.is_valid():
        return _answer(request, one, form, BAD_REQUEST)
    try:
        services.say_written(one.prisoner, timezone.now())
    except ActionsRefusal as refused:
        form.add_error(None, str(refused))
        return _answer(request, one, form, CONFLICT)
    return _answer(request, _addressee(slug), LetterWrittenForm(), has_written=True)


@require_safe
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """A sheet to write on, with the address to cut out, in the script that the post there reads."""
    one = _addressee(slug)
    response = HttpResponse(printing.to_prisoner(one, timezone.now().date()), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="letter-{slug}.pdf"'
    return response


def _addressee(slug: str) -> Addressee:
    one = letter_page.find(slug, timezone.now().date())
    if one is None:
        raise Http404
    return one


def _answer(
    request: HttpRequest, one: Addressee, form: LetterWrittenForm, status: int = 200, *, has_written: bool = False
) -> HttpResponse:
    context = letter_page.page(one, timezone.now().date()) | {"form": form, "has_written": has_written}
    return render(request, "actions/letter.html", context, status=status)
