"""Guessing passwords is slow, of one name and of all, and tells nothing of who has an account."""

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import Settings

from prisoners import log_in_tries
from prisoners.log_in_tries import OF_ONE_NAME
from tests.prisoners import make

pytestmark = pytest.mark.django_db

DOORS = ("/staff/login/", "/en/desk/log-in/")
OTHER = "wrong"
SLOWED = "Too many tries."
GONE = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"},
    "numbers": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tries"},
}


def tried(door: str, name: str, password: str = OTHER) -> str:
    """What the page says; nothing when one is in."""
    response = Client().post(door, {"username": name, "password": password})
    return "" if response.status_code == 302 else response.content.decode()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", ["alice", "alice@example.org", "nobody", "nobody@example.org"])
def test_after_so_many_wrong_tries_a_name_waits_whether_or_not_it_has_an_account(door: str, name: str) -> None:
    make.alice()
    said = [tried(door, name) for _number in range(OF_ONE_NAME + 1)]
    assert [SLOWED in one for one in said] == [False] * OF_ONE_NAME + [True]
    assert SLOWED in tried(door, name.upper() if "@" in name else f" {name} ", make.PASSWORD)


def test_both_doors_count_the_same_tries_and_one_name_slows_no_other() -> None:
    make.alice()
    for number in range(OF_ONE_NAME):
        tried(DOORS[number % 2], "bob")
    assert SLOWED in tried(DOORS[0], "bob") and SLOWED in tried(DOORS[1], "bob")
    assert tried(DOORS[0], "alice", make.PASSWORD) == ""


def test_who_comes_in_has_tried_nothing() -> None:
    make.alice()
    for _round in range(3):
        for _number in range(OF_ONE_NAME - 1):
            tried(DOORS[0], "alice")
        assert tried(DOORS[0], "alice", make.PASSWORD) == ""


def test_so_many_names_slow_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    make.alice()
    monkeypatch.setattr(log_in_tries, "OF_ALL", 5)
    for number in range(4):
        assert tried(DOORS[0], "alice", make.PASSWORD) == ""
        tried(DOORS[0], f"name{number}")
    assert tried(DOORS[0], "alice", make.PASSWORD) == ""
    tried(DOORS[0], "one more")
    assert SLOWED in tried(DOORS[0], "alice", make.PASSWORD)


def test_tries_are_counted_without_redis_too() -> None:
    make.alice()
    with override_settings(CACHES=GONE):
        said = [tried(DOORS[1], "alice") for _number in range(OF_ONE_NAME + 1)]
        assert [SLOWED in one for one in said] == [False] * OF_ONE_NAME + [True]


def test_nothing_that_was_typed_is_kept(settings: Settings) -> None:
    tried(DOORS[0], "alice@example.org")
    tried(DOORS[0], "my-password-by-mistake")
    connection = cache._cache.get_client()  # type: ignore[attr-defined]
    keys = b"".join(connection.keys("*")).decode()
    assert keys.count("log-in:") == 2
    assert "alice" not in keys and "mistake" not in keys
    assert all(0 < connection.ttl(key) <= log_in_tries.WINDOW_SECONDS for key in connection.keys("*log-in*"))
