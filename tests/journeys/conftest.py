"""The mail server, and a hand on the clock."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine

from tests.supporters.conftest import sink  # noqa: F401 - a fixture of these tests too

Clock = Callable[[str], datetime]


@pytest.fixture
def clock() -> Iterator[Clock]:
    """Sets the instant (RFC 3339, with offset) that the code and the database take for now."""
    running: list[time_machine.travel] = []

    def stop() -> None:
        while running:
            running.pop().stop()

    def put(instant: str) -> datetime:
        stop()
        now = datetime.fromisoformat(instant)
        running.append(time_machine.travel(now, tick=False))
        running[-1].start()
        return now

    yield put
    stop()
