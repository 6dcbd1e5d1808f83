"""The files of the whole public record: what names them, and how a value stands in them and comes back."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from prisoners.dates import PartialDate
from prisoners.refusals import Refusal

FORMAT = {"format": "until-free-record", "version": 1}
MANIFEST = "record.json"
Line = dict[str, Any]
#: The key of a line that says where in its sources a row stands which names them by a plain link.
AT = "at"


def says_where(model: Any) -> bool:
    """Whether a kind of row says where in its sources it stands, by the link itself."""
    return hasattr(model, "cited")


class RecordFileRefused(Refusal):
    """The files of a record are refused as a whole; nothing was written."""


class LineRefused(RecordFileRefused):
    """One line of a file is refused, and the whole with it; `number` and `reason` say which line and why."""

    def __init__(self, file: str, number: int, reason: str) -> None:
        """`number` counts from 1."""
        self.number, self.reason = number, reason
        super().__init__(_("%(file)s, line %(line)s: %(reason)s") % {"file": file, "line": number, "reason": reason})


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


def as_kept(one: Any, value: Any) -> Any:
    """A value of a file as the field gives it back when it was written; a word that its list has not is refused."""
    if one.name == "i18n":
        return dict(value)
    found = one.to_python(value)
    _refuse_unknown(one, found)
    return found.quantize(Decimal(1).scaleb(-one.decimal_places)) if isinstance(found, Decimal) else found


def _refuse_unknown(one: Any, value: Any) -> None:
    inner = getattr(one, "base_field", one)
    known = {word for word, _label in inner.flatchoices}
    words = value if isinstance(value, list) else [value]
    if known and not known.issuperset(words):
        names = ", ".join(sorted(str(word) for word in known if word))
        raise ValidationError(_("Known are: %(names)s.") % {"names": names})


def why(error: Exception) -> list[str]:
    """What the field says against a value, such as the days around one that there is not."""
    if isinstance(error, Refusal):
        return [str(reason) for reason in error.reasons]
    return list(error.messages) if isinstance(error, ValidationError) else []
