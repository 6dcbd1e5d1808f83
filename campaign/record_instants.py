"""The instants of rows that come in from files: derived here, whatever the file says of them.

Local date, hour and place are what was said; an instant in a file may be forged, or older than a change of the zone.
"""

from collections.abc import Callable
from typing import Any

from actions import appeal_rules
from actions.models import Action, Appeal
from actions.services.actions import derive_instants
from prisoners.models import Hearing
from prisoners.services import hearings
from prisoners.services.refusals import refuse_if

INSTANTS: dict[Any, tuple[str, ...]] = {
    Hearing: ("starts_at", "is_second_hour"),
    Action: ("starts_at", "ends_at", "is_second_hour", "ends_in_second_hour"),
    Appeal: ("closes_at",),
}


def derive(row: Any) -> None:
    """Set the instants of a row from what its place calls the hour. Raises Refusal where no clock there shows it."""
    if type(row) in _DERIVE:
        _DERIVE[type(row)](row)


def _of_hearing(row: Hearing) -> None:
    refuse_if(hearings.reasons_against(row))
    hearings.derive_instant(row)


_DERIVE: dict[Any, Callable[[Any], None]] = {
    Hearing: _of_hearing,
    Action: derive_instants,
    Appeal: appeal_rules.derive_closing,
}
