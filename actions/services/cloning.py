"""Taking over an action for another day: everything that was planned, and nothing that happened."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from actions.models import Action, Question, Slot
from actions.refusals import ActionsRefusal
from actions.roles import is_organiser_of
from actions.services.actions import NOT_YOUR_GROUP, create_row
from prisoners.dates import from_date
from prisoners.models import Staff

#: What was planned. Sources, report, cancellation, publication and who came belong to the one day.
PLANNED = (
    "title",
    "kinds",
    "campaign_id",
    "group_id",
    "target_id",
    "description",
    "picture_id",
    "venue",
    "address_visibility",
    "city",
    "country",
    "time_zone",
    "local_time",
    "local_end_time",
    "capacity",
    "is_open_for_sign_up",
    "has_waiting_list",
    "needs_approval",
    "reminder_minutes",
)
PLANNED_WORDS = ("title", "description", "venue")
PLANNED_OF_SLOT = ("role", "label", "minimum", "maximum", "i18n")
PLANNED_OF_QUESTION = ("label", "kind", "options", "is_required", "position")

NO_DAY = _("Please give the full date: an action is taken over from one day to another.")


def clone(action: Action, day: date, by: Staff) -> Action:
    """A draft of the same action on another day, with its slots, its questions and whom it is for.

    Its hours are those of the clock on the spot. Raises ActionsRefusal for an action of others, BadTime when no clock
    there shows its hour on that day; then nothing was written.
    """
    if not is_organiser_of(by, action.group_id):
        raise ActionsRefusal(NOT_YOUR_GROUP)
    with transaction.atomic():
        return copy_to(action, day)


def copy_to(action: Action, day: date, **fields: Any) -> Action:
    """The same for whoever may already: the action on that day as a draft, with `fields` set otherwise.

    Runs within the caller's transaction. Raises ActionsRefusal or BadTime.
    """
    values = {**planned(action), "held_on": from_date(day), "ends_on": end_on(action, day), **fields}
    made = create_row(Action(**values), prisoners=action.prisoners.all())
    slots = Slot.internal.filter(action=action).order_by("id").values(*PLANNED_OF_SLOT)
    Slot.internal.bulk_create(Slot(action=made, **slot) for slot in slots)
    questions = Question.internal.filter(action=action).values(*PLANNED_OF_QUESTION)
    Question.internal.bulk_create(Question(action=made, **question) for question in questions)
    return made


def planned(action: Action) -> dict[str, Any]:
    """What was planned, by field, with the translations of its words."""
    words = {name: text for name, text in (action.i18n or {}).items() if name.rsplit("_", 1)[0] in PLANNED_WORDS}
    return {**{name: getattr(action, name) for name in PLANNED}, "i18n": words}


def end_on(action: Action, day: date) -> date | None:
    """The day on which it ends when it begins on `day`: as many days later as it was."""
    if action.held_on is None or not action.held_on.is_day or action.held_earliest is None:
        raise ActionsRefusal(NO_DAY)
    return None if action.ends_on is None else day + (action.ends_on - action.held_earliest)
