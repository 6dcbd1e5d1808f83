"""What django-post-office does with the same work: `python -m campaign.bench.peer HOW COUNT OCTETS`.

`celery`: as its documentation has it where mails are many. Rows are made by `send_many`, whose signal rings its task
`send_queued_mail`, and a Celery worker sends them while the next ones are made. `one`: the same, where each row is made
by a `send` of its own, as its documentation has it first. `alone`: without Celery and a broker, all are made and then
sent by the function that the task calls. Runs under `campaign.bench.peer_settings`.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import django
import psycopg2
from django.conf import settings
from django.core.management import call_command

from campaign.bench.peer_celery import app
from campaign.environment import current, env

REMEDY = "needs django-post-office: pip install --require-hashes -r requirements/bench.txt"
TEXT = "Dear {{ name }},\n\nThere is a court date.\n\n{{ padding }}\n\nTo get no more alerts:\n\n{{ link }}\n"
HTML = (
    "<p>Dear {{ name }},</p><p>There is a court date.</p><p>{{ padding }}</p><p><a href='{{ link }}'>{{ link }}</a></p>"
)
#: A line of what makes a mail as long as ours: it stands in the text and in the HTML part.
LINE = "of words " * 8 + "\n"
#: Octets of a mail without it.
WITHOUT_LINES = 1200
#: Mails of one `send_many` where a worker sends meanwhile: the first of them are on their way the sooner.
FED_AT_ONCE = 500
WORKERS = 2
#: Where its worker ended just before the last mails were there, its timetable would ring again; we do so for it.
RING_AGAIN_SECONDS = 1.0
LONGEST_SECONDS = 120.0


def main(how: str, count: int, octets: int) -> int:
    """Print messages a second and CPU (µs) a message, of so many octets each, as JSON."""
    if find_spec("post_office") is None:
        sys.stderr.write(f"{REMEDY}\n")
        return 1
    _create(settings.DATABASES["default"]["NAME"])
    django.setup()
    call_command("migrate", verbosity=0)
    padding = LINE * ((octets - WITHOUT_LINES) // 2 // len(LINE))
    seconds, cpu = _alone(count, padding) if how == "alone" else _by_celery(count, padding, FEEDS[how])
    sys.stdout.write(json.dumps({"messages_a_second": count / seconds, "cpu_a_message": cpu / count * 1e6}))
    return 0


def _alone(count: int, padding: str) -> tuple[float, float]:
    """By the clock and of CPU, to make the rows and to send them, one after the other."""
    mail = import_module("post_office.mail")

    def work() -> None:
        mail.send_many(_mails(range(count), padding))
        mail.send_queued_mail_until_done(processes=1)

    seconds, cpu = _measured(work)
    models = import_module("post_office.models")
    sent = models.Email.objects.filter(status=models.STATUS.sent).count()
    if sent != count:
        raise RuntimeError(f"{sent} of {count} were sent")
    return seconds, cpu


def _by_celery(count: int, padding: str, feed: Callable[[int, str], None]) -> tuple[float, float]:
    """The same with a worker beside the one who makes the rows; its start is not counted."""
    tasks = import_module("post_office.tasks")

    def work() -> None:
        feed(count, padding)
        _wait_until_sent(count, tasks.send_queued_mail.delay)

    with _worker() as worker:
        return _measured(work, _family(worker))


def _by_the_many(count: int, padding: str) -> None:
    mail = import_module("post_office.mail")
    for first in range(0, count, FED_AT_ONCE):
        mail.send_many(_mails(range(first, min(first + FED_AT_ONCE, count)), padding))


def _one_by_one(count: int, padding: str) -> None:
    mail = import_module("post_office.mail")
    for one in _mails(range(count), padding):
        mail.send(**one)


#: How the rows are made while a worker sends.
FEEDS: dict[str, Callable[[int, str], None]] = {"celery": _by_the_many, "one": _one_by_one}


def _measured(work: Callable[[], None], others: Sequence[int] = ()) -> tuple[float, float]:
    """Seconds by the clock, and of CPU of this process and of others (their numbers)."""
    cpu, began = time.process_time() + _worked(others), time.perf_counter()
    work()
    return time.perf_counter() - began, time.process_time() + _worked(others) - cpu


def _wait_until_sent(count: int, ring: Callable[[], object]) -> None:
    models = import_module("post_office.models")
    sent = models.Email.objects.filter(status=models.STATUS.sent)
    before, looked_at, ends_at = -1, 0.0, time.monotonic() + LONGEST_SECONDS
    while (now := sent.count()) != count:
        if time.monotonic() > ends_at:
            raise RuntimeError(f"{now} of {count} were sent")
        if now != before:
            before, looked_at = now, time.monotonic()
        elif time.monotonic() > looked_at + RING_AGAIN_SECONDS:
            ring()
            looked_at = time.monotonic()
        time.sleep(0.05)


@contextmanager
def _worker() -> Iterator[int]:
    """A running worker of Celery, ready for tasks; gives its number."""
    words = ["--app=campaign.bench.peer_celery", "--quiet", "worker", f"--concurrency={WORKERS}", "--loglevel=error"]
    argv = [sys.executable, "-m", "celery", *words]
    process = subprocess.Popen(argv, env=current(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        ends_at = time.monotonic() + LONGEST_SECONDS
        while not app.control.ping(timeout=0.5):
            if process.poll() is not None or time.monotonic() > ends_at:
                raise RuntimeError("the worker of Celery did not come up")
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _family(worker: int) -> list[int]:
    """A worker and the processes in which it runs tasks."""
    children = Path(f"/proc/{worker}/task/{worker}/children").read_text().split()
    return [worker, *map(int, children)]


def _worked(processes: Sequence[int]) -> float:
    """Seconds of CPU of all threads of these, so far (Linux: /proc/PID/stat)."""
    spent = 0
    for number in processes:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        spent += int(fields[11]) + int(fields[12])
    return spent / os.sysconf("SC_CLK_TCK")


def _mails(numbers: range, padding: str) -> list[dict[str, object]]:
    template = import_module("post_office.models").EmailTemplate.objects.get_or_create(
        name="alert", defaults={"subject": "A reminder", "content": TEXT, "html_content": HTML}
    )[0]
    return [_mail(number, template, padding) for number in numbers]


def _mail(number: int, template: object, padding: str) -> dict[str, object]:
    link = f"https://example.org/unsubscribe/{number:040}/"
    return {
        "recipients": [f"person{number}@example.org"],
        "sender": "until-free@example.org",
        "template": template,
        "context": {"name": f"Person {number}", "link": link, "padding": padding},
        "headers": {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    }


def _create(name: str) -> None:
    database = env.dj_db_url("DATABASE_URL")
    server = psycopg2.connect(host=database["HOST"], user=database["USER"], dbname=database["NAME"])
    server.autocommit = True
    with server.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {name}")
    server.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
