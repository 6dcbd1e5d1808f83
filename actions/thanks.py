"""What came of an action, with thanks, to those who came: once its report is public and while their sign-up is kept.

Whoever follows the action besides hears of the report by the alert alone.
"""

from datetime import datetime, timedelta
from typing import Any

from actions.announcements import NO_REPORT, REPORTED, fresh, report_words
from actions.choices import SignUpState
from actions.models import Report, SignUp
from actions.notifications import CALLED_OFF, GONE, MUTED, NOT_COMING, ending, sign_up_of
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.models import Notification
from supporters.reminders import register_planner
from supporters.services import outboxes
from supporters.subjects import named

KIND = "action_thanks"
#: So long after its publication; sooner where the sign-up is erased, a week after the action.
NEWS_FOR = timedelta(days=7)

# The occasion names no action: what is kept of a mail tells nobody later where its reader stood.
CAME = """
WITH found AS (
  SELECT came.supporter_id, 'sign_up:' || came.id AS subject, 'report' AS occasion, 0 AS revision,
         report.published_at AS due_at, report.published_at + %(kept)s AS stale_at
  FROM actions_report report
  JOIN actions_action action ON action.id = report.action_id AND action.state = 'published'
                            AND action.cancelled_at IS NULL
  JOIN actions_signup came ON came.action_id = action.id AND came.state = 'confirmed' AND NOT came.is_muted
                          AND came.attended IS NOT FALSE
  WHERE report.state = 'published' AND report.published_at > %(now)s - %(kept)s AND report.published_at <= %(now)s
    AND NOT EXISTS (SELECT 1 FROM supporters_notification told
                    WHERE told.supporter_id = came.supporter_id AND told.kind = %(alert)s
                      AND told.subject = 'report:' || report.id AND told.state <> 'cancelled')
)
"""


def register() -> None:
    """Make the mail and its question known; asked after the alert about the report."""
    register_kind(Kind(KIND, context, against, ending=ending, resend_if_in_doubt=False))
    register_planner("thanks", plan, only_if=lambda now: [fresh(Report.internal, now)])


def plan(now: datetime) -> int:
    """Owe it for each report that was published within seven days; returns how many are new."""
    new = outboxes.owe_found(KIND, CAME, {"now": now, "kept": NEWS_FOR, "alert": REPORTED})
    about = named("sign_up")
    reported = SignUp.objects.filter(action__in=Report.public.order_by().values("action")).annotate(about=about)
    return new + outboxes.owe_again([KIND], reported.values_list("about"), NO_REPORT, now)


def context(notification: Notification) -> dict[str, Any]:
    """The report, and nothing of other actions: the sign-up was for mail about this one."""
    sign_up = sign_up_of(notification)
    report = _report_of(sign_up) if sign_up else None
    if report is None:
        raise LookupError(NO_REPORT)
    return report_words(report)


def against(notification: Notification, now: datetime) -> str:
    """True while the report is public, and of those of whom nobody noted that they did not come."""
    sign_up = sign_up_of(notification)
    if sign_up is None:
        return GONE
    if sign_up.state != SignUpState.CONFIRMED or sign_up.attended is False:
        return NOT_COMING
    if sign_up.is_muted:
        return MUTED
    if sign_up.action.is_cancelled:
        return CALLED_OFF
    return "" if _report_of(sign_up) else NO_REPORT


def _report_of(sign_up: SignUp) -> Report | None:
    return Report.public.select_related("action").filter(action=sign_up.action_id).first()
