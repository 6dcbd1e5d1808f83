"""Folders for engines: pytest closes its own to other accounts, and as root PostgreSQL runs under one; a young site."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone


@pytest.fixture
def engine_dir() -> Iterator[Path]:
    """A folder that another account may pass through, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="uf-", ignore_cleanup_errors=True) as name:
        yield Path(name).resolve()


@pytest.fixture
def installed_just_now(db: None) -> None:
    """However long the tests have run: what has never ended well counts as late from the day of the installation."""
    MigrationRecorder.Migration.objects.update(applied=timezone.now())
