"""What runs: the one list that `make run` and docker-compose.yml both start from, so that they cannot drift.

Each is started by `manage.py process NAME`.
"""

import sys

from django.conf import settings

from campaign.environment import env


def argv(name: str) -> list[str]:
    """The words that start a process. Raises KeyError for a name that is not in PROCESSES."""
    return [sys.executable, "-m", *PROCESSES[name]()]


def _web() -> list[str]:
    bind = env.str("BIND", f"127.0.0.1:{env.int('PORT', 8000)}")
    threads = env.int("WEB_THREADS", 8)
    workers = env.int("WEB_WORKERS", 2)
    return [
        *("gunicorn", "campaign.wsgi:application", f"--bind={bind}", f"--workers={workers}"),
        *("--worker-class=gthread", f"--threads={threads}", "--timeout=60", "--graceful-timeout=20"),
        *("--logger-class=campaign.gunicorn_logs.Logger", "--no-control-socket", "--worker-tmp-dir=/dev/shm"),
    ]


def _worker() -> list[str]:
    processes = env.int("WORKER_PROCESSES", 2)
    return [
        *("celery", "--app=campaign.celery", "worker", f"--concurrency={processes}", "--loglevel=INFO"),
        *("--without-gossip", "--without-mingle"),
    ]


def _clock() -> list[str]:
    return ["celery", "--app=campaign.celery", "beat", "--loglevel=WARNING", "--pidfile="]


def _mailbox() -> list[str]:
    return ["campaign.embedded.mail_server", f"{settings.DATA_DIR}/mailbox", str(settings.EMAIL_PORT)]


# `mailbox` only where no mail server is configured; a deployment runs the first three.
PROCESSES = {"web": _web, "worker": _worker, "clock": _clock, "mailbox": _mailbox}
DEPLOYED = ("web", "worker", "clock")
