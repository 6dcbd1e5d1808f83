"""The queue of the second person: who sees what waits, and who may publish it."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from actions.choices import GroupRole
from actions.models import Action, Group, Membership, NewWords, Report
from actions.new_words import publish_words
from actions.publication import publish, submit
from actions.refusals import ActionsRefusal, NotPublishable
from actions.services.actions import change, locked
from actions.services.reports import log_report
from actions.services.series import change_following, repeat
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Staff
from tests.actions.rows import (
    make_action,
    make_campaign,
    make_group,
    make_organiser,
    make_prisoner,
    make_report,
    make_sign_up,
    make_staff,
)
from tests.supporters.test_people import _wait_for_a_lock as wait_for_a_lock

pytestmark = pytest.mark.django_db


def _logged_in(member: object) -> Client:
    client = Client()
    client.force_login(member)  # type: ignore[arg-type]
    return client


@pytest.fixture
def waiting() -> Action:
    """An action of Vienna's that its only organiser submitted."""
    group = make_group("vienna")
    action = make_action(slug="picket", title="Picket", group=group, held_on="2099-12-16", state=PublicationState.DRAFT)
    submit(action, make_organiser("vera", group))
    return action


def test_publisher_publishes_what_the_only_organiser_submitted(waiting: Action) -> None:
    client = _logged_in(make_staff("paul", StaffRole.PUBLISHER))
    assert "/en/desk/review/picket/" in client.get("/en/desk/review/").content.decode()
    assert "<button" in client.get("/en/desk/review/picket/").content.decode()
    client.post("/en/desk/review/picket/", {"seen": waiting.version})
    waiting.refresh_from_db()
    assert waiting.is_published


def test_publisher_sees_nobody_who_comes(waiting: Action) -> None:
    make_sign_up(waiting, name="Canary Name")
    page = _logged_in(make_staff("paul", StaffRole.PUBLISHER)).get("/en/desk/review/picket/").content.decode()
    assert "Canary" not in page


def test_organiser_of_another_group_sees_nothing_of_it(waiting: Action) -> None:
    client = _logged_in(make_organiser("lena", make_group("london", "Europe/London")))
    assert "picket" not in client.get("/en/desk/review/").content.decode()
    assert client.get("/en/desk/review/picket/").status_code == 404
    assert client.post("/en/desk/review/picket/").status_code == 404


def test_who_submitted_it_cannot_publish_it(waiting: Action) -> None:
    assert waiting.submitted_by
    client = _logged_in(waiting.submitted_by)
    client.post("/en/desk/review/picket/", {"seen": waiting.version})
    waiting.refresh_from_db()
    assert waiting.state == PublicationState.IN_REVIEW


def test_new_action_takes_sign_ups_unless_the_organiser_says_otherwise() -> None:
    client = _logged_in(make_organiser("vera", make_group("vienna")))
    assert client.get("/en/desk/new/").context["form"]["is_open_for_sign_up"].value() is True


def test_new_action_is_in_the_city_of_the_only_group_unless_the_organiser_says_otherwise() -> None:
    vera = make_organiser("vera", make_group("vienna"))
    assert _logged_in(vera).get("/en/desk/new/").context["form"]["city"].value() == "Vienna"
    Membership.objects.create(group=make_group("graz"), member=vera, role=GroupRole.ORGANISER)
    assert _logged_in(vera).get("/en/desk/new/").context["form"]["city"].value() == ""


def test_line_of_the_queue_without_a_city_begins_with_the_day(waiting: Action) -> None:
    Action.internal.update(city="")
    page = _logged_in(make_staff("paul", StaffRole.PUBLISHER)).get("/en/desk/review/").content.decode()
    assert '<span class="quiet">16 December 2099</span>' in page


def test_published_action_leads_from_the_desk_to_its_public_page(waiting: Action) -> None:
    client = _logged_in(waiting.submitted_by)
    assert "/en/actions/picket/" not in client.get("/en/desk/actions/picket/").content.decode()
    Action.internal.update(state=PublicationState.PUBLISHED)
    assert 'href="/en/actions/picket/"' in client.get("/en/desk/actions/picket/").content.decode()


def test_the_second_person_sees_everything_that_would_be_public(waiting: Action) -> None:
    waiting.prisoners.add(make_prisoner("anna", name="Anna Example"))
    Action.internal.update(campaign=make_campaign(title="For Anna"), capacity=7, note="Bring lamps", state="published")
    make_report(
        waiting, state="in_review", police_measures="Two vans", arrests=3, press_links="https://press.example/1"
    )
    page = _logged_in(make_staff("paul", StaffRole.PUBLISHER)).get("/en/desk/review/picket/").content.decode()
    wanted = ("Anna Example", "For Anna", "Bring lamps", "<dd>7</dd>", "20–30", "Two vans", "https://press.example/1")
    assert [one for one in wanted if one not in page] == []


def test_a_group_that_is_not_public_is_said_to_the_second_person(waiting: Action) -> None:
    Group.internal.update(state=PublicationState.DRAFT)
    page = _logged_in(make_staff("paul", StaffRole.PUBLISHER)).get("/en/desk/review/picket/").content.decode()
    assert "readers will see no organiser" in page


@pytest.fixture
def shown() -> Action:
    """A public action of Vienna's, as Anna and Boris organise it."""
    group = make_group("vienna")
    make_organiser("anna", group)
    make_organiser("boris", group)
    return make_action(slug="shown", group=group, title="For Yerlan", description="Bring candles", venue="At the gate")


def _handle(name: str) -> Staff:
    return Staff.objects.get(handle=name)


def test_new_words_of_a_public_action_wait_for_a_second_person_and_its_hour_does_not(shown: Action) -> None:
    change(shown, _handle("anna"), title="Come to my house", description="Bring money", venue="At the corner")
    shown.refresh_from_db()
    assert (shown.title, shown.description, shown.venue) == ("For Yerlan", "Bring candles", "At the corner")
    assert b"my house" not in Client().get("/en/actions/shown/").content
    assert "my house" in _logged_in(_handle("anna")).get("/en/desk/actions/shown/").content.decode()
    assert _logged_in(_handle("anna")).get("/en/desk/actions/shown/edit/").context["form"]["title"].value() == (
        "Come to my house"
    )


def test_second_person_publishes_new_words_and_who_wrote_them_cannot(shown: Action) -> None:
    change(shown, _handle("anna"), title="For Yerlan and Amangeldy")
    seen = {"words": NewWords.objects.get().version}
    for stranger in (_handle("anna"), make_organiser("lena", make_group("london", "Europe/London"))):
        _logged_in(stranger).post("/en/desk/review/shown/", seen)
        assert Action.internal.get(pk=shown.pk).title == "For Yerlan"
    boris = _logged_in(_handle("boris"))
    page = boris.get("/en/desk/review/shown/").content.decode()
    assert "For Yerlan and Amangeldy" in page
    assert f'value="{seen["words"]}"' in page
    boris.post("/en/desk/review/shown/", seen)
    shown.refresh_from_db()
    assert (shown.title, shown.description, shown.is_published) == ("For Yerlan and Amangeldy", "Bring candles", True)
    assert not NewWords.objects.exists()
    assert "For Yerlan" not in boris.get("/en/desk/review/").content.decode()


def test_words_that_were_changed_after_they_were_looked_at_are_looked_at_again(shown: Action) -> None:
    change(shown, _handle("anna"), title="Harmless")
    seen = NewWords.objects.get().version
    change(shown, _handle("anna"), title="Come to my house")
    with pytest.raises(NotPublishable, match="changed meanwhile"):
        publish_words(shown, _handle("boris"), seen)
    change(shown, _handle("boris"), title="Come to my house", venue="Elsewhere")
    assert NewWords.objects.get().submitted_by == _handle("anna")
    change(shown, _handle("anna"), title="For Yerlan", description="Bring candles")
    with pytest.raises(NotPublishable, match="No new words"):
        publish_words(shown, _handle("boris"), seen)


def test_words_of_a_draft_are_written_at_once_and_an_empty_title_is_refused(shown: Action) -> None:
    draft = make_action(group=shown.group, state="draft")
    assert change(draft, _handle("anna"), title="Another").title == "Another"
    with pytest.raises(ActionsRefusal, match="a title"):
        change(shown, _handle("anna"), title=" ")
    assert not NewWords.objects.exists()


def test_one_look_is_enough_for_the_same_words_of_all_days(shown: Action) -> None:
    anna = _handle("anna")
    repeat(shown, anna, rhythm="weekly", number=4)
    change_following(Action.internal.order_by("series_on")[1], anna, title="Every week")
    assert NewWords.objects.count() == 3
    publish_words(
        Action.internal.order_by("series_on")[2], _handle("boris"), NewWords.objects.order_by("pk")[1].version
    )
    assert list(Action.internal.order_by("series_on").values_list("title", flat=True)) == [
        "For Yerlan",
        *["Every week"] * 3,
    ]


def test_action_that_is_changed_while_it_waits_is_a_draft_again(shown: Action) -> None:
    anna, boris = _handle("anna"), _handle("boris")
    draft = make_action(slug="soon", group=shown.group, state="draft", title="Harmless")
    submit(draft, anna)
    page = _logged_in(boris).get("/en/desk/review/soon/").content.decode()
    seen = Action.internal.get(slug="soon").version
    assert f'name="seen" value="{seen}"' in page
    change(draft, anna, title="Come to my house")
    assert Action.internal.get(slug="soon").state == "draft"
    submit(draft, anna)
    _logged_in(boris).post("/en/desk/review/soon/", {"seen": seen})
    _logged_in(boris).post("/en/desk/actions/soon/publish/", {"seen": seen})
    assert Action.internal.get(slug="soon").state == "in_review"
    change(draft, boris, title="Come to my house")
    _logged_in(boris).post("/en/desk/review/soon/", {"seen": Action.internal.get(slug="soon").version})
    assert Action.public.get(slug="soon").title == "Come to my house"


def test_action_that_is_for_others_while_it_waits_is_a_draft_again(shown: Action) -> None:
    draft = make_action(slug="soon", group=shown.group, state="draft")
    submit(draft, _handle("anna"))
    assert change(draft, _handle("boris"), prisoners=[]).state == "in_review"
    assert change(draft, _handle("boris"), prisoners=[make_prisoner()]).state == "draft"


@pytest.mark.django_db(transaction=True)
def test_words_are_published_by_one_while_another_changes_them_and_neither_waits_for_ever(shown: Action) -> None:
    """Two connections: whoever changes holds the row and takes the words; whoever publishes waits for the row first."""
    anna, boris = _handle("anna"), _handle("boris")
    change(shown, anna, title="Harmless")
    seen, refused = NewWords.objects.get().version, []

    def publish_them() -> None:
        try:
            publish_words(shown, boris, seen)
        except NotPublishable as refusal:
            refused.append(str(refusal))
        finally:
            connection.close()

    second = Thread(target=publish_them)
    with transaction.atomic():
        locked(shown)
        second.start()
        wait_for_a_lock()
        change(shown, anna, title="Come to my house")
    second.join()
    assert refused == ["The words were changed meanwhile. Please look at them again."]
    assert (Action.internal.get().title, NewWords.objects.get().title) == ("For Yerlan", "Come to my house")


@pytest.mark.parametrize("address", ["review/soon/", "actions/soon/publish/", "actions/soon/report/publish/"])
def test_nobody_publishes_at_the_desk_without_saying_what_they_looked_at(shown: Action, address: str) -> None:
    state = "published" if "report" in address else "draft"
    action = make_action(slug="soon", group=shown.group, state=state, held_on="2026-01-05")
    row = make_report(action, state="draft") if "report" in address else action
    submit(row, _handle("anna"))
    answer = _logged_in(_handle("boris")).post(f"/en/desk/{address}", follow=True)
    assert "somebody who has looked at it" in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "in_review"


def test_report_that_was_corrected_after_it_was_looked_at_is_looked_at_again(shown: Action) -> None:
    now = timezone.now()
    Action.internal.filter(pk=shown.pk).update(starts_at=now - timedelta(days=1), ends_at=now)
    shown.refresh_from_db()
    report = log_report(shown, _handle("anna"), text="Nobody was hurt.")
    seen = report.version
    log_report(shown, _handle("anna"), text="Everybody was hurt.")
    _logged_in(_handle("boris")).post("/en/desk/actions/shown/report/publish/", {"seen": seen})
    assert not Report.public.exists()


def test_one_look_at_a_series_is_not_for_days_that_say_something_else(shown: Action) -> None:
    anna, boris = _handle("anna"), _handle("boris")
    Action.internal.filter(pk=shown.pk).update(state="draft")
    shown.refresh_from_db()
    repeat(shown, anna, rhythm="weekly", number=3)
    submit(shown, anna)
    change_following(Action.internal.order_by("series_on")[1], anna, title="Come to my house")
    publish(shown, boris)
    assert list(Action.public.values_list("title", flat=True)) == ["For Yerlan"]


def test_queue_says_what_of_a_public_action_waits(shown: Action) -> None:
    change(shown, _handle("anna"), title="For Yerlan and Amangeldy")
    make_report(shown, state="in_review")
    lines = _logged_in(_handle("boris")).get("/en/desk/review/").context["lines"]
    assert [line["waiting"] for line in lines] == [["Report", "New words"]]


def test_the_second_person_sees_that_it_is_a_series_and_how_many_days_one_press_shows(shown: Action) -> None:
    anna = _handle("anna")
    Action.internal.filter(pk=shown.pk).update(state="draft")
    shown.refresh_from_db()
    repeat(shown, anna, rhythm="weekly", number=3)
    submit(shown, anna)
    facts = dict(_logged_in(_handle("boris")).get("/en/desk/review/shown/").context["facts"])
    assert facts["Series"].startswith("Returns each week on ")
    assert facts["Series"].endswith("; 3 days are published at once")
    publish(Action.internal.get(slug="shown"), _handle("boris"))
    assert Action.public.count() == 3


def test_leaflet_and_sheet_can_be_printed_before_anybody_has_confirmed(shown: Action) -> None:
    desk = _logged_in(_handle("anna"))
    sheets = ("/en/actions/shown/leaflet.pdf", "/en/actions/shown/sign-up-sheet.pdf")
    page = desk.get("/en/desk/actions/shown/").content.decode()
    assert "Nobody has confirmed" in page and [one for one in sheets if f'href="{one}"' not in page] == []
    Action.internal.update(state="draft")
    page = desk.get("/en/desk/actions/shown/").content.decode()
    assert "once the action is published" in page and not any(one in page for one in sheets)
