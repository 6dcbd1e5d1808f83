"""What a court decided, to those who were never told that it would sit: the hearing was entered once it was over.

Who follows somebody wants to hear what became of them, whether anybody had known of the day before or not. What is of
long ago when it becomes known belongs to the record: a history that is brought in by the hundred is no news.
"""

from datetime import datetime, timedelta

from django.db.models import Manager, QuerySet

from prisoners.models import Hearing
from prisoners.models.hearing_sorts import IS_DECIDED, KNOWN_AT
from supporters.hearings import DECIDED, KINDS, NEWS_FOR, with_topics
from supporters.prepared import FOR_EVER
from supporters.reminders import register_planner
from supporters.services.outboxes import EVERYBODY, Span, Word, owe_followers
from supporters.sittings import NEVER, sitting_of

#: Nothing is told of a day that was longer ago than this when its outcome became known.
KNOWN_WITHIN = timedelta(days=14)


def register() -> None:
    """Make the question known; after that of `hearings`, which tells those who were told something else."""
    register_planner("hearings-decided", plan, only_if=lambda now: [_decided(Hearing.internal, now)])


def plan(now: datetime) -> int:
    """Owe word of each recent decision to followers who were told nothing of the day; returns how many are new."""
    decided = _decided(Hearing.public, now).select_related("place", "case").order_by("starts_at", "pk")
    return sum(_tell(hearing, told_under, now) for hearing, told_under in with_topics(decided))


def _decided(rows: Manager[Hearing], now: datetime) -> QuerySet[Hearing]:
    """Those held of late of which it is newly known what came of them, or which are newly public."""
    earliest = (now - NEWS_FOR - KNOWN_WITHIN).date()
    new = rows.alias(known_at=KNOWN_AT).filter(IS_DECIDED, known_at__range=(now - NEWS_FOR, FOR_EVER))
    return new.filter(held_latest__gte=earliest)


def _tell(hearing: Hearing, told_under: list[str], now: datetime) -> int:
    held_on, known_at = hearing.held_latest, max(hearing.updated_at, hearing.published_at or hearing.updated_at)
    span = Span(known_at, known_at + NEWS_FOR)
    if held_on is None or known_at.date() - held_on > KNOWN_WITHIN or not span.is_open(now):
        return 0
    occasion, facts = f"revision:{hearing.revision}", sitting_of(hearing).facts
    word = Word(DECIDED, f"hearing:{hearing.pk}", occasion, facts, hearing.revision)
    return owe_followers(told_under, word, {EVERYBODY: span}, unless=KINDS, since=NEVER)
