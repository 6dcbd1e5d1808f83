"""What somebody was told lately, to read once more: the page that a push opens, and the way back to old digests."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from supporters.asking import one_question
from supporters.choices import NotificationState
from supporters.kinds import alert_names, kind_of
from supporters.link_views import answer
from supporters.links import follows_url, register_link_view
from supporters.mails import said, subject_line
from supporters.models import Notification, Supporter
from supporters.onward import opened_until
from supporters.opt_in import gone
from supporters.services import subscriptions

#: Of the newest so many: each is asked about anew.
MOST = 20


@dataclass(frozen=True)
class Told:
    """One piece of news: when it was told (an instant), and its words; none for what is not true any more."""

    at: datetime
    title: str = ""
    text: str = ""


def register() -> None:
    """Make the page known."""
    register_link_view("told", told)


def told(request: HttpRequest, subject: str) -> HttpResponse:
    """The newest alerts of a person, as they stand now. Changes nothing, and links to nothing that outlives it."""
    supporter = subscriptions.by_id(subject)
    if supporter is None:
        return answer(request, gone())
    context = {
        "told": list(_told(supporter)),
        "zone": supporter.time_zone,
        "manage_url": follows_url(str(supporter.pk), opened_until(request)),
    }
    response = render(request, "supporters/told.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


def _told(supporter: Supporter) -> Iterator[Told]:
    # What a browser shows already may be on its way still for us.
    states = (NotificationState.SENT, NotificationState.SENDING)
    rows = supporter.notifications.filter(state__in=states, kind__in=alert_names()).select_related("supporter")
    for row in rows.order_by("-due_at", "pk")[:MOST]:
        yield _as_it_stands(row)


def _as_it_stands(row: Notification) -> Told:
    """What was withdrawn since, or is not so any more, is not told again."""
    kind, at = kind_of(row.kind), row.settled_at or row.due_at
    try:
        with one_question():
            # As of when it was told, so that a day which is over by now is no reason.
            if (kind.against_all or kind.reason_against)(row, row.due_at):
                return Told(at)
            return Told(at, subject_line(row, kind, is_discreet=False), said(row).text)
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 - what cannot be worded any more keeps nobody from the others
        return Told(at)
