"""`manage.py create_staff` makes a staff account without the web."""

import getpass
import secrets
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from actions.choices import GroupRole
from actions.models import Group, Membership
from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.refusals import Refusal
from prisoners.services.staff import create_staff


class Command(BaseCommand):
    """Makes one account; an organiser joins the group that is named."""

    help = "Make a staff account. The password is read from standard input, or made up and printed once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--role", required=True, action="append", choices=StaffRole.values)
        parser.add_argument("--group", metavar="SLUG", help="the group in which an organiser organises")
        parser.add_argument("--handle", help="what colleagues see; made up if not given")
        parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        """All or nothing; a refusal is printed and the exit code is not zero."""
        password, is_made = _password(options["password_stdin"])
        try:
            staff = _create(options, password)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Made the account {staff.handle} ({', '.join(staff.roles)}).")
        if is_made:
            self.stdout.write(f"Password, shown this once: {password}")


@transaction.atomic
def _create(options: dict[str, Any], password: str) -> Staff:
    group = _group(options["group"], options["role"])
    staff = create_staff(options["email"], options["role"], password, handle=_handle(options["handle"]))
    if group is not None:
        Membership.objects.create(group=group, member=staff, role=GroupRole.ORGANISER)
    return staff


def _handle(given: str | None) -> str:
    if given is not None and not given.strip():
        raise CommandError("--handle needs a name; left out, one is made up.")
    return given or ""


def _group(slug: str | None, roles: list[str]) -> Group | None:
    if slug is None:
        if StaffRole.ORGANISER in roles:
            raise CommandError("An organiser needs a group: --group SLUG.")
        return None
    group = Group.internal.filter(slug=slug).first()
    if group is None:
        raise CommandError(f"There is no group “{slug}”.")
    return group


def _password(from_stdin: bool) -> tuple[str, bool]:
    """The password, and whether it was made up here and has to be printed."""
    if from_stdin:
        return (getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")), False
    return secrets.token_urlsafe(15), True
