"""A photo is public after a second look, as long as its report is; what nobody wanted is deleted."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from actions.choices import PhotoState
from actions.models import Action, Photo
from actions.refusals import ActionsRefusal
from actions.services import photos as services
from actions.services.retention import purge
from prisoners.choices import StaffRole
from prisoners.models import Staff
from tests.actions.rows import NOW, make_group, make_organiser, make_report, make_staff
from tests.photos.pictures import CANARY, jpeg, jpeg_file, with_everything
from tests.photos.steps import files_below, logged_in, send
from tests.queries import queries_of

pytestmark = pytest.mark.django_db(transaction=True)


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


def test_queue_of_photos_asks_as_often_for_three_as_for_one(picket: Action, anna: Staff, ben: Staff) -> None:
    desk = logged_in(ben)
    services.take(picket, anna, [jpeg_file()])
    one = queries_of(desk.get, "/en/desk/review/")
    services.take(picket, anna, [jpeg_file(), jpeg_file()])
    assert len(queries_of(desk.get, "/en/desk/review/")) == len(one)
    assert desk.get("/en/desk/review/").content.decode().count("/en/desk/photos/") == 3
