"""What the organisers ask: answered, sealed, seen by them alone, erased with the sign-up."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import time_machine
from django.db import IntegrityError, connection
from django.test import Client

from actions.choices import QuestionKind
from actions.models import Action, Answer, Question, SignUp
from actions.refusals import ActionsRefusal, SignUpRefused
from actions.services.cloning import copy_to
from actions.services.questions import set_questions
from actions.services.sign_up import sign_up
from actions.services.sign_up_changes import change, withdraw
from supporters.links import link_for
from supporters.services import people
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def ask(action: Action, label: str = "What can you carry?", **fields: object) -> Question:
    return Question.internal.create(action=action, label=label, **fields)


def answer(action: Action, answers: dict[int, str]) -> SignUp:
    said = {"name": "Alice", "slot": None, "guests": 0, "language": "en", "consent": True}
    sign_up(action, address="alice@people.example", answers=answers, **said)
    return SignUp.objects.get()


def row(**fields: object) -> dict[str, object]:
    return {
        "pk": None,
        "label": "Why?",
        "kind": "text",
        "options": [],
        "is_required": False,
        "is_gone": False,
        **fields,
    }


def test_sign_up_keeps_answers_sealed() -> None:
    action = make_action()
    question = ask(action)
    answer(action, {question.pk: "the  long\nbanner"})
    assert Answer.objects.get().text == "the long banner"
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM actions_answer")
        assert b"banner" not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("fields", "given", "said"),
    [
        ({"is_required": True}, "", "Please answer: What can you carry"),
        ({"is_required": True}, " \u202e ", "Please answer: What can you carry"),
        ({"kind": "choice", "options": ["drum", "flag"]}, "cannon", "not one of the answers"),
        ({"kind": "yes_no"}, "perhaps", "not one of the answers"),
        ({}, "x" * 201, "at most 200"),
    ],
)
def test_sign_up_refuses_what_is_no_answer_and_writes_nothing(fields: dict, given: str, said: str) -> None:
    action = make_action()
    question = ask(action, **fields)
    with pytest.raises(SignUpRefused, match=said):
        answer(action, {question.pk: given})
    assert not SignUp.objects.exists()


def test_sign_up_refuses_an_answer_to_a_question_of_another_action() -> None:
    foreign = ask(make_action())
    with pytest.raises(SignUpRefused, match="not asked"):
        answer(make_action(), {foreign.pk: "x"})


def test_somebody_who_only_knows_the_address_changes_no_answer() -> None:
    action = make_action()
    question = ask(action)
    row = answer(action, {question.pk: "drum"})
    SignUp.objects.filter(pk=row.pk).update(state="confirmed", unconfirmed_until=None)
    answer(action, {question.pk: "cannon"})
    assert Answer.objects.get().text == "drum"


def test_change_answers_otherwise_or_leaves_the_answers() -> None:
    action = make_action()
    question, row = ask(action), make_sign_up(action)
    change(row, slot=None, guests=0, answers={question.pk: "drum"})
    change(row, slot=None, guests=1)
    assert Answer.objects.get().text == "drum"
    with pytest.raises(SignUpRefused, match="at most 200"):
        change(row, slot=None, guests=0, answers={question.pk: "x" * 201})
    assert Answer.objects.get().text == "drum"


def test_answers_are_erased_by_withdrawing_and_by_forgetting() -> None:
    action = make_action()
    question = ask(action)
    for end in (lambda row: withdraw(row), lambda row: people.forget(row.supporter)):
        row = make_sign_up(action)
        change(row, slot=None, guests=0, answers={question.pk: "drum"})
        end(row)
        assert not Answer.objects.exists()


def test_set_questions_writes_changes_and_drops_with_the_answers() -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    old, sign_up_row = ask(action), make_sign_up(action)
    change(sign_up_row, slot=None, guests=0, answers={old.pk: "drum"})
    set_questions(action, anna, [row(pk=old.pk, label="Which drum?"), row(kind="choice", options=["a", "b"])])
    assert [(one.label, one.kind) for one in Question.internal.filter(action=action)] == [
        ("Which drum?", "text"),
        ("Why?", "choice"),
    ]
    set_questions(action, anna, [row(pk=old.pk, is_gone=True)])
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row(kind="choice", options=["only"])], "at least two"),
        ([row()] * 6, "five questions"),
        ([row(pk=987654)], "no such question"),
    ],
)
def test_set_questions_refuses_and_changes_nothing(rows: list, said: str) -> None:
    group = make_group()
    anna, action = make_organiser("anna", group), make_action(group=group)
    with pytest.raises(ActionsRefusal, match=said):
        set_questions(action, anna, rows)
    assert not Question.internal.exists()
    with pytest.raises(ActionsRefusal):
        set_questions(action, make_organiser("bob", make_group("london", "Europe/London")), [row()])
    assert not Question.internal.exists()


def test_database_refuses_a_choice_of_one() -> None:
    with pytest.raises(IntegrityError, match="question_of_choice_has_a_choice"):
        ask(make_action(), kind=QuestionKind.CHOICE, options=["only"])


def test_copy_asks_the_same() -> None:
    action = make_action()
    ask(action, "First?", position=0)
    ask(action, "Second?", position=1, kind="choice", options=["a", "b"], is_required=True)
    made = copy_to(action, NOW.date())
    same = ("label", "kind", "options", "is_required", "position")
    copied, asked = (list(Question.internal.filter(action=one).values(*same)) for one in (made, action))
    assert copied == asked
    assert len(copied) == 2


def test_sign_up_page_asks_in_order_and_ties_what_is_missing_to_its_field(client: Client) -> None:
    action = make_action(slug="picket")
    question = ask(action, kind="choice", options=["drum", "flag"], is_required=True)
    name = f"question_{question.pk}"
    page = client.get("/en/actions/picket/sign-up/").content.decode()
    order = [page.index(f'name="{one}"') for one in ("address", "name", "guests", name, "consent")]
    assert order == sorted(order)
    form = {"address": "alice@people.example", "guests": "0", "consent": "on", "form_token": ""}
    refused = client.post("/en/actions/picket/sign-up/", form).content.decode()
    assert f'aria-describedby="id_{name}_error"' in refused and f'id="id_{name}_error"' in refused


def test_organisers_read_the_answers_and_another_group_does_not(client: Client) -> None:
    group = make_group()
    action = make_action(slug="picket", group=group)
    question = ask(action, kind=QuestionKind.YES_NO, label="Do you have a car?")
    change(make_sign_up(action), slot=None, guests=0, answers={question.pk: "yes"})
    client.force_login(make_organiser("anna", group))
    assert "Do you have a car?</span> yes" in client.get("/en/desk/actions/picket/").content.decode()
    client.force_login(make_organiser("bob", make_group("london", "Europe/London")))
    assert client.get("/en/desk/actions/picket/").status_code == 404


def test_manage_page_shows_what_was_answered_and_changes_it(client: Client) -> None:
    action = make_action()
    question, coming = ask(action), make_sign_up(action)
    change(coming, slot=None, guests=0, answers={question.pk: "drum"})
    address = urlsplit(link_for("manage-sign-up", str(coming.pk))).path
    assert 'value="drum"' in client.get(address).content.decode()
    client.post(address, {"do": "change", "guests": "0", f"question_{question.pk}": "flag"})
    assert Answer.objects.get().text == "flag"


def test_desk_keeps_questions_and_loses_nothing_that_was_typed(client: Client) -> None:
    group = make_group()
    make_action(slug="picket", group=group)
    client.force_login(make_organiser("anna", group))
    sent = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-label": "Which?",
        "form-0-kind": "choice",
        "form-0-options": "drum",
        "form-1-kind": "text",
    }
    refused = client.post("/en/desk/actions/picket/questions/", sent)
    assert (refused.status_code, "Which?" in refused.content.decode()) == (409, True)
    sent["form-0-options"] = "drum\n\n flag \ndrum"
    assert client.post("/en/desk/actions/picket/questions/", sent).status_code == 302
    assert Question.internal.get().options == ["drum", "flag"]
