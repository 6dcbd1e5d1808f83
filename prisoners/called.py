"""What the words of a search are called elsewhere than in texts: closed lists, places and organisations.

A page prints «голодовка» above an event and the name of its place beside it, and whoever has read that looks for it. A
fact keeps the entries of lists that it names as marks beside its words (migrations 0043 and 0050); what these are
called, and in which language, is asked when somebody looks for it, as are places and organisations. A new translation
counts at once.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.utils.translation import get_language, override

from prisoners.choices import HearingStatus
from prisoners.models import (
    Affiliation,
    Charge,
    ChargeStep,
    Detention,
    Event,
    Figure,
    Hearing,
    Involvement,
    Sanction,
    Statement,
    Variant,
)

#: The closed lists whose entries pages print beside the texts of a fact.
LISTED: dict[type[Model], tuple[str, ...]] = {
    Affiliation: ("kind",),
    Charge: ("status",),
    ChargeStep: ("status",),
    Detention: ("kind", "ended_by", "confinement", "whereabouts"),
    Event: ("kind",),
    Figure: ("counted_by_kind",),
    Hearing: ("kind", "status", "decision", "counsel"),
    Involvement: ("role",),
    Sanction: ("kind", "regime", "ended_by"),
    Statement: ("channel", "stance"),
}
#: Entries by which nobody looks for anything, though they have a name.
MEANS_NOTHING = frozenset({"", "unknown", "other", HearingStatus.SCHEDULED, HearingStatus.HELD})

#: The fields by which facts name a place and an organisation.
NAMED = ("place", "organisation")

#: What only few facts have beside them, in the order of `_SOUGHT`. Where none of all says a word, nobody asks of whom.
BESIDE: tuple[type[Model], ...] = (ChargeStep, Variant)

_SOUGHT = """
SELECT is_needed, ways::text,
    EXISTS (SELECT FROM prisoners_chargestep WHERE said @@ ways),
    EXISTS (SELECT FROM prisoners_variant WHERE said @@ ways),
    places::text, organisations::text
FROM prisoners_sought(%s, %s, %s::text[], %s::text[], %s::text[]::tsvector[])
"""
_LABEL = "SELECT prisoners_said('{label}', ARRAY[one], more)::text FROM unnest(%s::text[], %s::jsonb[]) _ (one, more)"


@dataclass(frozen=True)
class Word:
    """A word that is asked for, as the database reads it.

    `ways` is a query of all ways to write it and of the labels that are called so; `named` are the numbers of the rows
    that are, by the field that names one, as the text of an array. `beside` are those of `BESIDE` of which any row
    says it.
    """

    ways: str
    named: dict[str, str]
    beside: frozenset[type[Model]] = frozenset(BESIDE)


def sought(asked: str) -> list[Word]:
    """The words that are asked, but for those that carry nothing in the language of the page beside others.

    As the languages of the site bend them. One query, and one more the first time of all.
    """
    languages = tuple(code for code, _name in settings.LANGUAGES)
    with connection.cursor() as cursor:
        page = get_language() or settings.LANGUAGE_CODE
        cursor.execute(_SOUGHT, [asked, page, list(languages), *_labels(languages)])
        words = [(is_needed, _word(ways, found)) for is_needed, ways, *found in cursor]
    return [word for is_needed, word in words if is_needed] or [word for _is_needed, word in words]


def _word(ways: str, found: Sequence[Any]) -> Word:
    """A word as a row tells of it: what is beside facts, and then the rows that are called so."""
    named = dict(zip(NAMED, found[len(BESIDE) :], strict=True))
    return Word(ways, named, frozenset(model for model, is_any in zip(BESIDE, found, strict=False) if is_any))


@lru_cache(maxsize=4)
def _labels(languages: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The marks of all entries of the lists, and the words of what each is called in these languages and in English."""
    entries = dict(_entries())
    said = [_in(languages, label) for label in entries.values()]
    with connection.cursor() as cursor:
        cursor.execute(_LABEL, [[one["en"] for one in said], [json.dumps(_keyed(one)) for one in said]])
        return list(entries), [words for (words,) in cursor.fetchall()]


def _entries() -> Iterator[tuple[str, Any]]:
    for model, fields in LISTED.items():
        for field in fields:
            known: Any = model._meta.get_field(field)
            mark = f"={model._meta.model_name}.{field}"
            yield from ((f"{mark} {value}", label) for value, label in known.choices if value not in MEANS_NOTHING)


def _in(languages: tuple[str, ...], label: Any) -> dict[str, str]:
    said = {}
    for language in {"en", *languages}:
        with override(language):
            said[language] = str(label)
    return said


def _keyed(said: dict[str, str]) -> dict[str, str]:
    """The same as rows keep what they say in other languages."""
    return {f"label_{language.replace('-', '_')}": label for language, label in said.items() if language != "en"}
