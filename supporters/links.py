"""Mailed links: what each purpose shows and does. Showing changes nothing; the one button does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from prisoners.refusals import Sentence
from privacy.links import make_link_token, make_link_tokens
from privacy.steady import while_unchanged
from supporters.models import Supporter

#: So long the link in an alert shows what is followed; leaving goes on for ever.
FOLLOWS_FOR = timedelta(days=30)
#: So long what was told is kept (`services.retention`).
NEWS_FOR = timedelta(days=14)


class Way(NamedTuple):
    """Where a page leads on to: an address of this site, and what is there (`supporters.onward` makes most)."""

    url: str
    label: Sentence


@dataclass(frozen=True)
class LinkPage:
    """What a link shows: a heading, paragraphs divided by an empty line, at most one button (its words), ways on."""

    title: Sentence
    text: Sentence
    button: Sentence = ""
    status: int = 200
    ways: tuple[Way, ...] = ()


Show = Callable[[HttpRequest, str], LinkPage]
Answer = Callable[[HttpRequest, str], HttpResponse]


@dataclass(frozen=True)
class Link:
    """The two halves of a link: `show` for GET, which changes nothing, and `act` for POST, done twice as once.

    `settled` gives what is said of the subject once the time of the link is over, where its button was pressed before.
    """

    show: Show
    act: Show
    settled: Callable[[str], LinkPage | None] = lambda _subject: None


@dataclass(frozen=True)
class Ending:
    """One-click unsubscribing from one sort of mail: `act` gets the subject of the link, done twice as once.

    `is_done` says whether nothing of it is left to do, so that a second visit reads that.
    """

    act: Callable[[str], None]
    is_done: Callable[[str], bool]
    ask: Callable[[], LinkPage]
    done: Callable[[], LinkPage]


_ENDINGS: dict[str, Ending] = {}
_LINKS: dict[str, Link] = {}
_VIEWS: dict[str, Answer] = {}


def register_link(
    purpose: str, show: Show, act: Show, settled: Callable[[str], LinkPage | None] = lambda _subject: None
) -> None:
    """Make a purpose known; both halves get the request and the subject of the link (a row's id)."""
    _LINKS[purpose] = Link(show, act, settled)


def register_link_view(purpose: str, view: Answer) -> None:
    """Make a purpose known whose page has more than one button; it gets the request and the subject."""
    _VIEWS[purpose] = view


def register_ending(purpose: str, ending: Ending) -> None:
    """Make a sort of mail known from which one can unsubscribe by itself."""
    _ENDINGS[purpose] = ending


def ending_of(purpose: str) -> Ending | None:
    """What was registered for a purpose; None for the alerts, which are left all at once."""
    return _ENDINGS.get(purpose)


def link_of(purpose: str) -> Link | None:
    """The two halves registered for a purpose."""
    return _LINKS.get(purpose)


def view_of(purpose: str) -> Answer | None:
    """The page of its own registered for a purpose."""
    return _VIEWS.get(purpose)


def link_for(purpose: str, subject: str, *, expires_at: datetime | None = None) -> str:
    """The absolute address for a mail, under SITE_ORIGIN whatever host a request named; expires at an instant."""
    return f"{_before('link')}{make_link_token(purpose, subject, expires_at)}/"


def follows_url(person: str, until: datetime | None = None) -> str:
    """The link of each alert to what somebody follows, by the key of the person; good for a month, or until an instant.

    Alerts are forwarded: it opens neither the address nor what was told nor all that is held (`manage` does, in a mail
    that was asked for), and no page behind it gives out a link that lives longer.
    """
    return link_for("follows", person, expires_at=until or timezone.now() + FOLLOWS_FOR)


def follows_urls(people: Sequence[str]) -> list[str]:
    """The same of many people, good for a month."""
    before = _before("link")
    return [f"{before}{token}/" for token in make_link_tokens("follows", people, timezone.now() + FOLLOWS_FOR)]


def told_url(person: str) -> str:
    """The page of what somebody was told lately, by the key of the person; good for a month.

    What a push opens, and `manage`. It links on to what is followed for as long as it lives itself.
    """
    return link_for("told", person, expires_at=timezone.now() + FOLLOWS_FOR)


def news_url(leader: str) -> str:
    """All that one mail told, by the key of the notification at its head; good for as long as that is kept.

    It opens what that mail told (`Notification.mailed_with`) and leads nowhere else, so that it may be passed on.
    """
    return link_for("news", leader, expires_at=timezone.now() + NEWS_FOR)


def unsubscribe_url(supporter: Supporter) -> str:
    """The one https address of List-Unsubscribe (RFC 8058): opaque, and good as long as the person is known."""
    return ending_url("unsubscribe", str(supporter.pk))


def unsubscribe_urls(people: Sequence[str]) -> list[str]:
    """The same of many, by their keys."""
    before = _before("unsubscribe")
    return [f"{before}{token}/" for token in make_link_tokens("unsubscribe", people, None)]


def ending_url(purpose: str, subject: str) -> str:
    """The same for mails of another sort; good as long as their subject is there."""
    return f"{_before('unsubscribe')}{make_link_token(purpose, subject, None)}/"


@while_unchanged("SITE_ORIGIN")
def _before(name: str) -> str:
    """What stands before the token in an address of this name: looked up once, since a batch has thousands."""
    return settings.SITE_ORIGIN + reverse(name, args=["token"]).removesuffix("token/")
