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
from prisoners.few import few, public_people, united
from prisoners.marked import Text
from prisoners.models import Defendant, Hearing, Involvement, Sanction
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
    # The words as rows keep them: runs of letters and digits.
    words = re.sub(r"[\W_]+", " ", name).strip()
    if not words:
        return "{}"
    known = asked_for(name)
    rows = [rows for one in known for rows in _under_all_spellings(one.keys, one.country)]
    if not any(one.is_address for one in known):
        rows += _named(words)
    return public_people(*united(rows))


def official(name: str, shown: Text = "", slug: str | None = None) -> SafeString:
    """A link to the page of an official of that address; without one, to everybody in whose cases the name stands.

    It says the name, or what is `shown`.
    """
    asked = f"?{urlencode({'official': name})}#results"
    way = reverse("prisoners:official", args=[slug]) if slug else reverse("prisoners:list") + asked
    return format_html('<a href="{}">{}</a>', way, shown or name)


def _under_all_spellings(keys: list[str], country: str) -> Iterator[QuerySet[Any]]:
    for kind, rows in facts_of(keys, country):
        for way in kind.who:
            yield rows.values_list(way)


def _named(words: str) -> Iterator[QuerySet[Any]]:
    query = SearchQuery(words, config="simple")
    judges = _judges(words, query)
    sat = Hearing.internal.filter(says(query), judge__in=judges).in_sight().order_by()
    yield few(Defendant.internal.order_by(), sat.values("case"), "case").values_list("prisoner")
    yield Sanction.public.filter(says(query), judge__in=judges).order_by().values_list("prisoner")
    parts = Involvement.public.filter(*has_words(query, "name", Translated("name")), role__in=OFFICIALS).order_by()
    yield parts.values_list("event__prisoners")
    yield parts.values_list("case__defendants")


def _judges(words: str, query: SearchQuery) -> list[str]:
    """As the sources write the judges of that name: each is compared once, however often the judge sat."""
    rows = (model.internal.filter(says(query)).order_by().values_list("judge") for model in (Hearing, Sanction))
    text, given = united(rows)
    with connection.cursor() as cursor:
        cursor.execute(_OF_THAT_NAME.format(named=text), [*given, words])
        return [name for (name,) in cursor.fetchall()]
