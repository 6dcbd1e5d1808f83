"""Who comes to an action and should have heard by now that it is near, was moved or was cancelled.

A question about the present, asked at each tick by one statement; what was owed before is not owed again.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from actions.choices import SignUpState
from actions.models import Action, SignUp
from actions.notifications import CHANGED, NOT_PUBLIC
from actions.services.actions import TOLD
from actions.services.series import plan_series, unfinished
from actions.services.sign_up_rules import CHANGEABLE
from actions.services.waiting import may_move_up, plan_offers
from supporters.reminders import register_planner
from supporters.services import outboxes
from supporters.subjects import named

KINDS = ("sign_up_confirmed", "action_reminder", "action_moved")
#: Nobody is reminded earlier than this, in days.
LONGEST_DAYS = 60

# Of the times before the beginning at which people are reminded, the tightest that was reached: whoever signs up late
# gets the latest missed one at once, and only that: it is the mail that confirms the sign-up, which says the same, and
# a reminder of its own only where none was owed or it could not leave. So does a mail that it was moved; while a change
# rests nobody is reminded of what may change again. How late it is still of use: SECURITY K.2.
NEAR = """
WITH near AS (
  SELECT action.id, action.revision, action.starts_at, lead.minutes,
         CASE WHEN lead.minutes %% 1440 = 0 THEN lead.minutes / 1440 || 'd'
              WHEN lead.minutes %% 60 = 0 THEN lead.minutes / 60 || 'h' ELSE lead.minutes || 'm' END AS name,
         action.starts_at + CASE WHEN action.local_time IS NULL THEN interval '24 hours' ELSE interval '0' END
         - CASE WHEN lead.minutes >= 3 * 1440 THEN interval '48 hours'
                WHEN lead.minutes >= 720 THEN interval '2 hours' ELSE interval '0' END AS stale_at
  FROM actions_action action
  CROSS JOIN LATERAL (SELECT min(one) AS minutes FROM unnest(action.reminder_minutes) AS one
                      WHERE action.starts_at - one * interval '1 minute' <= %(now)s) AS lead
  WHERE action.state = 'published' AND action.cancelled_at IS NULL AND lead.minutes IS NOT NULL
    AND action.starts_at > %(now)s AND action.starts_at <= %(now)s + %(days)s * interval '1 day'
    AND (action.settles_at IS NULL OR action.settles_at <= %(now)s)
), found AS (
  SELECT coming.supporter_id, 'sign_up:' || coming.id AS subject, near.revision,
         to_char(near.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI') || '/' || near.name AS occasion,
         near.starts_at - near.minutes * interval '1 minute' AS due_at, near.stale_at
  FROM near JOIN actions_signup coming ON coming.action_id = near.id
  WHERE coming.state = 'confirmed' AND NOT coming.is_muted AND near.stale_at > %(now)s
    AND NOT EXISTS (
      SELECT 1 FROM supporters_notification receipt
      WHERE receipt.supporter_id = coming.supporter_id AND receipt.kind IN ('sign_up_confirmed', 'action_moved')
        AND receipt.subject = 'sign_up:' || coming.id AND receipt.state IN ('queued', 'sending', 'sent')
        AND receipt.due_at >= near.starts_at - near.minutes * interval '1 minute')
)
"""
# Everybody whose newest word is of an older revision, locked and noted as told by the statement that owes the mail.
# What stands as it was told (a change that was taken back before it had settled) is noted and not told.
LATE = """
WITH late AS (
  SELECT row.id, row.supporter_id, action.revision, action.cancelled_at IS NOT NULL AS is_cancelled,
         CASE WHEN action.starts_at IS NULL THEN %(now)s + interval '14 days'
              WHEN action.cancelled_at IS NOT NULL THEN action.starts_at + interval '12 hours'
              WHEN action.ends_at IS NOT NULL THEN action.ends_at
              WHEN action.local_time IS NOT NULL THEN action.starts_at + interval '3 hours'
              ELSE action.starts_at + interval '24 hours' END AS stale_at,
         action.cancelled_at IS NULL AND EXISTS (
           SELECT 1 FROM actions_actionevent before
           WHERE before.pgh_obj_id = action.id AND before.revision = row.told_revision
             AND ROW({before}) IS NOT DISTINCT FROM ROW({now})) AS is_as_told
  FROM actions_signup row JOIN actions_action action ON action.id = row.action_id
  WHERE row.state = ANY(%(states)s) AND NOT row.is_muted AND row.told_revision < action.revision
    AND (action.cancelled_at IS NOT NULL) = %(is_cancelled)s
    AND (action.cancelled_at IS NOT NULL OR action.state = 'published')
    AND (action.settles_at IS NULL OR action.settles_at <= %(now)s)
  FOR UPDATE OF row
), noted AS (
  UPDATE actions_signup SET told_revision = late.revision FROM late
  WHERE actions_signup.id = late.id AND late.stale_at > %(now)s
), found AS (
  SELECT supporter_id, 'sign_up:' || id AS subject, 'revision:' || revision AS occasion, revision,
         %(now)s::timestamptz AS due_at, stale_at
  FROM late WHERE stale_at > %(now)s AND NOT is_as_told
)
""".format(  # noqa: S608
    before=", ".join(f"before.{name}" for name in TOLD), now=", ".join(f"action.{name}" for name in TOLD)
)


def plan_reminders(now: datetime) -> int:
    """Owe a reminder to everybody who comes to a public action that is near enough; returns how many are new.

    One that did not leave because of an edit, and of which no mail about that edit took the place, is owed anew.
    """
    return outboxes.owe_found("action_reminder", NEAR, {"now": now, "days": LONGEST_DAYS}, again=CHANGED)


def plan_changes(now: datetime) -> int:
    """Owe word of a move or a cancellation to everybody who was told something older; returns how many are new.

    One mail about how it stands now, however often it changed in between; also to those who wait for a place.
    """
    values = {"now": now, "states": [str(state) for state in CHANGEABLE]}
    with transaction.atomic():
        moved = outboxes.owe_found("action_moved", LATE, {**values, "is_cancelled": False})
        return moved + outboxes.owe_found("action_cancelled", LATE, {**values, "is_cancelled": True})


def plan_returned(now: datetime) -> int:
    """Owe again what was cancelled because the page was withdrawn, for actions that are public again."""
    back = Action.public.filter(cancelled_at__isnull=True).order_by()
    about = named("sign_up")
    coming = SignUp.objects.filter(state=SignUpState.CONFIRMED, action__in=back).annotate(about=about)
    return outboxes.owe_again(KINDS, coming.values_list("about"), NOT_PUBLIC, now)


def register_planners() -> None:
    """Have the clock ask these questions."""
    coming = SignUp.objects.filter(state=SignUpState.CONFIRMED)
    changed = Action.internal.filter(revision__gt=0)
    register_planner("series", plan_series, only_if=lambda now: [unfinished(now)])
    # First: whoever is told of a move in this round is not reminded in it.
    register_planner("action-changes", plan_changes, only_if=lambda now: [changed])
    register_planner("actions", plan_reminders, only_if=lambda now: [_near(now)])
    register_planner("actions-returned", plan_returned, only_if=lambda now: [coming])
    register_planner("waiting-lists", plan_offers, only_if=lambda now: [may_move_up(now)])


def _near(now: datetime) -> QuerySet[Action]:
    return Action.internal.filter(starts_at__gt=now, starts_at__lte=now + timedelta(days=LONGEST_DAYS))
