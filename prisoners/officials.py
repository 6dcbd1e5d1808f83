"""Officials as readers ask for them: by an address or a spelling, and the public facts under all spellings of one."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from prisoners.choices import PublicationState
from prisoners.models import FormerOfficialSlug, Official, OfficialSpelling
from prisoners.models.offices import NAMINGS, Key, Naming
from prisoners.models.officials import fitting, of_one


class Asked(NamedTuple):
    """An official who is asked for: the country, the keys of all spellings, and whether it was by the address."""

    official: int
    country: str
    keys: list[str]
    is_address: bool


def asked_for(text: str) -> list[Asked]:
    """The public officials whose address that is or was, else those who are spelt so in a country; one query.

    A spelling that readers do not see leads nowhere. All spellings of who is found are given, but for the one that is
    asked: what is found by them is public facts alone.
    """
    by_address = Official.public.filter(_has_address(text)).order_by()
    spelt = OfficialSpelling.public.filter(key=Key(Value(text))).order_by()
    rows = OfficialSpelling.internal.filter(
        Q(official__in=by_address.values("pk")) | Q(official__in=spelt.values("official"))
    )
    rows = rows.annotate(is_address=Exists(by_address.filter(pk=OuterRef("official"))))
    # What is spelt as it is asked, whoever asks for a name finds by its words.
    rows = rows.filter(Q(is_address=True) | ~Q(key=Key(Value(text))))
    found: dict[tuple[int, str, bool], list[str]] = defaultdict(list)
    for official, country, is_so, key in rows.order_by("pk").values_list("official", "country", "is_address", "key"):
        found[official, country, is_so].append(key)
    asked = [Asked(official, country, keys, is_so) for (official, country, is_so), keys in found.items()]
    return [one for one in asked if one.is_address] or asked


def _has_address(text: str) -> Q:
    return Q(slug=text) | Q(pk__in=FormerOfficialSlug.objects.filter(slug=text).values("official"))


def keys_of(official: Official) -> list[str]:
    """By which keys facts name an official; one query."""
    return list(OfficialSpelling.internal.filter(official=official).order_by("pk").values_list("key", flat=True))


def facts_of(official: int, keys: list[str], country: str) -> Iterator[tuple[Naming, QuerySet[Any]]]:
    """The public facts of each kind that mean an official (by primary key) under any of these spellings."""
    return ((kind, of_one(kind, official, keys, country)) for kind in (NAMINGS if keys else ()))


def has_a_namesake(official: Official) -> bool:
    """Whether another public official of the country is spelt like this one; one query."""
    own = OfficialSpelling.internal.filter(official=official).order_by().values("key")
    others = OfficialSpelling.internal.filter(official__state=PublicationState.PUBLISHED).exclude(official=official)
    return others.filter(country=official.country, key__in=own).exists()


def undecided(official: Official) -> Iterator[tuple[Naming, QuerySet[Any]]]:
    """The facts, drafts too, whose name is this official's and another's, and of which nobody has said whose it is."""
    keys = [Value(key) for key in keys_of(official)]
    for kind in NAMINGS if keys else ():
        others = fitting(kind, OuterRef).exclude(official=official)
        rows = kind.named(kind.model.internal, keys, official.country)
        yield kind, rows.filter(Exists(others), official=None)


def slug_of(row: Any) -> str | None:
    """The address of the public official whom a fact names, where it was asked for with the fact."""
    return getattr(row, "official_slug", None)


def with_officials(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Facts with the address of the public official whom they name, `official_slug`; in the same query."""
    kind = next(one for one in NAMINGS if one.model is rows.model)
    spelt = fitting(kind, OuterRef).filter(official__state=PublicationState.PUBLISHED)
    # Whom a person has said, else whom the name fits; where these are two, neither.
    meant = spelt.filter(official=Coalesce(OuterRef("official"), F("official")))
    only = meant.values("country").annotate(many=Count("official", distinct=True), slug=Min("official__slug"))
    return rows.annotate(official_slug=Subquery(only.filter(many=1).values("slug")[:1]))
