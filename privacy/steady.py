"""What follows from a setting is worked out once, and again only where the setting changes, as it does in tests.

Django looks a setting up anew each time it is read, in some half a microsecond; a mail would read ten of them.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

from django.core.signals import setting_changed

Given = ParamSpec("Given")
Found = TypeVar("Found")
MOST = 64


def while_unchanged(*settings: str) -> Callable[[Callable[Given, Found]], Callable[Given, Found]]:
    """Keep what a function of hashable arguments gives until one of these settings has another value."""

    def keeping(find: Callable[Given, Found]) -> Callable[Given, Found]:
        kept = lru_cache(MOST)(find)

        def forget(setting: str, **_of_the_signal: object) -> None:
            if setting in settings:
                kept.cache_clear()

        setting_changed.connect(forget, weak=False)
        return cast(Callable[Given, Found], wraps(find)(kept))

    return keeping
