"""All that becomes public with chosen rows, for a second person who looks at each before it is published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.utils.translation import gettext

from prisoners.casing import with_capital
from prisoners.field_words import Part, in_words, names_for, values_of
from prisoners.hanging import accessor, hung_on
from prisoners.history import SILENT
from prisoners.publication import STATE_FIELDS

#: Where a row stands on its way to the public, and the key of a file: none of it is shown to readers.
UNSAID = SILENT | {*STATE_FIELDS, "import_key", "verified_on", "words"}


@dataclass(frozen=True)
class WholeRow:
    """A row with what it says, field by field, what hangs on it, and the sources on which it rests."""

    row: Any
    facts: list[tuple[str, str]]
    sources: list[str]


def looked_at(rows: Iterable[Any]) -> list[WholeRow]:
    """The rows with all that becomes public with them; a constant number of queries, whatever their number."""
    rows = list(rows)
    for kind in {type(row) for row in rows}:
        prefetch_related_objects([row for row in rows if type(row) is kind], *_beside(kind))
    values = [values_of(type(row), row, UNSAID) for row in rows]
    hung = [list(_hung(row)) for row in rows]
    names = names_for([*values, *(said for some in hung for _one, said in some)])
    return [
        WholeRow(row, [*_facts(said, names), *_tied(row), *(_fact_of(*one, names) for one in some)], _sources(row))
        for row, said, some in zip(rows, values, hung, strict=True)
    ]


def _beside(kind: type[Model]) -> list[str]:
    """What is told of a row from other tables."""
    hung = [name for one in hung_on(kind) for name in (accessor(one), *_cited(one.related_model, f"{accessor(one)}__"))]
    own = ["cited__source"] if hasattr(kind, "cited") else []
    return ["submitted_by", *_cited(kind), *own, *hung, *(one.name for one in kind._meta.local_many_to_many)]


def _cited(kind: Any, before: str = "") -> list[str]:
    return [f"{before}citations__source"] if hasattr(kind, "citations") else []


def _hung(row: Model) -> Iterator[tuple[Model, Any]]:
    """The rows that are as public as this one, each with what it says beside that it is of this one."""
    for relation in hung_on(type(row)):
        for one in getattr(row, accessor(relation)).all():
            yield one, values_of(type(one), one, UNSAID | {relation.field.name})


def _fact_of(row: Model, values: Any, names: Any) -> tuple[str, str]:
    """Such a row in lines, with its sources last."""
    sources = [(gettext("Sources"), ", ".join(_sources(row)))] if hasattr(row, "citations") else []
    none = gettext("none")
    lines = (f"{label}: {words or none}" for label, words in [*_facts(values, names), *sources])
    return with_capital(str(row._meta.verbose_name)), "\n".join(lines)


def _facts(values: Any, names: Any) -> list[tuple[str, str]]:
    """What is filled; a nought or a no that nobody entered says nothing."""
    filled = ((part, value) for part, value in values.items() if part.field.editable and not _is_unsaid(part, value))
    said = ((part, in_words(part, value, names)) for part, value in filled)
    return [(with_capital(part.label), words) for part, words in said if words]


def _is_unsaid(part: Part, value: Any) -> bool:
    return not value and part.field.has_default() and value == part.field.get_default()


def _tied(row: Any) -> list[tuple[str, str]]:
    """The rows to which it is tied by plain links, such as for whom an action is; sources stand by themselves."""
    links = [one for one in row._meta.local_many_to_many if one.name != "sources"]
    said = ((one.verbose_name, ", ".join(str(other) for other in getattr(row, one.name).all())) for one in links)
    return [(with_capital(label), words) for label, words in said if words]


def _sources(row: Any) -> list[str]:
    """A fact cites its sources, a campaign and what belongs to it are tied to them."""
    citations = getattr(row, "citations", None)
    if citations is not None:
        return [str(one) for one in citations.all()]
    sources = getattr(row, "cited", None) or getattr(row, "sources", None)
    return [] if sources is None else [str(one) for one in sources.all()]
