"""What counts towards a term: over transfers, escapes, bail and other breaks; figures worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.chain import Rows, state_of
from prisoners.choices import CustodyEnd, CustodyKind, EventKind, SanctionEnd, SanctionKind
from prisoners.custody import PRESUMED_FOR
from prisoners.deriving import spans_of
from prisoners.gaps import gaps_of
from prisoners.models import Detention, Event, Sanction
from prisoners.standing import Standing
from prisoners.terms import Term
from tests.prisoners.counted import CASES, PRETRIAL, SIX, TODAY, Case, held, prison


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_term_is_counted_as_by_hand(case: Case) -> None:
    state = case.state()
    end, half = date.fromisoformat(case.end), date.fromisoformat(case.half)
    assert (state.projected_release_low, state.projected_release_high) == (end, end)
    assert state.half_term is not None
    assert (state.half_term.earliest, state.half_term.latest, state.share_served) == (half, half, case.share)
    assert (state.status, state.is_held) == (Standing.SERVING, True)
    assert any(case.said in sentence for sentence in state.basis), state.basis
    if case.days is not None:
        assert (state.days_held_low, state.days_held_high) == case.days


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_spans_turn_on_the_end_of_the_term_and_keep_the_day_of_its_half(case: Case) -> None:
    found = spans_of(1, case.rows)
    [now] = [one for one in found if one.begins_on <= TODAY < one.ends_on]
    half, end = date.fromisoformat(case.half), date.fromisoformat(case.end)
    assert (now.half_on, now.term_ends_on, now.ends_on) == (half, end, end)
    for number in range(0, 12 * 366, 7):
        day = date(2020, 1, 1) + timedelta(days=number)
        [span] = [one for one in found if one.begins_on <= day < one.ends_on]
        state = case.state(day)
        half = state.half_term.earliest if state.half_term is not None else None
        assert (span.status, span.is_held, span.half_on) == (state.status, state.is_held, half), day


def test_who_was_released_early_is_free_until_the_release_is_revoked() -> None:
    [case] = [one for one in CASES if "revoked" in one.name]
    between = case.state(date(2024, 7, 1))
    assert (between.status, between.is_held, between.days_held_low) == (Standing.EARLY, False, 730)
    assert not any("revoked" in sentence for sentence in between.basis)


@pytest.mark.parametrize("by", [SanctionEnd.PARDON, SanctionEnd.AMNESTY, SanctionEnd.SERVED])
def test_custody_after_anything_but_an_early_release_revokes_nothing(by: str) -> None:
    sanction = prison(imposed_on="2022-01-01", years=6, ended_by=by, ended_on="2024-01-01")
    state = state_of(Rows((sanction,), (held("2022-01-01", "2024-01-01"), held("2025-01-01"))), TODAY)
    assert state.projected_release_high is None


def test_credit_says_nothing_of_a_rule_that_is_missing_where_there_is_one() -> None:
    [case] = [one for one in CASES if "a verdict that counts" in one.name]
    assert not any("no rule" in sentence for sentence in case.state().basis)


def test_breaks_whose_days_are_not_known_make_ranges() -> None:
    rows = Rows((SIX,), (held("2022-01-01", "2023-12", CustodyEnd.RELEASED), held("2025-01-01")))
    state = state_of(rows, TODAY)
    assert (state.projected_release_low, state.projected_release_high) == (date(2029, 1, 2), date(2029, 2, 1))
    assert state.half_term is not None
    assert (state.half_term.earliest, state.half_term.latest) == (date(2026, 1, 2), date(2026, 2, 1))


def test_time_at_large_is_no_custody_on_its_days() -> None:
    [case] = [one for one in CASES if one.name == "escaped for a year"]
    state = case.state(date(2023, 6, 1))
    assert (state.status, state.is_held, state.projected_release_low) == (Standing.ESCAPED, False, None)


def test_who_was_transferred_is_held_until_something_else_is_reported() -> None:
    rows = Rows((prison(years=4),), (held("2025-01-01", "2025-06-01", CustodyEnd.TRANSFERRED),))
    state = state_of(rows, TODAY)
    assert (state.status, state.is_held, state.projected_release_low) == (Standing.SERVING, True, date(2029, 1, 1))
    assert any("What followed is not recorded by this day" in sentence for sentence in state.basis)
    asked = "Transferred on 1 June 2025: where the person was held then is not recorded."
    assert asked in gaps_of(rows, TODAY)
    freed = Event(kind=EventKind.RELEASE, happened_on="2025-09-01")
    free = state_of(Rows(rows.sanctions, rows.detentions, (freed,)), TODAY)
    assert (free.status, free.days_held_low, free.days_held_high) == (Standing.RELEASED, 243, 243)


def test_transfer_in_remand_is_presumed_to_go_on_for_a_year_and_is_an_open_question_then() -> None:
    rows = Rows(detentions=(held("2020-01-01", "2020-03-01", CustodyEnd.TRANSFERRED, kind=PRETRIAL),))
    last = date(2020, 3, 1) + PRESUMED_FOR
    assert [state_of(rows, last + timedelta(days=n)).is_held for n in (0, 1)] == [True, None]
    later = held("2023-03-01", kind=PRETRIAL)
    both = Rows(detentions=(*rows.detentions, later))
    assert [state_of(both, last + timedelta(days=n)).is_held for n in (0, 1)] == [True, None]
    state = state_of(both, date(2023, 3, 2))
    assert (state.is_held, state.days_held_low, state.days_held_high) == (True, 60 + 367 + 1, 1156)


def test_arrest_after_a_transfer_says_that_freedom_lay_between() -> None:
    rows = Rows(
        detentions=(held("2020-01-01", "2020-03-01", CustodyEnd.TRANSFERRED, kind=PRETRIAL),),
        events=(Event(kind=EventKind.ARREST, happened_on="2026-11-20"),),
    )
    state = state_of(rows, TODAY)
    assert (state.is_held, state.episode_days_low, state.days_held_high) == (True, 6, 66)


@pytest.mark.parametrize("by", [SanctionEnd.EARLY_RELEASE, SanctionEnd.PARDON, SanctionEnd.SERVED])
@pytest.mark.parametrize(("ended_on", "low"), [("2026-01-01", 365), ("2025-08-09", 220)])
def test_days_after_a_sentence_was_ended_are_possible_and_not_certain(by: str, ended_on: str, low: int) -> None:
    rows = Rows((prison(years=7, ended_by=by, ended_on=ended_on),), (held("2025-01-01"),))
    state = state_of(rows, TODAY)
    assert (state.days_held_low, state.days_held_high, state.is_held) == (low, 694, None)
    assert (state.status, state.episode_days_low) == (Standing.TERM_OVER, low)
    assert "The sentence was ended, and no release is recorded." in state.basis
    assert not any("length is not known" in sentence for sentence in state.basis)


@pytest.mark.parametrize("kind", [SanctionKind.PRISON, SanctionKind.HOUSE_ARREST])
def test_who_serves_for_life_is_held_until_something_ends_it(kind: str) -> None:
    life = prison(imposed_on="2015-05-05", is_indefinite=True, kind=kind)
    rows = Rows((life,), (held("2014-05-05"),))
    state = state_of(rows, TODAY)
    assert (state.status, state.is_held, state.days_held_low, state.days_held_high) == (
        Standing.SERVING,
        True,
        4588,
        4588,
    )
    assert "The sentence has no term: custody is taken to go on until something else is reported." in state.basis
    assert not any("length is not known" in sentence for sentence in state.basis)
    assert [one.is_held for one in spans_of(1, rows)] == [None, True]
    died = Event(kind=EventKind.DEATH, happened_on="2025-01-01")
    assert state_of(Rows((life,), rows.detentions, (died,)), TODAY).status == Standing.DIED_IN_CUSTODY
    freed = Event(kind=EventKind.RELEASE, happened_on="2025-01-01")
    assert state_of(Rows((life,), rows.detentions, (freed,)), TODAY).status == Standing.RELEASED


def test_treatment_without_a_term_may_end_any_time() -> None:
    treated = Sanction(pk=1, kind=SanctionKind.COMPULSORY_TREATMENT, imposed_on="2020-01-01", is_indefinite=True)
    rows = Rows((treated,), (held("2020-01-01", kind=CustodyKind.UNKNOWN),))
    assert [state_of(rows, day).is_held for day in (date(2020, 12, 31), TODAY)] == [True, None]


DAYS = st.dates(date(2015, 1, 1), date(2024, 12, 31))


def split(begin: date, first: int, gap: int, by: str) -> tuple[Detention, Detention]:
    """Custody from a day on, broken after so many days for so many days."""
    left = begin + timedelta(days=first)
    back = left + timedelta(days=gap)
    return held(str(begin), str(left), by), held(str(back))


@given(begin=DAYS, first=st.integers(1, 500), gap=st.integers(0, 366), years=st.integers(3, 12))
def test_transfer_changes_no_figure_however_long_it_takes(begin: date, first: int, gap: int, years: int) -> None:
    term = prison(imposed_on=str(begin), years=years)
    whole = state_of(Rows((term,), (held(str(begin)),)), begin + timedelta(days=1000))
    parts = split(begin, first, gap, CustodyEnd.TRANSFERRED)
    state = state_of(Rows((term,), parts), begin + timedelta(days=1000))
    for name in ("status", "is_held", "days_held_low", "days_held_high", "share_served", "half_term", "days_left"):
        assert getattr(state, name) == getattr(whole, name), name
    assert state.projected_release_low == whole.projected_release_low


@given(begin=DAYS, first=st.integers(1, 300), gap=st.integers(1, 600), years=st.integers(3, 12))
def test_break_puts_the_end_off_by_its_days_but_for_leap_days(begin: date, first: int, gap: int, years: int) -> None:
    term = prison(imposed_on=str(begin), years=years)
    whole = state_of(Rows((term,), (held(str(begin)),)), begin + timedelta(days=920))
    parts = split(begin, first, gap, CustodyEnd.ESCAPED)
    state = state_of(Rows((term,), parts), begin + timedelta(days=920))
    assert whole.projected_release_low is not None
    assert state.projected_release_low is not None
    assert abs((state.projected_release_low - whole.projected_release_low).days - gap) <= 3
    assert state.share_served is not None
    assert state.half_term is not None
    assert state.days_held_low == 920 - gap
    # Half is over on the days on which half is served.
    assert state.half_term.has_come(state.as_of) == (920 - gap >= term_days(parts[1], years) // 2)


def term_days(custody: Detention, years: int) -> int:
    begin = custody.started_on.earliest if custody.started_on is not None else None
    assert begin is not None
    return (Term(years=years).after(begin) - begin).days
