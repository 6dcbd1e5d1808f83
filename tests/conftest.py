"""Real engines for every test: started once, one Redis and one PostgreSQL database for each worker."""

import atexit
import gc
import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from campaign import environment
from campaign.catalogues import compile_catalogues
from campaign.embedded.engines import scratch
from tests.schema import ensure_template, migrating

SCRATCH_MARK = "UNTIL_FREE_SCRATCH"
MOST_WORKERS = 16
#: For how long pages and workers wait, by module and name: seconds that mean something where nothing else runs.
PATIENCE = [
    ("actions.services.photos", "SECONDS"),
    ("privacy.outside", "TIMEOUT_SECONDS"),
    ("privacy.outside", "LONGEST_SECONDS"),
]

_stack = ExitStack()
atexit.register(_stack.close)


def _start_engines() -> None:
    """Started by the first process; the workers of a parallel run find them in the environment."""
    if not environment.is_given("DATABASE_URL"):
        environment.override({**_stack.enter_context(scratch()), SCRATCH_MARK: "1"})
        # While the workers start and collect; whoever needs the schema first waits for it.
        _stack.enter_context(migrating())
    number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    environment.override({"REDIS_URL": os.environ["REDIS_URL"].split("?")[0] + f"?db={number}"})
    os.environ["DJANGO_SETTINGS_MODULE"] = "campaign.settings"


_start_engines()

# How long an example takes depends on what else the machine does; a test that fails for that tells nothing.
hypothesis_settings.register_profile(
    "house", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("house")

from django.conf import settings  # noqa: E402 - the settings read what the engines have just said
from django.core.cache import caches  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.client import ClientHandler  # noqa: E402
from django.utils import translation  # noqa: E402

from tests.browsers import browser, static_files  # noqa: E402, F401 - one browser a process, whichever tests ask for it
from tests.clients import load_once  # noqa: E402
from tests.clocks import tell_travellers  # noqa: E402
from tests.emptying import empty_what_is_filled  # noqa: E402
from tests.vapid import vapid_pem  # noqa: E402

settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
compile_catalogues(settings.LOCALE_PATHS)
# A page gives up on Redis after two seconds; a test on a busy machine must not.
# A worker has read its settings before this file: without this line all workers would share, and empty, one Redis.
settings.CACHES["default"]["LOCATION"] = os.environ["REDIS_URL"]
settings.CACHES["default"]["OPTIONS"] = {"socket_timeout": 60, "socket_connect_timeout": 60}
# So that the pages which are there with a key alone are walked with all others.
settings.VAPID_KEY = vapid_pem()
settings.FORM_TOKEN_MIN_SECONDS = 0
settings.FORM_STEP_SECONDS = 0.0
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ClientHandler.load_middleware = load_once
tell_travellers()


def pytest_configure(config: pytest.Config) -> None:
    """Whoever runs the tests side by side need not say that those of a group stay together: they must."""
    # What xdist takes where nobody says how; its workers read the words of the command again, and are told.
    if config.option.dist == "load":
        config.option.dist = "loadgroup"
    if hasattr(config, "workerinput"):
        config.option.loadgroup = config.workerinput["loadgroup"]


def pytest_configure_node(node: Any) -> None:
    """For each worker that is started."""
    node.workerinput["loadgroup"] = node.config.option.dist == "loadgroup"


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a quarter of the run is waiting for a browser, an engine or a process to end.

    No more than have a Redis and connections to the database (`campaign/embedded`).
    """
    return min(len(os.sched_getaffinity(0)) + 1, MOST_WORKERS)


def pytest_collection_finish() -> None:
    """What is imported by now stays: looking through it again and again for garbage would take a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Have each worker's database copied from the migrated one (migrations then find nothing left to do)."""
    if SCRATCH_MARK in os.environ:
        settings.DATABASES["default"].setdefault("TEST", {})["TEMPLATE"] = ensure_template(settings.DATA_DIR)


@pytest.fixture(scope="session", autouse=True)
def _empty_quickly() -> None:
    """On a server that is ours alone; another might not let us be a replica's session."""
    if SCRATCH_MARK in os.environ:
        # The class, as each thread has a connection of its own.
        type(connection.ops).sql_flush = empty_what_is_filled


@pytest.fixture(scope="session", autouse=True)
def _patient() -> None:
    """On a busy machine an answer of the next process may be late; a test that gave up on it would tell nothing."""
    for module, name in PATIENCE:
        setattr(import_module(module), name, 600)


@pytest.fixture(scope="session")
def _slates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for the files of each test, without the look at all others that pytest takes for each `tmp_path`."""
    base = tmp_path_factory.mktemp("slates")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def _clean_slate(_slates: Iterator[Path], settings: object) -> None:
    """An empty Redis, a media folder of its own and the first language for each test."""
    # By name: what only another thread has used so far is kept for the whole process all the same.
    for name in settings.CACHES:  # type: ignore[attr-defined]
        caches[name].clear()
    # A request leaves the language of its page to whatever comes next in the thread.
    translation.deactivate()
    slate = next(_slates)
    slate.mkdir()
    settings.MEDIA_ROOT = slate / "media"  # type: ignore[attr-defined]
    settings.PRIVATE_DIR = slate / "private"  # type: ignore[attr-defined]
    settings.JOURNAL_DIR = slate / "journal"  # type: ignore[attr-defined]
    settings.TOMBSTONE_DIR = slate / "tombstones"  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _no_planner_is_passed_over_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is not asked at a tick, for lack of rows, would have had nothing to owe, at any tick of any test."""
    # The apps may not be ready when this file is read.
    reminders = import_module("supporters.reminders")
    worth_asking = reminders.worth_asking

    def checked(questions: list[Any], now: datetime) -> list[Any]:
        asked = worth_asking(questions, now)
        for one in questions:
            if one not in asked:
                with connection.execute_wrapper(_writes_nothing):
                    assert one.plan(now) == 0
        return asked

    monkeypatch.setattr(reminders, "worth_asking", checked)


@pytest.fixture(autouse=True)
def _no_word_is_passed_over_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was asked before and is passed over would have made nobody new to it, at any tick of any test."""
    asked = import_module("supporters.asked")
    is_known = asked.is_known

    def checked(statement: str, values: Any) -> bool:
        if not is_known(statement, values):
            return False
        with connection.execute_wrapper(_writes_nothing), connection.cursor() as cursor:
            # All of them at once, and a seed for keys that none is made with.
            cursor.execute(statement, {**values, "part": None, "seed": b""})
        return True

    monkeypatch.setattr(asked, "is_known", checked)


def _writes_nothing(execute: Any, text: str, values: Any, many: bool, context: dict[str, Any]) -> Any:
    answer = execute(text, values, many, context)
    writes = text.lstrip().startswith(("INSERT", "UPDATE", "DELETE", "WITH"))
    assert not writes or context["cursor"].rowcount <= 0, text
    return answer
