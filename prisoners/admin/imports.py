"""Importing spreadsheets at the desk: hand over, look, decide, confirm; and take back."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from prisoners.admin import import_long
from prisoners.choices import ErrandKind, ErrandState
from prisoners.import_entries import lines_of
from prisoners.import_forms import UploadForm, WholeFileForm, choices_of
from prisoners.import_look import Look
from prisoners.import_page import page_of
from prisoners.importing import waiting
from prisoners.importing.glance import is_long, is_slow_to_open
from prisoners.importing.refusals import EncodingNotKnown
from prisoners.importing.sheets import open_file
from prisoners.models import Batch, Staff
from prisoners.refusals import Refusal, Sentence
from prisoners.services import errands, imports
from prisoners.services.import_taking_back import take_back

ENTRIES_SHOWN = 500
#: What wrote no more than so many rows is taken back while one waits.
SHORT_ENTRIES = 5_000
TAKEN_BACK = _("The import was taken back as a whole.")


@admin.register(Batch)
class BatchAdmin(admin.ModelAdmin):
    """The imports that were made, and the way to a new one."""

    list_display = ("file_name", "imported_at", "imported_by", "taken_back_at")
    list_select_related = ("imported_by",)
    list_per_page = 50

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Taking back undoes an import; that it was made stays known."""
        return False

    def get_urls(self) -> list[URLPattern]:
        """Beside the pages of the desk: the page of a file that waits."""
        check, progress = map(self.admin_site.admin_view, (self.check_view, self.progress_view))
        return [
            path("check/<uuid:upload>/", check, name="prisoners_batch_check"),
            path("check/<uuid:upload>/progress.json", progress, name="prisoners_batch_progress"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Hand a spreadsheet over."""
        by = self._researcher(request)
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid() and (number := _handed_over(form, by)) is not None:
            return HttpResponseRedirect(_check_url(number))
        waiting_files = import_long.that_wait(by)
        return self._page(request, "import_upload", title=_("Import a spreadsheet"), form=form, files=waiting_files)

    def check_view(self, request: HttpRequest, upload: UUID) -> HttpResponse:
        """Look at what a file would do; confirm it, and it is written."""
        by = self._researcher(request)
        try:
            errand = errands.of(upload, by)
            if errand is None or errand.kind == ErrandKind.UNDO:
                # What takes an import back is stopped on the page of the import, by whoever may take it back.
                return self._check_short(request, upload, by)
            found = import_long.answer_to(request, errand)
        except Refusal as refused:
            return self._back(request, refused.reasons)
        return found if isinstance(found, HttpResponse) else self._page(request, found[0], **found[1])

    def progress_view(self, request: HttpRequest, upload: UUID) -> HttpResponse:
        """How far a worker has come with a long file."""
        errand = errands.of(upload, self._researcher(request))
        if errand is None:
            raise Http404
        return import_long.progress(errand)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One import: what it wrote; a POST takes it back."""
        batch = self.get_object(request, object_id)
        if batch is None:
            raise Http404
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        if request.method == "POST" and (by_worker := self._take_back(request, batch)) is not None:
            return by_worker
        errand = errands.undoing(batch)
        if errand is not None and errand.state == ErrandState.ASKED:
            template, context = import_long.going_on(errand, batch.file_name)
            return self._page(request, template, **context)
        entries = batch.entries.select_related("prisoner")
        return self._page(
            request,
            "import_batch",
            title=batch.file_name,
            batch=batch,
            reasons=import_long.reasons_against_undoing(errand) if batch.taken_back_at is None else [],
            lines=lines_of(entries[:ENTRIES_SHOWN], request, self.admin_site),
            left=batch.left.select_related("prisoner")[:ENTRIES_SHOWN],
            more=max(0, entries.count() - ENTRIES_SHOWN),
            can_take_back=batch.taken_back_at is None and self.has_change_permission(request, batch),
        )

    def _check_short(self, request: HttpRequest, upload: UUID, by: Staff) -> HttpResponse:
        """Look at a short file, or write it, while somebody waits for the page. Raises FileRefused where it is gone."""
        form = WholeFileForm(request.POST if request.method == "POST" else None)
        file = imports.File(*waiting.read(upload, by))
        look, do = Look(file, choices_of(request.POST, form, by)), request.POST.get("do")
        if do == "forget":
            waiting.forget(upload)
            return HttpResponseRedirect(reverse("admin:prisoners_batch_changelist"))
        if do == "import" and form.is_valid():
            try:
                batch = look.commit(by, request.POST.get("fingerprint", ""))
            except Refusal as refused:
                look.look_again(refused)
            else:
                waiting.forget(upload)
                self.message_user(request, str(import_long.WRITTEN), messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:prisoners_batch_change", args=[batch.pk]))
        else:
            look.compare()
        return self._page(request, "import_check", title=file.name, **page_of(look.answer(), form))

    def _take_back(self, request: HttpRequest, batch: Batch) -> HttpResponse | None:
        """Take an import back at once, or ask a worker to where that is long: then the way to the page that says so."""
        if not isinstance(request.user, Staff) or not self.has_change_permission(request, batch):
            raise PermissionDenied
        if batch.entries.count() > SHORT_ENTRIES and batch.taken_back_at is None:
            errand = errands.undoing(batch)
            if request.POST.get("do") != "stop":
                errands.ask_to_undo(batch, request.user)
            elif errand is not None:
                errands.stop(errand)
            return HttpResponseRedirect(request.path)
        try:
            take_back(batch, request.user)
        except Refusal as refused:
            for reason in refused.reasons:
                self.message_user(request, str(reason), messages.ERROR)
        else:
            batch.refresh_from_db()
            self.message_user(request, str(TAKEN_BACK), messages.SUCCESS)
        return None

    def _researcher(self, request: HttpRequest) -> Staff:
        if not isinstance(request.user, Staff) or not self.has_add_permission(request):
            raise PermissionDenied
        return request.user

    def _back(self, request: HttpRequest, reasons: list[Sentence]) -> HttpResponse:
        for reason in reasons:
            self.message_user(request, str(reason), messages.ERROR)
        return HttpResponseRedirect(reverse("admin:prisoners_batch_add"))

    def _page(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        shared = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, f"admin/prisoners/{template}.html", {**shared, **context})


def _handed_over(form: UploadForm, by: Staff) -> UUID | None:
    """The number of the file that waits, or None where it is no spreadsheet that can be read: the form says why."""
    file = form.cleaned_data["file"]
    data = file.read()
    is_for_worker = is_long(file.name, data)
    try:
        if not (is_for_worker and is_slow_to_open(file.name)):
            open_file(file.name, data)
    except EncodingNotKnown:
        # The page of the file says so, and there one can say which it is.
        pass
    except Refusal as refused:
        form.add_error("file", [str(reason) for reason in refused.reasons])
        return None
    number = waiting.keep(file.name, data, by)
    if is_for_worker:
        errands.ask(number, by, ErrandKind.LOOK, {"name": file.name, "sent": {}, "shown": ""})
    return number


def _check_url(number: UUID) -> str:
    return reverse("admin:prisoners_batch_check", args=[number])
