"""The two ways out: who has given an address gets a mail, who has not is told in a browser."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from supporters import letters, pushes
from supporters.claims import Owed
from supporters.letters import Forms, Letter, Unwritten
from supporters.pushes import is_pushed
from supporters.truth import Group


def written(groups: Sequence[Group], forms: Forms) -> Iterator[Letter | Unwritten]:
    """What is handed over about true rows, each person in their own way."""
    yield from letters.written(list(_only(groups, is_push=False)), forms)
    yield from pushes.written(list(_only(groups, is_push=True)))


def _only(groups: Iterable[Group], *, is_push: bool) -> Iterator[Group]:
    for group in groups:
        rows: list[Owed] = [row for row in group.rows if is_pushed(row) == is_push]
        if rows:
            yield group if len(rows) == len(group.rows) else replace(group, rows=rows)
