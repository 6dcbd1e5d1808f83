"""Finding a person by any spelling: words of the record that are like those asked for, then the people who bear them.

The words stand once in a vocabulary with the keys of how they sound (`prisoners.vocabulary`), so that what is fuzzy is
looked up among words and not among people, rare words lead, and any PostgreSQL serves.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations, pairwise
from operator import or_

from anyascii import anyascii
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Q, QuerySet, Value
from rapidfuzz.fuzz import token_set_ratio

from prisoners.given_names import others_of
from prisoners.likeness import name_likeness
from prisoners.models import PersonName, Prisoner
from prisoners.name_fields import apart
from prisoners.sounds import LONGEST_WORD, stems_of, words_of
from prisoners.vocabulary import Asked, Like, words_like

#: So much of a query is read: no name has more words or letters.
MOST_WORDS, MOST_LETTERS = 6, 200
#: So many spellings are compared, and so many people found, at most.
MOST_CANDIDATES, MOST_FOUND = 600, 200
#: A word that so few spellings have is looked up for itself; of commoner ones two must meet. And of so many at most.
RARE, MOST_PAIRED = 150, 4
#: A name that is less like the query than this is not it, nor one that is so much less like it than the best.
GOOD_ENOUGH, BEHIND_THE_BEST = 0.45, 0.17
#: What the very spelling that was typed is ahead of others.
TYPED = 0.05


def fold(text: str) -> str:
    """A name as it is searched: NFKD, lower case, Latin letters and digits, single spaces.

    The same for "Ерлан Балтабай", "Yerlan Baltabaý" and what is typed into the search field.
    """
    folded = anyascii(unicodedata.normalize("NFKD", text.lower())).lower()
    words = "".join(one if one.isalnum() else " " for one in folded if one not in "'`")
    return " ".join(words.split())


def find(rows: "QuerySet[Prisoner]", query: str) -> "QuerySet[Prisoner]":
    """Those of the prisoners who go by a name like the query, the likest first; all of them for an empty query."""
    if not query.strip():
        return rows
    found = ranked(query, rows)
    place = Func(
        Value(found, output_field=ArrayField(BigIntegerField())),
        F("pk"),
        function="array_position",
        output_field=IntegerField(),
    )
    return rows.filter(pk__in=found).order_by(place)


def likest(query: str, spellings: Iterable[str]) -> str:
    """Of the spellings of one person the one that is the likest to a query; empty where there is none."""
    asked = fold(query)
    return max(spellings, key=lambda text: token_set_ratio(asked, fold(text)), default="")


def ranked(query: str, rows: "QuerySet[Prisoner]") -> list[int]:
    """The primary keys of those of the prisoners who go by such a name, the likest first, at most `MOST_FOUND`.

    Two queries, or one where no word of the record is like any that is asked for.
    """
    asked = asked_words(query)
    long = [one for one in asked if len(one.word) > 1]
    if not long:
        return []
    pairs = [_in_one(one, other) for one, other in pairwise(asked)]
    like = dict(zip((*long, *pairs), words_like([*long, *pairs]), strict=True))
    ways = [_Way([(one, like.get(one, Like())) for one in asked])]
    ways += [
        _Way([(one, like.get(one, Like())) for one in (*asked[:at], pair, *asked[at + 2 :])])
        for at, pair in enumerate(pairs)
        if like[pair].words
    ]
    return _best(_scores(ways, query, rows))


class _Way:
    """One way to read the query: its words, each with the words of the record that it can be."""

    def __init__(self, words: list[tuple[Asked, Like]]) -> None:
        self.words = words
        self.asked = [(asked.word, like.nearly) for asked, like in words]
        self.like = {(asked.word, word): value for asked, one in words for word, value in one.words.items()}

    def condition(self) -> Q | None:
        """Spellings that have two of the words, or one that is rare; any spelling of a single word."""
        known = sorted((like for _asked, like in self.words if like.words), key=lambda like: like.count)[:MOST_PAIRED]
        if len(known) == 1 and len(self.words) == 1:
            return _having(known[0])
        alone = [_having(like) for like in known if like.count <= RARE]
        pairs = [_having(one) & _having(other) for one, other in combinations(known, 2) if other.count > RARE]
        parts = [*alone, *pairs] or [_having(like) for like in known[:1]]
        return reduce(or_, parts) if parts else None


def _having(like: Like) -> Q:
    return Q(words__overlap=list(like.words))


def asked_words(query: str) -> list[Asked]:
    """The words of a query in Latin letters, each with the stems it may have without the ending of a case."""
    found: list[Asked] = []
    for part in query[:MOST_LETTERS].split():
        words = words_of(part)
        stems = [stem for one in stems_of(part) for stem in words_of(one)] if len(words) == 1 else []
        found += [Asked(word, tuple(stems), others=_others(word, stems)) for word in words]
    found = found[:MOST_WORDS]
    return [*found[:-1], replace(found[-1], is_unfinished=True)] if found else []


def _others(word: str, stems: Sequence[str]) -> tuple[str, ...]:
    """The name in other languages; where it is declined, that of the likeliest stem."""
    return next((others for form in (word, *stems) if (others := others_of(form))), ())


def _in_one(one: Asked, other: Asked) -> Asked:
    """Two neighbouring words in one (Kara Murza, Karamurza)."""
    word, *stems = (f"{one.word}{form}"[:LONGEST_WORD] for form in (other.word, *other.stems))
    return Asked(word, tuple(stems))


def _scores(ways: Sequence[_Way], query: str, rows: "QuerySet[Prisoner]") -> dict[int, float]:
    """How like the likest name of each candidate is."""
    conditions = [condition for way in ways if (condition := way.condition()) is not None]
    if not conditions:
        return {}
    people = rows.prefetch_related(None).order_by().values("pk")
    names = PersonName.internal.filter(reduce(or_, conditions), prisoner__in=people).order_by()
    spelt: dict[int, list[tuple[str, Sequence[str]]]] = defaultdict(list)
    for prisoner, text, words in names.values_list("prisoner_id", "text", "words")[:MOST_CANDIDATES]:
        spelt[prisoner].append((text, words))
    typed = query.casefold().split()
    return {prisoner: _score(ways, typed, its) for prisoner, its in spelt.items()}


def _score(ways: Sequence[_Way], typed: list[str], spelt: Sequence[tuple[str, Sequence[str]]]) -> float:
    """How like the likest spelling of one person is; all spellings together count as one."""
    readings = [words for _text, words in spelt]
    plain = [apart(words) for words in readings]
    together = list(dict.fromkeys(word for words in plain for word in words)) if len(plain) > 1 else []
    exact = any(text.casefold().split() == typed for text, _words in spelt)
    forms = [*(form for words, one in zip(readings, plain, strict=True) for form in _forms(words, one)), together]
    best = max(name_likeness(way.asked, words, way.like) for way in ways for words in forms if words)
    return best + (TYPED if exact else 0.0)


def _forms(words: Sequence[str], plain: Sequence[str]) -> list[list[str]]:
    """A spelling as it is, and with each pair of neighbours in one that stands in the column so."""
    found = [list(plain)]
    ends = set(words[len(plain) :])
    for at in range(len(plain) - 1):
        one = (plain[at] + plain[at + 1])[:LONGEST_WORD]
        if one in ends:
            found.append([*plain[:at], one, *plain[at + 2 :]])
    return found


def _best(scores: dict[int, float]) -> list[int]:
    least = max(GOOD_ENOUGH, max(scores.values(), default=0.0) - BEHIND_THE_BEST)
    good = [prisoner for prisoner, score in scores.items() if score >= least]
    return sorted(good, key=lambda prisoner: (-scores[prisoner], prisoner))[:MOST_FOUND]
