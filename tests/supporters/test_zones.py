"""Which zone is proposed to whom: that of the main city of the country that the browser's languages name."""

import pytest
from django.utils.translation import override

from prisoners.zone_words import city_of
from supporters import zones


@pytest.mark.parametrize(
    ("accepted", "zone"),
    [
        ("uk-UA,uk;q=0.9", "Europe/Kyiv"),
        ("ru-RU,ru;q=0.9,en-US;q=0.8", "Europe/Moscow"),
        ("pt-BR", "America/Sao_Paulo"),
        ("en-AU", "Australia/Sydney"),
        ("en-CA", "America/Toronto"),
        ("uz-UZ", "Asia/Tashkent"),
        ("kk-KZ", "Asia/Almaty"),
        ("de-AT", "Europe/Vienna"),
        ("ru", "UTC"),
    ],
)
def test_zone_of_languages_is_that_of_the_main_city(accepted: str, zone: str) -> None:
    assert zones.zone_of_languages(accepted) == zone


def test_what_browsers_call_otherwise_is_known_by_the_name_that_is_offered() -> None:
    asked = ("Europe/Kiev", "Asia/Calcutta", "Asia/Almaty", "Mars/Olympus")
    assert {older: zones.offered_name(older) for older in asked} == {
        "Europe/Kiev": "Europe/Kyiv",
        "Asia/Calcutta": "Asia/Kolkata",
        "Asia/Almaty": "Asia/Almaty",
        "Mars/Olympus": "Mars/Olympus",
    }


def test_every_main_zone_is_one_of_its_country_that_is_offered() -> None:
    assert {country: zones.country_of_zone(zone) for country, zone in zones.MAIN.items()} == {
        country: country for country in zones.MAIN
    }


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("Europe/Kyiv", "Киев"),
        ("Asia/Kolkata", "Калькутта"),
        ("Asia/Ho_Chi_Minh", "Хошимин"),
        ("America/Argentina/Buenos_Aires", "Буэнос-Айрес"),
        ("America/Nuuk", "Нуук"),
    ],
)
def test_cities_that_were_renamed_are_named_in_the_language(zone: str, city: str) -> None:
    assert city_of(zone, "ru") == city


def test_no_city_is_offered_in_another_alphabet() -> None:
    with override("ru"):
        named = [city for _part, rows in zones.choices()[1:] for _zone, city in rows]
    # CLDR has no Russian name of this one yet.
    assert [city for city in named if city[:1].isascii()] == ["Coyhaique"]
