"""What counts towards a term: over transfers, escapes, bail and other breaks; figures worked out by hand."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.chain import Accusation, ChainState, Rows, accusation_of, state_of
from prisoners.choices import ChargeStatus, CustodyEnd, CustodyKind, EventKind, SanctionEnd, SanctionKind
from prisoners.custody import PRESUMED_FOR
from prisoners.dates import parse
from prisoners.deriving import spans_of
from prisoners.gaps import gaps_of
from prisoners.models import Detention, Event, Place, Prisoner, Sanction
from prisoners.standing import Standing
from prisoners.terms import Term

TODAY = date(2026, 11, 26)
SERVING, PRETRIAL = CustodyKind.SERVING, CustodyKind.PRETRIAL


def prison(pk: int = 1, imposed_on: str = "2025-01-01", **fields: Any) -> Sanction:
    """A prison sentence of somebody in Kazakhstan."""
    given = {"kind": SanctionKind.PRISON, "prisoner": Prisoner(country="KZ"), **fields}
    return Sanction(pk=pk, imposed_on=imposed_on, **given)


def held(started_on: str, ended_on: str = "", ended_by: str = "", kind: str = SERVING, of: int | None = 1) -> Detention:
    """A stretch of custody, of serving the first sentence if nothing else is said."""
    sanction = of if kind in (SERVING, CustodyKind.ADMINISTRATIVE) else None
    return Detention(kind=kind, started_on=started_on, ended_on=ended_on, ended_by=ended_by, sanction_id=sanction)


@dataclass(frozen=True)
class Case:
    """A record, and what follows from it on a day: end of the term, half of it and the share that is served."""

    name: str
    sanctions: tuple[Sanction, ...]
    detentions: tuple[Detention, ...]
    end: str
    half: str
    share: int
    said: str
    days: tuple[int, int] | None = None
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def rows(self) -> Rows:
        return Rows(self.sanctions, self.detentions, **self.more)

    def state(self, day: date = TODAY) -> ChainState:
        return state_of(self.rows, day)


SIX = prison(imposed_on="2022-01-01", years=6)
BAILED = held("2023-01-01", "2024-01-01", CustodyEnd.BAIL, kind=PRETRIAL)
RELEASED = held("2023-01-01", "2024-01-01", CustodyEnd.RELEASED, kind=PRETRIAL)
IN_THE_CASE = Accusation(7, ((parse("2023-01-03"), "pending"),))

CASES = (
    Case(
        # 4 years from 1 January 2025; 694 of 1461 days.
        "one custody",
        (prison(years=4),),
        (held("2025-01-01"),),
        "2029-01-01",
        "2027-01-01",
        47,
        "first day of this custody, day for day",
        (694, 694),
    ),
    Case(
        "two days on the way to another prison",
        (prison(years=4),),
        (held("2025-01-01", "2025-06-01", CustodyEnd.TRANSFERRED), held("2025-06-03")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Transferred: 1 June 2025, held elsewhere from: 3 June 2025. The time between is custody.",
        (694, 694),
    ),
    Case(
        "on the way in months alone",
        (prison(years=4),),
        (
            held("2025-01-01", "2025-06-01", CustodyEnd.TRANSFERRED),
            held("2025-06-01", "2025-08", CustodyEnd.TRANSFERRED),
            held("2025-10"),
        ),
        "2029-01-01",
        "2027-01-01",
        47,
        "The time between is custody.",
        (694, 694),
    ),
    Case(
        # From 1 January 2025 six years are over on 1 January 2031, less 730 days of 2022 and 2023; 1424 of 2191 days.
        "released for a year and back",
        (SIX,),
        (held("2022-01-01", "2024-01-01", CustodyEnd.RELEASED), held("2025-01-01")),
        "2029-01-01",
        "2026-01-01",
        64,
        "(1 January 2025), less the days of earlier custody that count too: 730. Time at large does not count.",
        (1424, 1424),
    ),
    Case(
        # From 1 January 2024 six years are over on 1 January 2030, less the 365 days of 2022; 1425 of 2192 days.
        "escaped for a year",
        (SIX,),
        (held("2022-01-01", "2023-01-01", CustodyEnd.ESCAPED), held("2024-01-01")),
        "2029-01-01",
        "2026-01-01",
        65,
        "less the days of earlier custody that count too: 365.",
        (1425, 1425),
    ),
    Case(
        "escaped, and no stretch names the sentence",
        (SIX,),
        (held("2022-01-01", "2023-01-01", CustodyEnd.ESCAPED, of=None), held("2024-01-01", of=None)),
        "2029-01-01",
        "2026-01-01",
        65,
        "Time at large does not count.",
    ),
    Case(
        # 365 days on remand, day for day; 694 + 365 of 1461 days.
        "remand, bail, and then the sentence",
        (prison(years=4),),
        (BAILED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "A day is a day: no rule that counts remand otherwise is recorded.",
        (1059, 1059),
    ),
    Case(
        # 365 days that count as 547; 694 + 547 of 1461 days; 730.5 - 547 days after the verdict half is over.
        "remand, bail, and a verdict that counts remand at one and a half",
        (prison(years=4, remand_counts_as=Decimal("1.50")),),
        (BAILED, held("2025-01-01")),
        "2027-07-04",
        "2025-07-03",
        84,
        "Days in remand before the verdict: 365. Each counts as 1.5 days of the term, as the verdict says.",
    ),
    Case(
        "remand that ended in release counts where the charge is of the case",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "days of earlier custody that count too: 365.",
        more={"accusations": (IN_THE_CASE,)},
    ),
    Case(
        "remand that ended in release counts where the charge of the case led to the conviction",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "days of earlier custody that count too: 365.",
        more={"accusations": (accusation_of(7, ChargeStatus.CONVICTED, parse("2023-01-03"), ()),)},
    ),
    Case(
        "a charge that was brought before the line that the record has of it",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "days of earlier custody that count too: 365.",
        more={
            "accusations": (
                accusation_of(
                    7, ChargeStatus.CONVICTED, parse("2023-01-03"), ((parse("2025-01-01"), ChargeStatus.CONVICTED),)
                ),
            )
        },
    ),
    Case(
        "remand of which nothing says in what case it was",
        (prison(years=4, case_id=7),),
        (RELEASED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted, since the record does not say that it was in this case: remand from 1 January 2023.",
    ),
    Case(
        "bail in another case than that of the sentence",
        (prison(years=4, case_id=7),),
        (BAILED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted",
        more={"accusations": (Accusation(7, ((parse("2024-06-01"), "pending"),)),)},
    ),
    Case(
        "bail in a case that the record knows to be another one",
        (prison(years=4, case_id=8),),
        (BAILED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted",
        more={"accusations": (IN_THE_CASE,)},
    ),
    Case(
        "bail and a charge of which nobody says in what case the sentence was",
        (prison(years=4),),
        (BAILED, held("2025-01-01")),
        "2028-01-02",
        "2026-01-01",
        72,
        "custody that count too: 365.",
        more={"accusations": (IN_THE_CASE,)},
    ),
    Case(
        "remand after which something else was imposed",
        (Sanction(pk=2, kind=SanctionKind.FINE, imposed_on="2024-02-01"), prison(years=4)),
        (BAILED, held("2025-01-01")),
        "2029-01-01",
        "2027-01-01",
        47,
        "Not counted",
    ),
    Case(
        # 214 days that count as 321; 694 + 321 of 1461 days; 730.5 - 321 days after the verdict half is over.
        "remand in the same custody at one and a half",
        (prison(years=4, remand_counts_as=Decimal("1.50")),),
        (held("2024-06-01", "2025-01-01", CustodyEnd.TRANSFERRED, kind=PRETRIAL), held("2025-01-01")),
        "2028-02-15",
        "2026-02-14",
        69,
        "Each counts as 1.5 days of the term",
        (908, 908),
    ),
    Case(
        # 213 of 366 days at two are more than half of six months on the day of the verdict.
        "remand that covers half of the term is granted by the verdict",
        (prison(imposed_on="2026-10-01", years=1, remand_counts_as=Decimal("2")),),
        (held("2026-06-01", "2026-10-01", CustodyEnd.TRANSFERRED, kind=PRETRIAL), held("2026-10-01")),
        "2027-01-30",
        "2026-10-01",
        82,
        "Each counts as 2 days",
    ),
    Case(
        # 513 of 730 days.
        "a term that counts from a day of its own",
        (prison(years=2, starts_on="2025-07-01"),),
        (held("2025-01-01"),),
        "2027-07-01",
        "2026-07-01",
        70,
        "The term counts from the day that the record names for it, not from custody: 1 July 2025.",
        (694, 694),
    ),
    Case(
        "a term that counts from a day to come",
        (prison(years=2, starts_on="2027-01-01"),),
        (held("2025-01-01"),),
        "2029-01-01",
        "2028-01-01",
        0,
        "No days in remand before the verdict are counted otherwise",
    ),
    Case(
        # Counted from 1 July 2022 to the end of 2023 (549 days), and from 1 January 2025 on (694); 1243 of 2191 days.
        "a term from a day of its own, and a break",
        (prison(imposed_on="2022-01-01", years=6, starts_on="2022-07-01"),),
        (held("2022-01-01", "2024-01-01", CustodyEnd.RELEASED), held("2025-01-01")),
        "2029-07-01",
        "2026-07-01",
        56,
        "count too: 549.",
        (1424, 1424),
    ),
    Case(
        # Three years to 1 January 2023, and from then on five: 1425 of 1826 days.
        "a term added to one that was served",
        (
            prison(1, "2020-01-01", years=3, ended_by=SanctionEnd.SERVED, ended_on="2023-01-01"),
            prison(2, "2021-01-01", years=5, added_to_id=1),
        ),
        (held("2020-01-01"),),
        "2028-01-01",
        "2025-07-02",
        78,
        "The term counts from the end of the one to which it is added: 1 January 2023.",
    ),
    Case(
        "a term added to one that was replaced on appeal",
        (
            prison(1, "2024-01-01", years=5, ended_by=SanctionEnd.REPLACEMENT, ended_on="2024-06-01"),
            prison(2, "2024-06-01", years=3, replaces_id=1),
            prison(3, "2025-01-01", months=18, added_to_id=1),
        ),
        (held("2024-01-01"),),
        "2028-07-01",
        "2026-04-01",
        64,
        "Terms added to one another: 3 years, 18 months. Together: 4 years 6 months.",
    ),
    Case(
        # Custody under the first verdict, between 2 January 2023 and 2024, counts towards the one in its place.
        "a sentence replaced while at large",
        (
            prison(1, "2023-01-01", years=5, ended_by=SanctionEnd.REPLACEMENT, ended_on="2025-01-01"),
            prison(2, "2025-01-01", years=3, replaces_id=1),
        ),
        (held("2023-01-01", "2024-01-01", CustodyEnd.RELEASED), held("2025-01-01", of=2)),
        "2027-01-01",
        "2025-07-02",
        96,
        "count too: 365.",
    ),
    Case(
        # Fifteen days of an arrest that was served count towards no other sentence.
        "an arrest served before in the same custody",
        (
            Sanction(
                pk=2,
                kind=SanctionKind.ADMINISTRATIVE_ARREST,
                imposed_on="2024-12-17",
                days=15,
                ended_by=SanctionEnd.SERVED,
                ended_on="2025-01-01",
            ),
            prison(imposed_on="2025-06-01", years=4),
        ),
        (held("2024-12-17", "2025-01-01", CustodyEnd.TRANSFERRED, of=2), held("2025-01-01", of=1)),
        "2029-01-01",
        "2027-01-01",
        47,
        "The term counts from 1 January 2025: another sentence was served before, and had ended.",
        (709, 709),
    ),
    Case(
        # The same, of an arrest whose end nobody entered: it has none but that of its days.
        "an administrative arrest before in the same custody",
        (
            Sanction(pk=2, kind=SanctionKind.ADMINISTRATIVE_ARREST, imposed_on="2024-12-17", days=15),
            prison(imposed_on="2025-06-01", years=4),
        ),
        (
            held("2024-12-17", "2025-01-01", kind=CustodyKind.ADMINISTRATIVE, of=2),
            held("2025-01-01", "2025-06-01", kind=PRETRIAL),
            held("2025-06-01"),
        ),
        "2029-01-01",
        "2027-01-01",
        47,
        "The term counts from 1 January 2025: another sentence was served before, and had ended.",
        (709, 709),
    ),
    Case(
        # As of somebody released for a year: an early release that was revoked ended nothing.
        "an early release that was revoked",
        (prison(imposed_on="2022-01-01", years=6, ended_by=SanctionEnd.EARLY_RELEASE, ended_on="2024-01-01"),),
        (held("2022-01-01", "2024-01-01", CustodyEnd.EARLY), held("2025-01-01")),
        "2029-01-01",
        "2026-01-01",
        64,
        "The early release was revoked: custody for this sentence went on later.",
        (1424, 1424),
    ),
    Case(
        "two terms beside one another",
        (prison(1, "2020-01-10", years=3), prison(2, "2020-06-10", years=8)),
        (held("2020-01-10"),),
        "2028-01-10",
        "2024-01-10",
        85,
        "first day of this custody, day for day",
    ),
    Case(
        # A year from 29 February is over on 28 February; the day of the break is one that other years do not have.
        "leap days",
        (prison(imposed_on="2024-02-29", years=4),),
        (held("2024-02-29", "2024-03-01", CustodyEnd.ESCAPED), held("2025-02-28")),
        "2029-02-27",
        "2027-02-27",
        43,
        "count too: 1.",
    ),
)


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


def written(row: Any, at: str, zone: str = "") -> Any:
    """The row as written at an instant (UTC), in a place of a zone."""
    row.updated_at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    if zone:
        row.place = Place(pk=5, time_zone=zone)
    return row


@pytest.mark.parametrize(
    ("started_on", "begun"),
    [("2026-11", 26), ("2026", 26), ("2026-11-20/2026-12-31", 26), ("2026-11/..", 26), ("2026-10", None)],
)
def test_what_is_recorded_as_having_happened_does_not_begin_tomorrow(started_on: str, begun: int | None) -> None:
    rows = Rows(detentions=(written(Detention(kind=PRETRIAL, started_on=started_on), "2026-11-26T12:00"),))
    days = [date(2026, 11, day) for day in range(20, 31)]
    seen = [state_of(rows, day).is_held for day in days]
    assert seen == [True if begun is None or day.day >= begun else None for day in days]
    for day in days:
        [span] = [one for one in spans_of(1, rows) if one.begins_on <= day < one.ends_on]
        assert span.is_held == state_of(rows, day).is_held


def test_day_of_recording_is_that_of_the_place() -> None:
    late = "2026-11-26T20:00"
    rows = [
        Rows(detentions=(written(Detention(kind=PRETRIAL, started_on="2026-11"), late, zone),))
        for zone in ("Asia/Almaty", "Europe/London")
    ]
    assert [state_of(one, TODAY).is_held for one in rows] == [None, True]
    assert [state_of(one, TODAY + timedelta(days=1)).is_held for one in rows] == [True, True]


def test_what_is_recorded_as_over_is_over_and_what_was_announced_stays_ahead() -> None:
    over = Detention(kind=PRETRIAL, started_on="2026-10-01", ended_on="2026-11", ended_by=CustodyEnd.RELEASED)
    state = state_of(Rows(detentions=(written(over, "2026-11-26T12:00"),)), TODAY)
    assert (state.status, state.is_held, state.days_held_high) == (Standing.RELEASED, False, 56)
    ahead = Detention(kind=PRETRIAL, started_on="2026-12")
    rows = Rows(detentions=(written(ahead, "2026-11-26T12:00"),))
    assert [state_of(rows, day).is_held for day in (date(2026, 12, 30), date(2026, 12, 31))] == [None, True]


def test_what_was_known_on_a_day_had_happened_by_then() -> None:
    row = written(Detention(kind=PRETRIAL, started_on="2026-11"), "2026-11-26T12:00")
    day = date(2026, 11, 12)
    assert state_of(Rows(detentions=(row,)), day).is_held is None
    assert state_of(Rows(detentions=(row,), known_on=day), day).is_held is True


def test_event_of_a_month_had_happened_when_it_was_recorded() -> None:
    died = written(Event(kind=EventKind.DEATH, happened_on="2026-11"), "2026-11-26T12:00")
    custody = Detention(kind=PRETRIAL, started_on="2026-10-01", ended_on="2026-11-27", ended_by=CustodyEnd.RELEASED)
    assert state_of(Rows(detentions=(custody,), events=(died,)), TODAY).status == Standing.DIED_IN_CUSTODY


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
