"""What an import would do, or did, for machines (JSON) and for people (lines)."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from prisoners.importing.outlines import CHANGED, HELD, NEW, SKIPPED, UNCHANGED, Like, Outline, Proposal
from prisoners.importing.wanted import Fault
from prisoners.models import Batch


def as_json(outline: Outline, file_name: str, batch: Batch | None) -> dict[str, Any]:
    """The report as docs/importing.md describes it."""
    rows = outline.proposals
    return {
        "file": file_name,
        "committed": batch is not None,
        "batch": batch.pk if batch else None,
        **{name: outline.count(name) for name in (NEW, CHANGED, UNCHANGED, HELD, SKIPPED)},
        "refused_rows": outline.refused_rows,
        "refused": [_fault(one) for one in outline.faults],
        "likely_same": [_likely(one) for one in rows if one.likes],
        "new_rows": [_new(one) for one in rows if one.verdict == NEW],
        "unchanged_rows": [_unchanged(one) for one in rows if one.verdict == UNCHANGED],
        "changes": [change for one in rows if one.verdict == CHANGED for change in _changes(one)],
        "mapping": {head: target.written for found in outline.read.columns for _n, head, target in found.headings},
        "ignored": [head for found in outline.read.columns for head in found.unknown],
        "notes": outline.notes,
    }


def lines(outline: Outline) -> Iterator[str]:
    """The same in words, one line each."""
    for found in outline.read.columns:
        for _number, heading, target in found.headings:
            yield f"{heading} = {target.written}"
        for heading in found.unknown:
            yield _("%(heading)s: left out") % {"heading": heading}
    yield from outline.notes
    for one in outline.proposals:
        yield from _lines_of(one)
    for fault in outline.faults:
        yield line_of(fault)
    counts = {name: outline.count(name) for name in (NEW, CHANGED, UNCHANGED, HELD, SKIPPED)}
    said = _("%(new)s new, %(changed)s changed, %(unchanged)s unchanged, %(refused)s refused, %(held)s held back")
    yield said % {**counts, "refused": outline.refused_rows}


def line_of(fault: Fault) -> str:
    """One fault: sheet, row, column, value and reason."""
    where = _("row %(row)s") % {"row": fault.row}
    parts = [fault.sheet, where, fault.column, f"“{fault.value}”" if fault.value else ""]
    return f"! {', '.join(part for part in parts if part)}: {fault.reason}"


def _lines_of(one: Proposal) -> Iterator[str]:
    row = one.wanted.row
    if one.verdict == NEW:
        yield f"+ {row}: {one.wanted.name}"
    if one.verdict == UNCHANGED:
        yield f"= {row}: {one.wanted.name or one.slug}"
    for diff in one.diffs if one.verdict == CHANGED else []:
        yield f"~ {row}: {one.wanted.name or one.slug}, {diff.column}: “{diff.old}” → “{diff.new}”"
    if one.likes:
        who = "; ".join(f"{like.name} ({like.where})" for like in one.likes)
        yield "? " + _("%(row)s: %(name)s is likely the same person as %(who)s") % {
            "row": row,
            "name": one.wanted.name,
            "who": who,
        }


def _fault(one: Fault) -> dict[str, Any]:
    return {"sheet": one.sheet, "row": one.row, "column": one.column, "value": one.value, "reason": one.reason}


def _likely(one: Proposal) -> dict[str, Any]:
    of = [{"name": like.name, **_place(like)} for like in one.likes]
    wanted = one.wanted
    return {"sheet": wanted.sheet, "row": wanted.row, "name": wanted.name, "of": of, "verdict": one.verdict}


def _place(like: Like) -> dict[str, Any]:
    if like.slug:
        return {"slug": like.slug}
    return {"row": like.row, **({"sheet": like.sheet} if like.sheet else {})}


def _new(one: Proposal) -> dict[str, Any]:
    wanted = one.wanted
    return {
        "sheet": wanted.sheet,
        "row": wanted.row,
        "name": wanted.name,
        "slug": one.slug,
        "also_rows": wanted.also_rows,
    }


def _unchanged(one: Proposal) -> dict[str, Any]:
    return {"sheet": one.wanted.sheet, "row": one.wanted.row, "slug": one.slug}


def _changes(one: Proposal) -> Iterator[dict[str, Any]]:
    for diff in one.diffs:
        place = {"sheet": one.wanted.sheet, "row": one.wanted.row, "slug": one.slug}
        yield {**place, "column": diff.column, "old": diff.old, "new": diff.new}
