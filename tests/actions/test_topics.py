"""What reaches the followers of a campaign."""

from datetime import UTC, datetime

import pytest

from actions.models import Campaign
from prisoners.choices import EventKind, PublicationState
from supporters import reminders
from supporters.choices import SubscriptionState
from supporters.models import Notification, Subscription
from supporters.services import people
from tests.supporters import record

pytestmark = pytest.mark.django_db
THE_DAY = datetime(2026, 12, 16, 12, 0, tzinfo=UTC)


def follow(campaign: Campaign) -> None:
    anna = people.meet("anna@example.org")
    people.confirm(anna)
    Subscription.objects.create(supporter=anna, topic=f"campaign:{campaign.pk}", state=SubscriptionState.ACTIVE)


def remembering(state: str) -> Campaign:
    campaign = Campaign.internal.create(state=state, slug="oil", title="Oil workers", country="KZ")
    campaign.events.add(record.event("2011-12-16", EventKind.KILLING, title="Zhanaozen", is_commemorated=True))
    return campaign


def test_follower_of_a_campaign_is_told_of_the_days_that_it_remembers() -> None:
    follow(remembering(PublicationState.PUBLISHED))
    assert [reminders.run_planners(THE_DAY) for _tick in range(2)] == [1, 0]
    assert Notification.objects.get().kind == "anniversary"


def test_unpublished_campaign_gives_its_days_to_nobody() -> None:
    follow(remembering(PublicationState.DRAFT))
    assert reminders.run_planners(THE_DAY) == 0


def test_follower_of_a_campaign_is_told_of_the_hearings_of_its_prisoners() -> None:
    one = record.prisoner()
    campaign = remembering(PublicationState.PUBLISHED)
    campaign.prisoners.add(one)
    follow(campaign)
    row = record.hearing(one, starts_at=datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    assert reminders.run_planners(datetime(2026, 11, 27, 9, 0, tzinfo=UTC)) == 1
    assert Notification.objects.get().subject == f"hearing:{row.pk}"
