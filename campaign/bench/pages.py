"""Server time and statements of lists, filters, searches, pages and exports: 100,000 prisoners, 1,100,000 facts.

A request runs through all of the site but the web server. BENCH_PRISONERS makes the record smaller.
"""

import os
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

from campaign.bench import record
from campaign.bench.figures import CannotMeasure, Figure
from campaign.environment import env
from prisoners.models import Organisation, Place, Prisoner

ROUNDS, LIMIT_MS, HTTP_OK = 5, 100.0, 200
LIST, API = "/en/prisoners/", "/api/v1/prisoners/"
#: So many rows of an export are read: with more of them it only takes longer.
EXPORTED = 10_000
PAGE_SIZE = 4096


@dataclass(frozen=True)
class Answer:
    """How long an answer took, how much of it the processor worked (database and all), and how many statements."""

    seconds: float
    worked: float
    statements: int


def measure() -> Iterator[Figure]:
    """Each page as the median of five, the first not counted."""
    count = env.int("BENCH_PRISONERS", 100_000)
    began = time.perf_counter()
    facts = record.plant(count)
    yield Figure("prisoners", Prisoner.public.count(), "people")
    yield Figure("facts", facts, "rows")
    yield Figure("planting", time.perf_counter() - began, "s")
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("collectstatic", interactive=False, verbosity=0)
    client = Client()
    for name, address in addresses().items():
        yield from _page(client, name, address)
    for form in ("csv", "json"):
        yield from _export(client, form)


def addresses() -> dict[str, str]:
    """What is asked, by a name for people."""
    one = Prisoner.public.order_by("pk")[record.PATTERNS // 2]
    town = Place.objects.filter(kind="locality").order_by("pk")[0].pk
    prison = Place.objects.filter(kind="prison").order_by("pk")[0].pk
    union = Organisation.objects.order_by("pk")[0].slug
    asked = {
        "status": "serving",
        "country": "KZ",
        "held": "true",
        "place": town,
        "facility": prison,
        "organisation": union,
        "article": "110",
        "arrested": "2019",
        "sentenced": "2019-04/2020",
        "released": "2024",
        "hearing_within": 30,
        "as_of": "2019-12-16&held=true",
        "sort": "longest",
    }
    filters = {f"list: {name}": f"{LIST}?{name}={value}" for name, value in asked.items()}
    return {
        "home": "/en/",
        "list": LIST,
        "list: page 1000": f"{LIST}?page=1000",
        "list: newest": f"{LIST}?sort=newest",
        "list: last changed": f"{LIST}?sort=changed",
        **filters,
        "list: all of them": f"{LIST}?country=KZ&held=true&arrested=2019/2024&organisation={union}",
        "search": f"{LIST}?q={one.name}",
        "search: one word": f"{LIST}?q={one.name.split()[-1]}",
        "prisoner": f"{LIST}{one.slug}/",
        "prisoner: as of": f"{LIST}{one.slug}/?as_of=2019-12-16",
        "hearings": "/en/hearings/",
        "held": "/en/held/",
        "days": "/en/days/",
        "suppression": "/en/suppression/",
        "statistics": "/en/statistics/",
        "api: prisoners": API,
        "api: filtered": f"{API}?country=KZ&held=true",
        "api: prisoner": f"{API}{one.slug}/",
        "api: hearings": "/api/v1/hearings/?upcoming=true",
        "api: cases": "/api/v1/cases/",
        "api: statistics": "/api/v1/statistics/?country=KZ&held=true",
    }


def _page(client: Client, name: str, address: str) -> Iterator[Figure]:
    answers = [_answered(client, address) for _round in range(ROUNDS + 1)][1:]
    spent, worked = (
        median(times) * 1000 for times in zip(*((one.seconds, one.worked) for one in answers), strict=True)
    )
    against = f"{spent / LIMIT_MS:.2f} of {LIMIT_MS:.0f} ms; {worked:.0f} ms of the processor"
    yield Figure(name, spent, "ms", against, reach=LIMIT_MS, is_less_better=True)
    yield Figure(f"{name}: statements", answers[-1].statements, "statements")


def _answered(client: Client, address: str) -> Answer:
    statements = 0

    def counted(execute: Any, *given: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(*given)

    began, worked = time.perf_counter(), _processor()
    with connection.execute_wrapper(counted):
        response = client.get(address)
    spent, worked = time.perf_counter() - began, _processor() - worked
    if response.status_code != HTTP_OK:
        raise CannotMeasure(f"{address}: {response.status_code}")
    return Answer(spent, worked, statements)


def _processor() -> float:
    """Seconds that this process and its server process of the database have worked so far."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        words = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def _export(client: Client, form: str) -> Iterator[Figure]:
    """Until the first octet, rows a second after it, and what the memory grew by between two thousand rows and all."""
    began = time.perf_counter()
    response = client.get(f"{LIST}export.{form}")
    parts = iter(response.streaming_content)  # type: ignore[attr-defined]
    next(parts)
    yield Figure(
        f"export {form}: first octet", (time.perf_counter() - began) * 1000, "ms", reach=1000, is_less_better=True
    )
    began = time.perf_counter()
    read = len(list(islice(parts, 2000)))
    before = _megabytes()
    read += sum(1 for _part in islice(parts, EXPORTED - read))
    yield Figure(f"export {form}: rows", read / (time.perf_counter() - began), "rows a second")
    yield Figure(f"export {form}: memory", _megabytes() - before, "MB grown", reach=20, is_less_better=True)


def _megabytes() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_SIZE / 2**20
