#!/usr/bin/env python
"""The door to every command."""

import os
import sys

from django.core.management import execute_from_command_line

from campaign.embedded.engines import at_hand


def main() -> None:
    """Run one command, on the engines of the data folder where no deployment is configured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campaign.settings")
    with at_hand():
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
