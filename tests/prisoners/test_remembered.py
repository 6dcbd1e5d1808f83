"""Counts of the whole record are kept until a fact is written, and never beyond a transaction that is taken back."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.utils import timezone

from prisoners.choices import PublicationState
from prisoners.models import Affiliation, Case, Charge, Detention, Hearing, Prisoner, Sanction, Span
from prisoners.remembered import remembered
from prisoners.services.spans import settle_all
from tests.factories import (
    CampaignFactory,
    ChargeFactory,
    DefendantFactory,
    DetentionFactory,
    HearingFactory,
    PrisonerFactory,
    SanctionFactory,
)
from tests.queries import first_queries_of

#: The token of a form on a page is another one at each look.
TOKEN = re.compile(rb"<input[^>]*form_token[^>]*>")

PAGES = ("/en/", "/en/prisoners/", "/en/held/", "/en/statistics/", "/en/hearings/")


@pytest.fixture
def counted() -> Callable[[], int]:
    """Counts the public record through the memory; `.asked` says how often the record was asked."""

    def count() -> int:
        count.asked += 1  # type: ignore[attr-defined]
        return Prisoner.public.count()

    count.asked = 0  # type: ignore[attr-defined]
    return count


@pytest.mark.django_db(transaction=True)
def test_what_was_counted_is_kept_until_a_fact_is_written(counted: Callable[[], int]) -> None:
    one = PrisonerFactory()
    assert [remembered(("people",), counted) for _time in range(3)] == [1, 1, 1]
    assert counted.asked == 1  # type: ignore[attr-defined]
    Prisoner.internal.filter(pk=one.pk).update(state=PublicationState.WITHDRAWN)
    assert remembered(("people",), counted) == 0


@pytest.mark.django_db(transaction=True)
def test_first_fact_of_a_kind_is_a_change_too(counted: Callable[[], int]) -> None:
    one = PrisonerFactory()
    remembered(("people",), counted)
    Affiliation.internal.create(prisoner=one, role="Member")
    remembered(("people",), counted)
    assert counted.asked == 2  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_what_does_not_decide_a_number_lets_it_be_kept(counted: Callable[[], int]) -> None:
    one = PrisonerFactory()
    remembered(("people",), counted, {Prisoner})
    Affiliation.internal.create(prisoner=one, role="Member")
    assert remembered(("people",), counted, {Prisoner}) == 1
    assert counted.asked == 1  # type: ignore[attr-defined]
    Prisoner.internal.filter(pk=one.pk).update(state=PublicationState.WITHDRAWN)
    assert remembered(("people",), counted, {Prisoner}) == 0


@pytest.mark.django_db(transaction=True)
def test_number_that_goes_by_spans_follows_what_was_written_of_custody(counted: Callable[[], int]) -> None:
    one = PrisonerFactory()
    settle_all()
    remembered(("held",), counted, {Span})
    Prisoner.internal.filter(pk=one.pk).update(summary="Other words.")
    remembered(("held",), counted, {Span})
    assert counted.asked == 1  # type: ignore[attr-defined]
    DetentionFactory(prisoner=one, started_on="2020-01-01", ended_on="")
    remembered(("held",), counted, {Span})
    assert counted.asked == 2  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_what_a_transaction_counted_is_not_kept_when_it_is_taken_back(counted: Callable[[], int]) -> None:
    with transaction.atomic():
        PrisonerFactory()
        assert remembered(("people",), counted) == 1
        transaction.set_rollback(True)
    assert remembered(("people",), counted) == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("page", PAGES)
def test_second_look_asks_less_and_somebody_withdrawn_is_gone_at_once(client: Client, page: str) -> None:
    one = PrisonerFactory(name="Canary Withdrawn")
    # So that what else is kept, as the kinds of rows, makes no difference between the looks.
    client.get(page)
    caches["numbers"].clear()
    first = first_queries_of(client.get, page)
    look = TOKEN.sub(b"", client.get(page).content)
    assert len(first_queries_of(client.get, page)) < len(first)
    assert TOKEN.sub(b"", client.get(page).content) == look
    Prisoner.internal.filter(pk=one.pk).update(state=PublicationState.WITHDRAWN)
    assert TOKEN.sub(b"", client.get(page).content) != look or "Canary" not in look.decode()
    assert "Canary" not in client.get(page).content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("query", ["sentenced=2015/2024", "words=canaryword", "hearing_within=30"])
def test_numbers_of_any_filter_are_kept_until_any_fact_is_written(client: Client, query: str) -> None:
    one, other = (PrisonerFactory(slug=slug) for slug in ("one", "other"))
    soon = timezone.now() + timedelta(days=3)
    for who in (one, other):
        SanctionFactory(prisoner=who, imposed_on="2019", text="canaryword")
        HearingFactory(case=DefendantFactory(prisoner=who).case, held_on=f"{soon:%Y-%m-%d}", starts_at=soon)
    settle_all()
    address = f"/api/v1/statistics/?{query}"
    assert client.get(address).json()["total"] == 2
    assert not [one for one in first_queries_of(client.get, address) if "prisoners_trait" in one]
    assert client.get(address).json()["total"] == 2
    Prisoner.internal.filter(pk=other.pk).update(state=PublicationState.WITHDRAWN)
    assert client.get(address).json()["total"] == 1


@pytest.mark.django_db(transaction=True)
def test_numbers_of_a_campaign_are_counted_each_time(client: Client) -> None:
    campaign = CampaignFactory(slug="ours")
    campaign.prisoners.add(PrisonerFactory())
    assert client.get("/api/v1/statistics/?campaign=ours").json()["total"] == 1
    campaign.prisoners.clear()
    assert client.get("/api/v1/statistics/?campaign=ours").json()["total"] == 0


def withdraw(model: Any) -> Callable[[], None]:
    def writing() -> None:
        model.internal.update(state=PublicationState.WITHDRAWN)

    return writing


def take_letters_away() -> None:
    Prisoner.internal.update(can_be_written_to=False)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("query", "writing"),
    [
        ("sentenced=2015/2024", withdraw(Sanction)),
        ("arrested=2019", withdraw(Detention)),
        ("released=2020", withdraw(Detention)),
        ("article=164", withdraw(Charge)),
        ("article=164", withdraw(Case)),
        ("can_be_written_to=true", take_letters_away),
        ("sentenced=2015/2024&as_of=2019-12-31", withdraw(Prisoner)),
    ],
    ids=["sanction", "begun", "ended", "charge", "case", "letters", "person"],
)
def test_numbers_of_a_filter_are_kept_until_what_decides_it_is_written(
    client: Client, query: str, writing: Callable[[], None]
) -> None:
    one = PrisonerFactory(can_be_written_to=True)
    SanctionFactory(prisoner=one, imposed_on="2019")
    DetentionFactory(prisoner=one, started_on="2019-01-02", ended_on="2020-01-02")
    ChargeFactory(prisoner=one, case=DefendantFactory(prisoner=one).case, articles=["164"])
    hearing = HearingFactory()
    settle_all()
    address = f"/api/v1/statistics/?{query}"
    assert client.get(address).json()["total"] == 1
    Hearing.internal.filter(pk=hearing.pk).update(judge="Another judge")
    assert not [one for one in first_queries_of(client.get, address) if "prisoners_trait" in one]
    assert client.get(address).json()["total"] == 1
    writing()
    assert client.get(address).json()["total"] == 0
