"""The desk of the record: Alice enters, Bob publishes, Charlie sees nothing; refusals are errors of the form."""

from typing import Any

import pytest
from django.contrib.admin import site
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prisoners.admin.base import wordings
from prisoners.choices import CustodyKind, SanctionKind, StaffRole
from prisoners.models import (
    Affiliation,
    Case,
    Citation,
    ConfidentialNote,
    Detention,
    Hearing,
    PersonName,
    Prisoner,
    Sanction,
    Staff,
)
from prisoners.services import detentions, hearings, sanctions
from prisoners.services.staff import create_staff
from tests.prisoners import make

pytestmark = pytest.mark.django_db

PAGES = sorted(
    model._meta.model_name or "" for model in site._registry if model._meta.app_label == "prisoners" and model != Staff
)


def at_desk(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff)
    return client


@pytest.fixture
def alice() -> Client:
    return at_desk(make.alice())


@pytest.fixture
def bob() -> Client:
    return at_desk(make.bob())


def steward() -> Staff:
    return create_staff("dora@example.org", [StaffRole.STEWARD], make.PASSWORD, handle="dora")


def url(row: Any, page: str = "change") -> str:
    return f"/staff/prisoners/{row._meta.model_name}/{row.pk}/{page}/"


def sent_by(client: Client, address: str, **changed: Any) -> dict[str, Any]:
    """What a browser would send back from a page, with some boxes changed."""
    context = client.get(address).context
    formsets = [one.formset for one in context["inline_admin_formsets"]]
    forms = [
        context["adminform"].form,
        *(one.management_form for one in formsets),
        *(f for one in formsets for f in one),
    ]
    sent: dict[str, Any] = {}
    for form in forms:
        for box in form:
            _put(sent, box)
    return {**sent, **changed}


def _put(sent: dict[str, Any], box: Any) -> None:
    value = box.value()
    if value is not None and value is not False and value != "":
        sent[box.html_name] = str(value) if not isinstance(value, list) else value


def act(client: Client, row: Any, action: str, **sent: Any) -> str:
    """Choose a row in its list and an action; the page that follows."""
    address = f"/staff/prisoners/{row._meta.model_name}/"
    return client.post(address, {"_selected_action": row.pk, "action": action, **sent}, follow=True).content.decode()


def test_admin_has_every_noun_of_the_record() -> None:
    assert PAGES == [
        "affiliation",
        "batch",
        "case",
        "charge",
        "chargestep",
        "confidentialnote",
        "detention",
        "disagreement",
        "event",
        "figure",
        "hearing",
        "organisation",
        "personname",
        "place",
        "prisoner",
        "sanction",
        "source",
        "statement",
        "statusreport",
        "variant",
    ]


@pytest.mark.parametrize("page", PAGES)
def test_admin_lists_and_forms_open(alice: Client, page: str) -> None:
    prisoner = make.a_prisoner()
    make.cite(hearings.schedule(make.a_case(prisoner), place=make.a_place(), held_on="2030-01-05"))
    assert alice.get(f"/staff/prisoners/{page}/").status_code == 200
    assert alice.get(f"/staff/prisoners/{page}/?q=Yerlan").status_code == 200
    assert alice.get(f"/staff/prisoners/{page}/add/").status_code == 200


def test_list_of_prisoners_needs_as_many_queries_for_three_as_for_one(alice: Client) -> None:
    make.a_prisoner()
    counts = []
    for name in ("Somebody Else", "A Third"):
        with CaptureQueriesContext(connection) as queries:
            assert alice.get("/staff/prisoners/prisoner/").status_code == 200
        counts.append(len(queries))
        make.a_prisoner(name)
    with CaptureQueriesContext(connection) as queries:
        assert "A Third" in alice.get("/staff/prisoners/prisoner/").content.decode()
    assert counts == [len(queries)] * 2


def test_prisoner_is_found_by_any_spelling(alice: Client) -> None:
    wanted = make.a_prisoner("Ерлан Балтабай", slug="yerlan")
    make.a_prisoner("Somebody Else")
    page = alice.get("/staff/prisoners/prisoner/", {"q": "балтабай Erlan"})
    assert list(page.context["cl"].queryset) == [wanted]
    found = alice.get(
        "/staff/autocomplete/",
        {"term": "балтабай", "app_label": "prisoners", "model_name": "sanction", "field_name": "prisoner"},
    )
    assert [one["id"] for one in found.json()["results"]] == [str(wanted.pk)]


@pytest.mark.parametrize(
    ("page", "words", "count"),
    [
        ("hearing", "Балтабаев Ерлан", 1),
        ("hearing", "Yerlan Baltabqi", 1),
        ("hearing", "Saryarka", 1),
        ("hearing", "Somebody Else", 0),
        ("case", "Baltabaj", 1),
        ("confidentialnote", "Baltabaj", 1),
        ("confidentialnote", "Somebody Else", 0),
        ("place", "Актау", 1),
    ],
)
def test_rows_are_found_by_the_spelling_of_a_person_and_by_their_own_words(
    alice: Client, page: str, words: str, count: int
) -> None:
    person, place = make.a_prisoner("Yerlan Baltabai"), make.a_place()
    Hearing.internal.create(case=make.a_case(person), place=place, court="Court of Saryarka", held_on="2031-02-01")
    ConfidentialNote.internal.create(prisoner=person, body="Known to few.")
    shown = alice.get(f"/staff/prisoners/{page}/", {"q": words})
    assert shown.context["cl"].result_count == count


@pytest.mark.parametrize("few", [0, 1000])
def test_search_takes_as_many_queries_for_three_as_for_one_and_finds_all_of_very_many(
    alice: Client, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("prisoners.admin.base.FEW", few)
    person, place = make.a_prisoner("Yerlan Baltabai"), make.a_place()
    case, counts = make.a_case(person), []
    for day in ("2031-02-01", "2031-02-02", "2031-02-03"):
        Hearing.internal.create(case=case, place=place, court="Court of Saryarka", held_on=day)
        with CaptureQueriesContext(connection) as queries:
            shown = alice.get("/staff/prisoners/hearing/", {"q": "SARYARKA"})
        counts.append(len(queries))
    assert shown.context["cl"].result_count == 3
    assert len(set(counts)) == 1


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("Saryarka", ["Saryarka"]), (" SARYARKA", [" SARYARKA"]), ("Актау", ["Актау", "aktau"]), ("!", ["!"])],
)
def test_words_are_looked_for_twice_only_where_that_finds_more(typed: str, asked: list[str]) -> None:
    assert wordings(typed) == asked


def test_alice_enters_a_prisoner_with_the_first_spelling(alice: Client) -> None:
    sent = sent_by(alice, "/staff/prisoners/prisoner/add/", name="Ерлан", slug="yerlan", country="kz")
    assert alice.post("/staff/prisoners/prisoner/add/", sent).status_code == 302
    name = PersonName.internal.get()
    assert (name.text, name.folded, name.prisoner.country) == ("Ерлан", "erlan", "KZ")


def test_court_of_an_appeal_is_not_taken_over_to_the_next_trial_session(alice: Client) -> None:
    case, place = make.a_case(make.a_prisoner()), make.a_place()
    courts = (("2031-02-01", "trial_session", "City court"), ("2031-03-01", "cassation", "Supreme court"))
    for day, kind, court in courts:
        Hearing.internal.create(case=case, place=place, kind=kind, court=court, held_on=day)
    page = "/staff/prisoners/hearing/add/"
    given = [
        alice.get(page, {"case": case.pk, **more}).context for more in ({}, {"kind": "cassation"}, {"kind": "appeal"})
    ]
    assert [one["adminform"].form.initial.get("court") for one in given] == ["City court", "Supreme court", None]


@pytest.mark.parametrize(
    ("stored", "said"),
    [("XXXX-08-04", "4 August, year not known"), ("../2011-12", "before January 2012"), ("2031~", "about 2031")],
)
def test_list_of_the_desk_says_a_partial_date_in_words(alice: Client, stored: str, said: str) -> None:
    Hearing.internal.create(case=make.a_case(make.a_prisoner()), place=make.a_place(), held_on=stored)
    for order in ({}, {"o": "3"}, {"o": "-3"}):
        page = alice.get("/staff/prisoners/hearing/", order).content.decode()
        assert f'<td class="field-held_on">{said}' in page
        assert f">{stored}<" not in page


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
    act(alice, hearing, "publish_rows")
    hearing.refresh_from_db()
    assert hearing.state == "in_review"
    act(bob, hearing, "publish_rows")
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


def test_spelling_beside_a_published_name_is_refused_to_a_researcher(alice: Client) -> None:
    prisoner = make.published(make.a_prisoner())
    sent = sent_by(alice, "/staff/prisoners/personname/add/", prisoner=prisoner.pk, text="Ерлан")
    page = alice.post("/staff/prisoners/personname/add/", sent)
    assert (page.status_code, PersonName.internal.count()) == (200, 1)
    assert "this is for a publisher" in page.content.decode()


def test_overlapping_custody_is_an_error_of_the_form(alice: Client) -> None:
    prisoner = make.a_prisoner()
    detentions.detain(prisoner, kind=CustodyKind.UNKNOWN, started_on="2019-01-01")
    sent = sent_by(alice, "/staff/prisoners/detention/add/", prisoner=prisoner.pk, started_on="2020-01-01")
    page = alice.post("/staff/prisoners/detention/add/", sent)
    assert (page.status_code, Detention.internal.count()) == (200, 1)
    assert "overlaps with another one" in page.content.decode()


def test_two_overlapping_rows_entered_together_are_an_error_and_write_nothing(alice: Client) -> None:
    prisoner = make.a_prisoner()
    rows = {f"detentions-{number}-{name}": value for number in (0, 1) for name, value in _CUSTODY.items()}
    sent = sent_by(alice, url(prisoner), summary="Changed.", **rows, **{"detentions-TOTAL_FORMS": 2})
    page = alice.post(url(prisoner), sent)
    prisoner.refresh_from_db()
    assert (page.status_code, Detention.internal.count(), prisoner.summary) == (200, 0, "")
    assert "overlaps with another one" in page.content.decode()


_CUSTODY = {"kind": CustodyKind.UNKNOWN.value, "started_on": "2020-01-01"}


def test_sanction_that_replaces_itself_is_an_error_of_the_form(alice: Client) -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON)
    page = alice.post(url(sanction), sent_by(alice, url(sanction), replaces=sanction.pk))
    assert page.status_code == 200
    assert "This is the row itself" in page.content.decode()
    assert Sanction.internal.get().replaces is None


def test_sanction_that_ends_before_it_was_imposed_is_an_error_of_the_form(alice: Client) -> None:
    sanction = sanctions.impose(make.a_prisoner(), kind=SanctionKind.PRISON, imposed_on="2019-05")
    page = alice.post(url(sanction), sent_by(alice, url(sanction), ended_on="2018"))
    assert page.status_code == 200
    assert "It would end before it was imposed." in page.content.decode()


def test_hearing_without_place_or_with_an_hour_and_no_day_is_an_error_of_the_form(alice: Client) -> None:
    case, add = make.a_case(make.a_prisoner()), "/staff/prisoners/hearing/add/"
    assert alice.post(add, sent_by(alice, add, case=case.pk, held_on="2030-01-05")).status_code == 200
    sent = sent_by(alice, add, case=case.pk, held_on="2030-01", local_time="10:00", place=make.a_place().pk)
    page = alice.post(add, sent)
    assert "An hour needs the day it belongs to" in page.content.decode()
    assert not Hearing.internal.exists()


def test_place_in_an_unknown_zone_is_an_error_of_the_form(alice: Client) -> None:
    sent = sent_by(alice, "/staff/prisoners/place/add/", name="Aktau", country="KZ", time_zone="Asia/Nowhere")
    page = alice.post("/staff/prisoners/place/add/", sent)
    assert "is not a time zone" in page.content.decode()


def test_figure_without_words_or_numbers_is_an_error_of_the_form(alice: Client) -> None:
    add = "/staff/prisoners/figure/add/"
    assert "A figure needs a number" in alice.post(add, sent_by(alice, add, about="killed")).content.decode()
    upside_down = sent_by(alice, add, about="killed", low=3, high=2)
    assert "above the higher one" in alice.post(add, upside_down).content.decode()


def test_disagreement_about_nothing_is_an_error_of_the_form(alice: Client) -> None:
    add = "/staff/prisoners/disagreement/add/"
    assert "exactly one thing" in alice.post(add, sent_by(alice, add, text="The day.")).content.decode()


def test_prisoner_page_shows_everything_of_the_case(alice: Client) -> None:
    prisoner = make.a_prisoner()
    case = make.a_case(prisoner)
    make.cite(prisoner, make.a_source(title="A long article"))
    Affiliation.internal.create(prisoner=prisoner, role="Lawyer of strikers")
    sanctions.impose(prisoner, kind=SanctionKind.PRISON, articles="Article 164")
    detentions.detain(prisoner, kind=CustodyKind.UNKNOWN, started_on="2011-05-24")
    text = alice.get(url(prisoner)).content.decode()
    for shown in ("A long article", "Lawyer of strikers", "Article 164", "2011-05-24", url(case)):
        assert shown in text


def test_rows_are_entered_and_taken_away_on_the_page_of_the_prisoner(alice: Client) -> None:
    prisoner = make.a_prisoner()
    make.cite(prisoner)
    rows = {
        f"sanctions-0-{name}": value for name, value in {"kind": "fine", "years": 0, "months": 0, "days": 0}.items()
    }
    sent = sent_by(alice, url(prisoner), **rows, **{"sanctions-TOTAL_FORMS": 1, "citations-0-DELETE": "on"})
    assert alice.post(url(prisoner), sent).status_code == 302
    assert (Sanction.internal.get().state, Citation.internal.count()) == ("draft", 0)


def test_history_says_who_changed_what(alice: Client) -> None:
    case = make.a_case(make.a_prisoner())
    alice.post(url(case), sent_by(alice, url(case), number="Nr. 17"))
    text = alice.get(url(case, "history")).content.decode()
    assert Case.internal.get().number == "Nr. 17"
    for shown in ("<td>alice</td>", "number of the case: <ins>Nr. 17</ins>", "command line"):
        assert shown in text


def test_organiser_and_stranger_are_sent_away() -> None:
    for client in (Client(), at_desk(make.charlie())):
        assert client.get("/staff/prisoners/prisoner/").status_code == 302


def test_confidential_notes_are_for_researchers_and_stewards(bob: Client) -> None:
    assert bob.get("/staff/prisoners/confidentialnote/").status_code == 403
    assert at_desk(steward()).get("/staff/prisoners/confidentialnote/add/").status_code == 200


def test_staff_is_read_by_stewards_without_addresses(alice: Client) -> None:
    dora = steward()
    assert alice.get("/staff/prisoners/staff/").status_code == 403
    client = at_desk(dora)
    for address in ("/staff/prisoners/staff/", url(dora)):
        page = client.get(address)
        assert "dora" in page.content.decode()
        assert "example.org" not in page.content.decode()
    assert client.get("/staff/prisoners/staff/add/").status_code == 403


def test_drafts_are_deleted_and_nothing_public(alice: Client, bob: Client) -> None:
    public, draft = make.published(make.a_prisoner()), make.a_prisoner("Somebody Else")
    assert alice.post(url(public, "delete"), {"post": "yes"}).status_code == 403
    assert alice.post(url(draft, "delete"), {"post": "yes"}).status_code == 302
    assert list(Prisoner.internal.all()) == [public]


def test_hearing_that_is_its_own_next_is_an_error_of_the_form(alice: Client) -> None:
    hearing = hearings.schedule(make.a_case(make.a_prisoner()), place=make.a_place(), held_on="2030-01-05")
    page = alice.post(url(hearing), sent_by(alice, url(hearing), next_hearing=hearing.pk))
    assert (page.status_code, "This is the row itself" in page.content.decode()) == (200, True)
    assert Hearing.internal.get().next_hearing is None


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


def test_new_hearing_asks_for_case_day_and_hour_first_and_knows_place_and_court(alice: Client) -> None:
    case = make.a_case(make.a_prisoner())
    place = make.a_place()
    Hearing.internal.create(case=case, place=place, held_on="2026-01-10", court="City court")
    form = alice.get(reverse("admin:prisoners_hearing_add"), {"case": case.pk}).context["adminform"]
    names = [name for _title, options in form.fieldsets for name in options["fields"]]
    assert names[:6] == ["case", "held_on", "local_time", "place", "kind", "court"]
    assert not {"verified_on", "state", "published_at", "revision"} & set(names)
    assert (form.form.initial["place"], form.form.initial["court"]) == (place.pk, "City court")
    for nonsense in ("x", "9" * 40, "-1"):
        assert alice.get(reverse("admin:prisoners_hearing_add"), {"case": nonsense}).status_code == 200


def test_page_of_a_prisoner_leads_to_a_new_hearing_of_each_case(alice: Client) -> None:
    person = make.a_prisoner()
    case = make.a_case(person)
    page = alice.get(reverse("admin:prisoners_prisoner_change", args=[person.pk])).content.decode()
    assert f"{reverse('admin:prisoners_hearing_add')}?case={case.pk}" in page


def test_a_source_says_what_its_key_is(alice: Client) -> None:
    assert "court-news-2026-11" in alice.get(reverse("admin:prisoners_source_add")).content.decode()
