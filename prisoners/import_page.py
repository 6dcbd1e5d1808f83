"""What the page of an import shows before anything is written: columns, what would change, what is refused."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prisoners.import_forms import (
    HOW,
    MAP,
    ROW,
    WORDS_OF_LIKELY,
    WORDS_OF_READING,
    WholeFileForm,
    columns_to_choose,
)
from prisoners.importing.outlines import CHANGED, HELD, HOLD, NEW, SKIP, SKIPPED, UNCHANGED, Diff, Outline, Proposal
from prisoners.importing.rows import Read
from prisoners.importing.saying import said_by
from prisoners.importing.sheets import Opened
from prisoners.importing.targets import IGNORE

#: Of each kind so many are shown; their number is said. A choice can be made for so many rows at once.
MOST_SHOWN, MOST_ASKED = 200, 200
#: How many rows came to what, with the number last: so it is right in languages that decline what is counted.
COUNTED = {
    NEW: gettext_lazy("new: %(count)s"),
    CHANGED: gettext_lazy("changed: %(count)s"),
    UNCHANGED: gettext_lazy("unchanged: %(count)s"),
    HELD: gettext_lazy("held back: %(count)s"),
    SKIPPED: gettext_lazy("left out: %(count)s"),
}
#: How many headings can be mapped where none is known.
MOST_HEADINGS = 80


@dataclass(frozen=True)
class Box:
    """A list to choose from: name of the box, words before it, and what it offers (value, words, chosen)."""

    name: str
    label: str
    offers: list[tuple[str, Any, bool]]


def columns_meant(read: Read | None, opened: Opened | None) -> list[tuple[str, str, str]]:
    """Each heading, what it is taken to mean and how its values are read; the headings alone where none is known."""
    if read is None:
        return [(heading, IGNORE, "") for heading in _first_headings(opened)]
    found: dict[str, tuple[str, str]] = {}
    for one in read.columns:
        found |= dict.fromkeys(one.unknown, (IGNORE, ""))
        found |= {heading: (target.name, ",".join(sorted(target.options))) for _n, heading, target in one.headings}
    return [(heading, name, how) for heading, (name, how) in found.items()]


def boxes_of_columns(columns: Iterable[Sequence[str]]) -> list[tuple[Box, Box]]:
    """For each heading a box with what it means, and one with how its values are read."""
    offered = columns_to_choose()
    return [_column(heading, name, how, offered) for heading, name, how in columns]


def page_of(answer: dict[str, Any], form: WholeFileForm) -> dict[str, Any]:
    """All that the page of a look shows: its answer, the columns as boxes to choose from, and the form."""
    anchors = {heading: f"column-{number}" for number, (heading, *_how) in enumerate(answer["columns"], 1)}
    faults = [{**one, "anchor": anchors.get(one["column"], "")} for one in answer.get("faults", [])]
    return {**answer, "faults": faults, "columns": boxes_of_columns(answer["columns"]), "form": form}


def what_it_would_do(found: Outline) -> dict[str, Any]:
    """The outline for the page, of kinds that JSON has; at most some hundred lines of each kind."""
    rows = found.proposals
    likes = [one for one in rows if one.likes]
    changed = [one for one in rows if one.verdict == CHANGED]
    fresh = [one for one in rows if one.verdict == NEW]
    left = found.left
    return {
        "counts": _counts(found),
        "fresh": [{**_line(one), "said": said_by(one.wanted)} for one in fresh[:MOST_SHOWN]],
        "changed": [_line(one, one.diffs) for one in changed[:MOST_SHOWN]],
        "faults": [asdict(one) for one in found.faults[:MOST_SHOWN]],
        "reasons_against": len(found.faults),
        "likes": [_likely(one, found) for one in likes[:MOST_ASKED]],
        "left": [_line(one, one.left) for one in left[:MOST_SHOWN]],
        "same": [_same(rows, verdict) for verdict in (UNCHANGED, SKIPPED)],
        "left_off": _left_off(fresh, changed, found.faults, likes, left),
        "notes": [*_unread(found.read), *found.notes],
        "is_change": found.is_change,
        "fingerprint": found.fingerprint,
    }


def _unread(read: Read) -> list[str]:
    """Of which columns nothing is read, in one sentence, or no sentence where there are none."""
    headings = "; ".join(dict.fromkeys(heading for one in read.columns for heading in one.unknown))
    said = _("Nothing is read of these columns: %(headings)s. What they mean can be chosen below.")
    return [said % {"headings": headings}] if headings else []


def _line(one: Proposal, diffs: Iterable[Diff] = ()) -> dict[str, Any]:
    """One row of the file: where it stands, who it is, and what it would change."""
    wanted = one.wanted
    name = wanted.name if one.prisoner is None else str(one.prisoner)
    said = [asdict(diff) for diff in diffs]
    return {"row": wanted.row, "sheet": wanted.sheet, "name": name, "slug": one.slug, "diffs": said}


def _same(rows: list[Proposal], verdict: str) -> dict[str, Any]:
    """The rows of which nothing is written, so that each row of the file is found somewhere."""
    found = [one for one in rows if one.verdict == verdict]
    said = str(COUNTED[verdict]) % {"count": len(found)}
    return {"said": said, "count": len(found), "lines": [_line(one) for one in found[:MOST_SHOWN]]}


def _likely(one: Proposal, found: Outline) -> dict[str, Any]:
    """Whom a row may be, with the way to those in the record, and the box to say it in."""
    people = [{"name": like.name, "where": like.where, "pk": like.pk} for like in one.likes]
    return {**_line(one), "people": people, "box": asdict(_who(one, found))}


def _counts(found: Outline) -> list[str]:
    refused = _("refused: %(count)s") % {"count": found.refused_rows}
    return [*(str(words) % {"count": found.count(verdict)} for verdict, words in COUNTED.items()), refused]


def _left_off(*lists: list[Any]) -> int:
    return sum(max(0, len(one) - MOST_SHOWN) for one in lists)


def _column(heading: str, name: str, how: str, offered: list[tuple[str, str]]) -> tuple[Box, Box]:
    means = [(value, words, value == name) for value, words in offered]
    ways = [(value, words, value == how) for value, words in WORDS_OF_READING.items()]
    return Box(f"{MAP}{heading}", heading, means), Box(f"{HOW}{heading}", heading, ways)


def _first_headings(opened: Opened | None) -> Iterable[str]:
    """The first line that says something, of each sheet."""
    lines = [sheet.lines[0] for sheet in opened.sheets if sheet.lines] if opened else []
    texts = [" ".join(str(value).split()) for line in lines for value in line.values if value is not None]
    return list(dict.fromkeys(texts))[:MOST_HEADINGS]


def _who(one: Proposal, found: Outline) -> Box:
    """Who a row may be."""
    row = f"{one.wanted.sheet}!{one.wanted.row}"
    said = found.options.decisions.get(row, "")
    people = [
        (
            like.said,
            _("the same as %(name)s (%(where)s)") % {"name": like.name, "where": like.where},
        )
        for like in one.likes
    ]
    usual = ("", _("as for the whole file: %(words)s") % {"words": WORDS_OF_LIKELY[found.options.likely]})
    # What holds for the whole file is the first one already.
    others = [word for word in (HOLD, NEW, SKIP) if word in (said, *{HOLD, NEW, SKIP} - {found.options.likely})]
    rest = [(word, WORDS_OF_LIKELY[word]) for word in others]
    return Box(
        f"{ROW}{row}", one.wanted.name, [(value, words, value == said) for value, words in (usual, *people, *rest)]
    )
