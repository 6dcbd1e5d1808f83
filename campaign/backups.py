"""Backups: the database and the published pictures in one tar, sealed with age (age-encryption.org/v1).

What is in the database about people is sealed before already; this seals the rest, and hides how much there is.
Keys, photos that wait for a second look and tombstones are left out on purpose: a backup must not undo an erasure.
"""

import fcntl
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import bech32
import pyrage
from django.conf import settings
from django.db import OperationalError, connection

from campaign.embedded.postgres import program
from campaign.environment import current
from privacy.keys import ring

DUMP = "database.dump"
MEDIA = "media"
# Also what came with migrations that the backup does not know. The schema itself stays: its owner may be another.
EMPTY = """
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT oid::regclass::text FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') LOOP
    EXECUTE 'DROP TABLE IF EXISTS ' || one || ' CASCADE';
  END LOOP;
  FOR one IN SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
    EXECUTE 'DROP ROUTINE IF EXISTS ' || one || ' CASCADE';
  END LOOP;
END $$;
"""

#: Locks that dropping and making all of it takes in one transaction: each table, index, trigger and rule has its own.
LOCKS = 12_000
ROOM_FOR_LOCKS = """
SELECT current_setting('max_locks_per_transaction')::int
       * (current_setting('max_connections')::int + current_setting('max_prepared_transactions')::int)
"""


class BackupFailed(Exception):
    """Why there is no backup, or why it was not taken back; nothing was changed."""


def write(path: Path, recipients: Sequence[str] = ()) -> int:
    """Write a backup to a new file (mode 0600); returns its size in bytes.

    `recipients`: age public keys; without any, those of BACKUP_RECIPIENTS, or else a key derived from the founding key
    of FIELD_KEYS. Raises BackupFailed; then no file is left.
    """
    _refuse_existing(path)
    keys = _recipients(recipients or settings.BACKUP_RECIPIENTS)
    half = path.with_name(f"{path.name}.part")
    try:
        with _alone(half), _tar(path.parent) as plain:
            # Another may have been written since we looked.
            _refuse_existing(path)
            with _private(half) as file:
                pyrage.encrypt_io(plain, file, keys)
            half.rename(path)
    except OSError as error:
        raise BackupFailed(f"{path} could not be written ({error.strerror}).") from error
    return path.stat().st_size


def read(path: Path, identity: Path | None = None) -> None:
    """Put the database and the pictures of a backup in the place of what is there now.

    `identity`: a file with age secret keys, for a backup to public keys. Raises BackupFailed for a file that is no
    backup, was cut short or changed, or cannot be opened with this key, while others use the database, and where the
    database has no room for the locks.
    """
    _refuse_in_use()
    _refuse_without_room()
    folder = _room_beside(path)
    with _nameless(folder) as plain:
        _open(path, plain, _identities(identity))
        with tarfile.open(fileobj=plain) as tar:
            pictures = _pictures_of(tar)
            _restore_database(tar, folder)
            _restore_media(tar, pictures)


def _nameless(folder: Path | None) -> IO[bytes]:
    """A file without a name on the disk: of what is not sealed nothing is left, however the process ends."""
    return tempfile.TemporaryFile(dir=folder)


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise BackupFailed(f"{path} exists already; a backup never replaces another.")


@contextmanager
def _alone(half: Path) -> Iterator[None]:
    """The half-written file is ours until we are done, and gone then; a killed backup keeps nobody out."""
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupFailed(f"{half} is being written by another backup.") from error
        try:
            yield
        finally:
            half.unlink(missing_ok=True)


@contextmanager
def _tar(folder: Path) -> Iterator[IO[bytes]]:
    """The tar to be sealed.

    Made beside the backup: where that has room, this has; the folder for temporary files may be memory.
    """
    with _nameless(folder) as plain:
        with _nameless(folder) as dump, tarfile.open(fileobj=plain, mode="w") as tar:
            _run("pg_dump", "--format=custom", "--no-owner", into=dump)
            tar.addfile(_member(DUMP, dump.seek(0, os.SEEK_END)), _from_start(dump))
            media = Path(settings.MEDIA_ROOT).resolve()
            if media.is_dir():
                tar.add(media, MEDIA)
        yield _from_start(plain)


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


def _from_start(file: IO[bytes]) -> IO[bytes]:
    file.seek(0)
    return file


def _open(path: Path, plain: IO[bytes], identities: list[pyrage.x25519.Identity]) -> None:
    try:
        with path.open("rb") as sealed:
            pyrage.decrypt_io(sealed, plain, identities)
    except pyrage.DecryptError as error:
        raise BackupFailed(f"{path} is no backup, was changed, or is sealed to another key.") from error
    except OSError as error:
        raise BackupFailed(f"{path} could not be read ({error.strerror or error}).") from error
    plain.seek(0)


def _room_beside(path: Path) -> Path | None:
    """The folder of the backup has room for what is in it; None (the usual one) where nothing may be written there."""
    return path.parent if os.access(path.parent, os.W_OK) else None


def _restore_database(tar: tarfile.TarFile, folder: Path | None) -> None:
    """In one transaction: either all of it is there afterwards, or all that was there before."""
    held = next((one for one in tar if one.name == DUMP and one.isfile()), None)
    if held is None:
        raise BackupFailed("There is no database in this backup.")
    with _nameless(folder) as dump, _nameless(folder) as script:
        _copy(tar, held, dump)
        script.write(EMPTY.encode())
        script.flush()
        _call("pg_restore", "--no-owner", "--file=-", out_of=_from_start(dump), into=script)
        connection.close()
        words = ("--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null")
        _run("psql", *words, "--file=-", out_of=_from_start(script))


def _pictures_of(tar: tarfile.TarFile) -> list[tuple[tarfile.TarInfo, Path]]:
    """Each picture, and where it goes; one with a second name is a link in the tar.

    Before anything is changed: raises BackupFailed for what would lie outside.
    """
    root, start = Path(settings.MEDIA_ROOT), f"{MEDIA}/"
    held = [one for one in tar if one.name.startswith(start) and (one.isfile() or one.islnk())]
    inside = [one.replace(name=one.name.removeprefix(start), deep=False) for one in held]
    try:
        names = [tarfile.data_filter(one, str(root)).name for one in inside]
    except tarfile.FilterError as error:
        raise BackupFailed(f"A picture of this backup would lie outside of {root}.") from error
    return [(one, root / name) for one, name in zip(held, names, strict=True)]


def _restore_media(tar: tarfile.TarFile, pictures: list[tuple[tarfile.TarInfo, Path]]) -> None:
    """Pictures are added; those of later are left, as nothing leads to them any more."""
    for one, target in pictures:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            _copy(tar, one, file)


def _copy(tar: tarfile.TarFile, member: tarfile.TarInfo, file: IO[bytes]) -> None:
    held = tar.extractfile(member)
    if held is not None:
        shutil.copyfileobj(held, file)
    file.flush()


def _refuse_in_use() -> None:
    try:
        count = _count_of_others()
    except OperationalError as error:
        raise BackupFailed("The database does not answer: start it first, and nothing else.") from error
    if count:
        raise BackupFailed(f"{count} other connections use this database: stop web, worker, sender and clock first.")


def _refuse_without_room() -> None:
    with connection.cursor() as cursor:
        cursor.execute(ROOM_FOR_LOCKS)
        room = int(cursor.fetchone()[0])
    if room < LOCKS:
        raise BackupFailed(
            f"The database has room for {room} locks, and taking back a backup needs {LOCKS}: set "
            "max_locks_per_transaction to 512, restart the database and try again. Nothing was changed."
        )


def _count_of_others() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"
        )
        return int(cursor.fetchone()[0])


def _run(name: str, *words: str, out_of: IO[bytes] | None = None, into: IO[bytes] | None = None) -> None:
    """A program of PostgreSQL on our database; it gets the password by the environment, not by its words."""
    known = connection.settings_dict
    target = [f"--host={known['HOST']}", f"--port={known['PORT'] or 5432}", f"--username={known['USER']}"]
    target.append(f"--dbname={known['NAME']}")
    _call(name, *target, *words, password=known["PASSWORD"] or "", out_of=out_of, into=into)


def _call(
    name: str, *words: str, password: str = "", out_of: IO[bytes] | None = None, into: IO[bytes] | None = None
) -> None:
    """Reads from one file, where there is one, and writes into another."""
    done = subprocess.run(  # noqa: S603
        [str(program(name)), *words],
        stdin=out_of or subprocess.DEVNULL,
        stdout=into or subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**current(), "PGPASSWORD": password},
        check=False,
    )
    if done.returncode:
        # What is killed says nothing.
        said = done.stderr.decode(errors="replace").strip() or f"ended with {done.returncode}"
        raise BackupFailed(f"{name}: {said.splitlines()[-1]}")


def _recipients(named: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    try:
        return [pyrage.x25519.Recipient.from_str(one) for one in named] or [_derived().to_public()]
    except pyrage.RecipientError as error:
        raise BackupFailed("A recipient is no age public key (age1…).") from error


def _identities(file: Path | None) -> list[pyrage.x25519.Identity]:
    if file is None:
        return [_derived()]
    try:
        lines = [line.strip() for line in file.read_text().splitlines()]
        return [pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except (OSError, pyrage.IdentityError) as error:
        raise BackupFailed(f"{file} holds no age secret key.") from error


def _derived() -> pyrage.x25519.Identity:
    """The key of whoever holds the founding key: 32 bytes as age writes a secret key (Bech32, BIP 173)."""
    words = bech32.convertbits(ring().founding("backup"), 8, 5) or []
    return pyrage.x25519.Identity.from_str(bech32.bech32_encode("age-secret-key-", words).upper())


def _private(path: Path) -> IO[bytes]:
    """A new file that nobody else may read."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
