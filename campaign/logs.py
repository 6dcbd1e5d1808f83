"""Log lines that name nobody: redacted text, and of an error its type and place but not its words."""

import json
import logging
import traceback
from collections.abc import ItemsView
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter

from privacy.logs import redact


class LineFormatter(logging.Formatter):
    """One JSON object a line, so that no value can forge a second line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self._message(record),
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = self._error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)

    def _message(self, record: logging.LogRecord) -> str:
        """Django's records of a request hold its path; ours hold the route, which names nobody."""
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            return f"{getattr(record, 'status_code', '')} {request.method} {self._route(request)}".strip()
        return redact(record.getMessage())

    def _route(self, request: HttpRequest) -> str:
        match = request.resolver_match
        return f"/{match.route}" if match else "(no route)"

    def _error(self, error: BaseException) -> dict[str, Any]:
        """Type and frames; the words of a database error quote the row that it refused."""
        frames = traceback.extract_tb(error.__traceback__)
        return {
            "type": type(error).__qualname__,
            "at": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]],
        }


class SilentReporterFilter(SafeExceptionReporterFilter):
    """Leaves nothing of the request in an error report, should one ever be made."""

    def is_active(self, request: HttpRequest | None) -> bool:
        """Always, whatever DEBUG says."""
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, str]:
        """None."""
        return {}

    def get_traceback_frame_variables(self, request: HttpRequest | None, tb_frame: Any) -> ItemsView[str, Any]:
        """None."""
        return {}.items()

    def get_safe_request_meta(self, request: HttpRequest) -> dict[str, str]:
        """None."""
        return {}

    def get_safe_settings(self) -> dict[str, str]:
        """None."""
        return {}
