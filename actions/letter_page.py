"""Whom one can write to, with the envelope and the rules of the prison as the pages and the sheet want them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, override

from actions.choices import MayWrite
from actions.footnotes import Footnotes
from actions.models import LetterRules, LetterTerms
from actions.models.cites import cites_of
from actions.services.letters import can_be_written_to
from prisoners.birthday_order import next_birthday
from prisoners.cards import own_name, prisoner_url
from prisoners.casing import with_capital
from prisoners.dates import from_date
from prisoners.marked import words_of
from prisoners.models import PersonName, Place, Prisoner
from prisoners.spans import spans_on
from prisoners.words import country_name, say


@dataclass(frozen=True)
class Addressee:
    """A prisoner with the place of custody on a day, as the chain has it, and what is known of letters there."""

    prisoner: Prisoner
    place: Place | None
    rules: LetterRules | None
    terms: LetterTerms | None

    @property
    def letters(self) -> int:
        """How many people said in the last year that they wrote."""
        return int(getattr(self.prisoner, "letters", 0))


def addressees(day: date, rows: QuerySet[Prisoner] | None = None) -> list[Addressee]:
    """Everybody who can be written to, least written to first; the same number of queries whatever their number."""
    people = list(_with_all(can_be_written_to(day) if rows is None else rows))
    spans = spans_on(day).filter(prisoner__in=people).select_related("place__located_in")
    places = {span.prisoner_id: span.place for span in spans}
    known = _rules(place for place in places.values() if place is not None)
    return [_addressee(one, places.get(one.pk), known) for one in people]


def find(slug: str, day: date) -> Addressee | None:
    """One of them by the slug; None for whom one cannot write to."""
    found = addressees(day, can_be_written_to(day).filter(slug=slug))
    return found[0] if found else None


def row(one: Addressee) -> dict[str, Any]:
    """A line of the list."""
    return {
        "url": url_of(one.prisoner),
        "name": one.prisoner.name_i18n,
        "place": one.place.name_i18n if one.place else "",
        "country": country_name(one.prisoner.country),
        "letters": one.letters,
        "who": who(one),
        "languages": one.rules.languages_i18n if one.rules else "",
        "has_address": bool(envelope(one)["address"]),
    }


def page(one: Addressee, day: date) -> dict[str, Any]:
    """The page of one of them: envelope, rules with their age and sources, and what to know before."""
    notes, birthday = Footnotes(), next_birthday(one.prisoner.born_on, day)
    rules, terms = one.rules, one.terms
    return {
        "prisoner": one.prisoner,
        "prisoner_url": prisoner_url(one.prisoner),
        "birthday": say(from_date(birthday)) if birthday else "",
        "letters": one.letters,
        "envelope": envelope(one),
        "place": one.place.name_i18n if one.place else "",
        "facts": facts(one),
        "note": words_of(terms, "note") if terms else "",
        "verified": say(rules.verified_on) if rules and rules.verified_on else "",
        "rules_numbers": notes.cited(rules.cited.all()) if rules else [],
        "terms_numbers": notes.cited(terms.cited.all()) if terms else [],
        "sources": notes.listing(),
    }


def envelope(one: Addressee) -> dict[str, Any]:
    """What stands on the envelope, line by line, in the script that the post there reads; the country in two ways."""
    rules, terms = one.rules, one.terms
    language = rules.address_language if rules else ""
    address = (terms.care_of if terms else "") or (rules.address if rules else "")
    year = _birth_year(one.prisoner) if rules and rules.wants_birth_year else ""
    with override("en"):
        abroad = country_name(one.prisoner.country).upper()
    return {
        "name": (terms.name if terms else "") or _name_in(one.prisoner, language),
        "year": year,
        "address": [line.strip() for line in address.splitlines() if line.strip()],
        "country": list(dict.fromkeys([country_name(one.prisoner.country).upper(), abroad])),
        "language": language,
    }


def url_of(prisoner: Prisoner) -> str:
    """The address of the page on writing to somebody, in the active language."""
    return reverse("actions:letter", args=[prisoner.slug])


def facts(one: Addressee, said: Callable[[Any, str], str] = words_of) -> list[dict[str, Any]]:
    """What is known of the rules, a line each; `said` gives a text, marked with its language for a page."""
    rules = one.rules
    of_rules = (
        (gettext("Languages that are let through"), "languages"),
        (gettext("Not to be written or put in"), "forbidden"),
        (gettext("Paper, envelope, stamps"), "paper"),
    )
    known = [{"label": label, "value": said(rules, field)} for label, field in of_rules] if rules else []
    year = {True: gettext("yes"), False: gettext("no"), None: ""}[rules.wants_birth_year if rules else None]
    return [
        {"label": gettext("Who may write"), "value": with_capital(who(one)) or gettext("Not known")},
        *known,
        {"label": gettext("Year of birth on the envelope"), "value": year},
    ]


def plain(row: Any, field: str) -> str:
    """The text of a translated field without marks, for paper."""
    return str(getattr(row, f"{field}_i18n") or "")


def who(one: Addressee) -> str:
    """By whom, in words; the stricter of what is known of the person and of the prison."""
    if one.terms and one.terms.who != MayWrite.NOT_KNOWN:
        return str(one.terms.get_who_display())
    return str(MayWrite.RELATIVES.label) if one.rules and one.rules.is_for_relatives_only else ""


def _birth_year(prisoner: Prisoner) -> str:
    low, high = prisoner.born_earliest, prisoner.born_latest
    return str(low.year) if low and high and low.year == high.year else ""


def _name_in(prisoner: Prisoner, language: str) -> str:
    """As a source in the language of the address spells it, else in the person's own script, else as in the record."""
    names = list(prisoner.names.all())
    spelt = next((name.text for name in names if language and name.language == language), "")
    own = own_name(names)
    return spelt or (own.text if own else prisoner.name)


def _addressee(prisoner: Prisoner, place: Place | None, known: dict[int, LetterRules]) -> Addressee:
    rules = known.get(place.pk) if place else None
    terms = getattr(prisoner, "letter_terms", None)
    return Addressee(prisoner, place, rules, terms)


def _rules(places: Iterable[Place]) -> dict[int, LetterRules]:
    rows = LetterRules.public.filter(place__in=[place.pk for place in places]).prefetch_related(cites_of(LetterRules))
    return {row.place_id: row for row in rows}


def _with_all(rows: QuerySet[Prisoner]) -> QuerySet[Prisoner]:
    terms = Prefetch("letter_terms", LetterTerms.public.prefetch_related(cites_of(LetterTerms)))
    return rows.prefetch_related(Prefetch("names", PersonName.public.order_by("pk")), terms)
