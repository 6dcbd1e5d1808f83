"""Whoever looks at a fact before it is published may send it back; its author reads why and asks again."""

import pytest
from django.test import Client

from prisoners.choices import PublicationState, StaffRole
from prisoners.history import changes_of, who_sent_back
from prisoners.models import Hearing, Sanction
from prisoners.publication import PublicationRefused, publish, send_back, submit, withdraw
from prisoners.services import hearings, sanctions
from tests.prisoners import make
from tests.prisoners.desk import act, at_desk, sent_by, url

pytestmark = pytest.mark.django_db

BY_WHOM = "The verdict says eleven years: please look again."


@pytest.fixture
def waiting(alice: Client) -> Sanction:
    """A sentence that Alice has submitted."""
    sanction = sanctions.impose(make.a_prisoner(), kind="prison")
    make.cite(sanction)
    alice.post(url(sanction), sent_by(alice, url(sanction), _submit_row="x"))
    return Sanction.internal.get()


def test_publisher_sends_a_fact_back_and_its_author_reads_why(alice: Client, bob: Client, waiting: Sanction) -> None:
    address = url(waiting, "send-back")
    assert address in bob.get(url(waiting)).content.decode()
    assert "Reason" in bob.get(address).content.decode()
    bob.post(address, {"reason": BY_WHOM})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.sent_back_reason) == ("sent_back", BY_WHOM)
    page, front = alice.get(url(waiting)).content.decode(), alice.get("/staff/").content.decode()
    assert (BY_WHOM in page, "bob sent it back" in page, "_submit_row" in page) == (True, True, True)
    assert ("Sent back" in front, BY_WHOM in front, url(waiting) in front) == (True, True, True)
    assert BY_WHOM not in bob.get("/staff/").content.decode()


def test_what_is_changed_stays_sent_back_until_its_author_asks_again(
    alice: Client, bob: Client, waiting: Sanction
) -> None:
    bob.post(url(waiting, "send-back"), {"reason": BY_WHOM})
    alice.post(url(waiting), sent_by(alice, url(waiting), text="Eleven years"))
    assert Sanction.internal.get().sent_back_reason == BY_WHOM
    told = who_sent_back(Sanction.internal.get())
    assert told is not None
    assert told.by == "bob"
    alice.post(url(waiting), sent_by(alice, url(waiting), _submit_row="x"))
    again = Sanction.internal.get()
    assert (again.state, again.sent_back_reason) == ("in_review", "")
    assert BY_WHOM not in alice.get(url(waiting)).content.decode()
    assert "_publish_row" in bob.get(url(waiting)).content.decode()


def test_history_keeps_why_it_came_back(bob: Client, waiting: Sanction) -> None:
    bob.post(url(waiting, "send-back"), {"reason": BY_WHOM})
    back = next(one for one in changes_of(Sanction.internal.get()) if one.by == "bob")
    said = {one.field: (one.before, one.after) for one in back.differences}
    assert said == {"publication": ("in review", "sent back"), "sent back because": ("", BY_WHOM)}


def test_sending_back_without_a_reason_changes_nothing_and_says_so(bob: Client, waiting: Sanction) -> None:
    page = bob.post(url(waiting, "send-back"), {"reason": " \n"})
    assert "Please say why you send it back" in page.content.decode()
    assert Sanction.internal.get().state == "in_review"


def test_whoever_submitted_it_takes_it_back_without_a_reason(alice: Client, waiting: Sanction) -> None:
    assert "Take it back" in alice.get(url(waiting)).content.decode()
    page = alice.get(url(waiting, "send-back")).content.decode()
    assert "textarea" not in page
    alice.post(url(waiting, "send-back"))
    assert (Sanction.internal.get().state, Sanction.internal.get().sent_back_reason) == ("draft", "")


@pytest.mark.parametrize("role", [StaffRole.RESEARCHER, StaffRole.STEWARD])
def test_others_cannot_send_back_what_somebody_else_submitted(waiting: Sanction, role: StaffRole) -> None:
    other = at_desk(make.staff("other", role))
    assert "send-back" not in other.get(url(waiting)).content.decode()
    said = other.post(url(waiting, "send-back"), {"reason": BY_WHOM}).content.decode()
    assert "Sending back is for those who could publish it" in said
    assert Sanction.internal.get().state == "in_review"


def test_organiser_has_no_page_to_send_facts_back(waiting: Sanction) -> None:
    other = at_desk(make.staff("orga", StaffRole.ORGANISER))
    assert other.post(url(waiting, "send-back"), {"reason": BY_WHOM})["Location"].startswith("/staff/login/")
    assert Sanction.internal.get().state == "in_review"


def test_what_does_not_wait_cannot_be_sent_back(bob: Client) -> None:
    draft = make.a_prisoner()
    assert "has not been submitted" in bob.post(url(draft, "send-back"), {"reason": BY_WHOM}).content.decode()
    public = make.published(make.a_prisoner("Another Name", slug="another"))
    assert "has not been submitted" in bob.post(url(public, "send-back"), {"reason": BY_WHOM}).content.decode()
    assert public.is_published
    draft.delete()
    assert bob.post(url(draft, "send-back"), {"reason": BY_WHOM}).status_code == 404


def test_chosen_rows_are_sent_back_once_the_reason_is_given(alice: Client, bob: Client, waiting: Sanction) -> None:
    assert "send_back_rows" not in alice.get("/staff/prisoners/sanction/").content.decode()
    assert "Reason" in act(bob, waiting, "send_back_rows")
    assert Sanction.internal.get().state == "in_review"
    act(bob, waiting, "send_back_rows", reason=BY_WHOM)
    assert Sanction.internal.get().sent_back_reason == BY_WHOM


def test_second_person_still_publishes_what_came_back_and_not_its_author(waiting: Sanction) -> None:
    bob = make.bob()
    both = make.staff("both", StaffRole.RESEARCHER, StaffRole.PUBLISHER)
    send_back(waiting, bob, BY_WHOM)
    for publisher in (bob, both):
        with pytest.raises(PublicationRefused, match="not been submitted"):
            publish(waiting, publisher)
    submit(waiting, both)
    with pytest.raises(PublicationRefused, match="A second person"):
        publish(waiting, both)
    publish(waiting, bob)
    assert Sanction.internal.get().is_published


def test_withdrawing_ends_the_reason(waiting: Sanction) -> None:
    bob = make.bob()
    send_back(waiting, bob, BY_WHOM)
    withdraw(waiting, bob, "It is another person.")
    assert Sanction.internal.get().sent_back_reason == ""


def test_what_came_back_to_somebody_who_left_comes_to_all_researchers(bob: Client, waiting: Sanction) -> None:
    bob.post(url(waiting, "send-back"), {"reason": BY_WHOM})
    other = at_desk(make.staff("carla", StaffRole.RESEARCHER))
    assert BY_WHOM not in other.get("/staff/").content.decode()
    author = waiting.submitted_by
    assert author is not None
    author.is_active = False
    author.save()
    assert BY_WHOM in other.get("/staff/").content.decode()


def test_a_fact_that_came_back_is_deleted_like_a_draft(alice: Client, bob: Client) -> None:
    hearing = hearings.schedule(make.a_case(make.a_prisoner()), place=make.a_place(), held_on="2030-01-05")
    make.cite(hearing)
    alice.post(url(hearing), sent_by(alice, url(hearing), _submit_row="x"))
    bob.post(url(hearing, "send-back"), {"reason": BY_WHOM})
    alice.post(url(hearing, "delete"), {"post": "yes"})
    assert not Hearing.internal.exists()


def test_chosen_rows_are_looked_at_before_they_are_published(alice: Client, bob: Client, waiting: Sanction) -> None:
    page = act(bob, waiting, "publish_rows")
    assert "Yerlan" in page
    assert "Publish those that are ticked" in page
    assert Sanction.internal.get().state == "in_review"
    alice.post(url(waiting), sent_by(alice, url(waiting), text="Twelve years"))
    said = act(bob, waiting, "publish_rows", seen=f"{waiting.pk} {waiting.version}")
    assert "changed meanwhile" in said
    assert Sanction.internal.get().state == PublicationState.IN_REVIEW
    now = Sanction.internal.get()
    act(bob, now, "publish_rows", seen=f"{now.pk} {now.version}")
    assert Sanction.internal.get().is_published


def test_row_of_which_no_page_was_seen_is_not_published_from_a_list(bob: Client, waiting: Sanction) -> None:
    assert "somebody who has looked at it" in act(bob, waiting, "publish_rows", seen="0 then")
    assert Sanction.internal.get().state == "in_review"
