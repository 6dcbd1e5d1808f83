"""Partial dates in the lists of the desk, said in words where Django would print how they are stored (EDTF)."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.translation import get_language

from prisoners.dates import describe
from prisoners.fields import PartialDateField


def in_words(model: type[Model], columns: Iterable[Any]) -> list[Any]:
    """The columns of a list, those that hold partial dates replaced by a column that says them."""
    return [_said(model, one) if _is_partial(model, one) else one for one in columns]


def _is_partial(model: type[Model], column: Any) -> bool:
    try:
        return isinstance(column, str) and isinstance(model._meta.get_field(column), PartialDateField)
    except FieldDoesNotExist:
        return False


@cache
def _said(model: type[Model], name: str) -> Callable[[Any], str]:
    """One column for each field; sorted by the first day that is possible, where the rows know it."""
    field: Any = model._meta.get_field(name)

    def column(row: Any) -> str:
        value = getattr(row, name)
        return describe(value, get_language() or "en") if value else ""

    column.__name__ = name
    column.short_description = field.verbose_name  # type: ignore[attr-defined]
    column.admin_order_field = field.bounds[0] if field.bounds else name  # type: ignore[attr-defined]
    return column
