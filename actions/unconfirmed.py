"""One more mail to somebody who has not confirmed a sign-up or a signature after a day, while the link still lives.

It is the first one where a stranger had used up what the address may be sent in a day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from actions import notifications, signature_mails
from actions.choices import SignatureState, SignUpState
from actions.models import Signature, SignUp
from supporters.choices import NotificationState
from supporters.kinds import Context, Kind, ReasonAgainst, register
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services import outboxes, people
from supporters.subjects import named

AFTER = timedelta(hours=24)
#: A link that lives for less than this helps nobody.
LEAST = timedelta(hours=2)
#: At one round of the clock.
MOST = 200
WITHHELD = "too many confirmation mails, or an address that is left in peace"
SETTLED = "it is confirmed, withdrawn or erased by now"

Unconfirmed = QuerySet[SignUp] | QuerySet[Signature]


@dataclass(frozen=True)
class Asking:
    """What is asked again: by which kind of mail after which, of which rows, under which name (`sign_up`).

    `about` names what a row is about, which has a cap of its own.
    """

    kind: str
    after: str
    name: str
    waiting: Callable[[], Unconfirmed]
    about: Callable[[SignUp | Signature], str]
    context: Context
    against: ReasonAgainst


def _sign_ups() -> QuerySet[SignUp]:
    return SignUp.objects.filter(state=SignUpState.UNCONFIRMED)


def _signatures() -> QuerySet[Signature]:
    return Signature.objects.filter(state=SignatureState.UNCONFIRMED)


ASKED = (
    Asking(
        "sign_up_confirmation_reminder",
        "sign_up_confirmation",
        "sign_up",
        _sign_ups,
        lambda row: f"action:{row.action_id}" if isinstance(row, SignUp) else "",
        notifications.confirmation_context,
        notifications.against_confirmation,
    ),
    Asking(
        "signature_confirmation_reminder",
        "signature_confirmation",
        "signature",
        _signatures,
        lambda row: f"appeal:{row.appeal_id}" if isinstance(row, Signature) else "",
        signature_mails.context,
        signature_mails.against,
    ),
)


def register_reminders() -> None:
    """Make the mails and their question known."""
    for one in ASKED:
        register(Kind(one.kind, one.context, _against(one), is_essential=True))
    register_planner("unconfirmed-here", plan, only_if=lambda now: [_in_time(one, now) for one in ASKED])


def plan(now: datetime) -> int:
    """Owe the reminder to whoever was asked a day ago; it counts as a mail to a stranger. Returns how many are new."""
    return sum(_remind(one, row, now) for one in ASKED for row in _found(one, now))


def _against(one: Asking) -> ReasonAgainst:
    def against(notification: Notification, now: datetime) -> str:
        """Only while it waits, and while it can be confirmed."""
        key = notification.subject.removeprefix(f"{one.name}:")
        return one.against(notification, now) if one.waiting().filter(pk=key).exists() else SETTLED

    return against


def _in_time(one: Asking, now: datetime) -> Unconfirmed:
    """Asked a day ago or more, by what is left of two days at the most, while the link still lives."""
    until = now + people.CONFIRM_WITHIN - AFTER
    return one.waiting().filter(unconfirmed_until__gt=now + LEAST, unconfirmed_until__lte=until)


def _found(one: Asking, now: datetime) -> Unconfirmed:
    subject = named(one.name)
    mails = Notification.objects.filter(subject=OuterRef("named"))
    had_no_room = Q(state=NotificationState.CANCELLED, reason=WITHHELD)
    asked = mails.filter(Q(state=NotificationState.SENT) | had_no_room, kind=one.after, due_at__lte=now - AFTER)
    rows = _in_time(one, now).annotate(named=subject).filter(Exists(asked))
    return rows.exclude(Exists(mails.filter(kind=one.kind))).select_related("supporter").order_by("pk")[:MOST]


def _remind(one: Asking, row: SignUp | Signature, now: datetime) -> bool:
    withheld = "" if people.may_mail_stranger(row.supporter.email, one.about(row)) else WITHHELD
    stale_at = (row.unconfirmed_until or now) - timedelta(hours=1)
    about = f"{one.name}:{row.pk}"
    return outboxes.owe(row.supporter, one.kind, about, "once", due_at=now, stale_at=stale_at, withheld=withheld)
