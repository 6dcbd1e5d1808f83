"""How well people are found by names in other spellings, and how fast: a hundred thousand people, none of whom exists.

Every question is asked of a person whom the record has in one spelling only, which is harder than the record is. An
answer counts as right too when it has the very name that was asked for, as namesakes have. Times are those of the
processor, database and all, on one core.
"""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from campaign import loaded
from campaign.bench import planted
from campaign.bench.figures import Figure
from campaign.bench.names.people import invented
from campaign.bench.names.spellings import record, variants
from campaign.bench.worked import on_one_core, seconds_worked
from prisoners.models import PersonName, Prisoner
from prisoners.search import ranked

PEOPLE, ASKED, SEED = 100_000, 400, 2011
BATCH = 2000


@dataclass(frozen=True)
class Answer:
    """One question and what came of it."""

    way: str
    query: str
    who: str
    found: list[str]
    seconds: float


def measure() -> Iterator[Figure]:
    """Recall among the first three, precision of the first, and the time of a search, by way of writing."""
    random = Random(SEED)  # noqa: S311 - the same questions each time
    people = invented(PEOPLE, SEED)
    names = [record(person, random) for person in people]
    yield Figure("writing", _plant(names), "names a second")
    asked = [
        (way, query, names[at])
        for at in random.sample(range(PEOPLE), ASKED)
        for way, query in variants(people[at], names[at], random).items()
    ]
    random.shuffle(asked)
    on_one_core()
    loaded.keep()  # as a process does that serves the site
    answers = [_asked(*one) for one in asked]
    yield from figures(answers)


def figures(answers: list[Answer]) -> Iterator[Figure]:
    """What the answers amount to."""
    yield Figure("questions", len(answers), "questions")
    yield Figure("recall", _recall(answers), "of the right person among three", reach=0.97)
    yield Figure("precision", _precision(answers), "of the first answers", reach=0.95)
    times = sorted(one.seconds * 1000 for one in answers)
    yield Figure("search, p50", times[len(times) // 2], "ms", reach=25, is_less_better=True)
    yield Figure("search, p99", times[len(times) * 99 // 100], "ms", reach=60, is_less_better=True)
    yield Figure("search, longest", times[-1], "ms")
    ways: dict[str, list[Answer]] = defaultdict(list)
    for one in answers:
        ways[one.way].append(one)
    for way, those in sorted(ways.items()):
        yield Figure(f"recall: {way}", _recall(those), f"of {len(those)}")


def _recall(answers: list[Answer]) -> float:
    return sum(one.who in one.found[:3] for one in answers) / len(answers)


def _precision(answers: list[Answer]) -> float:
    answered = [one for one in answers if one.found]
    return sum(one.found[0] in (one.who, one.query) for one in answered) / len(answered)


def _plant(names: list[str]) -> float:
    began = time.perf_counter()
    for start in range(0, len(names), BATCH):
        rows = [
            Prisoner(
                slug=f"bench-{start + number}",
                name=name,
                country="KZ",
                consent_ground=planted.GROUND,
                state=planted.PUBLIC,
            )
            for number, name in enumerate(names[start : start + BATCH])
        ]
        Prisoner.internal.bulk_create(rows)
        PersonName.internal.bulk_create(PersonName(prisoner=one, text=one.name, folded="") for one in rows)
    spent = time.perf_counter() - began
    planted.settle()
    return len(names) / spent


def _asked(way: str, query: str, who: str) -> Answer:
    began = seconds_worked()
    found = ranked(query, Prisoner.public.all())[:3]
    spent = seconds_worked() - began
    names = Prisoner.internal.in_bulk(found)
    return Answer(way, query, who, [names[pk].name for pk in found], spent)
