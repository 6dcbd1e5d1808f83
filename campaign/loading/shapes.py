"""What a campaign file says of people and events, as plain values that remember their line."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from prisoners.dates import PartialDate


@dataclass(frozen=True)
class Money:
    """A sum with its currency (ISO 4217)."""

    value: Decimal
    currency: str


@dataclass(frozen=True)
class Term:
    """A length as pronounced."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __bool__(self) -> bool:
        return bool(self.years or self.months or self.days)

    def __str__(self) -> str:
        parts = ((self.years, "year"), (self.months, "month"), (self.days, "day"))
        return " ".join(f"{number} {unit}{'s' if number > 1 else ''}" for number, unit in parts if number)

    def after(self, day: datetime.date) -> datetime.date:
        """The day on which it ends when it is counted from `day`."""
        months = day.month - 1 + self.months
        year, month = day.year + self.years + months // 12, months % 12 + 1
        first = datetime.date(year, month, 1) + timedelta(days=day.day - 1)
        return first + timedelta(days=self.days)


NO_TERM = Term()


@dataclass(frozen=True)
class Ancillary:
    """What a sentence imposes beside the main thing."""

    line: int
    kind: str
    text: str = ""
    term: Term = NO_TERM
    amount: Money | None = None
    hours: int | None = None


@dataclass(frozen=True)
class Substitute:
    """What takes the place of a term that a pardon or a commutation ended."""

    id: str
    kind: str
    term: Term = NO_TERM
    amount: Money | None = None


@dataclass(frozen=True)
class FileStep:
    """Since when a charge stood where."""

    line: int
    status: str
    since: PartialDate
    src: list[str]


@dataclass
class FileFact:
    """One fact about a person."""

    line: int
    kind: str
    date: PartialDate | None = None
    id: str = ""
    text: str = ""
    src: list[str] = field(default_factory=list)
    conflict: str = ""
    city: str = ""
    court: str = ""
    judge: str = ""
    outcome: str = ""
    by: str = ""
    time: datetime.time | None = None
    is_planned: bool = False
    term: Term = NO_TERM
    sentence_kind: str = ""
    is_suspended: bool | None = None
    ancillary: list[Ancillary] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    amount: Money | None = None
    case: str = ""
    replaces: str = ""
    added_to: str = ""
    replaced_by: Substitute | None = None
    history: list[FileStep] = field(default_factory=list)
    stance: str = ""
    until: PartialDate | None = None
    state: str = ""

    @property
    def earliest(self) -> datetime.date:
        """Its first possible day, for sorting; what has none comes last."""
        return (self.date.earliest or self.date.latest or datetime.date.max) if self.date else datetime.date.max

    @property
    def latest(self) -> datetime.date:
        """Its last possible day, for sorting."""
        return (self.date.latest or datetime.date.max) if self.date else datetime.date.max


@dataclass(frozen=True)
class FileName:
    """One spelling of a name."""

    line: int
    text: str
    script: str
    lang: str
    part: str
    note: str
    src: list[str]


@dataclass(frozen=True)
class FileRelation:
    """How one event of the chronology stands to another, which `to` names by its id."""

    line: int
    relation: str
    to: str
    src: list[str]


@dataclass(frozen=True)
class FileInvolved:
    """As what somebody, or a body, stood in an event; `person` is an id of the file."""

    line: int
    role: str
    organisation: str
    person: str
    name: str
    note: str
    consent_ground: str
    src: list[str]


@dataclass(frozen=True)
class Said:
    """A text with its sources, and its date where one is given: a role, an age, a co-defendant, a status."""

    line: int
    text: str
    src: list[str]
    date: PartialDate | None = None
    note: str = ""
    by: str = ""
    title: str = ""
    kind: str = ""
    time: datetime.time | None = None
    number: int = 0
    id: str = ""
    related: tuple["FileRelation", ...] = ()
    involved: tuple["FileInvolved", ...] = ()
    sort: str = ""
    place: str = ""
    people: tuple[str, ...] = ()
    #: What the file says with yes or no, by field; of what it does not say there is nothing.
    flags: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class FileCustody:
    """A stretch of custody as the file states it; stated ones stand instead of those derived from other facts."""

    line: int
    start: PartialDate
    end: PartialDate | None
    kind: str
    ended_by: str
    city: str
    text: str
    src: list[str]
    confinement: str = ""
    whereabouts: str = ""


@dataclass
class FilePerson:
    """One person."""

    line: int
    id: str
    country: str
    names: list[FileName]
    in_article: str
    roles: list[Said]
    organisations: list[str]
    birth: Said | None
    ages: list[Said]
    co_defendants: list[Said]
    status: Said | None
    conflicts: dict[str, str]
    facts: list[FileFact]
    custody: list[FileCustody]
