"""A photo as pages and the API show it: its addresses in every size, its words, its credit."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from actions.models import Action, DayOfAction, Photo

#: The size that stands where a program takes only one.
PLAIN = 960


def shown(photos: Iterable[Photo]) -> list[dict[str, Any]]:
    """Photos for `components/photo.html`."""
    return [_card(photo) for photo in photos]


def picture_of(row: Action | DayOfAction) -> dict[str, Any] | None:
    """The picture beside an action or a call, once somebody has published it."""
    return _card(row.picture) if row.picture is not None and row.picture.is_published else None


def absolute(photo: Photo) -> list[dict[str, Any]]:
    """Every file of a photo with its address, for programs."""
    return [
        {"url": settings.SITE_ORIGIN + _address(photo, width, kind), "width": width, "height": height, "type": mime}
        for width, height in photo.sizes
        for kind, mime in (("jpg", "image/jpeg"), ("webp", "image/webp"))
    ]


def _card(photo: Photo) -> dict[str, Any]:
    width, height = _plain(photo)
    return {
        "url": _address(photo, width, "jpg"),
        "width": width,
        "height": height,
        "largest": _address(photo, photo.sizes[-1][0], "jpg"),
        "jpeg": _set(photo, "jpg"),
        "webp": _set(photo, "webp"),
        "alternative": photo.alternative_i18n,
        "caption": photo.caption_i18n,
        "credit": photo.credit,
    }


def _plain(photo: Photo) -> tuple[int, int]:
    fitting = [size for size in photo.sizes if size[0] <= PLAIN]
    width, height = (fitting or photo.sizes)[-1]
    return width, height


def _set(photo: Photo, kind: str) -> str:
    """For `srcset`."""
    return ", ".join(f"{_address(photo, width, kind)} {width}w" for width, _height in photo.sizes)


def _address(photo: Photo, width: int, kind: str) -> str:
    return reverse("media:photo", args=[f"{photo.token}-{width}.{kind}"])
