"""By what the desk finds rows: how their words begin, in an index of the database, whatever path wrote the rows.

A word is a run of letters and digits, so that the number 1-23/2019 is three that follow each other, and capitals do not
count. Two functions of the database say so once, for what is kept and for what is asked (migration 0024).
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQueryField, SearchVectorField
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


class _Begin(Func):
    """Whether words begin as what is asked."""

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
    """That a word of a row of a model with such an index begins in one of these ways."""
    kept = (expression for index in model._meta.indexes for expression in index.expressions)
    words = next(one for one in kept if isinstance(one, Words))
    return _Begin(words, _Beginning(*(Value(way) for way in ways)))
