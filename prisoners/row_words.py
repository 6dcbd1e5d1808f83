"""By what rows are found: their words, in an index of the database, whatever path wrote the rows.

A word is a run of letters and digits, so that the number 1-23/2019 is three, and capitals do not count. The desk asks
how words begin, readers which words are said in any language, as it bends them; functions of the database say once
what is kept and what is asked (migrations 0024 and 0037).
"""

from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchQueryField, SearchVectorField
from django.db.models import BooleanField, Func, Model, TextField, Value


class Words(Func):
    """The words of columns of texts, or of lists of texts."""

    function, arg_joiner = "prisoners_words", " || "
    template = "%(function)s('{}'::text[] || %(expressions)s)"
    output_field = SearchVectorField()


class Translated(Func):
    """What a field says in all the languages into which it has been put."""

    function = "prisoners_translated"
    template = "%(function)s('%(named)s', %(expressions)s)"
    output_field = TextField()

    def __init__(self, field: str) -> None:
        super().__init__("i18n", named=field)


class Said(Func):
    """What a row says in all languages, bent and unbent: a column that the database fills by itself (migration 0037).

    Django does not know it, and so does not read it with every row.
    """

    output_field = SearchVectorField()

    def __init__(self) -> None:
        super().__init__("pk")

    def as_sql(self, compiler: Any, connection: Any, *_given: Any, **_context: Any) -> Any:
        key, given = compiler.compile(self.get_source_expressions()[0])
        return f'{key.rpartition(".")[0]}."said"', given


class _Matches(Func):
    """Whether words are as what is asked."""

    template, arg_joiner = "%(expressions)s", " @@ "
    output_field = BooleanField()


class _Beginning(Func):
    """What is asked, in one of several ways to write it."""

    function, output_field = "prisoners_beginning", SearchQueryField()
    template = "%(function)s(ARRAY[%(expressions)s]::text[])"


def by_words(name: str, *columns: str | Func) -> GinIndex:
    """An index by the words of these columns; the desk searches by it, and readers look for cases by it."""
    return GinIndex(Words(*columns), name=name, fastupdate=False)


def begin(model: type[Model], ways: list[str]) -> Func:
    """That a word of a row of a model with such an index, or that says something, begins in one of these ways."""
    kept = (expression for index in model._meta.indexes for expression in index.expressions)
    words = next((one for one in kept if isinstance(one, Words)), Said())
    return _Matches(words, _Beginning(*(Value(way) for way in ways)))


def has_words(query: SearchQuery, *columns: "str | Func") -> tuple[Func, Func]:
    """That these columns of a row that says something have all the words; by the index of what it says."""
    return says(query), _Matches(Words(*columns), query)


def says(asked: Any) -> Func:
    """That a row of a model that says something says what is asked."""
    return _Matches(Said(), asked)
