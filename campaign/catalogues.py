"""Message catalogues (.po, which people edit) compiled to what the running site reads (.mo), without GNU gettext."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def stale_catalogues(folders: Iterable[Path]) -> list[Path]:
    """The .po files below locale folders whose .mo is missing or older than they are."""
    return [path for folder in folders for path in sorted(folder.glob("*/LC_MESSAGES/*.po")) if _is_stale(path)]


def compile_catalogues(folders: Iterable[Path]) -> list[Path]:
    """Bring every .mo below locale folders up to date; the .po files that were compiled.

    Several processes may do so at once: a reader finds the old file or the new one, never half of one.
    Fuzzy messages (guesses that nobody has looked at) are left out.
    """
    stale = stale_catalogues(folders)
    for path in stale:
        _compile(path)
    return stale


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


def _compile(path: Path) -> None:
    with path.open("rb") as source:
        catalogue = read_po(source)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as target:
        write_mo(target, catalogue)
    written = Path(name)
    written.chmod(0o644)
    written.replace(path.with_suffix(".mo"))
