"""The plan of the house, held by machine: what no contract of import-linter can say."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field, ForeignObject, ManyToManyField

ROOT = Path(__file__).parent.parent
FLOORS = ["privacy", "prisoners", "supporters", "actions", "campaign"]
# Beside the floors: the door to the commands.
MODULES_AT_THE_ROOT = {"manage.py"}


def _sources() -> Iterator[Path]:
    for floor in FLOORS:
        yield from sorted((ROOT / floor).rglob("*.py"))


def _relations() -> Iterator[tuple[str, str, Field]]:
    """Each relation as floor of the owner, floor of the target, and the field."""
    for model in apps.get_models():
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if isinstance(field, ForeignObject | ManyToManyField) and field.related_model:
                yield model._meta.app_label, field.related_model._meta.app_label, field


def _says_what_it_is_for(path: Path) -> bool:
    return bool(ast.get_docstring(ast.parse(path.read_text())))


def test_relations_point_down_or_stay_on_their_floor() -> None:
    upward = [
        f"{field.model.__name__}.{field.name} points from {owner} up to {target}"
        for owner, target, field in _relations()
        if owner in FLOORS and target in FLOORS and FLOORS.index(target) > FLOORS.index(owner)
    ]
    assert upward == []


def test_wiring_and_locks_hold_no_models() -> None:
    owners = {model._meta.app_label for model in apps.get_models()}
    assert owners & {"campaign", "privacy"} == set()


def test_every_module_lives_on_a_floor() -> None:
    at_the_root = {path.name for path in ROOT.glob("*.py")}
    assert at_the_root == MODULES_AT_THE_ROOT


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in _sources()
        if "migrations" not in path.parts and path.read_text().strip() and not _says_what_it_is_for(path)
    ]
    assert silent == []


def test_environment_is_read_behind_one_door() -> None:
    readers = {str(path.relative_to(ROOT)) for path in _sources() if "os.environ" in path.read_text()}
    # wsgi and celery only name the settings module, as Django's own templates do.
    assert readers == {"campaign/environment.py", "campaign/wsgi.py", "campaign/celery.py"}


def test_queries_are_counted_by_one_helper() -> None:
    """What counts on its own counts what another test of the process has left in memory, or has not."""
    tests = (path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))
    counting = ("CaptureQueriesContext", "django_assert_num_queries", "django_assert_max_num_queries")
    counters = {path.name for path in tests if any(word in path.read_text() for word in counting)}
    assert counters == {"queries.py"}


def test_decisions_are_numbered_one_after_the_other() -> None:
    """Two that were written at the same time take the same number, and then nobody knows which one is meant."""
    found = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in found]
    assert numbers == list(range(1, len(found) + 1))
    assert [path.read_text().partition(".")[0] for path in found] == [f"# {number}" for number in numbers]


@pytest.mark.xdist_group("together")
def test_tests_of_a_group_stay_together(request: pytest.FixtureRequest) -> None:
    """What is made once for a group (a data folder, the world behind the pages) is made once."""
    assert "PYTEST_XDIST_WORKER" not in os.environ or request.node.nodeid.endswith("@together")


def test_long_migrations_build_the_models_few_times() -> None:
    slow = [
        str(path.relative_to(ROOT))
        for path in sorted(ROOT.glob("*/migrations/0*.py"))
        if len(_operations(path)) > 4 and "at_once(" not in path.read_text()
    ]
    assert slow == [], "end them with `operations = at_once(operations)` (prisoners/at_once.py)"


def _operations(path: Path) -> list[ast.expr]:
    """What a migration lists as its operations."""
    lists = [
        node.value.elts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == "operations"
        and isinstance(node.value, ast.List)
    ]
    return lists[0] if lists else []
