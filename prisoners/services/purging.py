"""Purges the history of a prisoner whom it would endanger; that it was purged, and when, stays known."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count, Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from pghistory.models import Context

from prisoners.choices import StaffRole
from prisoners.models import BatchEntry, BatchLeft, Case, ChargeStep, Hearing, HistoryPurge, Prisoner, Staff, Variant
from prisoners.services.refusals import refuse_if

NOT_A_STEWARD = _("Purging a history is for stewards.")

#: What hangs on a fact about a person, not on the person.
BENEATH: tuple[type[Model], ...] = (ChargeStep, Variant)
#: The numbers of rows whose history goes, by model.
Numbers = dict[type[Model], set[int]]


@transaction.atomic
def purge_history(prisoner: Prisoner, by: Staff) -> int:
    """Delete every kept change of a prisoner, of all facts about that prisoner, and of cases against nobody else.

    With them go what an import noted of that person (which can then not be taken back for it), what the desk logged of
    these rows, and the former addresses, which lead from a former name to the present one. The record as it stands is
    not touched. Leaves a note that it was purged and when; returns how many entries went. Deleted rows are found too,
    by their history. Raises RecordRefused for anybody but a steward.
    """
    refuse_if([] if by.has_role(StaffRole.STEWARD) else [NOT_A_STEWARD])
    numbers = _numbers(prisoner)
    entries = [(model, model._base_manager.filter(_about(model, numbers))) for model in histories()]
    contexts = {one for _model, rows in entries for one in rows.values_list("pgh_context_id", flat=True) if one}
    left = BatchLeft.internal.filter(prisoner=prisoner)
    noted = BatchEntry.internal.filter(_noted(prisoner, numbers))
    beside = [*_logged(numbers), noted, left, prisoner.former_slugs.all()]
    gone = sum(rows.delete()[0] for rows in (*(rows for _model, rows in entries), *beside))
    _drop_contexts(contexts)
    HistoryPurge.internal.create(prisoner=prisoner, purged_by=by)
    return gone


def _logged(numbers: Numbers) -> list[QuerySet[LogEntry]]:
    """What the pages of the desk say was done, with the names that the rows had then."""
    kinds = ContentType.objects.get_for_models(*numbers)
    return [
        LogEntry.objects.filter(content_type=kinds[model], object_id__in=[str(one) for one in those])
        for model, those in numbers.items()
    ]


def _noted(prisoner: Prisoner, numbers: Numbers) -> Q:
    """What imports keep of these rows to be taken back by: their values before and after."""
    which = Q(prisoner=prisoner)
    for model, those in numbers.items():
        which |= Q(model=model._meta.label_lower, row_key__in=[str(one) for one in those])
    return which


def histories() -> list[Any]:
    """The models of the kept changes, of all floors."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]


def _numbers(prisoner: Prisoner) -> Numbers:
    """The facts about a prisoner, those too that are deleted by now."""
    alone = Case.internal.order_by().annotate(people=Count("defendants")).filter(people=1)
    cases = set(alone.filter(pk__in=Case.internal.order_by().filter(defendants=prisoner)).values_list("pk", flat=True))
    numbers: Numbers = {Prisoner: {prisoner.pk}, Case: cases}
    own = [one for one in histories() if _tracked(one) not in (Prisoner, Case, *BENEATH)]
    direct = [one for one in own if _has(one, Prisoner) or _tracked(one) is Hearing]
    numbers |= {
        _tracked(one): _found(one, {Prisoner: {prisoner.pk}, Case: cases}) for one in direct if _has_number(one)
    }
    beneath = [one for one in histories() if _tracked(one) in BENEATH]
    return numbers | {_tracked(one): _found(one, numbers) for one in beneath}


def _found(history: Any, numbers: Numbers) -> set[int]:
    return set(history._base_manager.filter(_about(history, numbers)).values_list("id", flat=True))


def _about(history: Any, numbers: Numbers) -> Q:
    """The entries about these rows, or about what points to them."""
    which = Q(id__in=numbers.get(_tracked(history), set())) if _has_number(history) else Q(pk__in=[])
    for one in history._meta.concrete_fields:
        if one.related_model in numbers and not one.name.startswith("pgh_"):
            which |= Q(**{f"{one.attname}__in": numbers[one.related_model]})
    return which


def _tracked(history: Any) -> type[Model]:
    model: type[Model] = history.pgh_tracked_model
    return model


def _has(history: Any, model: type[Model]) -> bool:
    return any(one.related_model is model for one in history._meta.concrete_fields if not one.name.startswith("pgh_"))


def _has_number(history: Any) -> bool:
    """Whether the rows are numbered as facts are; others are found by what they point to."""
    return history._meta.get_field("id").get_internal_type() in ("BigIntegerField", "IntegerField")


def _drop_contexts(contexts: Iterable[UUID]) -> None:
    """Who changed it and on which page goes too, where nothing else was changed with it."""
    left = set(contexts)
    for model in histories():
        left -= set(model._base_manager.filter(pgh_context_id__in=left).values_list("pgh_context_id", flat=True))
    Context.objects.filter(pk__in=left).delete()
