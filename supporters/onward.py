"""Where a page behind a mailed link leads on to: what it is about, one's own page, and the lists."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from prisoners.cards import alerts_url
from privacy.links import read_link_token
from supporters import topics
from supporters.choices import SubscriptionState
from supporters.links import Way, follows_url
from supporters.models import Supporter
from supporters.services.people import CONFIRM_WITHIN

#: What of an upper floor hangs on a person: where each of it is seen and ended, by links that live until an instant.
Own = Callable[[Supporter, datetime], Iterable[Way]]
_OWN: list[Own] = []

#: So many of the things that somebody follows are led to; the page of what one follows has all of them.
MOST = 6


def register_own(source: Own) -> None:
    """Have the page of what is held about a person lead to what an upper floor holds."""
    _OWN.append(source)


def own_of(supporter: Supporter, until: datetime) -> list[Way]:
    """All of it, each with the page on which it is seen and ended."""
    return [way for source in _OWN for way in source(supporter, until)]


def opened_until(request: HttpRequest) -> datetime | None:
    """Until when the link lives by which this page was opened (an instant); None for one that does not end."""
    token = request.resolver_match.kwargs.get("token") if request.resolver_match else None
    return read_link_token(token).expires_at if token else None


def lives_until(request: HttpRequest) -> datetime:
    """How long a link may live that the page of a confirmation gives out: no longer than what opened it.

    A code opens as much as the link beside which it stood, and a link without an end as much as that.
    """
    return opened_until(request) or timezone.now() + CONFIRM_WITHIN


def own_page(request: HttpRequest, supporter: Supporter, has_just_confirmed: bool) -> tuple[Way, ...]:
    """What somebody follows, if anything, for whoever has just shown that the mailbox is theirs.

    At any later visit the link may be in other hands, and leads to the page that mails another one.
    """
    if not has_just_confirmed:
        return (ask_again(),)
    if not supporter.subscriptions.filter(state=SubscriptionState.ACTIVE).exists():
        return ()
    return (Way(follows_url(str(supporter.pk), lives_until(request)), _("What you follow")),)


def followed(supporter: Supporter) -> tuple[Way, ...]:
    """The pages of what somebody follows, as far as it is public and has one."""
    rows = supporter.subscriptions.filter(state=SubscriptionState.ACTIVE).order_by("-started_on", "topic")
    return pages_of(rows.values_list("topic", flat=True)[:MOST])


def pages_of(followed_topics: Iterable[str]) -> tuple[Way, ...]:
    """The pages of topics, by title in the active language."""
    wanted = list(followed_topics)
    titles, pages = topics.titles_of(wanted), topics.pages_of(wanted)
    return tuple(sorted((Way(pages[one], titles[one]) for one in titles if one in pages), key=lambda way: way.label))


def alerts() -> Way:
    """The form of the alerts."""
    return Way(alerts_url(), _("Be told in time"))


def prisoners() -> Way:
    """The list of prisoners."""
    return Way(reverse("prisoners:list"), _("Prisoners"))


def hearings() -> Way:
    """The list of court dates."""
    return Way(reverse("prisoners:hearings"), _("Court dates"))


def ask_again() -> Way:
    """The page that mails the link to what somebody follows."""
    return Way(reverse("supporters:ask-to-manage"), _("See or change what you follow"))


def what_we_hold() -> Way:
    """What is kept of people, and for how long."""
    return Way(reverse("about-page", args=["privacy"]), _("What we hold"))
