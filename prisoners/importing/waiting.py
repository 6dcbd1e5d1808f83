"""Spreadsheets that were handed over and wait to be looked at: sealed, each for one colleague, for a day.

The database holds nothing of a file before it is confirmed. What was chosen for a long one, and what a worker found in
it, lie sealed beside it as long as it does.
"""

import json
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
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
    _write(_path(number), name.encode() + SEPARATOR + data, _context(number, by))
    return number


def keep_beside(number: UUID, by: Staff, what: str, said: Any) -> None:
    """Seal something about a file beside it: of kinds that JSON has, under a name of one word."""
    _write(_beside(number, what), json.dumps(said, cls=DjangoJSONEncoder).encode(), _context(number, by, what))


def read_beside(number: UUID, by: Staff, what: str) -> Any:
    """What was sealed beside a file under that name. Raises FileRefused when it is gone, or was another colleague's."""
    return json.loads(_opened(_beside(number, what), _context(number, by, what)))


def read(number: UUID, by: Staff) -> tuple[str, bytes]:
    """The name and the bytes of a file. Raises FileRefused when it is gone, or was another colleague's."""
    name, _separator, data = _opened(_path(number), _context(number, by)).partition(SEPARATOR)
    return name.decode(), data


def forget_file(number: UUID) -> None:
    """Delete a file that waited, and leave what was found in it."""
    _path(number).unlink(missing_ok=True)


def forget(number: UUID) -> None:
    """Delete a file that waited, and all that lies beside it."""
    for path in _path(number).parent.glob(f"{number}*"):
        path.unlink(missing_ok=True)


def purge(now: datetime, dry_run: bool = False) -> dict[str, int]:
    """Delete files that waited for more than a day; with `dry_run` only count them. `now` is aware."""
    folder = _path(UUID(int=0)).parent
    old = [path for path in folder.glob("*") if _written_at(path) < (now - KEPT_FOR).timestamp()]
    files = [path for path in old if not path.suffix]
    for path in [] if dry_run else [*old, *(other for one in files for other in folder.glob(f"{one.name}.*"))]:
        path.unlink(missing_ok=True)
    return {"spreadsheets_that_wait": len(files)}


def _written_at(path: Path) -> float:
    """In seconds, as the system tells; of what went away meanwhile it is now."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time.time()


def _write(path: Path, plain: bytes, context: bytes) -> None:
    """Whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(seal(PURPOSE, plain, context))
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _opened(path: Path, context: bytes) -> bytes:
    try:
        return unseal(PURPOSE, path.read_bytes(), context)
    except (FileNotFoundError, CannotOpen) as error:
        raise FileRefused(GONE) from error


def _path(number: UUID) -> Path:
    return Path(settings.PRIVATE_DIR) / FOLDER / str(number)


def _beside(number: UUID, what: str) -> Path:
    return _path(number).with_name(f"{number}.{what}")


def _context(number: UUID, by: Staff, what: str = "") -> bytes:
    return number.bytes + by.pk.bytes + what.encode()
