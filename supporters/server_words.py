"""What a mail server says of a mail it did not deliver, in fields (RFC 3464) or in words, and what that means."""

import re
from typing import NamedTuple

from supporters.verdicts import (
    CLOSED_WORDS,
    FRENCH_CODE,
    HARD_WORDS,
    NOT_HARD_WORDS,
    THE_MAILBOX_OR_US,
    VAGUE_STATUSES,
    says_no_such_address,
)

#: How Exchange Online begins when it repeats what another server said to it, which is what counts.
REPEATING = re.compile(
    r"\b5\.1\.351 remote server returned unknown recipient or mailbox unavailable\s*->\s*(?=\S)", re.IGNORECASE
)
REPEATED = "5.1.351"
#: No part of a longer number, such as the address of a server.
STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)")
FIELD = re.compile(
    r"^(action|status|diagnostic-code|feedback-type|(?:original|final)-recipient)\s*:\s*(.*)$",
    re.IGNORECASE | re.MULTILINE,
)
#: A header goes on in the next line (RFC 5322 2.2.3).
FOLD = re.compile(r"\r?\n[ \t]+")
#: How servers say without fields that they go on trying.
DELAY_WORDS = re.compile(
    r"still being retried|will (?:be|keep) (?:re)?tr(?:ied|ying)|do not need to resend|has been delayed|"
    r"delivery attempts will continue|will be retried|no action is required",
    re.IGNORECASE,
)
#: What is said of us or of the mail, never of the reader.
POLICY = re.compile(
    r"\b[45]\.7\.\d{1,3}\b|spam|blocked|black ?list|block ?list|policy|reputation|content (?:denied|rejected)|"
    + FRENCH_CODE,
    re.IGNORECASE,
)
#: The reply by which a server says that it wants no mail of ours (RFC 5321 3.1); or, beside a code, any failure.
NO_SERVICE = re.compile(r"\b554\b")
#: The same of who did not log in: a server between us and the reader may want that (RFC 4954).
NOT_LOGGED_IN = re.compile(
    r"(?<![\w.-])53[0458](?=[ -])|authentication (?:is )?required|not authenticated|must (?:first )?authenticate|"
    r"auth(?:enticate)? first",
    re.IGNORECASE,
)
#: Recipients of which one report speaks; each mail of ours went to one.
MOST_RECIPIENTS = 100


class Judgement(NamedTuple):
    """Verdict and status, by which words, whether they speak of a delay alone, and of which addresses."""

    verdict: str = "none"
    status: str = ""
    words: str = ""
    is_delay: bool = False
    recipients: tuple[str, ...] = ()


def by_status(text: str) -> list[Judgement]:
    """What is said of each recipient."""
    blocks = [fields_of(block) for block in re.split(r"\r?\n\s*\r?\n", FOLD.sub(" ", text))]
    named = [fields for fields in blocks if "action" in fields][:MOST_RECIPIENTS]
    return [_by_fields(fields)._replace(recipients=_recipients(fields)) for fields in named or [fields_of(text)]]


def _recipients(fields: dict[str, str]) -> tuple[str, ...]:
    """The address that we wrote to and the one it led to, as far as they are named: «rfc822; anna@example.org»."""
    named = (fields.get(name, "") for name in ("original-recipient", "final-recipient"))
    return tuple(one.partition(";")[2].strip(" \t<>") for one in named if ";" in one)


def _by_fields(fields: dict[str, str]) -> Judgement:
    """The fields of one recipient; the code in the diagnosis says more than a bare 5.0.0."""
    action, diagnosis = fields.get("action", "").lower(), REPEATING.sub("", fields.get("diagnostic-code", ""))
    status = _first_status(fields.get("status", ""))
    precise = _first_status(diagnosis)
    if precise and (not status or status.endswith(".0.0") or status == REPEATED):
        status = precise
    if action.startswith(("delivered", "relayed", "expanded")) or status.startswith("2"):
        return Judgement("none", status)
    if action.startswith("delayed") or status.startswith("4"):
        return Judgement("soft", status, diagnosis, is_delay=action.startswith("delayed"))
    is_hard = says_no_such_address(status, diagnosis) or (status in VAGUE_STATUSES and _says_hard(diagnosis))
    return Judgement("hard" if is_hard else "soft", status, diagnosis)


def by_words(text: str, otherwise: str = "") -> Judgement:
    """By a code in the text, or by what it says; `otherwise` is the status where it has no code."""
    text = REPEATING.sub("", text)
    status = _first_status(text) or otherwise
    if says_no_such_address(status, text) or (not status.startswith("4") and _says_hard(text)):
        return Judgement("hard", status, text)
    return Judgement("soft", status, text, is_delay=bool(DELAY_WORDS.search(text)))


def is_of_policy(found: Judgement) -> bool:
    """Whether a mail was refused for what we are or wrote, which says nothing about the reader."""
    if found.verdict != "soft" or (found.status.startswith("4") and not found.status.startswith("4.7.")):
        return False
    said = THE_MAILBOX_OR_US.sub("", f"{found.status} {found.words}")
    return bool(POLICY.search(said) or NOT_LOGGED_IN.search(said) or _is_no_service(found.status, said))


def _is_no_service(status: str, said: str) -> bool:
    """Whether 554 is all that is said; a full mailbox is refused by the same reply with its own code beside it."""
    return status in VAGUE_STATUSES and bool(NO_SERVICE.search(said)) and not CLOSED_WORDS.search(said)


def _says_hard(text: str) -> bool:
    return bool(HARD_WORDS.search(text)) and not NOT_HARD_WORDS.search(text)


def fields_of(text: str) -> dict[str, str]:
    """The fields of a report by their names in small letters."""
    return {name.lower(): value.strip() for name, value in FIELD.findall(text)}


def _first_status(text: str) -> str:
    found = STATUS.search(text)
    return found[1] if found else ""
