"""How many people the list says there are, where that is read from kept numbers and not counted."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from prisoners.choices import PublicationState, RoleKind
from prisoners.kept_totals import how_many
from prisoners.models import Affiliation, Detention, Prisoner
from prisoners.services.spans import settle_all
from tests.factories import AffiliationFactory, DetentionFactory, OrganisationFactory, PrisonerFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.now().date()


@pytest.fixture(autouse=True)
def people() -> None:
    """Two of one country, one of them held and with a role; one of another country; one who is not public."""
    first = PrisonerFactory(slug="first", country="KZ")
    PrisonerFactory(slug="second", country="KZ")
    PrisonerFactory(slug="third", country="KG")
    PrisonerFactory(slug="hidden", country="KZ", state=PublicationState.DRAFT)
    DetentionFactory(prisoner=first, started_on=str(TODAY), ended_on="")
    AffiliationFactory(prisoner=first, kind=RoleKind.JOURNALIST, organisation=OrganisationFactory(slug="union"))


def listed(query: str) -> int:
    response = Client().get(f"/en/prisoners/?{query}")
    assert response.status_code == 200
    assert response.context["total"] == len(response.context["page"].object_list)
    return int(response.context["total"])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 3),
        ("country=KZ", 2),
        ("country=kz", 2),
        ("country=FR", 0),
        ("organisation=union", 1),
        ("role=journalist", 1),
        ("role=lawyer", 0),
        ("held=true", 1),
        ("country=KZ&held=true", 1),
    ],
)
def test_the_list_says_how_many_it_has(query: str, count: int) -> None:
    assert listed(query) == count


def withdraw() -> None:
    Prisoner.internal.filter(slug="first").update(state=PublicationState.WITHDRAWN)


def delete() -> None:
    Prisoner.internal.get(slug="first").delete()


def hide_the_role() -> None:
    Affiliation.internal.update(state=PublicationState.DRAFT)


def end_the_custody() -> None:
    Detention.internal.all().delete()


@pytest.mark.parametrize(
    ("writing", "query", "count"),
    [
        (withdraw, "", 2),
        (withdraw, "country=KZ", 1),
        (withdraw, "role=journalist", 0),
        (withdraw, "held=true", 0),
        (delete, "", 2),
        (delete, "role=journalist", 0),
        (delete, "held=true", 0),
        (hide_the_role, "role=journalist", 0),
        (hide_the_role, "organisation=union", None),
        (end_the_custody, "held=true", 0),
    ],
    ids=lambda one: getattr(one, "__name__", str(one) or "everybody"),
)
def test_who_is_taken_away_is_not_counted_from_the_next_look_on(
    writing: Callable[[], None], query: str, count: int | None
) -> None:
    listed(query)
    writing()
    if count is None:
        # An organisation that nothing public names is no choice any more.
        assert Client().get(f"/en/prisoners/?{query}").status_code == 400
    else:
        assert listed(query) == count


def test_a_number_is_kept_of_one_thing_that_is_asked() -> None:
    settle_all()
    assert how_many({}, TODAY) == 3
    assert how_many({"country": "KZ"}, TODAY) == 2
    assert how_many({"held": "true"}, TODAY) == 1
    assert how_many({"country": "KZ", "held": "true"}, TODAY) is None
    assert how_many({"words": "union"}, TODAY) is None


def test_no_number_is_read_while_more_is_marked_than_a_page_works_off(monkeypatch: pytest.MonkeyPatch) -> None:
    settle_all()
    monkeypatch.setattr("prisoners.spans.settle", lambda: 0)
    withdraw()
    assert how_many({}, TODAY) is None
