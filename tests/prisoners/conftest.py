"""Alice enters, Bob publishes; and what several files ask for."""

from collections.abc import Iterator

import django
import pytest
from django.test import Client

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from prisoners.services.spans import settle_all  # noqa: E402
from tests.kept_numbers import counted_afresh, kept  # noqa: E402
from tests.prisoners import make  # noqa: E402
from tests.prisoners.desk import at_desk  # noqa: E402


@pytest.fixture
def alice() -> Client:
    return at_desk(make.alice())


@pytest.fixture
def bob() -> Client:
    return at_desk(make.bob())


@pytest.fixture
def numbers_stay_true(db: None) -> Iterator[None]:
    """After the test, the numbers that triggers keep are those that are counted afresh."""
    yield
    settle_all()
    assert kept() == counted_afresh()
