"""What is claimed about one prisoner, side by side: disagreements, figures, reported situations, statements."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from django.db.models import Model
from django.utils.translation import gettext

from prisoners.cards import Card, SourceNumbers
from prisoners.dates import PartialDate
from prisoners.figure_words import value_in_words
from prisoners.fine_print import fine_print
from prisoners.happened import is_by
from prisoners.marked import Text, capitalised, fill, joined, words_of
from prisoners.models import Figure, Statement, Variant
from prisoners.page_facts import PageFacts
from prisoners.words import iso, say


def disagreements(facts: PageFacts, numbers: SourceNumbers) -> list[Card]:
    """Each point on which sources differ, with what each of them says."""
    claims = _claims_by_disagreement(facts, numbers)
    return [{"about": words_of(one, "text"), "claims": claims.get(one.pk, [])} for one in facts.disagreements]


def figures(facts: PageFacts, up_to: date | None, numbers: SourceNumbers) -> list[Card]:
    """The figures of the events this person is part of, a table for each event; never merged, never summed."""
    shown = [one for one in facts.figures if one.event is None or is_by(one.event.happened_on, up_to)]
    tables = groupby(sorted(shown, key=lambda one: one.event_id or 0), key=lambda one: one.event)
    return [
        {
            "caption": (capitalised(event, "title") or str(event)) if event else "",
            "claims": [_figure(one, numbers) for one in claims],
        }
        for event, claims in tables
    ]


def statuses(facts: PageFacts, up_to: date | None, numbers: SourceNumbers) -> list[Card]:
    """How sources described the situation, each on its day."""
    return [
        {
            "when": say(one.reported_on) or gettext("Date not known"),
            "iso": iso(one.reported_on),
            "title": words_of(one, "text"),
            "text": words_of(one, "note"),
            "fine": fine_print(one, up_to=up_to),
            "numbers": numbers.of(one),
        }
        for one in facts.status_reports
        if is_by(one.reported_on, up_to)
    ]


def statements(facts: PageFacts, up_to: date | None, numbers: SourceNumbers) -> list[Card]:
    """Who said what; a quotation stands in its own language."""
    return [
        {
            "when": say(one.said_on) or gettext("Date not known"),
            "iso": iso(one.said_on),
            "title": joined(": ", (_speaker(one), one.get_stance_display() if one.stance else "")),
            "text": words_of(one, "text"),
            "note": one.quote,
            "note_lang": one.quote_language,
            "fine": fine_print(one, up_to=up_to),
            "numbers": numbers.of(one),
        }
        for one in facts.statements
        if is_by(one.said_on, up_to)
    ]


def _speaker(statement: Statement) -> Text:
    """Who spoke and as what, in the source's words; beside it the organisation as this record names it."""
    speaker = joined(", ", (words_of(statement, "speaker"), words_of(statement, "speaker_role")))
    organisation = words_of(statement.organisation, "name") if statement.organisation else ""
    if speaker and organisation and speaker != organisation:
        return fill("%(speaker)s (%(organisation)s)", speaker=speaker, organisation=organisation)
    return speaker or organisation or gettext("Statement")


def _claims_by_disagreement(facts: PageFacts, numbers: SourceNumbers) -> dict[int, list[Card]]:
    claims: dict[int, list[Card]] = {}
    for fact, when in _with_their_days(facts):
        for variant in facts.variants_of(fact):
            if variant.disagreement_id is None:
                continue
            mine = claims.setdefault(variant.disagreement_id, [])
            own = _claim(say(when) or str(fact), "", numbers.of(fact))
            mine.extend(one for one in (own, _claim_of_variant(variant, numbers)) if one not in mine)
    return claims


def _with_their_days(facts: PageFacts) -> Iterable[tuple[Model, PartialDate | None]]:
    """The facts that can have differing reports, each with the day that is most in doubt."""
    yield from ((one, one.happened_on) for one in facts.events)
    yield from ((one, one.imposed_on) for one in facts.sanctions)
    yield from ((one, one.ended_on or one.started_on) for one in facts.detentions)
    yield from ((one, one.held_on) for one in facts.affiliations)
    yield from ((one, one.brought_on) for one in facts.charges)
    yield from ((one, one.held_on) for one in facts.hearings)


def _claim(value: Text, by: Text, marks: Sequence[int]) -> Card:
    return {"value": value, "by": by, "numbers": marks}


def _claim_of_variant(variant: Variant, numbers: SourceNumbers) -> Card:
    when, text = say(variant.reported_on), words_of(variant, "text")
    return _claim(when or text, text if when else "", numbers.of(variant))


def _figure(figure: Figure, numbers: SourceNumbers) -> Card:
    value = value_in_words(figure, words_of(figure, "text"))
    return {
        "value": fill("%(about)s: %(value)s", about=words_of(figure, "about"), value=value),
        "by": words_of(figure, "counted_by") or figure.get_counted_by_kind_display(),
        "when": say(figure.claimed_on),
        "numbers": numbers.of(figure),
    }
