"""Returned mails: what a bounce (RFC 3464), a complaint (RFC 5965) or an absence notice says, and nothing of who it is.

A mail from outside is believed in nothing but the signed address it came back to: of whom it speaks is for the token to
say, never for its words. Sizes and depths are bounded before anything is parsed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from functools import cache

from supporters.mail_parts import is_made_to_hurt, own_parts, parts_of, text_of
from supporters.server_words import (
    Judgement,
    by_status,
    by_words,
    fields_of,
    is_of_policy,
)
from supporters.verdicts import NOT_HARD_WORDS, VAGUE_STATUSES

MAX_BYTES = 1_000_000
#: Mails of ours that one complaint is about.
MOST_TOKENS = 5

STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
#: The same in mails that are one text (qmail, Exim before 4.83, sendmail, Courier).
RETURNED_TEXT = re.compile(
    r"^[-\s]*(?:below this line is a copy of the message|(?:this is )?a? ?copy of (?:the|your) (?:original )?message|"
    r"this is a copy of|(?:the )?(?:original|unsent) message (?:follows|was attached|below)|original message|"
    r"unsent message below)\b.*",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
FAILURE_SUBJECT = re.compile(
    r"undeliver|non-?deliver|\bndn\b|deliver\w* (?:status|fail|problem|error|notif)|returned|failure|"
    r"could not be delivered|not delivered|"
    r"rejected|unzustellbar|non remis|недоставлен|не доставлен|ошибка доставки|не удалось доставить",
    re.IGNORECASE,
)
#: Whose name a mail server gives to what it writes itself.
SERVERS = ("mailer-daemon", "postmaster", "mail delivery", "maildaemon", "<>")
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
#: Feedback that is no reader's complaint: it was no spam (RFC 6430), a signature or the sender did not hold on a way
#: that led on (RFC 6591, as DMARC has it sent), a scanner found something (RFC 5965 7.3).
NO_COMPLAINT = frozenset({"not-spam", "auth-failure", "virus"})


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
    if is_made_to_hurt(octets):
        return Returned()
    try:
        return _read(message_from_bytes(octets), octets)
    except Exception:  # noqa: BLE001 - written by anybody: in how many ways it can be broken, nobody knows
        return Returned()


def answered(words: str, *, is_permanent: bool) -> Returned:
    """What the answer of a server says, as somebody else repeats it who holds it for permanent or not."""
    found = by_words(words)
    is_policy = is_of_policy(found)
    if is_permanent and not found.status and not is_policy and not NOT_HARD_WORDS.search(words):
        return Returned("hard")
    return Returned(found.verdict, found.status, is_policy=is_policy)


def _read(message: Message, octets: bytes) -> Returned:
    feedback = _feedback_type(message)
    if feedback is not None:
        is_complaint = feedback not in NO_COMPLAINT
        return Returned(tokens=_tokens(octets.decode("ascii", "replace")), is_complaint=is_complaint)
    headers = (str(line) for name in RETURNED_TO for line in message.get_all(name, []))
    return _told(_judge(message), _tokens("\n".join(headers)))


def _told(each: list[Judgement], tokens: tuple[str, ...]) -> Returned:
    found = _together(each)
    return Returned(found.verdict, found.status, tokens, is_of_policy(found), is_delay=found.is_delay, each=tuple(each))


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
    for part in parts_of(message):
        if part.get_content_type() == "message/feedback-report":
            return fields_of(text_of(part)).get("feedback-type", "abuse").lower()
    return None


def _judge(message: Message) -> list[Judgement]:
    """By the delivery status (RFC 3464) where there is one, else by the words of a mail that is plainly a bounce."""
    for part in parts_of(message):
        if part.get_content_type() in STATUS_TYPES:
            in_words = cache(lambda status: by_words(_said(message), status))
            return [_with_words(one, in_words) for one in by_status(text_of(part))]
    return [by_words(_said(message)) if _looks_like_bounce(message) else Judgement()]


def _with_words(found: Judgement, in_words: Callable[[str], Judgement]) -> Judgement:
    """The same, or what the words beside it say where the fields say nothing."""
    is_bare = found.verdict == "soft" and found.status in VAGUE_STATUSES and not found.words
    return in_words(found.status)._replace(recipients=found.recipients) if is_bare else found


def _said(message: Message) -> str:
    """What the server wrote for people to read."""
    said = " ".join(text_of(part) for part in own_parts(message) if part.get_content_type() == "text/plain")
    return RETURNED_TEXT.sub("", said)


def _looks_like_bounce(message: Message) -> bool:
    """From a mail server, and not an answer of a person or an absence notice (RFC 3834).

    The null sender alone says little: absence notices come from it too.
    """
    if message.get("X-Failed-Recipients") is not None:
        # Exim, which says besides that it answers by itself.
        return True
    if _answers_by_itself(message) or _tells_of_reading(message):
        return False
    if any(word in str(message.get("From", "")).lower() for word in SERVERS):
        return True
    return "<>" in str(message.get("Return-Path", "")) and bool(FAILURE_SUBJECT.search(_subject(message)))


def _tells_of_reading(message: Message) -> bool:
    """Whether a reader's program tells what became of a mail that did arrive (RFC 8098)."""
    return any(part.get_content_type() == "message/disposition-notification" for part in parts_of(message))


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
