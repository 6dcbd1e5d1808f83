"""What the tests of this floor share: a group with two organisers, and from the floor below a mail server."""

import django
import pytest

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from actions.models import Group  # noqa: E402
from prisoners.models import Staff  # noqa: E402
from tests.actions.rows import make_group, make_organiser  # noqa: E402
from tests.supporters.conftest import sink  # noqa: E402, F401 - a fixture


@pytest.fixture
def vienna() -> Group:
    return make_group()


@pytest.fixture
def anna(vienna: Group) -> Staff:
    return make_organiser("anna", vienna)


@pytest.fixture
def ben(vienna: Group) -> Staff:
    return make_organiser("ben", vienna)
