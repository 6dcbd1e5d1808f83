"""Facts that are the same fact told differently become one, with the other readings beside it."""

import datetime
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils.translation import gettext as _

from campaign.loading.cites import merged
from campaign.loading.faults import Faults
from campaign.loading.shapes import FileFact, FilePerson
from campaign.loading.words import VARIANTS
from prisoners.dates import PartialDate, Precision, parse

NEAR = timedelta(days=3)


@dataclass
class Group:
    """One fact: the reading that is computed with, and the others."""

    main: FileFact
    others: list[FileFact] = field(default_factory=list)
    is_spanned: bool = False

    @property
    def readings(self) -> list[FileFact]:
        """What is shown as a differing report: all readings when the date spans several, else the others."""
        return [self.main, *self.others] if self.is_spanned else self.others

    @property
    def date(self) -> PartialDate | None:
        """The date to compute with: an interval when near dates differ."""
        days = [one for one in (self.main, *self.others) if _is_narrow(one.date)]
        if not self.others or self.main not in days:
            return self.main.date
        low, high = _span(days)
        return parse(f"{low}/{high}")

    def earliest_of_date(self) -> datetime.date:
        """The first possible day, for comparing."""
        return (self.date.earliest if self.date else None) or datetime.date.min

    def latest_of_date(self) -> datetime.date:
        """The last possible day, for comparing."""
        return (self.date.latest if self.date else None) or datetime.date.max - timedelta(days=400)

    @property
    def sources(self) -> list[str]:
        """The sources of the fact itself: of all readings inside its date when it spans several."""
        inside = self.others if self.is_spanned else []
        near = [one for one in inside if _is_narrow(one.date) and _is_within(one, self.date)]
        return merged(*(one.src for one in (self.main, *near)))


def group(person: FilePerson, faults: Faults) -> list[Group]:
    """The person's facts in the order of the file, each with its differing reports."""
    groups: list[Group] = []
    by_conflict: dict[tuple[str, str], Group] = {}
    for fact in (one for one in person.facts if one.kind not in VARIANTS):
        same = by_conflict.get((fact.kind, fact.conflict)) if fact.conflict else None
        same = same or _less_exact(fact, groups)
        if same:
            same.others.append(fact)
            continue
        groups.append(Group(fact))
        if fact.conflict:
            by_conflict[fact.kind, fact.conflict] = groups[-1]
    for fact in (one for one in person.facts if one.kind in VARIANTS):
        base = by_conflict.get((VARIANTS[fact.kind], fact.conflict))
        if base:
            base.others.append(fact)
        else:
            faults.add(fact.line, _("There is no other fact with this conflict from which it could differ."))
    for one in groups:
        one.is_spanned = one.date != one.main.date
    return groups


def _less_exact(fact: FileFact, groups: list[Group]) -> Group | None:
    """A sentence given by its month or year is the one already told with a day in it, if it names no kind."""
    if fact.kind != "sentence" or fact.sentence_kind or not fact.date or fact.date.is_day:
        return None
    for one in groups:
        told = one.main.date
        if one.main.kind == "sentence" and told and told.is_day and fact.earliest <= one.main.earliest <= fact.latest:
            return one
    return None


def _is_narrow(when: PartialDate | None) -> bool:
    if when is None or when.precision not in (Precision.DAY, Precision.INTERVAL):
        return False
    return when.earliest is not None and when.latest is not None and when.latest - when.earliest <= NEAR


def _is_within(fact: FileFact, when: PartialDate | None) -> bool:
    return bool(when and when.earliest and when.latest and when.earliest <= fact.earliest <= fact.latest <= when.latest)


def _span(facts: list[FileFact]) -> tuple[datetime.date, datetime.date]:
    """From the first reading outward, as long as the whole stays within three days."""
    low, high = facts[0].earliest, facts[0].latest
    for fact in facts[1:]:
        wider = min(low, fact.earliest), max(high, fact.latest)
        if wider[1] - wider[0] <= NEAR:
            low, high = wider
    return low, high
