#!/usr/bin/env python
"""The door to every command."""

import os
import sys

from django.core.management import execute_from_command_line
from environs import EnvNotSetError

from campaign import environment
from campaign.embedded.engines import at_hand


def main() -> None:
    """Run one command, on the engines of the data folder where no deployment is configured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campaign.settings")
    try:
        with at_hand():
            execute_from_command_line(sys.argv)
    except EnvNotSetError as missing:
        sys.exit(
            f"{missing}. There are no engines in {environment.data_dir()} either: "
            "start `make run` once, name its DATA_DIR, or set what docs/deploy.md lists."
        )


if __name__ == "__main__":
    main()
