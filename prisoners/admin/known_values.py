"""Filters of the desk by a column without a list of its own: what stands in it is remembered until a row is written."""

from functools import partial
from typing import Any

from django.contrib.admin import AllValuesFieldListFilter
from django.contrib.admin.utils import get_fields_from_path
from django.db.models import BooleanField, Model
from django.utils.translation import gettext

from prisoners.remembered import remembered


class KnownValues(AllValuesFieldListFilter):
    """By one of the values that there are. To look for them, the database reads all rows there are."""

    def __init__(self, field: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(field, *args, **kwargs)
        rows, what = self.lookup_choices, ("values", field.model._meta.label, field.name)
        found: Any = remembered(what, partial(list, rows), {field.model})
        self.lookup_choices = found

    def choices(self, changelist: Any) -> Any:
        """What is empty is called so: a way without a name leads nobody anywhere."""
        for choice in super().choices(changelist):
            yield choice if str(choice["display"]) else {**choice, "display": gettext("not recorded")}


def filters_of(model: type[Model], named: Any) -> list[Any]:
    """The filters that a page names, those by a column of the record without a list as `KnownValues`."""
    return [(one, KnownValues) if isinstance(one, str) and _is_open(model, one) else one for one in named]


def _is_open(model: type[Model], path: str) -> bool:
    field: Any = get_fields_from_path(model, path)[-1]
    has_list = field.choices or field.is_relation or isinstance(field, BooleanField)
    # Everybody at the desk sees all rows of the record; of upper floors some see some.
    return field.model._meta.app_label == "prisoners" and not has_list
