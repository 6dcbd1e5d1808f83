"""Dispatches are read on the web and in the feeds, by whomever they are for."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from actions.choices import DispatchState
from actions.models import Dispatch
from actions.services import dispatches
from prisoners.choices import PublicationState
from prisoners.models import Prisoner, Staff
from tests.actions.rows import make_appeal, make_campaign, make_prisoner
from tests.dispatches.steps import started, write
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_page_on_the_web_names_the_language_it_falls_back_to(draft: Dispatch, anna: Staff, client: Client) -> None:
    address = f"/ru/dispatches/{draft.slug}/"
    assert client.get(address).status_code == 404
    started(draft, anna)
    page = client.get(address).content.decode()
    assert "Перевода" in page and 'lang="en"' in page and "He is ill." in page
    assert draft.slug in client.get("/ru/dispatches/").content.decode()
    dispatches.withdraw(draft, anna)
    assert client.get(address).status_code == 404
    assert draft.slug not in client.get("/en/dispatches/").content.decode()
    assert draft.state == DispatchState.STOPPED


def test_page_on_the_web_leads_to_whom_it_is_for_and_never_to_itself(
    yerlan: Prisoner, anna: Staff, client: Client
) -> None:
    campaign, appeal = make_campaign(), make_appeal(slug="write", prisoners=[yerlan], closes_on=date(2099, 1, 1))
    of_appeal = write(anna, yerlan, kind="appeal", appeal=appeal)
    for row, name, leads_to in (
        (write(anna, yerlan, kind="dispatch"), f"/en/prisoners/{yerlan.slug}/", f"/en/prisoners/{yerlan.slug}/"),
        (of_appeal, f"/en/prisoners/{yerlan.slug}/", "/en/appeals/write/"),
        (write(anna, yerlan, audience=f"campaign:{campaign.pk}"), *[f"/en/campaigns/{campaign.slug}/"] * 2),
    ):
        page = client.get(f"/en/dispatches/{started(row, anna).slug}/").content.decode()
        assert f'follow: <a href="{name}">' in page, row.audience
        assert f">{settings.SITE_ORIGIN}{leads_to}</a>" in page, row.audience
        assert "Write today: <a " in page


def test_feeds_tell_of_it_to_those_it_is_for(draft: Dispatch, yerlan: Prisoner, anna: Staff, client: Client) -> None:
    other = make_prisoner("other")
    assert draft.slug not in client.get("/feeds/all.json").content.decode()
    started(draft, anna)
    for feed in ("/feeds/all.json", "/feeds/all.atom", f"/feeds/prisoners/{yerlan.slug}.json"):
        assert draft.slug in client.get(feed).content.decode(), feed
    assert draft.slug not in client.get(f"/feeds/prisoners/{other.slug}.json").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_archive_and_desk_ask_the_same_however_many_there_are(
    count: int, yerlan: Prisoner, anna: Staff, client: Client
) -> None:
    for _number in range(count):
        started(write(anna, yerlan), anna)
    assert len(queries_of(client.get, "/en/dispatches/")) == 4
    client.force_login(anna)
    assert len(queries_of(client.get, "/en/desk/dispatches/")) == 7


def test_feeds_tell_of_appeals(yerlan: Prisoner, client: Client) -> None:
    shown, hidden = make_appeal(prisoners=[yerlan]), make_appeal(state=PublicationState.DRAFT, prisoners=[yerlan])
    for feed in ("/feeds/all.json", f"/feeds/prisoners/{yerlan.slug}.atom"):
        text = client.get(feed).content.decode()
        assert f"/appeals/{shown.slug}/" in text
        assert hidden.slug not in text
