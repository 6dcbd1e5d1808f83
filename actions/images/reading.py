"""From the bytes of a stranger to pixels that carry nothing else: no metadata, no profile, nothing behind the end."""

import io
import warnings

from PIL import Image, ImageCms, ImageFile, ImageOps

from actions.images import limits
from actions.images.limits import BadPicture

QUALITY = 92


def read(data: bytes) -> Image.Image:
    """The upright picture in sRGB, at most KEPT_SIDE wide and high.

    Kind and size are judged by the head of the file, never by its name, and before any pixel is decoded.
    Raises BadPicture.
    """
    if not data:
        raise BadPicture(limits.EMPTY)
    if len(data) > limits.MAX_BYTES:
        raise BadPicture(limits.TOO_MANY_BYTES)
    _be_strict()
    picture = _open(data)
    _judge(picture)
    try:
        return _bare(_smaller(_srgb(ImageOps.exif_transpose(_loaded(picture)))))
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError) as error:
        raise BadPicture(limits.BROKEN) from error


def master(picture: Image.Image) -> bytes:
    """The picture as it is kept until somebody has looked at it."""
    return as_jpeg(picture, QUALITY)


def as_jpeg(picture: Image.Image, quality: int) -> bytes:
    """JPEG of the pixels alone."""
    return _written(picture, "JPEG", quality=quality, optimize=True, progressive=True)


def as_webp(picture: Image.Image, quality: int) -> bytes:
    """WebP of the pixels alone."""
    return _written(picture, "WEBP", quality=quality, method=4)


def own(data: bytes) -> Image.Image:
    """A picture that this house wrote itself."""
    return Image.open(io.BytesIO(data), formats=limits.FORMATS).convert("RGB")


def _be_strict() -> None:
    """Pillow only warns of a picture up to twice its limit; here a warning is a refusal."""
    Image.MAX_IMAGE_PIXELS = limits.MAX_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def _open(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Damaged metadata is no reason to refuse: it is thrown away.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=limits.FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadPicture(limits.TOO_MANY_PIXELS) from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError) as error:
        raise BadPicture(limits.NOT_A_PHOTO) from error


def _judge(picture: Image.Image) -> None:
    if picture.format not in limits.FORMATS:
        raise BadPicture(limits.NOT_A_PHOTO)
    if max(picture.size) > limits.MAX_SIDE or picture.width * picture.height > limits.MAX_PIXELS:
        raise BadPicture(limits.TOO_MANY_PIXELS)
    if min(picture.size) < limits.MIN_SIDE:
        raise BadPicture(limits.TOO_SMALL)
    if getattr(picture, "n_frames", 1) != 1:
        raise BadPicture(limits.SEVERAL_FRAMES)


def _loaded(picture: Image.Image) -> Image.Image:
    """Decoded, a JPEG at no more than about the size that is needed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture.draft("RGB" if picture.mode != "CMYK" else "CMYK", (limits.KEPT_SIDE, limits.KEPT_SIDE))
        picture.load()
    return picture


def _srgb(picture: Image.Image) -> Image.Image:
    """Colours as every screen shows them; a profile that makes no sense is left out of account."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return _flat(picture)


def _flat(picture: Image.Image) -> Image.Image:
    """Transparent parts become white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        opaque = Image.new("RGBA", picture.size, "white")
        opaque.alpha_composite(picture.convert("RGBA"))
        return opaque.convert("RGB")
    return picture.convert("RGB")


def _smaller(picture: Image.Image) -> Image.Image:
    picture.thumbnail((limits.KEPT_SIDE, limits.KEPT_SIDE), Image.Resampling.LANCZOS)
    return picture


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels in a picture that never knew anything else."""
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    return clean


def _written(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    _bare(picture).save(out, kind, **how)
    return out.getvalue()
