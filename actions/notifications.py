"""The mails of this floor: what each says, and when it is not true any more."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from actions import words
from actions.calendar import begins_at, over_at
from actions.choices import SignUpState
from actions.ical_actions import action_entry
from actions.models import Action, Message, SignUp
from actions.services.contacts import contact_of
from actions.services.messaging import STATES
from actions.services.sign_up_rules import CHANGEABLE, CONSENT
from actions.sign_up_codes import words_for
from prisoners.ical import invitation
from prisoners.times import say_instant
from supporters.choices import Rank
from supporters.kinds import Kind, register
from supporters.links import ending_url, link_for
from supporters.models import Notification

GONE = "the sign-up is gone"
NOT_COMING = "the person does not come"
NOT_PUBLIC = "the action is not public"
CALLED_OFF = "the action was cancelled"
OVER = "the action is over"
SETTLED = "the sign-up is confirmed or withdrawn already"
#: After the old beginning; who stood there in vain shall still learn why.
CANCELLATION_TOLD_FOR = timedelta(hours=12)
MUTED = "the person wants no mails about it"
CHANGED = "the action has changed since; the newer mail tells it"

#: What these mails say of where a sign-up stands; they are true while it stands there.
STATE_TOLD = {
    "sign_up_pending": SignUpState.PENDING,
    "sign_up_waiting": SignUpState.WAITING,
    "place_offered": SignUpState.OFFERED,
    "sign_up_refused": SignUpState.REFUSED,
}


def sign_up_of(notification: Notification) -> SignUp | None:
    """The sign-up that a notification is about, or None when it was erased."""
    key = notification.subject.removeprefix("sign_up:")
    return SignUp.objects.select_related("action", "action__group", "supporter", "slot").filter(pk=key).first()


def context(notification: Notification) -> dict[str, Any]:
    """What the mails about an action one comes to say; the place is told, for these people come."""
    sign_up = _known(notification)
    return {
        **_about(sign_up.action),
        "place": words.place(sign_up.action, knows_address=words.knows_address(sign_up)),
        "role": str(sign_up.slot) if sign_up.slot else "",
        "guests": sign_up.guests,
        "reason": sign_up.action.cancellation_reason,
        "withdraw_url": link_for("manage-sign-up", str(sign_up.pk), expires_at=over_at(sign_up.action)),
        "advice_url": f"{settings.SITE_ORIGIN}{reverse('about-page', args=['coming'])}",
    }


def ending(notification: Notification) -> str:
    """Where one click ends the mails about this one action, and neither the alerts nor the sign-up."""
    return ending_url("mute-sign-up", notification.subject.removeprefix("sign_up:"))


def offer_context(notification: Notification) -> dict[str, Any]:
    """As `context`, with until when the place is kept, in the time of the place, and the link that takes it."""
    sign_up = _known(notification)
    until = sign_up.offered_until or notification.stale_at
    return {
        **context(notification),
        **words_for(sign_up),
        "until": say_instant(until, sign_up.action.time_zone, get_language() or "en"),
        "confirm_url": link_for("confirm-sign-up", str(sign_up.pk), expires_at=until),
    }


def refusal_context(notification: Notification) -> dict[str, Any]:
    """What is said to somebody who is not expected: which action it was, and neither a place nor a way in."""
    return _about(_known(notification).action)


def message_context(notification: Notification) -> dict[str, Any]:
    """What the organisers wrote, about which action, and where one withdraws."""
    message = message_of(notification)
    if message is None:
        raise LookupError(GONE)
    return {**context(notification), "message": message.text, "can_answer": bool(answers_of(notification))}


def answers_of(notification: Notification) -> str:
    """Where an answer to the organisers goes: to their group, where that gave an address."""
    return contact_of(_known(notification).action.group_id)


def message_of(notification: Notification) -> Message | None:
    """What was written, unless it was erased since."""
    return Message.objects.filter(pk=notification.occasion.removeprefix("message:")).first()


def calendar_of(notification: Notification) -> bytes | None:
    """The action for the calendar of somebody who comes, with its place; nothing for those who only wait."""
    sign_up = _known(notification)
    if sign_up.state != SignUpState.CONFIRMED:
        return None
    entry = action_entry(sign_up.action, knows_address=words.knows_address(sign_up))
    return invitation(entry) if entry else None


def confirmation_context(notification: Notification) -> dict[str, Any]:
    """What a stranger's mail says: no word that a visitor chose, and no address that is not for everybody."""
    sign_up = _known(notification)
    return {
        **_about(sign_up.action),
        **words_for(sign_up),
        "place": words.place(sign_up.action),
        "consent": str(CONSENT),
        "is_confirmed": sign_up.state in CHANGEABLE,
        "manage_url": link_for("manage-sign-up", str(sign_up.pk), expires_at=over_at(sign_up.action)),
        "confirm_url": link_for("confirm-sign-up", str(sign_up.pk), expires_at=notification.stale_at),
        "not_me_url": link_for("not-me-sign-up", str(sign_up.pk)),
    }


def _known(notification: Notification) -> SignUp:
    sign_up = sign_up_of(notification)
    if sign_up is None:
        raise LookupError(GONE)
    return sign_up


def _about(action: Action) -> dict[str, Any]:
    path = reverse("actions:action", args=[action.slug])
    return {
        "title": action.title_i18n,
        "description": action.description_i18n,
        "when": words.when(action),
        "kinds": words.kinds(action),
        "organiser": words.organiser(action),
        "has_time": action.has_time,
        "action_url": f"{settings.SITE_ORIGIN}{path}",
    }


def against_confirmation(notification: Notification, now: datetime) -> str:
    """A confirmation is asked for while the sign-up waits and the action is still to come."""
    sign_up = sign_up_of(notification)
    if sign_up is None:
        return GONE
    if sign_up.state == SignUpState.WITHDRAWN:
        return SETTLED
    return _against_action(sign_up.action, now)


def against_word_to_comer(notification: Notification, now: datetime) -> str:
    """Whoever does not come any more hears nothing more; a revision that is not the newest is not told."""
    sign_up = sign_up_of(notification)
    if sign_up is None:
        return GONE
    hears = CHANGEABLE if notification.kind == "action_moved" else (SignUpState.CONFIRMED,)
    if sign_up.state not in hears:
        return NOT_COMING
    if sign_up.is_muted:
        return MUTED
    if notification.revision != sign_up.action.revision:
        return CHANGED
    return _against_action(sign_up.action, now)


def against_cancellation(notification: Notification, now: datetime) -> str:
    """A cancellation is told to those who would have come, even when the page was withdrawn meanwhile."""
    sign_up = sign_up_of(notification)
    if sign_up is None:
        return GONE
    if sign_up.state not in CHANGEABLE:
        return NOT_COMING
    if sign_up.is_muted:
        return MUTED
    return OVER if _is_past_telling(sign_up.action, now) else ""


def against_receipt(notification: Notification, now: datetime) -> str:
    """The word that a sign-up is confirmed says what is true at sending, whatever changed since."""
    sign_up = sign_up_of(notification)
    if sign_up is None:
        return GONE
    if sign_up.is_muted:
        return MUTED
    return NOT_COMING if sign_up.state != SignUpState.CONFIRMED else _against_action(sign_up.action, now)


def against_word_in_line(notification: Notification, now: datetime) -> str:
    """Who left the line, got a place or was decided about hears nothing more about waiting for it."""
    sign_up = sign_up_of(notification)
    if sign_up is None:
        return GONE
    state = STATE_TOLD[notification.kind]
    return _against_action(sign_up.action, now) if sign_up.state == state else SETTLED


def against_message(notification: Notification, now: datetime) -> str:
    """Only to those who still stand where the organisers wrote to, also after the action and when it was cancelled."""
    sign_up, message = sign_up_of(notification), message_of(notification)
    if sign_up is None or message is None:
        return GONE
    if sign_up.state not in STATES[message.audience]:
        return NOT_COMING
    if sign_up.is_muted:
        return MUTED
    return "" if sign_up.action.is_published else NOT_PUBLIC


def _against_action(action: Action, now: datetime) -> str:
    if not Action.public.filter(pk=action.pk).exists():
        return NOT_PUBLIC
    if action.is_cancelled:
        return CALLED_OFF
    begin = begins_at(action)
    return OVER if begin is not None and begin <= now else ""


def cancellation_stale_at(action: Action) -> datetime | None:
    """Until when it helps to hear that it was cancelled (SECURITY K.2); None while its day is not known."""
    return action.starts_at + CANCELLATION_TOLD_FOR if action.starts_at else None


def _is_past_telling(action: Action, now: datetime) -> bool:
    end = cancellation_stale_at(action)
    return end is not None and end <= now


Against = Callable[[Notification, datetime], str]


def register_kinds() -> None:
    """Make the mails of this floor known to the outbox."""
    register(Kind("sign_up_confirmation", confirmation_context, against_confirmation, is_essential=True))
    register(Kind("place_offered", offer_context, against_word_in_line, ending=ending, rank=Rank.URGENT))
    register(Kind("sign_up_refused", refusal_context, against_word_in_line, ending=ending, rank=Rank.URGENT))
    register(Kind("organiser_message", message_context, against_message, ending=ending, reply_to=answers_of))
    told: tuple[tuple[str, Against], ...] = (
        ("sign_up_confirmed", against_receipt),
        ("sign_up_waiting", against_word_in_line),
        ("sign_up_pending", against_word_in_line),
        ("action_reminder", against_word_to_comer),
        ("action_moved", against_word_to_comer),
        ("action_cancelled", against_cancellation),
    )
    for name, against in told:
        register(Kind(name, context, against, invitation=calendar_of, ending=ending, rank=Rank.URGENT))
