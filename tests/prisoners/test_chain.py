"""The chain: standing, days and terms on any day, on invented chains and on the two of the example record."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import strategies as st

from prisoners.chain import Rows, sanction_in_words, state_of
from prisoners.choices import ABOUT_CUSTODY, CustodyEnd, CustodyKind, EventKind, HearingKind, SanctionEnd, SanctionKind
from prisoners.credit import RULES, credit_of
from prisoners.gaps import gaps_of
from prisoners.models import Detention, Event, Hearing, Prisoner, Sanction
from prisoners.standing import Standing

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


def baltabai() -> Rows:
    """Seven years, a pardon on 9 or 10 August, a fine, a new term, release, and a ban beside it all."""
    seven = Sanction(
        pk=1,
        kind=SanctionKind.PRISON,
        imposed_on="2019-07-17",
        years=7,
        ended_by=SanctionEnd.PARDON,
        ended_on="2019-08",
    )
    fine = Sanction(pk=2, kind=SanctionKind.FINE, imposed_on="2019-08", replaces=seven)
    second = Sanction(pk=3, kind=SanctionKind.PRISON, imposed_on="2019-10-16", months=5, days=8, replaces=fine)
    ban = Sanction(pk=4, kind=SanctionKind.ACTIVITY_BAN, imposed_on="2019-07-17", years=7, accompanies=seven)
    return Rows(
        sanctions=(seven, fine, second, ban),
        detentions=(
            Detention(
                sanction=seven,
                kind=CustodyKind.SERVING,
                started_on="2019-07-17",
                ended_on="2019-08-09/2019-08-10",
                ended_by=CustodyEnd.PARDONED,
            ),
            Detention(
                sanction=second,
                kind=CustodyKind.SERVING,
                started_on="2019-10-16",
                ended_on="2020-03-20",
                ended_by=CustodyEnd.SERVED,
            ),
        ),
        other_days=(date(2020, 3, 23),),
    )


def yelshibaev() -> Rows:
    """Five years in October 2019 and seven more in September 2022; nothing newer than that month."""
    first = Sanction(pk=1, kind=SanctionKind.PRISON, imposed_on="2019-10", years=5)
    further = Sanction(pk=2, kind=SanctionKind.PRISON, imposed_on="2022-09", years=7, added_to=first)
    custody = Detention(sanction=first, kind=CustodyKind.SERVING, started_on="2019-10")
    return Rows(sanctions=(first, further), detentions=(custody,), other_days=(date(2022, 9, 30),))


def test_baltabai_serves_seven_years_on_1_august_2019() -> None:
    state = state_of(baltabai(), date(2019, 8, 1))
    assert (state.status, state.is_held) == (Standing.SERVING, True)
    assert (state.days_held_low, state.days_held_high) == (15, 15)
    assert state.current_sanction is not None
    assert state.current_sanction.years == 7
    assert state.projected_release_low == state.projected_release_high == date(2026, 7, 17)
    assert state.share_served == 0


def test_baltabai_may_be_free_or_held_in_the_night_of_the_pardon() -> None:
    state = state_of(baltabai(), date(2019, 8, 9))
    assert state.is_held is None
    assert state.days_held_low == state.days_held_high == 23


def test_baltabai_is_released_under_a_pardon_on_1_september_2019() -> None:
    state = state_of(baltabai(), date(2019, 9, 1))
    assert (state.status, state.is_held) == (Standing.PARDONED, False)
    assert (state.days_held_low, state.days_held_high) == (23, 24)
    assert state.current_sanction is not None
    assert state.current_sanction.kind == SanctionKind.FINE
    assert state.projected_release_low is None


def test_baltabai_serves_five_months_and_eight_days_on_16_december_2019() -> None:
    state = state_of(baltabai(), date(2019, 12, 16))
    assert (state.status, state.is_held) == (Standing.SERVING, True)
    assert (state.days_held_low, state.days_held_high) == (23 + 61, 24 + 61)
    assert state.episode_days_low == 61
    assert state.projected_release_low == date(2020, 3, 24)
    assert state.share_served == 100 * 61 // 160


def test_baltabai_is_released_after_the_full_term_and_maybe_banned_on_23_november_2026() -> None:
    state = state_of(baltabai(), date(2026, 11, 23))
    assert (state.status, state.is_held) == (Standing.SERVED, False)
    assert (state.days_held_low, state.days_held_high) == (23 + 156, 24 + 156)
    assert state.last_reported_on == date(2020, 3, 23)
    assert state.current_sanction is None
    [ban] = state.bans
    assert (ban.ends_low, ban.ends_high, ban.is_certain) == (date(2026, 7, 17), date(2027, 3, 20), False)


def test_yelshibaev_serves_five_years_on_16_december_2019() -> None:
    state = state_of(yelshibaev(), date(2019, 12, 16))
    assert (state.status, state.is_held) == (Standing.SERVING, True)
    assert (state.days_held_low, state.days_held_high) == (46, 76)
    assert (state.projected_release_low, state.projected_release_high) == (date(2024, 10, 1), date(2024, 10, 31))


def test_yelshibaev_serves_both_terms_added_on_1_december_2022() -> None:
    state = state_of(yelshibaev(), date(2022, 12, 1))
    assert state.is_held is True
    assert state.projected_release_low == date(2031, 10, 1)
    assert state.last_reported_on == date(2022, 9, 30)


def test_custody_that_nobody_reported_ended_is_called_over_by_calculation_when_the_term_has_passed() -> None:
    first = Sanction(pk=1, kind=SanctionKind.PRISON, imposed_on="2012-06-04", years=2)
    held = Detention(sanction=first, kind=CustodyKind.SERVING, started_on="2012-01-01")
    state = state_of(Rows(sanctions=(first,), detentions=(held,)), date(2016, 1, 1))
    assert (state.status, state.is_held) == (Standing.TERM_OVER, None)
    assert (state.days_held_low, state.days_held_high) == (731, 1461)


def test_a_prison_sentence_without_recorded_custody_counts_from_the_sentence_and_says_so() -> None:
    first = Sanction(pk=1, kind=SanctionKind.PRISON, imposed_on="2012-06-04", years=2)
    state = state_of(Rows(sanctions=(first,)), date(2012, 6, 14))
    assert (state.status, state.days_held_low) == (Standing.SERVING, 10)
    assert any("No day of arrest is recorded" in sentence for sentence in state.basis)


def test_a_release_event_ends_custody_that_has_no_end_of_its_own() -> None:
    held = Detention(kind=CustodyKind.DETAINED, started_on="2012-01-01")
    release = Event(kind=EventKind.RELEASE, happened_on="2012-01-11")
    state = state_of(Rows(detentions=(held,), events=(release,)), date(2012, 5, 1))
    assert (state.status, state.days_held_low, state.days_held_high) == (Standing.RELEASED, 10, 10)


def test_a_suspended_sentence_restricts_until_its_time_is_over() -> None:
    suspended = Sanction(pk=1, kind=SanctionKind.SUSPENDED_PRISON, imposed_on="2012-06-04", years=3)
    rows = Rows(sanctions=(suspended,))
    assert state_of(rows, date(2013, 1, 1)).status == Standing.SUSPENDED
    assert state_of(rows, date(2015, 6, 4)).status == Standing.SENTENCE_OVER


def test_a_death_is_the_last_standing() -> None:
    held = Detention(kind=CustodyKind.SERVING, started_on="2012-01-01", ended_on="2013-01-01", ended_by=CustodyEnd.DIED)
    assert state_of(Rows(detentions=(held,)), date(2014, 1, 1)).status == Standing.DIED_IN_CUSTODY
    death = Event(kind=EventKind.DEATH, happened_on="2013-01-01")
    assert state_of(Rows(events=(death,)), date(2014, 1, 1)).status == Standing.DIED
    assert state_of(Rows(events=(death,)), date(2012, 1, 1)).status == Standing.UNKNOWN


def test_nothing_is_known_where_nothing_is_recorded() -> None:
    state = state_of(Rows(), date(2014, 1, 1))
    assert (state.status, state.is_held, state.last_reported_on) == (Standing.UNKNOWN, None, None)
    assert state.basis


def test_facts_after_the_day_do_not_count() -> None:
    state = state_of(baltabai(), date(2019, 1, 1))
    assert (state.status, state.days_held_high, state.bans) == (Standing.UNKNOWN, 0, ())


def test_hours_of_work_do_not_restrict_somebody_for_ever() -> None:
    work = Sanction(kind=SanctionKind.COMMUNITY_SERVICE, imposed_on="2020-06-22")
    rows = Rows(sanctions=(work,), other_days=(date(2020, 7, 1),))
    assert state_of(rows, date(2020, 12, 1)).status == Standing.WORKING
    state = state_of(rows, date(2026, 11, 24))
    assert (state.status, state.is_held) == (Standing.SENTENCE_OPEN, False)
    assert "Whether the hours of work were completed is not known." in state.basis


def test_restriction_of_freedom_that_has_run_out_is_over_whatever_became_of_the_hours_of_work() -> None:
    restriction = Sanction(kind=SanctionKind.RESTRICTED_FREEDOM, imposed_on="2020-06-22", years=3)
    work = Sanction(kind=SanctionKind.COMMUNITY_SERVICE, imposed_on="2020-06-22")
    rows = Rows(sanctions=(restriction, work))
    assert state_of(rows, date(2022, 1, 1)).status == Standing.RESTRICTED
    assert state_of(rows, date(2026, 11, 24)).status == Standing.SENTENCE_OVER


def remanded(**fields: Any) -> Rows:
    """A hundred days in remand, then a year in prison."""
    sanction = Sanction(kind="prison", imposed_on="2021-04-11", years=1, prisoner=Prisoner(country="KZ"), **fields)
    detention = Detention(kind="pretrial", started_on="2021-01-01")
    return Rows(sanctions=(sanction,), detentions=(detention,))


@pytest.mark.parametrize(
    ("fields", "low", "high", "said"),
    [
        ({}, date(2022, 1, 1), date(2022, 1, 1), "day for day: no rule"),
        ({"regime": "maximum"}, date(2022, 1, 1), date(2022, 1, 1), "day for day: no rule"),
        ({"regime": "medium"}, date(2021, 11, 12), date(2022, 1, 1), "article 62 part 3"),
        ({"regime": "minimum"}, date(2021, 9, 23), date(2022, 1, 1), "By law each counts as 2 days"),
        (
            {"regime": "medium", "remand_counts_as": Decimal("2")},
            date(2021, 9, 23),
            date(2021, 9, 23),
            "as the verdict says",
        ),
    ],
)
def test_remand_counts_as_the_law_or_the_verdict_says(fields: dict[str, Any], low: date, high: date, said: str) -> None:
    state = state_of(remanded(**fields), date(2021, 6, 1))
    assert (state.projected_release_low, state.projected_release_high) == (low, high)
    assert any(said in sentence for sentence in state.basis)


def test_no_rule_counts_for_an_older_verdict_or_another_country() -> None:
    assert credit_of("KZ", date(2015, 1, 1), "medium").most == 1
    assert credit_of("TR", date(2021, 1, 1), "minimum").most == 1
    assert credit_of("RU", date(2021, 1, 1), "medium").most == Fraction(3, 2)
    assert all(rule.law for rule in RULES)


def test_hours_of_work_alone_are_no_restricted_freedom() -> None:
    rows = Rows(sanctions=(Sanction(kind="community_service", imposed_on="2021-04-11", hours=120),))
    state = state_of(rows, date(2021, 6, 1))
    assert state.status == Standing.WORKING and state.current_sanction is not None
    assert sanction_in_words(state.current_sanction) == "community service (120 hours)"


def arrested_again(*events: tuple[str, str], **custody: Any) -> Rows:
    """Held from January 2019 to March 2020, and what was reported afterwards."""
    held = Detention(started_on="2019-01-10", ended_on="2020-03-01", ended_by=CustodyEnd.RELEASED, **custody)
    return Rows(detentions=(held,), events=tuple(Event(kind=kind, happened_on=day) for kind, day in events))


def test_who_is_arrested_after_a_release_is_held_on_grounds_not_known_and_it_is_said_from_what() -> None:
    state = state_of(arrested_again((EventKind.ARREST, "2021-05-01")), date(2021, 5, 10))
    assert (state.status, state.is_held, state.episode_days_low) == (Standing.HELD, True, 9)
    assert (state.days_held_low, state.days_held_high) == (416 + 9, 416 + 9)
    assert any("inferred from the arrest" in sentence for sentence in state.basis)
    before = state_of(arrested_again((EventKind.ARREST, "2021-05-01")), date(2021, 4, 30))
    assert (before.status, before.is_held) == (Standing.RELEASED, False)


def test_arrest_of_long_ago_without_another_word_is_an_open_question() -> None:
    state = state_of(arrested_again((EventKind.ARREST, "2021-05-01")), date(2023, 1, 1))
    assert (state.status, state.is_held) == (Standing.HELD, None)


def test_arrest_and_release_after_custody_are_counted_and_are_over() -> None:
    rows = arrested_again((EventKind.ARREST, "2021-05-01"), (EventKind.RELEASE, "2021-05-04"))
    state = state_of(rows, date(2021, 6, 1))
    assert (state.status, state.is_held, state.days_held_low) == (Standing.RELEASED, False, 416 + 3)
    assert any("released: 4 May 2021" in sentence for sentence in state.basis)


def test_custody_inferred_from_a_sentence_ends_by_an_event_and_begins_again_by_an_arrest() -> None:
    sentence = Sanction(pk=1, kind=SanctionKind.PRISON, imposed_on="2019-01-10", years=2)
    told = ((EventKind.RELEASE, "2020-03-01"), (EventKind.ARREST, "2021-05-01"))
    events = tuple(Event(kind=kind, happened_on=day) for kind, day in told)
    state = state_of(Rows(sanctions=(sentence,), events=events), date(2021, 5, 10))
    assert (state.status, state.is_held) == (Standing.HELD, True)


def test_sentence_after_an_arrest_is_served_in_the_custody_that_began_with_it() -> None:
    rows = arrested_again((EventKind.ARREST, "2021-05-01"))
    sentence = Sanction(pk=1, kind=SanctionKind.PRISON, imposed_on="2021-12-01", years=2)
    state = state_of(Rows((sentence,), rows.detentions, rows.events), date(2021, 12, 10))
    assert (state.status, state.projected_release_low) == (Standing.SERVING, date(2023, 5, 1))


@pytest.mark.parametrize("day", ["2019-01-10", "2019-06-01", "2020-03-01", "2020"])
def test_arrest_within_custody_or_perhaps_before_its_end_infers_nothing(day: str) -> None:
    state = state_of(arrested_again((EventKind.ARREST, day)), date(2021, 1, 1))
    assert (state.status, state.days_held_low) == (Standing.RELEASED, 416)


def test_arrest_alone_tells_nothing_of_how_long() -> None:
    state = state_of(Rows(events=(Event(kind=EventKind.ARREST, happened_on="2021-05-01"),)), date(2021, 5, 10))
    assert (state.status, state.is_held) == (Standing.UNKNOWN, None)


@pytest.mark.parametrize("by", [SanctionEnd.PARDON, SanctionEnd.OVERTURNED])
def test_nobody_serves_a_sentence_that_was_ended_though_no_release_is_recorded(by: str) -> None:
    seven = Sanction(
        pk=1, kind=SanctionKind.PRISON, imposed_on="2019-07-17", years=7, ended_by=by, ended_on="2019-08-09"
    )
    held = Detention(sanction=seven, kind=CustodyKind.SERVING, started_on="2019-07-17")
    rows = Rows(sanctions=(seven,), detentions=(held,))
    assert state_of(rows, date(2019, 8, 1)).status == Standing.SERVING
    state = state_of(rows, date(2019, 9, 1))
    assert (state.status, state.is_held) == (Standing.TERM_OVER, None)
    assert "The sentence was ended, and no release is recorded." in gaps_of(rows, date(2019, 9, 1))


def test_gap_of_an_arrest_is_asked_about() -> None:
    rows = arrested_again((EventKind.ARREST, "2021-05-01"))
    assert any("since the arrest of 1 May 2021" in one for one in gaps_of(rows, date(2021, 5, 10)))
    ended = arrested_again((EventKind.ARREST, "2021-05-01"), (EventKind.RELEASE, "2021-05-04"))
    assert gaps_of(ended, date(2021, 5, 10)) == []


@pytest.mark.parametrize(
    ("kind", "standing", "is_held"),
    [
        (EventKind.WANTED, Standing.WANTED, False),
        (EventKind.MISSING, Standing.MISSING, None),
        (EventKind.EXILE, Standing.EXILED, False),
    ],
)
def test_who_is_out_of_sight_is_so_until_custody_begins(kind: str, standing: Standing, is_held: bool | None) -> None:
    gone = Event(kind=kind, happened_on="2020-03")
    state = state_of(Rows(events=(gone,)), date(2021, 1, 1))
    assert (state.status, state.is_held) == (standing, is_held)
    taken = Detention(started_on="2021-02-01", kind=CustodyKind.PRETRIAL)
    assert state_of(Rows(events=(gone,), detentions=(taken,)), date(2021, 3, 1)).status == Standing.PRETRIAL


def test_missing_person_is_found_by_a_release_and_an_exile_goes_on() -> None:
    seen = Event(kind=EventKind.RELEASE, happened_on="2020-06-01")
    missing, exiled = (Event(kind=kind, happened_on="2020-03") for kind in (EventKind.MISSING, EventKind.EXILE))
    assert state_of(Rows(events=(missing, seen)), date(2021, 1, 1)).status == Standing.RELEASED
    assert state_of(Rows(events=(exiled, seen)), date(2021, 1, 1)).status == Standing.EXILED


@pytest.mark.parametrize(
    ("ended_by", "standing"), [(CustodyEnd.BAIL, Standing.ON_BAIL), (CustodyEnd.DROPPED, Standing.DROPPED)]
)
def test_custody_ends_on_bail_or_with_the_charges(ended_by: str, standing: Standing) -> None:
    stretch = Detention(started_on="2020-01-01", ended_on="2020-02-01", ended_by=ended_by)
    state = state_of(Rows(detentions=(stretch,)), date(2020, 3, 1))
    assert (state.status, state.is_held) == (standing, False)


def test_term_that_is_added_says_to_what_and_how_much_both_are() -> None:
    basis = state_of(yelshibaev(), date(2022, 10, 1)).basis
    added = "imprisonment (7 years), in September 2022; added to: imprisonment (5 years), in October 2019."
    assert f"Imposed: {added}" in basis
    assert "Terms added to one another: 5 years, 7 years. Together: 12 years." in basis
    assert not any("one another" in one for one in state_of(yelshibaev(), date(2021, 1, 1)).basis)


@pytest.mark.parametrize("day", [date(2015, 1, 1), date(2026, 1, 1)])
def test_sentence_at_large_says_its_last_day_and_the_sum(day: date) -> None:
    given = Sanction(kind=SanctionKind.RESTRICTED_FREEDOM, imposed_on="2014-02", years=3, months=6)
    assert "End by calculation: 28 August 2017 (3 years 6 months from 28 February 2014)." in (
        state_of(Rows(sanctions=(given,)), day).basis
    )


def test_sentence_without_a_length_has_no_last_day() -> None:
    given = Sanction(kind=SanctionKind.RESTRICTED_FREEDOM, imposed_on="2014-02")
    assert not any("calculation" in one for one in state_of(Rows(sanctions=(given,)), date(2015, 1, 1)).basis)


def sat(kind: str, day: str, *, ended_on: str | None = "2020-03-20") -> list[str]:
    """The gaps of somebody whose custody ended, and of whom a court sat."""
    held = Detention(kind=CustodyKind.PRETRIAL, started_on="2020-01-01", ended_on=ended_on)
    held.ended_by = CustodyEnd.RELEASED if ended_on else CustodyEnd.NOT_RECORDED
    rows = Rows(detentions=(held,), hearings=(Hearing(kind=kind, held_on=day),))
    return gaps_of(rows, date(2020, 12, 1))


@pytest.mark.parametrize("kind", sorted(ABOUT_CUSTODY))
def test_court_that_sits_about_custody_after_a_release_is_a_gap(kind: str) -> None:
    (said,) = sat(kind, "2020-05-05")
    assert "custody ended (20 March 2020)" in said
    assert f"{HearingKind(kind).label}, 5 May 2020. Was the person held again?" in said


@pytest.mark.parametrize(
    ("kind", "day", "ended_on"),
    [
        (HearingKind.APPEAL, "2020-05-05", "2020-03-20"),
        (HearingKind.PAROLE, "2020-03-20", "2020-03-20"),
        (HearingKind.PAROLE, "2020-03", "2020-03-20"),
        (HearingKind.PAROLE, "2020-05-05", None),
    ],
)
def test_court_that_may_have_sat_in_custody_or_about_something_else_is_no_gap(
    kind: str, day: str, ended_on: str | None
) -> None:
    assert sat(kind, day, ended_on=ended_on) == []


@pytest.mark.parametrize(
    ("fields", "started_on", "end"),
    [
        ({"starts_on": "2017-01-01"}, "2018-12-01", "1 January 2018"),
        ({}, "2017-03-01", "1 March 2018"),
        ({"starts_on": "2018-12-31"}, "2017-03-01", ""),
        ({}, "2018-12-01", ""),
    ],
)
def test_term_that_was_over_before_it_was_imposed_is_a_gap(fields: dict[str, Any], started_on: str, end: str) -> None:
    given = Sanction(pk=1, kind=SanctionKind.PRISON, imposed_on="2019-05-01", years=1, **fields)
    held = Detention(kind=CustodyKind.PRETRIAL, started_on=started_on)
    found = [one for one in gaps_of(Rows(sanctions=(given,), detentions=(held,)), date(2019, 6, 1)) if "before" in one]
    told = f"A term ended by calculation ({end}) before it was imposed: imprisonment (1 year), 1 May 2019."
    assert found == ([told] if end else [])
