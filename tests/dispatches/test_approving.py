"""Dispatches leave when two have looked; what was looked at is what leaves."""

from typing import Any

import pytest
from django.test import Client

from actions.choices import DispatchState
from actions.models import Dispatch
from actions.refusals import ActionsRefusal
from actions.services import dispatches
from prisoners.choices import PublicationState
from prisoners.models import Prisoner, Staff
from tests.actions.rows import make_group, make_organiser
from tests.dispatches.steps import WORDS, follow, started, write

pytestmark = pytest.mark.django_db


def test_four_eyes_are_needed_for_many_and_not_for_few(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, boris: Staff, settings: Any
) -> None:
    settings.FOUR_EYES_FROM_READERS = 3
    follow(f"prisoner:{yerlan.pk}", count=3)
    dispatches.submit(draft, anna)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.approve(draft, anna)
    dispatches.approve(draft, boris)
    dispatches.start(draft, anna)
    assert draft.state == DispatchState.SENDING


def test_four_eyes_are_asked_for_again_when_many_came_after_approving(
    draft: Dispatch, yerlan: Prisoner, anna: Staff, settings: Any
) -> None:
    settings.FOUR_EYES_FROM_READERS = 3
    dispatches.submit(draft, anna)
    dispatches.approve(draft, anna)
    follow(f"prisoner:{yerlan.pk}", count=3)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.start(draft, anna)


def test_two_organisers_are_not_enough_for_many_since_one_may_have_invited_the_other(
    yerlan: Prisoner, settings: Any
) -> None:
    settings.FOUR_EYES_FROM_READERS = 3
    group = make_group()
    dora, second = make_organiser("dora", group), make_organiser("second", group)
    row = write(dora, yerlan, group=group)
    dispatches.submit(row, dora)
    dispatches.approve(row, second)
    follow(f"prisoner:{yerlan.pk}", count=3)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.start(row, dora)
    dispatches.send_back(row, dora)
    dispatches.submit(row, dora)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.approve(row, second)


def test_what_goes_to_all_is_approved_by_a_publisher_however_few_they_are(
    yerlan: Prisoner, anna: Staff, boris: Staff
) -> None:
    row = write(anna, yerlan, audience="all")
    dispatches.submit(row, anna)
    with pytest.raises(ActionsRefusal, match="a publisher"):
        dispatches.approve(row, anna)
    dispatches.approve(row, boris)
    dispatches.start(row, anna)
    assert row.state == DispatchState.SENDING


def test_changed_words_are_a_draft_again(draft: Dispatch, anna: Staff) -> None:
    dispatches.submit(draft, anna)
    dispatches.approve(draft, anna)
    dispatches.put_text(draft, anna, language="en", **WORDS)
    assert (draft.state, draft.approved_by, draft.submitted_by) == (DispatchState.DRAFT, None, None)


def test_publisher_sends_it_back_with_a_reason_that_stands_until_it_is_submitted_again(
    draft: Dispatch, anna: Staff, boris: Staff
) -> None:
    dispatches.submit(draft, anna)
    with pytest.raises(ActionsRefusal, match="say why you send it back"):
        dispatches.send_back(draft, boris, " ")
    seen = draft.version
    page, step = f"/en/desk/dispatches/{draft.slug}/", {"do": "send-back", "reason": "The deadline is wrong."}
    client = Client()
    client.force_login(boris)
    assert "What its author should change" in client.get(page).content.decode()
    client.post(f"{page}step/", {**step, "seen": seen})
    draft.refresh_from_db()
    assert (draft.state, draft.sent_back_reason) == (DispatchState.DRAFT, "The deadline is wrong.")
    client.force_login(anna)
    assert "The deadline is wrong." in client.get(page).content.decode()
    assert "sent back" in client.get("/en/desk/dispatches/").content.decode()
    dispatches.put_text(draft, anna, language="en", **WORDS)
    assert draft.sent_back_reason == "The deadline is wrong."
    dispatches.submit(draft, anna)
    assert draft.sent_back_reason == ""


@pytest.mark.parametrize("do", ["approve", "send-back", "start"])
def test_what_was_changed_since_its_page_was_opened_is_neither_approved_nor_started_nor_sent_back(
    draft: Dispatch, anna: Staff, boris: Staff, client: Client, do: str
) -> None:
    def submitted() -> None:
        dispatches.submit(draft, anna)
        if do == "start":
            dispatches.approve(draft, boris)

    submitted()
    seen = draft.version
    dispatches.put_text(draft, anna, language="en", subject="Other words", text="Quite other words.")
    submitted()
    before = draft.state
    client.force_login(boris)
    for said, sentence in ((seen, "changed meanwhile"), ("", "somebody who has looked at it")):
        sent = {"do": do, "reason": "The deadline is wrong.", "seen": said}
        page = client.post(f"/en/desk/dispatches/{draft.slug}/step/", sent, follow=True)
        assert sentence in page.content.decode()
        draft.refresh_from_db()
        assert (draft.state, draft.sent_back_reason) == (before, "")
    shown = f'name="seen" value="{draft.version}"'
    assert shown in client.get(f"/en/desk/dispatches/{draft.slug}/").content.decode()


def test_whoever_submitted_it_takes_it_back_without_a_reason(draft: Dispatch, anna: Staff) -> None:
    dispatches.submit(draft, anna)
    dispatches.send_back(draft, anna)
    assert (draft.state, draft.sent_back_reason) == (DispatchState.DRAFT, "")


def test_words_of_what_has_begun_cannot_be_changed(draft: Dispatch, anna: Staff) -> None:
    started(draft, anna)
    for change in (
        lambda: dispatches.put_text(draft, anna, language="ru", **WORDS),
        lambda: dispatches.change(draft, anna, kind="dispatch", audience="all"),
        lambda: dispatches.send_back(draft, anna),
    ):
        with pytest.raises(ActionsRefusal, match="begun to leave"):
            change()
    assert draft.texts.count() == 1


def test_dispatch_withdrawn_from_the_record_s_topic_is_not_started(
    draft: Dispatch, yerlan: Prisoner, anna: Staff
) -> None:
    dispatches.submit(draft, anna)
    dispatches.approve(draft, anna)
    Prisoner.internal.filter(pk=yerlan.pk).update(state=PublicationState.WITHDRAWN)
    with pytest.raises(ActionsRefusal, match="not public"):
        dispatches.start(draft, anna)


def test_organiser_writes_for_an_own_group_alone(yerlan: Prisoner) -> None:
    vienna, london = make_group("vienna"), make_group("london", "Europe/London")
    olga = make_organiser("olga", vienna)
    row = write(olga, yerlan, group=vienna)
    for group in (london, None):
        with pytest.raises(ActionsRefusal):
            write(olga, yerlan, group=group)
    with pytest.raises(ActionsRefusal, match="for an organiser of the group"):
        dispatches.submit(row, make_organiser("other", london))
