"""The mails of the embedded default, read in the browser; in a deployment these addresses do not exist."""

import re
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

NEWEST = 200
SHOWN_HEADERS = (
    "Date",
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Message-ID",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Auto-Submitted",
    "X-Envelope-From",
    "X-Envelope-To",
)

View = Callable[..., HttpResponse]


def only_embedded(view: View) -> View:
    """Answer 404 wherever real mail is sent."""

    @wraps(view)
    def guarded(request: HttpRequest, **parts: str) -> HttpResponse:
        if not settings.EMBEDDED:
            raise Http404
        return view(request, **parts)

    return guarded


@require_safe
@only_embedded
def index(request: HttpRequest) -> HttpResponse:
    """The newest mails, latest first."""
    paths = sorted(_folder().glob("*.eml"), reverse=True)[:NEWEST]
    return render(request, "mailbox/index.html", {"mails": [_summary(path) for path in paths]})


@require_safe
@only_embedded
def show(request: HttpRequest, name: str) -> HttpResponse:
    """One mail: its headers, its text with links one can follow, and the source of its HTML part."""
    path = _folder() / f"{name}.eml"
    if not re.fullmatch(r"[0-9T-]+", name) or not path.exists():
        raise Http404
    return render(request, "mailbox/show.html", _whole(path))


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "mailbox"


def _read(path: Path) -> EmailMessage:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what policy.default makes
    return message


def _summary(path: Path) -> dict[str, str]:
    mail = _read(path)
    return {
        "name": path.stem,
        "to": mail.get("To", ""),
        "subject": mail.get("Subject", ""),
        "date": mail.get("Date", ""),
    }


def _whole(path: Path) -> dict[str, object]:
    mail = _read(path)
    return {
        "headers": [(name, value) for name in SHOWN_HEADERS for value in mail.get_all(name, [])],
        "subject": mail.get("Subject", ""),
        "text": _part(mail, "plain"),
        "html": _part(mail, "html"),
    }


def _part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body(preferencelist=(kind,))
    return body.get_content() if body else ""
