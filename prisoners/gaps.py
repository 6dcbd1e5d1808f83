"""Where the chain of a person has a gap: what a researcher should find out next, in sentences."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import F
from django.utils.translation import gettext

from prisoners.chain import PRESUMED_FOR, ChainState, Rows, sanction_in_words, state_of, term_of
from prisoners.chain.days import first, is_later
from prisoners.chain.facts import accusations_in, histories_of, rows_of
from prisoners.choices import ABOUT_CUSTODY, CustodyEnd, HearingKind, HearingStatus, PublicationState
from prisoners.custody import Episode
from prisoners.few import within
from prisoners.models import Charge, Detention, Event, Hearing, Sanction, StatusReport
from prisoners.prepared import Prepared
from prisoners.standing import CUSTODIAL, Standing
from prisoners.words import say


def gaps_of(rows: Rows, today: date) -> list[str]:
    """Every gap, the most pressing first; empty for a record without one."""
    state = state_of(rows, today)
    return [
        *_open_ends(state),
        *_lengths(rows),
        *_terms(rows, state),
        *_begins(state),
        *_ends(state),
        *_hearings(rows, state),
    ]


def _of_people(facts: Any) -> Prepared:
    """What is recorded of people by their own relation, but for what was withdrawn."""
    return Prepared(
        lambda whom: (
            facts.filter(within("prisoner", whom))
            .exclude(state=PublicationState.WITHDRAWN)
            .select_related("prisoner", "place")
        )
    )


_SANCTIONS, _DETENTIONS = _of_people(Sanction.internal), _of_people(Detention.internal)
_EVENTS = Prepared(
    lambda whom: (
        Event.prisoners.through._default_manager.filter(within("prisoner", whom), event__is_planned=False)
        .exclude(event__state=PublicationState.WITHDRAWN)
        .select_related("event__place")
        .order_by("event_id")
    )
)
_REPORTS = Prepared(
    lambda whom: (
        StatusReport.internal.filter(within("prisoner", whom))
        .order_by()
        .values_list("prisoner_id", "reported_earliest")
    )
)
_SITTINGS = Prepared(
    lambda whom: (
        Hearing.internal.filter(within("case__defendant_rows__prisoner", whom))
        .annotate(whose=F("case__defendant_rows__prisoner_id"))
        .order_by("held_earliest", "pk")
    )
)
_ACCUSED = Prepared(
    lambda whom: histories_of(
        Charge.internal.filter(within("prisoner", whom)).exclude(state=PublicationState.WITHDRAWN)
    )
)


def rows_of_all(ids: list[int]) -> dict[int, Rows]:
    """The facts of these prisoners, drafts too and withdrawn ones not, for those who write; six queries."""
    found: dict[int, dict[str, list[Any]]] = {pk: defaultdict(list) for pk in ids}
    for name, rows in (("sanctions", _SANCTIONS), ("detentions", _DETENTIONS)):
        for row in rows.of(ids):
            found[row.prisoner_id][name].append(row)
    for link in _EVENTS.of(ids):
        found[link.prisoner_id]["events"].append(link.event)
    for pk, day in _REPORTS.of(ids):
        if day is not None:
            found[pk]["other_days"].append(day)
    for hearing in _SITTINGS.of(ids):
        if hearing.held_earliest is not None:
            found[hearing.whose]["other_days"].append(hearing.held_earliest)
        if hearing.state != PublicationState.WITHDRAWN and hearing.status != HearingStatus.CANCELLED:
            found[hearing.whose]["hearings"].append(hearing)
    for pk, accusation in accusations_in(_ACCUSED.of(ids)):
        found[pk]["accusations"].append(accusation)
    return {pk: rows_of(lists) for pk, lists in found.items()}


def _open_ends(state: ChainState) -> Iterable[str]:
    if state.status == Standing.TERM_OVER and state.projected_release_high is None:
        yield gettext("The sentence was ended, and no release is recorded.")
    elif state.status == Standing.TERM_OVER:
        yield gettext("The term ended by calculation (%(day)s) and no release is recorded.") % {
            "day": say(state.projected_release_high)
        }
    elif state.is_held is not False and _is_old(state):
        yield gettext("Held as last reported on %(day)s; nothing newer is recorded.") % {
            "day": say(state.last_reported_on)
        }
    if state.status == Standing.SENTENCE_OPEN:
        yield gettext("Whether the sentence was completed is not recorded.")


def _is_old(state: ChainState) -> bool:
    newest = state.last_reported_on
    return newest is not None and state.status != Standing.UNKNOWN and state.as_of - newest > PRESUMED_FOR


def _lengths(rows: Rows) -> Iterable[str]:
    for one in rows.sanctions:
        if one.kind in CUSTODIAL and not term_of(one) and not one.is_indefinite:
            yield gettext("The length of a sentence is not recorded: %(sanction)s, %(day)s.") % {
                "sanction": sanction_in_words(one),
                "day": say(one.imposed_on) or gettext("date not known"),
            }


def _terms(rows: Rows, state: ChainState) -> Iterable[str]:
    """Terms that would have been over before they were imposed: one of the days, or the length, is not right."""
    for one in rows.sanctions:
        imposed, begin = one.imposed_on, _begin_of(one, state)
        if one.kind not in CUSTODIAL or not term_of(one) or imposed is None or begin is None:
            continue
        end = term_of(one).after(begin)
        if imposed.earliest is not None and end < imposed.earliest:
            yield gettext("A term ended by calculation (%(end)s) before it was imposed: %(sanction)s, %(day)s.") % {
                "end": say(end),
                "sanction": sanction_in_words(one),
                "day": say(imposed),
            }


def _begin_of(sanction: Sanction, state: ChainState) -> date | None:
    """The last day on which a term may have begun: its own, or that of the custody in which it was imposed."""
    if sanction.starts_on is not None:
        return sanction.starts_on.latest
    day = sanction.imposed_on.earliest if sanction.imposed_on is not None else None
    if day is None or sanction.added_to_id is not None:
        return None
    held = (one for one in state.episodes if one.first.start.has_begun(day) and not one.last.is_over(day))
    return next((one.first.start.latest for one in held), None)


def _hearings(rows: Rows, state: ChainState) -> Iterable[str]:
    """Courts sit about the custody of somebody of whom all known custody had ended in every reading."""
    ends = [one.last.end.latest if one.last.end is not None else None for one in state.episodes]
    if not ends or None in ends:
        return
    last_day = max(end for end in ends if end is not None)
    for one in rows.hearings:
        if one.kind in ABOUT_CUSTODY and is_later(first(one.held_on), last_day):
            yield gettext(
                "After the last known custody ended (%(end)s) a court sat about custody: %(hearing)s, %(day)s. "
                "Was the person held again?"
            ) % {"end": say(last_day), "hearing": HearingKind(one.kind).label, "day": say(one.held_on)}


def _begins(state: ChainState) -> Iterable[str]:
    for stretch in _stretches(state.episodes):
        if stretch.in_transit and stretch.ended_by == CustodyEnd.NOT_RECORDED:
            yield gettext("Transferred on %(day)s: where the person was held then is not recorded.") % {
                "day": say(stretch.started_on) or gettext("date not known")
            }
        elif stretch.by_arrest and stretch.end is None:
            yield gettext("No custody is recorded since the arrest of %(day)s: was the person released?") % {
                "day": say(stretch.started_on) or gettext("date not known")
            }
        elif stretch.is_inferred and not stretch.by_arrest:
            yield gettext("No custody is recorded for the sentence of %(day)s: when was the person arrested?") % {
                "day": say(stretch.started_on) or gettext("date not known")
            }


def _ends(state: ChainState) -> Iterable[str]:
    """Custody followed by other custody, without a word of how the first one ended."""
    for earlier, later in pairwise(state.episodes):
        if earlier.last.ended_by == CustodyEnd.NOT_RECORDED:
            yield gettext("Between two stretches of custody (%(first)s, %(second)s) no release is recorded.") % {
                "first": say(earlier.last.started_on),
                "second": say(later.first.started_on),
            }


def _stretches(episodes: Iterable[Episode]) -> Iterable[Any]:
    return (stretch for episode in episodes for stretch in episode.stretches)
