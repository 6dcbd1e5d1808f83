"""Returned mails: what a bounce (RFC 3464), a complaint (RFC 5965) or an absence notice says, and nothing of who it is.

A mail from outside is believed in nothing but the signed address it came back to: of whom it speaks is for the token to
say, never for its words. Sizes and depths are bounded before anything is parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

MAX_BYTES = 1_000_000
MAX_PARTS = 100
#: Parts in parts; more than this is made to hurt (SECURITY J.8).
MAX_DEPTH = 10
#: What opens a part within a part, whoever wrote it; counted before parsing, whose cost grows with the depth.
OPENS_A_PART = re.compile(rb"boundary\s*=|message/", re.IGNORECASE)
MOST_OPENED = 60
#: What may divide parts; the parser looks at each of them for longer the more there are.
DIVIDES_PARTS = re.compile(rb"^--", re.MULTILINE)
MOST_DIVIDED = 2000
#: Mails of ours that one complaint is about.
MOST_TOKENS = 5

HARD_STATUSES = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
VAGUE_STATUSES = frozenset({"", "5.0.0", "5.1.0", "5.3.0", "5.5.0"})
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
FIELD = re.compile(r"^(action|status|diagnostic-code|feedback-type)\s*:\s*(.*)$", re.IGNORECASE | re.MULTILINE)
#: How servers say without a code that there is no such mailbox.
HARD_WORDS = re.compile(
    r"user unknown|unknown user|no such (?:user|mailbox|recipient|address)|(?:user|mailbox|recipient|account|address) "
    r"(?:does not exist|doesn't exist|not found|is unknown|unknown)|unknown (?:recipient|mailbox|address)|"
    r"unrouteable address|not a known user|no mailbox here by that name",
    re.IGNORECASE,
)
NOT_HARD_WORDS = re.compile(
    r"quota|mailbox (?:is )?full|over ?size|out of (?:the )?office|vacation|spam|blocked|blacklist|policy|"
    r"greylist|try again|temporar|delayed|still being retried|warning",
    re.IGNORECASE,
)
#: What is said of us or of the mail, never of the reader.
POLICY = re.compile(r"\b5\.7\.\d{1,3}\b|\b554\b|spam|blocked|black ?list|block ?list|policy|reputation", re.IGNORECASE)
TOKEN = re.compile(r"\bb\.([a-z2-7]{52})@", re.IGNORECASE)
RETURNED_TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To")
#: Feedback that complains of nothing (RFC 5965 section 7.3, RFC 6430).
NO_COMPLAINT = frozenset({"not-spam"})


@dataclass(frozen=True)
class Returned:
    """Verdict `hard`, `soft` or `none`, its status (RFC 3463), and the tokens of the mails of ours it is about.

    `is_policy`: refused for what we are or wrote, which says nothing about the reader. `is_complaint`: somebody
    pressed «this is spam».
    """

    verdict: str = "none"
    status: str = ""
    tokens: tuple[str, ...] = ()
    is_policy: bool = False
    is_complaint: bool = False


def read(raw: bytes) -> Returned:
    """What a returned mail says. Raises nothing: what cannot be read is no bounce."""
    octets = raw[:MAX_BYTES]
    if _is_made_to_hurt(octets):
        return Returned()
    try:
        return _read(message_from_bytes(octets), octets)
    except Exception:  # noqa: BLE001 - written by anybody: in how many ways it can be broken, nobody knows
        return Returned()


def _is_made_to_hurt(octets: bytes) -> bool:
    return len(OPENS_A_PART.findall(octets)) > MOST_OPENED or len(DIVIDES_PARTS.findall(octets)) > MOST_DIVIDED


def _read(message: Message, octets: bytes) -> Returned:
    feedback = _feedback_type(message)
    if feedback is not None:
        is_complaint = feedback not in NO_COMPLAINT
        return Returned(tokens=_tokens(octets.decode("ascii", "replace")), is_complaint=is_complaint)
    verdict, status, words = _judge(message)
    headers = (str(line) for name in RETURNED_TO for line in message.get_all(name, []))
    return Returned(verdict, status, _tokens("\n".join(headers)), _is_policy(verdict, status, words))


def _tokens(text: str) -> tuple[str, ...]:
    """A report of a complaint goes to a mailbox of the provider's choosing; there the token stands within it."""
    return tuple(dict.fromkeys(found[1].lower() for found in TOKEN.finditer(text)))[:MOST_TOKENS]


def _feedback_type(message: Message) -> str | None:
    """What an abuse report (RFC 5965) reports; None where it is none."""
    for part in _parts(message):
        if part.get_content_type() == "message/feedback-report":
            return _fields(_text(part)).get("feedback-type", "abuse").lower()
    return None


def _judge(message: Message) -> tuple[str, str, str]:
    """By the delivery status (RFC 3464) where there is one, else by the words of a mail that is plainly a bounce.

    The words that decided come third.
    """
    for part in _parts(message):
        if part.get_content_type() == "message/delivery-status":
            text = _text(part)
            return (*_by_fields(text), text)
    if not _looks_like_bounce(message):
        return "none", "", ""
    text = " ".join(_text(part) for part in _parts(message) if part.get_content_type() == "text/plain")
    return (*_by_words(text), text)


def _by_fields(text: str) -> tuple[str, str]:
    """The fields of the recipient; the code in the diagnosis says more than a bare 5.0.0."""
    fields = _fields(text)
    action, diagnosis = fields.get("action", "").lower(), fields.get("diagnostic-code", "")
    status = _first_status(fields.get("status", ""))
    precise = _first_status(diagnosis)
    if precise and (not status or status.endswith(".0.0")):
        status = precise
    if action.startswith(("delivered", "relayed", "expanded")) or status.startswith("2"):
        return "none", status
    if action.startswith("delayed") or status.startswith("4"):
        return "soft", status
    is_hard = status in HARD_STATUSES or (status in VAGUE_STATUSES and _says_hard(f"{diagnosis} {text}"))
    return ("hard" if is_hard else "soft"), status


def _by_words(text: str) -> tuple[str, str]:
    status = _first_status(text)
    if status in HARD_STATUSES or (not status.startswith("4") and _says_hard(text)):
        return "hard", status
    return "soft", status


def _is_policy(verdict: str, status: str, words: str) -> bool:
    return verdict == "soft" and not status.startswith("4") and bool(POLICY.search(f"{status} {words}"))


def _says_hard(text: str) -> bool:
    return bool(HARD_WORDS.search(text)) and not NOT_HARD_WORDS.search(text)


def _looks_like_bounce(message: Message) -> bool:
    """From the null sender or a postmaster, and not an answer of a person or an absence notice (RFC 3834)."""
    if str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied"):
        return False
    sender = f"{message.get('From', '')} {message.get('Return-Path', '')}".lower()
    return "mailer-daemon" in sender or "postmaster" in sender or "<>" in sender


def _fields(text: str) -> dict[str, str]:
    return {name.lower(): value.strip() for name, value in FIELD.findall(text)}


def _first_status(text: str) -> str:
    found = STATUS.search(text)
    return found[1] if found else ""


def _parts(message: Message) -> Iterator[Message]:
    """The parts in order, no more than a hundred of them and no deeper than ten."""
    for number, part in enumerate(_walked(message, 0)):
        if number >= MAX_PARTS:
            return
        yield part


def _walked(part: Message, depth: int) -> Iterator[Message]:
    yield part
    inner = part.get_payload() if part.is_multipart() and depth < MAX_DEPTH else []
    for one in inner if isinstance(inner, list) else []:
        if isinstance(one, Message):
            yield from _walked(one, depth + 1)


def _text(part: Message) -> str:
    """The words of a part; a delivery status is a list of header blocks."""
    payload = part.get_payload()
    if isinstance(payload, list):
        return "\n".join(str(block) for block in payload)
    decoded = part.get_payload(decode=True)
    return decoded.decode("utf-8", "replace") if isinstance(decoded, bytes) else str(payload)
