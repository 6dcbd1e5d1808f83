"""Erasing who came: seven days after an action only the counts are left (a list of sign-ups is political opinion)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from actions.calendar import DAY
from actions.models import Action, Report, SignUp
from actions.services.reports import counts_of

KEPT_FOR = timedelta(days=7)


def purge(now: datetime, dry_run: bool = False) -> dict[str, int]:
    """Delete sign-ups of actions that ended more than seven days before `now`, and unconfirmed ones past their time.

    Counts stay on the report. People on whom nothing hangs any more are forgotten by supporters' own purge, which runs
    after this one. With `dry_run` nothing is changed and the numbers say what would be.
    """
    old = list(_old(now).values_list("pk", "action_id"))
    expired = list(_expired(now).values_list("pk", "action_id"))
    if not dry_run:
        with transaction.atomic():
            _keep_counts({action for _pk, action in old})
            _erase({pk for pk, _action in [*old, *expired]})
    return {"sign_ups_of_past_actions": len(old), "unconfirmed_sign_ups": len(expired)}


def _old(now: datetime) -> QuerySet[SignUp]:
    """By the end of the action, or of its day; an action of which only the month is known counts from its last day."""
    ended = Q(action_end__isnull=False, action_end__lt=now - KEPT_FOR)
    vague = Q(action_end__isnull=True, action__held_latest__lt=(now - KEPT_FOR).date())
    end = Coalesce("action__ends_at", F("action__starts_at") + DAY)
    return SignUp.objects.annotate(action_end=end).filter(ended | vague)


def _expired(now: datetime) -> QuerySet[SignUp]:
    return SignUp.objects.filter(unconfirmed_until__lt=now)


def _keep_counts(actions: set[int]) -> None:
    """On the report, made as an empty draft where nobody wrote one."""
    for action in Action.internal.filter(pk__in=actions):
        signed_up, attended = counts_of(action)
        counts = {"signed_up_count": signed_up, "attended_count": attended}
        if signed_up:
            Report.internal.update_or_create(action=action, defaults=counts)


def _erase(sign_ups: set[UUID]) -> None:
    SignUp.objects.filter(pk__in=sign_ups).delete()
