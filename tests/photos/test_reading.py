"""A photo is what its bytes say; of those, the pixels are kept and nothing else."""

import io

import pytest
from PIL import Image

from actions.images import limits, reading
from actions.images.boxes import Box, blur
from actions.services import photos as services
from tests.photos.pictures import BAD, CANARY, jpeg, text_bomb, with_everything


@pytest.mark.parametrize("name", BAD)
def test_read_refuses_what_is_no_photo_by_its_bytes(name: str) -> None:
    data, code = BAD[name]
    with pytest.raises(limits.BadPicture) as refused:
        reading.read(data)
    assert refused.value.code == code


def test_read_does_not_unpack_a_comment_that_is_a_bomb() -> None:
    with pytest.raises(limits.BadPicture):
        reading.read(text_bomb())


def test_every_reason_has_a_sentence() -> None:
    assert {code for _data, code in BAD.values()} <= set(services.SENTENCES)


def test_read_keeps_the_pixels_upright_and_nothing_else() -> None:
    kept = reading.read(with_everything())
    assert (kept.size, kept.info, len(kept.getexif())) == ((800, 1200), {}, 0)
    for data in (reading.as_jpeg(kept, 80), reading.as_webp(kept, 80)):
        assert CANARY not in data
        assert not [mark for mark in (b"Exif", b"ICC", b"http", b"XMP", b"Photoshop") if mark in data]


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "CMYK", "1", "I;16"])
def test_read_takes_every_kind_of_colour(mode: str) -> None:
    out = io.BytesIO()
    source = Image.new(mode, (100, 80))
    source.save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert (reading.read(out.getvalue()).mode, reading.read(out.getvalue()).size) == ("RGB", (100, 80))


def test_read_makes_a_large_picture_smaller() -> None:
    assert reading.read(jpeg((4000, 3000))).size == (2048, 1536)


def test_blur_leaves_nothing_but_squares() -> None:
    image = Image.effect_noise((600, 400), 80).convert("RGB")
    part = blur(image, [Box(100, 100, 200, 200)]).crop((100, 100, 300, 300))
    assert len(part.getcolors(40_000) or []) <= 36
    # A part at the edge, and one of a single pixel.
    blur(image, [Box.within(-50, -50, 60, 60, image.size), Box.within(599, 399, 9, 9, image.size)])
