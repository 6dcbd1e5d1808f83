"""People, facts and a mail server for the tests of this floor."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
import pytest
from django.core.cache import cache
from django.utils import timezone

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from supporters import digests, kinds, mails, push_transport  # noqa: E402
from supporters.choices import NotificationState, SubscriptionState  # noqa: E402
from supporters.models import Batch, Notification, Subscription, Supporter, Tick  # noqa: E402
from supporters.services import people  # noqa: E402
from tests.supporters import record  # noqa: E402
from tests.supporters.push_service import ALERTS, HOST, PushService  # noqa: E402
from tests.supporters.sink import Sink  # noqa: E402

Meet = Callable[..., Supporter]


@pytest.fixture
def sink(settings: object) -> Iterator[Sink]:
    """A real SMTP server in this process; the outbox is pointed at it."""
    with Sink() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port  # type: ignore[attr-defined]
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""  # type: ignore[attr-defined]
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False  # type: ignore[attr-defined]
        yield server


@pytest.fixture
def follower(db: None) -> Meet:
    """Makes an active person who follows topics."""
    cache.clear()

    def make(*topics: str, address: str = "anna@example.org", zone: str = "UTC", language: str = "en") -> Supporter:
        supporter = people.meet(address, language=language, time_zone=zone)
        people.confirm(supporter)
        for topic in topics:
            Subscription.objects.create(supporter=supporter, topic=topic, state=SubscriptionState.ACTIVE)
        return supporter

    return make


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PushService]:
    """A push service on this machine that stands where that of Firefox does."""
    with PushService(tmp_path, name=HOST) as machine:
        machine.stands_outside(monkeypatch)
        yield machine
    # What it has asked for is kept for the whole process.
    push_transport.rest(HOST, 0)


@pytest.fixture
def any_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every alert with its own flags and words, about nothing in particular and true."""
    for name in ALERTS:
        kind = kinds.kind_of(name)
        flags: dict[str, Any] = {"resend_if_in_doubt": kind.resend_if_in_doubt, "topics": kind.topics, "is_alert": True}
        plain = kinds.Kind(name, dict, lambda row, now: "", **flags)
        monkeypatch.setitem(kinds._KINDS, name, plain)
    monkeypatch.setattr(mails, "_context", _any_words)


def _any_words(notification: Notification, kind: kinds.Kind, reader: mails.Reader) -> dict[str, object]:
    return {**record.ANY_WORDS, "discreet": notification.supporter.is_discreet, "name": "", "unsubscribe_url": "x"}


def in_the_hands_of(claim: int) -> None:
    """Have all that is queued in the hands of a worker that is not there."""
    Batch.objects.update(claim=claim, claimed_at=timezone.now())
    Notification.objects.filter(state=NotificationState.QUEUED).update(state=NotificationState.SENDING)


def no_digest_is_due() -> None:
    """On whatever day and at whatever hour this runs."""
    Tick.objects.create(name=digests.DONE, ran_at=timezone.now() + timedelta(hours=1))
