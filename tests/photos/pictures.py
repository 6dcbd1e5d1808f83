"""Pictures as phones, editors and attackers make them."""

import io
import struct
import zlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, PngImagePlugin

from actions.images import limits

CANARY = b"GPSCANARY7391"


def picture(size: tuple[int, int] = (1200, 800)) -> Image.Image:
    """A street without a face."""
    image = Image.new("RGB", size, "#8899aa")
    ImageDraw.Draw(image).rectangle((size[0] // 4, size[1] // 4, size[0] // 2, size[1] // 2), fill="#cc2222")
    return image


def jpeg(size: tuple[int, int] = (1200, 800), **how: Any) -> bytes:
    out = io.BytesIO()
    picture(size).save(out, "JPEG", **how)
    return out.getvalue()


def png(size: tuple[int, int] = (300, 200), **how: Any) -> bytes:
    out = io.BytesIO()
    picture(size).save(out, "PNG", **how)
    return out.getvalue()


def with_everything() -> bytes:
    """A picture in which every place for metadata says the same word, and more behind its end."""
    exif = Image.Exif()
    exif[0x010F] = exif[0x9286] = exif[0x0131] = CANARY.decode()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[29] = CANARY.decode()
    exif.get_ifd(0x8825)[2] = (48.0, 12.0, 30.0)
    return jpeg(exif=exif, comment=CANARY, xmp=b"<x:xmpmeta>" + CANARY, icc_profile=b"x" * 40 + CANARY) + CANARY


def header_only_png(width: int, height: int) -> bytes:
    """A few bytes that say they are many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


def animated(kind: str) -> bytes:
    out = io.BytesIO()
    picture((200, 200)).save(out, kind, save_all=True, append_images=[Image.new("RGB", (200, 200), "red")])
    return out.getvalue()


def text_bomb() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "A" * 70_000_000, zip=True)
    return png(pnginfo=info)


def jpeg_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("x.jpg", jpeg())


#: What is refused, and the reason.
BAD: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", limits.EMPTY),
    "too many bytes": (b"\xff\xd8\xff" + b"\0" * limits.MAX_BYTES, limits.TOO_MANY_BYTES),
    "bomb": (header_only_png(50_000, 50_000), limits.TOO_MANY_PIXELS),
    "12,000 pixels wide": (header_only_png(12_000, 100), limits.TOO_MANY_PIXELS),
    "41 megapixels": (header_only_png(6_500, 6_400), limits.TOO_MANY_PIXELS),
    "a dot": (png((1, 1)), limits.TOO_SMALL),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', limits.NOT_A_PHOTO),
    "HTML": (b"<!doctype html><script>alert(1)</script>", limits.NOT_A_PHOTO),
    "PDF": (b"%PDF-1.7\n" + jpeg(), limits.NOT_A_PHOTO),
    "GIF": (animated("GIF"), limits.NOT_A_PHOTO),
    "GIF that is JPEG further on": (b"GIF89a/*" + jpeg(), limits.NOT_A_PHOTO),
    "HEIC": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100, limits.NOT_A_PHOTO),
    "MPO": (animated("MPO"), limits.NOT_A_PHOTO),
    "animated PNG": (animated("PNG"), limits.SEVERAL_FRAMES),
    "animated WebP": (animated("WEBP"), limits.SEVERAL_FRAMES),
    "cut JPEG": (jpeg()[:-3000], limits.BROKEN),
    "cut PNG": (png()[:-60], limits.BROKEN),
}
