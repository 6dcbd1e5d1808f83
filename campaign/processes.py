"""What runs: the one list that `make run` and docker-compose.yml both start from, so that they cannot drift.

Compose starts each by `manage.py process NAME`; the supervisor of `make run` starts the same words itself.
"""

import sys
from dataclasses import dataclass, field

from campaign.environment import env

#: The queues of Celery's bell: what needs the database alone, and what talks to other machines.
INSIDE, OUTSIDE = "inside", "outside"


@dataclass(frozen=True)
class Process:
    """A module to run with its words, and what it needs in the environment beside what all have."""

    words: list[str]
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def argv(self) -> list[str]:
        """The command as it is started."""
        return [sys.executable, "-m", *self.words]


def process(name: str) -> Process:
    """The process of that name. Raises KeyError for a name that is not in PROCESSES."""
    return PROCESSES[name]()


def _web() -> Process:
    bind = env.str("BIND", f"127.0.0.1:{env.int('PORT', 8000)}")
    words = [
        *("gunicorn", "campaign.wsgi:application", f"--bind={bind}", f"--workers={env.int('WEB_WORKERS', 2)}"),
        *("--worker-class=gthread", f"--threads={env.int('WEB_THREADS', 8)}", "--timeout=60"),
        *("--graceful-timeout=20", "--preload", "--logger-class=campaign.gunicorn_logs.Logger", "--no-control-socket"),
        # As much as there can be: what is too long for a page is then refused by that page, in its own words.
        "--limit-request-line=8190",
    ]
    # A page that asks the database for longer than this holds a thread that others wait for.
    return Process(words, {"STATEMENT_TIMEOUT_MS": "3000"})


def _worker() -> Process:
    return _of_queue(INSIDE)


def _sender() -> Process:
    return _of_queue(OUTSIDE)


def _of_queue(queue: str) -> Process:
    """A worker for one queue; its name stands in the lists of the machine."""
    concurrency = f"--concurrency={env.int('WORKER_PROCESSES', 2)}"
    words = ["celery", "--app=campaign.celery", "--quiet", "worker", concurrency, f"--queues={queue}"]
    return Process([*words, "--loglevel=WARNING", "--without-gossip", "--without-mingle", f"--hostname={queue}@%h"])


def _clock() -> Process:
    return Process(["celery", "--app=campaign.celery", "--quiet", "beat", "--loglevel=WARNING", "--pidfile="])


PROCESSES = {"web": _web, "worker": _worker, "sender": _sender, "clock": _clock}
# What every process needs, however it is started: the zone rules of the package, not those of the system.
EVERYWHERE = {"PYTHONTZPATH": ""}
