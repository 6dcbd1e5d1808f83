"""A picket of yesterday, at noon, and the two who organise it."""

from collections.abc import Iterator

import django
import pytest
import time_machine

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from actions.models import Action, Group  # noqa: E402
from tests.actions.conftest import anna, ben, vienna  # noqa: E402, F401 - fixtures
from tests.actions.rows import NOW, make_action  # noqa: E402


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def picket(vienna: Group) -> Action:  # noqa: F811 - the fixture
    return make_action(slug="picket", group=vienna, held_on="2026-11-30")
