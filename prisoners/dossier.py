"""One prisoner's page: what it tells, in which order, and from which source."""

from datetime import date

from django.utils.translation import gettext

from prisoners.as_of import is_open
from prisoners.cards import Card, SourceNumbers, hearing_row, own_name
from prisoners.casing import with_capital
from prisoners.chain import ChainState, RunningBan, added_in_words, sanction_in_words
from prisoners.choices import RoleKind
from prisoners.claims import disagreements, figures, statements, statuses
from prisoners.happened import fine_of, how_kept, is_by, newest_of, what_happened
from prisoners.involved import in_what, who_was_involved
from prisoners.marked import joined, words_of
from prisoners.models import Affiliation, Involvement
from prisoners.numbers import number
from prisoners.page_facts import PageFacts
from prisoners.pictures import case_pictures, custody_picture
from prisoners.standing import CUSTODIAL, HELD, RESTRICTING, Standing
from prisoners.words import country_name, days_label, reported, say, say_range

#: Sorts of role that say less than the word «role».
UNTOLD_ROLES = (RoleKind.NOT_RECORDED, RoleKind.OTHER)


def dossier(facts: PageFacts, state: ChainState, up_to: date | None) -> Card:
    """Everything the template shows, from `prisoners.page_facts`.

    `up_to` leaves out what happened later: the page as of that day; None for today's page.
    """
    numbers = SourceNumbers(facts.citations_of)
    timeline = what_happened(facts, up_to, numbers)
    return {
        "head": _head(facts, state),
        "roles": [
            *(_role(one, numbers) for one in facts.affiliations if one.held_on is None or is_by(one.held_on, up_to)),
            *(_own_part(one, numbers) for one in _own_parts(facts, up_to)),
        ],
        "custody": custody_picture(facts, state),
        "case_lines": case_pictures(facts, state.as_of, up_to),
        "timeline": timeline,
        "newest": newest_of(timeline) if up_to is None else None,
        "facts": [
            *_facts(facts, state, numbers),
            *(_part_in_case(one, numbers) for one in _parts_in_cases(facts, up_to)),
        ],
        "share": _share(state),
        "basis": state.basis,
        "hearings": [
            {**hearing_row(one, numbers, who=False), "fine": fine_of(one, facts, up_to)}
            for one in facts.hearings
            if one.pk in facts.coming and is_by(one.held_on, up_to)
        ],
        "names": _names(facts, numbers),
        "disagreements": disagreements(facts, numbers),
        "figures": figures(facts, up_to, numbers),
        "statuses": statuses(facts, up_to, numbers),
        "statements": statements(facts, up_to, numbers),
        "sources": _sources(facts, numbers),
    }


def _sources(facts: PageFacts, numbers: SourceNumbers) -> list[Card]:
    """Those named beside facts, and then what the person's own row rests on, which has no line of its own."""
    numbers.of(facts.prisoner)
    return numbers.listed()


def _head(facts: PageFacts, state: ChainState) -> Card:
    own = own_name(facts.names)
    has_days = bool(state.days_held_low or state.days_held_high)
    return {
        "kicker": country_name(facts.prisoner.country),
        "unnamed": gettext("The name is not known.") if facts.prisoner.is_unnamed else "",
        "own": own.text if own and own.text != facts.prisoner.name_i18n else "",
        "own_lang": own.language if own else "",
        "days": state.days_held_low if has_days else "",
        "days_label": days_label(state.days_held_low, state.days_held_high),
        "since": _since(state),
        "past": state.is_held is False,
        "asof": _as_of(facts, state),
    }


def _since(state: ChainState) -> str:
    if state.since is None:
        return ""
    text = gettext("In custody since: %(day)s.") if state.episode_days_low is not None else gettext("Until: %(day)s.")
    return text % {"day": say(state.since)}


def _as_of(facts: PageFacts, state: ChainState) -> str:
    verified = facts.prisoner.verified_on
    if verified is None:
        return reported(state)
    checked = gettext("Last verified on %(day)s.") % {"day": say(verified)}
    return f"{reported(state)} {checked}"


def _facts(facts: PageFacts, state: ChainState, numbers: SourceNumbers) -> list[Card]:
    listed = [
        _current(state, facts, numbers),
        _kept(facts, state, numbers),
        {
            "label": gettext("Term ends by calculation"),
            "value": say_range(state.projected_release_low, state.projected_release_high),
        },
        {"label": gettext("Days left by calculation"), "value": _days_left(state)},
        {"label": _half_label(state), "value": _half(state)},
        *(_ban(ban, numbers) for ban in state.bans),
        {"label": gettext("Born"), "value": say(facts.prisoner.born_on)},
    ]
    return [fact for fact in listed if fact["value"]]


def _days_left(state: ChainState) -> str:
    left = state.days_left
    return " – ".join(dict.fromkeys(number(one) for one in (left.low, left.high) if one is not None)) if left else ""


def _half_label(state: ChainState) -> str:
    half = state.half_term
    is_over = half is not None and half.has_come(state.as_of)
    return (
        gettext("Half of the term was over by calculation") if is_over else gettext("Half of the term by calculation")
    )


def _half(state: ChainState) -> str:
    half = state.half_term
    return say_range(half.earliest, half.latest) if half else ""


def _current(state: ChainState, facts: PageFacts, numbers: SourceNumbers) -> Card:
    """What is in force. Beside those who are free again it may be a fine: that is not all they were sentenced to."""
    sanction = state.current_sanction
    if sanction is None:
        return {"label": "", "value": ""}
    first = next((one for one in facts.sanctions if one.pk == sanction.added_to_id), None)
    is_main = sanction.kind in CUSTODIAL or sanction.kind in RESTRICTING or state.status == Standing.NOT_HELD
    told = (sanction_in_words(sanction), say(sanction.imposed_on), words_of(sanction, "court"))
    return {
        "label": gettext("Sentence") if is_main else gettext("Of the sentence, no end is recorded of"),
        "value": joined("; ", (joined(", ", told), added_in_words(first))),
        "numbers": numbers.of(sanction),
    }


def _kept(facts: PageFacts, state: ChainState, numbers: SourceNumbers) -> Card:
    """How somebody who is held is kept, by the last stretch of this custody that may have begun."""
    label = gettext("Conditions of custody")
    begun = [one for one in facts.detentions if one.started_earliest and one.started_earliest <= state.as_of]
    if state.status not in HELD or not begun:
        return {"label": label, "value": ""}
    newest = max(begun, key=lambda one: one.started_earliest or date.min)
    if newest.ended_latest is not None and newest.ended_latest <= state.as_of:
        return {"label": label, "value": ""}
    return {"label": label, "value": "; ".join(how_kept(newest)), "numbers": numbers.of(newest)}


def _ban(ban: RunningBan, numbers: SourceNumbers) -> Card:
    ends = say_range(ban.ends_low, ban.ends_high) or gettext("end not known")
    return {
        "label": gettext("Ban in force") if ban.is_certain else gettext("Ban that may be in force"),
        "value": gettext("%(ban)s; ends: %(day)s") % {"ban": sanction_in_words(ban.sanction), "day": ends},
        "numbers": numbers.of(ban.sanction),
    }


def _role(role: Affiliation, numbers: SourceNumbers) -> Card:
    when = f"({say(role.held_on)})" if role.held_on else ""
    words = joined(" ", (words_of(role, "role"), when))
    label = with_capital(role.get_kind_display()) if role.kind not in UNTOLD_ROLES else gettext("Role")
    return {"label": label, "value": words, "numbers": numbers.of(role)}


def _own_parts(facts: PageFacts, up_to: date | None) -> list[Involvement]:
    """As what this person stood in events and cases, beside being a prisoner."""
    return [one for one in facts.involvements if one.prisoner_id == facts.prisoner.pk and _is_told(one, facts, up_to)]


def _is_told(one: Involvement, facts: PageFacts, up_to: date | None) -> bool:
    """Whether the record of a day has the event or the case; a case of others without a date is told only today."""
    if one.event is not None:
        return is_by(one.event.happened_on, up_to)
    return up_to is None or (one.case is not None and is_open(one.case, facts, up_to))


def _own_part(one: Involvement, numbers: SourceNumbers) -> Card:
    value = joined(" – ", (in_what(one), words_of(one, "note")))
    return {"label": with_capital(one.get_role_display()), "value": value, "numbers": numbers.of(one)}


def _parts_in_cases(facts: PageFacts, up_to: date | None) -> list[Involvement]:
    """Who else stood as what in the cases: the judge, the prosecutor, the lawyer."""
    others = (one for one in facts.involvements if one.prisoner_id != facts.prisoner.pk)
    return [one for one in others if one.case_id is not None and _is_told(one, facts, up_to)]


def _part_in_case(one: Involvement, numbers: SourceNumbers) -> Card:
    value = joined("; ", (who_was_involved(one), in_what(one)))
    return {"label": with_capital(one.get_role_display()), "value": value, "numbers": numbers.of(one)}


def _share(state: ChainState) -> Card | None:
    if state.share_served is None or state.current_sanction is None:
        return None
    text = gettext("%(percent)s%% of the sentence served by calculation") % {"percent": number(state.share_served)}
    return {"percent": state.share_served, "text": text}


def _names(facts: PageFacts, numbers: SourceNumbers) -> list[Card]:
    return [
        {"text": name.text, "lang": name.language, "note": name.note, "numbers": numbers.of(name)}
        for name in facts.names
    ]
