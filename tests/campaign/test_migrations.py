"""A site that is anywhere on its way through the first migrations goes on from there; a new one takes few steps."""

from importlib import import_module
from itertools import groupby

import pytest
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from prisoners.models import Prisoner, SpanDue
from prisoners.services.spans import settle_all
from tests.factories import PrisonerFactory, SanctionFactory

pytestmark = pytest.mark.django_db
#: Each has one migration that stands for a line of others.
OURS = ("prisoners", "supporters", "actions")
Key = tuple[str, str]


def by_app(keys: list[Key]) -> dict[str, list[str]]:
    """Names in their order; between apps the order is free."""
    return {
        app: [name for _app, name in one] for app, one in groupby(sorted(keys, key=lambda key: key[0]), lambda k: k[0])
    }


def still_to_run(monkeypatch: pytest.MonkeyPatch, applied: list[Key]) -> list[Key]:
    """What `migrate` does on a site that has run these; raises what Django raises where it cannot go on."""
    known = {(app, name): MigrationRecorder.Migration(app=app, name=name) for app, name in applied}
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda _recorder: known)
    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    return [(one.app_label, one.name) for one, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def test_a_site_on_its_way_runs_the_rest_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    old = MigrationLoader(None, replace_migrations=False)
    line = [key for key in sorted(old.graph.nodes) if key[0] in OURS and not old.disk_migrations[key].replaces]
    assert len(line) > 75
    for last in line:
        applied = old.graph.forwards_plan(last)
        rest, begun = by_app(still_to_run(monkeypatch, applied)), by_app(applied)
        for app in OURS:
            if app in begun:
                assert [*begun[app], *rest.get(app, [])] == by_app(line)[app], last


def test_a_new_site_takes_one_step_for_each_line(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, on_disk = still_to_run(monkeypatch, []), MigrationLoader(None).disk_migrations
    assert [key[0] for key in plan if on_disk[key].replaces] == list(OURS)
    assert not {key for one in on_disk.values() for key in one.replaces} & set(plan)


def test_a_step_ends_where_its_line_ends() -> None:
    """As Django sees models; `make upgrades` asks the database."""
    line = MigrationLoader(None, replace_migrations=False)
    for key in [key for key, one in line.disk_migrations.items() if one.replaces]:
        line.graph.remove_replacement_node(key, line.disk_migrations[key].replaces)
    ends, at_once = line.project_state(), MigrationLoader(None).project_state()
    assert not MigrationAutodetector(ends, at_once)._detect_changes()
    assert len(triggers(ends)) > 150
    assert triggers(ends) == triggers(at_once)


def triggers(state: ProjectState) -> set[tuple[str, ...]]:
    """By model, name and what they do."""
    return {
        (*key, one.name, one.hash) for key, model in state.models.items() for one in model.options.get("triggers", [])
    }


def test_the_tests_stand_on_what_a_new_site_has(monkeypatch: pytest.MonkeyPatch) -> None:
    applied = list(MigrationRecorder(connection).applied_migrations())
    assert still_to_run(monkeypatch, applied) == []


def test_an_upgrade_withdraws_whom_readers_saw_without_a_ground() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE prisoners_prisoner DROP CONSTRAINT prisoner_shown_has_a_ground")
        shown, grounded = PrisonerFactory(consent_ground=""), PrisonerFactory()
        cursor.execute(import_module("prisoners.migrations.0041_whom_readers_see_has_a_ground").WITHDRAW)
    shown.refresh_from_db()
    assert (shown.state, bool(shown.withdrawn_at), "ground" in shown.withdrawal_reason) == ("withdrawn", True, True)
    assert list(Prisoner.public.all()) == [grounded]


def test_an_upgrade_derives_again_whom_a_revoked_release_may_concern() -> None:
    early, arrest = SanctionFactory(ended_by="early_release"), SanctionFactory(kind="administrative_arrest")
    SanctionFactory(ended_by="served")
    settle_all()
    with connection.cursor() as cursor:
        migration = import_module("prisoners.migrations.0044_releases_that_were_revoked_are_counted")
        cursor.execute(migration.MARK_WHOM_IT_CONCERNS)
    assert {*SpanDue.objects.values_list("prisoner_pk", flat=True)} == {early.prisoner_id, arrest.prisoner_id}
