"""The list, and its statistics, as files to take along."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from prisoners.exporting import Export, PeopleExport, filter_of
from prisoners.spreadsheets import csv_lines
from prisoners.statistics_export import StatisticsExport
from prisoners.workbooks import workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BAD_REQUEST = 400


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """Everybody who fits the filters of the list, as CSV, XLSX or JSON; 400 with the reasons for one not understood."""
    return _file(PeopleExport(filter_of(request.GET)), form)


@require_safe
def export_statistics(request: HttpRequest, form: str) -> HttpResponseBase:
    """The statistics of the same people in the same forms."""
    return _file(StatisticsExport(filter_of(request.GET)), form)


def _file(made: Export, form: str) -> HttpResponseBase:
    if form not in FORMS:
        raise Http404
    if not made.asked.form.is_valid():
        return HttpResponse(_reasons(made), content_type="text/plain; charset=utf-8", status=BAD_REQUEST)
    response = FORMS[form](made)
    response["Content-Disposition"] = f'attachment; filename="{made.name}.{form}"'
    return response


def _reasons(made: Export) -> str:
    errors = made.asked.form.errors.items()
    return "".join(f"{name}: {' '.join(map(str, said))}\n" for name, said in errors)


def _csv(made: Export) -> HttpResponseBase:
    return StreamingHttpResponse(csv_lines(made.sheet()), content_type="text/csv; charset=utf-8")


def _json(made: Export) -> HttpResponseBase:
    return StreamingHttpResponse(made.document(), content_type="application/json")


def _xlsx(made: Export) -> HttpResponseBase:
    return StreamingHttpResponse(workbook(made.what, made.sheet()), content_type=XLSX)


FORMS: dict[str, Callable[[Export], HttpResponseBase]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
