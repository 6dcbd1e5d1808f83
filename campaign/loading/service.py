"""Loads a campaign file into the record: all or nothing, as often as one likes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from anyascii import anyascii
from django.db import DatabaseError, transaction
from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext as _

from campaign.loading.campaigns import Campaigns
from campaign.loading.comparing import ORDER, Change, Comparison
from campaign.loading.faults import Fault, Faults, FileRefused
from campaign.loading.missions import put_missions
from campaign.loading.nodes import MOST_BYTES, compose
from campaign.loading.parsing import Parser
from campaign.loading.people import People
from campaign.loading.places import Places
from campaign.loading.plan import Plan, Row
from campaign.loading.relations import check_relations
from campaign.loading.row_writing import RowWriter
from campaign.loading.shapes_file import CampaignFile
from campaign.loading.sourced import compare_places, write_places
from campaign.loading.writing import write
from campaign.record_values import LineRefused
from campaign.record_writing import Written, wait_for_others
from prisoners.casing import with_capital
from prisoners.models import Official, Prisoner, Source
from prisoners.services.naming_officials import publish_named
from prisoners.services.refusals import words_of

EXAMPLE = Path(__file__).parent.parent / "example"
#: In this order: the embassies bring the places.
EXAMPLE_FILES = ("embassies.yaml", "kazakhstan.yaml")


@dataclass(frozen=True)
class Tally:
    """How many rows of one kind are new, changed, unchanged and removed."""

    kind: str
    new: int
    changed: int
    unchanged: int
    removed: int


@dataclass(frozen=True)
class Outcome:
    """What a file did, or would do."""

    comparison: Comparison
    rows: Mapping[type[Model], Written] = field(default_factory=dict)

    @property
    def is_change(self) -> bool:
        """Whether anything differs from the record."""
        told = any(change.is_change for change in self._changes()) or any(self.comparison.removed.values())
        return told or any(one.new or one.changed for one in self.rows.values())

    def tallies(self) -> list[Tally]:
        """One for each kind of row that the file or the record has."""
        found = []
        for model in ORDER:
            of_model = [change for change in self._changes() if change.row.model is model]
            counts = Counter(_word(change) for change in of_model)
            gone = len(self.comparison.removed.get(model, []))
            if of_model or gone:
                name = str(model._meta.verbose_name_plural)
                found.append(Tally(name, counts["new"], counts["changed"], counts["unchanged"], gone))
        return [*found, *self._tallies_of_rows()]

    def _tallies_of_rows(self) -> list[Tally]:
        return [
            Tally(str(model._meta.verbose_name_plural), one.new, one.changed, one.unchanged, 0)
            for model, one in self.rows.items()
            if one.asked or one.new
        ]

    def lines(self) -> Iterator[str]:
        """One line for each row that is new, changed or removed."""
        for change in self._changes():
            if change.is_change:
                sign = "+" if change.is_new else "~"
                words = f" — {'; '.join(change.words)}" if change.words else ""
                yield f"{sign} {_name(change.row)} {change.row.key}{words}"
        for model, rows in self.comparison.removed.items():
            for one in rows:
                yield f"- {with_capital(model._meta.verbose_name)} {one.import_key}"  # type: ignore[attr-defined]
        for model, written in self.rows.items():
            name = with_capital(model._meta.verbose_name)
            yield from (f"+ {name} {key}" for key in sorted(written.made))
            changed = {key: names for key, names in written.touched.items() if key not in written.made}
            yield from (f"~ {name} {key} — {', '.join(names)}" for key, names in sorted(changed.items()))

    def _changes(self) -> list[Change]:
        return list(self.comparison.changes.values())


def read_file(path: Path) -> bytes:
    """The bytes of a file, no more of them than may be read. Raises FileRefused when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileRefused(_("The file cannot be read: %(why)s.") % {"why": error.strerror}) from error


def load(data: bytes, *, dry_run: bool = False, officials: bool = False) -> Outcome:
    """Load a file; with `dry_run` only compare it. Raises FileRefused with every fault, having written nothing.

    `officials` makes officials of the names that public facts of the record then have (`publish_named`).
    """
    faults = Faults()
    root = compose(data, faults)
    file = Parser(faults).file(root) if root is not None else None
    if file is None:
        faults.refuse_if_any()
        raise FileRefused(_("The file is empty."))
    with transaction.atomic():
        wait_for_others()
        comparison = _compare(file, faults)
        outcome = Outcome(comparison)
        if not dry_run:
            _write(outcome)
            return replace(outcome, rows=_with_officials(_write_rows(file)) if officials else _write_rows(file))
        if file.rows or officials or any(comparison.removed.values()):
            # What rows change, and whether what vanished can go, is known only once what is told has been written.
            return replace(outcome, rows=_rehearse(data, officials=officials))
    return outcome


def _compare(file: CampaignFile, faults: Faults) -> Comparison:
    """What the file tells, beside the record; nothing where it only has rows. Raises FileRefused."""
    plan = _plan(file, faults) if file.is_told else Plan("", faults)
    faults.refuse_if_any()
    comparison = Comparison(plan)
    if file.is_told:
        compare_places(comparison.make())
    _check_addresses(comparison, faults)
    check_relations(comparison, faults)
    faults.refuse_if_any()
    return comparison


def _write_rows(file: CampaignFile) -> Mapping[type[Model], Written]:
    """Write the rows as the record has them; what became of each. Raises FileRefused with the line."""
    try:
        return RowWriter(file.rows).write() if file.rows else {}
    except LineRefused as refused:
        raise FileRefused(str(Fault(refused.number, refused.reason))) from refused


def _with_officials(rows: Mapping[type[Model], Written]) -> Mapping[type[Model], Written]:
    """The same and the officials who are made of names in facts."""
    made = {one.slug for one in publish_named()}
    known = rows.get(Official, Written())
    return {**rows, Official: replace(known, asked=known.asked | made, made=known.made | made)} if made else rows


def load_example() -> list[Outcome]:
    """Load the example campaign that comes with the project, and make officials of those whom its facts name."""
    with transaction.atomic():
        return [load(read_file(EXAMPLE / name), officials=True) for name in EXAMPLE_FILES]


def _write(outcome: Outcome) -> None:
    try:
        with transaction.atomic():
            write(outcome.comparison)
            write_places(outcome.comparison)
    except DatabaseError as error:
        raise FileRefused(words_of(error)) from error


def _rehearse(data: bytes, *, officials: bool) -> Mapping[type[Model], Written]:
    """Write the file and take it back; what became of its rows. Raises FileRefused as writing it would."""
    with transaction.atomic():
        rows = load(data, officials=officials).rows
        transaction.set_rollback(True)
    return rows


def _plan(file: CampaignFile, faults: Faults) -> Plan:
    """All rows of the file. Its scope comes from what it says, so that a copy under another name is the same file."""
    title = file.id or (file.campaign.title if file.campaign else "missions")
    plan = Plan(slugify(anyascii(title))[:80] or "file", faults)
    places = Places(plan)
    for source in file.sources.values():
        values = {
            "title": source.title,
            "url": source.url,
            "publisher": source.publisher,
            "published_on": source.date,
            "accessed_on": file.retrieved,
            "language": source.language,
            "note": source.note,
        }
        judged = {"material": source.material, "reliability": source.reliability, "connection": source.connection}
        values |= {name: value for name, value in judged.items() if value}
        plan.put(Row(Source, source.key, source.line, values))
    for place in file.places:
        places.add(place)
    places.remember_record()
    put_missions(plan, file.missions)
    people = People(plan, file, places)
    people.put()
    if file.campaign:
        Campaigns(plan, file, file.campaign, places).put(people.prisoners, people.demands)
    return plan


def _check_addresses(comparison: Comparison, faults: Faults) -> None:
    """A new prisoner's page must not take the address of another's."""
    fresh = {
        change.row.values["slug"]: change.row
        for change in comparison.changes.values()
        if change.is_new and change.row.model is Prisoner
    }
    going = [one.pk for one in comparison.removed.get(Prisoner, [])]
    for slug in Prisoner.internal.filter(slug__in=fresh).exclude(pk__in=going).values_list("slug", flat=True):
        reason = _("There is already a prisoner with the address “%(slug)s” who does not come from this file.")
        faults.add(fresh[slug].line, reason % {"slug": slug})


def _word(change: Change) -> str:
    return "new" if change.is_new else "changed" if change.is_change else "unchanged"


def _name(row: Row) -> str:
    return with_capital(row.model._meta.verbose_name)
