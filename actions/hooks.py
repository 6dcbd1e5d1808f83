"""Telling other machines of public news: signed, in order, again after a failure, and never of what is not public.

What is told is what the feeds tell (`actions.news`), asked anew each time: an entry that was withdrawn meanwhile is not
among them. A machine that took a message and whose answer was lost gets it again under the same id.
"""

import hashlib
import hmac
import json
import logging
import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import OperationalError
from django.utils.translation import override

from actions.choices import HookState
from actions.models import Campaign, Hook
from actions.news import Item, news
from prisoners.models import Prisoner
from privacy import outside
from privacy.outside import NoAnswer, NotOutside
from supporters.clock import database_now
from supporters.topics import EVERYTHING

log = logging.getLogger(__name__)

#: While one worker speaks to a machine, no other does; should it die, the next one may after this time.
LEASE = timedelta(minutes=5)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440))
#: After so many failures in a row, a week and more, nobody seems to be there.
GIVEN_UP_AFTER = 12
MOST_AT_ONCE = 20
#: So far back what is new is looked for: a long import commits what it wrote with the hour of its beginning.
OVERLAP = timedelta(hours=1)
SIGNATURE = "Until-Free-Signature"


def tell_all() -> Counter[str]:
    """Tell each machine that is due what is new; returns how many ended how."""
    now = database_now()
    due = Hook.objects.exclude(state=HookState.SILENT).filter(next_attempt_at__lte=now).order_by("next_attempt_at")
    return Counter(_tell_or_log(row, now) for row in due if _leased(row, now))


def _tell_or_log(row: Hook, now: datetime) -> str:
    """One that cannot be told stops no other; its lease lets it rest a while."""
    try:
        return tell(row, now)
    except (OperationalError, SoftTimeLimitExceeded):
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with this one, the others must go on
        log.error("The hook %s could not be told (%s).", row.pk, type(error).__name__)
        return "broken"


def tell(row: Hook, now: datetime) -> str:
    """Speak to one machine: a challenge first, then what is new. Says what became of it."""
    if row.state == HookState.UNCONFIRMED:
        return _challenge(row, now)
    newer = _newer(row)
    # The oldest first, so that nothing is left behind.
    items = newer[:MOST_AT_ONCE]
    if not items:
        return _settle(row, now, "nothing new")
    message = {"type": "news", "id": _id(row, items), "more": len(newer) > len(items)}
    reason = _post(row, {**message, "items": [_said(item) for item in items]}, now)
    if reason:
        return _failed(row, now, reason)
    _remember(row, items)
    return _settle(row, now, "told")


def signature(secret: str, body: bytes, at: datetime) -> str:
    """By which the receiver knows that a message is ours and of this minute: HMAC-SHA-256 over seconds, dot, body."""
    seconds = int(at.timestamp())
    digest = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={digest}"


def _challenge(row: Hook, now: datetime) -> str:
    """Whoever runs the machine has put our secret there on purpose if it gives back what we ask."""
    word = secrets.token_urlsafe(16)
    reason = _post(row, {"type": "challenge", "challenge": word}, now, wanted=word)
    if reason:
        return _failed(row, now, reason)
    row.state, row.told_until = HookState.ACTIVE, now
    _remember(row, _newer(row))
    return _settle(row, now, "confirmed")


def _post(row: Hook, message: dict[str, Any], now: datetime, wanted: str = "") -> str:
    """Why it was not taken, or ""; codes and classes only."""
    body = json.dumps({**message, "from": settings.SITE_ORIGIN}, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json", SIGNATURE: signature(row.secret, body, now)}
    try:
        answer = outside.post(row.url, body, {**headers, "User-Agent": "until-free"})
    except (NotOutside, NoAnswer) as error:
        return f"no answer ({type(error).__name__})"
    if not answer.is_good:
        return f"answered {answer.status}"
    return "" if wanted in answer.body.decode("utf-8", "replace") else "did not give the challenge back"


def _leased(row: Hook, now: datetime) -> bool:
    mine = Hook.objects.filter(pk=row.pk, next_attempt_at=row.next_attempt_at)
    return bool(mine.update(next_attempt_at=now + LEASE))


def _newer(row: Hook) -> list[Item]:
    with override(row.language):
        items = _news_about(row.topic)
    since = row.told_until - OVERLAP if row.told_until is not None else None
    newer = (item for item in items if since is None or item.updated_at > since)
    fresh = (item for item in newer if row.told_lately.get(item.key) != item.updated_at.isoformat())
    return sorted(fresh, key=lambda item: (item.updated_at, item.key))


def _remember(row: Hook, items: Sequence[Item]) -> None:
    """What it has, as far back as is looked: of one instant there may be more, and what is committed late is older."""
    row.told_until = max([item.updated_at for item in items] + ([row.told_until] if row.told_until else []))
    since = (row.told_until - OVERLAP).isoformat()
    told = {**row.told_lately, **{item.key: item.updated_at.isoformat() for item in items}}
    row.told_lately = {key: at for key, at in told.items() if at > since}


def _news_about(topic: str) -> list[Item]:
    """As the feed of the same has it; nothing of what is not public any more."""
    prefix, _colon, key = topic.partition(":")
    if topic == EVERYTHING:
        return news()
    if prefix == "prisoner":
        prisoner = Prisoner.public.filter(pk=key).first()
        return news(prisoner=prisoner) if prisoner else []
    campaign = Campaign.public.filter(pk=key).first()
    return news(campaign=campaign) if campaign else []


def _id(row: Hook, items: Iterable[Item]) -> str:
    """The same for each try of the same message."""
    said = "\n".join(f"{item.key} {item.updated_at.isoformat()}" for item in items)
    return hashlib.sha256(f"{row.pk}\n{said}".encode()).hexdigest()[:32]


def _said(item: Item) -> dict[str, str]:
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "text": item.text,
        "tag": item.tag,
        "published": item.published_at.isoformat(),
        "updated": item.updated_at.isoformat(),
    }


def _failed(row: Hook, now: datetime, reason: str) -> str:
    row.failures, row.reason = row.failures + 1, reason
    row.next_attempt_at = now + PAUSES[min(row.failures, len(PAUSES)) - 1]
    if row.failures >= GIVEN_UP_AFTER:
        row.state = HookState.SILENT
    _write(row, "failures", "reason", "next_attempt_at", "state")
    return "failed"


def _settle(row: Hook, now: datetime, ended: str) -> str:
    row.failures, row.reason, row.next_attempt_at = 0, "", now
    _write(row, "failures", "reason", "next_attempt_at", "state", "told_until", "told_lately")
    return ended


def _write(row: Hook, *names: str) -> None:
    """One that was removed meanwhile stays so."""
    Hook.objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in names})
