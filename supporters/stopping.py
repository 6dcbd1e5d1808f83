"""Whether this worker was told to stop. The parent is told by a signal; its children, which send, share one byte."""

import mmap

# Anonymous and shared: made when this is imported, before the children are forked.
_ASKED = mmap.mmap(-1, 1)


def ask(**signal: object) -> None:
    """What is on its way arrives, the rest is handed back, and nothing more is claimed."""
    _ASKED[0] = 1


def is_asked() -> bool:
    """Whether nothing more is to be begun."""
    return _ASKED[0] == 1


def forget() -> None:
    """As if nothing had been said: for a process that starts, and for tests."""
    _ASKED[0] = 0
