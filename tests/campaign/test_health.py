"""Alive and ready."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client, override_settings
from django.utils import timezone

from campaign import health
from campaign.clock import KEY, last_tick
from campaign.tasks import heartbeat
from supporters.models import Tick

NOBODY = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"},
}


def test_alive_touches_no_database(client: Client) -> None:
    response = client.get("/healthz")
    assert response.content == b"alive\n"


@pytest.mark.usefixtures("installed_just_now")
def test_ready_tells_of_both_engines_and_no_tick_yet(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "redis": True, "last_tick_seconds": None, "late": []}


@pytest.mark.usefixtures("installed_just_now")
def test_ready_tells_the_age_of_the_last_tick(client: Client) -> None:
    heartbeat()
    assert client.get("/readyz").json()["last_tick_seconds"] == 0


@pytest.mark.usefixtures("installed_just_now")
@override_settings(CACHES=NOBODY)
def test_ready_says_no_when_redis_is_away(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": True, "redis": False, "last_tick_seconds": None, "late": []}


@pytest.mark.usefixtures("installed_just_now")
def test_ready_says_no_when_the_database_is_away(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        def cursor(self) -> None:
            raise DatabaseError

    monkeypatch.setattr(health, "connection", Away())
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] is False


@pytest.mark.usefixtures("installed_just_now")
def test_ready_tells_what_is_late_and_serves_pages_all_the_same(client: Client) -> None:
    Tick.objects.create(name="plan", ran_at=timezone.now() - timedelta(minutes=11))
    Tick.objects.create(name="purge", ran_at=timezone.now() - timedelta(minutes=11))
    response = client.get("/readyz")
    assert (response.status_code, response.json()["late"]) == (200, ["plan"])


def test_last_tick_is_an_aware_instant() -> None:
    heartbeat()
    tick = last_tick()
    assert tick is not None
    assert tick.utcoffset() is not None
    cache.delete(KEY)
    assert last_tick() is None
