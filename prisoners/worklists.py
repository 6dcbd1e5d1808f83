"""What is to be done next in the record: facts to verify, hearings without an outcome, gaps in chains."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from prisoners.casing import with_capital
from prisoners.choices import HearingStatus, PublicationState
from prisoners.gaps import gaps_of, rows_of_all
from prisoners.models import (
    Case,
    Detention,
    Event,
    Hearing,
    Involvement,
    Official,
    OfficialSpelling,
    Place,
    Prisoner,
    Sanction,
    Staff,
)
from prisoners.naming import title_of
from prisoners.official_names import spelling_url, unknown_names
from prisoners.remembered import Models, remembered
from prisoners.services import gap_marks
from prisoners.upcoming import ahead
from prisoners.waiting import Waiting, rows_of, waiting
from prisoners.words import say

#: After so long a published record is to be looked at again.
STALE_AFTER = timedelta(days=180)
DAY = timedelta(days=1)
#: So many rows a list; the rest is counted.
SHOWN = 10
#: Chains are computed for so many people at most, those whose custody began last.
CHAINS = 40
#: What decides which names stand in facts of which country, and which of them are an official’s.
NAMED_IN = (Hearing, Sanction, Involvement, Case, Prisoner, Event, Place, Official, OfficialSpelling)


@dataclass(frozen=True)
class Item:
    """One thing to do: where, and what."""

    url: str
    title: str
    note: str


@dataclass(frozen=True)
class Worklist:
    """A list of things to do, the most pressing first; `more` says how many are not shown, `url` where they stand."""

    title: str
    items: tuple[Item, ...]
    more: int = 0
    url: str = ""


#: Lists of upper floors, each with the permission of those who may see it.
_MORE: list[tuple[str, Callable[[], Worklist]]] = []


def register_worklist(permission: str, make: Callable[[], Worklist]) -> None:
    """Have the desk show a list of an upper floor to whoever holds a permission such as "prisoners.change_case"."""
    _MORE.append((permission, make))


def more_worklists(may: Callable[[str], bool]) -> list[Worklist]:
    """The lists of upper floors for somebody of whom `may` tells the permissions."""
    return [make() for permission, make in _MORE if may(permission)]


def worklists(now: datetime, member: Staff) -> list[Worklist]:
    """What waits for a member of staff and what is missing; a constant number of queries. `now` is an instant (UTC)."""
    today = now.date()
    lists = [sent_back(member), in_review(), without_outcome(now), stale_custody(today), with_gaps(today), stale(today)]
    return [*lists, without_an_official()] if member.has_perm("prisoners.add_official") else lists


def in_review() -> Worklist:
    """Facts that were submitted and wait for a second person, the longest waiting first."""
    return _standing(gettext("Waits for a second person"), _submitted, waiting(PublicationState.IN_REVIEW))


def sent_back(member: Staff) -> Worklist:
    """What came back to its author with a reason; what nobody at the desk answers for any more comes to everybody."""
    return _standing(
        gettext("Sent back"), lambda row: row.sent_back_reason, waiting(PublicationState.SENT_BACK, member)
    )


def _standing(title: str, note: Callable[[Any], str], found: list[Waiting]) -> Worklist:
    rows = rows_of(found[:SHOWN])
    items = [Item(_page(one), f"{with_capital(one._meta.verbose_name)}: {title_of(one)}", note(one)) for one in rows]
    return Worklist(title, tuple(items), max(0, len(found) - SHOWN))


def _submitted(row: Any) -> str:
    return gettext("submitted by %(handle)s") % {"handle": row.submitted_by.handle} if row.submitted_by else ""


def stale(today: date) -> Worklist:
    """Published people whom nobody verified for long, those never verified first."""
    is_old = Q(verified_on__isnull=True) | Q(verified_on__lt=today - STALE_AFTER)
    rows = Prisoner.public.filter(is_old).order_by(F("verified_on").asc(nulls_first=True), "pk")
    items = [Item(_page(one), one.name, _verified(one)) for one in rows[:SHOWN]]
    more = _more(("stale", today), rows, {Prisoner})
    return Worklist(gettext("To be verified again"), tuple(items), more, f"{_list('prisoner')}?verified=stale")


def stale_custody(today: date) -> Worklist:
    """Public stretches of custody without an end that nobody verified for long: what changes without a word."""
    is_old = Q(verified_on__isnull=True) | Q(verified_on__lt=today - STALE_AFTER)
    open_ones = Detention.internal.in_sight().filter(is_old, ended_on="", started_latest__lt=today - STALE_AFTER)
    rows = open_ones.select_related("prisoner").order_by(F("verified_on").asc(nulls_first=True), "pk")
    notes = ((one, f"{one.get_kind_display()}, {say(one.started_on)}") for one in rows[:SHOWN])
    items = [Item(_page(one), one.prisoner.name, note) for one, note in notes]
    more = _more(("stale custody", today), rows, {Detention, Prisoner})
    return Worklist(gettext("Still in custody?"), tuple(items), more, f"{_list('detention')}?verified=stale")


def without_outcome(now: datetime) -> Worklist:
    """Hearings that are over by the clock of their place, and of which nobody entered what came of them."""
    over = passed_without_outcome(now).select_related("case").order_by("-held_latest", "pk")
    notes = ((one, f"{one.get_kind_display()}, {say(one.held_on)}") for one in over[:SHOWN])
    items = [Item(f"{_page(one)}#id_status", one.case.title, note) for one, note in notes]
    more = _more(("without outcome", f"{now:%Y-%m-%d %H:%M}"), over, {Hearing})
    url = f"{_list('hearing')}?outcome=missing"
    return Worklist(gettext("Hearings that passed without an outcome"), tuple(items), more, url)


def passed_without_outcome(now: datetime) -> QuerySet[Hearing]:
    """Hearings that still stand as scheduled, and are over at an instant (UTC) by the clock of their place."""
    rows = Hearing.internal.filter(status=HearingStatus.SCHEDULED).exclude(state=PublicationState.WITHDRAWN)
    # Whatever is over has its last possible day behind, or today or tomorrow by UTC: an index finds those.
    return rows.filter(held_latest__lte=now.date() + DAY).exclude(ahead(now))


def with_gaps(today: date) -> Worklist:
    """People whose chain leaves something open: first those whose custody has no recorded end or began last."""
    found = gaps_by_person(today)
    people = Prisoner.internal.in_bulk(list(found)[:SHOWN])
    items = [Item(_page(people[pk]), people[pk].name, " ".join(found[pk])) for pk in list(found)[:SHOWN]]
    more = max(0, len(found) - SHOWN, gap_marks.with_gaps().count() - len(items))
    return Worklist(gettext("Gaps in the chain"), tuple(items), more, f"{_list('prisoner')}?gaps=some")


def gaps_by_person(today: date) -> dict[int, list[str]]:
    """The gaps of people by their primary key, of those `CHAINS` whose custody has no recorded end or began last."""
    begun = Detention.internal.exclude(state=PublicationState.WITHDRAWN).order_by("ended_on", "-started_earliest", "pk")
    ids = list(dict.fromkeys(begun.values_list("prisoner_id", flat=True)[:CHAINS]))
    rows = rows_of_all(ids)
    return {pk: gaps for pk in ids if (gaps := gaps_of(rows[pk], today))}


def without_an_official() -> Worklist:
    """Names of judges and others in office in facts by which no official is spelt, the commonest first."""
    names, total = remembered(("unknown names",), lambda: unknown_names(most=SHOWN), NAMED_IN)
    items = [Item(spelling_url(one.text, one.country), one.text, _facts(one.count)) for one in names]
    url = reverse("admin:prisoners_official_names")
    return Worklist(gettext("Names without an official"), tuple(items), total - len(items), url)


def _facts(count: int) -> str:
    return ngettext("in %(n)s fact", "in %(n)s facts", count) % {"n": count}


def _more(what: tuple[Any, ...], rows: QuerySet[Any], of: Models) -> int:
    """How many there are beside those that are shown, as long as none is written on which that depends."""
    return max(0, remembered(what, rows.count, of) - SHOWN)


def _verified(prisoner: Prisoner) -> str:
    if prisoner.verified_on is None:
        return gettext("never verified")
    return gettext("last verified on %(day)s") % {"day": say(prisoner.verified_on)}


def _list(model: str) -> str:
    return reverse(f"admin:prisoners_{model}_changelist")


def _page(row: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
