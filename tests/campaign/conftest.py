"""Folders for engines: pytest closes its own to other accounts, and as root PostgreSQL runs under one."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def engine_dir() -> Iterator[Path]:
    """A folder that another account may pass through, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="uf-", ignore_cleanup_errors=True) as name:
        yield Path(name).resolve()
