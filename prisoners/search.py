"""Finding a person by any spelling: everything is folded to plain lower-case Latin letters."""

import unicodedata

from anyascii import anyascii
from django.db.models import Q, QuerySet

from prisoners.models import PersonName, Prisoner


def fold(text: str) -> str:
    """A name as it is searched: NFKD, lower case, Latin letters and digits, single spaces.

    The same for "Ерлан Балтабай", "Yerlan Baltabaý" and what is typed into the search field.
    """
    latin = anyascii(unicodedata.normalize("NFKD", text.lower())).lower()
    words = "".join(one if one.isalnum() else " " for one in latin if one not in "'`")
    return " ".join(words.split())


def find(rows: "QuerySet[Prisoner]", query: str) -> "QuerySet[Prisoner]":
    """Those of the prisoners of whom every word of the query is found in one spelling or another."""
    for word in fold(query).split():
        names = PersonName.internal.filter(folded__contains=word).order_by().values("prisoner_id")
        rows = rows.filter(Q(pk__in=names))
    return rows
