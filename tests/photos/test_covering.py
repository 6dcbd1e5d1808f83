"""Parts of a photo are covered, uncovered and covered anew."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from PIL import Image

from actions.choices import PhotoState
from actions.models import Action, Photo
from actions.photo_files import unpublish
from actions.refusals import ActionsRefusal
from actions.services import photos as services
from prisoners.models import Staff
from tests.photos.pictures import jpeg_file
from tests.photos.steps import files_below, logged_in

pytestmark = pytest.mark.django_db(transaction=True)


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
