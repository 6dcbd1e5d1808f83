"""What a worker is asked to do about a long import, and what became of that."""

from django.db.models import TextChoices


class ErrandKind(TextChoices):
    """To say what a file would do, to do it, or to take it back."""

    LOOK = "look"
    WRITE = "write"
    UNDO = "undo"


class ErrandState(TextChoices):
    """What has begun is still asked for: whoever dies over it leaves it as it was."""

    ASKED = "asked"
    DONE = "done"
    STOPPED = "stopped"
