"""The writers of the record: what they write, and every sentence with which they refuse."""

from datetime import UTC, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction

from prisoners.choices import CustodyEnd, HearingDecision, HearingStatus, SanctionKind, StaffRole
from prisoners.models import Detention, FormerSlug, Hearing, Place, Prisoner, Sanction, Staff
from prisoners.services import detentions, hearings, places, prisoners, sanctions, staff
from prisoners.services.refusals import RecordRefused
from tests.prisoners import make

pytestmark = pytest.mark.django_db


def test_a_hearing_gets_its_instant_from_the_clock_of_the_place() -> None:
    hearing = hearings.schedule(make.a_case(), place=make.a_place(), held_on="2026-12-16", local_time=time(10))
    assert hearing.starts_at == datetime(2026, 12, 16, 5, tzinfo=UTC)
    assert hearing.revision == 0


def test_a_hearing_without_an_hour_begins_with_the_local_day() -> None:
    hearing = hearings.schedule(make.a_case(), place=make.a_place(), held_on="2026-12-16")
    assert hearing.starts_at == datetime(2026, 12, 15, 19, tzinfo=UTC)


def test_a_hearing_without_a_day_has_no_instant() -> None:
    assert hearings.schedule(make.a_case(), place=make.a_place(), held_on="2026-12").starts_at is None


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"place": None, "held_on": "2026-12-16"}, "time zone"),
        ({"zone": "Asia/Nowhere", "held_on": "2026-12-16"}, "not a time zone"),
        ({"held_on": "2026-12", "local_time": time(10)}, "needs the day"),
        ({"zone": "Europe/Berlin", "held_on": "2027-03-28", "local_time": time(2, 30)}, "put forward"),
    ],
)
def test_a_hearing_is_refused_and_nothing_written_when_its_time_means_nothing(
    fields: dict[str, Any], sentence: str
) -> None:
    zone = fields.pop("zone", "Asia/Aqtau")
    wanted = {"place": make.a_place(time_zone=zone), **fields}
    with pytest.raises(RecordRefused, match=sentence):
        hearings.schedule(make.a_case(), **wanted)
    assert not Hearing.internal.exists()


def test_moving_a_hearing_raises_the_revision_once_for_each_change() -> None:
    hearing = hearings.schedule(make.a_case(), place=make.a_place(), held_on="2026-12-16", local_time=time(10))
    hearings.move(hearing, "2026-12-17", time(11))
    assert (hearing.revision, hearing.starts_at) == (1, datetime(2026, 12, 17, 6, tzinfo=UTC))
    hearings.keep(hearing)
    assert hearing.revision == 1
    hearings.cancel(hearing)
    assert (hearing.revision, hearing.status) == (2, HearingStatus.CANCELLED)
    with pytest.raises(RecordRefused, match="cancelled"):
        hearings.move(hearing, "2026-12-18")


def test_an_outcome_says_that_the_hearing_was_held() -> None:
    hearing = hearings.schedule(make.a_case(), place=make.a_place(), held_on="2026-12-16")
    with pytest.raises(RecordRefused, match="outcome"):
        hearings.record_outcome(hearing, " ")
    hearings.record_outcome(hearing, "seven years")
    assert (hearing.status, hearing.outcome, hearing.revision) == (HearingStatus.HELD, "seven years", 1)


def test_what_was_decided_is_an_outcome_and_only_of_a_hearing_that_was_held() -> None:
    hearing = hearings.schedule(make.a_case(), place=make.a_place(), held_on="2026-12-16")
    hearing.decision = HearingDecision.UPHELD
    with pytest.raises(RecordRefused, match="took place"):
        hearings.keep(hearing)
    hearings.record_outcome(hearing, "", HearingDecision.UPHELD)
    assert (hearing.status, hearing.came_of_it) == (HearingStatus.HELD, "earlier decision upheld")
    with pytest.raises(IntegrityError), transaction.atomic():
        Hearing.internal.filter(pk=hearing.pk).update(status=HearingStatus.SCHEDULED)


def test_a_next_hearing_before_this_one_is_refused() -> None:
    case, place = make.a_case(), make.a_place()
    first = hearings.schedule(case, place=place, held_on="2026-12-16")
    with pytest.raises(RecordRefused, match="before this one"):
        hearings.schedule(case, place=place, held_on="2026-12-18", next_hearing=first)


def test_a_sanction_that_replaces_itself_is_refused() -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON, imposed_on="2019-07-17", years=7)
    sanction.replaces = sanction
    with pytest.raises(RecordRefused, match="itself"):
        sanctions.keep(sanction)
    sanction.refresh_from_db()
    assert sanction.replaces is None


def test_sanctions_that_close_a_circle_are_refused_through_any_link() -> None:
    prisoner = make.a_prisoner()
    first = sanctions.impose(prisoner, kind=SanctionKind.PRISON)
    second = sanctions.impose(prisoner, kind=SanctionKind.FINE, replaces=first)
    third = sanctions.impose(prisoner, kind=SanctionKind.ACTIVITY_BAN, accompanies=second)
    first.added_to = third
    with pytest.raises(RecordRefused, match="circle"):
        sanctions.keep(first)


def test_a_sanction_of_another_person_a_fine_without_currency_and_an_early_end_are_refused_together() -> None:
    other = sanctions.impose(make.a_prisoner("Somebody Else"), kind=SanctionKind.PRISON, imposed_on="2020")
    with pytest.raises(RecordRefused) as refusal:
        sanctions.impose(
            make.a_prisoner(),
            kind=SanctionKind.FINE,
            replaces=other,
            imposed_on="2019-07-17",
            ended_on="2019-07-16",
            fine_amount=5,
        )
    assert refusal.value.reasons == [
        sanctions.OTHER_PERSON,
        sanctions.END_BEFORE_BEGIN,
        sanctions.BEFORE_THE_REPLACED,
        sanctions.WITHOUT_CURRENCY,
    ]
    assert Sanction.internal.count() == 1


def test_overlapping_custody_is_refused_and_touching_is_not() -> None:
    prisoner = make.a_prisoner()
    first = detentions.detain(prisoner, started_on="2019-07-17")
    with pytest.raises(RecordRefused, match="overlaps"):
        detentions.detain(prisoner, started_on="2019-08-01")
    detentions.release(first, "2019-08-09/2019-08-10", CustodyEnd.PARDONED)
    detentions.detain(prisoner, started_on="2019-08-09")
    assert Detention.internal.count() == 2


def test_custody_that_ends_before_it_begins_has_no_begin_or_serves_another_is_refused() -> None:
    prisoner = make.a_prisoner()
    other = sanctions.impose(make.a_prisoner("Somebody Else"), kind=SanctionKind.PRISON)
    with pytest.raises(RecordRefused, match="before it began"):
        detentions.detain(prisoner, started_on="2019-07-17", ended_on="2019-07-16")
    with pytest.raises(RecordRefused, match="needs the date"):
        detentions.detain(prisoner)
    with pytest.raises(RecordRefused, match="another person"):
        detentions.detain(prisoner, started_on="2019-07-17", sanction=other)


def test_a_renamed_slug_leaves_a_redirect_and_may_come_back() -> None:
    prisoner = make.a_prisoner()
    prisoners.rename_slug(prisoner, "new-name")
    assert FormerSlug.objects.get().slug == "yerlan-example"
    prisoners.rename_slug(prisoner, "yerlan-example")
    assert FormerSlug.objects.get().slug == "new-name"


def test_a_slug_that_was_anothers_and_a_bad_one_are_refused() -> None:
    first = make.a_prisoner()
    prisoners.rename_slug(first, "new-name")
    with pytest.raises(RecordRefused, match="belongs to another"):
        make.a_prisoner("Somebody Else", slug="yerlan-example")
    with pytest.raises(RecordRefused) as refusal:
        make.a_prisoner(" ", slug="not a slug", country="kz")
    assert refusal.value.reasons == [prisoners.WITHOUT_NAME, prisoners.BAD_COUNTRY, prisoners.BAD_SLUG]


def test_a_spelling_is_folded_and_known_once() -> None:
    prisoner = make.a_prisoner()
    name = prisoners.keep_name(prisoner.names.model(prisoner=prisoner, text="Ерлан Балтабай", language="ru"))
    assert name.folded == "erlan baltabai"
    with pytest.raises(RecordRefused, match="recorded already"):
        prisoners.keep_name(prisoner.names.model(prisoner=prisoner, text="Ерлан Балтабай", language="ru"))
    with pytest.raises(RecordRefused, match="spelling"):
        prisoners.keep_name(prisoner.names.model(prisoner=prisoner, text=" "))


def test_an_account_is_made_with_an_encrypted_address_and_desk_by_role() -> None:
    alice, charlie = make.alice(), make.charlie()
    assert (alice.is_staff, charlie.is_staff) == (True, False)
    assert Staff.objects.get(pk=alice.pk).email == "alice@example.org"


def test_an_account_is_refused_with_all_reasons() -> None:
    make.alice()
    with pytest.raises(RecordRefused) as refusal:
        staff.create_staff("ALICE@example.org", ["king"], "short", handle="alice")
    assert staff.KNOWN_ADDRESS in refusal.value.reasons
    assert staff.HANDLE_TAKEN in refusal.value.reasons
    assert any("king" in str(reason) for reason in refusal.value.reasons)
    with pytest.raises(RecordRefused, match="at least one role"):
        staff.create_staff("x@example.org", [], make.PASSWORD)
    with pytest.raises(RecordRefused, match="e-mail address"):
        staff.create_staff("x@example.org\nBcc: y@example.org", [StaffRole.STEWARD], make.PASSWORD)
    with pytest.raises(ObjectDoesNotExist):
        Staff.objects.get(roles=[StaffRole.STEWARD])


@pytest.mark.parametrize("code", ["ZZ", "XX", "EU", "kz", "K", ""])
def test_prisoner_and_place_are_refused_in_a_country_that_there_is_not(code: str) -> None:
    assert prisoners.BAD_COUNTRY in prisoners.reasons_in(Prisoner(name="Anna", slug="anna", country=code))
    assert prisoners.BAD_COUNTRY in places.reasons_against(Place(name="Aktau", country=code, time_zone="Asia/Aqtau"))
