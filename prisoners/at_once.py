"""Migration operations in batches: Django builds every model anew after each single one, which takes minutes."""

from collections.abc import Iterable
from itertools import groupby

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import AddConstraint, AddField, AddIndex, AlterField, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

# Which operations may stand in one batch: forwards or backwards, none of a kind needs what another one makes.
KINDS: dict[type[Operation], str] = {
    CreateModel: "models",
    AddField: "fields",
    AlterField: "altered fields",
    RemoveTrigger: "rules that end",
    AddConstraint: "rules",
    AddIndex: "rules",
    AddTrigger: "rules",
}


class Batch(Operation):
    """Operations that share one look at the models before and one after."""

    def __init__(self, operations: list[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.clear_delayed_apps_cache()
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)


def at_once(operations: Iterable[Operation]) -> list[Operation]:
    """The same operations in the same order, neighbours of a kind as one batch."""
    runs = [list(run) for _, run in groupby(operations, key=lambda one: KINDS.get(type(one), id(one)))]
    return [Batch(run) if type(run[0]) in KINDS and len(run) > 1 else run[0] for run in runs]
