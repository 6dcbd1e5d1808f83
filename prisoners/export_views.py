"""The list, and its statistics, as files to take along."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from rest_framework.exceptions import ValidationError

from prisoners.api_base import refuse_unknown
from prisoners.columns import chosen
from prisoners.exporting import Export, PeopleExport, filter_of
from prisoners.filters import PrisonerFilter
from prisoners.spreadsheets import csv_lines
from prisoners.statistics_export import StatisticsExport
from prisoners.workbooks import workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BAD_REQUEST = 400
#: What an address of the list may carry beside its filters; a file has no pages, and its address has its language.
OF_THE_LIST = {"page", "lang"}


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """Everybody who fits the filters of the list, as CSV, XLSX or JSON; 400 with the reasons for one not understood.

    `?fields=slug,name` gives those columns alone, in that order.
    """
    return _file(request, form, _people, {"fields"})


@require_safe
def export_statistics(request: HttpRequest, form: str) -> HttpResponseBase:
    """The statistics of the same people in the same forms."""
    return _file(request, form, lambda asked: StatisticsExport(filter_of(asked)))


def _people(asked: Mapping[str, str]) -> Export:
    """Raises ValidationError for a field that is no column."""
    return PeopleExport(filter_of(asked), chosen(asked["fields"]) if "fields" in asked else ())


def _file(
    request: HttpRequest, form: str, make: Callable[[Any], Export], own: frozenset[str] | set[str] = frozenset()
) -> HttpResponseBase:
    """`own` are the parameters that this file has beside the filters."""
    if form not in FORMS:
        raise Http404
    try:
        refuse_unknown(request.GET, OF_THE_LIST | own | set(PrisonerFilter.base_filters))
        made = make(request.GET)
    except ValidationError as fault:
        return _refused(fault.detail)
    if not made.asked.form.is_valid():
        return _refused(made.asked.form.errors)
    response = FORMS[form](made)
    response["Content-Disposition"] = f'attachment; filename="{made.name}.{form}"'
    return response


def _refused(errors: Any) -> HttpResponse:
    """Which parameters are not understood, one a line, and why."""
    reasons = "".join(f"{name}: {' '.join(map(str, said))}\n" for name, said in errors.items())
    return HttpResponse(reasons, content_type="text/plain; charset=utf-8", status=BAD_REQUEST)


def _csv(made: Export) -> HttpResponseBase:
    return StreamingHttpResponse(csv_lines(made.sheet()), content_type="text/csv; charset=utf-8")


def _json(made: Export) -> HttpResponseBase:
    return StreamingHttpResponse(made.document(), content_type="application/json")


def _xlsx(made: Export) -> HttpResponseBase:
    return StreamingHttpResponse(workbook(made.what, made.sheet()), content_type=XLSX)


FORMS: dict[str, Callable[[Export], HttpResponseBase]] = {"csv": _csv, "xlsx": _xlsx, "json": _json}
