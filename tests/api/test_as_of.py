"""The API answers for a day what the page of that day shows, and tells nothing of what came later."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from campaign.loading.service import load_example
from prisoners.choices import ChargeStatus, HearingStatus
from prisoners.models import Charge
from tests import factories as make
from tests.prisoners.test_charges import a_public_charge
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
#: Around the turns of a life that a pardon, a fine and a new term went through, and long after.
DAYS = ("2011-12-16", "2019-07-16", "2019-07-17", "2019-08-09", "2019-12-16", "2020-03-20", "2026-11-23")
PEOPLE = ("yerlan-baltabai", "yerzhan-yelshibaev")
#: What a source or another report says of its own day, and what is computed, may lie after the day that is asked for.
OF_ANOTHER_DAY = {"sources", "also_reported", "chain", "figures", "born_on"}


@pytest.fixture(scope="module")
def _example(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The example campaign, loaded once and taken away again."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_example()
        yield
        transaction.set_rollback(True)


def answer(client: Client, slug: str, query: str) -> dict[str, Any]:
    response = client.get(f"/api/v1/prisoners/{slug}/{query}")
    assert response.status_code == 200
    return dict(response.json())


def page(client: Client, slug: str, query: str) -> Any:
    response = client.get(f"/en/prisoners/{slug}/{query}")
    assert response.status_code == 200
    return response.context


def dates(value: Any) -> Iterator[str]:
    """The first possible day of every date in an answer."""
    if isinstance(value, dict) and "edtf" in value:
        yield value["earliest"] or ""
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from dates(one) if name not in OF_ANOTHER_DAY else ()
    elif isinstance(value, list):
        for one in value:
            yield from dates(one)


def told_by_the_api(row: dict[str, Any]) -> set[tuple[str, int]]:
    """The dated facts of an answer by kind and number, of this person alone."""
    kinds = {"sanction": row["sanctions"], "detention": row["detentions"], "event": row["events"]}
    found = {(kind, one["id"]) for kind, some in kinds.items() for one in some}
    found |= {("hearing", one["id"]) for case in row["cases"] for one in case["hearings"]}
    mine = (one for case in row["cases"] for one in case["charges"] if one["prisoner"] == row["slug"])
    return found | {("charge", one["id"]) for one in mine}


def told_by_the_page(context: Any) -> set[tuple[str, int]]:
    kinds = {(type(one["row"]).__name__.lower(), one["row"].pk) for one in context["timeline"]}
    return {one for one in kinds if one[0] != "chargestep"}


@pytest.mark.usefixtures("_example")
@pytest.mark.parametrize("slug", PEOPLE)
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("query", ["?as_of={day}", "?as_of={day}&known_on={day}", "?known_on={day}"])
def test_page_and_api_agree_on_a_day(client: Client, slug: str, day: str, query: str) -> None:
    row, context = answer(client, slug, query.format(day=day)), page(client, slug, query.format(day=day))
    assert [one for one in dates(row) if one > day] == []
    here, there = told_by_the_page(context), told_by_the_api(row)
    # The begin of a custody that an arrest or a sentence of the same day tells has no line of its own on the page.
    assert here <= there
    assert {kind for kind, _pk in there - here} <= {"detention"}
    assert len(row["statements"]) == len(context["statements"])
    assert len(row["status_reports"]) == len(context["statuses"])
    assert len(row["roles"]) == len(context["roles"])
    assert row["chain"]["status"]["value"] == context["state"].status


def _is_first_term(sanction: dict[str, Any]) -> bool:
    return sanction["kind"]["value"] == "prison" and sanction["years"] == 7


@pytest.mark.usefixtures("_example")
def test_api_leaves_out_the_end_that_came_later_and_tells_it_afterwards(client: Client) -> None:
    before = answer(client, PEOPLE[0], "?as_of=2019-07-31")
    assert [one["ended_by"]["value"] for one in before["sanctions"] if _is_first_term(one)] == [""]
    after = answer(client, PEOPLE[0], "?as_of=2019-08-10")
    assert [one["ended_by"]["value"] for one in after["sanctions"] if _is_first_term(one)] == ["pardon"]


@pytest.mark.parametrize(
    ("query", "told", "status"),
    [
        ("", ["pending", "convicted", "overturned"], ChargeStatus.OVERTURNED),
        ("?as_of=2019-12-31", ["pending", "convicted"], ChargeStatus.CONVICTED),
        ("?as_of=2018-12-13", ["pending"], ChargeStatus.PENDING),
        ("?known_on=2019-07-18", ["pending", "convicted"], ChargeStatus.CONVICTED),
    ],
)
def test_history_of_a_charge_is_that_of_the_day(client: Client, query: str, told: list[str], status: str) -> None:
    charge = a_public_charge()
    Charge.internal.filter(pk=charge.pk).update(published_at="2018-12-14T00:00:00Z")
    row = answer(client, charge.prisoner.slug, query)["cases"][0]["charges"][0]
    assert [one["status"]["value"] for one in row["status_history"]] == told
    assert row["status"]["value"] == status


def test_case_of_which_nothing_was_there_yet_is_left_out(client: Client) -> None:
    charge = a_public_charge()
    assert answer(client, charge.prisoner.slug, "?as_of=2018-12-12")["cases"] == []


def test_page_of_a_past_day_tells_of_no_court_date_to_come(client: Client) -> None:
    prisoner = make.a_whole_prisoner(slug="whole")
    case = prisoner.cases.get()
    make.HearingFactory(
        case=case, held_on="2099-01-20", starts_at="2099-01-20T07:00:00Z", status=HearingStatus.SCHEDULED
    )
    assert len(page(client, "whole", "")["hearings"]) >= 1
    assert page(client, "whole", f"?as_of={date(2020, 1, 1)}")["hearings"] == []


def test_day_costs_no_query_more(client: Client) -> None:
    make.a_whole_prisoner(slug="whole")

    def asked(query: str) -> int:
        return len(queries_of(answer, client, "whole", query))

    assert asked("?as_of=2020-01-01") == asked("")
