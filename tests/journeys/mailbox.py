"""Reading mails as a person does: the text, and the links in it."""

import re
from urllib.parse import urlsplit

from tests.supporters.sink import Sink


def links(sink: Sink, number: int = -1) -> list[str]:
    """The paths of the links in a mail's text that lead to our links and pages, in the order of the mail."""
    found = re.findall(r"https?://\S+", sink.text(number))
    return [urlsplit(address.rstrip(".,>")).path for address in found]


def first_link(sink: Sink, number: int = -1) -> str:
    """The first of the mailed links of our own: what the mail asks one to follow."""
    return next(path for path in links(sink, number) if path.startswith("/l/"))


def named(sink: Sink, subject: str) -> int:
    """The number of the last mail that is called so: what leaves at once arrives in any order."""
    return max(number for number, mail in enumerate(sink.mails) if mail["Subject"] == subject)


def to(sink: Sink, address: str) -> list[int]:
    """The numbers of the mails that one person got."""
    return [number for number, mail in enumerate(sink.mails) if mail["To"] == address]
