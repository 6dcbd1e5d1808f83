"""Spans: what is stored of every day is what the chain computes, whatever path the facts took."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import example, given
from hypothesis import strategies as st

from prisoners.chain import Accusation, Rows, chains_of, state_of
from prisoners.choices import CustodyEnd, CustodyKind, EventKind, PublicationState, SanctionEnd, SanctionKind
from prisoners.dates import parse
from prisoners.deriving import EVER, NEVER, spans_of
from prisoners.models import Defendant, Detention, Event, Prisoner, Sanction, Span, SpanDue
from prisoners.services import spans
from prisoners.standing import Standing
from tests import factories
from tests.prisoners.test_chain import baltabai, yelshibaev
from tests.queries import first_queries_of

ONE_DAY = timedelta(days=1)
NOON = time(12, tzinfo=UTC)
TODAY = date(2026, 11, 24)

DATES = st.one_of(
    st.dates(date(2015, 1, 1), date(2026, 12, 31)).map(str),
    st.dates(date(2015, 1, 1), date(2026, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
    st.integers(2015, 2026).map(str),
    st.sampled_from(["", "../2019-05", "2021-03/..", "2016-02/2018-11"]),
)
WRITTEN = st.one_of(
    st.none(), st.dates(date(2015, 1, 1), date(2027, 1, 1)).map(lambda day: datetime.combine(day, NOON))
)
SANCTIONS = st.builds(
    Sanction,
    updated_at=WRITTEN,
    case_id=st.sampled_from([None, 1]),
    pk=st.integers(1, 3),
    kind=st.sampled_from(list(SanctionKind)),
    imposed_on=DATES,
    starts_on=st.one_of(st.just(""), DATES),
    years=st.integers(0, 9),
    months=st.integers(0, 11),
    suspended_for_months=st.one_of(st.none(), st.integers(1, 36)),
    is_indefinite=st.booleans(),
    remand_counts_as=st.sampled_from([None, Decimal("1.50"), Decimal("2")]),
    added_to_id=st.sampled_from([None, 1, 2]),
    replaces_id=st.sampled_from([None, 1, 2]),
    ended_by=st.sampled_from(list(SanctionEnd)),
    ended_on=DATES,
)
DETENTIONS = st.builds(
    Detention,
    updated_at=WRITTEN,
    kind=st.sampled_from(list(CustodyKind)),
    started_on=DATES.filter(bool),
    ended_on=DATES,
    ended_by=st.sampled_from(list(CustodyEnd)),
    sanction_id=st.sampled_from([None, 1, 2]),
)
EVENTS = st.builds(
    Event,
    updated_at=WRITTEN,
    kind=st.sampled_from([EventKind.ARREST, EventKind.RELEASE, EventKind.DEATH, EventKind.EXILE]),
    happened_on=DATES,
)
ACCUSATIONS = st.builds(
    Accusation, st.sampled_from([1, 2]), st.tuples(st.tuples(DATES.filter(bool).map(parse), st.just("pending")))
)
FACTS = st.builds(
    Rows,
    accusations=st.lists(ACCUSATIONS, max_size=1).map(tuple),
    sanctions=st.lists(SANCTIONS, max_size=3).map(tuple),
    detentions=st.lists(DETENTIONS, max_size=3).map(tuple),
    events=st.lists(EVENTS, max_size=2).map(tuple),
    other_days=st.lists(st.dates(date(2015, 1, 1), date(2026, 12, 31)), max_size=2).map(tuple),
)


Said = tuple[str, bool | None, date | None, date | None]


def said(span: Span) -> Said:
    return span.status, span.is_held, span.half_on, span.term_ends_on


def computed(rows: Rows, day: date) -> Said:
    state = state_of(rows, day)
    half, low, high = state.half_term, state.projected_release_low, state.projected_release_high
    half_on = half.earliest if half is not None and half.earliest == half.latest else None
    return state.status.value, state.is_held, half_on, low if low == high else None


def one_on(found: list[Span], day: date) -> Span:
    [span] = [one for one in found if one.begins_on <= day < one.ends_on]
    return span


#: Who was arrested, nobody says when, and had been released before June 2019 at the latest.
UNDATED = (Event(kind=EventKind.ARREST), Event(kind=EventKind.RELEASE, happened_on="../2019-05"))


@example(Rows(events=UNDATED), [date(2019, 5, 31), date(2019, 6, 1)])
@given(FACTS, st.lists(st.dates(date(2014, 1, 1), date(2040, 1, 1)), min_size=1, max_size=8))
def test_spans_say_what_the_chain_says_at_every_turn_and_between(rows: Rows, between: list[date]) -> None:
    found = spans_of(1, rows)
    turns = [one.begins_on for one in found]
    assert (turns[0], found[-1].ends_on) == (EVER, NEVER)
    for day in [*turns, *(one - ONE_DAY for one in turns[1:]), *between]:
        assert said(one_on(found, day)) == computed(rows, day), day


@pytest.mark.parametrize("rows", [baltabai(), yelshibaev()], ids=["baltabai", "yelshibaev"])
def test_spans_agree_with_the_chain_on_every_day_of_thirty_years(rows: Rows) -> None:
    found = spans_of(1, rows)
    for number in range(30 * 366):
        day = date(2010, 1, 1) + timedelta(days=number)
        assert said(one_on(found, day)) == computed(rows, day), day


def test_time_alone_ends_a_term_and_ages_a_report() -> None:
    term = Sanction(kind=SanctionKind.PRISON, imposed_on="2020-01-10", years=2)
    assert one_on(spans_of(1, Rows(sanctions=(term,))), date(2022, 1, 10)).status == Standing.TERM_OVER
    custody = Detention(kind=CustodyKind.PRETRIAL, started_on="2020-01-10")
    found = spans_of(1, Rows(detentions=(custody,)))
    assert [one.is_held for one in found] == [None, True, None]
    assert found[-1].begins_on == date(2020, 1, 10) + timedelta(days=367)


def test_place_of_a_span_is_that_of_the_newest_stretch_and_none_in_freedom() -> None:
    first = Detention(kind=CustodyKind.SERVING, started_on="2020-01-01", place_id=7)
    second = Detention(kind=CustodyKind.SERVING, started_on="2020-06-01", ended_on="2020-09-01", place_id=8)
    found = spans_of(1, Rows(detentions=(first, second)))
    places = [one_on(found, day).place_id for day in (date(2020, 2, 1), date(2020, 7, 1), date(2020, 9, 1))]
    assert places == [7, 8, None]


def test_place_after_a_transfer_is_not_the_one_that_was_left() -> None:
    left = Detention(kind=CustodyKind.SERVING, started_on="2020-01-01", ended_on="2020-03-01", place_id=7)
    left.ended_by = CustodyEnd.TRANSFERRED
    other = Detention(kind=CustodyKind.SERVING, started_on="2020-03-20", place_id=8)
    days = (date(2020, 2, 29), date(2020, 3, 1), date(2020, 3, 20))
    found = spans_of(1, Rows(detentions=(left, other)))
    assert [(one_on(found, day).place_id, one_on(found, day).is_held) for day in days] == [
        (7, True),
        (None, True),
        (8, True),
    ]


def stored(prisoner: Prisoner, day: date = TODAY) -> tuple[str, bool | None]:
    spans.settle()
    return said(prisoner.spans.get(begins_on__lte=day, ends_on__gt=day))[:2]


@pytest.mark.django_db
def test_everybody_of_the_example_stands_in_the_spans_as_the_chain_computes() -> None:
    call_command("load_campaign", "campaign/example/kazakhstan.yaml", verbosity=0)
    assert spans.settle_all() > 0
    people = list(Prisoner.internal.all())
    days = set(Span.objects.values_list("begins_on", flat=True))
    assert len(people) > 2
    for day in sorted({*days, *(one - ONE_DAY for one in days if one != EVER), TODAY}):
        states = chains_of(people, day)
        held = dict(Span.objects.filter(begins_on__lte=day, ends_on__gt=day).values_list("prisoner_id", "status"))
        assert held == {pk: state.status.value for pk, state in states.items()}, day


@pytest.mark.django_db
def test_whatever_path_writes_a_fact_its_spans_follow() -> None:
    prisoner = factories.PrisonerFactory()
    assert stored(prisoner) == (Standing.UNKNOWN, None)
    custody = factories.DetentionFactory(prisoner=prisoner, started_on="2026-10-01", ended_on="", kind="pretrial")
    assert stored(prisoner) == (Standing.PRETRIAL, True)
    Detention.internal.filter(pk=custody.pk).update(state=PublicationState.WITHDRAWN)
    assert stored(prisoner) == (Standing.UNKNOWN, None)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE prisoners_detention SET state = 'published'")
    assert stored(prisoner) == (Standing.PRETRIAL, True)
    event = factories.EventFactory(kind=EventKind.DEATH, happened_on="2026-11-01")
    event.prisoners.add(prisoner)
    assert stored(prisoner) == (Standing.DIED_IN_CUSTODY, False)
    Event.internal.filter(pk=event.pk).update(is_planned=True)
    assert stored(prisoner) == (Standing.PRETRIAL, True)
    Prisoner.internal.filter(pk=prisoner.pk).update(state=PublicationState.DRAFT)
    assert stored(prisoner) == (Standing.UNKNOWN, None)


@pytest.mark.django_db
def test_hearings_keep_custody_of_no_known_length_from_being_doubted() -> None:
    prisoner = factories.PrisonerFactory()
    factories.DetentionFactory(prisoner=prisoner, started_on="2024-01-01", ended_on="", kind="pretrial")
    assert stored(prisoner) == (Standing.PRETRIAL, None)
    hearing = factories.HearingFactory(held_on="2026-11-02", status="held")
    Defendant.internal.create(case=hearing.case, prisoner=prisoner)
    assert stored(prisoner) == (Standing.PRETRIAL, True)
    hearing.case.state = PublicationState.WITHDRAWN
    hearing.case.save()
    assert stored(prisoner) == (Standing.PRETRIAL, None)


@pytest.mark.django_db
def test_a_fact_that_moves_to_another_person_moves_the_spans_of_both() -> None:
    one, other = factories.PrisonerFactory(), factories.PrisonerFactory()
    custody = factories.DetentionFactory(prisoner=one, started_on="2026-10-01", ended_on="")
    assert stored(one)[1] is True
    Detention.internal.filter(pk=custody.pk).update(prisoner=other)
    assert (stored(one)[1], stored(other)[1]) == (None, True)


@pytest.mark.django_db
def test_spans_of_a_person_who_is_deleted_are_gone_and_the_mark_is_worked_off() -> None:
    prisoner = factories.PrisonerFactory()
    spans.settle()
    prisoner.delete()
    assert SpanDue.objects.exists()
    spans.settle()
    assert not SpanDue.objects.exists()
    assert not Span.objects.exists()


@pytest.mark.django_db
def test_settling_asks_once_when_nothing_changed_and_as_often_for_three_as_for_one() -> None:
    costs = []
    for number in (0, 1, 3):
        for _ in range(number):
            factories.DetentionFactory(started_on="2026-10-01", ended_on="")
        costs.append(len(first_queries_of(spans.settle)))
    assert costs[0] == 1
    assert costs[1] == costs[2]


@pytest.mark.django_db
def test_spans_that_say_the_same_as_before_keep_their_numbers() -> None:
    one = factories.DetentionFactory(started_on="2020-01-01", ended_on="")
    spans.settle_all()
    before = list(Span.objects.order_by("pk").values_list("pk", flat=True))
    one.prisoner.summary = "Other words."
    one.prisoner.save()
    spans.settle_all()
    assert list(Span.objects.order_by("pk").values_list("pk", flat=True)) == before
    one.ended_on = "2021-01-01"
    one.save()
    spans.settle_all()
    assert not set(before) & set(Span.objects.values_list("pk", flat=True))


@pytest.mark.django_db
def test_a_page_works_off_no_more_marks_than_it_may_and_the_clock_the_rest() -> None:
    factories.PrisonerFactory.create_batch(5)
    assert spans.settle(2) == 2
    assert Span.objects.values("prisoner").distinct().count() == 2
    assert spans.settle_all() == 3
    assert Span.objects.values("prisoner").distinct().count() == 5


@pytest.mark.django_db
def test_whoever_reads_is_shown_what_is_kept_where_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(ids: list[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DO $$ BEGIN RAISE disk_full; END $$")

    prisoner = factories.PrisonerFactory()
    before = stored(prisoner)
    factories.DetentionFactory(prisoner=prisoner)
    monkeypatch.setattr(spans, "_derive", refused)
    assert (stored(prisoner), SpanDue.objects.exists()) == (before, True)


@pytest.mark.django_db
def test_spans_that_were_thrown_away_are_derived_again_by_command() -> None:
    factories.DetentionFactory(started_on="2026-10-01", ended_on="")
    spans.settle()
    before = list(
        Span.objects.order_by("begins_on").values(
            "begins_on", "ends_on", "status", "is_held", "since_on", "half_on", "term_ends_on"
        )
    )
    Span.objects.all().delete()
    call_command("derive_spans", verbosity=0)
    after = Span.objects.order_by("begins_on").values(
        "begins_on", "ends_on", "status", "is_held", "since_on", "half_on", "term_ends_on"
    )
    assert list(after) == before
