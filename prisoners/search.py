"""Finding a person by any spelling: candidates by the keys of how words sound, then ranked by likeness.

The keys stand in an indexed column beside each spelling (`prisoners.sounds`), so that any PostgreSQL serves.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import combinations
from operator import and_, or_

from anyascii import anyascii
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func, IntegerField, Q, QuerySet, Value

from prisoners.likeness import INITIAL, LEAST, beginning_likeness, is_initial_of, name_likeness, word_likeness
from prisoners.models import PersonName, Prisoner
from prisoners.sounds import SHORT, keys_to_ask, latin, stems_of, words_of

#: So much of a query is read: no name has more words or letters.
MOST_WORDS, MOST_LETTERS = 6, 200
#: So many spellings are compared, and so many people found, at most.
MOST_CANDIDATES, MOST_FOUND = 600, 200
#: A name that is less like the query than this is not it, nor one that is so much less like it than the best; and
#: where the best is less like it than the last figure, the words are tried in one as well (Kara Murza, Karamurza).
GOOD_ENOUGH, BEHIND_THE_BEST, NO_DOUBT = 0.42, 0.17, 0.9

Words = tuple[tuple[str, ...], ...]


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


def ranked(query: str, rows: "QuerySet[Prisoner]") -> list[int]:
    """The primary keys of those of the prisoners who go by such a name, the likest first, at most `MOST_FOUND`."""
    asked = asked_words(query)
    if not asked:
        return []
    scores = _scores(rows, asked, query)
    if max(scores.values(), default=0.0) < NO_DOUBT:
        for joined in _joined(asked):
            others = _scores(rows, joined, query)
            scores.update({one: max(score, scores.get(one, 0.0)) for one, score in others.items()})
    best = max(scores.values(), default=0.0)
    least = max(GOOD_ENOUGH, best - BEHIND_THE_BEST)
    good = [prisoner for prisoner, score in scores.items() if score >= least]
    return sorted(good, key=lambda prisoner: (-scores[prisoner], prisoner))[:MOST_FOUND]


def _scores(rows: "QuerySet[Prisoner]", asked: Words, query: str) -> dict[int, float]:
    """How like the likest name of each candidate is."""
    spellings: dict[int, list[str]] = defaultdict(list)
    for prisoner, text in _candidates(rows, asked):
        spellings[prisoner].append(text)
    return {prisoner: _score(asked, query, texts) for prisoner, texts in spellings.items()}


def _joined(asked: Words) -> Iterable[Words]:
    """The query with two neighbouring words in one, for each pair of them."""
    for at in range(len(asked) - 1):
        one, two = asked[at : at + 2]
        yield (*asked[:at], tuple(one[0] + end for end in two), *asked[at + 2 :])


def asked_words(query: str) -> Words:
    """The words of a query in Latin letters, each with the stems it may have without the ending of a case."""
    parts = [word for word in query[:MOST_LETTERS].split() if latin(word)]
    found: list[tuple[str, ...]] = []
    for part in parts:
        words = words_of(part)
        stems = [stem for one in stems_of(part) for stem in words_of(one)] if len(words) == 1 else []
        found += [(word, *stems) if number == 0 else (word,) for number, word in enumerate(words)]
    return tuple(found[:MOST_WORDS])


def _candidates(rows: "QuerySet[Prisoner]", asked: Words) -> Iterable[tuple[int, str]]:
    """Spellings that share keys with the words: with all of them, else with two, else with the longest ones."""
    last = asked[-1]
    longest = sorted((words for words in asked if len(words[0]) > 1), key=lambda words: -len(words[0]))
    keys = [_keys(words, words is last) for words in longest]
    if not keys:
        keys = [_keys(words, True) for words in asked]
    sounds = [Q(keys__overlap=sorted(one)) for one in keys if one]
    for condition in _conditions(sounds):
        names = PersonName.internal.filter(
            condition, prisoner__in=rows.prefetch_related(None).order_by().values("pk")
        ).order_by()
        found = list(names.values_list("prisoner_id", "text")[:MOST_CANDIDATES])
        if found:
            yield from found
            if len(sounds) < 3 or len(found) > 2:
                return


def _conditions(sounds: Sequence[Q]) -> Iterable[Q]:
    if not sounds:
        return
    yield reduce(and_, sounds)
    if len(sounds) > 2:
        yield reduce(or_, (one & other for one, other in combinations(sounds, 2)))
    if len(sounds) > 1:
        yield from sounds


def _keys(words: tuple[str, ...], is_last: bool) -> set[str]:
    return {key for number, word in enumerate(words) for key in keys_to_ask(word, is_last and number == 0)}


def _score(asked: Words, query: str, texts: Sequence[str]) -> float:
    """How like the likest spelling of one person is; all spellings together count a little less."""
    spelt = [way for text in texts for way in _ways(words_of(text))]
    together = list(dict.fromkeys(word for words in spelt for word in words))
    like = {
        (words[0], word): value
        for number, words in enumerate(asked)
        for word in together
        if (value := _likeness(words, word, number == len(asked) - 1)) >= LEAST
    }
    plain = [words[0] for words in asked]
    typed = query.casefold().split()
    exact = any(text.casefold().split() == typed for text in texts)
    best = max(name_likeness(plain, words, like) for words in (*spelt, together))
    return best + (0.05 if exact else 0.0)


def _ways(words: list[str]) -> list[list[str]]:
    """A spelling as it is, and with two neighbouring words in one where one of them is short."""
    pairs = [at for at in range(len(words) - 1) if min(map(len, words[at : at + 2])) <= SHORT]
    return [words, *([*words[:at], words[at] + words[at + 1], *words[at + 2 :]] for at in pairs)]


def _likeness(asked: tuple[str, ...], word: str, is_last: bool) -> float:
    first, *stems = asked
    if len(first) == 1 or len(word) == 1:
        return INITIAL if is_initial_of(first[0], word) else 0.0
    values = [word_likeness(first, word), *(0.98 * word_likeness(stem, word) for stem in stems)]
    if is_last:
        values.append(beginning_likeness(first, word))
    return max(values)
