"""Why somebody would be told something, or not: asked of the same planners, in a transaction that is taken back.

Beside the person stands a witness who follows everything and wants all of it, at the same hour of the same zone: what
the witness is owed and the person is not has a reason, whoever else follows it. What the clock has noted of its
own questions is left aside: nobody has asked for the witness before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from os import urandom
from typing import Any

from django.db import transaction
from django.utils.translation import override

from privacy.addresses import BadAddress
from supporters import asked, earlier_digests, outbox, reminders
from supporters.choices import NotificationState, Rate, SubscriptionState, SupporterState
from supporters.clock import database_now
from supporters.hours import next_hour
from supporters.kinds import UnknownKind, group_of, kind_of
from supporters.mails import subject_line
from supporters.models import Notification, Subscription, Supporter
from supporters.services import people, subscriptions
from supporters.services.outboxes import Whose
from supporters.topics import EVERYTHING

OPEN = (NotificationState.QUEUED, NotificationState.WAITING)


class Nobody(LookupError):
    """Nobody is known by that address or number."""


@dataclass(frozen=True)
class Line:
    """One mail: which it is, what it is about (its subject as those read it who want plain ones), and what of it."""

    kind: str
    subject: str
    occasion: str
    about: str
    why: str

    def __str__(self) -> str:
        return f"{self.kind} [{self.subject}, {self.occasion}]{f' «{self.about}»' if self.about else ''}: {self.why}"


@dataclass
class Explained:
    """What there is to say of a person at an instant: in sentences, and of each mail owed or not owed."""

    person: list[str] = field(default_factory=list)
    follows: list[str] = field(default_factory=list)
    mails: list[Line] = field(default_factory=list)
    not_told: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """For people."""
        return [*self.person, *self.follows, *map(str, self.mails), *(f"not told: {one}" for one in self.not_told)]

    @property
    def row(self) -> dict[str, object]:
        """For machines."""
        return asdict(self)


def find(who: str) -> Supporter:
    """The person with this address, or with this number. Raises Nobody."""
    try:
        found = people.find(who) if "@" in who else subscriptions.by_id(who)
    except BadAddress as error:
        raise Nobody from error
    if found is None:
        raise Nobody
    return found


def explain(person: Supporter, at: datetime) -> Explained:
    """A person, what they follow, each mail that they are owed by the instant `at`, and what others would be told.

    Names no address. Sends nothing and writes nothing.
    """
    with transaction.atomic(), asked.afresh():
        gone = earlier_digests.before(person, database_now(), at, outbox.reason_against)
        witness = _witness(person)
        reminders.run_planners(at)
        said = Explained(list(_person(person, at)), list(_follows(person)), list(_mails(person, at, gone)))
        said.not_told += _of_others(person, witness, at)
        transaction.set_rollback(True)
    return said


def _witness(person: Supporter) -> Supporter:
    """Nobody: gone with the transaction."""
    named = {"language": person.language, "time_zone": person.time_zone, "told_at_hour": person.told_at_hour}
    witness = Supporter(email="", email_lookup=urandom(32), state=SupporterState.ACTIVE, **named)
    witness.save()
    Subscription.objects.create(supporter=witness, topic=EVERYTHING, state=SubscriptionState.ACTIVE)
    return witness


def _person(person: Supporter, at: datetime) -> Iterator[str]:
    yield f"{person.pk}: {person.state}, {person.language}, {person.told_at_hour:02}:00 in {person.time_zone}"
    if person.is_paused:
        yield "has paused: no alert is sent"
    if person.state != SupporterState.ACTIVE:
        yield "only mails that were just asked for are sent"
    if person.rests_until is not None and person.rests_until > at:
        yield f"its mails came back: alerts rest until {person.rests_until.isoformat(timespec='minutes')}"
    for reason in people.suppressions(at).filter(address_lookup=person.email_lookup).values_list("reason", flat=True):
        yield f"asked not to be written to: {reason}"


def _follows(person: Supporter) -> Iterator[str]:
    rows = list(person.subscriptions.order_by("topic"))
    for row in rows:
        unwanted = f", without {', '.join(row.muted)}" if row.muted else ""
        state = row.rate if row.state == SubscriptionState.ACTIVE else row.state
        yield f"follows {row.topic}: {state}{unwanted}"
    if not rows:
        yield "follows nothing"


def _mails(person: Supporter, at: datetime, gone: Mapping[Any, str]) -> Iterator[Line]:
    for row in Notification.objects.filter(supporter=person).select_related("supporter").order_by("due_at", "pk"):
        yield _line(row, gone.get(row.pk) or _becomes(row, at))


def _becomes(row: Notification, at: datetime) -> str:
    if row.state not in OPEN:
        when = row.settled_at.isoformat(timespec="minutes") if row.settled_at else ""
        return " ".join(part for part in (row.state, when, row.reason) if part)
    try:
        reason = outbox.reason_against(row, at)
    except UnknownKind:
        return "would not be sent: no such kind of mail"
    if reason:
        return f"would not be sent: {reason}"
    if row.state == NotificationState.WAITING:
        return _waits(row, at)
    if row.next_attempt_at > at:
        return f"would be sent at {row.next_attempt_at.isoformat(timespec='minutes')}"
    return "would be sent now"


def _waits(row: Notification, at: datetime) -> str:
    """When it goes: with the digest, or by itself where that would come too late."""
    digest = next_hour(Rate(row.rate), Whose(row.supporter.time_zone, row.supporter.told_at_hour), at)
    if row.waits_until is not None and row.waits_until < digest:
        return f"goes by itself at {_minute(row.waits_until)}: the {row.rate} digest of {_minute(digest)} is too late"
    return f"waits for the {row.rate} digest of {_minute(digest)}"


def _minute(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _of_others(person: Supporter, witness: Supporter, at: datetime) -> Iterator[Line]:
    """What whoever follows everything would be told now, and this person was never owed."""
    mine = set(Notification.objects.filter(supporter=person).values_list("kind", "subject", "occasion"))
    follows = list(person.subscriptions.all())
    rows = Notification.objects.filter(supporter=witness, next_attempt_at__lte=at).select_related("supporter")
    for row in rows.order_by("kind", "subject", "occasion"):
        if (row.kind, row.subject, row.occasion) not in mine and (why := _not_owed(row, person, follows)):
            yield _line(row, why)


def _not_owed(row: Notification, person: Supporter, follows: list[Subscription]) -> str:
    """Why an alert was not owed; "" for what is no alert."""
    try:
        kind = kind_of(row.kind)
        told_under = set(kind.topics(row)) if kind.topics else set()
    except LookupError:
        return ""
    if not told_under:
        return ""
    matching = [one for one in follows if one.topic in told_under]
    if not matching:
        return f"follows none of {', '.join(sorted(told_under))}"
    if person.is_paused:
        return "has paused"
    if person.state == SupporterState.UNREACHABLE:
        return "the address takes no mail"
    confirmed = [one for one in matching if one.state == SubscriptionState.ACTIVE]
    if not confirmed and any(one.state == SubscriptionState.STOPPED for one in matching):
        return "it was stopped a moment ago"
    if person.state != SupporterState.ACTIVE or not confirmed:
        return "what was asked for is not confirmed yet"
    if all(one.rate == Rate.OFF for one in confirmed):
        return "it is switched off"
    if all(one.rate == Rate.OFF or group_of(row.kind) in one.muted for one in confirmed):
        return "this kind of news is not wanted"
    return "it is not due here yet, or was told by another mail"


def _line(row: Notification, why: str) -> Line:
    return Line(row.kind, row.subject, row.occasion, _about(row), why)


def _about(row: Notification) -> str:
    """As subjects that are not neutral say it; "" for what cannot be worded any more."""
    try:
        with override(row.supporter.language):
            return subject_line(row, kind_of(row.kind), is_discreet=False)
    except LookupError:
        return ""
