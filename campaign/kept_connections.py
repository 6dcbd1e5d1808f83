"""Workers keep their connections to the database from one task to the next, as web processes do between requests.

To open one, and to have its process of PostgreSQL learn the tables anew, costs the database many times what a round
costs in which nothing is due, and the clock rings for about one task a second. Celery by itself closes them before and
after each task, and knows neither their age (`CONN_MAX_AGE`) nor whether they are still good.
"""

from celery import Celery, states
from celery.signals import task_postrun, task_prerun
from django.db import close_old_connections, connections

#: Celery counts two for each task; how long one is kept is what Django says, not this.
FOR_EVER = 2**62


def keep(app: Celery) -> None:
    """Have the workers of an app keep them."""
    app.conf.update(CELERY_DB_REUSE_MAX=FOR_EVER)
    task_prerun.connect(close_aged, weak=False)
    task_postrun.connect(close_doubtful, weak=False)


def close_aged(**_signal: object) -> None:
    """Before a task: what is too old or broken is closed, and of the rest Django asks whether it is still there."""
    close_old_connections()


def close_doubtful(state: str = "", **_signal: object) -> None:
    """After a task that failed nothing is kept: no lock of its session, and no transaction that was never ended.

    Nor is that after one that ended well all the same, as an errand does whose time or memory was up at a bad moment:
    what the next tasks wrote would never be committed, and nobody would hear of it.
    """
    for one in connections.all(initialized_only=True):
        if state == states.SUCCESS and not one.in_atomic_block:
            continue
        one.close()
        # One that was closed within a transaction stays in it for ever.
        del connections[one.alias]
