"""What a campaign file says of the campaign itself: its events, figures, statements, demands and actions."""

import datetime
from dataclasses import dataclass

from campaign.loading.shapes import Said
from prisoners.dates import PartialDate


@dataclass(frozen=True)
class FileValue:
    """The number that a demand claims."""

    low: int | None
    high: int | None
    unit: str
    currency: str
    of: str


@dataclass(frozen=True)
class FileStatement(Said):
    """A statement of an organisation or a person of weight: where it stands, and its words where they are quoted."""

    stance: str = ""
    channel: str = ""
    speaker_role: str = ""
    quote: str = ""
    quote_language: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class FileFigure:
    """A quantity as claimed."""

    line: int
    about: str
    low: int | None
    high: int | None
    best: int | None
    is_lower_bound: bool
    words: str
    kind: str
    by: str
    as_of: PartialDate | None
    event: str
    src: list[str]


@dataclass(frozen=True)
class FileDemand:
    """One version of a demand."""

    line: int
    id: str
    text: str
    since: PartialDate | None
    until: PartialDate | None
    state: str
    supersedes: str
    note: str
    src: list[str]
    event: str = ""
    value: FileValue | None = None


@dataclass(frozen=True)
class FileAction:
    """Something that was done together.

    Where it was spread over several cities or countries, `spread` is what the file says and `where` the same in words;
    `city` has those of them that are cities.
    """

    line: int
    id: str
    date: PartialDate | None
    time: datetime.time | None
    form: str
    city: str
    spread: str
    where: str
    country: str
    at: str
    organiser: str
    text: str
    notes: list[str]
    src: list[str]
    people: list[str]
    turnout: tuple[int | None, int | None]
    delivery: str


@dataclass
class FileCampaign:
    """The campaign."""

    line: int
    title: str
    slug: str
    country: str
    figures: list[FileFigure]
    note_on_numbers: str
    chronology: list[Said]
    disputes: list[tuple[Said, list[str]]]
    demands: list[FileDemand]
    actions: list[FileAction]
    anniversaries: list[Said]
    statements: list[FileStatement]
