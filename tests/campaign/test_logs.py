"""Log lines and what they leave out."""

import json
import logging
import sys

from django.db import IntegrityError
from django.test import RequestFactory
from django.urls import resolve

from campaign.gunicorn_logs import Logger
from campaign.logs import LineFormatter, SilentReporterFilter


def line_of(message: str, *args: object, **extra: object) -> dict[str, object]:
    """The line for a record."""
    record = logging.LogRecord("any", logging.WARNING, "file.py", 1, message, args, None)
    record.__dict__.update(extra)
    return json.loads(LineFormatter().format(record))


def test_a_line_leaves_out_addresses_and_networks() -> None:
    line = line_of("Invalid request from ip=%s by %s", "203.0.113.9", "someone@canary.example")
    assert "203.0.113.9" not in str(line)
    assert "canary" not in str(line)


def test_a_value_cannot_begin_a_line_of_its_own() -> None:
    record = logging.LogRecord("any", logging.INFO, "f", 1, "%s", ('one\n{"level": "ERROR"}',), None)
    assert "\n" not in LineFormatter().format(record)


def test_a_request_is_named_by_its_route() -> None:
    request = RequestFactory().get("/mailbox/20260101-secret/?q=canary", headers={"user-agent": "canary"})
    request.resolver_match = resolve("/mailbox/20260101-secret/")
    line = line_of("Not Found: %s", request.path, request=request, status_code=404)
    assert line["message"] == "404 GET /mailbox/<slug:name>/"


def test_an_error_is_told_by_type_and_place_without_its_words() -> None:
    try:
        raise IntegrityError("DETAIL: Key (email)=(someone@canary.example) already exists.")
    except IntegrityError:
        line = line_of("Failed", exc_info=sys.exc_info())
    assert "canary" not in str(line)
    assert line["error"]["type"] == "IntegrityError"  # type: ignore[index]
    assert "test_logs.py" in line["error"]["at"][-1]  # type: ignore[index]


def test_no_error_report_holds_anything_of_the_request() -> None:
    silent = SilentReporterFilter()
    request = RequestFactory().post("/?q=canary", {"email": "someone@canary.example"})
    assert silent.is_active(request)
    assert silent.get_post_parameters(request) == {}
    assert silent.get_safe_request_meta(request) == {}
    assert silent.get_safe_settings() == {}


def test_the_web_server_leaves_out_the_address_of_a_failed_request(caplog: object) -> None:
    logger = Logger.__new__(Logger)
    logger.error_log = logging.getLogger("gunicorn.error")
    try:
        raise ValueError("canary")
    except ValueError:
        logger.exception("Error handling request %s", "/l/canary/?x=canary")
    (record,) = caplog.records  # type: ignore[attr-defined]
    assert "canary" not in LineFormatter().format(record)
