"""Sent twice is done once: API sign-ups with a key, reports, messages and walk-ins over a bad connection."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from actions.models import SignUp
from supporters.models import Notification, Once
from supporters.services import once, retention
from tests.actions.rows import NOW, make_action

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def post(client: Client, key: str | None, **fields: Any) -> Any:
    body = {"address": "alice@people.example", "consent": True, **fields}
    extra = {} if key is None else {"HTTP_IDEMPOTENCY_KEY": key}
    return client.post("/api/v1/actions/picket/sign-up/", json.dumps(body), content_type="application/json", **extra)


def test_same_request_with_the_same_key_is_done_once_and_answered_alike(client: Client) -> None:
    make_action(slug="picket")
    first, again = post(client, "a-key"), post(client, "a-key")
    assert (first.status_code, first.content) == (again.status_code, again.content) == (202, first.content)
    assert Notification.objects.count() == 1
    other = post(client, "another-key", address="bob@people.example")
    assert (other.status_code, SignUp.objects.count()) == (202, 2)


def test_key_with_another_request_is_refused_and_does_nothing(client: Client) -> None:
    make_action(slug="picket")
    post(client, "a-key")
    refused = post(client, "a-key", guests=3)
    assert refused.status_code == 422
    assert "used for something else" in refused.json()["detail"]
    assert SignUp.objects.get().guests == 0


def test_refused_request_leaves_its_key_free(client: Client) -> None:
    make_action(slug="picket")
    assert post(client, "a-key", consent=False).status_code == 409
    assert not Once.objects.exists()
    assert post(client, "a-key").status_code == 202


def test_key_is_forgotten_after_a_day(client: Client) -> None:
    make_action(slug="picket")
    post(client, "a-key")
    with time_machine.travel(NOW + timedelta(hours=23, minutes=59), tick=False):
        assert post(client, "a-key", guests=1).status_code == 422
    with time_machine.travel(NOW + timedelta(hours=24), tick=False):
        assert post(client, "a-key", guests=1).status_code == 202
        assert retention.purge(NOW + timedelta(hours=49))["keys_that_were_used"] == 1
    assert not Once.objects.exists()


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "ключ", "a\x7f"])
def test_key_that_is_none_is_refused(client: Client, key: str) -> None:
    make_action(slug="picket")
    answer = post(client, key)
    assert (answer.status_code, SignUp.objects.exists()) == (400, False)


def test_key_and_what_came_with_it_are_kept_as_hashes_only(client: Client) -> None:
    make_action(slug="picket")
    post(client, "a-very-telling-key")
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(one)::text FROM supporters_once one")
        assert not {"telling", "alice"} & set(cursor.fetchone()[0].replace("-", " ").split())


def _claim(_number: int) -> bool:
    try:
        return once.claim("report", "a-key", "words")
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_is_the_first() -> None:
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(_claim, range(6))).count(True) == 1
    with pytest.raises(once.KeyReused):
        once.claim("report", "a-key", "other words")
    assert once.claim("message", "a-key", "words")


def test_schema_tells_of_the_key(client: Client) -> None:
    schema = client.get("/api/v1/schema/?format=json").json()
    told = schema["paths"]["/api/v1/actions/{slug}/sign-up/"]["post"]
    assert [one["name"] for one in told["parameters"] if one["in"] == "header"] == ["Idempotency-Key"]
    assert "422" in told["responses"]
