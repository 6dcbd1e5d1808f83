"""Faces are found and covered without anybody's help: a real one, small, turned, in the dark, among others."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageEnhance

from actions.choices import PhotoState
from actions.images import faces, reading
from actions.images.boxes import SHADES, Box, blur
from actions.models import Action, Group
from actions.services import photos
from prisoners.models import Staff
from tests.actions.rows import make_action

#: From the hair to the chin, from ear to ear, in the pixels of the portrait.
FACE = (68, 55, 157, 180)
STREET = "#88939a"


def portrait() -> Image.Image:
    """One person, looking at us (see pictures/README.md)."""
    return Image.open(Path(__file__).parent / "pictures" / "face.jpg").convert("RGB")


def street(size: tuple[int, int] = (1200, 800)) -> Image.Image:
    """A street with a banner and without a face."""
    image = Image.new("RGB", size, STREET)
    ImageDraw.Draw(image).rectangle((100, 300, 500, 420), fill="#c22")
    return image


def is_covered(boxes: list[Box], part: tuple[float, float, float, float]) -> bool:
    """Whether every pixel of a part lies in a box."""
    left, top, right, bottom = (round(edge) for edge in part)
    mask = Image.new("L", (right - left, bottom - top))
    for box in boxes:
        at = (box.left - left, box.top - top)
        ImageDraw.Draw(mask).rectangle((*at, at[0] + box.width - 1, at[1] + box.height - 1), fill=255)
    return mask.getextrema() == (255, 255)


@pytest.mark.parametrize("share", [1.0, 0.5, 0.25, 0.15], ids=str)
def test_a_face_of_any_size_is_covered_from_hair_to_chin(share: float) -> None:
    """The smallest is 13 pixels wide."""
    one, picture = portrait(), street((1600, 1200))
    size = round(one.width * share), round(one.height * share)
    picture.paste(one.resize(size, Image.Resampling.LANCZOS), (900, 500))
    where = tuple(edge * share + (900, 500)[number % 2] for number, edge in enumerate(FACE))
    assert is_covered(faces.find(picture), where)  # type: ignore[arg-type]


@pytest.mark.parametrize("degrees", [30, 60, 90, 180, 270], ids=str)
def test_a_face_is_covered_however_the_head_or_the_camera_is_turned(degrees: int) -> None:
    square = street((400, 400))
    square.paste(portrait(), (200 - (FACE[0] + FACE[2]) // 2, 200 - (FACE[1] + FACE[3]) // 2))
    turned = square.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=STREET)
    assert is_covered(faces.find(turned), (165, 165, 235, 235))


def test_a_face_is_covered_at_night_behind_a_scarf_and_at_the_edge() -> None:
    assert is_covered(faces.find(ImageEnhance.Brightness(portrait()).enhance(0.1)), FACE)
    scarf = portrait()
    scarf.paste((40, 60, 120), (60, 125, 170, 195))
    assert is_covered(faces.find(scarf), (FACE[0], FACE[1], FACE[2], 125))
    half = portrait().crop((110, 0, 220, 240))
    assert is_covered(faces.find(half), (0, FACE[1], FACE[2] - 110, FACE[3]))


def test_every_face_of_several_is_covered_and_a_street_is_left_alone() -> None:
    picture = street((1600, 800))
    where = [(20 + 380 * number, 60 * number) for number in range(4)]
    for at in where:
        picture.paste(portrait(), at)
    found = faces.find(picture)
    for left, top in where:
        assert is_covered(found, (FACE[0] + left, FACE[1] + top, FACE[2] + left, FACE[3] + top))
    assert faces.find(street()) == []


def test_two_people_are_the_same_once_they_are_covered() -> None:
    """What is left of a part is its average colour and nothing of how it was spread."""
    area = (100, 100, 300, 300)
    one, other = street(), street()
    one.paste((0, 0, 0), (100, 100, 200, 300))
    one.paste((200, 200, 200), (200, 100, 300, 300))
    other.paste((100, 100, 100), area)
    covered = [blur(picture, [Box(100, 100, 200, 200)]).crop(area) for picture in (one, other)]
    assert covered[0].tobytes() == covered[1].tobytes()
    assert len(covered[0].getcolors(40_000) or []) == len(set(SHADES))


@pytest.mark.django_db
def test_photo_of_a_face_is_covered_for_all_who_look_before_anybody_has(vienna: Group, anna: Staff) -> None:
    action: Action = make_action(slug="picket", group=vienna, held_on="2026-11-01")
    picture, out = street(), io.BytesIO()
    picture.paste(portrait(), (600, 300))
    picture.save(out, "JPEG", quality=90)
    (photo,) = photos.take(action, anna, [SimpleUploadedFile("p.jpg", out.getvalue())]).photos
    assert (photo.faces_found, photo.state) == (1, PhotoState.BLURRED)
    shown = reading.own(photos.preview(photo, 1200, blurred=True))
    eyes = (600 + 90, 300 + 95, 600 + 140, 300 + 125)
    plain = reading.own(photos.preview(photo, 1200, blurred=False))
    light = [max(high for _low, high in one.crop(eyes).getextrema()) for one in (shown, plain)]  # type: ignore[misc]
    dark = [min(low for low, _high in one.crop(eyes).getextrema()) for one in (shown, plain)]  # type: ignore[misc]
    assert light[1] - dark[1] > 150
    assert light[0] - dark[0] < 120
