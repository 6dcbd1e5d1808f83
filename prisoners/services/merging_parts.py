"""Two records of one person that have the same part in one event or case: one stays, and nothing public is lost."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.choices import PublicationState
from prisoners.models import Citation, Involvement, Prisoner
from prisoners.refusals import Sentence

DIFFER = _("Both have the part “{part}” in “{thing}”, in other words or withdrawn in one. Make the two alike first.")


def reasons_against(kept: Prisoner, other: Prisoner) -> list[Sentence]:
    """Where one of two parts that are alike says what the one that stays does not, and may not take from it."""
    pairs = (_in_order(mine, theirs) for mine, theirs in _alike(kept, other))
    return [
        format_lazy(DIFFER, part=stays.get_role_display(), thing=str(stays.event or stays.case))
        for stays, goes in pairs
        if _are_at_odds(stays, goes)
    ]


def join(kept: Prisoner, other: Prisoner) -> None:
    """Leave one of each two parts that are alike, with the sources of both; the caller has asked `reasons_against`."""
    for mine, theirs in _alike(kept, other):
        stays, goes = _in_order(mine, theirs)
        _take(stays, goes)
        cited = Citation.internal.filter(involvement=stays).values("source")
        for citation in Citation.internal.filter(involvement=goes).exclude(source__in=cited):
            citation.involvement = stays
            citation.save(update_fields=["involvement"])
        goes.delete()
        stays.prisoner = kept
        stays.save()


def _alike(kept: Prisoner, other: Prisoner) -> Iterator[tuple[Involvement, Involvement]]:
    """The parts of the two that the database holds for one: the same role in the same event or case."""
    rows = Involvement.internal.select_related("event", "case")
    mine = {(one.role, one.event_id, one.case_id): one for one in rows.filter(prisoner=kept)}
    for theirs in rows.filter(prisoner=other):
        if (found := mine.get((theirs.role, theirs.event_id, theirs.case_id))) is not None:
            yield found, theirs


def _in_order(mine: Involvement, theirs: Involvement) -> tuple[Involvement, Involvement]:
    """The one that stays first: what readers see, else that of the kept record."""
    return (theirs, mine) if theirs.is_published and not mine.is_published else (mine, theirs)


def _are_at_odds(stays: Involvement, goes: Involvement) -> bool:
    """Words that nobody looked at do not become public by merging, and none are lost; nor is what was withdrawn."""
    is_withdrawn = PublicationState.WITHDRAWN in {stays.state, goes.state} and stays.state != goes.state
    may_take = goes.is_published or not stays.is_published
    said = _words(stays)
    lost = (said.get(name, text if may_take else "") != text for name, text in _words(goes).items())
    return is_withdrawn or any(lost)


def _words(row: Involvement) -> dict[str, Any]:
    """What a part says in its own words, in all languages; the ground stands with the person."""
    return {name: text for name, text in {"note": row.note, **(row.i18n or {})}.items() if text}


def _take(stays: Involvement, goes: Involvement) -> None:
    """What the one that stays lacks, with the key by which a file names the other."""
    words = {**_words(goes), **_words(stays)}
    stays.note = words.pop("note", "")
    stays.i18n = words
    stays.import_key = stays.import_key or goes.import_key
