"""Spreadsheets that were handed over and wait to be looked at: sealed, each for one colleague, for a day.

The database holds nothing of a file before it is confirmed.
"""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from prisoners.importing.refusals import FileRefused
from prisoners.models import Staff
from privacy.keys import CannotOpen, seal, unseal

PURPOSE = "import"
FOLDER = "imports"
KEPT_FOR = timedelta(days=1)
SEPARATOR = b"\0"

GONE = _(
    "The file is not kept any more: files wait for a day, each for whoever handed it over. Please choose it again."
)


def keep(name: str, data: bytes, by: Staff) -> UUID:
    """Seal a file for one colleague; the number by which that colleague finds it."""
    number = uuid4()
    path = _path(number)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(seal(PURPOSE, name.encode() + SEPARATOR + data, _context(number, by)))
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return number


def read(number: UUID, by: Staff) -> tuple[str, bytes]:
    """The name and the bytes of a file. Raises FileRefused when it is gone, or was another colleague's."""
    try:
        plain = unseal(PURPOSE, _path(number).read_bytes(), _context(number, by))
    except (FileNotFoundError, CannotOpen) as error:
        raise FileRefused(GONE) from error
    name, _separator, data = plain.partition(SEPARATOR)
    return name.decode(), data


def forget(number: UUID) -> None:
    """Delete a file that waited."""
    _path(number).unlink(missing_ok=True)


def purge(now: datetime, dry_run: bool = False) -> dict[str, int]:
    """Delete files that waited for more than a day; with `dry_run` only count them. `now` is aware."""
    folder = _path(UUID(int=0)).parent
    old = [path for path in folder.glob("*") if path.stat().st_mtime < (now - KEPT_FOR).timestamp()]
    for path in [] if dry_run else old:
        path.unlink(missing_ok=True)
    return {"spreadsheets_that_wait": len(old)}


def _path(number: UUID) -> Path:
    return Path(settings.PRIVATE_DIR) / FOLDER / str(number)


def _context(number: UUID, by: Staff) -> bytes:
    return number.bytes + by.pk.bytes
