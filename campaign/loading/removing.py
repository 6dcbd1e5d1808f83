"""Removes the rows that a file no longer has, or says of each that cannot go what rests on it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import ForeignKey, Model, ProtectedError
from django.utils.translation import gettext as _

from campaign.loading.comparing import Comparison, key_field
from campaign.loading.faults import FileRefused
from prisoners.casing import with_capital

#: Of what rests on one row so many are named.
MOST_NAMED = 3


def let_go(comparison: Comparison, model: type[Model]) -> None:
    """What points to a vanished row of its own kind lets go of it, so that it can be removed."""
    pks = [one.pk for one in comparison.removed.get(model, [])]
    for model_field in model._meta.get_fields() if pks else ():
        if isinstance(model_field, ForeignKey) and model_field.related_model is model:
            model._base_manager.filter(**{f"{model_field.name}__in": pks}).update(**{model_field.name: None})


def remove(comparison: Comparison, model: type[Model]) -> None:
    """Remove the vanished rows of one kind. Raises FileRefused with a reason for each on which others rest."""
    gone = comparison.removed.get(model, [])
    if not gone:
        return
    try:
        model._base_manager.filter(pk__in=[one.pk for one in gone]).delete()
    except ProtectedError as error:
        raise FileRefused(_reasons(model, gone, error.protected_objects)) from error


def _reasons(model: type[Model], gone: list[Model], protected: Iterable[Any]) -> list[str]:
    """One for each vanished row that something points to; where it is pointed to through others, one for them all."""
    resting: dict[Any, list[Model]] = defaultdict(list)
    for one in protected:
        for pk in _pointed(one, model):
            resting[pk].append(one)
    found = [(_called(one), resting[one.pk]) for one in gone if one.pk in resting]
    return [
        _reason(row, rows) for row, rows in found or [(", ".join(map(_called, gone[:MOST_NAMED])), list(protected))]
    ]


def _pointed(row: Model, model: type[Model]) -> set[Any]:
    """The rows of a kind that one row points to."""
    keys = [one for one in row._meta.concrete_fields if isinstance(one, ForeignKey) and one.related_model is model]
    return {getattr(row, one.attname) for one in keys} - {None}


def _called(row: Model) -> str:
    """A vanished row as the dry run names it, and as readers know it: "Organisation a-file:a-union (A union)"."""
    return f"{with_capital(row._meta.verbose_name)} {getattr(row, key_field(type(row)))} ({row})"


def _reason(row: str, resting: list[Model]) -> str:
    names = "; ".join(f"{one._meta.verbose_name} “{one}”" for one in resting[:MOST_NAMED])
    others = f" (+{len(resting) - MOST_NAMED})" if len(resting) > MOST_NAMED else ""
    return _(
        "%(row)s is no longer in the file and cannot be removed, because others rest on it: %(names)s. Keep it in the "
        "file, or change those first."
    ) % {"row": row, "names": f"{names}{others}"}
