"""What an action of a day of action takes from the call, and what it says itself.

An action has a copy of everything, so that pages, calendars and mails read it like any other. `own_fields` names what
differs from the call; whatever is not named there follows it.
"""

from typing import Any

from actions.models import Action, DayOfAction
from prisoners.choices import PublicationState
from prisoners.dates import from_date

#: What follows the call unless the action says otherwise. A title goes with its translations, and so does a text.
FIELDS = ("title", "kinds", "campaign_id", "description", "picture_id", "held_on", "local_time", "local_end_time")
WORDS = ("title", "description")
PEOPLE = "prisoners"
#: Somebody has looked at the words of such an action, or is about to.
LOOKED_AT = (PublicationState.IN_REVIEW, PublicationState.PUBLISHED)


def keeps_words(action: Action, day: DayOfAction) -> bool:
    """Whether an action goes on saying what it says: nobody has looked yet at what a call says that is not public."""
    return not day.is_published and action.state in LOOKED_AT


def called_for(day: DayOfAction, name: str) -> Any:
    """What the call says of a field, as an action holds it."""
    return from_date(day.held_on) if name == "held_on" else getattr(day, name)


def own_of(action: Action, day: DayOfAction) -> list[str]:
    """The fields in which an action differs from the call."""
    own = [name for name in FIELDS if getattr(action, name) != called_for(day, name)]
    own += [name for name in WORDS if name not in own and _words(action, name) != _words(day, name)]
    if keeps_words(action, day):
        # That it does not say yet what the call says now does not make the words its own.
        own = [name for name in own if name not in WORDS or name in action.own_fields]
    people = set(action.prisoners.values_list("pk", flat=True)) if action.pk else set()
    return [*own, *([PEOPLE] if people != set(day.prisoners.values_list("pk", flat=True)) else [])]


def inherited(action: Action, day: DayOfAction) -> dict[str, Any]:
    """What the call says of everything that the action does not say itself, by field."""
    kept = {*action.own_fields, *(WORDS if keeps_words(action, day) else ())}
    following = [name for name in FIELDS if name not in kept]
    values = {name: called_for(day, name) for name in following}
    words = {name: text for name, text in (action.i18n or {}).items() if not _is_of(name, following)}
    words |= {name: text for name, text in (day.i18n or {}).items() if _is_of(name, following)}
    return {**values, "i18n": words}


def _words(row: Action | DayOfAction, name: str) -> dict[str, str]:
    """The translations of one text."""
    return {key: text for key, text in (row.i18n or {}).items() if _is_of(key, [name]) and text}


def _is_of(key: str, names: list[str]) -> bool:
    return key.rsplit("_", 1)[0] in names
