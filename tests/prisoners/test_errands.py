"""Long files at the desk: a worker looks at them and writes them, whatever happens to it, and the page says how far."""

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import UUID

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone, translation
from django.utils.text import slugify
from openpyxl import Workbook

from campaign import environment
from prisoners import import_errands
from prisoners.choices import ErrandState, StaffRole
from prisoners.import_errands import run_next
from prisoners.importing import waiting
from prisoners.importing.glance import SHORT_ROWS, is_long
from prisoners.models import Batch, Errand, Prisoner, Sanction
from prisoners.services import errands
from prisoners.services.import_writing import Writer
from prisoners.services.staff import create_staff
from prisoners.tasks import run_errands
from tests.locks import kill
from tests.prisoners import make

pytestmark = pytest.mark.django_db(transaction=True)

ADD = "/staff/prisoners/batch/add/"
ROWS = SHORT_ROWS + 20


def people(count: int = ROWS, sentence: str = "7 years") -> str:
    """A list of so many people of whom no two names are alike."""
    letters = "bcdfghklmnprstvz"

    def name(number: int) -> str:
        first, second, third = number % 16, number // 16 % 16, number // 256 % 16
        return f"{letters[first]}a{letters[second]}o{letters[third]}u".title()

    rows = "".join(f"{name(number)} {name(number * 7 + 5)[::-1].title()};KZ;{sentence}\n" for number in range(count))
    return f"Name;Country;Sentence\n{rows}"


def hand_over(client: Client, text: str | bytes, name: str = "list.csv") -> str:
    """The address of the page of a file that waits."""
    data = text if isinstance(text, bytes) else text.encode()
    address = client.post(ADD, {"file": SimpleUploadedFile(name, data)})["Location"]
    assert isinstance(address, str)
    return address


def page_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def confirm(client: Client, address: str, **sent: str) -> Any:
    fingerprint = re.search(r'name="fingerprint" value="(\w+)"', page_of(client, address))
    assert fingerprint
    return client.post(address, {"do": "import", "fingerprint": fingerprint[1], "likely": "new", **sent})


def looked_at(client: Client, text: str, **sent: str) -> str:
    """A page with what the file would do, as a worker found it, where likely the same people are others."""
    address = hand_over(client, text)
    run_next()
    client.post(address, {"do": "look", "likely": "new", **sent})
    run_next()
    return address


@contextmanager
def beside() -> Iterator[Any]:
    """Another session of the database, as another process has one."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            yield cursor
    finally:
        other.close()


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


def test_long_file_is_written_by_a_worker_by_whoever_confirmed_it_and_taken_back(alice: Client) -> None:
    address = looked_at(alice, people())
    assert f"<strong>new: {ROWS}" in page_of(alice, address)
    assert confirm(alice, address)["Location"] == address
    assert "The file is being written" in page_of(alice, address)
    assert not Prisoner.internal.exists()
    run_next()
    batch = Batch.internal.get()
    assert alice.get(address)["Location"] == f"/staff/prisoners/batch/{batch.pk}/change/"
    assert (Prisoner.internal.count(), Sanction.internal.count(), Prisoner.public.count()) == (ROWS, ROWS, 0)
    entry = Sanction.internal.all()[0].history.last()  # type: ignore[attr-defined]
    assert entry.pgh_context.metadata["user"] == str(batch.imported_by_id)
    assert not [path for path in Path(django_settings.PRIVATE_DIR).rglob("imports/*") if not path.suffix]
    alice.post(address, {"do": "import", "fingerprint": "0"})
    run_next()
    assert Batch.internal.count() == 1


def test_what_is_written_is_what_was_shown_also_in_another_language(alice: Client) -> None:
    make.a_prisoner()
    text = people() + "Erlan Example;KZ;31 foos\n"
    address = looked_at(alice, text, skip_refused="on")
    alice.cookies[django_settings.LANGUAGE_COOKIE_NAME] = "ru"
    with translation.override("ru"):
        confirm(alice, address, skip_refused="on")
    run_next()
    assert (Batch.internal.count(), Prisoner.internal.count()) == (1, ROWS + 1)


def test_what_changed_since_the_look_is_not_written_over(alice: Client) -> None:
    address = looked_at(alice, people())
    make.a_prisoner(slug=slugify(people().splitlines()[1].partition(";")[0]))
    confirm(alice, address)
    run_next()
    page = page_of(alice, address)
    assert "please look again" in page
    assert "errornote" in page
    assert not Batch.internal.exists()


def test_refused_rows_stop_the_writing_and_choices_stay(alice: Client) -> None:
    address = looked_at(alice, people() + "Ivan Petrov;KZ;31 foos\n", country="KZ")
    confirm(alice, address, country="KZ")
    run_next()
    page = page_of(alice, address)
    assert "Some rows are refused" in page
    assert 'name="country" value="KZ"' in page
    assert '<option value="new" selected>' in page
    assert not Prisoner.internal.exists()


def test_faulty_choice_for_the_file_is_said_at_once_and_nothing_is_asked(alice: Client) -> None:
    address = looked_at(alice, people())
    page = alice.post(address, {"do": "import", "fingerprint": "0", "country": "ZZ"}).content.decode()
    assert "is no country" in page
    assert Errand.internal.get().state == ErrandState.DONE


def _worker() -> subprocess.Popen[bytes]:
    """A process of its own that does what is asked for, as a worker of Celery does."""
    told = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    values = {
        **environment.current(),
        "DATABASE_URL": urlunsplit(told._replace(path=f"/{name}")),
        "PRIVATE_DIR": str(django_settings.PRIVATE_DIR),
    }
    words = "import django; django.setup(); from prisoners.import_errands import run_next; run_next()"
    return subprocess.Popen([sys.executable, "-c", words], env=values)


def _until(is_so: Any, worker: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while not is_so():
        assert worker.poll() is None, "the worker ended before it could be killed"
        assert time.monotonic() < end
        time.sleep(0.02)


def test_look_of_a_killed_worker_is_begun_again_and_comes_to_an_end(alice: Client) -> None:
    address = hand_over(alice, people(4_000))
    worker = _worker()
    _until(lambda: Errand.internal.get().rows_done > 0, worker)
    kill(worker)
    errand = Errand.internal.get()
    assert (errand.state, errand.tries) == (ErrandState.ASKED, 1)
    run_next()
    assert Errand.internal.get().state == ErrandState.DONE
    assert "fingerprint" in page_of(alice, address)


def test_writing_of_a_killed_worker_leaves_nothing_and_is_done_whole_the_next_time(alice: Client) -> None:
    address = looked_at(alice, people(1_500))
    confirm(alice, address)
    worker = _worker()
    _until(lambda: Errand.internal.get().stage == "keeping", worker)
    kill(worker)
    assert not Prisoner.internal.exists()
    assert not Batch.internal.exists()
    run_next()
    assert (Batch.internal.count(), Prisoner.internal.count()) == (1, 1_500)


@pytest.fixture
def batch(alice: Client, monkeypatch: pytest.MonkeyPatch) -> Batch:
    """An import that is long enough for a worker to take it back."""
    monkeypatch.setattr("prisoners.admin.imports.SHORT_ENTRIES", 100)
    address = looked_at(alice, people())
    confirm(alice, address)
    run_next()
    return Batch.internal.get()


def _page_of(batch: Batch) -> str:
    return f"/staff/prisoners/batch/{batch.pk}/change/"


def test_long_import_is_taken_back_by_a_worker(alice: Client, batch: Batch) -> None:
    alice.post(_page_of(batch))
    alice.post(_page_of(batch))
    page = page_of(alice, _page_of(batch))
    assert "The import is being taken back" in page
    errand = Errand.internal.get(kind="undo")
    assert alice.get(f"/staff/prisoners/batch/check/{errand.upload}/progress.json").json()["goes_on"] is True
    run_next()
    assert not Prisoner.internal.exists()
    batch.refresh_from_db()
    assert batch.taken_back_by == batch.imported_by
    assert "Take back the whole import" not in page_of(alice, _page_of(batch))


def test_taking_back_of_a_killed_worker_leaves_all_and_is_done_whole_the_next_time(alice: Client, batch: Batch) -> None:
    alice.post(_page_of(batch))
    worker = _worker()
    _until(lambda: Errand.internal.get(kind="undo").stage == "removing", worker)
    kill(worker)
    assert (Prisoner.internal.count(), Sanction.internal.count()) == (ROWS, ROWS)
    run_next()
    assert not Prisoner.internal.exists()


def test_long_import_is_not_taken_back_when_somebody_edited_since_and_says_so(alice: Client, batch: Batch) -> None:
    Sanction.internal.all()[0].save()
    alice.post(_page_of(batch))
    run_next()
    page = page_of(alice, _page_of(batch))
    assert "changed after the import" in page
    assert "Take back the whole import" in page
    assert Prisoner.internal.count() == ROWS


def test_taking_back_that_was_stopped_leaves_the_import(alice: Client, batch: Batch) -> None:
    alice.post(_page_of(batch))
    alice.post(_page_of(batch), {"do": "stop"})
    run_next()
    assert "The import stands as before" in page_of(alice, _page_of(batch))
    assert Prisoner.internal.count() == ROWS


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


def test_worker_that_never_comes_to_an_end_is_told_on_the_page(alice: Client) -> None:
    address = hand_over(alice, people())
    Errand.internal.update(tries=errands.MOST_TRIES)
    run_next()
    page = page_of(alice, address)
    assert "never came to an end" in page
    assert 'value="look"' in page


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


def test_writing_that_is_stopped_before_its_end_leaves_nothing(alice: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    address = looked_at(alice, people())
    confirm(alice, address)
    whole = Writer._finish

    def stopped(writer: Writer) -> None:
        whole(writer)
        with beside() as cursor:
            cursor.execute("UPDATE prisoners_errand SET state = 'stopped'")

    monkeypatch.setattr(Writer, "_finish", stopped)
    run_next()
    assert not Prisoner.internal.exists()
    assert "Nothing was written" in page_of(alice, address)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "more memory"),
        (SoftTimeLimitExceeded(), "after 15 minutes"),
    ],
    ids=["memory", "time"],
)
def test_fault_of_a_look_is_told_in_a_sentence(
    alice: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    address = hand_over(alice, people())

    def failing(*_args: Any, **_named: Any) -> None:
        raise error

    monkeypatch.setattr("prisoners.import_look.outline", failing)
    run_next()
    page = page_of(alice, address)
    assert said in page
    assert "errornote" in page


def test_unforeseen_fault_is_tried_again_then_told_and_its_words_are_in_no_log(
    alice: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    address = hand_over(alice, people())

    def failing(*_args: Any, **_named: Any) -> None:
        raise RuntimeError("Yerlan Example")

    monkeypatch.setattr("prisoners.import_look.outline", failing)
    for _number in range(errands.MOST_TRIES):
        run_next()
        assert Errand.internal.get().state == ErrandState.ASKED
    run_next()
    assert "never came to an end" in page_of(alice, address)
    assert all("Yerlan" not in record.getMessage() for record in caplog.records)


def test_what_takes_too_much_memory_is_refused_and_the_worker_lives_on(
    alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = hand_over(alice, people())
    monkeypatch.setattr(import_errands, "MOST_MEMORY", 50_000_000)
    monkeypatch.setattr("prisoners.import_look.outline", lambda *_args: bytearray(200_000_000))
    run_next()
    assert "more memory than one import may have" in page_of(alice, address)
    assert len(bytearray(200_000_000)) == 200_000_000


def workbook(rows: int) -> bytes:
    book, data = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("People")
    sheet.append(["Name", "Country"])
    for line in people(rows).splitlines()[1:]:
        sheet.append(line.split(";")[:2])
    book.save(data)
    return data.getvalue()


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


def test_long_file_is_for_whoever_handed_it_over(alice: Client) -> None:
    address = hand_over(alice, people())
    carol = Client()
    carol.force_login(create_staff("carol@example.org", [StaffRole.RESEARCHER], make.PASSWORD, handle="carol"))
    assert carol.get(f"{address}progress.json").status_code == 404
    assert "not kept any more" in carol.get(address, follow=True).content.decode()
    carol.post(address, {"do": "stop"})
    assert Errand.internal.get().state == ErrandState.ASKED


def test_nothing_of_a_long_file_lies_open_or_in_the_database(alice: Client) -> None:
    looked_at(alice, people(), **{"map:Name": "names"})
    name = people().splitlines()[1].partition(" ")[0].encode()
    files = [path for path in Path(django_settings.PRIVATE_DIR).rglob("*") if path.is_file()]
    assert len(files) == 3
    assert [name in path.read_bytes() for path in files] == [False] * 3
    assert name.decode() not in repr(list(Errand.internal.values()))


def test_long_file_can_be_put_away_with_all_that_was_found(alice: Client) -> None:
    address = looked_at(alice, people())
    alice.post(address, {"do": "forget"})
    assert not Errand.internal.exists()
    assert not list(Path(django_settings.PRIVATE_DIR).rglob("imports/*"))
    assert "not kept any more" in alice.get(address, follow=True).content.decode()


def test_what_was_asked_about_a_file_is_kept_as_long_as_the_file(alice: Client) -> None:
    address = looked_at(alice, people())
    now = timezone.now()
    assert errands.purge(now + timedelta(hours=23)) == {"spreadsheets_that_wait": 0}
    assert errands.purge(now + timedelta(hours=25), dry_run=True) == {"spreadsheets_that_wait": 1}
    assert "fingerprint" in page_of(alice, address)
    assert errands.purge(now + timedelta(hours=25)) == {"spreadsheets_that_wait": 1}
    assert not Errand.internal.exists()
    assert not list(Path(django_settings.PRIVATE_DIR).rglob("imports/*"))


def test_file_that_is_gone_when_a_worker_comes_is_said(alice: Client) -> None:
    address = hand_over(alice, people())
    waiting.forget_file(UUID(address.split("/")[-2]))
    run_next()
    assert Errand.internal.get().state == ErrandState.DONE
    assert "not kept any more" in alice.get(address, follow=True).content.decode()


@pytest.mark.parametrize(
    ("name", "data", "long"),
    [
        ("list.csv", b"Name\n" * SHORT_ROWS, False),
        ("list.csv", b"Name\n" * (SHORT_ROWS + 1), True),
        ("list.json", b'{"a": 1},' * (SHORT_ROWS + 1), True),
        ("list.json", b'{"a": 1}\n\n', False),
        ("list.xlsx", b"PK\x03\x04 no workbook", False),
    ],
    ids=["short", "long", "long json", "short json", "no workbook"],
)
def test_how_long_a_file_is_can_be_told_without_reading_it(name: str, data: bytes, long: bool) -> None:
    assert is_long(name, data) is long


def test_how_long_a_workbook_is_can_be_told_without_reading_it() -> None:
    assert is_long("list.xlsx", workbook(SHORT_ROWS - 1)) is False
    assert is_long("list.xlsx", workbook(SHORT_ROWS + 1)) is True


def test_workbook_that_unpacks_to_too_much_is_not_unpacked_to_tell_how_long_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("prisoners.importing.glance.MOST_UNPACKED", 1_000)
    assert is_long("list.xlsx", workbook(SHORT_ROWS + 1)) is False


def test_nothing_is_left_of_a_file_that_was_put_away_while_it_was_looked_at(alice: Client) -> None:
    address = hand_over(alice, people())
    with errands.taken() as errand:
        assert errand is not None
        alice.post(address, {"do": "forget"})
        with pytest.raises(errands.Stopped):
            errands.done(errand, {"reasons": [], "columns": []})
    assert not list(Path(django_settings.PRIVATE_DIR).rglob("imports/*"))


def test_what_goes_away_while_files_are_put_away_keeps_none_of_them(alice: Client) -> None:
    hand_over(alice, people())
    gone = Path(django_settings.PRIVATE_DIR) / waiting.FOLDER / "gone.part"
    gone.symlink_to("nowhere")
    assert errands.purge(timezone.now() + timedelta(hours=25)) == {"spreadsheets_that_wait": 1}


def test_taking_back_is_stopped_on_the_page_of_the_import_alone(alice: Client, batch: Batch) -> None:
    alice.post(_page_of(batch))
    errand = Errand.internal.get(kind="undo")
    alice.post(f"/staff/prisoners/batch/check/{errand.upload}/", {"do": "forget"})
    assert Errand.internal.get(kind="undo").state == ErrandState.ASKED
