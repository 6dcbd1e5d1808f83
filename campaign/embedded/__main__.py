"""`run` brings everything up; `scratch -- WORDS` runs a command on engines that are gone afterwards."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from campaign import environment
from campaign.embedded.engines import scratch
from campaign.embedded.folder import FolderInUse, FolderUnusable
from campaign.embedded.supervisor import CannotRun, Supervisor, port_of
from campaign.embedded.wheels import EngineFailed


def main(words: list[str]) -> int:
    """The exit code for one call."""
    try:
        return _run(_parsed(words)) if words[:1] == ["run"] else _scratch(words[2:])
    except (CannotRun, FolderInUse, FolderUnusable, EngineFailed) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1


def _parsed(words: list[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m campaign.embedded")
    parser.add_argument("command", choices=["run"])
    parser.add_argument("--port", default="8000")
    parser.add_argument("--data-dir", type=Path, default=environment.data_dir())
    parser.add_argument("--with-parent", action="store_true", help="end when the calling process does")
    return parser.parse_args(words)


def _run(given: Namespace) -> int:
    parent = os.getppid() if given.with_parent else None
    folder = given.data_dir.resolve()
    environment.override({"DATA_DIR": str(folder)})
    Supervisor(folder, port_of(given.port), parent).run()
    return 0


def _scratch(words: list[str]) -> int:
    with scratch() as values:
        environment.override(values)
        return subprocess.run(words, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
