"""What stands in the way of publishing chosen rows, said beside each before anybody presses, and where to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.urls import NoReverseMatch, reverse

from prisoners import publication
from prisoners.models import Staff
from prisoners.naming import title_of
from prisoners.publication import Obstacle
from prisoners.refusals import Sentence
from prisoners.whole_rows import WholeRow, looked_at

#: Where on the page of a row a reason is mended; others have no box of their own.
BOXES: dict[Sentence, str] = {
    publication.WITHOUT_SOURCE: "#citations-group",
    publication.NO_SOURCE_SHOWN: "#citations-group",
    publication.ACCUSED_WITHOUT_SOURCE: "#citations-group",
    publication.WITHOUT_GROUND: "#id_consent_ground",
}


@dataclass(frozen=True)
class Hint:
    """One sentence, and the address at the desk where it is mended, "" where no page does."""

    said: Sentence
    url: str


@dataclass(frozen=True)
class Foreseen:
    """A row that somebody would publish: what it says, why that is refused, and what would hide it all the same."""

    whole: WholeRow
    title: str
    refused: list[Hint]
    hidden: list[Hint]


def foreseen(rows: Iterable[Any], by: Staff, rules: ModuleType) -> list[Foreseen]:
    """The rows with all that becomes public with them, and what `rules` (a floor's publication) says against it.

    A constant number of queries, whatever the number of rows.
    """
    rows = list(rows)
    for kind in {type(row) for row in rows}:
        prefetch_related_objects([row for row in rows if type(row) is kind], *publication.foreseen_with(kind))
    wholes = looked_at(rows)
    known = rules.known_of(rows)
    return [_foreseen(whole, rules.obstacles(whole.row, by, known)) for whole in wholes]


def _foreseen(whole: WholeRow, obstacles: list[Obstacle]) -> Foreseen:
    refused, hidden = (
        [Hint(one.said, _page(one.at) + BOXES.get(one.said, "")) for one in obstacles if one.is_refusal is is_refusal]
        for is_refusal in (True, False)
    )
    return Foreseen(whole, title_of(whole.row), refused, hidden)


def _page(row: Model | None) -> str:
    if row is None:
        return ""
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
