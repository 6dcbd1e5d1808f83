"""Writes one row of a spreadsheet: a person with names, cases, sanctions, custody, and what each rests on."""

from typing import TYPE_CHECKING, Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prisoners.importing.outlines import Proposal, Step
from prisoners.importing.saying import POINTERS
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Citation,
    ConfidentialNote,
    Defendant,
    Detention,
    PersonName,
    Prisoner,
    Sanction,
    Source,
    StatusReport,
)
from prisoners.models.sources import FACTS
from prisoners.scripts_of_names import script_of
from prisoners.search import fold
from prisoners.services import detentions, prisoners, sanctions
from prisoners.services.import_values import fact_of, free_slug, keep, text_of
from prisoners.services.refusals import RecordRefused, refuse_if

if TYPE_CHECKING:
    from prisoners.services.import_writing import Writer

ORDER = ("", "case", "spelling", "role", "charge", "sanction", "custody", "report", "source")
ROLE = "named with this organisation"
NO_CASE = _("There is no case with the address “{slug}”.")


def has_pointers(one: Proposal) -> bool:
    """Whether a sanction of the row points to another: it can be written only when that one is."""
    return any(
        isinstance(value, int) for step in one.steps if step.group == "sanction" for value in _pointers(step).values()
    )


def _pointers(step: Step) -> dict[str, Any]:
    return {name: value for name, value in step.values.items() if name in POINTERS and isinstance(value, int)}


class Person:
    """Writes one row of the file; collected where the person is new and many are written at once."""

    def __init__(self, writer: "Writer", one: Proposal, *, is_collected: bool) -> None:
        self.writer, self.one, self.wanted, self.is_collected = writer, one, one.wanted, is_collected
        self.person: Prisoner | None = one.prisoner
        self.sanctions: dict[int, Any] = {n: row for (group, n), row in one.paired.items() if group == "sanction"}
        self.case: Case | None = None
        self.fresh: list[Any] = []
        #: What a collected person has so far; of others the database is asked.
        self.names: list[PersonName] = []
        self.custody: list[Detention] = []

    @property
    def prisoner(self) -> Prisoner:
        """The person of this row, once entered."""
        if self.person is None:
            raise RecordRefused(prisoners.WITHOUT_NAME)
        return self.person

    def write(self) -> None:
        """Write everything that the row says. Raises RecordRefused."""
        steps = sorted(self.one.steps, key=lambda step: ORDER.index(step.group))
        for step in steps:
            if step.group != "source":
                self._step(step)
        self._spell()
        self._point(steps)
        self._note()
        self._cite(steps)

    def _put(self, row: Any) -> Any:
        return self.writer.put(row, self.is_collected)

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
        fields |= {"slug": self.one.slug, "import_key": self.one.key}
        self.person = self._entered(fields) if self.is_collected else prisoners.enter(**fields)
        self.writer.made(self.person, self.person)
        self.fresh.append(self.person)

    def _entered(self, fields: dict[str, Any]) -> Prisoner:
        """As `prisoners.enter`; that nobody has the address was looked up for all rows together."""
        person = Prisoner(**fields)
        refuse_if(prisoners.reasons_in(person))
        self._put(person)
        self.names.append(
            self._put(prisoners.folded(PersonName(prisoner=person, text=person.name, script=script_of(person.name))))
        )
        return person

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
        before = {name: text_of(row, name) for name in values}
        for name, value in values.items():
            setattr(row, name, value)
        keep(row)
        self.writer.changed(row, self.prisoner, before, {name: text_of(row, name) for name in values})
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
        same = self._same_spelling(values.get("text", ""), values.get("language", ""))
        name = same or PersonName(prisoner=self.prisoner)
        for field_name, value in values.items():
            setattr(name, field_name, value)
        self._keep_name(name, is_new=same is None)
        return None if same else name

    def _same_spelling(self, text: str, language: str) -> PersonName | None:
        if self.is_collected:
            return next((one for one in self.names if (one.text, one.language) == (text, language)), None)
        return PersonName.internal.filter(prisoner=self.prisoner, text=text, language=language).first()

    def _keep_name(self, name: PersonName, *, is_new: bool) -> None:
        if not self.is_collected:
            prisoners.keep_name(name)
            return
        refuse_if([] if name.text.strip() else [prisoners.WITHOUT_SPELLING])
        prisoners.folded(name)
        if is_new:
            self.names.append(self._put(name))

    def _role(self, values: dict[str, Any]) -> Affiliation:
        values = self._relations("role", values)
        values.setdefault("role", ROLE)
        row: Affiliation = self._put(Affiliation(prisoner=self.prisoner, **values))
        return row

    def _case(self, values: dict[str, Any]) -> Case | None:
        known = self.writer.case(values["slug"]) if values.get("slug") else None
        case = known or self._new_case(values)
        self._accuse(case)
        self.case = self.case or case
        return None if known else case

    def _new_case(self, values: dict[str, Any]) -> Case:
        slug = values.get("slug") or free_slug(self.writer.case_slugs, f"{self.prisoner.slug}-case")
        case: Case = self._put(Case(**{"title": slug, "country": self.prisoner.country, **values, "slug": slug}))
        self.writer.case_slugs.add(slug)
        self.writer.cases[slug] = case
        return case

    def _accuse(self, case: Case) -> None:
        if self.is_collected:
            self._put(Defendant(case=case, prisoner=self.prisoner))
        else:
            Defendant.internal.get_or_create(case=case, prisoner=self.prisoner)

    def _case_of(self, slug: str) -> Case:
        case = self.writer.case(slug)
        if case is None:
            raise RecordRefused(format_lazy(NO_CASE, slug=slug))
        return case

    def _own_case(self) -> Case:
        """The case for an accusation of which the file names none."""
        if self.case is None and not self.is_collected:
            self.case = Case.internal.filter(defendants=self.prisoner).order_by("pk").first()
        if self.case is None:
            self.case = self._new_case({"title": f"Case of {self.prisoner.name}"[:250]})
            self._accuse(self.case)
            self.writer.made(self.case, self.prisoner)
            self.fresh.append(self.case)
        return self.case

    def _charge(self, values: dict[str, Any]) -> Charge:
        values = self._relations("charge", values)
        values.setdefault("case", self._own_case() if "case" not in values else None)
        row: Charge = self._put(Charge(prisoner=self.prisoner, **values))
        return row

    def _sanction(self, values: dict[str, Any]) -> Sanction:
        values = self._relations("sanction", values)
        if not self.is_collected:
            return sanctions.impose(self.prisoner, **values)
        row = Sanction(prisoner=self.prisoner, **values)
        refuse_if(sanctions.reasons_against(row))
        self._put(row)
        return row

    def _custody(self, values: dict[str, Any]) -> Detention:
        number = values.get("sanction")
        values = self._relations("custody", values)
        if isinstance(number, int):
            values["sanction"] = self.sanctions.get(number - 1)
        if not self.is_collected:
            return detentions.detain(self.prisoner, **values)
        row = Detention(prisoner=self.prisoner, **values)
        refuse_if(detentions.reasons_against(row, self.custody))
        self.custody.append(self._put(row))
        return row

    def _report(self, values: dict[str, Any]) -> StatusReport:
        row: StatusReport = self._put(StatusReport(prisoner=self.prisoner, **values))
        return row

    def _point(self, steps: list[Step]) -> None:
        """Sanctions that replace or accompany another, once all are there."""
        for step in steps:
            pointers = _pointers(step)
            if step.group == "sanction" and step.row is None and pointers:
                row = self.sanctions[step.position]
                for name, number in pointers.items():
                    setattr(row, name, self.sanctions.get(number - 1))
                sanctions.keep(row)

    def _spell(self) -> None:
        known = self.names if self.is_collected else list(self.prisoner.names.all())
        have = {(name.text.casefold(), fold(name.text) if name.text.isascii() else "") for name in known}
        texts = {text for pair in have for text in pair if text}
        for given in self.wanted.names:
            text = str(given.value)
            if text.casefold() not in texts and not (text.isascii() and fold(text) in texts):
                name = PersonName(prisoner=self.prisoner, text=text, script=script_of(text))
                self._keep_name(name, is_new=True)
                self.writer.made(name, self.prisoner)
                self.fresh.append(name)
                texts.add(text.casefold())

    def _note(self) -> None:
        have: set[str] = set()
        if self.wanted.notes and not self.is_collected:
            have = {note.body for note in ConfidentialNote.internal.filter(prisoner=self.prisoner)}
        for body in self.wanted.notes:
            if body not in have:
                self.writer.made(self._put(ConfidentialNote(prisoner=self.prisoner, body=body)), self.prisoner)

    def _cite(self, steps: list[Step]) -> None:
        """Every fact rests on the file; the row's own sources stand behind all that the row says."""
        own = [self.writer.source_for(step.values, self.is_collected) for step in steps if step.group == "source"]
        where = f"{self.wanted.sheet} {self.wanted.row}".strip()[:120]
        facts = [row for row in self.fresh if fact_of(row) in FACTS]
        for row in facts:
            self.writer.cite(self.writer.source, row, where, is_new=self.one.prisoner is None)
        cited = facts if not self.wanted.is_export and facts else [self.prisoner]
        for source in own:
            self._cite_source(source, cited)

    def _cite_source(self, source: Source, facts: list[Any]) -> None:
        for row in facts:
            if row in self.fresh and self.one.prisoner is None:
                self.writer.cite(source, row, "", is_new=True)
                continue
            citation, is_new = Citation.internal.get_or_create(source=source, **{fact_of(row): row})
            if is_new:
                self.writer.made(citation, self.prisoner)
