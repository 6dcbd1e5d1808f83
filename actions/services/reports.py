"""The picket log: what happened at an action, written down by those who stood there."""

import json
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions.choices import PoliceMeasure, SignUpState
from actions.models import Action, Report, SignUp
from actions.publication import submit
from actions.refusals import ActionsRefusal
from actions.roles import organises
from actions.services.attendance import walk_ins_of
from actions.services.places import locked
from prisoners.choices import PublicationState
from prisoners.models import Staff
from privacy.text import clean_text
from supporters.services import once

FIELDS = (
    "turnout_low",
    "turnout_high",
    "counted_by_kind",
    "counted_by",
    "text",
    "police_kinds",
    "police_measures",
    "arrests",
    "arrests_high",
    "arrests_counted_by",
    "delivery",
    "press_links",
)

NOT_YOURS = _("You do not organise this action.")
#: A phone may find its network again days later.
KEY_KEPT = timedelta(days=7)
NOT_BEGUN = _("The action has not begun yet; there is nothing to report.")
LOW_ABOVE_HIGH = _("The turnout “at least” is higher than “at most”.")
ARRESTS_CROSSED = _("The arrests “at least” are more than “at most”.")
UNKNOWN_MEASURE = _("One of the measures of the police is not known.")
WAS_CANCELLED = _("The action was cancelled; there is nothing to report.")
NOT_A_LINK = _("Each line of the press has to be an address that begins with https:// or http://.")


def log_report(action: Action, by: Staff, *, key: str = "", **fields: Any) -> Report:
    """Write or correct the report of an action, and hand it to a second person; the public sees it after that.

    `fields` are those in FIELDS. The same words with the same `key` are one report, however often a bad connection
    sends them. Only an organiser of the action's own group may. Raises ActionsRefusal or
    NotPublishable with every reason, and then nothing was written.
    """
    refuse_unless_reportable(action, by)
    with transaction.atomic():
        locked(action.pk)
        if key and not once.claim(f"report:{action.pk} {key}", _words_of(fields), kept=KEY_KEPT):
            return Report.internal.get(action=action)
        report = Report.internal.select_for_update(of=("self",)).order_by().filter(action=action).first()
        report = report or Report(action=action)
        _fill(report, fields)
        report.reported_by, report.state = by, PublicationState.DRAFT
        _count(report, action)
        report.save()
        submit(report, by)
    return report


def _words_of(fields: dict[str, Any]) -> str:
    return json.dumps(fields, sort_keys=True, default=str)


def _count(report: Report, action: Action) -> None:
    """Note the counts; once the list is erased, the ones noted before it stay."""
    signed_up, attended = counts_of(action)
    if signed_up:
        report.signed_up_count, report.attended_count = signed_up, attended
    report.walk_in_count = walk_ins_of(action) or report.walk_in_count


def counts_of(action: Action) -> tuple[int, int | None]:
    """How many had signed up and how many of them came (None where nobody recorded it); guests are counted in."""
    rows = SignUp.objects.filter(action=action, state=SignUpState.CONFIRMED).values_list("guests", "attended")
    signed_up = sum(1 + guests for guests, _attended in rows)
    recorded = [(guests, attended) for guests, attended in rows if attended is not None]
    return signed_up, sum(1 + guests for guests, attended in recorded if attended) if recorded else None


def refuse_unless_reportable(action: Action, by: Staff) -> None:
    """Raise ActionsRefusal for an action of others, one that was called off and one that has not begun."""
    if not organises(by, action):
        raise ActionsRefusal(NOT_YOURS)
    if action.is_cancelled:
        raise ActionsRefusal(WAS_CANCELLED)
    if action.starts_at is not None and action.starts_at > timezone.now():
        raise ActionsRefusal(NOT_BEGUN)


def _fill(report: Report, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if name not in FIELDS:
            raise TypeError(f"A report has no field {name} that can be logged.")
        setattr(report, name, clean_text(value) if isinstance(value, str) else value)
    if faults := _faults(report):
        raise ActionsRefusal(faults)


def _faults(report: Report) -> list[Promise | str]:
    low, high = report.turnout_low, report.turnout_high
    crossed = low is not None and high is not None and low > high
    arrests = report.arrests is not None and report.arrests_high is not None and report.arrests > report.arrests_high
    strange = not set(report.police_kinds) <= set(PoliceMeasure.values)
    links = all(line.startswith(("https://", "http://")) for line in report.press_links.split())
    return [
        *([LOW_ABOVE_HIGH] if crossed else []),
        *([ARRESTS_CROSSED] if arrests else []),
        *([UNKNOWN_MEASURE] if strange else []),
        *([] if links else [NOT_A_LINK]),
    ]
