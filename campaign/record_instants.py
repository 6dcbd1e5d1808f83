"""The instants and revisions of rows that come in from files: derived here, whatever the file says of them.

Local date, hour and place are what was said; an instant in a file may be forged, or older than a change of the zone.
A revision counts what the readers of this site were told, of which another site knows nothing.
"""

from collections.abc import Callable, Mapping
from typing import Any

from actions import appeal_rules
from actions.models import Action, Appeal
from actions.services.actions import TOLD, derive_instants
from campaign.record_values import said
from prisoners.models import Hearing
from prisoners.services import hearings
from prisoners.services.refusals import refuse_if

INSTANTS: dict[Any, tuple[str, ...]] = {
    Hearing: ("starts_at", "is_second_hour"),
    Action: ("starts_at", "ends_at", "is_second_hour", "ends_in_second_hour"),
    Appeal: ("closes_at",),
}

#: A change of these is told to readers and counted (RFC 5545, SEQUENCE).
REVISED: dict[Any, tuple[str, ...]] = {Hearing: hearings.TOLD, Action: (*TOLD, "cancelled_at")}


def derive(row: Any) -> None:
    """Set the instants of a row from what its place calls the hour. Raises Refusal where no clock there shows it."""
    if type(row) in _DERIVE:
        _DERIVE[type(row)](row)


def told_of(row: Any) -> dict[str, Any]:
    """What readers were told of a row, by name, and its number; nothing of a row whose changes nobody is told."""
    names = REVISED.get(type(row))
    return {name: getattr(row, name) for name in (*names, "revision")} if names else {}


def revise(row: Any, told: Mapping[str, Any]) -> None:
    """Count a change that readers have to hear of; `told` is what `told_of` found before it.

    A number never falls: who was told the third revision would not hear of another second one.
    """
    if told:
        is_told_anew = any(said(told[name]) != said(getattr(row, name)) for name in REVISED[type(row)])
        row.revision = max(row.revision, told["revision"] + is_told_anew)


def _of_hearing(row: Hearing) -> None:
    refuse_if(hearings.reasons_against(row))
    hearings.derive_instant(row)


_DERIVE: dict[Any, Callable[[Any], None]] = {
    Hearing: _of_hearing,
    Action: derive_instants,
    Appeal: appeal_rules.derive_closing,
}
