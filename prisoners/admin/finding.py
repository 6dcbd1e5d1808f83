"""How the desk finds rows by what is typed: through people in any spelling, and through the beginnings of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Model, QuerySet
from django.utils.text import smart_split, unescape_string_literal

from prisoners.models import Prisoner
from prisoners.row_words import begin
from prisoners.search import fold, ranked

#: What stands in `search_fields` for a person's spellings, at the end of the way to that person, and for the words of a
#: row, at the end of the way to it. A page that names one of the two names no column that is read letter by letter.
SPELLINGS, WORDS = "names__folded", "words"
#: So many rows a search finds: of more than that nobody reads all, and whoever looks for one types another word.
FEW = 1000


@dataclass(frozen=True)
class Found:
    """The rows that were found, by number; and whether these are all there are."""

    numbers: frozenset[int]
    are_all: bool = True

    def __or__(self, other: "Found") -> "Found":
        return Found(self.numbers | other.numbers, self.are_all and other.are_all)


def ways_to(end: str, fields: Sequence[str]) -> list[str]:
    """The ways that lead there, of a page that searches by these fields."""
    return [field.removesuffix(end) for field in fields if field.endswith(end)]


def found_by_people(rows: QuerySet, paths: Sequence[str], name: str) -> Found:
    """The rows of people who go by a name like that; the paths lead to the people."""
    people = ranked(name, Prisoner.internal.all()) if paths else []
    return reduce(or_, (numbers_of(rows.filter(**{f"{path}pk__in": people})) for path in paths), Found(frozenset()))


def found_by_words(rows: QuerySet, paths: Sequence[str], typed: str) -> Found:
    """The rows of which, or of what the paths lead to, every word that is typed begins a word.

    A word that few rows have is looked up; one that more have is asked of those then. Where all words are so common,
    the others are asked of some of the rows that have the first.
    """
    found = [_begun(rows, paths, ways) for ways in map(wordings, words_of(typed))] if paths else []
    rare = [one.numbers for one in found if one.are_all]
    if not found or len(rare) == len(found):
        return Found(frozenset.intersection(*rare) if rare else frozenset())
    among = frozenset.intersection(*rare) if rare else found[0].numbers
    common = [word for word, one in zip(words_of(typed), found, strict=True) if not one.are_all]
    for word in common if rare else common[1:]:
        among = _begun(rows.filter(pk__in=among), paths, wordings(word)).numbers
    return Found(among, are_all=bool(rare))


def words_of(typed: str) -> list[str]:
    """The words that are typed; those between quotation marks stand together."""
    bits = [one for one in smart_split(typed) if any(letter.isalnum() for letter in one)]
    return [unescape_string_literal(one) if one[0] in "\"'" and one[0] == one[-1] else one for one in bits]


def wordings(typed: str) -> list[str]:
    """The words as they were typed, and folded to Latin letters where that is not the same but for capitals."""
    return [typed, folded] if (folded := fold(typed)) and folded != typed.casefold().strip() else [typed]


def numbers_of(rows: QuerySet) -> Found:
    """The rows by number: looked for once, and not again by the count and the list of a page."""
    found = list(rows.order_by().values_list("pk", flat=True)[: FEW + 1])
    return Found(frozenset(found[:FEW]), len(found) <= FEW)


def _begun(rows: QuerySet, paths: Sequence[str], ways: list[str]) -> Found:
    """The rows that have such a word themselves, and those that lead to one; each looked up by its own index."""
    return reduce(or_, (_through(rows, path, ways) for path in paths))


def _through(rows: QuerySet, path: str, ways: list[str]) -> Found:
    if not path:
        return numbers_of(rows.filter(begin(rows.model, ways)))
    model = _end_of(rows.model, path)
    ends = numbers_of(model._base_manager.filter(begin(model, ways)))
    found = numbers_of(rows.filter(**{f"{path}in": ends.numbers}))
    return Found(found.numbers, found.are_all and ends.are_all)


def _end_of(model: type[Model], path: str) -> type[Model]:
    """The model to which a path like `charge__case__` leads."""
    for name in path.split("__")[:-1]:
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]
    return model
