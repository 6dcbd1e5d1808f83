"""At the desk no heading, filter or box is called by the English name of a column."""

import re
from itertools import chain

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.utils.functional import Promise
from django.utils.translation import override

from prisoners.choices import StaffRole
from prisoners.models import Sanction
from prisoners.naming import title_of
from tests.factories import SanctionFactory
from tests.prisoners import make
from tests.prisoners.desk import at_desk

SHOWN = dict.fromkeys(
    [*admin.site._registry, *(one.model for page in admin.site._registry.values() for one in page.inlines)]
)


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label)
def test_every_column_that_the_desk_can_show_has_a_name_that_is_translated(model: type) -> None:
    own = (one for one in chain(model._meta.concrete_fields, model._meta.local_many_to_many) if one.editable)  # type: ignore[attr-defined]
    assert [one.name for one in own if not one.primary_key and not isinstance(one.verbose_name, Promise)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "heading"), [("ru", "Заключённый"), ("kk", "Тұтқын"), ("de", "Gefangene")])
def test_column_that_leads_to_another_table_is_called_in_the_language_of_the_desk(language: str, heading: str) -> None:
    SanctionFactory()
    desk = at_desk(make.staff("rita", StaffRole.RESEARCHER))
    desk.cookies["django_language"] = language
    page = desk.get("/staff/prisoners/sanction/").content.decode()
    listed = page[page.index('id="result_list"') :]
    head = listed[: listed.index("</thead>")]
    assert (heading.lower() in head.lower(), ">Prisoner<" in head) == (True, False)


@pytest.mark.django_db
def test_box_for_typing_above_a_list_speaks_the_language_of_the_desk_and_keeps_the_filters(client: Client) -> None:
    desk = at_desk(make.staff("rita", StaffRole.RESEARCHER))
    desk.cookies["django_language"] = "kk"
    page = desk.get("/staff/prisoners/prisoner/?country=KZ&q=x").content.decode()
    box = page[page.index('id="changelist-search"') :]
    box = box[: box.index("</form>")]
    assert 'alt="Іздеу"' in box
    assert '<input type="hidden" name="country" value="KZ">' in box
    assert 'value="x"' in box


@pytest.mark.django_db
def test_row_that_says_little_is_called_with_whose_it_is() -> None:
    sanction: Sanction = SanctionFactory(kind="prison", imposed_on="2020-01-05", prisoner__name="Yerlan Example")
    with override("en"):
        assert title_of(sanction) == "imprisonment, 5 January 2020 (Yerlan Example)"
    assert title_of(sanction.prisoner) == "Yerlan Example"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "listed", "added", "changed"),
    [
        ("en", "Sanctions", "Add sanction", "View sanction"),
        ("ru", "Меры наказания", "Новая запись: мера наказания", "Просмотр: мера наказания"),
        ("de", "Strafen", "Neu: Strafe", "Ansehen: Strafe"),
    ],
    ids=["en", "ru", "de"],
)
def test_pages_of_the_desk_are_called_without_bending_a_noun(
    language: str, listed: str, added: str, changed: str
) -> None:
    sanction = SanctionFactory()
    desk = at_desk(make.staff("rita", StaffRole.RESEARCHER))
    desk.cookies["django_language"] = language
    for address, title in (("", listed), ("add/", added), (f"{sanction.pk}/change/", changed)):
        page = desk.get(f"/staff/prisoners/sanction/{address}").content.decode()
        assert re.findall(r"<h1>([^<]+)</h1>", page) == [title]


LINKED = [model for model in admin.site._registry if any(one.name == "slug" for one in model._meta.fields)]


@pytest.mark.django_db
@pytest.mark.parametrize("model", LINKED, ids=lambda model: model._meta.label)
def test_new_row_begins_with_its_name_and_not_with_the_address_that_is_made_of_it(model: type[Model]) -> None:
    desk = at_desk(make.staff("rita", *StaffRole.values))
    page = desk.get(f"/staff/{model._meta.app_label}/{model._meta.model_name}/add/").context["adminform"]
    assert page.fieldsets[0][1]["fields"].index("slug") > 0
