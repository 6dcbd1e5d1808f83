"""How many published spellings of a name lead to the right person: a measurement that must not fall."""

from pathlib import Path

import pytest

from prisoners.models import PersonName, Prisoner
from prisoners.search import ranked
from prisoners.services.prisoners import rebuild_keys
from tests.factories import PersonNameFactory, PrisonerFactory

pytestmark = pytest.mark.django_db
# One person a line: the name in the record, then how the press, courts and campaigns of other languages write it.
LINES = Path(__file__).with_name("variants.tsv").read_text().splitlines()
VARIANTS = {record: others for record, *others in (line.split("\t") for line in LINES)}


def test_published_spellings_lead_to_the_right_person() -> None:
    people = Prisoner.internal.bulk_create(
        Prisoner(slug=f"p-{number}", name=name, country="KZ", state="published") for number, name in enumerate(VARIANTS)
    )
    PersonName.internal.bulk_create(PersonName(prisoner=one, text=one.name, folded=one.name) for one in people)
    names = {one.pk: one.name for one in people}
    asked = [(name, query) for name, others in VARIANTS.items() for query in others]
    found = [[names[pk] for pk in ranked(query, Prisoner.public.all())] for _name, query in asked]
    missed = [(*one, answer[:3]) for one, answer in zip(asked, found, strict=True) if answer[:1] != [one[0]]]
    among_three = sum(name in answer[:3] for (name, _query), answer in zip(asked, found, strict=True))
    first = sum(answer[:1] == [name] for (name, _query), answer in zip(asked, found, strict=True))
    assert among_three / len(asked) >= 0.97, missed
    assert first / sum(map(bool, found)) >= 0.95, missed


def test_keys_that_were_lost_are_made_anew() -> None:
    name = PersonNameFactory(text="Ерлан Балтабай")
    PersonName.internal.update(keys=[])
    assert ranked("Baltabai", Prisoner.public.all()) == []
    assert rebuild_keys() == 1
    assert ranked("Baltabai", Prisoner.public.all()) == [name.prisoner_id]
    assert rebuild_keys() == 0


def test_a_word_that_the_record_lacks_does_not_hide_the_person() -> None:
    name = PersonNameFactory(prisoner=PrisonerFactory(), text="Can Atalay")
    assert ranked("Şerafettin Can Atalay", Prisoner.public.all()) == [name.prisoner_id]
    assert ranked("Somebody Else", Prisoner.public.all()) == []
