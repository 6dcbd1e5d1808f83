"""One part in its own process: `python -m campaign.bench.one PART`, on the engines that the environment names."""

import sys

import django
from django.utils.module_loading import import_string

from campaign.bench.figures import CannotMeasure
from campaign.bench.parts import PARTS


def main(part: str) -> int:
    """Print the figures as they come; 1 when something is missing or not reached."""
    django.setup()
    is_reached = True
    try:
        for figure in import_string(PARTS[part])():
            sys.stdout.write(figure.line(part) + "\n")
            sys.stdout.flush()
            is_reached = is_reached and figure.is_reached is not False
    except CannotMeasure as reason:
        sys.stderr.write(f"{part}: {reason}\n")
        return 1
    return 0 if is_reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
