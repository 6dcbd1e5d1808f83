"""Finding a person by any spelling: words of the record that are like those asked for, then the people who bear them.

The words stand once in a vocabulary with the keys of how they sound (`prisoners.vocabulary`), so that what is fuzzy is
looked up among words and not among people, rare words lead, and any PostgreSQL serves.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import combinations, pairwise
from operator import add, and_, or_

from anyascii import anyascii
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Case, F, Func, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from rapidfuzz.fuzz import token_set_ratio

from prisoners.asking import as_foreign, asked_words, in_one
from prisoners.few import few
from prisoners.keyboards import is_hardly_a_name, typed_elsewhere
from prisoners.likeness import name_likeness
from prisoners.models import PersonName, Prisoner
from prisoners.name_fields import apart
from prisoners.sounds import LONGEST_WORD
from prisoners.vocabulary import SAME, Asked, Like, words_like

#: So many spellings are compared, and so many people found, at most.
MOST_CANDIDATES, MOST_FOUND = 400, 200
#: A word that so few spellings have is looked up for itself; of commoner ones two must meet. And of so many at most.
RARE, MOST_PAIRED = 150, 4
#: A name that is less like the query than this is not it, nor one that is so much less like it than the best.
GOOD_ENOUGH, BEHIND_THE_BEST = 0.53, 0.125
#: What may have been meant is no less like it than this.
PERHAPS_MEANT = 0.33
#: Two words that are written in one are less like a word than this are not it: it would stand for the whole name.
IN_ONE = 0.79
#: What the very spelling that was typed is ahead of others.
TYPED = 0.05


#: What the other alphabet of the keyboard makes of a query must be so like a name: hardly anything looks like one.
SWITCHED = 0.7
#: And what Chinese characters make of the sound of a foreign name, where nobody is called so in Chinese.
BY_SOUND = 0.68

#: By what no index is ordered: the database must find all first. With a limit alone it took every tenth name of many
#: words for common, and read through all there are until it had so many: a second instead of a fiftieth of one.
_NUMBER_OF_WORDS = Func(F("words"), function="cardinality", output_field=IntegerField())


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


def nearly(query: str, rows: "QuerySet[Prisoner]") -> list[int]:
    """The primary keys of those whom somebody may have meant who found nobody by a name, the likest first."""
    return ranked(query, rows, PERHAPS_MEANT)


def ranked(query: str, rows: "QuerySet[Prisoner]", least: float = GOOD_ENOUGH) -> list[int]:
    """The primary keys of those of the prisoners who go by such a name, the likest first, at most `MOST_FOUND`.

    Two queries, or one where no word of the record is like any that is asked for; the same again for what the keys
    write in another alphabet, where nobody is found or the query does not look like a name, and for a foreign name in
    Chinese characters, where nobody is found.
    """
    scores = _read(asked_words(query), query, rows)
    found = _best(scores, least)
    switched = typed_elsewhere(query) if not found or is_hardly_a_name(query) else ""
    others = _at_least(SWITCHED, _read(asked_words(switched), switched, rows)) if switched else {}
    if not found and (foreign := as_foreign(query)):
        others = _at_least(BY_SOUND, _read(foreign, query, rows))
    return _best({who: max(scores.get(who, 0.0), others.get(who, 0.0)) for who in scores | others}, least)


def _at_least(least: float, scores: dict[int, float]) -> dict[int, float]:
    return {who: score for who, score in scores.items() if score >= least}


def _read(asked: Sequence[Asked], query: str, rows: "QuerySet[Prisoner]") -> dict[int, float]:
    """How like their likest name is to the query, read as these words, of all who have one that may be it."""
    long = [one for one in asked if len(one.word) > 1]
    if not long:
        return {}
    pairs = {at: in_one(*both) for at, both in enumerate(pairwise(asked)) if all(len(one.word) > 1 for one in both)}
    words = [*long, *pairs.values()]
    like = dict(zip(words, words_like(words), strict=True))
    like |= {pair: like[pair].at_least(IN_ONE) for pair in pairs.values()}
    ways = [_Way([(one, like.get(one, Like())) for one in asked])]
    ways += [
        _Way([(one, like.get(one, Like())) for one in (*asked[:at], pair, *asked[at + 2 :])], like[pair])
        for at, pair in pairs.items()
        if like[pair].words
    ]
    return _scores(ways, query, rows)


class _Way:
    """One way to read the query: its words, each with the words of the record that it can be.

    Where two of them are read in one, it leads only to spellings that have a word like that.
    """

    def __init__(self, words: list[tuple[Asked, Like]], in_one: Like | None = None) -> None:
        self.words = words
        self.needs = frozenset(in_one.words) if in_one else frozenset[str]()
        self.asked = [(asked.word, like.nearly) for asked, like in words]
        self.like = {(asked.word, word): value for asked, one in words for word, value in one.words.items()}

    def likeness(self, spelling: Sequence[str]) -> float:
        """How like a spelling is to the query read so."""
        if self.needs and self.needs.isdisjoint(spelling):
            return 0.0
        return name_likeness(self.asked, spelling, self.like)

    def parts(self) -> "list[tuple[tuple[str, ...], ...]]":
        """By which words spellings are found: two that were asked for, or a rare one; any spelling of a single word."""
        known = sorted((like for _asked, like in self.words if like.words), key=lambda like: like.count)[:MOST_PAIRED]
        words = [tuple(like.words) for like in known]
        if len(known) == 1 and len(self.words) == 1:
            return [(words[0],)]
        alone = [(its,) for its, like in zip(words, known, strict=True) if like.count <= RARE]
        pairs = [(words[one], words[two]) for one, two in combinations(range(len(known)), 2) if known[two].count > RARE]
        return [*alone, *pairs] or [(its,) for its in words[:1]]


def _having(words: Iterable[str]) -> Q:
    """Spellings that have any of the words, which go to the database as one array."""
    return Q(words__overlap=Value(list(words), output_field=ArrayField(TextField())))


def _words_met(way: _Way) -> Combinable:
    """How many of the words that are asked for a spelling has, or ones that are hardly less like them."""
    close = [tuple(word for word, value in like.words.items() if value > SAME) for _asked, like in way.words]
    met = [Case(When(_having(words), then=1), default=0, output_field=IntegerField()) for words in close if words]
    return reduce(add, met, Value(0))


def _scores(ways: Sequence[_Way], query: str, rows: "QuerySet[Prisoner]") -> dict[int, float]:
    """How like the likest name of each candidate is."""
    parts = dict.fromkeys(part for way in ways for part in way.parts())
    if not parts:
        return {}
    names = PersonName.internal.filter(reduce(or_, (reduce(and_, map(_having, part)) for part in parts))).order_by()
    people = few(rows.prefetch_related(None).order_by(), names.values("prisoner"))
    names = names.filter(prisoner__in=people.values("pk")).order_by(-_words_met(ways[0]), _NUMBER_OF_WORDS)
    written: dict[int, list[tuple[str, Sequence[str]]]] = defaultdict(list)
    for prisoner, text, words in names.values_list("prisoner_id", "text", "words")[:MOST_CANDIDATES]:
        written[prisoner].append((text, words))
    typed = query.casefold().split()
    known = {word for way in ways for (_asked, word), value in way.like.items() if value >= IN_ONE}
    return {prisoner: _score(ways, known, typed, its) for prisoner, its in written.items()}


def _score(
    ways: Sequence[_Way], known: set[str], typed: list[str], written: Sequence[tuple[str, Sequence[str]]]
) -> float:
    """How like the likest spelling of one person is; all spellings together count as one."""
    readings = [words for _text, words in written]
    plain = [apart(words) for words in readings]
    together = list(dict.fromkeys(word for words in plain for word in words)) if len(plain) > 1 else []
    exact = any(text.casefold().split() == typed for text, _words in written)
    forms = [form for words, one in zip(readings, plain, strict=True) for form in _forms(words, one, known)]
    best = max(way.likeness(words) for way in ways for words in (*forms, together) if words)
    return best + (TYPED if exact else 0.0)


def _forms(words: Sequence[str], plain: Sequence[str], known: set[str]) -> list[list[str]]:
    """A spelling as it is, and with each pair of neighbours in one that stands in the column so and is asked for.

    And with all such pairs in one: Abdel Moneim Aboul Fotouh for Abdelmoneim Aboulfotouh.
    """
    ends = known.intersection(words[len(plain) :])
    ones = [(plain[at] + plain[at + 1])[:LONGEST_WORD] for at in range(len(plain) - 1)]
    found = [[*plain[:at], one, *plain[at + 2 :]] for at, one in enumerate(ones) if one in ends]
    every, at = list[str](), 0
    while len(found) > 1 and at < len(plain):
        is_joined = at < len(ones) and ones[at] in ends
        every.append(ones[at] if is_joined else plain[at])
        at += 1 + is_joined
    return [list(plain), *found, *([every] if every else [])]


def _best(scores: dict[int, float], least: float) -> list[int]:
    least = max(least, max(scores.values(), default=0.0) - BEHIND_THE_BEST)
    good = [prisoner for prisoner, score in scores.items() if score >= least]
    return sorted(good, key=lambda prisoner: (-scores[prisoner], prisoner))[:MOST_FOUND]
