"""`whats_due --explain`: why somebody would or would not be told, without an address."""

import json
import re
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from prisoners.choices import EventKind
from prisoners.models import Detention
from prisoners.services.spans import settle
from supporters import asked, digests, reminders
from supporters.choices import Rate, SuppressionReason
from supporters.models import Asked, Notification, Stir, Supporter, Tick
from supporters.preview import whats_due
from supporters.services import people
from tests.supporters import record
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db


def explained(who: str, **options: object) -> str:
    out = StringIO()
    call_command("whats_due", **{"at": timezone.now().isoformat(), "explain": who, "stdout": out, **options})
    return out.getvalue()


def hearing() -> None:
    record.hearing(record.prisoner(), starts_at=timezone.now() + timedelta(days=3))


def test_follower_would_be_told_and_no_address_is_printed(follower: Meet) -> None:
    anna = follower("all")
    hearing()
    said = explained("anna@example.org")
    assert said == explained(str(anna.pk))
    assert "hearing_reminder" in said
    assert "would be sent now" in said
    assert "@" not in said
    assert not Notification.objects.exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"rate": Rate.OFF}, "it is switched off"),
        ({"muted": ["court"]}, "this kind of news is not wanted"),
        ({"topic": "country:BY"}, "follows none of all, case:"),
    ],
)
def test_what_others_would_be_told_is_explained_even_where_nobody_else_follows_it(
    follower: Meet, change: dict[str, object], reason: str
) -> None:
    anna = follower("all")
    anna.subscriptions.update(**change)
    hearing()
    [line] = [one for one in explained("anna@example.org").splitlines() if "hearing_reminder" in one]
    assert line.startswith("not told: ")
    assert reason in line
    assert Supporter.objects.get() == anna


def test_what_the_clock_asks_in_parts_is_explained_at_once(follower: Meet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "MOST_AGAIN", 0)
    follower("all", address="told@example.org")
    follower("country:BY")
    hearing()
    reminders.run_planners(timezone.now())
    assert "not told: hearing_reminder" in explained("anna@example.org")


def noted() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in (Asked, Stir, Tick)]


@pytest.mark.parametrize("minute", ["09:00", "09:08", "09:23", "10:00"])
def test_days_that_the_clock_asked_about_are_explained_all_the_same(follower: Meet, minute: str) -> None:
    record.event("2011-12-16", EventKind.KILLING, title="Zhanaozen", is_commemorated=True)
    one = record.prisoner(born_on="1980-12-16")
    Detention.internal.create(**record.PUBLIC, prisoner=one, started_on="2020-01-10")
    settle()
    follower("country:BY")
    reminders.run_planners(datetime.fromisoformat("2026-12-16T09:03+00:00"))
    before = noted()
    said = explained("anna@example.org", at=f"2026-12-16T{minute}+00:00")
    assert ("not told: anniversary" in said, "not told: birthday" in said) == (True, True)
    assert noted() == before != [[], [], []]


@pytest.mark.parametrize("minute", ["08:59", "09:00", "09:08", "09:46", "10:00", "23:46"])
def test_what_is_due_and_what_is_explained_are_the_same_whatever_the_clock_asked_before(
    follower: Meet, monkeypatch: pytest.MonkeyPatch, minute: str
) -> None:
    monkeypatch.setattr(asked, "MOST_AGAIN", 0)
    record.event("2011-12-16", EventKind.KILLING, title="Zhanaozen", is_commemorated=True)
    one = record.prisoner(born_on="1980-12-16")
    Detention.internal.create(**record.PUBLIC, prisoner=one, started_on="2020-01-10")
    record.hearing(one, starts_at=datetime.fromisoformat("2026-12-18T09:00+00:00"))
    settle()
    follower("all", address="early@example.org")
    reminders.run_planners(datetime.fromisoformat("2026-12-16T09:03+00:00"))
    late = follower("all", address="late@example.org")
    before, at = noted(), f"2026-12-16T{minute}+00:00"
    mine = [row for row in whats_due(datetime.fromisoformat(at)) if str(late.pk) in row.supporters]
    due = {(row.kind, row.subject, row.occasion) for row in mine}
    said = json.loads(explained(str(late.pk), at=at, json=True))["mails"]
    assert due == {(row["kind"], row["subject"], row["occasion"]) for row in said if row["why"] == "would be sent now"}
    days = {"anniversary", "birthday"} if minute >= "09:00" else set()
    assert {kind for kind, _subject, _occasion in due} == {"hearing_reminder", *days}
    assert noted() == before


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"is_paused": True}, "has paused"),
        ({"state": "unreachable"}, "the address takes no mail"),
        ({"state": "unconfirmed", "unconfirmed_until": "2099-01-01T00:00Z"}, "what was asked for is not confirmed yet"),
    ],
)
def test_who_is_told_nothing_now_is_told_why(follower: Meet, state: dict[str, object], reason: str) -> None:
    follower("all")
    Supporter.objects.update(**state)
    hearing()
    assert f"Yerlan Baltabai»: {reason}" in explained("anna@example.org")


def test_machines_are_told_the_same(follower: Meet) -> None:
    anna = follower("all")
    hearing()
    said = json.loads(explained("anna@example.org", json=True))
    assert list(said) == ["at", "person", "follows", "mails", "not_told"]
    assert [(one["kind"], one["why"]) for one in said["mails"]] == [("hearing_reminder", "would be sent now")]
    anna.subscriptions.update(muted=["court"])
    said = json.loads(explained("anna@example.org", json=True))
    assert (said["mails"], [one["why"] for one in said["not_told"]]) == ([], ["this kind of news is not wanted"])
    assert "@" not in json.dumps(said)


def test_mails_that_rest_after_a_bounce_are_said(follower: Meet) -> None:
    follower("all")
    Supporter.objects.update(rests_until=timezone.now() + timedelta(hours=2))
    assert "alerts rest until" in explained("anna@example.org")


def test_pause_bounce_and_peace_are_said(follower: Meet) -> None:
    anna = follower("all")
    Supporter.objects.update(is_paused=True, state="unreachable")
    people.leave_in_peace(anna, SuppressionReason.COMPLAINT)
    said = explained("anna@example.org")
    assert "has paused" in said
    assert "only mails that were just asked for" in said
    assert "complaint" in said


@time_machine.travel("2026-11-25T12:00Z", tick=False)
def test_what_waits_for_a_digest_of_a_later_week_is_said_too(follower: Meet) -> None:
    """The Monday before has not come yet: it is no hour that the clock slept through."""
    follower("all").subscriptions.update(rate=Rate.WEEKLY)
    for day in ("12-05", "12-07"):
        one = record.prisoner(f"Born on {day}", born_on=f"1980-{day}")
        Detention.internal.create(**record.PUBLIC, prisoner=one, started_on="2020-01-10", kind="serving")
    settle()
    Tick.objects.create(name=digests.DONE, ran_at=timezone.now())
    [saturday] = [line for line in explained("anna@example.org", at="2026-12-05T09:00Z").splitlines() if "05]" in line]
    assert saturday.endswith("waits for the weekly digest of 2026-12-07T09:00+00:00")
    [monday] = [line for line in explained("anna@example.org", at="2026-12-07T09:00Z").splitlines() if "07]" in line]
    assert monday.endswith("would be sent now")


@time_machine.travel("2026-11-25T12:00Z", tick=False)
def test_what_leaves_with_a_digest_before_the_instant_does_not_wait_for_one_after_it(follower: Meet) -> None:
    """The transfer is told on Monday the 30th; the birthday of the 5th comes later, and waits for the Monday after."""
    anna = follower("all")
    anna.subscriptions.update(rate=Rate.WEEKLY)
    one = record.prisoner(born_on="1980-12-05")
    Detention.internal.create(**record.PUBLIC, prisoner=one, started_on="2020-01-10", kind="serving")
    record.event("2026-11-24", EventKind.TRANSFER, one, published_at=timezone.now())
    settle()
    for has_asked in (False, True):
        if has_asked:
            reminders.run_planners(timezone.now())
        said = explained("anna@example.org", at="2026-12-05T12:00Z").splitlines()
        ends = {line.split(" ")[0]: line.rpartition(": ")[2] for line in said if " [" in line}
        assert ends["transfer"] == "goes with the weekly digest of 2026-11-30T09:00+00:00"
        assert ends["birthday"] == "waits for the weekly digest of 2026-12-07T09:00+00:00"
    mondays = [datetime(2026, month, day, 9, tzinfo=UTC) for month, day in ((11, 30), (12, 7))]
    assert [[due.kind for due in whats_due(monday)] for monday in mondays] == [["transfer"], []]
    assert Notification.objects.filter(supporter=anna, state="waiting").count() == 1


def test_what_waits_and_what_was_dropped_is_said(follower: Meet) -> None:
    anna = follower("all")
    anna.subscriptions.update(rate=Rate.WEEKLY)
    now = timezone.now()
    event = record.event(f"{now:%Y-%m-%d}", EventKind.TRANSFER, record.prisoner(), published_at=now)
    hour = (now.hour + 5) % 24
    Supporter.objects.update(told_at_hour=hour)
    reminders.run_planners(now)
    said = explained("anna@example.org")
    assert re.search(rf"waits for the weekly digest of 20\d\d-\d\d-\d\dT{hour:02}:00\+00:00$", said, re.MULTILINE)
    soon = now + timedelta(hours=1)
    Notification.objects.update(waits_until=soon)
    assert f"goes by itself at {soon.isoformat(timespec='minutes')}: the weekly" in explained("anna@example.org")
    Notification.objects.update(state="cancelled", reason="what happened is not public", settled_at=now)
    type(event).internal.update(published_at=now - timedelta(days=20))
    assert "cancelled" in explained("anna@example.org")


@pytest.mark.parametrize("who", ["nobody@example.org", "no@address@", "7", "00000000-0000-0000-0000-000000000000"])
def test_unknown_person_is_a_plain_error(who: str) -> None:
    with pytest.raises(CommandError, match="Nobody is known"):
        explained(who)
