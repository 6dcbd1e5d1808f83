"""Coming to an action: sign up without an account, confirm by the mail, withdraw, and «it was not me».

The same work and the same answer for every address, whether we know it or not: nobody learns from us who comes.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions.calendar import begins_at
from actions.choices import SignUpState
from actions.models import Action, Answer, Question, SignUp, Slot
from actions.refusals import SignUpRefused
from actions.services import questions, waiting
from actions.services.places import locked, never_room, no_room
from actions.topics import followed_with
from privacy import tombstones
from privacy.addresses import BadAddress, validate_address
from privacy.text import clean_line
from supporters.choices import ConsentScope, SupporterState, SuppressionReason
from supporters.models import Supporter
from supporters.services import outboxes, people, subscriptions

CONFIRM_WITHIN = timedelta(hours=48)
MOST_GUESTS = 20
#: What the person has confirmed, and may change by the link in the mail.
IN_LINE = (SignUpState.PENDING, SignUpState.WAITING, SignUpState.OFFERED)
CHANGEABLE = (SignUpState.CONFIRMED, *IN_LINE)
#: What somebody who only knows the address cannot start anew.
KEPT = (*CHANGEABLE, SignUpState.REFUSED)
WITHHELD = "too many confirmation mails, or an address that is left in peace"

#: What one agrees to; the words that were shown are what is recorded (GDPR art. 7(1)).
CONSENT = _(
    "I agree that the organisers of this action see the name and the answers I give, and that I come. "
    "My address is kept encrypted, is used for mail about this action only, and is erased seven days after it."
)

NOT_PUBLIC = _("There is no such action.")
CANCELLED = _("This action was cancelled.")
CLOSED = _("This action does not take sign-ups.")
NO_DAY = _("The day of this action is not known yet; please come back when it is.")
PAST = _("This action has begun already, or is over.")
NOT_A_SLOT = _("This role does not belong to this action.")
TOO_MANY_GUESTS = _("Please bring at most 20 guests on one sign-up.")
NOT_CHANGEABLE = _("This sign-up cannot be changed; please sign up again.")
NO_CONSENT = _("We need your agreement to keep your sign-up; without it we cannot take it.")
NOT_IN_TIME = _("The place was kept for you for a time, and that is over. Please sign up again.")
NOT_ACCEPTED = _("The organisers could not accept this sign-up.")
WITHDRAWN = _("You withdrew this sign-up. If you want to come after all, please sign up again.")


def reasons_against(action: Action, now: datetime) -> list[Promise | str]:
    """Why nobody can sign up for an action at `now`, leaving aside whether there is room; empty when one can."""
    if not Action.public.filter(pk=action.pk).exists():
        return [NOT_PUBLIC]
    if action.is_cancelled:
        return [CANCELLED]
    begin = begins_at(action)
    if begin is not None and begin <= now:
        return [PAST]
    if not action.is_open_for_sign_up:
        return [CLOSED]
    return [NO_DAY] if begin is None else []


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
    Raises SignUpRefused with every reason: no consent, a bad address, too many guests, a role of another action, an
    answer that is missing or none, an action that is past, cancelled, closed or not public, or full and without a
    waiting list. What was confirmed is never changed by this, for we do not know who is asking.
    """
    now = timezone.now()
    faults, valid = _address_faults(address)
    unclear, answered = questions.read(action, answers or {})
    faults += [] if consent else [NO_CONSENT]
    faults += _guest_faults(guests) + _slot_faults(action, slot) + unclear
    faults += reasons_against(action, now) or _no_chance(action, slot, 1 + max(guests, 0))
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
        if faults := _not_open(row, now) or reasons_against(action, now):
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


def withdraw(sign_up: SignUp) -> None:
    """The person does not come after all; the place goes to the next in line. Doing it twice is doing it once.

    What was answered is erased at once. A sign-up that was not accepted stays so.
    """
    with transaction.atomic():
        action = locked(sign_up.action_id)
        tombstones.bury("sign-up", sign_up.pk)
        gone = {"state": SignUpState.WITHDRAWN, "guests": 0, "unconfirmed_until": None, "offered_until": None}
        SignUp.objects.filter(pk=sign_up.pk).exclude(state=SignUpState.REFUSED).update(**gone)
        Answer.objects.filter(sign_up=sign_up.pk).delete()
        waiting.move_up(action, timezone.now())


def mute(sign_up: SignUp) -> None:
    """No more mails about this action. Who comes is expected still; who waits for a place leaves the line.

    A place in line that nobody can be told of would be kept from the next.
    """
    if sign_up.state in IN_LINE:
        withdraw(sign_up)
        return
    tombstones.bury("mails about a sign-up", sign_up.pk)
    SignUp.objects.filter(pk=sign_up.pk).update(is_muted=True)


def unmute(sign_up: SignUp) -> None:
    """Mails about this action again; a move that was not told meanwhile is told then."""
    SignUp.objects.filter(pk=sign_up.pk).update(is_muted=False)


def change(sign_up: SignUp, *, slot: Slot | None, guests: int, answers: Mapping[int, str] | None = None) -> None:
    """Bring more or fewer guests, do something else there, or answer otherwise (None: as answered before).

    Raises SignUpRefused, and then nothing was changed.
    """
    now = timezone.now()
    with transaction.atomic():
        action = locked(sign_up.action_id)
        row = SignUp.objects.select_for_update(of=("self",)).get(pk=sign_up.pk)
        unclear, answered = ([], None) if answers is None else questions.read(action, answers)
        faults = _guest_faults(guests) + _slot_faults(action, slot) + unclear + reasons_against(action, now)
        faults = faults or ([] if row.state in CHANGEABLE else [NOT_CHANGEABLE])
        if faults := faults or _no_place_for(row, action, slot, guests):
            raise SignUpRefused(faults)
        row.slot, row.guests = slot, guests
        row.save(update_fields=("slot", "guests"))
        if answered is not None:
            questions.keep(row, answered)
        waiting.move_up(action, now)


def disown(sign_up: SignUp) -> None:
    """«It was not me»: the sign-up is deleted, and an address that nobody ever confirmed is not written to again."""
    supporter = sign_up.supporter
    with transaction.atomic():
        action = locked(sign_up.action_id)
        tombstones.bury("sign-up", sign_up.pk)
        SignUp.objects.filter(pk=sign_up.pk).delete()
        if supporter.state == SupporterState.UNCONFIRMED:
            _never_write_again(supporter)
        waiting.move_up(action, timezone.now())


def _never_write_again(supporter: Supporter) -> None:
    """Nobody at this address ever said yes: keep its keyed hash, so that it is left in peace, and nothing else."""
    people.leave_in_peace(supporter, SuppressionReason.NOT_ME)
    people.forget(supporter)


def _address_faults(address: str) -> tuple[list[Promise | str], str]:
    try:
        return [], validate_address(address)
    except BadAddress as error:
        return [error.sentence], ""


def _guest_faults(guests: int) -> list[Promise | str]:
    return [] if 0 <= guests <= MOST_GUESTS else [TOO_MANY_GUESTS]


def _slot_faults(action: Action, slot: Slot | None) -> list[Promise | str]:
    return [] if slot is None or slot.action_id == action.pk else [NOT_A_SLOT]


def _no_chance(action: Action, slot: Slot | None, people_coming: int) -> list[Promise | str]:
    """No place now, and none later."""
    find = never_room if action.has_waiting_list else no_room
    return find(action, slot, people_coming)


def _not_open(row: SignUp, now: datetime) -> list[Promise | str]:
    """Why this sign-up cannot be confirmed any more, by itself."""
    is_late = row.state == SignUpState.OFFERED and row.offered_until is not None and row.offered_until <= now
    if is_late or row.state == SignUpState.LAPSED:
        return [NOT_IN_TIME]
    if row.state == SignUpState.REFUSED:
        return [NOT_ACCEPTED]
    return [WITHDRAWN] if row.state == SignUpState.WITHDRAWN else []


def _is_behind_others(row: SignUp) -> bool:
    """Nobody passes those who wait already, unless they were offered the place."""
    line = SignUp.objects.filter(action=row.action_id, state=SignUpState.WAITING, guests__lte=row.guests)
    return row.state != SignUpState.OFFERED and line.filter(slot=row.slot).exists()


def _wait(row: SignUp, action: Action, now: datetime) -> None:
    """The waiting list, for whoever could find a place one day."""
    people_coming = 1 + row.guests
    if faults := _no_chance(action, row.slot, people_coming):
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


def _no_place_for(row: SignUp, action: Action, slot: Slot | None, guests: int) -> list[Promise | str]:
    find = never_room if row.state in (SignUpState.WAITING, SignUpState.PENDING) else None
    return find(action, slot, 1 + guests) if find else no_room(action, slot, 1 + guests, besides=row)


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
