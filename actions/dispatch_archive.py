"""Which dispatches may be read and may leave: none that speaks of somebody who has gone from the public record."""

from collections.abc import Iterable

from django.urls import reverse

from actions.models import Campaign, Dispatch
from prisoners.cards import prisoner_url
from prisoners.models import Prisoner
from supporters.topics import titles_of

#: Audiences that name a person or what happened to one; a country or a group names nobody.
NAMING = ("prisoner", "case", "campaign")


def shown(rows: Iterable[Dispatch]) -> list[Dispatch]:
    """Those whose audience is public still, with the same number of queries however many there are."""
    listed = list(rows)
    titles = titles_of({row.audience for row in listed if _names(row.audience)})
    return [row for row in listed if row.audience in titles or not _names(row.audience)]


def is_shown(row: Dispatch) -> bool:
    """The same of one."""
    return bool(shown([row]))


def page_of(row: Dispatch) -> str:
    """The path of the page of whom it is for, in the active language; "" for one that is for a country or for all."""
    kind, _colon, key = row.audience.partition(":")
    if not key.isdecimal():
        return ""
    if kind == "prisoner":
        person = Prisoner.public.filter(pk=key).first()
        return prisoner_url(person) if person else ""
    slug = Campaign.public.filter(pk=key).values_list("slug", flat=True).first() if kind == "campaign" else None
    return reverse("actions:campaign", args=[slug]) if slug else ""


def _names(audience: str) -> bool:
    return audience.partition(":")[0] in NAMING
