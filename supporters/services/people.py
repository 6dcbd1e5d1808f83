"""Meeting, confirming and forgetting people, and who may be written to."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Sum, Value
from django.db.models.functions import Least
from django.utils import timezone

from privacy import tombstones
from privacy.addresses import address_lookup, mailbox_lookup, validate_address
from privacy.fields import lookup_of
from supporters.choices import SupporterState, SuppressionReason
from supporters.models import (
    Browser,
    Consent,
    Notification,
    PersonalCalendar,
    Stir,
    StrangerMailCount,
    Supporter,
    Suppression,
)
from supporters.services import once

#: What nobody confirmed is gone after this time (SECURITY D.4).
CONFIRM_WITHIN = timedelta(hours=48)
#: Confirmation mails to one address: on one day (UTC), and in thirty days (SECURITY D.2).
STRANGER_A_DAY, STRANGER_A_MONTH = 1, 3
#: Somebody who confirmed before is no stranger; still, nobody shall be able to flood them.
KNOWN_A_DAY, KNOWN_A_MONTH = 5, 30
#: One who left may come back the same day. Counted from then on, so that what was sent before does not keep them out.
LEFT_A_DAY, LEFT_A_MONTH = 2, 3
#: Confirmation mails in one hour (UTC): of the whole site, and about one action.
SITE_AN_HOUR, EVENT_AN_HOUR = 200, 50
OF_SITE = "confirmations"
LEFT_FOR = timedelta(days=30)
MONTH = timedelta(days=30)
CONFIRMED = "confirmed"
#: People and what they did are keyed by UUIDs, facts by numbers.
OF_ONE_PERSON = r":[0-9a-f]{8}-"
#: What a confirmation writes: it heals an address that took no mail.
CONFIRMED_FIELDS = (
    "state",
    "unconfirmed_until",
    "confirmed_on",
    "hard_bounces",
    "soft_bounces",
    "rests_until",
    "name",
)

COUNT_ONE = """
INSERT INTO supporters_strangermailcount (address_lookup, day, count) VALUES (%s, %s, 1)
ON CONFLICT (address_lookup, day) DO UPDATE SET count = supporters_strangermailcount.count + 1
RETURNING count
"""


class Gone(LookupError):
    """The person was erased since the row was read."""


def meet(address: str, *, language: str = "en", time_zone: str = "UTC") -> Supporter:
    """The supporter with this address; an unconfirmed one is made where there is none.

    The same work for a new and a known address. A known one keeps language and zone, since we do not know who
    asks; a name comes with a confirmation only. Raises privacy.addresses.BadAddress.
    """
    wanted = Supporter(
        email=validate_address(address),
        email_lookup=address_lookup(address),
        language=language,
        time_zone=time_zone,
        unconfirmed_until=timezone.now() + CONFIRM_WITHIN,
    )
    Supporter.objects.bulk_create([wanted], ignore_conflicts=True)
    supporter = Supporter.objects.get(email_lookup=wanted.email_lookup)
    unconfirmed = Supporter.objects.filter(pk=supporter.pk, state=SupporterState.UNCONFIRMED)
    unconfirmed.update(unconfirmed_until=wanted.unconfirmed_until)
    return supporter


def find(address: str) -> Supporter | None:
    """The supporter with this address, if we know one. Raises privacy.addresses.BadAddress."""
    return Supporter.objects.filter(email_lookup=address_lookup(address)).first()


def confirm(supporter: Supporter, name: str = "") -> None:
    """The person has shown that the mailbox is theirs and that they want our mail; twice is once.

    A name that was given with what is confirmed is kept where there is none yet. Raises Gone when the person was
    erased meanwhile.
    """
    with transaction.atomic():
        if not Supporter.objects.select_for_update().filter(pk=supporter.pk).exists():
            raise Gone
        come_back(supporter)
        supporter.state, supporter.unconfirmed_until = SupporterState.ACTIVE, None
        supporter.confirmed_on = supporter.confirmed_on or timezone.now().date()
        supporter.hard_bounces = supporter.soft_bounces = 0
        supporter.rests_until, supporter.name = None, supporter.name or name
        supporter.save(update_fields=CONFIRMED_FIELDS)
        once.note(CONFIRMED, str(supporter.pk), MONTH)


def has_confirmed_since(supporter: Supporter, at: datetime) -> bool:
    """Whether the mailbox was confirmed after an instant of the last thirty days.

    For so long that is remembered, and by a keyed hash alone.
    """
    return once.was_noted_since(CONFIRMED, str(supporter.pk), at, MONTH)


def record_consent(supporter: Supporter, scope: str, text: str) -> None:
    """Note on which day which words were agreed to (GDPR art. 7(1)); the words are kept as their SHA-256."""
    version = hashlib.sha256(text.encode()).hexdigest()
    Consent.objects.get_or_create(supporter=supporter, scope=scope, text_version=version)


def forget(supporter: Supporter) -> None:
    """Delete everything that is kept about a person, on every floor: all of it hangs on this one row.

    What stays are keyed hashes: a suppression, if there is one, and how many confirmation mails the address was
    sent this month. Neither gives the address back. A tombstone keeps a restored backup from bringing them back.
    """
    tombstones.bury("supporter", bytes(supporter.email_lookup).hex())
    with transaction.atomic():
        Supporter.objects.filter(pk=supporter.pk).delete()
        once.forget(CONFIRMED, str(supporter.pk))
        # The database notes what is gone by its key; what concerned one person alone was never owed to all.
        Stir.objects.filter(word__regex=OF_ONE_PERSON).delete()


def change(supporter: Supporter, *, language: str, time_zone: str, told_at_hour: int, is_discreet: bool) -> None:
    """How somebody wants to be written to, and at which hour of their zone they are told what can wait."""
    supporter.language, supporter.time_zone = language, time_zone
    supporter.told_at_hour, supporter.is_discreet = told_at_hour, is_discreet
    supporter.save(update_fields=("language", "time_zone", "told_at_hour", "is_discreet"))


def leave_in_peace(supporter: Supporter, reason: str, *, until: datetime | None = None) -> None:
    """Do not write to this address again (until a day); only its keyed hash is kept for that."""
    Suppression.objects.update_or_create(
        address_lookup=supporter.email_lookup,
        defaults={"reason": reason, "until_on": until.date() if until else None},
    )
    until_on = until.date().isoformat() if until else "-"
    tombstones.note("suppressed", bytes(supporter.email_lookup).hex(), reason, until_on)


def come_back(supporter: Supporter) -> None:
    """Whoever left wants our mail again; so they do after a restored backup."""
    left = Suppression.objects.filter(address_lookup=supporter.email_lookup, reason=SuppressionReason.LEFT)
    if left.delete()[0]:
        tombstones.note("came-back", bytes(supporter.email_lookup).hex())


def suppressions(now: datetime) -> QuerySet[Suppression]:
    """Those that hold at `now`."""
    return Suppression.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=now.date()))


def reachable(now: datetime) -> QuerySet[Supporter]:
    """Those to whom a mail may leave that they did not just ask for: confirmed, and not to be left in peace."""
    left_in_peace = suppressions(now).filter(address_lookup=OuterRef("email_lookup"))
    return Supporter.objects.filter(~Exists(left_in_peace), state=SupporterState.ACTIVE)


def alone(but_for: Sequence[type[Model]] = ()) -> QuerySet[Supporter]:
    """Confirmed people on whom nothing hangs: they follow nothing and came to nothing that is still kept.

    Asked of every relation, those of upper floors too, without knowing their names. Rows of the models `but_for` do not
    count.
    """
    people = Supporter.objects.exclude(state=SupporterState.UNCONFIRMED)
    for relation in Supporter._meta.related_objects:
        if relation.related_model not in (Notification, Consent, PersonalCalendar, Browser, *but_for):
            people = people.filter(**{f"{relation.name}__isnull": True})
    return people


def may_mail_stranger(address: str, about: str = "") -> bool:
    """Count one confirmation mail to an address, and say whether it may be sent.

    `about` names what it is about (`action:5`), which has a cap of its own. A mailbox is counted once however its
    address is spelt. Whoever has confirmed before is held to the caps of their own mailbox alone: no crowd of strangers
    keeps them out. The caps are held in PostgreSQL: losing Redis lifts none. The same statements run whatever the
    answer is. Raises privacy.addresses.BadAddress.
    """
    lookup, mailbox, now = address_lookup(address), mailbox_lookup(address), timezone.now()
    known = Supporter.objects.filter(email_lookup=lookup, state=SupporterState.ACTIVE).exists()
    leaves = dict(suppressions(now).filter(address_lookup=lookup).values_list("reason", "pk"))
    a_day, a_month = (KNOWN_A_DAY, KNOWN_A_MONTH) if known else (STRANGER_A_DAY, STRANGER_A_MONTH)
    if leaving := leaves.get(SuppressionReason.LEFT):
        a_day, a_month = LEFT_A_DAY, LEFT_A_MONTH
        mailbox = lookup_of(str(leaving), "mail since leaving")
    within = [_counted(mailbox, now) <= a_day, _in_a_month(mailbox, now, a_day) <= a_month]
    is_fine = all(within) and not leaves.keys() - {SuppressionReason.LEFT}
    caps = [*([(about, EVENT_AN_HOUR)] if about else []), (OF_SITE, SITE_AN_HOUR)]
    is_within_wider = are_within(caps, is_counted=is_fine and not known)
    return is_fine and (known or is_within_wider)


def held_back_by_the_site(now: datetime) -> int:
    """How many confirmation mails to strangers the cap of the whole site has held back in this hour (UTC)."""
    rows = StrangerMailCount.objects.filter(address_lookup=_of_hour(OF_SITE, now), day=now.date())
    return max(0, (rows.values_list("count", flat=True).first() or 0) - SITE_AN_HOUR)


def is_within(what: str, most: int) -> bool:
    """Count one more of something in this hour (UTC), and say whether there were no more than `most`.

    Held in PostgreSQL, as a keyed hash of what it is.
    """
    now = timezone.now()
    return _counted(_of_hour(what, now), now) <= most


def are_within(caps: Sequence[tuple[str, int]], *, is_counted: bool = True) -> bool:
    """`is_within` for several, the narrowest first: what a narrow one refuses does not use up what is for everybody.

    The refused are counted elsewhere, so that as many statements run; so are all unless `is_counted`.
    """
    is_fine = is_counted
    for what, most in caps:
        is_below = is_within(what if is_fine else f"refused: {what}", most)
        is_fine = is_fine and is_below
    return is_fine


def _of_hour(what: str, now: datetime) -> bytes:
    return lookup_of(f"{now:%H} {what}", "hour of an event")


def _counted(lookup: bytes, now: datetime) -> int:
    """How many there are on this day (UTC) with this one."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_ONE, [lookup, now.date()])
        return int(cursor.fetchone()[0])


def _in_a_month(lookup: bytes, now: datetime, a_day: int) -> int:
    """How many there were in thirty days; what a day had no room for was not sent, and uses up no room of the month."""
    counts = StrangerMailCount.objects.filter(address_lookup=lookup, day__gt=now.date() - MONTH)
    return counts.aggregate(total=Sum(Least("count", Value(a_day))))["total"] or 0
