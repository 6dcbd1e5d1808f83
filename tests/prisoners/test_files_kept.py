"""Long files between two visits to the desk: sealed, for whoever brought them, and as long as they are asked about."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone

from prisoners.choices import ErrandState, StaffRole
from prisoners.import_errands import run_next
from prisoners.importing import waiting
from prisoners.models import Errand
from prisoners.services import errands
from prisoners.services.staff import create_staff
from tests.prisoners import make
from tests.prisoners.long_files import hand_over, looked_at, page_of, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("few_are_long")]


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
