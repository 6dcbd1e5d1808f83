"""Where photos lie: sealed until somebody has looked, then as bare pictures under random names.

Nothing here knows a file name that somebody chose, and the folder of what waits is below no address.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import token_hex
from uuid import UUID

from django.conf import settings

from privacy.keys import seal, unseal

PURPOSE = "photo"
FOLDER = "photos"


def keep(photo: UUID, picture: bytes) -> None:
    """Seal a picture that waits; bound to its row, so that none can be put in another's place."""
    _write(_waiting(photo), seal(PURPOSE, picture, photo.bytes))


def waiting(photo: UUID) -> bytes:
    """A picture that waits. Raises FileNotFoundError when it was looked at already, or CannotOpen."""
    return unseal(PURPOSE, _waiting(photo).read_bytes(), photo.bytes)


def forget(photo: UUID) -> None:
    """Delete a picture that waited."""
    _waiting(photo).unlink(missing_ok=True)


def publish(name: str, data: bytes) -> None:
    """Put a bare picture where the public can read it, once its row is published."""
    _write(_shown(name), data)


def shown(name: str) -> Path:
    """Where a published picture lies."""
    return _shown(name)


def unpublish(token: str) -> None:
    """Delete every size of a published picture."""
    if token:
        for path in _folder(settings.MEDIA_ROOT).glob(f"{token}-*"):
            path.unlink(missing_ok=True)


def strays(photos: Iterable[UUID], tokens: Iterable[str]) -> Iterator[Path]:
    """Files that no row speaks of: what a process that was killed left behind."""
    known, names = {str(photo) for photo in photos}, set(tokens)
    yield from (path for path in _files(settings.PRIVATE_DIR) if path.name not in known)
    yield from (path for path in _files(settings.MEDIA_ROOT) if path.name.split("-")[0] not in names)


def _files(root: Path) -> list[Path]:
    folder = _folder(root)
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.exists() else []


def _folder(root: Path) -> Path:
    return Path(root) / FOLDER


def _waiting(photo: UUID) -> Path:
    return _folder(settings.PRIVATE_DIR) / str(photo)


def _shown(name: str) -> Path:
    return _folder(settings.MEDIA_ROOT) / name


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: a disk that fills up leaves no half picture under a good name, nor do two at once."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{token_hex(4)}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
