"""A page in each language says so and shows its words."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "word"), [("en", "Prisoners"), ("ru", "Заключённые"), ("kk", "Тұтқындар")])
def test_page_names_its_language_and_speaks_it(client: Client, language: str, word: str) -> None:
    page = client.get(f"/{language}/about/").content.decode()
    assert f'<html lang="{language}"' in page
    assert word in page
