"""Texts of appeals with places for what is computed: days held, years, age. Nobody types a number that grows."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from babel.units import format_unit
from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from actions.models import Appeal
from prisoners.chain import ChainState, chains_of
from prisoners.choices import NamePart
from prisoners.marked import is_translated
from prisoners.models import PersonName, Prisoner
from prisoners.numbers import locale, number
from prisoners.standing import DEAD
from prisoners.words import say

Sentence = str | Promise
#: At least and at most; None where there is no most, or where nothing is known.
Count = tuple[int, int | None] | None
#: What is computed for the texts of appeals, by their primary key; None where nobody has asked yet.
Computed = Mapping[int, Mapping[str, str]] | None

#: The whole list of what may stand between double braces; without `_number`, a number comes with its word.
TOKENS = (
    "name",
    "days_held",
    "days_held_number",
    "years_held",
    "years_held_number",
    "held_since",
    "age",
    "age_number",
    "closes_on",
)
#: Those that speak of one person.
OF_A_PERSON = frozenset(TOKENS) - {"closes_on"}
#: The texts of an appeal in which they may stand.
FIELDS = ("summary", "points", "letter_subject", "salutation", "letter")
TOKEN = re.compile(r"\{\{\s*(\w+)\s*\}\}", re.ASCII)
BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")
DAYS_A_YEAR = 365.2425

UNKNOWN = _("“{token}” cannot be computed; what can is: {known}.")
NOT_A_TOKEN = _("A pair of braces is left open, or holds more than one word: {text}")
NOT_ONE_PERSON = _("“{token}” speaks of one person, and the appeal is for {count}.")
NOT_KNOWN = _("“{token}” cannot be computed: the record does not say it.")


def faults(appeal: Appeal) -> list[Sentence]:
    """What in the texts of an appeal, in any language, nobody could compute; empty when they can be kept."""
    return list(dict.fromkeys(fault for text in texts(appeal) for fault in _faults_in(text)))


def missing(appeal: Appeal, today: date, computed: Computed = None) -> list[Sentence]:
    """Which of the numbers asked for in its texts the record does not know on that day.

    `computed` are those of this appeal, and of others, where `values_of_all` has asked for them already.
    """
    asked = tokens(appeal)
    count = len(appeal.prisoners.all())
    if wrong := sorted(asked & OF_A_PERSON) if count != 1 else []:
        return [format_lazy(NOT_ONE_PERSON, token=one, count=count) for one in wrong]
    known = (values(appeal, today) if computed is None else computed[appeal.pk]) if asked else {}
    return [format_lazy(NOT_KNOWN, token=one) for one in sorted(asked) if not known.get(one)]


def texts(appeal: Appeal) -> Iterator[str]:
    """Every text of an appeal in which something may be computed, in every language in which it is written."""
    for field in FIELDS:
        yield getattr(appeal, field) or ""
        yield from (getattr(appeal, f"{field}_{code}") or "" for code in _other_languages())


def tokens(appeal: Appeal) -> set[str]:
    """The names of all that is to be computed for its texts."""
    return {name for text in texts(appeal) for name in TOKEN.findall(text)}


def fill(text: str, known: Mapping[str, str]) -> str:
    """The text with what was computed; what is not known any more is said to be so, never guessed."""
    return TOKEN.sub(lambda found: known.get(found[1]) or gettext("(not known)"), text)


def values(appeal: Appeal, today: date) -> dict[str, str]:
    """Each token with its words in the active language; "" for what the record does not know."""
    closes = {"closes_on": say(appeal.closes_on)}
    persons = list(Prisoner.public.filter(appeals=appeal)[:2])
    if len(persons) != 1:
        return closes
    (person,) = persons
    return {**closes, **values_of(person, chains_of(persons, today)[person.pk], today, _names(persons)[person.pk])}


def values_of_all(appeals: Collection[Appeal], today: date) -> dict[int, dict[str, str]]:
    """The same as `values` for many, by primary key, in nine queries at most; of those whose texts ask nothing, {}."""
    found: dict[int, dict[str, str]] = {one.pk: {} for one in appeals}
    asking = {one.pk: one for one in appeals if tokens(one)}
    if not asking:
        return found
    pairs = Appeal.prisoners.through._default_manager.filter(appeal__in=asking).values_list("appeal_id", "prisoner_id")
    keys: dict[int, list[int]] = defaultdict(list)
    for appeal_pk, whom in pairs:
        keys[appeal_pk].append(whom)
    persons = Prisoner.public.in_bulk({one for some in keys.values() for one in some})
    states, names = chains_of(persons.values(), today), _names(persons.values())
    for pk, appeal in asking.items():
        theirs = [persons[one] for one in keys[pk] if one in persons]
        own = values_of(theirs[0], states[theirs[0].pk], today, names[theirs[0].pk]) if len(theirs) == 1 else {}
        found[pk] = {"closes_on": say(appeal.closes_on), **own}
    return found


def values_of(prisoner: Prisoner, state: ChainState, today: date, name: str) -> dict[str, str]:
    """The tokens that speak of one person, whom the letter calls so, as the chain has it on that day."""
    low, high = state.days_held_low, state.days_held_high
    days = (low, high) if low or high else None
    years = (_years(low), None if high is None else _years(high)) if low or high else None
    age = None if state.status in DEAD else _age(prisoner, today)
    return {
        "name": name,
        "days_held": _counted(days, "day"),
        "days_held_number": _number(days),
        "years_held": _counted(years, "year"),
        "years_held_number": _number(years),
        "held_since": say(state.since) if state.is_held else "",
        "age": _counted(age, "year"),
        "age_number": _number(age),
    }


def _faults_in(text: str) -> Iterator[Sentence]:
    known = ", ".join(TOKENS)
    yield from (format_lazy(UNKNOWN, token=one, known=known) for one in TOKEN.findall(text) if one not in TOKENS)
    rest = TOKEN.sub("", text)
    if found := BRACES.search(rest):
        yield format_lazy(NOT_A_TOKEN, text=rest[max(found.start() - 10, 0) : found.end() + 20])


def _other_languages() -> Iterator[str]:
    return (code for code in settings.MODELTRANS_AVAILABLE_LANGUAGES if code != settings.LANGUAGE_CODE)


def _number(count: Count) -> str:
    """ "2,581", "2,581–2,611", or "at least 2,581" where no most is known."""
    if count is None:
        return ""
    low, high = count
    if high is None:
        return gettext("at least %(low)s") % {"low": number(low)}
    return "–".join(dict.fromkeys((number(low), number(high))))


def _counted(count: Count, unit: str) -> str:
    """The number with its word in the form that the language asks for (Unicode CLDR)."""
    if count is None:
        return ""
    low, high = count
    last = low if high is None else high
    return format_unit(last, f"duration-{unit}", length="long", locale=locale()).replace(number(last), _number(count))


def _names(persons: Collection[Prisoner]) -> dict[int, str]:
    """As a source in the language of the letter spells each, where the record has no translation of its own."""
    unsaid = [one.pk for one in persons if not is_translated(one, "name")]
    spelt = PersonName.public.filter(prisoner__in=unsaid, language=get_language() or "", part=NamePart.FULL)
    first = dict(spelt.order_by("-pk").values_list("prisoner_id", "text")) if unsaid else {}
    return {one.pk: first.get(one.pk) or one.name_i18n for one in persons}


def _years(days: int) -> int:
    return int(days // DAYS_A_YEAR)


def _age(prisoner: Prisoner, today: date) -> Count:
    """Full years since the birth: two numbers where only the year is known; None where not even that is."""
    earliest, latest = prisoner.born_earliest, prisoner.born_latest
    if earliest is None or latest is None:
        return None
    return _full_years(latest, today), _full_years(earliest, today)


def _full_years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
