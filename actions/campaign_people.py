"""For whom a campaign is: the first of those who are not free and of the others; the list of prisoners has them all."""

from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext

from actions.models import Campaign
from actions.models.links import CampaignPrisoner
from actions.words import said
from prisoners.chain import ChainState, chains_of
from prisoners.dates import from_date
from prisoners.models import Prisoner, Span
from prisoners.remembered import Models, remembered
from prisoners.spans import spans_on
from prisoners.standing import HELD, SHAPES

#: The shapes of those who are not free.
NOT_FREE = frozenset({"held", "pretrial", "restricted"})
#: So many of those who are not free stand on the page of a campaign, and so many of the others.
SHOWN, SHOWN_OF_OTHERS = 48, 24


def how_many(campaign: Campaign, today: date) -> tuple[int, int]:
    """For how many people a campaign is, and how many of them are not free; as the cards say, without making them."""
    asked: Models = {CampaignPrisoner, Prisoner, Span}
    return remembered(("people of a campaign", campaign.pk, today), lambda: _how_many(campaign, today), asked)


def people_of(campaign: Campaign, today: date) -> dict[str, Any]:
    """What the page says of them, in a constant number of queries: cards, how many there are, and where all stand.

    Keys: `not_free` and `others` (cards, by name), `count`, `count_not_free` and `count_others`, `more_not_free` and
    `more_others` (how many are not shown, in words, "" where all are), `url` (the list of everybody).
    """
    count, not_free = how_many(campaign, today)
    first = _first(campaign, today, _not_free(), SHOWN)
    others = _first(campaign, today, ~_not_free(), SHOWN_OF_OTHERS)
    cards = _cards([*first, *others], today)
    return {
        "count": count,
        "count_not_free": not_free,
        "count_others": count - not_free,
        "not_free": [cards[pk] for pk in first if pk in cards],
        "others": [cards[pk] for pk in others if pk in cards],
        "more_not_free": _more(not_free - SHOWN),
        "more_others": _more(count - not_free - SHOWN_OF_OTHERS),
        "url": f"{reverse('prisoners:list')}?{urlencode({'campaign': campaign.slug})}",
    }


def _not_free() -> Q:
    """That somebody who stands so is drawn in one of these shapes; a new one each time, since it is put together."""
    statuses = [status for status, shape in SHAPES.items() if shape in NOT_FREE]
    return Q(status__in=statuses) & ~Q(is_held__isnull=True, status__in=HELD)


def _how_many(campaign: Campaign, today: date) -> tuple[int, int]:
    rows = spans_on(today).filter(prisoner__campaigns=campaign)
    found = rows.aggregate(people=Count("pk"), not_free=Count("pk", filter=_not_free()))
    return found["people"], found["not_free"]


def _first(campaign: Campaign, today: date, which: Q, most: int) -> list[int]:
    rows = spans_on(today).filter(which, prisoner__campaigns=campaign).order_by("prisoner__name", "prisoner")
    return list(rows.values_list("prisoner", flat=True)[:most])


def _cards(numbers: list[int], today: date) -> dict[int, dict[str, Any]]:
    people = Prisoner.public.order_by().in_bulk(numbers)
    states = chains_of(people.values(), today)
    return {pk: _card(person, states[pk]) for pk, person in people.items()}


def _card(prisoner: Prisoner, state: ChainState) -> dict[str, Any]:
    """For `components/prisoner_card.html`, with how new it is what is known of the person."""
    newest = state.last_reported_on
    reported = gettext("as reported on %(day)s") % {"day": said(from_date(newest))} if newest else ""
    return {
        "url": f"/{get_language() or 'en'}/prisoners/{prisoner.slug}/",
        "name": prisoner.name_i18n,
        "status": state.shape,
        "status_label": state.label,
        "line": reported,
    }


def _more(count: int) -> str:
    return gettext("and %(n)d more") % {"n": count} if count > 0 else ""
