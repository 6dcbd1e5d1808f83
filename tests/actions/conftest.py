"""What the tests of this floor borrow from the one below: a mail server that keeps what it gets."""

import django

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from tests.supporters.conftest import sink  # noqa: E402, F401 - a fixture
