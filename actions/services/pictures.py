"""The picture beside an action or a call: one for all its copies, looked at by a second person like every photo."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from actions.models import Action, DayOfAction, Photo
from actions.refusals import ActionsRefusal
from actions.roles import organises, writes_call
from actions.services import photos
from actions.services.actions import NOT_YOURS, note_own
from actions.services.calls import NOT_YOUR_CALL
from actions.services.days import follow
from prisoners.models import Staff
from privacy.text import clean_line

NO_GROUP = _("A picture belongs to a group, and this belongs to none.")


def show_picture(
    row: Action | DayOfAction, by: Staff, upload: UploadedFile, *, alternative: str, credit: str = ""
) -> Photo:
    """Take in a picture for an action, with the days of its series that follow, or for a call with its cities.

    It is read, stripped and blurred like a photo of a report, and shown once a second person has looked at it.
    Raises ActionsRefusal for somebody else's action or call, without words, and for a file that is no picture; then
    nothing was changed.
    """
    _refuse_stranger(row, by)
    if not clean_line(alternative):
        raise ActionsRefusal(photos.NO_WORDS)
    photo, picture = photos.unkept(upload, by)
    photo.group_id, photo.alternative, photo.credit = row.group_id, clean_line(alternative), clean_line(credit)
    with transaction.atomic():
        photos.keep(photo, picture)
        _set(row, photo)
    return photo


def take_away(row: Action | DayOfAction, by: Staff) -> None:
    """Show no picture any more. Raises ActionsRefusal for somebody else's action or call."""
    _refuse_stranger(row, by)
    with transaction.atomic():
        _set(row, None)


def _refuse_stranger(row: Action | DayOfAction, by: Staff) -> None:
    if isinstance(row, DayOfAction):
        faults = [] if writes_call(by, row) else [NOT_YOUR_CALL]
    else:
        faults = [] if organises(by, row) else [NOT_YOURS]
    faults = faults or ([] if row.group_id else [NO_GROUP])
    if faults:
        raise ActionsRefusal(faults)


def _set(row: Action | DayOfAction, photo: Photo | None) -> None:
    """Put it everywhere where it belongs, and drop the ones that nothing shows any more."""
    rows = DayOfAction.internal.filter(pk=row.pk) if isinstance(row, DayOfAction) else _with_following(row)
    old = set(rows.exclude(picture=None).order_by().values_list("picture", flat=True))
    rows.update(picture=photo)
    row.refresh_from_db()
    if isinstance(row, DayOfAction):
        follow(row)
    else:
        note_own(row)
    for unused in Photo.internal.filter(pk__in=old, actions=None, days_of_action=None):
        photos.drop(unused)


def _with_following(action: Action) -> QuerySet[Action]:
    if action.series_id is None:
        return Action.internal.filter(pk=action.pk)
    return Action.internal.filter(series=action.series_id, series_on__gte=action.series_on)
