"""Returned mails: what a bounce (RFC 3464), a complaint (RFC 5965) or an absence notice says, and nothing of who it is.

A mail from outside is believed in nothing but the signed address it came back to: of whom it speaks is for the token to
say, never for its words. Sizes and depths are bounded before anything is parsed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from functools import cache
from typing import NamedTuple

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
#: Recipients of which one report speaks; each mail of ours went to one.
MOST_RECIPIENTS = 100
#: Mails of ours that one complaint is about.
MOST_TOKENS = 5

HARD_STATUSES = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
#: Codes that say nothing by themselves; Yandex says «No such user!» under the last one.
VAGUE_STATUSES = frozenset({"", "5.0.0", "5.1.0", "5.3.0", "5.5.0", "5.7.1"})
#: No part of a longer number, such as the address of a server.
STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)")
FIELD = re.compile(
    r"^(action|status|diagnostic-code|feedback-type|(?:original|final)-recipient)\s*:\s*(.*)$",
    re.IGNORECASE | re.MULTILINE,
)
#: A header goes on in the next line (RFC 5322 2.2.3).
FOLD = re.compile(r"\r?\n[ \t]+")
STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
#: What is returned of our own mail, whose words are none of the server's.
RETURNED_TYPES = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})
#: The same in mails that are one text (qmail, Exim before 4.83, sendmail, Courier).
RETURNED_TEXT = re.compile(
    r"^[-\s]*(?:below this line is a copy of the message|(?:this is )?a? ?copy of (?:the|your) (?:original )?message|"
    r"this is a copy of|(?:the )?(?:original|unsent) message (?:follows|was attached|below)|original message|"
    r"unsent message below)\b.*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
#: How servers say without a code that there is no such mailbox.
HARD_WORDS = re.compile(
    r"user unknown|unknown user|no such (?:user|mailbox|recipient|address|person)|"
    r"(?:user|mailbox|recipient|account|address)(?: \S+@\S+)? "
    r"(?:does not exist|doesn't exist|not found|is unknown|unknown|is invalid)|unknown (?:recipient|mailbox|address)|"
    r"invalid (?:recipient|mailbox)|doesn't have an? \S+ account|unrouteable address|not a known user|"
    r"no mailbox here by that name|recipientnotfound|mailbox unavailable",
    re.IGNORECASE,
)
NOT_HARD_WORDS = re.compile(
    r"quota|mailbox (?:is )?full|over ?size|out of (?:the )?office|vacation|spam|blocked|blacklist|policy|"
    r"greylist|try again|temporar|delayed|still being retried|warning|relay|access denied|authenticat|"
    r"\b(?:spf|dkim|dmarc)\b|(?<![\d.])4[0-5]\d[ -]",
    re.IGNORECASE,
)
FAILURE_SUBJECT = re.compile(
    r"undeliver|non-?deliver|\bndn\b|deliver\w* (?:status|fail|problem|error|notif)|returned|failure|"
    r"could not be delivered|not delivered|"
    r"rejected|unzustellbar|non remis|недоставлен|не доставлен|ошибка доставки|не удалось доставить",
    re.IGNORECASE,
)
#: How servers say without fields that they go on trying.
DELAY_WORDS = re.compile(
    r"still being retried|will (?:be|keep) (?:re)?tr(?:ied|ying)|do not need to resend|has been delayed|"
    r"delivery attempts will continue|will be retried|no action is required",
    re.IGNORECASE,
)
#: Whose name a mail server gives to what it writes itself.
SERVERS = ("mailer-daemon", "postmaster", "mail delivery", "maildaemon", "<>")
#: What is said of us or of the mail, never of the reader.
POLICY = re.compile(r"\b5\.7\.\d{1,3}\b|\b554\b|spam|blocked|black ?list|block ?list|policy|reputation", re.IGNORECASE)
TOKEN = re.compile(r"\bb\.([a-z2-7]{52})@", re.IGNORECASE)
RETURNED_TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To")
#: By these a program that answers for an absent person is known, also one that does not keep to RFC 3834.
ANSWERS_BY_ITSELF = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From")
ANSWERING_PRECEDENCE = frozenset({"auto_reply", "auto-reply"})
ANSWERING_SUBJECT = re.compile(
    r"^\s*(?:auto(?:matic)?[ -]?(?:reply|response|answer)\b|auto:|out of (?:the )?office|away from|vacation|"
    r"abwesen|r[eé]ponse automatique|respuesta autom|автоответ|автоматический ответ|автоматты жауап)",
    re.IGNORECASE,
)
#: Feedback that complains of nothing (RFC 5965 section 7.3, RFC 6430).
NO_COMPLAINT = frozenset({"not-spam"})


class Judgement(NamedTuple):
    """Verdict and status, by which words, whether they speak of a delay alone, and of which addresses."""

    verdict: str = "none"
    status: str = ""
    words: str = ""
    is_delay: bool = False
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True)
class Returned:
    """Verdict `hard`, `soft` or `none`, its status (RFC 3463), and the tokens of the mails of ours it is about.

    `is_policy`: refused for what we are or wrote, which says nothing about the reader. `is_complaint`: somebody
    pressed «this is spam». `is_delay`: the mail is on its way still, and nothing is to be counted. `each`: what is said
    of each recipient, where several are named.
    """

    verdict: str = "none"
    status: str = ""
    tokens: tuple[str, ...] = ()
    is_policy: bool = False
    is_complaint: bool = False
    is_delay: bool = False
    each: tuple[Judgement, ...] = ()

    def about(self, is_ours: Callable[[str], bool]) -> "Returned":
        """What is said of the recipient to whom we wrote; of everybody, where that one is not told apart."""
        ours = [one for one in self.each if any(map(is_ours, one.recipients))]
        return _told(ours, self.tokens) if ours else self


#: From what is best for the reader to what is worst.
ORDER = ("none", "soft", "hard")


def read(raw: bytes) -> Returned:
    """What a returned mail says. Raises nothing: what cannot be read is no bounce."""
    octets = raw[:MAX_BYTES]
    if _is_made_to_hurt(octets):
        return Returned()
    try:
        return _read(message_from_bytes(octets), octets)
    except Exception:  # noqa: BLE001 - written by anybody: in how many ways it can be broken, nobody knows
        return Returned()


def answered(words: str, *, is_permanent: bool) -> Returned:
    """What the answer of a server says, as somebody else repeats it who holds it for permanent or not."""
    found = _by_words(words)
    is_policy = _is_policy(found)
    if is_permanent and not found.status and not is_policy and not NOT_HARD_WORDS.search(words):
        return Returned("hard")
    return Returned(found.verdict, found.status, is_policy=is_policy)


def _is_made_to_hurt(octets: bytes) -> bool:
    return len(OPENS_A_PART.findall(octets)) > MOST_OPENED or len(DIVIDES_PARTS.findall(octets)) > MOST_DIVIDED


def _read(message: Message, octets: bytes) -> Returned:
    feedback = _feedback_type(message)
    if feedback is not None:
        is_complaint = feedback not in NO_COMPLAINT
        return Returned(tokens=_tokens(octets.decode("ascii", "replace")), is_complaint=is_complaint)
    headers = (str(line) for name in RETURNED_TO for line in message.get_all(name, []))
    return _told(_judge(message), _tokens("\n".join(headers)))


def _told(each: list[Judgement], tokens: tuple[str, ...]) -> Returned:
    found = _together(each)
    return Returned(found.verdict, found.status, tokens, _is_policy(found), is_delay=found.is_delay, each=tuple(each))


def _together(each: list[Judgement]) -> Judgement:
    """Behind an address that leads on, one that takes mail is enough; else the worst failure, or else a delay."""
    if taken := [one for one in each if one.verdict == "none"]:
        return taken[0]
    failed = [one for one in each if not one.is_delay]
    return max(failed or each, key=lambda found: ORDER.index(found.verdict))


def _tokens(text: str) -> tuple[str, ...]:
    """A report of a complaint goes to a mailbox of the provider's choosing; there the token stands within it."""
    return tuple(dict.fromkeys(found[1].lower() for found in TOKEN.finditer(text)))[:MOST_TOKENS]


def _feedback_type(message: Message) -> str | None:
    """What an abuse report (RFC 5965) reports; None where it is none."""
    for part in _parts(message):
        if part.get_content_type() == "message/feedback-report":
            return _fields(_text(part)).get("feedback-type", "abuse").lower()
    return None


def _judge(message: Message) -> list[Judgement]:
    """By the delivery status (RFC 3464) where there is one, else by the words of a mail that is plainly a bounce."""
    for part in _parts(message):
        if part.get_content_type() in STATUS_TYPES:
            in_words = cache(lambda status: _by_words(_said(message), status))
            return [_with_words(one, in_words) for one in _by_status(_text(part))]
    return [_by_words(_said(message)) if _looks_like_bounce(message) else Judgement()]


def _with_words(found: Judgement, in_words: Callable[[str], Judgement]) -> Judgement:
    """The same, or what the words beside it say where the fields say nothing."""
    is_bare = found.verdict == "soft" and found.status in VAGUE_STATUSES and not found.words
    return in_words(found.status)._replace(recipients=found.recipients) if is_bare else found


def _said(message: Message) -> str:
    """What the server wrote for people to read."""
    said = " ".join(_text(part) for part in _own_parts(message) if part.get_content_type() == "text/plain")
    return RETURNED_TEXT.sub("", said)


def _by_status(text: str) -> list[Judgement]:
    """What is said of each recipient."""
    blocks = [_fields(block) for block in re.split(r"\r?\n\s*\r?\n", FOLD.sub(" ", text))]
    named = [fields for fields in blocks if "action" in fields][:MOST_RECIPIENTS]
    return [_by_fields(fields)._replace(recipients=_recipients(fields)) for fields in named or [_fields(text)]]


def _recipients(fields: dict[str, str]) -> tuple[str, ...]:
    """The address that we wrote to and the one it led to, as far as they are named: «rfc822; anna@example.org»."""
    named = (fields.get(name, "") for name in ("original-recipient", "final-recipient"))
    return tuple(one.partition(";")[2].strip(" \t<>") for one in named if ";" in one)


def _by_fields(fields: dict[str, str]) -> Judgement:
    """The fields of one recipient; the code in the diagnosis says more than a bare 5.0.0."""
    action, diagnosis = fields.get("action", "").lower(), fields.get("diagnostic-code", "")
    status = _first_status(fields.get("status", ""))
    precise = _first_status(diagnosis)
    if precise and (not status or status.endswith(".0.0")):
        status = precise
    if action.startswith(("delivered", "relayed", "expanded")) or status.startswith("2"):
        return Judgement("none", status)
    if action.startswith("delayed") or status.startswith("4"):
        return Judgement("soft", status, diagnosis, is_delay=action.startswith("delayed"))
    is_hard = status in HARD_STATUSES or (status in VAGUE_STATUSES and _says_hard(diagnosis))
    return Judgement("hard" if is_hard else "soft", status, diagnosis)


def _by_words(text: str, otherwise: str = "") -> Judgement:
    """By a code in the text, or by what it says; `otherwise` is the status where it has no code."""
    status = _first_status(text) or otherwise
    if status in HARD_STATUSES or (not status.startswith("4") and _says_hard(text)):
        return Judgement("hard", status, text)
    return Judgement("soft", status, text, is_delay=bool(DELAY_WORDS.search(text)))


def _is_policy(found: Judgement) -> bool:
    is_temporary = found.status.startswith("4")
    return found.verdict == "soft" and not is_temporary and bool(POLICY.search(f"{found.status} {found.words}"))


def _says_hard(text: str) -> bool:
    return bool(HARD_WORDS.search(text)) and not NOT_HARD_WORDS.search(text)


def _looks_like_bounce(message: Message) -> bool:
    """From a mail server, and not an answer of a person or an absence notice (RFC 3834).

    The null sender alone says little: absence notices come from it too.
    """
    if message.get("X-Failed-Recipients") is not None:
        # Exim, which says besides that it answers by itself.
        return True
    if _answers_by_itself(message):
        return False
    if any(word in str(message.get("From", "")).lower() for word in SERVERS):
        return True
    return "<>" in str(message.get("Return-Path", "")) and bool(FAILURE_SUBJECT.search(_subject(message)))


def _answers_by_itself(message: Message) -> bool:
    return (
        str(message.get("Auto-Submitted", "")).lower().startswith("auto-replied")
        or str(message.get("Precedence", "")).strip().lower() in ANSWERING_PRECEDENCE
        or any(message.get(name) is not None for name in ANSWERS_BY_ITSELF)
        or bool(ANSWERING_SUBJECT.search(_subject(message)))
    )


def _subject(message: Message) -> str:
    """Its words, which may be encoded (RFC 2047)."""
    return str(make_header(decode_header(str(message.get("Subject", "")))))


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


def _own_parts(message: Message) -> Iterator[Message]:
    """The parts that the server wrote, without what it returns."""
    returned = {
        id(inner) for part in _parts(message) if part.get_content_type() in RETURNED_TYPES for inner in _parts(part)
    }
    yield from (part for part in _parts(message) if id(part) not in returned)


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
