"""What is called how at the desk: columns that lead to other tables, and rows that say little by themselves."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Field, Model


def name_relations(models: Iterable[type[Model]]) -> None:
    """Call each relation that says nothing else as its table calls one row, in every language.

    Django would make the words of the name of the column, which nobody translates. It is no matter of the database: no
    migration knows of it.
    """
    for model in models:
        for field in model._meta.get_fields():
            if isinstance(field, Field) and _is_unnamed(field):
                field.verbose_name = _table_of(field)._meta.verbose_name or field.name


def _is_unnamed(field: Any) -> bool:
    return isinstance(field.related_model, type) and field._verbose_name is None


def _table_of(field: Any) -> type[Model]:
    table: type[Model] = field.related_model
    return table


def title_of(row: Model) -> str:
    """A row, with what it is of: “imprisonment (Yerlan Baltabai)”; no query where `named_with` was fetched with it."""
    above = (getattr(row, path) for path in named_with(type(row)))
    names = [str(one) for one in above if one is not None]
    return f"{row} ({', '.join(names)})" if names else str(row)


def named_with(kind: type[Model]) -> list[str]:
    """The relations by which rows of a kind are of something."""
    paths = (*getattr(kind, "published_through", ()), *getattr(kind, "published_where_set", ()))
    return [path for path in paths if "__" not in path]
