"""How many spellings of a name lead to the right person: a measurement that must not fall."""

import pytest

from campaign.bench.names.spellings import romanised
from prisoners.models import PersonName, Prisoner
from prisoners.search import ranked
from prisoners.services.prisoners import rebuild_keys
from tests.factories import PersonNameFactory, PrisonerFactory
from tests.names.spellings import SPELLINGS, UNSEEN, Spelling

pytestmark = pytest.mark.django_db
HOW = {"own", "table", "press", "marks", "unsourced", "case", "order", "initial", "slip", "beginning", "short"}


@pytest.mark.parametrize(
    ("spellings", "recall", "precision"), [(SPELLINGS, 0.99, 0.99), (UNSEEN, 0.94, 0.98)], ids=["known", "unseen"]
)
def test_published_spellings_lead_to_the_right_person(
    spellings: list[Spelling], recall: float, precision: float
) -> None:
    record = dict.fromkeys(one.record for one in spellings)
    people = Prisoner.internal.bulk_create(
        Prisoner(slug=f"p-{number}", name=name, country="KZ", consent_ground="own_consent", state="published")
        for number, name in enumerate(record)
    )
    PersonName.internal.bulk_create(PersonName(prisoner=one, text=one.name, folded=one.name) for one in people)
    names = {one.pk: one.name for one in people}
    found = [[names[pk] for pk in ranked(one.asked, Prisoner.public.all())] for one in spellings]
    answers = list(zip(spellings, found, strict=True))
    missed = [(*one, answer[:3]) for one, answer in answers if answer[:1] != [one.record]]
    among_three = sum(one.record in answer[:3] for one, answer in answers)
    first = sum(answer[:1] == [one.record] for one, answer in answers)
    assert among_three / len(answers) >= recall, missed
    assert first / sum(map(bool, found)) >= precision, missed


def test_every_spelling_says_how_it_came_about() -> None:
    every = [*SPELLINGS, *UNSEEN]
    assert {one.how for one in every} == HOW
    assert [one for one in every if not one.origin] == []
    assert len({(one.record, one.asked) for one in every}) == len(every)


def test_what_is_said_to_follow_a_table_does() -> None:
    tables = [(_plain(one.asked), *one.origin.split(" of ")) for one in SPELLINGS if one.how == "table"]
    assert [asked for asked, table, form in tables if _plain(romanised(form, table)) != asked] == []


def _plain(name: str) -> str:
    return name.lower().replace("-", " ")


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
