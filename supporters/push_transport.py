"""The other way out: hands one push after the other to the push service of each browser (RFC 8030)."""

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import parseaddr, parsedate_to_datetime
from math import ceil
from time import monotonic

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from privacy import outside, webpush
from privacy.outside import Answer, NoAnswer, NoName, NotOutside
from supporters.letters import Letter
from supporters.push_hosts import service_of
from supporters.pushes import Push
from supporters.transports import Leaving
from supporters.verdicts import ACCEPTED, NO_TIME, Outcome, Verdict

log = logging.getLogger(__name__)

#: The browser has ended its subscription (RFC 8030 section 7.3), or there was never one.
ENDED = frozenset({404, 410})
#: Who we are is not believed (RFC 8292 section 4.2).
REFUSED = frozenset({401, 403})
#: What no browser is to blame for: the above, a message that is too long, and too many at once.
NOT_THEIRS = REFUSED | {413, 429}
#: A push service that does not answer is left alone for the rest of the round: one shall not hold up all.
SILENCES_BEFORE_PAUSE = 3
#: What says for how long it wants to be left alone (RFC 9110 section 10.2.3, RFC 6585 section 4), and the longest that
#: we heed.
TOO_BUSY = frozenset({429, 503})
LONGEST_REST = timedelta(hours=24)
#: Until when each push service wants to be left alone by this process, whatever the round (of the clock `monotonic`).
_RESTS: dict[str, float] = {}


def rest(service: str, seconds: float) -> None:
    """Leave a service alone for so long; none at all ends its rest."""
    _RESTS[service] = monotonic() + seconds


def rest_of(service: str) -> timedelta:
    """For how long a service is to be left alone still."""
    return timedelta(seconds=max(0, ceil(_RESTS.get(service, 0.0) - monotonic())))


class Silences:
    """How often in a row each push service did not answer the hands of one worker, and of which it was warned.

    By its entry in PUSH_HOSTS: names below it are anybody's to invent.
    """

    def __init__(self) -> None:
        self._in_a_row: Counter[str] = Counter()
        self._warned: set[str] = set()

    def are_too_many(self, service: str) -> bool:
        """Whether it is to be left alone."""
        return self._in_a_row[service] >= SILENCES_BEFORE_PAUSE

    def note(self, service: str) -> None:
        """One more."""
        self._in_a_row[service] += 1

    def end(self, service: str) -> None:
        """It has answered."""
        self._in_a_row[service] = 0

    def warn(self, service: str, status: int) -> None:
        """Once, for whoever keeps the site running: no reader can mend it."""
        if status in REFUSED and service not in self._warned:
            self._warned.add(service)
            log.error(
                "the push service %s refuses us (%s): is VAPID_KEY the one that browsers were told?", service, status
            )


class PushTransport:
    """One hand that posts; not shared between threads.

    What breaks on the way is tried again: the same `Topic` and `tag` have the second take the place of the first, so
    that a doubled one is seen once.
    """

    #: What a mail server is left alone for; a push service that refuses or is away stops no other and no mail.
    refused_by_policy = failures_in_a_row = 0

    def __init__(self, silences: Silences) -> None:
        self._silences = silences
        self._line = outside.Line()

    def close(self) -> None:
        """Keep nothing open."""
        self._line.close()

    def carry(self, letters: Iterator[Letter], leaving: Leaving) -> Iterator[tuple[Letter, Outcome]]:
        """Hand over one after the other; says what became of each and raises nothing."""
        for letter in letters:
            if isinstance(letter, Push):
                leaving(letter)
                yield letter, self._handed_over(letter)

    def _handed_over(self, push: Push) -> Outcome:
        service = service_of(push.recipient)
        if not service:
            return Outcome(Verdict.LATER, "this push service is not in PUSH_HOSTS")
        if rests := rest_of(service):
            return Outcome(Verdict.LATER, "the push service wants to be left alone", rests)
        if self._silences.are_too_many(service):
            return Outcome(Verdict.LATER, "the push service does not answer")
        try:
            answer = _posted(push, self._line)
        except NoName:
            # Said at once, and of this one name below those of the service.
            return Outcome(Verdict.ABSENT, "the name of the push service is not known")
        except ImproperlyConfigured as error:
            return Outcome(Verdict.LATER, f"nothing to be known by ({type(error).__name__})")
        except (NotOutside, NoAnswer) as error:
            self._silences.note(service)
            return Outcome(Verdict.ABSENT, f"no answer of the push service ({type(error).__name__})")
        self._silences.end(service)
        self._silences.warn(service, answer.status)
        if answer.status in TOO_BUSY:
            rest(service, asked_for(answer.retry_after, timezone.now()).total_seconds())
        return _judged(answer.status, rest_of(service))


def asked_for(header: str, now: datetime) -> timedelta:
    """How long a `Retry-After` asks for: seconds or a day and hour; no time for what is neither."""
    try:
        asked = timedelta(seconds=int(header)) if header.isdecimal() else parsedate_to_datetime(header) - now
    except (ValueError, TypeError, OverflowError):
        return NO_TIME
    return min(max(asked, NO_TIME), LONGEST_REST)


def _posted(push: Push, line: outside.Line) -> Answer:
    """The answer of the push service; what it says besides status and pause is not looked at."""
    sender = webpush.sender()
    if sender is None:
        raise ImproperlyConfigured("VAPID_KEY")
    headers = {
        **push.headers,
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "Authorization": sender.authorization(push.recipient, f"mailto:{parseaddr(settings.CONTACT_EMAIL)[1]}"),
    }
    return line.post(push.recipient, push.octets, headers)


def _judged(status: int, rests: timedelta) -> Outcome:
    """429 and 5xx are for later, and so is what is our own fault: a key that is refused, a message that is too long.

    Any other refusal is for later, too, but may be about this browser.
    """
    if 200 <= status < 300:
        return ACCEPTED
    reason = f"the push service says {status}"
    if status in ENDED:
        return Outcome(Verdict.BAD_ADDRESS, reason)
    is_theirs = 400 <= status < 500 and status not in NOT_THEIRS
    return Outcome(Verdict.ABSENT if is_theirs else Verdict.LATER, reason, rests)
