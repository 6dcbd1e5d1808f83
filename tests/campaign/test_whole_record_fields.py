"""Every field of the record comes back as it went out: each is filled somewhere, and the files stay the same."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, models, transaction

from actions.choices import ValueUnit
from actions.models import Action, Demand
from campaign.record_in import import_record
from campaign.record_instants import derive
from campaign.record_out import export_record
from campaign.record_tables import TABLES, Table
from prisoners.choices import HearingStatus
from prisoners.dates import parse
from prisoners.fields import PartialDateField
from prisoners.models import FormerSlug, Hearing, Prisoner, Sanction
from prisoners.refusals import Refusal
from prisoners.services.of_rows import service_of
from tests.campaign.test_whole_record import (
    _bytes,
    as_services_write,
    empty_the_record,
    what_organisers_keep,
)
from tests.factories import SanctionFactory, a_whole_campaign, a_whole_prisoner

pytestmark = pytest.mark.django_db

#: Of each kind so many rows are tried, one after the other, until one takes a value.
ROWS = 6
#: What a field can say only together with others.
TOGETHER: dict[tuple[type[models.Model], str], dict[str, Any]] = {
    (Hearing, "decision"): {"status": HearingStatus.HELD},
    (Sanction, "fine_amount"): {"fine_currency": "KZT"},
    (Demand, "value_currency"): {"value_unit": ValueUnit.MONEY},
    (Action, "ends_on"): {"held_on": parse("2026-10-31"), "local_time": time(10), "local_end_time": time(18)},
}


def _rows(table: Table) -> list[Any]:
    manager = getattr(table.model, "public", table.model._default_manager)
    return list(manager.all()[:ROWS])


def _samples(column: Any) -> Iterator[Any]:
    """Values that a field may hold, likely ones first."""
    if column.name == "i18n":
        yield {f"{name}_ru": "слово" for name in column.fields}
    elif column.is_relation:
        manager = getattr(column.related_model, "public", column.related_model._default_manager)
        yield from manager.all()[:ROWS]
    elif isinstance(column, ArrayField):
        choices = column.base_field.flatchoices
        yield [choices[0][0]] if choices else ["words"]
    elif column.flatchoices:
        yield from (value for value, _label in column.flatchoices if value)
    else:
        yield from _of_type(column)


def _of_type(column: Any) -> Iterator[Any]:
    kinds: tuple[tuple[type[models.Field], tuple[Any, ...]], ...] = (
        (PartialDateField, (parse("2019-05-01"), parse("2010"), parse("2025-01"))),
        (models.DateTimeField, (datetime(2020, 1, 1, 12, tzinfo=UTC),)),
        (models.DateField, (date(2026, 11, 1), date(2020, 1, 1))),
        (models.TimeField, (time(18), time(23))),
        (models.BooleanField, (True, False)),
        (models.DecimalField, (Decimal("1.50"),)),
        (models.IntegerField, (2, 100)),
        (models.URLField, ("https://example.org/a",)),
        (models.EmailField, ("a@example.org",)),
        (models.JSONField, (["https://example.org/a"], {})),
        (models.CharField, ("en", "Words", "KZ", "KZT", "Q42", "+7 700", "2019")),
        (models.TextField, ("Words of some length.",)),
    )
    yield from next((values for kind, values in kinds if isinstance(column, kind)), ("Words",))


def _takes(row: Any, name: str, value: Any) -> bool:
    """Whether a row can be kept with this value."""
    before = row.__class__._base_manager.get(pk=row.pk)
    try:
        with transaction.atomic():
            for other, said in {name: value, **TOGETHER.get((type(before), name), {})}.items():
                setattr(before, other, said)
            if isinstance(value, models.Model) and value == row:
                return False
            if service_of(before).reasons_against(before):
                raise Refusal([""])
            derive(before)
            before.save()
    except (DatabaseError, Refusal, ValueError, TypeError):
        return False
    return True


def fill(table: Table, unsaid: set[str]) -> None:
    """Give each of these fields a value in some row of its kind."""
    rows = _rows(table)
    for column in table.columns:
        if column.name in unsaid:
            any(_takes(row, column.name, value) for row in rows for value in _samples(column))
    for name in unsaid & set(table.many.split()):
        many = table.model._meta.get_field(name)
        getattr(rows[0], name).set(list(_samples(many))[:2])


def _unsaid(folder: Path, table: Table) -> set[str]:
    lines = [json.loads(line) for line in (folder / table.file).read_text().splitlines()]
    names = {column.name for column in table.columns} | set(table.many.split())
    return names - {name for line in lines for name in line}


def test_every_field_comes_back_as_it_went_out(tmp_path: Path) -> None:
    a_whole_campaign()
    what_organisers_keep()
    first = SanctionFactory(prisoner=a_whole_prisoner())
    SanctionFactory(prisoner=first.prisoner, replaces=first, imposed_on="2020-01-01")
    FormerSlug.objects.create(slug="once-called", prisoner=Prisoner.public.all()[0])
    as_services_write()
    export_record(tmp_path / "bare")
    for table in TABLES:
        fill(table, _unsaid(tmp_path / "bare", table))
    as_services_write()
    export_record(tmp_path / "one")
    assert {table.file: unsaid for table in TABLES if (unsaid := _unsaid(tmp_path / "one", table))} == {}
    empty_the_record()
    import_record(tmp_path / "one")
    export_record(tmp_path / "two")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")
    assert set(import_record(tmp_path / "one").values()) == {0}
