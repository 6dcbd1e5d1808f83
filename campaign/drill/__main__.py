"""`make drill`: kill the worker, Redis and PostgreSQL in the middle of sending 300 reminders, and count.

Prints one JSON line a fault: how many were owed, came, were lost, came twice, and after how many seconds all
were there. Ends with 1 when one was lost, or when more came twice than were in flight.
"""

import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from campaign.drill.copy import Copy, running, wait_for

PEOPLE = 300
#: name: the word in the command line of what is killed.
FAULTS = {"none": "", "worker": " worker --concurrency", "redis": "redis-server", "postgres": "postgres"}
IN_THE_MIDDLE = 40
#: Whoever claims the three hundred opens two connections (`supporters.carriers`), each with one mail in flight.
IN_FLIGHT = 2
PATIENCE_SECONDS = 240.0


@dataclass(frozen=True)
class Account:
    """What came of one drill."""

    fault: str
    killed: int
    owed: int
    came: int
    lost: int
    twice: int
    seconds: float

    @property
    def is_good(self) -> bool:
        """The fault was made, nothing is lost, and no more came twice than were in flight."""
        is_made = self.killed > 0 or not FAULTS[self.fault]
        return is_made and self.lost == 0 and self.twice <= IN_FLIGHT


def drill(copy: Copy, fault: str) -> Account:
    """Make one fault while the reminders of a new hearing are being sent, and wait until all have come."""
    before = copy.mails()
    began = time.monotonic()
    copy.manage("plant_drill", str(PEOPLE), fault)
    wait_for(lambda: len(copy.mails()) >= len(before) + IN_THE_MIDDLE, PATIENCE_SECONDS)
    killed = copy.kill(FAULTS[fault]) if FAULTS[fault] else 0
    wait_for(lambda: len(copy.mails()) >= len(before) + PEOPLE, PATIENCE_SECONDS)
    came = copy.mails() - before
    seconds = round(time.monotonic() - began, 1)
    twice = sum(count - 1 for count in came.values())
    return Account(fault, killed, PEOPLE, len(came), max(0, PEOPLE - len(came)), twice, seconds)


def main() -> int:
    """Run every drill on one copy; the exit code says whether all ended well."""
    with TemporaryDirectory(prefix="until-free-drill-") as name:
        Path(name).chmod(0o711)
        with running(Path(name)) as copy:
            accounts = [drill(copy, fault) for fault in FAULTS]
    for account in accounts:
        sys.stdout.write(json.dumps(asdict(account)) + "\n")
    return 0 if all(account.is_good for account in accounts) else 1


if __name__ == "__main__":
    sys.exit(main())
