"""`python -m campaign.embedded scratch -- WORDS` runs a command on engines that are gone afterwards."""

import subprocess
import sys

from campaign import environment
from campaign.embedded.engines import scratch


def main(words: list[str]) -> int:
    """The exit code for one call."""
    with scratch() as values:
        environment.override(values)
        return subprocess.run(words[2:], check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
