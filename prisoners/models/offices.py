"""Where facts name officials, as the database compares names: by their words, in any order and without capitals.

A fact has the name as its source writes it and no reference to an official; whose it is follows from the words, so that
importing and exporting change nothing of what facts say.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery
from django.db.models import BooleanField, F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from prisoners.choices import OFFICIALS
from prisoners.models.cases import Hearing
from prisoners.models.involvements import Involvement
from prisoners.models.sanctions import Sanction
from prisoners.row_words import says

#: A column of the row itself, or of the row of the query around it.
Ref = Callable[[str], Any]


class Key(Func):
    """The words of a name, each once and in their order, by which two ways to write it are one spelling."""

    function = "prisoners_official_key"
    output_field = TextField()


class Keys(Func):
    """The same of a name that a fact has in one or several languages; the second column holds the other ones."""

    function = "prisoners_official_keys"
    output_field = ArrayField(TextField())


class Meets(Func):
    """Whether two arrays share an entry."""

    template, arg_joiner = "%(expressions)s", " && "
    output_field = BooleanField()


class IsOneOf(Func):
    """Whether a text is one of an array."""

    template, arg_joiner = "(%(expressions)s))", " = ANY("
    output_field = BooleanField()


class _Array(Func):
    """Texts as one array of the database."""

    template = "ARRAY[%(expressions)s]::text[]"
    output_field = ArrayField(TextField())


@dataclass(frozen=True)
class Naming:
    """A kind of fact that names officials: the names as `Keys` and the country in which one acted, of a row or around.

    `column` holds the name as its source has it; `who` leads to the people of the fact, by one or several ways.
    """

    model: Any
    column: str
    keys: Callable[[Ref], Keys]
    country: Callable[[Ref], Any]
    who: tuple[str, ...]
    condition: Q = field(default_factory=Q)

    def rows(self, keys: Sequence[Any], country: Any) -> QuerySet[Any]:
        """The public facts of a country that name somebody by one of these keys, in no order.

        What rows say is indexed, and asked first; the names alone are compared then.
        """
        return self.named(self.model.public, keys, country)

    def named(self, door: Any, keys: Sequence[Any], country: Any) -> QuerySet[Any]:
        """The same of the facts that one sees through a door of the model."""
        return self.saying(door, keys, country).filter(self.is_called(in_array(keys)))

    def saying(self, door: Any, keys: Sequence[Any], country: Any) -> QuerySet[Any]:
        """The facts of a country that say all words of one of these keys, whether or not as the name."""
        said = reduce(or_, (SearchQuery(key, config="simple") for key in keys))
        rows = door.filter(self.condition, says(said)).alias(country_of=self.country(F))
        return rows.filter(country_of=country).order_by()

    def is_called(self, keys: Any) -> Meets:
        """Whether the name of a fact, in one of its languages, is one of an array of keys."""
        return Meets(self.keys(F), keys)

    @property
    def is_of_several_names(self) -> bool:
        """Whether a fact has the name in several languages, each of which may be another official's."""
        return self.model is Involvement


def in_array(keys: Sequence[Any]) -> Func:
    """Keys, or columns that hold them, as an array of the database."""
    return _Array(*map(_as_value, keys))


def _as_value(key: Any) -> Any:
    return Value(key) if isinstance(key, str) else key


def _of_a_judge(ref: Ref) -> Keys:
    return Keys(ref("judge"), Value(None))


def _of_a_part(ref: Ref) -> Keys:
    return Keys(ref("name"), ref("i18n"))


def _where_the_part_was(ref: Ref) -> Any:
    """The country of the case, or of the event; of an event that names none, that of its place."""
    return Coalesce(ref("case__country"), NullIf(ref("event__country"), Value("")), ref("event__place__country"))


NAMINGS = (
    Naming(Hearing, "judge", _of_a_judge, lambda ref: ref("case__country"), ("case__defendants",)),
    Naming(Sanction, "judge", _of_a_judge, lambda ref: ref("prisoner__country"), ("prisoner",)),
    Naming(
        Involvement,
        "name",
        _of_a_part,
        _where_the_part_was,
        ("case__defendants", "event__prisoners"),
        Q(role__in=OFFICIALS),
    ),
)


def facts_naming(keys: Sequence[Any], country: Any) -> Iterator[tuple[Naming, QuerySet[Any]]]:
    """The public facts of each kind that name an official of a country by one of these keys."""
    return ((one, one.rows(keys, country)) for one in NAMINGS)
