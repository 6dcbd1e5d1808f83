"""Photos come in: whose they are, how many and how large they may be, and what is said of the bad ones."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from actions import photo_files
from actions.models import Action, Group, Photo
from actions.refusals import ActionsRefusal
from actions.services import photos as services
from prisoners.choices import StaffRole
from prisoners.models import Staff
from tests.actions.rows import make_action, make_group, make_organiser, make_staff
from tests.photos.pictures import BAD, jpeg, jpeg_file, png
from tests.photos.steps import files_below, logged_in, send

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_picture_that_is_kept_twice_at_once_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    key, write, others = uuid4(), Path.write_bytes, [b"the other"]

    def interrupted(path: Path, data: bytes) -> int:
        """Just before it gets its good name, somebody else keeps it whole."""
        written = write(path, data)
        if others:
            photo_files.keep(key, others.pop())
        return written

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    photo_files.keep(key, b"the one")
    assert photo_files.waiting(key) == b"the one"
    photo_files.forget(key)
