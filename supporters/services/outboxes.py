"""What people are owed: notifications are written once an occasion, and cancelled when they are not wanted."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from supporters.choices import NotificationState
from supporters.kinds import group_of, kept_for_digest, waits
from supporters.models import Notification, Supporter

OWED = """
INSERT INTO supporters_notification (id, supporter_id, kind, subject, occasion, revision, told, rate, state,
                                     due_at, stale_at, next_attempt_at, attempts, reason, settled_at)
"""
OWE_ONE = f"""{OWED}
VALUES (gen_random_uuid(), %(supporter)s, %(kind)s, %(subject)s, %(occasion)s, %(revision)s, %(told)s::jsonb,
        '', %(state)s, %(due_at)s, %(stale_at)s, %(due_at)s, 0, %(reason)s, %(settled_at)s)
ON CONFLICT DO NOTHING
"""
# Who follows any of the topics and wants this kind of news, and at which rate: the hastiest of what is followed.
# What may wait for a digest is noted for it; `digests` releases it.
FOLLOWED = """
(SELECT supporter_id, CASE WHEN %(waits)s AND min(rate) <> 'at_once' THEN min(rate) ELSE '' END AS rate
 FROM supporters_subscription
 WHERE topic = ANY(%(topics)s) AND state = 'active' AND rate <> 'off' AND NOT %(group)s = ANY(muted)
 GROUP BY supporter_id) AS followed
"""
WAITS = "CASE WHEN followed.rate = '' THEN 'queued' ELSE 'waiting' END"
KEPT = "CASE WHEN followed.rate = '' THEN interval '0' ELSE %(kept)s END"
# What was cancelled, because the page was withdrawn or the person had left, is owed again when the question comes up
# again: a page that was withdrawn for an hour must not leave anybody with the old date.
OWE_AGAIN = """
ON CONFLICT (supporter_id, kind, subject, occasion) DO UPDATE
SET state = excluded.state, rate = excluded.rate, told = excluded.told, revision = excluded.revision,
    due_at = excluded.due_at, stale_at = excluded.stale_at, next_attempt_at = excluded.next_attempt_at,
    reason = '', settled_at = NULL
WHERE supporters_notification.state = 'cancelled'
"""
# A word to each of the people that a question of an upper floor finds, about a row of their own; what was owed before
# is not written again.
OWE_FOUND = f"""{OWED}
SELECT gen_random_uuid(), found.supporter_id, %(kind)s, found.subject, found.occasion, found.revision, '{{}}'::jsonb,
       '', 'queued', found.due_at, found.stale_at, found.due_at, 0, '', NULL
FROM found
WHERE found.stale_at > found.due_at
  AND NOT EXISTS (SELECT 1 FROM supporters_notification told
                  WHERE told.supporter_id = found.supporter_id AND told.kind = %(kind)s
                    AND told.subject = found.subject AND told.occasion = found.occasion)
ON CONFLICT DO NOTHING
"""  # noqa: S608
# One statement for all followers of any of the topics; who follows two of them is one person.
OWE_FOLLOWERS = f"""{OWED}
SELECT gen_random_uuid(), person.id, %(kind)s, %(subject)s, %(occasion)s, %(revision)s, %(told)s::jsonb,
       followed.rate, {WAITS}, span.due_at, span.stale_at + {KEPT}, span.due_at, 0, '', NULL
FROM {FOLLOWED}
JOIN supporters_supporter person ON person.id = followed.supporter_id AND person.state = 'active'
                                AND NOT person.is_paused
JOIN unnest(%(zones)s::text[], %(hours)s::int[], %(due)s::timestamptz[], %(stale)s::timestamptz[])
     AS span (zone, hour, due_at, stale_at)
  ON span.zone IN ('', person.time_zone) AND (span.zone = '' OR span.hour = person.told_at_hour)
WHERE NOT EXISTS (SELECT 1 FROM supporters_notification told
                  WHERE told.supporter_id = person.id AND told.subject = %(subject)s
                    AND told.kind = ANY(%(kinds)s) AND told.due_at >= %(since)s
                    AND (NOT %(same)s OR told.told = %(told)s::jsonb)
                    AND told.state IN ('waiting', 'queued', 'sending', 'sent'))
{OWE_AGAIN}"""  # noqa: S608
# Those who follow still and whose latest word on the subject differs from how it stands now.
OWE_TOLD = f"""{OWED}
SELECT gen_random_uuid(), person.id, %(kind)s, %(subject)s, %(occasion)s, %(revision)s, %(told)s::jsonb,
       followed.rate, {WAITS}, %(due_at)s, %(stale_at)s + {KEPT}, %(due_at)s, 0, '', NULL
FROM (SELECT DISTINCT ON (supporter_id) supporter_id, told FROM supporters_notification
      WHERE subject = %(subject)s AND kind = ANY(%(kinds)s) AND state IN ('sent', 'sending')
      ORDER BY supporter_id, revision DESC, due_at DESC) latest
JOIN {FOLLOWED} ON followed.supporter_id = latest.supporter_id
JOIN supporters_supporter person ON person.id = latest.supporter_id AND person.state = 'active'
                               AND NOT person.is_paused
WHERE latest.told <> %(told)s::jsonb
{OWE_AGAIN}"""  # noqa: S608


@dataclass(frozen=True)
class Span:
    """From when a mail is owed and when it is of no more use (instants)."""

    due_at: datetime
    stale_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Whether it is owed by now and still of use."""
        return self.due_at <= now < self.stale_at


class Whose(NamedTuple):
    """Readers by zone (IANA) and by the hour at which they want to be told of a day."""

    zone: str
    hour: int


#: Whoever follows, wherever and at whatever hour.
EVERYBODY = Whose("", 0)


@dataclass(frozen=True)
class Word:
    """What is to be told: kind, subject (`hearing:5`), occasion (what makes it once), and the public facts."""

    kind: str
    subject: str
    occasion: str
    told: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0

    @property
    def values(self) -> dict[str, Any]:
        """As the statements take them."""
        told = json.dumps(self.told, sort_keys=True)
        return {
            "kind": self.kind,
            "subject": self.subject,
            "occasion": self.occasion,
            "told": told,
            "revision": self.revision,
            "group": group_of(self.kind),
            "waits": waits(self.kind),
            "kept": kept_for_digest(self.kind),
        }


def owe(
    supporter: Supporter,
    kind: str,
    subject: str,
    occasion: str,
    *,
    due_at: datetime,
    stale_at: datetime,
    told: Mapping[str, Any] | None = None,
    revision: int = 0,
    withheld: str = "",
) -> bool:
    """Owe one person one mail, once for this occasion; says whether it is new.

    Due and stale are instants; what would be stale before it is due is not owed. `withheld` is the reason for not
    sending it: the row is written all the same, so that the work does not tell whether a mail leaves.
    """
    if stale_at <= due_at:
        return False
    settled = {"state": NotificationState.CANCELLED, "settled_at": timezone.now()} if withheld else {}
    word = Word(kind, subject, occasion, told or {}, revision)
    values = {"state": NotificationState.QUEUED, "settled_at": None, **settled, **word.values}
    return bool(
        _run(OWE_ONE, {**values, "supporter": supporter.pk, "due_at": due_at, "stale_at": stale_at, "reason": withheld})
    )


def owe_found(kind: str, question: str, values: Mapping[str, Any]) -> int:
    """Owe one mail to each person that a question finds, in one statement; returns how many are new.

    `question` is SQL of our own that opens a WITH and ends in one named `found`, with the columns supporter_id,
    subject, occasion, revision, due_at and stale_at (instants); `values` are its parameters.
    """
    return _run(f"{question} {OWE_FOUND}", {**values, "kind": kind})


def owe_followers(
    topics: Iterable[str],
    word: Word,
    spans: Mapping[Whose, Span],
    *,
    unless: Sequence[str] = (),
    since: datetime | None = None,
    same_facts: bool = False,
) -> int:
    """Owe a word to every active follower of any of the topics, in one statement; returns how many are new.

    `spans` gives from when to when, by the follower's zone and hour, or for EVERYBODY. Whoever was told about
    this subject by one of the kinds `unless`, due `since` that instant (and of the same facts), is left out.
    """
    if not spans:
        return 0
    listed = list(spans.items())
    return _run(
        OWE_FOLLOWERS,
        {
            **word.values,
            "topics": list(topics),
            "zones": [whose.zone for whose, _span in listed],
            "hours": [whose.hour for whose, _span in listed],
            "due": [span.due_at for _whose, span in listed],
            "stale": [span.stale_at for _whose, span in listed],
            "kinds": list(unless),
            "since": since or min(span.due_at for _whose, span in listed),
            "same": same_facts,
        },
    )


def owe_told(topics: Iterable[str], word: Word, span: Span, kinds: Sequence[str]) -> int:
    """Owe a word to followers whose latest word by `kinds` on this subject was another; returns how many are new."""
    if span.stale_at <= span.due_at:
        return 0
    values = {**word.values, "due_at": span.due_at, "stale_at": span.stale_at, "kinds": list(kinds)}
    values["topics"] = list(topics)
    return _run(OWE_TOLD, values)


def owe_again(kinds: Sequence[str], subjects: QuerySet, reason: str, now: datetime) -> int:
    """Queue what was cancelled for this reason and is of use at `now` still; returns how many.

    `subjects` gives one column of subjects; whether it is true by then is asked at sending.
    """
    rows = Notification.objects.filter(state=NotificationState.CANCELLED, reason=reason, stale_at__gt=now)
    rows = rows.filter(kind__in=kinds, subject__in=subjects)
    return rows.update(state=NotificationState.QUEUED, reason="", settled_at=None, next_attempt_at=now)


def cancel_queued(supporter: Supporter, reason: str, kinds: Sequence[str] | None = None) -> int:
    """Cancel what is queued or waits for a person (of some kinds only); returns how many. `reason` names no person."""
    waiting = (NotificationState.QUEUED, NotificationState.WAITING)
    rows = Notification.objects.filter(supporter=supporter, state__in=waiting)
    rows = rows if kinds is None else rows.filter(kind__in=kinds)
    return rows.update(state=NotificationState.CANCELLED, reason=reason, settled_at=timezone.now())


def _run(statement: str, values: Mapping[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount
