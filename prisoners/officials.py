"""Officials as readers ask for them: by an address or a spelling, and the public facts under all spellings of one."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value

from prisoners.choices import PublicationState
from prisoners.models import FormerOfficialSlug, Official, OfficialSpelling
from prisoners.models.offices import NAMINGS, IsOneOf, Key, Naming, facts_naming


class Asked(NamedTuple):
    """An official who is asked for: the country, the keys of all spellings, and whether it was by the address."""

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
    asked = [Asked(country, keys, is_so) for (_official, country, is_so), keys in found.items()]
    return [one for one in asked if one.is_address] or asked


def _has_address(text: str) -> Q:
    return Q(slug=text) | Q(pk__in=FormerOfficialSlug.objects.filter(slug=text).values("official"))


def keys_of(official: Official) -> list[str]:
    """By which keys facts name an official; one query."""
    return list(OfficialSpelling.internal.filter(official=official).order_by("pk").values_list("key", flat=True))


def facts_of(keys: list[str], country: str) -> Iterator[tuple[Naming, QuerySet[Any]]]:
    """The public facts of each kind under any of these spellings."""
    return facts_naming(keys, country) if keys else iter(())


def slug_of(row: Any) -> str | None:
    """The address of the public official whom a fact names, where it was asked for with the fact."""
    return getattr(row, "official_slug", None)


def with_officials(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Facts with the address of the public official whom they name, `official_slug`; in the same query."""
    kind = next(one for one in NAMINGS if one.model is rows.model)
    spelt = OfficialSpelling.internal.filter(
        IsOneOf(F("key"), kind.keys(OuterRef)),
        country=kind.country(OuterRef),
        official__state=PublicationState.PUBLISHED,
    )
    return rows.annotate(official_slug=Subquery(spelt.order_by("pk").values("official__slug")[:1]))
