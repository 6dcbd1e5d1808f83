"""How the desk finds rows by what is typed: through people in any spelling, and through the beginnings of words."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.db.models import Model, Q, QuerySet
from django.utils.text import smart_split, unescape_string_literal

from prisoners.models import Prisoner
from prisoners.row_words import begin
from prisoners.search import fold, ranked

#: What stands in `search_fields` for a person's spellings, at the end of the way to that person, and for the words of a
#: row, at the end of the way to it. A page that names one of the two names no column that is read letter by letter.
SPELLINGS, WORDS = "names__folded", "words"
#: So many rows that a search has found are kept by number.
FEW = 1000


def ways_to(end: str, fields: Sequence[str]) -> list[str]:
    """The ways that lead there, of a page that searches by these fields."""
    return [field.removesuffix(end) for field in fields if field.endswith(end)]


def found_by_people(rows: QuerySet, paths: Sequence[str], name: str) -> QuerySet:
    """The rows of people who go by a name like that; the paths lead to the people."""
    people = ranked(name, Prisoner.internal.all()) if paths else []
    return rows.filter(reduce(or_, (Q(**{f"{path}pk__in": people}) for path in paths), Q(pk__in=[])))


def found_by_words(rows: QuerySet, paths: Sequence[str], typed: str) -> QuerySet:
    """The rows of which, or of what the paths lead to, every word that is typed begins a word.

    One query a word. A word that few rows have is looked up first; one that very many have is asked of those then.
    """
    words = words_of(typed) if paths else []
    found, common = rows if words else rows.none(), []
    for ways in map(wordings, words):
        numbers = numbers_of(_begun(found, paths, ways))
        if isinstance(numbers, QuerySet):
            common.append(ways)
        else:
            found = found.filter(pk__in=numbers)
    return reduce(lambda rest, ways: rest.filter(pk__in=_begun(rest, paths, ways)), common, found)


def words_of(typed: str) -> list[str]:
    """The words that are typed; those between quotation marks stand together."""
    bits = [one for one in smart_split(typed) if any(letter.isalnum() for letter in one)]
    return [unescape_string_literal(one) if one[0] in "\"'" and one[0] == one[-1] else one for one in bits]


def wordings(typed: str) -> list[str]:
    """The words as they were typed, and folded to Latin letters where that is not the same but for capitals."""
    return [typed, folded] if (folded := fold(typed)) and folded != typed.casefold().strip() else [typed]


def numbers_of(rows: QuerySet) -> set[int] | QuerySet:
    """The rows by number where they are few: looked for once, and not again by the count and the list of a page."""
    found = list(rows.order_by().values_list("pk", flat=True)[: FEW + 1])
    return set(found) if len(found) <= FEW else rows.values("pk")


def _begun(rows: QuerySet, paths: Sequence[str], ways: list[str]) -> QuerySet:
    """The rows that have such a word themselves, and those that lead to one; each looked up by its own index."""
    parts = [_through(rows, path, ways).order_by().values("pk") for path in paths]
    return parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]


def _through(rows: QuerySet, path: str, ways: list[str]) -> QuerySet:
    if not path:
        return rows.filter(begin(rows.model, ways))
    model = _end_of(rows.model, path)
    return rows.filter(**{f"{path}in": model._base_manager.filter(begin(model, ways)).values("pk")})


def _end_of(model: type[Model], path: str) -> type[Model]:
    """The model to which a path like `charge__case__` leads."""
    for name in path.split("__")[:-1]:
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]
    return model
