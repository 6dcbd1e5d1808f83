"""Sheets to print: what stands on them is what the record says, in the reader's language, and nothing unpublished."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import time_machine
import typst
from django.conf import settings
from django.test import Client
from django.utils import translation
from PIL import Image, ImageFont
from pypdf import PdfReader

from actions.models import Action, Campaign
from actions.printing import press
from actions.printing.parts import days, names
from prisoners.chain import chain_of
from prisoners.models import Prisoner
from tests.actions.rows import NOW, make_action, make_campaign, make_group, make_prisoner
from tests.factories import DemandFactory, DetentionFactory, PersonNameFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> Prisoner:
    """Somebody in prison since the first of January 2024."""
    prisoner = make_prisoner("yerlan-example")
    PersonNameFactory(prisoner=prisoner, text="Ерлан Мысалов", script="Cyrl", language="kk")
    DetentionFactory(prisoner=prisoner, kind="serving", started_on="2024-01-01", ended_on="")
    return prisoner


@pytest.fixture
def campaign(held: Prisoner) -> Campaign:
    """A campaign for them with one demand that stands and one that does not."""
    campaign = make_campaign("zhanaozen", title="Freedom for strikers")
    for text, status in (("release at once", "standing"), ("an honest trial", "dropped")):
        DemandFactory(campaign=campaign, text=text, status=status).prisoners.add(held)
    return campaign


@pytest.fixture
def picket(campaign: Campaign, held: Prisoner) -> Action:
    """Their picket in Vienna."""
    action = make_action(slug="picket", title="Picket in Vienna", campaign=campaign, group=make_group())
    action.prisoners.add(held)
    return action


def read(client: Client, path: str) -> PdfReader:
    with time_machine.travel(NOW, tick=False):
        response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response["Content-Disposition"].startswith('inline; filename="')
    return PdfReader(io.BytesIO(response.content))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_a_placard_says_who_how_long_what_is_demanded_and_where_to_read_more(
    client: Client, campaign: Campaign
) -> None:
    reader = read(client, "/en/prisoners/yerlan-example/placard.pdf")
    said = words(reader)
    for part in (
        "Yerlan Example",
        "Ерлан Мысалов",
        "1,065",
        "days in custody at most",
        "Release at once",
        "1 December 2026",
    ):
        assert part in said
    assert "honest trial" not in said
    assert "/en/prisoners/yerlan-example/" in said
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize(
    ("language", "first", "counter"),
    [
        ("en", "Yerlan Example", "days in custody"),
        ("ru", "Ерлан Мысалов", "дней под стражей"),
        ("kk", "Ерлан Мысалов", "қамауда"),
        ("he", "Yerlan Example", "1065"),
    ],
)
def test_a_placard_is_in_the_language_and_the_letters_of_its_address(
    client: Client, held: Prisoner, language: str, first: str, counter: str
) -> None:
    reader = read(client, f"/{language}/prisoners/yerlan-example/placard.pdf")
    said = words(reader)
    assert reader.trailer["/Root"]["/Lang"] == language
    assert counter in said
    other = "Ерлан Мысалов" if first == "Yerlan Example" else "Yerlan Example"
    assert said.index(first) < said.index(other)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_placard_says_a_name_once_that_the_record_has_in_cyrillic_alone(client: Client, language: str) -> None:
    prisoner = make_prisoner("anna-mysalova", name="Анна Мысалова")
    PersonNameFactory(prisoner=prisoner, text="Анна Мысалова", script="Cyrl", language="")
    assert words(read(client, f"/{language}/prisoners/anna-mysalova/placard.pdf")).count("Анна Мысалова") == 1


@pytest.mark.parametrize(("paper", "width"), [("a3", 842), ("a4", 595), ("a5", 420), ("letter", 612)])
def test_a_placard_is_one_page_of_the_paper_that_was_asked_for(
    client: Client, campaign: Campaign, paper: str, width: int
) -> None:
    reader = read(client, f"/en/prisoners/yerlan-example/placard.pdf?paper={paper}")
    assert [round(page.mediabox.width) for page in reader.pages] == [width]


def test_other_paper_is_refused_with_the_kinds_there_are(client: Client, held: Prisoner) -> None:
    response = client.get("/en/prisoners/yerlan-example/placard.pdf?paper=../../etc/passwd")
    assert (response.status_code, response.content) == (400, b"paper: a3, a4, a5, letter\n")


def test_words_are_never_read_as_markup(client: Client, held: Prisoner) -> None:
    held.name = '#panic("out") *b* $x$ @label <b> ' + "\\" + "Very-Long-Name" * 6
    held.save()
    reader = read(client, "/en/prisoners/yerlan-example/placard.pdf")
    assert '#panic("out") *b* $x$ @label <b>' in words(reader)
    assert len(reader.pages) == 1


def test_somebody_of_whom_no_days_are_known_has_a_placard_without_a_counter(client: Client) -> None:
    make_prisoner("unknown-days")
    assert "days in custody" not in words(read(client, "/en/prisoners/unknown-days/placard.pdf"))


def test_a_leaflet_says_when_where_for_whom_and_why(client: Client, picket: Action) -> None:
    said = words(read(client, "/en/actions/picket/leaflet.pdf"))
    for part in ("Picket in Vienna", "18:00", "UTC+1", "Vienna", "Yerlan Example", "Release at once"):
        assert part in said
    assert "/en/actions/picket/" in said


def test_a_leaflet_keeps_a_meeting_point_that_is_told_to_those_who_come(client: Client, picket: Action) -> None:
    Action.internal.update(venue="Secret Corner 5", address_visibility="confirmed")
    assert "Secret Corner" not in words(read(client, "/en/actions/picket/leaflet.pdf"))


def test_a_sheet_for_the_street_says_what_becomes_of_an_address(client: Client, picket: Action) -> None:
    reader = read(client, "/en/actions/picket/sign-up-sheet.pdf")
    assert "destroy this sheet" in words(reader)
    assert len(reader.pages) == 1


def test_an_open_letter_says_what_is_demanded_and_for_whom(client: Client, campaign: Campaign) -> None:
    reader = read(client, "/en/campaigns/zhanaozen/open-letter.pdf")
    said = words(reader)
    assert "Release at once — Yerlan Example" in said
    assert "honest trial" not in said
    assert len(reader.pages) == 1


@pytest.mark.parametrize(
    "path",
    [
        "prisoners/yerlan-example/placard.pdf",
        "actions/picket/leaflet.pdf",
        "actions/picket/sign-up-sheet.pdf",
        "campaigns/zhanaozen/open-letter.pdf",
    ],
)
def test_nothing_unpublished_is_printed(client: Client, picket: Action, path: str) -> None:
    for model in (Prisoner, Action, Campaign):
        model.internal.update(state="review")
    assert client.get(f"/en/{path}").status_code == 404


def test_a_sheet_costs_the_same_queries_for_one_and_for_three(
    client: Client, campaign: Campaign, picket: Action
) -> None:
    paths = ("actions/picket/leaflet.pdf", "campaigns/zhanaozen/open-letter.pdf")
    before = [_queries(client, path) for path in paths]
    for number in range(2):
        other = make_prisoner(f"other-{number}")
        picket.prisoners.add(other)
        DemandFactory(campaign=campaign, text=f"demand {number}", status="standing").prisoners.add(other)
    assert [_queries(client, path) for path in paths] == before


def _queries(client: Client, path: str) -> int:
    return len(queries_of(client.get, f"/en/{path}"))


def test_pages_lead_to_the_sheets(client: Client, picket: Action) -> None:
    pages = {
        "/en/prisoners/yerlan-example/": "/en/prisoners/yerlan-example/placard.pdf",
        "/en/campaigns/zhanaozen/": "/en/campaigns/zhanaozen/open-letter.pdf",
        "/en/actions/picket/": "/en/actions/picket/leaflet.pdf",
    }
    with time_machine.travel(NOW, tick=False):
        for page, sheet in pages.items():
            assert f'href="{sheet}"' in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("known", "number", "label"),
    [
        ({"days_held_low": 2581, "days_held_high": 2611}, "2,581–2,611", "days in custody"),
        ({"days_held_low": 1, "days_held_high": 1}, "1", "day in custody"),
        ({"days_held_low": 12, "days_held_high": None}, "12", "days in custody at least"),
        ({"days_held_low": 0, "days_held_high": 40}, "40", "days in custody at most"),
        ({"days_held_low": 0, "days_held_high": 0}, "", ""),
    ],
)
def test_the_counter_says_no_more_than_is_known(held: Prisoner, known: dict[str, Any], number: str, label: str) -> None:
    state = replace(chain_of(held, NOW.date()), **known)
    assert days(state) == {"number": number, "number_label": label}


SHARED = ("/en/prisoners/yerlan-example/", "/ru/campaigns/zhanaozen/", "/he/actions/picket/")


@pytest.mark.parametrize("page", SHARED)
def test_a_shared_page_has_a_picture_of_its_own(client: Client, picket: Action, page: str) -> None:
    with time_machine.travel(NOW, tick=False):
        html = client.get(page).content.decode()
        assert f'<meta property="og:image" content="{settings.SITE_ORIGIN}{page}share.png">' in html
        response = client.get(f"{page}share.png")
    assert response["Content-Type"] == "image/png"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    picture = Image.open(io.BytesIO(response.content)).convert("L")
    assert picture.size == (1200, 630)
    # There is something on it: paper is not all of it.
    assert min(picture.histogram().index(count) for count in picture.histogram() if count) < 60


@pytest.mark.parametrize("page", SHARED)
def test_nothing_unpublished_has_a_picture(client: Client, picket: Action, page: str) -> None:
    for model in (Prisoner, Action, Campaign):
        model.internal.update(state="review")
    assert client.get(f"{page}share.png").status_code == 404


def test_nobody_prints_a_demand_for_somebody_who_was_let_go_since(client: Client, campaign: Campaign) -> None:
    freed = make_prisoner("anna-example", name="Anna Example")
    DetentionFactory(prisoner=freed, kind="serving", started_on="2020-01-01", ended_on="2022-01-01", ended_by="served")
    DemandFactory(campaign=campaign, text="Free Anna", raised_on="2021").prisoners.add(freed)
    DemandFactory(campaign=campaign, text="Lift her ban", raised_on="2023").prisoners.add(freed)
    placard = words(read(client, "/en/prisoners/anna-example/placard.pdf"))
    letter = words(read(client, "/en/campaigns/zhanaozen/open-letter.pdf"))
    assert [("Free Anna" in text, "Lift her ban" in text) for text in (placard, letter)] == [(False, True)] * 2


@pytest.mark.parametrize("sheet", ["leaflet.pdf", "sign-up-sheet.pdf"])
def test_what_was_called_off_calls_nobody(client: Client, picket: Action, sheet: str) -> None:
    assert client.get(f"/en/actions/picket/{sheet}").status_code in (200, 404)
    Action.internal.update(cancelled_at=NOW, cancellation_reason="Storm")
    assert client.get(f"/en/actions/picket/{sheet}").status_code == 404


@pytest.mark.parametrize(
    ("language", "in_russian", "said"),
    [
        ("ru", "Ерлан Мысалов", ("Ерлан Мысалов", "Yerlan Example")),
        ("ru", "Ерлан Мысалович", ("Ерлан Мысалович", "Yerlan Example")),
        ("kk", "", ("Ерлан Мысалов", "Yerlan Example")),
        ("en", "", ("Yerlan Example", "Ерлан Мысалов")),
        ("he", "", ("Yerlan Example", "Ерлан Мысалов")),
    ],
)
def test_name_stands_in_both_scripts_and_never_twice_in_one(
    held: Prisoner, language: str, in_russian: str, said: tuple[str, str]
) -> None:
    if in_russian:
        held.name_ru = in_russian
        held.save()
    with translation.override(language):
        both = names(held)
    assert (both["name"]["text"], both["own"]["text"]) == said


@pytest.fixture
def liu() -> Prisoner:
    """Somebody whose name is written in letters that no font of ours has, with the spelling that a source gives."""
    prisoner = make_prisoner("liu-xiaobo", name="刘晓波")
    PersonNameFactory(prisoner=prisoner, text="Xiaobo", script="Latn", language="en", part="given")
    PersonNameFactory(prisoner=prisoner, text="Liu Xiaobo", script="Latn", language="en")
    return prisoner


def test_a_name_that_cannot_be_printed_gives_way_to_its_spelling_in_latin_letters(
    client: Client, liu: Prisoner
) -> None:
    said = words(read(client, "/en/prisoners/liu-xiaobo/placard.pdf"))
    assert "Liu Xiaobo" in said and "written in other letters too" in said
    picture = client.get("/en/prisoners/liu-xiaobo/share.png")
    assert (picture.status_code, names(liu)["name"]["text"]) == (200, "Liu Xiaobo")


def test_what_is_printed_beside_a_name_is_left_out_where_there_are_no_letters_for_it(client: Client) -> None:
    PersonNameFactory(prisoner=make_prisoner("liu", name="Liu Xiaobo"), text="刘晓波", script="Hani", language="zh")
    said = words(read(client, "/en/prisoners/liu/placard.pdf"))
    assert "Liu Xiaobo" in said and "written in other letters too" in said


@pytest.mark.parametrize(
    "name",
    ["刘晓波", "日本の人", "김철수", "สมชาย", "အောင်", "សុខា", "বাংলা", "አበበ", "བསྟན་འཛིན", "ⴰⵎⵖⵔⴰⵙ", "Anna 🦄", "a\x07b"],
    ids=["zh", "ja", "ko", "th", "my", "km", "bn", "am", "bo", "zgh", "emoji", "control"],
)
def test_a_sheet_is_printed_whatever_letters_are_missing_and_says_so(client: Client, picket: Action, name: str) -> None:
    make_prisoner("somebody", name=name)
    Action.internal.update(title=f"Picket {name}", city=name)
    for path in ("prisoners/somebody/placard.pdf", "actions/picket/leaflet.pdf", "actions/picket/sign-up-sheet.pdf"):
        assert "Where a box is printed" in words(read(client, f"/en/{path}"))


def test_a_sheet_with_all_its_letters_speaks_of_none_that_is_missing(client: Client, picket: Action) -> None:
    for path in ("prisoners/yerlan-example/placard.pdf", "actions/picket/leaflet.pdf"):
        said = words(read(client, f"/en/{path}"))
        assert "fonts" not in said


def test_names_that_cannot_be_printed_cost_the_same_queries_for_one_and_for_three(
    client: Client, campaign: Campaign, picket: Action, liu: Prisoner
) -> None:
    paths = ("actions/picket/leaflet.pdf", "campaigns/zhanaozen/open-letter.pdf")
    picket.prisoners.add(liu)
    DemandFactory(campaign=campaign, text="free Liu", status="standing").prisoners.add(liu)
    assert "Liu Xiaobo" in words(read(client, f"/en/{paths[0]}"))
    before = [_queries(client, path) for path in paths]
    for number in range(2):
        other = make_prisoner(f"other-{number}", name=f"刘{number}")
        PersonNameFactory(prisoner=other, text=f"Liu {number}", script="Latn", language="en")
        picket.prisoners.add(other)
        DemandFactory(campaign=campaign, text=f"free {number}", status="standing").prisoners.add(other)
    assert [_queries(client, path) for path in paths] == before


def test_any_other_mistake_in_a_sheet_is_not_taken_for_a_missing_letter() -> None:
    with pytest.raises(typst.TypstError, match="kicker"):
        press.pdf("placard", "/", {"title": "x"})


def test_fonts_of_a_folder_are_used_beside_the_own_ones(tmp_path: Path) -> None:
    (tmp_path / "one.ttf").write_bytes(ImageFont.load_default(12).path.getvalue())
    assert set(press.fonts(str(tmp_path)).families()) - set(press.fonts("").families()) == {"Aileron"}
