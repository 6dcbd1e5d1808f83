"""What is not written in the reader's language says in which it is."""

from django.utils import translation

from prisoners.models import Prisoner
from prisoners.templatetags.content import content


def test_content_marks_its_language_when_it_falls_back() -> None:
    prisoner = Prisoner(name="Anna", summary="Held for a <leaflet>.")
    with translation.override("ru"):
        assert content(prisoner, "summary") == '<span lang="en">Held for a &lt;leaflet&gt;.</span>'


def test_content_is_plain_when_it_is_in_the_language_of_the_page_or_empty() -> None:
    prisoner = Prisoner(name="Anna", summary="Held.", summary_ru="Под стражей.")
    with translation.override("ru"):
        assert content(prisoner, "summary") == "Под стражей."
        assert content(Prisoner(name="Anna"), "summary") == ""
    with translation.override("en"):
        assert content(prisoner, "summary") == "Held."
