"""Pushes: what a browser is told instead of a mail. The same rows, the same words, another way out.

On a screen that is locked stands the subject of the mail, neutral unless the reader chose otherwise; the words of the
news are on the page that it opens.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import OperationalError
from django.db.models import prefetch_related_objects
from django.utils.translation import get_language_info

from privacy import webpush
from supporters.choices import Rank
from supporters.claims import Owed
from supporters.clock import database_now
from supporters.kinds import rank_of
from supporters.letters import Letter, Unwritten, in_full
from supporters.links import told_url
from supporters.mails import said, said_together
from supporters.models import Notification
from supporters.parcels import Parcel, leader, parcels
from supporters.truth import Group

#: Of the words, where the reader wants to be told them on the screen: more is cut by every browser.
MOST_CHARACTERS = 300
#: A push service keeps what a sleeping browser has not fetched for four weeks at most.
LONGEST_SECONDS = 28 * 24 * 60 * 60
URGENCY = {Rank.URGENT: "high", Rank.ORDINARY: "normal", Rank.PATIENT: "low"}


class Push(Letter):
    """One push: to which endpoint, and the rows that it settles. Its octets are what that browser alone can read."""

    __slots__ = ("headers",)

    def __init__(self, rows: Parcel, endpoint: str, octets: bytes, headers: Mapping[str, str]) -> None:
        """`headers` say how long it is of use, how urgent, and what a second try takes the place of (RFC 8030)."""
        super().__init__(rows, endpoint, octets)
        self.headers = headers


def is_pushed(row: Owed) -> bool:
    """Whether this person has no address, but a browser."""
    return not row.email


def written(groups: Sequence[Group]) -> Iterator[Letter | Unwritten]:
    """The pushes about true rows: one for each, or one for all the alerts of somebody who has more than three.

    One that cannot be written takes no other with it. A row that is gone by now has no push.
    """
    found = {key: one for group in groups for key, one in in_full(group.rows, group).items()}
    prefetch_related_objects([one.supporter for one in found.values()], "browser")
    if not found:
        return
    now = database_now()
    for parcel in parcels(row for group in groups for row in group.rows):
        yield from _pushes(parcel, found, now)


def _pushes(parcel: Parcel, notifications: Mapping[str, Notification], now: datetime) -> Iterator[Letter | Unwritten]:
    found = [notifications[row.key] for row in parcel if row.key in notifications]
    if not found:
        return
    try:
        yield _written(parcel, notifications.get(leader(parcel).key, found[0]), found, now)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with this one, the others must go on
        yield from _but_broken(parcel, notifications, now, error)


def _but_broken(
    parcel: Parcel, notifications: Mapping[str, Notification], now: datetime, error: Exception
) -> Iterator[Letter | Unwritten]:
    """Those that cannot be worded are given back, and the rest goes without them; all, where it is no word's fault."""
    found = [row for row in parcel if row.key in notifications]
    broken = {row.key: wrong for row in found if (wrong := _wrong_with(notifications[row.key]))}
    yield from (Unwritten(row, broken.get(row.key, error)) for row in found if row.key in broken or not broken)
    for rest in parcels(row for row in found if broken and row.key not in broken):
        yield from _pushes(rest, notifications, now)


def _wrong_with(notification: Notification) -> Exception | None:
    try:
        said(notification)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - as above
        return error
    return None


def _written(parcel: Parcel, first: Notification, rows: Sequence[Notification], now: datetime) -> Push:
    person = first.supporter
    words = said_together(first, rows) if len(rows) > 1 or first.rate else said(first)
    body = _beginning(words.text) if not person.is_discreet and len(rows) == 1 else ""
    told = {
        "title": words.subject,
        "body": body,
        "tag": words.reference,
        "url": told_url(str(person.pk)),
        "lang": person.language,
        "dir": _direction(person.language),
    }
    left = int((max(row.stale_at for row in rows) - now).total_seconds())
    headers = {
        "TTL": str(max(0, min(left, LONGEST_SECONDS))),
        "Urgency": URGENCY[min(rank_of(row.kind) for row in parcel)],
        "Topic": words.reference[:32],
    }
    # Here, where what cannot be opened or sealed is a word about this one push.
    browser = person.browser
    octets = webpush.sealed(json.dumps(told, ensure_ascii=False).encode(), browser.key, browser.secret)
    return Push(parcel, browser.endpoint, octets, headers)


def _beginning(text: str) -> str:
    """The first words, without addresses, which nobody can press there."""
    words = " ".join(word for word in text.split() if not word.startswith(settings.SITE_ORIGIN))
    return words if len(words) <= MOST_CHARACTERS else words[:MOST_CHARACTERS].rsplit(" ", 1)[0] + "…"


def _direction(language: str) -> str:
    info: dict[str, Any] = get_language_info(language)
    return "rtl" if info["bidi"] else "ltr"
