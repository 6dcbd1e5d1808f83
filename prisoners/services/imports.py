"""Imports: everything that a spreadsheet says is written at once, as drafts, and can be taken back as a whole."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import format_lazy, slugify
from django.utils.translation import gettext_lazy as _

from prisoners.importing.cells import script_of
from prisoners.importing.known import Places, names_of, usual_zone
from prisoners.importing.proposals import CHANGED, NEW, POINTERS, Outline, Proposal, Step
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
    Staff,
    StatusReport,
)
from prisoners.models.sources import FACTS
from prisoners.refusals import Refusal, Sentence
from prisoners.search import fold
from prisoners.services import detentions, prisoners, sanctions
from prisoners.services.refusals import RecordRefused, refuse_if

#: One import at a time (a number of our own for PostgreSQL's advisory locks).
LOCK = 7_361_205
ORDER = ("", "case", "spelling", "role", "charge", "sanction", "custody", "report", "source")

NOTHING_TO_DO = _("Nothing changes: the record already says all of this.")
ROW_REFUSED = _("Row {row}: {reason}")
TAKEN_BACK = _("This import has been taken back already.")
EDITED_SINCE = _("{row} was changed after the import.")
IN_USE = _("{row} is used by something that was entered after the import: {other}.")
ROLE = "named with this organisation"


@dataclass(frozen=True)
class File:
    """The file that is imported, as the record remembers it."""

    name: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@transaction.atomic
def write(outline: Outline, file: File, by: Staff | None) -> Batch:
    """Write everything that an outline proposes; rows that are refused or held are left out.

    All rows are drafts that rest on the file and on the sources of their row. Raises RecordRefused with the row.
    """
    refuse_if([] if outline.is_change else [NOTHING_TO_DO])
    batch = Batch.internal.create(
        file_name=file.name[:200],
        digest=file.digest,
        imported_by=by,
        imported_at=timezone.now(),
        counts={name: outline.count(name) for name in (NEW, CHANGED)},
    )
    writer = _Writer(outline, batch, _source_of(file))
    for one in outline.proposals:
        if one.verdict in (NEW, CHANGED):
            writer.write(one)
    writer.finish()
    batch.source, batch.imported_at = writer.source, timezone.now()
    batch.save()
    return batch


def lock() -> None:
    """Wait until no other import writes; inside a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _source_of(file: File) -> Source:
    """The file as a source. Its name is nobody's business but the staff's, so it is confidential."""
    values = {
        "title": file.name[:400],
        "is_confidential": True,
        "accessed_on": timezone.now().date(),
        "note": "Imported spreadsheet",
    }
    return Source.internal.get_or_create(key=f"import-{file.digest[:24]}", defaults=values)[0]


class _Writer:
    """Writes the rows of one batch and remembers each."""

    def __init__(self, outline: Outline, batch: Batch, source: Source) -> None:
        self.outline, self.batch, self.source = outline, batch, source
        self.places = Places()
        self.sources: dict[str, Source] = {}
        self.entries: list[BatchEntry] = []
        self.citations: list[Citation] = []

    def write(self, one: Proposal) -> None:
        """Write what one row of the file says."""
        try:
            _Person(self, one).write()
        except (Refusal, DatabaseError) as error:
            said = " ".join(map(str, error.reasons)) if isinstance(error, Refusal) else str(error).splitlines()[0]
            raise RecordRefused(format_lazy(ROW_REFUSED, row=one.wanted.row, reason=said)) from error

    def finish(self) -> None:
        """Citations and entries, of which there are many, go in together."""
        Citation.internal.bulk_create(self.citations, batch_size=2000, ignore_conflicts=True)
        BatchEntry.internal.bulk_create(self.entries, batch_size=2000)

    def made(self, row: Any, prisoner: Prisoner | None) -> None:
        """Remember a new row."""
        self.entries.append(BatchEntry(batch=self.batch, prisoner=prisoner, model=_label(row), row_key=str(row.pk)))

    def changed(self, row: Any, prisoner: Prisoner, before: dict[str, str], after: dict[str, str]) -> None:
        """Remember a change."""
        entry = BatchEntry(batch=self.batch, prisoner=prisoner, model=_label(row), row_key=str(row.pk))
        entry.before, entry.after = before, after
        self.entries.append(entry)

    def source_for(self, values: dict[str, Any]) -> Source:
        """The source that a row names by key, address or title; made where the record has none."""
        key = values.get("key") or _key_of(values.get("url", ""), values.get("title", ""))
        if key not in self.sources:
            url = values.get("url")
            known = Source.internal.filter(url=url).order_by("pk").first() if url and "key" not in values else None
            self.sources[key] = known or self._make_source(key, values)
        return self.sources[key]

    def _make_source(self, key: str, values: dict[str, Any]) -> Source:
        fields = {name: value for name, value in values.items() if name != "key"}
        fields.setdefault("accessed_on", timezone.now().date())
        source, is_new = Source.internal.get_or_create(key=key[:120], defaults=fields)
        if is_new:
            self.made(source, None)
        return source

    def place(self, name: str, country: str, zone: str) -> Place:
        """The place of that name; made in the zone chosen for the file, or the country's."""
        found = self.places.place(name, country, zone)
        if found is None:
            zone = zone or self.outline.options.zone or usual_zone(country)
            found = Place.objects.create(name=name, country=country, time_zone=zone)
            self.made(found, None)
            self.places.places.update({(country, one): found for one in names_of(found)})
        return found

    def organisation(self, name: str) -> Organisation:
        """The organisation of that name, made where there is none."""
        found = self.places.organisations.get(name.casefold())
        if found is None:
            slug = _free_slug(Organisation.objects.all(), name)
            found = Organisation.objects.create(name=name, slug=slug)
            self.made(found, None)
            self.places.organisations[name.casefold()] = found
        return found


class _Person:
    """Writes one row of the file."""

    def __init__(self, writer: _Writer, one: Proposal) -> None:
        self.writer, self.one, self.wanted = writer, one, one.wanted
        self.person: Prisoner | None = one.prisoner
        self.sanctions: dict[int, Any] = {n: row for (group, n), row in one.paired.items() if group == "sanction"}
        self.case: Case | None = None
        self.fresh: list[Any] = []

    @property
    def prisoner(self) -> Prisoner:
        """The person of this row, once entered."""
        if self.person is None:
            raise RecordRefused(prisoners.WITHOUT_NAME)
        return self.person

    def write(self) -> None:
        steps = sorted(self.one.steps, key=lambda step: ORDER.index(step.group))
        for step in steps:
            if step.group != "source":
                self._step(step)
        self._names()
        self._pointers(steps)
        self._notes()
        self._cite(steps)

    def _step(self, step: Step) -> None:
        if step.group == "" and step.row is None:
            self._enter(step.values)
        elif step.row is None:
            self._make(step)
        else:
            self._change(step)

    def _enter(self, values: dict[str, Any]) -> None:
        fields = {name: value for name, value in values.items() if name != "slug"}
        fields["name"] = fields.get("name") or self.wanted.name
        self.person = prisoners.enter(slug=self.one.slug, import_key=self.one.key, **fields)
        self.writer.made(self.person, self.person)
        self.fresh.append(self.person)

    def _make(self, step: Step) -> None:
        row = getattr(self, f"_{step.group}")(dict(step.values))
        if row is None:
            return
        if step.group == "sanction":
            self.sanctions[step.position] = row
        self.writer.made(row, self.prisoner)
        self.fresh.append(row)

    def _change(self, step: Step) -> None:
        row = type(step.row).internal.select_for_update(of=("self",)).order_by().get(pk=step.row.pk)
        values = self._relations(step.group, dict(step.values))
        before = {name: _text(row, name) for name in values}
        for name, value in values.items():
            setattr(row, name, value)
        _keep(row)
        self.writer.changed(row, self.prisoner, before, {name: _text(row, name) for name in values})
        self.fresh.append(row)

    def _relations(self, group: str, values: dict[str, Any]) -> dict[str, Any]:
        """The rows of the record that names in the file mean."""
        zone = values.pop("place_zone", "")
        if "place" in values:
            values["place"] = self.writer.place(values["place"], self.prisoner.country, zone)
        if "organisation" in values:
            values["organisation"] = self.writer.organisation(values["organisation"])
        if isinstance(values.get("case"), str):
            values["case"] = self._case_of(values["case"])
        for name in POINTERS:
            if isinstance(values.get(name), int):
                del values[name]
        return values

    def _spelling(self, values: dict[str, Any]) -> PersonName | None:
        same = PersonName.internal.filter(
            prisoner=self.prisoner, text=values.get("text", ""), language=values.get("language", "")
        ).first()
        name = same or PersonName(prisoner=self.prisoner)
        for field_name, value in values.items():
            setattr(name, field_name, value)
        prisoners.keep_name(name)
        return None if same else name

    def _role(self, values: dict[str, Any]) -> Affiliation:
        values = self._relations("role", values)
        values.setdefault("role", ROLE)
        return Affiliation.internal.create(prisoner=self.prisoner, **values)

    def _case(self, values: dict[str, Any]) -> Case | None:
        slug = values.get("slug") or _free_slug(Case.internal.all(), f"{self.prisoner.slug}-case")
        values = {"title": slug, "country": self.prisoner.country, **values, "slug": slug}
        case, is_new = Case.internal.get_or_create(slug=slug, defaults=values)
        Defendant.internal.get_or_create(case=case, prisoner=self.prisoner)
        self.case = self.case or case
        return case if is_new else None

    def _case_of(self, slug: str) -> Case:
        case = Case.internal.filter(slug=slug).first()
        if case is None:
            raise RecordRefused(format_lazy(_("There is no case with the address “{slug}”."), slug=slug))
        return case

    def _own_case(self) -> Case:
        """The case for an accusation of which the file names none."""
        known = Case.internal.filter(defendants=self.prisoner).order_by("pk").first()
        self.case = self.case or known
        if self.case is None:
            slug = _free_slug(Case.internal.all(), f"{self.prisoner.slug}-case")
            title = f"Case of {self.prisoner.name}"[:250]
            self.case = Case.internal.create(slug=slug, title=title, country=self.prisoner.country)
            Defendant.internal.create(case=self.case, prisoner=self.prisoner)
            self.writer.made(self.case, self.prisoner)
            self.fresh.append(self.case)
        return self.case

    def _charge(self, values: dict[str, Any]) -> Charge:
        values = self._relations("charge", values)
        values.setdefault("case", self._own_case() if "case" not in values else None)
        return Charge.internal.create(prisoner=self.prisoner, **values)

    def _sanction(self, values: dict[str, Any]) -> Sanction:
        return sanctions.impose(self.prisoner, **self._relations("sanction", values))

    def _custody(self, values: dict[str, Any]) -> Detention:
        number = values.get("sanction")
        values = self._relations("custody", values)
        if isinstance(number, int):
            values["sanction"] = self.sanctions.get(number - 1)
        return detentions.detain(self.prisoner, **values)

    def _report(self, values: dict[str, Any]) -> StatusReport:
        return StatusReport.internal.create(prisoner=self.prisoner, **values)

    def _pointers(self, steps: list[Step]) -> None:
        """Sanctions that replace or accompany another, once all are there."""
        for step in steps:
            pointers = {
                name: value for name, value in step.values.items() if name in POINTERS and isinstance(value, int)
            }
            if step.group == "sanction" and step.row is None and pointers:
                row = self.sanctions[step.position]
                for name, number in pointers.items():
                    setattr(row, name, self.sanctions.get(number - 1))
                sanctions.keep(row)

    def _names(self) -> None:
        have = {
            (name.text.casefold(), fold(name.text) if name.text.isascii() else "") for name in self.prisoner.names.all()
        }
        texts = {text for pair in have for text in pair if text}
        for given in self.wanted.names:
            text = str(given.value)
            if text.casefold() not in texts and not (text.isascii() and fold(text) in texts):
                name = PersonName(prisoner=self.prisoner, text=text, script=script_of(text))
                prisoners.keep_name(name)
                self.writer.made(name, self.prisoner)
                self.fresh.append(name)
                texts.add(text.casefold())

    def _notes(self) -> None:
        if not self.wanted.notes:
            return
        have = {note.body for note in ConfidentialNote.internal.filter(prisoner=self.prisoner)}
        for body in self.wanted.notes:
            if body not in have:
                self.writer.made(ConfidentialNote.internal.create(prisoner=self.prisoner, body=body), self.prisoner)

    def _cite(self, steps: list[Step]) -> None:
        """Every fact rests on the file; the row's own sources stand behind all that the row says."""
        own = [self.writer.source_for(step.values) for step in steps if step.group == "source"]
        where = f"{self.wanted.sheet} {self.wanted.row}".strip()[:120]
        facts = [row for row in self.fresh if _fact(row) in FACTS]
        for row in facts:
            self.writer.citations.append(Citation(source=self.writer.source, locator=where, **{_fact(row): row}))
        cited = facts if not self.wanted.is_export and facts else [self.prisoner]
        for source in own:
            self._cite_source(source, cited)

    def _cite_source(self, source: Source, facts: list[Any]) -> None:
        for row in facts:
            if row in self.fresh and self.one.prisoner is None:
                self.writer.citations.append(Citation(source=source, **{_fact(row): row}))
                continue
            citation, is_new = Citation.internal.get_or_create(source=source, **{_fact(row): row})
            if is_new:
                self.writer.made(citation, self.prisoner)


# --- taking back -----------------------------------------------------------------------------------


@transaction.atomic
def take_back(batch: Batch, by: Staff | None) -> None:
    """Undo a whole import. Raises RecordRefused with every row that somebody changed or used since."""
    locked = Batch.internal.select_for_update(of=("self",)).get(pk=batch.pk)
    refuse_if([TAKEN_BACK] if locked.taken_back_at else [])
    entries = list(locked.entries.all())
    rows = _rows_of(entries)
    refuse_if(_reasons_against(locked, entries, rows))
    for entry in reversed(entries):
        if (row := rows.get((entry.model, entry.row_key))) is not None and entry.before is not None:
            _restore(row, entry.before)
    _delete(entries, rows)
    _drop_source(locked)
    locked.taken_back_at, locked.taken_back_by = timezone.now(), by
    locked.save(update_fields=("taken_back_at", "taken_back_by"))


#: What others may use by now; then it stays.
SHARED: tuple[type[Model], ...] = (Place, Organisation, Source)


def _rows_of(entries: list[BatchEntry]) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for label in {entry.model for entry in entries}:
        model = apps.get_model(label)
        keys = [entry.row_key for entry in entries if entry.model == label]
        for row in model._base_manager.filter(pk__in=keys):
            found[label, str(row.pk)] = row
    return found


def _reasons_against(batch: Batch, entries: list[BatchEntry], rows: dict[tuple[str, str], Any]) -> list[Sentence]:
    reasons: list[Sentence] = []
    for entry in entries:
        row = rows.get((entry.model, entry.row_key))
        if row is None or isinstance(row, SHARED):
            continue
        if (entry.after is not None and any(_text(row, name) != value for name, value in entry.after.items())) or (
            entry.after is None and getattr(row, "updated_at", batch.imported_at) > batch.imported_at
        ):
            reasons.append(format_lazy(EDITED_SINCE, row=_named(row)))
        elif entry.after is None and isinstance(row, Prisoner | Case | Sanction):
            reasons += [
                format_lazy(IN_USE, row=_named(row), other=_named(other)) for other in _later(row, batch.imported_at)
            ]
    return reasons[:50]


def _later(row: Any, at: datetime) -> Iterator[Any]:
    """What hangs on a row of the import and was entered after it."""
    for relation in row._meta.related_objects:
        model = relation.related_model
        if hasattr(model, "pgh_tracked_model") or model in (Batch, BatchEntry):
            continue
        others = model._base_manager.filter(**{relation.field.name: row})
        names = {one.name for one in model._meta.concrete_fields}
        if "created_at" in names:
            others = others.filter(created_at__gt=at)
        elif model is ConfidentialNote or relation.many_to_many:
            others = others.filter(written_on__gt=at.date()) if model is ConfidentialNote else others
        yield from others[:3]


def _restore(row: Any, before: dict[str, str]) -> None:
    for name, value in before.items():
        one = row._meta.get_field(name)
        if isinstance(one, models.ForeignKey):
            setattr(row, one.attname, int(value) if value else None)
        elif value == "" and one.null:
            setattr(row, name, None)
        else:
            setattr(row, name, one.to_python(_untext(one, value)))
    _keep(row)


def _delete(entries: list[BatchEntry], rows: dict[tuple[str, str], Any]) -> None:
    """Facts first, then people and cases, then what others may use: that only where nobody does."""
    made = [row for entry in entries if entry.before is None and (row := rows.get((entry.model, entry.row_key)))]
    last = (Case, Prisoner)
    for row in [
        *(one for one in made if not isinstance(one, (*SHARED, *last))),
        *(one for one in made if isinstance(one, last)),
    ]:
        if type(row)._base_manager.filter(pk=row.pk).exists():
            row.delete()
    for row in sorted((one for one in made if isinstance(one, SHARED)), key=lambda one: isinstance(one, Place)):
        if not _is_used(row):
            row.delete()


def _is_used(row: Any) -> bool:
    relations = (one for one in row._meta.related_objects if not hasattr(one.related_model, "pgh_tracked_model"))
    return any(
        one.related_model._base_manager.filter(**{one.field.name: row}).exists()
        for one in relations
        if one.related_model is not Batch
    )


def _drop_source(batch: Batch) -> None:
    source = batch.source
    others = Batch.internal.filter(source=source, taken_back_at=None).exclude(pk=batch.pk)
    if source is None or others.exists():
        return
    source.citations.all().delete()
    batch.source = None
    batch.save(update_fields=("source",))
    source.delete()


# --- small things ----------------------------------------------------------------------------------


def _keep(row: Any) -> None:
    if isinstance(row, Prisoner):
        prisoners.keep(row)
    elif isinstance(row, PersonName):
        prisoners.keep_name(row)
    elif isinstance(row, Sanction):
        sanctions.keep(row)
    elif isinstance(row, Detention):
        detentions.keep(row)
    else:
        row.save()


def _text(row: Any, name: str) -> str:
    """A field as text, the key of a relation."""
    value = getattr(row, f"{name}_id") if hasattr(row, f"{name}_id") else getattr(row, name)
    if isinstance(value, list):
        return "\x1f".join(value)
    return "" if value is None else str(value)


def _untext(one: Any, value: str) -> Any:
    if one.get_internal_type() == "ArrayField":
        return value.split("\x1f") if value else []
    return value


def _label(row: Any) -> str:
    return str(row._meta.label_lower)


def _named(row: Any) -> str:
    return f"{row._meta.verbose_name} “{row}”"


def _fact(row: Any) -> str:
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in type(row).__name__).lstrip("_")


def _key_of(url: str, title: str) -> str:
    text = url or title
    host = slugify(urlsplit(url).hostname or title)[:60].replace("www", "", 1).strip("-") or "source"
    return f"{host}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _free_slug(rows: Any, name: str) -> str:
    base = slugify(fold(name))[:100] or "row"
    number, slug = 1, base
    while rows.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug
