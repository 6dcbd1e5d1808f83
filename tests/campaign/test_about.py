"""The pages about the site: each opens, leads on, and says the notion by which the host makes the list."""

from typing import Any

import pytest
from django.test import Client

from campaign.about import PAGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("topic", PAGES)
def test_page_opens_and_leads_to_the_others(client: Client, topic: str) -> None:
    page = client.get(f"/en/about/{topic}/").content.decode()
    assert f"<h1>{PAGES[topic]}</h1>" in page
    main = page.split("<main")[1].split("</main>")[0]
    assert {other for other in PAGES if f'href="/en/about/{other}/"' in main} == PAGES.keys() - {topic}


def test_page_that_does_not_exist_is_said_to_be_missing(client: Client) -> None:
    assert client.get("/en/about/money/").status_code == 404


def test_list_follows_the_resolution_unless_the_host_says_otherwise(client: Client) -> None:
    assert "Resolution 1900 (2012)" in client.get("/en/about/list/").content.decode()


def test_host_says_in_other_words_whom_the_list_holds(client: Client, settings: Any) -> None:
    settings.LIST_NOTION, settings.LIST_NOTION_LANGUAGE = "Кто сидит за <слово>.\n\nИ никто другой.", "ru"
    page = client.get("/en/about/list/").content.decode()
    assert '<p lang="ru" dir="auto">Кто сидит за &lt;слово&gt;.</p><p lang="ru" dir="auto">И никто другой.</p>' in page
    assert "Resolution 1900" not in page


def test_every_page_about_the_site_is_reached_from_the_foot_of_every_page(client: Client) -> None:
    foot = client.get("/en/").content.decode().split("<footer")[1]
    wanted = (
        "about/list",
        "about/coming",
        "about/giving",
        "about/privacy",
        "about/accessibility",
        "contribute",
        "days",
        "held",
    )
    assert [path for path in wanted if f'href="/en/{path}/"' not in foot] == []
