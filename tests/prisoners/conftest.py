"""Alice enters, Bob publishes; and what several files ask for."""

from collections.abc import Iterator

import django
import pytest
from django.test import Client

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from prisoners.import_errands import run_next  # noqa: E402
from prisoners.models import Batch  # noqa: E402
from prisoners.services.spans import settle_all  # noqa: E402
from tests.kept_numbers import counted_afresh, kept  # noqa: E402
from tests.prisoners import long_files, make  # noqa: E402
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


@pytest.fixture
def few_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of `long_files.ROWS` people is a long one in every respect."""
    for name in long_files.MADE_SMALL:
        monkeypatch.setattr(name, long_files.SMALL)


@pytest.fixture
def batch(alice: Client, few_are_long: None, monkeypatch: pytest.MonkeyPatch) -> Batch:
    """An import that is long enough for a worker to take it back."""
    monkeypatch.setattr("prisoners.admin.imports.SHORT_ENTRIES", 100)
    address = long_files.looked_at(alice, long_files.people())
    long_files.confirm(alice, address)
    run_next()
    return Batch.internal.get()
