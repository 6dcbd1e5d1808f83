"""Statistics as data, for the API and for files, and as the page shows them."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from prisoners.charts import held_by_year, held_chart
from prisoners.statistics import Entry, Statistics, Table
from prisoners.words import say


def as_data(told: Statistics) -> dict[str, Any]:
    """What machines read: tables by name, and the days on which the number held changes."""
    return {
        "total": told.total,
        "tables": [
            {
                "name": table.name,
                "title": table.title,
                "note": table.note,
                "rows": [{"value": one.value, "label": one.label, "count": one.count} for one in table.rows],
            }
            for table in told.tables
        ],
        "held_over_time": [
            {"day": one.day.isoformat(), "at_least": one.low, "at_most": one.high} for one in told.levels
        ],
    }


def as_page(told: Statistics, asked: dict[str, str]) -> dict[str, Any]:
    """What the template shows; `asked` are the parameters of the page, kept in the links to the lists."""
    return {
        "tables": [_table(one, told.total, asked) for one in told.tables if one.rows],
        "chart": held_chart(told.levels, told.day),
        "chart_rows": [
            {"when": say(one.day), "low": one.low, "high": one.high} for one in held_by_year(told.levels, told.day)
        ],
    }


def _table(table: Table, total: int, asked: dict[str, str]) -> dict[str, Any]:
    rows = [{**vars(one), "percent": round(100 * one.count / total), "url": _list_of(one, asked)} for one in table.rows]
    return {"name": table.name, "title": table.title, "note": table.note, "rows": rows}


def _list_of(entry: Entry, asked: dict[str, str]) -> str:
    """The list of those who are counted here; an empty text where no filter says so, or another one stands already."""
    if entry.asks is None or asked.get(entry.asks[0], entry.asks[1]) != entry.asks[1]:
        return ""
    return f"{reverse('prisoners:list')}?{urlencode({**asked, entry.asks[0]: entry.asks[1]})}"
