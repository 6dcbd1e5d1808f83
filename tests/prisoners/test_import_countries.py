"""Countries as spreadsheets name them: by codes, by official names, by short and by older ones."""

import pytest

from prisoners.importing.countries import read_country
from prisoners.importing.refusals import CellRefused


@pytest.mark.parametrize(
    ("said", "code"),
    [
        *(("KZ", "KZ"), ("kaz", "KZ"), ("Қазақстан", "KZ"), ("РК", "KZ"), ("Republic of Kazakhstan", "KZ")),
        *(("Viet Nam", "VN"), ("Iran, Islamic Republic of", "IR"), ("Bolivia, Plurinational State of", "BO")),
        *(("Tanzania, United Republic of", "TZ"), ("Venezuela (Bolivarian Republic of)", "VE")),
        *(("N. Korea", "KP"), ("Republic of Korea", "KR"), ("Северная Корея", "KP"), ("DRC", "CD")),
        *(("Bosnia and Herzegovina", "BA"), ("Côte d’Ivoire", "CI"), ("the Netherlands", "NL"), ("U.S.A.", "US")),
        *(("Республика Беларусь", "BY"), ("Белоруссия", "BY"), ("Türkiye", "TR"), ("Turkey", "TR")),
        *(("Republic of China", "TW"), ("China (Republic of)", "TW"), ("People's Republic of China", "CN")),
        *(
            ("Congo (Democratic Republic of the)", "CD"),
            ("Congo (Republic of the)", "CG"),
            ("Korea (Democratic People's Republic of)", "KP"),
        ),
        *(("Moldova (the Republic of)", "MD"), ("Netherlands (Kingdom of the)", "NL"), ("Ireland, Republic of", "IE")),
        *(("Allemagne", "DE"), ("Almanya", "DE"), ("Türkei", "TR"), ("גרמניה", "DE"), ("Burma", "MM")),
    ],
)
def test_country_is_read_by_each_of_its_names(said: str, code: str) -> None:
    assert read_country(said) == code


@pytest.mark.parametrize(
    "said",
    [
        *("Korea", "Congo", "ZZ", "SUN", "Atlantis", "Republic of", "Sudan (South)", "Ireland (Northern)"),
        *("Samoa (American)", "Guinea (Bissau)", "Georgia (USA)"),
    ],
)
def test_name_of_two_countries_or_of_none_is_refused(said: str) -> None:
    with pytest.raises(CellRefused, match="This country is not known"):
        read_country(said)


def test_cell_that_says_nothing_names_no_country() -> None:
    assert read_country("—") is None
