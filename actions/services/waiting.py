"""The waiting list: whoever fits first is offered a place that becomes free, and keeps the offer for a time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, QuerySet

from actions.calendar import begins_at
from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.services.places import locked, no_room
from supporters.services import outboxes

OFFER_FOR = timedelta(hours=24)


def join(row: SignUp, action: Action, now: datetime) -> None:
    """Put a sign-up at the end of the line and owe word of it; the caller holds the lock on the action."""
    last = SignUp.objects.filter(action=action).aggregate(last=Max("waiting_number"))["last"] or 0
    row.state, row.unconfirmed_until, row.waiting_number = SignUpState.WAITING, None, last + 1
    row.told_revision = action.revision
    row.save(update_fields=("state", "unconfirmed_until", "waiting_number", "told_revision"))
    _owe(row, "sign_up_waiting", f"waiting:{row.waiting_number}", action, now, _begin(action, now))


def move_up(action: Action, now: datetime) -> int:
    """Offer what is free to those in line, in their order; returns how many were offered a place.

    A party that does not fit lets a smaller one behind it pass, so that no place stays empty. The caller holds the
    lock on the action. Nothing is offered once it has begun, was cancelled or is not public.
    """
    if not _is_on(action, now):
        return 0
    rows = SignUp.objects.filter(action=action, state=SignUpState.WAITING).select_related("supporter", "slot")
    return sum(_offer(row, action, now) for row in rows.order_by("waiting_number"))


def may_move_up(now: datetime) -> QuerySet[SignUp]:
    """The rows without which no waiting list moves."""
    return SignUp.objects.filter(state__in=(SignUpState.WAITING, SignUpState.OFFERED))


def plan_offers(now: datetime) -> int:
    """Take back offers that were not taken in time, and offer every free place; returns how many are new."""
    waiting = SignUp.objects.filter(state=SignUpState.WAITING)
    lapsing = SignUp.objects.filter(state=SignUpState.OFFERED, offered_until__lte=now)
    actions = {*waiting.values_list("action_id", flat=True), *lapsing.values_list("action_id", flat=True)}
    return sum(_tidy(action_id, now) for action_id in sorted(actions))


def _tidy(action_id: int, now: datetime) -> int:
    with transaction.atomic():
        action = locked(action_id)
        late = SignUp.objects.filter(action=action, state=SignUpState.OFFERED, offered_until__lte=now)
        late.update(state=SignUpState.LAPSED, offered_until=None)
        return move_up(action, now)


def _offer(row: SignUp, action: Action, now: datetime) -> bool:
    if no_room(action, row.slot, 1 + row.guests):
        return False
    begin = _begin(action, now)
    row.state, row.offered_until = SignUpState.OFFERED, min(now + OFFER_FOR, now + (begin - now) / 2)
    row.save(update_fields=("state", "offered_until"))
    _owe(row, "place_offered", f"place:{row.waiting_number}", action, now, row.offered_until)
    return True


def _owe(row: SignUp, kind: str, occasion: str, action: Action, now: datetime, stale_at: datetime) -> None:
    subject = f"sign_up:{row.pk}"
    outboxes.owe(row.supporter, kind, subject, occasion, due_at=now, stale_at=stale_at, revision=action.revision)


def _begin(action: Action, now: datetime) -> datetime:
    return begins_at(action) or now + OFFER_FOR


def _is_on(action: Action, now: datetime) -> bool:
    begin = begins_at(action)
    return action.is_published and not action.is_cancelled and begin is not None and begin > now
