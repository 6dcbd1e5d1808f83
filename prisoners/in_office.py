"""Officials in what they did: of whom somebody was the judge, the prosecutor, the investigator.

Who acts in an office is named in public, with a source (`choices.IN_OFFICE`), so that the same judge is found in other
cases: by the words of the name, in any order, as the sources write it, and under all spellings that the record knows of
one official (`prisoners.officials`).
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from prisoners.choices import OFFICIALS
from prisoners.few import few, numbers_from, public_people, united
from prisoners.marked import Text
from prisoners.models import Defendant, Hearing, Involvement, Sanction
from prisoners.models.offices import NAMINGS, Naming
from prisoners.officials import asked_for, facts_of
from prisoners.row_words import Translated, has_words, says

_OF_THAT_NAME = """
WITH named AS MATERIALIZED ({named})
SELECT judge FROM named WHERE prisoners_words(ARRAY[judge]) @@ plainto_tsquery('simple', %s)
"""


def people_before(name: str) -> str:
    """The numbers of those in whose public hearings, sanctions, events and cases somebody of that name was an official.

    The address of an official finds that one's people alone; a name those of everybody whose name has all its words,
    and of the official who is spelt so. Of public people, as the text of an array of the database, in three queries.
    """
    found = [way for kind, rows in _facts(name) for way in _people(kind, rows)]
    return public_people(*united(found)) if found else "{}"


def hearings_before(name: str) -> str:
    """The same of public hearings: those that such an official judged, and all of the cases in which one had a part."""
    found = [way for kind, rows in _facts(name) for way in _hearings(kind, rows)]
    return numbers_from(*united(found))[0] if found else "{}"


def official(name: str, shown: Text = "", slug: str | None = None) -> SafeString:
    """A link to the page of an official of that address; without one, to everybody in whose cases the name stands.

    It says the name, or what is `shown`.
    """
    asked = f"?{urlencode({'official': name})}#results"
    way = reverse("prisoners:official", args=[slug]) if slug else reverse("prisoners:list") + asked
    return format_html('<a href="{}">{}</a>', way, shown or name)


def _facts(name: str) -> Iterator[tuple[Naming, QuerySet[Any]]]:
    """The public facts that name an official so, by their kind."""
    # The words as rows keep them: runs of letters and digits.
    words = re.sub(r"[\W_]+", " ", name).strip()
    if not words:
        return
    known = asked_for(name)
    for one in known:
        yield from facts_of(one.official, one.keys, one.country)
    if not any(one.is_address for one in known):
        yield from _named(words)


def _named(words: str) -> Iterator[tuple[Naming, QuerySet[Any]]]:
    query = SearchQuery(words, config="simple")
    judges = _judges(words, query)
    by_model = {kind.model: kind for kind in NAMINGS}
    yield by_model[Hearing], Hearing.internal.filter(says(query), judge__in=judges).in_sight().order_by()
    yield by_model[Sanction], Sanction.public.filter(says(query), judge__in=judges).order_by()
    parts = Involvement.public.filter(*has_words(query, "name", Translated("name")), role__in=OFFICIALS)
    yield by_model[Involvement], parts.order_by()


def _people(kind: Naming, rows: QuerySet[Any]) -> Iterator[QuerySet[Any]]:
    """The numbers of the people of facts of a kind, by each way that leads to them."""
    if kind.model is Hearing:
        yield few(Defendant.internal.order_by(), rows.values("case"), "case").values_list("prisoner")
    else:
        yield from (rows.values_list(way) for way in kind.who)


def _hearings(kind: Naming, rows: QuerySet[Any]) -> Iterator[QuerySet[Any]]:
    """The numbers of public hearings of facts of a kind; what was imposed names none."""
    if kind.model is Hearing:
        yield rows.values_list("pk")
    if kind.model is Involvement:
        of_their_cases: Any = few(Hearing.internal.order_by(), rows.values("case"), "case")
        yield of_their_cases.in_sight().values_list("pk")


def _judges(words: str, query: SearchQuery) -> list[str]:
    """As the sources write the judges of that name: each is compared once, however often the judge sat."""
    rows = (model.internal.filter(says(query)).order_by().values_list("judge") for model in (Hearing, Sanction))
    text, given = united(rows)
    with connection.cursor() as cursor:
        cursor.execute(_OF_THAT_NAME.format(named=text), [*given, words])
        return [name for (name,) in cursor.fetchall()]
