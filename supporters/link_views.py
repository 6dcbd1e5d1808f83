"""Pages behind mailed links: GET shows a button and changes nothing (mail scanners follow links), POST acts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from privacy.links import BadLink, ExpiredLink, LinkClaim, read_link_token
from supporters import onward
from supporters.link_languages import speak
from supporters.links import Ending, LinkPage, Way, ending_of, link_of, view_of
from supporters.services import leaving

NOT_OURS, GONE = 404, 410


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a link: what its purpose shows, or a plain word why it opens nothing."""
    try:
        claim = read_link_token(token)
    except ExpiredLink as over:
        speak(request, over.claim)
        return answer(request, _settled(over.claim) or expired())
    except BadLink:
        return answer(request, not_ours())
    speak(request, claim)
    view = view_of(claim.purpose)
    return view(request, claim.subject) if view else answer(request, _page(request, claim))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST", "OPTIONS"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Leaving: a page with a button, and the one-click POST of a mail provider (RFC 8058).

    The POST carries neither cookie nor origin and is not redirected. Who has left reads so at every visit, and so does
    whom we have forgotten since. A link that was cut in two opens nothing, and says so: nobody has left by it.
    """
    claim = _claim(token)
    if claim:
        speak(request, claim)
    ending = ending_of(claim.purpose) if claim else None
    if claim and ending:
        return _end(request, claim.subject, ending)
    if claim is None or claim.purpose != "unsubscribe":
        return answer(request, not_ours())
    if request.method == "POST":
        leaving.leave_by_token(token)
    return answer(request, left() if leaving.has_left(claim.subject) else before_leaving())


def _claim(token: str) -> LinkClaim | None:
    try:
        return read_link_token(token)
    except BadLink:
        return None


def _end(request: HttpRequest, subject: str, ending: Ending) -> HttpResponse:
    if request.method == "POST":
        ending.act(subject)
    return answer(request, ending.done() if ending.is_done(subject) or request.method == "POST" else ending.ask())


def answer(request: HttpRequest, page: LinkPage) -> HttpResponse:
    """A link's page as a response that nothing stores."""
    paragraphs = [part for part in str(page.text).split("\n\n") if part.strip()]
    context = {"page": page, "paragraphs": paragraphs}
    response = render(request, "supporters/link.html", context, status=page.status)
    response.headers["Cache-Control"] = "no-store"
    return response


def before_leaving() -> LinkPage:
    """Asks once more, since a GET may come from a scanner."""
    text = _("One click, and you get no more alerts from us. What is queued for you is not sent.")
    return LinkPage(title=_("Unsubscribe"), text=text, button=_("Unsubscribe me"))


def left() -> LinkPage:
    """The same for everybody."""
    return LinkPage(title=_("You are unsubscribed"), text=left_words(), ways=(onward.alerts(), onward.what_we_hold()))


def left_words() -> str:
    """What of a person who has left is gone, and what stays; the same for everybody."""
    gone = _(
        "You get no more alerts from us. With this we have erased what you followed, your notes, and what was queued "
        "for you; and with it your address, your name, your calendar and what you were told."
    )
    kept = _(
        "Only where you come to an action or signed a text by the same address is it kept, encrypted, for that alone: "
        "until a week after the action, thirty days after the delivery. What you were told goes after two weeks then."
    )
    stays = _(
        "What stays is a number made from the address, from which nobody reads it: for thirty days, so that nobody "
        "floods you with questions to come back, and beside the database, so that no backup brings you back."
    )
    back = _("You may come back at any time by subscribing again.")
    return "\n\n".join((gone, kept, stays, back))


def expired() -> LinkPage:
    """A genuine link whose time is over."""
    text = _("This link was good for a short time only, and that is over. Please ask for a new mail.")
    return LinkPage(title=_("This link has expired"), text=text, status=GONE, ways=_asking_anew())


def not_ours() -> LinkPage:
    """A link that was damaged, or not made here."""
    text = _("Perhaps your mail program has cut it in two: please copy the whole address from the mail.")
    return LinkPage(_("This link does not open anything"), text, status=NOT_OURS, ways=_asking_anew())


def _asking_anew() -> tuple[Way, ...]:
    return onward.ask_again(), onward.alerts()


def _settled(claim: LinkClaim) -> LinkPage | None:
    link = link_of(claim.purpose)
    return link.settled(claim.subject) if link else None


def _page(request: HttpRequest, claim: LinkClaim) -> LinkPage:
    link = link_of(claim.purpose)
    if link is None:
        return not_ours()
    return (link.act if request.method == "POST" else link.show)(request, claim.subject)
