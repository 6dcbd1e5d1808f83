"""The pages of the groups, and how a new one comes: proposed by anybody, approved by a publisher or a steward."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from actions.choices import GroupRole
from actions.models import Group, GroupProposal, Invitation
from actions.refusals import ActionsRefusal
from actions.services import groups
from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Staff
from prisoners.times import BadTime
from privacy.forms import make_form_token
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_report, make_staff
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

TOLD = {
    "name": "Graz for the oil workers",
    "city": "Graz",
    "country": "at",
    "time_zone": "Europe/Vienna",
    "description": "We stand by.",
}
CONTACT = "rosa@people.example"


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def proposed(**fields: str) -> dict[str, str]:
    return {**TOLD, "contact": CONTACT, "form_token": make_form_token("propose-group"), **fields}


def test_index_names_public_groups_with_their_next_action(client: Client) -> None:
    vienna = make_group(name="Vienna for the oil workers")
    make_group("hidden", name="Hidden", state=PublicationState.IN_REVIEW)
    make_action(group=vienna, title="Candles at the gate")
    make_action(group=vienna, title="Later", held_on="2026-12-20")
    text = client.get("/en/groups/").content.decode()
    assert "Vienna for the oil workers" in text
    assert "Candles at the gate" in text
    assert "Vienna time (UTC+1)" in text
    assert "Later" not in text
    assert "Hidden" not in text


def test_index_asks_the_same_number_of_questions_for_one_group_and_for_three(client: Client) -> None:
    counts = []
    for slug in ("vienna", "linz", "graz"):
        make_action(group=make_group(slug))
        counts.append(len(queries_of(client.get, "/en/groups/")))
    assert counts[0] == counts[1] == counts[2]


def test_group_page_shows_what_comes_and_what_came_of_it_with_its_calendar_and_feed(client: Client) -> None:
    vienna = make_group(description="We meet on Thursdays.")
    make_action(group=vienna, title="Candles at the gate")
    make_report(make_action(group=vienna, title="Autumn picket", held_on="2026-10-01"), text="It rained.")
    make_action(group=vienna, title="Old vigil", held_on="2026-09-01")
    make_action(group=vienna, title="Draft", state=PublicationState.DRAFT)
    text = client.get("/en/groups/vienna/").content.decode()
    for word in (
        "We meet on Thursdays.",
        "Candles at the gate",
        "It rained.",
        "Old vigil",
        "/calendar/groups/vienna.ics",
    ):
        assert word in text
    assert "Draft" not in text
    feed = client.get("/feeds/groups/vienna.atom").content.decode()
    assert "Candles at the gate" in feed
    assert "Draft" not in feed


@pytest.mark.parametrize("path", ["/en/groups/hidden/", "/en/groups/none/", "/feeds/groups/hidden.atom"])
def test_group_that_is_not_public_has_no_page(client: Client, path: str) -> None:
    make_group("hidden", state=PublicationState.IN_REVIEW)
    assert client.get(path).status_code == 404


def test_group_page_asks_the_same_number_of_questions_for_one_action_and_for_three(client: Client) -> None:
    vienna, counts = make_group(), []
    for day in ("2026-10-01", "2026-10-02", "2026-10-03"):
        make_report(make_action(group=vienna, held_on=day))
        counts.append(len(queries_of(client.get, "/en/groups/vienna/")))
    assert counts[0] == counts[1] == counts[2]


def test_proposal_without_an_account_waits_and_is_seen_by_nobody(client: Client) -> None:
    page = client.post("/en/groups/propose/", proposed())
    assert page.status_code == 200
    assert "Thank you" in page.content.decode()
    group = Group.internal.get()
    assert (group.slug, group.country, group.state) == ("graz-for-the-oil-workers", "AT", PublicationState.IN_REVIEW)
    assert client.get("/en/groups/graz-for-the-oil-workers/").status_code == 404
    assert GroupProposal.objects.get().contact == CONTACT


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", " ", "This field is required"),
        ("city", " ", "This field is required"),
        ("country", "Austria", "two letters"),
        ("time_zone", "CET", "is not a time zone"),
        ("contact", "nobody@", "valid e"),
        ("form_token", "", "did not come from our page"),
    ],
)
def test_bad_proposal_gets_a_sentence_and_writes_nothing(client: Client, field: str, value: str, sentence: str) -> None:
    page = client.post("/en/groups/propose/", proposed(**{field: value}))
    assert page.status_code == 400
    assert sentence in page.content.decode()
    assert not Group.internal.exists()


def test_service_refuses_a_zone_without_a_place_and_an_unknown_zone() -> None:
    with pytest.raises(ActionsRefusal, match="in which city"):
        groups.propose_group(**{**TOLD, "city": " "}, contact=CONTACT)
    with pytest.raises(BadTime):
        groups.propose_group(**{**TOLD, "time_zone": "Graz"}, contact=CONTACT)
    assert not Group.internal.exists()


def test_no_more_than_so_many_proposals_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "MOST_WAITING", 1)
    groups.propose_group(**TOLD, contact=CONTACT)
    with pytest.raises(ActionsRefusal, match="Very many groups"):
        groups.propose_group(**TOLD, contact=CONTACT)


def test_two_groups_of_one_name_have_addresses_of_their_own() -> None:
    first, second = (groups.propose_group(**TOLD, contact=CONTACT) for _ in range(2))
    assert first.slug == "graz-for-the-oil-workers"
    assert second.slug.startswith("graz-for-the-oil-workers-")


def test_organiser_who_proposes_a_group_organises_in_it_and_does_not_approve_it() -> None:
    anna = make_organiser("anna", make_group())
    anna.roles = [StaffRole.ORGANISER, StaffRole.PUBLISHER]
    anna.save()
    logged_in(anna).post("/en/desk/new-group/", TOLD)
    graz = Group.internal.get(city="Graz")
    assert graz.memberships.get().member == anna
    with pytest.raises(ActionsRefusal, match="second person"):
        groups.approve_group(graz, anna)


@pytest.mark.parametrize("role", [StaffRole.PUBLISHER, StaffRole.STEWARD])
def test_approval_shows_the_group_and_gives_the_link_for_whoever_proposed_it(role: str) -> None:
    group = groups.propose_group(**TOLD, contact=CONTACT)
    client = logged_in(make_staff("paula", role))
    assert "Graz for the oil workers" in client.get("/en/desk/proposed-groups/").content.decode()
    page = client.post("/en/desk/proposed-groups/", {"group": group.slug, "do": "approve"})
    assert "/l/" in page.content.decode()
    assert CONTACT in page.content.decode()
    assert Client().get(f"/en/groups/{group.slug}/").status_code == 200
    assert not GroupProposal.objects.exists()
    assert Invitation.objects.get().role == GroupRole.ORGANISER


def test_declining_needs_a_reason_and_forgets_whom_to_write_to() -> None:
    group = groups.propose_group(**TOLD, contact=CONTACT)
    client = logged_in(make_staff("paula", StaffRole.PUBLISHER))
    client.post("/en/desk/proposed-groups/", {"group": group.slug, "do": "decline", "reason": " "})
    assert GroupProposal.objects.exists()
    client.post("/en/desk/proposed-groups/", {"group": group.slug, "do": "decline", "reason": "Not about prisoners"})
    group.refresh_from_db()
    assert (group.state, group.withdrawal_reason) == (PublicationState.WITHDRAWN, "Not about prisoners")
    assert not GroupProposal.objects.exists()
    with pytest.raises(ActionsRefusal, match="does not wait"):
        groups.approve_group(group, make_staff("stella", StaffRole.STEWARD))


@pytest.mark.parametrize("role", [StaffRole.RESEARCHER, StaffRole.ORGANISER])
def test_others_neither_see_nor_decide_what_waits(role: str) -> None:
    group = groups.propose_group(**TOLD, contact=CONTACT)
    client = logged_in(make_staff("rita", role))
    assert client.get("/en/desk/proposed-groups/").status_code == 404
    assert client.post("/en/desk/proposed-groups/", {"group": group.slug, "do": "approve"}).status_code == 404
    group.refresh_from_db()
    assert group.state == PublicationState.IN_REVIEW


def test_each_proposed_group_has_a_form_of_its_own() -> None:
    for city in ("Graz", "Linz"):
        groups.propose_group(**{**TOLD, "city": city, "name": f"{city} for them"}, contact=CONTACT)
    page = logged_in(make_staff("paula", StaffRole.PUBLISHER)).get("/en/desk/proposed-groups/").content.decode()
    ids = re.findall(r'<textarea[^>]* id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 2
