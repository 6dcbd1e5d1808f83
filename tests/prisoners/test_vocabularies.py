"""The page of vocabularies says what the code says: every list, every value, its meaning and where it comes from."""

import re
from pathlib import Path

import pytest
from django.db.models import TextChoices
from django.utils.translation import override

from actions import choices as of_actions
from prisoners import choices as of_the_record
from prisoners.standing import Standing

PAGE = (Path(__file__).parents[2] / "docs/vocabularies.md").read_text()
SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n### ")[1:]}

#: Lists of the machine's own states and of access, about which no fact is entered.
INNER = {
    "AddressVisibility",
    "Audience",
    "ErrandKind",
    "ErrandState",
    "GroupRole",
    "HookState",
    "PhotoState",
    "SignUpState",
    "SignatureState",
    "SlotRole",
}


def lists() -> dict[str, type[TextChoices]]:
    """Every closed list of the record and of the actions, by its name."""
    named = {**vars(of_the_record), **vars(of_actions), "Standing": Standing}
    return {
        name: one
        for name, one in named.items()
        if isinstance(one, type) and issubclass(one, TextChoices) and one is not TextChoices and name not in INNER
    }


def test_page_has_every_list_and_no_other() -> None:
    assert set(SECTIONS) == set(lists())


@pytest.mark.parametrize("name", sorted(lists()))
def test_page_has_every_value_with_its_meaning_in_the_order_of_the_code(name: str) -> None:
    rows = re.findall(r"^\| (?:`(.+?)`)? ?\| (.+) \|$", SECTIONS[name].split("|---|---|")[1], re.MULTILINE)
    with override("en"):
        assert rows == [(str(value), str(label)) for value, label in lists()[name].choices]


@pytest.mark.parametrize("name", sorted(lists()))
def test_page_says_what_a_list_is_about_and_where_it_comes_from(name: str) -> None:
    about = (lists()[name].__doc__ or "").partition("\n")[0]
    assert about in SECTIONS[name]
    assert re.search(r"^Origin: \w.{10,}", SECTIONS[name], re.MULTILINE)
