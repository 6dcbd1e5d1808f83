"""`make run` from the outside: it comes up, is looked at, goes down, and is killed."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from smtplib import SMTP
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil
import pytest

from campaign import environment
from campaign.embedded.engines import BESIDE, DEPLOYMENT
from campaign.embedded.folder import LOG_IN_FILE, locked
from tests.waiting import PATIENCE_SECONDS, free_port, until

ROOT = Path(__file__).parent.parent.parent
FIRST_START_SECONDS = 240
START_SECONDS = 120
# A second start takes some three seconds of computing.
COMPUTED_SECONDS = 6
# The parts of the journey share one data folder, so that its schema is migrated once.
pytestmark = pytest.mark.xdist_group("supervisor")


@dataclass
class Copy:
    """One `make run`, with what it printed in a file; how much it computed (on all cores) to come up, and whom it had
    when told to end.
    """

    process: subprocess.Popen[bytes]
    port: int
    folder: Path
    computed: float = 0.0
    had: list[psutil.Process] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def answers(self) -> bool:
        """Whether the site answers."""
        try:
            return bool(urlopen(f"{self.origin}/healthz", timeout=PATIENCE_SECONDS).status == 200)  # noqa: S310
        except (OSError, HTTPError):
            return False

    def family(self) -> list[psutil.Process]:
        """Every process it has started, and what those have."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def commands(self) -> list[tuple[psutil.Process, list[str]]]:
        """The processes of the family with their words; some end while they are looked at."""
        found = []
        for one in self.family():
            with suppress(psutil.NoSuchProcess):
                found.append((one, one.cmdline()))
        return found

    def has_computed(self) -> float:
        """The seconds that it and its family have had of the processor, those who have ended among them."""
        times = [one.cpu_times() for one in [psutil.Process(self.process.pid), *self.family()] if one.is_running()]
        return float(sum(one.user + one.system + one.children_user + one.children_system for one in times))

    def said(self) -> str:
        """What it has told the terminal."""
        return terminal_of(self.folder, self.port).read_text()


def terminal_of(folder: Path, port: int) -> Path:
    """The file that stands for the terminal of one start."""
    return folder.parent / f"terminal-{port}"


def told_nothing() -> dict[str, str]:
    """Our environment as it was before the tests named any service."""
    names = {end for name in (*DEPLOYMENT, *BESIDE) for end in (name, f"{name}_FILE")}
    names |= {"EMBEDDED", "DATA_DIR", "MEDIA_DIR", "STATIC_ROOT", "DEFAULT_FROM_EMAIL", "BOUNCE_DOMAIN"}
    return {name: value for name, value in os.environ.items() if name not in names}


def start(folder: Path, port: int) -> Copy:
    """Start one copy as make does."""
    words = [sys.executable, "-m", "campaign.embedded", "run", "--port", str(port), "--data-dir", str(folder)]
    with terminal_of(folder, port).open("wb") as terminal:
        return Copy(
            subprocess.Popen(words, cwd=ROOT, env=told_nothing(), stdout=terminal, stderr=terminal), port, folder
        )


@contextmanager
def running(folder: Path, seconds: float) -> Iterator[Copy]:
    """A copy that has come up, ended afterwards."""
    copy = start(folder, free_port())
    try:
        is_up = until(lambda: "Ctrl-C" in copy.said() or copy.process.poll() is not None, seconds)
        assert is_up and copy.process.poll() is None, copy.said()
        copy.computed = copy.has_computed()
        yield copy
    finally:
        if copy.process.poll() is None:
            copy.had = copy.family()
            copy.process.send_signal(signal.SIGTERM)
        copy.process.wait(PATIENCE_SECONDS)


@pytest.fixture(scope="module")
def first() -> Iterator[Copy]:
    """The first start on a data folder, over by now."""
    with tempfile.TemporaryDirectory(prefix="uf-", ignore_cleanup_errors=True) as name:
        with running(Path(name).resolve() / "data", FIRST_START_SECONDS) as copy:
            pass
        yield copy


@pytest.fixture(scope="module")
def folder(first: Copy) -> Path:
    """A data folder that has been used once before."""
    return first.folder


@pytest.fixture(scope="module")
def looked_at(folder: Path) -> Iterator[Copy]:
    """The second start, on a folder of its own, for tests that look or leave it as well as they found it."""
    own = folder.parent / "looked-at"
    own.mkdir(mode=0o711)
    subprocess.run(["cp", "-a", str(folder), str(own)], check=True)
    with running(own / folder.name, START_SECONDS) as copy:
        yield copy


@pytest.fixture
def copy(folder: Path) -> Iterator[Copy]:
    """A copy that runs."""
    with running(folder, START_SECONDS) as copy:
        yield copy


def gone(family: list[psutil.Process]) -> bool:
    """Whether no process of a family stands any more."""
    return not psutil.wait_procs(family, timeout=0)[1]


def test_a_second_start_is_quick(first: Copy, looked_at: Copy) -> None:
    # A slow machine takes longer for both; none does again what the first start has done.
    assert looked_at.computed < max(COMPUTED_SECONDS, first.computed / 3)


def test_it_tells_address_log_in_and_where_mails_go(looked_at: Copy) -> None:
    log_in = (looked_at.folder / LOG_IN_FILE).read_text().strip()
    assert log_in in looked_at.said()
    assert looked_at.origin in looked_at.said()
    assert f"{looked_at.origin}/mailbox/" in looked_at.said()
    assert (looked_at.folder / LOG_IN_FILE).stat().st_mode & 0o777 == 0o600


def test_web_worker_sender_clock_and_engines_run_and_are_ready(looked_at: Copy) -> None:
    assert urlopen(f"{looked_at.origin}/readyz", timeout=PATIENCE_SECONDS).status == 200  # noqa: S310
    lines = " ".join(" ".join(words) for _one, words in looked_at.commands())
    for part in (
        "gunicorn",
        "--queues=inside",
        "--queues=outside",
        "beat",
        "postgres",
        "redis-server",
        "mail_server",
        "leash.py",
    ):
        assert part in lines


def test_a_question_that_is_too_long_is_refused_by_our_own_page(looked_at: Copy) -> None:
    for words in ("a" * 5000, "%D0%90" * 600):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{looked_at.origin}/en/prisoners/?q={words}", timeout=PATIENCE_SECONDS)  # noqa: S310
        assert refused.value.code == 400
        assert 'id="id_q_error"' in refused.value.read().decode()


def test_being_told_to_end_ends_everything_in_order(first: Copy) -> None:
    assert len(first.had) > 8
    assert_ended_in_order(first, first.had)


def test_ctrl_c_ends_everything_in_order(copy: Copy) -> None:
    family = copy.family()
    copy.process.send_signal(signal.SIGINT)
    assert_ended_in_order(copy, family)


def assert_ended_in_order(copy: Copy, family: list[psutil.Process]) -> None:
    """Sees that it says so and leaves nobody behind."""
    assert copy.process.wait(PATIENCE_SECONDS) == 0
    assert until(lambda: gone(family))
    assert "Stopping everything" in copy.said()


def test_killing_it_leaves_no_orphan_and_the_folder_free(copy: Copy) -> None:
    family = copy.family()
    copy.process.kill()
    copy.process.wait()
    assert until(lambda: gone(family)), family
    with locked(copy.folder):
        pass


def test_a_process_that_dies_comes_back(looked_at: Copy) -> None:
    web = next(one for one, words in looked_at.commands() if "gunicorn" in " ".join(words))
    web.kill()
    assert until(lambda: not looked_at.answers())
    assert until(looked_at.answers, START_SECONDS)
    assert "web ended (-9)" in looked_at.said()


def test_a_database_that_dies_comes_back_with_its_data(looked_at: Copy) -> None:
    postgres = next(one for one, words in looked_at.commands() if words[:1] and words[0].endswith("/postgres"))
    postgres.kill()
    assert until(lambda: "postgres ended" in looked_at.said())

    def is_ready() -> bool:
        try:
            return bool(urlopen(f"{looked_at.origin}/readyz", timeout=PATIENCE_SECONDS).status == 200)  # noqa: S310
        except OSError:
            return False

    assert until(is_ready, START_SECONDS)


def test_a_mail_lands_in_the_mailbox(looked_at: Copy) -> None:
    url = environment.recall(looked_at.folder)["EMAIL_URL"]
    mail = EmailMessage()
    mail["Subject"], mail["To"], mail["From"] = "Суд 7 декабря", "reader@example.org", "site@example.org"
    mail.set_content("see http://127.0.0.1:1/l/token/")
    with SMTP("127.0.0.1", int(url.rpartition(":")[2])) as server:
        server.send_message(mail)
    page = urlopen(f"{looked_at.origin}/mailbox/", timeout=PATIENCE_SECONDS).read().decode()  # noqa: S310
    assert "Суд 7 декабря" in page


def test_a_second_copy_on_the_same_folder_is_refused_with_a_sentence(looked_at: Copy) -> None:
    words = [
        sys.executable,
        "-m",
        "campaign.embedded",
        "run",
        "--port",
        str(free_port()),
        "--data-dir",
        str(looked_at.folder),
    ]
    ended = subprocess.run(words, cwd=ROOT, env=told_nothing(), capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "is in use by another copy" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert looked_at.answers()


def test_a_taken_port_is_refused_with_a_sentence_and_starts_nothing(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        words = [sys.executable, "-m", "campaign.embedded", "run", "--port", str(port)]
        words += ["--data-dir", str(tmp_path / "data")]
        ended = subprocess.run(words, cwd=ROOT, env=told_nothing(), capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert f"Port {port} is taken" in ended.stderr
    assert not (tmp_path / "data" / "postgres").exists()


def test_it_ends_with_make(folder: Path) -> None:
    port = free_port()
    words = [sys.executable, "-m", "campaign.embedded", "run", "--port", str(port), "--data-dir", str(folder)]
    make = [sys.executable, "-c", f"import subprocess; subprocess.run({[*words, '--with-parent']!r})"]
    with terminal_of(folder, port).open("wb") as terminal:
        process = subprocess.Popen(make, cwd=ROOT, env=told_nothing(), stdout=terminal, stderr=terminal)
    copy = Copy(process, port, folder)
    assert until(copy.answers, START_SECONDS), copy.said()
    family = copy.family()
    process.kill()
    process.wait()
    assert until(lambda: gone(family)), family


def refused(port: int | str, folder: Path) -> str:
    """What a copy says that cannot come up."""
    words = [sys.executable, "-m", "campaign.embedded", "run", "--port", str(port), "--data-dir", str(folder)]
    done = subprocess.run(words, cwd=ROOT, env=told_nothing(), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    return done.stderr


@pytest.mark.parametrize("port", [0, 99_999, "http", "9" * 5_000])
def test_port_that_there_is_not_is_refused_before_anything_is_made(port: int | str, tmp_path: Path) -> None:
    assert refused(port, tmp_path / "data") == (
        f"There is no port {port}. Choose one from 1 to 65535: make run PORT=…\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("inside", ["", "below"])
def test_data_folder_that_cannot_be_made_is_refused_in_words(inside: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / inside
    said = f"{folder} cannot be used as data folder: Not a directory. Give another one: make run DATA_DIR=…\n"
    assert refused(free_port(), folder) == said
