"""The migrated schema as a template for every test database: real migrations, run once for each change of them."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

from campaign.embedded.postgres import DATABASE, OWNER, program

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "var" / "test-schema"


def ensure_template(folder: Path) -> str:
    """Migrate the scratch engine's own database once, whichever worker comes first; returns its name."""
    with _locked(folder / "schema.lock"):
        done = folder / "schema.done"
        if not done.exists():
            _restore_or_migrate()
            done.touch()
    return DATABASE


def _restore_or_migrate() -> None:
    kept = KEPT / f"{_state()}.sql"
    if kept.exists():
        _server("psql", "--quiet", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f", str(kept))
        return
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], check=True, cwd=ROOT)
    KEPT.mkdir(parents=True, exist_ok=True)
    for stale in KEPT.glob("*.sql"):
        stale.unlink(missing_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    _server("pg_dump", "--no-owner", "-f", str(unfinished))
    unfinished.rename(kept)


def _state() -> str:
    """The hash of all that decides the schema: our migrations and the libraries."""
    parts = [ROOT / "requirements" / "run.txt", *sorted(ROOT.glob("*/migrations/*.py"))]
    return sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:32]


def _server(name: str, *words: str) -> None:
    """Run one of the server's own tools on the scratch database."""
    host = unquote(urlsplit(os.environ["DATABASE_URL"]).netloc.rpartition("@")[2])
    whole = [str(program(name)), "-h", host, "-U", OWNER, "-d", DATABASE, *words]
    subprocess.run(whole, check=True, env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"})


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
