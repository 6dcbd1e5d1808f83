"""What a closed list offers is said in every language that the site offers, also in those that are only begun."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.translation import override

from tests.words.extraction import ROOT

OWN = {"privacy", "prisoners", "supporters", "actions", "campaign"}


def lists(of: type[Choices] = Choices) -> Iterator[type[Choices]]:
    """Every closed list of the site, wherever it is written."""
    for one in of.__subclasses__():
        if one.__module__.partition(".")[0] in OWN:
            yield one
        yield from lists(one)


def labels() -> set[str]:
    """What there is to translate of them."""
    import_module(settings.ROOT_URLCONF)
    with override("en"):
        return {str(one.label) for its in lists() for one in its if isinstance(one.label, Promise)}


def said_in(code: str) -> set[str]:
    """What a catalogue says for certain."""
    with (ROOT / "locale" / code / "LC_MESSAGES" / "django.po").open("rb") as source:
        return {one.id for one in read_po(source) if isinstance(one.id, str) and one.string and not one.fuzzy}


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE])
def test_every_value_of_every_list_has_its_word(code: str) -> None:
    asked = labels()
    assert len(asked) > 300
    assert sorted(asked - said_in(code)) == []
