"""Alice enters, Bob publishes."""

import django
import pytest
from django.test import Client

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from tests.prisoners import make  # noqa: E402
from tests.prisoners.desk import at_desk  # noqa: E402


@pytest.fixture
def alice() -> Client:
    return at_desk(make.alice())


@pytest.fixture
def bob() -> Client:
    return at_desk(make.bob())
