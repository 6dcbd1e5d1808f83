"""What cards say of people, put together without looking each address up."""

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from prisoners.cards import prisoner_url
from prisoners.models import Prisoner


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_address_of_a_person_is_that_of_the_route_in_each_language(language: str) -> None:
    person = Prisoner(slug="anna-example-2")
    with override(language):
        assert prisoner_url(person) == reverse("prisoners:detail", args=[person.slug])
        assert prisoner_url(person).startswith(f"/{language}/")
