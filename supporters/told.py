"""What somebody was told lately, to read once more: the page that a push opens, and the way back to old digests.

A mail about very many things words some of them; the page behind its own link has all, and nothing that was in no mail.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import OperationalError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from supporters.asking import one_question
from supporters.choices import NotificationState
from supporters.kinds import alert_names, kind_of
from supporters.link_languages import register_language
from supporters.link_views import answer
from supporters.links import follows_url, register_link_view
from supporters.mails import said, subject_line
from supporters.models import Notification, Supporter
from supporters.onward import opened_until
from supporters.opt_in import gone
from supporters.services import subscriptions

#: So many on a page: each is asked about anew.
ON_A_PAGE = 20


@dataclass(frozen=True)
class Told:
    """One piece of news: when it was told (an instant), and its words; none for what is not true any more."""

    at: datetime
    title: str = ""
    text: str = ""


def register() -> None:
    """Make both pages known."""
    register_link_view("told", told)
    register_link_view("news", news)
    register_language(_language_of, "news")


def told(request: HttpRequest, subject: str) -> HttpResponse:
    """The newest alerts of a person, as they stand now. Changes nothing, and links to nothing that outlives it."""
    supporter = subscriptions.by_id(subject)
    if supporter is None:
        return answer(request, gone())
    manage_url = follows_url(str(supporter.pk), opened_until(request))
    return _page(request, supporter, _alerts(supporter), manage_url=manage_url)


def news(request: HttpRequest, subject: str) -> HttpResponse:
    """All that one mail told, as it stands now. Changes nothing and leads nowhere: a mail is passed on."""
    leader = _by_key(subject)
    if leader is None:
        return answer(request, gone())
    return _page(request, leader.supporter, _alerts(leader.supporter).filter(mailed_with=leader.pk))


def _page(
    request: HttpRequest, supporter: Supporter, alerts: QuerySet[Notification], manage_url: str = ""
) -> HttpResponse:
    page = Paginator(alerts, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "told": [_as_it_stands(row) for row in page],
        "page": page,
        "zone": supporter.time_zone,
        "manage_url": manage_url,
    }
    response = render(request, "supporters/told.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


def _alerts(supporter: Supporter) -> QuerySet[Notification]:
    """What a browser shows already may be on its way still for us."""
    states = (NotificationState.SENT, NotificationState.SENDING)
    rows = supporter.notifications.filter(state__in=states, kind__in=alert_names()).select_related("supporter")
    return rows.order_by("-due_at", "pk")


def _by_key(key: str) -> Notification | None:
    try:
        return Notification.objects.select_related("supporter").filter(pk=key).first()
    except ValidationError:
        return None


def _language_of(key: str) -> str:
    leader = _by_key(key)
    return leader.supporter.language if leader else ""


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
