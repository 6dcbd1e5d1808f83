"""Numbers that triggers keep are what is counted afresh, whatever path wrote the facts."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from prisoners.choices import PublicationState
from prisoners.models import (
    Affiliation,
    Case,
    Charge,
    Detention,
    Organisation,
    Prisoner,
    Span,
    SpanDue,
    Trait,
    TraitTotal,
    Turn,
)
from prisoners.services import spans
from tests import factories
from tests.kept_numbers import counted_afresh, kept

pytestmark = pytest.mark.django_db
#: So many marks of nobody that they outlast a page, which works some off each time it asks.
MARKS = 40 * spans.AT_ONCE
DRAFT, PUBLISHED, WITHDRAWN = PublicationState.DRAFT, PublicationState.PUBLISHED, PublicationState.WITHDRAWN


def somebody(**fields: Any) -> Prisoner:
    """A public person with everything by which people are counted."""
    person = factories.PrisonerFactory(**fields)
    factories.DetentionFactory(prisoner=person, started_on="2019-12/2020-01", ended_on="")
    factories.ChargeFactory(prisoner=person, case=factories.CaseFactory(), articles=["174", "205"])
    factories.AffiliationFactory(prisoner=person, organisation=factories.OrganisationFactory())
    return person


def of(kind: str) -> dict[str, int]:
    spans.settle_all()
    return {value: people for (other, value), people in kept()[1].items() if other == kind}


def test_numbers_of_the_example_are_those_that_are_counted_afresh() -> None:
    call_command("load_campaign", "campaign/example/kazakhstan.yaml", verbosity=0)
    spans.settle_all()
    assert Turn.objects.count() > 10
    assert TraitTotal.objects.filter(people__gt=1).exists()
    assert kept() == counted_afresh()


def _withdraw_the_person() -> None:
    Prisoner.internal.filter(slug="one").update(state=WITHDRAWN)


def _move_the_custody() -> None:
    Detention.internal.filter(prisoner__slug="one").update(prisoner=factories.PrisonerFactory())


def _withdraw_the_charge() -> None:
    Charge.internal.filter(prisoner__slug="one").update(state=WITHDRAWN)


def _withdraw_the_case() -> None:
    Case.internal.filter(charges__prisoner__slug="one").update(state=DRAFT)


def _leave_the_organisation() -> None:
    Affiliation.internal.filter(prisoner__slug="one").delete()


def _change_the_person() -> None:
    Prisoner.internal.filter(slug="one").update(country="RU", gender="f")


def _release() -> None:
    Detention.internal.filter(prisoner__slug="one").update(ended_on="2021-05-01")


def _delete_the_person() -> None:
    Prisoner.internal.get(slug="one").delete()


def _past_all_services() -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE prisoners_detention SET started_earliest = '2018-01-01', started_latest = '2018-01-01'")
        cursor.execute("UPDATE prisoners_charge SET articles = '{1,2,2}'")


CHANGES = (
    _withdraw_the_person,
    _move_the_custody,
    _withdraw_the_charge,
    _withdraw_the_case,
    _leave_the_organisation,
    _change_the_person,
    _release,
    _delete_the_person,
    _past_all_services,
)


@pytest.mark.parametrize("change", CHANGES)
def test_numbers_follow_whatever_is_written(change: Callable[[], None]) -> None:
    somebody(slug="one")
    somebody(slug="other")
    somebody(slug="draft", state=DRAFT)
    spans.settle_all()
    before = kept()
    assert before == counted_afresh()
    change()
    spans.settle_all()
    assert kept() == counted_afresh() != before


def test_person_who_is_published_again_counts_again() -> None:
    somebody(slug="one", country="KZ")
    assert of("country") == {"KZ": 1}
    _withdraw_the_person()
    assert of("country") == of("article") == {}
    Prisoner.internal.filter(slug="one").update(state=PUBLISHED)
    assert of("country") == {"KZ": 1}
    assert of("year") == {"2019": 1, "2020": 1}


def test_trait_stands_once_however_often_it_is_true() -> None:
    person = somebody(slug="one")
    factories.ChargeFactory(prisoner=person, case=factories.CaseFactory(), articles=["174"])
    assert of("article") == {"174": 1, "205": 1}
    before = set(Trait.objects.values_list("pk", flat=True))
    person.summary = "Other words."
    person.save()
    spans.settle_all()
    assert set(Trait.objects.values_list("pk", flat=True)) == before


def test_rows_that_were_written_past_the_triggers_are_counted_by_command() -> None:
    somebody(slug="one")
    spans.settle_all()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE prisoners_turn SET people = people + 7")
        cursor.execute("DELETE FROM prisoners_traittotal")
    assert kept() != counted_afresh()
    call_command("derive_spans", verbosity=0)
    assert kept() == counted_afresh()


@pytest.mark.parametrize("query", ["", "?as_of=2020-06-01"])
def test_nobody_who_was_withdrawn_is_counted_while_more_marks_wait_than_a_page_works_off(
    client: Client, query: str
) -> None:
    somebody(slug="one", country="KZ")
    somebody(slug="other", country="RU")
    spans.settle_all()
    SpanDue.objects.bulk_create(SpanDue(prisoner_pk=10**9 + number) for number in range(MARKS))
    Prisoner.internal.filter(slug="one").update(state=WITHDRAWN)
    tables = {one["name"]: one["rows"] for one in client.get(f"/api/v1/statistics/{query}").json()["tables"]}
    assert SpanDue.objects.exists()
    assert Span.objects.filter(prisoner__slug="one", is_public=True).exists()
    assert [one["value"] for one in tables["country"]] == ["RU"]
    assert {sum(one["count"] for one in tables[name]) for name in ("status", "held", "sex", "organisation")} == {1}


def test_organisation_that_is_gone_is_not_named(client: Client) -> None:
    somebody(slug="one")
    spans.settle_all()
    SpanDue.objects.bulk_create(SpanDue(prisoner_pk=10**9 + number) for number in range(MARKS))
    Affiliation.internal.all().delete()
    Organisation.objects.all().delete()
    tables = client.get("/api/v1/statistics/").json()["tables"]
    assert [one["rows"] for one in tables if one["name"] == "organisation"] == [[]]
