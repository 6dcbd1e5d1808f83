"""The history of plain links: who put a person to an event or a statement, and took them from it."""

from prisoners.models.base import link_with_history
from prisoners.models.events import Event, Statement


@link_with_history
class EventPrisoner(Event.prisoners.through):  # type: ignore[name-defined]
    """That an event concerned a prisoner."""

    class Meta:
        proxy = True


@link_with_history
class StatementPrisoner(Statement.prisoners.through):  # type: ignore[name-defined]
    """That a statement is about a prisoner."""

    class Meta:
        proxy = True
