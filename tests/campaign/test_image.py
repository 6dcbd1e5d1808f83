"""What the image is built from and started with, as far as that can be tried without an engine for containers."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from base64 import urlsafe_b64encode
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text().replace("\\\n", " ")
STEPS = re.findall(r"^(\w+) (.*)$", DOCKERFILE, re.MULTILINE)
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
IGNORED = (ROOT / ".dockerignore").read_text().split()
#: The folder in which Python and its libraries are; the rest of our own environment stays out.
OURS = {"PATH": os.environ["PATH"], "PYTHONTZPATH": ""}
SECRETS = {
    "database_url": "postgres://untilfree:x@postgres:5432/untilfree",
    "secret_key": "s" * 50,
    "field_keys": urlsafe_b64encode(b"k" * 32).decode(),
    "email_url": "smtp+tls://user:password@mail.example.org:587",
}
# Early in a run, as groups are: what takes long is not to be the last.
pytestmark = pytest.mark.xdist_group("image")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The code as COPY puts it into the image."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True, text=True)
    kept = [name for name in names.stdout.splitlines() if not any(_is_below(name, one) for one in IGNORED)]
    for name in kept:
        (tmp_path / "app" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "app" / name)
    return tmp_path / "app"


def _is_below(name: str, pattern: str) -> bool:
    parts = name.split("/")
    return any(fnmatch("/".join(parts[: length + 1]), pattern) for length in range(len(parts)))


def run(code: Path, words: str, environment: dict[str, str]) -> str:
    """A command in that code, with that environment and nothing of ours."""
    argv = [sys.executable if word == "python" else word for word in shlex.split(words)]
    done = subprocess.run(argv, cwd=code, env={**OURS, **environment}, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_the_last_step_of_the_build_works_on_what_is_copied(copied: Path, tmp_path: Path) -> None:
    assert not (copied / "tests").exists()
    values, script = re.fullmatch(r'(.*) sh -c "(.*)"', STEPS[-3][1].strip()).groups()  # type: ignore[union-attr]
    environment = dict(word.split("=", 1) for word in shlex.split(values))
    for command in script.split(" && "):
        run(copied, command, {**environment, "STATIC_ROOT": str(tmp_path / "static")})
    assert (tmp_path / "static" / "staticfiles.json").exists()
    assert (copied / "locale" / "ru" / "LC_MESSAGES" / "django.mo").exists()


def test_all_that_is_copied_one_by_one_is_there() -> None:
    sources = [word for name, words in STEPS if name == "COPY" for word in words.split()[:-1] if word[0] not in ".-"]
    assert sources
    for source in sources:
        assert (ROOT / source).exists()
        assert not any(_is_below(source, one) for one in IGNORED)


def test_the_image_runs_as_nobody_who_may_write_its_code() -> None:
    assert [words for name, words in STEPS if name == "USER"] == ["untilfree"]
    assert COMPOSE["x-app"]["read_only"] is True


def test_the_settings_take_just_what_compose_gives(copied: Path, tmp_path: Path) -> None:
    for name, value in SECRETS.items():
        (tmp_path / name).write_text(value)
        (tmp_path / name).chmod(0o400)
    said = {
        "SITE_ORIGIN": "https://free.example",
        "ALLOWED_HOSTS": ".free.example",
        "DEFAULT_FROM_EMAIL": "a@b.example",
    }
    given = {name: value for name, value in COMPOSE["services"]["web"]["environment"].items() if value is not None}
    filled = {name: said.get(name, str(value).replace("/run/secrets", str(tmp_path))) for name, value in given.items()}
    words = (
        "python manage.py shell --no-imports -c 'from django.conf import settings as s; "
        "print(s.SITE_HOST, s.BOUNCE_DOMAIN, len(s.LANGUAGES), s.FOUR_EYES_FROM_READERS, s.LIST_NOTION, "
        's.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]["anon"], s.EMAIL_HOST, sep="|")\''
    )
    folders = {"DATA_DIR": str(tmp_path)}
    said_back = run(copied, words, {**filled, **folders}).strip()
    assert said_back == "free.example|bounce.free.example|7|50||None|mail.example.org"
    asked = {"FOUR_EYES_FROM_READERS": "10", "BOUNCE_DOMAIN": "back.example"}
    said_back = run(copied, words, {**filled, **folders, **asked}).strip()
    assert said_back == "free.example|back.example|7|10||None|mail.example.org"
