"""Importing spreadsheets at the desk: hand over, look, decide, confirm; and take back."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prisoners.import_entries import lines_of
from prisoners.import_forms import Choices, UploadForm, WholeFileForm, choices_of
from prisoners.import_page import boxes_of_columns, what_it_would_do
from prisoners.importing import waiting
from prisoners.importing.outlines import Outline
from prisoners.importing.proposals import outline
from prisoners.importing.rows import Read, read_rows
from prisoners.importing.sheets import Opened, open_file
from prisoners.models import Batch, Staff
from prisoners.refusals import Refusal, Sentence
from prisoners.services import importing, imports
from prisoners.services.import_taking_back import take_back

ENTRIES_SHOWN = 500
TAKEN_BACK = _("The import was taken back as a whole.")
WRITTEN = _("Written as drafts. The import can be taken back as a whole, here.")


class Look:
    """One look at a file: read, compared with the record, and every reason why that fails."""

    def __init__(self, file: imports.File, choices: Choices) -> None:
        self.file, self.choices = file, choices
        self.opened: Opened | None = None
        self.read: Read | None = None
        self.outline: Outline | None = None
        self.reasons: list[Sentence] = []

    def compare(self) -> "Look":
        """What the file would do; what cannot be read is said in `reasons`."""
        try:
            self.read_file()
            self.outline = outline(self.read, self.choices.options) if self.read else None
        except Refusal as refused:
            self.reasons = refused.reasons
        return self

    def read_file(self) -> Read:
        """What the file says. Raises FileRefused."""
        self.opened = open_file(self.file.name, self.file.data)
        self.read = read_rows(self.opened, self.choices.mapping, timezone.now().date())
        return self.read


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
        check = self.admin_site.admin_view(self.check_view)
        return [path("check/<uuid:upload>/", check, name="prisoners_batch_check"), *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Hand a spreadsheet over."""
        by = self._researcher(request)
        form = UploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid() and (number := _handed_over(form, by)) is not None:
            return HttpResponseRedirect(_check_url(number))
        return self._page(request, "import_upload", title=_("Import a spreadsheet"), form=form)

    def check_view(self, request: HttpRequest, upload: UUID) -> HttpResponse:
        """Look at what a file would do; confirm it, and it is written."""
        by = self._researcher(request)
        sent = request.POST if request.method == "POST" else None
        form = WholeFileForm(sent)
        try:
            file = imports.File(*waiting.read(upload, by))
        except Refusal as refused:
            return self._back(request, refused.reasons)
        look = Look(file, choices_of(request.POST, form, by))
        if request.POST.get("do") == "import" and form.is_valid():
            batch = self._committed(look, by, request.POST.get("fingerprint", ""))
            if batch is not None:
                waiting.forget(upload)
                self.message_user(request, str(WRITTEN), messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:prisoners_batch_change", args=[batch.pk]))
        if request.POST.get("do") == "forget":
            waiting.forget(upload)
            return HttpResponseRedirect(reverse("admin:prisoners_batch_changelist"))
        return self._shown(request, look, form)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One import: what it wrote; a POST takes it back."""
        batch = self.get_object(request, object_id)
        if batch is None:
            raise Http404
        if not self.has_view_permission(request, batch):
            raise PermissionDenied
        if request.method == "POST":
            self._take_back(request, batch)
        entries = batch.entries.select_related("prisoner")
        return self._page(
            request,
            "import_batch",
            title=batch.file_name,
            batch=batch,
            lines=lines_of(entries[:ENTRIES_SHOWN], request, self.admin_site),
            left=batch.left.select_related("prisoner")[:ENTRIES_SHOWN],
            more=max(0, entries.count() - ENTRIES_SHOWN),
            can_take_back=batch.taken_back_at is None and self.has_change_permission(request, batch),
        )

    def _committed(self, look: Look, by: Staff, shown: str) -> Batch | None:
        """The import, or None with the reasons in the look."""
        choices = look.choices
        try:
            return importing.commit(
                look.read_file(), choices.options, look.file, by, shown=shown, skip_refused=choices.skip_refused
            )
        except Refusal as refused:
            reasons = refused.reasons
        look.compare()
        look.reasons = reasons
        return None

    def _shown(self, request: HttpRequest, look: Look, form: WholeFileForm) -> HttpResponse:
        if look.outline is None and not look.reasons:
            look.compare()
        does = what_it_would_do(look.outline) if look.outline else {}
        boxes = boxes_of_columns(look.read, look.opened)
        title = look.file.name
        return self._page(request, "import_check", title=title, form=form, reasons=look.reasons, columns=boxes, **does)

    def _take_back(self, request: HttpRequest, batch: Batch) -> None:
        if not isinstance(request.user, Staff) or not self.has_change_permission(request, batch):
            raise PermissionDenied
        try:
            take_back(batch, request.user)
        except Refusal as refused:
            for reason in refused.reasons:
                self.message_user(request, str(reason), messages.ERROR)
        else:
            batch.refresh_from_db()
            self.message_user(request, str(TAKEN_BACK), messages.SUCCESS)

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
    try:
        open_file(file.name, data)
    except Refusal as refused:
        form.add_error("file", [str(reason) for reason in refused.reasons])
        return None
    return waiting.keep(file.name, data, by)


def _check_url(number: UUID) -> str:
    return reverse("admin:prisoners_batch_check", args=[number])
