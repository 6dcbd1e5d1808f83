"""The zone of a new place is asked for only where neither its country nor the city leaves no doubt about it."""

from pathlib import Path

import pytest

from prisoners.importing.usual_zones import usual_zone
from prisoners.models import Place
from tests.prisoners.test_importing import _csv, _report


@pytest.mark.parametrize(
    ("country", "city", "zone"),
    [
        *(("KG", "Osh", "Asia/Bishkek"), ("RU", "Москва", "Europe/Moscow"), ("RU", "г. Омск", "Asia/Omsk")),
        *(("RU", "СИЗО-2, г. Москва", "Europe/Moscow"), ("US", "New York", "America/New_York")),
        *(("US", "Chicago (Illinois)", "America/Chicago"), ("RU", "Moskau", "Europe/Moscow")),
        *(("RU", "Тьмутаракань", ""), ("US", "Omsk", ""), ("RU", "", ""), ("ZZ", "Omsk", "")),
    ],
)
def test_zone_is_that_of_the_country_or_of_a_city_after_which_one_is_called(country: str, city: str, zone: str) -> None:
    assert usual_zone(country, city) == zone


@pytest.mark.django_db
def test_place_is_made_in_the_zone_called_after_it_and_another_is_asked_about(tmp_path: Path) -> None:
    rows = (
        ["Name", "Country", "Arrested", "Prison", "Source"],
        ["Anna Example", "RU", "2020-01-01", "Омск", "https://p.example/1"],
        ["Berik Example", "RU", "2020-01-01", "Тьмутаракань", "https://p.example/2"],
    )
    report = _report(_csv(tmp_path, *rows), "--skip-refused", "--commit")
    assert (report["new"], [one["value"] for one in report["refused"]]) == (1, ["Тьмутаракань"])
    assert Place.objects.get(name="Омск").time_zone == "Asia/Omsk"
