"""A notification as a mail: text from its templates, the HTML part made from the text, the headers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.generator import BytesGenerator
from email.message import Message
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, parseaddr
from io import BytesIO
from typing import Any, NamedTuple

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone, translation

from prisoners.elision import elided
from privacy.fields import lookup_of
from supporters.choices import Rank
from supporters.kinds import Kind, kind_of, rank_of
from supporters.links import follows_url, follows_urls, news_url, unsubscribe_url, unsubscribe_urls
from supporters.models import Notification
from supporters.seven_bit import seven_bit
from supporters.strict_words import markup, plain

#: Octets of a line (RFC 5322 section 2.1.1).
LONGEST_LINE = 998
#: Where lines of the text are broken: a name or a link may be longer for one reader than for another.
SHORT_LINE = 800
#: A mail that words more pieces of news than this would be read by nobody.
MOST_WORDED = 40
#: Of their words, in UTF-8: in base64, and as HTML, they are some 93 kB then. Some readers cut a part short at 100 kB.
MOST_OCTETS = 40_000


class Reader(NamedTuple):
    """What of a mail belongs to one reader alone; everything else is the same for all who are told the same."""

    address: str
    name: str
    #: Of the Message-ID: the same for each try of one mail, whatever key was rotated in between.
    reference: str
    unsubscribe_url: str
    manage_url: str


def reader_of(notification: Notification, kind: Kind) -> Reader:
    """The reader of a notification; an essential mail goes to strangers too and calls nobody by name."""
    supporter = notification.supporter
    return Reader(
        address=supporter.email,
        name="" if kind.is_essential else supporter.name,
        reference=reference_of(notification),
        unsubscribe_url=_ending(notification, kind),
        manage_url=follows_url(str(supporter.pk)) if kind.is_alert else "",
    )


class Addressed(NamedTuple):
    """Who an alert goes to, by the keys of the notification and of the person, with what was sealed opened."""

    key: str
    person: str
    address: str
    name: str


def followers(addressed: Sequence[Addressed]) -> list[Reader]:
    """The readers of an alert, in the same order; their links are made together."""
    people = [one.person for one in addressed]
    links = zip(addressed, unsubscribe_urls(people), follows_urls(people), strict=True)
    return [Reader(one.address, one.name, _reference(one.key), leave, manage) for one, leave, manage in links]


def compose(notification: Notification, reader: Reader | None = None) -> bytes:
    """The mail of a notification as RFC 5322 octets, in the reader's language. Sends nothing.

    The Message-ID is made from the row, so that a mail sent twice is known as one. `reader` stands in for the person
    whose notification it is.
    """
    return seven_bit(drafted(notification, reader))


def drafted(notification: Notification, reader: Reader | None = None) -> bytes:
    """The same before it is in seven bits, when words can still be put into it."""
    with translation.override(notification.supporter.language):
        part = _part(notification, reader)
        return _message(part, [part], part.subject, part.text)


class Heap(NamedTuple):
    """A mail about several alerts as RFC 5322 octets, and those of them that it counts without their words."""

    octets: bytes
    counted: list[Notification]


def compose_together(leader: Notification, notifications: Sequence[Notification]) -> Heap:
    """One mail about several alerts to one person; Message-ID and subscription headers are those of `leader`.

    Of very many it words the most important ones, counts the others, and links to where all of them stand: those that
    are noted as told with `leader`. Raises whatever is wrong with one that is worded.
    """
    with translation.override(leader.supporter.language):
        first, parts = _parts(leader, notifications)
        words = _together(first, parts, len(notifications))
        octets = seven_bit(_message(first, parts, words.subject, words.text))
    worded = {part.notification.pk for part in parts}
    return Heap(octets, [row for row in notifications if row.pk not in worded])


class Words(NamedTuple):
    """What is said, whichever way it goes; the reference is the same for each try."""

    subject: str
    text: str
    reference: str


def said(notification: Notification) -> Words:
    """The words of one notification, in the reader's language."""
    with translation.override(notification.supporter.language):
        part = _part(notification)
        return Words(part.subject, part.text, part.reader.reference)


def said_together(leader: Notification, notifications: Sequence[Notification]) -> Words:
    """The words of several alerts to one person."""
    with translation.override(leader.supporter.language):
        return _together(*_parts(leader, notifications), len(notifications))


@dataclass(frozen=True)
class _Part:
    """What one notification says, alone or among others."""

    notification: Notification
    kind: Kind
    reader: Reader
    context: dict[str, Any]
    subject: str
    text: str


def _part(notification: Notification, reader: Reader | None = None) -> _Part:
    kind = kind_of(notification.kind)
    known = reader or reader_of(notification, kind)
    context = _context(notification, kind, known)
    text = _worded(f"mail/{kind.name}.txt", context).strip()
    return _Part(notification, kind, known, context, _subject(kind, context), text)


def _parts(leader: Notification, notifications: Sequence[Notification]) -> tuple[_Part, list[_Part]]:
    """What the leader says, and what is said: all of it, or of very many what is most important."""
    parts: list[_Part] = []
    octets = 0
    for row in sorted(notifications, key=_by_importance)[:MOST_WORDED]:
        part = _part(row)
        octets += len(part.text.encode())
        if parts and octets > MOST_OCTETS:
            break
        parts.append(part)
    parts.sort(key=lambda part: _by_date(part.notification))
    return next((part for part in parts if part.notification.pk == leader.pk), None) or _part(leader), parts


def _by_importance(row: Notification) -> tuple[int, float, str]:
    """What overtakes the others on its way first: of that what comes soonest, of the rest what is newest."""
    rank, due = rank_of(row.kind), row.due_at.timestamp()
    return rank, due if rank == Rank.URGENT else -due, str(row.pk)


def _by_date(row: Notification) -> tuple[str, str, datetime, str]:
    """News without a day in the order in which they became due, then what has one (court dates, actions) by its day.

    Of equals in the same order for all readers.
    """
    told = row.told
    day, hour = str(told.get("on") or told.get("day") or ""), str(told.get("at") or "")
    return day, hour, row.due_at, f"{row.kind} {row.subject} {row.occasion}"


def _together(first: _Part, parts: Sequence[_Part], count: int) -> Words:
    form = "digest" if any(part.notification.rate for part in parts) else "together"
    subject = _line(f"mail/{form}.subject.txt", {"count": count})
    more = count - len(parts)
    all_url = news_url(str(first.notification.pk)) if more else ""
    context = {"parts": parts, "count": count, "more": more, "all_url": all_url}
    text = plain(f"mail/{form}.txt", context).strip()
    return Words(subject, text, first.reader.reference)


def _message(first: _Part, parts: Sequence[_Part], subject: str, body: str) -> bytes:
    salutation = plain("mail/salutation.txt", first.context).strip()
    footer = plain("mail/footer.txt", first.context).strip()
    text = "\n\n".join(words for words in (salutation, body, footer) if words)
    html = markup("mail/base.html", {"subject": subject, "greeting": salutation, "text": body, "footer": footer})
    message = EmailMultiAlternatives(
        subject=subject,
        body=_short_lines(text) + "\n",
        from_email=_sender(is_discreet=first.context["discreet"]),
        to=[first.reader.address],
        reply_to=[address] if (address := _answers(first)) else None,
        headers=_headers(first),
    )
    message.attach_alternative(_short_lines(html), "text/html")
    dates = [octets for part in parts if (octets := _invitation(part.notification, part.kind))]
    for number, octets in enumerate(dates, start=1):
        message.attach(_calendar_part(octets, "date.ics" if number == 1 else f"date-{number}.ics"))
    return _octets(message.message(), _boundary(body))


def _sender(*, is_discreet: bool) -> str:
    """Who writes: by a name that tells nothing, where the operator has one, to those whose subjects are neutral."""
    if not (is_discreet and settings.NEUTRAL_FROM_NAME):
        return settings.DEFAULT_FROM_EMAIL
    return formataddr((settings.NEUTRAL_FROM_NAME, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))


def _short_lines(text: str) -> str:
    """Lines that no server has to fold (RFC 5322 2.1.1), broken at spaces, where a line break says the same in HTML.

    A long line would have the whole part encoded, and nothing could be put into it any more.
    """
    return "\n".join(_short(line) for line in text.split("\n"))


def _short(line: str) -> str:
    if len(line.encode()) <= SHORT_LINE:
        return line
    short, length = [""], 0
    for word in line.split(" "):
        length += len(word.encode()) + 1
        if length > SHORT_LINE and short[-1]:
            short.append(word)
            length = len(word.encode())
        else:
            short[-1] = f"{short[-1]} {word}" if short[-1] else word
    return "\n".join(short)


def _boundary(text: str) -> str:
    """Between the parts: made from what they say to all, so that it can be told beforehand; in no text of ours."""
    return f"=_{lookup_of(text, 'boundary of a mail').hex()[:24]}"


def _invitation(notification: Notification, kind: Kind) -> bytes | None:
    with translation.override(notification.supporter.language):
        return kind.invitation(notification) if kind.invitation else None


def _calendar_part(octets: bytes, name: str) -> MIMEText:
    """A calendar that a mail program offers to keep (RFC 6047 2.4); in base64, so that its line ends stay CRLF."""
    part = MIMEText(octets.decode(), "calendar", "utf-8")
    part.set_param("method", "PUBLISH")
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


def _octets(message: Message, boundary: str) -> bytes:
    """With CRLF, not yet in seven bits, and without folding: some readers of List-Unsubscribe do not join a fold."""
    for number, part in enumerate(one for one in message.walk() if one.is_multipart()):
        part.set_boundary(f"{boundary}{number}")
    octets = BytesIO()
    BytesGenerator(octets, mangle_from_=False, maxheaderlen=LONGEST_LINE).flatten(message, linesep="\r\n")
    return octets.getvalue()


def subject_line(notification: Notification, kind: Kind, *, is_discreet: bool) -> str:
    """The subject in the active language, named or neutral."""
    context = _context(notification, kind, reader_of(notification, kind))
    return _subject(kind, {**context, "discreet": is_discreet})


def _subject(kind: Kind, context: dict[str, Any]) -> str:
    return _line(f"mail/{kind.name}.subject.txt", context)


def _line(template: str, context: dict[str, Any]) -> str:
    return " ".join(_worded(template, context).split())


def _worded(template: str, context: dict[str, Any]) -> str:
    """With the name of whom it is about as the language says it after a word of its own."""
    return elided(plain(template, context), str(context.get("who", "")))


def _context(notification: Notification, kind: Kind, reader: Reader) -> dict[str, Any]:
    return {
        **kind.context(notification),
        "name": reader.name,
        "discreet": notification.supporter.is_discreet,
        "site": settings.SITE_ORIGIN,
        "is_alert": kind.is_alert,
        "unsubscribe_url": reader.unsubscribe_url,
        **({"manage_url": reader.manage_url} if kind.is_alert else {}),
    }


def _ending(notification: Notification, kind: Kind) -> str:
    """Where one click ends mails of this sort; "" for what somebody has just asked for."""
    if kind.is_alert:
        return unsubscribe_url(notification.supporter)
    return kind.ending(notification) if kind.ending else ""


def reference_of(notification: Notification) -> str:
    """The same for each try of one mail, whatever key was rotated in between; tells nothing to others."""
    return _reference(str(notification.pk))


def _reference(key: str) -> str:
    return lookup_of(key, "message id").hex()[:40]


def _answers(part: _Part) -> str:
    return part.kind.reply_to(part.notification) if part.kind.reply_to else ""


def _headers(part: _Part) -> dict[str, str]:
    """Who it is from, how to be rid of it (RFC 2369, RFC 8058), and that no person wrote it (RFC 3834)."""
    reader = part.reader
    headers = {
        "Message-ID": f"<{reader.reference}@{settings.SITE_HOST}>",
        "Date": format_datetime(timezone.now()),
        "Auto-Submitted": "auto-generated",
        "X-Entity-Ref-ID": reader.reference,
    }
    if reader.unsubscribe_url:
        headers["List-Id"] = f"<{'alerts' if part.kind.is_alert else 'actions'}.{settings.SITE_HOST}>"
        headers["List-Unsubscribe"] = f"<{reader.unsubscribe_url}>"
        if _may_promise_one_click(reader.unsubscribe_url):
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _may_promise_one_click(url: str) -> bool:
    """Over https only (RFC 8058 section 3.1); a copy on this machine shows its mails as they would be out there."""
    return url.startswith("https://") or settings.EMBEDDED
