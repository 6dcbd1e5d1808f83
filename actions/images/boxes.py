"""Parts of a picture that are made unrecognisable, for good."""

from dataclasses import dataclass

from PIL import Image

#: A part is averaged to at most so many squares across and down …
SQUARES = 6
#: … and no square is smaller than this, in pixels.
SMALLEST_SQUARE = 8


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
    """A copy in which each box is a few even squares. The averages are all that is left of what was there."""
    blurred = picture.copy()
    for box in boxes:
        area = (box.left, box.top, box.left + box.width, box.top + box.height)
        across = max(1, min(SQUARES, box.width // SMALLEST_SQUARE))
        down = max(1, min(SQUARES, box.height // SMALLEST_SQUARE))
        small = blurred.crop(area).resize((across, down), Image.Resampling.BOX)
        blurred.paste(small.resize((box.width, box.height), Image.Resampling.NEAREST), area)
    return blurred
