"""Message catalogues (.po, which people edit) compiled to what the running site reads (.mo), without GNU gettext."""

import os
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings

#: A language besides the source in which nothing is missing.
COMPLETE = "ru"


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


@cache
def share_translated(language: str) -> int:
    """How much of the interface is said in a language, in whole percent; the source language is complete.

    Measured against the catalogue that a test holds complete, so that what a file does not list yet counts as missing.
    """
    messages = _messages(language)
    if not messages:
        return 100 if language == settings.LANGUAGE_CODE else 0
    said = sum(not message.fuzzy and _is_said(message.string) for message in messages)
    return min(100, 100 * said // max(len(messages), len(_messages(COMPLETE))))


def _messages(language: str) -> list[Message]:
    path = settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return []
    with path.open("rb") as source:
        return [message for message in read_po(source) if message.id]


def _is_said(words: str | Iterable[str] | None) -> bool:
    return bool(words) and all(words or ())
