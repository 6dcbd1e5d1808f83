"""What cities are called in what can be followed and in the filter of actions: as the language of the reader does."""

import pytest
from django.test import Client
from django.utils import translation

from actions import cities
from prisoners.models import Place
from tests.actions.rows import make_action, make_target

pytestmark = pytest.mark.django_db


def followed(language: str) -> list[str]:
    """The cities that can be followed, without the words for what lies around them."""
    with translation.override(language):
        return sorted(one.title for one in cities.cities().values())


@pytest.mark.parametrize(
    ("language", "called"),
    [
        ("en", ["Aachen", "Moscow", "Vienna"]),
        ("ru", ["Aachen", "Вена", "Москва"]),
        ("kk", ["Aachen", "Вена", "Мәскеу"]),
        ("he", ["Aachen", "וינה", "מוסקבה"]),
        ("de", ["Aachen", "Moskau", "Wien"]),
    ],
)
def test_city_that_gives_a_time_zone_its_name_is_called_as_the_language_does(language: str, called: list[str]) -> None:
    make_action(city="Vienna; Aachen", country="AT")
    make_action(city="Moscow", country="RU")
    assert followed(language) == called


def test_city_of_the_same_name_in_another_country_keeps_its_own() -> None:
    make_action(city="Vienna", country="US")
    make_action(city="Moscow", country="US")
    assert followed("ru") == ["Moscow", "Vienna"]


def test_what_somebody_has_translated_comes_first() -> None:
    make_target(city_ru="город Вена")
    Place.objects.create(name="Aqtau", name_ru="Актау", country="KZ", kind="locality", time_zone="Asia/Aqtau")
    make_action(city="Aqtau", country="KZ")
    assert followed("ru") == ["Актау", "город Вена"]


def test_topic_stays_the_same_in_every_language() -> None:
    make_action(city="Vienna", country="AT")
    for language in ("en", "ru"):
        with translation.override(language):
            assert list(cities.titles(None)) == ["AT/Vienna/30"]


def test_filter_of_actions_calls_them_so_and_finds_them_by_the_same_value() -> None:
    make_action(city="Vienna", country="AT")
    page = Client().get("/ru/actions/?city=Vienna")
    assert '<option value="Vienna" selected>Вена</option>' in page.content.decode()
    assert len(page.context["upcoming"]) == 1
