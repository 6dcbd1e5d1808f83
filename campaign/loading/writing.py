"""Writes a comparison into the record, all or nothing, as published rows."""

from collections import defaultdict
from typing import Any

from django.db.models import ForeignKey, Model
from django.utils import timezone

from actions.models import Action
from campaign.loading.cites import locator_of
from campaign.loading.comparing import ORDER, Change, Comparison, fact_name, key_field
from campaign.loading.plan import Ref
from campaign.loading.removing import let_go, remove
from prisoners.choices import PublicationState
from prisoners.models import Citation, Detention, Hearing, PersonName, Prisoner, Source, Variant

#: Their vanished rows stand in the way of the new ones; all others go last, when nothing points to them.
GO_FIRST: tuple[type[Model], ...] = (Variant, Detention, PersonName, Prisoner)
#: A change of these is told to those who follow it (RFC 5545 SEQUENCE).
REVISED: dict[type[Model], set[str]] = {
    Hearing: {"held_on", "local_time", "place", "court", "status"},
    Action: {"held_on", "local_time", "time_zone", "city", "venue"},
}


def write(comparison: Comparison) -> None:
    """Write all new and changed rows and remove the vanished ones. Call it inside a transaction.

    Raises FileRefused when a row that the file no longer has cannot go.
    """
    for model in ORDER:
        let_go(comparison, model)
    for model in GO_FIRST:
        remove(comparison, model)
    for model in ORDER:
        changes = [change for ref, change in comparison.changes.items() if ref.model is model]
        _create(comparison, model, [change for change in changes if change.is_new])
        _update(comparison, model, [change for change in changes if not change.is_new and change.fields])
    for change in comparison.changes.values():
        comparison.pks.setdefault(change.row.ref, None)
    _link_all(comparison)
    _cite_all(comparison)
    for model in reversed(ORDER):
        if model not in GO_FIRST:
            remove(comparison, model)


def publish_directly(instance: Model) -> None:
    """A row of a file that the operator loads is public at once: the file names its sources itself."""
    if hasattr(instance, "state"):
        instance.state, instance.published_at = PublicationState.PUBLISHED, timezone.now()  # type: ignore[attr-defined]


def _create(comparison: Comparison, model: type[Model], changes: list[Change]) -> None:
    """In waves: a sanction that replaces another of the same file waits until that one is written."""
    waiting = changes
    while waiting:
        inside = {change.row.ref for change in waiting}
        ready = [change for change in waiting if not inside & _pointed(change)] or waiting
        made = [_new(comparison, change) for change in ready]
        for change, instance in zip(ready, model._base_manager.bulk_create(made), strict=True):
            comparison.pks[change.row.ref] = instance.pk
        waiting = [change for change in waiting if change not in ready]


def _pointed(change: Change) -> set[Ref]:
    return {value for value in change.row.values.values() if isinstance(value, Ref) and value != change.row.ref}


def _new(comparison: Comparison, change: Change) -> Model:
    row = change.row
    instance = row.model()
    setattr(instance, key_field(row.model), row.key)
    _set(comparison, change, instance, list(row.values))
    _free_slug(instance)
    publish_directly(instance)
    return instance


def _free_slug(instance: Model) -> None:
    """A case or an action gets a number when its address is taken; a prisoner's is checked before."""
    if not hasattr(instance, "slug"):
        return
    slug, number = instance.slug, 1
    while type(instance)._base_manager.filter(slug=instance.slug).exists():
        number += 1
        instance.slug = f"{slug}-{number}"


def _update(comparison: Comparison, model: type[Model], changes: list[Change]) -> None:
    if model is Detention:
        # Stretches that move together must not be taken for overlapping ones half-way.
        pks = [change.instance.pk for change in changes if change.instance]
        Detention.internal.filter(pk__in=pks).update(started_latest=None)
    for change in changes:
        if change.instance is None:
            continue
        if not change.is_change:
            named = {key_field(model): change.row.key}
            model._base_manager.filter(pk=change.instance.pk).update(**named)
            continue
        _set(comparison, change, change.instance, change.fields)
        if REVISED.get(model, set()) & set(change.fields):
            change.instance.revision += 1  # type: ignore[attr-defined]
        change.instance.save()


def _set(comparison: Comparison, change: Change, instance: Model, names: list[str]) -> None:
    for name in names:
        if name == key_field(change.row.model):
            setattr(instance, name, change.row.key)
            continue
        model_field: Any = change.row.model._meta.get_field(name)
        value = change.row.values[name]
        if isinstance(model_field, ForeignKey):
            setattr(instance, model_field.attname, comparison.pk(value))
        else:
            setattr(instance, name, value)


def _link_all(comparison: Comparison) -> None:
    """Write the relations to many, and take away those to rows of this file that it no longer names."""
    by_field: dict[Any, list[Change]] = defaultdict(list)
    for change in comparison.changes.values():
        for name in change.row.links:
            by_field[change.row.model._meta.get_field(name)].append(change)
    for many, changes in by_field.items():
        _link(comparison, many, changes)


def _link(comparison: Comparison, many: Any, changes: list[Change]) -> None:
    through, near, far = many.remote_field.through, many.m2m_column_name(), many.m2m_reverse_name()
    owners = [comparison.pks[change.row.ref] for change in changes]
    wanted = {
        (comparison.pks[change.row.ref], comparison.pks[ref])
        for change in changes
        for ref in change.row.links[many.name]
        if comparison.pks.get(ref) is not None
    }
    rows = through._base_manager.filter(**{f"{near}__in": owners}).values_list("pk", near, far)
    have = {(left, right): pk for pk, left, right in rows}
    own = comparison.own.get(many.related_model, set())
    over = [pk for pair, pk in have.items() if pair not in wanted and pair[1] in own]
    through._base_manager.filter(pk__in=over).delete()
    fresh = sorted(wanted - have.keys(), key=str)
    through._base_manager.bulk_create([through(**{near: left, far: right}) for left, right in fresh])


def _cite_all(comparison: Comparison) -> None:
    """Write which fact rests on which source."""
    by_model: dict[type[Model], list[Change]] = defaultdict(list)
    for change in comparison.changes.values():
        if fact_name(change.row.model):
            by_model[change.row.model].append(change)
    for model, changes in by_model.items():
        _cite(comparison, fact_name(model), changes)


def _cite(comparison: Comparison, fact: str, changes: list[Change]) -> None:
    wanted = {
        (comparison.pks[change.row.ref], comparison.pks[Ref(Source, str(key))]): locator_of(key)
        for change in changes
        for key in change.row.sources
    }
    facts = [comparison.pks[change.row.ref] for change in changes]
    of_desk = {comparison.pks[change.row.ref] for change in changes if change.is_desks}
    have = {
        (getattr(one, f"{fact}_id"), one.source_id): one for one in Citation.internal.filter(**{f"{fact}__in": facts})
    }
    over = [one.pk for pair, one in have.items() if pair not in wanted and pair[0] not in of_desk]
    Citation.internal.filter(pk__in=over).delete()
    for pair in wanted.keys() & have.keys():
        if wanted[pair] and wanted[pair] != have[pair].locator:
            have[pair].locator = wanted[pair]
            have[pair].save()
    fresh = sorted(wanted.keys() - have.keys(), key=str)
    Citation.internal.bulk_create(
        [Citation(**{f"{fact}_id": left, "source_id": right}, locator=wanted[left, right]) for left, right in fresh]
    )
