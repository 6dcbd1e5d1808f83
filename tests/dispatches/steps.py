"""A dispatch is written, followed and started; one round of the clock."""

from typing import Any

from actions.models import Dispatch
from actions.services import dispatches
from prisoners.models import Prisoner, Staff
from supporters import outbox, reminders
from supporters.choices import SubscriptionState
from supporters.models import Subscription, Supporter
from tests.actions.rows import make_supporter

WORDS = {"subject": "Write to the court", "text": "He is ill.\n\nWrite today: {link}"}


def write(by: Staff, prisoner: Prisoner, **fields: Any) -> Dispatch:
    values = {"kind": "appeal", "language": "en", "group": None, **WORDS, **fields}
    return dispatches.write(by, **{"audience": f"prisoner:{prisoner.pk}", **values})


def follow(topic: str, *, count: int = 1, **fields: Any) -> list[Supporter]:
    found = [make_supporter(**fields) for _number in range(count)]
    for one in found:
        Subscription.objects.create(supporter=one, topic=topic, state=SubscriptionState.ACTIVE)
    return found


def started(row: Dispatch, by: Staff) -> Dispatch:
    for do in (dispatches.submit, dispatches.approve, dispatches.start):
        do(row, by)
    return row


def tick() -> None:
    """One round of the clock."""
    reminders.run_planners(outbox.database_now())
    outbox.deliver()
    reminders.run_planners(outbox.database_now())
