"""For whom an action is: a list of a few, names or addresses of many; nobody who is not public, and no guess."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from actions import people_fields
from actions.models import Action, Group
from prisoners.models import PersonName, Prisoner, Staff
from prisoners.services.prisoners import keep_name
from tests.actions.rows import make_prisoner
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

FORM = {"title": "Picket", "kinds": ["picket"], "held_on": "2099-12-16", "city": "Vienna"}


@pytest.fixture
def desk(vienna: Group, anna: Staff, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Anna's desk, in a record of three people that counts as large."""
    monkeypatch.setattr(people_fields, "MOST_LISTED", 2)
    for slug in ("yerlan-baltabai", "max-bokayev", "roza-tuletayeva"):
        make_prisoner(slug)
    make_prisoner("hidden-person", state="draft")
    client = Client()
    client.force_login(anna)
    return client


def sent(group: Group, people: str) -> dict[str, object]:
    return {**FORM, "group": group.pk, "address_visibility": "everybody", "time_zone": "", "prisoners": people}


def test_people_of_a_large_record_are_named_and_not_listed(desk: Client, vienna: Group) -> None:
    other = make_prisoner("a-b")
    keep_name(PersonName(prisoner=other, text="Алия Б", language="kk", script="Cyrl"))
    page = desk.get("/en/desk/new/").content.decode()
    assert "One a line" in page
    assert "Max Bokayev" not in page
    people = "Yerlan Baltabai\nhttps://free.example/ru/prisoners/max-bokayev/?as_of=2020-01-01\nалия б\n\nmax-bokayev"
    assert desk.post("/en/desk/new/", sent(vienna, people)).status_code == 302
    action = Action.internal.get()
    assert set(action.prisoners.values_list("slug", flat=True)) == {"yerlan-baltabai", "max-bokayev", "a-b"}
    edit = desk.get(f"/en/desk/actions/{action.slug}/edit/").context["form"]["prisoners"].value()
    assert set(edit.splitlines()) == {"yerlan-baltabai", "max-bokayev", "a-b"}


@pytest.mark.parametrize("line", ["hidden-person", "Hidden Person", "Nobody", "999999", "Aigul"])
def test_name_of_nobody_or_of_two_is_said_and_keeps_what_was_typed(desk: Client, vienna: Group, line: str) -> None:
    for slug in ("aigul-1", "aigul-2"):
        make_prisoner(slug, name="Aigul")
    answer = desk.post("/en/desk/new/", sent(vienna, f"Yerlan Baltabai\n{line}"))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert f"“{line}” is the name of nobody" in page
    assert f"Yerlan Baltabai\n{line}</textarea>" in page
    assert not Action.internal.exists()


def test_spelling_that_only_sounds_like_it_is_no_guess(desk: Client) -> None:
    keep_name(PersonName(prisoner=Prisoner.internal.get(slug="max-bokayev"), text="Макс Бокаев", script="Cyrl"))
    field = people_fields.NamedPeopleField(Prisoner.public.all())
    assert [one.slug for one in field.clean("МАКС БОКАЕВ")] == ["max-bokayev"]
    with pytest.raises(ValidationError, match="Maks Bokaev"):
        field.clean("Maks Bokaev")


def test_many_lines_are_asked_for_at_once(desk: Client) -> None:
    field = people_fields.NamedPeopleField(Prisoner.public.all())
    counts = []
    for lines in ("Yerlan Baltabai", "Yerlan Baltabai\nmax-bokayev\nRoza Tuletayeva"):
        assert len(field.clean(lines)) == lines.count("\n") + 1
        counts.append(len(queries_of(field.clean, lines)))
    assert counts == [2, 2]


def test_too_many_lines_are_refused(desk: Client, vienna: Group) -> None:
    answer = desk.post("/en/desk/new/", sent(vienna, "\n".join(f"name {number}" for number in range(101))))
    assert "at most 100 people" in answer.content.decode()


def test_a_small_record_is_a_list(vienna: Group, anna: Staff, client: Client) -> None:
    client.force_login(anna)
    whom = make_prisoner()
    assert "<option" in client.get("/en/desk/new/").content.decode()
    assert client.post("/en/desk/new/", {**sent(vienna, ""), "prisoners": [whom.pk]}).status_code == 302
    assert list(Action.internal.get().prisoners.all()) == [whom]
