"""Who may enter and do what; and the command that makes accounts."""

import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from actions.models import Group
from prisoners.models import Staff
from tests.prisoners import make

pytestmark = pytest.mark.django_db


def test_alice_logs_in_by_handle_and_by_address_in_any_case() -> None:
    alice = make.alice()
    assert authenticate(username="alice", password=make.PASSWORD) == alice
    assert authenticate(username="Alice@Example.org", password=make.PASSWORD) == alice
    assert authenticate(username="alice", password="wrong") is None
    assert authenticate(username="nobody@example.org", password=make.PASSWORD) is None


def test_an_account_that_was_closed_does_not_enter_and_may_do_nothing() -> None:
    alice = make.alice()
    alice.is_active = False
    alice.save()
    assert authenticate(username="alice", password=make.PASSWORD) is None
    assert not alice.has_perm("prisoners.view_prisoner")


def test_each_role_may_do_what_it_names_and_no_more() -> None:
    alice, bob, charlie = make.alice(), make.bob(), make.charlie()
    assert alice.has_perm("prisoners.add_hearing")
    assert alice.has_perm("prisoners.view_confidentialnote")
    assert not alice.has_perm("prisoners.view_staff")
    assert not alice.has_perm("supporters.view_supporter")
    assert bob.has_perm("prisoners.change_hearing")
    assert not bob.has_perm("prisoners.view_confidentialnote")
    assert not bob.has_perm("prisoners.add_hearing")
    assert not charlie.has_module_perms("prisoners")


def test_create_staff_prints_a_made_up_password_once() -> None:
    out = io.StringIO()
    call_command("create_staff", "--email", "dora@example.org", "--role", "researcher", "--handle", "dora", stdout=out)
    password = out.getvalue().rsplit(" ", 1)[1].strip()
    assert authenticate(username="dora@example.org", password=password) is not None
    assert "example.org" not in out.getvalue()


def test_create_staff_reads_the_password_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(make.PASSWORD + "\n"))
    call_command(
        "create_staff", "--email", "dora@example.org", "--role", "publisher", "--password-stdin", stdout=io.StringIO()
    )
    assert authenticate(username="dora@example.org", password=make.PASSWORD) is not None


def test_create_staff_makes_an_organiser_of_the_group() -> None:
    group = Group.internal.create(slug="a-group", name="A group")
    call_command(
        "create_staff", "--email", "dora@example.org", "--role", "organiser", "--group", "a-group", stdout=io.StringIO()
    )
    assert group.memberships.get().member == Staff.objects.get()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--role", "organiser"], "needs a group"),
        (["--role", "organiser", "--group", "none"], "no group"),
        (["--role", "king"], "invalid choice"),
        (["--role", "steward", "--handle", ""], "--handle needs a name"),
    ],
)
def test_create_staff_refuses_and_makes_nothing(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("create_staff", "--email", "dora@example.org", *arguments)
    assert not Staff.objects.exists()


def test_create_staff_refuses_a_bad_address() -> None:
    with pytest.raises(CommandError, match="address"):
        call_command("create_staff", "--email", "dora", "--role", "steward")
