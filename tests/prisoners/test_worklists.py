"""What the desk says is to be done, the desk without scripts, and a place whose zone was wrong."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from campaign import tasks
from prisoners import worklists
from prisoners.choices import CustodyEnd, HearingKind, HearingStatus, SanctionKind
from prisoners.models import Citation, GapMark, Hearing, Prisoner, Sanction
from prisoners.refusals import Refusal
from prisoners.services import detentions, gap_marks, hearings, places, sanctions
from prisoners.services.spans import settle
from prisoners.worklists import SHOWN, stale, with_gaps, without_outcome
from tests.prisoners import make
from tests.prisoners.desk import at_desk, sent_by, url
from tests.queries import first_queries_of, queries_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _frozen() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def a_hearing(**fields: Any) -> Hearing:
    case = make.a_case(make.a_prisoner())
    return hearings.schedule(case, place=make.a_place(), **{"held_on": "2026-11-20", **fields})


def notes(prisoner: Prisoner) -> str:
    return " ".join(item.note for item in with_gaps(TODAY).items if item.title == prisoner.name)


def test_people_never_verified_come_first_then_those_verified_long_ago() -> None:
    for name, days in (("Never", None), ("Long Ago", 200), ("Lately", 10)):
        verified = TODAY - timedelta(days=days) if days else None
        make.published(make.a_prisoner(name, verified_on=verified))
    make.a_prisoner("Only Draft")
    assert [item.title for item in stale(TODAY).items] == ["Never", "Long Ago"]


def test_a_long_list_is_cut_and_says_how_many_more() -> None:
    for number in range(SHOWN + 2):
        make.published(make.a_prisoner(f"Example {number}"))
    assert (len(stale(TODAY).items), stale(TODAY).more) == (SHOWN, 2)


def test_a_hearing_that_passed_waits_for_its_outcome_until_it_is_entered() -> None:
    hearing = a_hearing()
    assert [item.title for item in without_outcome(NOW).items] == ["A case"]
    assert without_outcome(NOW).items[0].url == f"/staff/prisoners/hearing/{hearing.pk}/change/#id_status"
    hearings.record_outcome(hearing, "adjourned")
    assert not without_outcome(NOW).items


def test_hearings_that_passed_lately_come_first_and_vague_ones_wait_until_their_end() -> None:
    case, place = make.a_case(make.a_prisoner()), make.a_place()
    for day in ("2026-10-01", "2026-11-01", "2026-11", "2026-10/..", "2027-01-01"):
        hearings.schedule(case, place=place, held_on=day)
    found = [item.note.partition(", ")[2] for item in without_outcome(NOW).items]
    assert found == ["1 November 2026", "1 October 2026"]


def test_a_hearing_of_today_has_not_passed() -> None:
    a_hearing(held_on="2026-11-24")
    assert not without_outcome(NOW).items


def test_gaps_name_a_term_that_ran_out_a_sentence_without_length_and_a_custody_nobody_recorded() -> None:
    prisoner = make.a_prisoner()
    term = sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2019-07-17", years=1)
    detentions.detain(prisoner, sanction=term, started_on="2019-07-17")
    assert "The term ended by calculation (17 July 2020) and no release is recorded." in notes(prisoner)
    other = make.a_prisoner("Another Example")
    detentions.detain(other, started_on="2026-01-01")
    sanctions.impose(other, kind=SanctionKind.PRISON, imposed_on="2026-02-01")
    assert "The length of a sentence is not recorded: imprisonment, 1 February 2026." in notes(other)


def test_gaps_name_two_stretches_of_custody_without_a_release_between_them_and_old_reports() -> None:
    prisoner = make.a_prisoner()
    first = detentions.detain(prisoner, started_on="2020-01-01")
    detentions.release(first, "2020-02-01", CustodyEnd.NOT_RECORDED)
    detentions.detain(prisoner, started_on="2021-01-01")
    said = notes(prisoner)
    assert "(1 January 2020, 1 January 2021) no release is recorded" in said
    assert "Held as last reported on 1 January 2021" in said


def test_gaps_name_a_hearing_about_custody_after_the_release_unless_it_was_called_off(alice: Client) -> None:
    prisoner = make.a_prisoner()
    detentions.release(detentions.detain(prisoner, started_on="2020-01-01"), "2020-02-01", CustodyEnd.RELEASED)
    fields = {"place": make.a_place(), "kind": HearingKind.PAROLE, "held_on": "2020-06-01"}
    hearing = hearings.schedule(make.a_case(prisoner), **fields)
    said = "a court sat about custody: parole hearing, 1 June 2020. Was the person held again?"
    assert said in notes(prisoner)
    page = alice.get(url(prisoner)).content.decode()
    assert page.index(said) < page.index("field-slug")
    hearings.cancel(hearing)
    assert notes(prisoner) == ""


def test_sentence_is_added_to_another_on_the_page_of_the_prisoner(alice: Client) -> None:
    prisoner = make.a_prisoner()
    first = sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2019-10", years=5)
    fields = {"kind": "prison", "years": 7, "months": 0, "days": 0, "added_to": first.pk}
    rows = {f"sanctions-1-{name}": value for name, value in fields.items()}
    sent = sent_by(alice, url(prisoner), **rows, **{"sanctions-TOTAL_FORMS": 2})
    assert alice.post(url(prisoner), sent).status_code == 302
    assert Sanction.internal.get(years=7).added_to == first


def test_a_record_without_a_gap_is_not_listed() -> None:
    prisoner = make.a_prisoner()
    detentions.release(detentions.detain(prisoner, started_on="2020-01-01"), "2020-02-01", CustodyEnd.RELEASED)
    assert not with_gaps(TODAY).items


def test_the_first_page_of_the_desk_is_named_and_lists_what_is_to_be_done(alice: Client) -> None:
    make.published(make.a_prisoner("Somebody Else"))
    a_hearing()
    text = alice.get("/staff/").content.decode()
    assert "Django administration" not in text
    for words in ("Until Free: the desk", "To be verified again", "Hearings that passed without an outcome"):
        assert words in text


def test_the_first_page_shows_no_work_to_those_who_cannot_do_it() -> None:
    make.published(make.a_prisoner())
    charlie = at_desk(make.charlie())
    assert "To be verified again" not in charlie.get("/staff/").content.decode()


def test_the_first_page_needs_as_many_queries_for_three_as_for_one(alice: Client) -> None:
    counts = []
    for name in ("One", "Two", "Three"):
        prisoner = make.published(make.a_prisoner(name))
        detentions.detain(prisoner, started_on="2020-01-01")
        counts.append(len(queries_of(alice.get, "/staff/")))
    assert counts[0] == counts[2]


def test_the_page_of_a_prisoner_names_the_gaps_of_the_chain(alice: Client) -> None:
    prisoner = make.a_prisoner()
    detentions.detain(prisoner, started_on="2020-01-01")
    assert "Held as last reported on 1 January 2020" in alice.get(url(prisoner)).content.decode()


def test_rows_of_defendants_are_titled_by_name_and_case(alice: Client) -> None:
    case = make.a_case(make.a_prisoner())
    text = alice.get(url(case)).content.decode()
    assert "Yerlan Example, A case" in text
    assert f"{case.pk}/" + str(case.defendants.get().pk) not in text.replace("/change/", "")


def test_case_place_and_source_can_be_typed_where_scripts_are_off(alice: Client) -> None:
    make.a_case(make.a_prisoner())
    make.a_place()
    source = make.a_source()
    address = "/staff/prisoners/hearing/add/"
    assert '<noscript><input type="text" name="place"' in alice.get(address).content.decode()
    typed = {"held_on": "2027-01-05", "case": ["", "A case"], "place": ["", "Aktau"]}
    sent = sent_by(alice, address, **typed, **{"citations-0-source": ["", "An article"]})
    assert alice.post(address, sent).status_code == 302
    hearing = Hearing.internal.get()
    assert (hearing.case.title, hearing.place.name) == ("A case", "Aktau")
    assert Citation.internal.get(hearing=hearing).source == source


@pytest.mark.parametrize("typed", ["Akt", "nowhere"])
def test_a_typed_name_that_fits_none_or_several_is_an_error_and_nothing_is_lost(alice: Client, typed: str) -> None:
    make.a_case(make.a_prisoner())
    make.a_place()
    make.a_place(name="Aktobe", time_zone="Asia/Aqtobe")
    address = "/staff/prisoners/hearing/add/"
    sent = sent_by(alice, address, held_on="2027-01-05", case=["", "A case"], place=["", typed], court="Kept court")
    text = alice.post(address, sent).content.decode()
    assert "There is none of that name, or there are several" in text
    assert "Kept court" in text


def test_another_zone_of_a_place_moves_the_instants_of_its_hearings_and_raises_their_revision() -> None:
    hearing = a_hearing(held_on="2027-01-05", local_time=time(10))
    elsewhere = hearings.schedule(hearing.case, place=make.a_place(name="Elsewhere"), held_on="2027-01-05")
    place = hearing.place
    place.time_zone = "Europe/Vienna"
    places.keep(place)
    hearing.refresh_from_db()
    elsewhere.refresh_from_db()
    assert hearing.starts_at == datetime(2027, 1, 5, 9, tzinfo=UTC)
    assert (hearing.revision, elsewhere.revision) == (1, 0)


def test_a_zone_in_which_an_hour_of_a_hearing_is_skipped_is_refused_as_a_whole() -> None:
    hearing = a_hearing(held_on="2027-03-28", local_time=time(2, 30), status=HearingStatus.SCHEDULED)
    place = hearing.place
    place.time_zone = "Europe/Vienna"
    with pytest.raises(Refusal, match="the clock is put forward"):
        places.keep(place)
    place.refresh_from_db()
    assert place.time_zone == "Asia/Aqtau"


def test_a_zone_is_changed_on_the_page_of_the_place(alice: Client) -> None:
    hearing = a_hearing(held_on="2027-01-05", local_time=time(10))
    address = url(hearing.place)
    assert alice.post(address, sent_by(alice, address, time_zone="Europe/Vienna")).status_code == 302
    hearing.refresh_from_db()
    assert hearing.starts_at == datetime(2027, 1, 5, 9, tzinfo=UTC)


def test_what_a_list_of_the_first_page_cuts_off_stands_where_it_leads(alice: Client) -> None:
    for number in range(SHOWN + 1):
        term = sanctions.impose(make.a_prisoner(f"Gap {number}"), kind=SanctionKind.PRISON, imposed_on="2026-01-01")
        detentions.detain(term.prisoner, sanction=term, started_on="2026-01-01")
        a_hearing_of = make.a_case(term.prisoner, slug=f"case-{number}", title=f"Case {number}")
        hearings.schedule(a_hearing_of, place=make.a_place(), held_on="2026-11-20")
    make.a_prisoner("Nothing Open")
    page = alice.get("/staff/").content.decode()
    for found, address in (
        (with_gaps(TODAY), "/staff/prisoners/prisoner/?gaps=some"),
        (without_outcome(NOW), "/staff/prisoners/hearing/?outcome=missing"),
    ):
        assert (found.more, found.url) == (1, address)
        assert f'<a href="{address}">' in page
        assert alice.get(address).context["cl"].result_count == SHOWN + 1


def an_open_chain(name: str, on: str = "2026-01-01") -> Prisoner:
    """Somebody with a sentence of unknown length."""
    one = make.a_prisoner(name)
    term = sanctions.impose(one, kind=SanctionKind.PRISON, imposed_on=on)
    detentions.detain(one, sanction=term, started_on=on)
    return one


def _with_gaps(alice: Client) -> set[str]:
    rows = alice.get("/staff/prisoners/prisoner/?gaps=some").context["cl"].queryset
    return set(rows.values_list("name", flat=True))


def test_gaps_are_asked_of_everybody_and_not_of_the_newest_custody_alone(
    alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worklists, "CHAINS", 1)
    for name in ("First Example", "Second Example"):
        an_open_chain(name)
    make.a_prisoner("Nothing Open")
    assert _with_gaps(alice) == {"First Example", "Second Example"}
    assert (len(with_gaps(TODAY).items), with_gaps(TODAY).more) == (1, 1)


def test_gap_that_is_closed_is_gone_from_the_list_and_one_that_opens_is_there(alice: Client) -> None:
    one, other = an_open_chain("First Example"), make.a_prisoner("Second Example")
    assert _with_gaps(alice) == {one.name}
    Sanction.internal.update(years=20)
    assert _with_gaps(alice) == set()
    sanctions.impose(other, kind=SanctionKind.PRISON, imposed_on="2026-02-01")
    assert _with_gaps(alice) == {other.name}
    Prisoner.internal.get(pk=other.pk).delete()
    assert _with_gaps(alice) == set()
    assert GapMark.objects.count() == 1


def test_gap_opens_with_the_day_on_which_a_term_runs_out(alice: Client) -> None:
    one = make.a_prisoner()
    term = sanctions.impose(one, kind=SanctionKind.PRISON, imposed_on="2026-08-25", months=3)
    detentions.detain(one, sanction=term, started_on="2026-08-25")
    assert _with_gaps(alice) == set()
    gap_marks.keep_gaps(TODAY + timedelta(days=2))
    assert [mark.prisoner_pk for mark in gap_marks.with_gaps()] == [one.pk]


def test_list_of_gaps_says_of_how_many_it_is_not_known_and_the_clock_finds_out(
    alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gap_marks.keep_gaps, "__defaults__", (1,))
    for number in range(3):
        an_open_chain(f"Example {number}")
    page = alice.get("/staff/prisoners/prisoner/?gaps=some")
    assert len(page.context["cl"].queryset) == 1
    assert "2 chains have not been looked at yet" in page.content.decode()
    tasks.settle()
    page = alice.get("/staff/prisoners/prisoner/?gaps=some")
    assert len(page.context["cl"].queryset) == 3
    assert "not been looked at" not in page.content.decode()


def test_looking_at_three_chains_costs_as_many_statements_as_at_one() -> None:
    counts = []
    for number in range(3):
        an_open_chain(f"Example {number}")
        GapMark.objects.all().delete()
        settle()
        counts.append(len(first_queries_of(gap_marks.keep_gaps, TODAY, number + 1)))
    assert counts == [counts[1]] * 3
