"""The picture beside an action or a call: hardened like every photo, looked at twice, kept by every copy."""

import io
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from PIL import Image

from actions.choices import GroupRole, PhotoState, Rhythm
from actions.models import Action, Assignment, DayOfAction, Group, Photo
from actions.refusals import ActionsRefusal
from actions.roles import photos_of
from actions.services import photos
from actions.services.calls import call_for
from actions.services.cloning import clone
from actions.services.days import add_city
from actions.services.pictures import show_picture, take_away
from actions.services.series import repeat
from prisoners.models import Staff
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_report
from tests.photos.pictures import jpeg, png, with_everything

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def picket(vienna: Group) -> Action:
    return make_action(slug="picket", group=vienna, held_on="2026-12-05")


def upload(data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("me at home.jpg", jpeg() if data is None else data, "image/jpeg")


def shown(row: Action | DayOfAction, anna: Staff, ben: Staff) -> Photo:
    """A picture that Anna sent in and Ben published."""
    photo = show_picture(row, anna, upload(), alternative="A banner before a gate")
    photos.publish(photo, ben, looked=True)
    photo.refresh_from_db()
    return photo


def pictures_on(client: Client, path: str) -> bool:
    return "A banner before a gate" in client.get(path).content.decode()


def test_picture_is_shown_once_a_second_person_has_looked_and_is_the_one_that_is_shared(
    client: Client, picket: Action, anna: Staff, ben: Staff
) -> None:
    photo = show_picture(picket, anna, upload(with_everything()), alternative="A banner before a gate")
    assert not pictures_on(client, "/en/actions/picket/")
    assert client.get("/en/actions/picket/share.jpg").status_code == 404
    with pytest.raises(ActionsRefusal, match="second person"):
        photos.publish(photo, anna, looked=True)
    photos.publish(photo, ben, looked=True)
    photo.refresh_from_db()
    text = client.get("/en/actions/picket/").content.decode()
    assert "A banner before a gate" in text
    assert "/en/actions/picket/share.jpg" in text
    assert client.get(f"/media/photos/{photo.token}-480.jpg").getvalue().startswith(b"\xff\xd8")
    shared = client.get("/en/actions/picket/share.jpg")
    assert (shared["Content-Type"], shared["Cross-Origin-Resource-Policy"]) == ("image/jpeg", "cross-origin")
    assert Image.open(io.BytesIO(shared.content)).size == (1200, 630)
    assert b"GPSCANARY" not in shared.content


def test_picture_is_gone_with_the_action_that_shows_it(client: Client, picket: Action, anna: Staff, ben: Staff) -> None:
    photo = shown(picket, anna, ben)
    Action.internal.update(state="in_review")
    assert client.get(f"/media/photos/{photo.token}-480.jpg").status_code == 404
    assert client.get("/en/actions/picket/share.jpg").status_code == 404


def test_copies_for_other_days_keep_the_picture(
    client: Client, picket: Action, vienna: Group, anna: Staff, ben: Staff
) -> None:
    photo = shown(picket, anna, ben)
    picket.refresh_from_db()
    assert clone(picket, date(2026, 12, 20), anna).picture == photo
    repeat(picket, anna, rhythm=Rhythm.WEEKLY, number=3)
    assert {row.picture for row in Action.internal.filter(series__isnull=False)} == {photo}
    second = Action.internal.get(series__isnull=False, series_on=date(2026, 12, 12))
    other = show_picture(second, anna, upload(png()), alternative="Candles")
    chosen = Action.internal.filter(series__isnull=False).order_by("series_on").values_list("picture", flat=True)
    assert list(chosen) == [photo.pk, other.pk, other.pk]


def test_cities_show_the_picture_of_the_call_unless_they_have_their_own(
    client: Client, vienna: Group, anna: Staff, ben: Staff
) -> None:
    day = call_for(vienna, anna, title="Sixteenth", kinds=["picket"], held_on=date(2026, 12, 16), local_time=time(18))
    DayOfAction.internal.update(state="published")
    berta = make_organiser("berta", berlin := make_group("berlin", "Europe/Berlin"))
    here, there = add_city(day, vienna, anna, city="Vienna"), add_city(day, berlin, berta, city="Berlin")
    own = show_picture(here, anna, upload(), alternative="Our gate")
    photo = shown(day, anna, ben)
    for row in (here, there):
        row.refresh_from_db()
    assert (here.picture, here.own_fields) == (own, ["picture_id"])
    assert (there.picture, there.own_fields) == (photo, [])
    assert pictures_on(client, f"/en/days-of-action/{day.slug}/")
    Action.internal.update(state="published")
    assert pictures_on(client, f"/en/actions/{there.slug}/")
    assert not photos_of(berta).filter(pk=photo.pk).exists()
    with pytest.raises(ActionsRefusal, match="organiser of the group"):
        photos.reject(photo, berta)


def test_picture_that_nothing_shows_any_more_is_dropped_with_its_files(picket: Action, anna: Staff, ben: Staff) -> None:
    photo = shown(picket, anna, ben)
    take_away(picket, anna)
    photo.refresh_from_db()
    assert (photo.state, photo.token) == (PhotoState.REJECTED, "")
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    picket.refresh_from_db()
    assert picket.picture is None


def test_picture_that_is_refused_stands_beside_nothing_any_more(client: Client, picket: Action, anna: Staff) -> None:
    photo = show_picture(picket, anna, upload(), alternative="A banner before a gate")
    photos.reject(photo, anna)
    picket.refresh_from_db()
    assert picket.picture is None
    client.force_login(anna)
    assert str(photo.pk) not in client.get("/en/desk/actions/picket/").content.decode()


def test_picture_is_refused_with_a_sentence_and_nothing_is_written(client: Client, picket: Action, anna: Staff) -> None:
    berta = make_organiser("berta", make_group("berlin"))
    with pytest.raises(ActionsRefusal, match="do not organise this action"):
        show_picture(picket, berta, upload(), alternative="Words")
    with pytest.raises(ActionsRefusal, match="in words"):
        show_picture(picket, anna, upload(), alternative=" ")
    alone = make_action()
    Assignment.objects.create(action=alone, member=anna, role=GroupRole.ORGANISER)
    with pytest.raises(ActionsRefusal, match="belongs to none"):
        show_picture(alone, anna, upload(), alternative="Words")
    client.force_login(anna)
    said = {"picture": upload(b"<svg/>"), "alternative": "Words"}
    answer = client.post("/en/desk/actions/picket/picture/", said)
    assert answer.status_code == 400
    assert "no photo that we can take" in answer.content.decode()
    assert not Photo.internal.exists()


def test_picture_is_sent_in_and_taken_away_at_the_desk(client: Client, picket: Action, anna: Staff) -> None:
    client.force_login(anna)
    sent = client.post("/en/desk/actions/picket/picture/", {"picture": upload(), "alternative": "A gate"})
    photo = Photo.internal.get()
    assert sent["Location"] == f"/en/desk/photos/{photo.pk}/"
    page = client.get(sent["Location"]).content.decode()
    assert "/en/desk/actions/picket/" in page
    assert client.post("/en/desk/actions/picket/picture/", {"do": "take-away"}).status_code == 302
    assert Photo.internal.get().state == PhotoState.REJECTED


def test_photo_belongs_to_a_report_or_to_a_group_and_never_to_both(picket: Action, vienna: Group) -> None:
    for fields in ({}, {"report": make_report(picket), "group": vienna}):
        with pytest.raises(IntegrityError):
            Photo.internal.create(width=100, height=100, **fields)
