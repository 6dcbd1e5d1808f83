"""The migrated schema as a template for every test database: real migrations, run once for all workers."""

import fcntl
import subprocess
import sys
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
