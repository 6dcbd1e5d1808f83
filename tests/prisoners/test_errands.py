"""Long files at the desk: a worker looks at them, and the page says how far."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone

from prisoners import import_errands
from prisoners.choices import ErrandState
from prisoners.import_errands import run_next
from prisoners.importing.pace import READING
from prisoners.models import Errand, Prisoner
from prisoners.services import errands
from prisoners.tasks import run_errands
from tests.prisoners.long_files import (
    ADD,
    ROWS,
    beside,
    hand_over,
    page_of,
    people,
    workbook,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("few_are_long")]


def test_long_file_is_looked_at_by_a_worker_and_the_page_says_how_far_it_has_come(alice: Client) -> None:
    address = hand_over(alice, people())
    page = page_of(alice, address)
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page
    assert "waits for a worker" in page
    assert alice.get(f"{address}progress.json").json()["goes_on"] is True
    run_errands()
    page = page_of(alice, address)
    assert f"<strong>new: {ROWS}" in page or "Likely the same person" in page
    assert "http-equiv" not in page
    assert alice.get(f"{address}progress.json").json()["goes_on"] is False
    assert not Prisoner.internal.exists()


def test_files_that_wait_are_listed_where_one_hands_over_another(alice: Client) -> None:
    address = hand_over(alice, people(), "my list.csv")
    assert f'<a href="{address}">my list.csv</a>: This waits for a worker' in page_of(alice, ADD)
    run_next()
    assert f'<a href="{address}">my list.csv</a>: It was looked at.' in page_of(alice, ADD)
    alice.post(address, {"do": "forget"})
    assert "my list.csv" not in page_of(alice, ADD)


def test_short_file_is_looked_at_while_one_waits(alice: Client) -> None:
    address = hand_over(alice, people(20))
    assert "http-equiv" not in page_of(alice, address)
    assert not Errand.internal.exists()
    assert alice.get(f"{address}progress.json").status_code == 404


def test_worker_notes_how_far_it_has_come_while_it_goes_through_rows(
    alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, note = [], errands.Noted._note

    def noted(pace: errands.Noted, *what: Any) -> None:
        note(pace, *what)
        seen.extend(Errand.internal.values_list("stage", "rows_done", "rows"))

    hand_over(alice, people())
    monkeypatch.setattr(errands, "NOTED_EVERY", 0.0)
    monkeypatch.setattr(errands.Noted, "_note", noted)
    run_next()
    assert [one for one in seen if one[0] == READING] == [(READING, done, ROWS + 1) for done in (0, 0, 20, 40, 60)]


def test_page_of_an_interrupted_look_says_that_it_begins_again(alice: Client) -> None:
    address = hand_over(alice, people())
    Errand.internal.update(begun_at=timezone.now(), tries=2, stage="finding", rows_done=40, rows=500)
    said = alice.get(f"{address}progress.json").json()
    assert "40 of 500" in said["words"]
    assert "begins again" in said["words"]
    assert 0 < said["percent"] < 100


def test_who_waits_long_for_a_worker_is_told(alice: Client) -> None:
    address = hand_over(alice, people())
    Errand.internal.update(asked_at=timezone.now() - timedelta(minutes=2))
    assert "tell who runs this site" in page_of(alice, address)


def test_look_that_was_stopped_is_not_done_and_can_be_asked_for_again(alice: Client) -> None:
    address = hand_over(alice, people())
    alice.post(address, {"do": "stop"})
    run_next()
    page = page_of(alice, address)
    assert "It was stopped" in page
    alice.post(address, {"do": "look"})
    run_next()
    assert "fingerprint" in page_of(alice, address)


def test_look_is_stopped_in_the_middle(alice: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = hand_over(alice, people())
    whole = import_errands.Look.read_file

    def stopped(look: Any) -> Any:
        alice.post(address, {"do": "stop"})
        return whole(look)

    monkeypatch.setattr(import_errands.Look, "read_file", stopped)
    run_next()
    assert Errand.internal.get().state == ErrandState.STOPPED
    assert not list(Path(django_settings.PRIVATE_DIR).rglob("*.answer"))


def _cut_off(data: bytes) -> bytes:
    """The same package, its sheet broken off in the middle of the last row."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as broken:
        for part in whole.infolist():
            content = whole.read(part)
            broken.writestr(part.filename, content[:-60] if "worksheets/" in part.filename else content)
    return out.getvalue()


def test_long_workbook_that_is_damaged_is_refused_on_its_page(alice: Client) -> None:
    address = hand_over(alice, _cut_off(workbook(ROWS)), "list.xlsx")
    run_next()
    page = page_of(alice, address)
    assert "damaged" in page
    assert ('name="map:' in page, 'value="look"' in page, 'value="forget"' in page) == (False, False, True)
    assert [path.suffix for path in Path(django_settings.PRIVATE_DIR).rglob("imports/*") if not path.suffix] == []


def test_long_workbook_is_looked_at_by_a_worker(alice: Client) -> None:
    address = hand_over(alice, workbook(ROWS), "list.xlsx")
    run_next()
    assert "fingerprint" in page_of(alice, address)


def test_one_file_is_looked_at_at_a_time(alice: Client) -> None:
    hand_over(alice, people())
    with beside() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [errands.LOCK])
        run_next()
        assert Errand.internal.get().tries == 0
    run_next()
    assert Errand.internal.get().state == ErrandState.DONE
