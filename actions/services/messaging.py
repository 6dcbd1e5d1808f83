"""Writing to those who signed up: through the outbox, a few times a day, with a note of what was said and by whom."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions.choices import Audience, SignUpState
from actions.models import Action, Message, SignUp, Slot
from actions.refusals import ActionsRefusal
from actions.roles import organises
from actions.services.actions import NOT_YOURS
from actions.services.places import locked
from prisoners.models import Staff
from privacy.text import clean_text
from supporters.services import once, outboxes, people

LONGEST = 4000
#: Of one action, in 24 hours.
MOST_A_DAY, DAY = 5, timedelta(hours=24)
#: After this time nobody needs to read it any more.
OF_USE_FOR = timedelta(days=3)
STATES: dict[str, tuple[str, ...]] = {
    Audience.COMING: (SignUpState.CONFIRMED,),
    Audience.SLOT: (SignUpState.CONFIRMED,),
    Audience.WAITING: (SignUpState.WAITING, SignUpState.OFFERED),
}

EMPTY = _("Please write something.")
TOO_LONG = _("Please write at most 4,000 characters.")
NO_ROLE = _("Please choose a role of this action.")
NOBODY = _("Nobody would get this message: nobody of them has signed up, or they want no mails about it.")
TOO_OFTEN = _("You have written to them five times in a day; more would be taken for spam. Please wait until tomorrow.")
NOT_SHOWN = _("The action is not public; nobody can have signed up for it.")

FOUND = """
WITH found AS (
  SELECT row.supporter_id, 'sign_up:' || row.id AS subject, %(occasion)s AS occasion, %(revision)s AS revision,
         %(now)s::timestamptz AS due_at, %(stale_at)s::timestamptz AS stale_at
  FROM actions_signup row WHERE row.id = ANY(%(rows)s::uuid[])
)
"""


def audience_of(action: Action, audience: str, slot: Slot | None = None) -> QuerySet[SignUp]:
    """The sign-ups that a message would go to.

    Who withdrew, was refused, wants no mails, complained of one or cannot be reached never gets one.
    """
    reachable = people.reachable(timezone.now())
    rows = SignUp.objects.filter(action=action, state__in=STATES[audience], is_muted=False, supporter__in=reachable)
    return rows.filter(slot=slot) if audience == Audience.SLOT else rows


def write(action: Action, by: Staff, *, text: str, audience: str, slot: Slot | None = None, key: str = "") -> int:
    """Owe a message to those who signed up; returns to how many. The same `key` sends it once.

    Raises ActionsRefusal with every reason, and then nothing was written.
    """
    if not organises(by, action):
        raise ActionsRefusal(NOT_YOURS)
    words = clean_text(text)
    with transaction.atomic():
        fresh = locked(action.pk)
        if key and not once.claim(f"message:{action.pk}", key):
            return 0
        rows = list(audience_of(fresh, audience, slot).values_list("pk", flat=True)) if audience in STATES else []
        if faults := _faults(fresh, words, audience, slot, len(rows)):
            raise ActionsRefusal(faults)
        message = Message(action=fresh, audience=audience, slot=slot, text=words, sent_by=by, recipients=len(rows))
        message.save()
        _owe(message, fresh, rows)
    return len(rows)


def _faults(action: Action, words: str, audience: str, slot: Slot | None, reached: int) -> list[Promise | str]:
    has_role = audience != Audience.SLOT or (slot is not None and slot.action_id == action.pk)
    lately = Message.objects.filter(action=action, sent_at__gt=timezone.now() - DAY).count()
    return [
        *([] if words else [EMPTY]),
        *([TOO_LONG] if len(words) > LONGEST else []),
        *([] if has_role else [NO_ROLE]),
        *([] if action.is_published else [NOT_SHOWN]),
        *([NOBODY] if has_role and not reached else []),
        *([TOO_OFTEN] if lately >= MOST_A_DAY else []),
    ]


def _owe(message: Message, action: Action, rows: list) -> None:
    now = timezone.now()
    values = {"occasion": f"message:{message.pk}", "revision": action.revision, "rows": [str(row) for row in rows]}
    outboxes.owe_found("organiser_message", FOUND, {**values, "now": now, "stale_at": now + OF_USE_FOR})
