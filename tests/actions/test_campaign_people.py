"""For whom a campaign is: the first of very many people on its page, and the way to all of them."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from actions import campaign_people
from actions.models import Campaign
from prisoners.choices import PublicationState
from prisoners.models import Prisoner
from prisoners.services.spans import settle
from tests.factories import CampaignFactory, DetentionFactory, PrisonerFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
ADDRESS = "/en/campaigns/many/"


@pytest.fixture
def campaign() -> Campaign:
    campaign: Campaign = CampaignFactory(slug="many")
    return campaign


def held(campaign: Campaign, *names: str) -> None:
    for name in names:
        person = PrisonerFactory(name=name)
        DetentionFactory(prisoner=person, started_on=str(timezone.now().date()), ended_on="")
        campaign.prisoners.add(person)


def free(campaign: Campaign, *names: str) -> None:
    for name in names:
        campaign.prisoners.add(PrisonerFactory(name=name))


def page() -> str:
    return Client().get(ADDRESS).content.decode()


def names(people: dict[str, Any], which: str) -> list[str]:
    return [card["name"] for card in people[which]]


def test_the_first_by_name_stand_on_the_page_and_the_rest_is_said_with_the_list_of_all(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign_people, "SHOWN", 2)
    monkeypatch.setattr(campaign_people, "SHOWN_OF_OTHERS", 1)
    held(campaign, "Cyril", "Anna", "Boris")
    free(campaign, "Yana", "Xenia", "Zoya")

    people = campaign_people.people_of(campaign, timezone.now().date())

    assert (names(people, "not_free"), names(people, "others")) == (["Anna", "Boris"], ["Xenia"])
    assert (people["count"], people["count_not_free"], people["count_others"]) == (6, 3, 3)
    text = page()
    for part in ("Anna", "Boris", "Xenia", "6 people, not free: 3", "and 1 more", "and 2 more"):
        assert part in text
    assert 'href="/en/prisoners/?campaign=many"' in text
    assert not [name for name in ("Cyril", "Yana", "Zoya") if name in text]


def test_a_page_that_has_them_all_says_nothing_of_more(campaign: Campaign) -> None:
    held(campaign, "Anna")
    free(campaign, "Xenia")
    text = page()
    assert "Anna" in text and "Xenia" in text
    assert "more:" not in text and "?campaign=many" not in text


def test_who_is_withdrawn_leaves_the_page_and_its_number_at_once(campaign: Campaign) -> None:
    held(campaign, "Anna", "Boris")
    assert "2 people, not free: 2" in page()

    Prisoner.internal.filter(name="Anna").update(state=PublicationState.WITHDRAWN)

    text = page()
    assert "Anna" not in text
    assert "1 person, not free: 1" in text


def test_the_page_asks_as_much_of_three_people_as_of_one(campaign: Campaign) -> None:
    counts = []
    for more in (("Anna",), ("Boris", "Cyril")):
        held(campaign, *more)
        settle()
        counts.append(len(queries_of(page)))
    assert counts[0] == counts[1]
