"""The pages of appeals: to whom, until when, the letter, and no way to send once it is over."""

import io
from datetime import date
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from pypdf import PdfReader

from actions.choices import AppealImpact, AppealResponse
from actions.models import Appeal, AppealClaim
from privacy.forms import make_form_token
from tests.actions.rows import NOW, make_appeal, make_campaign, make_prisoner, make_target
from tests.factories import DetentionFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def appeal() -> Appeal:
    """For one person held since 2024, in two languages, to be written in Russian."""
    prisoner = make_prisoner()
    DetentionFactory(prisoner=prisoner, kind="serving", started_on="2026-01-01", ended_on="")
    appeal = make_appeal(
        slug="free-yerlan",
        campaign=make_campaign(),
        prisoners=[prisoner],
        targets=[make_target("vienna", name="Embassy in Vienna"), make_target("silent", email="", name="Ministry")],
        letter="Held for {{ days_held }}.",
        points="Release\nA doctor",
        letter_language="ru",
        number=3,
    )
    appeal.letter_ru, appeal.salutation_ru = "Под стражей {{ days_held }}.", "Ваше Превосходительство!"
    appeal.save()
    return appeal


def page(client: Client, path: str, status: int = 200, when: Any = NOW) -> str:
    with time_machine.travel(when, tick=False):
        response = client.get(path)
    assert response.status_code == status
    return unescape(response.content.decode())


def test_the_page_says_who_asks_whom_for_what_until_when(client: Client, appeal: Appeal) -> None:
    said = page(client, "/en/appeals/free-yerlan/")
    for part in (
        "Appeal 3 · Zhanaozen",
        "Union of oil workers",
        "24 December 2026, end of the day, Aqtau time (UTC+5)",
        "Embassy in Vienna",
        "<li>A doctor</li>",
        "Ваше Превосходительство!",
        "Под стражей 334 дня.",
        'href="mailto:mission@embassy.example?subject=',
        "https://mail.google.com/mail/?view=cm",
        "/letter.pdf?to=vienna&letter=ru",
    ):
        assert part in said


def test_the_letter_can_be_read_in_another_language(client: Client, appeal: Appeal) -> None:
    said = page(client, "/en/appeals/free-yerlan/?letter=en")
    assert "Held for 334 days." in said
    assert "Под стражей" not in said
    assert "Под стражей" in page(client, "/en/appeals/free-yerlan/?letter=xx")


def test_a_target_whose_mail_comes_back_is_written_to_on_paper(client: Client, appeal: Appeal) -> None:
    appeal.targets.filter(slug="vienna").update(mail_state="bounces")
    said = page(client, "/en/appeals/free-yerlan/")
    assert "Mail to it: comes back" in said
    assert 'href="mailto:mission' not in said
    assert "mail.google.com" not in said
    assert "/letter.pdf?to=vienna" in said


def test_an_appeal_that_is_over_says_what_came_of_it_and_sends_nothing(client: Client, appeal: Appeal) -> None:
    appeal.outcome, appeal.outcome_text, appeal.campaign_words = "freed", "Home on 2 January.", "We thank you all."
    appeal.save()
    said = page(client, "/en/appeals/free-yerlan/", when="2027-01-03T12:00:00Z")
    for part in ("This appeal is over", "set free", "Home on 2 January.", "We thank you all.", "Was open until"):
        assert part in said
    for part in ("mailto:mission", "mail.google.com", "letter.pdf", "I have written"):
        assert part not in said
    with time_machine.travel("2027-01-03T12:00:00Z", tick=False):
        sheet = client.get("/en/appeals/free-yerlan/letter.pdf?to=vienna")
    assert (sheet.status_code, sheet.content.decode()) == (
        409,
        "This appeal is over: nothing is to be sent any more.\n",
    )


def test_an_appeal_says_how_the_addressee_responded_and_what_it_did(client: Client, appeal: Appeal) -> None:
    assert "How the addressee responded" not in page(client, "/en/appeals/free-yerlan/")
    appeal.response, appeal.impact = AppealResponse.DENIED, AppealImpact.STRONG_NEGATIVE
    appeal.save()
    said = page(client, "/en/appeals/free-yerlan/")
    assert "<dt>How the addressee responded</dt><dd>denied that it happened</dd>" in said
    assert "<dt>What it did, as the campaign judges it</dt><dd>much worse for it</dd>" in said
    told = client.get("/api/v1/appeals/free-yerlan/").json()
    assert (told["response"]["value"], told["impact"]["value"]) == ("denied", "strong_negative")


@pytest.mark.parametrize("answer", [{"reply": "We do not know him."}, {"replied_on": date(2026, 12, 1)}], ids=str)
def test_an_appeal_with_an_answer_was_not_left_without_one(appeal: Appeal, answer: dict[str, Any]) -> None:
    for name, value in {"response": AppealResponse.NO_ANSWER, **answer}.items():
        setattr(appeal, name, value)
    with pytest.raises(ValidationError, match="An answer is recorded"):
        appeal.full_clean()
    with pytest.raises(IntegrityError, match="appeal_without_answer_has_none"), transaction.atomic():
        appeal.save()


def test_a_withdrawn_appeal_is_gone(client: Client, appeal: Appeal) -> None:
    Appeal.internal.update(state="withdrawn")
    page(client, "/en/appeals/free-yerlan/", 404)
    assert "free-yerlan" not in page(client, "/en/appeals/")


def test_the_letter_on_paper_is_addressed_in_its_language(client: Client, appeal: Appeal) -> None:
    with time_machine.travel(NOW, tick=False):
        response = client.get("/en/appeals/free-yerlan/letter.pdf?to=vienna&letter=ru")
    reader = PdfReader(io.BytesIO(response.content))
    said = " ".join(reader.pages[0].extract_text().split())
    for part in ("Embassy in Vienna", "Wipplingerstrasse 35", "Австрия", "Ваше Превосходительство!", "334 дня"):
        assert part in said
    assert reader.trailer["/Root"]["/Lang"] == "ru"
    with time_machine.travel(NOW, tick=False):
        assert client.get("/en/appeals/free-yerlan/letter.pdf?to=nobody").status_code == 404
        assert client.get("/en/appeals/free-yerlan/letter.pdf").status_code == 404


@pytest.mark.parametrize("path", ["/en/appeals/free-yerlan/", "/ru/letters/yerlan/"])
def test_whoever_comes_back_to_the_thanks_is_led_to_the_page(client: Client, path: str) -> None:
    """As by the menu of languages, or by a bookmark."""
    answer = client.get(f"{path}written/")
    assert (answer.status_code, answer["Location"]) == (302, path)


def say_written(client: Client, when: Any = NOW, **sent: str) -> Any:
    with time_machine.travel(when, tick=False):
        sent = {"form_token": make_form_token("written"), **sent}
        return client.post("/en/appeals/free-yerlan/written/", sent)


def test_the_button_counts_one_more_and_sets_no_cookie(client: Client, appeal: Appeal) -> None:
    response = say_written(client)
    assert (response.status_code, len(response.cookies)) == (200, 0)
    assert "1 person said that they wrote" in response.content.decode()
    assert AppealClaim.objects.get().count == 1


@pytest.mark.parametrize(
    ("sent", "status", "sentence"),
    [({"form_token": "x"}, 400, "did not come from our page"), ({"homepage": "http://x"}, 400, "people do not see")],
)
def test_a_forged_button_counts_nobody(
    client: Client, appeal: Appeal, sent: dict[str, str], status: int, sentence: str
) -> None:
    response = say_written(client, **sent)
    assert response.status_code == status
    assert sentence in response.content.decode()
    assert not AppealClaim.objects.exists()


def test_the_button_of_an_appeal_that_is_over_says_so(client: Client, appeal: Appeal) -> None:
    response = say_written(client, "2027-01-03T12:00:00Z")
    assert response.status_code == 409
    assert "nothing is to be sent any more" in response.content.decode()
    assert not AppealClaim.objects.exists()


@pytest.mark.parametrize("path", ["/en/appeals/", "/api/v1/appeals/"])
def test_a_list_of_four_asks_no_more_than_a_list_of_two(client: Client, appeal: Appeal, path: str) -> None:
    def one_more(name: str, closes_on: date) -> None:
        row = {"campaign": make_campaign(name), "prisoners": [make_prisoner(name)], "follows": appeal}
        make_appeal(closes_on=closes_on, **row)

    one_more("first", date(2026, 11, 2))
    two = len(queries_of(page, client, path))
    one_more("second", date(2026, 11, 3))
    one_more("third", date(2026, 12, 29))
    assert len(queries_of(page, client, path)) == two


def test_what_closes_first_comes_first_and_what_is_over_last(client: Client) -> None:
    make_appeal(title="Later one", closes_on=date(2026, 12, 30))
    make_appeal(title="Sooner one", closes_on=date(2026, 12, 2))
    make_appeal(title="Old one", closes_on=date(2026, 11, 2))
    said = page(client, "/en/appeals/")
    assert said.index("Sooner one") < said.index("Later one") < said.index("Old one")


def test_open_that_is_neither_yes_nor_no_is_refused(client: Client) -> None:
    answer = client.get("/api/v1/appeals/?open=maybe")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["open"])


def test_the_api_tells_the_same_with_numbers_computed(client: Client, appeal: Appeal) -> None:
    with time_machine.travel(NOW, tick=False):
        row = client.get("/api/v1/appeals/free-yerlan/?lang=en").json()
        assert client.get("/api/v1/appeals/?open=true&campaign=zhanaozen").json()["count"] == 1
        found = {said: client.get(f"/api/v1/appeals/?open={said}").json()["count"] for said in ("", "1", "false", "0")}
        assert found == {"": 1, "1": 1, "false": 0, "0": 0}
        assert client.get("/api/v1/appeals/?prisoner=nobody").json()["count"] == 0
    assert row["letter"]["body"] == "Your Excellency,\n\nHeld for 334 days."
    assert (row["is_open"], row["number"], row["written"]) == (True, 3, 0)
    assert [one["slug"] for one in row["targets"]] == ["vienna", "silent"]
    assert row["points"] == ["Release", "A doctor"]


def test_a_petition_is_signed_and_not_written(client: Client, appeal: Appeal) -> None:
    Appeal.internal.update(kind="petition", paper_signatures=40)
    said = page(client, "/en/appeals/free-yerlan/")
    for part in ("/sign/", "Sign as an organisation", "/sheet.pdf?letter=ru", "40 <small>signatures"):
        assert part in said
    for part in ("mailto:mission", "I have written", "mail.google.com"):
        assert part not in said
    with time_machine.travel(NOW, tick=False):
        sheet = PdfReader(io.BytesIO(client.get("/en/appeals/free-yerlan/sheet.pdf?letter=en").content))
    words = " ".join(sheet.pages[0].extract_text().split())
    assert "Held for 334 days." in words
    assert "OPEN LETTER TO: EMBASSY IN VIENNA; MINISTRY" in words
