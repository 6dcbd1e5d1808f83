"""The files of the whole public record: what names them, and how a value stands in them and comes back."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from prisoners.dates import PartialDate
from prisoners.refusals import Refusal

FORMAT = {"format": "until-free-record", "version": 1}
MANIFEST = "record.json"
Line = dict[str, Any]


class RecordFileRefused(Refusal):
    """The files of a record are refused as a whole; nothing was written."""


def plain(value: Any) -> Any:
    """A value in types that JSON has; of translations those that say something, sorted."""
    if isinstance(value, PartialDate | Decimal):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return {name: text for name, text in sorted(value.items()) if text} if isinstance(value, dict) else value


def said(value: Any) -> Any:
    """A value as a file has it; nothing for every kind of nothing."""
    found = plain(value)
    return None if found in (None, "", [], {}) else found
