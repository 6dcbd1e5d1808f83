"""Two records of one person become one: a dispatch that was for the followers of the other reaches them still."""

import pytest
from django.utils import timezone

from actions.choices import HookState
from actions.models import Hook
from prisoners.choices import StaffRole
from prisoners.services import merging
from supporters import outbox, reminders
from tests.actions.rows import make_prisoner, make_staff
from tests.dispatches.steps import follow, started, tick, write
from tests.supporters.conftest import sink  # noqa: F401 - a fixture
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db


def test_dispatch_under_way_and_a_machine_go_on_with_the_record_that_was_kept(sink: Sink) -> None:  # noqa: F811
    anna = make_staff("anna", StaffRole.PUBLISHER)
    kept, other = make_prisoner("kept"), make_prisoner("other")
    hook = Hook.objects.create(
        name="Their site",
        url="https://example.org/",
        secret="s",
        topic=f"prisoner:{other.pk}",
        state=HookState.UNCONFIRMED,
        next_attempt_at=timezone.now(),
    )
    follow(f"prisoner:{other.pk}", count=2)
    row = started(write(anna, other), anna)
    reminders.run_planners(outbox.database_now())
    merging.merge(kept, other, anna)
    tick()
    for one in (row, hook):
        one.refresh_from_db()
    assert (row.audience, hook.topic) == (f"prisoner:{kept.pk}",) * 2
    assert len(sink.mails) == 2
