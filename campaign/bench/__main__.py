"""`make bench` (`python -m campaign.bench [PART…]`): measures the parts, all of them when none is named.

Prints one JSON line a figure. Ends with 1 when a figure does not reach what it should, or could not be taken.
"""

import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from campaign import environment
from campaign.bench.parts import PARTS
from campaign.embedded.children import Children
from campaign.embedded.engines import started
from campaign.embedded.folder import prepared

MANAGE = Path(__file__).parent.parent.parent / "manage.py"
#: A machine of its own is measured, not what a deployment has configured.
OURS = ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "SECRET_KEY", "FIELD_KEYS", "SITE_ORIGIN", "ALLOWED_HOSTS")


def main(words: list[str]) -> int:
    """Measure; the exit code says whether everything was reached."""
    parser = ArgumentParser(prog="python -m campaign.bench")
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="which; all of them when none is named")
    environment.drop(OURS)
    wanted = parser.parse_args(words).part or list(PARTS)
    codes = [_measure(part) for part in wanted]
    return max(codes)


def _measure(part: str) -> int:
    with _engines() as values:
        given = {**environment.current(), **values, "DJANGO_SETTINGS_MODULE": "campaign.settings"}
        subprocess.run([sys.executable, str(MANAGE), "migrate", "-v0"], check=True, env=given)  # noqa: S603
        argv = [sys.executable, "-m", "campaign.bench.one", part]
        return subprocess.run(argv, check=False, env=given).returncode  # noqa: S603


@contextmanager
def _engines() -> Iterator[dict[str, str]]:
    """Engines on a folder that is gone afterwards; they write to disk as those of a deployment do."""
    with (
        TemporaryDirectory(prefix="uf-bench-", ignore_cleanup_errors=True) as name,
        Children() as children,
    ):
        yield started(children, prepared(Path(name).resolve()), "http://127.0.0.1:8000")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
