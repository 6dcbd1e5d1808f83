"""What people are owed: notifications are written once an occasion, and cancelled when they are not wanted."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from secrets import token_bytes
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from supporters import asked
from supporters.choices import NotificationState, Rate
from supporters.kinds import group_of, kept_for_digest, kept_for_month, rank_of, waits
from supporters.models import Notification, Supporter

#: Rows of one batch: small enough that several workers share an appeal, large enough that claiming costs nothing.
ROWS = 250
#: Of pushes, which take their time: what the connections of a worker carry at once.
PUSHES_A_BATCH = 40
WORD_CHARACTERS = 16
SEED_BYTES = 32
#: So long before it loses its use nothing waits any more: it goes by itself.
WEARS_OFF = timedelta(hours=48)

# Every statement below names the people who are owed a word (`owed`: id, subject, occasion, revision, rate, state,
# due_at, stale_at, is_push); those who are told at once are cut into batches, and all are written in the same
# statement.
CUT = """
, numbered AS (SELECT owed.*, row_number() OVER (PARTITION BY due_at, state, is_push) - 1 AS number FROM owed)
, begun AS (
    SELECT numbered.*, CASE WHEN state <> 'waiting' AND number %% CASE WHEN is_push THEN %(most_pushes)s
                            ELSE %(most)s END = 0 THEN nextval('supporters_batch_id_seq') END AS begins FROM numbered)
, batched AS MATERIALIZED (
    SELECT begun.*, max(begins) OVER (PARTITION BY due_at, state, is_push ROWS UNBOUNDED PRECEDING)
                    AS batch FROM begun)
, queued AS (
    INSERT INTO supporters_batch (id, rank, due_at, size, word, is_push)
    SELECT batch, %(rank)s, due_at, count(*), %(name)s, is_push FROM batched
    WHERE state <> 'waiting' GROUP BY batch, due_at, is_push)
"""
INTO = """
INSERT INTO supporters_notification (id, supporter_id, kind, subject, occasion, revision, told, rate, state, due_at,
                                     stale_at, next_attempt_at, attempts, reason, settled_at, batch, waits_until)
SELECT gen_random_uuid(), batched.id, %(kind)s, subject, occasion, revision, %(told)s::jsonb,
       rate, state, due_at, stale_at, due_at, 0, %(reason)s, %(settled_at)s, batch,
       CASE WHEN state = 'waiting' THEN stale_at - %(wears_off)s END
FROM batched
ON CONFLICT (supporter_id, kind, subject, occasion)
"""
WRITTEN = f"{CUT} {INTO}"
# What was cancelled, because the page was withdrawn or the person had left, is owed again when the question comes up
# again: a page that was withdrawn for an hour must not leave anybody with the old date.
AGAIN = """
DO UPDATE
SET state = excluded.state, rate = excluded.rate, told = excluded.told, revision = excluded.revision,
    due_at = excluded.due_at, stale_at = excluded.stale_at, next_attempt_at = excluded.next_attempt_at,
    reason = '', settled_at = NULL, batch = excluded.batch, waits_until = excluded.waits_until
WHERE supporters_notification.state = 'cancelled'
"""
# To ask for a random key costs PostgreSQL a journey to the kernel for each row. Of those who are told the same each has
# one, so one random number for all of them makes a key for each that nobody can guess.
KEY = "encode(substr(sha256(%(seed)s::bytea || uuid_send(batched.id)), 1, 16), 'hex')::uuid"
# Of the many who are owed a word as many as make a part (`asked`); says how many of them there were, and how many of
# those nobody else has written meanwhile. Where nobody is owed anything there is no row.
IN_PARTS = f"""
LIMIT %(part)s)
{CUT}
, written AS ({INTO.replace("gen_random_uuid()", KEY)} {AGAIN} RETURNING 1)
SELECT owing, (SELECT count(*) FROM written) FROM (SELECT count(*) AS owing FROM batched) many WHERE owing > 0
"""  # noqa: S608 - of words of ours alone, as all below
# Who has given no address is told in a browser; what goes there is cut into batches of its own.
IS_PUSH = "length(person.email) = 0 AS is_push"
# Asked before anything is cut: a tick that finds all of them owed writes nothing, not even an empty batch.
IS_OWED = """
EXISTS (SELECT 1 FROM supporters_notification already
        WHERE already.supporter_id = person.id AND already.kind = %(kind)s AND already.occasion = %(occasion)s
"""
# One word to one person.
OWE_ONE = f"""
WITH owed AS (
    SELECT person.id, %(subject)s AS subject, %(occasion)s AS occasion, %(revision)s AS revision, '' AS rate,
           %(state)s AS state, %(due_at)s::timestamptz AS due_at, %(stale_at)s::timestamptz AS stale_at, {IS_PUSH}
    FROM supporters_supporter person
    WHERE person.id = %(supporter)s AND NOT {IS_OWED} AND already.subject = %(subject)s))
{WRITTEN} DO NOTHING
"""  # noqa: S608
# A word to each of the people that a question of an upper floor finds, about a row of their own; what was owed before
# is not written again, but for what was cancelled for the reason `again`.
OWE_FOUND = f"""
, owed AS (
    SELECT supporter_id AS id, subject, occasion, revision, '' AS rate, 'queued' AS state, due_at, stale_at, {IS_PUSH}
    FROM found JOIN supporters_supporter person ON person.id = found.supporter_id
    WHERE stale_at > due_at
      AND NOT EXISTS (SELECT 1 FROM supporters_notification told
                      WHERE told.supporter_id = found.supporter_id AND told.kind = %(kind)s
                        AND told.subject = found.subject AND told.occasion = found.occasion
                        AND (told.state <> 'cancelled' OR told.reason <> %(again)s)))
{WRITTEN} {AGAIN} AND supporters_notification.reason = %(again)s
"""  # noqa: S608
# Who follows any of the topics and wants this kind of news, and at which rate: the hastiest of what is followed.
# What may wait for a digest is noted for it; `digests` releases it.
FOLLOWED = """
(SELECT supporter_id, CASE WHEN %(waits)s AND rate <> 'at_once' THEN rate ELSE '' END AS rate
 FROM (SELECT supporter_id, (%(haste)s::text[])[min(array_position(%(haste)s::text[], rate::text))] AS rate
       FROM supporters_subscription
       WHERE topic = ANY(%(topics)s) AND state = 'active' AND rate <> 'off' AND NOT %(group)s = ANY(muted)
       GROUP BY supporter_id) AS hastiest) AS followed
"""
WAITS = "CASE WHEN followed.rate = '' THEN 'queued' ELSE 'waiting' END"
KEPT = "CASE followed.rate WHEN '' THEN interval '0' WHEN 'monthly' THEN %(kept_for_month)s ELSE %(kept)s END"
EVERYWHERE, BY_HOUR = "true", "span.zone = person.time_zone AND span.hour = person.told_at_hour"
# One statement for all followers of any of the topics; who follows two of them is one person.
OWE_FOLLOWERS = f"""
WITH owed AS (
    SELECT person.id, %(subject)s AS subject, %(occasion)s AS occasion, %(revision)s AS revision, followed.rate,
           {WAITS} AS state, span.due_at, span.stale_at + {KEPT} AS stale_at, {IS_PUSH}
    FROM {FOLLOWED}
    JOIN supporters_supporter person ON person.id = followed.supporter_id AND person.state = 'active'
                                    AND NOT person.is_paused AND NOT person.id = ANY(%(but)s::uuid[])
    JOIN unnest(%(zones)s::text[], %(hours)s::int[], %(due)s::timestamptz[], %(stale)s::timestamptz[])
         AS span (zone, hour, due_at, stale_at) ON {{whose}}
    WHERE NOT {IS_OWED} AND already.subject = %(subject)s AND already.state <> 'cancelled')
      AND NOT EXISTS (SELECT 1 FROM supporters_notification told
                      WHERE told.supporter_id = person.id AND told.subject = ANY(%(subjects)s)
                        AND told.kind = ANY(%(kinds)s) AND told.due_at >= %(since)s
                        AND (NOT %(same)s OR told.told = %(told)s::jsonb)
                        AND told.state IN ('waiting', 'queued', 'sending', 'sent'))
    {IN_PARTS}
"""  # noqa: S608
# Of some words a part alone makes a difference: the rest of what was told is set aside, and more may be known by now.
# What is told since an update only was not said before it.
SAYS_THE_SAME = """
CASE WHEN cardinality(%(aside)s::text[]) = 0 THEN %(unsaid)s::jsonb || latest.told = %(told)s::jsonb
     ELSE %(told)s::jsonb @> (latest.told - %(aside)s::text[]) END
"""
# Those who follow still and whose latest word on the subject differs from how it stands now.
OWE_TOLD = f"""
WITH owed AS (
    SELECT person.id, %(subject)s AS subject, %(occasion)s AS occasion, %(revision)s AS revision, followed.rate,
           {WAITS} AS state, %(due_at)s::timestamptz AS due_at, %(stale_at)s::timestamptz + {KEPT} AS stale_at,
           {IS_PUSH}
    FROM (SELECT DISTINCT ON (supporter_id) supporter_id, told FROM supporters_notification
          WHERE subject = %(subject)s AND kind = ANY(%(kinds)s) AND state IN ('sent', 'sending')
          ORDER BY supporter_id, revision DESC, due_at DESC) latest
    JOIN {FOLLOWED} ON followed.supporter_id = latest.supporter_id
    JOIN supporters_supporter person ON person.id = latest.supporter_id AND person.state = 'active'
                                   AND NOT person.is_paused
    WHERE NOT {SAYS_THE_SAME} AND NOT person.id = ANY(%(but)s::uuid[])
      AND NOT {IS_OWED} AND already.subject = %(subject)s AND already.state <> 'cancelled')
    {IN_PARTS}
"""  # noqa: S608


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
            **vars(self),
            "told": told,
            "group": group_of(self.kind),
            "waits": waits(self.kind),
            "kept": kept_for_digest(self.kind),
            "kept_for_month": kept_for_month(self.kind),
            "haste": Rate.values,
            "wears_off": WEARS_OFF,
            "rank": rank_of(self.kind),
            "name": _name(self.kind, self.subject, self.occasion),
            "most": ROWS,
            "most_pushes": PUSHES_A_BATCH,
            "state": NotificationState.QUEUED,
            "reason": "",
            "settled_at": None,
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
    values = {**Word(kind, subject, occasion, told or {}, revision).values, **settled, "reason": withheld}
    return bool(_run(OWE_ONE, {**values, "supporter": supporter.pk, "due_at": due_at, "stale_at": stale_at}))


def owe_found(kind: str, question: str, values: Mapping[str, Any], *, again: str = "") -> int:
    """Owe one mail to each person that a question finds, in one statement; returns how many are new.

    `question` is SQL of our own that opens a WITH and ends in one named `found`, with the columns supporter_id,
    subject, occasion, revision, due_at and stale_at (instants); `values` are its parameters. What was cancelled for
    the reason `again` is owed anew.
    """
    # Each has a subject of their own: as far as the queue is concerned that is no one word.
    return _run(f"{question} {OWE_FOUND}", {**Word(kind, "", "").values, **values, "name": "", "again": again})


def owe_followers(
    topics: Iterable[str],
    word: Word,
    spans: Mapping[Whose, Span],
    *,
    unless: Sequence[str] = (),
    since: datetime | None = None,
    same_facts: bool = False,
    alike: Sequence[str] = (),
    but: Iterable[UUID] = (),
) -> int:
    """Owe a word to every active follower of any of the topics, in one statement; returns how many are new.

    In a round of the clock very many are owed it in several parts, of which this writes one (`asked.is_cut`).

    `spans` gives from when to when, by the follower's zone and hour, or for EVERYBODY alone. Whoever was told about
    this subject by one of the kinds `unless`, due `since` that instant (and of the same facts), is left out; `alike`
    are further subjects of which a word counts as one about this. `but` are the people who know of it otherwise.
    """
    if not spans:
        return 0
    listed = list(spans.items())
    statement = OWE_FOLLOWERS.format(whose=EVERYWHERE if EVERYBODY in spans else BY_HOUR)
    values = {
        **word.values,
        "topics": list(topics),
        "zones": [whose.zone for whose, _span in listed],
        "hours": [whose.hour for whose, _span in listed],
        "due": [span.due_at for _whose, span in listed],
        "stale": [span.stale_at for _whose, span in listed],
        "kinds": list(unless),
        "since": since or min(span.due_at for _whose, span in listed),
        "same": same_facts,
        "subjects": [word.subject, *alike],
        "but": list(but),
    }
    if asked.is_known(statement, values):
        return 0
    ends_at = max(span.stale_at for span in spans.values())
    return asked.ask(partial(_owe_part, statement, values), statement, values, ends_at)


def owe_told(
    topics: Iterable[str],
    word: Word,
    span: Span,
    kinds: Sequence[str],
    *,
    but: Iterable[UUID] = (),
    aside: Sequence[str] = (),
    unsaid: Mapping[str, Any] | None = None,
) -> int:
    """Owe a word to followers whose latest word by `kinds` on this subject was another; returns how many are new.

    `but` are the people who hear of it by a mail of their own. Facts that are set `aside` make no word another. A word
    that says nothing of a fact that is `unsaid` there is taken to have said that.
    """
    if span.stale_at <= span.due_at:
        return 0
    values = {**word.values, "due_at": span.due_at, "stale_at": span.stale_at, "kinds": list(kinds)}
    values |= {"topics": list(topics), "but": list(but), "aside": list(aside), "unsaid": json.dumps(unsaid or {})}
    return asked.ask_always(partial(_owe_part, OWE_TOLD, values))


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


def _name(*word: str) -> str:
    """What tells one word from all others in the queue; tells nothing to people."""
    return sha256("\0".join(word).encode()).hexdigest()[:WORD_CHARACTERS]


def _owe_part(statement: str, values: Mapping[str, Any], most: int | None) -> asked.Owing:
    with connection.cursor() as cursor:
        cursor.execute(statement, {**values, "part": most, "seed": token_bytes(SEED_BYTES)})
        owing, new = cursor.fetchone() or (0, 0)
    return asked.Owing(new, is_whole=most is None or owing < most)


def _run(statement: str, values: Mapping[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount
