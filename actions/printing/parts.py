"""Parts that sheets and pictures share: names, the counter, texts with their language, the day of printing."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from actions.printing.press import can_set
from prisoners.cards import own_name
from prisoners.chain import ChainState
from prisoners.choices import NamePart
from prisoners.dates import from_date
from prisoners.marked import is_translated
from prisoners.models import PersonName, Prisoner
from prisoners.words import days_label, say

#: Languages of ours that are written in Cyrillic letters (ISO 15924 Cyrl).
CYRILLIC = ("ru", "kk")


def names(prisoner: Prisoner) -> dict[str, Any]:
    """The name in the letters of the sheet's language first, then in the others: never twice in the same.

    What no font has letters for is left out, or gives way to a spelling in Latin letters; `missing` says so.
    """
    wanted = _spellings(prisoner)
    found = [one for one in wanted if can_set(one["text"])] or _in_latin(prisoner) or wanted
    name, own = (*found, None)[:2]
    missing = gettext("The name is written in other letters too, which are missing from our fonts.")
    return {"name": name, "own": own, "missing": "" if found == wanted else missing}


def printable_name(prisoner: Prisoner) -> str:
    """The one name that a list shows, in letters that there are; the prisoner's names are prefetched."""
    name: str = prisoner.name_i18n
    return name if can_set(name) else next((one["text"] for one in _in_latin(prisoner)), name)


def spelt(prisoners: QuerySet[Prisoner]) -> QuerySet[Prisoner]:
    """With the spellings that a name which cannot be printed gives way to."""
    return prisoners.prefetch_related(Prefetch("names", PersonName.public.order_by("id")))


def _spellings(prisoner: Prisoner) -> list[dict[str, str]]:
    name = {"text": prisoner.name_i18n, "language": get_language() or settings.LANGUAGE_CODE}
    own = own_name(prisoner.names.all())
    if own is None:
        return [name]
    other = {"text": own.text, "language": own.language or settings.LANGUAGE_CODE}
    if own.script == "Cyrl" and get_language() in CYRILLIC:
        latin = {"text": prisoner.name, "language": settings.LANGUAGE_CODE}
        first = name if is_translated(prisoner, "name") else other
        return [first, latin] if latin["text"] != first["text"] else [first]
    return [name, other] if other["text"] != name["text"] else [name]


def _in_latin(prisoner: Prisoner) -> list[dict[str, str]]:
    """The whole name in Latin letters, if the record has it, as a source spells it first."""
    whole = (one for one in prisoner.names.all() if one.script == "Latn" and one.part == NamePart.FULL)
    found = [{"text": one.text, "language": one.language or settings.LANGUAGE_CODE} for one in whole]
    return [one for one in found if can_set(one["text"])][:1]


def days(state: ChainState) -> dict[str, str]:
    """The counter, where days are known at all: "2,581–2,611", with its words."""
    low, high = state.days_held_low, state.days_held_high
    if not (low or high):
        return {"number": "", "number_label": ""}
    if not low:
        return {"number": _number(high or 0), "number_label": gettext("days in custody at most")}
    number = "–".join(dict.fromkeys(_number(count) for count in (low, high) if count is not None))
    at_least = gettext("days in custody at least")
    return {"number": number, "number_label": at_least if high is None else days_label(high, high)}


def words_of(row: Any, field: str) -> list[dict[str, str]]:
    """The text of a field, or nothing."""
    one = said(row, field)
    return [one] if one["text"] else []


def said(row: Any, field: str) -> dict[str, str]:
    """A text with its language, so that it is read aloud and broken as what it is."""
    language = get_language() or settings.LANGUAGE_CODE
    text = getattr(row, f"{field}_i18n") or ""
    known = language if is_translated(row, field) else settings.LANGUAGE_CODE
    return {"text": capfirst(text), "language": known, "note": ""}


def printed(today: date) -> str:
    return gettext("Printed on %(day)s.") % {"day": say(from_date(today))}


def _number(number: int) -> str:
    return number_format(number, use_l10n=True, force_grouping=True)
