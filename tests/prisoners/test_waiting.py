"""What waits at the desk, found in one look at all kinds of facts."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from prisoners import waiting
from prisoners.choices import PublicationState
from prisoners.models import Prisoner, Sanction
from tests.factories import CampaignFactory, PrisonerFactory, SanctionFactory
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
BACK, ASKED = PublicationState.SENT_BACK, PublicationState.IN_REVIEW


def written(model: Any, pk: Any, hours_ago: int) -> None:
    model.internal.filter(pk=pk).update(updated_at=timezone.now() - timedelta(hours=hours_ago))


def test_facts_of_all_floors_are_found_the_longest_waiting_first() -> None:
    person, sanction = PrisonerFactory(state=ASKED), SanctionFactory(state=ASKED)
    campaign = CampaignFactory(state=ASKED)
    PrisonerFactory(state=PublicationState.DRAFT)
    for row, hours in ((person, 1), (sanction, 3), (campaign, 2)):
        written(type(row), row.pk, hours)

    found = waiting.waiting(ASKED)
    assert waiting.rows_of(found) == [sanction, campaign, person]
    assert (len(queries_of(waiting.waiting, ASKED)), len(queries_of(waiting.rows_of, found))) == (1, 3)


def test_what_came_back_is_for_its_author_and_what_nobody_answers_for_is_for_everybody() -> None:
    alice, bob, gone = make.alice(), make.bob(), make.charlie()
    gone.is_active = False
    gone.save()
    hers, his = (PrisonerFactory(state=BACK, submitted_by=one) for one in (alice, bob))
    left, nobodys = (PrisonerFactory(state=BACK, submitted_by=one) for one in (gone, None))

    assert set(waiting.rows_of(waiting.waiting(BACK, alice))) == {hers, left, nobodys}
    assert set(waiting.rows_of(waiting.waiting(BACK, bob))) == {his, left, nobodys}
    assert set(waiting.rows_of(waiting.waiting(BACK))) == {hers, his, left, nobodys}


def test_what_went_on_since_it_was_found_is_not_among_the_rows() -> None:
    person = PrisonerFactory(state=ASKED)
    found = waiting.waiting(ASKED)
    Prisoner.internal.filter(pk=person.pk).delete()
    assert waiting.rows_of(found) == []


def test_of_very_many_of_one_kind_a_part_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "MOST", 2)
    waiting._question.cache_clear()
    try:
        for _number in range(3):
            SanctionFactory(state=ASKED)
        assert [one.kind for one in waiting.waiting(ASKED)] == [Sanction, Sanction]
    finally:
        monkeypatch.undo()
        waiting._question.cache_clear()
