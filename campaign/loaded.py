"""What a process has loaded and keeps: no collection of garbage need look at it again."""

import gc


def keep() -> None:
    """Take all that is loaded by now out of later collections; for processes that stay, before they are forked.

    There are two hundred thousand objects of code, models and forms: looked through every now and then, they halted
    one answer in some hundred for a tenth of a second, and the forked processes ceased to share them.
    """
    gc.collect()
    gc.freeze()
