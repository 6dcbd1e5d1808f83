"""What public facts say, in every language of the site: which kinds say it of whom, and the numbers of these people.

Words are found as the languages bend them, by the stems of PostgreSQL's own dictionaries, the last one also as it
begins; in a language without such a dictionary all are. All that is asked has to stand in one fact. It is looked up in
the facts themselves (migration 0037): what is withdrawn, or gone, is not found from then on.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQueryField
from django.db import connection
from django.db.models import Func, Q, QuerySet, TextField, Value
from django.utils.translation import get_language

from prisoners.choices import PublicationState
from prisoners.few import few
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Defendant,
    Event,
    Figure,
    Hearing,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
)
from prisoners.row_words import says

#: Stands where the words that somebody asks will stand.
ASKED = "the words that are asked"
#: Shorter words begin too many others.
SHORTEST = 3


@dataclass(frozen=True)
class Kind:
    """A kind of fact: where its people are, its date, and a closed list whose words the page says beside its text.

    `through` is what has to be public as well, beside the people, whom everybody who asks looks up among the public.
    `tied` is the model by whose rows people hang on it, where there are several of them: on what it names by its own
    field (`by`), which is the fact or what the fact belongs to.
    """

    model: Any
    who: str
    day: str = ""
    listed: str = ""
    through: str = ""
    tied: Any = None
    by: str = ""

    def people_of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The numbers of the people whom these facts are about."""
        if self.tied is None:
            return rows.values_list("prisoner" if self.who == "prisoner" else "pk")
        # The facts are looked up first: the database would read all ties there are beside them.
        known = rows.values("pk" if self.by == self.model._meta.model_name else self.by)
        return few(self.tied._base_manager.order_by(), known, self.by).values_list("prisoner")


KINDS = (
    Kind(Event, "prisoners", "happened_on", "kind", tied=Event.prisoners.through, by="event"),
    Kind(Figure, "event__prisoners", "claimed_on", through="event", tied=Event.prisoners.through, by="event"),
    Kind(Case, "defendants", "opened_on", tied=Defendant, by="case"),
    Kind(Charge, "prisoner", "brought_on", through="case"),
    Kind(Sanction, "prisoner", "imposed_on"),
    Kind(Hearing, "case__defendants", "held_on", through="case", tied=Defendant, by="case"),
    Kind(Statement, "prisoners", "said_on", tied=Statement.prisoners.through, by="statement"),
    Kind(StatusReport, "prisoner", "reported_on"),
    Kind(Affiliation, "prisoner", "held_on"),
    Kind(Prisoner, "pk"),
)


class _Seeking(Func):
    """What is asked, in the language of the page, as the languages of the site bend it."""

    function, output_field = "prisoners_seeking", SearchQueryField()

    def __init__(self, asked: str) -> None:
        languages = Value([code for code, _name in settings.LANGUAGES], ArrayField(TextField()))
        super().__init__(Value(asked), Value(get_language() or settings.LANGUAGE_CODE), languages)


def is_word(asked: str) -> bool:
    """Whether one of the words is long enough to look for."""
    return any(sum(map(str.isalnum, word)) >= SHORTEST for word in asked.split())


def facts(kind: Kind, asked: str) -> QuerySet[Any]:
    """The facts of a kind that say it and are public as soon as their people are, in no order."""
    return _facts(kind, asked, _listed(kind, asked))


def _facts(kind: Kind, asked: str, listed: Collection[str]) -> QuerySet[Any]:
    told = Q(says(_Seeking(asked)))
    if listed:
        told |= Q(**{f"{kind.listed}__in": listed})
    rows = kind.model.internal.filter(told, state=PublicationState.PUBLISHED).order_by()
    if not kind.through:
        return rows
    # What is not public is looked up: that is less than what is.
    above: Any = kind.model._meta.get_field(kind.through).related_model
    hidden = above.internal.filter(state__in=PublicationState.hidden()).order_by().values("pk")
    return rows.exclude(**{f"{kind.through}__in": hidden})


def people(asked: str) -> str:
    """The numbers of those of whom such a fact says it, in order, as the text of an array of the database; one query.

    Some of them may not be public: whoever asks looks for the numbers among the public.
    """
    text, given = _question(get_language(), tuple(tuple(_listed(kind, asked)) for kind in KINDS))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT COALESCE(array_agg(who ORDER BY who), '{{}}')::text FROM ({text}) told (who)",  # noqa: S608
            [asked if one is ASKED else one for one in given],
        )
        return str(cursor.fetchone()[0])


@lru_cache(maxsize=200)
def _question(language: str | None, listed: tuple[tuple[str, ...], ...]) -> tuple[str, tuple[Any, ...]]:
    """The query of all kinds of facts for a language, put into words once, with `ASKED` where the words stand."""
    of_kinds = zip(KINDS, listed, strict=True)
    first, *others = (kind.people_of(_facts(kind, ASKED, values)) for kind, values in of_kinds)
    text, given = first.union(*others).query.sql_with_params()
    return text, tuple(given)


def _listed(kind: Kind, asked: str) -> list[str]:
    """The values of its closed list that are called so in the language of the page."""
    words = " ".join(asked.lower().split())
    choices = kind.model._meta.get_field(kind.listed).choices if kind.listed else ()
    return [value for value, label in choices if str(label).lower().startswith(words)]
