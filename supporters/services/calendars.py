"""Handing out, changing and taking back the address of a personal calendar."""

import secrets

from django.conf import settings
from django.urls import reverse

from privacy.fields import lookup_of
from supporters.choices import SupporterState
from supporters.models import PersonalCalendar, Supporter

#: 192 bits: no rate of guessing finds one.
SECRET_BYTES = 24
PURPOSE = "personal calendar"


def renew(supporter: Supporter) -> str:
    """A new address; the old one, if there was any, leads nowhere from now on."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    row = PersonalCalendar(supporter=supporter, secret=secret, secret_lookup=lookup_of(secret, PURPOSE))
    row.save()
    return _url(secret)


def revoke(supporter: Supporter) -> None:
    """No address any more."""
    PersonalCalendar.objects.filter(supporter=supporter).delete()


def address_of(supporter: Supporter) -> str:
    """The address that the person has, "" for none."""
    row = PersonalCalendar.objects.filter(supporter=supporter).first()
    return _url(row.secret) if row else ""


def owner_of(secret: str) -> Supporter | None:
    """Whose calendar it is; nobody's while the person has not confirmed, or has left.

    Whoever cannot be reached by mail has it all the same: nothing else tells them any more.
    """
    found = PersonalCalendar.objects.select_related("supporter").filter(secret_lookup=lookup_of(secret, PURPOSE))
    row = found.exclude(supporter__state=SupporterState.UNCONFIRMED).first()
    return row.supporter if row else None


def _url(secret: str) -> str:
    return settings.SITE_ORIGIN + reverse("calendars:my", args=[secret])
