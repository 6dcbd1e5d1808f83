"""An action that is reported before it was ever shown, such as a log of the street: one look shows both.

The rule is that of each by itself: a second person, and nothing that this person has not seen.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from actions.models import Action, Report
from actions.publication import PARENT_FIRST, may_publish_now, publish, reasons_against
from actions.refusals import NotPublishable
from prisoners.models import Staff
from prisoners.publication import review_missing

NO_REPORT = _("There is no report yet.")


def may_publish_both(action: Action, report: Report | None, by: Staff) -> bool:
    """Whether both wait, and nothing but the action, which this person could publish, is in the way of the report."""
    if report is None or not may_publish_now(action, by):
        return False
    return [*review_missing(report, by), *reasons_against(report, by)] == [PARENT_FIRST]


def publish_both(action: Action, by: Staff, *, seen: str, seen_report: str) -> None:
    """Show an action and its report to everybody, or neither; each has to be the version that was looked at.

    Raises NotPublishable with the reasons against the first that cannot be shown.
    """
    with transaction.atomic():
        publish(action, by, seen=seen)
        report = Report.internal.filter(action=action).first()
        if report is None:
            raise NotPublishable([NO_REPORT])
        report.action = action
        publish(report, by, seen=seen_report)
