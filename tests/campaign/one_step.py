"""`make upgrades`: what a new site makes in one step is what an old one has made migration by migration (decision 16).

Not one of the tests, as the old line takes half a minute of processor time and changes only when a step is made anew.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import execute_from_command_line
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from campaign.embedded.postgres import DATABASE, OWNER, program

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parent.parent.parent
#: What all databases of the tests are copied from; nobody writes in it.
NEW_SITE = DATABASE
#: Ids of these follow the order in which models were made; their rows are compared by name.
NUMBERED = ("django_migrations", "django_content_type", "auth_permission")


@pytest.fixture(scope="module")
def old_site(django_db_setup: None) -> Iterator[str]:
    """The name of a database that was migrated by the old line."""
    host, name = connection.settings_dict["HOST"], "by_the_line"
    _run("createdb", name)
    url = f"postgres://{OWNER}@/{name}?host={host}"
    argv = [sys.executable, "-m", "tests.campaign.one_step"]
    subprocess.run(argv, check=True, cwd=ROOT, env={**os.environ, "DATABASE_URL": url})
    yield name
    _run("dropdb", name)


def test_tables_functions_and_rules_are_the_same(old_site: str) -> None:
    assert len(_statements(old_site)) > 4000
    assert _statements(old_site) == _statements(NEW_SITE)


def test_rows_are_the_same(old_site: str) -> None:
    assert _rows(old_site) == _rows(NEW_SITE)


def test_the_same_may_be_done(old_site: str) -> None:
    asked = "SELECT codename, name FROM auth_permission ORDER BY 1, 2"
    argv = ("--no-align", "--tuples-only", "--command", asked, "-d")
    assert "change_prisoner" in _run("psql", *argv, old_site)
    assert _run("psql", *argv, old_site) == _run("psql", *argv, NEW_SITE)


def _statements(name: str) -> list[str]:
    """What makes the schema, in an order of its own: tables have the columns of later migrations at their end."""
    parts = re.split(r"\n\n+", _dump("--schema-only", name))
    return sorted("\n".join(sorted(re.split(r",?\n", one))) if one.startswith("CREATE TABLE") else one for one in parts)


def _rows(name: str) -> list[str]:
    left_out = [f"--exclude-table={table}*" for table in NUMBERED]
    return sorted(_dump("--data-only", "--inserts", *left_out, name).splitlines())


def _dump(*words: str) -> str:
    said = _run("pg_dump", "--no-owner", *words)
    # A word of its own for each dump, against what a script could be made to say to the shell.
    return re.sub(r"^\\(un)?restrict .*$", "", said, flags=re.MULTILINE)


def _run(name: str, *words: str) -> str:
    argv = [str(program(name)), "-h", connection.settings_dict["HOST"], "-U", OWNER, *words]
    return subprocess.run(argv, check=True, capture_output=True, text=True, env=os.environ).stdout


def _migrate_by_the_line() -> None:
    """As a site did before there was a step: those that stand for others are not there."""
    load = MigrationLoader.load_disk

    def load_line(loader: MigrationLoader) -> None:
        load(loader)
        steps = [key for key, one in loader.disk_migrations.items() if one.replaces]
        for key in steps:
            del loader.disk_migrations[key]

    MigrationLoader.load_disk = load_line
    execute_from_command_line(["manage.py", "migrate", "-v0"])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campaign.settings")
    _migrate_by_the_line()
