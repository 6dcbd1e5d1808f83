"""People, facts and a mail server for the tests of this floor."""

from collections.abc import Callable, Iterator

import django
import pytest
from django.core.cache import cache
from django.utils import timezone

# A run of this folder alone loads this file before the apps are ready.
django.setup()

from supporters.choices import NotificationState, SubscriptionState  # noqa: E402
from supporters.models import Batch, Notification, Subscription, Supporter  # noqa: E402
from supporters.services import people  # noqa: E402
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


def in_the_hands_of(claim: int) -> None:
    """Have all that is queued in the hands of a worker that is not there."""
    Batch.objects.update(claim=claim, claimed_at=timezone.now())
    Notification.objects.filter(state=NotificationState.QUEUED).update(state=NotificationState.SENDING)
