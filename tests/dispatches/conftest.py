"""Somebody to write about, two who publish, and a draft; from the floor below a mail server."""

import django
import pytest

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from actions.models import Dispatch  # noqa: E402
from prisoners.choices import StaffRole  # noqa: E402
from prisoners.models import Prisoner, Staff  # noqa: E402
from tests.actions.rows import make_prisoner, make_staff  # noqa: E402
from tests.dispatches.steps import write  # noqa: E402
from tests.supporters.conftest import sink  # noqa: E402, F401 - a fixture


@pytest.fixture
def yerlan() -> Prisoner:
    return make_prisoner()


@pytest.fixture
def anna(db: None) -> Staff:
    return make_staff("anna", StaffRole.PUBLISHER)


@pytest.fixture
def boris(db: None) -> Staff:
    return make_staff("boris", StaffRole.PUBLISHER)


@pytest.fixture
def draft(yerlan: Prisoner, anna: Staff) -> Dispatch:
    return write(anna, yerlan)
