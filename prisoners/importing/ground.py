"""What a comparison of a file with the record stands on: the file, the record as far as it is touched, the faults."""

from prisoners.importing.decisions import Decisions
from prisoners.importing.known import Known, Places
from prisoners.importing.one_person import keys_of
from prisoners.importing.outlines import Outline, Proposal
from prisoners.importing.wanted import Fault


class Ground:
    """The rows of a file, each with its key, and what the record has of the people whom they name."""

    def __init__(self, made: Outline) -> None:
        self.made, self.options = made, made.options
        self.wanted = made.read.wanted
        self.keys = keys_of(self.wanted)
        self.decisions = Decisions(made)
        known_slugs = [one.slug for one in self.wanted if one.slug]
        needs_names = any(not one.slug for one in self.wanted) or bool(known_slugs)
        self.known = Known([*known_slugs, *self.decisions.slugs], self.keys, needs_names)
        self.places = Places()

    def fault(self, one: Proposal, column: str, reason: str, value: str = "") -> None:
        """Refuse a row, for what stands in one of its columns ("" for the row as a whole)."""
        one.verdict = "refused"
        self.made.faults.append(Fault(one.wanted.sheet, one.wanted.row, column, value, reason))
