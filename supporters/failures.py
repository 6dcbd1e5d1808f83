"""Why mails failed, as a sentence for whoever keeps the site running; the code that was kept of it beside that."""

import re
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from supporters.server_words import STATUS
from supporters.verdicts import (
    ADDRESS,
    BAD_ADDRESS,
    BAD_ADDRESS_REPLIES,
    BEFORE_ANY_READER,
    EITHER,
    LOG_IN_REPLIES,
    NOBODY,
    NOT_THE_ADDRESS,
    TOO_LONG_STATUSES,
)

#: As `verdicts.judge` writes it: the reply (RFC 5321), the enhanced status (RFC 3463) if there was one, the step, and
#: whether the words said that there is no such mailbox, or that it is refused for something else.
REPLY = re.compile(
    r"^(?P<code>\d{3})(?: (?P<status>[245](?:\.\d{1,3}){2}))? at (?P<step>[\w ]+)"
    rf"(?:(?P<nobody>{NOBODY})|(?P<other>{NOT_THE_ADDRESS})|(?P<either>{EITHER}))?$"
)

NOBODY_THERE = _("There is no such mailbox.")
FULL = _("The mailbox is full.")
CLOSED = _("The mailbox is closed, or takes no mail.")
POLICY = _("The mail server refuses our mails by its rules: what it takes for spam, or how the site shows who it is.")
LOCKED_OUT = _("The mail server wants us to log in, or does not take our name and password.")
TOO_LONG = _("The mail is longer than the mail server takes.")
PUT_OFF = _("The mail server put it off until it was of no use any more.")
REFUSED = _("The mail server refused it.")
UNREACHED = _("The mail server could not be reached.")
BROKEN = _("The connection to the mail server broke.")
IN_DOUBT = _("The connection broke after the mail had gone: nobody knows whether it arrived, and it is not sent twice.")
BROWSER_GONE = _("The browser does not take it any more.")
PUSH_REFUSED = _("The service that brings it to the browser refused it.")
PUSH_SILENT = _("The service that brings it to the browser did not answer.")
PUSH_UNKNOWN = _("The settings do not name the service that brings it to the browser (PUSH_HOSTS).")
PUSH_WITHOUT_KEY = _("The site has no key by which services for browsers know it (VAPID_KEY).")
UNWRITTEN = _("The mail could not be written: that is a mistake of the software.")
NOT_RELEASED = _("After a restore somebody decided not to send it.")
OTHERWISE = _("For another reason.")

#: Codes of full and closed mailboxes, and of mails that are too long (RFC 3463); of the last, replies without a code.
STATUSES: dict[str, Promise] = {
    **dict.fromkeys(BAD_ADDRESS, NOBODY_THERE),
    "5.2.2": FULL,
    "4.2.2": FULL,
    "5.2.1": CLOSED,
    "4.2.1": CLOSED,
    **dict.fromkeys(TOO_LONG_STATUSES, TOO_LONG),
}
#: What is kept for a mailbox that is full, whatever code stands beside it (RFC 5321 4.2.3).
EXCEEDED = 552
REPLIES: dict[int, Promise] = {EXCEEDED: FULL, 523: TOO_LONG, 554: POLICY}
#: The beginnings of what else is kept as a reason.
BEGINNINGS: tuple[tuple[str, Promise], ...] = (
    ("in doubt", IN_DOUBT),
    ("connection broke after", IN_DOUBT),
    ("connection broke", BROKEN),
    ("no connection", UNREACHED),
    ("the push service says 404", BROWSER_GONE),
    ("the push service says 410", BROWSER_GONE),
    ("the push service says", PUSH_REFUSED),
    ("the push service wants", PUSH_REFUSED),
    ("the push service does not answer", PUSH_SILENT),
    ("no answer of the push service", PUSH_SILENT),
    ("the name of the push service", PUSH_SILENT),
    ("this push service is not in", PUSH_UNKNOWN),
    ("nothing to be known by", PUSH_WITHOUT_KEY),
    ("cannot be written", UNWRITTEN),
    ("the database was restored", NOT_RELEASED),
)


class Failure(NamedTuple):
    """Why a mail failed: in words, and as the outbox keeps it."""

    said: Promise
    code: str


def failure_of(reason: str) -> Failure:
    """What the reason of a failed notification means, for people; never an address."""
    reply = REPLY.match(reason)
    return Failure(_of_reply(reply) if reply else _otherwise(reason), ADDRESS.sub("…", reason))


def _of_reply(found: re.Match[str]) -> Promise:
    code, status = int(found["code"]), found["status"] or ""
    if found["nobody"] or found["other"]:
        return NOBODY_THERE if found["nobody"] else REFUSED
    if found["either"]:
        return CLOSED
    if code in LOG_IN_REPLIES:
        return LOCKED_OUT
    if status in BAD_ADDRESS and found["step"] in BEFORE_ANY_READER:
        return REFUSED
    if status in BAD_ADDRESS and code == EXCEEDED:
        return FULL
    if said := STATUSES.get(status):
        return said
    if status.startswith(("5.7.", "4.7.")):
        return POLICY
    if not status and code in BAD_ADDRESS_REPLIES and found["step"] == "RCPT":
        return NOBODY_THERE
    if not status and code in REPLIES:
        return REPLIES[code]
    return PUT_OFF if code < 500 else REFUSED


def _otherwise(reason: str) -> Promise:
    found = (said for beginning, said in BEGINNINGS if reason.startswith(beginning))
    return next(found, REFUSED if STATUS.search(reason) else OTHERWISE)
