"""What public facts say, in every language of the site: which kinds say it of whom, and the numbers of these people.

Words are found as the languages bend them, by the stems of PostgreSQL's own dictionaries, the last one also as it
begins; in a language without such a dictionary all are. All that is asked has to stand in one fact, in its text or in
what pages print beside that: what its kind is called, its place, its organisation (`prisoners.called`). It is looked up
in the facts themselves (migrations 0037, 0043 and 0050): what is withdrawn, or gone, is not found from then on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db.models import Func, Q, QuerySet, Value
from django.db.models.functions import Cast

from prisoners.called import BESIDE, NAMED, Word, sought
from prisoners.choices import PublicationState
from prisoners.few import few, public_people, united, within
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    ChargeStep,
    Defendant,
    Detention,
    Event,
    Figure,
    Hearing,
    Involvement,
    Prisoner,
    Sanction,
    Statement,
    StatusReport,
    Variant,
)
from prisoners.row_words import says

#: Shorter words begin too many others.
SHORTEST = 3
#: No numbers, as the text of an array of the database.
NOBODY = "{}"
#: What stands where what is asked will stand: of which word the ways to write it, or the rows that are called so.
_ASKED = re.compile(r"<(ways|place|organisation) (\d+)>")


@dataclass(frozen=True)
class Kind:
    """A kind of fact: where its people are, and its date.

    `through` is what has to be public as well, beside the people, whom everybody who asks looks up among the public. Of
    what is `guarded` the public door asks more than that.
    `tied` is the model by whose rows people hang on it, where there are several of them: on what it names by its own
    field (`by`), which is the fact or what the fact belongs to. `of` leads to the fact of which it is another report.
    """

    model: Any
    who: str
    day: str = ""
    through: str = ""
    tied: Any = None
    by: str = ""
    guarded: bool = False
    of: str = ""

    def people_of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The numbers of the people whom these facts are about."""
        if self.tied is None:
            return rows.values_list(self.who)
        # The facts are looked up first: the database would read all ties there are beside them.
        known = rows.values("pk" if self.by == self.model._meta.model_name else self.known_by)
        return few(self.tied._base_manager.order_by(), known, self.by).values_list("prisoner")

    @property
    def known_by(self) -> str:
        """The way from a row to what the ties name."""
        return f"{self.of}__{self.by}" if self.of not in ("", self.by) else self.by


def _variant(of: str, who: str, tied: Any = None, by: str = "") -> Kind:
    """Other reports of the facts of a kind."""
    return Kind(Variant, f"{of}__{who}", "reported_on", tied=tied, by=by, guarded=True, of=of)


KINDS = (
    Kind(Event, "prisoners", "happened_on", tied=Event.prisoners.through, by="event"),
    Kind(Figure, "event__prisoners", "claimed_on", through="event", tied=Event.prisoners.through, by="event"),
    Kind(Case, "defendants", "opened_on", tied=Defendant, by="case"),
    Kind(Charge, "prisoner", "brought_on", through="case"),
    Kind(Sanction, "prisoner", "imposed_on"),
    Kind(Detention, "prisoner", "started_on"),
    Kind(Hearing, "case__defendants", "held_on", through="case", tied=Defendant, by="case"),
    Kind(Involvement, "event__prisoners", "event__happened_on", tied=Event.prisoners.through, by="event", guarded=True),
    Kind(Involvement, "case__defendants", "case__opened_on", tied=Defendant, by="case", guarded=True),
    Kind(Statement, "prisoners", "said_on", tied=Statement.prisoners.through, by="statement"),
    Kind(StatusReport, "prisoner", "reported_on"),
    Kind(Affiliation, "prisoner", "held_on"),
    Kind(Prisoner, "pk"),
    Kind(ChargeStep, "charge__prisoner", "since_on", guarded=True),
    _variant("charge", "prisoner"),
    _variant("sanction", "prisoner"),
    _variant("detention", "prisoner"),
    _variant("affiliation", "prisoner"),
    _variant("hearing", "case__defendants", tied=Defendant, by="case"),
    _variant("event", "prisoners", tied=Event.prisoners.through, by="event"),
)


def is_word(asked: str) -> bool:
    """Whether one of the words is long enough to look for."""
    return any(sum(map(str.isalnum, word)) >= SHORTEST for word in asked.split())


def facts(kind: Kind, words: Sequence[Word]) -> QuerySet[Any]:
    """The facts of a kind that say these words and are public as soon as their people are, in no order."""
    told = _told(kind, words)
    if kind.of:
        reported: Any = kind.model._meta.get_field(kind.of).related_model
        return kind.model.internal.filter(told, **{f"{kind.of}__in": reported.public.order_by()}).order_by()
    if kind.guarded:
        return kind.model.public.filter(told).order_by()
    rows = kind.model.internal.filter(told, state=PublicationState.PUBLISHED).order_by()
    if not kind.through:
        return rows
    # What is not public is looked up: that is less than what is.
    above: Any = kind.model._meta.get_field(kind.through).related_model
    hidden = above.internal.filter(state__in=PublicationState.hidden()).order_by().values("pk")
    return rows.exclude(**{f"{kind.through}__in": hidden})


def _told(kind: Kind, words: Sequence[Word]) -> Q:
    """That a fact says each of the words, or names what is called so; all that can be asked in one look is."""
    fields = [one for one in NAMED if hasattr(kind.model, one)]
    named = [(word, [one for one in fields if word.named[one] != NOBODY]) for word in words]
    said = " & ".join(f"({word.ways})" for word, its in named if not its)
    either = (
        reduce(or_, (Q(within(f"{one}_id", word.named[one])) for one in its), Q(_says(word.ways)))
        for word, its in named
        if its
    )
    return reduce(and_, either, Q(_says(said)) if said else Q())


def _says(query: str) -> Func:
    return says(Cast(Value(query), SearchQueryField()))


def people(asked: str) -> str:
    """The numbers of the public people of whom such a fact says it, in order, as the text of an array; two queries."""
    return people_of(sought(asked))


def people_of(words: Sequence[Word]) -> str:
    """The same of words that were looked up before; one query, none where there are no words."""
    if not words:
        return NOBODY
    shape = tuple(tuple(one for one in NAMED if word.named[one] != NOBODY) for word in words)
    text, given = _question(shape, kinds_of(words))

    def asked(found: re.Match[str]) -> str:
        word = words[int(found[2])]
        return word.ways if found[1] == "ways" else word.named[found[1]]

    return public_people(text, [_ASKED.sub(asked, one) if isinstance(one, str) else one for one in given])


def kinds_of(words: Sequence[Word]) -> tuple[Kind, ...]:
    """The kinds of facts that may say all of these words."""
    silent = set(BESIDE) - set(BESIDE).intersection(*(word.beside for word in words))
    return tuple(kind for kind in KINDS if kind.model not in silent)


@lru_cache(maxsize=200)
def _question(shape: tuple[tuple[str, ...], ...], kinds: tuple[Kind, ...]) -> tuple[str, tuple[Any, ...]]:
    """The query of kinds of facts, put into words once, with places where the words of what is asked will stand.

    `shape` says of each word by which fields rows name what is called so.
    """
    words = [
        Word(f"<ways {number}>", {one: f"<{one} {number}>" if one in fields else NOBODY for one in NAMED})
        for number, fields in enumerate(shape)
    ]
    return united(kind.people_of(facts(kind, words)) for kind in kinds)
