"""The list as a file to take along."""

from collections.abc import Callable
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from prisoners.exporting import Export, as_csv, as_json, as_xlsx, export_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BAD_REQUEST = 400


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """Everybody who fits the filters of the list, as CSV, XLSX or JSON; 400 with the reasons for one not understood."""
    if form not in FORMS:
        raise Http404
    asked = export_of(request.GET)
    if not asked.asked.form.is_valid():
        return HttpResponse(_reasons(asked), content_type="text/plain; charset=utf-8", status=BAD_REQUEST)
    response = FORMS[form](asked)
    response["Content-Disposition"] = f'attachment; filename="{asked.name}.{form}"'
    return response


def _reasons(asked: Export) -> str:
    errors = asked.asked.form.errors.items()
    return "".join(f"{name}: {' '.join(map(str, said))}\n" for name, said in errors)


def _csv(asked: Export) -> HttpResponseBase:
    return StreamingHttpResponse(as_csv(asked), content_type="text/csv; charset=utf-8")


def _json(asked: Export) -> HttpResponseBase:
    return StreamingHttpResponse(as_json(asked), content_type="application/json")


def _xlsx(asked: Export) -> HttpResponseBase:
    return FileResponse(as_xlsx(asked), content_type=XLSX)


FORMS: dict[str, Callable[[Any], HttpResponseBase]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
