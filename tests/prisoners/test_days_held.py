"""How many days somebody was held: ranges over stretches, transfers and days of which the month alone is known."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from prisoners.chain import Rows, state_of
from prisoners.choices import CustodyEnd, EventKind
from prisoners.models import Detention, Event

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(begin=DAYS, length=st.integers(1, 4000), day=DAYS)
def test_days_held_are_the_days_from_begin_to_end_whatever_the_day(begin: date, length: int, day: date) -> None:
    held = Detention(started_on=begin, ended_on=begin + timedelta(days=length), ended_by=CustodyEnd.RELEASED)
    state = state_of(Rows(detentions=(held,)), day)
    assert state.days_held_low == state.days_held_high == max(0, min(length, (day - begin).days))


@given(begin=DAYS, first=st.integers(1, 500), second=st.integers(1, 500), day=DAYS)
def test_days_held_are_the_same_when_a_stretch_is_split_by_a_transfer(
    begin: date, first: int, second: int, day: date
) -> None:
    middle, end = begin + timedelta(days=first), begin + timedelta(days=first + second)
    whole = Detention(started_on=begin, ended_on=end, ended_by=CustodyEnd.RELEASED)
    parts = (
        Detention(started_on=begin, ended_on=middle, ended_by=CustodyEnd.TRANSFERRED),
        Detention(started_on=middle, ended_on=end, ended_by=CustodyEnd.RELEASED),
    )
    one, two = state_of(Rows(detentions=(whole,)), day), state_of(Rows(detentions=parts), day)
    assert (one.days_held_low, one.days_held_high) == (two.days_held_low, two.days_held_high)
    assert (one.status, one.is_held) == (two.status, two.is_held)


@given(
    begin=DAYS,
    vague=st.integers(0, 60),
    length=st.integers(0, 900),
    end_vague=st.integers(0, 60),
    day=DAYS,
    later=st.integers(0, 400),
)
def test_days_held_are_an_ordered_range_that_never_shrinks_with_time(
    begin: date, vague: int, length: int, end_vague: int, day: date, later: int
) -> None:
    end = begin + timedelta(days=vague + length)
    held = Detention(
        started_on=f"{begin}/{begin + timedelta(days=vague)}", ended_on=f"{end}/{end + timedelta(days=end_vague)}"
    )
    now = state_of(Rows(detentions=(held,)), day)
    then = state_of(Rows(detentions=(held,)), day + timedelta(days=later))
    assert now.days_held_high is not None
    assert then.days_held_high is not None
    assert 0 <= now.days_held_low <= now.days_held_high
    assert now.days_held_low <= then.days_held_low
    assert now.days_held_high <= then.days_held_high


def test_days_held_count_a_transfer_once_of_which_the_month_alone_is_known() -> None:
    ways = [("2023-05", "2024-01"), ("2024-01", "2024-08"), ("2024-08", None)]
    parts = [Detention(started_on=a, ended_on=b, ended_by=CustodyEnd.TRANSFERRED if b else "") for a, b in ways]
    rows = Rows(detentions=tuple(parts), other_days=(date(2026, 11, 20),))
    state = state_of(rows, date(2026, 11, 26))
    assert (state.days_held_low, state.days_held_high) == (1275, 1305)
    assert (state.episode_days_low, state.episode_days_high) == (1275, 1305)


@given(
    stretches=st.lists(
        st.tuples(DAYS, st.integers(0, 400), st.integers(0, 900), st.integers(0, 400), st.sampled_from(CustodyEnd)),
        min_size=1,
        max_size=5,
    ),
    day=DAYS,
)
def test_days_held_are_never_more_than_there_were(
    stretches: list[tuple[date, int, int, int, CustodyEnd]], day: date
) -> None:
    rows = []
    for begin, vague, length, end_vague, by in stretches:
        latest, end = begin + timedelta(days=vague), begin + timedelta(days=vague + length)
        until = end + timedelta(days=end_vague)
        rows.append(Detention(started_on=f"{begin}/{latest}", ended_on=f"{end}/{until}", ended_by=by))
    state = state_of(Rows(detentions=tuple(rows)), day)
    assert state.days_held_high is not None
    first = min(begin for begin, *_rest in stretches)
    assert 0 <= state.days_held_low <= state.days_held_high <= max(0, (day - first).days)


@given(begin=DAYS, vague=st.integers(0, 60), length=st.integers(1, 400), gap=st.integers(2, 400))
def test_days_held_of_stretches_apart_are_added(begin: date, vague: int, length: int, gap: int) -> None:
    def held(start: date) -> Detention:
        end = start + timedelta(days=vague + length)
        return Detention(
            started_on=f"{start}/{start + timedelta(days=vague)}", ended_on=end, ended_by=CustodyEnd.RELEASED
        )

    again = begin + timedelta(days=vague + length + gap)
    state = state_of(Rows(detentions=(held(begin), held(again))), again + timedelta(days=1000))
    assert (state.days_held_low, state.days_held_high) == (2 * length, 2 * (length + vague))


@given(begin=DAYS, after=st.integers(-400, 366))
def test_an_open_stretch_counts_up_to_the_day_while_the_last_report_is_young(begin: date, after: int) -> None:
    day = begin + timedelta(days=after)
    state = state_of(Rows(detentions=(Detention(started_on=begin),)), day)
    assert state.days_held_low == state.days_held_high == max(0, after)
    assert (state.is_held is True) == (day >= begin)


@given(begin=DAYS, after=st.integers(367, 5000), reported=st.integers(0, 5000))
def test_an_open_stretch_of_unknown_length_is_certain_up_to_the_last_report_when_that_is_old(
    begin: date, after: int, reported: int
) -> None:
    reported = min(reported, after - 367)
    rows = Rows(detentions=(Detention(started_on=begin),), other_days=(begin + timedelta(days=reported),))
    state = state_of(rows, begin + timedelta(days=after))
    assert (state.days_held_low, state.days_held_high, state.is_held) == (reported, after, None)
    assert any("last report is old" in sentence for sentence in state.basis)


def test_an_expected_release_is_no_report() -> None:
    expected = Event(kind=EventKind.EXPECTED_RELEASE, happened_on="2012-05-01")
    rows = Rows(detentions=(Detention(started_on="2012-01-01"),), events=(expected,))
    assert state_of(rows, date(2012, 6, 1)).last_reported_on == date(2012, 1, 1)
