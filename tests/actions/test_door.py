"""In the street: checking people in with one thumb, counting who came along, and a list that is destroyed after."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.test import Client

from actions.models import Action, Answer, Question, SignUp
from actions.refusals import ActionsRefusal
from actions.services.attendance import count_walk_ins, walk_ins_of
from actions.services.reports import log_report
from prisoners.models import Staff
from supporters.services import people
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_sign_up

pytestmark = pytest.mark.django_db
BEGINS = NOW + timedelta(days=15, hours=5)


@pytest.fixture(autouse=True)
def _at_the_beginning() -> Iterator[None]:
    with time_machine.travel(BEGINS, tick=False):
        yield


@pytest.fixture
def anna() -> Staff:
    return make_organiser("anna", make_group())


def hers(anna: Staff, **fields: object) -> Action:
    return make_action(slug="picket", group=anna.memberships.get().group, **fields)


def test_door_shows_who_is_expected_first_and_moves_whoever_is_recorded(anna: Staff, client: Client) -> None:
    action = hers(anna)
    alice, _bob = make_sign_up(action, name="Alice", guests=2), make_sign_up(action, name="Bob")
    client.force_login(anna)
    sent = {"sign_up": str(alice.pk), "came": "yes"}
    answer = client.post("/en/desk/actions/picket/attendance/", sent)
    assert answer["Location"] == "/en/desk/actions/picket/door/#expected"
    page = client.get("/en/desk/actions/picket/door/").content.decode()
    assert page.index("Bob") < page.index('id="seen"') < page.index("Alice")
    assert "3 came" in page
    client.post("/en/desk/actions/picket/attendance/", {"sign_up": str(alice.pk), "came": ""})
    alice.refresh_from_db()
    assert alice.attended is None


def test_walk_ins_are_counted_and_never_fall_below_none(anna: Staff, client: Client) -> None:
    action = hers(anna)
    client.force_login(anna)
    for by in ("1", "5", "-1"):
        client.post("/en/desk/actions/picket/walk-ins/", {"by": by})
    assert walk_ins_of(action) == 5
    assert count_walk_ins(action, -99) == 0
    nonsense = client.post("/en/desk/actions/picket/walk-ins/", {"by": "many"}, follow=True)
    assert "whole number" in nonsense.content.decode()


def test_press_that_a_bad_connection_sends_twice_counts_once(anna: Staff) -> None:
    action = hers(anna)
    assert [count_walk_ins(action, 1, "a-key"), count_walk_ins(action, 1, "a-key")] == [1, 1]


def test_nobody_is_counted_before_the_day(anna: Staff) -> None:
    action = hers(anna)
    with (
        time_machine.travel(BEGINS - timedelta(hours=13), tick=False),
        pytest.raises(ActionsRefusal, match="not begun"),
    ):
        count_walk_ins(action, 1)
    assert walk_ins_of(action) == 0


def _count(action: Action) -> None:
    try:
        count_walk_ins(action, 1)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_two_at_the_gate_count_everybody(anna: Staff) -> None:
    action = hers(anna)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(_count, [action] * 12))
    assert walk_ins_of(action) == 12


def test_report_begins_with_what_was_counted_and_keeps_the_counts(anna: Staff, client: Client) -> None:
    action = hers(anna)
    make_sign_up(action, guests=1, attended=True)
    count_walk_ins(action, 7)
    client.force_login(anna)
    page = client.get("/en/desk/actions/picket/report/").content.decode()
    assert 'name="turnout_low" value="9"' in page
    report = log_report(action, anna, turnout_low=9)
    assert (report.walk_in_count, report.attended_count) == (7, 2)


def test_printed_list_has_answers_for_organisers_alone_and_asks_to_be_destroyed(anna: Staff, client: Client) -> None:
    action = hers(anna)
    question, row = Question.internal.create(action=action, label="Allergies?"), make_sign_up(action, name="Alice")
    Answer.objects.create(sign_up=row, question=question, text="wasps")
    client.force_login(anna)
    page = client.get("/en/desk/actions/picket/people/").content.decode()
    assert "wasps" in page and "Destroy this list" in page and row.supporter.email not in page
    membership = anna.memberships.get()
    membership.role = "helper"
    membership.save()
    helped = client.get("/en/desk/actions/picket/people/").content.decode()
    assert "Alice" in helped and "wasps" not in helped
    assert "wasps" not in client.get("/en/desk/actions/picket/door/").content.decode()


def test_export_holds_answers_disarmed(anna: Staff, client: Client) -> None:
    action = hers(anna)
    question, row = Question.internal.create(action=action, label="=Why?"), make_sign_up(action, name="@Alice")
    Answer.objects.create(sign_up=row, question=question, text="=HYPERLINK(1)")
    client.force_login(anna)
    text = client.post("/en/desk/actions/picket/export/").content.decode()
    assert '"\'=Why?"' in text and '"\'=HYPERLINK(1)"' in text and '"\'@Alice"' in text
    assert client.get("/en/desk/actions/picket/export/").status_code == 405


@pytest.mark.django_db(transaction=True)
def test_forgetting_while_the_list_is_exported_wins(anna: Staff) -> None:
    action = hers(anna)
    rows = [make_sign_up(action) for _number in range(6)]

    def forget(row: SignUp) -> int:
        try:
            people.forget(row.supporter)
        finally:
            connection.close()
        return 200

    def export(_number: int) -> int:
        client = Client()
        client.force_login(anna)
        try:
            return client.post("/en/desk/actions/picket/export/").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        doing = [pool.submit(export, 1), *(pool.submit(forget, row) for row in rows), pool.submit(export, 2)]
        assert {one.result() for one in doing} == {200}
    client = Client()
    client.force_login(anna)
    assert client.post("/en/desk/actions/picket/export/").content.decode().count("@people.example") == 0


def test_buttons_at_the_door_are_large_enough_for_a_thumb() -> None:
    css = (Path(__file__).parents[2] / "static" / "uf" / "desk.css").read_text()
    assert "min-block-size: 3.5rem" in css
