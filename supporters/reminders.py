"""What the clock asks at each tick: who should have heard of what by now?

Planners ask about the present and owe what is missing. A tick that was missed heals by the next one, a repeated
one does nothing. Each floor registers its planners when it starts.
"""

from collections.abc import Callable
from datetime import datetime

from supporters.topics import register_topics

Planner = Callable[[datetime], int]

_PLANNERS: dict[str, Planner] = {}
_LAST: dict[str, Planner] = {}

__all__ = ["register_last_planner", "register_planner", "register_topics", "run_planners"]


def register_planner(name: str, plan: Planner) -> None:
    """Have the clock ask this question at every tick: `plan(now)` owes what is due and returns how much is new."""
    _PLANNERS[name] = plan


def register_last_planner(name: str, plan: Planner) -> None:
    """The same for a question about what the others have owed in this round."""
    _LAST[name] = plan


def run_planners(now: datetime) -> int:
    """Ask every question as of the instant `now`; returns how many notifications are new."""
    return sum(plan(now) for plan in (*_PLANNERS.values(), *_LAST.values()))
