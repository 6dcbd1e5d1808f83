"""What the record has already of the people whom a file names; a constant number of queries, however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.text import slugify

from prisoners.importing.likeness import Names
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Citation,
    ConfidentialNote,
    Detention,
    FormerSlug,
    Organisation,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    StatusReport,
)
from privacy.text import clean_line

#: The rows of each group of columns, by the relation that leads to the prisoner.
GROUPS: dict[str, type[Model]] = {
    "spelling": PersonName,
    "role": Affiliation,
    "charge": Charge,
    "sanction": Sanction,
    "custody": Detention,
    "report": StatusReport,
}
_WITH = {"role": ("organisation",), "charge": ("case",), "sanction": ("case", "place"), "custody": ("place",)}
#: The relations of a citation that lead to a prisoner.
CITED = (
    *("prisoner", "person_name__prisoner", "affiliation__prisoner", "charge__prisoner", "sanction__prisoner"),
    *("detention__prisoner", "status_report__prisoner", "case__defendants"),
)


class Known:
    """The record as far as a file touches it."""

    def __init__(self, slugs: Iterable[str], keys: Iterable[str], with_names: bool) -> None:
        self.by_slug: dict[str, Prisoner] = {}
        self.by_key: dict[str, Prisoner] = {}
        self.by_pk: dict[int, Prisoner] = {}
        self.facts: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        self.sources: dict[int, set[str]] = defaultdict(set)
        self.notes: dict[int, set[str]] = defaultdict(set)
        self.names: Names[int] = Names()
        self._people(list(slugs), list(keys))
        if with_names:
            for pk, text in PersonName.internal.order_by().values_list("prisoner_id", "text"):
                self.names.add(pk, text)

    def _people(self, slugs: list[str], keys: list[str]) -> None:
        for one in Prisoner.internal.filter(slug__in=slugs):
            self.by_slug[one.slug] = one
        former = FormerSlug.objects.filter(slug__in=slugs).select_related("prisoner")
        self.by_slug.update({one.slug: one.prisoner for one in former if one.slug not in self.by_slug})
        self.by_key = {str(one.import_key): one for one in Prisoner.internal.filter(import_key__in=keys)}

    def fetch(self, pks: Iterable[int]) -> None:
        """Read the people themselves, for those of whom only the key is known."""
        found = Prisoner.internal.filter(pk__in=set(pks) - set(self.by_pk))
        self.by_pk.update({one.pk: one for one in found})

    def read_facts(self, people: Sequence[Prisoner], with_notes: bool) -> None:
        """Read every fact of these people."""
        pks = {one.pk for one in people}
        for group, model in GROUPS.items():
            rows: QuerySet[Any] = model.internal.filter(prisoner_id__in=pks)  # type: ignore[attr-defined]
            for row in rows.select_related(*_WITH.get(group, ())).order_by("pk"):
                self.facts[row.prisoner_id][group].append(row)
        for case in Case.internal.filter(defendants__in=pks).prefetch_related("defendants").order_by("pk").distinct():
            for one in case.defendants.all():
                self.facts[one.pk]["case"].append(case)
        for path in CITED:
            rows = Citation.internal.filter(**{f"{path}__in": pks}).order_by()
            for pk, *names in rows.values_list(path, "source__key", "source__url", "source__title"):
                self.sources[pk] |= {name for name in names if name}
        if with_notes:
            for note in ConfidentialNote.internal.filter(prisoner_id__in=pks):
                self.notes[note.prisoner_id].add(note.body)


class Addresses:
    """Gives every new page an address that nobody has or had."""

    def __init__(self) -> None:
        self.taken = set(Prisoner.internal.order_by().values_list("slug", flat=True))
        self.taken |= set(FormerSlug.objects.values_list("slug", flat=True))

    def free(self, name: str) -> str:
        """An address made of a name in Latin letters, with a number where it is in use."""
        base = slugify(name)[:110] or "prisoner"
        number, slug = 1, base
        while slug in self.taken:
            number += 1
            slug = f"{base}-{number}"
        self.taken.add(slug)
        return slug


class Places:
    """Finds places and organisations by any of their names; makes those that are missing, when writing."""

    def __init__(self) -> None:
        self.places: dict[tuple[str, str], Place] = {}
        self.organisations: dict[str, Organisation] = {}
        for place in Place.objects.order_by("-pk"):
            self.places.update({(place.country, name): place for name in names_of(place)})
        for one in Organisation.objects.order_by("-pk"):
            self.organisations.update(dict.fromkeys(names_of(one), one))

    def place(self, name: str, country: str, zone: str) -> Place | None:
        """The place of that name in the country, or anywhere where just one has it."""
        found = self.places.get((country, name.casefold()))
        return found if found is not None and (not zone or found.time_zone == zone) else None


def names_of(row: Any) -> set[str]:
    """The names of a place or organisation in every language, casefolded."""
    words = row.i18n or {}
    return {str(name).casefold() for name in (row.name, *words.values()) if name}


def plain(value: Any) -> Any:
    """A value as it is compared: texts cleaned as cells are, without superfluous blanks; numbers as numbers."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean_line(value)
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
