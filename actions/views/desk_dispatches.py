"""Dispatches at the desk: write, translate, look at, test, approve, send, watch."""

from collections.abc import Callable
from functools import partial

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp
from django.conf import settings
from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from actions import dispatch_desk
from actions.dispatch_forms import AudienceForm, NewDispatchForm, TextForm
from actions.dispatch_words import language_name
from actions.models import Dispatch
from actions.roles import dispatches_of, groups_of
from actions.services import dispatches
from actions.views.desk import desk_only, in_no_group, me, said_back
from actions.views.desk_writing import attempt
from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.refusals import Refusal

BAD_REQUEST = 400
#: What the HTML part of a mail may do when it is looked at: wear its style, and nothing else.
MAIL_POLICY = {"default-src": [NONE], "style-src": [UNSAFE_INLINE], "frame-ancestors": [NONE], "sandbox": [""]}
FORM_METHODS = ["GET", "HEAD", "POST"]
Step = tuple[Callable[..., None], Callable[[], str]]
#: What a button does, and what is said when it is done.
STEPS: dict[str, Step] = {
    "submit": (dispatches.submit, lambda: _("Submitted.")),
    "pause": (dispatches.pause, lambda: _("Paused: what is in the air arrives, the rest waits.")),
    "resume": (dispatches.resume, lambda: _("It goes on.")),
    "stop": (dispatches.stop, lambda: _("Stopped for good.")),
    "withdraw": (dispatches.withdraw, lambda: _("Taken from the web.")),
    "test": (dispatches.send_test, lambda: _("A test is on its way to your own address.")),
}


@desk_only
@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The dispatches that I may work on, the newest first."""
    rows = (
        dispatches_of(me(request)).select_related("group", "appeal").prefetch_related("texts")[: dispatch_desk.LATEST]
    )
    lines = [dispatch_desk.line(row) for row in rows]
    return render(request, "actions/desk/dispatches.html", {"lines": lines, "can_write": _can_write(me(request))})


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def new(request: HttpRequest) -> HttpResponse:
    """A draft, in the language it is written in."""
    member = me(request)
    if not _can_write(member):
        return in_no_group(request)
    is_publisher = member.has_role(StaffRole.PUBLISHER)
    initial = {"language": get_language()}
    form = NewDispatchForm(request.POST or None, initial=initial, groups=groups_of(member), may_do_without=is_publisher)
    if form.is_valid() and (row := attempt(form, lambda: dispatches.write(member, **form.cleaned_data))):
        messages.success(request, _("This is the draft. Nobody else sees it yet."))
        return _to(row)
    return _form(request, form, _("A new dispatch"), reverse("actions:desk-dispatches"))


@desk_only
@never_cache
@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One dispatch: its words in every language, whom it reaches, and what one can do with it."""
    row = _one(request, slug)
    return render(request, "actions/desk/dispatch.html", dispatch_desk.page(row, me(request)))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Another kind or audience."""
    row = _one(request, slug)
    initial = {"kind": row.kind, "audience": row.audience, "appeal": row.appeal_id}
    form = AudienceForm(request.POST or None, initial=initial)
    if form.is_valid() and _done(form, lambda: dispatches.change(row, me(request), **form.cleaned_data)):
        return _to(row)
    return _form(request, form, _("What it is, and for whom"), _address(row))


@desk_only
@never_cache
@require_http_methods(FORM_METHODS)
def text(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The words in one language, beside those of the original."""
    row = _one(request, slug)
    _known(language)
    texts = {one.language: one for one in row.texts.all()}
    known = texts.get(language)
    initial = {"subject": known.subject, "text": known.text} if known else {}
    form = TextForm(request.POST or None, initial=initial)
    for field in form.fields.values():
        field.widget.attrs |= {"lang": language, "dir": "rtl" if get_language_info(language)["bidi"] else "ltr"}
    put = {"language": language}
    if form.is_valid() and _done(form, lambda: dispatches.put_text(row, me(request), **put, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return _to(row)
    context = {
        "form": form,
        "title": language_name(language),
        "original": texts.get(row.language) if language != row.language else None,
        "back": _address(row),
    }
    return render(request, "actions/desk/dispatch_text.html", context, status=BAD_REQUEST if form.is_bound else 200)


@desk_only
@never_cache
@require_safe
def preview(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The mail as a reader of that language gets it: subject, text, and a way to its HTML part."""
    row = _one(request, slug)
    _known(language)
    return render(request, "actions/desk/dispatch_preview.html", dispatch_desk.preview(row, language))


@desk_only
@never_cache
@require_safe
@csp(MAIL_POLICY)  # type: ignore[arg-type]  # it takes views with parameters as well
def html(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The HTML part alone. Mails carry their style inline, so this answer alone allows that, and nothing else."""
    row = _one(request, slug)
    _known(language)
    return HttpResponse(dispatch_desk.preview(row, language)["html"])


@desk_only
@never_cache
@require_safe
def progress(request: HttpRequest, slug: str) -> JsonResponse:
    """How far it has come, for the small script of its page."""
    return JsonResponse(dispatch_desk.progress_said(_one(request, slug)))


@desk_only
@never_cache
@require_POST
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """One press of a button: done, or why not."""
    row = _one(request, slug)
    steps = {**STEPS, **_steps_of_what_was_seen(request, row)}
    do, done = steps.get(request.POST.get("do", ""), (None, None))
    if do is None or done is None:
        messages.error(request, _("This button is not known."))
        return _to(row)
    try:
        do(row, me(request))
    except Refusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done())
    return _to(row)


def _steps_of_what_was_seen(request: HttpRequest, row: Dispatch) -> dict[str, Step]:
    """The steps that are for the words on the page and no others; the one back has the reason that its author reads."""
    seen = request.POST.get("seen", "")
    back = partial(dispatches.send_back, reason=request.POST.get("reason", ""), seen=seen)
    said = said_back(row, me(request))
    return {
        "approve": (partial(dispatches.approve, seen=seen), lambda: _("Approved. It leaves when somebody starts it.")),
        "start": (
            partial(dispatches.start, seen=seen),
            lambda: _("Started: the first mails leave within half a minute."),
        ),
        "send-back": (back, lambda: said),
    }


def _can_write(member: Staff) -> bool:
    return member.has_role(StaffRole.PUBLISHER) or groups_of(member).exists()


def _one(request: HttpRequest, slug: str) -> Dispatch:
    """For a dispatch of others the answer is that there is none, whether it exists or not."""
    row = (
        dispatches_of(me(request)).select_related("group", "appeal").prefetch_related("texts").filter(slug=slug).first()
    )
    if row is None:
        raise Http404
    return row


def _known(language: str) -> None:
    if language not in dict(settings.LANGUAGES):
        raise Http404


def _done(form: BaseForm, do: Callable[[], None]) -> bool:
    attempt(form, do)
    return form.is_valid()


def _form(request: HttpRequest, form: BaseForm, title: str, back: str) -> HttpResponse:
    context = {"form": form, "title": title, "back": back}
    return render(request, "actions/desk/form.html", context, status=BAD_REQUEST if form.is_bound else 200)


def _to(row: Dispatch) -> HttpResponse:
    return HttpResponseRedirect(_address(row))


def _address(row: Dispatch) -> str:
    return reverse("actions:desk-dispatch", args=[row.slug])
