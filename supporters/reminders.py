"""What the clock asks at each tick: who should have heard of what by now?

Planners ask about the present and owe what is missing. A tick that was missed heals by the next one, a repeated
one does nothing. Each floor registers its planners when it starts.

Most of the time nothing is near, and most of what a question costs is to plan it. So a planner may name the rows
without which it can owe nothing (`only_if`), and those that say that it was asked already (`unless`); all of these are
looked for first, by one statement that the database has planned before.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from traceback import extract_tb
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.core.exceptions import EmptyResultSet
from django.db import OperationalError, transaction
from django.db.models import QuerySet

from supporters import asked, ground, prepared
from supporters.asking import one_question
from supporters.topics import register_topics

log = logging.getLogger(__name__)

Planner = Callable[[datetime], int]
#: Of an instant: rows without any of which, or with any of which, a planner owes nothing then, whoever follows what.
#: Few columns, no joins, and the same statement each time, but for instants and days.
Hint = Callable[[datetime], Iterable[QuerySet[Any]]]


class PlannersFailed(RuntimeError):
    """Some questions could not be asked in this round; the others were. Its words are their names."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))


@dataclass(frozen=True, eq=False)
class Question:
    """A planner, and the rows without which, and with which, it need not be asked; None where there are no such."""

    plan: Planner
    only_if: Hint | None = None
    unless: Hint | None = None


_PLANNERS: dict[str, Question] = {}
_LAST: dict[str, Question] = {}

__all__ = ["PlannersFailed", "register_last_planner", "register_planner", "register_topics", "run_planners"]


def register_planner(name: str, plan: Planner, only_if: Hint | None = None, unless: Hint | None = None) -> None:
    """Have the clock ask this question at every tick: `plan(now)` owes what is due and returns how much is new."""
    _PLANNERS[name] = Question(plan, only_if, unless)


def register_last_planner(name: str, plan: Planner, only_if: Hint | None = None, unless: Hint | None = None) -> None:
    """The same for a question about what the others have owed in this round."""
    _LAST[name] = Question(plan, only_if, unless)


def run_planners(now: datetime) -> int:
    """Ask every question as of the instant `now`; returns how many notifications are new.

    Each is asked in a transaction of its own, or in several where very many are owed a word: one that fails is undone
    and logged, and the others are asked all the same. Raises PlannersFailed with their names when all were asked; at
    once when the database or the time is up.
    """
    new, failed = 0, []
    with ground.one_round():
        for name, one in _in_turn(now):
            try:
                new += sum(_in_parts(one.plan, now))
            except (OperationalError, SoftTimeLimitExceeded):
                raise
            except Exception as error:  # noqa: BLE001 - whatever is wrong with this question, the others must go on
                log.error("The planner %s failed: %s", name, _where(error))
                failed.append(name)
    if failed:
        raise PlannersFailed(failed)
    return new


def _in_turn(now: datetime) -> Iterator[tuple[str, Question]]:
    """What is worth asking, with its name; of the last ones that is looked up anew once others have owed something."""
    names = {question: name for name, question in (_PLANNERS | _LAST).items()}
    worth = worth_asking(list(names), now)
    first = [one for one in worth if names[one] in _PLANNERS]
    for one in first:
        yield names[one], one
    for one in worth_asking(list(_LAST.values()), now) if first else worth:
        yield names[one], one


def _in_parts(plan: Planner, now: datetime) -> Iterator[int]:
    """Ask a question until all are owed what it owes them; gives how many are new in each part.

    What is committed leaves while the next part is written. Each part asks the record anew, so that whoever was killed
    in between, and begins with the first again, goes on where it stood. What a part owes while the ground moves is
    taken back, and asked again.
    """
    most, is_cut = asked.FIRST_PART, True
    while is_cut:
        try:
            new, is_cut = _part(plan, now, most)
        except ground.Moved:
            ground.follow(now)
            continue
        yield new
        most *= asked.GROWTH


def _part(plan: Planner, now: datetime, most: int) -> tuple[int, bool]:
    """How many are new in one part of a question, and whether more are left."""
    with transaction.atomic(), one_question(), asked.remembered(now, most) as part:
        new = plan(now) + asked.again()
        if new:
            ground.hold()
    return new, part.is_cut


def _where(error: Exception) -> str:
    """The kind of an error and its place in the code; its words may hold a row, and so a person."""
    frame = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {PurePath(frame.filename).name}, line {frame.lineno}"


def worth_asking(questions: list[Question], now: datetime) -> list[Question]:
    """Those that may owe something at `now`, in their order."""
    texts = {hint: _texts(hint, now) for one in questions for hint in (one.only_if, one.unless) if hint is not None}
    wanted = list(dict.fromkeys(text for each in texts.values() for text in each))
    there = {text for text, is_there in zip(wanted, _exist(wanted), strict=True) if is_there}

    def finds(hint: Hint) -> bool:
        return any(text in there for text in texts[hint])

    return [
        one
        for one in questions
        if (one.only_if is None or finds(one.only_if)) and not (one.unless is not None and finds(one.unless))
    ]


Text = tuple[str, tuple[Any, ...]]


def _texts(hint: Hint, now: datetime) -> list[Text]:
    """The statements of a hint; two planners that need the same rows have the same ones."""
    found = []
    for rows in hint(now):
        try:
            text, values = rows.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            continue
        found.append((text, tuple(values)))
    return found


def _exist(texts: list[Text]) -> tuple[bool, ...]:
    """Of each statement, whether it finds a row."""
    if not texts:
        return ()
    looks = ", ".join(f"EXISTS ({text})" for text, _values in texts)
    return prepared.row_of(f"SELECT {looks}", [value for _text, values in texts for value in values])
