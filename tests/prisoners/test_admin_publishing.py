"""At the desk one enters and submits, a second publishes what they have looked at, and all reasons against are said."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from prisoners import publication
from prisoners.admin.foreseeing import foreseen
from prisoners.choices import ChargeStatus, EventRelation, SanctionKind, StaffRole
from prisoners.models import (
    Charge,
    ChargeStep,
    Disagreement,
    Event,
    EventLink,
    Hearing,
    PersonName,
    Prisoner,
    Sanction,
    Staff,
    Variant,
)
from prisoners.publication import publish, send_back, submit, withdraw
from prisoners.services import sanctions
from prisoners.services.prisoners import keep
from prisoners.services.refusals import RecordRefused
from prisoners.whole_rows import looked_at
from tests.prisoners import make
from tests.prisoners.desk import act, at_desk, publish_in_list, sent_by, url
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def test_alice_enters_a_hearing_and_bob_publishes_it(alice: Client, bob: Client) -> None:
    case, place = make.a_case(make.a_prisoner()), make.a_place()
    sent = sent_by(
        alice,
        "/staff/prisoners/hearing/add/",
        case=case.pk,
        place=place.pk,
        held_on="2030-01-05",
        local_time="10:00",
        **{"citations-TOTAL_FORMS": 1, "citations-0-source": make.a_source().pk},
    )
    assert alice.post("/staff/prisoners/hearing/add/", sent).status_code == 302
    hearing = Hearing.internal.get()
    assert (hearing.state, f"{hearing.starts_at:%H:%M}", hearing.citations.count()) == ("draft", "05:00", 1)
    act(alice, hearing, "submit_rows")
    publish_in_list(alice, hearing)
    hearing.refresh_from_db()
    assert hearing.state == "in_review"
    publish_in_list(bob, hearing)
    hearing.refresh_from_db()
    assert hearing.is_published


def test_list_offers_to_publish_and_to_withdraw_to_those_who_may(alice: Client, bob: Client) -> None:
    make.a_prisoner()
    offered = [client.get("/staff/prisoners/prisoner/").content.decode() for client in (alice, bob)]
    assert (
        ["publish_rows" in page for page in offered] == ["withdraw_rows" in page for page in offered] == [False, True]
    )
    assert all("submit_rows" in page for page in offered)


def test_publishing_says_all_reasons_against(alice: Client) -> None:
    said = act(alice, make.a_prisoner(consent_ground=""), "submit_rows")
    assert "It has no source yet." in said
    assert "The ground for naming this person is not stated." in said


def test_withdrawing_asks_for_the_reason(bob: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    assert "Reason" in act(bob, prisoner, "withdraw_rows")
    assert Prisoner.public.exists()
    assert "Please give the reason" in act(bob, prisoner, "withdraw_rows", reason=" ")
    act(bob, prisoner, "withdraw_rows", reason="The family asked for it.")
    prisoner.refresh_from_db()
    assert (prisoner.state, prisoner.withdrawal_reason) == ("withdrawn", "The family asked for it.")


def test_what_is_public_is_changed_by_publishers_only(alice: Client, bob: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    sent = sent_by(bob, url(prisoner), summary="A lawyer of strikers.")
    assert alice.get(url(prisoner)).status_code == 200
    assert alice.post(url(prisoner), sent).status_code == 403
    assert bob.post(url(prisoner), sent).status_code == 302
    prisoner.refresh_from_db()
    assert prisoner.summary == "A lawyer of strikers."


def test_ground_of_somebody_whom_readers_see_is_not_emptied(bob: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    page = bob.post(url(prisoner), sent_by(bob, url(prisoner), consent_ground="", summary="New words"))
    assert (page.status_code, "The ground for naming this person" in page.content.decode()) == (200, True)
    kept = Prisoner.public.get()
    assert (kept.consent_ground, kept.summary) == ("own_consent", "")


def test_no_path_leaves_somebody_whom_readers_see_without_a_ground() -> None:
    prisoner = make.published(make.a_prisoner())
    for write in (
        lambda: Prisoner.internal.filter(pk=prisoner.pk).update(consent_ground=""),
        lambda: Prisoner.internal.create(slug="other", name="Other", country="KZ", state="published"),
    ):
        with pytest.raises(IntegrityError, match="prisoner_shown_has_a_ground"), transaction.atomic():
            write()
    prisoner.consent_ground = ""
    with pytest.raises(RecordRefused, match="ground for naming this person"):
        keep(prisoner)
    assert [one.consent_ground for one in Prisoner.public.all()] == ["own_consent"]


def test_last_source_of_what_readers_see_is_not_taken_away() -> None:
    prisoner = make.published(make.a_prisoner())
    both = at_desk(make.staff("both", StaffRole.RESEARCHER, StaffRole.PUBLISHER))
    page = both.post(url(prisoner), sent_by(both, url(prisoner), **{"citations-0-DELETE": "on"}))
    assert (page.status_code, "It has no source yet" in page.content.decode()) == (200, True)
    assert prisoner.citations.count() == 1


def test_spelling_beside_a_published_name_is_refused_to_a_researcher(alice: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    sent = sent_by(alice, "/staff/prisoners/personname/add/", prisoner=prisoner.pk, text="Ерлан")
    page = alice.post("/staff/prisoners/personname/add/", sent)
    assert (page.status_code, PersonName.internal.count()) == (200, 1)
    assert "this is for a publisher" in page.content.decode()


def test_a_fact_is_submitted_and_published_on_its_own_page(alice: Client, bob: Client) -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON)
    make.cite(sanction)
    assert "_publish_row" not in alice.get(url(sanction)).content.decode()
    alice.post(url(sanction), sent_by(alice, url(sanction), _submit_row="x"))
    front = bob.get("/staff/").content.decode()
    assert ("Waits for a second person" in front, url(sanction) in front) == (True, True)
    seen = bob.get(url(sanction)).context["seen"]
    said = bob.post(url(sanction), sent_by(bob, url(sanction), _publish_row="x", seen=seen), follow=True)
    assert "None" not in " ".join(str(one) for one in said.context["messages"])
    assert Sanction.internal.get().is_published
    assert "Waits for a second person" not in bob.get("/staff/").content.decode()


def test_a_fact_that_was_changed_since_its_page_was_opened_is_neither_saved_over_nor_published(
    alice: Client, bob: Client
) -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON)
    make.cite(sanction)
    alice.post(url(sanction), sent_by(alice, url(sanction), _submit_row="x"))
    opened, seen = sent_by(bob, url(sanction), _publish_row="x"), bob.get(url(sanction)).context["seen"]
    alice.post(url(sanction), sent_by(alice, url(sanction), text="Twelve years"))
    for said, sentence in (({"seen": seen}, "changed meanwhile"), ({}, "somebody who has looked at it")):
        page = bob.post(url(sanction), {**opened, **said})
        assert (page.status_code, sentence in page.content.decode()) == (200, True)
        assert page.context["seen"] == said.get("seen", "")
    assert (Sanction.internal.get().state, Sanction.internal.get().text) == ("in_review", "Twelve years")


def test_what_cannot_be_published_yet_stays_and_says_why_on_its_page(alice: Client) -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON)
    said = alice.post(url(sanction), sent_by(alice, url(sanction), _submit_row="x"), follow=True)
    assert "no source yet" in said.content.decode()
    assert Sanction.internal.get().state == "draft"


def test_what_was_public_once_is_not_deleted_though_it_is_written_again() -> None:
    author, publisher = make.alice(), make.bob()
    who = make.a_prisoner("Somebody New", summary="what is known", consent_ground="own_consent")
    make.cite(who)
    submit(who, author)
    publish(who, publisher)
    withdraw(who, publisher, "the family asked")
    submit(who, author)
    send_back(who, author, "")
    assert at_desk(author).post(url(who, "delete"), {"post": "yes"}).status_code == 403
    assert Prisoner.internal.filter(pk=who.pk).exists()


@pytest.mark.parametrize(
    ("action", "sent"), [("publish_rows", {}), ("send_back_rows", {"reason": "no date"})], ids=["publish", "send back"]
)
def test_of_many_chosen_rows_fifty_are_looked_at_and_the_others_stay(action: str, sent: dict[str, str]) -> None:
    author = make.alice()
    rows = [Event(title=f"event {number}", state="in_review", submitted_by=author) for number in range(52)]
    for row in Event.internal.bulk_create(rows):
        make.cite(row)
    desk, address = at_desk(make.bob()), "/staff/prisoners/event/"
    chosen = Event.internal.values_list("pk", flat=True)[:20]
    page = desk.post(address, {"_selected_action": list(chosen), "action": action, "select_across": "1"})
    text = page.content.decode()
    shown = re.findall(r'name="_selected_action" value="(\d+)"', text)
    assert (len(shown), "2 more chosen rows stay as they are" in text) == (50, True)
    seen = re.findall(r'name="seen" value="([^"]+)"', text)
    assert desk.post(address, {"_selected_action": shown, "action": action, "seen": seen, **sent}).status_code == 302
    left = Event.internal.filter(state="in_review").values_list("pk", flat=True)
    assert (len(left), set(left) & set(map(int, shown))) == (2, set())


def test_page_before_publishing_shows_all_that_becomes_public_with_a_row(bob: Client) -> None:
    prisoner, source = make.a_prisoner(), make.a_source(title="A leaflet")
    make.cite(PersonName.internal.create(prisoner=prisoner, text="Ерлан", script="Cyrl"), source)
    Disagreement.internal.create(prisoner=prisoner, text="On the day of the arrest")
    shown = act(bob, prisoner, "publish_rows")
    for said in ("Spelling: Ерлан", "Sources: A leaflet", "On the day of the arrest"):
        assert said in shown


def test_lines_of_a_charge_differing_reports_and_related_events_are_looked_at() -> None:
    prisoner = make.a_prisoner()
    charge = Charge.internal.create(prisoner=prisoner, case=make.a_case(prisoner), text="Slander")
    ChargeStep.internal.create(charge=charge, status=ChargeStatus.DROPPED, since_on="2026-09-03")
    Variant.internal.create(charge=charge, text="Incitement")
    event, other = make.an_event(title="A strike"), make.an_event(title="A rally")
    EventLink.internal.create(event=event, relation=EventRelation.CAUSES, other=other)
    said = ["\n".join(words for _label, words in one.facts) for one in looked_at([charge, event, other])]
    assert ("3 September 2026" in said[0], "Incitement" in said[0]) == (True, True)
    assert ("A rally" in said[1], "A strike" in said[2]) == (True, True)


def asked_of(client: Client, *rows: Any) -> Any:
    """The rows of the page before publishing."""
    sent = {"_selected_action": [row.pk for row in rows], "action": "publish_rows"}
    return client.post(f"/staff/prisoners/{rows[0]._meta.model_name}/", sent).context["rows"]


def test_page_before_publishing_says_what_would_refuse_a_row_and_where_that_is_mended(bob: Client) -> None:
    author = make.staff("anna", StaffRole.RESEARCHER)
    good, bare = make.a_prisoner("Good"), make.a_prisoner("Bare", consent_ground="")
    make.cite(good)
    submit(good, author)
    Prisoner.internal.filter(pk=bare.pk).update(state="in_review", submitted_by=author)
    own = make.a_prisoner("Own")
    make.cite(own)
    submit(own, author)
    Prisoner.internal.filter(pk=own.pk).update(submitted_by=Staff.objects.get(handle="bob"))
    draft = make.a_prisoner("Draft")
    make.cite(draft)
    sent = {"_selected_action": [good.pk, bare.pk, own.pk, draft.pk], "action": "publish_rows"}
    page = bob.post("/staff/prisoners/prisoner/", sent)
    said = {one.whole.row.pk: [(str(hint.said), hint.url) for hint in one.refused] for one in page.context["rows"]}
    assert said == {
        good.pk: [],
        bare.pk: [
            (str(publication.WITHOUT_SOURCE), f"{url(bare)}#citations-group"),
            (str(publication.WITHOUT_GROUND), f"{url(bare)}#id_consent_ground"),
        ],
        own.pk: [(str(publication.SECOND_PERSON), "")],
        draft.pk: [(str(publication.NOT_SUBMITTED), url(draft))],
    }
    boxes = re.findall(r'<input type="checkbox" name="_selected_action" value="(\d+)"( \w+)', page.content.decode())
    assert dict(boxes) == {
        str(good.pk): " checked",
        **dict.fromkeys(map(str, (bare.pk, own.pk, draft.pk)), " disabled"),
    }
    assert f'href="{url(bare)}#id_consent_ground"' in page.content.decode()
    assert "3 of these rows cannot be published" in page.content.decode()


def test_page_before_publishing_says_what_would_hide_a_row_all_the_same(bob: Client) -> None:
    sanction = sanctions.impose(make.a_prisoner("Hidden"), kind=SanctionKind.PRISON)
    make.cite(sanction, make.a_source("secret", is_confidential=True))
    submit(sanction, make.staff("anna", StaffRole.RESEARCHER))
    [one] = asked_of(bob, sanction)
    assert ([str(hint.said) for hint in one.hidden], one.refused) == (
        [str(publication.PARENT_HIDDEN).format(parent="Hidden"), str(publication.NO_SOURCE_SHOWN)],
        [],
    )
    assert [hint.url for hint in one.hidden] == [url(sanction.prisoner), f"{url(sanction)}#citations-group"]


def test_where_no_chosen_row_can_be_published_there_is_no_button_for_it(bob: Client) -> None:
    shown = act(bob, make.a_prisoner(), "publish_rows")
    assert ("Publish those that are ticked" in shown, "Mended: look at them again" in shown) == (False, True)


def a_spelling(prisoner: Prisoner) -> None:
    PersonName.internal.create(prisoner=prisoner, text="Ерлан")


def another_spelling(prisoner: Prisoner) -> None:
    name = prisoner.names.get()
    name.text = "Ерлан"
    name.save()


def source_of_a_spelling(prisoner: Prisoner) -> None:
    make.cite(prisoner.names.get(), make.a_source("other"))


def another_source(prisoner: Prisoner) -> None:
    make.cite(prisoner, make.a_source("other"))


def no_source_of_two(prisoner: Prisoner) -> None:
    prisoner.citations.latest("pk").delete()


def a_disagreement(prisoner: Prisoner) -> None:
    Disagreement.internal.create(prisoner=prisoner, text="On the day of the arrest")


LATER = [a_spelling, another_spelling, source_of_a_spelling, another_source, no_source_of_two, a_disagreement]


@pytest.mark.parametrize("change", LATER, ids=lambda change: change.__name__)
def test_what_changed_with_a_row_since_it_was_looked_at_is_not_published(
    bob: Client, change: Callable[[Prisoner], None]
) -> None:
    prisoner = make.a_prisoner()
    for source in ("first", "second"):
        make.cite(prisoner, make.a_source(source))
    submit(prisoner, make.staff("anna", StaffRole.RESEARCHER))
    shown = asked_of(bob, prisoner)[0].whole
    change(prisoner)
    seen = f"{prisoner.pk} {shown.row.version}"
    assert "changed meanwhile" in act(bob, prisoner, "publish_rows", seen=seen)
    assert Prisoner.public.count() == 0
    assert "published" in publish_in_list(bob, Prisoner.internal.get())
    assert Prisoner.public.count() == 1


def test_page_before_publishing_asks_as_much_for_three_rows_as_for_one() -> None:
    costs, publisher = [], make.bob()
    for number in range(3):
        a_spelling(make.a_prisoner(f"Person {number}"))
        costs.append(len(queries_of(_versions, publisher)))
        assert len(_versions(publisher)) == number + 1
    assert costs == [costs[0]] * 3


def test_page_before_publishing_asks_as_much_for_three_facts_under_three_people_as_for_one() -> None:
    costs, publisher = [], make.bob()
    for number in range(3):
        sanction = sanctions.impose(make.a_prisoner(f"Person {number}"), kind=SanctionKind.PRISON)
        make.cite(sanction, make.a_source(f"source {number}", is_confidential=True))
        costs.append(len(queries_of(_hidden, publisher)))
        assert _hidden(publisher) == [2] * (number + 1)
    assert costs == [costs[0]] * 3


def _versions(publisher: Staff) -> set[str]:
    return {one.whole.row.version for one in foreseen(Prisoner.internal.all(), publisher, publication)}


def _hidden(publisher: Staff) -> list[int]:
    return [len(one.hidden) for one in foreseen(Sanction.internal.all(), publisher, publication)]
