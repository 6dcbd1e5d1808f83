"""Actions as entries of a calendar; where the meeting point is not for everybody, the place is the city."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext

from actions import cards, words
from actions.choices import AddressVisibility
from actions.models import Action
from prisoners.ical import BEFORE_A_DAY, BEFORE_AN_HOUR, CANCELLED, CONFIRMED, Entry, unambiguous
from prisoners.times import zone_or_refuse

DAY = timedelta(days=1)


def with_relations(actions: QuerySet[Action]) -> QuerySet[Action]:
    """All that an entry says, in the same query."""
    return actions.select_related("group", "target", "campaign")


def action_entries(actions: Iterable[Action]) -> list[Entry]:
    """The actions whose day is known, in the active language, in the time of the place."""
    return [entry for one in actions if (entry := action_entry(one)) is not None]


def action_entry(action: Action, *, knows_address: bool = False) -> Entry | None:
    """One action, or None while its day is not known; `knows_address`: for somebody who comes."""
    start = _start(action)
    if start is None:
        return None
    return Entry(
        key=f"action:{action.pk}",
        created_at=action.created_at,
        changed_at=_changed_at(action),
        sequence=action.revision,
        summary=_summary(action),
        start=start,
        end=_end(action, start),
        url=_url(action),
        description=_description(action, knows_address),
        location=words.place(action, knows_address=knows_address),
        categories=tuple(kind.upper() for kind in action.kinds),
        status=CANCELLED if action.is_cancelled else CONFIRMED,
        alarms=BEFORE_AN_HOUR if action.has_time else BEFORE_A_DAY,
        is_own_time=knows_address,
    )


def _start(action: Action) -> date | datetime | None:
    day = action.held_on.earliest if action.held_on is not None and action.held_on.is_day else None
    if day is None or action.local_time is None:
        return day
    hour = action.local_time.replace(fold=int(action.is_second_hour))
    return unambiguous(datetime.combine(day, hour, zone_or_refuse(action.time_zone)))


def _end(action: Action, start: date | datetime) -> date | datetime | None:
    """A whole day ends with the next one (RFC 5545 3.6.1); of an hour nobody knows how long unless it was said."""
    if not isinstance(start, datetime):
        return start + DAY
    return unambiguous(action.ends_at.astimezone(zone_or_refuse(action.time_zone))) if action.ends_at else None


def _changed_at(action: Action) -> datetime:
    related = [one.updated_at for one in (action.group, action.target) if one is not None]
    return max([action.updated_at, *related])


def _summary(action: Action) -> str:
    title = f"{action.title_i18n} ({action.city})" if action.city else action.title_i18n
    return gettext("Cancelled: %(what)s") % {"what": title} if action.is_cancelled else title


def _description(action: Action, knows_address: bool) -> str:
    is_open = action.address_visibility == AddressVisibility.EVERYBODY or not action.venue
    parts = (
        action.cancellation_reason if action.is_cancelled else "",
        words.when(action),
        "" if is_open or knows_address else gettext("The meeting point is told to those who sign up and confirm."),
        action.description_i18n,
        _addressed(action),
        words.organiser(action),
        _url(action),
    )
    return "\n".join(part for part in parts if part)


def _addressed(action: Action) -> str:
    name = cards.target_name(action)
    return gettext("Addressed to: %(name)s") % {"name": name} if name else ""


def _url(action: Action) -> str:
    return f"{settings.SITE_ORIGIN}{cards.action_url(action)}"
