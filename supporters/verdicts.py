"""What became of handing a mail over, as the answers of a mail server say it."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from smtplib import SMTPAuthenticationError, SMTPResponseException

#: Enhanced status codes (RFC 3463) by which a server says that the address itself is no good.
BAD_ADDRESS = frozenset({"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"})
#: Replies to RCPT that mean the same when no enhanced code stands beside them (RFC 5321 section 4.2.3).
BAD_ADDRESS_REPLIES = frozenset({550, 551, 553})
#: Codes that say nothing by themselves; Yandex says «No such user!» under the last one, Exchange Online
#: under the one before that another server has said «unknown recipient or mailbox unavailable».
VAGUE_STATUSES = frozenset({"", "5.0.0", "5.1.0", "5.3.0", "5.5.0", "5.1.351", "5.7.1"})
#: Of the mailbox itself, which is there, and is closed or full (RFC 3463).
CLOSED_OR_FULL = frozenset({"5.2.1", "5.2.2"})
OF_THE_MAILBOX = CLOSED_OR_FULL | {"5.2.0"}
#: How servers say without a code that there is no such mailbox; QQ, that the recipient «may contain a non-existent
#: account», which is all that it says of one that is not there.
HARD_WORDS = re.compile(
    r"user unknown|unknown user|no such (?:user|mailbox|recipient|address|person)|"
    r"(?:user|mailbox|recipient|account|address)(?: \S+@\S+)? "
    r"(?:does not exist|doesn't exist|not found|is unknown|unknown|is invalid)|unknown (?:recipient|mailbox|address)|"
    r"invalid (?:recipient|mailbox)|doesn't have an? \S+ account|unrouteable address|not a known user|"
    r"no mailbox here by that name|recipientnotfound|mailbox unavailable|non-?existent (?:account|user|mailbox)",
    re.IGNORECASE,
)
#: The same without a code; Yahoo says so under 554, once it has read the mail.
CLOSED_WORDS = re.compile(
    r"\b(?:mailbox|account|user) (?:is |has been )?(?:disabled|inactive|deactivated|suspended|closed)", re.IGNORECASE
)
#: As RFC 5321 4.2.3 words 550, and QQ in short: either there is no such mailbox, or we may not write to it.
THE_MAILBOX_OR_US = re.compile(
    r"mailbox (?:unavailable|not found)(?:,| or) (?:access denied|no access)"
    r"(?:,? or command rejected for policy reasons)?",
    re.IGNORECASE,
)
#: Exchange Online says so of a mailbox that its directory does not have, or repeats it of another's.
REPEATED = frozenset({"5.4.1", "5.1.351"})
NOT_IN_THE_DIRECTORY = re.compile(r"recipient address rejected: access denied", re.IGNORECASE)
#: Codes of Orange and La Poste, all of which are of us or of the mail (OFR_506: suspected spam), but for those of a
#: mailbox that is not there (416), full, archived or closed.
FRENCH_CODE = r"\b(?:ofr|lpn|ouk)(?:[a-z0-9]{3})?_?(?!41[67]|42[06])\d{3}\b"
#: Under which Orange says of a mailbox that it is full, beside 552 and, of all codes, 5.1.1.
FULL_CODE = re.compile(r"\b(?:ofr|lpn)(?:[a-z0-9]{3})?_?417\b", re.IGNORECASE)
#: What a server says where it means the mail, a full mailbox or itself, and not that there is no such mailbox.
NOT_HARD_WORDS = re.compile(
    r"quota|mailbox (?:is )?full|over ?size|out of (?:the )?office|vacation|spam|blocked|blacklist|policy|"
    r"greylist|try again|temporar|delayed|still being retried|warning|relay|access denied|authenticat|"
    r"\b(?:spf|dkim|dmarc)\b|(?<![\w.])4[0-5]\d[ -]|" + FRENCH_CODE,
    re.IGNORECASE,
)
#: The same in a reply to RCPT without a status, such as Exim's «Sender verify failed» and «Administrative prohibition».
OF_THE_SENDER = re.compile(r"\bsender|denied|prohibit|\blimit|too many|\blisted\b|reputation", re.IGNORECASE)
#: By which the server that is to send for us says that it does not; cPanel, to a recipient and without a status, that
#: «outgoing mail from» us «has been suspended».
NOT_FOR_US = re.compile(
    r"\brelay(?:ing)?\b(?! recipient)|authenticat|\boutgoing (?:e-?)?mail|\byour (?:sending |smtp )?account\b",
    re.IGNORECASE,
)
#: Replies that want us to log in, or do not take how we do (RFC 4954), or want TLS before (RFC 3207).
LOG_IN_REPLIES = frozenset({530, 534, 535, 538})
#: What is said of a mail that is longer than a server takes, which it may say at MAIL already (RFC 1870).
TOO_LONG_STATUSES = frozenset({"5.2.3", "5.3.4"})
TOO_LONG_REPLIES = frozenset({523, 552})
#: Steps at which no reader has been named yet.
GREETING, LOG_IN, SENDER = "greeting", "AUTH", "MAIL"
BEFORE_ANY_READER = frozenset({GREETING, LOG_IN, SENDER})
#: Ends the reason where it is by the words beside a code that there is no such mailbox.
NOBODY = ", no such address"
#: Ends it where a code that says so is taken back by the words beside it.
NOT_THE_ADDRESS = ", not for the address"
#: Ends it where the words leave open whether it is the address or us.
EITHER = ", the address or us"
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
ADDRESS = re.compile(r"<?[^\s<>]+@[^\s<>:]+>?")

NO_TIME = timedelta()


class Verdict(Enum):
    """What became of handing a mail over."""

    ACCEPTED = "accepted"
    #: Not taken now, or for a reason that is not the reader's: ask again later.
    LATER = "later"
    #: The same, but said of this recipient: where it comes to nothing, that counts against the address.
    ABSENT = "absent"
    #: The address does not exist.
    BAD_ADDRESS = "bad_address"
    #: The connection broke after the whole mail had gone: nobody can know whether it was taken (RFC 1047).
    DOUBT = "doubt"


@dataclass(frozen=True)
class Outcome:
    """A verdict with the server's codes; never its words, since they repeat the address."""

    verdict: Verdict
    reason: str = ""
    #: Not to be asked again before so long is over.
    rests: timedelta = NO_TIME


ACCEPTED = Outcome(Verdict.ACCEPTED)


class Refused(Exception):
    """The server answered a step with something else than we need."""

    def __init__(self, step: str, code: int, words: bytes) -> None:
        self.step, self.code, self.words = step, code, words
        super().__init__(step)


def at_the_door(error: SMTPResponseException) -> Refused:
    """What was answered to the connection itself, to our name, or to logging in, as smtplib keeps it."""
    words = error.smtp_error if isinstance(error.smtp_error, bytes) else error.smtp_error.encode()
    return Refused(LOG_IN if isinstance(error, SMTPAuthenticationError) else GREETING, error.smtp_code, words)


def says_no_such_address(status: str, words: str) -> bool:
    """Whether an enhanced status says that the address itself is no good, of its own or by the words beside it."""
    if status in BAD_ADDRESS:
        return not FULL_CODE.search(words)
    return status in REPEATED and bool(NOT_IN_THE_DIRECTORY.search(words))


def is_of_policy(refusal: Refused) -> bool:
    """Whether a server refuses us, not one address or mail; a bare 554 to a recipient may be about them alone."""
    if refusal.code < 500 or judge(refusal).verdict is Verdict.BAD_ADDRESS:
        return False
    return (
        _status_of(refusal).startswith("5.7.")
        or refusal.code in LOG_IN_REPLIES
        or (refusal.code == 554 and refusal.step != "RCPT" and not _is_of_the_mailbox(refusal))
        or (refusal.step in BEFORE_ANY_READER and not _is_of_length(refusal))
        or _wants_not_us(refusal)
    )


def _is_of_the_mailbox(refusal: Refused) -> bool:
    """Whether it is said of the one mailbox that was named, at whatever step after that."""
    status = _status_of(refusal)
    words = _words_of(refusal)
    is_by_words = bool(CLOSED_WORDS.search(words)) and not NOT_FOR_US.search(words)
    is_said = status in CLOSED_OR_FULL or (status == "" and is_by_words)
    return is_said and refusal.step not in BEFORE_ANY_READER


def _is_of_length(refusal: Refused) -> bool:
    return refusal.code in TOO_LONG_REPLIES or _status_of(refusal) in TOO_LONG_STATUSES


def _wants_not_us(refusal: Refused) -> bool:
    """Whether only the words say so, beside a code that means no bad address."""
    words = _words_of(refusal)
    return _status_of(refusal) not in BAD_ADDRESS and bool(NOT_FOR_US.search(words))


def _is_bare(refusal: Refused) -> bool:
    """Whether a recipient is refused by a reply that means a bad address where nothing else is said."""
    is_by_code = refusal.step == "RCPT" and refusal.code in BAD_ADDRESS_REPLIES
    return is_by_code and not STATUS.search(_words_of(refusal))


def _words_of(refusal: Refused) -> str:
    """Without addresses: «<anna@relay.example>: no such user» says nothing of a relay."""
    return " ".join(ADDRESS.sub("", refusal.words.decode("ascii", "replace")).split())


def _status_of(refusal: Refused) -> str:
    """The enhanced status with which the words begin (RFC 2034), or ""; an IP address further on may look like one."""
    found = STATUS.match(refusal.words.decode("ascii", "replace").lstrip())
    return found.group(1) if found else ""


def judge(refusal: Refused) -> Outcome:
    """The verdict for a refusal (SMTP reply and enhanced status, RFC 5321 and RFC 3463)."""
    words = _words_of(refusal)
    found = STATUS.search(words)
    status = found.group(1) if found else ""
    verdict, more = _meant(refusal, status, words) if refusal.code >= 500 else (Verdict.LATER, "")
    return Outcome(verdict, f"{refusal.code} {status}".strip() + f" at {refusal.step}{more}")


def _meant(refusal: Refused, status: str, words: str) -> tuple[Verdict, str]:
    """The verdict for a refusal that is meant for good, and what its words, which are not kept, say beyond its code."""
    if refusal.step in BEFORE_ANY_READER:
        return Verdict.LATER, ""
    if says_no_such_address(status, words):
        return Verdict.BAD_ADDRESS, "" if status in BAD_ADDRESS else NOBODY
    if refusal.step != "RCPT":
        return Verdict.ABSENT if _is_of_the_mailbox(refusal) else Verdict.LATER, ""
    if status in OF_THE_MAILBOX or FULL_CODE.search(words):
        return Verdict.ABSENT, ""
    is_bare = _is_bare(refusal)
    if _speaks_otherwise(words):
        is_open = status in VAGUE_STATUSES - {"5.7.1"} and _leaves_it_open(words)
        return (Verdict.ABSENT, EITHER) if is_open else (Verdict.LATER, NOT_THE_ADDRESS if is_bare else "")
    if is_bare or (status in VAGUE_STATUSES and HARD_WORDS.search(words)):
        return Verdict.BAD_ADDRESS, "" if is_bare else NOBODY
    return Verdict.LATER, ""


def _speaks_otherwise(words: str) -> bool:
    return bool(NOT_HARD_WORDS.search(words) or OF_THE_SENDER.search(words) or NOT_FOR_US.search(words))


def _leaves_it_open(words: str) -> bool:
    """Whether nothing but that one formula speaks against the address being bad."""
    return bool(THE_MAILBOX_OR_US.search(words)) and not _speaks_otherwise(THE_MAILBOX_OR_US.sub("", words))
