"""No log line names anybody or can be forged."""

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.logs import LineFormatter
from privacy.logs import redact


def logged(message: str, *args: object, error: Exception | None = None) -> str:
    """The line that the site's formatter writes."""
    fault = (type(error), error, error.__traceback__) if error else None
    return LineFormatter().format(logging.LogRecord("test", logging.INFO, "", 0, message, args, fault))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("to alice@example.org failed", "to [address] failed"),
        ("<alice.b+x@example.org>: 550", "<[address]>: 550"),
        ("email=alice%40example.org", "email=[address]"),
        ("алиса@пример.рф", "[address]"),
        ("GET /en/l/AbC-_123/ 200", "GET /en/l/[token]/ 200"),
        ("/unsubscribe/AbC123/", "/unsubscribe/[token]/"),
        ("/calendar/my/AbC123.ics", "/calendar/my/[token]"),
        ("GET /en/prisoners/?q=name", "GET /en/prisoners/?[query]"),
        ("client: 192.0.2.17, server", "client: [ip], server"),
        ("from 2001:db8::17", "from [ip]"),
        ("from [2001:db8::17]:443", "from [[ip]]:443"),
        ("postgres://site:s3cret@db/x", "postgres://[secret]@db/x"),
        ("DETAIL:  Key (slug)=(x) already exists.", "DETAIL: [row]"),
    ],
)
def test_redact_removes_what_names_somebody(text: str, safe: str) -> None:
    assert redact(text) == safe


@pytest.mark.parametrize(
    "text",
    ["at 12:00:05 sent 3", "listening on 127.0.0.1:8000", "listening on [::1]:8000", "why? because", "a::b"[:1]],
)
def test_redact_leaves_what_names_nobody(text: str) -> None:
    assert redact(text) == text


def test_line_cleans_message_and_arguments() -> None:
    assert json.loads(logged("mail to %s refused", "alice@example.org"))["message"] == "mail to [address] refused"


def test_line_leaves_out_the_words_of_an_exception() -> None:
    assert "alice" not in logged("failed", error=ValueError("no mailbox alice@example.org"))


@given(st.text())
def test_line_is_one_line_whatever_is_logged(value: str) -> None:
    line = logged("value: %s", value)
    assert len(line.split("\n")) == 1
    assert json.loads(line)["logger"] == "test"
