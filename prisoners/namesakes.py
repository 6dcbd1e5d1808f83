"""Officials found by how their names sound, in any script: those asked for, and those who are likely the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.contrib.postgres.fields import ArrayField
from django.db.models import QuerySet, TextField, Value

from prisoners.choices import PublicationState
from prisoners.importing.likeness import likeness
from prisoners.importing.name_words import words
from prisoners.likeness import name_likeness, word_likeness
from prisoners.models import Official, OfficialSpelling
from prisoners.name_fields import NameSoundsField
from prisoners.search import GOOD_ENOUGH, fold
from prisoners.sounds import words_of

#: So many spellings are compared, and so many officials named.
MOST_COMPARED, MOST_NAMED = 2000, 5


@dataclass(frozen=True)
class Namesake:
    """An official, and the spelling that is so like the name."""

    official: Official
    spelling: str
    likeness: float


def namesakes(name: str, country: str = "") -> list[Namesake]:
    """The officials of a country (of all without one) with a spelling that is likely the same name, the likest first.

    Drafts too: this is for the desk. One query.
    """
    return namesakes_of([(name, country)])[0]


def namesakes_of(names: Sequence[tuple[str, str]]) -> list[list[Namesake]]:
    """The same of many names with their countries; one query for all of them."""
    sounds = [frozenset(NameSoundsField().computed(name)) for name, _country in names]
    spellings = list(
        _sounding_like(frozenset[str]().union(*sounds), OfficialSpelling.internal.select_related("official"))
    )
    return [
        _likest(name, [one for one in spellings if country in ("", one.country) and not its.isdisjoint(one.sounds)])
        for (name, country), its in zip(names, sounds, strict=True)
    ]


def is_likely_the_same(one: str, other: str) -> float:
    """How like two names are, from 0 to 1; 0 for two names."""
    return 1.0 if fold(one) == fold(other) else likeness(words(one), words(other))


def _likest(name: str, spellings: Iterable[OfficialSpelling]) -> list[Namesake]:
    best: dict[int, Namesake] = {}
    for one in spellings:
        like = is_likely_the_same(name, one.text)
        if like and (one.official_id not in best or best[one.official_id].likeness < like):
            best[one.official_id] = Namesake(one.official, one.text, like)
    return sorted(best.values(), key=lambda one: -one.likeness)[:MOST_NAMED]


def found_by(asked: str) -> list[int]:
    """The numbers of public officials who have a spelling that readers see and that is like it; two queries."""
    wanted = [(word, 1) for word in words_of(asked)]
    published = OfficialSpelling.internal.filter(official__state=PublicationState.PUBLISHED)
    alike = [one.pk for one in _sounding_like(NameSoundsField().computed(asked), published) if _is_like(wanted, one)]
    # Asked last: to see that a fact has a spelling takes longer than to compare it.
    return list(OfficialSpelling.public.filter(pk__in=alike).order_by().values_list("official", flat=True))


def _is_like(wanted: list[tuple[str, int]], spelling: OfficialSpelling) -> bool:
    its = words_of(spelling.text)
    return name_likeness(wanted, its, _alike(wanted, its)) >= GOOD_ENOUGH


def _alike(wanted: list[tuple[str, int]], its: list[str]) -> dict[tuple[str, str], float]:
    """How like each two words are that are written out."""
    return {
        (one, other): word_likeness(one, other)
        for one, _count in wanted
        for other in its
        if min(len(one), len(other)) > 1
    }


def _sounding_like(sounds: Iterable[str], spellings: QuerySet[OfficialSpelling]) -> Iterator[OfficialSpelling]:
    """Spellings that share a sound of a word with a name."""
    asked = Value(sorted(sounds), output_field=ArrayField(TextField()))
    yield from spellings.filter(sounds__overlap=asked).order_by("pk")[:MOST_COMPARED]
