"""The world behind the pages, made once for all tests of a module and taken back at its end."""

from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from typing import Any

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

# This file may be read before Django is set up, so the modules with rows are looked up when a test asks.
WORLD = "tests.face.world"


@pytest.fixture(scope="module")
def _made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Any]:
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            stack.enter_context(transaction.atomic())
            made = import_module(WORLD).make_world()
        yield made
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            stack.close()
            # While a browser runs, this is a connection of its own, which nobody else would close.
            connection.close()


@pytest.fixture
def world(_made: Any, db: None) -> Any:
    """The `tests.face.world.World`; what a test changes in it is taken back."""
    import_module(WORLD).keep_photos()
    return _made
