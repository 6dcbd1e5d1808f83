"""What a record's file speaks of is found by a few questions, however many rows there are."""

from pathlib import Path

import pytest

from campaign.record_in import import_record
from campaign.record_out import export_record
from tests.campaign.test_whole_record import as_services_write
from tests.factories import SanctionFactory, cite
from tests.queries import first_queries_of

pytestmark = pytest.mark.django_db


def test_rows_without_a_key_of_their_own_are_found_by_one_question(tmp_path: Path) -> None:
    fact = SanctionFactory()
    cite(fact)
    as_services_write()
    export_record(tmp_path / "one")
    one = first_queries_of(import_record, tmp_path / "one")
    for _number in range(4):
        cite(fact)
    export_record(tmp_path / "five")
    five = first_queries_of(import_record, tmp_path / "five")
    assert len([line for line in (tmp_path / "five" / "citation.jsonl").read_text().splitlines() if line]) == 5
    assert len(five) == len(one)
