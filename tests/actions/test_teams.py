"""Groups and their people: Anna organises in Vienna, Berta in Berlin; who is invited gets what was given, no more."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from actions.choices import GroupRole
from actions.models import Action, Assignment, Group, Invitation, Membership
from actions.refusals import ActionsRefusal
from actions.roles import actions_helped_by
from actions.services import restoring, teams
from prisoners.choices import StaffRole
from prisoners.models import Staff
from privacy import tombstones
from privacy.forms import make_form_token
from privacy.links import make_link_token
from privacy.tombstones import Place
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up, make_staff, make_supporter

pytestmark = pytest.mark.django_db

ADDRESS = "rosa@people.example"
PASSWORD = "three wet umbrellas"
SAID = {"handle": "rosa", "password": PASSWORD, "language": "en"}


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def vienna() -> Group:
    return make_group(name="Vienna for the oil workers")


@pytest.fixture
def berta() -> Staff:
    return make_organiser("berta", make_group("berlin"))


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def invited(team: teams.Team, by: Staff, address: str = ADDRESS, role: str = GroupRole.ORGANISER) -> tuple[str, str]:
    """The path of the link, and the secret in it."""
    before = teams.link_for
    kept: list[str] = []
    try:
        teams.link_for = lambda purpose, secret: kept.append(secret) or before(purpose, secret)  # type: ignore[assignment,func-returns-value]
        link = teams.invite(team, by, address, role)
    finally:
        teams.link_for = before
    return "/l/" + link.split("/l/")[1], kept[0]


def sent(**fields: str) -> dict[str, str]:
    said = {"address": ADDRESS, "handle": "rosa", "password": PASSWORD}
    return {**said, "form_token": make_form_token("invitation"), **fields}


# --- invitations ------------------------------------------------------------------------------------


def test_invitation_makes_an_account_that_works_in_the_group_and_nowhere_else(vienna: Group, anna: Staff) -> None:
    path, _secret = invited(vienna, anna)
    response = Client().post(path, sent())
    assert (response.status_code, response["Location"]) == (302, "/en/desk/log-in/?invited")
    rosa = Staff.objects.get(handle="rosa")
    assert (rosa.roles, rosa.is_staff, rosa.check_password(PASSWORD)) == ([StaffRole.ORGANISER], False, True)
    assert list(rosa.memberships.values_list("group__slug", "role")) == [("vienna", GroupRole.ORGANISER)]


def test_who_has_accepted_is_told_so_where_they_log_in_and_nobody_else_is(vienna: Group, anna: Staff) -> None:
    said = "the invitation is accepted"
    page = Client().post(invited(vienna, anna)[0], sent(), follow=True).content.decode()
    assert (said in page, 'name="password"' in page) == (True, True)
    assert said not in Client().get("/en/desk/log-in/").content.decode()


def test_who_has_an_account_is_told_at_the_desk_that_it_is_accepted(vienna: Group, anna: Staff, berta: Staff) -> None:
    _path, secret = invited(vienna, anna, berta.email)
    path = f"/en/desk/l/{make_link_token(teams.PURPOSE, secret, None)}/"
    page = logged_in(berta).post(path, follow=True)
    assert page.redirect_chain == [("/en/desk/", 302)]
    assert "The invitation is accepted." in page.content.decode()


def test_invitation_shows_nothing_of_the_group_before_it_is_accepted(vienna: Group, anna: Staff) -> None:
    page = Client().get(invited(vienna, anna)[0])
    assert page.status_code == 200
    assert page["Cache-Control"] == "no-store"
    text = page.content.decode()
    assert not any(word in text for word in ("Vienna", "vienna", "anna", "rosa"))


def test_looking_at_an_invitation_uses_nothing_up(vienna: Group, anna: Staff) -> None:
    path, _secret = invited(vienna, anna)
    for _ in range(3):
        Client().get(path)
    assert Invitation.objects.get().accepted_at is None


def test_invitation_keeps_neither_the_link_nor_the_address(vienna: Group, anna: Staff) -> None:
    _path, secret = invited(vienna, anna)
    kept = repr(Invitation.objects.values().get())
    assert secret not in kept
    assert ADDRESS not in kept
    assert len(secret) >= 22


def test_invitation_opens_once(vienna: Group, anna: Staff) -> None:
    path, secret = invited(vienna, anna)
    teams.accept(secret, ADDRESS, **SAID)
    page = Client().post(path, sent(handle="rosa-again"))
    assert page.status_code == 410
    assert "was used already" in page.content.decode()
    assert Staff.objects.filter(handle="rosa-again").count() == 0


def test_invitation_expires_after_three_days(vienna: Group, anna: Staff) -> None:
    path, _secret = invited(vienna, anna)
    with time_machine.travel(NOW + timedelta(hours=72), tick=False):
        page = Client().post(path, sent())
    assert page.status_code == 410
    assert "good for three days" in page.content.decode()
    assert not Staff.objects.filter(handle="rosa").exists()


def test_invitation_opens_for_the_address_that_was_typed_and_for_no_other(vienna: Group, anna: Staff) -> None:
    path, secret = invited(vienna, anna)
    page = Client().post(path, sent(address="eve@people.example"))
    assert page.status_code == 400
    assert "made for another address" in page.content.decode()
    assert not Staff.objects.filter(handle="rosa").exists()
    teams.accept(secret, " Rosa@People.example", **SAID)
    assert Staff.objects.filter(handle="rosa").exists()


def test_invitation_that_is_guessed_at_opens_no_more(vienna: Group, anna: Staff) -> None:
    path, secret = invited(vienna, anna)
    for number in range(teams.MOST_WRONG):
        with pytest.raises(ActionsRefusal, match="another address"):
            teams.accept(secret, f"eve{number}@people.example", **SAID)
    with pytest.raises(ActionsRefusal, match="too many other"):
        teams.accept(secret, ADDRESS, **SAID)
    assert Client().get(path).status_code == 410


def test_invitation_taken_back_opens_no_more(vienna: Group, anna: Staff) -> None:
    path, _secret = invited(vienna, anna)
    key = Invitation.objects.get().pk
    logged_in(anna).post("/en/desk/groups/vienna/", {"do": "take-back", "invitation": str(key)})
    page = Client().get(path)
    assert page.status_code == 410
    assert "no such invitation" in page.content.decode()


def test_invitation_of_somebody_who_no_longer_organises_gives_nothing(vienna: Group, anna: Staff) -> None:
    _path, secret = invited(vienna, anna)
    Membership.objects.filter(member=anna).delete()
    with pytest.raises(ActionsRefusal, match="no such invitation"):
        teams.accept(secret, ADDRESS, **SAID)


@pytest.mark.parametrize("is_dismissed", [True, False], ids=["dismissed", "no organiser any more"])
def test_invitation_of_somebody_who_gives_nothing_any_more_is_not_listed(
    vienna: Group, anna: Staff, is_dismissed: bool
) -> None:
    ben = make_organiser("ben", vienna)
    invited(vienna, anna)
    client = logged_in(ben)
    assert "Take it back" in client.get("/en/desk/groups/vienna/").content.decode()
    if is_dismissed:
        anna.is_active = False
        anna.save()
    else:
        Membership.objects.filter(member=anna).delete()
    assert "Take it back" not in client.get("/en/desk/groups/vienna/").content.decode()


def test_refused_account_leaves_the_invitation_open(vienna: Group, anna: Staff) -> None:
    path, _secret = invited(vienna, anna)
    page = Client().post(path, sent(password="12345"))
    assert page.status_code == 400
    assert not Staff.objects.filter(handle="rosa").exists()
    assert Client().post(path, sent()).status_code == 302


def test_invitation_for_an_account_is_accepted_by_whoever_is_logged_in_with_it(vienna: Group, anna: Staff) -> None:
    greta, eve = make_staff("greta", StaffRole.RESEARCHER), make_staff("eve", StaffRole.RESEARCHER)
    path, _secret = invited(vienna, anna, "greta@staff.example")
    page = Client().post(path, sent(address="greta@staff.example"))
    assert "log in at the desk" in page.content.decode()
    at_desk = f"/en/desk{path}"
    assert logged_in(greta).get(at_desk).status_code == 200
    assert "another address" in logged_in(eve).post(at_desk).content.decode()
    assert logged_in(greta).post(at_desk).status_code == 302
    assert logged_in(greta).post(at_desk).status_code == 410
    greta.refresh_from_db()
    assert set(greta.roles) == {StaffRole.RESEARCHER, StaffRole.ORGANISER}
    assert not Membership.objects.filter(member=eve).exists()


def test_invitation_takes_nothing_from_whoever_does_more_already(vienna: Group, anna: Staff) -> None:
    ben = make_organiser("ben", vienna)
    _path, secret = invited(vienna, anna, "ben@staff.example", GroupRole.VIEWER)
    teams.accept_as(secret, ben)
    assert Membership.objects.get(member=ben).role == GroupRole.ORGANISER


def test_invitation_raises_a_helper_to_organiser(vienna: Group, anna: Staff) -> None:
    ben = make_staff("ben", StaffRole.RESEARCHER)
    Membership.objects.create(group=vienna, member=ben, role=GroupRole.HELPER)
    _path, secret = invited(vienna, anna, "ben@staff.example")
    teams.accept_as(secret, ben)
    assert Membership.objects.get(member=ben).role == GroupRole.ORGANISER


@pytest.mark.parametrize("role", [GroupRole.HELPER, GroupRole.VIEWER])
def test_who_does_not_organise_invites_nobody(vienna: Group, anna: Staff, role: str) -> None:
    helper = make_staff("helper", StaffRole.ORGANISER)
    Membership.objects.create(group=vienna, member=helper, role=role)
    with pytest.raises(ActionsRefusal, match="Only an organiser"):
        teams.invite(vienna, helper, ADDRESS, role)
    assert logged_in(helper).get("/en/desk/groups/vienna/").status_code == 404
    assert not Invitation.objects.exists()


def test_invite_refuses_a_bad_address_an_unknown_role_and_too_many(vienna: Group, anna: Staff) -> None:
    with pytest.raises(ActionsRefusal) as refused:
        teams.invite(vienna, anna, "nobody", "king")
    assert len(refused.value.reasons) == 2
    for number in range(teams.MOST_OPEN):
        teams.invite(vienna, anna, f"one{number}@people.example", GroupRole.HELPER)
    with pytest.raises(ActionsRefusal, match="Many invitations"):
        teams.invite(vienna, anna, ADDRESS, GroupRole.HELPER)


def test_database_refuses_an_invitation_to_nothing_and_to_two_things(vienna: Group, anna: Staff) -> None:
    fields = {"role": "helper", "address_lookup": b"1" * 32, "invited_by": anna, "expires_at": timezone.now()}
    for number, where in enumerate(({}, {"group": vienna, "action": make_action(group=vienna)})):
        with pytest.raises(IntegrityError), transaction.atomic():
            Invitation.objects.create(**fields, **where, secret_lookup=bytes([number]) * 32)


def test_expired_invitations_are_erased_after_a_week(vienna: Group, anna: Staff) -> None:
    invited(vienna, anna)
    late = NOW + teams.GOOD_FOR + timedelta(days=7, seconds=1)
    assert teams.purge_invitations(late - timedelta(seconds=2)) == 0
    assert teams.purge_invitations(late, dry_run=True) == 1
    assert teams.purge_invitations(late) == 1
    assert not Invitation.objects.exists()


# --- what a role grants -----------------------------------------------------------------------------


def assigned(member: Staff, action: Action, role: str) -> Staff:
    Assignment.objects.create(action=action, member=member, role=role)
    return member


@pytest.mark.parametrize("path", ["", "edit/", "cancel/", "team/", "numbers/", "people/"])
def test_organiser_of_another_city_learns_not_even_that_an_action_is_there(
    anna: Staff, berta: Staff, path: str
) -> None:
    action = make_action(slug="picket", group=Group.internal.get(slug="vienna"))
    coming = make_sign_up(action, supporter=make_supporter("carol@people.example", name="Carol"))
    client = logged_in(berta)
    hidden = client.get(f"/en/desk/actions/picket/{path}")
    absent = client.get(f"/en/desk/actions/no-such/{path}")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content.replace(b"picket", b"no-such") == absent.content.replace(b"picket", b"no-such")
    assert str(coming.pk).encode() not in hidden.content


def test_group_of_others_is_the_same_as_no_group(anna: Staff, berta: Staff) -> None:
    client = logged_in(berta)
    hidden, absent = client.get("/en/desk/groups/vienna/"), client.get("/en/desk/groups/no-such/")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert hidden.content.replace(b"vienna", b"no-such") == absent.content


def test_organiser_of_one_action_has_that_one_and_no_other_of_the_group(vienna: Group) -> None:
    one, other = make_action(slug="one", group=vienna), make_action(slug="other", group=vienna)
    client = logged_in(assigned(make_staff("oscar", StaffRole.ORGANISER), one, GroupRole.ORGANISER))
    assert client.get("/en/desk/actions/one/").status_code == 200
    assert client.get("/en/desk/actions/one/edit/").status_code == 200
    assert client.get("/en/desk/actions/other/").status_code == 404
    assert client.get("/en/desk/groups/vienna/").status_code == 404
    desk = client.get("/en/desk/").content.decode()
    assert one.title in desk
    assert other.title not in desk


def test_organiser_of_one_action_can_change_and_cancel_it_and_not_clone_it_into_the_group(vienna: Group) -> None:
    one = make_action(slug="one", group=vienna)
    client = logged_in(assigned(make_staff("oscar", StaffRole.ORGANISER), one, GroupRole.ORGANISER))
    page = client.post("/en/desk/actions/one/clone/", {"held_on": "2027-01-02"})
    assert "do not organise in this group" in page.content.decode()
    assert Action.internal.count() == 1
    client.post("/en/desk/actions/one/cancel/", {"reason": "Storm"})
    assert Action.internal.get().is_cancelled


@pytest.mark.parametrize("role", [GroupRole.HELPER, GroupRole.VIEWER])
def test_who_sees_the_numbers_of_an_action_sees_no_name_there_and_changes_nothing(vienna: Group, role: str) -> None:
    action = make_action(slug="one", group=vienna)
    make_sign_up(action, guests=2, supporter=make_supporter("carol@people.example", name="Carol"))
    client = logged_in(assigned(make_staff("vera", StaffRole.ORGANISER), action, role))
    page = client.get("/en/desk/actions/one/numbers/")
    assert page.status_code == 200
    assert ">3 <small>" in page.content.decode()
    assert "Carol" not in page.content.decode()
    assert "carol@people.example" not in page.content.decode()
    assert client.get("/en/desk/actions/one/edit/").status_code == 404
    assert client.post("/en/desk/actions/one/export/").status_code == 404
    assert action.title in client.get("/en/desk/").content.decode()


def test_helper_sees_the_names_and_checks_people_in_and_whoever_sees_the_numbers_does_not(vienna: Group) -> None:
    action = make_action(slug="one", group=vienna, held_on="2026-11-30")
    carol = make_sign_up(action, supporter=make_supporter("carol@people.example", name="Carol"))
    helper = logged_in(assigned(make_staff("hilda", StaffRole.ORGANISER), action, GroupRole.HELPER))
    viewer = logged_in(assigned(make_staff("vera", StaffRole.ORGANISER), action, GroupRole.VIEWER))
    said = {"sign_up": str(carol.pk), "came": "yes"}
    assert viewer.get("/en/desk/actions/one/people/").status_code == 404
    assert viewer.post("/en/desk/actions/one/attendance/", said).status_code == 404
    assert "Carol" in helper.get("/en/desk/actions/one/people/").content.decode()
    assert "carol@people.example" not in helper.get("/en/desk/actions/one/people/").content.decode()
    assert helper.post("/en/desk/actions/one/attendance/", said, follow=True).status_code == 200
    carol.refresh_from_db()
    assert carol.attended is True


def test_dismissal_acts_on_the_next_request_of_a_session_that_is_open(vienna: Group, anna: Staff) -> None:
    make_action(slug="one", group=vienna)
    ben = make_organiser("ben", vienna)
    session = logged_in(ben)
    assert session.get("/en/desk/actions/one/").status_code == 200
    logged_in(anna).post("/en/desk/groups/vienna/", {"do": "dismiss", "handle": "ben"})
    assert session.get("/en/desk/actions/one/").status_code == 404
    assert session.get("/en/desk/groups/vienna/").status_code == 404


def test_dismissal_from_a_group_ends_the_work_on_its_actions_and_leaves_that_of_others(
    vienna: Group, anna: Staff, berta: Staff
) -> None:
    here, there = make_action(group=vienna), make_action(group=Group.internal.get(slug="berlin"))
    ben = make_organiser("ben", vienna)
    assigned(ben, here, GroupRole.ORGANISER)
    assigned(ben, there, GroupRole.HELPER)
    teams.dismiss(vienna, anna, "ben")
    assert list(Assignment.objects.filter(member=ben).values_list("action", flat=True)) == [there.pk]


def test_last_organiser_cannot_leave_a_group_alone(vienna: Group, anna: Staff) -> None:
    page = logged_in(anna).post("/en/desk/groups/vienna/", {"do": "dismiss", "handle": "anna"}, follow=True)
    assert "Somebody has to organise here" in page.content.decode()
    assert Membership.objects.filter(member=anna).exists()


def test_a_restored_backup_brings_nobody_back_who_was_dismissed(vienna: Group, anna: Staff, berta: Staff) -> None:
    """Ben from the group with his work on its action, Carla from one action; Berta stays where she is."""
    ben, carla = make_organiser("ben", vienna), make_organiser("carla", make_group("linz"))
    action = make_action(slug="picket", group=vienna)
    kept = [Assignment.objects.create(action=action, member=one, role=GroupRole.HELPER) for one in (ben, carla, berta)]
    posts = [*Membership.objects.filter(member__in=(ben, carla)), *kept]
    teams.dismiss(vienna, anna, "ben")
    teams.dismiss(action, anna, "carla")
    for post in posts:
        post.save()
    assert actions_helped_by(carla).filter(slug="picket").exists()
    restoring.replay(tombstones.since(Place()))
    assert set(Membership.objects.values_list("member__handle", flat=True)) == {"anna", "berta", "carla"}
    assert list(Assignment.objects.values_list("member__handle", flat=True)) == ["berta"]


def test_dismissing_who_does_not_work_here_and_by_who_may_not_changes_nothing(
    vienna: Group, anna: Staff, berta: Staff
) -> None:
    with pytest.raises(ActionsRefusal, match="does not work here"):
        teams.dismiss(vienna, anna, "berta")
    with pytest.raises(ActionsRefusal, match="Only an organiser"):
        teams.dismiss(vienna, berta, "anna")
    assert Membership.objects.count() == 2


def test_steward_may_invite_into_a_group_and_a_publisher_only_while_nobody_organises_there(vienna: Group) -> None:
    steward, publisher = make_staff("stella", StaffRole.STEWARD), make_staff("paula", StaffRole.PUBLISHER)
    teams.invite(vienna, publisher, ADDRESS, GroupRole.ORGANISER)
    make_organiser("anna", vienna)
    teams.invite(vienna, steward, ADDRESS, GroupRole.ORGANISER)
    with pytest.raises(ActionsRefusal, match="Only an organiser"):
        teams.invite(vienna, publisher, ADDRESS, GroupRole.ORGANISER)


def test_invitation_of_a_publisher_outlives_the_arrival_of_another_organiser(vienna: Group) -> None:
    _path, secret = invited(vienna, make_staff("paula", StaffRole.PUBLISHER), "greta@staff.example")
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        make_organiser("anna", vienna)
        assert teams.why_not(secret) is None
        greta = make_staff("greta", StaffRole.ORGANISER)
        teams.accept_as(secret, greta)
    assert teams.posts(vienna).filter(member=greta).exists()


def test_link_is_shown_once_to_whoever_invites(vienna: Group, anna: Staff) -> None:
    client = logged_in(anna)
    said: dict[str, Any] = {"do": "invite", "address": ADDRESS, "role": GroupRole.HELPER}
    page = client.post("/en/desk/groups/vienna/", said)
    assert "/l/" in page.content.decode()
    again = client.get("/en/desk/groups/vienna/").content.decode()
    assert "/l/" not in again
    assert "Take it back" in again
