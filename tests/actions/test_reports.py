"""The picket log: only one's own group, only what can be, and only after a second look."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection
from django.test import Client

from actions.models import Action, Report
from actions.publication import publish
from actions.refusals import ActionsRefusal, NotPublishable
from actions.services.reports import log_report
from prisoners.choices import StaffRole
from prisoners.models import Staff
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_report, make_sign_up, make_staff

pytestmark = pytest.mark.django_db

PAST = {"held_on": "2026-11-30"}


@time_machine.travel(NOW)
def test_log_report_waits_for_a_second_person_of_the_group() -> None:
    group = make_group()
    anna, ben = make_organiser("anna", group), make_organiser("ben", group)
    action = make_action(group=group, **PAST)
    make_sign_up(action, guests=2, attended=True)
    make_sign_up(action, attended=False)
    make_sign_up(action)
    report = log_report(action, anna, turnout_low=20, turnout_high=30, text="Quiet")
    assert (report.state, report.signed_up_count, report.attended_count) == ("in_review", 5, 3)
    assert not Report.public.exists()
    with pytest.raises(NotPublishable, match="second person"):
        publish(report, anna)
    publish(report, ben)
    assert Report.public.get().turnout_high == 30


@time_machine.travel(NOW)
def test_log_report_can_be_published_by_a_publisher_and_by_no_stranger() -> None:
    group = make_group()
    report = log_report(make_action(group=group, **PAST), make_organiser("anna", group), text="Quiet")
    with pytest.raises(NotPublishable, match="for an organiser"):
        publish(report, make_organiser("berta", make_group("berlin")))
    publish(report, make_staff("pia", StaffRole.PUBLISHER))
    assert Report.public.exists()


@time_machine.travel(NOW)
def test_log_report_corrected_needs_another_look() -> None:
    group = make_group()
    anna, ben = make_organiser("anna", group), make_organiser("ben", group)
    action = make_action(group=group, **PAST)
    publish(log_report(action, anna, text="Quiet"), ben)
    log_report(action, ben, text="Not so quiet")
    assert Report.internal.get().state == "in_review"


@pytest.mark.parametrize(
    ("action_fields", "fields", "said"),
    [
        (PAST, {"turnout_low": 30, "turnout_high": 20}, "higher"),
        (PAST, {"text": "Quiet", "press_links": "javascript:alert(1)"}, "address"),
        (PAST, {}, "how many came"),
        (PAST, {"text": "Quiet", "arrests": 3, "arrests_high": 2}, "arrests"),
        (PAST, {"text": "Quiet", "police_kinds": ["danced"]}, "not known"),
        ({**PAST, "cancelled_at": NOW}, {"text": "Quiet"}, "cancelled"),
        ({}, {"text": "Quiet"}, "not begun"),
    ],
)
@time_machine.travel(NOW)
def test_log_report_refuses_and_writes_nothing(action_fields: dict, fields: dict, said: str) -> None:
    group = make_group()
    action = make_action(group=group, **action_fields)
    with pytest.raises((ActionsRefusal, NotPublishable), match=said):
        log_report(action, make_organiser("anna", group), **fields)
    assert not Report.internal.exists()


@time_machine.travel(NOW)
def test_log_report_refuses_an_organiser_of_another_group() -> None:
    action = make_action(group=make_group(), **PAST)
    with pytest.raises(ActionsRefusal, match="do not organise"):
        log_report(action, make_organiser("berta", make_group("berlin")), text="Quiet")
    assert not Report.internal.exists()


@time_machine.travel(NOW)
def test_log_report_refuses_an_action_without_a_group() -> None:
    with pytest.raises(ActionsRefusal, match="do not organise"):
        log_report(make_action(**PAST), make_organiser("anna", make_group()), text="Quiet")


@time_machine.travel(NOW, tick=False)
def test_report_sent_twice_is_one_and_takes_nothing_back_from_the_public() -> None:
    group = make_group()
    anna, ben = make_organiser("anna", group), make_organiser("ben", group)
    action = make_action(group=group, **PAST)
    said = {"text": "Quiet", "turnout_low": 20}
    publish(log_report(action, anna, key="a-key", **said), ben)
    with time_machine.travel(NOW + timedelta(days=6), tick=False):
        assert log_report(action, anna, key="a-key", **said).state == "published"
    assert log_report(action, anna, key="a-key", text="Not so quiet").state == "in_review"


def _log(action: Action, by: Staff) -> None:
    try:
        log_report(action, by, key="a-key", text="Quiet")
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_report_that_arrives_several_times_at_once_is_one() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group, held_on="2020-11-30")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _number: _log(action, anna), range(4)))
    assert Report.internal.get().text == "Quiet"


@time_machine.travel(NOW)
def test_public_page_says_what_the_police_did_and_who_counted_the_arrests(client: Client) -> None:
    action = make_action(slug="picket", group=make_group(), **PAST)
    make_report(
        action,
        police_kinds=["filmed", "seized"],
        police_measures="Two vans.",
        arrests=2,
        arrests_high=4,
        arrests_counted_by="the lawyers",
        delivery="not_tried",
    )
    page = client.get("/en/actions/picket/").content.decode()
    assert "filmed or photographed people, took banners or leaflets. Two vans." in page
    assert "2–4, counted by the lawyers" in page
    assert "not tried" in page
    told = client.get("/api/v1/actions/picket/").json()["report"]
    assert [one["value"] for one in told["police_kinds"]] == ["filmed", "seized"]
    assert (told["arrests"], told["arrests_high"]) == (2, 4)


def test_database_refuses_arrests_that_cross() -> None:
    with pytest.raises(IntegrityError, match="report_arrests_low_is_not_above_high"):
        make_report(make_action(), arrests=3, arrests_high=2)
