"""Merges two officials who turn out to be one person: spellings, sources and addresses move to the one that is kept."""

from collections.abc import Iterator
from typing import Any

import pghistory
from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.choices import StaffRole
from prisoners.models import Citation, FormerOfficialSlug, Official, OfficialSpelling, Staff
from prisoners.models.offices import NAMINGS
from prisoners.refusals import Sentence
from prisoners.services.merging import GONE, KEEP_THE_PUBLIC_ONE, NOT_ALLOWED, SAME, Contradiction, Preview
from prisoners.services.refusals import refuse_if

ANOTHER_COUNTRY = _("They are of two countries: {one} and {other}. Facts of the one would become the other’s.")
#: What the two can say differently.
OWN = ("name", "office")


def preview(kept: Official, other: Official, by: Staff) -> Preview:
    """Say what merging would do; writes nothing."""
    spelt = OfficialSpelling.internal.filter(official=other).count()
    moves: list[tuple[Any, int]] = [(OfficialSpelling._meta.verbose_name_plural, spelt)]
    return Preview(moves, list(_contradictions(kept, other)), _reasons_against(kept, other, by))


@transaction.atomic
def merge(kept: Official, other: Official, by: Staff) -> Official:
    """Move spellings and sources of `other` to `kept`, and delete it; its addresses lead to the kept one for ever.

    Facts are the kept one's by their spellings; where a person said that one means the other, it means the kept one
    now. Raises RecordRefused with all reasons.
    """
    kept, other = _locked(kept, other)
    refuse_if(_reasons_against(kept, other, by))
    with pghistory.context(merged=other.pk, into=kept.pk):
        _move_spellings(kept, other)
        for kind in NAMINGS:
            kind.model.internal.filter(official=other).update(official=kept)
        cited = Citation.internal.filter(official=kept).values("source")
        for citation in Citation.internal.filter(official=other).exclude(source__in=cited):
            citation.official = kept
            citation.save(update_fields=["official", "updated_at"])
        _replace(kept, other)
    return kept


def _move_spellings(kept: Official, other: Official) -> None:
    """What both are spelt is one spelling, with the sources of both."""
    own = {one.key: one for one in OfficialSpelling.internal.filter(official=kept)}
    for spelling in OfficialSpelling.internal.filter(official=other):
        if (same := own.get(spelling.key)) is None:
            spelling.official = kept
            spelling.save(update_fields=["official", "updated_at"])
            continue
        cited = Citation.internal.filter(official_spelling=same).values("source")
        for citation in Citation.internal.filter(official_spelling=spelling).exclude(source__in=cited):
            citation.official_spelling = same
            citation.save(update_fields=["official_spelling", "updated_at"])


def _locked(kept: Official, other: Official) -> tuple[Official, Official]:
    """Both rows as they are now, locked in one order, so that two colleagues cannot wait for each other."""
    pks = sorted({kept.pk, other.pk})
    rows = {one.pk: one for one in Official.internal.select_for_update(of=("self",)).order_by("pk").filter(pk__in=pks)}
    refuse_if([SAME] if len(pks) == 1 else [])
    refuse_if([GONE] if len(rows) != len(pks) else [])
    return rows[kept.pk], rows[other.pk]


def _reasons_against(kept: Official, other: Official, by: Staff) -> list[Sentence]:
    if kept.pk == other.pk:
        return [SAME]
    is_seen = kept.is_published or other.is_published
    is_allowed = by.has_role(StaffRole.PUBLISHER) if is_seen else by.has_role(StaffRole.RESEARCHER)
    reasons: list[Sentence] = [] if is_allowed else [NOT_ALLOWED]
    if other.is_published and not kept.is_published:
        reasons.append(KEEP_THE_PUBLIC_ONE)
    if kept.country != other.country:
        reasons.append(format_lazy(ANOTHER_COUNTRY, one=kept.country, other=other.country))
    return reasons


def _contradictions(kept: Official, other: Official) -> Iterator[Contradiction]:
    """What the kept one says otherwise; a name of the other stays as a spelling."""
    for name in OWN:
        mine, theirs = getattr(kept, name), getattr(other, name)
        if mine and theirs and mine != theirs:
            label: Any = Official._meta.get_field(name)
            yield Contradiction(label.verbose_name, mine, theirs)


def _replace(kept: Official, other: Official) -> None:
    """The kept one takes what it lacks, and the addresses of the other, which is no more."""
    slug, key = other.slug, other.import_key
    FormerOfficialSlug.objects.filter(official=other).update(official=kept)
    if not kept.office:
        kept.office = other.office
        kept.i18n = {**(other.i18n or {}), **(kept.i18n or {})}
    kept.import_key = kept.import_key or key
    other.delete()
    kept.save()
    FormerOfficialSlug.objects.create(slug=slug, official=kept)
