"""One prisoner's page: what it tells, in which order, and from which source."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext

from prisoners.cards import Card, SourceNumbers, hearing_row, own_name
from prisoners.chain import ChainState, sanction_in_words
from prisoners.choices import ChargeStatus, CustodyEnd, EventKind, HearingStatus, SanctionEnd, SanctionKind
from prisoners.dates import PartialDate
from prisoners.models import Charge, Detention, Event, Hearing, Prisoner, Sanction
from prisoners.standing import CUSTODIAL
from prisoners.words import country_name, days_label, iso, reported, say, say_range

#: Events that take and that give freedom, for the colour of their mark.
TONES = {
    EventKind.ARREST: "held",
    EventKind.RELEASE: "free",
    EventKind.PARDON: "free",
    EventKind.EXPECTED_RELEASE: "next",
}
FREEING_EVENTS = frozenset({EventKind.RELEASE, EventKind.PARDON, EventKind.COMMUTATION})
FREEING = frozenset(set(CustodyEnd) - {CustodyEnd.NOT_RECORDED, CustodyEnd.TRANSFERRED, CustodyEnd.DIED})


def dossier(prisoner: Prisoner, state: ChainState, upcoming_ids: set[int], up_to: date | None) -> Card:
    """Everything the template shows. `prisoner` comes from `public_rows.prisoners()`.

    `up_to` leaves out what happened later: the page as of that day; None for today's page.
    """
    numbers = SourceNumbers()
    hearings = [hearing for case in prisoner.cases.all() for hearing in case.hearings.all()]
    return {
        "head": _head(prisoner, state),
        "facts": _facts(prisoner, state, numbers),
        "share": _share(state),
        "basis": state.basis,
        "timeline": _timeline(prisoner, hearings, upcoming_ids, up_to, numbers),
        "hearings": [hearing_row(one, numbers, who=False) for one in hearings if one.pk in upcoming_ids],
        "names": _names(prisoner, numbers),
        "disagreements": _disagreements(prisoner, numbers),
        "figures": _figures(prisoner, numbers),
        "statuses": _statuses(prisoner, up_to, numbers),
        "statements": _statements(prisoner, up_to, numbers),
        "sources": numbers.listed(),
    }


# --- the head and the facts ----------------------------------------------------------------------


def _head(prisoner: Prisoner, state: ChainState) -> Card:
    own = own_name(prisoner)
    has_days = bool(state.days_held_low or state.days_held_high)
    return {
        "kicker": country_name(prisoner.country),
        "own": own.text if own else "",
        "own_lang": own.language if own else "",
        "days": state.days_held_low if has_days else "",
        "days_label": days_label(state.days_held_low, state.days_held_high),
        "since": _since(state),
        "past": state.is_held is False,
        "asof": _as_of(prisoner, state),
    }


def _since(state: ChainState) -> str:
    if state.since is None:
        return ""
    text = gettext("In custody since: %(day)s.") if state.episode_days_low is not None else gettext("Until: %(day)s.")
    return text % {"day": say(state.since)}


def _as_of(prisoner: Prisoner, state: ChainState) -> str:
    if prisoner.verified_on is None:
        return reported(state)
    return f"{reported(state)} {gettext('Last verified on %(day)s.') % {'day': say(prisoner.verified_on)}}"


def _facts(prisoner: Prisoner, state: ChainState, numbers: SourceNumbers) -> list[Card]:
    facts = [
        _fact(gettext("Sentence"), _current(prisoner, state), numbers),
        {
            "label": gettext("Term ends by calculation"),
            "value": say_range(state.projected_release_low, state.projected_release_high),
        },
        *(_ban(prisoner, ban, numbers) for ban in state.bans),
        *(_role(role, numbers) for role in prisoner.affiliations.all()),
        {"label": gettext("Born"), "value": say(prisoner.born_on)},
    ]
    return [fact for fact in facts if fact["value"]]


def _current(prisoner: Prisoner, state: ChainState) -> Sanction | None:
    """The same row with its citations prefetched."""
    wanted = state.current_sanction.pk if state.current_sanction else None
    return next((one for one in prisoner.sanctions.all() if one.pk == wanted), None)


def _fact(label: str, sanction: Sanction | None, numbers: SourceNumbers) -> Card:
    if sanction is None:
        return {"label": label, "value": ""}
    parts = (sanction_in_words(sanction), say(sanction.imposed_on), sanction.court_i18n)
    return {"label": label, "value": ", ".join(part for part in parts if part), "numbers": numbers.of(sanction)}


def _ban(prisoner: Prisoner, ban: Any, numbers: SourceNumbers) -> Card:
    row = next(one for one in prisoner.sanctions.all() if one.pk == ban.sanction.pk)
    label = gettext("Ban in force") if ban.is_certain else gettext("Ban that may be in force")
    ends = say_range(ban.ends_low, ban.ends_high) or gettext("end not known")
    return {
        "label": label,
        "value": gettext("%(ban)s; ends: %(day)s") % {"ban": sanction_in_words(row), "day": ends},
        "numbers": numbers.of(row),
    }


def _role(role: Any, numbers: SourceNumbers) -> Card:
    when = f" ({say(role.held_on)})" if role.held_on else ""
    return {"label": gettext("Role"), "value": f"{role.role_i18n}{when}", "numbers": numbers.of(role)}


def _share(state: ChainState) -> Card | None:
    if state.share_served is None or state.current_sanction is None:
        return None
    text = gettext("%(percent)d%% of the sentence served by calculation") % {"percent": state.share_served}
    return {"percent": state.share_served, "text": text}


def _names(prisoner: Prisoner, numbers: SourceNumbers) -> list[Card]:
    return [
        {"text": name.text, "lang": name.language, "note": name.note, "numbers": numbers.of(name)}
        for name in prisoner.names.all()
    ]


# --- what happened --------------------------------------------------------------------------------


def _timeline(
    prisoner: Prisoner, hearings: list[Hearing], upcoming_ids: set[int], up_to: date | None, numbers: SourceNumbers
) -> list[Card]:
    """Every dated and undated fact, oldest first; undated ones last."""
    past = [one for one in hearings if one.pk not in upcoming_ids]
    charges = (one for case in prisoner.cases.all() for one in case.charges.all() if _is_theirs(one, prisoner))
    entries = [
        *(_entry_of_event(one, prisoner) for one in prisoner.events.all()),
        *(_entry_of_charge(one) for one in charges),
        *(_entry_of_hearing(one) for one in past),
        *(entry for one in prisoner.sanctions.all() for entry in _entries_of_sanction(one, prisoner)),
        *(entry for one in prisoner.detentions.all() for entry in _entries_of_detention(one, prisoner)),
    ]
    shown = sorted((one for one in entries if _is_by(one["date"], up_to)), key=_order)
    return [_with_source(entry, numbers) for entry in shown]


def _is_theirs(charge: Charge, prisoner: Prisoner) -> bool:
    return charge.prisoner_id == prisoner.pk


def _is_by(when: PartialDate | None, up_to: date | None) -> bool:
    if up_to is None:
        return True
    return when is not None and (when.earliest is None or when.earliest <= up_to)


def _order(entry: Card) -> tuple[date, date]:
    when = entry["date"]
    first = when.earliest or when.latest if when else None
    return (first or date.max, (when.latest if when else None) or date.max)


def _with_source(entry: Card, numbers: SourceNumbers) -> Card:
    when = entry["date"]
    return {
        **entry,
        "when": say(when) or gettext("Date not known"),
        "iso": iso(when),
        "numbers": numbers.of(entry["row"]),
        "note": _other_reports(entry["row"], numbers) if entry.get("is_main", True) else "",
    }


def _other_reports(row: Any, numbers: SourceNumbers) -> str:
    """What other sources report of the same fact, with the numbers of these sources."""
    said = [_variant_in_words(variant, numbers) for variant in row.variants.all()]
    return gettext("Other reports: %(reports)s") % {"reports": "; ".join(said)} if said else ""


def _variant_in_words(variant: Any, numbers: SourceNumbers) -> str:
    text = " – ".join(part for part in (say(variant.reported_on), variant.text_i18n) if part)
    marks = ", ".join(str(number) for number in numbers.of(variant))
    return f"{text} [{marks}]" if marks else text


def _entry_of_event(event: Event, prisoner: Prisoner) -> Card:
    kind = _kind_of_release(event, prisoner) or event.get_kind_display()
    title = event.title_i18n or (event.place and f"{kind}, {event.place.name_i18n}") or kind
    return {
        "date": event.happened_on,
        "row": event,
        "title": str(title)[:1].upper() + str(title)[1:],
        "text": event.text_i18n,
        "tone": TONES.get(EventKind(event.kind), ""),
    }


def _kind_of_release(event: Event, prisoner: Prisoner) -> str:
    """How a release came about, where a stretch of custody that ended then says it."""
    if event.kind != EventKind.RELEASE:
        return ""
    ended = (one for one in prisoner.detentions.all() if one.ended_by and one.ended_on == event.happened_on)
    return next((one.get_ended_by_display() for one in ended), "")


def _entry_of_charge(charge: Charge) -> Card:
    articles = ", ".join(charge.articles)
    status = gettext("Charge")
    if charge.status != ChargeStatus.UNKNOWN:
        status = gettext("Charge (%(status)s)") % {"status": charge.get_status_display()}
    return {
        "date": charge.brought_on,
        "row": charge,
        "title": f"{status}: {articles}" if articles else status,
        "text": charge.text_i18n,
        "tone": "held",
    }


def _entry_of_hearing(hearing: Hearing) -> Card:
    kind, place = hearing.get_kind_display(), hearing.court_i18n or hearing.place.name_i18n
    title = f"{kind[:1].upper()}{kind[1:]}, {place}"
    if hearing.status == HearingStatus.CANCELLED:
        title = f"{title} ({hearing.get_status_display()})"
    text = ". ".join(part for part in (hearing.text_i18n, hearing.outcome_i18n) if part)
    return {"date": hearing.held_on, "row": hearing, "title": title, "text": text, "tone": ""}


def _entries_of_sanction(sanction: Sanction, prisoner: Prisoner) -> Iterable[Card]:
    words = sanction_in_words(sanction)
    place = sanction.court_i18n or (sanction.place.name_i18n if sanction.place else "")
    yield {
        "date": sanction.imposed_on,
        "row": sanction,
        "title": gettext("Imposed: %(sanction)s") % {"sanction": words} + (f", {place}" if place else ""),
        "text": sanction.text_i18n,
        "tone": "held" if sanction.kind in CUSTODIAL else "",
    }
    if sanction.ended_on is not None and sanction.ended_by and not _end_is_told(sanction, prisoner):
        how = SanctionEnd(sanction.ended_by).label
        yield {
            "date": sanction.ended_on,
            "row": sanction,
            "is_main": False,
            "title": gettext("%(how)s: the %(sanction)s ended") % {"how": str(how).capitalize(), "sanction": words},
            "text": "",
            "tone": "free" if sanction.kind == SanctionKind.PRISON else "",
        }


def _end_is_told(sanction: Sanction, prisoner: Prisoner) -> bool:
    """Whether the end stands in the timeline already: as a release or pardon, or as what took its place."""
    day = sanction.ended_on
    return (
        any(one.happened_on == day and one.kind in FREEING_EVENTS for one in prisoner.events.all())
        or any(one.ended_on == day and one.ended_by for one in prisoner.detentions.all())
        or any(one.replaces_id == sanction.pk and one.imposed_on == day for one in prisoner.sanctions.all())
    )


def _begin_is_told(detention: Detention, prisoner: Prisoner) -> bool:
    """Whether an arrest or a prison sentence of the same day tells that custody began."""
    day, arrests = detention.started_on, (EventKind.ARREST,)
    return not (detention.text or detention.place_id) and (
        any(one.happened_on == day and one.kind in arrests for one in prisoner.events.all())
        or any(one.imposed_on == day and one.kind in CUSTODIAL for one in prisoner.sanctions.all())
    )


def _release_is_told(detention: Detention, prisoner: Prisoner) -> bool:
    day = detention.ended_on
    return any(one.happened_on == day and one.kind == EventKind.RELEASE for one in prisoner.events.all())


def _entries_of_detention(detention: Detention, prisoner: Prisoner) -> Iterable[Card]:
    place = detention.place.name_i18n if detention.place else ""
    kind = detention.get_kind_display()
    if not _begin_is_told(detention, prisoner) or detention.variants.all():
        yield {
            "date": detention.started_on,
            "row": detention,
            "title": gettext("In custody: %(title)s") % {"title": kind} + (f", {place}" if place else ""),
            "text": detention.text_i18n,
            "tone": "held",
        }
    if detention.ended_on is not None and not _release_is_told(detention, prisoner):
        end = CustodyEnd(detention.ended_by)
        yield {
            "date": detention.ended_on,
            "row": detention,
            "is_main": False,
            "title": str(end.label)[:1].upper() + str(end.label)[1:] if end else gettext("End of this custody"),
            "text": "",
            "tone": "free" if end in FREEING else "",
        }


# --- claims side by side -----------------------------------------------------------------------------


def _disagreements(prisoner: Prisoner, numbers: SourceNumbers) -> list[Card]:
    about = [
        *prisoner.disagreements.all(),
        *(one for event in prisoner.events.all() for one in event.disagreements.all()),
    ]
    claims = _claims_by_disagreement(prisoner, numbers)
    return [{"about": one.text_i18n, "claims": claims.get(one.pk, [])} for one in about]


def _claims_by_disagreement(prisoner: Prisoner, numbers: SourceNumbers) -> dict[int, list[Card]]:
    claims: dict[int, list[Card]] = {}
    for fact, when in _facts_with_variants(prisoner):
        for variant in fact.variants.all():
            if variant.disagreement_id is None:
                continue
            mine = claims.setdefault(variant.disagreement_id, [])
            own = _claim(say(when) or str(fact), "", numbers.of(fact))
            mine.extend(one for one in (own, _claim_of_variant(variant, numbers)) if one not in mine)
    return claims


def _facts_with_variants(prisoner: Prisoner) -> Iterable[tuple[Any, PartialDate | None]]:
    yield from ((one, one.happened_on) for one in prisoner.events.all())
    yield from ((one, one.imposed_on) for one in prisoner.sanctions.all())
    yield from ((one, one.ended_on or one.started_on) for one in prisoner.detentions.all())
    yield from ((one, one.held_on) for one in prisoner.affiliations.all())
    for case in prisoner.cases.all():
        yield from ((one, one.brought_on) for one in case.charges.all() if _is_theirs(one, prisoner))
        yield from ((one, one.held_on) for one in case.hearings.all())


def _claim(value: str, by: str, marks: list[int]) -> Card:
    return {"value": value, "by": by, "numbers": marks}


def _claim_of_variant(variant: Any, numbers: SourceNumbers) -> Card:
    when, text = say(variant.reported_on), variant.text_i18n
    return _claim(when or text, text if when else "", numbers.of(variant))


def _figures(prisoner: Prisoner, numbers: SourceNumbers) -> list[Card]:
    """The figures of the events this person is part of, a table for each event."""
    return [
        {"caption": str(event), "claims": [_figure(one, numbers) for one in event.figures.all()]}
        for event in prisoner.events.all()
        if event.figures.all()
    ]


def _figure(figure: Any, numbers: SourceNumbers) -> Card:
    span = " – ".join(dict.fromkeys(str(one) for one in (figure.low, figure.high) if one is not None))
    value = figure.text_i18n or (gettext("at least %(low)s") % {"low": span} if figure.is_lower_bound else span)
    return {
        "value": f"{figure.about_i18n}: {value}",
        "by": figure.counted_by_i18n or figure.get_counted_by_kind_display(),
        "when": say(figure.claimed_on),
        "numbers": numbers.of(figure),
    }


def _statuses(prisoner: Prisoner, up_to: date | None, numbers: SourceNumbers) -> list[Card]:
    return [
        {
            "when": say(one.reported_on) or gettext("Date not known"),
            "iso": iso(one.reported_on),
            "title": one.text_i18n,
            "text": one.note_i18n,
            "numbers": numbers.of(one),
        }
        for one in prisoner.status_reports.all()
        if _is_by(one.reported_on, up_to)
    ]


def _statements(prisoner: Prisoner, up_to: date | None, numbers: SourceNumbers) -> list[Card]:
    return [
        {
            "when": say(one.said_on) or gettext("Date not known"),
            "iso": iso(one.said_on),
            "title": one.speaker_i18n or (one.organisation.name_i18n if one.organisation else gettext("Statement")),
            "text": one.text_i18n,
            "note": one.quote,
            "numbers": numbers.of(one),
        }
        for one in prisoner.statements.all()
        if _is_by(one.said_on, up_to)
    ]
