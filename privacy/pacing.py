"""Answers that take as long for a known address as for an unknown one.

What is done for each differs by a row or two, which a patient stranger could measure (CWE-208). An answer to a form
therefore leaves at whole steps of time since the request came in, and not when the work happens to be done.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings


def until_next_step(elapsed: float, step: float) -> float:
    """How many seconds are left of the step in which `elapsed` seconds end; none where steps have no length."""
    return step - elapsed % step if step > 0 else 0.0


def in_step(view: Callable[..., Any]) -> Callable[..., Any]:
    """Have a view answer a POST only at a whole step (the setting FORM_STEP_SECONDS) after it was called."""

    @wraps(view)
    def paced(*args: Any, **kwargs: Any) -> Any:
        began = time.monotonic()
        try:
            return view(*args, **kwargs)
        finally:
            time.sleep(until_next_step(time.monotonic() - began, settings.FORM_STEP_SECONDS))

    return paced
