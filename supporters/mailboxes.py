"""The mailbox of what comes back, where no mail server pipes it into us: read over IMAP, acted on, and emptied.

Nothing of a mail is kept, and no more than its first megabyte is fetched: a report stands before the mail it returns.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from imaplib import IMAP4, IMAP4_SSL
from ssl import create_default_context
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from supporters.services import bounces

TIMEOUT_SECONDS = 30
PORT, TLS_PORT = 143, 993
#: Mails of one round; the next round takes the next.
MOST_AT_ONCE = 500
DELETED = r"(\Deleted)"


class MailboxAway(OSError):
    """The mailbox could not be read; what happened, without the name of the account."""


def fetch() -> Counter[str]:
    """Act on each mail of BOUNCE_MAILBOX_URL and delete it; returns how many there were of each verdict.

    A mail that was acted on and not deleted, because the connection broke, is acted on again: bounces of one day count
    once. Raises MailboxAway.
    """
    done: Counter[str] = Counter()
    try:
        with _opened() as mailbox:
            for number in _numbers(mailbox)[:MOST_AT_ONCE]:
                done[_deal_with(mailbox, number)] += 1
                _expect(mailbox.store(number, "+FLAGS", DELETED))
            _expect(mailbox.expunge())
    except (OSError, IMAP4.error, UnicodeError) as error:
        # The words of a server may repeat the name of the account.
        raise MailboxAway(f"the mailbox cannot be read ({type(error).__name__})") from None
    return done


@contextmanager
def _opened() -> Iterator[IMAP4]:
    parts = urlsplit(settings.BOUNCE_MAILBOX_URL)
    folder = unquote(parts.path.strip("/")).replace("\\", r"\\").replace('"', r"\"") or "INBOX"
    with _connected(parts) as mailbox:
        mailbox.login(unquote(parts.username or ""), unquote(parts.password or ""))
        _expect(mailbox.select(f'"{folder}"'))
        _expect_to_delete(mailbox)
        yield mailbox


def _connected(parts: SplitResult) -> IMAP4:
    host = parts.hostname or ""
    if parts.scheme == "imap":
        return IMAP4(host, parts.port or PORT, timeout=TIMEOUT_SECONDS)
    # Of itself imaplib looks at no certificate, and would tell the password to whoever stands between.
    context = create_default_context()
    return IMAP4_SSL(host, parts.port or TLS_PORT, ssl_context=context, timeout=TIMEOUT_SECONDS)


def _expect_to_delete(mailbox: IMAP4) -> None:
    """Before anything is acted on: what cannot be deleted would be counted anew each day (RFC 3501 7.1)."""
    _name, [flags] = mailbox.response("PERMANENTFLAGS")
    if flags is not None and rb"\deleted" not in flags.lower():
        raise IMAP4.error("nothing can be deleted")


def _numbers(mailbox: IMAP4) -> list[str]:
    [found] = _expect(mailbox.search(None, "UNDELETED"))
    return found.decode().split()


def _deal_with(mailbox: IMAP4, number: str) -> str:
    answer = _expect(mailbox.fetch(number, f"(BODY.PEEK[]<0.{bounces.MAX_BYTES}>)"))
    raw = next((one[1] for one in answer if isinstance(one, tuple)), b"")
    found = bounces.process(raw)
    return "complaint" if found.is_complaint else found.verdict


def _expect(answer: tuple[str, list[Any]]) -> list[Any]:
    status, data = answer
    if status != "OK":
        raise IMAP4.error(status)
    return data
