"""Writes what an outline proposes: people who are new many at a time, changes one by one."""

from collections import defaultdict
from functools import cached_property
from typing import Any, ClassVar

from django.db import DatabaseError
from django.db.models import Model
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.importing.known import Places, names_of
from prisoners.importing.outlines import CHANGED, NEW, Outline, Proposal
from prisoners.importing.pace import KEEPING, SILENT, WRITING, Pace
from prisoners.importing.usual_zones import usual_zone
from prisoners.models import (
    Affiliation,
    Batch,
    BatchEntry,
    Case,
    Charge,
    Citation,
    ConfidentialNote,
    Defendant,
    Detention,
    Organisation,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    Source,
    StatusReport,
)
from prisoners.refusals import Refusal
from prisoners.services.import_person import Person, has_pointers
from prisoners.services.import_values import fact_of, free_slug, key_of, label
from prisoners.services.refusals import RecordRefused, words_of

ROW_REFUSED = _("Row {row}: {reason}")
AT_ONCE = 500


class Writer:
    """Writes the rows of one batch and remembers each.

    With `at_once`, people who are new are first collected and then written kind by kind: several times faster, but
    the database cannot say which row it refuses.
    """

    #: What hangs on another comes after it.
    ORDER: ClassVar[tuple[type[Model], ...]] = (
        *(Source, Prisoner, PersonName, Case, Defendant, Affiliation, Charge, Sanction, Detention),
        *(StatusReport, ConfidentialNote),
    )

    def __init__(self, outline: Outline, batch: Batch, source: Source, *, at_once: bool, pace: Pace = SILENT) -> None:
        self.outline, self.batch, self.source, self.at_once, self.pace = outline, batch, source, at_once, pace
        self.places = Places()
        self.sources: dict[str, Source] = {}
        self.cases: dict[str, Case] = {}
        self.collected: dict[type[Model], list[Any]] = defaultdict(list)
        self.log: list[tuple[Any, Prisoner | None, dict[str, str] | None, dict[str, str] | None]] = []
        self.citations: list[tuple[Source, Any, str, bool]] = []

    def write_all(self) -> "Writer":
        """Write every row that is new or changed. Raises RecordRefused with the row, or a DatabaseError."""
        rows = [one for one in self.outline.proposals if one.verdict in (NEW, CHANGED)]
        together = [one for one in rows if self.at_once and one.prisoner is None and not has_pointers(one)]
        for one in self.pace.over(WRITING, together):
            self._write(one, is_collected=True)
        self._flush()
        known = {id(one) for one in together}
        for one in self.pace.over(WRITING, [one for one in rows if id(one) not in known]):
            self._write(one, is_collected=False)
        self._finish()
        return self

    def put(self, row: Any, is_collected: bool) -> Any:
        """Write a row that has no service of its own, now or together with others of its kind."""
        if is_collected:
            self.collected[type(row)].append(row)
        else:
            row.save()
        return row

    def made(self, row: Any, prisoner: Prisoner | None) -> None:
        """Remember a new row."""
        self.log.append((row, prisoner, None, None))

    def changed(self, row: Any, prisoner: Prisoner, before: dict[str, str], after: dict[str, str]) -> None:
        """Remember a change."""
        self.log.append((row, prisoner, before, after))

    def cite(self, source: Source, fact: Any, locator: str, *, is_new: bool) -> None:
        """Note that a fact rests on a source, which may be known unless the fact is new."""
        self.citations.append((source, fact, locator, is_new))

    def source_for(self, values: dict[str, Any], is_collected: bool) -> Source:
        """The source that a row names by key, address or title; made where the record has none."""
        key = (values.get("key") or key_of(values.get("url", ""), values.get("title", "")))[:120]
        if key not in self.sources:
            url = values.get("url", "") if "key" not in values else ""
            known = self._known_sources.get(("url", url)) if url else None
            known = known or self._known_sources.get(("key", key))
            self.sources[key] = known or self._make_source(key, values, is_collected)
        return self.sources[key]

    def place(self, name: str, country: str, zone: str) -> Place:
        """The place of that name; made in the zone chosen for the file, or the country's."""
        found = self.places.place(name, country, zone)
        if found is None:
            zone = zone or self.outline.options.zone or usual_zone(country, name)
            found = Place.objects.create(name=name, country=country, time_zone=zone)
            self.made(found, None)
            self.places.places.update({(country, one): found for one in names_of(found)})
        return found

    def organisation(self, name: str) -> Organisation:
        """The organisation of that name, made where there is none."""
        found = self.places.organisations.get(name.casefold())
        if found is None:
            taken = set(Organisation.objects.values_list("slug", flat=True))
            found = Organisation.objects.create(name=name, slug=free_slug(taken, name))
            self.made(found, None)
            self.places.organisations[name.casefold()] = found
        return found

    def case(self, slug: str) -> Case | None:
        """The case with that address, of the record or of this file."""
        if slug not in self.cases and slug in self.case_slugs:
            self.cases[slug] = Case.internal.get(slug=slug)
        return self.cases.get(slug)

    @cached_property
    def case_slugs(self) -> set[str]:
        """The addresses of all cases of the record."""
        return set(Case.internal.order_by().values_list("slug", flat=True))

    @cached_property
    def _known_sources(self) -> dict[tuple[str, str], Source]:
        """The sources of the record that the file names, by key and by address; the oldest of an address."""
        named = [
            {name: given.value for name, given in member.items()}
            for one in self.outline.proposals
            for member in one.wanted.groups.get("source", [])
        ]
        keys = {str(one.get("key") or key_of(one.get("url", ""), one.get("title", "")))[:120] for one in named}
        urls = {one["url"] for one in named if one.get("url")}
        found: dict[tuple[str, str], Source] = {("key", one.key): one for one in _sources(key__in=keys)}
        return {**found, **{("url", one.url): one for one in _sources(url__in=urls)}}

    def _write(self, one: Proposal, *, is_collected: bool) -> None:
        """Write, or collect, what one row of the file says."""
        try:
            Person(self, one, is_collected=is_collected).write()
        except (Refusal, DatabaseError) as error:
            said = str(error) if isinstance(error, Refusal) else words_of(error)
            raise RecordRefused(format_lazy(ROW_REFUSED, row=one.wanted.row, reason=said)) from error

    def _flush(self) -> None:
        kinds = ((model, self.collected.pop(model, [])) for model in self.ORDER)
        parts = [(model, rows[at : at + AT_ONCE]) for model, rows in kinds for at in range(0, len(rows), AT_ONCE)]
        for model, rows in self.pace.over(KEEPING, parts):
            model._base_manager.bulk_create(rows)

    def _finish(self) -> None:
        """Citations and entries, of which there are many, go in together."""
        self._write_citations()
        entries = [
            BatchEntry(
                batch=self.batch,
                prisoner=prisoner,
                model=label(row),
                row_key=str(row.pk),
                before=before,
                after=after,
            )
            for row, prisoner, before, after in self.log
        ]
        BatchEntry.internal.bulk_create(entries, batch_size=AT_ONCE)

    def _write_citations(self) -> None:
        """Of facts that are new nothing can be cited yet; asking the database that for each row takes long."""
        for is_new in (True, False):
            rows = {
                (source.pk, fact_of(fact), fact.pk): Citation(source=source, locator=locator, **{fact_of(fact): fact})
                for source, fact, locator, new in reversed(self.citations)
                if new is is_new
            }
            Citation.internal.bulk_create(reversed(rows.values()), batch_size=AT_ONCE, ignore_conflicts=not is_new)

    def _make_source(self, key: str, values: dict[str, Any], is_collected: bool) -> Source:
        fields = {name: value for name, value in values.items() if name != "key"}
        fields.setdefault("accessed_on", timezone.now().date())
        source: Source = self.put(Source(key=key, **fields), is_collected)
        self.made(source, None)
        return source


def _sources(**which: Any) -> list[Source]:
    """The newest first, so that in a dictionary the oldest wins."""
    return list(Source.internal.filter(**which).order_by("-pk"))
