"""Batches of migration operations do what the single ones do."""

from django.db import migrations, models
from django.db.migrations.state import ProjectState

from prisoners.at_once import Batch, at_once


def model(name: str) -> migrations.CreateModel:
    """An operation that makes a model."""
    return migrations.CreateModel(name, [("id", models.BigAutoField(primary_key=True))])


def field(of: str, name: str) -> migrations.AddField:
    """An operation that gives it a field."""
    return migrations.AddField(of, name, models.IntegerField(default=0))


def test_neighbours_of_a_kind_are_one_batch_in_their_order() -> None:
    nothing = migrations.RunPython(migrations.RunPython.noop)
    operations = [model("A"), model("B"), field("A", "x"), nothing, field("B", "y"), field("B", "z")]
    batches = at_once(operations)
    flat = [one.operations if isinstance(one, Batch) else [one] for one in batches]
    assert flat == [operations[:2], operations[2:3], operations[3:4], operations[4:]]


def test_operations_that_no_rule_knows_are_left_alone() -> None:
    operations = [migrations.RunSQL("SELECT 1"), migrations.RunSQL("SELECT 2")]
    assert at_once(operations) == operations


def test_a_batch_leaves_the_same_models_as_its_operations() -> None:
    operations = [model("A"), model("B"), field("A", "x"), field("B", "y")]
    single, batched = ProjectState(), ProjectState()
    for one in operations:
        one.state_forwards("prisoners", single)
    for one in at_once(operations):
        one.state_forwards("prisoners", batched)
    assert batched == single
    assert {one.__name__ for one in batched.apps.get_models()} == {"A", "B"}
