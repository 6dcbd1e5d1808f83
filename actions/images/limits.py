"""What a photograph may be: kind, bytes and pixels, judged before anything is decoded."""

MAX_BYTES = 10_000_000
MAX_PIXELS = 40_000_000
#: A picture wider or higher than this is refused, however few bytes it takes.
MAX_SIDE = 10_000
MIN_SIDE = 64
#: The longest side of what is kept.
KEPT_SIDE = 2048
FORMATS = ("JPEG", "PNG", "WEBP")

#: Why a picture is refused; the sentences for each stand in `actions/services/photos.py`.
EMPTY = "empty"
TOO_MANY_BYTES = "too_many_bytes"
TOO_MANY_PIXELS = "too_many_pixels"
TOO_SMALL = "too_small"
NOT_A_PHOTO = "not_a_photo"
SEVERAL_FRAMES = "several_frames"
BROKEN = "broken"
TOO_SLOW = "too_slow"


class BadPicture(Exception):
    """The picture is refused; the argument is one of the codes above."""

    @property
    def code(self) -> str:
        """Which of the codes."""
        return str(self.args[0])
