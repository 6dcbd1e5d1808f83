"""What the list says beside the people found by a name: who is called nearly so, and where else these words stand."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.forms import Form
from django.urls import reverse

from prisoners import public_rows
from prisoners.asking import asked_words
from prisoners.cards import Card, prisoner_url
from prisoners.few import within
from prisoners.filter_fields import RowField
from prisoners.filters import PrisonerFilter
from prisoners.likeness import word_likeness
from prisoners.marked import words_of as marked_words_of
from prisoners.models import Case, Prisoner
from prisoners.row_words import begin
from prisoners.said import is_word, people
from prisoners.search import fold, nearly, ranked
from prisoners.sounds import keys_of, words_of
from prisoners.told import Fact, told
from prisoners.vocabulary import Asked
from prisoners.words import iso, say

#: So many of each kind are named; a word that is less like one that was asked for is another one.
MOST, ALIKE = 5, 0.86
#: A word that is asked for, with the keys by which words like it are found: dear to make, hence made once a search.
Wanted = tuple[Asked, set[str]]


def beside(asked: PrisonerFilter, page: "Page[Prisoner]") -> dict[str, Any]:
    """What is said beside the people who were found by a name, and more where nobody was; nothing without a name.

    `asked` is what the list was asked, whose fields offer organisations, places and whatever else there is to choose.
    Where all who were found are on this one page of the list, it names people of whom facts say the words, too, as far
    as they fit whatever else is asked, and has the address of the list of all of these.
    """
    form = asked.form
    query = form.cleaned_data["q"]
    if not query:
        return {}
    said = {} if page.has_other_pages() else in_facts(query, asked, page.object_list)
    if page.object_list:
        return {"elsewhere": elsewhere(query, form), **said}
    needs_a_word = not any(len(one.word) > 1 for one in asked_words(query))
    found = {"near": near(query), "elsewhere": elsewhere(query, form), "cases": cases(query), **said}
    return {**found, "needs_a_word": needs_a_word}


def in_facts(query: str, asked: PrisonerFilter, shown: Iterable[Prisoner]) -> dict[str, Any]:
    """Others than those who are shown of whom public facts say the words, with kinds and dates of the facts.

    With the address of the list of everybody of whom they are said. Nothing where `words` are asked already.
    """
    if asked.form.cleaned_data["words"]:
        return {}
    others = asked.without_the_name()
    people = told(query, [one.pk for one in shown], None if others is None else others.qs)
    chosen = {**asked.chosen(), "words": query}
    del chosen["q"]
    return {"told": [_told(*one) for one in people], "told_url": f"{reverse('prisoners:list')}?{urlencode(chosen)}"}


def _told(one: Prisoner, facts: Iterable[Fact]) -> Card:
    said = [{"kind": its.model._meta.verbose_name, "when": say(its.day), "iso": iso(its.day)} for its in facts]
    return {"name": marked_words_of(one, "name"), "url": prisoner_url(one), "facts": said}


def elsewhere(query: str, form: Form) -> list[Card]:
    """What a field of the list offers that is called so, each with the list of its people."""
    asked = [(one, one.keys) for one in asked_words(query) if len(one.word) > 2]
    return [
        {"kind": field.label, "name": name, "url": f"{reverse('prisoners:list')}?{urlencode({key: value})}"}
        for key, field in form.fields.items()
        if isinstance(field, RowField)
        for value, name in _called(asked, ((str(value), str(name)) for value, name in field.choices if value))
    ]


def near(query: str) -> list[Card]:
    """People who may have been meant: by a part of the name and a word told of them, or by a spelling nearly so.

    Three queries, and four more for each of two words that may be told of them.
    """
    found = list(dict.fromkeys((*_by_name_and_fact(query), *nearly(query, Prisoner.public.all()))))[:MOST]
    rows = Prisoner.public.in_bulk(found)
    people = [rows[number] for number in found if number in rows]
    return [{"name": marked_words_of(one, "name"), "url": prisoner_url(one)} for one in people]


def _by_name_and_fact(query: str) -> list[int]:
    """Those who go by all words but the first or the last, which a public fact says of them: Yerlan Shymkent."""
    words = query.split()
    for fact, name in ((words[-1:], words[:-1]), (words[:1], words[1:])) if len(words) > 1 else ():
        if is_word(fact[0]):
            of_whom = Prisoner.public.filter(within("pk", people(fact[0])))
            if found := ranked(" ".join(name), of_whom):
                return found
    return []


def cases(query: str) -> list[Card]:
    """Public cases with these words in a title, in any language, or a number, each with its people; two queries."""
    rows = Case.public.filter(begin(Case, [query, fold(query)])).order_by("-opened_earliest", "pk")
    rows = rows.prefetch_related(public_rows.people("defendants"))[:MOST]
    return [
        {
            "name": marked_words_of(one, "title"),
            "people": [{"name": who.name_i18n, "url": prisoner_url(who)} for who in one.defendants.all()[:MOST]],
        }
        for one in rows
    ]


def _called(asked: list[Wanted], rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The first few of whose names each of the words is one."""
    count = 0
    for value, name in rows if asked else ():
        if count < MOST and all(_is_in(one, keys, _words_of(name)) for one, keys in asked):
            count += 1
            yield value, name


def _is_in(asked: Asked, keys: set[str], words: Iterable[str]) -> bool:
    forms = (asked.word, *asked.stems)
    return any(
        word.startswith(asked.word)
        or (not keys.isdisjoint(keys_of(word)) and any(word_likeness(form, word) >= ALIKE for form in forms))
        for word in words
    )


@lru_cache(maxsize=65536)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a name that is offered to every reader, each time the same."""
    return tuple(words_of(name))
