"""Who comes to an action and should have heard by now that it is near, was moved or was cancelled.

A question about the present, asked at each tick; what was owed before is not owed again.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from actions.calendar import begins_at, over_at
from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.notifications import NOT_PUBLIC, cancellation_stale_at
from actions.services.series import plan_series
from actions.services.waiting import plan_offers
from supporters.reminders import register_planner
from supporters.services import outboxes

KINDS = ("sign_up_confirmed", "action_reminder", "action_moved")
#: How long before the beginning people are reminded; of these, the tightest that was reached.
LEADS = ((timedelta(days=1), "1d"), (timedelta(days=7), "7d"))
#: A reminder that is later than so long before the beginning has lost its use (SECURITY K.2).
LATEST = {"1d": timedelta(hours=2), "7d": timedelta(hours=48)}
#: So long it is news that an action has no day any more.
NEWS_FOR = timedelta(days=14)


def plan_reminders(now: datetime) -> int:
    """Owe a reminder to everybody who comes to a public action within the longest lead; returns how many are new."""
    longest = LEADS[-1][0]
    near = Action.public.filter(cancelled_at__isnull=True, starts_at__gt=now, starts_at__lte=now + longest)
    return sum(_remind(action, now) for action in near.order_by("pk"))


def plan_changes(now: datetime) -> int:
    """Owe word of a move or a cancellation to everybody who was told something older; returns how many are new."""
    is_news = Q(action__starts_at__isnull=True) | Q(action__starts_at__gt=now - timedelta(days=1))
    late = _comers().filter(is_news, told_revision__lt=F("action__revision"))
    return sum(_tell_change(row, now) for row in late.iterator(chunk_size=500))


def plan_returned(now: datetime) -> int:
    """Owe again what was cancelled because the page was withdrawn, for actions that are public again."""
    back = Action.public.filter(cancelled_at__isnull=True).order_by()
    about = Concat(Value("sign_up:"), Cast("pk", CharField()), output_field=CharField())
    coming = SignUp.objects.filter(state=SignUpState.CONFIRMED, action__in=back).annotate(about=about)
    return outboxes.owe_again(KINDS, coming.values_list("about"), NOT_PUBLIC, now)


def _comers() -> QuerySet[SignUp]:
    coming = SignUp.objects.filter(state=SignUpState.CONFIRMED, is_muted=False)
    return coming.select_related("action", "supporter").order_by("pk")


def _remind(action: Action, now: datetime) -> int:
    """The tightest lead that was reached, to all who come in one statement."""
    start = _start(action)
    lead, name = next((lead, name) for lead, name in LEADS if now >= start - lead)
    stale_at = (begins_at(action) or start) - LATEST[name]
    if stale_at <= now:
        return 0
    coming = SignUp.objects.filter(action=action, state=SignUpState.CONFIRMED, is_muted=False)
    if name == LEADS[-1][1]:
        # Whoever signed up within the long lead has just read when it is.
        coming = coming.filter(signed_up_on__lt=(start - lead).date())
    people = {f"sign_up:{key}": person for key, person in coming.values_list("pk", "supporter_id")}
    occasion = f"{start:%Y-%m-%dT%H:%M}/{name}"
    span = outboxes.Span(start - lead, stale_at)
    return outboxes.owe_each("action_reminder", occasion, span, people, revision=action.revision)


def _tell_change(row: SignUp, now: datetime) -> bool:
    """One mail about how it stands now, however often it changed in between."""
    action = row.action
    end = (cancellation_stale_at(action) if action.is_cancelled else over_at(action)) or now + NEWS_FOR
    kind = "action_cancelled" if action.is_cancelled else "action_moved"
    is_told_to_public = action.is_cancelled or action.is_published
    if end <= now or not is_told_to_public:
        return False
    with transaction.atomic():
        is_new = outboxes.owe(
            row.supporter,
            kind,
            f"sign_up:{row.pk}",
            f"revision:{action.revision}",
            due_at=now,
            stale_at=end,
            revision=action.revision,
        )
        SignUp.objects.filter(pk=row.pk).update(told_revision=action.revision)
    return is_new


def _start(action: Action) -> datetime:
    if action.starts_at is None:
        raise ValueError("An action without a beginning is not near.")
    return action.starts_at


Planner = Callable[[datetime], int]


def register_planners() -> None:
    """Have the clock ask these questions."""
    planners: tuple[tuple[str, Planner], ...] = (
        ("series", plan_series),
        ("actions", plan_reminders),
        ("action-changes", plan_changes),
        ("actions-returned", plan_returned),
        ("waiting-lists", plan_offers),
    )
    for name, plan in planners:
        register_planner(name, plan)
