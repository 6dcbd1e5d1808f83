"""What the desk shows of a dispatch: its languages, whom it reaches, how far it has come, and its mail."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from actions.choices import DispatchState
from actions.dispatch_words import language_name
from actions.dispatching import progress
from actions.models import Dispatch
from actions.services import dispatches
from prisoners.models import Staff
from supporters.audiences import banded, reach_of
from supporters.mails import Reader, compose
from supporters.models import Notification, Supporter
from supporters.topics import country_name, titles_of

#: How many dispatches the desk lists.
LATEST = 50
#: How often a page without scripts asks how far it has come.
REFRESH_SECONDS = 10
NOBODY = UUID(int=0)
#: Until it is approved.
ASKS_FOR_ANOTHER = (DispatchState.DRAFT, DispatchState.IN_REVIEW)
TONES: dict[str, str] = {DispatchState.SENT: "good", DispatchState.SENDING: "good", DispatchState.STOPPED: "bad"}


def line(row: Dispatch) -> dict[str, Any]:
    """One line of the list."""
    state, tone = row.get_state_display(), TONES.get(row.state, "")
    if row.sent_back_reason:
        state, tone = _("sent back"), "warn"
    return {"row": row, "title": title_of(row), "state": state, "tone": tone}


def title_of(row: Dispatch) -> str:
    """Its subject in the language it is written in."""
    texts = {one.language: one.subject for one in row.texts.all()}
    return texts.get(row.language) or row.slug


def page(row: Dispatch, member: Staff) -> dict[str, Any]:
    """All that the page of a dispatch shows."""
    is_waiting = not row.has_begun
    reach = _reach(row) if is_waiting else None
    return {
        **line(row),
        "audience": titles_of([row.audience]).get(row.audience, row.audience),
        "languages": _languages(row),
        "reach": reach,
        "buttons": _buttons(row, member),
        "may_send_back": row.state in (DispatchState.IN_REVIEW, DispatchState.APPROVED),
        "is_own": row.submitted_by_id in (None, member.pk),
        "needs_another": row.state in ASKS_FOR_ANOTHER and dispatches.needs_another(row, member),
        "progress": None if is_waiting else progress_said(row),
        "refresh": REFRESH_SECONDS if row.state == DispatchState.SENDING else 0,
        "is_public": row.has_begun and row.withdrawn_at is None,
        "four_eyes": settings.FOUR_EYES_FROM_READERS,
    }


def preview(row: Dispatch, language: str) -> dict[str, Any]:
    """The mail that a reader of a language would get, who has chosen nothing: neutral subject, no name."""
    message = message_from_bytes(_composed(row, language), _class=EmailMessage, policy=policy.default)
    return {
        **line(row),
        "language": language,
        "language_name": language_name(language),
        "dir": "rtl" if get_language_info(language)["bidi"] else "ltr",
        "subject": str(message["Subject"]),
        "text": _part(message, "plain"),
        "html": _part(message, "html"),
    }


def progress_said(row: Dispatch) -> dict[str, Any]:
    """How far it has come: percent, the sentence about it, and whether it goes on."""
    found = progress(row)
    names = {"sent": banded(found.sent), "waiting": banded(found.waiting), "failed": banded(found.failed)}
    if row.state == DispatchState.STOPPED:
        names["left"] = banded(found.waiting + found.dropped)
        words = _("Sent to %(sent)s; %(left)s did not get it any more; %(failed)s could not be reached.") % names
    else:
        words = _("Sent to %(sent)s; %(waiting)s still to come; %(failed)s could not be reached.") % names
    if found.digests:
        words += " " + _("%(count)s get it with their next digest.") % {"count": banded(found.digests).capitalize()}
    is_owed = row.owed_at is not None
    return {
        "percent": found.percent if is_owed else 0,
        "words": words if is_owed else _("Those who follow are being written down."),
        "state": row.get_state_display(),
        "goes_on": row.state == DispatchState.SENDING,
    }


def _languages(row: Dispatch) -> list[dict[str, Any]]:
    texts = {one.language: one for one in row.texts.all()}
    return [
        {
            "code": code,
            "name": language_name(code),
            "text": texts.get(code),
            "is_original": code == row.language,
            "dir": "rtl" if get_language_info(code)["bidi"] else "ltr",
        }
        for code in _in_order(row)
    ]


def _in_order(row: Dispatch) -> list[str]:
    codes = [code for code, _name in settings.LANGUAGES]
    return sorted(codes, key=lambda code: (code != row.language, codes.index(code)))


def _reach(row: Dispatch) -> dict[str, Any]:
    found = reach_of(dispatches.topics_for(row), dispatches.mail_kind(row))
    languages = sorted(found.languages.items(), key=lambda one: -one[1])
    countries = sorted(found.countries.items(), key=lambda one: -one[1])
    return {
        "total": banded(found.total),
        "languages": [(language_name(code), banded(count)) for code, count in languages],
        "countries": [(country_name(code) or _("not known"), banded(count)) for code, count in countries],
    }


def _buttons(row: Dispatch, member: Staff) -> list[tuple[str, str, str]]:
    """What can be pressed now: (step, words, tone)."""
    approve = [] if dispatches.needs_another(row, member) else [("approve", _("Approve"), "")]
    stop, withdraw = ("stop", _("Stop for good"), "grave"), ("withdraw", _("Take from the web"), "grave")
    found = {
        DispatchState.DRAFT: [("submit", _("Submit"), "")],
        DispatchState.IN_REVIEW: approve,
        DispatchState.APPROVED: [("start", _("Start sending"), "")],
        DispatchState.SENDING: [("pause", _("Pause"), "plain"), stop],
        DispatchState.PAUSED: [("resume", _("Go on"), ""), stop],
    }.get(DispatchState(row.state), [])
    test = [] if row.has_begun else [("test", _("Send me a test"), "plain")]
    over = [withdraw] if row.has_begun and row.withdrawn_at is None else []
    return [*found, *test, *over]


def _composed(row: Dispatch, language: str) -> bytes:
    """Written by the very way that mails are written, for a reader who does not exist and is kept nowhere."""
    now = timezone.now()
    nobody = Supporter(pk=NOBODY, email="reader@example.org", language=language)
    kind, subject = dispatches.mail_kind(row), dispatches.subject_of(row)
    owed = Notification(supporter=nobody, kind=kind, subject=subject, due_at=now, stale_at=now)
    link = f"{settings.SITE_ORIGIN}/…/"
    return compose(owed, Reader(nobody.email, "", "preview", link, link))


def _part(message: EmailMessage, subtype: str) -> str:
    body = message.get_body((subtype,))
    return "" if body is None else str(body.get_content())
