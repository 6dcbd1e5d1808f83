"""Compares the rows that a file asks for with those that the record has: new, changed, unchanged, removed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, ForeignKey, Model, Q
from django.utils.translation import gettext as _

from actions.models import Action, Campaign, Demand, Report, Target
from campaign.loading.cites import locator_of
from campaign.loading.plan import Plan, Ref, Row
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    ChargeStep,
    Citation,
    Detention,
    Disagreement,
    Event,
    EventLink,
    Figure,
    Hearing,
    Involvement,
    Organisation,
    PersonName,
    Place,
    Prisoner,
    Sanction,
    Source,
    Statement,
    StatusReport,
    Variant,
)
from prisoners.models.sources import FACTS

#: Each after those that it points to.
ORDER: tuple[type[Model], ...] = (
    Source,
    Place,
    Organisation,
    Prisoner,
    PersonName,
    Affiliation,
    Case,
    Charge,
    ChargeStep,
    Hearing,
    Sanction,
    Detention,
    Event,
    EventLink,
    Involvement,
    Figure,
    Statement,
    StatusReport,
    Disagreement,
    Variant,
    Campaign,
    Demand,
    Target,
    Action,
    Report,
)
A_NUMBER = re.compile(r"~\d+$")
#: What makes a row of these the same row, under whatever key it was loaded.
IDENTITY: dict[type[Model], tuple[str, ...]] = {
    Involvement: ("event", "case", "role", "organisation", "prisoner", "name"),
}


def key_field(model: type[Model]) -> str:
    """The field by which a file names a row again."""
    return "key" if model is Source else "import_key"


def fact_name(model: type[Model]) -> str:
    """The field of a citation that points to this model, or "" when it is not a fact."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()
    return name if name in (*FACTS, "variant") else ""


def many_field(row: Row, name: str) -> Any:
    """The field of a relation to many."""
    return row.model._meta.get_field(name)


@dataclass
class Change:
    """What a file would do to one row."""

    row: Row
    instance: Model | None = None
    fields: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    #: Whether the row was entered at the desk, and stays the desk's: the file adds to it, and takes nothing from it.
    is_desks: bool = False

    @property
    def is_new(self) -> bool:
        return self.instance is None

    @property
    def is_change(self) -> bool:
        """A row that is only named anew says what it said."""
        return self.is_new or bool(self.words)


@dataclass
class Comparison:
    """All differences; `pks` finds the row that a reference means, None while it is still to be written."""

    plan: Plan
    changes: dict[Ref, Change] = field(default_factory=dict)
    removed: dict[type[Model], list[Model]] = field(default_factory=dict)
    pks: dict[Ref, Any] = field(default_factory=dict)
    own: dict[type[Model], set[Any]] = field(default_factory=dict)

    def make(self) -> "Comparison":
        """Look everything up, one query a model and relation."""
        wanted = self._referred()
        for model in ORDER:
            self._match(model, wanted[model])
        for model in ORDER:
            rows = [change for ref, change in self.changes.items() if ref.model is model]
            for change in rows:
                self._compare_values(change)
            self._compare_links(model, rows)
            self._compare_sources(model, rows)
        return self

    def pk(self, ref: Ref | None) -> Any:
        """The primary key that a reference means, or None."""
        return None if ref is None else self.pks.get(ref)

    def _referred(self) -> dict[type[Model], set[str]]:
        """Every key that a row of the plan has or points to."""
        wanted: dict[type[Model], set[str]] = defaultdict(set)
        for ref, row in self.plan.rows.items():
            wanted[ref.model].add(ref.key)
            pointed = [value for value in row.values.values() if isinstance(value, Ref)]
            for one in [*pointed, *(link for links in row.links.values() for link in links)]:
                wanted[one.model].add(one.key)
            wanted[Source].update(row.sources)
        return wanted

    def _match(self, model: type[Model], keys: set[str]) -> None:
        name, begin = key_field(model), f"{self.plan.scope}:"
        found = model._base_manager.filter(Q(**{f"{name}__in": keys}) | Q(**{f"{name}__startswith": begin}))
        existing: dict[str, Model] = {getattr(one, name): one for one in found}
        rows = [row for ref, row in self.plan.rows.items() if ref.model is model]
        planned = {row.key for row in rows}
        gone = {key: one for key, one in existing.items() if key.startswith(begin) and key not in planned}
        fresh = [row for row in rows if row.key not in existing]
        moved = self._same(model, fresh, gone)
        others = {key: one for key, one in gone.items() if one not in moved.values()}
        moved |= _moved([row for row in fresh if row.key not in moved], others)
        at_desk = self._at_desk(model, [row for row in fresh if row.key not in moved])
        self.own[model] = {one.pk for key, one in existing.items() if key.startswith(begin) or model is Source}
        for key, one in existing.items():
            self.pks[Ref(model, key)] = one.pk
        for row in rows:
            instance = existing.get(row.key) or moved.get(row.key) or at_desk.get(row.key)
            self.changes[row.ref] = Change(row, instance, is_desks=row.key in at_desk)
            if instance:
                self.pks[row.ref] = instance.pk
        kept = {id(one) for one in moved.values()}
        self.removed[model] = [one for one in gone.values() if id(one) not in kept]

    def _same(self, model: type[Model], fresh: list[Row], gone: dict[str, Model]) -> dict[str, Model]:
        """The vanished rows that say the same as new ones under another key."""
        return self._saying_the_same(model, fresh, gone.values())

    def _at_desk(self, model: type[Model], fresh: list[Row]) -> dict[str, Model]:
        """Rows that were entered at the desk and say the same as new ones: there must not be two of them."""
        if not fresh or model not in IDENTITY:
            return {}
        things = {self._stored(row.values.get("event")) for row in fresh}
        rows = model._base_manager.filter(event__in=[one for one in things if one and not isinstance(one, Ref)])
        return self._saying_the_same(model, fresh, rows.filter(import_key=None))

    def _saying_the_same(self, model: type[Model], fresh: list[Row], rows: Iterable[Model]) -> dict[str, Model]:
        fields: Any = [model._meta.get_field(name) for name in IDENTITY.get(model, ())]
        if not fields:
            return {}
        said = {tuple(getattr(one, field.attname) for field in fields): one for one in rows}
        asked = {row.key: tuple(self._stored(row.values.get(field.name)) for field in fields) for row in fresh}
        return {key: said[asks] for key, asks in asked.items() if asks in said}

    def _stored(self, value: Any) -> Any:
        """A value as a row holds it: what is still to be written differs from every stored one."""
        return self.pks.get(value, value) if isinstance(value, Ref) else value

    def _compare_values(self, change: Change) -> None:
        if change.instance is None:
            return
        row, instance = change.row, change.instance
        name = key_field(row.model)
        if getattr(instance, name) != row.key and not change.is_desks:
            change.fields.append(name)
        for name, value in row.values.items():
            model_field = row.model._meta.get_field(name)
            says_nothing = value in ("", None) and (row.model is Source or change.is_desks)
            if name in row.once or says_nothing:
                continue
            old, new = self._both(model_field, instance, value)
            is_nothing = old in ("", None) and new in ("", None)
            if old != new and not is_nothing:
                change.fields.append(name)
                change.words.append(f"{model_field.verbose_name}: {_short(old)} → {_short(new)}")  # type: ignore[union-attr]

    def _both(self, model_field: Any, instance: Model, value: Any) -> tuple[Any, Any]:
        """The stored and the wanted value; a row that is still to be written differs from every stored one."""
        old = getattr(instance, model_field.attname)
        if isinstance(model_field, ForeignKey):
            return old, (self.pks.get(value, _("a new row")) if isinstance(value, Ref) else None)
        if isinstance(model_field, Field) and value is None and model_field.empty_strings_allowed:
            return old or None, None
        return old, value

    def _compare_links(self, model: type[Model], changes: list[Change]) -> None:
        for name in sorted({name for change in changes for name in change.row.links}):
            many: Any = model._meta.get_field(name)
            through = many.remote_field.through
            near, far = many.m2m_column_name(), many.m2m_reverse_name()
            pks = [change.instance.pk for change in changes if change.instance]
            linked: dict[Any, set[Any]] = defaultdict(set)
            pairs = through._base_manager.filter(**{f"{near}__in": pks}).values_list(near, far)
            for left, right in pairs:
                linked[left].add(right)
            for change in changes:
                self._compare_one_link(change, name, linked)

    def _compare_one_link(self, change: Change, name: str, linked: dict[Any, set[Any]]) -> None:
        if change.instance is None or name not in change.row.links:
            return
        wanted = change.row.links[name]
        have = linked[change.instance.pk]
        fresh = [ref for ref in wanted if self.pks.get(ref) not in have]
        target = wanted[0].model if wanted else change.row.model._meta.get_field(name).related_model
        over = (have - {self.pks.get(ref) for ref in wanted}) & self.own.get(target, set())  # type: ignore[arg-type]
        if fresh or over:
            change.words.append(f"{name}: +{len(fresh)} −{len(over)}")

    def _compare_sources(self, model: type[Model], changes: list[Change]) -> None:
        fact = fact_name(model)
        if not fact:
            return
        pks = [change.instance.pk for change in changes if change.instance]
        cited: dict[Any, dict[str, str]] = defaultdict(dict)
        found = Citation.internal.filter(**{f"{fact}__in": pks}).values_list(f"{fact}_id", "source__key", "locator")
        for pk, key, locator in found:
            cited[pk][key] = locator
        for change in changes:
            if change.instance and _cites_otherwise(change, cited[change.instance.pk]):
                said = sorted(f"{key}, {locator_of(key)}" if locator_of(key) else key for key in change.row.sources)
                change.words.append(_("sources: %(keys)s") % {"keys": "; ".join(said)})


def _cites_otherwise(change: Change, have: Mapping[str, str]) -> bool:
    """Whether a row cites others than the file, or elsewhere; where the file names no place, any place will do."""
    wanted = {str(key): locator_of(key) for key in change.row.sources}
    over = set() if change.is_desks else have.keys() - wanted.keys()
    return bool(over) or any(key not in have or place not in ("", have[key]) for key, place in wanted.items())


def _moved(fresh: list[Row], gone: dict[str, Model]) -> dict[str, Model]:
    """A fact whose date alone changed is the same row: one vanished and one new of the same person and kind."""
    old: dict[str, list[Model]] = defaultdict(list)
    new: dict[str, list[str]] = defaultdict(list)
    for key, one in gone.items():
        old[_family(key)].append(one)
    for row in fresh:
        new[_family(row.key)].append(row.key)
    return {keys[0]: old[name][0] for name, keys in new.items() if len(keys) == 1 and len(old[name]) == 1}


def _family(key: str) -> str:
    parts = A_NUMBER.sub("", key).split("/")
    return "/".join([*parts[:2], "*", *parts[3:]])


def _short(value: Any) -> str:
    text = "–" if value in (None, "") else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
