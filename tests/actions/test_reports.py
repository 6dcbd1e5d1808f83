"""The picket log: only one's own group, only what can be, and only after a second look."""

import pytest
import time_machine

from actions.models import Report
from actions.publication import publish
from actions.refusals import ActionsRefusal, NotPublishable
from actions.services.reports import log_report
from prisoners.choices import StaffRole
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up, make_staff

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
