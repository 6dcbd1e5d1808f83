"""`manage.py staff DO HANDLE`: what becomes of an account after it was made."""

import getpass
import secrets
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prisoners.choices import StaffRole
from prisoners.models import Staff
from prisoners.refusals import Refusal
from prisoners.services import accounts

MADE = "Password, shown this once: {password}"


class Command(BaseCommand):
    """Closes an account, opens it again, resets its password or gives it other roles; it acts on the next request."""

    help = "Close or reopen an account of staff, reset its password, or set its roles."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do, with whom."""
        parser.add_argument("do", choices=("close", "reopen", "password", "roles"))
        parser.add_argument("handle")
        parser.add_argument("--role", action="append", default=[], choices=StaffRole.values, help="with roles: all")
        parser.add_argument("--password-stdin", action="store_true", help="read the new password from standard input")

    def handle(self, *args: Any, do: str, handle: str, **options: Any) -> None:
        """Raises CommandError for a handle that nobody has, and with the reasons of a refusal; nothing is changed."""
        staff = Staff.objects.filter(handle=handle).first()
        if staff is None:
            raise CommandError(f"There is no account “{handle}”.")
        try:
            self.stdout.write(_done(do, staff, options))
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal


def _done(do: str, staff: Staff, options: dict[str, Any]) -> str:
    """Do it; returns what there is to say."""
    if do == "close":
        accounts.close(staff)
        return f"Closed the account {staff.handle}; its sessions are over."
    if do == "roles":
        accounts.set_roles(staff, options["role"])
        return f"{staff.handle} is now: {', '.join(staff.roles)}."
    password, said = _password(options["password_stdin"])
    (accounts.reopen if do == "reopen" else accounts.set_password)(staff, password)
    return "\n".join(line for line in (f"{staff.handle} has a new password.", said) if line)


def _password(from_stdin: bool) -> tuple[str, str]:
    """The password; and how it is told, where it was made up here."""
    if from_stdin:
        return (getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")), ""
    password = secrets.token_urlsafe(15)
    return password, MADE.format(password=password)
