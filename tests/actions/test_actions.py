"""An action's instants, its changes and its cancelling."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, time

import pytest
from django.db import connections
from django.utils import timezone

from actions import calendar, words
from actions.models import Action, FormerActionSlug
from actions.refusals import ActionsRefusal
from actions.services import slugs
from actions.services.actions import cancel, change, create
from actions.services.groups import free_group_slug
from prisoners.dates import BadDate
from prisoners.times import BadTime
from tests.actions.rows import make_action, make_group, make_organiser, make_prisoner

pytestmark = pytest.mark.django_db


def test_create_derives_instants_from_local_date_hours_and_zone() -> None:
    group = make_group()
    action = create(
        group,
        make_organiser("anna", group),
        title="Picket",
        held_on="2026-12-16",
        local_time=time(18),
        local_end_time=time(20, 30),
        prisoners=[make_prisoner()],
    )
    assert action.starts_at == datetime(2026, 12, 16, 17, 0, tzinfo=UTC)
    assert action.ends_at == datetime(2026, 12, 16, 19, 30, tzinfo=UTC)
    assert (action.slug, action.state, action.revision) == ("picket-2026-12-16", "draft", 0)
    assert [one.slug for one in action.prisoners.all()] == ["yerlan-baltabai"]


def test_form_that_was_sent_twice_makes_one_draft_and_another_day_makes_another() -> None:
    group = make_group()
    anna = make_organiser("anna", group)
    said = {"title": "Picket", "local_time": time(18), "capacity": None, "prisoners": [make_prisoner()]}
    first, again, later = (create(group, anna, held_on=f"2026-12-{day}", **said) for day in (16, 16, 17))
    assert first == again
    assert [one.slug for one in Action.internal.order_by("pk")] == ["picket-2026-12-16", "picket-2026-12-17"]
    Action.internal.filter(pk=later.pk).update(state="published")
    assert create(group, anna, held_on="2026-12-17", **said).slug.startswith("picket-2026-12-17-")


def test_form_for_other_people_makes_another_draft() -> None:
    group = make_group()
    anna, said = make_organiser("anna", group), {"title": "Picket", "held_on": "2026-12-16"}
    whom = make_prisoner()
    for_nobody, for_one = create(group, anna, **said), create(group, anna, prisoners=[whom], **said)
    assert for_nobody != for_one
    assert [list(one.prisoners.all()) for one in (for_nobody, for_one)] == [[], [whom]]


@pytest.mark.parametrize(
    "seek",
    [lambda: slugs.free_slug("One", ""), lambda: slugs.free_day_slug("One", ""), lambda: free_group_slug("One")],
    ids=["action", "day of action", "group"],
)
def test_one_address_is_sought_at_a_time(seek: Callable[[], str]) -> None:
    assert seek() == "one"
    other = connections.create_connection("default")
    with closing(other), other.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [slugs.LOCK])
        assert cursor.fetchone() == (False,)


def test_an_action_may_go_on_past_midnight_and_past_the_change_of_the_clocks() -> None:
    group = make_group()
    night = {"local_time": time(22), "local_end_time": time(4), "ends_on": date(2026, 10, 25)}
    action = create(group, make_organiser("anna", group), title="Vigil", held_on="2026-10-24", **night)
    assert action.ends_at == datetime(2026, 10, 25, 3, 0, tzinfo=UTC)
    assert words.clock(action) == "22:00 – 04:00 on 25 October 2026 (UTC+1)"
    assert words.when(action) == "24 Oct 2026, 22:00, Vienna time (UTC+2), until 04:00 on 25 October 2026 (UTC+1)"
    assert (is_upcoming(action, datetime(2026, 10, 25, 2, 59, tzinfo=UTC))) is True
    assert (is_upcoming(action, datetime(2026, 10, 25, 3, 1, tzinfo=UTC))) is False


def is_upcoming(action: Action, now: datetime) -> bool:
    return calendar.upcoming(Action.internal.all(), now).filter(pk=action.pk).exists()


def test_an_end_on_the_day_of_the_beginning_is_said_as_ever() -> None:
    action = make_action(ends_on=date(2026, 12, 16))
    assert words.clock(action) == "18:00–20:00"


def test_create_gives_the_start_of_the_local_day_when_the_hour_is_not_known() -> None:
    group = make_group("almaty", "Asia/Almaty")
    action = create(group, make_organiser("anna", group), title="Vigil", held_on="2026-12-16")
    assert action.starts_at == datetime(2026, 12, 15, 19, 0, tzinfo=UTC)
    assert action.ends_at is None


def test_create_gives_no_instant_when_only_the_month_is_known() -> None:
    group = make_group()
    action = create(group, make_organiser("anna", group), title="Vigil", held_on="2026-12")
    assert action.starts_at is None


def test_create_finds_another_address_when_one_is_or_was_taken() -> None:
    group = make_group()
    anna = make_organiser("anna", group)
    first = create(group, anna, title="Picket", held_on="2026-12-16")
    second = create(group, anna, title="Picket", held_on="2026-12-16", local_time=time(18))
    assert second.slug.startswith("picket-2026-12-16-") and second.slug != first.slug


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"time_zone": ""}, "time zone"),
        ({"time_zone": "EST"}, "not a time zone"),
        ({"time_zone": "Europe/Nowhere"}, "not a time zone"),
        ({"local_time": time(20), "local_end_time": time(18)}, "ends before it begins"),
        ({"local_time": time(20), "local_end_time": time(20)}, "ends before it begins"),
        ({"local_time": None, "local_end_time": time(20)}, "needs a beginning"),
        ({"local_time": time(20), "ends_on": date(2026, 12, 17)}, "needs an hour"),
        ({"local_time": time(20), "local_end_time": time(21), "ends_on": date(2026, 12, 15)}, "ends before it begins"),
        (
            {
                "held_on": "2027-03-27",
                "local_time": time(22),
                "local_end_time": time(2, 30),
                "ends_on": date(2027, 3, 28),
            },
            "clock is put forward",
        ),
        ({"held_on": "2026-12", "local_time": time(18)}, "needs a day"),
        ({"held_on": "2026-03-29", "local_time": time(2, 30)}, "clock is put forward"),
        ({"title": "  "}, "title"),
        ({"kinds": ["riot"]}, "kinds"),
    ],
)
def test_create_refuses_what_cannot_be_and_writes_nothing(fields: dict, said: str) -> None:
    group = make_group()
    values = {"title": "Picket", "held_on": "2026-12-16", **fields}
    with pytest.raises((ActionsRefusal, BadTime), match=said):
        create(group, make_organiser("anna", group), **values)
    assert not Action.internal.exists()


def test_create_refuses_a_day_that_does_not_exist() -> None:
    group = make_group()
    with pytest.raises(BadDate):
        create(group, make_organiser("anna", group), title="Picket", held_on="2026-02-30")


def test_create_refuses_somebody_of_another_group() -> None:
    berlin = make_organiser("berta", make_group("berlin"))
    with pytest.raises(ActionsRefusal, match="do not organise"):
        create(make_group(), berlin, title="Picket", held_on="2026-12-16")


def test_create_refuses_an_account_that_was_closed() -> None:
    group = make_group()
    anna = make_organiser("anna", group)
    anna.is_active = False
    anna.save()
    with pytest.raises(ActionsRefusal):
        create(group, anna, title="Picket", held_on="2026-12-16")


def test_change_raises_the_revision_when_the_hour_changes_and_not_for_other_words() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    assert change(action, anna, description="Bring candles").revision == 0
    moved = change(action, anna, local_time=time(17))
    assert (moved.revision, moved.starts_at) == (1, datetime(2026, 12, 16, 16, 0, tzinfo=UTC))
    assert moved.is_published


def test_change_keeps_the_old_address_of_the_page() -> None:
    group = make_group()
    action = make_action(group=group, slug="old")
    change(action, make_organiser("anna", group), slug="new")
    assert FormerActionSlug.objects.get(slug="old").action_id == action.pk


def test_change_refuses_a_cancelled_action_and_changes_nothing() -> None:
    group = make_group()
    anna = make_organiser("anna", group)
    action = make_action(group=group, cancelled_at=timezone.now())
    with pytest.raises(ActionsRefusal, match="cannot be changed"):
        change(action, anna, title="Other")
    assert Action.internal.get().title == action.title


def test_cancel_keeps_the_action_and_raises_the_revision() -> None:
    group = make_group()
    action = cancel(make_action(group=group), "Storm warning", make_organiser("anna", group))
    assert (action.is_cancelled, action.cancellation_reason, action.revision) == (True, "Storm warning", 1)


@pytest.mark.parametrize("reason", ["", "  "])
def test_cancel_refuses_without_a_reason(reason: str) -> None:
    group = make_group()
    with pytest.raises(ActionsRefusal, match="why"):
        cancel(make_action(group=group), reason, make_organiser("anna", group))
    assert not Action.internal.get().is_cancelled


def test_cancel_refuses_twice_and_by_a_stranger() -> None:
    group = make_group()
    anna, berta = make_organiser("anna", group), make_organiser("berta", make_group("berlin"))
    action = make_action(group=group)
    with pytest.raises(ActionsRefusal, match="do not organise"):
        cancel(action, "Because", berta)
    cancel(action, "Storm", anna)
    with pytest.raises(ActionsRefusal, match="already"):
        cancel(action, "Storm", anna)
