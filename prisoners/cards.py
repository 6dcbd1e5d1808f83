"""Rows of the record as the components of the pages take them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import get_language, gettext

from prisoners.birthday_order import next_birthday
from prisoners.chain import ChainState, chains_of
from prisoners.choices import Connection, HearingStatus, Reliability
from prisoners.dates import from_date
from prisoners.marked import joined, words_of
from prisoners.models import Case, Citation, Hearing, PersonName, Prisoner, Source
from prisoners.search import likest
from prisoners.source_marks import SourceMark
from prisoners.words import days_label, hour, iso, reported, say, zone

Card = dict[str, Any]


class SourceNumbers:
    """Numbers the sources of a page in the order in which they are first named."""

    def __init__(self, citations_of: Callable[[Any], Iterable[Citation]]) -> None:
        """`citations_of` gives the public citations of a fact, with their sources."""
        self._citations_of = citations_of
        self._numbers: dict[int, tuple[int, Source]] = {}
        self._places: dict[int, dict[str, None]] = defaultdict(dict)

    def of(self, row: Any) -> list[SourceMark]:
        """The numbers of the sources of a fact, each with where in the source it stands."""
        return sorted(SourceMark(self._number(one), one.locator) for one in self._citations_of(row))

    def listed(self) -> list[Card]:
        """The list of sources at the foot of the page."""
        return [_source_card(number, source, self._places[source.pk]) for number, source in self._numbers.values()]

    def _number(self, citation: Citation) -> int:
        source = citation.source
        if citation.locator:
            self._places[source.pk][citation.locator] = None
        return self._numbers.setdefault(source.pk, (len(self._numbers) + 1, source))[0]


def prisoner_url(prisoner: Prisoner) -> str:
    """The address of a prisoner's page in the active language."""
    return f"{_list_url(get_language())}{prisoner.slug}/"


@cache
def _list_url(language: str | None) -> str:
    """That of the list, under which all of them stand: looked up once, since a page names hundreds of people."""
    return reverse("prisoners:list")


def alerts_url(topic: str = "") -> str:
    """The address of the page of alerts, which belongs to the floor above and is fixed by contract."""
    return f"/{get_language()}/alerts/" + (f"?topic={quote(topic, safe=':/')}" if topic else "")


def case_alerts(prisoner: Prisoner) -> list[Card]:
    """The ways to follow one of a prisoner's cases, each with the public case that it follows; two queries."""
    cases = Case.public.filter(defendant_rows__prisoner=prisoner).order_by("opened_earliest", "pk")
    return [
        {
            "title": words_of(one, "title"),
            "url": alerts_url(f"case:{one.pk}"),
            "follows": words_of(one.follows, "title") if one.follows else "",
        }
        for one in cases.prefetch_related(Prefetch("follows", queryset=Case.public.all()))
    ]


def own_name(names: Iterable[PersonName]) -> PersonName | None:
    """Of a person's spellings, the first in a script of their own."""
    return next((name for name in names if name.script not in ("", "Latn")), None)


def prisoner_cards(
    prisoners: Iterable[Prisoner], as_of: date, query: str = "", *, with_birthdays: bool = False
) -> list[Card]:
    """Cards of prisoners whose names are prefetched; six queries more, whatever their number.

    Where they were looked for by a name, each says by which spelling it was found; of those who may be held it says on
    request when their next birthday is.
    """
    people = list(prisoners)
    states = chains_of(people, as_of)
    cards = [{**prisoner_card(one, states[one.pk]), **_found_by(one, query)} for one in people]
    for one, card in zip(people, cards, strict=True) if with_birthdays else ():
        card["birthday"] = _birthday(one, states[one.pk])
    return cards


def _birthday(prisoner: Prisoner, state: ChainState) -> str:
    coming = next_birthday(prisoner.born_on, state.as_of) if state.may_be_held else None
    return say(from_date(coming)) if coming else ""


def _found_by(prisoner: Prisoner, query: str) -> Card:
    """The spelling that is the likest to the query, unless it is the one that the card shows anyway."""
    names = {one.text: one for one in prisoner.names.all()}
    text = likest(query, names) if query.strip() else ""
    own = own_name(prisoner.names.all())
    if not text or text in (prisoner.name_i18n, own.text if own else ""):
        return {}
    return {"found": text, "found_lang": names[text].language}


def prisoner_card(prisoner: Prisoner, state: ChainState) -> Card:
    """One card: who, where the person stands, and of when that is known."""
    own = own_name(prisoner.names.all())
    has_days = bool(state.days_held_low or state.days_held_high)
    return {
        "url": prisoner_url(prisoner),
        "name": prisoner.name_i18n,
        "own": own.text if own and own.text != prisoner.name_i18n else "",
        "own_lang": own.language if own else "",
        "status": state.shape,
        "status_label": state.label,
        "line": reported(state),
        "days": state.days_held_low if has_days else None,
        "days_label": days_label(state.days_held_low, state.days_held_high),
    }


def hearing_row(hearing: Hearing, numbers: SourceNumbers | None = None, who: bool = True) -> Card:
    """One court date in the time of the court; `who` names the defendants, whose rows are prefetched."""
    people = list(hearing.case.defendants.all()) if who else []
    held_on = hearing.held_on
    return {
        "day": held_on.earliest if held_on and held_on.is_day else None,
        "when": say(held_on),
        "iso": iso(held_on),
        "kind": hearing.get_kind_display(),
        "who": ", ".join(person.name_i18n for person in people),
        "url": prisoner_url(people[0]) if people else "",
        "time": hour(hearing),
        "zone": zone(hearing),
        "court": joined(", ", (words_of(hearing, "court"), words_of(hearing.place, "name"))),
        "outcome": words_of(hearing, "outcome") or words_of(hearing, "text"),
        "called_off": hearing.status == HearingStatus.CANCELLED,
        "state_label": _became(hearing),
        "state_tone": "bad" if hearing.status == HearingStatus.CANCELLED else "",
        "numbers": numbers.of(hearing) if numbers else [],
    }


def _became(hearing: Hearing) -> str:
    """What is known of a hearing beyond its date, in two or three words."""
    if hearing.decision:
        return str(hearing.get_decision_display())
    return "" if hearing.status == HearingStatus.SCHEDULED else str(hearing.get_status_display())


def _source_card(number: int, source: Source, places: Iterable[str]) -> Card:
    return {
        "number": number,
        "title": source.title or source.publisher or source.url,
        "url": source.url,
        "publisher": source.publisher,
        "date": say(source.published_on),
        "lang": source.language,
        "archived_url": source.archived_url,
        "places": "; ".join(places),
        "judged": joined(", ", _judged(source)),
    }


def _judged(source: Source) -> Iterable[str]:
    """What it is, when it was read, how it is connected with what it tells, and how far it is trusted."""
    yield source.get_material_display() if source.material else ""
    yield gettext("read on %(day)s") % {"day": say(from_date(source.accessed_on))} if source.accessed_on else ""
    is_known = source.connection != Connection.UNKNOWN
    yield gettext("told by: %(who)s") % {"who": source.get_connection_display()} if is_known else ""
    yield source.get_reliability_display() if source.reliability != Reliability.UNKNOWN else ""
