"""A notification as a mail: text from its templates, the HTML part made from the text, the headers."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.generator import BytesGenerator
from email.message import Message
from email.mime.text import MIMEText
from email.utils import format_datetime
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils import timezone, translation

from privacy.fields import lookup_of
from supporters.kinds import Kind, kind_of
from supporters.links import link_for, unsubscribe_url
from supporters.models import Notification

#: Octets of a line (RFC 5322 section 2.1.1).
LONGEST_LINE = 998


def compose(notification: Notification) -> bytes:
    """The mail of a notification as RFC 5322 octets, in the reader's language. Sends nothing.

    The Message-ID is made from the row, so that a mail sent twice is known as one.
    """
    with translation.override(notification.supporter.language):
        part = _part(notification)
        return _message(notification, [part], part.subject, part.text)


def compose_together(leader: Notification, notifications: Sequence[Notification]) -> bytes:
    """One mail about several alerts to one person; Message-ID and subscription headers are those of `leader`."""
    with translation.override(leader.supporter.language):
        parts = [_part(one) for one in sorted(notifications, key=lambda row: (row.due_at, str(row.pk)))]
        count, name = len(parts), leader.supporter.name
        subject = " ".join(_plain("mail/together.subject.txt", {"count": count}).split())
        text = _plain("mail/together.txt", {"parts": parts, "count": count, "name": name}).strip()
        return _message(leader, parts, subject, text)


@dataclass(frozen=True)
class _Part:
    """What one notification says, alone or among others."""

    notification: Notification
    kind: Kind
    context: dict[str, Any]
    subject: str
    text: str


def _part(notification: Notification) -> _Part:
    kind = kind_of(notification.kind)
    context = _context(notification, kind)
    text = _plain(f"mail/{kind.name}.txt", context).strip()
    return _Part(notification, kind, context, _subject(kind, context), text)


def _message(leader: Notification, parts: Sequence[_Part], subject: str, text: str) -> bytes:
    first = next(part for part in parts if part.notification.pk == leader.pk)
    footer = _plain("mail/footer.txt", first.context).strip()
    html = render_to_string("mail/base.html", {"subject": subject, "text": text, "footer": footer})
    message = EmailMultiAlternatives(
        subject=subject,
        body="\n\n".join(words for words in (text, footer) if words) + "\n",
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[leader.supporter.email],
        headers=_headers(leader, first.kind, first.context["unsubscribe_url"]),
    )
    message.attach_alternative(html, "text/html")
    for part in parts:
        if octets := _invitation(part.notification, part.kind):
            message.attach(_calendar_part(octets))
    return _octets(message.message())


def _invitation(notification: Notification, kind: Kind) -> bytes | None:
    with translation.override(notification.supporter.language):
        return kind.invitation(notification) if kind.invitation else None


def _calendar_part(octets: bytes) -> MIMEText:
    """A calendar that a mail program offers to keep (RFC 6047 2.4); in base64, so that its line ends stay CRLF."""
    part = MIMEText(octets.decode(), "calendar", "utf-8")
    part.set_param("method", "PUBLISH")
    part.add_header("Content-Disposition", "attachment", filename="date.ics")
    return part


def _octets(message: Message) -> bytes:
    """With CRLF, and without folding: some readers of List-Unsubscribe do not join what was folded."""
    octets = BytesIO()
    BytesGenerator(octets, mangle_from_=False, maxheaderlen=LONGEST_LINE).flatten(message, linesep="\r\n")
    return octets.getvalue()


def subject_line(notification: Notification, kind: Kind, *, is_discreet: bool) -> str:
    """The subject in the active language, named or neutral."""
    return _subject(kind, {**_context(notification, kind), "discreet": is_discreet})


def _subject(kind: Kind, context: dict[str, Any]) -> str:
    return " ".join(_plain(f"mail/{kind.name}.subject.txt", context).split())


def _context(notification: Notification, kind: Kind) -> dict[str, Any]:
    return {
        **kind.context(notification),
        "name": notification.supporter.name,
        "discreet": notification.supporter.is_discreet,
        "site": settings.SITE_ORIGIN,
        "is_alert": kind.is_alert,
        "unsubscribe_url": _ending(notification, kind),
        "manage_url": link_for("manage", str(notification.supporter.pk)) if kind.is_alert else "",
    }


def _ending(notification: Notification, kind: Kind) -> str:
    """Where one click ends mails of this sort; "" for what somebody has just asked for."""
    if kind.is_alert:
        return unsubscribe_url(notification.supporter)
    return kind.ending(notification) if kind.ending else ""


def _plain(template: str, context: dict[str, Any]) -> str:
    """A text template; nothing is escaped, for O'Brien is not an entity."""
    return get_template(template).template.render(Context(context, autoescape=False))  # type: ignore[attr-defined]


def _reference(notification: Notification) -> str:
    """The same for each try of one mail, whatever key was rotated in between; tells nothing to others."""
    return lookup_of(str(notification.pk), "message id").hex()[:40]


def _headers(notification: Notification, kind: Kind, unsubscribe: str) -> dict[str, str]:
    """Who it is from, how to be rid of it (RFC 2369, RFC 8058), and that no person wrote it (RFC 3834)."""
    headers = {
        "Message-ID": f"<{_reference(notification)}@{settings.SITE_HOST}>",
        "Date": format_datetime(timezone.now()),
        "Auto-Submitted": "auto-generated",
        "X-Entity-Ref-ID": _reference(notification),
    }
    if unsubscribe:
        headers["List-Id"] = f"<{'alerts' if kind.is_alert else 'actions'}.{settings.SITE_HOST}>"
        headers["List-Unsubscribe"] = f"<{unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
