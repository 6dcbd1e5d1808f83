"""Feeds: valid, the same each time, in the language asked for, with nothing unpublished, and 304 for who has them."""

import json
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from actions.choices import DispatchState
from actions.models import FormerCampaignSlug, Report
from prisoners.models import Event, FormerSlug, Prisoner
from tests import factories as make
from tests.actions.rows import make_action, make_dispatch
from tests.queries import queries_of
from tests.supporters import record

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def a_record(number: int = 1) -> Prisoner:
    """One of everything that is told."""
    one = record.prisoner(f"Yerlan Baltabai {number}", name_ru=f"Ерлан Балтабай {number}")
    record.hearing(one, starts_at=timezone.now() + timedelta(days=3))
    record.event("2026-10-16", "arrest", one)
    make.SanctionFactory(prisoner=one)
    make.DetentionFactory(prisoner=one)
    action = make_action(title=f"Picket {number} <b>& more</b>")
    action.prisoners.add(one)
    Report.internal.create(**record.PUBLIC, action=action, text="It rained.\x0b")
    return one


def test_atom_has_what_the_standard_asks_for(client: Client) -> None:
    one = a_record()
    for path in ("/feeds/all.atom", f"/feeds/prisoners/{one.slug}.atom", f"/ru/feeds/prisoners/{one.slug}.atom"):
        response = client.get(path)
        assert response.headers["Content-Type"].startswith("application/atom+xml")
        feed = ElementTree.fromstring(response.content)  # noqa: S314
        for name in ("id", "title", "updated", "author"):
            assert len(feed.findall(ATOM + name)) == 1
        links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
        assert str(links["self"]).startswith("http")
        entries = feed.findall(ATOM + "entry")
        assert len(entries) == 6
        for entry in entries:
            assert all(len(entry.findall(ATOM + name)) == 1 for name in ("id", "title", "updated", "link"))
        ids = [entry.findtext(ATOM + "id") for entry in entries]
        assert len(set(ids)) == 6


def test_json_tells_the_same_under_the_same_ids_in_every_language(client: Client) -> None:
    a_record()
    english = json.loads(client.get("/feeds/all.json", headers={"Accept-Language": "ru"}).content)
    asked, prefixed = (
        json.loads(client.get(path).content) for path in ("/feeds/all.json?lang=ru", "/ru/feeds/all.json")
    )
    assert english["version"] == "https://jsonfeed.org/version/1.1"
    assert (english["language"], asked["language"], prefixed["language"]) == ("en", "ru", "ru")
    assert [one["id"] for one in english["items"]] == [one["id"] for one in prefixed["items"]]
    assert asked["items"] == prefixed["items"]
    assert "Ерлан Балтабай" in json.dumps(prefixed, ensure_ascii=False)
    assert all("/ru/" in one["url"] and one["content_text"] for one in prefixed["items"])


@pytest.mark.parametrize("form", ["atom", "json"])
def test_reader_who_has_it_gets_304_until_something_changes(client: Client, form: str) -> None:
    one = a_record()
    path = f"/feeds/all.{form}"
    first = client.get(path)
    assert client.get(path).content == first.content
    for name, value in (("If-None-Match", first["ETag"]), ("If-Modified-Since", first["Last-Modified"])):
        assert client.get(path, headers={name: value}).status_code == 304
    event = Event.public.get()
    event.text = "In the morning."
    event.save()
    assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200
    Prisoner.internal.filter(pk=one.pk).update(state="withdrawn", withdrawn_at=timezone.now() + timedelta(minutes=1))
    changed = client.get(path, headers={"If-Modified-Since": first["Last-Modified"]})
    assert changed.status_code == 200
    assert "Baltabai" not in changed.content.decode()


def test_feed_tells_nothing_that_is_not_public(client: Client) -> None:
    one = a_record()
    hidden = record.prisoner("Hidden Person", state="draft")
    record.event("2026-10-17", "arrest", hidden, one)
    record.event("2026-10-17", "arrest", one, state="draft", title="Hidden event")
    record.hearing(hidden, starts_at=timezone.now(), state="in_review", court="Hidden court")
    make.SanctionFactory(prisoner=hidden, text="Hidden sentence")
    make.DetentionFactory(prisoner=hidden)
    make_action(title="Hidden action", state="draft")
    for path in ("/feeds/all.atom", "/feeds/all.json", f"/feeds/prisoners/{one.slug}.json"):
        assert "Hidden" not in client.get(path).content.decode()
    for path in ("/feeds/prisoners/hidden-person.atom", "/en/feeds/campaigns/nothing.json"):
        assert client.get(path).status_code == 404


def test_campaign_feed_tells_of_its_people_its_timeline_and_its_actions(client: Client) -> None:
    campaign, one = make.CampaignFactory(slug="kz"), a_record()
    campaign.prisoners.add(one)
    campaign.events.add(record.event("2011-12-16", "killing", title="Zhanaozen"))
    make_action(title="Its own", campaign=campaign)
    record.event("2020-01-01", "arrest", record.prisoner("Somebody Else"))
    titles = "\n".join(row["title"] for row in json.loads(client.get("/feeds/campaigns/kz.json").content)["items"])
    assert "Zhanaozen" in titles
    assert "Its own" in titles
    assert "Baltabai" in titles
    assert "Somebody" not in titles


def test_empty_record_is_a_valid_feed_that_stays_the_same(client: Client) -> None:
    first = client.get("/feeds/all.atom")
    assert ElementTree.fromstring(first.content).findtext(ATOM + "updated") == "2026-01-01T00:00:00+00:00"  # noqa: S314
    assert client.get("/feeds/all.atom").headers["ETag"] == first.headers["ETag"]


def test_feed_asks_the_database_as_often_for_three_as_for_one(client: Client) -> None:
    a_record()
    counts = []
    for number in (2, 3, 4):
        counts.append(len(queries_of(client.get, "/feeds/all.json")))
        a_record(number)
    assert len(set(counts)) == 1


def test_feed_sets_no_cookie_may_be_kept_and_changes_nothing_on_other_methods(client: Client) -> None:
    response = client.get("/feeds/all.atom")
    assert response.headers["Cache-Control"].startswith("public")
    assert not client.cookies
    assert client.post("/feeds/all.atom").status_code == 405
    assert client.head("/feeds/all.json").status_code == 200


def test_pages_name_their_feeds(client: Client) -> None:
    one = a_record()
    page = client.get(f"/en/prisoners/{one.slug}/").content.decode()
    for address in (
        "/en/feeds/all.atom",
        f"/en/feeds/prisoners/{one.slug}.atom",
        f"/en/feeds/prisoners/{one.slug}.json",
    ):
        assert f'href="{address}"' in page


def test_old_address_leads_to_the_new_one(client: Client) -> None:
    one, campaign = record.prisoner(), make.CampaignFactory(slug="kz")
    FormerSlug.objects.create(slug="old", prisoner=one)
    FormerCampaignSlug.objects.create(slug="past", campaign=campaign)
    for path, target in (
        ("/feeds/prisoners/old.atom?lang=ru", f"/feeds/prisoners/{one.slug}.atom?lang=ru"),
        ("/ru/feeds/campaigns/past.json", "/ru/feeds/campaigns/kz.json"),
    ):
        response = client.get(path)
        assert (response.status_code, response.headers["Location"]) == (301, target)


def test_feed_of_a_country_tells_of_its_people_alone(client: Client) -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))
    other = record.prisoner("Somebody Else", country="BY")
    record.hearing(other, starts_at=timezone.now() + timedelta(days=3))
    for path in ("/feeds/countries/KZ.json", "/feeds/countries/kz.json"):
        titles = [item["title"] for item in json.loads(client.get(path).content)["items"]]
        assert titles == ["In court: Yerlan Baltabai"]
    assert client.get("/feeds/countries/KZ.atom").status_code == 200
    assert client.get("/feeds/countries/ZZ.atom").status_code == 404


def test_feed_of_dispatches_tells_what_was_mailed_and_nothing_else(client: Client) -> None:
    one = a_record()
    begun = {"state": DispatchState.SENT, "started_at": timezone.now()}
    make_dispatch(subject="For all of the country", audience="country:KZ", **begun)
    make_dispatch(subject="Of another country", audience="country:BY", **begun)
    make_dispatch(subject="A draft", audience="country:KZ")
    make_dispatch(subject="Taken back", audience="country:KZ", withdrawn_at=timezone.now(), **begun)
    hidden = record.prisoner("Hidden Person", state="draft")
    make_dispatch(subject="Of somebody hidden", audience=f"prisoner:{hidden.pk}", **begun)

    def titles(path: str) -> set[str]:
        return {item["title"] for item in json.loads(client.get(path).content)["items"]}

    assert titles("/feeds/dispatches.json") == {"For all of the country", "Of another country"}
    of_country = titles("/feeds/countries/kz.json")
    assert "For all of the country" in of_country
    assert not {"Of another country", "A draft", "Taken back"} & of_country
    assert any(one.name in title for title in of_country)
    assert '/en/feeds/dispatches.atom"' in client.get("/en/dispatches/").content.decode()
    assert 'href="/en/dispatches/"' in client.get("/en/alerts/").content.decode()
