"""The pictures of a prisoner's page: custody along the years, and what each case went through."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext

from prisoners.cards import Card
from prisoners.chain import ChainState
from prisoners.charts import case_line, custody_strip
from prisoners.choices import CustodyEnd, CustodyKind
from prisoners.custody import Stretch
from prisoners.happened import case_entries, is_by
from prisoners.marked import words_of
from prisoners.numbers import number
from prisoners.page_facts import PageFacts
from prisoners.words import days_label, say

#: A line with fewer points than this tells no more than the sentence about it.
FEWEST_POINTS = 3


def custody_picture(facts: PageFacts, state: ChainState) -> Card | None:
    """The strip of custody with its table; None where no custody is dated."""
    days = [one.held_on.earliest for one in facts.hearings if one.held_on and one.held_on.is_day]
    strip = custody_strip(state, [day for day in days if day and day <= state.as_of], state.as_of)
    if strip is None:
        return None
    total = f"{number(state.days_held_low)} {days_label(state.days_held_low, state.days_held_high)}"
    return {"strip": strip, "text": _custody_in_words(state, total), "rows": list(_rows(state))}


def case_pictures(facts: PageFacts, today: date, up_to: date | None) -> list[Card]:
    """For each case with steps in two years: the line of its charges, hearings and sentences, with its table."""
    cases = {one.case_id: one.case for one in facts.charges} | {one.case_id: one.case for one in facts.hearings}
    pictures = []
    for pk, case in cases.items():
        entries = [one for one in case_entries(facts, pk) if one["date"] and is_by(one["date"], up_to)]
        line = case_line([(one["date"], one["tone"]) for one in entries], today)
        if line is not None and line["years"] and len({one["date"] for one in entries}) >= FEWEST_POINTS:
            rows = [{"when": say(one["date"]), "what": one["title"]} for one in entries]
            pictures.append({"id": f"case-{pk}", "title": words_of(case, "title"), "line": line, "rows": rows})
    return pictures


def _custody_in_words(state: ChainState, total: str) -> str:
    return gettext("Custody up to %(day)s: %(total)s.") % {"day": say(state.as_of), "total": total}


def _rows(state: ChainState) -> Iterable[dict[str, Any]]:
    for episode in state.episodes:
        for stretch in episode.stretches:
            days = stretch.days(state.as_of, state.certain_until if episode is state.episodes[-1] else None)
            span = dict.fromkeys(number(one) for one in (days.low, days.high) if one is not None)
            yield {
                "begin": say(stretch.started_on) or gettext("date not known"),
                "end": _end(stretch, state.as_of),
                "kind": gettext("after a transfer") if stretch.in_transit else CustodyKind(stretch.kind).label,
                "days": " – ".join(span),
            }


def _end(stretch: Stretch, day: date) -> str:
    if stretch.end is None or not stretch.end.has_begun(day):
        return gettext("no end recorded")
    how = CustodyEnd(stretch.ended_by)
    said = say(stretch.ended_on) or gettext("date not known")
    return f"{said} ({how.label})" if how else said
