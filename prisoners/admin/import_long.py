"""The page of a long file that waits: how far a worker has come with it, what it would do, and what one wants of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prisoners.choices import ErrandKind, ErrandState
from prisoners.import_forms import WholeFileForm, chosen_in
from prisoners.import_page import page_of
from prisoners.import_progress import REFRESH_SECONDS, STOPPED, progress_said, waiting_line
from prisoners.importing.refusals import FileRefused
from prisoners.models import Errand, Staff
from prisoners.services import errands

WRITTEN = _("Written as drafts. The import can be taken back as a whole, here.")
NOT_UNDONE = _("It was stopped. The import stands as before.")
WORDS = {
    ErrandKind.LOOK: (
        _("The file is being read"),
        _("Nothing is written before you confirm. You may close this page and come back to its address within a day."),
    ),
    ErrandKind.WRITE: (
        _("The file is being written"),
        _("It is written as a whole or not at all. You may close this page and come back to its address."),
    ),
    ErrandKind.UNDO: (
        _("The import is being taken back"),
        _("It is taken back as a whole or not at all. You may close this page and come back to its address."),
    ),
}

Page = tuple[str, dict[str, Any]]


def answer_to(request: HttpRequest, errand: Errand) -> HttpResponse | Page:
    """What a request about a long file comes to: another page, or a template with its words. Raises FileRefused."""
    do = request.POST.get("do", "") if request.method == "POST" else ""
    form = WholeFileForm(request.POST) if do else None
    if do == "forget":
        errands.stop(errand)
        errands.forget(errand.upload)
        return HttpResponseRedirect(reverse("admin:prisoners_batch_changelist"))
    if do == "stop":
        errands.stop(errand)
        return HttpResponseRedirect(address_of(errand))
    if do == "look" or (do == "import" and form is not None and form.is_valid()):
        kind = ErrandKind.WRITE if do == "import" else ErrandKind.LOOK
        name = errands.chosen_for(errand)["name"]
        chosen = {"name": name, "sent": chosen_in(request.POST), "shown": request.POST.get("fingerprint", "")}
        errands.ask(errand.upload, errand.asked_by, kind, chosen)
        return HttpResponseRedirect(address_of(errand))
    return _shown(request, errand, form)


def going_on(errand: Errand, name: str) -> Page:
    """The page that says how far a worker has come, under a name."""
    heading, said = WORDS[ErrandKind(errand.kind)]
    url = reverse("admin:prisoners_batch_progress", args=[errand.upload])
    told = {"progress": progress_said(errand), "progress_url": url, "refresh": REFRESH_SECONDS}
    return "import_progress", {"title": name, "heading": heading, "help": said, **told}


def that_wait(by: Staff) -> list[dict[str, str]]:
    """The long files of a colleague that wait: name, address and how each stands."""
    found = errands.that_wait(by)
    return [{"name": name, "url": address_of(one), "words": waiting_line(one)} for one, name in found]


def reasons_against_undoing(errand: Errand | None) -> list[str]:
    """Why an import was not taken back the last time that a worker was to do it, as long as that is kept."""
    if errand is None or errand.state == ErrandState.ASKED:
        return []
    if errand.state == ErrandState.STOPPED:
        return [str(NOT_UNDONE)]
    try:
        return list(errands.answer_of(errand)["reasons"])
    except FileRefused:
        return []


def progress(errand: Errand) -> JsonResponse:
    """How far it has come, for the small script of its page."""
    return JsonResponse(progress_said(errand))


def address_of(errand: Errand) -> str:
    """The page of a file that waits."""
    return reverse("admin:prisoners_batch_check", args=[errand.upload])


def _shown(request: HttpRequest, errand: Errand, form: WholeFileForm | None) -> HttpResponse | Page:
    if errand.batch_id is not None and errand.kind == ErrandKind.WRITE:
        messages.success(request, str(WRITTEN))
        return HttpResponseRedirect(reverse("admin:prisoners_batch_change", args=[errand.batch_id]))
    chosen = errands.chosen_for(errand)
    name, sent = chosen["name"], chosen["sent"]
    if errand.state == ErrandState.ASKED:
        return going_on(errand, name)
    is_stopped = errand.state == ErrandState.STOPPED
    answer = {"reasons": [str(STOPPED)], "columns": []} if is_stopped else errands.answer_of(errand)
    return "import_check", {"title": name, "sent": sent, **page_of(answer, form or WholeFileForm(sent or None))}
