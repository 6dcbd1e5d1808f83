"""Reads what is sent to the API as JSON; what cannot be read is told in a sentence of ours, as 400."""

import json
import math
import re
from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

#: No number that we ask for has more digits; longer ones are not even read (Python refuses those above 4,300).
MOST_DIGITS = 40
#: What JSON can write and no text can hold: zero bytes, and halves of letters that are written as two.
NO_TEXT = re.compile("[\0\ud800-\udfff]")


class StrictJSONParser(JSONParser):
    """JSON as RFC 8259 has it: in UTF-8, each name once in an object, numbers that are numbers."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The parsed body. Raises ParseError, whatever charset was named."""
        try:
            # A mark of the byte order may be passed over (RFC 8259, 8.1).
            said = json.loads(
                stream.read().decode("utf-8-sig"),
                parse_int=_whole,
                parse_float=_number,
                parse_constant=_no_number,
                object_pairs_hook=_once,
            )
            _check(said)
        except UnicodeDecodeError as error:
            raise ParseError(gettext("The body is not in UTF-8, in which JSON is written.")) from error
        except json.JSONDecodeError as error:
            told = {"line": error.lineno, "column": error.colno}
            raise ParseError(gettext("This is not JSON: line %(line)s, column %(column)s.") % told) from error
        except RecursionError as error:
            raise ParseError(gettext("The body is nested too deeply.")) from error
        return said


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ParseError(gettext("A number in the body is too large."))
    return int(digits)


def _number(said: str) -> float:
    found = float(said)
    if math.isinf(found):
        raise ParseError(gettext("A number in the body is too large."))
    return found


def _no_number(said: str) -> None:
    raise ParseError(gettext("“%(said)s” is no number in JSON.") % {"said": said})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            told = {"name": NO_TEXT.sub("", name)[:40]}
            raise ParseError(gettext("The field “%(name)s” stands twice in one object.") % told)
        found[name] = value
    return found


def _check(said: Any) -> None:
    """Raises ParseError for a text, or the name of a field, that no text can be."""
    if isinstance(said, str) and NO_TEXT.search(said):
        raise ParseError(gettext("A text holds what no text can hold: a zero byte, or half a letter."))
    parts = [*said, *said.values()] if isinstance(said, dict) else said if isinstance(said, list) else ()
    for part in parts:
        _check(part)
