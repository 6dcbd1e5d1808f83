"""Whoever follows a case follows its appeal, or the new trial: once, with a word about it, and one click undoes it."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prisoners.models import Case, Prisoner
from supporters import onward
from supporters.choices import Rate, SubscriptionState
from supporters.following import follows_any
from supporters.kinds import Kind
from supporters.kinds import register as register_kind
from supporters.link_languages import register_language
from supporters.links import LinkPage, link_for, register_link
from supporters.models import Notification, Subscription, Succession
from supporters.opt_in import gone
from supporters.reminders import register_planner
from supporters.services import outboxes, subscriptions
from supporters.subjects import named

KIND, PURPOSE = "case_follows", "undo-case"
#: So long the word about it is of use; whoever is away for longer finds it under «what I follow».
NEWS_FOR = timedelta(days=14)

NOT_PUBLIC = "one of the cases is not public"
NOT_FOLLOWED = "the person does not follow it any more"

# From the followers of the first earlier case along the road, as long as somebody is new to what comes next: who had
# followed that before was carried on from there. What the person has said of a later case, also «off», stays as it is.
# How often, and which kinds of news, is taken from the earlier one; who has paused gets no mail, and finds it under
# «what I follow».
CARRY = """
WITH RECURSIVE road AS (
    SELECT * FROM unnest(%(laters)s::text[], %(earliers)s::text[]) AS step (later, earlier)
), reached AS (
    SELECT supporter_id, topic::text, muted, rate FROM supporters_subscription
    WHERE topic = %(first)s AND state = 'active' AND rate <> 'off'
    UNION ALL
    SELECT reached.supporter_id, road.later, reached.muted, reached.rate
    FROM reached JOIN road ON road.earlier = reached.topic
    WHERE NOT EXISTS (SELECT 1 FROM supporters_subscription known
                      WHERE known.supporter_id = reached.supporter_id AND known.topic = road.later)
), carried AS (
    INSERT INTO supporters_subscription (id, supporter_id, topic, state, muted, rate, started_on)
    SELECT gen_random_uuid(), supporter_id, topic, 'active', muted, rate, %(now)s::date
    FROM reached WHERE topic <> %(first)s
    ON CONFLICT (supporter_id, topic) DO NOTHING
    RETURNING supporter_id, topic
), found AS (
    SELECT carried.supporter_id, road.later AS subject, road.earlier AS occasion, 0 AS revision,
           %(now)s::timestamptz AS due_at, %(stale_at)s::timestamptz AS stale_at
    FROM carried JOIN road ON road.later = carried.topic
    JOIN supporters_supporter person ON person.id = carried.supporter_id AND person.state = 'active'
                                    AND NOT person.is_paused
)
"""


class Pair(NamedTuple):
    """A case and the one that it follows, by their ids."""

    case: int
    earlier: int


def register() -> None:
    """Make the mail, its link and the question known; asked before what the case has to tell."""
    register_kind(Kind(KIND, context, against, is_alert=True, waits=False))
    register_link(PURPOSE, show_undo, act_undo)
    register_language(_language, PURPOSE)
    going_on = Case.internal.filter(follows__isnull=False)
    register_planner("successions", plan, only_if=lambda now: [going_on])


def plan(now: datetime) -> int:
    """Have the followers of each public case that another one follows in public follow that too.

    Returns how many mails about it are new.
    """
    return sum(_carry(pair, now) for pair in _in_order(_waiting())) + _again(now)


def context(notification: Notification) -> dict[str, Any]:
    """Which case follows which, where to read more, and the link that undoes it."""
    cases = _cases(notification)
    row = _subscription(notification)
    if cases is None or row is None:
        raise LookupError(NOT_PUBLIC)
    later, earlier = cases
    language = get_language() or "en"
    people = Prisoner.public.filter(defendant_rows__case=later).distinct()
    return {
        "later": later.title_i18n,
        "earlier": earlier.title_i18n,
        "links": [f"{settings.SITE_ORIGIN}/{language}/prisoners/{one.slug}/" for one in people],
        "undo_url": link_for(PURPOSE, str(row.pk)),
    }


def against(notification: Notification, now: datetime) -> str:
    """True while both cases are public, one follows the other, and the person follows the later one."""
    if _cases(notification) is None:
        return NOT_PUBLIC
    return "" if follows_any(notification.supporter_id, [notification.subject], KIND) else NOT_FOLLOWED


def show_undo(request: HttpRequest, subject: str) -> LinkPage:
    """Ask once more, since a GET may come from a scanner."""
    row = _row(subject)
    if row is None:
        return gone()
    if row.rate == Rate.OFF:
        return _undone([row.topic])
    title = _title(row)
    text = _("You follow this case because you followed the one before it. The one before it stays followed.")
    return LinkPage(title=_("Not follow this case?"), text=f"{title}\n\n{text}", button=_("Do not follow this case"))


def act_undo(request: HttpRequest, subject: str) -> LinkPage:
    """Switch it off, for good; what is queued about it is asked again at sending."""
    row = _row(subject)
    if row is None:
        return gone()
    subscriptions.switch_off(row.supporter, row.topic)
    return _undone([row.topic])


def _undone(topics: list[str]) -> LinkPage:
    text = _("No news of this case comes to you any more, unless you ask for it. All else stays as it was.")
    # The link to undo it has no end: it leads to nothing that shows what somebody follows.
    ways = (*onward.pages_of(topics), onward.ask_again())
    return LinkPage(title=_("You do not follow this case"), text=text, ways=ways)


def _waiting() -> list[Pair]:
    """What stands in public and was not carried yet."""
    pairs = _public()
    done = _done(pairs)
    return [pair for pair in pairs if pair not in done]


def _public() -> list[Pair]:
    rows = Case.public.filter(follows__in=Case.public.order_by()).order_by("pk")
    return [Pair(*row) for row in rows.values_list("pk", "follows_id")]


def _done(pairs: list[Pair]) -> set[Pair]:
    rows = Succession.objects.filter(case__in=[pair.case for pair in pairs]).values_list("case", "earlier")
    return {Pair(*row) for row in rows}


def _in_order(pairs: list[Pair]) -> list[Pair]:
    """A case before those that follow it, so that one tick goes the whole way."""
    ready = [pair for pair in pairs if pair.earlier not in {one.case for one in pairs}]
    rest = [pair for pair in pairs if pair not in ready]
    return [*ready, *_in_order(rest)] if ready else []


def _road_from(pair: Pair) -> list[Pair]:
    """A pair, and in which cases its later one goes on by what was carried before: the link may come late.

    Also by way of a case that was withdrawn since: nobody is told of it, until both are public again.
    """
    carried = Succession.objects.filter(case__follows=F("earlier")).order_by("case")
    steps, road, reached = [Pair(*row) for row in carried.values_list("case", "earlier")], [pair], [pair.case]
    while reached:
        case = reached.pop()
        beyond = [step for step in steps if step.earlier == case]
        road += beyond
        reached += [step.case for step in beyond]
    return road


def _carry(pair: Pair, now: datetime) -> int:
    """Once, whatever becomes of it later; whoever comes to the earlier case afterwards follows just that."""
    with transaction.atomic():
        _row_of, is_new = Succession.objects.get_or_create(
            case_id=pair.case, earlier_id=pair.earlier, defaults={"carried_at": now}
        )
        if not is_new:
            return 0
        road = _road_from(pair)
        values = {
            "first": f"case:{pair.earlier}",
            "laters": [f"case:{one.case}" for one in road],
            "earliers": [f"case:{one.earlier}" for one in road],
        }
        return outboxes.owe_found(KIND, CARRY, {**values, "now": now, "stale_at": now + NEWS_FOR})


def _again(now: datetime) -> int:
    """What was cancelled because a page was withdrawn is told when both are public again."""
    about = named("case")
    public = Case.public.filter(follows__in=Case.public.order_by()).order_by().annotate(about=about)
    return outboxes.owe_again([KIND], public.values_list("about"), NOT_PUBLIC, now)


def _cases(notification: Notification) -> tuple[Case, Case] | None:
    """The later and the earlier case, while both are public and one follows the other."""
    later, earlier = (int(one.removeprefix("case:")) for one in (notification.subject, notification.occasion))
    rows = Case.public.in_bulk([later, earlier])
    if len(rows) < len({later, earlier}) or rows[later].follows_id != earlier:
        return None
    return rows[later], rows[earlier]


def _subscription(notification: Notification) -> Subscription | None:
    return Subscription.objects.filter(supporter=notification.supporter_id, topic=notification.subject).first()


def _row(subject: str) -> Subscription | None:
    """The subscription that a link names, while it is there."""
    try:
        rows = Subscription.objects.filter(pk=UUID(subject), state=SubscriptionState.ACTIVE)
    except (ValueError, ValidationError):
        return None
    return rows.select_related("supporter").first()


def _language(subject: str) -> str:
    row = _row(subject)
    return row.supporter.language if row else ""


def _title(row: Subscription) -> str:
    """Of the case, as far as it is public still."""
    case = Case.public.filter(pk=row.topic.removeprefix("case:")).first()
    return case.title_i18n if case else ""
