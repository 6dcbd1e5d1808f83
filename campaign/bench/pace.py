"""How slow the machine is while it is measured, by a piece of work of database and site that never changes.

Limits in milliseconds were set on one machine. Another one, or the same while its host has others to serve, takes
longer for everything: what is measured is held against its limit as often as this work takes longer, too.
"""

import json
from html import escape
from statistics import mean

from django.db import connection

from campaign.bench.worked import seconds_worked

#: Beyond that a machine is no measure any more.
SLOWEST = 3.0
#: Seconds of the processor that it took where the limits were set.
REFERENCE = 0.0100
ROWS, WORDS = 20_000, 10_000

_SORTED = "SELECT count(*) FROM (SELECT md5(one::text) FROM generate_series(1, %s) one ORDER BY 1 OFFSET 1) sorted"


class Pace:
    """How much longer than the reference a piece of work takes: as the mean of all looks at it."""

    def __init__(self) -> None:
        self._looks: list[float] = []
        self.look()

    def look(self) -> None:
        """Do the work once more."""
        began = seconds_worked()
        _work()
        self._looks.append(seconds_worked() - began)

    @property
    def slowness(self) -> float:
        """As a multiple of the reference, 1 at the least: on a faster machine limits stay what they are."""
        return min(SLOWEST, max(1.0, mean(self._looks) / REFERENCE))


def _work() -> None:
    """Half of it in the database, half in Python."""
    with connection.cursor() as cursor:
        cursor.execute(_SORTED, [ROWS])
    # Strings alone: among many lists and dicts the collector of garbage would look for circles now and then.
    words = sorted(escape(f"{number % 97} <word> {number}") for number in range(WORDS))
    json.loads(json.dumps(" & ".join(words)))
