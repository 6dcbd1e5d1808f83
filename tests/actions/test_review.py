"""The queue of the second person: who sees what waits, and who may publish it."""

import pytest
from django.test import Client

from actions.models import Action, Group
from actions.publication import submit
from prisoners.choices import PublicationState, StaffRole
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
    client.post("/en/desk/review/picket/")
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
    client.post("/en/desk/review/picket/")
    waiting.refresh_from_db()
    assert waiting.state == PublicationState.IN_REVIEW


def test_new_action_takes_sign_ups_unless_the_organiser_says_otherwise() -> None:
    client = _logged_in(make_organiser("vera", make_group("vienna")))
    assert client.get("/en/desk/new/").context["form"]["is_open_for_sign_up"].value() is True


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
