"""Whom an action addresses is read by name, in the list of the desk and on the page for everybody."""

import pytest
from django.test import Client
from django.utils import translation

from actions.desk_forms import ActionForm
from tests.actions.rows import make_target

pytestmark = pytest.mark.django_db


def _make() -> None:
    """In the order of their codes, which is that of neither language."""
    make_target(name="Embassy of Kazakhstan, Vienna", name_ru="Посольство Казахстана, Вена", of_country="KZ")
    make_target(name="Embassy of China, Rome", name_ru="Ёлки", of_country="CN", country="IT", city="Rome")
    make_target(name="Consulate of Iran, Rome", name_ru="Консульство Ирана, Рим", of_country="IR", country="IT")


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("en", ["Consulate of Iran, Rome", "Embassy of China, Rome", "Embassy of Kazakhstan, Vienna"]),
        ("ru", ["Ёлки", "Консульство Ирана, Рим", "Посольство Казахстана, Вена"]),
    ],
)
def test_targets_stand_in_the_order_in_which_they_are_read(language: str, read: list[str]) -> None:
    _make()
    with translation.override(language):
        offered = [one.name_i18n for one in ActionForm().fields["target"].queryset]  # type: ignore[attr-defined]
    assert offered == read
    assert [one["name"] for one in Client().get(f"/{language}/targets/").context["targets"]] == read
