"""The words of a public action or call go past a second person: held back when changed, taken over once looked at."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from actions.inheriting import own_of
from actions.models import Action, DayOfAction, NewWords
from actions.refusals import NotPublishable
from actions.roles import is_another, may_publish_for, writes_call
from prisoners.choices import PublicationState
from prisoners.models import Staff
from prisoners.publication import SECOND_PERSON, WITHOUT_REASON_BACK
from privacy.text import clean_text

Worded = Action | DayOfAction

#: What a public action says besides when and where.
WORDS = ("title", "description")

NOTHING_WAITS = _("No new words wait here.")
CHANGED = _("The words were changed meanwhile. Please look at them again.")
WERE_SENT_BACK = _("These words were sent back: they wait for their author.")
NOT_YOURS = _("This is for an organiser of the group, or for a publisher.")


def held_back(row: Worded, by: Staff, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that are written at once; new words of a public row are put aside, and the caller holds it.

    Whoever enters again what it says takes back what waits.
    """
    given = {name: fields[name] for name in WORDS if name in fields}
    if not given:
        return fields
    of = _of(row)
    if not row.is_published:
        # Somebody looks at all of it before it is shown: nothing waits beside it.
        NewWords.objects.filter(**of).delete()
        return fields
    said = {name: getattr(row, name) for name in WORDS}
    wanted = {**said, **given}
    if not wanted["title"].strip():
        # The service says why an action needs one.
        return fields
    if wanted == said:
        NewWords.objects.filter(**of).delete()
    elif not NewWords.waiting.filter(**of, **wanted).exists():
        NewWords.objects.update_or_create(**of, defaults={**wanted, "submitted_by": by, "sent_back_reason": ""})
    return {name: value for name, value in fields.items() if name not in WORDS}


def back_to_draft(row: Worded, fields: dict[str, Any], **links: Iterable[Any] | None) -> None:
    """What waits for a second person and is about to change is a draft again: nobody shows what nobody handed in.

    `links` are the rows that it is tied to, by field, such as for whom it is; None where they stay.
    """
    if row.state != PublicationState.IN_REVIEW:
        return
    is_said_anew = any(getattr(row, name) != new for name, new in fields.items())
    given = {name: rows for name, rows in links.items() if rows is not None}
    if is_said_anew or any(_keys(getattr(row, name).all()) != _keys(rows) for name, rows in given.items()):
        row.state = PublicationState.DRAFT


def waiting_for(row: Worded) -> NewWords | None:
    """The words that wait to be looked at, or that were sent back and wait for their author."""
    return NewWords.objects.filter(**_of(row)).select_related("submitted_by").first()


def reasons_against(new: NewWords, by: Staff) -> list[Any]:
    """Why this person cannot publish these words."""
    is_theirs = (
        may_publish_for(by, new.action)
        if new.action is not None
        else new.day_of_action is not None and writes_call(by, new.day_of_action)
    )
    is_second = is_another(by, new.submitted_by_id)
    return [
        *([] if is_theirs else [NOT_YOURS]),
        *([] if is_second else [SECOND_PERSON]),
        *([WERE_SENT_BACK] if new.sent_back_reason else []),
    ]


def send_back_words(row: Worded, by: Staff, seen: str, reason: str) -> None:
    """Have the author of new words say them anew, who reads why; on each day of a series that would say the same, too.

    `seen` is the version that was looked at. Raises NotPublishable with every reason, and then nothing was written.
    """
    with transaction.atomic():
        held = _held(row)
        new = _looked_at(row, by, seen, [] if clean_text(reason) else [WITHOUT_REASON_BACK])
        for one in _alike(new, held):
            one.sent_back_reason = clean_text(reason)
            one.save()


def publish_words(row: Worded, by: Staff, seen: str) -> None:
    """Have an action or a call say its new words, and so each day of a series of which the same person wanted the same.

    `seen` is the version (`NewWords.version`) that was looked at. Raises NotPublishable with every reason, and then
    nothing was written. The cities of a call follow by `services.calls`.
    """
    with transaction.atomic():
        held = _held(row)
        for one in _alike(_looked_at(row, by, seen, []), held):
            _say(one, held[one.action_id or one.day_of_action_id])


def _looked_at(row: Worded, by: Staff, seen: str, also: list[Any]) -> NewWords:
    """The new words of a row that is held, which this second person has looked at. Raises NotPublishable."""
    new = NewWords.objects.filter(**_of(row)).first()
    if new is None:
        raise NotPublishable([NOTHING_WAITS])
    if reasons := [*reasons_against(new, by), *([] if new.version == seen else [CHANGED]), *also]:
        raise NotPublishable(reasons)
    return new


def _keys(rows: Iterable[Any]) -> set[int]:
    return {row.pk for row in rows}


def _of(row: Worded) -> dict[str, Any]:
    return {"action": row} if isinstance(row, Action) else {"day_of_action": row}


def _held(row: Worded) -> dict[int | None, Worded]:
    """The row with the days of its series, locked in the order in which changing takes them: rows before words."""
    rows: QuerySet[Any] = DayOfAction.internal.filter(pk=row.pk)
    if isinstance(row, Action):
        days = Q(series=row.series_id) if row.series_id else Q(pk=row.pk)
        rows = Action.internal.filter(days).order_by("series_on")
    return {one.pk: one for one in rows.select_for_update(of=("self",))}


def _say(new: NewWords, row: Worded) -> None:
    changed = [name for name in WORDS if getattr(row, name) != getattr(new, name)]
    for name in changed:
        setattr(row, name, getattr(new, name))
    row.save(update_fields=(*WORDS, "updated_at"))
    if isinstance(row, Action) and row.day_of_action is not None:
        row.own_fields = [*row.own_fields, *changed]
        Action.internal.filter(pk=row.pk).update(own_fields=own_of(row, row.day_of_action))
    new.delete()


def _alike(new: NewWords, held: Iterable[int | None]) -> list[NewWords]:
    """These words, and the same by the same person on other days that are held."""
    if new.action is None:
        return [new]
    words = {name: getattr(new, name) for name in WORDS}
    same = NewWords.objects.filter(action__in=list(held), submitted_by=new.submitted_by_id, **words)
    return list(same.order_by("pk"))
