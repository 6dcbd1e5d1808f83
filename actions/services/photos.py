"""Photos of an action: taken in, blurred, looked at by a second person, shown or refused."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image

from actions import photo_files
from actions.choices import PhotoState
from actions.images import limits, reading
from actions.images.boxes import Box, blur
from actions.models import Action, Photo, Report
from actions.refusals import ActionsRefusal
from actions.roles import is_another, may_handle
from actions.services.covering import JPEG, picture_of, render, render_again
from actions.services.reports import refuse_unless_reportable
from prisoners.models import Staff
from privacy.text import clean_line

MOST_AT_ONCE = 10
MOST_A_REPORT = 20
MOST_BOXES = 200
SECONDS = 30

SENTENCES: dict[str, Promise] = {
    limits.EMPTY: _("This file is empty; it may have been cut off on the way. Please send it again."),
    limits.TOO_MANY_BYTES: _("This file is larger than 10 MB. Please send a smaller copy."),
    limits.TOO_MANY_PIXELS: _(
        "This picture has too many pixels: at most 10,000 on a side and 40 million in all. Please send a smaller copy."
    ),
    limits.TOO_SMALL: _("This picture is smaller than 64 pixels."),
    limits.NOT_A_PHOTO: _(
        "This is no photo that we can take. Please send JPEG, PNG or WebP; phones offer “most compatible” or JPEG."
    ),
    limits.SEVERAL_FRAMES: _("This file holds several pictures or an animation. Please send one picture."),
    limits.BROKEN: _("This picture is damaged or was cut off on the way. Please send it again."),
    limits.TOO_SLOW: _("This picture took too long to read. Please send a smaller copy."),
}
TOO_MANY_AT_ONCE = _("Please send at most 10 photos at once.")
TOO_MANY = _("A report has at most 20 photos.")
TOO_MANY_PARTS = _("At most 200 parts of one photo can be blurred.")
NOT_YOURS = _("This is for an organiser of the group, or for a publisher.")
SECOND_PERSON = _("A second person has to look at it: whoever uploaded it or uncovered a part cannot publish it.")
SETTLED = _("This photo was looked at already.")
NOT_LOOKED = _("Please look at the whole picture and say that nobody can be recognised against their will.")
NO_WORDS = _("Please say in words what the picture shows, for those who cannot see it.")
NO_SUCH_PART = _("There is no such blurred part.")
OUTSIDE = _("Please choose a part that lies within the picture.")
HOW_MANY = _("Photo %(number)d: %(sentence)s")


@dataclass(frozen=True)
class Taken:
    """What became of the photos of one form: rows, and a sentence for each that was refused."""

    photos: list[Photo]
    refused: list[str]


def take(action: Action, by: Staff, uploads: Sequence[UploadedFile]) -> Taken:
    """Take photos in for the report of an action, each by itself: a bad one does not spoil the others.

    Each is read in a process of its own, stripped to its pixels, searched for faces and sealed; what was sent is
    not kept. Raises ActionsRefusal for somebody else's action, one that has not begun, and too many at once.
    """
    refuse_unless_reportable(action, by)
    if len(uploads) > MOST_AT_ONCE:
        raise ActionsRefusal(TOO_MANY_AT_ONCE)
    photos: list[Photo] = []
    refused: list[str] = []
    for number, upload in enumerate(uploads, start=1):
        try:
            photos.append(_take_one(action, by, upload))
        except ActionsRefusal as refusal:
            refused.append(str(HOW_MANY) % {"number": number, "sentence": refusal})
    return Taken(photos, refused)


def cover(photo: Photo, by: Staff, left: float, top: float, width: float, height: float) -> None:
    """Blur one more part, given as shares of width and height (0–1). Raises ActionsRefusal.

    Covering needs no second person, and a published photo is published anew under another name at once.
    """
    with transaction.atomic():
        row = _theirs(photo, by)
        if not (0 <= left < 1 and 0 <= top < 1 and width > 0 and height > 0):
            raise ActionsRefusal(OUTSIDE)
        if len(row.boxes) >= MOST_BOXES:
            raise ActionsRefusal(TOO_MANY_PARTS)
        size = row.width, row.height
        box = Box.within(left * size[0], top * size[1], width * size[0], height * size[1], size)
        row.boxes = [*row.boxes, box.as_list()]
        if row.is_pending:
            row.state = PhotoState.BLURRED
        else:
            render_again(row)
        row.save()


def uncover(photo: Photo, by: Staff, number: int) -> None:
    """Show one part again (counted from 0) while nobody has published it; then another person publishes.

    Raises ActionsRefusal.
    """
    with transaction.atomic():
        row = _theirs(photo, by)
        if not row.is_pending:
            raise ActionsRefusal(SETTLED)
        if not 0 <= number < len(row.boxes):
            raise ActionsRefusal(NO_SUCH_PART)
        row.boxes = [box for index, box in enumerate(row.boxes) if index != number]
        row.submitted_by = by
        row.state = PhotoState.BLURRED if row.boxes else PhotoState.UPLOADED
        row.save()


def describe(photo: Photo, by: Staff, *, caption: str, alternative: str, credit: str) -> None:
    """Say what the picture shows and whose it is. Raises ActionsRefusal."""
    with transaction.atomic():
        row = _theirs(photo, by)
        words = clean_line(alternative)
        if row.is_published and not words:
            raise ActionsRefusal(NO_WORDS)
        row.caption, row.alternative, row.credit = clean_line(caption), words, clean_line(credit)
        row.save()


def publish(photo: Photo, by: Staff, *, looked: bool) -> None:
    """Show a photo as it is blurred now, and delete the picture that waited. Raises ActionsRefusal with all reasons.

    The public sees it as soon as its report and action are published too, or an action or a call that shows it.
    """
    with transaction.atomic():
        row = _theirs(photo, by)
        if reasons := _reasons_against(row, by, looked=looked):
            raise ActionsRefusal(reasons)
        render(row, blur(picture_of(row), [Box(*box) for box in row.boxes]))
        row.state, row.published_by, row.published_at = PhotoState.PUBLISHED, by, timezone.now()
        row.save()
        transaction.on_commit(lambda: photo_files.forget(row.pk))


def reject(photo: Photo, by: Staff) -> None:
    """Refuse a photo, or take a published one down: its files are gone at once. Raises ActionsRefusal."""
    with transaction.atomic():
        drop(_theirs(photo, by))


def drop(row: Photo) -> None:
    """Refuse a photo for a caller who may, within its transaction; its files are gone with the commit."""
    token, row.token, row.sizes, row.state = row.token, "", [], PhotoState.REJECTED
    row.published_at = None
    row.save()
    for shown_on in (row.actions, row.days_of_action):
        shown_on.update(picture=None)
    transaction.on_commit(lambda: _drop(row, token))


def preview(photo: Photo, width: int, *, blurred: bool) -> bytes:
    """A picture that waits, `width` pixels wide, for the desk alone; a published one as the public sees it.

    Raises ActionsRefusal when there is none.
    """
    picture = picture_of(photo)
    if blurred and photo.is_pending:
        picture = blur(picture, [Box(*box) for box in photo.boxes])
    height = max(1, round(picture.height * width / picture.width))
    return reading.as_jpeg(picture.resize((width, height), Image.Resampling.LANCZOS), JPEG)


def _take_one(action: Action, by: Staff, upload: UploadedFile) -> Photo:
    photo, picture = unkept(upload, by)
    with transaction.atomic():
        report = _report(action, by)
        if report.photos.exclude(state=PhotoState.REJECTED).count() >= MOST_A_REPORT:
            raise ActionsRefusal(TOO_MANY)
        photo.report = report
        keep(photo, picture)
    return photo


def unkept(upload: UploadedFile, by: Staff) -> tuple[Photo, bytes]:
    """A photo that belongs nowhere yet, its faces covered, with its bare picture. Raises ActionsRefusal."""
    if (upload.size or 0) > limits.MAX_BYTES:
        raise ActionsRefusal(SENTENCES[limits.TOO_MANY_BYTES])
    faces, picture = read_apart(upload.read(limits.MAX_BYTES + 1))
    width, height = reading.own(picture).size
    photo = Photo(width=width, height=height, boxes=faces or [], submitted_by=by)
    photo.faces_found = None if faces is None else len(faces)
    photo.state = PhotoState.BLURRED if faces else PhotoState.UPLOADED
    return photo, picture


def keep(photo: Photo, picture: bytes) -> None:
    """Keep a photo sealed until somebody else has looked at it, within the caller's transaction."""
    photo_files.keep(photo.pk, picture)
    photo.save(force_insert=True)


def read_apart(data: bytes) -> tuple[list[list[int]] | None, bytes]:
    """Faces (None where nobody looked) and the bare picture, read in a process that knows no secret.

    Raises ActionsRefusal with the sentence for what is wrong with it.
    """
    words = [sys.executable, "-m", "actions.images.room"]
    told = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - nothing of the words comes from outside
            words, input=data, capture_output=True, timeout=SECONDS, env=told, cwd=settings.BASE_DIR, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ActionsRefusal(SENTENCES[limits.TOO_SLOW]) from error
    head, _newline, picture = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise ActionsRefusal(SENTENCES[limits.BROKEN])
    said = json.loads(head)
    if "error" in said:
        raise ActionsRefusal(SENTENCES[said["error"]])
    return said["faces"], picture


def _report(action: Action, by: Staff) -> Report:
    """The report, locked; a draft where nobody has written one yet."""
    Report.internal.get_or_create(action=action, defaults={"reported_by": by})
    return Report.internal.select_for_update(of=("self",)).order_by().get(action=action)


def _theirs(photo: Photo, by: Staff) -> Photo:
    """The row, locked. Raises ActionsRefusal for a stranger's, and for one that was refused already."""
    row = (
        Photo.internal.select_for_update(of=("self",))
        .select_related("report__action", "group")
        .order_by()
        .get(pk=photo.pk)
    )
    if not may_handle(by, row):
        raise ActionsRefusal(NOT_YOURS)
    if row.state == PhotoState.REJECTED:
        raise ActionsRefusal(SETTLED)
    return row


def _reasons_against(row: Photo, by: Staff, *, looked: bool) -> list[Promise | str]:
    if not row.is_pending:
        return [SETTLED]
    checks: Iterable[tuple[bool, Promise]] = (
        (is_another(by, row.submitted_by_id), SECOND_PERSON),
        (looked, NOT_LOOKED),
        (bool(row.alternative), NO_WORDS),
    )
    return [sentence for is_well, sentence in checks if not is_well]


def _drop(row: Photo, token: str) -> None:
    photo_files.forget(row.pk)
    photo_files.unpublish(token)
