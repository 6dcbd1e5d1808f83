"""A spreadsheet as long as is read, as CSV and as XLSX: what it takes to look at it, to write it and to take it back.

BENCH_ROWS makes it smaller. Seconds are those of the processor in this process, and of the clock on the wall with the
database's share; memory is the most that the process ever held.
"""

import csv
import io
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone
from openpyxl import Workbook

from campaign.bench.figures import Figure
from campaign.bench.names.people import invented
from campaign.environment import env
from prisoners.importing.outlines import NEW, Options, Outline
from prisoners.importing.proposals import outline
from prisoners.importing.rows import read_rows
from prisoners.importing.sheets import MOST_ROWS, open_file
from prisoners.models import Batch, Prisoner
from prisoners.services import imports
from prisoners.services.import_taking_back import take_back
from prisoners.services.spans import settle_all

Result = TypeVar("Result")
SEED = 1986
HEADINGS = ("Name", "Born", "Country", "Arrested on", "Sentence", "Articles", "Notes")
OPTIONS = Options(country="KZ", zone="Asia/Almaty", likely=NEW)


def measure() -> Iterator[Figure]:
    """Both kinds of file, each looked at, written and taken back."""
    rows = list(_rows(env.int("BENCH_ROWS", MOST_ROWS - 1)))
    yield Figure("rows", len(rows), "rows")
    for name, data in (("people.csv", _csv(rows)), ("people.xlsx", _workbook(rows))):
        yield from _measured(imports.File(name, data))


def _measured(file: imports.File) -> Iterator[Figure]:
    kind = file.name.rpartition(".")[2].upper()
    yield Figure(f"{kind}: file", len(file.data) / 1e6, "MB")
    found, *spent = _timed(lambda: _look(file))
    yield from _figures(f"{kind}: look", *spent)
    batch, *spent = _timed(lambda: _write(found, file))
    yield from _figures(f"{kind}: write", *spent)
    yield Figure(f"{kind}: people", Prisoner.internal.count(), "people")
    settle_all()
    _nothing, *spent = _timed(lambda: take_back(batch, None))
    yield from _figures(f"{kind}: take back", *spent)
    yield Figure(f"{kind}: people left", Prisoner.internal.count(), "people", reach=0, is_less_better=True)
    yield Figure(f"{kind}: most memory so far", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB")


def _look(file: imports.File) -> Outline:
    return outline(read_rows(open_file(file.name, file.data), {}, timezone.now().date()), OPTIONS)


def _write(found: Outline, file: imports.File) -> Batch:
    with transaction.atomic():
        imports.lock()
        return imports.write(found, file, None)


def _timed(do: Callable[[], Result]) -> tuple[Result, float, float]:
    """What it gives, the seconds of the processor and those on the wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = do()
    return found, time.process_time() - cpu, time.perf_counter() - wall


def _figures(name: str, cpu: float, wall: float) -> Iterator[Figure]:
    yield Figure(f"{name}, processor", cpu, "s")
    yield Figure(f"{name}, on the wall", wall, "s")


def _rows(count: int) -> Iterator[tuple[Any, ...]]:
    day = date(2010, 1, 1)
    for number, person in enumerate(invented(count, SEED)):
        name = " ".join(word.text for word in person.words())
        born, arrested = date(1950 + number % 55, 1 + number % 12, 1 + number % 28), day + timedelta(days=number % 5000)
        sentence, articles = f"{1 + number % 20} years", f"{170 + number % 30} CC"
        yield (
            name,
            born.isoformat(),
            "KZ",
            arrested.isoformat(),
            sentence,
            articles,
            f"Sheet of a committee, no. {number}",
        )


def _csv(rows: list[tuple[Any, ...]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([HEADINGS, *rows])
    return text.getvalue().encode()


def _workbook(rows: list[tuple[Any, ...]]) -> bytes:
    book, data = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("People")
    for row in (HEADINGS, *rows):
        sheet.append(row)
    book.save(data)
    return data.getvalue()
