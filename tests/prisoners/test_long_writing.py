"""Long files that are written by a worker: as they were shown, whole, and by whoever confirmed it."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import translation
from django.utils.text import slugify

from prisoners.choices import ErrandState
from prisoners.import_errands import run_next
from prisoners.models import Batch, Errand, Prisoner, Sanction
from prisoners.services.import_writing import Writer
from tests.prisoners import make
from tests.prisoners.long_files import ROWS, beside, confirm, looked_at, page_of, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("few_are_long")]


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
