"""When a process that died by itself starts again: soon at first, later and later while it keeps dying."""

import time
from dataclasses import dataclass, field

from campaign.embedded.children import Program

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
# After so long without a death the next one counts as the first.
STEADY_SECONDS = 60.0


@dataclass
class Restarts:
    """What waits to start again, and how long each name paused last."""

    waiting: list[tuple[float, Program]] = field(default_factory=list)
    pauses: dict[str, tuple[float, float]] = field(default_factory=dict)

    def after_death_of(self, program: Program) -> float:
        """Note a death; returns the pause in seconds until the program is due."""
        now = time.monotonic()
        died_at, last = self.pauses.get(program.name, (-STEADY_SECONDS, 0.0))
        is_first = now - died_at > STEADY_SECONDS
        pause = FIRST_PAUSE_SECONDS if is_first else min(last * 2, LONGEST_PAUSE_SECONDS)
        self.pauses[program.name] = (now, pause)
        self.waiting.append((now + pause, program))
        return pause

    def due(self) -> list[Program]:
        """The programs whose pause is over; each is named once."""
        now = time.monotonic()
        due = [program for at, program in self.waiting if at <= now]
        self.waiting = [(at, program) for at, program in self.waiting if at > now]
        return due
