"""What an answer of the API is like, whatever is asked: languages, headers, methods, errors, pages."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from prisoners.models import Prisoner
from tests.api.reading import get
from tests.factories import (
    PrisonerFactory,
)

pytestmark = pytest.mark.django_db


def test_texts_are_in_the_language_asked_for(client: Client) -> None:
    PrisonerFactory(slug="seen", summary="A leader", summary_ru="Лидер")
    assert get(client, "prisoners/seen/?lang=ru")["summary"] == "Лидер"
    assert get(client, "prisoners/seen/", accept_language="ru")["summary"] == "Лидер"
    assert get(client, "prisoners/seen/?lang=kk")["summary"] == "A leader"
    assert get(client, "prisoners/seen/")["summary"] == "A leader"


def test_answer_says_its_language_and_varies_by_it(client: Client) -> None:
    response = client.get("/api/v1/prisoners/?lang=ru")
    assert response["Content-Language"] == "ru"
    assert "Accept-Language" in response["Vary"]


def test_answer_can_be_cached_and_asked_for_again(client: Client) -> None:
    PrisonerFactory(slug="seen")
    first = client.get("/api/v1/prisoners/seen/")
    assert first["Cache-Control"].startswith("public")
    again = client.get("/api/v1/prisoners/seen/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    Prisoner.internal.filter(slug="seen").update(name="Renamed")
    assert client.get("/api/v1/prisoners/seen/", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_head_says_what_get_would(client: Client) -> None:
    PrisonerFactory(slug="seen")
    told, head = (ask("/api/v1/prisoners/seen/") for ask in (client.get, client.head))
    assert (head.content, head["ETag"]) == (b"", told["ETag"])
    known = {"if-none-match": told["ETag"]}
    assert client.head("/api/v1/prisoners/seen/", headers=known).status_code == 304


@pytest.mark.parametrize("path", ["prisoners/", "prisoners/nobody/", "schema/"])
def test_scripts_of_other_sites_may_read_without_credentials(client: Client, path: str) -> None:
    response = client.get(f"/api/v1/{path}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies


def test_pages_stay_closed_to_scripts_of_other_sites(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/robots.txt")


def test_preflight_tells_nothing_about_the_rows(client: Client) -> None:
    response = client.options("/api/v1/prisoners/")
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["prisoners/", "prisoners/seen/", "actions/"])
def test_writing_is_refused(client: Client, method: str, path: str) -> None:
    PrisonerFactory(slug="seen")
    response = getattr(client, method)(f"/api/v1/{path}", {"name": "x"}, content_type="application/json")
    assert response.status_code == 405
    assert Prisoner.internal.get(slug="seen").name == "Seen"


def test_flood_is_slowed_without_an_address_in_redis(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("campaign.api_settings.PseudonymousThrottle.THROTTLE_RATES", {"anon": "2/min"})
    answers = [client.get("/api/v1/", REMOTE_ADDR="203.0.113.77") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2]["Retry-After"]) > 0
    keys = cache._cache.get_client().keys("*")  # type: ignore[attr-defined]
    assert any(b"throttle" in key for key in keys)
    assert not any(b"203.0.113" in key for key in keys)


def test_api_answers_while_redis_is_away(client: Client, settings: Any) -> None:
    settings.CACHES = {
        "default": {**settings.CACHES["default"], "LOCATION": "redis://127.0.0.1:1/0"},
    }
    assert get(client, "prisoners/")["count"] == 0


@pytest.mark.parametrize(
    "path", ["prisoners/?arrested=%25i", "prisoners/?sentenced=100%25%20sure", "prisoners/?country=%25s"]
)
def test_value_with_a_per_cent_sign_is_quoted(client: Client, path: str) -> None:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 400
    assert "%" in str(response.json()["fields"])


@pytest.mark.parametrize("path", ["nothing/", "reports/%3E%27/", "prisoners/a/b/"])
def test_address_that_does_not_exist_is_answered_in_json(client: Client, path: str) -> None:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 404
    assert response.json() == {"detail": "There is no such page", "fields": {}}


@pytest.mark.parametrize("path", ["prisoners/?lang=xx", "nothing/"])
def test_method_that_is_not_offered_is_refused_before_all_else(client: Client, path: str) -> None:
    assert client.generic("TRACE", f"/api/v1/{path}").status_code == (404 if path == "nothing/" else 405)


@pytest.mark.parametrize("page", ["", "0", "00", "-1", "1.5", "last", "x", "²"])
def test_page_that_is_no_number_from_one_is_refused(client: Client, page: str) -> None:
    answer = client.get("/api/v1/prisoners/", {"page": page})
    assert (answer.status_code, answer.json()["fields"]) == (400, {"page": ["A number from 1."]})


def test_page_beyond_the_last_is_not_found_and_said_so(client: Client) -> None:
    answer = client.get("/api/v1/prisoners/?page=2")
    assert (answer.status_code, answer.json()["detail"]) == (404, "The list has fewer pages than that.")


@pytest.mark.parametrize("asked", ["json", "xml", "api", ""])
def test_format_is_no_parameter_whatever_it_asks_for(client: Client, asked: str) -> None:
    answer = client.get("/api/v1/prisoners/", {"format": asked})
    assert (answer.status_code, answer.json()["fields"]) == (400, {"format": ["There is no such parameter."]})


def test_only_the_fields_that_are_asked_are_answered(client: Client) -> None:
    person = PrisonerFactory(slug="seen", name="Seen Example")
    rows = client.get("/api/v1/prisoners/?fields=slug,name").json()["results"]
    assert rows == [{"slug": "seen", "name": "Seen Example"}]
    assert client.get(f"/api/v1/prisoners/{person.slug}/?fields=name").json() == {"name": "Seen Example"}
    for nonsense in ("?fields=slug,secret", "?fields="):
        answer = client.get(f"/api/v1/prisoners/{nonsense}")
        assert answer.status_code == 400 and "slug" in answer.json()["fields"]["fields"][0]
