"""Finding a person by any spelling in any script, the likeliest first.

The keys of how each word may sound (`prisoners.sounds`) choose candidates from the database; how like their spellings
are to what is asked (`prisoners.likeness`) ranks them. No extension of PostgreSQL is needed.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from anyascii import anyascii
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from prisoners.likeness import beginning_likeness, is_initial_of, name_likeness, word_likeness
from prisoners.models import PersonName, Prisoner
from prisoners.sounds import keys_to_ask, latin, stems_of, words_of

#: What is typed beyond this is not read: no name has more.
MOST_LETTERS, MOST_WORDS = 120, 6
#: Spellings that are compared at most for one question, and people that one question finds at most.
MOST_CANDIDATES, MOST_FOUND = 3000, 100
#: Spellings less like the question than this are other people; so is who is that much less like it than the best.
LEAST, SPREAD = 0.7, 0.16
#: Below this the best so far is doubted, and one word of the question is allowed to be wrong altogether.
DOUBT = 0.8
#: What a word is worth of which the ending of a case had to be taken away.
DECLINED = 0.985


@dataclass(frozen=True)
class Asked:
    """One word of a question: its forms in Latin letters (as typed, and without the ending of a case)."""

    forms: tuple[str, ...]
    is_last: bool

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter."""
        return len(self.forms[0]) == 1

    def keys(self) -> list[str]:
        """The keys of all its forms."""
        return sorted({key for form in self.forms for key in keys_to_ask(form, self.is_last)})

    def likeness(self, word: str) -> float:
        """How like it is to a word of the record, from 0 to 1."""
        if self.is_initial or len(word) == 1:
            return 0.72 if is_initial_of(self.forms[0][:1], word[:1]) else 0.0
        best = max(
            word_likeness(form, word) * (1 if number == 0 else DECLINED) for number, form in enumerate(self.forms)
        )
        return max(best, beginning_likeness(self.forms[0], word)) if self.is_last else best


def fold(text: str) -> str:
    """A name as it is searched: NFKD, lower case, Latin letters and digits, single spaces.

    The same for "Ерлан Балтабай", "Yerlan Baltabaý" and what is typed into the search field.
    """
    latin_letters = anyascii(unicodedata.normalize("NFKD", text.lower())).lower()
    words = "".join(one if one.isalnum() else " " for one in latin_letters if one not in "'`")
    return " ".join(words.split())


def find(rows: "QuerySet[Prisoner]", query: str) -> "QuerySet[Prisoner]":
    """Those of the prisoners of whom a spelling is like the question, the likeliest first; all for no question."""
    if not query.strip():
        return rows
    found = ranked(query, rows)
    order = Case(
        *(When(pk=pk, then=Value(place)) for place, pk in enumerate(found)),
        default=Value(len(found)),
        output_field=IntegerField(),
    )
    return rows.filter(pk__in=found).order_by(order, "pk")


def ranked(query: str, rows: "QuerySet[Prisoner]") -> list[int]:
    """The primary keys of the prisoners whom a question may mean, the likeliest first."""
    words = words_asked(query)
    if not words:
        return []
    visible = PersonName.internal.filter(prisoner__in=rows.prefetch_related(None).order_by().values("pk"))
    scores = _scores(words, _those_with(visible, words, and_))
    if len(words) > 1 and max(scores.values(), default=0) < DOUBT:
        scores |= _scores(words, _those_with(visible, words, or_))
    if not scores:
        scores = _scores_of_parts(query, visible)
    least = max(LEAST, max(scores.values(), default=0) - SPREAD)
    best = sorted(((-score, pk) for pk, score in scores.items() if score >= least))
    return [pk for _score, pk in best[:MOST_FOUND]]


def words_asked(query: str) -> list[Asked]:
    """The words of a question, each with the forms it may have been declined from."""
    parts = [part for part in _parts(query[:MOST_LETTERS]) if latin(part)][:MOST_WORDS]
    return [Asked(_forms(part), is_last=number == len(parts) - 1) for number, part in enumerate(parts)]


def _parts(query: str) -> list[str]:
    visible = unicodedata.normalize("NFC", "".join(one for one in query if unicodedata.category(one) != "Cf"))
    joined = "".join(
        one if one.isalnum() or one in "'’ʼʻ`´ʹʺ" or unicodedata.combining(one) else " " for one in visible
    )
    # A name written without spaces (Chinese, Korean) is several words in Latin letters.
    return [piece for part in joined.split() for piece in (words_of(part) if " " in latin(part) else [part])]


def _forms(part: str) -> tuple[str, ...]:
    stems = [latin(stem) for stem in stems_of(part)] if part.isalpha() and not part.isascii() else []
    return tuple(dict.fromkeys("".join(form.split())[:24] for form in (latin(part), *stems) if form))


def _those_with(names: "QuerySet[Any]", words: Sequence[Asked], join: Any) -> list[tuple[int, list[str]]]:
    """Spellings that share keys with every word (or with any); initials choose nobody."""
    conditions = [Q(keys__overlap=word.keys()) for word in words if not word.is_initial]
    if not conditions:
        return []
    rows = names.filter(reduce(join, conditions)).order_by().values_list("prisoner_id", "words")
    return list(rows[:MOST_CANDIDATES])


def _scores(words: Sequence[Asked], spellings: Iterable[tuple[int, list[str]]]) -> dict[int, float]:
    """How like the best spelling of each prisoner is to the question."""
    like: dict[tuple[str, str], float] = {}
    scores: dict[int, float] = defaultdict(float)
    asked = [word.forms[0] for word in words]
    for pk, spelling in spellings:
        for word in words:
            for one in spelling:
                if (word.forms[0], one) not in like:
                    like[word.forms[0], one] = word.likeness(one)
        scores[pk] = max(scores[pk], name_likeness(asked, spelling, like))
    return scores


def _scores_of_parts(query: str, names: "QuerySet[Any]") -> dict[int, float]:
    """Where nothing sounds alike: spellings that hold every word of the question somewhere."""
    parts = fold(query[:MOST_LETTERS]).split()
    if not parts or len("".join(parts)) < 2:
        return {}
    holding = names.filter(reduce(and_, (Q(folded__contains=part) for part in parts)))
    return dict.fromkeys(holding.order_by().values_list("prisoner_id", flat=True)[:MOST_FOUND], 1.0)
