"""Of a record that was merged into another one: a dispatch which is under way reaches the followers of that, too."""

from actions.services import moving
from supporters.merged import register_mover


def register() -> None:
    """Have the clock move what hangs on it here along with what is followed."""
    register_mover(moving.follow_kept)
