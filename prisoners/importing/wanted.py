"""What a row of a spreadsheet says about one person, and why a cell of it is refused."""

from dataclasses import dataclass, field
from typing import Any

from prisoners.importing.sheets import Value
from prisoners.scripts_of_names import script_of


@dataclass(frozen=True)
class Fault:
    """Why a cell, or a row, is refused. `column` is its heading, `row` the number the spreadsheet program shows."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """A value and the heading of the column it came from."""

    value: Any
    column: str


Member = dict[str, Given]


@dataclass(slots=True)
class Wanted:
    """What one row says. `own` are fields of the prisoner, `groups` the facts beside, each a list of members."""

    sheet: str
    row: int
    is_export: bool
    slug: str = ""
    own: dict[str, Given] = field(default_factory=dict)
    names: list[Given] = field(default_factory=list)
    groups: dict[str, list[Member]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    also_rows: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name under which the person is entered: the first in Latin letters, or the first."""
        if "name" in self.own:
            return str(self.own["name"].value)
        spellings = [str(one.value) for one in self.names]
        return next((one for one in spellings if script_of(one) == "Latn"), spellings[0] if spellings else "")

    @property
    def spellings(self) -> list[str]:
        """Every spelling that the row gives."""
        texts = [self.name, *(str(one.value) for one in self.names)]
        texts += [str(one["text"].value) for one in self.groups.get("spelling", []) if "text" in one]
        return [one for one in dict.fromkeys(texts) if one]

    def first(self, group: str) -> Member:
        """The one member of a group that loose columns fill together."""
        members = self.groups.setdefault(group, [])
        if not members:
            members.append({})
        return members[0]


def text_of_safe(value: Value) -> str:
    """The text of a cell for a report, whatever is in it."""
    return " ".join(str(value).split()) if value is not None else ""
