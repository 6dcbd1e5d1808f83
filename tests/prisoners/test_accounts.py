"""What becomes of an account after it was made: closed, opened again, with another password or other roles."""

import io

import pytest
from django.contrib.auth import authenticate
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from prisoners.models import Staff
from prisoners.services import accounts
from privacy import tombstones
from privacy.tombstones import Place
from tests.prisoners import make

pytestmark = pytest.mark.django_db
OTHER = "a horse of another colour"


def staff(*words: str) -> str:
    out = io.StringIO()
    call_command("staff", *words, stdout=out)
    return out.getvalue()


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def test_a_closed_account_is_out_with_its_next_request_and_comes_in_again_with_a_new_password() -> None:
    alice = make.alice()
    client = logged_in(alice)
    assert client.get("/staff/").status_code == 200
    assert "Closed the account alice" in staff("close", "alice")
    assert client.get("/staff/").status_code == 302
    assert authenticate(username="alice", password=make.PASSWORD) is None
    password = staff("reopen", "alice").split("once: ")[1].strip()
    assert authenticate(username="alice", password=make.PASSWORD) is None
    assert authenticate(username="alice", password=password) == alice


def test_a_reset_password_ends_the_sessions_of_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    alice = make.alice()
    client = logged_in(alice)
    monkeypatch.setattr("sys.stdin", io.StringIO(OTHER + "\n"))
    assert OTHER not in staff("password", "alice", "--password-stdin")
    assert client.get("/staff/").status_code == 302
    assert authenticate(username="alice", password=OTHER) == alice


def test_roles_are_set_as_they_are_named() -> None:
    make.alice()
    staff("roles", "alice", "--role", "organiser")
    alice = Staff.objects.get(handle="alice")
    assert (alice.roles, alice.is_staff) == (["organiser"], False)
    assert not alice.has_perm("prisoners.add_hearing")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("close", "nobody"), "There is no account"),
        (("roles", "alice"), "at least one role"),
        (("password", "alice", "--password-stdin"), "too short"),
        (("reopen", "alice", "--password-stdin"), "too short"),
    ],
)
def test_a_refusal_changes_nothing(words: tuple[str, ...], reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Staff.objects.filter(pk=make.alice().pk).values().get()
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    with pytest.raises(CommandError, match=reason):
        staff(*words)
    assert Staff.objects.filter(handle="alice").values().get() == before
    assert tombstones.since(Place()).gone == set()


def close_by_action(client: Client, *members: Staff) -> str:
    chosen = {"action": "close_accounts", "_selected_action": [str(member.pk) for member in members]}
    return client.post(reverse("admin:prisoners_staff_changelist"), chosen, follow=True).content.decode()


def test_a_steward_closes_accounts_at_the_desk_but_not_their_own() -> None:
    alice, steward = make.alice(), make.staff("dora", "steward")
    said = close_by_action(logged_in(steward), alice, steward)
    assert "Closed: alice." in said and "Nobody closes their own account" in said
    assert dict(Staff.objects.values_list("handle", "is_active")) == {"alice": False, "dora": True}


def test_nobody_else_closes_accounts() -> None:
    alice, bob = make.alice(), make.bob()
    for client in (logged_in(alice), Client()):
        close_by_action(client, bob)
    assert Staff.objects.get(handle="bob").is_active


def test_everybody_changes_their_own_password_at_the_desk() -> None:
    charlie = make.charlie()
    here, elsewhere = logged_in(charlie), logged_in(charlie)
    words = {"old_password": "wrong", "new_password1": OTHER, "new_password2": OTHER}
    assert here.post("/en/desk/password/", words).status_code == 400
    assert here.post("/en/desk/password/", {**words, "old_password": make.PASSWORD}).status_code == 302
    assert authenticate(username="charlie", password=OTHER) == charlie
    assert (here.get("/en/desk/").status_code, elsewhere.get("/en/desk/").status_code) == (200, 302)
    assert logged_in(make.alice()).get("/staff/password_change/", follow=True).status_code == 200


def test_a_restored_backup_gives_nobody_back_what_they_lost() -> None:
    alice, bob, charlie, dora = make.alice(), make.bob(), make.charlie(), make.staff("dora", "steward")
    logged_in(dora)
    before = list(Staff.objects.values())
    accounts.close(alice)
    accounts.set_password(bob, OTHER)
    accounts.set_roles(charlie, ["researcher"])
    for row in before:
        Staff.objects.filter(pk=row["id"]).update(**row)
    assert authenticate(username="alice", password=make.PASSWORD) == alice
    assert accounts.replay(tombstones.since(Place())) == 3
    assert [authenticate(username=one, password=make.PASSWORD) for one in ("alice", "bob")] == [None, None]
    assert not Staff.objects.get(handle="alice").is_active
    assert Staff.objects.get(handle="bob").is_active
    assert "organiser" not in Staff.objects.get(handle="charlie").roles
    assert authenticate(username="dora", password=make.PASSWORD) == dora
    assert not Session.objects.exists()
