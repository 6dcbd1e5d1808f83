"""Parts of a picture that are made unrecognisable, for good."""

from dataclasses import dataclass

from PIL import Image

#: A part is shown as at most so many squares across and down …
SQUARES = 6
#: … and no square is smaller than this, in pixels.
SMALLEST_SQUARE = 8
#: How much lighter or darker one square is than the next; the same for every part, whatever was there.
SHADES = (0, 14, -10, 6, -14, 10, -6)


@dataclass(frozen=True)
class Box:
    """A part of a picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int

    @classmethod
    def within(cls, left: float, top: float, width: float, height: float, size: tuple[int, int]) -> "Box":
        """The box as far as it lies in a picture of `size`; at least one pixel."""
        first, above = min(max(int(left), 0), size[0] - 1), min(max(int(top), 0), size[1] - 1)
        last, below = min(round(left + width), size[0]), min(round(top + height), size[1])
        return cls(first, above, max(last - first, 1), max(below - above, 1))

    def as_list(self) -> list[int]:
        """For the database."""
        return [self.left, self.top, self.width, self.height]


def blur(picture: Image.Image, boxes: list[Box]) -> Image.Image:
    """A copy in which each box is a few squares in shades of its average colour, which is all that is left of it.

    No mosaic of what was there: whoever has pictures of those who may have come tells them apart by one of seven
    squares across (McPherson, Shokri, Shmatikov 2016, "Defeating Image Obfuscation with Deep Learning").
    """
    blurred = picture.copy()
    for box in boxes:
        area = (box.left, box.top, box.left + box.width, box.top + box.height)
        across = max(1, min(SQUARES, box.width // SMALLEST_SQUARE))
        down = max(1, min(SQUARES, box.height // SMALLEST_SQUARE))
        squares = _squares(_average(blurred.crop(area)), across, down)
        blurred.paste(squares.resize((box.width, box.height), Image.Resampling.NEAREST), area)
    return blurred


def _average(part: Image.Image) -> tuple[int, int, int]:
    red, green, blue = part.resize((1, 1), Image.Resampling.BOX).tobytes()
    return red, green, blue


def _squares(colour: tuple[int, int, int], across: int, down: int) -> Image.Image:
    squares = Image.new("RGB", (across, down))
    for at in range(across * down):
        shade = SHADES[at % len(SHADES)]
        squares.putpixel((at % across, at // across), tuple(min(max(part + shade, 0), 255) for part in colour))
    return squares
