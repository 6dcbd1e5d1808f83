"""What nobody announced is logged in the street: one form, one save, and it is an action with its report."""

import pytest
import time_machine
from django.test import Client

from actions.models import Action, Group, Report
from actions.publication import publish
from actions.refusals import ActionsRefusal
from actions.services.street import log_unannounced
from prisoners.choices import PublicationState
from prisoners.models import Staff
from tests.actions.rows import make_action, make_group, make_organiser, make_prisoner
from tests.photos.pictures import jpeg_file

pytestmark = pytest.mark.django_db
ADDRESS = "/en/desk/log/"
#: Eleven at night in Vienna, when it is tomorrow already in Almaty.
LATE = "2026-11-30T22:30:00Z"


@pytest.fixture(autouse=True)
def _in_the_evening() -> object:
    with time_machine.travel(LATE, tick=False):
        yield


@pytest.fixture
def vienna() -> Group:
    return make_group("vienna", city="Vienna")


@pytest.fixture
def anna(vienna: Group) -> Staff:
    return make_organiser("anna", vienna)


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def typed(group: Group, **more: str) -> dict[str, str]:
    return {"group": str(group.pk), "kind": "picket", "held_on": "2026-11-30", "key": "one", **more}


def test_a_number_is_enough_and_everything_else_is_there_already(vienna: Group, anna: Staff) -> None:
    client = logged_in(anna)
    page = client.get(ADDRESS).content.decode()
    assert 'value="2026-11-30"' in page
    assert f'<input type="hidden" name="group" value="{vienna.pk}"' in page
    assert client.post(ADDRESS, typed(vienna, turnout_low="7")).status_code == 302
    action = Action.internal.select_related("report").get()
    assert (action.title, action.city, action.country, action.kinds) == ("Picket, Vienna", "Vienna", "AT", ["picket"])
    assert (action.report.turnout_low, action.report.counted_by_kind) == (7, "organiser")
    assert {action.state, action.report.state} == {PublicationState.IN_REVIEW}


def test_what_is_said_is_kept_and_a_second_person_shows_both(vienna: Group, anna: Staff) -> None:
    whom = make_prisoner()
    said = typed(
        vienna, text="We stood for an hour.", title="For Yerlan", city="Graz", local_time="18:00", prisoners=whom.pk
    )
    logged_in(anna).post(ADDRESS, said)
    action = Action.internal.get()
    assert (action.title, action.city, str(action.local_time), action.time_zone) == (
        "For Yerlan",
        "Graz",
        "18:00:00",
        "Europe/Vienna",
    )
    assert list(action.prisoners.all()) == [whom]
    ben = make_organiser("ben", vienna)
    publish(action, ben, seen=action.version)
    report = Report.internal.get()
    publish(report, ben, seen=report.version)
    assert "We stood for an hour." in Client().get(f"/en/actions/{action.slug}/").content.decode()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "at least how many came, or what happened"),
        ({"turnout_low": "9", "turnout_high": "3"}, "higher than"),
        ({"turnout_low": "9", "held_on": "2026-12-02"}, "has not begun yet"),
        ({"turnout_low": "9", "kind": "war"}, "valid choice"),
    ],
    ids=["nothing said", "crossed", "tomorrow", "unknown kind"],
)
def test_what_cannot_be_logged_is_told_in_words_and_nothing_is_written(
    vienna: Group, anna: Staff, more: dict[str, str], told: str
) -> None:
    answer = logged_in(anna).post(ADDRESS, typed(vienna, **more))
    assert (answer.status_code, told in answer.content.decode()) == (400, True)
    assert not Action.internal.exists()


def test_sent_twice_by_a_bad_connection_it_is_one_action_with_its_photo(vienna: Group, anna: Staff) -> None:
    client = logged_in(anna)
    for _time in (1, 2):
        sent = {**typed(vienna, turnout_low="7"), "photos": jpeg_file()}
        answer = client.post(ADDRESS, sent, headers={"Accept": "application/json"})
        assert answer.json()["to"].startswith("/en/desk/actions/picket-vienna-2026-11-30/")
    assert (Action.internal.count(), Report.internal.get().photos.count()) == (1, 1)


def test_sent_again_after_a_colleague_put_it_right_it_is_no_second_action_and_no_error(
    vienna: Group, anna: Staff
) -> None:
    client, said = logged_in(anna), typed(vienna, turnout_low="7")
    client.post(ADDRESS, said)
    Report.internal.update(reported_by=make_organiser("ben", vienna))
    assert client.post(ADDRESS, said).status_code == 302
    Action.internal.update(title="Picket before the embassy")
    again = client.post(ADDRESS, said)
    assert (again.status_code, "It was sent already." in again.content.decode()) == (400, True)
    assert Action.internal.count() == 1


def test_nobody_logs_for_a_group_of_others(vienna: Group) -> None:
    berta = make_organiser("berta", make_group("berlin"))
    assert logged_in(berta).post(ADDRESS, typed(vienna, turnout_low="7")).status_code == 400
    with pytest.raises(ActionsRefusal):
        log_unannounced(vienna, berta, kinds=["picket"], held_on="2026-11-30", report={"turnout_low": 7})
    assert not Action.internal.exists()


def test_what_has_begun_and_is_not_reported_is_offered_first(vienna: Group, anna: Staff) -> None:
    for slug, day in (("begun", "2026-11-29"), ("to-come", "2026-12-05"), ("long-ago", "2026-11-01")):
        make_action(slug=slug, group=vienna, held_on=day)
    page = logged_in(anna).get(ADDRESS).content.decode()
    offered = [slug for slug in ("begun", "to-come", "long-ago") if f"/en/desk/actions/{slug}/report/" in page]
    assert offered == ["begun"]


def test_one_press_that_says_so_shows_action_and_report_to_everybody(vienna: Group, anna: Staff) -> None:
    logged_in(anna).post(ADDRESS, typed(vienna, text="We stood for an hour."))
    action, ben = Action.internal.get(), make_organiser("ben", vienna)
    for page in (f"/en/desk/review/{action.slug}/", f"/en/desk/actions/{action.slug}/"):
        assert "Publish the action and its report" in logged_in(ben).get(page).content.decode()
        assert "Publish the action" not in logged_in(anna).get(page).content.decode()
    seen = {"seen": action.version, "seen_report": Report.internal.get().version}
    logged_in(ben).post(f"/en/desk/review/{action.slug}/", seen)
    assert "We stood for an hour." in Client().get(f"/en/actions/{action.slug}/").content.decode()


@pytest.mark.parametrize("path", ["review", "actions"])
def test_neither_is_shown_where_the_report_was_not_looked_at_or_by_whoever_wrote_it(
    vienna: Group, anna: Staff, path: str
) -> None:
    logged_in(anna).post(ADDRESS, typed(vienna, turnout_low="7"))
    action, ben = Action.internal.get(), make_organiser("ben", vienna)
    address = f"/en/desk/{path}/{action.slug}/" + ("publish/" if path == "actions" else "")
    seen = {"seen": action.version, "seen_report": Report.internal.get().version}
    logged_in(anna).post(address, seen)
    logged_in(ben).post(address, {**seen, "seen_report": ""})
    assert {Action.internal.get().state, Report.internal.get().state} == {PublicationState.IN_REVIEW}
    logged_in(ben).post(address, seen)
    assert {Action.internal.get().state, Report.internal.get().state} == {PublicationState.PUBLISHED}


def test_button_says_that_it_shows_the_action_alone_or_the_report_alone(vienna: Group, anna: Staff) -> None:
    logged_in(anna).post(ADDRESS, typed(vienna, turnout_low="7"))
    action, ben = Action.internal.get(), logged_in(make_organiser("ben", vienna))
    page = f"/en/desk/review/{action.slug}/"
    Report.internal.update(state=PublicationState.DRAFT)
    alone = ben.get(page).content.decode()
    assert ("Publish the action<" in alone, "and its report" in alone) == (True, False)
    Report.internal.update(state=PublicationState.IN_REVIEW)
    Action.internal.update(state=PublicationState.PUBLISHED)
    assert "Publish the report<" in ben.get(page).content.decode()


def test_what_is_logged_is_not_to_come_though_it_may_last_until_the_night(vienna: Group, anna: Staff) -> None:
    """An hour ago, and without any hour: at the desk as soon as it is logged, for readers once it is shown."""
    for local_time in ("22:30", ""):
        logged_in(anna).post(ADDRESS, typed(vienna, turnout_low="7", local_time=local_time, key=f"at {local_time}"))
    desk = logged_in(anna).get("/en/desk/").context
    assert (len(desk["upcoming"]), len(desk["past"])) == (0, 2)
    Action.internal.update(state=PublicationState.PUBLISHED)
    reader = Client()
    assert len(reader.get("/en/actions/").context["upcoming"]) == 2
    Report.internal.update(state=PublicationState.PUBLISHED)
    page = reader.get("/en/actions/").context
    assert (len(page["upcoming"]), len(page["past"])) == (0, 2)
    assert reader.get("/api/v1/actions/?upcoming=true").json()["count"] == 0


def test_what_was_logged_by_mistake_is_called_off_while_it_waits_and_asks_nobody_any_more(
    vienna: Group, anna: Staff
) -> None:
    """Nobody is asked any more to publish it or what happened at it, and nothing of it is ever public."""
    client, ben = logged_in(anna), logged_in(make_organiser("ben", vienna))
    client.post(ADDRESS, typed(vienna, turnout_low="7"))
    action = Action.internal.get()
    page, call_off = f"/en/desk/actions/{action.slug}/", f"/en/desk/actions/{action.slug}/cancel/"
    assert len(ben.get("/en/desk/review/").context["lines"]) == 1
    assert call_off in client.get(page).content.decode()
    assert client.post(call_off, {"reason": "Logged twice."}).status_code == 302
    after = client.get(page).content.decode()
    assert (call_off in after, "Submit for publication" in after) == (False, False)
    assert ben.get("/en/desk/review/").context["lines"] == []
    called_off = Action.internal.get()
    assert (called_off.is_cancelled, called_off.state) == (True, PublicationState.DRAFT)


def test_what_is_public_and_has_begun_is_not_called_off_but_reported(vienna: Group, anna: Staff) -> None:
    logged_in(anna).post(ADDRESS, typed(vienna, turnout_low="7"))
    Action.internal.update(state=PublicationState.PUBLISHED)
    page = f"/en/desk/actions/{Action.internal.get().slug}/"
    assert f"{page}cancel/" not in logged_in(anna).get(page).content.decode()
