"""What is wrong with a file: every fault with its line, gathered before anything is refused."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from prisoners.refusals import Refusal


class FileRefused(Refusal):
    """A campaign file is refused as a whole; `reasons` names every fault with its line. Nothing was written."""


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: the line of the file (the first is 1) and the reason."""

    line: int
    reason: str

    def __str__(self) -> str:
        return _("line %(line)s: %(reason)s") % {"line": self.line, "reason": self.reason}


@dataclass
class Faults:
    """The faults found so far, each once."""

    found: set[Fault] = field(default_factory=set)

    def add(self, line: int, reason: str) -> None:
        """Remember a fault at a line."""
        self.found.add(Fault(line, reason))

    def refuse_if_any(self) -> None:
        """Raise FileRefused with all faults in the order of the file."""
        if self.found:
            raise FileRefused([str(fault) for fault in sorted(self.found)])
