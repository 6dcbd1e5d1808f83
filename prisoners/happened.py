"""What happened to one prisoner: every dated and undated fact as an entry of the page's timeline."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model
from django.utils.html import format_html_join
from django.utils.translation import gettext

from prisoners.cards import Card, SourceNumbers
from prisoners.casing import with_capital
from prisoners.chain import sanction_in_words
from prisoners.choices import ChargeStatus, CustodyEnd, EventKind, HearingStatus, SanctionEnd, SanctionKind
from prisoners.dates import PartialDate, from_date
from prisoners.elision import elided
from prisoners.fine_print import fine_print
from prisoners.involved import involved_in_words
from prisoners.marked import Text, capitalised, fill, joined, words_of
from prisoners.models import Charge, ChargeStep, Detention, Event, Hearing, Sanction, Variant
from prisoners.page_facts import PageFacts
from prisoners.relations import other_of, relation_in_words
from prisoners.standing import CUSTODIAL
from prisoners.words import iso, say

#: Events that take and that give freedom, for the colour of their mark.
TONES = {
    EventKind.ARREST: "held",
    EventKind.RELEASE: "free",
    EventKind.PARDON: "free",
    EventKind.EXPECTED_RELEASE: "next",
}
#: Where a charge has come to, for the same.
TONES_OF_CHARGES = {
    ChargeStatus.CONVICTED: "held",
    ChargeStatus.DROPPED: "free",
    ChargeStatus.ACQUITTED: "free",
    ChargeStatus.OVERTURNED: "free",
}
FREEING_EVENTS = frozenset({EventKind.RELEASE, EventKind.PARDON, EventKind.COMMUTATION})
FREEING = frozenset(set(CustodyEnd) - {CustodyEnd.NOT_RECORDED, CustodyEnd.TRANSFERRED, CustodyEnd.DIED})


def what_happened(facts: PageFacts, up_to: date | None, numbers: SourceNumbers) -> list[Card]:
    """Every fact, oldest first; undated ones last. `up_to` leaves out what happened later."""
    entries = [
        *(_of_event(one, facts) for one in facts.events),
        *(entry for one in facts.charges for entry in _of_charge(one, facts)),
        *(_of_hearing(one) for one in facts.hearings if one.pk not in facts.coming),
        *(entry for one in facts.sanctions for entry in _of_sanction(one, facts)),
        *(entry for one in facts.detentions for entry in _of_detention(one, facts)),
    ]
    shown = sorted((one for one in entries if is_by(one["date"], up_to)), key=_order)
    return [_with_source(entry, facts, up_to, numbers) for entry in shown]


def newest_of(entries: list[Card]) -> Card | None:
    """What was added last, with the day (UTC) since which it is public; None where all of it came on one day.

    Of what came together, what happened last.
    """
    public = [entry for entry in entries if entry["row"].published_at is not None]
    if len({entry["row"].published_at.date() for entry in public}) <= 1:
        return None
    last = max(reversed(public), key=lambda entry: (entry["row"].published_at.date(), entry["date"] is not None))
    day = say(from_date(last["row"].published_at.date()))
    return {"day": day, "title": last["title"], "when": last["when"]}


def case_entries(facts: PageFacts, case_id: int) -> list[Card]:
    """The charges, hearings and sentences of one case, oldest first; hearings that are ahead too."""
    entries = [
        *(entry for one in facts.charges if one.case_id == case_id for entry in _of_charge(one, facts)),
        *(_of_hearing(one) for one in facts.hearings if one.case_id == case_id),
        *(_of_imposing(one) for one in facts.sanctions if one.case_id == case_id),
    ]
    return sorted(entries, key=_order)


def is_by(when: PartialDate | None, up_to: date | None) -> bool:
    """Whether something may have happened by a day; without a day everything did, and what has no date did not."""
    if up_to is None:
        return True
    return when is not None and (when.earliest is None or when.earliest <= up_to)


def variant_in_words(variant: Variant) -> Text:
    """The day and the words of a differing report."""
    return joined(" – ", (say(variant.reported_on), words_of(variant, "text")))


def fine_of(row: Model, facts: PageFacts, up_to: date | None) -> str:
    """What else is known of a fact of the page, without a next hearing that is later than the day asked for."""
    after = facts.hearing_after(row) if isinstance(row, Hearing) else None
    return fine_print(row, after if after and is_by(after.held_on, up_to) else None, up_to)


def how_kept(detention: Detention) -> list[str]:
    """How somebody is kept, and what is said of where, as far as that is recorded."""
    said = (detention.get_confinement_display(), detention.get_whereabouts_display())
    return [
        str(words) for words, value in zip(said, (detention.confinement, detention.whereabouts), strict=True) if value
    ]


def _order(entry: Card) -> tuple[date, date]:
    when = entry["date"]
    first = when.earliest or when.latest if when else None
    return (first or date.max, (when.latest if when else None) or date.max)


def _with_source(entry: Card, facts: PageFacts, up_to: date | None, numbers: SourceNumbers) -> Card:
    when, is_main = entry["date"], entry.get("is_main", True)
    return {
        **entry,
        "when": say(when) or gettext("Date not known"),
        "iso": iso(when),
        "numbers": numbers.of(entry["row"]),
        "note": _other_reports(entry["row"], facts, numbers) if is_main else "",
        "fine": fine_of(entry["row"], facts, up_to) if is_main else "",
        "related": _related(entry["row"], facts, up_to, numbers),
    }


def _related(row: Model, facts: PageFacts, up_to: date | None, numbers: SourceNumbers) -> list[Card]:
    """Who stood as what in an event, and how it stands to others, but not to what came after the day asked for."""
    if not isinstance(row, Event):
        return []
    parts = [{"text": involved_in_words(one), "numbers": numbers.of(one)} for one in facts.involved_in(row)]
    shown = [one for one in facts.links_of(row) if is_by(other_of(one, row).happened_on, up_to)]
    return [*parts, *({"text": relation_in_words(one, row), "numbers": numbers.of(one)} for one in shown)]


def _other_reports(
    row: Event | Charge | ChargeStep | Hearing | Sanction | Detention, facts: PageFacts, numbers: SourceNumbers
) -> Text:
    """What other sources report of the same fact, with the numbers of these sources."""
    said = [_numbered(variant, numbers) for variant in facts.variants_of(row)]
    return (
        fill(
            gettext("Other reports: %(reports)s"),
            reports=format_html_join("; ", "<bdi>{}</bdi>", ((one,) for one in said)),
        )
        if said
        else ""
    )


def _numbered(variant: Variant, numbers: SourceNumbers) -> Text:
    marks = "; ".join(mark.told for mark in numbers.of(variant))
    return joined(" ", (variant_in_words(variant), f"[{marks}]" if marks else ""))


def _of_event(event: Event, facts: PageFacts) -> Card:
    kind = _kind_of_release(event, facts) or event.get_kind_display()
    place = words_of(event.place, "name") if event.place else ""
    return {
        "date": event.happened_on,
        "row": event,
        "title": capitalised(event, "title") or joined(", ", (with_capital(kind), place)),
        "text": words_of(event, "text"),
        "tone": TONES.get(EventKind(event.kind), ""),
    }


def _kind_of_release(event: Event, facts: PageFacts) -> str:
    """How a release came about, where a stretch of custody that ended then says it."""
    if event.kind != EventKind.RELEASE:
        return ""
    ended = (one for one in facts.detentions if one.ended_by and one.ended_on == event.happened_on)
    return next((one.get_ended_by_display() for one in ended), "")


def _of_charge(charge: Charge, facts: PageFacts) -> Iterable[Card]:
    """That it was brought, and each line of its history; where it has one, only that says where it stood on a day."""
    steps = facts.steps_of(charge)
    yield {
        "date": charge.brought_on,
        "row": charge,
        "title": _charge_in_words(charge, "" if steps else charge.status),
        "text": words_of(charge, "text"),
        "tone": "held",
    }
    for step in steps:
        yield {
            "date": step.since_on,
            "row": step,
            "title": _charge_in_words(charge, step.status),
            "text": "" if charge.articles else words_of(charge, "text"),
            "tone": TONES_OF_CHARGES.get(ChargeStatus(step.status), ""),
        }


def _charge_in_words(charge: Charge, status: str) -> Text:
    """The charge with its articles and, where that is known, where it stands."""
    words = gettext("Charge")
    if status and status != ChargeStatus.UNKNOWN:
        words = gettext("Charge (%(status)s)") % {"status": ChargeStatus(status).label}
    articles = format_html_join(", ", "<bdi>{}</bdi>", ((article,) for article in charge.articles))
    return fill("%(words)s: %(articles)s", words=words, articles=articles) if charge.articles else words


def _of_hearing(hearing: Hearing) -> Card:
    place = words_of(hearing, "court") or words_of(hearing.place, "name")
    became = hearing.get_status_display() if hearing.status == HearingStatus.CANCELLED else ""
    became = hearing.get_decision_display() if hearing.decision else became
    state = f"({became})" if became else ""
    return {
        "date": hearing.held_on,
        "row": hearing,
        "title": joined(" ", (joined(", ", (with_capital(hearing.get_kind_display()), place)), state)),
        "text": joined(". ", (words_of(hearing, "text"), words_of(hearing, "outcome"))),
        "tone": "",
    }


def _of_imposing(sanction: Sanction) -> Card:
    words = sanction_in_words(sanction)
    place = words_of(sanction, "court") or (words_of(sanction.place, "name") if sanction.place else "")
    return {
        "date": sanction.imposed_on,
        "row": sanction,
        "title": joined(", ", (gettext("Imposed: %(sanction)s") % {"sanction": words}, place)),
        "text": words_of(sanction, "text"),
        "tone": "held" if sanction.kind in CUSTODIAL else "",
    }


def _of_sanction(sanction: Sanction, facts: PageFacts) -> Iterable[Card]:
    yield _of_imposing(sanction)
    if sanction.ended_on is not None and sanction.ended_by and not _end_is_told(sanction, facts):
        how, what = SanctionEnd(sanction.ended_by).label, sanction_in_words(sanction)
        yield {
            "date": sanction.ended_on,
            "row": sanction,
            "is_main": False,
            "title": elided(
                gettext("%(how)s: the %(sanction)s ended") % {"how": with_capital(how), "sanction": what}, what
            ),
            "text": "",
            "tone": "free" if sanction.kind == SanctionKind.PRISON else "",
        }


def _end_is_told(sanction: Sanction, facts: PageFacts) -> bool:
    """Whether the end stands in the timeline already: as a release or pardon, or as what took its place."""
    day = sanction.ended_on
    return (
        any(one.happened_on == day and one.kind in FREEING_EVENTS for one in facts.events)
        or any(one.ended_on == day and one.ended_by for one in facts.detentions)
        or any(one.replaces_id == sanction.pk and one.imposed_on == day for one in facts.sanctions)
    )


def _begin_is_told(detention: Detention, facts: PageFacts) -> bool:
    """Whether an arrest or a prison sentence of the same day tells that custody began."""
    day, arrests = detention.started_on, (EventKind.ARREST,)
    return not (detention.text or detention.place_id or how_kept(detention)) and (
        any(one.happened_on == day and one.kind in arrests for one in facts.events)
        or any(one.imposed_on == day and one.kind in CUSTODIAL for one in facts.sanctions)
    )


def _release_is_told(detention: Detention, facts: PageFacts) -> bool:
    day = detention.ended_on
    return any(one.happened_on == day and one.kind == EventKind.RELEASE for one in facts.events)


def _of_detention(detention: Detention, facts: PageFacts) -> Iterable[Card]:
    place = words_of(detention.place, "name") if detention.place else ""
    kind = detention.get_kind_display()
    if not _begin_is_told(detention, facts) or facts.variants_of(detention):
        yield {
            "date": detention.started_on,
            "row": detention,
            "title": joined(", ", (gettext("In custody: %(title)s") % {"title": kind}, place, *how_kept(detention))),
            "text": words_of(detention, "text"),
            "tone": "held",
        }
    if detention.ended_on is not None and not _release_is_told(detention, facts):
        end = CustodyEnd(detention.ended_by)
        yield {
            "date": detention.ended_on,
            "row": detention,
            "is_main": False,
            "title": with_capital(end.label) if end else gettext("End of this custody"),
            "text": "",
            "tone": "free" if end in FREEING else "",
        }
