"""Which dispatches may be read and may leave: none that speaks of somebody who has gone from the public record."""

from collections.abc import Iterable

from actions.models import Dispatch
from supporters.topics import titles_of

#: Audiences that name a person or what happened to one; a country or a group names nobody.
NAMING = ("prisoner", "case", "campaign")


def shown(rows: Iterable[Dispatch]) -> list[Dispatch]:
    """Those whose audience is public still, with the same number of queries however many there are."""
    listed = list(rows)
    titles = titles_of({row.audience for row in listed if _names(row.audience)})
    return [row for row in listed if row.audience in titles or not _names(row.audience)]


def is_shown(row: Dispatch) -> bool:
    """The same of one."""
    return bool(shown([row]))


def _names(audience: str) -> bool:
    return audience.partition(":")[0] in NAMING
