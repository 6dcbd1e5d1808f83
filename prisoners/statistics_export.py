"""The statistics of a filter as a file: the same numbers as on the page and in the API."""

import json
from collections.abc import Iterator

from django.utils.translation import gettext

from prisoners.exporting import Export
from prisoners.spreadsheets import safe_cell
from prisoners.statistics import statistics_of
from prisoners.statistics_words import as_data


class StatisticsExport(Export):
    """One line a number: of which table, of which value, how many; then how many were held from which day."""

    what = "statistics"

    @property
    def title(self) -> str:
        return gettext("Statistics")

    def table(self) -> Iterator[list[str]]:
        yield ["table", "value", "label", "count", "count_most"]
        told = statistics_of(self.asked)
        for table in told.tables:
            for row in table.rows:
                yield [table.name, safe_cell(row.value), safe_cell(row.label), str(row.count), str(row.count)]
        for level in told.levels:
            yield ["held_over_time", level.day.isoformat(), level.day.isoformat(), str(level.low), str(level.high)]

    def document(self) -> Iterator[str]:
        yield json.dumps(self.about(), ensure_ascii=False)[:-1] + ", "
        yield json.dumps(as_data(statistics_of(self.asked)), ensure_ascii=False)[1:]
