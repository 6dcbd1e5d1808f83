"""What a campaign file says as a whole, and where things are and come from."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from campaign.loading.shapes import FilePerson
from campaign.loading.shapes_campaign import FileCampaign
from campaign.record_writing import Lines
from prisoners.dates import PartialDate


@dataclass(frozen=True)
class FilePlace:
    """A place with its zone; `names` are all under which the file may call it."""

    line: int
    name: str
    country: str
    zone: str

    @property
    def names(self) -> Collection[str]:
        return {name.strip().lower() for name in (self.name, *self.name.split(" / "))}


@dataclass(frozen=True)
class FileMission:
    """An embassy or consulate."""

    line: int
    id: str
    of: str
    kind: str
    city: str
    country: str
    zone: str
    address: str
    address_as_of: PartialDate | None
    coordinates: list[Decimal]
    website: str
    email: str
    phone: str
    wikidata: str
    notes: list[str]
    src: list[str]


@dataclass(frozen=True)
class FileSource:
    """A source."""

    line: int
    key: str
    title: str
    url: str
    publisher: str
    date: PartialDate | None
    language: str
    note: str
    has_file: bool
    material: str = ""
    reliability: str = ""
    connection: str = ""


@dataclass
class CampaignFile:
    """All that a file says."""

    id: str
    retrieved: datetime.date | None
    sources: dict[str, FileSource]
    places: list[FilePlace]
    missions: list[FileMission]
    campaign: FileCampaign | None
    persons: list[FilePerson]
    #: Rows as the record has them, by their kind.
    rows: Lines = field(default_factory=dict)

    @property
    def is_told(self) -> bool:
        """Whether the file tells a campaign, people, embassies or places, as it was compiled."""
        return bool(self.campaign or self.missions or self.persons or self.places)
