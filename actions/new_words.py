"""The words of a public action go past a second person: held back when they change, and taken over once looked at."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from actions.models import Action, NewWords
from actions.refusals import NotPublishable
from actions.roles import is_another, may_publish_for
from prisoners.models import Staff
from prisoners.publication import SECOND_PERSON

#: What a public action says besides when and where.
WORDS = ("title", "description")

NOTHING_WAITS = _("No new words wait here.")
CHANGED = _("The words were changed meanwhile. Please look at them again.")
NOT_YOURS = _("This is for an organiser of the group, or for a publisher.")


def held_back(row: Action, by: Staff, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that are written at once; new words of a public action are put aside, and the caller holds its row.

    Whoever enters again what the action says takes back what waits.
    """
    given = {name: fields[name] for name in WORDS if name in fields}
    if not row.is_published or not given:
        return fields
    said = {name: getattr(row, name) for name in WORDS}
    wanted = {**said, **given}
    if not wanted["title"].strip():
        # The service says why an action needs one.
        return fields
    if wanted == said:
        NewWords.objects.filter(action=row).delete()
    elif not NewWords.objects.filter(action=row, **wanted).exists():
        NewWords.objects.update_or_create(action=row, defaults={**wanted, "submitted_by": by})
    return {name: value for name, value in fields.items() if name not in WORDS}


def waiting_for(action: Action) -> NewWords | None:
    """The words that wait to be looked at."""
    return NewWords.objects.filter(action=action).select_related("submitted_by").first()


def reasons_against(new: NewWords, by: Staff) -> list[Any]:
    """Why this person cannot publish these words."""
    is_second = is_another(by, new.submitted_by_id)
    return [*([] if may_publish_for(by, new.action) else [NOT_YOURS]), *([] if is_second else [SECOND_PERSON])]


def publish_words(action: Action, by: Staff, seen: str) -> None:
    """Have an action say its new words, and so each day of its series of which the same person wanted the same.

    `seen` is the version (`NewWords.version`) that was looked at. Raises NotPublishable with every reason, and then
    nothing was written.
    """
    with transaction.atomic():
        new = NewWords.objects.select_for_update(of=("self",)).select_related("action").filter(action=action).first()
        if new is None:
            raise NotPublishable([NOTHING_WAITS])
        if reasons := [*reasons_against(new, by), *([] if new.version == seen else [CHANGED])]:
            raise NotPublishable(reasons)
        for one in _alike(new):
            row = Action.internal.select_for_update(of=("self",)).order_by().get(pk=one.action_id)
            for name in WORDS:
                setattr(row, name, getattr(new, name))
            row.save(update_fields=(*WORDS, "updated_at"))
            one.delete()


def _alike(new: NewWords) -> list[NewWords]:
    if new.action.series_id is None:
        return [new]
    same = NewWords.objects.filter(action__series=new.action.series_id, submitted_by=new.submitted_by_id)
    words = {name: getattr(new, name) for name in WORDS}
    return list(same.filter(**words).select_for_update(of=("self",)).order_by("pk"))
