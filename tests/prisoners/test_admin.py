"""The desk of the record: what it shows to whom, and what it knows before one has typed it."""

import re
from datetime import time

import pytest
from django.contrib.admin import site
from django.test import Client
from django.urls import reverse

from prisoners.admin.people import PrisonerAdmin
from prisoners.choices import CustodyKind, SanctionKind, StaffRole
from prisoners.models import Affiliation, Case, Citation, Hearing, PersonName, Prisoner, Sanction, Staff
from prisoners.publication import publish
from prisoners.services import detentions, hearings, sanctions
from prisoners.services.staff import create_staff
from tests.prisoners import make
from tests.prisoners.desk import at_desk, sent_by, url
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PAGES = sorted(
    model._meta.model_name or "" for model in site._registry if model._meta.app_label == "prisoners" and model != Staff
)


def steward() -> Staff:
    return create_staff("dora@example.org", [StaffRole.STEWARD], make.PASSWORD, handle="dora")


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
        "eventlink",
        "figure",
        "hearing",
        "involvement",
        "official",
        "officialspelling",
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
    counts = []
    for name in ("Yerlan Baltabai", "Somebody Else", "A Third"):
        make.a_prisoner(name)
        counts.append(len(queries_of(alice.get, "/staff/prisoners/prisoner/")))
    assert "A Third" in alice.get("/staff/prisoners/prisoner/").content.decode()
    assert counts == [counts[0]] * 3


def test_pages_of_a_list_need_as_many_queries_wherever_they_lie(alice: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PrisonerAdmin, "list_per_page", 1)
    names = ["Anna One", "Boris Two", "Vera Three"]
    for name in names:
        make.a_prisoner(name)
    shown, counts = [], []
    for page in (1, 2, 3):
        address = f"/staff/prisoners/prisoner/?p={page}"
        counts.append(len(queries_of(alice.get, address)))
        shown += [one.name for one in alice.get(address).context["cl"].result_list]
    assert shown == names
    assert counts == counts[:1] * 3


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


@pytest.mark.parametrize("hour", [time(10, 30), None])
def test_page_of_a_hearing_says_when_it_begins_only_where_the_hour_is_known(alice: Client, hour: time | None) -> None:
    case, place = make.a_case(make.a_prisoner()), make.a_place()
    held = hearings.schedule(case, place=place, held_on="2031-02-03", local_time=hour)
    form = alice.get(reverse("admin:prisoners_hearing_change", args=[held.pk])).context["adminform"]
    begins = form.model_admin.begins(held)
    assert ("10:30" in begins, begins == "") == (hour is not None, hour is None)


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


def test_history_names_the_staff_whom_a_row_names(alice: Client) -> None:
    prisoner = make.a_prisoner()
    make.cite(prisoner)
    publish(prisoner, make.staff("paula", StaffRole.PUBLISHER), trusted=True)
    text = alice.get(url(prisoner, "history")).content.decode()
    assert "published by: <ins>paula</ins>" in text
    assert str(prisoner.published_by_id) not in text


def test_address_in_links_is_made_of_a_name_in_any_script_where_none_is_typed(alice: Client) -> None:
    add = "/staff/prisoners/prisoner/add/"
    for _time in range(2):
        sent = sent_by(alice, add, name="王小明", country="CN", slug="")
        assert alice.post(add, sent).status_code == 302
    assert sorted(Prisoner.internal.values_list("slug", flat=True)) == ["wangxiaoming", "wangxiaoming-2"]
    shown = alice.post(add, sent_by(alice, add, name="", country="CN", slug="")).context["adminform"].form
    assert list(shown.errors) == ["name"]
    first = Prisoner.internal.get(slug="wangxiaoming")
    assert "slug" in alice.post(url(first), sent_by(alice, url(first), slug="")).context["adminform"].form.errors


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


def test_new_hearing_asks_for_case_day_and_hour_first_and_knows_place_and_court(alice: Client) -> None:
    case = make.a_case(make.a_prisoner())
    place = make.a_place()
    Hearing.internal.create(case=case, place=place, held_on="2026-01-10", court="City court")
    form = alice.get(reverse("admin:prisoners_hearing_add"), {"case": case.pk}).context["adminform"]
    names = [name for _title, options in form.fieldsets for name in options["fields"]]
    assert names[:7] == ["case", "held_on", "local_time", "is_second_hour", "place", "kind", "court"]
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


def test_list_of_all_kinds_beside_a_page_is_that_of_the_roles_and_says_where_one_is(alice: Client, bob: Client) -> None:
    def beside(client: Client, kind: str, language: str = "en") -> tuple[list[str], bool, bool]:
        page = client.get(f"/staff/prisoners/{kind}/", headers={"accept-language": language}).content.decode()
        shown = page.partition('id="nav-sidebar"')[2].partition("</nav>")[0]
        here = re.findall(r'class="model-(\w+) current-model"', shown)
        return here, 'href="/staff/prisoners/hearing/add/"' in shown, ">Hearings<" in shown

    for _time in range(2):
        assert beside(alice, "hearing") == (["hearing"], True, True)
        assert beside(alice, "case") == (["case"], True, True)
        assert beside(bob, "case") == (["case"], False, True)
        assert beside(bob, "case", "ru") == (["case"], False, False)


def test_boxes_of_the_table_of_citations_name_themselves(alice: Client) -> None:
    prisoner = make.a_prisoner()
    make.cite(prisoner)
    page = alice.get(url(prisoner)).content.decode()
    named = r'<(?:select|input)[^>]*name="citations-0-(source|locator|DELETE)"[^>]* aria-label="\w'
    assert set(re.findall(named, page)) == {"DELETE", "locator", "source"}


def test_first_page_leads_back_to_what_one_wrote_last_and_to_nothing_of_others(alice: Client, bob: Client) -> None:
    assert "What you wrote last" not in alice.get("/staff/").content.decode()
    sent = sent_by(alice, "/staff/prisoners/place/add/", name="Court of Aktau", kind="court", country="KZ")
    alice.post("/staff/prisoners/place/add/", {**sent, "time_zone": "Asia/Aqtau"})
    pages = [client.get("/staff/").content.decode() for client in (alice, bob)]
    assert ["What you wrote last" in page for page in pages] == [True, False]
    assert ">Court of Aktau</a>" in pages[0]


def test_address_of_a_new_case_writes_itself_from_the_title_and_that_of_an_old_one_does_not(alice: Client) -> None:
    assert "#id_slug" in alice.get("/staff/prisoners/case/add/").content.decode()
    case = Case.internal.create(slug="oil", title="Oil workers", country="KZ")
    assert "#id_slug" not in alice.get(url(case)).content.decode()
