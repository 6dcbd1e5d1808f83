"""The kinds of mail: what each one says, and when it is not true any more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from supporters.choices import Rank
from supporters.models import Notification

Context = Callable[[Notification], dict[str, Any]]
ReasonAgainst = Callable[[Notification, datetime], str]
Facts = Callable[[Notification], tuple[dict[str, Any], int]]
Invitation = Callable[[Notification], bytes | None]
Ending = Callable[[Notification], str]
ReplyTo = Callable[[Notification], str]
Topics = Callable[[Notification], Sequence[str]]
Personal = Callable[[Sequence[Notification]], Mapping[UUID, str]]


#: The longest month, and the two days before its end of use in which nothing waits (`outboxes.WEARS_OFF`).
A_MONTH = timedelta(days=33)


class UnknownKind(LookupError):
    """A notification is of a kind that no floor has registered."""


@dataclass(frozen=True)
class Kind:
    """One kind of mail; its words are in `templates/mail/<name>.subject.txt` and `templates/mail/<name>.txt`.

    `context` gives what the templates need, in the active language. `reason_against` is asked again at sending, with
    the instant of it: "" means still true. `is_essential`: may go to somebody who has not confirmed. `is_alert`: comes
    from a subscription, so that leaving the alerts ends it. `resend_if_in_doubt`: when a worker died
    between the server's ok and our record, twice is better than never; otherwise it is held. `facts` gives what is
    told at sending and its revision, where that may have changed since it was planned. `group` is what a follower
    may want or not (AlertGroup); an alert without one is always wanted. `invitation` gives the calendar that goes
    with it (`text/calendar; method=PUBLISH`), None where there is no day to put into one. `ending` gives the address
    by which one click ends mails of this sort, where they come from something else than a subscription. `reply_to` is
    where an answer goes (RFC 5322 section 3.6.2), "" where nobody reads any. `rank` says what it overtakes on its
    way out; what somebody has just asked for is always urgent.

    What is the same for all readers is asked once for many: `against_all` is `reason_against` without the question
    whether this person follows, `topics` under which it is told. `personal` gives, for many rows at once, what their
    words depend on besides (what somebody was told before); without it only the facts and the language count.

    `waits` says whether it may wait for a digest; whatever loses its use within two days does not, whatever its kind.
    `kept_for_digest` is for how much longer it is of use in a digest, whose words name the day, and `kept_for_month`
    in that of a month: at least `A_MONTH` where it waits for it whenever it comes.
    """

    name: str
    context: Context
    reason_against: ReasonAgainst
    is_essential: bool = False
    resend_if_in_doubt: bool = True
    is_alert: bool = False
    facts: Facts | None = None
    invitation: Invitation | None = None
    group: str = ""
    ending: Ending | None = None
    reply_to: ReplyTo | None = None
    against_all: ReasonAgainst | None = None
    topics: Topics | None = None
    personal: Personal | None = None
    waits: bool = True
    kept_for_digest: timedelta = timedelta(0)
    kept_for_month: timedelta = timedelta(0)
    rank: Rank = Rank.ORDINARY

    @property
    def is_news(self) -> bool:
        """Whether it tells the followers of a topic all the same; other alerts are about the reader's own follows."""
        return self.is_alert and self.topics is not None


_KINDS: dict[str, Kind] = {}
_CALLED: dict[str, Promise] = {}


def register(kind: Kind) -> None:
    """Make a kind known; called once for each at start, from `AppConfig.ready`."""
    _KINDS[kind.name] = kind


def kind_of(name: str) -> Kind:
    """The kind of that name. Raises UnknownKind."""
    try:
        return _KINDS[name]
    except KeyError as error:
        raise UnknownKind(name) from error


def call(names: Mapping[str, Promise]) -> None:
    """Say what kinds are called at the desk, by their code."""
    _CALLED.update(names)


def called(name: str) -> str:
    """What a kind of mail is called in the active language; its code, where no floor has named it."""
    return str(_CALLED.get(name, name))


def every_kind() -> list[Kind]:
    """All registered kinds, by name."""
    return sorted(_KINDS.values(), key=lambda kind: kind.name)


def alert_names() -> list[str]:
    """The names of the kinds that come from subscriptions."""
    return [kind.name for kind in every_kind() if kind.is_alert]


def group_of(name: str) -> str:
    """Which kind of news a kind of mail belongs to; "" for one that nobody can do without."""
    return _KINDS[name].group if name in _KINDS else ""


def waits(name: str) -> bool:
    """Whether a kind of mail may wait for a digest."""
    return name in _KINDS and _KINDS[name].waits


def kept_for_digest(name: str) -> timedelta:
    """For how much longer a kind of mail is of use in a digest."""
    return _KINDS[name].kept_for_digest if name in _KINDS else timedelta(0)


def kept_for_month(name: str) -> timedelta:
    """For how much longer a kind of mail is of use in the digest of a month."""
    return _KINDS[name].kept_for_month if name in _KINDS else timedelta(0)


def rank_of(name: str) -> Rank:
    """What a kind of mail overtakes on its way out."""
    kind = _KINDS.get(name)
    if kind is None:
        return Rank.ORDINARY
    return Rank.URGENT if kind.is_essential else kind.rank
