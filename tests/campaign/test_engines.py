"""The embedded engines: real servers, side by side, that quote no row."""

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg2
import pytest
import redis

from campaign import environment
from campaign.embedded import engines, folder, keys, postgres, sockets
from campaign.embedded import redis as embedded_redis
from campaign.embedded.children import Children
from campaign.embedded.wheels import EngineFailed


@pytest.fixture(autouse=True)
def _nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment in which nobody named a service."""
    for name in (*engines.DEPLOYMENT, *engines.BESIDE):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)


def socket_of(url: str) -> str:
    """The folder of the server's socket."""
    return unquote(urlsplit(url).netloc.rpartition("@")[2])


def asked(url: str, statement: str) -> str:
    """One value from the database of that address."""
    connection = psycopg2.connect(host=socket_of(url), user=postgres.OWNER, dbname=postgres.DATABASE)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(statement)
        value = str(cursor.fetchone()[0]) if cursor.description else ""
    connection.close()
    return value


def test_two_copies_run_side_by_side_and_keep_their_data_apart(engine_dir: Path) -> None:
    with Children() as children:
        one, two = (engines.started(children, engine_dir / name, "http://127.0.0.1:1", True) for name in ("a", "b"))
        assert asked(one["DATABASE_URL"], "SHOW server_version_num").startswith("18")
        asked(one["DATABASE_URL"], "CREATE TABLE only_here ()")
        assert asked(two["DATABASE_URL"], "SELECT to_regclass('only_here') IS NULL") == "True"
        redis.Redis.from_url(one["REDIS_URL"]).set("only", "here")
        assert redis.Redis.from_url(two["REDIS_URL"]).get("only") is None


def test_database_that_cannot_be_made_is_told_in_a_sentence(engine_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "DATABASE", "until_free TABLESPACE none_such")
    with Children() as children, pytest.raises(EngineFailed, match=r"could not make the database: .*none_such"):
        postgres.start(children, engine_dir / "p", True)


def test_data_is_there_again_after_a_restart(engine_dir: Path) -> None:
    with Children() as children:
        asked(postgres.start(children, engine_dir / "p", True), "CREATE TABLE kept ()")
    with Children() as children:
        url = postgres.start(children, engine_dir / "p", True)
        assert asked(url, "SELECT to_regclass('kept')") == "kept"


def test_the_database_speaks_utc_and_listens_on_no_network(engine_dir: Path) -> None:
    with Children() as children:
        url = postgres.start(children, engine_dir / "p", True)
        assert asked(url, "SHOW timezone") == "UTC"
        assert asked(url, "SHOW listen_addresses") == ""


def test_the_log_of_the_database_quotes_no_row(engine_dir: Path) -> None:
    with Children() as children:
        url = postgres.start(children, engine_dir / "p", True)
        asked(url, "CREATE TABLE people (email text UNIQUE)")
        asked(url, "INSERT INTO people VALUES ('someone@canary.example')")
        with pytest.raises(psycopg2.errors.UniqueViolation):
            asked(url, "INSERT INTO people VALUES ('someone@canary.example')")
    assert "canary" not in (engine_dir / "postgres.log").read_text()


def test_a_folder_with_a_long_name_works_too(engine_dir: Path) -> None:
    long = engine_dir / ("x" * 90)
    with Children() as children:
        assert asked(postgres.start(children, long / "p", True), "SELECT 1") == "1"
        assert redis.Redis.from_url(embedded_redis.start(children, long / "r")).ping()


def test_where_all_names_are_long_the_sockets_are_where_everybody_may_have_one(
    engine_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = engine_dir / ("x" * 90)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    with Children() as children:
        url = postgres.start(children, long / "p", True)
        assert asked(url, "SELECT 1") == "1"
        assert redis.Redis.from_url(embedded_redis.start(children, long / "r")).ping()
    shutil.rmtree(socket_of(url))
    shutil.rmtree(sockets.short_folder(long / "r"))


def test_services_that_the_environment_names_are_taken_as_they_are(
    engine_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL"):
        monkeypatch.setenv(name, "given")
    with Children() as children:
        values = engines.started(children, engine_dir, "http://127.0.0.1:1")
        assert children.running() == []
    assert not {"DATABASE_URL", "REDIS_URL"} & values.keys()


def test_keys_are_made_once_and_closed_to_others(engine_dir: Path) -> None:
    first = {name: Path(path).read_text() for name, path in keys.kept(engine_dir).items()}
    again = {name: Path(path).read_text() for name, path in keys.kept(engine_dir).items()}
    assert first == again
    assert len(set(first.values())) == 2
    assert {Path(path).stat().st_mode & 0o777 for path in keys.kept(engine_dir).values()} == {0o400}


def test_a_folder_is_held_by_one_process(engine_dir: Path) -> None:
    with folder.locked(engine_dir), pytest.raises(folder.FolderInUse, match="in use by another copy"):
        folder.locked(engine_dir).__enter__()
    with folder.locked(engine_dir):
        pass


def test_a_command_finds_the_engines_of_its_folder(engine_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(engine_dir))
    with Children() as children:
        environment.remember(engine_dir, engines.started(children, engine_dir, "http://127.0.0.1:1", True))
    before = dict(os.environ)
    with engines.at_hand():
        assert asked(os.environ["DATABASE_URL"], "SELECT 1") == "1"
    for name in os.environ.keys() - before.keys():
        monkeypatch.delenv(name)


def test_a_command_that_fails_beside_a_running_copy_says_nothing_of_the_folder(
    engine_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(engine_dir))
    environment.remember(engine_dir, {"SITE_ORIGIN": "http://127.0.0.1:1"})
    with folder.locked(engine_dir), pytest.raises(ValueError, match="of its own") as failed, engines.at_hand():
        assert os.environ["SITE_ORIGIN"] == "http://127.0.0.1:1"
        raise ValueError("of its own")
    assert failed.value.__context__ is None
    environment.drop(["SITE_ORIGIN"])


def test_a_command_starts_nothing_where_make_run_never_was(engine_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(engine_dir))
    with engines.at_hand():
        assert not environment.is_given("DATABASE_URL")
    assert list(engine_dir.iterdir()) == []


@pytest.mark.parametrize("name", engines.DEPLOYMENT)
def test_a_command_starts_nothing_where_a_deployment_is_configured(
    name: str, engine_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(engine_dir))
    monkeypatch.setenv(name, "given")
    environment.remember(engine_dir, {"OF_THE_FOLDER": "embedded"})
    with engines.at_hand():
        assert not environment.is_given("OF_THE_FOLDER")


@pytest.mark.parametrize("name", engines.BESIDE)
def test_a_command_beside_a_copy_is_told_what_the_copy_is_told(
    name: str, engine_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(engine_dir))
    monkeypatch.setenv(name, "given")
    environment.remember(engine_dir, {"SITE_ORIGIN": "http://127.0.0.1:1", name: "kept", "OF_THE_FOLDER": "1"})
    with folder.locked(engine_dir), engines.at_hand():
        assert (os.environ[name], os.environ["OF_THE_FOLDER"]) == ("given", "1")
    environment.drop({"SITE_ORIGIN", "OF_THE_FOLDER"} - {name})
