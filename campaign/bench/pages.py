"""Server time and statements of lists, filters, searches, pages and exports: 100,000 prisoners, 1,100,000 facts.

A request runs through all of the site but the web server, on one core. Each is looked at again while nothing changes,
and once more after something was written, when nothing that was counted before may be used. Held against its limit is
the time that the processor worked, for database and site, which other work on the machine does not lengthen; the time
by the clock stands beside it. A limit grows as the machine gets slower (`campaign.bench.pace`). BENCH_PRISONERS makes
the record smaller.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from campaign import loaded
from campaign.bench import asked, record
from campaign.bench.figures import CannotMeasure, Figure
from campaign.bench.pace import Pace
from campaign.bench.worked import on_one_core, seconds_worked
from campaign.environment import env
from prisoners.choices import StaffRole
from prisoners.models import Detention, Hearing, Prisoner
from prisoners.services.staff import create_staff

ROUNDS, WRITINGS, HTTP_OK = 5, 3, 200
#: Milliseconds for a page at the pace of the reference, also when it is asked for the first time after a writing.
LIMIT = 100.0
#: For numbers of very many people, for which nothing is kept before somebody asks; for what nearly everybody fits in
#: several ways, or what says very much of very many; and for what comes near to a limit.
COUNTING, MANY, NEAR = 500.0, 250.0, 125.0
LIMITS = {
    "statistics: sentenced": COUNTING,
    "statistics: words": COUNTING,
    "statistics: words of everybody": COUNTING,
    "statistics: everybody of a country": COUNTING,
    **{f"statistics: {form}": COUNTING for form in asked.FORMS},
    "list: any arrest": NEAR,
    "list: any arrest, sentence and release": MANY,
    "list: officials of everybody": MANY,
    "list: words of everybody, longest": MANY,
    "list: words of everybody of a country": MANY,
    "list: words of a campaign": MANY,
    "search: words of everybody": NEAR,
    "list: official": NEAR,
    "list: official by address": NEAR,
    "list: words of everybody": NEAR,
    "list: words of everybody, page 4000": NEAR,
    "desk: one prisoner": NEAR,
    "export json: words": NEAR,
    "hearings: country": NEAR,
    "hearings: kind": NEAR,
    "hearings: kind of a country": NEAR,
    "hearings: since long": NEAR,
    "hearings: page 1000": NEAR,
    "calendar: campaign": MANY,
    "days: another": MANY,
    "api: prisoners: words of everybody": MANY,
}
#: So many parts of an export are read, rows or packets of a packed file: with more of them it only takes longer.
PARTS_READ = {"csv": 10_000, "json": 10_000, "xlsx": 25}
#: The parts with which its first rows have come; what it says of itself stands before them. A workbook is a package,
#: of which nobody reads a row before the last one has come: that it begins is what counts.
FIRST_PARTS = {"csv": 20, "json": 2, "xlsx": 1}
#: Megabytes that the memory may grow by while a file is read.
GROWN = 30
ALL_PARTS = 10_000
PAGE_SIZE = 4096


@dataclass(frozen=True)
class Answer:
    """How long an answer took, how much of it the processor worked (database and all), and how many statements."""

    seconds: float
    worked: float
    statements: int


def measure() -> Iterator[Figure]:
    """Each page as the median of five, the first not counted."""
    began = time.perf_counter()
    facts = record.plant(env.int("BENCH_PRISONERS", 100_000))
    yield Figure("prisoners", Prisoner.public.count(), "people")
    yield Figure("facts", facts, "rows")
    yield Figure("planting", time.perf_counter() - began, "s")
    yield Figure("slowness", Pace().slowness, "times the reference, before the first page")
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("collectstatic", interactive=False, verbosity=0)
    on_one_core()
    known, visitor = asked.rows(), Client()
    loaded.keep()  # as a process does that serves the site
    for name, address in asked.first_pages(known).items():
        yield from _page(visitor, name, address, known, LIMITS.get(name, LIMIT))
    for name, address in asked.statistics(known).items():
        yield from _page(visitor, name, address, known, LIMITS.get(name, LIMIT))
    researcher = _researcher()
    for name, address in asked.desk_pages(known).items():
        yield from _page(researcher, name, address, known, LIMITS.get(name, LIMIT))
    for name, address in asked.deep_pages().items():
        yield from _page(visitor, name, address, known, LIMITS.get(name, LIMIT))
    for name, (form, address) in asked.exports().items():
        yield from _begun(visitor, name, address, form, known)
    for form in PARTS_READ:
        yield from _export(visitor, form)


def _researcher() -> Client:
    """Somebody of the staff, who has logged in."""
    roles = [StaffRole.RESEARCHER, StaffRole.PUBLISHER]
    client = Client()
    client.force_login(create_staff("bench@staff.example", roles, "a long password for measuring", handle="bench"))
    return client


def _page(client: Client, name: str, address: str, known: asked.Rows, limit: float = LIMIT) -> Iterator[Figure]:
    """How long a page takes while nothing changes, how many statements, and how long after a fact was written."""
    pace = Pace()
    again = [_answered(client, address) for _round in range(ROUNDS + 1)][1:]
    pace.look()
    yield _time(name, again, limit, pace)
    yield Figure(f"{name}: statements", again[-1].statements, "statements")
    anew = []
    for number in range(WRITINGS):
        _write(known, number)
        anew.append(_answered(client, address))
    pace.look()
    yield _time(f"{name}: after a writing", anew, limit, pace)


def _time(name: str, answers: list[Answer], limit: float, pace: Pace) -> Figure:
    spent, worked = (median(getattr(one, what) for one in answers) * 1000 for what in ("seconds", "worked"))
    here = limit * pace.slowness
    against = f"{worked / here:.2f} of {here:.0f} ms, which are {limit:.0f} at the pace of the reference"
    return Figure(name, worked, "ms", f"{against}; {spent:.0f} ms by the clock", reach=here, is_less_better=True)


def _write(known: asked.Rows, number: int) -> None:
    """Facts of three kinds, so that no number is true any more: where somebody is from and held, and who judges."""
    country, place = (
        (record.COUNTRIES[0], known.prison),
        (record.COUNTRIES[1], known.town),
        (record.COUNTRIES[2], None),
    )[number % WRITINGS]
    Prisoner.internal.filter(pk=known.one.pk).update(summary=f"Measured {number} times.", country=country)
    Detention.internal.filter(prisoner=known.one).update(place=place)
    Hearing.internal.filter(pk=known.hearing.pk).update(judge=f"Judge {number}")


def _answered(client: Client, address: str, parts: int = ALL_PARTS) -> Answer:
    """What it takes to answer; of a file, until so many parts have left."""
    statements = 0

    def counted(execute: Any, *given: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(*given)

    began, worked = time.perf_counter(), seconds_worked()
    with connection.execute_wrapper(counted):
        response: Any = client.get(address)
        if response.streaming:
            _read(iter(response.streaming_content), parts)
            response.close()
    spent, worked = time.perf_counter() - began, seconds_worked() - worked
    if response.status_code != HTTP_OK:
        raise CannotMeasure(f"{address}: {response.status_code}")
    return Answer(spent, worked, statements)


def _begun(client: Client, name: str, address: str, form: str, known: asked.Rows) -> Iterator[Figure]:
    """How long it takes until a file begins to leave and until its first rows have, after facts were written."""
    # Of numbers nothing is told before all are counted: how long that takes is measured as a page.
    parts = 1 if "statistics" in name else FIRST_PARTS[form]
    pace = Pace()
    first: list[Answer] = []
    rows: list[Answer] = []
    for number in range(WRITINGS + 1):
        for count, answers in ((1, first), (parts, rows)):
            _write(known, number + count)
            answers.append(_answered(client, address, count))
    pace.look()
    yield _time(f"{name}: begins, after a writing", first[1:], LIMIT, pace)
    if parts > 1:
        yield _time(f"{name}: first rows, after a writing", rows[1:], LIMITS.get(name, LIMIT), pace)


def _export(client: Client, form: str) -> Iterator[Figure]:
    """How fast a file goes on, and what the memory grew by between a fifth of it and all."""
    response: Any = client.get(f"{asked.LIST}export.{form}")
    parts = iter(response.streaming_content)
    _read(parts, FIRST_PARTS[form])
    began = time.perf_counter()
    read = _read(parts, PARTS_READ[form] // 5)
    before = _megabytes()
    read += _read(parts, PARTS_READ[form] * 4 // 5)
    yield Figure(f"export {form}: speed", read / 1000 / (time.perf_counter() - began), "kB a second")
    yield Figure(f"export {form}: memory", _megabytes() - before, "MB grown", reach=GROWN, is_less_better=True)
    response.close()


def _read(parts: Iterator[bytes], count: int) -> int:
    """The octets of so many parts, or of as many as there are."""
    return sum(len(part) for part in islice(parts, count))


def _megabytes() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_SIZE / 2**20
