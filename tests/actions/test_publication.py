"""Publishing: two people, a complete row, the right group."""

import pytest

from actions.models import Action
from actions.publication import publish, submit, withdraw
from actions.refusals import NotPublishable
from prisoners.choices import StaffRole
from tests.actions.rows import make_action, make_campaign, make_group, make_organiser, make_staff

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
