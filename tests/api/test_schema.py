"""The API describes itself truthfully, and the page that shows it loads nothing from elsewhere."""

import re
from datetime import datetime
from io import StringIO
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import validator_for

from tests.factories import a_whole_campaign

# One worker makes the document, once.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("schema")]

FORMATS = FormatChecker(formats=["date", "email"])
# A format is asked of texts alone (JSON Schema 2020-12, validation, section 7.2).
FORMATS.checks("uri")(lambda value: value is None or bool(urlsplit(value).scheme))
FORMATS.checks("time")(lambda value: value is None or bool(re.search(r"(Z|[+-]\d{2}:\d{2})$", value)))
FORMATS.checks("date-time")(lambda value: value is None or datetime.fromisoformat(value).tzinfo is not None)


@pytest.fixture(scope="module")
def schema() -> Any:
    return Client().get("/api/v1/schema/", headers={"accept": "application/vnd.oai.openapi+json"}).json()


def test_schema_validates_without_a_warning() -> None:
    out = StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out, stderr=out)
    assert "openapi: 3.1" in out.getvalue()


def test_every_operation_says_how_it_says_no(schema: Any) -> None:
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            assert {"400", "404", "429"} <= set(operation["responses"]), (path, method)


def test_schema_names_nothing_that_is_private(schema: Any) -> None:
    text = str(schema).lower()
    for word in ("supporter", "email_lookup", "submitted_by", "published_by", "withdrawal", "import_key", "folded"):
        assert word not in text


def _errors(schema: Any, name: str, row: Any) -> list[str]:
    """Where a row breaks what the document says of it, which is JSON Schema as it stands (OpenAPI 3.1)."""
    whole = {**schema, "$ref": f"#/components/schemas/{name}"}
    assert validator_for(whole, default=Draft202012Validator) is Draft202012Validator
    return [error.message for error in Draft202012Validator(whole, format_checker=FORMATS).iter_errors(row)]


def test_null_is_said_as_json_schema_says_it(schema: Any) -> None:
    assert schema["openapi"].startswith("3.1")
    assert "nullable" not in str(schema)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("prisoners", "Prisoner"),
        ("cases", "Case"),
        ("hearings", "Hearing"),
        ("strikes", "Strike"),
        ("campaigns", "Campaign"),
        ("actions", "Action"),
        ("reports", "Report"),
        ("targets", "Target"),
        ("officials", "Official"),
        ("groups", "Group"),
        ("days-of-action", "DayOfAction"),
    ],
)
def test_answers_are_as_the_document_says(client: Client, schema: Any, path: str, name: str) -> None:
    a_whole_campaign()
    listed = client.get(f"/api/v1/{path}/").json()
    assert _errors(schema, f"Paginated{name}{_brief(path)}List", listed) == []
    row = listed["results"][0]
    one = client.get(f"/api/v1/{path}/{row.get('slug') or row.get('id') or row['action']}/").json()
    assert _errors(schema, name, one) == []
    assert _errors(schema, name, {**one, "verified_on": 5}) != []


def _brief(path: str) -> str:
    return "InBrief" if path in ("prisoners", "campaigns") else ""


def test_docs_load_nothing_from_elsewhere(client: Client) -> None:
    response = client.get("/api/v1/docs/")
    page = response.content.decode()
    assert "://" not in page
    assert "<style" not in page
    assert " style=" not in page
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "img-src 'self' data:" in response["Content-Security-Policy"]
    assert not response.cookies


def test_policy_is_loosened_for_the_docs_alone(client: Client) -> None:
    assert "data:" not in client.get("/api/v1/")["Content-Security-Policy"]


def test_docs_are_started_by_a_script_of_their_own(client: Client) -> None:
    response = client.get("/api/v1/docs/start.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert b'url: "/api/v1/schema/"' in response.content


#: What has to be asked besides.
NEEDED = {"/api/v1/words/": "q=strike&"}


def test_bounds_of_the_parameters_are_told_and_held(client: Client, schema: Any) -> None:
    bounded = [
        (path, one["name"], one["schema"])
        for path, operations in schema["paths"].items()
        for one in operations.get("get", {}).get("parameters", [])
        if "minimum" in one["schema"]
    ]
    assert {name for _path, name, _bounds in bounded} == {"page", "page_size", "hearing_within"}
    for path, name, bounds in bounded:
        asked = f"{path}?{NEEDED.get(path, '')}{name}"
        assert client.get(f"{asked}={bounds['minimum']}").status_code == 200, path
        assert client.get(f"{asked}={bounds['minimum'] - 1}").status_code in (400, 404), path
        if "maximum" in bounds:
            assert client.get(f"{asked}={bounds['maximum']}").status_code == 200, path
            assert client.get(f"{asked}={bounds['maximum'] + 1}").status_code == 400, path


def test_every_parameter_has_a_type(schema: Any) -> None:
    untyped = [
        (path, one["name"])
        for path, operations in schema["paths"].items()
        for operation in operations.values()
        for one in operation.get("parameters", [])
        if not {"type", "enum"} & set(one["schema"])
    ]
    assert untyped == []
