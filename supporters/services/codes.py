"""Taking a code that was typed: for whoever knows address and code, and not to be guessed."""

from uuid import uuid4

from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from privacy.addresses import BadAddress, mailbox_lookup
from supporters.codes import Pressed, code_of, waiting_for
from supporters.refusals import SubscriptionRefused
from supporters.services import people

#: Tries in an hour (UTC): for one mailbox, however it is spelt, and for the whole site.
TRIES_AN_HOUR, SITE_TRIES_AN_HOUR = 5, 300

WRONG = _("This code does not fit this address, was used already, or is too old.")
TOO_OFTEN = _("There were too many tries. Please wait an hour, or open the link in the mail.")


def pressed_by(address: str, typed: str) -> Pressed:
    """The link whose button a code presses; it is good once, for after it nothing waits.

    Raises SubscriptionRefused: the same for a wrong code, an unknown address and a used one, and another after too
    many tries, which are counted for each mailbox and for the site.
    """
    try:
        mailbox, supporter = mailbox_lookup(address), people.find(address)
    except BadAddress as error:
        raise SubscriptionRefused([error.sentence]) from error
    if not people.are_within([(f"code for {mailbox.hex()}", TRIES_AN_HOUR), ("codes", SITE_TRIES_AN_HOUR)]):
        raise SubscriptionRefused([TOO_OFTEN])
    waiting, digits = waiting_for(supporter.pk if supporter else uuid4()), digits_of(typed)
    fitting = [one for one in waiting if constant_time_compare(code_of(one), digits)]
    if not fitting:
        raise SubscriptionRefused([WRONG])
    return fitting[0]


def digits_of(typed: str) -> str:
    """The digits that were typed, of any script, without blanks and hyphens."""
    return "".join(str(int(sign)) for sign in typed if sign.isdecimal())
