"""What is published of a photo: every size of it, its covered parts for good. Who may is asked by `services.photos`."""

import secrets

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from PIL import Image

from actions import photo_files
from actions.choices import PhotoState
from actions.images import reading
from actions.images.boxes import Box, blur
from actions.models import Photo
from actions.refusals import ActionsRefusal

#: The widths in which a photo is shown; never wider than it is.
WIDTHS = (480, 960, 1600)
JPEG, WEBP = 80, 76
NO_PICTURE = _("The picture is not there any more.")


def picture_of(photo: Photo) -> Image.Image:
    """What waits; of a published photo the largest that is shown, for there is nothing else any more.

    Raises ActionsRefusal when it is not there.
    """
    try:
        if photo.is_published:
            return reading.own(photo_files.shown(f"{photo.token}-{photo.sizes[-1][0]}.jpg").read_bytes())
        return reading.own(photo_files.waiting(photo.pk))
    except (FileNotFoundError, IndexError) as error:
        raise ActionsRefusal(NO_PICTURE) from error


def render(row: Photo, picture: Image.Image) -> None:
    """Write every size of a picture whose parts are covered, under a new random name; the caller saves the row."""
    row.token, row.sizes, row.is_flat = secrets.token_hex(16), [], True
    for width in sorted({min(width, picture.width) for width in WIDTHS}):
        smaller = picture.resize(
            (width, max(1, round(picture.height * width / picture.width))), Image.Resampling.LANCZOS
        )
        photo_files.publish(f"{row.token}-{width}.jpg", reading.as_jpeg(smaller, JPEG))
        photo_files.publish(f"{row.token}-{width}.webp", reading.as_webp(smaller, WEBP))
        row.sizes.append([width, smaller.height])


def render_again(row: Photo) -> None:
    """Cover every part of what is shown; the old files go with the commit, whoever knows their names."""
    picture, old = picture_of(row), row.token
    scale = picture.width / row.width
    scaled = [[length * scale for length in box] for box in row.boxes]
    shown = [Box.within(left, top, width, height, picture.size) for left, top, width, height in scaled]
    render(row, blur(picture, shown))
    transaction.on_commit(lambda: photo_files.unpublish(old))


def to_flatten() -> QuerySet[Photo]:
    """The published photos of which a covered part may be a mosaic still."""
    return Photo.internal.filter(state=PhotoState.PUBLISHED, is_flat=False).exclude(boxes=[]).order_by("pk")


def flatten(photo: Photo) -> bool:
    """Publish a photo anew whose covered parts are a mosaic still, as earlier versions left them; its old files go.

    Returns False where there is nothing to do: twice is once. Raises ActionsRefusal when its file is not there.
    """
    with transaction.atomic():
        row = to_flatten().select_for_update(of=("self",)).filter(pk=photo.pk).first()
        if row is None:
            return False
        render_again(row)
        row.save()
    return True
