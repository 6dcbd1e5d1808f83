"""How many people a mailing would reach, and how far it has come: numbers only, and none that points at anybody."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext

from supporters.choices import NotificationState, Rate, SubscriptionState, SupporterState
from supporters.kinds import group_of
from supporters.models import Notification, Subscription, Supporter
from supporters.zones import country_of_zone

#: Fewer than so many are not counted out (SECURITY B.7): a number could be somebody.
FEW = 10
OPEN = (NotificationState.QUEUED, NotificationState.SENDING)


@dataclass(frozen=True)
class Reach:
    """How many would be told, in all and by language and by country (ISO 3166-1 alpha-2; "" where it is not known).

    The country is that of the reader's time zone: nobody is asked where they live.
    """

    total: int
    languages: Mapping[str, int]
    countries: Mapping[str, int]


@dataclass(frozen=True)
class Progress:
    """What became of the notifications about one subject; `digests` are those that go with one later."""

    waiting: int = 0
    sent: int = 0
    failed: int = 0
    dropped: int = 0
    digests: int = 0

    @property
    def total(self) -> int:
        """All that were owed, but for those that go with a digest later."""
        return self.waiting + self.sent + self.failed + self.dropped

    @property
    def percent(self) -> int:
        """How much of it is over; of a few, only none or all is said."""
        done = self.total - self.waiting
        if not self.total or (self.total < FEW and self.waiting):
            return 0
        return 100 * done // self.total


def reach_of(topics: Iterable[str], kind: str) -> Reach:
    """Whom a mail of this kind would reach now: active followers of any of the topics who want it. One query."""
    followed = Subscription.objects.filter(topic__in=list(topics), state=SubscriptionState.ACTIVE)
    followed = followed.exclude(muted__contains=[group_of(kind)]).exclude(rate=Rate.OFF)
    rows = Supporter.objects.filter(state=SupporterState.ACTIVE, is_paused=False, pk__in=followed.values("supporter"))
    counted = rows.values_list("language", "time_zone").annotate(people=Count("pk")).order_by()
    languages: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for language, zone, people in counted:
        languages[language] += people
        countries[country_of_zone(zone)] += people
    return Reach(languages.total(), languages, countries)


def progress_of(kind: str, subject: str, held: str = "") -> Progress:
    """What became of the notifications of a kind about a subject; those cancelled for the reason `held` wait still."""
    rows = Notification.objects.filter(kind=kind, subject=subject).order_by()
    found: Counter[str] = Counter()
    for state, reason, count in rows.values_list("state", "reason").annotate(count=Count("pk")):
        is_held = state == NotificationState.CANCELLED and bool(held) and reason == held
        found["open" if state in OPEN or is_held else state] += count
    return Progress(
        found["open"],
        found[NotificationState.SENT],
        found[NotificationState.FAILED],
        found[NotificationState.CANCELLED],
        found[NotificationState.WAITING],
    )


def banded(count: int) -> str:
    """A number as it may be shown: «fewer than 10», or rounded down to tens."""
    if count == 0:
        return gettext("nobody")
    if count < FEW:
        return gettext("fewer than %(few)d") % {"few": FEW}
    return gettext("about %(count)d") % {"count": count // 10 * 10}
