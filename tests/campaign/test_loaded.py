"""What is loaded is kept out of the collection of garbage."""

import gc

from campaign import loaded


def test_what_is_loaded_is_not_looked_through_again() -> None:
    # It stays so: nor do the tests that follow look through it (see `tests/conftest.py`).
    loaded.keep()
    assert gc.get_freeze_count() > 50_000
    assert len(gc.get_objects()) < 1000
