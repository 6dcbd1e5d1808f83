"""Coming to an action: sign up without an account, and confirm by the mail.

The same work and the same answer for every address, whether we know it or not: nobody learns from us who comes.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from actions.calendar import begins_at
from actions.choices import SignUpState
from actions.models import Action, Question, SignUp, Slot
from actions.refusals import SignUpRefused
from actions.services import questions, waiting
from actions.services.names import link_faults
from actions.services.places import locked, never_room, no_room
from actions.services.sign_up_rules import (
    CHANGEABLE,
    CONSENT,
    NO_CONSENT,
    address_faults,
    guest_faults,
    no_chance,
    not_open,
    reasons_against,
    slot_faults,
)
from actions.topics import followed_with
from privacy.text import clean_line
from supporters.choices import ConsentScope
from supporters.models import Supporter
from supporters.services import outboxes, people, subscriptions

CONFIRM_WITHIN = timedelta(hours=48)
WITHHELD = "too many confirmation mails, or an address that is left in peace"
#: What somebody who only knows the address cannot start anew.
KEPT = (*CHANGEABLE, SignUpState.REFUSED)


def sign_up(
    action: Action,
    *,
    address: str,
    name: str,
    slot: Slot | None,
    guests: int,
    language: str,
    consent: bool,
    answers: Mapping[int, str] | None = None,
    alerts: bool = False,
) -> None:
    """Take a sign-up and owe its confirmation mail; it holds no place until it is confirmed.

    `consent` says that the words of CONSENT were agreed to; `alerts` that the person wants to be written to besides
    about what the action is for, which is a consent of its own (subscriptions.CONSENT). `answers` are by question.
    Raises SignUpRefused with every reason: no consent, a bad address, a link for a name, too many guests, a role of
    another action, an answer that is missing or none, an action that is past, cancelled, closed or not public, or full
    and without a waiting list. What was confirmed is never changed by this, for we do not know who is asking.
    """
    now = timezone.now()
    faults, valid = address_faults(address)
    unclear, answered = questions.read(action, answers or {})
    faults += [] if consent else [NO_CONSENT]
    faults += link_faults(name) + guest_faults(guests) + slot_faults(action, slot) + unclear
    faults += reasons_against(action, now) or no_chance(action, slot, 1 + max(guests, 0))
    if faults:
        raise SignUpRefused(faults)
    with transaction.atomic():
        locked(action.pk)
        supporter = people.meet(valid, language=language, time_zone=action.time_zone)
        said = {"name": clean_line(name)[:60], "slot": slot, "guests": guests, "wants_alerts": alerts}
        row = _row_for(action, supporter, said, answered, now)
        is_allowed = people.may_mail_stranger(valid, f"action:{action.pk}")
        _owe_confirmation(row, action, now, withheld="" if is_allowed else WITHHELD)


def confirm(sign_up: SignUp) -> None:
    """The person says by the link in the mail that they come; doing it twice is doing it once.

    The action's row is locked, so that two confirmations never share the last place. Who finds none joins the waiting
    list, where there is one; where the organisers look at each sign-up, theirs is the next word. Also takes a place
    that was offered. Raises SignUpRefused when it is full by now, past,
    cancelled, closed or not public, when the sign-up was withdrawn, or the place was not taken in time;
    SignUp.DoesNotExist or people.Gone when it was erased meanwhile.
    """
    now = timezone.now()
    with transaction.atomic():
        action = locked(sign_up.action_id)
        row = SignUp.objects.select_for_update(of=("self",)).select_related("supporter", "slot").get(pk=sign_up.pk)
        if row.state in (SignUpState.CONFIRMED, SignUpState.WAITING, SignUpState.PENDING):
            return
        if faults := not_open(row, now) or reasons_against(action, now):
            raise SignUpRefused(faults)
        _agree(row, action)
        if action.needs_approval and row.state == SignUpState.UNCONFIRMED:
            _ask_organisers(row, action, now)
        else:
            place(row, action, now)


def place(row: SignUp, action: Action, now: datetime) -> None:
    """A place for this sign-up, or one in the line; the caller holds the lock on the action.

    Raises SignUpRefused where there is neither.
    """
    if no_room(action, row.slot, 1 + row.guests, besides=row) or _is_behind_others(row):
        _wait(row, action, now)
    else:
        _settle(row, action, now)


def _is_behind_others(row: SignUp) -> bool:
    """Nobody passes those who wait already, unless they were offered the place."""
    line = SignUp.objects.filter(action=row.action_id, state=SignUpState.WAITING, guests__lte=row.guests)
    return row.state != SignUpState.OFFERED and line.filter(slot=row.slot).exists()


def _wait(row: SignUp, action: Action, now: datetime) -> None:
    """The waiting list, for whoever could find a place one day."""
    people_coming = 1 + row.guests
    if faults := no_chance(action, row.slot, people_coming):
        raise SignUpRefused(faults)
    waiting.join(row, action, now)


def _agree(row: SignUp, action: Action) -> None:
    """The mailbox is theirs: note what was agreed to, and follow what they wanted to hear of besides."""
    people.confirm(row.supporter, row.name)
    people.record_consent(row.supporter, ConsentScope.ACTION, str(CONSENT))
    topics = followed_with(action) if row.wants_alerts else []
    if topics:
        subscriptions.follow(row.supporter, topics)
    SignUp.objects.filter(pk=row.pk).update(wants_alerts=False)


def _ask_organisers(row: SignUp, action: Action, now: datetime) -> None:
    """It waits for the organisers and holds no place until they accept it."""
    if faults := never_room(action, row.slot, 1 + row.guests):
        raise SignUpRefused(faults)
    row.state, row.unconfirmed_until, row.told_revision = SignUpState.PENDING, None, action.revision
    row.is_muted = False
    row.save(update_fields=("state", "unconfirmed_until", "told_revision", "is_muted"))
    owe_word(row, "sign_up_pending", action, now)


def _row_for(
    action: Action, supporter: Supporter, said: dict[str, Any], answered: dict[Question, str], now: datetime
) -> SignUp:
    """The one sign-up of this person for this action, with what was asked unless it is confirmed or in line."""
    asked = {**said, "state": SignUpState.UNCONFIRMED, "unconfirmed_until": _until(action, now)}
    row, _is_new = SignUp.objects.get_or_create(action=action, supporter=supporter, defaults={**asked, "name": ""})
    for asking in SignUp.objects.filter(pk=row.pk).exclude(state__in=KEPT):
        for field, value in asked.items():
            setattr(asking, field, value)
        asking.save(update_fields=tuple(asked))
        questions.keep(asking, answered)
    return row


def _until(action: Action, now: datetime) -> datetime:
    """How long the link in the mail can be used: two days, or until the action begins."""
    begin = begins_at(action)
    return min(now + CONFIRM_WITHIN, begin) if begin else now + CONFIRM_WITHIN


def _owe_confirmation(row: SignUp, action: Action, now: datetime, withheld: str) -> None:
    """Written even when it may not be sent, so that the work is the same for every address."""
    outboxes.owe(
        row.supporter,
        "sign_up_confirmation",
        f"sign_up:{row.pk}",
        f"{now:%Y-%m-%dT%H}",
        due_at=now,
        stale_at=_until(action, now),
        revision=action.revision,
        withheld=withheld,
    )


def _settle(row: SignUp, action: Action, now: datetime) -> None:
    row.state, row.unconfirmed_until, row.told_revision = SignUpState.CONFIRMED, None, action.revision
    row.offered_until, row.is_muted = None, False
    row.save(update_fields=("state", "unconfirmed_until", "offered_until", "told_revision", "is_muted"))
    owe_word(row, "sign_up_confirmed", action, now)


def owe_word(row: SignUp, kind: str, action: Action, now: datetime) -> None:
    """Owe word of where a sign-up stands, of use until the action begins."""
    begin = begins_at(action) or now + CONFIRM_WITHIN
    outboxes.owe(
        row.supporter,
        kind,
        f"sign_up:{row.pk}",
        f"{now:%Y-%m-%dT%H:%M}",
        due_at=now,
        stale_at=begin,
        revision=action.revision,
    )
