"""Photos: nothing but pixels is kept, faces are blurred, a second person looks, and bad files do no harm."""

import io
import struct
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image, ImageDraw, PngImagePlugin

from actions.choices import PhotoState
from actions.images import limits, reading
from actions.images.boxes import Box, blur
from actions.models import Action, Group, Photo
from actions.photo_files import unpublish
from actions.refusals import ActionsRefusal
from actions.services import photos as services
from actions.services.retention import purge
from prisoners.choices import StaffRole
from prisoners.models import Staff
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_report, make_staff

pytestmark = pytest.mark.django_db(transaction=True)

CANARY = b"GPSCANARY7391"


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def picket(vienna: Group) -> Action:
    return make_action(slug="picket", group=vienna, held_on="2026-11-30")


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


def send(client: Client, files: list[bytes], name: str = "holiday.jpg") -> str:
    uploads = [SimpleUploadedFile(name, data, "image/jpeg") for data in files]
    response = client.post("/en/desk/actions/picket/photos/", {"photos": uploads}, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def files_below(*roots: Path) -> list[Path]:
    return [path for root in roots if Path(root).exists() for path in Path(root).rglob("*") if path.is_file()]


def test_photo_goes_from_the_phone_to_the_public_with_a_second_look(picket: Action, anna: Staff, ben: Staff) -> None:
    make_report(picket, state="published")
    first, second, stranger = logged_in(anna), logged_in(ben), Client()
    assert "Photos taken in: 1" in send(first, [with_everything()], "Vera-Sokolova-home.jpg")
    photo = Photo.internal.get()
    [kept] = files_below(settings.PRIVATE_DIR, settings.MEDIA_ROOT)
    # Sealed: neither what it shows nor that it is a picture.
    assert not [mark for mark in (CANARY, b"JFIF", b"\xff\xd8\xff") if mark in kept.read_bytes()]
    desk = f"/en/desk/photos/{photo.pk}/"
    assert first.get(f"{desk}picture.jpg?w=320").content[:3] == b"\xff\xd8\xff"
    assert stranger.get(f"{desk}picture.jpg").status_code == 302
    words = {"alternative": "People with a banner", "caption": "At noon", "credit": "N."}
    assert first.post(f"{desk}words/", words).status_code == 302
    assert "second person" in first.post(f"{desk}publish/", {"looked": "on"}, follow=True).content.decode()
    assert "look at the whole picture" in second.post(f"{desk}publish/", {}, follow=True).content.decode()
    assert not Photo.public.exists()
    second.post(f"{desk}publish/", {"looked": "on"})
    photo.refresh_from_db()
    assert photo.state == PhotoState.PUBLISHED and photo.sizes == [[480, 720], [800, 1200]]
    assert files_below(settings.PRIVATE_DIR) == []
    page = stranger.get("/en/actions/picket/").content.decode()
    assert "People with a banner" in page and "Photo: N." in page and f"{photo.token}-480.webp 480w" in page
    answer = stranger.get("/api/v1/reports/picket/").json()["photos"]
    assert [one["type"] for one in answer[0]["files"]] == ["image/jpeg", "image/webp"] * 2
    for one in answer[0]["files"]:
        response = stranger.get(one["url"].removeprefix(settings.SITE_ORIGIN))
        data = b"".join(response.streaming_content)  # type: ignore[attr-defined]
        assert response["Content-Type"] == one["type"] and response["Cache-Control"] == "public, max-age=60"
        assert response["X-Content-Type-Options"] == "nosniff" and "sandbox" in response["Content-Security-Policy"]
        assert CANARY not in data and b"Exif" not in data and not response.cookies
        assert Image.open(io.BytesIO(data)).size == (one["width"], one["height"])
        again = stranger.get(one["url"].removeprefix(settings.SITE_ORIGIN), headers={"if-none-match": response["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    services.reject(photo, ben)
    again = stranger.get(one["url"].removeprefix(settings.SITE_ORIGIN), headers={"if-none-match": response["ETag"]})
    assert again.status_code == 404


def test_photo_is_found_by_nobody_before_its_report_is_public(picket: Action, anna: Staff, ben: Staff) -> None:
    services.take(picket, anna, [SimpleUploadedFile("x", jpeg())])
    photo = Photo.internal.get()
    services.describe(photo, anna, caption="", alternative="A banner", credit="")
    services.publish(photo, ben, looked=True)
    photo.refresh_from_db()
    address = f"/media/photos/{photo.token}-480.jpg"
    assert Client().get(address).status_code == 404
    photo.report.state = "published"
    photo.report.save()
    found = Client().get(address)
    assert (found.status_code, len(b"".join(found.streaming_content)) > 0) == (200, True)  # type: ignore[attr-defined]
    found.close()
    for guess in (f"{photo.token}-481.jpg", f"{photo.token}-480.png", "..%2f..%2fprivate", f"{photo.pk}-480.jpg"):
        assert Client().get(f"/media/photos/{guess}").status_code == 404
    services.reject(photo, anna)
    assert Client().get(address).status_code == 404
    assert files_below(settings.MEDIA_ROOT, settings.PRIVATE_DIR) == []


def test_photo_of_others_does_not_exist_for_them(picket: Action, anna: Staff) -> None:
    services.take(picket, anna, [SimpleUploadedFile("x", jpeg())])
    photo = Photo.internal.get()
    berta = logged_in(make_organiser("berta", make_group("berlin")))
    for page in ("", "picture.jpg"):
        assert berta.get(f"/en/desk/photos/{photo.pk}/{page}").status_code == 404
    for page in ("blur/", "unblur/", "words/", "publish/", "reject/"):
        assert berta.post(f"/en/desk/photos/{photo.pk}/{page}", {"looked": "on"}).status_code == 404
    assert berta.post("/en/desk/actions/picket/photos/", {"photos": jpeg_file()}).status_code == 404
    assert logged_in(make_staff("pia", StaffRole.PUBLISHER)).get(f"/en/desk/photos/{photo.pk}/").status_code == 200
    with pytest.raises(ActionsRefusal, match="organiser of the group"):
        services.cover(photo, make_staff("nobody"), 0, 0, 1, 1)


def jpeg_file() -> SimpleUploadedFile:
    return SimpleUploadedFile("x.jpg", jpeg())


def test_bad_photos_are_named_by_number_and_spoil_no_other(picket: Action, anna: Staff) -> None:
    said = send(logged_in(anna), [jpeg(), BAD["SVG"][0], BAD["cut JPEG"][0], b""])
    assert "Photos taken in: 1" in said
    for number, word in ((2, "no photo that we can take"), (3, "damaged"), (4, "empty")):
        assert f"Photo {number}: " in said and word in said
    assert Photo.internal.count() == 1


def test_photo_is_known_by_its_bytes_whatever_its_name(picket: Action, anna: Staff) -> None:
    assert "Photos taken in: 1" in send(logged_in(anna), [png()], "../../../etc/passwd.html")
    assert files_below(settings.PRIVATE_DIR)[0].name == str(Photo.internal.get().pk)


def test_thirty_photos_at_once_are_too_many(picket: Action, anna: Staff) -> None:
    assert "at most 10 photos at once" in send(logged_in(anna), [png((64, 64))] * 30)
    assert not Photo.internal.exists()


def test_report_has_at_most_twenty_photos(picket: Action, anna: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST_A_REPORT", 1)
    said = send(logged_in(anna), [png((64, 64))] * 2)
    assert "Photos taken in: 1" in said and "Photo 2: A report has at most 20 photos." in said


def test_photos_wait_until_the_action_begins(vienna: Group, anna: Staff) -> None:
    with pytest.raises(ActionsRefusal, match="not begun"):
        services.take(make_action(group=vienna), anna, [jpeg_file()])
    assert files_below(settings.PRIVATE_DIR) == []


def test_upload_that_is_cut_in_the_middle_leaves_nothing(picket: Action, anna: Staff) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n' + jpeg()[:9000]
    client = logged_in(anna)
    response = client.generic("POST", "/en/desk/actions/picket/photos/", body, "multipart/form-data; boundary=b")
    assert response.status_code in (302, 400)
    assert not Photo.internal.exists()
    assert files_below(settings.PRIVATE_DIR) == []


def test_large_bodies_are_for_those_who_logged_in(picket: Action, anna: Staff) -> None:
    large = SimpleUploadedFile("x.jpg", b"\0" * 1_100_000)
    assert Client().post("/en/desk/actions/picket/photos/", {"photos": large}).status_code == 413
    large.seek(0)
    assert logged_in(anna).post("/en/desk/actions/picket/edit/", {"photos": large}).status_code == 413
    large.seek(0)
    assert logged_in(anna).post("/en/desk/actions/picket/photos/", {"photos": large}).status_code == 302


def test_touch_blurs_where_it_touched(picket: Action, anna: Staff) -> None:
    services.take(picket, anna, [jpeg_file()])
    photo, client = Photo.internal.get(), logged_in(anna)
    assert photo.state == PhotoState.UPLOADED
    page = client.get(f"/en/desk/photos/{photo.pk}/").content.decode()
    assert 'type="image"' in page and 'width="320" height="213"' in page
    blur_it = f"/en/desk/photos/{photo.pk}/blur/"
    client.post(blur_it, {"at.x": "160", "at.y": "106", "shown": "320", "size": "0.1"})
    client.post(blur_it, {"left": "0", "top": "50", "width": "25", "height": "50"})
    client.post(blur_it, {"at.x": "0", "at.y": "0", "shown": "320", "size": "0.2"})
    photo.refresh_from_db()
    assert photo.state == PhotoState.BLURRED
    assert [photo.boxes[1], photo.boxes[2]] == [[0, 400, 300, 400], [0, 0, 120, 120]]
    left, top, width, height = photo.boxes[0]
    assert (left + width / 2, top + height / 2) == pytest.approx((600, 400), abs=4)
    for nonsense in ({}, {"at.x": "-1", "at.y": "1"}, {"left": "nan", "top": "1", "width": "1", "height": "1"}):
        assert "lies within the picture" in client.post(blur_it, nonsense, follow=True).content.decode()
    assert (
        "no such blurred part"
        in client.post(f"/en/desk/photos/{photo.pk}/unblur/", {"number": "9"}, follow=True).content.decode()
    )


def test_whoever_uncovers_a_part_does_not_publish(picket: Action, anna: Staff, ben: Staff) -> None:
    services.take(picket, anna, [jpeg_file()])
    photo = Photo.internal.get()
    services.cover(photo, anna, 0.1, 0.1, 0.2, 0.2)
    services.describe(photo, anna, caption="", alternative="A banner", credit="")
    logged_in(ben).post(f"/en/desk/photos/{photo.pk}/unblur/", {"number": "0"})
    photo.refresh_from_db()
    assert (photo.boxes, photo.state) == ([], PhotoState.UPLOADED)
    with pytest.raises(ActionsRefusal, match="second person"):
        services.publish(photo, ben, looked=True)
    services.publish(photo, anna, looked=True)
    with pytest.raises(ActionsRefusal, match="looked at already"):
        services.publish(photo, ben, looked=True)


def test_published_photo_is_blurred_further_under_another_name(picket: Action, anna: Staff, ben: Staff) -> None:
    services.take(picket, anna, [jpeg_file()])
    photo = Photo.internal.get()
    services.describe(photo, anna, caption="", alternative="A banner", credit="")
    services.publish(photo, ben, looked=True)
    photo.refresh_from_db()
    old = photo.token
    services.cover(photo, ben, 0, 0, 1, 1)
    photo.refresh_from_db()
    assert photo.token != old
    shown = files_below(settings.MEDIA_ROOT)
    assert {path.name.split("-")[0] for path in shown} == {photo.token}
    small = Image.open(next(path for path in shown if path.name.endswith("-480.jpg"))).resize(
        (6, 6), Image.Resampling.BOX
    )
    assert len(small.getcolors() or []) <= 36


def shades_of(photo: Photo) -> int:
    """How far the colours of the covered part of a published photo lie apart, in its smallest size."""
    shown = Image.open(Path(settings.MEDIA_ROOT) / "photos" / f"{photo.token}-480.jpg")
    part = shown.crop(tuple(int(shown.width / photo.width * one) for one in (240, 160, 720, 480)))
    return max(high - low for low, high in part.resize((24, 24), Image.Resampling.BOX).getextrema())


def test_mosaic_of_an_earlier_version_is_covered_again_once_and_what_is_missing_is_said(
    picket: Action, anna: Staff, ben: Staff, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    services.take(picket, anna, [jpeg_file(), jpeg_file(), jpeg_file()])
    mosaic, lost, whole = Photo.internal.order_by("created_at", "pk")
    for photo in (mosaic, lost, whole):
        services.describe(photo, anna, caption="", alternative="A banner", credit="")
    for photo in (mosaic, lost):
        services.cover(photo, anna, 0.2, 0.2, 0.4, 0.4)
    with monkeypatch.context() as patched:
        patched.setattr(services, "blur", lambda picture, boxes: picture)
        for photo in (mosaic, lost, whole):
            services.publish(photo, ben, looked=True)
    Photo.internal.update(is_flat=False)
    for photo in (mosaic, lost, whole):
        photo.refresh_from_db()
    assert shades_of(mosaic) > 60
    unpublish(lost.token)
    before = {photo.pk: photo.token for photo in (mosaic, lost, whole)}
    with pytest.raises(CommandError, match=f"not there: {lost.pk}$"):
        call_command("flatten_photos")
    mosaic.refresh_from_db()
    assert shades_of(mosaic) < 40
    assert {path.name.split("-")[0] for path in files_below(settings.MEDIA_ROOT)} == {mosaic.token, whole.token}
    with pytest.raises(CommandError):
        call_command("flatten_photos")
    assert capsys.readouterr().out == "1 photos were covered again.\n0 photos were covered again.\n"
    after = dict(Photo.internal.values_list("pk", "token"))
    assert after == {**before, mosaic.pk: mosaic.token}


def test_photo_without_a_look_or_words_stays_hidden(picket: Action, anna: Staff, ben: Staff) -> None:
    services.take(picket, anna, [jpeg_file()])
    with pytest.raises(ActionsRefusal) as refused:
        services.publish(Photo.internal.get(), anna, looked=False)
    assert len(refused.value.reasons) == 3
    assert files_below(settings.MEDIA_ROOT) == []


def test_photo_that_nobody_looked_at_is_deleted_after_thirty_days(picket: Action, anna: Staff) -> None:
    services.take(picket, anna, [jpeg_file(), jpeg_file()])
    services.reject(Photo.internal.all()[0], anna)
    assert purge(NOW + timedelta(days=2))["photos_nobody_wanted"] == 1
    assert purge(NOW + timedelta(days=31), dry_run=True)["photos_nobody_wanted"] == 1
    assert len(files_below(settings.PRIVATE_DIR)) == 1
    purge(NOW + timedelta(days=31))
    assert files_below(settings.PRIVATE_DIR) == [] and not Photo.internal.exists()


def test_file_that_a_killed_process_left_behind_is_swept(picket: Action, anna: Staff) -> None:
    services.take(picket, anna, [jpeg_file()])
    for root in (settings.PRIVATE_DIR, settings.MEDIA_ROOT):
        stray = Path(root) / "photos" / ("f" * 32 + "-480.jpg")
        stray.parent.mkdir(parents=True, exist_ok=True)
        stray.write_bytes(b"x")
    assert purge(NOW + timedelta(days=3650), dry_run=True)["stray_files_of_photos"] == 2


def test_disk_that_is_full_leaves_no_row_and_no_half_file(
    picket: Action, anna: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        path.open("wb").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        services.take(picket, anna, [jpeg_file()])
    assert not Photo.internal.exists() and files_below(settings.PRIVATE_DIR) == []


def test_reader_that_hangs_is_ended_with_a_sentence(
    picket: Action, anna: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "SECONDS", 0.01)
    assert "took too long" in services.take(picket, anna, [jpeg_file()]).refused[0]


def test_photo_that_waits_is_listed_for_whoever_may_look_at_it(picket: Action, anna: Staff, ben: Staff) -> None:
    services.take(picket, anna, [jpeg_file()])
    photo = Photo.internal.get()
    link = f'href="/en/desk/photos/{photo.pk}/"'
    publisher, stranger = make_staff("pia", StaffRole.PUBLISHER), make_organiser("berta", make_group("berlin"))

    def sees(member: Staff) -> bool:
        return link in logged_in(member).get("/en/desk/review/").content.decode()

    assert [sees(one) for one in (ben, publisher, stranger)] == [True, True, False]
    services.describe(photo, anna, caption="", alternative="A banner", credit="")
    services.publish(photo, ben, looked=True)
    assert not sees(ben)


def test_queue_of_photos_asks_as_often_for_three_as_for_one(
    picket: Action, anna: Staff, ben: Staff, django_assert_num_queries: Any
) -> None:
    desk = logged_in(ben)
    services.take(picket, anna, [jpeg_file()])
    with CaptureQueriesContext(connection) as one:
        desk.get("/en/desk/review/")
    services.take(picket, anna, [jpeg_file(), jpeg_file()])
    with django_assert_num_queries(len(one)):
        assert desk.get("/en/desk/review/").content.decode().count("/en/desk/photos/") == 3
