"""What the history of a row says at the desk: words of each language, names and days as people say them, zones."""

from datetime import time

import pytest
from django.conf import settings
from django.test import Client
from django.utils.formats import get_format

from prisoners.history import changes_of
from prisoners.services import cases, hearings
from tests.prisoners import make
from tests.prisoners.desk import at_desk, sent_by, url
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_translated_words_are_said_language_by_language_with_what_changed() -> None:
    case = make.a_case(make.a_prisoner(), title="The strike", title_ru="Забастовка")
    case.title_ru = "Дело о забастовке"
    case.title_kk = "Ереуіл ісі"
    cases.keep(case)
    said = [(one.field, one.before, one.after) for one in changes_of(case)[0].differences]
    assert said == [("title (Қазақ)", "", "Ереуіл ісі"), ("title (Русский)", "Забастовка", "Дело о забастовке")]
    page = at_desk(make.bob()).get(url(case, "history")).content.decode()
    assert ("title_ru" in page, "{&#x27;" in page) == (False, False)


def test_words_in_a_language_that_the_site_has_left_are_kept_under_their_key() -> None:
    case = make.a_case(make.a_prisoner())
    case.i18n = {"title_xx": "Words"}
    case.save()
    assert [(one.field, one.after) for one in changes_of(case)[0].differences] == [("i18n (title_xx)", "Words")]


def test_history_names_rows_and_says_days_hours_and_answers() -> None:
    case, place = make.a_case(make.a_prisoner()), make.a_place()
    hearing = hearings.schedule(case, place=place, held_on="2030-01-05", local_time=time(10), is_public_admitted=True)
    said = {one.field: one.after for one in changes_of(hearing)[0].differences}
    assert said["case"] == "A case"
    assert said["place (gives the time zone)"] == str(place)
    assert said["local date"] == "5 January 2030"
    assert said["public admitted"] == "yes"
    assert str(changes_of(hearing)[0].label) == "entered"


def test_history_tells_nothing_that_follows_from_what_it_tells() -> None:
    hearing = hearings.schedule(make.a_case(make.a_prisoner()), held_on="2030-01", place=make.a_place())
    hearings.move(hearing, "2030-02-03", local_time=time(10))
    assert [one.field for one in changes_of(hearing)[0].differences] == ["local date", "local time, if known"]
    said = {one.field for change in changes_of(hearing) for one in change.differences}
    assert not said & {"starts at", "held earliest", "held latest", "revision"}
    spelling = make.a_prisoner("Anna").names.get()
    assert "folded" not in {one.field for one in changes_of(spelling)[0].differences}


def test_history_asks_the_same_number_of_times_however_long_it_is() -> None:
    case = make.a_case(make.a_prisoner())
    first, second = make.a_place(), make.a_place(name="Almaty", time_zone="Asia/Almaty")
    hearing = hearings.schedule(case, place=first, held_on="2030-01-05")
    assert len(queries_of(changes_of, hearing)) == 4
    for day in range(6, 12):
        hearings.move(hearing, f"2030-01-{day:02}", place=second if day % 2 else first)
    assert len(queries_of(changes_of, hearing)) == 4
    assert len(changes_of(hearing)) == 7


def test_citation_is_named_by_its_source_on_the_page_of_its_fact(alice: Client) -> None:
    hearing = hearings.schedule(make.a_case(make.a_prisoner()), place=make.a_place(), held_on="2030-01-05")
    citation = make.cite(hearing)
    citation.locator = "page 3"
    citation.save()
    assert str(citation) == "An article, page 3"
    assert "An article, page 3" in alice.get(url(hearing)).content.decode()


def test_instants_and_hours_at_the_desk_say_their_zone(alice: Client) -> None:
    place = make.a_place()
    hearing = hearings.schedule(make.a_case(make.a_prisoner()), place=place, held_on="2030-01-05", local_time=time(10))
    assert "5 Jan 2030, 10:00, Aktau time (UTC+5)" in alice.get(url(hearing)).content.decode()
    listed = alice.get("/staff/prisoners/hearing/").content.decode()
    assert "10:00 Aqtau time (UTC+5)" in listed


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_format_of_instants_has_the_zone_in_every_language(code: str) -> None:
    for name in ("DATETIME_FORMAT", "SHORT_DATETIME_FORMAT"):
        assert get_format(name, lang=code).endswith(" e")


def test_taking_a_change_back_keeps_the_other_languages(bob: Client) -> None:
    case = make.a_case(make.a_prisoner(), title="The strike", title_ru="Забастовка")
    bob.post(url(case), sent_by(bob, url(case), title_ru="Другое"))
    first = next(one.number for one in reversed(changes_of(case)) if one.number)
    bob.post(url(case, "history"), {"restore": first})
    case.refresh_from_db()
    assert case.title_ru == "Забастовка"


def test_history_tells_of_sources_their_place_and_what_was_taken_away(bob: Client) -> None:
    hearing = hearings.schedule(make.a_case(make.a_prisoner()), place=make.a_place(), held_on="2030-01-05")
    citation = make.cite(hearing)
    citation.locator = "page 3"
    citation.save()
    citation.save()
    citation.delete()
    said = [[(one.field, one.before, one.after) for one in change.differences] for change in changes_of(hearing)[:3]]
    assert said == [
        [("source", "An article, page 3", None)],
        [("source", "An article", "An article, page 3")],
        [("source", None, "An article")],
    ]
    assert "An article, page 3" in bob.get(url(hearing, "history")).content.decode()


def test_history_leaves_out_what_changed_nothing_and_names_each_step(alice: Client, bob: Client) -> None:
    case = make.a_case(make.a_prisoner())
    case.save()
    assert {str(one.label) for one in changes_of(case)} == {"entered"}
    make.cite(case)
    alice.post(url(case), sent_by(alice, url(case), _submit_row="x"))
    bob.post(url(case, "send-back"), {"reason": "Which court?"})
    told = [(str(one.label), one.by) for one in changes_of(case) if one.label != "entered"]
    assert told == [("sent back to its author", "bob"), ("submitted for publication", "alice")]


def test_what_is_so_now_is_not_offered_to_be_made_so_again(bob: Client) -> None:
    case = make.a_case(make.a_prisoner())
    make.cite(case)
    assert "Make it as it was then" not in bob.get(url(case, "history")).content.decode()
    case.title = "Another title"
    case.save()
    assert bob.get(url(case, "history")).content.decode().count("Make it as it was then") == 1
