"""What readers hand in: taken from anybody, decided by researchers, published by nobody alone, erased in time."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from prisoners.choices import PublicationState, StaffRole
from prisoners.models import Citation, Prisoner, Source, Staff, Statement
from privacy.forms import make_form_token
from supporters import contribution_mails, outbox
from supporters.choices import ContributionState, NotificationState, SuppressionReason
from supporters.models import Contribution, Notification, Supporter
from supporters.refusals import ContributionRefused
from supporters.services import contributions, people, retention
from tests.actions.rows import make_staff
from tests.factories import PrisonerFactory
from tests.queries import queries_of
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db

PAGE = "/en/contribute/"
WORDS = "He was moved to Kostanay in May."
CONTACT = "canary-nurse@people.example"


def send(client: Client, **fields: Any) -> HttpResponse:
    data = {
        "kind": "correction",
        "about": "Yerlan Example, Kazakhstan",
        "text": WORDS,
        "source": "https://press.example/moved",
        "contact": CONTACT,
        "form_token": make_form_token("contribute"),
    }
    return client.post(PAGE, {**data, **fields})


def handed_in(client: Client, **fields: Any) -> Contribution:
    assert send(client, **fields).status_code == 200
    return Contribution.objects.get()


def at_desk(role: StaffRole) -> tuple[Staff, Client]:
    staff, client = make_staff(role.value, role), Client()
    staff.is_staff = True
    staff.save()
    client.force_login(staff)
    return staff, client


def queue(row: Contribution) -> str:
    return f"/staff/supporters/contribution/{row.pk}/change/"


def test_page_of_a_prisoner_leads_to_the_form_about_them(client: Client) -> None:
    one = PrisonerFactory()
    assert f"/en/contribute/?prisoner={one.slug}" in client.get(f"/en/prisoners/{one.slug}/").content.decode()
    page = client.get(f"{PAGE}?prisoner={one.slug}")
    assert one.name in page.content.decode()
    assert 'name="about"' not in page.content.decode()
    assert page["Cache-Control"] == "no-store"


def test_what_is_handed_in_is_kept_sealed_and_nowhere_else(client: Client) -> None:
    one = PrisonerFactory()
    row = handed_in(client, prisoner=one.slug, about="")
    assert (row.prisoner, row.text, row.contact, row.state) == (one, WORDS, CONTACT, ContributionState.RECEIVED)
    assert not client.cookies
    assert not Statement.internal.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT contribution::text FROM supporters_contribution contribution")
        raw = cursor.fetchone()[0]
    assert all(said not in raw and said.encode().hex() not in raw for said in (WORDS, CONTACT, "press.example"))


def test_same_thing_sent_twice_is_one(client: Client) -> None:
    assert [send(client).status_code for _time in range(2)] == [200, 200]
    assert Contribution.objects.count() == 1


@pytest.mark.parametrize("missing", ["text", "source", "about"])
def test_form_comes_back_with_what_was_entered_when_something_is_missing(client: Client, missing: str) -> None:
    page = send(client, **{missing: " "})
    assert page.status_code == 400
    assert CONTACT in page.content.decode()
    assert not Contribution.objects.exists()


def test_unpublished_prisoner_is_as_unknown_as_nobody(client: Client) -> None:
    hidden = PrisonerFactory(state=PublicationState.DRAFT)
    pages = [send(client, prisoner=slug) for slug in (hidden.slug, "nobody")]
    assert [page.status_code for page in pages] == [400, 400]
    assert hidden.name not in client.get(f"{PAGE}?prisoner={hidden.slug}").content.decode()


@pytest.mark.parametrize("spoilt", [{"form_token": ""}, {"homepage": "https://spam.example"}, {"text": "x" * 6001}])
def test_robots_and_books_are_refused(client: Client, spoilt: dict[str, str]) -> None:
    assert send(client, **spoilt).status_code == 400
    assert not Contribution.objects.exists()


def test_form_from_another_site_is_refused(client: Client) -> None:
    assert client.post(PAGE, {}, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_flood_is_refused_without_losing_what_was_written(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contributions, "SITE_AN_HOUR", 2)
    answers = [send(client, text=f"{WORDS} {number}") for number in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 400]
    assert f"{WORDS} 2" in answers[2].content.decode()
    assert Contribution.objects.count() == 2


def test_researcher_takes_it_up_as_a_draft_beside_what_stands(client: Client) -> None:
    one = PrisonerFactory(summary="Held in Shymkent.")
    row = handed_in(client, prisoner=one.slug)
    alice, desk = at_desk(StaffRole.RESEARCHER)
    page = desk.get(queue(row)).content.decode()
    assert WORDS in page
    assert CONTACT in page
    desk.post(queue(row), {"do": "accept", "words": "Moved to Kostanay in May 2020, says a reader."})
    row.refresh_from_db()
    statement, source = Statement.internal.get(), Source.internal.get()
    assert (row.state, row.decided_by) == (ContributionState.ACCEPTED, alice)
    assert (statement.state, list(statement.prisoners.all())) == (PublicationState.DRAFT, [one])
    assert (source.url, source.is_confidential) == ("https://press.example/moved", True)
    assert Citation.internal.get().statement == statement
    assert Prisoner.internal.get().summary == "Held in Shymkent."
    assert "Kostanay" not in Client().get(f"/en/prisoners/{one.slug}/").content.decode()


def test_missing_case_becomes_a_draft_of_a_prisoner(client: Client) -> None:
    PrisonerFactory(slug="yerlan-example")
    row = handed_in(client, kind="case", source="My own eyes")
    desk = at_desk(StaffRole.RESEARCHER)[1]
    refused = desk.post(queue(row), {"do": "accept", "words": WORDS, "name": "Yerlan Example", "country": "Kaz"})
    assert "two capital letters" in refused.content.decode()
    assert not Statement.internal.exists()
    desk.post(queue(row), {"do": "accept", "words": WORDS, "name": "Yerlan Example", "country": "kz"})
    made = Prisoner.internal.get(slug="yerlan-example-2")
    assert (made.state, made.country, made.citations.count()) == (PublicationState.DRAFT, "KZ", 1)
    assert Source.internal.get().url == ""


def test_receipt_shows_the_question_and_takes_the_answer(client: Client) -> None:
    page = send(client).content.decode()
    receipt = urlsplit(page.split('class="break" href="')[1].split('"')[0]).path
    row, desk = Contribution.objects.get(), at_desk(StaffRole.RESEARCHER)[1]
    assert WORDS not in client.get(receipt).content.decode()
    desk.post(queue(row), {"do": "ask", "question": "Which month was it?"})
    assert "Which month was it?" in client.get(receipt).content.decode()
    answer = {"words": "It was May.", "form_token": make_form_token("contribution-answer")}
    assert client.post(receipt, answer).status_code == 200
    assert client.post(receipt, answer).status_code == 400
    row.refresh_from_db()
    assert (row.state, row.answer) == (ContributionState.ANSWERED, "It was May.")
    desk.post(queue(row), {"do": "reject", "reason": "Two papers say otherwise."})
    assert "Two papers say otherwise." in client.get(receipt).content.decode()
    row.delete()
    assert client.get(receipt).status_code == 410


def asked(client: Client, contact: str) -> Contribution:
    """Something that was handed in with that contact, and our question about it."""
    row = handed_in(client, contact=contact)
    at_desk(StaffRole.RESEARCHER)[1].post(queue(row), {"do": "ask", "question": "Which month was it?"})
    return row


@pytest.mark.parametrize("contact", [CONTACT, f"Signal, or mail: <{CONTACT}>."])
def test_question_brings_one_mail_with_the_link_to_the_receipt(client: Client, sink: Sink, contact: str) -> None:
    asked(client, contact)
    for _time in range(2):
        outbox.deliver()
    (mail,) = sink.mails
    text = mail.get_body(("plain",)).get_content()
    assert mail["To"] == CONTACT
    assert all(said not in mail.as_string() for said in ("Which month", WORDS, "Yerlan"))
    link = next(word for word in text.split() if "/l/" in word)
    assert "Which month was it?" in client.get(urlsplit(link).path).content.decode()


@pytest.mark.parametrize("contact", ["", "Signal +7 700 000 00 00", f"{CONTACT} other@people.example", "nurse@"])
def test_question_without_one_mail_address_writes_to_nobody(client: Client, sink: Sink, contact: str) -> None:
    assert asked(client, contact).state == ContributionState.RECEIVED
    outbox.deliver()
    assert not sink.mails
    assert not Supporter.objects.exists()
    assert Contribution.objects.get().state == ContributionState.ASKED


def test_mail_is_not_sent_once_the_question_is_answered_or_the_contact_erased(client: Client, sink: Sink) -> None:
    row = asked(client, CONTACT)
    contributions.answer(row, "It was May.")
    outbox.deliver()
    assert Notification.objects.get().reason == contribution_mails.ANSWERED
    Contribution.objects.update(state=ContributionState.ASKED, contact=None)
    Notification.objects.update(state=NotificationState.QUEUED, next_attempt_at=timezone.now())
    outbox.deliver()
    assert Notification.objects.get().reason == contribution_mails.ERASED
    assert not sink.mails


def told_at_desk(row: Contribution) -> str:
    """What the desk says of the mail."""
    client = Client()
    client.force_login(Staff.objects.get())
    page = client.get(queue(row)).content.decode()
    return page.partition("<dt>Mail with the question</dt><dd>")[2].partition("</dd>")[0]


def test_address_that_wants_no_mail_gets_none(client: Client, sink: Sink) -> None:
    people.leave_in_peace(people.meet(CONTACT), SuppressionReason.COMPLAINT)
    row = asked(client, CONTACT)
    outbox.deliver()
    assert not sink.mails
    assert told_at_desk(row).startswith("It was not sent")


def test_desk_says_what_became_of_the_mail(client: Client, sink: Sink) -> None:
    row = asked(client, CONTACT)
    assert told_at_desk(row) == "It waits to be sent."
    outbox.deliver()
    assert told_at_desk(row) == "It was sent."
    Notification.objects.update(state=NotificationState.FAILED)
    assert told_at_desk(row) == "It could not be delivered."
    Notification.objects.all().delete()
    assert told_at_desk(row) == "Nothing is known of the mail any more."


@pytest.mark.parametrize("contact", ["", "Signal +7 700 000 00 00"])
def test_desk_says_that_nobody_could_be_written_to(client: Client, contact: str) -> None:
    row = asked(client, contact)
    assert told_at_desk(row).startswith("Nobody was written to")
    Contribution.objects.update(question="")
    assert told_at_desk(row) == ""


def test_with_the_contact_goes_what_ties_a_person_to_what_they_handed_in(client: Client) -> None:
    row = asked(client, CONTACT)
    people.confirm(Supporter.objects.get())
    contributions.reject(row, Staff.objects.get(), "Known already.")
    Notification.objects.update(stale_at=timezone.now() + timedelta(days=90))
    retention.purge(timezone.now() + timedelta(days=32))
    assert not Notification.objects.exists()


@pytest.mark.parametrize("sent", [{"do": "reject"}, {"do": "ask"}, {"do": "accept"}])
def test_decision_without_words_is_refused_with_a_sentence(client: Client, sent: dict[str, str]) -> None:
    row = handed_in(client)
    assert at_desk(StaffRole.RESEARCHER)[1].post(queue(row), sent).status_code == 200
    row.refresh_from_db()
    assert row.state == ContributionState.RECEIVED


def test_second_decision_is_refused(client: Client) -> None:
    row, alice = handed_in(client), at_desk(StaffRole.RESEARCHER)[0]
    contributions.reject(row, alice, "Known already.")
    with pytest.raises(ContributionRefused, match="already"):
        contributions.accept(row, alice, WORDS, name="A B", country="KZ")


@pytest.mark.parametrize("role", [StaffRole.PUBLISHER, StaffRole.ORGANISER])
def test_queue_is_closed_to_others(client: Client, role: StaffRole) -> None:
    row, desk = handed_in(client), at_desk(role)[1]
    assert desk.get(queue(row)).status_code == 403
    assert desk.post(queue(row), {"do": "reject", "reason": "x"}).status_code == 403
    assert desk.get("/staff/supporters/contribution/").status_code == 403


def test_steward_reads_and_deletes_but_does_not_decide(client: Client) -> None:
    row, (dora, desk) = handed_in(client), at_desk(StaffRole.STEWARD)
    assert desk.get(queue(row)).status_code == 200
    assert desk.post(queue(row), {"do": "reject", "reason": "x"}).status_code == 403
    with pytest.raises(ContributionRefused):
        contributions.reject(row, dora, "x")


def test_queue_asks_the_same_number_of_queries_for_many(client: Client) -> None:
    one, desk = PrisonerFactory(), at_desk(StaffRole.RESEARCHER)[1]
    for number in range(4):
        send(client, prisoner=one.slug, text=f"{WORDS} {number}")
    assert len(queries_of(desk.get, "/staff/supporters/contribution/")) <= 14
    page = desk.get("/staff/supporters/contribution/").content.decode()
    assert page.count("field-kind") == 4


def test_contact_is_erased_a_month_after_the_decision_and_the_rest_in_half_a_year(client: Client) -> None:
    row, alice = handed_in(client), at_desk(StaffRole.RESEARCHER)[0]
    contributions.reject(row, alice, "Known already.")
    now = timezone.now()
    retention.purge(now + timedelta(days=30))
    assert Contribution.objects.get().contact == CONTACT
    later = now + timedelta(days=32)
    assert retention.purge(later, dry_run=True)["contacts_of_contributions"] == 1
    retention.purge(later)
    assert Contribution.objects.get().contact is None
    retention.purge(now + timedelta(days=182))
    assert not Contribution.objects.exists()


def test_contact_of_what_nobody_decided_is_erased_in_half_a_year(client: Client) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=200)):
        handed_in(client)
    retention.purge(timezone.now())
    row = Contribution.objects.get()
    assert (row.contact, row.text) == (None, WORDS)


def test_first_page_of_the_desk_shows_what_waits_to_researchers_alone(client: Client) -> None:
    row, desk = handed_in(client), at_desk(StaffRole.RESEARCHER)[1]
    assert queue(row) in desk.get("/staff/").content.decode()
    assert queue(row) not in at_desk(StaffRole.PUBLISHER)[1].get("/staff/").content.decode()
    desk.post(queue(row), {"do": "reject", "reason": "Known already."})
    assert queue(row) not in desk.get("/staff/").content.decode()
