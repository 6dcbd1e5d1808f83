"""How a service says no: one exception that carries every reason as a sentence for the person."""

from collections.abc import Sequence

from django.utils.functional import Promise

Sentence = str | Promise


class Refusal(Exception):
    """A service refuses, for all the reasons given; subclassed once in each app.

    Views show `reasons` as form errors and the API as a 4xx; nothing has been written when it is raised.
    The sentences may be lazily translated and are only rendered in the reader's language when shown.
    """

    def __init__(self, reasons: Sentence | Sequence[Sentence]) -> None:
        self.reasons: list[Sentence] = _as_list(reasons)
        super().__init__(self.reasons)

    def __str__(self) -> str:
        return " ".join(str(reason) for reason in self.reasons)


def _as_list(reasons: Sentence | Sequence[Sentence]) -> list[Sentence]:
    """A single sentence counts as a list of one."""
    return [reasons] if isinstance(reasons, str | Promise) else list(reasons)
