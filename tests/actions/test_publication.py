"""Publishing: two people, a complete row, the right group."""

from datetime import date

import pytest
from django.utils import timezone

from actions import appeal_rules, publication
from actions.appeal_texts import values, values_of_all
from actions.models import Action, Appeal, Target
from actions.publication import PARENT_FIRST, obstacles, publish, submit, withdraw
from actions.refusals import NotPublishable
from actions.services.actions import cancel
from prisoners.admin.foreseeing import foreseen
from prisoners.choices import StaffRole
from prisoners.publication import NOT_SUBMITTED, SECOND_PERSON
from tests.actions.rows import make_action, make_campaign, make_group, make_organiser, make_report, make_staff
from tests.factories import DetentionFactory, PrisonerFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_publish_shows_an_action_that_a_second_organiser_looked_at() -> None:
    group = make_group()
    action = make_action(group=group, state="draft")
    submit(action, make_organiser("anna", group))
    publish(action, make_organiser("ben", group))
    assert Action.public.get() == action
    with pytest.raises(NotPublishable, match="already"):
        submit(action, make_organiser("carla", group))


def test_publish_refuses_a_draft_oneself_and_a_stranger() -> None:
    group = make_group()
    anna = make_organiser("anna", group)
    action = make_action(group=group, state="draft")
    with pytest.raises(NotPublishable, match="not been submitted"):
        publish(action, make_organiser("ben", group))
    submit(action, anna)
    with pytest.raises(NotPublishable, match="second person"):
        publish(action, anna)
    with pytest.raises(NotPublishable, match="for an organiser"):
        publish(action, make_organiser("berta", make_group("berlin")))
    assert not Action.public.exists()


def test_submit_refuses_an_action_without_a_date() -> None:
    group = make_group()
    action = make_action(group=group, state="draft", held_on=None, local_time=None, local_end_time=None)
    with pytest.raises(NotPublishable, match="local date"):
        submit(action, make_organiser("anna", group))


def test_submit_refuses_what_was_called_off_before_readers_saw_it() -> None:
    group = make_group()
    anna = make_organiser("anna", group)
    never_shown = cancel(make_action(group=group, state="draft", held_on="2036-12-16"), "Rain", anna)
    with pytest.raises(NotPublishable, match="called off before"):
        submit(never_shown, anna)
    shown = make_action(group=group, state="withdrawn", cancelled_at=timezone.now(), published_at=timezone.now())
    submit(shown, anna)


def test_withdraw_takes_away_at_once_and_needs_a_reason() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    with pytest.raises(NotPublishable, match="reason"):
        withdraw(action, anna, " ")
    withdraw(action, anna, "Wrong place")
    assert not Action.public.exists()
    other = make_action(group=group)
    with pytest.raises(NotPublishable, match="for an organiser"):
        withdraw(other, make_organiser("berta", make_group("berlin")), "Mine now")
    withdraw(other, make_staff("stella", StaffRole.STEWARD), "A person asked")
    assert not Action.public.exists()


def test_publish_campaign_is_for_researchers_and_publishers() -> None:
    campaign = make_campaign(state="draft")
    with pytest.raises(NotPublishable):
        submit(campaign, make_organiser("anna", make_group()))
    submit(campaign, make_staff("rosa", StaffRole.RESEARCHER))
    publish(campaign, make_staff("pia", StaffRole.PUBLISHER))
    assert campaign.is_published


def test_colleague_who_was_slower_undoes_nothing_unseen() -> None:
    group = make_group()
    anna, boris = make_organiser("anna", group), make_organiser("boris", group)
    action = make_action(group=group, state="in_review", submitted_by=anna)
    stale = Action.internal.get(pk=action.pk)
    publish(action, boris)
    with pytest.raises(NotPublishable, match="published already"):
        submit(stale, anna)
    action.refresh_from_db()
    assert action.is_published
    draft = make_action(group=group, state="draft")
    seen = Action.internal.get(pk=draft.pk)
    submit(draft, anna)
    withdraw(seen, boris, "It was wrong.")
    draft.refresh_from_db()
    assert (draft.state, draft.submitted_by) == ("withdrawn", anna)


def test_what_would_refuse_a_row_is_known_before_with_the_page_that_mends_it() -> None:
    group = make_group()
    anna, ben = make_organiser("anna", group), make_organiser("ben", group)
    action = make_action(group=group, state="draft")
    assert [(one.said, one.at) for one in obstacles(action, ben)] == [(NOT_SUBMITTED, action)]
    submit(action, anna)
    assert obstacles(action, ben) == []
    assert [(one.said, one.at) for one in obstacles(action, anna)] == [(SECOND_PERSON, None)]
    report = make_report(action, state="in_review", submitted_by=anna)
    assert [(one.said, one.at) for one in obstacles(report, ben)] == [(PARENT_FIRST, action)]


def test_appeal_without_numbers_to_compute_says_what_it_lacks_without_asking_for_each() -> None:
    appeal = Appeal.internal.create(slug="write", title="Write", time_zone="UTC")
    [row] = Appeal.internal.prefetch_related("prisoners", "targets")
    publisher = make_staff("paul", StaffRole.PUBLISHER)
    said = [one.said for one in obstacles(row, publisher)]
    assert queries_of(obstacles, row, publisher) == []
    assert (NOT_SUBMITTED in said, appeal_rules.TO_NOBODY in said, appeal_rules.FOR_NOBODY in said) == (
        True,
        True,
        True,
    )
    target = Target.internal.create(name="The court", country="KZ", time_zone="Asia/Almaty", state="published")
    appeal.targets.add(target)
    assert appeal_rules.TO_NOBODY not in [one.said for one in obstacles(appeal, publisher)]
    Target.internal.update(state="withdrawn")
    assert appeal_rules.TO_NOBODY in [one.said for one in obstacles(appeal, publisher)]


def test_numbers_in_the_letters_of_three_appeals_are_asked_as_often_as_for_one() -> None:
    costs, publisher = [], make_staff("paul", StaffRole.PUBLISHER)
    for number in range(3):
        person = PrisonerFactory(slug=f"person-{number}")
        DetentionFactory(prisoner=person)
        words = "{{ days_held }} {{ name }} {{ age }}"
        appeal = Appeal.internal.create(slug=f"write-{number}", title="Write", time_zone="UTC", letter=words)
        appeal.prisoners.add(person)
        costs.append(len(queries_of(foreseen, Appeal.internal.all(), publisher, publication)))
    assert costs == [costs[0]] * 3
    asked = foreseen(Appeal.internal.all(), publisher, publication)
    said = [[str(hint.said) for hint in one.refused] for one in asked]
    assert len(said) == 3 and all("“age” cannot be computed: the record does not say it." in one for one in said)
    assert not any("“days_held” cannot" in hint or "“name” cannot" in hint for one in said for hint in one)
    assert values_of_all([appeal], date(2026, 1, 1))[appeal.pk] == values(appeal, date(2026, 1, 1))
