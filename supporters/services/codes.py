"""Codes to type instead of opening a link: eight digits in the mail that asks for a confirmation."""

from django.db.models import Min
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from privacy.addresses import BadAddress, mailbox_lookup
from privacy.fields import lookup_of
from supporters.models import Supporter
from supporters.refusals import SubscriptionRefused
from supporters.services import people, subscriptions

DIGITS = 8
#: Tries in an hour (UTC): for one mailbox, however it is spelt, and for the whole site.
TRIES_AN_HOUR, SITE_TRIES_AN_HOUR = 5, 300

WRONG = _("This code does not fit this address, was used already, or is too old.")
TOO_OFTEN = _("There were too many tries. Please wait an hour, or open the link in the mail.")


def code_of(supporter: Supporter) -> str:
    """The code that confirms what waits, the same as long as it waits; "" when nothing does."""
    since = subscriptions.pending(supporter).aggregate(since=Min("started_on"))["since"]
    if since is None:
        return ""
    secret = lookup_of(f"{supporter.pk} {since} {supporter.confirmed_on}", "code of a confirmation")
    return f"{int.from_bytes(secret[:8]) % 10**DIGITS:0{DIGITS}}"


def confirm_by_code(address: str, typed: str) -> None:
    """Follow what waits, for who knows address and code; a code is good once, for after it nothing waits.

    Raises SubscriptionRefused: the same for a wrong code, an unknown address and a used one, and another after too
    many tries, which are counted for each mailbox and for the site.
    """
    try:
        mailbox, supporter = mailbox_lookup(address), people.find(address)
    except BadAddress as error:
        raise SubscriptionRefused([error.sentence]) from error
    within = [people.is_within(f"code for {mailbox.hex()}", TRIES_AN_HOUR)]
    within.append(people.is_within("codes", SITE_TRIES_AN_HOUR))
    if not all(within):
        raise SubscriptionRefused([TOO_OFTEN])
    expected = code_of(supporter) if supporter else ""
    if supporter is None or not expected or not constant_time_compare(expected, digits_of(typed)):
        raise SubscriptionRefused([WRONG])
    try:
        subscriptions.confirm(supporter)
    except people.Gone as gone:
        raise SubscriptionRefused([WRONG]) from gone


def digits_of(typed: str) -> str:
    """The digits that were typed, of any script, without blanks and hyphens."""
    return "".join(str(int(sign)) for sign in typed if sign.isdecimal())
