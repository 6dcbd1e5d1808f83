"""Saying that a fact still holds: the day is shown, who said so stands in the history, stale ones are listed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from prisoners.models import Detention, Prisoner, Staff
from prisoners.refusals import Refusal
from prisoners.services.verifying import verify
from prisoners.worklists import stale_custody
from tests.factories import DetentionFactory, PrisonerFactory
from tests.prisoners import make
from tests.prisoners.desk import at_desk, url

pytestmark = pytest.mark.django_db
TODAY = date(2026, 12, 10)


@pytest.fixture(autouse=True)
def on_a_day(time_machine: Any) -> None:
    time_machine.move_to("2026-12-10T12:00Z", tick=False)


def test_researcher_verifies_what_is_public_and_nothing_else_changes() -> None:
    fact = DetentionFactory()
    verify(fact, make.alice())
    again = Detention.internal.get(pk=fact.pk)
    assert (again.verified_on, again.updated_at) == (TODAY, fact.updated_at)


@pytest.mark.parametrize(("who", "state"), [(make.charlie, "published"), (make.alice, "draft")])
def test_nobody_else_verifies_and_no_draft_is(who: Callable[[], Staff], state: str) -> None:
    fact = DetentionFactory(state=state)
    with pytest.raises(Refusal):
        verify(fact, who())
    assert Detention.internal.get(pk=fact.pk).verified_on is None


def test_button_writes_the_day_and_the_history_says_who() -> None:
    person = PrisonerFactory()
    client = at_desk(make.bob())
    address = reverse("admin:prisoners_prisoner_changelist")
    client.post(address, {"action": "verify_rows", "_selected_action": [person.pk]})
    assert Prisoner.internal.get(pk=person.pk).verified_on == TODAY
    assert "Last verified on 10 December 2026" in client.get(f"/en/prisoners/{person.slug}/").content.decode()
    entry = person.history.order_by("-pgh_id").first()  # type: ignore[attr-defined]
    assert entry.verified_on == TODAY and entry.pgh_context.metadata["user"]


def test_page_offers_it_to_a_researcher_who_may_not_change_what_is_public() -> None:
    person, draft = PrisonerFactory(), PrisonerFactory(state="draft")
    alice, address = at_desk(make.alice()), reverse("admin:prisoners_prisoner_verify", args=[person.pk])
    assert f'formaction="{address}"' in alice.get(url(person)).content.decode()
    assert 'formaction="' not in alice.get(url(draft)).content.decode()
    assert alice.get(address).status_code == 405
    assert at_desk(make.charlie()).post(address).status_code in (302, 403)
    assert Prisoner.internal.get(pk=person.pk).verified_on is None
    assert "last verified on 10 December 2026" in alice.post(address, follow=True).content.decode()
    assert Prisoner.internal.get(pk=person.pk).verified_on == TODAY
    refused = alice.post(reverse("admin:prisoners_prisoner_verify", args=[draft.pk]), follow=True).content.decode()
    assert "publish it first" in refused


def test_lists_of_the_desk_show_what_has_grown_stale() -> None:
    fresh, old = PrisonerFactory(slug="fresh"), PrisonerFactory(slug="old")
    PrisonerFactory(slug="never")
    Prisoner.internal.filter(pk=fresh.pk).update(verified_on="2026-11-01")
    Prisoner.internal.filter(pk=old.pk).update(verified_on="2026-01-01")
    client, address = at_desk(make.alice()), reverse("admin:prisoners_prisoner_changelist")

    def shown(value: str) -> set[str]:
        return {one.slug for one in client.get(address, {"verified": value}).context["cl"].result_list}

    assert (shown("stale"), shown("never"), shown("fresh")) == ({"old", "never"}, {"never"}, {"fresh"})


def test_custody_without_an_end_waits_to_be_verified_again() -> None:
    one = DetentionFactory(started_on="2020", ended_on="")
    DetentionFactory(started_on="2020", ended_on="2021")
    DetentionFactory(started_on="2026-12-01", ended_on="")
    assert [item.title for item in stale_custody(TODAY).items] == [one.prisoner.name]
    verify(one, make.bob())
    assert stale_custody(TODAY).items == ()
