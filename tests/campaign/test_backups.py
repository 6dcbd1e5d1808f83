"""A backup is written, carried off in vain, and taken back; who left meanwhile stays away."""

import fcntl
import io
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from pytest_django import Settings

from campaign import backups
from prisoners.models import Prisoner
from supporters.models import Subscription, Supporter
from supporters.services import leaving, people, restoring, subscriptions
from tests.factories import PrisonerFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _alone(transactional_db: None) -> None:
    """Without what threads of earlier tests have left open: the command refuses a database that others use."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()"
        )


def run(name: str, *args: str) -> str:
    out = io.StringIO()
    call_command(name, *args, stdout=out)
    return out.getvalue()


def follower(address: str) -> Supporter:
    subscriptions.subscribe(address, ["all"], "en", consent=True)
    supporter = Supporter.objects.get(email_lookup=people.address_lookup(address))
    subscriptions.confirm(supporter)
    return supporter


def test_a_backup_brings_back_the_record_and_the_pictures_but_nobody_who_left(
    tmp_path: Path, settings: Settings
) -> None:
    picture = Path(settings.MEDIA_ROOT) / "photos" / "one.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"a picture")
    PrisonerFactory(slug="seen")
    forgotten, gone, stays = (follower(f"{name}@example.org") for name in ("anna", "boris", "vera"))
    restoring.watch()
    run("backup", str(tmp_path / "one.age"))

    people.forget(forgotten)
    leaving.stop(gone, "all")
    restoring.watch()
    Prisoner.internal.all().delete()
    picture.unlink()
    said = run("restore", str(tmp_path / "one.age"))

    assert "restored from" in said
    assert "subscription_confirmation: 2\nheld: what was due before" in said
    assert Prisoner.internal.get().slug == "seen"
    assert picture.read_bytes() == b"a picture"
    assert set(Supporter.objects.values_list("pk", flat=True)) == {gone.pk, stays.pk}
    assert list(Subscription.objects.values_list("supporter", flat=True)) == [stays.pk]


def test_pictures_in_a_folder_that_is_a_link_and_under_two_names_come_back(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    pictures = [folder / "one.jpg", folder / "two.jpg"]
    pictures[0].write_bytes(b"a picture")
    pictures[1].hardlink_to(pictures[0])
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.symlink_to(folder)
    run("backup", str(tmp_path / "one.age"))
    for picture in pictures:
        picture.unlink()
    run("restore", str(tmp_path / "one.age"))
    assert [picture.read_bytes() for picture in pictures] == [b"a picture"] * 2


def with_a_picture(name: str) -> io.BytesIO:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        tar.addfile(tarfile.TarInfo(name))
    held.seek(0)
    return held


def test_a_picture_that_would_lie_outside_is_refused_before_anything_is_changed(tmp_path: Path) -> None:
    with (tmp_path / "one.age").open("wb") as file:
        pyrage.encrypt_io(with_a_picture("media/../../one.jpg"), file, [backups._derived().to_public()])
    with pytest.raises(CommandError, match="would lie outside"):
        run("restore", str(tmp_path / "one.age"))


def test_a_picture_whose_name_begins_at_the_root_goes_among_the_others(settings: Settings) -> None:
    with tarfile.open(fileobj=with_a_picture("media//etc/one.jpg")) as tar:
        ((_held, target),) = backups._pictures_of(tar)
    assert target == Path(settings.MEDIA_ROOT) / "etc" / "one.jpg"


def test_a_program_that_is_killed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed = subprocess.CompletedProcess([], -9, stderr=b"")
    monkeypatch.setattr("campaign.backups.subprocess.run", lambda *_words, **_files: killed)
    with pytest.raises(CommandError, match="pg_dump: ended with -9"):
        run("backup", str(tmp_path / "one.age"))
    assert list(tmp_path.iterdir()) == []


def test_a_backup_tells_nothing_without_the_key(tmp_path: Path) -> None:
    PrisonerFactory(slug="seen", summary="A sparrow in the snow of December.")
    run("backup", str(tmp_path / "one.age"))
    raw = (tmp_path / "one.age").read_bytes()
    assert raw.startswith(b"age-encryption.org/v1")
    assert b"sparrow" not in raw
    assert (tmp_path / "one.age").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_backup_for_a_public_key_is_opened_by_its_secret_key_alone(tmp_path: Path) -> None:
    PrisonerFactory(slug="seen")
    identity = pyrage.x25519.Identity.generate()
    key = tmp_path / "key.txt"
    key.write_text(f"# kept off the server\n{identity}\n")
    run("backup", str(tmp_path / "one.age"), "--recipient", str(identity.to_public()))
    with pytest.raises(CommandError, match="sealed to another key"):
        run("restore", str(tmp_path / "one.age"))
    assert "restored from" in run("restore", str(tmp_path / "one.age"), "--identity", str(key))
    assert Prisoner.internal.count() == 1


@pytest.mark.parametrize("fault", ["cut", "changed", "text", "missing"])
def test_a_broken_backup_is_refused_and_nothing_is_changed(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "one.age"
    run("backup", str(path))
    PrisonerFactory(slug="later")
    whole = path.read_bytes()
    changed = whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:]
    broken = {"cut": whole[:-100], "changed": changed, "text": b"no backup"}
    path.unlink() if fault == "missing" else path.write_bytes(broken[fault])
    with pytest.raises(CommandError, match=r"one\.age (is no backup|could not be read)"):
        run("restore", str(path))
    assert Prisoner.internal.get().slug == "later"


def test_a_dump_that_postgresql_refuses_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("backup", str(tmp_path / "one.age"))
    PrisonerFactory(slug="later")
    monkeypatch.setattr("campaign.backups.EMPTY", "DROP TABLE prisoners_prisoner CASCADE; SELECT 1/0;")
    with pytest.raises(CommandError, match="division by zero"):
        run("restore", str(tmp_path / "one.age"))
    assert Prisoner.internal.get().slug == "later"


def test_a_database_without_room_for_the_locks_is_told_what_to_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", str(tmp_path / "one.age"))
    PrisonerFactory(slug="later")
    monkeypatch.setattr("campaign.backups.LOCKS", 10_000_000)
    with pytest.raises(CommandError, match="set max_locks_per_transaction to 512"):
        run("restore", str(tmp_path / "one.age"))
    assert Prisoner.internal.get().slug == "later"


def test_a_backup_replaces_no_other_and_a_wrong_recipient_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.age").write_text("kept")
    with pytest.raises(CommandError, match="exists already"):
        run("backup", str(tmp_path / "one.age"))
    assert (tmp_path / "one.age").read_text() == "kept"
    with pytest.raises(CommandError, match="no age public key"):
        run("backup", str(tmp_path / "two.age"), "-r", "age1nonsense")
    with pytest.raises(CommandError, match="could not be written"):
        run("backup", str(tmp_path / "nowhere" / "two.age"))
    with pytest.raises(CommandError, match="holds no age secret key"):
        run("restore", str(tmp_path / "one.age"), "-i", str(tmp_path / "one.age"))


def test_two_backups_to_one_file_are_not_written_into_each_other(tmp_path: Path) -> None:
    half = tmp_path / "one.age.part"
    with half.open("wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(CommandError, match="is being written by another backup"):
            run("backup", str(tmp_path / "one.age"))
        assert half.exists()
    run("backup", str(tmp_path / "one.age"))
    assert [path.name for path in tmp_path.iterdir()] == ["one.age"]


def test_a_backup_that_another_finished_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dump(*words: str, **files: object) -> None:
        (tmp_path / "one.age").write_text("kept")

    monkeypatch.setattr("campaign.backups._run", dump)
    with pytest.raises(CommandError, match="exists already"):
        run("backup", str(tmp_path / "one.age"))
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"one.age": "kept"}


def test_nothing_that_is_not_sealed_ever_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So what is killed, or stopped with the machine, leaves no dump for whoever copies the folder."""
    named: set[str] = set()
    call = backups._call

    def seen(*words: str, **files: Any) -> None:
        call(*words, **files)
        named.update(path.name for path in tmp_path.rglob("*"))

    monkeypatch.setattr(backups, "_call", seen)
    run("backup", str(tmp_path / "one.age"))
    assert named == {"one.age.part"}
    named.clear()
    run("restore", str(tmp_path / "one.age"))
    assert named == {"one.age"}


def test_a_database_in_use_is_not_replaced(tmp_path: Path) -> None:
    run("backup", str(tmp_path / "one.age"))
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT 1")
        with pytest.raises(CommandError, match="stop web, worker, sender and clock first"):
            run("restore", str(tmp_path / "one.age"))
    finally:
        other.close()


def test_a_database_that_does_not_answer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("backup", str(tmp_path / "one.age"))
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", str(tmp_path))
    with pytest.raises(CommandError, match="does not answer"):
        run("restore", str(tmp_path / "one.age"))
