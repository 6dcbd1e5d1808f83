"""Files for the loader: the example, the example without our additions, and small ones with one fault each."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker

EXAMPLE = Path(__file__).parents[2] / "campaign" / "example"

SMALL = """retrieved: 2026-11-23
sources:
  paper:
    publisher: A newspaper
campaign:
  title: A campaign
  country: KZ
persons:
- id: kz-one
  names:
  - text: Anna One
    script: Latn
    src: [paper]
  facts:
  - kind: arrest
    date: 2020-02-01
    city: Almaty
    src: [paper]
  - kind: sentence
    date: 2020-03-01
    city: Almaty
    sentence_kind: imprisonment
    term: {years: 2}
    id: term
    src: [paper]
"""


@pytest.fixture
def small() -> str:
    """A small file that is right; the facts of one person end it."""
    return SMALL


@pytest.fixture
def example_text() -> str:
    """The example campaign as it is shipped."""
    return (EXAMPLE / "kazakhstan.yaml").read_text()


@pytest.fixture
def bare_example() -> str:
    """The example campaign without the keys that we added to the compiled data."""
    return without_additions(EXAMPLE / "kazakhstan.yaml")


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the example once for all tests of a module, in a transaction around theirs that is taken back."""
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            stack.enter_context(transaction.atomic())
            _load()
        yield
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            stack.close()


@pytest.fixture
def example(_loaded: None, db: None) -> None:
    """The example campaign, loaded; what a test changes in it is taken back."""


def _load() -> None:
    for name in ("embassies.yaml", "kazakhstan.yaml"):
        call_command("load_campaign", str(EXAMPLE / name), stdout=StringIO())


def without_additions(path: Path) -> str:
    """Leave out the added keys, and what is indented below them."""
    added = ("id: first", "id: june", "id: indep", "id: fine", "kind: fine\n", "replaces:", "replaced_by:", "added_to:")
    more = (
        "case:",
        "slug:",
        "supersedes:",
        "state:",
        "turnout:",
        "low:",
        "high:",
        "delivery:",
        "for:",
        "title: The massacre",
        "role: president",
    )
    people = ("    - kz-baltabay\n", "    - kz-elshibayev\n")
    kept = [
        line
        for line in path.read_text().splitlines(keepends=True)
        if not line.strip(" ").startswith((*added, *more)) and line not in people
    ]
    text = re.sub(r"  - sort: \w+\n    text:", "  - text:", "".join(kept))
    text = re.sub(r"    involved:\n(?:    (?:- |  ).*\n)+", "", text)
    text = re.sub(r"    value:\n      number:.*\n(?:      .*\n)+", "", text)
    return re.sub(r"    event: [\w-]+\n", "", text)
