"""What public facts say, in every language of the site: which kinds say it of whom, and the numbers of these people.

Words are found as the languages bend them, by the stems of PostgreSQL's own dictionaries, the last one also as it
begins; in a language without such a dictionary all are. All that is asked has to stand in one fact. It is looked up in
the facts themselves (migration 0037): what is withdrawn, or gone, is not found from then on.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQueryField
from django.db import connection
from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.utils.translation import get_language

from prisoners.choices import PublicationState
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Event,
    Figure,
    Hearing,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
)
from prisoners.row_words import says

#: Shorter words begin too many others.
SHORTEST = 3


@dataclass(frozen=True)
class Kind:
    """A kind of fact: where its people are, its date, and a closed list whose words the page says beside its text.

    `through` is what has to be public as well, beside the people, whom everybody who asks looks up among the public.
    """

    model: Any
    who: str
    day: str = ""
    listed: str = ""
    through: str = ""


KINDS = (
    Kind(Event, "prisoners", "happened_on", "kind"),
    Kind(Figure, "event__prisoners", "claimed_on", through="event"),
    Kind(Case, "defendants", "opened_on"),
    Kind(Charge, "prisoner", "brought_on", through="case"),
    Kind(Sanction, "prisoner", "imposed_on"),
    Kind(Hearing, "case__defendants", "held_on", through="case"),
    Kind(Statement, "prisoners", "said_on"),
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
    told = Q(says(_Seeking(asked)))
    if listed := _listed(kind, asked):
        told |= Q(**{f"{kind.listed}__in": listed})
    rows = kind.model.internal.filter(told, state=PublicationState.PUBLISHED).order_by()
    if not kind.through:
        return rows
    # What is not public is looked up: that is less than what is.
    above: Any = kind.model._meta.get_field(kind.through).related_model
    hidden = above.internal.filter(state__in=PublicationState.hidden()).order_by().values("pk")
    return rows.exclude(**{f"{kind.through}__in": hidden})


def people(asked: str) -> str:
    """The numbers of those of whom such a fact says it, as an array of the database in words; one query.

    Some of them may not be public: whoever asks looks for the numbers among the public.
    """
    first, *others = (facts(kind, asked).annotate(who=F(kind.who)).values_list("who") for kind in KINDS)
    text, given = first.union(*others).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(array_agg(who), '{{}}')::text FROM ({text}) told (who) WHERE who > 0", given)  # noqa: S608
        return str(cursor.fetchone()[0])


def _listed(kind: Kind, asked: str) -> list[str]:
    """The values of its closed list that are called so in the language of the page."""
    words = " ".join(asked.lower().split())
    choices = kind.model._meta.get_field(kind.listed).choices if kind.listed else ()
    return [value for value, label in choices if str(label).lower().startswith(words)]
