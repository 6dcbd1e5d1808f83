"""Whoever asks gets all that is held about them, on every floor."""

import json

import pytest
from django.test import Client

from actions.models import Answer, Question, Signature
from actions.services.taking_along import sign_ups, signatures
from supporters.links import link_for
from supporters.models import Supporter
from supporters.services.taking_along import held_about, told
from tests.actions.rows import make_action, make_appeal, make_sign_up, make_supporter
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_whatever_hangs_on_a_person_is_told_to_them() -> None:
    above = {
        relation.related_model
        for relation in Supporter._meta.related_objects
        if relation.related_model._meta.app_label != "supporters"
    }
    assert above == told()


def test_a_person_gets_their_own_words_and_nobody_elses(client: Client) -> None:
    action, appeal = make_action(slug="picket"), make_appeal(slug="free-him")
    question = Question.internal.create(action=action, label="Do you bring a flag?")
    anna, boris = make_supporter("anna@example.org"), make_supporter("boris@example.org")
    for person, name in ((anna, "Anna"), (boris, "Boris")):
        row = make_sign_up(action, supporter=person, name=name, guests=2)
        Answer.objects.create(sign_up=row, question=question, text=f"{name} does")
        Signature.objects.create(appeal=appeal, supporter=person, name=name, country="AT", is_name_public=True)
    held = held_about(anna)
    [coming], [signed] = held["sign_ups"], held["signatures"]
    assert (coming["action"], coming["name"], coming["guests"]) == ("picket", "Anna", 2)
    assert coming["answers"] == [{"question": "Do you bring a flag?", "answer": "Anna does"}]
    assert (signed["appeal"], signed["name"], signed["country"], signed["name_is_shown"]) == (
        "free-him",
        "Anna",
        "AT",
        True,
    )
    path = link_for("manage", str(anna.pk)).partition("//")[2].partition("/")[2]
    said = client.post(f"/{path}", {"do": "take-along"}).content.decode()
    assert json.loads(said)["sign_ups"] == [coming]
    assert "Boris" not in said and "boris" not in said
    assert (sign_ups(make_supporter("c@example.org")), signatures(make_supporter("d@example.org"))) == ([], [])


def test_what_is_held_is_asked_for_in_as_many_questions_for_three_as_for_one() -> None:
    anna = make_supporter("anna@example.org")
    for number in range(3):
        make_sign_up(make_action(slug=f"picket-{number}"), supporter=anna)
    assert len(sign_ups(anna)) == 3
    assert len(queries_of(sign_ups, anna)) <= 3
