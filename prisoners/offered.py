"""What the fields of a list offer to choose from: the places and organisations of the public record."""

from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language

from prisoners.choices import PlaceKind
from prisoners.models import Affiliation, Organisation, Place, Prisoner, Span
from prisoners.remembered import remembered
from prisoners.spans import kept

#: What the name of a row is made of in any language: to make whole rows of two hundred takes longer than to find them.
NAMES = ("name", "i18n")
TOWNS = Q(kind=PlaceKind.LOCALITY)
#: On which models it depends who is held where, and who is in what.
WHERE: frozenset[type[Model]] = frozenset({Prisoner, Place, Span})
WHOSE: frozenset[type[Model]] = frozenset({Prisoner, Organisation, Affiliation})


def places() -> QuerySet[Place]:
    """Places in which somebody of the public record is or was held, or in which such a place lies."""
    own, inside = kept().filter(place=OuterRef("pk")), kept().filter(place__located_in=OuterRef("pk"))
    return Place.objects.filter(Exists(own) | Exists(inside)).order_by("name", "pk")


def organisations() -> QuerySet[Organisation]:
    """Organisations that a public role names."""
    # The first role of each: asked whether there is any, the database would read all roles there are.
    named = Affiliation.public.order_by().filter(organisation=OuterRef("pk")).values("pk")[:1]
    return Organisation.objects.alias(one=Subquery(named)).filter(one__isnull=False).order_by("name", "pk")


def offered_places(*, are_towns: bool) -> list[tuple[Any, str]]:
    """Those of the places that are towns, or the others, by name in the active language."""
    rows = remembered(("places", get_language()), _all_offered_places, WHERE)
    return [(pk, name) for pk, name, is_town in rows if is_town == are_towns]


def _all_offered_places() -> list[tuple[int, str, bool]]:
    """Towns and others in one look, for the fields stand side by side."""
    rows = places().only("kind", *NAMES)
    return [(one.pk, one.name_i18n, one.kind == PlaceKind.LOCALITY) for one in rows]


def offered_organisations() -> list[tuple[Any, str]]:
    """The slugs of organisations with their names in the active language."""
    what = ("organisations", get_language())
    return remembered(what, lambda: [(one.slug, one.name_i18n) for one in organisations().only("slug", *NAMES)], WHOSE)
