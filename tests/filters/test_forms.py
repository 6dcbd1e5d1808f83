"""The form of a filter: what is drawn once says what there is to choose by now, in each language."""

import pytest
from django.test import Client

from actions.models import Campaign
from prisoners.choices import PublicationState
from tests.factories import AffiliationFactory, CampaignFactory, OrganisationFactory, PrisonerFactory

pytestmark = pytest.mark.django_db


def page(query: str = "", language: str = "en") -> str:
    return Client().get(f"/{language}/prisoners/?{query}").content.decode()


def test_a_list_to_choose_from_has_what_came_since_it_was_drawn() -> None:
    PrisonerFactory(country="KZ")
    before = page()
    assert "Union of miners" not in before
    assert '<option value="KG"' not in before

    AffiliationFactory(prisoner=PrisonerFactory(country="KG"), organisation=OrganisationFactory(name="Union of miners"))
    CampaignFactory(title="For the miners")

    after = page()
    for part in ("Union of miners", '<option value="KG"', "For the miners"):
        assert part in after


def test_a_list_to_choose_from_has_nothing_that_was_withdrawn_since_it_was_drawn() -> None:
    CampaignFactory(title="For the miners")
    assert "For the miners" in page()

    Campaign.internal.update(state=PublicationState.WITHDRAWN)

    assert "For the miners" not in page()


def test_what_is_chosen_is_marked_for_whoever_chose_it_and_for_nobody_else() -> None:
    PrisonerFactory(country="KZ")
    chosen = '<option value="KZ" selected'
    assert chosen not in page()
    assert chosen in page("country=KZ")
    assert chosen not in page()


def test_a_field_is_drawn_in_the_language_of_the_page() -> None:
    assert "Held in (town)" in page()
    assert "Held in (town)" not in page(language="ru")
    assert "Held in (town)" in page()


def test_what_is_wrong_is_said_beside_its_field_for_whoever_asked_it() -> None:
    said = "This is not a day such as 2019-12-16."
    assert said not in page()
    assert said in page("as_of=yesterday")
    assert said not in page()
