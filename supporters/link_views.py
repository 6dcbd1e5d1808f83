"""Pages behind mailed links: GET shows a button and changes nothing (mail scanners follow links), POST acts."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from privacy.links import BadLink, ExpiredLink, LinkClaim, read_link_token
from supporters.links import Ending, LinkPage, ending_of, link_of, view_of
from supporters.services import subscriptions

NOT_OURS, GONE = 404, 410


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a link: what its purpose shows, or a plain word why it opens nothing."""
    try:
        claim = read_link_token(token)
    except ExpiredLink:
        return answer(request, expired())
    except BadLink:
        return answer(request, not_ours())
    view = view_of(claim.purpose)
    return view(request, claim.subject) if view else answer(request, _page(request, claim))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST", "OPTIONS"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Leaving: a page with a button, and the one-click POST of a mail provider (RFC 8058).

    The POST carries neither cookie nor origin and is not redirected; a token of nobody gets the same answer.
    """
    claim = _claim(token)
    ending = ending_of(claim.purpose) if claim else None
    if claim and ending:
        return _end(request, claim.subject, ending)
    if request.method == "POST":
        subscriptions.leave_by_token(token)
        return answer(request, left())
    return answer(request, leaving())


def _claim(token: str) -> LinkClaim | None:
    try:
        return read_link_token(token)
    except BadLink:
        return None


def _end(request: HttpRequest, subject: str, ending: Ending) -> HttpResponse:
    if request.method == "POST":
        ending.act(subject)
        return answer(request, ending.done())
    return answer(request, ending.ask())


def opened_until(request: HttpRequest) -> datetime | None:
    """Until when the link lives by which this page was opened (an instant); None for one that does not end."""
    match = request.resolver_match
    return read_link_token(match.kwargs["token"]).expires_at if match else None


def answer(request: HttpRequest, page: LinkPage) -> HttpResponse:
    """A link's page as a response that nothing stores."""
    paragraphs = [part for part in str(page.text).split("\n\n") if part.strip()]
    context = {"page": page, "paragraphs": paragraphs}
    response = render(request, "supporters/link.html", context, status=page.status)
    response.headers["Cache-Control"] = "no-store"
    return response


def leaving() -> LinkPage:
    """Asks once more, since a GET may come from a scanner."""
    text = _("One click, and you get no more alerts from us. What is queued for you is not sent.")
    return LinkPage(title=_("Unsubscribe"), text=text, button=_("Unsubscribe me"))


def left() -> LinkPage:
    """The same for everybody."""
    text = _("You get no more alerts from us. You may come back at any time by subscribing again.")
    return LinkPage(title=_("You are unsubscribed"), text=text)


def expired() -> LinkPage:
    """A genuine link whose time is over."""
    text = _("This link was good for a short time only, and that is over. Please ask for a new mail.")
    return LinkPage(title=_("This link has expired"), text=text, status=GONE)


def not_ours() -> LinkPage:
    """A link that was damaged, or not made here."""
    text = _("Perhaps your mail program has cut it in two: please copy the whole address from the mail.")
    return LinkPage(title=_("This link does not open anything"), text=text, status=NOT_OURS)


def _page(request: HttpRequest, claim: LinkClaim) -> LinkPage:
    link = link_of(claim.purpose)
    if link is None:
        return not_ours()
    return (link.act if request.method == "POST" else link.show)(request, claim.subject)
