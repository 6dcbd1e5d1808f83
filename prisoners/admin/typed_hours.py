"""Hours as people type them: 10, 1000, 10.00, 10h30 are read as the clock would show them."""

import re
from typing import Any

from django import forms

#: An hour alone, or with its minutes after a sign of any kind or none.
TYPED = re.compile(r"^(?P<hour>\d{1,2})(?:\s*[h:.,ч]?\s*(?P<minute>\d{2})|\s*[hч])?$", re.IGNORECASE)


class TypedHourField(forms.TimeField):
    """A local hour; what Django reads is read as ever, what no clock shows is refused."""

    def to_python(self, value: Any) -> Any:
        """The hour. Raises ValidationError, also for three digits: 100 may be one o'clock or ten."""
        typed = value.strip() if isinstance(value, str) else ""
        found = TYPED.match(typed) if not re.fullmatch(r"\d{3}", typed) else None
        return super().to_python(f"{found['hour']}:{found['minute'] or '00'}" if found else value)
