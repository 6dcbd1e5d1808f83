"""Where the socket of an engine lies when its own folder has too long a name: a unix socket's path holds 108 bytes."""

import tempfile
from hashlib import sha256
from pathlib import Path

from campaign.embedded.wheels import EngineFailed

#: Beyond this the name of the folder for what passes would leave no room for ours.
LONGEST_PARENT = 50
EVERYWHERE = Path("/tmp")  # noqa: S108 - what is made there is closed, and looked at before it is used


def short_parent() -> Path:
    """The folder for what passes, as long as its name leaves room for more."""
    told = Path(tempfile.gettempdir())
    return told if len(str(told).encode()) <= LONGEST_PARENT else EVERYWHERE


def short_folder(folder: Path) -> Path:
    """A folder with a short name derived from `folder`, closed to others."""
    short = short_parent() / f"uf-{sha256(str(folder).encode()).hexdigest()[:16]}"
    short.mkdir(mode=0o700, exist_ok=True)
    return short


def see_whose(short: Path, folder: Path) -> None:
    """Raises EngineFailed where the short folder belongs to another account than the long one."""
    if short.stat().st_uid != folder.stat().st_uid:
        raise EngineFailed(f"{short} belongs to another account; give a shorter DATA_DIR.")
