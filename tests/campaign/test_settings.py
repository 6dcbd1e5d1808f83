"""Settings: what a deployment must say, what they make of it, and where they take it from."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COMPLETE = {
    "SECRET_KEY": "k" * 50,
    "FIELD_KEYS": "a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2U=",
    "ALLOWED_HOSTS": "free.example,www.free.example",
    "SITE_ORIGIN": "https://free.example",
    "DATABASE_URL": "postgres://web:p%40ss%23w@db/free",
    "REDIS_URL": "redis://redis:6379/0",
    "EMAIL_URL": "smtps://user:secret@mail.example:465",
}
SHOWN = """
import json
from campaign import settings as s
print(json.dumps({name: getattr(s, name) for name in %r}, default=str))
"""


def settings_of(tmp_path: Path, environment: dict[str, str], *names: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of its own with this environment and nothing else."""
    whole = {"DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT), **environment}
    words = [sys.executable, "-c", SHOWN % (names,)]
    return subprocess.run(words, env=whole, capture_output=True, text=True, check=False, cwd=tmp_path)


@pytest.mark.parametrize("missing", sorted(COMPLETE))
def test_settings_stop_with_the_name_of_what_is_missing(tmp_path: Path, missing: str) -> None:
    rest = {name: value for name, value in COMPLETE.items() if name != missing}
    ended = settings_of(tmp_path, rest)
    assert ended.returncode != 0
    assert missing in ended.stderr


def test_settings_of_a_deployment_are_the_strict_ones(tmp_path: Path) -> None:
    cookies = ("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE")
    names = ("DEBUG", "EMBEDDED", *cookies, "SECURE_HSTS_SECONDS", "FORM_TOKEN_MIN_SECONDS")
    shown = json.loads(settings_of(tmp_path, COMPLETE, *names).stdout)
    assert shown == {
        "DEBUG": False,
        "EMBEDDED": False,
        "SESSION_COOKIE_NAME": "__Host-s",
        "SESSION_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 63_072_000,
        "FORM_TOKEN_MIN_SECONDS": 2,
    }


def test_settings_decode_the_address_of_the_database(tmp_path: Path) -> None:
    shown = json.loads(settings_of(tmp_path, COMPLETE, "DATABASES").stdout)
    assert shown["DATABASES"]["default"]["PASSWORD"] == "p@ss#w"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtps://user:secret@mail.example", ["mail.example", 465, True, False]),
        ("smtp+tls://user:secret@mail.example", ["mail.example", 587, False, True]),
        ("smtp://mail.example:2525", ["mail.example", 2525, False, False]),
    ],
)
def test_settings_speak_tls_as_the_mail_server_does(tmp_path: Path, url: str, expected: list[object]) -> None:
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_SSL", "EMAIL_USE_TLS")
    shown = json.loads(settings_of(tmp_path, {**COMPLETE, "EMAIL_URL": url}, *names).stdout)
    assert [shown[name] for name in names] == expected


def test_settings_come_from_files_too(tmp_path: Path) -> None:
    for name, value in COMPLETE.items():
        (tmp_path / name).write_text(f"{value}\n")
    files = {f"{name}_FILE": str(tmp_path / name) for name in COMPLETE}
    shown = json.loads(settings_of(tmp_path, files, "SECRET_KEY", "FIELD_KEYS", "ALLOWED_HOSTS", "SITE_ORIGIN").stdout)
    assert shown["SECRET_KEY"] == COMPLETE["SECRET_KEY"]
    assert shown["FIELD_KEYS"] == [COMPLETE["FIELD_KEYS"]]
    assert shown["ALLOWED_HOSTS"] == ["free.example", "www.free.example"]
    assert shown["SITE_ORIGIN"] == "https://free.example"


def test_settings_stop_on_a_file_that_is_not_there(tmp_path: Path) -> None:
    rest = {name: value for name, value in COMPLETE.items() if name != "SECRET_KEY"}
    ended = settings_of(tmp_path, {**rest, "SECRET_KEY_FILE": str(tmp_path / "none")})
    assert ended.returncode != 0
    assert "SECRET_KEY_FILE" in ended.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EMBEDDED", "flase"),
        ("SITE_ORIGIN", "free.example"),
        ("EMAIL_URL", "http://user:secret@mail.example"),
        ("EMAIL_URL", "smtp+tls://user:secret@mail.example:many"),
        ("EMAIL_URL", "smtps://user:[secret@mail.example"),
        ("EMAIL_URL", "smtps://user:%C3%A4secret@mail.example"),
        ("LANGUAGES", "en,xx"),
        ("LANGUAGES", "en,zh-cn"),
        ("DATABASE_URL", "sqlite:///secret@file"),
    ],
)
def test_settings_stop_on_a_malformed_value(tmp_path: Path, name: str, value: str) -> None:
    ended = settings_of(tmp_path, {**COMPLETE, name: value})
    assert ended.returncode != 0
    assert name in ended.stderr
    assert "secret@" not in ended.stderr


@pytest.mark.parametrize("cutting", ["#", "/", "?", "["])
@pytest.mark.parametrize(("name", "scheme"), [("EMAIL_URL", "smtp+tls"), ("BOUNCE_MAILBOX_URL", "imaps")])
def test_a_password_that_cuts_its_url_is_refused_and_not_repeated(
    tmp_path: Path, name: str, scheme: str, cutting: str
) -> None:
    url = f"{scheme}://user:secret{cutting}word@mail.example"
    ended = settings_of(tmp_path, {**COMPLETE, name: url})
    assert ended.returncode != 0
    assert f"{name} must be" in ended.stderr
    assert "secret" not in ended.stderr


def test_settings_give_celery_the_same_redis(tmp_path: Path) -> None:
    on_a_socket = {**COMPLETE, "REDIS_URL": "unix:///run/redis/s?db=3"}
    shown = json.loads(settings_of(tmp_path, on_a_socket, "CELERY_BROKER_URL").stdout)
    assert shown["CELERY_BROKER_URL"] == "redis+socket:///run/redis/s?virtual_host=3"


def test_languages_come_from_the_environment_with_their_own_names(tmp_path: Path) -> None:
    shown = json.loads(settings_of(tmp_path, {**COMPLETE, "LANGUAGES": "en,kk,ar"}, "LANGUAGES").stdout)
    assert shown["LANGUAGES"] == [["en", "English"], ["kk", "Қазақ"], ["ar", "العربيّة"]]


def test_command_without_engines_and_settings_says_what_to_do(tmp_path: Path) -> None:
    words, told = [sys.executable, "manage.py", "doctor"], {"DATA_DIR": str(tmp_path / "nothing"), "PYTHONTZPATH": ""}
    done = subprocess.run(words, env=told, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "make run" in done.stderr
