"""The pages of the record: what a reader finds, what nobody unauthorised finds, and what it costs."""

import re
from datetime import UTC, datetime, time

import pytest
import time_machine
from django.test import Client

from prisoners import publication
from prisoners.choices import CustodyEnd, CustodyKind, SanctionKind
from prisoners.models import Citation, Defendant, Detention, Disagreement, Hearing, PersonName, Prisoner, Variant
from prisoners.services import detentions, hearings, prisoners, sanctions
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED_OF_NOVEMBER = ("as_of=2026-11-12", "known_on=2026-11-12", "as_of=2026-11-22", "as_of=2026-11-23")


@pytest.fixture(autouse=True)
def _frozen() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content[:300]
    return answer.content.decode()


def held(name: str = "Yerlan Example") -> Prisoner:
    """A published prisoner who serves seven years from 17 July 2026."""
    prisoner = make.published(make.a_prisoner(name))
    sanction = sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2026-07-17", years=7)
    make.published(sanction)
    make.published(detentions.detain(prisoner, sanction=sanction, started_on="2026-07-17"))
    return prisoner


def hearing_of(prisoner: Prisoner, number: int = 1) -> Hearing:
    """A published hearing on 16 December 2026, ten in the morning in Aktau."""
    case = make.published(make.a_case(prisoner, slug=f"case-{number}"))
    place = make.a_place()
    return make.published(
        hearings.schedule(case, place=place, court="City court", held_on="2026-12-16", local_time=time(10))
    )


def test_a_prisoners_page_says_where_it_stands_since_when_and_from_which_source(client: Client) -> None:
    prisoner = held()
    text = page(client, "/en/prisoners/yerlan-example/")
    assert "in prison, serving a sentence" in text
    assert "imprisonment (7 years)" in text
    assert "17 July 2033" in text
    assert "As last reported on 17 July 2026." in text
    assert "An article" in text
    assert f"/en/alerts/?topic=prisoner:{prisoner.pk}" in text


def test_a_prisoners_page_as_of_a_day_shows_what_held_then_and_nothing_later(client: Client) -> None:
    prisoner = held()
    first = prisoner.detentions.get()
    detentions.release(first, "2026-08-09", CustodyEnd.PARDONED)
    assert "in prison, serving a sentence" in page(client, "/en/prisoners/yerlan-example/?as_of=2026-08-01")
    assert "released under a pardon" not in page(client, "/en/prisoners/yerlan-example/?as_of=2026-08-01")
    assert "released under a pardon" in page(client, "/en/prisoners/yerlan-example/")


@pytest.mark.parametrize("name", ["as_of", "known_on"])
def test_day_that_its_month_does_not_have_names_those_on_either_side(client: Client, name: str) -> None:
    held()
    said = "There is no such day as “2019-04-31”. Was 2019-04-30 meant, or 2019-05-01?"
    for path in ("/en/prisoners/yerlan-example/", "/api/v1/prisoners/yerlan-example/"):
        response = client.get(path, {name: "2019-04-31"})
        assert (response.status_code, said in response.content.decode()) == (400, True), path


def test_lists_name_the_days_around_one_that_is_none(client: Client) -> None:
    for path in ("/en/prisoners/", "/api/v1/prisoners/"):
        response = client.get(path, {"as_of": "2019-02-30"})
        assert (response.status_code, "Was 2019-02-28 meant, or 2019-03-01?" in response.content.decode()) == (
            400,
            True,
        )


def test_a_day_that_is_none_is_refused_in_words(client: Client) -> None:
    held()
    for day in ("yesterday", "9999-12-31", "9000-01-01", "0999-12-31"):
        assert "not a day such as" in page(client, f"/en/prisoners/yerlan-example/?as_of={day}", 400)
        assert "not a day such as" in page(client, f"/en/prisoners/yerlan-example/?known_on={day}", 400)
    assert "2019-04-30" not in page(client, "/en/prisoners/yerlan-example/?as_of=2019-04-32", 400)
    for day in ("1000-01-01", "8999-12-31"):
        assert "Yerlan Example" in page(client, f"/en/prisoners/yerlan-example/?as_of={day}&known_on={day}")


def test_unknown_unpublished_and_withdrawn_prisoners_are_not_found_alike(client: Client) -> None:
    make.a_prisoner("Only Draft")
    gone = held("Once Shown")
    publication.withdraw(gone, make.bob(), "the family asked")
    answers = {
        page(client, f"/en/prisoners/{slug}/", 404).replace(slug, "") for slug in ("nobody", "only-draft", "once-shown")
    }
    assert len(answers) == 1


def test_an_old_address_redirects_for_ever_and_keeps_the_query(client: Client) -> None:
    prisoners.rename_slug(held(), "new-name")
    answer = client.get("/en/prisoners/yerlan-example/?as_of=2026-08-01")
    assert (answer.status_code, answer["Location"]) == (301, "/en/prisoners/new-name/?as_of=2026-08-01")


def test_an_old_address_of_an_unpublished_prisoner_is_not_found(client: Client) -> None:
    prisoners.rename_slug(make.a_prisoner(), "new-name")
    page(client, "/en/prisoners/yerlan-example/", 404)


def test_drafts_and_confidential_sources_are_never_shown(client: Client) -> None:
    prisoner = held()
    secret = make.a_source("secret", title="canary-source", is_confidential=True)
    make.cite(prisoner.sanctions.get(), secret)
    sanctions.impose(prisoner, kind=SanctionKind.FINE, text="canary-draft", court="canary-court")
    prisoner.confidential_notes.create(body="canary-note")
    assert "canary" not in page(client, "/en/prisoners/yerlan-example/")


def test_other_reports_and_disagreements_stand_beside_the_fact(client: Client) -> None:
    prisoner = held()
    point = Disagreement.internal.create(prisoner=prisoner, text="the day of the verdict")
    variant = Variant.internal.create(
        sanction=prisoner.sanctions.get(), disagreement=point, reported_on="2026-06", text="in June"
    )
    Citation.internal.create(source=make.a_source("paper-2", title="Another article"), variant=variant)
    text = page(client, "/en/prisoners/yerlan-example/")
    assert "Sources disagree: the day of the verdict" in text
    assert "Other reports: <bdi>in June 2026 – in June" in text
    assert "Another article" in text


def test_a_name_in_its_own_script_carries_its_language(client: Client) -> None:
    name = PersonName(prisoner=held(), text="Ерлан Пример", script="Cyrl", language="ru")
    prisoners.keep_name(name)
    assert '<span lang="ru" dir="auto">Ерлан Пример</span>' in page(client, "/en/prisoners/yerlan-example/")


@pytest.mark.parametrize("query", ["Yerlan", "ерлан", "PRIMER erlan", "example"])
def test_the_list_finds_a_person_by_every_spelling(client: Client, query: str) -> None:
    prisoners.keep_name(PersonName(prisoner=held(), text="Ерлан Пример", script="Cyrl", language="ru"))
    held("Somebody Else")
    text = page(client, f"/en/prisoners/?q={query}")
    assert "Yerlan Example" in text
    assert "Somebody Else" not in text


def test_the_list_filters_by_standing_country_and_who_is_held(client: Client) -> None:
    held()
    make.published(make.a_prisoner("Somebody Else", country="BY"))
    for query in ("held=true", "status=serving", "country=KZ"):
        text = page(client, f"/en/prisoners/?{query}")
        assert "Yerlan Example" in text
        assert "Somebody Else" not in text
    text = page(client, "/en/prisoners/?held=unknown&country=BY")
    assert "Somebody Else" in text
    assert "Yerlan Example" not in text


def test_the_list_says_so_when_nobody_fits_or_a_filter_means_nothing(client: Client) -> None:
    held()
    assert "Nobody in the record fits" in page(client, "/en/prisoners/?q=zzz")
    text = page(client, "/en/prisoners/?status=king&page=none", 400)
    assert "A filter is not understood" in text
    assert "Yerlan Example" not in text


def test_court_dates_are_shown_in_the_time_of_the_court(client: Client) -> None:
    hearing_of(held())
    for address in ("/en/", "/en/hearings/", "/en/prisoners/yerlan-example/"):
        text = page(client, address)
        assert "10:00" in text, address
        assert "UTC+5" in text, address
        assert "City court" in text, address


def test_a_hearing_that_was_called_off_stays_in_sight_until_its_hour(client: Client) -> None:
    hearings.cancel(hearing_of(held()))
    assert "cancelled" in page(client, "/en/hearings/")


def test_court_dates_do_not_name_a_defendant_who_is_not_public(client: Client) -> None:
    hearing = hearing_of(held())
    Defendant.internal.create(case=hearing.case, prisoner=make.a_prisoner("Canary Person"))
    assert "Canary" not in page(client, "/en/hearings/")


def test_the_home_page_shows_who_is_held_and_nobody_else(client: Client) -> None:
    held()
    make.published(make.a_prisoner("Somebody Else"))
    text = page(client, "/en/")
    assert "Yerlan Example" in text
    assert "Somebody Else" not in text
    assert "2 people in the record" in text
    assert "1 of the 2 people in this record are held" in text


def test_the_home_page_finds_a_person_by_a_name_in_another_script(client: Client) -> None:
    prisoners.keep_name(PersonName(prisoner=held(), text="Ерлан Пример", script="Cyrl", language="ru"))
    form = re.search(
        r'<form class="filters find" method="get" action="([^"]+)".*?name="(\w+)"', page(client, "/en/"), re.S
    )
    assert form is not None
    assert "Yerlan Example" in page(client, f"{form[1]}?{form[2]}=Ерлан Примэр")


def test_the_head_of_a_prisoners_page_leads_to_being_told_while_there_is_something_to_be_told(client: Client) -> None:
    held()
    button = '<a class="button" href="#subscribe">Be told what happens next</a>'
    address = "/en/prisoners/yerlan-example/"
    assert button in page(client, address)
    assert button not in page(client, f"{address}?as_of=2026-11-12")
    detentions.release(Detention.internal.get(), "2026-11-01", CustodyEnd.DIED)
    assert button not in page(client, address)


def test_pages_refuse_what_would_write(client: Client) -> None:
    assert client.post("/en/prisoners/").status_code == 405


@pytest.mark.parametrize(
    "address",
    ["/en/", "/en/prisoners/", "/en/prisoners/?held=true&q=example", "/en/hearings/", "/en/prisoners/yerlan-example/"],
)
def test_a_page_asks_the_same_number_of_questions_for_one_row_and_for_three(client: Client, address: str) -> None:
    first = held()
    hearing_of(first)
    cost = len(queries_of(page, client, address))
    for number in (2, 3):
        hearing_of(held(f"Example {number}"), number)
        sanction = sanctions.impose(first, kind=SanctionKind.FINE, imposed_on="2026-07-18")
        make.published(sanction)
        hearing_of(first, number + 10)
    assert len(queries_of(page, client, address)) == cost <= 30


def test_a_prisoners_page_says_who_what_happened_where_it_stands_and_what_comes_next_in_this_order(
    client: Client,
) -> None:
    hearing_of(held())
    text = page(client, "/en/prisoners/yerlan-example/")
    places = [text.index(f'id="{one}"') for one in ("timeline", "standing", "next", "subscribe", "names", "sources")]
    assert places == sorted(places)


def test_a_page_of_what_was_known_on_a_day_leaves_out_what_sources_told_later(client: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    verdict = make.a_source("verdict", title="The verdict", published_on="2019-07-18")
    pardon = make.a_source("pardon", title="The pardon", published_on="2019-08-12")
    sanction = sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2019-07-17", years=7)
    custody = detentions.detain(prisoner, sanction=sanction, started_on="2019-07-17")
    for row in (sanction, custody):
        make.cite(row, verdict)
        make.cite(row, pardon)
        publication.publish(row, None, trusted=True)
    detentions.release(custody, "2019-08-09", CustodyEnd.PARDONED)
    address = "/en/prisoners/yerlan-example/"
    then = page(client, f"{address}?known_on=2019-08-11")
    assert "in prison, serving a sentence" in then
    assert "The pardon" not in then
    assert "pardon" not in then.replace("The pardon", "").split("<main", 1)[1]
    assert "released under a pardon" in page(client, f"{address}?as_of=2019-08-11")
    assert "released under a pardon" in page(client, f"{address}?known_on=2019-08-12")
    assert "not known" in page(client, f"{address}?known_on=2019-07-17")


def test_a_day_beyond_what_was_known_shows_the_day_of_the_knowledge(client: Client) -> None:
    held()
    text = page(client, "/en/prisoners/yerlan-example/?as_of=2026-11-20&known_on=2026-08-01")
    assert "where things stood on 1 August 2026 by what was known on 1 August 2026" in text


def test_days_that_are_counted_beyond_the_last_report_say_so(client: Client) -> None:
    held()
    sentence = "The days since then are counted without a newer report."
    assert sentence in page(client, "/en/prisoners/yerlan-example/")
    assert sentence not in page(client, "/en/prisoners/yerlan-example/?as_of=2026-08-10")


def test_a_fine_that_is_left_is_not_called_the_sentence_of_somebody_who_is_free(client: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    term = sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2012-10-08", years=1)
    make.published(detentions.detain(prisoner, sanction=make.published(term), started_on="2012-10-08"))
    detentions.release(prisoner.detentions.get(), "2013-10-08", CustodyEnd.SERVED)
    make.published(
        sanctions.impose(
            prisoner, kind=SanctionKind.FINE, imposed_on="2012-10-08", fine_amount=500000, fine_currency="KZT"
        )
    )
    text = page(client, "/en/prisoners/yerlan-example/")
    assert "<dt>Sentence</dt>" not in text
    assert "<dt>Of the sentence, no end is recorded of</dt>" in text
    assert "500,000" in text


def test_numbers_are_written_in_one_way_on_a_page(client: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    term = make.published(sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2019-10", years=12))
    make.published(detentions.detain(prisoner, sanction=term, started_on="2019-10"))
    text = page(client, "/en/prisoners/yerlan-example/")
    assert "2,580" in text
    assert "to 2,610 days in custody" in text


def test_texts_of_the_record_carry_their_language_where_it_is_not_the_pages(client: Client) -> None:
    prisoner = held()
    make.published(
        make.an_event(prisoner, title="hunger strike", text="For <b>eleven</b> days.", text_ru="Одиннадцать.")
    )
    text = page(client, "/ru/prisoners/yerlan-example/")
    assert '<span lang="en">Hunger strike</span>' in text
    assert "<p>Одиннадцать.</p>" in text
    assert "<b>eleven" not in page(client, "/en/prisoners/yerlan-example/")


def test_a_prisoners_page_draws_custody_and_each_case_with_their_tables(client: Client) -> None:
    hearing_of(held())
    case = make.a_case(held("Another Example"), slug="case-2")
    make.published(case)
    for day in ("2025-08-01", "2026-02-03", "2026-09"):
        make.published(hearings.schedule(case, place=make.a_place(), held_on=day))
    text = page(client, "/en/prisoners/another-example/")
    assert 'aria-labelledby="custody-title custody-text"' in text
    assert "Custody up to 23 November 2026: 129 days in custody." in text
    assert f'aria-labelledby="case-{case.pk}-title' in text
    assert text.count('class="step"') == 2
    assert text.count('class="span"') == 1


def test_a_case_of_one_date_or_two_has_no_line(client: Client) -> None:
    hearing_of(held())
    assert 'id="case-' not in page(client, "/en/prisoners/yerlan-example/")


def test_a_prisoners_page_says_days_left_half_term_and_from_what_they_follow(client: Client) -> None:
    held()
    text = page(client, "/en/prisoners/yerlan-example/")
    assert "<dt>Days left by calculation</dt><dd><bdi>2,428</bdi>" in text
    assert "<dt>Half of the term by calculation</dt><dd><bdi>15 January 2030</bdi>" in text
    assert "day for day: no rule that counts remand otherwise is recorded" in text


def test_what_was_known_on_a_day_had_happened_by_that_day(client: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    row = Detention.internal.create(prisoner=prisoner, kind=CustodyKind.PRETRIAL, started_on="2026-11")
    make.cite(row, make.a_source("news", title="The news", published_on="2026-11-12"))
    publication.publish(row, None, trusted=True)
    address = "/api/v1/prisoners/yerlan-example/"
    held = {ask: client.get(f"{address}?{ask}").json()["chain"]["is_held"] for ask in ASKED_OF_NOVEMBER}
    assert list(held.values()) == [None, True, None, True]
    page = client.get("/en/prisoners/yerlan-example/?known_on=2026-11-12").content.decode()
    assert "held in pre-trial detention" in page


def test_the_api_says_what_was_known_on_a_day(client: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    row = sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2019-07-17", years=7)
    make.cite(row, make.a_source("verdict", title="The verdict", published_on="2019-07-18"))
    publication.publish(row, None, trusted=True)
    address = "/api/v1/prisoners/yerlan-example/"
    before = client.get(f"{address}?known_on=2019-07-17").json()["chain"]
    after = client.get(f"{address}?known_on=2019-07-18&as_of=2026-01-01").json()["chain"]
    assert (before["status"]["value"], after["status"]["value"], after["as_of"]) == ("unknown", "serving", "2019-07-18")
    assert (after["days_left_low"], after["half_term_low"]) == (2556, "2023-01-15")
    for day in ("then", "9999-12-31", "0001-01-01"):
        assert client.get(f"{address}?known_on={day}").status_code == 400
        assert client.get(f"{address}?as_of={day}").status_code == 400
    assert client.get("/api/v1/prisoners/?known_on=2019-07-18").status_code == 400
