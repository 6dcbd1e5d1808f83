"""Whether a data folder is ready as it lies there, so that a second start need not look at everything again."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from campaign.catalogues import stale_catalogues

ROOT = Path(__file__).parent.parent.parent
STAMP = "prepared.stamp"
LOCALES = (ROOT / "locale", ROOT / "locale-django")


def is_prepared(folder: Path) -> bool:
    """Whether nothing that `manage.py prepare` works from has changed since it last did."""
    stamp = folder / STAMP
    return stamp.exists() and stamp.read_text() == _state(folder) and not stale_catalogues(LOCALES)


def mark_prepared(folder: Path) -> None:
    """Note the state that was just prepared."""
    (folder / STAMP).write_text(_state(folder))


def _state(folder: Path) -> str:
    """The hash of migrations, static files, example and locked libraries, and of which cluster it is."""
    # The number that initdb gave to the cluster: the folder may be moved or copied.
    whole = sha256((folder / "postgres" / "global" / "pg_control").read_bytes()[:8])
    for path in _ingredients():
        whole.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def _ingredients() -> Iterator[Path]:
    yield ROOT / "requirements" / "run.txt"
    yield ROOT / "campaign" / "management" / "commands" / "prepare.py"
    yield from sorted(ROOT.glob("*/migrations/*.py"))
    for folder in (ROOT / "static", ROOT / "campaign" / "example"):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
