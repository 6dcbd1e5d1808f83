"""What a worker is asked to do with a long file that waits, and what became of that."""

from django.db.models import TextChoices


class ErrandKind(TextChoices):
    """To say what the file would do, or to do it."""

    LOOK = "look"
    WRITE = "write"


class ErrandState(TextChoices):
    """What has begun is still asked for: whoever dies over it leaves it as it was."""

    ASKED = "asked"
    DONE = "done"
    STOPPED = "stopped"
