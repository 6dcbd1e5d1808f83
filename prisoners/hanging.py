"""What hangs on a row and has no publication of its own, so that it is as public as the row: spellings, reports."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from django.db.models import ManyToOneRel, Model


@cache
def hung_on(kind: type[Model]) -> tuple[ManyToOneRel, ...]:
    """The relations by which such rows of all floors lead to rows of this kind; what has a state of its own is none."""
    return tuple(one for one in kind._meta.get_fields() if isinstance(one, ManyToOneRel) and _follows(one))


def _follows(relation: ManyToOneRel) -> bool:
    model: Any = relation.related_model
    shown_by = (*getattr(model, "published_through", ()), *getattr(model, "published_where_set", ()))
    has_own_state = any(one.name == "state" for one in model._meta.concrete_fields)
    return relation.field.name in shown_by and not has_own_state


def accessor(relation: ManyToOneRel) -> str:
    """The name by which a row asks for what hangs on it."""
    return str(relation.get_accessor_name())


def seen_with(row: Model) -> Iterator[Model]:
    """What becomes public with a row: its citations, what hangs on it, and the citations of that."""
    yield from _cited(row)
    for relation in hung_on(type(row)):
        for one in getattr(row, accessor(relation)).all():
            yield one
            yield from _cited(one)


def version_of(row: Any) -> str:
    """By which it is known whether anything that is public with a row was changed, added or taken away meanwhile."""
    written = [(one._meta.label, one.pk, one.updated_at.isoformat()) for one in (row, *seen_with(row))]
    tied = [(one.name, sorted(_tied(row, one))) for one in row._meta.local_many_to_many]
    return sha256(repr((sorted(written, key=repr), tied)).encode()).hexdigest()


def _cited(row: Model) -> list[Model]:
    return list(row.citations.all()) if hasattr(row, "citations") else []


def _tied(row: Model, link: Any) -> list[str]:
    """What a link ties to a row, with the place in a source where the link says one."""
    if hasattr(link.remote_field.through, "locator"):
        return [f"{one.source_id} {one.locator}" for one in row.cited.all()]  # type: ignore[attr-defined]
    return [str(other.pk) for other in getattr(row, link.name).all()]
