"""The mails and links of subscribing: please confirm, it was not me, manage what I follow."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from supporters import onward, topics
from supporters.choices import SupporterState
from supporters.codes import Pressed, code_words, register_codes
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.link_languages import register_language
from supporters.links import LinkPage, link_for, register_link
from supporters.models import Notification, Supporter
from supporters.services import people, subscriptions

GONE = 410
SETTLED = "nothing waits for confirmation"
NOT_ACTIVE = "the person does not follow anything"


def register() -> None:
    """Make the mails and links of subscribing known."""
    register_kind(Kind("subscription_confirmation", confirmation_context, against_confirmation, is_essential=True))
    register_kind(Kind("manage_link", manage_context, against_manage_link, is_essential=True))
    register_link("confirm-alerts", show_confirm, act_confirm, settled)
    register_link("not-me-alerts", show_not_me, act_not_me)
    register_language(subscriptions.language_of, "confirm-alerts", "not-me-alerts")
    register_codes(waiting)


def confirmation_context(notification: Notification) -> dict[str, Any]:
    """What a stranger's mail says: titles of our own record only, no word that a visitor chose (SECURITY D.3)."""
    key = str(notification.supporter_id)
    return {
        **code_words(next(waiting(notification.supporter_id), None)),
        "topics": _titles(notification.supporter),
        "is_unreachable": notification.supporter.state == SupporterState.UNREACHABLE,
        "consent": str(subscriptions.CONSENT),
        "confirm_url": link_for("confirm-alerts", key, expires_at=notification.stale_at),
        "not_me_url": link_for("not-me-alerts", key),
    }


def waiting(supporter: UUID) -> Iterator[Pressed]:
    """A code for each wish that waits, so that one that comes later changes none; any of them confirms them all.

    One too for the word of somebody whose mails came back.
    """
    rows = subscriptions.pending_of(supporter).order_by("started_on", "pk").values_list("pk", "started_on", "state")
    lost = Supporter.objects.filter(pk=supporter, state=SupporterState.UNREACHABLE)
    for row in (*rows, *lost.values_list("state", "last_bounced_on", "rests_until")):
        yield Pressed("confirm-alerts", str(supporter), " ".join(map(str, row)))


def against_confirmation(notification: Notification, now: datetime) -> str:
    """Asked for as long as something waits, or as the mail tells a follower that there is nothing to do.

    Or that mails came back, which nobody but the reader can say is over.
    """
    is_waiting = subscriptions.pending(notification.supporter).exists()
    return "" if is_waiting or notification.supporter.state != SupporterState.UNCONFIRMED else SETTLED


def manage_context(notification: Notification) -> dict[str, Any]:
    """The link that opens what is kept about a person; it lives as long as the mail says."""
    link = link_for("manage", str(notification.supporter_id), expires_at=notification.stale_at)
    return {"manage_link": link}


def against_manage_link(notification: Notification, now: datetime) -> str:
    """Only to people who have confirmed, be it that mails to them came back since."""
    return "" if notification.supporter.state != SupporterState.UNCONFIRMED else NOT_ACTIVE


def show_confirm(request: HttpRequest, subject: str) -> LinkPage:
    """Which alerts are waiting, with the words that are agreed to."""
    supporter = subscriptions.by_id(subject)
    if supporter is None:
        return gone()
    titles = _titles(supporter)
    if not titles and supporter.state == SupporterState.UNREACHABLE:
        return LinkPage(title=_("Do our mails reach you again?"), text=lost(), button=_("They reach me again"))
    if not titles:
        return _confirmed(request, supporter)
    text = "\n\n".join([_("You asked to be told about:"), "\n".join(titles), str(subscriptions.CONSENT)])
    return LinkPage(title=_("Do you want these alerts?"), text=text, button=_("Yes, send me these alerts"))


def act_confirm(request: HttpRequest, subject: str) -> LinkPage:
    """Follow them."""
    supporter = subscriptions.by_id(subject)
    if supporter is None:
        return gone()
    has_waited = subscriptions.pending(supporter).exists()
    try:
        subscriptions.confirm(supporter)
    except people.Gone:
        return gone()
    return _confirmed(request, supporter, has_waited)


def settled(subject: str) -> LinkPage | None:
    """For an old link whose button was pressed in time; it opens nothing of what is followed any more."""
    supporter = subscriptions.by_id(subject)
    if supporter is None or supporter.state != SupporterState.ACTIVE or subscriptions.pending(supporter).exists():
        return None
    text = _("You have confirmed this before, and are told of what you follow. This link has done its work.")
    return LinkPage(title=_("It is confirmed"), text=text, ways=(onward.ask_again(), onward.hearings()))


def show_not_me(request: HttpRequest, subject: str) -> LinkPage:
    """Offer to delete what somebody else asked for; who did so before reads that it is done."""
    if subscriptions.by_id(subject) is None:
        return _disowned()
    text = _("Somebody gave this address to get alerts. If it was not you, we delete that wish and do not write again.")
    return LinkPage(title=_("It was not you?"), text=text, button=_("It was not me: never write again"))


def act_not_me(request: HttpRequest, subject: str) -> LinkPage:
    """Delete it."""
    supporter = subscriptions.by_id(subject)
    if supporter is not None:
        subscriptions.disown(supporter)
    return _disowned()


def _disowned() -> LinkPage:
    text = _("What was asked for in your name is deleted. What you follow yourself, if anything, stays as it was.")
    return LinkPage(title=_("It is deleted"), text=text, ways=(onward.what_we_hold(), onward.prisoners()))


def lost() -> str:
    """What is said to somebody whose address takes no mail."""
    return _("Our mails to your address came back: no alerts leave for you until you say that they reach you again.")


def gone() -> LinkPage:
    """The person was forgotten: not confirmed in time, unsubscribed, or by their own wish."""
    text = _("It was not confirmed in time, or the address was erased since. You may subscribe again at any time.")
    ways = (onward.alerts(), onward.prisoners())
    return LinkPage(title=_("This link has done its work"), text=text, status=GONE, ways=ways)


def _confirmed(request: HttpRequest, supporter: Supporter, has_just: bool = False) -> LinkPage:
    """With ways to what is followed and to one's own page at the press that confirmed, and at no later visit."""
    text = _("We write when there is news of what you follow. Each mail has a link to change it, and one to leave.")
    followed = onward.followed(supporter) if has_just else ()
    ways = (*followed, *onward.own_page(request, supporter, has_just), onward.hearings())
    return LinkPage(title=_("You follow them now"), text=text, ways=ways)


def _titles(supporter: Supporter) -> list[str]:
    """What waits for confirmation, in words, as far as it is still public."""
    waiting = subscriptions.pending(supporter).values_list("topic", flat=True)
    return sorted(topics.titles_of(waiting).values())
