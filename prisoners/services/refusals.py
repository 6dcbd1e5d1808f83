"""How the services of this floor say no."""

from collections.abc import Sequence

from prisoners.refusals import Refusal, Sentence


class RecordRefused(Refusal):
    """A fact cannot be written as asked; nothing was changed."""


def refuse_if(reasons: Sequence[Sentence]) -> None:
    """Raise RecordRefused with all the reasons, if there are any."""
    if reasons:
        raise RecordRefused(reasons)
