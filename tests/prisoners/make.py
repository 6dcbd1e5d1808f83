"""Small rows for the tests of this floor, each with just what it needs."""

from typing import Any

from prisoners.choices import ConsentGround, StaffRole
from prisoners.models import Case, Citation, Defendant, Event, Place, Prisoner, Source, Staff
from prisoners.models.base import Publishable
from prisoners.publication import publish
from prisoners.services.prisoners import enter
from prisoners.services.staff import create_staff

PASSWORD = "correct horse battery staple"


def a_prisoner(name: str = "Yerlan Example", **fields: Any) -> Prisoner:
    """A draft of a prisoner in Kazakhstan."""
    slug = name.lower().replace(" ", "-")
    return enter(**{"name": name, "slug": slug, "country": "KZ", "consent_ground": ConsentGround.OWN_CONSENT, **fields})


def a_place(**fields: Any) -> Place:
    """A town in the west of Kazakhstan."""
    return Place.objects.create(**{"name": "Aktau", "country": "KZ", "time_zone": "Asia/Aqtau", **fields})


def a_case(*prisoners: Prisoner, slug: str = "a-case", **fields: Any) -> Case:
    """A draft of a case against these people."""
    case = Case.internal.create(**{"slug": slug, "title": "A case", "country": "KZ", **fields})
    for prisoner in prisoners:
        Defendant.internal.create(case=case, prisoner=prisoner)
    return case


def an_event(*prisoners: Prisoner, **fields: Any) -> Event:
    """A draft of something that happened to these people."""
    event = Event.internal.create(**{"happened_on": "2026-09-01", **fields})
    event.prisoners.add(*prisoners)
    return event


def a_source(key: str = "paper-1", **fields: Any) -> Source:
    """A newspaper article."""
    return Source.internal.get_or_create(key=key, defaults={"title": "An article", "publisher": "A paper", **fields})[0]


def cite(row: Any, source: Source | None = None) -> Citation:
    """Let a fact rest on a source."""
    fact = "".join(f"_{one.lower()}" if one.isupper() else one for one in type(row).__name__).lstrip("_")
    return Citation.internal.create(source=source or a_source(), **{fact: row})


def published(row: Publishable) -> Any:
    """Cite a fact and publish it, as the operator's command line may."""
    cite(row)
    publish(row, None, trusted=True)
    return row


def alice() -> Staff:
    """A researcher."""
    return create_staff("alice@example.org", [StaffRole.RESEARCHER], PASSWORD, handle="alice")


def bob() -> Staff:
    """A publisher."""
    return create_staff("bob@example.org", [StaffRole.PUBLISHER], PASSWORD, handle="bob")


def charlie() -> Staff:
    """Somebody without any role at this desk."""
    return create_staff("charlie@example.org", [StaffRole.ORGANISER], PASSWORD, handle="charlie")


def staff(handle: str, *roles: str) -> Staff:
    """Somebody with these roles."""
    return create_staff(f"{handle}@example.org", roles, PASSWORD, handle=handle)
