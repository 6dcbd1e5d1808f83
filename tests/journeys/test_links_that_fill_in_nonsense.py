"""A link may fill in a form of the desk or narrow a list: what can be no value breaks no page."""

import pytest
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.postgres.fields import ArrayField
from django.db.models import Model
from django.test import Client, RequestFactory
from django.urls import reverse

from actions.models import Action
from prisoners.models import PersonName
from tests.prisoners import make
from tests.prisoners.desk import at_desk, sent_by

pytestmark = pytest.mark.django_db

NONSENSE = {"a word": "zzz", "a zero byte": "a\x00b", "too large a number": "9" * 20}


@pytest.fixture
def everybody() -> Client:
    staff = make.staff("everybody", "researcher", "publisher", "organiser", "steward")
    staff.is_superuser = True
    staff.save()
    return at_desk(staff)


def forms() -> list[type[Model]]:
    """The kinds of rows that are entered at the desk."""
    request = RequestFactory().get("/")
    request.user = type("Anybody", (), {"has_perm": lambda *_args: True, "roles": (), "is_superuser": True})()  # type: ignore[assignment]
    return [model for model, page in admin.site._registry.items() if page.has_add_permission(request)]


def boxes(page: ModelAdmin) -> list[str]:
    return [field.name for field in (*page.model._meta.fields, *page.model._meta.many_to_many)]


def test_form_that_a_link_fills_with_nonsense_opens(everybody: Client) -> None:
    assert {PersonName, Action} <= set(forms())
    for model in forms():
        page = admin.site._registry[model]
        address = reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_add")
        answer = everybody.get(address, dict.fromkeys(boxes(page), "zzz"))
        assert answer.status_code == 200, address


@pytest.mark.parametrize("value", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_sent_for_several_rows_is_an_error_of_the_form(everybody: Client, value: str) -> None:
    for address in ("/staff/prisoners/event/add/", "/staff/actions/demand/add/", "/staff/actions/appeal/add/"):
        page = everybody.post(address, sent_by(everybody, address, prisoners=value))
        assert page.status_code == 200, address
        assert page.context["adminform"].form.errors["prisoners"], address


@pytest.mark.parametrize("value", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_typed_for_one_row_is_an_error_of_the_form(everybody: Client, value: str) -> None:
    address = "/staff/prisoners/detention/add/"
    page = everybody.post(address, sent_by(everybody, address, prisoner=value))
    assert page.status_code == 200
    assert page.context["adminform"].form.errors["prisoner"]


def test_date_that_is_none_stays_as_it_was_typed(everybody: Client) -> None:
    page = everybody.get("/staff/prisoners/detention/add/", {"started_on": "last summer"}).content.decode()
    assert 'value="last summer"' in page


@pytest.mark.django_db(transaction=True)
def test_list_narrowed_by_what_is_no_value_is_the_whole_list(everybody: Client) -> None:
    lists = [field for field in PersonName._meta.fields if isinstance(field, ArrayField)]
    assert lists
    for field in lists:
        answer = everybody.get("/staff/prisoners/personname/", {field.name: "zzz"})
        assert (answer.status_code, answer["Location"]) == (302, "/staff/prisoners/personname/?e=1"), field.name


def test_no_address_of_the_desk_looks_rows_up_by_their_kind(everybody: Client) -> None:
    assert everybody.get("/staff/r/1/1/").status_code in (302, 404)
