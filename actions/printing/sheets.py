"""What stands on each sheet: taken from the public record on the day it is printed, with nothing typed by hand."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from actions import cards, words
from actions.choices import RAISED
from actions.models import Action, Campaign, Demand
from actions.printing.parts import days, names, printable_name, printed, said, spelt, words_of
from actions.printing.press import PAPERS, pdf
from prisoners.cards import prisoner_url
from prisoners.casing import with_capital
from prisoners.chain import ChainState, chain_of, chains_of
from prisoners.models import Prisoner
from prisoners.words import country_name, reported

#: More would be read by nobody who walks by.
MOST_DEMANDS = 2
MOST_PEOPLE = 12
LINES = 14


def placard(prisoner: Prisoner, today: date, paper: str = "a4") -> bytes:
    """One person, to be held up: name in both scripts, days held, standing, what is demanded, and where to read more.

    `paper` is one of press.PAPERS. The prisoner's names are prefetched.
    """
    state = chain_of(prisoner, today)
    data = {
        "paper": PAPERS[paper],
        "title": prisoner.name_i18n,
        "kicker": country_name(prisoner.country),
        **names(prisoner),
        "status": with_capital(state.label),
        "is_held": bool(state.is_held),
        "demands_title": gettext("What is demanded"),
        "demands": _demands(Demand.public.filter(prisoners=prisoner), today)[:MOST_DEMANDS],
        "more": gettext("The record, with every source"),
        "as_of": f"{reported(state)} {printed(today)}",
        **days(state),
    }
    return pdf("placard", prisoner_url(prisoner), data)


def leaflet(action: Action, today: date) -> bytes:
    """A call to an action, to be handed out: what, when in whose time, where, for whom, and what is demanded."""
    persons = list(spelt(Prisoner.public.filter(actions=action))[:MOST_PEOPLE])
    data = {
        "paper": PAPERS["a5"],
        "title": action.title_i18n,
        "kicker": words.kinds(action),
        "lede": words_of(action, "description"),
        "facts": _facts(action),
        "people_title": gettext("For whom"),
        "people": _people(persons, today),
        "demands_title": gettext("What is demanded"),
        "demands": _demands(_for_action(action, persons), today)[:MOST_DEMANDS],
        "more": gettext("Sign up, or read more"),
        "as_of": printed(today),
    }
    return pdf("leaflet", cards.action_url(action), data)


def street_sheet(action: Action, today: date) -> bytes:
    """A sheet on which people in the street leave their address, with what becomes of it."""
    privacy = gettext(
        "Who writes down an address gets one mail and is signed up only by confirming it. The organisers type the "
        "addresses in and then destroy this sheet. A name is not needed."
    )
    data = {
        "title": action.title_i18n,
        "kicker": words.when(action),
        "lede": [],
        "demands": [],
        "privacy": privacy,
        "columns": [gettext("Name (if you like)"), gettext("E-mail address"), gettext("Guests")],
        "rows": LINES,
        "more": gettext("Or sign up here yourself"),
        "as_of": printed(today),
    }
    return pdf("signatures", cards.action_url(action), data)


def open_letter(campaign: Campaign, today: date) -> bytes:
    """The demands of a campaign as an open letter, with lines for those who sign it."""
    standing = _standing(Demand.public.filter(campaign=campaign), today)
    addressees = dict.fromkeys(one.addressee_i18n for one in standing if one.addressee_i18n)
    data = {
        "title": campaign.title_i18n,
        "kicker": gettext("Open letter to: %(names)s") % {"names": "; ".join(addressees)} if addressees else "",
        "lede": words_of(campaign, "summary"),
        "demands": [said(one, "text") | {"note": _for_whom(one)} for one in standing],
        "privacy": gettext("Only what you write here is handed over. Keep no copy of this sheet."),
        "columns": [gettext("Name"), gettext("City or organisation"), gettext("Signature")],
        "rows": LINES,
        "more": gettext("Who is held, and what has been done"),
        "as_of": printed(today),
    }
    return pdf("signatures", reverse("actions:campaign", args=[campaign.slug]), data)


def _facts(action: Action) -> list[dict[str, str]]:
    facts = (
        (gettext("When"), words.when(action)),
        (gettext("Where"), words.place(action)),
        (gettext("Addressed to"), cards.target_name(action)),
        (gettext("Organised by"), words.organiser(action)),
    )
    return [{"label": label, "value": value} for label, value in facts if value]


def _people(persons: list[Prisoner], today: date) -> list[dict[str, str]]:
    states = chains_of(persons, today)
    return [{"name": printable_name(one), "line": str(states[one.pk].label)} for one in persons]


def _for_action(action: Action, persons: list[Prisoner]) -> QuerySet[Demand]:
    """What is demanded for those whom it is for; else all that its campaign demands."""
    rows = Demand.public.filter(campaign=action.campaign) if action.campaign_id else Demand.public.none()
    return rows.filter(prisoners__in=persons).distinct() or rows


def _standing(demands: QuerySet[Demand], today: date) -> list[Demand]:
    """Those that are raised today, the latest first; not those for people who were set free since."""
    raised = demands.filter(status__in=RAISED)
    rows = list(raised.prefetch_related(Prefetch("prisoners", spelt(Prisoner.public.all()))))
    states = chains_of({one.pk: one for row in rows for one in row.prisoners.all()}.values(), today)
    return sorted((one for one in rows if _is_for_somebody(one, states)), key=_raised, reverse=True)


def _is_for_somebody(demand: Demand, states: Mapping[int, ChainState]) -> bool:
    """Whether one of those for whom it was raised was not let go after that; one for nobody in particular stays."""
    persons = demand.prisoners.all()
    return not persons or not all(_was_let_go(states[one.pk], _raised(demand)) for one in persons)


def _was_let_go(state: ChainState, raised: date) -> bool:
    """Whether custody ended after that day, and the person is known to be at large."""
    ended = state.episodes[-1].last.end if state.episodes else None
    return state.is_held is False and ended is not None and (ended.latest or date.max) > raised


def _raised(demand: Demand) -> date:
    return demand.raised_earliest or date.min


def _for_whom(demand: Demand) -> str:
    return ", ".join(printable_name(prisoner) for prisoner in demand.prisoners.all())


def _demands(demands: QuerySet[Demand], today: date) -> list[dict[str, str]]:
    return [said(one, "text") for one in _standing(demands, today)]
