"""Links that open a letter in the reader's own mail program (RFC 6068) or webmail; we send nothing ourselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Characters of a link that every mail program takes, and those that some cut off.
GOOD, MOST = 1600, 2000
#: Webmail takes longer ones; beyond this a server refuses the address.
MOST_OF_WEBMAIL = 7000

SHORT = _("Short enough: every mail program takes the whole letter over.")
LONG = _("Rather long: some mail programs cut such a letter off. Please look at its end before you send it.")
TOO_LONG = _(
    "Too long for a link: only the subject is handed to your mail program. Please copy the text below into the mail."
)


@dataclass(frozen=True)
class Meter:
    """How long a letter is as a link, in characters, and what that means."""

    length: int
    tone: str
    sentence: str | Promise
    good: int = GOOD
    most: int = MOST


def meter(addresses: Iterable[str], subject: str, body: str) -> Meter:
    """The longest of the links to these addresses, measured."""
    length = max((len(_mailto(one, subject, body)) for one in addresses), default=0)
    if length > MOST:
        return Meter(length, "bad", TOO_LONG)
    return Meter(length, "warn", LONG) if length > GOOD else Meter(length, "good", SHORT)


def mailto(address: str, subject: str, body: str) -> str:
    """A link with the whole letter; with its subject alone where the whole would be cut off."""
    whole = _mailto(address, subject, body)
    return whole if len(whole) <= MOST else _mailto(address, subject, "")


def gmail(addresses: Iterable[str], subject: str, body: str) -> str:
    """The same in the webmail of Google."""
    return _webmail("https://mail.google.com/mail/?view=cm&fs=1", "to", "su", addresses, subject, body)


def outlook(addresses: Iterable[str], subject: str, body: str) -> str:
    """The same in the webmail of Microsoft."""
    return _webmail("https://outlook.live.com/mail/0/deeplink/compose?", "to", "subject", addresses, subject, body)


def _webmail(base: str, to: str, title: str, addresses: Iterable[str], subject: str, body: str) -> str:
    given = {to: ",".join(addresses), title: subject, "body": body}
    whole = f"{base}{_query(given)}"
    return whole if len(whole) <= MOST_OF_WEBMAIL else f"{base}{_query({**given, 'body': ''})}"


def _mailto(address: str, subject: str, body: str) -> str:
    """Line breaks are those of mail (RFC 6068, section 5); what is empty is left out, which some programs need."""
    query = _query({"subject": subject, "body": body.replace("\r\n", "\n").replace("\n", "\r\n")}).removeprefix("&")
    return f"mailto:{quote(address, safe='@')}" + (f"?{query}" if query else "")


def _query(values: dict[str, str]) -> str:
    return "".join(f"&{name}={quote(value, safe='')}" for name, value in values.items() if value)
