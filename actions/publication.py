"""How actions, reports, campaigns and groups become public: a second person looks at them first.

Draft, in review, perhaps sent back, published, withdrawn. Whoever submitted a row never publishes it.
"""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from actions import appeal_rules, appeal_texts
from actions.models import (
    Action,
    Appeal,
    Campaign,
    DayOfAction,
    Demand,
    Endorsement,
    Group,
    LetterRules,
    LetterTerms,
    Report,
    Target,
)
from actions.refusals import NotPublishable
from actions.roles import is_organiser_of, may_publish_for
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Prisoner, Staff
from prisoners.publication import (
    ALREADY_PUBLIC,
    CHANGED,
    SECOND_PERSON,
    Obstacle,
    against_sending_back,
    hold,
    review_missing,
    unseen,
    write_sent_back,
    write_state,
)

Row = (
    Action
    | Appeal
    | Campaign
    | DayOfAction
    | Demand
    | Endorsement
    | Group
    | LetterRules
    | LetterTerms
    | Report
    | Target
)
NOT_YOURS = _("This is for an organiser of the group, or for a publisher.")
WITHOUT_DAY = _("An action needs its local date before it is published.")
WITHOUT_REASON = _("Please give the reason.")
WITHOUT_WORDS = _("A report says at least how many came, or what happened.")
WITHOUT_PROOF = _("What is said of letters needs a source, and the day on which somebody verified it.")
CALLED_OFF = _("This action was called off before readers saw it; there is nothing to publish.")
PARENT_FIRST = _("The action has to be published before its report.")


def submit(row: Row, by: Staff) -> None:
    """Hand a row to a second person. Raises NotPublishable when it is not complete, or not theirs to submit."""
    with transaction.atomic():
        hold(row)
        _refuse_if([*_needless(row), *reasons_against(row, by)])
        write_state(row, state=PublicationState.IN_REVIEW, submitted_by=by)


def _needless(row: Row) -> list[Promise | str]:
    never_shown = isinstance(row, Action) and row.is_cancelled and row.published_at is None
    return [*([ALREADY_PUBLIC] if row.is_published else []), *([CALLED_OFF] if never_shown else [])]


def publish(row: Row, by: Staff, *, seen: str | None = None) -> None:
    """Show a submitted row to everybody; `seen` is the `version` that was looked at, "" where the page did not say it.

    Only a caller that has no page to look at, such as a list, leaves it out.
    Raises NotPublishable with all reasons against it.
    """
    with transaction.atomic():
        hold(row)
        _refuse_if([*review_missing(row, by), *reasons_against(row, by), *unseen(row, seen)])
        looked = {"published_by": by, "published_at": timezone.now(), "withdrawn_at": None, "withdrawal_reason": ""}
        also = _numbered(row) if isinstance(row, Appeal) else ()
        write_state(row, *also, state=PublicationState.PUBLISHED, **looked)
        if isinstance(row, Action) and row.series_id is not None:
            _publish_series(row)


def send_back(row: Row, by: Staff, reason: str, *, seen: str | None = None) -> None:
    """Give a row that waits back to its author, who reads why; whoever submitted it takes it back without a word.

    `seen` is as for `publish`. Raises NotPublishable.
    """
    with transaction.atomic():
        hold(row)
        against = against_sending_back(row, by, reason, may_publish=not _not_theirs(row, by))
        _refuse_if([*against, *([CHANGED] if unseen(row, seen) else [])])
        write_sent_back(row, by, reason)


def withdraw(row: Row, by: Staff, reason: str) -> None:
    """Take a row from the public at once; one person is enough for that. Raises NotPublishable without a reason.

    Mail that was queued about it is asked again at sending whether it is still true, and is then cancelled.
    """
    is_steward = by.has_role(StaffRole.STEWARD)
    with transaction.atomic():
        hold(row)
        _refuse_if([*([] if is_steward else _not_theirs(row, by)), *([] if reason.strip() else [WITHOUT_REASON])])
        gone = {"withdrawn_at": timezone.now(), "withdrawal_reason": reason.strip()}
        write_state(row, state=PublicationState.WITHDRAWN, **gone)


def published_with(row: Action) -> QuerySet[Action]:
    """The other days of a series that one look at this one is for: they say the same; what was changed waits.

    Nor is a day for it that was called off before anybody was shown it.
    """
    waiting = (PublicationState.DRAFT, PublicationState.IN_REVIEW)
    same = {"title": row.title, "description": row.description, "cancelled_at": None}
    days = Action.internal.filter(series=row.series_id, is_apart=False, state__in=waiting, **same)
    return days.exclude(pk=row.pk)


def _publish_series(row: Action) -> None:
    days = published_with(row)
    seen = {name: getattr(row, name) for name in ("state", "submitted_by", "published_by", "published_at")}
    days.update(**seen, updated_at=timezone.now())


def reasons_against(row: Row, by: Staff, computed: appeal_texts.Computed = None) -> list[Promise | str]:
    """Every reason why this person cannot put this row forward, as sentences; empty means none.

    `computed` is as for `appeal_texts.missing`.
    """
    return [*_not_theirs(row, by), *_incomplete(row, computed)]


def _not_theirs(row: Row, by: Staff) -> list[Promise | str]:
    if isinstance(row, Action | Report):
        action = row.action if isinstance(row, Report) else row
        is_allowed = may_publish_for(by, action)
    else:
        is_allowed = by.has_role(StaffRole.PUBLISHER, StaffRole.RESEARCHER) or _is_own_group(row, by)
    return [] if is_allowed else [NOT_YOURS]


def _is_own_group(row: Row, by: Staff) -> bool:
    if isinstance(row, DayOfAction):
        return is_organiser_of(by, row.group_id)
    return isinstance(row, Group) and is_organiser_of(by, row.pk)


def _incomplete(row: Row, computed: appeal_texts.Computed) -> list[Promise | str]:
    if isinstance(row, Action):
        return [] if row.held_on else [WITHOUT_DAY]
    if isinstance(row, LetterRules | LetterTerms):
        return [] if row.verified_on and row.sources.exists() else [WITHOUT_PROOF]
    if isinstance(row, Appeal):
        return appeal_rules.missing(row, timezone.now(), computed)
    if isinstance(row, Report):
        return [*([] if _says_something(row) else [WITHOUT_WORDS]), *_waits_for(row)]
    return []


def _numbered(appeal: Appeal) -> tuple[str, ...]:
    """Count an appeal in its series when it is shown for the first time; returns the fields that were set.

    Whoever publishes holds what the series is of, so that no two get the same number.
    """
    appeal.number = Appeal.internal.order_by().values_list("number", flat=True).get(pk=appeal.pk)
    if appeal.number is None:
        appeal.series = appeal_rules.series_of(appeal)
        last = _held_series(appeal.series).aggregate(last=Max("number"))["last"]
        appeal.number = (last or 0) + 1
    return ("series", "number", "closes_at")


def _held_series(series: str) -> QuerySet[Appeal]:
    """The appeals of a series, with the row of the campaign or prisoner that it is of locked."""
    kind, _colon, key = series.partition(":")
    model = Campaign if kind == "campaign" else Prisoner
    list(model.internal.select_for_update(of=("self",)).order_by().filter(pk=key).values_list("pk"))
    rows = Appeal.internal.order_by()
    return rows.filter(campaign=key) if kind == "campaign" else rows.filter(campaign=None, prisoners=key)


def _says_something(report: Report) -> bool:
    return bool(report.text) or report.turnout_low is not None or report.turnout_high is not None


def _waits_for(report: Report) -> list[Promise | str]:
    """A report may be handed in before its action is public, but not shown before it."""
    is_being_shown = report.state == PublicationState.IN_REVIEW
    return [PARENT_FIRST] if is_being_shown and not report.action.is_published else []


def _refuse_if(reasons: list[Promise | str]) -> None:
    if reasons:
        raise NotPublishable(reasons)


def known_of(rows: Collection[Row]) -> appeal_texts.Computed:
    """What `obstacles` asks of each of these rows, asked of all at once."""
    return appeal_texts.values_of_all([one for one in rows if isinstance(one, Appeal)], timezone.now().date())


def obstacles(row: Row, by: Staff, known: appeal_texts.Computed = None) -> list[Obstacle]:
    """All that would refuse `publish` to this person, each with the row on whose page it is mended.

    `known` is what `known_of` found of this row, and of others.
    """
    against = [*review_missing(row, by), *reasons_against(row, by, known)]
    return [Obstacle(one, _mended_at(row, one)) for one in against]


def _mended_at(row: Row, reason: Promise | str) -> Row | None:
    if reason in (ALREADY_PUBLIC, SECOND_PERSON, NOT_YOURS):
        return None
    return row.action if isinstance(row, Report) and reason == PARENT_FIRST else row


def may_send_back(row: Row, by: Staff) -> bool:
    """Whether the page of a row offers this person to send it back, or to take it back."""
    return not against_sending_back(row, by, "-", may_publish=not _not_theirs(row, by))


def may_publish_now(row: Row, by: Staff) -> bool:
    """Whether this person could publish this row as it stands."""
    return not [*review_missing(row, by), *reasons_against(row, by)]
