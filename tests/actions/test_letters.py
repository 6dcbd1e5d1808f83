"""Letters to prisoners: least written to first, the address of today's place in the script of its post."""

import io
import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader

from actions import letter_page
from actions.models import LetterClaim, LetterRules, LetterTerms
from actions.publication import submit
from actions.refusals import ActionsRefusal, NotPublishable
from actions.services import letters
from prisoners.choices import StaffRole
from prisoners.models import Detention, Prisoner
from privacy.forms import make_form_token
from tests.actions.rows import NOW, make_appeal, make_campaign, make_prisoner, make_staff
from tests.factories import DetentionFactory, PersonNameFactory, PlaceFactory, SourceFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def make_held(slug: str, **fields: Any) -> Prisoner:
    """Somebody in a colony since January, who can be written to."""
    prisoner = make_prisoner(slug, **{"can_be_written_to": True, **fields})
    place = PlaceFactory(name=f"Colony of {slug}")
    DetentionFactory(prisoner=prisoner, kind="serving", started_on="2026-01-01", ended_on="", place=place)
    return prisoner


def make_rules(prisoner: Prisoner, **fields: Any) -> LetterRules:
    values = {
        "address": "Учреждение ЗК-169/5\nг. Актау, 130000",
        "address_language": "ru",
        "languages": "Russian, Kazakh",
        "forbidden": "No money",
        "state": "published",
        "verified_on": "2026-10-01",
        **fields,
    }
    place = Detention.internal.filter(prisoner=prisoner).latest("pk").place
    return LetterRules.internal.create(place=place, **values)


@pytest.fixture
def held() -> Prisoner:
    prisoner = make_held("yerlan-example", born_on="1980")
    PersonNameFactory(prisoner=prisoner, text="Ерлан Мысалов", script="Cyrl", language="ru")
    return prisoner


def page(client: Client, path: str, status: int = 200, when: Any = NOW) -> str:
    with time_machine.travel(when, tick=False):
        response = client.get(path)
    assert response.status_code == status
    return unescape(response.content.decode())


def slugs() -> list[str]:
    return [one.prisoner.slug for one in letter_page.addressees(TODAY)]


def test_only_those_in_custody_who_get_letters_are_listed() -> None:
    make_held("writable")
    make_held("silent", can_be_written_to=False)
    make_held("not-known", can_be_written_to=None)
    make_held("hidden", state="draft")
    ended = Detention.internal.get(prisoner=make_held("free"))
    ended.ended_on, ended.ended_by = "2026-06-01", "released"
    ended.save()
    assert slugs() == ["writable"]


def test_who_was_written_to_least_in_the_last_year_comes_first() -> None:
    for slug, count, days in (("often", 5, 1), ("long-ago", 9, 400), ("seldom", 2, 300)):
        LetterClaim.objects.create(prisoner=make_held(slug), day=TODAY - timedelta(days=days), count=count)
    assert slugs() == ["long-ago", "seldom", "often"]


def test_the_envelope_is_that_of_the_place_of_the_day(held: Prisoner) -> None:
    make_rules(held, wants_birth_year=True)
    one = letter_page.find("yerlan-example", TODAY)
    assert one is not None
    assert letter_page.envelope(one) == {
        "name": "Ерлан Мысалов",
        "year": "1980",
        "address": ["Учреждение ЗК-169/5", "г. Актау, 130000"],
        "country": ["KAZAKHSTAN"],
        "language": "ru",
    }
    first = Detention.internal.get(prisoner=held)
    first.ended_on, first.ended_by = "2026-11-01", "transferred"
    first.save()
    place = PlaceFactory(name="Another colony")
    DetentionFactory(prisoner=held, kind="serving", started_on="2026-11-01", ended_on="", place=place)
    moved = letter_page.find("yerlan-example", TODAY)
    assert moved is not None and moved.place == place
    assert letter_page.envelope(moved)["address"] == []


def test_terms_of_a_person_come_before_the_rules_of_the_prison(held: Prisoner) -> None:
    make_rules(held, is_for_relatives_only=True)
    one = letter_page.find("yerlan-example", TODAY)
    assert one is not None and letter_page.who(one) == "relatives only"
    LetterTerms.internal.create(
        prisoner=held, who="anybody", name="Мысалову Ерлану", care_of="Committee\nVienna", state="published"
    )
    one = letter_page.find("yerlan-example", TODAY)
    assert one is not None and letter_page.who(one) == "anybody"
    envelope = letter_page.envelope(one)
    assert (envelope["name"], envelope["address"]) == ("Мысалову Ерлану", ["Committee", "Vienna"])


def test_rules_and_terms_that_are_not_published_say_nothing(client: Client, held: Prisoner) -> None:
    make_rules(held, state="draft", address="Secret street")
    LetterTerms.internal.create(prisoner=held, care_of="Secret committee", state="in_review")
    said = page(client, "/en/letters/yerlan-example/")
    assert "Secret" not in said
    assert "No address is known" in said


def test_rules_are_shown_with_a_source_and_a_day_only(held: Prisoner) -> None:
    rules = make_rules(held, state="draft", verified_on=None)
    anna = make_staff("anna", StaffRole.RESEARCHER)
    with pytest.raises(NotPublishable, match="needs a source, and the day"):
        submit(rules, anna)
    rules.verified_on = TODAY
    rules.sources.add(SourceFactory())
    submit(rules, anna)
    assert rules.state == "in_review"


def test_rules_and_terms_say_where_in_their_sources_they_stand(client: Client, held: Prisoner) -> None:
    rules = make_rules(held)
    terms = LetterTerms.internal.create(prisoner=held, note="By her lawyer alone.", state="published")
    for row, at in ((rules, "p. 3"), (terms, "minute 7")):
        row.cited.create(source=SourceFactory(title="A paper"), locator=at)
        row.cited.create(source=SourceFactory(is_confidential=True), locator="canary")
    said = page(client, "/en/letters/yerlan-example/")
    for at in ("p. 3", "minute 7"):
        assert at in said
    assert "canary" not in said


def test_the_page_says_how_to_write_and_when_that_was_verified(client: Client, held: Prisoner) -> None:
    make_rules(held)
    said = page(client, "/en/letters/yerlan-example/")
    for part in ("Ерлан Мысалов", "Russian, Kazakh", "No money", "Last verified on 1 October 2026", "KAZAKHSTAN"):
        assert part in said
    assert 'lang="ru"' in said
    assert "Қазақстан".upper() in page(client, "/kk/letters/yerlan-example/")


def test_the_sheet_has_the_address_in_the_script_of_the_post(client: Client, held: Prisoner) -> None:
    make_rules(held)
    with time_machine.travel(NOW, tick=False):
        response = client.get("/en/letters/yerlan-example/sheet.pdf")
    assert response["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(response.content))
    said = " ".join(reader.pages[0].extract_text().split())
    for part in ("Ерлан Мысалов", "г. Актау, 130000", "KAZAKHSTAN", "Russian, Kazakh"):
        assert part in said
    assert len(reader.pages) == 1


def test_nobody_writes_to_somebody_who_is_free(client: Client) -> None:
    make_prisoner("free", can_be_written_to=True)
    for path in ("", "sheet.pdf"):
        page(client, f"/en/letters/free/{path}", 404)
    assert say_written(client, "free").status_code == 404
    with pytest.raises(ActionsRefusal, match="cannot be written to"):
        letters.say_written(Prisoner.internal.get(), NOW)
    assert not LetterClaim.objects.exists()


def say_written(client: Client, slug: str = "yerlan-example", **sent: str) -> Any:
    with time_machine.travel(NOW, tick=False):
        sent = {"form_token": make_form_token("letter-written"), **sent}
        return client.post(f"/en/letters/{slug}/written/", sent)


def test_the_button_counts_one_more_a_day_without_a_cookie(client: Client, held: Prisoner) -> None:
    for _again in range(2):
        response = say_written(client)
        assert (response.status_code, len(response.cookies)) == (200, 0)
    assert [(one.day, one.count) for one in LetterClaim.objects.all()] == [(TODAY, 2)]
    assert "2 people said in the last year that they wrote" in response.content.decode()


def test_a_forged_button_and_a_machine_count_nobody(
    client: Client, held: Prisoner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert say_written(client, form_token="x").status_code == 400
    assert say_written(client, homepage="http://x").status_code == 400
    monkeypatch.setattr(letters, "CLAIMS_AN_HOUR", 0)
    response = say_written(client)
    assert response.status_code == 409
    assert "stopped counting" in response.content.decode()
    assert not LetterClaim.objects.exists()


def test_letter_writers_are_led_to_whose_birthday_comes_soonest(client: Client, held: Prisoner) -> None:
    """Where the day is known it is said; of him only the year is."""
    make_held("born", born_on="1988-12-01")
    index, born, other = (page(client, f"/en/letters/{path}") for path in ("", "born/", "yerlan-example/"))
    [link] = set(re.findall(r'href="(/en/prisoners/\?sort=birthday[^"]*)"', index + born + other))
    assert re.findall('href="/en/prisoners/(born|yerlan-example)/"', page(client, link))[:2] == [
        "born",
        "yerlan-example",
    ]
    assert "Next birthday: 1 December 2026." in born
    assert "Next birthday" not in other


def test_a_list_of_three_asks_no_more_than_a_list_of_one(client: Client, held: Prisoner) -> None:
    make_rules(held)
    LetterTerms.internal.create(prisoner=held, state="published")
    one = len(queries_of(page, client, "/en/letters/"))
    for slug in ("second", "third"):
        prisoner = make_held(slug)
        make_rules(prisoner)
        LetterTerms.internal.create(prisoner=prisoner, state="published")
    assert len(queries_of(page, client, "/en/letters/")) == one


def test_pages_say_what_one_can_do_now(client: Client, held: Prisoner) -> None:
    campaign = make_campaign()
    campaign.prisoners.add(held)
    make_appeal(title="Write for him", prisoners=[held], campaign=campaign)
    make_appeal(title="An old one", prisoners=[held], campaign=campaign, closes_on=date(2026, 11, 1))
    for path in ("/en/prisoners/yerlan-example/", "/en/campaigns/zhanaozen/", "/en/"):
        said = page(client, path)
        assert "Write for him" in said
        assert "An old one" not in said
    assert "/en/letters/yerlan-example/" in page(client, "/en/")
    assert "/en/letters/yerlan-example/" in page(client, "/en/prisoners/yerlan-example/")
    assert "What you can do now" in page(client, "/en/campaigns/zhanaozen/")


def test_page_of_whom_nobody_can_write_to_offers_what_is_left(client: Client) -> None:
    make_prisoner("free")
    said = page(client, "/en/prisoners/free/").partition('id="now"')[2].partition("</section>")[0]
    assert "Write to" not in said
    assert re.findall(r'href="([^"]+)"', said) == [
        "/en/appeals/",
        "/en/prisoners/free/placard.pdf",
        "#subscribe",
        "/en/contribute/?prisoner=free",
    ]
