"""Rates: how many mails may leave in a minute, an hour, a day, in all and to each domain; several limits at once.

What is over a limit waits for the minute or hour in which there is room for it, and holds up nothing else. The counts
are in PostgreSQL: losing Redis lifts no limit. A domain is known there by its keyed hash alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.db import transaction

from privacy.fields import lookup_of
from supporters import claims
from supporters.kinds import rank_of
from supporters.letters import Letter
from supporters.limits import EACH_DOMAIN, Limit, limits
from supporters.models import MailCount

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: What would have to wait for more windows than this waits for that one: it is asked again then.
FURTHEST = 2000


@dataclass
class Room:
    """What is left of one limit for one scope, in windows from the present one on."""

    limit: Limit
    scope: str
    opens_at: datetime
    left: dict[int, int] = field(default_factory=dict)
    used: int = 0
    is_taken: bool = False

    def first_free(self, after: int = 0) -> int:
        """The first window, counted from the present one, that has room."""
        window = after
        while self.left.get(window, self.limit.count) <= 0 and window < FURTHEST:
            window += 1
        return window

    def opening_of(self, window: int) -> datetime:
        """When a window begins."""
        return self.opens_at + timedelta(seconds=self.limit.seconds * window)

    def take(self, at: datetime, *, is_now: bool) -> None:
        """Use room for one mail at an instant; what leaves later is counted when it does."""
        window = max(0, int((at - self.opens_at).total_seconds()) // self.limit.seconds)
        self.left[window] = self.left.get(window, self.limit.count) - 1
        self.used += is_now
        self.is_taken |= is_now


def room_in_all(now: datetime) -> int:
    """How many may leave now, wherever to."""
    rooms = _Rooms(now, ())
    return min((room.left.get(0, room.limit.count) for room in rooms.everywhere), default=claims.MOST_ROWS)


def admit(letters: Sequence[Letter], now: datetime) -> tuple[list[Letter], dict[datetime, list[Letter]]]:
    """Those that may leave now, counted as having left, and those that have to wait, by the instant until which.

    Urgent ones come first.
    """
    if not limits() or not letters:
        return list(letters), {}
    admitted: list[Letter] = []
    over: list[Letter] = []
    waiting: dict[datetime, list[Letter]] = defaultdict(list)
    with transaction.atomic():
        claims.one_at_a_time()
        rooms = _Rooms(now, {_domain(letter) for letter in letters})
        for letter in sorted(letters, key=lambda one: rank_of(one.rows[0].kind)):
            (admitted if rooms.take_now(_domain(letter)) else over).append(letter)
        # Only then: what has to wait for its domain takes no room from what may leave now.
        for letter in over:
            waiting[rooms.place(_domain(letter))].append(letter)
        rooms.keep()
    return admitted, waiting


class _Rooms:
    """The limits that matter for some domains, with what was used of them."""

    def __init__(self, now: datetime, domains: Iterable[str]) -> None:
        self._now = now
        self._of_domain = {domain: list(self._for(domain)) for domain in domains}
        self.everywhere = [self._room(limit, "") for limit in limits() if not limit.domain]
        rooms = {(room.scope, room.limit.seconds): room for room in self._all()}
        used = MailCount.objects.filter(scope__in={scope for scope, _seconds in rooms})
        for row in used.filter(until__gt=now):
            room = rooms.get((row.scope, row.seconds))
            if room is not None and room.opening_of(1) == row.until:
                room.used, room.left[0] = row.count, room.limit.count - row.count

    def take_now(self, domain: str) -> bool:
        """Take room for one mail under every limit now, if there is."""
        rooms = [*self.everywhere, *self._of_domain[domain]]
        if any(room.first_free() for room in rooms):
            return False
        for room in rooms:
            room.take(self._now, is_now=True)
        return True

    def place(self, domain: str) -> datetime:
        """Keep room for one mail under every limit later; gives from when on there is."""
        rooms = [*self.everywhere, *self._of_domain[domain]]
        at = self._now
        for _try in range(FURTHEST):
            later = max((self._opening(room, at) for room in rooms), default=at)
            if later <= at:
                break
            at = later
        for room in rooms:
            room.take(at, is_now=False)
        return at

    def keep(self) -> None:
        """Write down what was taken of the present windows."""
        for room in self._all():
            if room.is_taken:
                values = {"scope": room.scope, "seconds": room.limit.seconds, "until": room.opening_of(1)}
                MailCount.objects.get_or_create(**values, defaults={"count": 0})
                MailCount.objects.filter(**values).update(count=room.used)

    def _opening(self, room: Room, at: datetime) -> datetime:
        """The instant from `at` on at which there is room."""
        window = max(0, int((at - room.opens_at).total_seconds()) // room.limit.seconds)
        return max(at, room.opening_of(room.first_free(window)))

    def _for(self, domain: str) -> Iterator[Room]:
        """What is said of a domain by name takes the place of what is said of each."""
        named = [limit for limit in limits() if limit.domain == domain]
        for limit in named or [limit for limit in limits() if limit.domain == EACH_DOMAIN]:
            yield self._room(limit, lookup_of(domain, "domain of mail").hex())

    def _room(self, limit: Limit, scope: str) -> Room:
        step = timedelta(seconds=limit.seconds)
        return Room(limit, scope, self._now - (self._now - EPOCH) % step)

    def _all(self) -> Iterator[Room]:
        yield from self.everywhere
        for rooms in self._of_domain.values():
            yield from rooms


def _domain(letter: Letter) -> str:
    return letter.recipient.rpartition("@")[2].lower()
