"""The migrated schema as a template for every test database: real migrations, run once for all workers."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from campaign.embedded.postgres import DATABASE

ROOT = Path(__file__).parent.parent


def ensure_template(folder: Path) -> str:
    """Migrate the scratch engine's own database once, whichever worker comes first; returns its name."""
    with (folder / "schema.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / "schema.done"
        if not done.exists():
            subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], check=True, cwd=ROOT)
            done.touch()
    return DATABASE


@contextmanager
def migrating() -> Iterator[None]:
    """Begin to migrate the engine that the environment names, beside whatever else is done; ended with the block."""
    beside = subprocess.Popen([sys.executable, "-m", "tests.schema"], cwd=ROOT, start_new_session=True)
    try:
        yield
    finally:
        # With what it has started: a run without a database may end before the schema is there.
        with suppress(ProcessLookupError):
            os.killpg(beside.pid, signal.SIGKILL)
        beside.wait()


if __name__ == "__main__":
    ensure_template(Path(os.environ["DATA_DIR"]))
