"""A small public record for the tests of alerts."""

import re
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from prisoners.choices import EventKind, PublicationState
from prisoners.dates import from_date
from prisoners.models import Case, Defendant, Event, Hearing, Place, Prisoner
from prisoners.times import instant_of

ALMATY = "Asia/Almaty"
PUBLIC: dict[str, Any] = {"state": PublicationState.PUBLISHED}


MAILS = Path(__file__).parents[2] / "templates" / "mail"
SOMETHING = "Something"


def _any_words() -> dict[str, Any]:
    """A word for each that a template of a mail prints, a number for what it counts, an address for what is a link."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(MAILS.glob("*.txt")))
    words: dict[str, Any] = dict.fromkeys(re.findall(r"(?:{{ |{% blocktranslate with \w+=)(\w+)", text), SOMETHING)
    words |= {name: "https://example.org/" for name in words if name.endswith(("link", "url"))}
    return words | dict.fromkeys(re.findall(r"{% blocktranslate count \w+=(\w+)", text), 2)


#: All that the templates of mails name, for kinds that are about nothing in particular.
ANY_WORDS = _any_words()


def prisoner(name: str = "Yerlan Baltabai", **fields: Any) -> Prisoner:
    """Somebody in the public record."""
    slug = name.lower().replace(" ", "-")
    return Prisoner.internal.create(
        **{**PUBLIC, "name": name, "slug": slug, "country": "KZ", "consent_ground": "own_consent", **fields}
    )


def court(zone: str = ALMATY) -> Place:
    """A court with its zone."""
    return Place.objects.create(name="Shymkent", kind="court", country="KZ", time_zone=zone)


def hearing(*defendants: Prisoner, starts_at: datetime, place: Place | None = None, **fields: Any) -> Hearing:
    """A public, scheduled hearing that begins at an instant (to the minute), in the court's own time."""
    number = Case.internal.count() + 1
    case = Case.internal.create(**PUBLIC, slug=f"case-{number}", title=f"Case {number}", country="KZ")
    for one in defendants:
        Defendant.internal.create(case=case, prisoner=one)
    row = Hearing(**{**PUBLIC, "case": case, "place": place or court(), "court": "Court of Shymkent", **fields})
    put_on(row, starts_at)
    row.save()
    return row


def put_on(row: Hearing, starts_at: datetime) -> None:
    """Write an instant as local date and hour of the court."""
    zone = row.place.time_zone
    local = starts_at.astimezone(ZoneInfo(zone))
    row.held_on, row.local_time = from_date(local.date()), time(local.hour, local.minute)
    row.starts_at = instant_of(local.date(), row.local_time, zone)


def change(row: Hearing, **fields: Any) -> None:
    """Change a hearing as its service does: the revision rises."""
    starts_at = fields.pop("starts_at", None)
    for name, value in fields.items():
        setattr(row, name, value)
    if starts_at:
        put_on(row, starts_at)
    row.revision += 1
    row.save()


def event(on: str, kind: str = EventKind.ARREST, *prisoners: Prisoner, **fields: Any) -> Event:
    """A public event."""
    row = Event.internal.create(**{**PUBLIC, "kind": kind, "happened_on": on, "country": "KZ", **fields})
    row.prisoners.set(prisoners)
    return row
