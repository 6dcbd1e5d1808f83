"""Creating, changing and cancelling an action; its instants are derived here and nowhere else."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actions.choices import ActionKind, SignUpState
from actions.inheriting import own_of
from actions.models import Action, FormerActionSlug, Group, SignUp
from actions.new_words import back_to_draft, held_back
from actions.refusals import ActionsRefusal
from actions.roles import is_organiser_of, organises
from actions.services.slugs import alone, free_slug
from prisoners.choices import PublicationState
from prisoners.models import Prisoner, Staff
from prisoners.times import instant_of, local_day_start, two_hours, zone_or_refuse
from prisoners.which_hour import LocalHour

#: A change of these is one that people who come have to hear of.
TOLD = (
    "held_on",
    "local_time",
    "is_second_hour",
    "local_end_time",
    "ends_in_second_hour",
    "ends_on",
    "time_zone",
    "venue",
    "city",
    "country",
)

#: How long a change rests before it is told; and near the beginning, when somebody may be on the way.
SETTLING, SETTLING_NEAR, NEAR = timedelta(minutes=10), timedelta(minutes=1), timedelta(hours=3)
#: Edits that do not end are told so long after the first.
SETTLING_AT_LAST = timedelta(hours=1)

NO_ZONE = _("Please say in which time zone the action takes place; an hour without one is no hour.")
NO_DAY_FOR_HOUR = _("An hour needs a day: please give the full date.")
ENDS_FIRST = _("The action ends before it begins.")
ENDS_FIRST_TODAY = _(
    "The action ends before it begins. If it goes on past midnight, please give the day on which it ends."
)
DAY_WITHOUT_END = _("The day on which it ends needs an hour: please say when it ends.")
END_WITHOUT_BEGIN = _("An end needs a beginning: please give both hours or none.")
NO_TITLE = _("Please give the action a title.")
NOT_YOUR_GROUP = _("You do not organise in this group.")
NOT_YOURS = _("You do not organise this action.")
NO_REASON = _("Please say why it is cancelled: those who wanted to come will read it.")
CANCELLED_ALREADY = _("This action was cancelled already.")
IS_OVER = _("A cancelled action cannot be changed; please make a new one.")
UNKNOWN_KIND = _("One of the kinds of action is not known.")


def create(group: Group, by: Staff, *, prisoners: Iterable[Prisoner] = (), **fields: Any) -> Action:
    """A draft of an action of a group, made by one of its organisers.

    `fields` are those of the model; local date, hours and zone are the truth, instants are derived from them.
    A draft that says the same of the same people already is that draft: a form is sent twice by a nervous finger or a
    step back.
    Raises ActionsRefusal or BadTime, and then nothing was written.
    """
    if not is_organiser_of(by, group.pk):
        raise ActionsRefusal(NOT_YOUR_GROUP)
    said, people = {"group": group, "time_zone": group.time_zone, **fields}, list(prisoners)
    with transaction.atomic():
        alone()
        return _draft_that_says(said, people) or create_row(Action(**said), people)


def _draft_that_says(said: dict[str, Any], people: list[Prisoner]) -> Action | None:
    drafts = Action.internal.filter(state=PublicationState.DRAFT, cancelled_at=None, **said).order_by("pk")
    whom = {one.pk for one in people}
    return next((one for one in drafts if set(one.prisoners.values_list("pk", flat=True)) == whom), None)


def create_row(action: Action, prisoners: Iterable[Prisoner] = ()) -> Action:
    """Write a new action for whom the caller has judged already. Raises ActionsRefusal or BadTime."""
    with transaction.atomic():
        action.slug = action.slug or free_slug(action.title, str(action.held_on or ""))
        _save(action)
        action.prisoners.set(prisoners)
        note_own(action)
    return action


def change(action: Action, by: Staff, *, prisoners: Iterable[Prisoner] | None = None, **fields: Any) -> Action:
    """Change an action; when its date, hour or place changes, its revision rises and people are told by the clock.

    A published action stays published: a wrong hour has to be corrected at once. Its new words wait for a second person
    (`actions.new_words`); one that waits itself is a draft again. Raises ActionsRefusal or BadTime.
    """
    _refuse_stranger(action, by)
    with transaction.atomic():
        row = locked(action)
        if row.is_cancelled:
            raise ActionsRefusal(IS_OVER)
        before, was = _told(row), row.starts_at
        back_to_draft(row, fields, prisoners=prisoners)
        _assign(row, held_back(row, by, fields))
        _revise(row, was, before != _told(row))
        _save(row)
        if prisoners is not None:
            row.prisoners.set(prisoners)
        note_own(row)
    return row


def keep_if_changed(action: Action, fields: dict[str, Any]) -> bool:
    """Take over fields for a caller who may, within its transaction; a row that has them already is not touched.

    The revision rises when those who come have to hear of it, once it has rested. Raises ActionsRefusal or BadTime.
    """
    if all(getattr(action, name) == value for name, value in fields.items()):
        return False
    before, was = _told(action), action.starts_at
    _assign(action, fields)
    _revise(action, was, before != _told(action))
    _save(action)
    return True


def store(action: Action) -> Action:
    """Keep an action as the researchers' desk has it; the revision rises when those who come have to hear of it.

    Raises ActionsRefusal or BadTime, and then nothing was written.
    """
    with transaction.atomic():
        before = Action.internal.select_for_update(of=("self",)).order_by().filter(pk=action.pk).first()
        is_moved = before is not None and _told(before) != _told(action)
        _revise(action, before.starts_at if before else None, is_moved)
        _save(action)
    return action


def cancel(action: Action, reason: str, by: Staff) -> Action:
    """Call an action off, for a reason that is shown. It stays in the calendars as cancelled (RFC 5545 3.8.1.11).

    One that waits for a second person waits no more.

    Raises ActionsRefusal without a reason, for somebody else's action and for one that was cancelled already.
    """
    _refuse_stranger(action, by)
    if not reason.strip():
        raise ActionsRefusal(NO_REASON)
    with transaction.atomic():
        row = locked(action)
        if row.is_cancelled:
            raise ActionsRefusal(CANCELLED_ALREADY)
        row.cancelled_at, row.cancellation_reason = timezone.now(), reason.strip()
        if row.state == PublicationState.IN_REVIEW:
            # Nobody is asked to show what does not take place.
            row.state = PublicationState.DRAFT
        row.revision += 1
        row.settles_at = None
        row.save()
    return row


def derive_instants(action: Action) -> None:
    """Set `starts_at` and `ends_at` (UTC) from local date, hours and zone.

    Raises ActionsRefusal without a zone or with an end before the beginning, BadTime for an unknown zone and
    for an hour that no clock there shows.
    """
    if not action.time_zone:
        raise ActionsRefusal(NO_ZONE)
    zone_or_refuse(action.time_zone)
    begins, ends = hours_of(action)
    action.is_second_hour = action.is_second_hour and two_hours(*begins) is not None
    action.ends_in_second_hour = action.ends_in_second_hour and two_hours(*ends) is not None
    action.starts_at, action.ends_at = _start(action), _end(action)
    if action.ends_at and action.starts_at and action.ends_at <= action.starts_at:
        raise ActionsRefusal(ENDS_FIRST)


def hours_of(action: Action) -> tuple[LocalHour, LocalHour]:
    """Its beginning and its end as the clock on the spot shows them."""
    day, zone = _day(action), action.time_zone
    return LocalHour(day, action.local_time, zone), LocalHour(action.ends_on or day, action.local_end_time, zone)


def note_own(action: Action) -> None:
    """Note in what an action of a day of action differs from the call."""
    if action.day_of_action is not None:
        action.own_fields = own_of(action, action.day_of_action)
        Action.internal.filter(pk=action.pk).update(own_fields=action.own_fields)


def _start(action: Action) -> datetime | None:
    day = _day(action)
    if day is None:
        if action.local_time or action.local_end_time:
            raise ActionsRefusal(NO_DAY_FOR_HOUR)
        return None
    if action.local_time is None:
        return local_day_start(day, action.time_zone)
    return instant_of(day, action.local_time, action.time_zone, is_second=action.is_second_hour)


def _end(action: Action) -> datetime | None:
    day = _day(action)
    if action.local_end_time is None and action.ends_on is not None:
        raise ActionsRefusal(DAY_WITHOUT_END)
    if action.local_end_time is None or day is None:
        return None
    if action.local_time is None:
        raise ActionsRefusal(END_WITHOUT_BEGIN)
    if action.ends_on is None and action.local_end_time <= action.local_time and not action.ends_in_second_hour:
        raise ActionsRefusal(ENDS_FIRST_TODAY)
    ends_on, is_second = action.ends_on or day, action.ends_in_second_hour
    return instant_of(ends_on, action.local_end_time, action.time_zone, is_second=is_second)


def _day(action: Action) -> date | None:
    """The one local day, where it is known."""
    return action.held_on.earliest if action.held_on and action.held_on.is_day else None


def locked(action: Action) -> Action:
    """The action as it stands, with its row locked until the transaction ends."""
    return Action.internal.select_for_update(of=("self",)).order_by().get(pk=action.pk)


def _told(row: Action) -> list[Any]:
    return [getattr(row, name) for name in TOLD]


def _revise(row: Action, was: datetime | None, is_moved: bool) -> None:
    """Count a change that people have to hear of, and let it settle: ten edits in ten minutes are one mail.

    `was` is when it began before. Near the beginning, old or new, they hear within a minute or two.
    """
    if not is_moved:
        return
    derive_instants(row)
    now = timezone.now()
    is_near = any(start is not None and abs(start - now) < NEAR for start in (was, row.starts_at))
    row.revision += 1
    at_last = _first_edit(row, now) + SETTLING_AT_LAST
    row.settles_at = max(now, min(now + (SETTLING_NEAR if is_near else SETTLING), at_last))


def _first_edit(row: Action, now: datetime) -> datetime:
    """When it was first changed since those who come were told of it; `now` where they were told all."""
    coming = SignUp.objects.filter(action=row, state__in=SignUpState.alive(), is_muted=False)
    told = coming.aggregate(least=Min("told_revision"))["least"]
    if told is None:
        return now
    edits = row.history.filter(revision__gt=told)  # type: ignore[attr-defined]
    return edits.aggregate(first=Min("updated_at"))["first"] or now


def _assign(row: Action, fields: dict[str, Any]) -> None:
    """Set what is given; an old address of the page goes on redirecting."""
    new_slug = fields.get("slug", row.slug)
    if new_slug != row.slug:
        FormerActionSlug.objects.get_or_create(slug=row.slug, defaults={"action": row})
    for name, value in fields.items():
        setattr(row, name, value)


def _save(action: Action) -> None:
    if not action.title.strip():
        raise ActionsRefusal(NO_TITLE)
    if not set(action.kinds) <= set(ActionKind.values):
        raise ActionsRefusal(UNKNOWN_KIND)
    derive_instants(action)
    action.save()


def _refuse_stranger(action: Action, by: Staff) -> None:
    if not organises(by, action):
        raise ActionsRefusal(NOT_YOURS)
