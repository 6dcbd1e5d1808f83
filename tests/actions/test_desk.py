"""The organiser's desk: Anna organises in Vienna, Ben too, Berta in Berlin; nobody sees more than their own."""

import csv
import io
import logging
import zipfile
from collections.abc import Iterator
from datetime import time
from typing import Any

import defusedxml.ElementTree
import pytest
import time_machine
from django.conf import settings
from django.test import Client
from pypdf import PdfReader

from actions.choices import SignUpState
from actions.models import Action, Group, Membership, Report, SignUp
from prisoners.choices import StaffRole
from prisoners.models import Staff
from tests.actions.rows import NOW, make_action, make_group, make_organiser, make_report, make_sign_up, make_supporter
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

ADDRESS = "carol@people.example"


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def berta() -> Staff:
    return make_organiser("berta", make_group("berlin"))


def logged_in(member: Staff) -> Client:
    client = Client()
    client.force_login(member)
    return client


def coming(action: Action, name: str = "Carol", address: str = ADDRESS) -> SignUp:
    return make_sign_up(action, supporter=make_supporter(address, name=name))


PRIVATE = ("", "edit/", "cancel/", "report/", "people/")
WRITING = ("submit/", "publish/", "report/publish/", "attendance/", "export/")


def test_desk_asks_everybody_to_log_in(client: Client, vienna: Group) -> None:
    action = make_action(group=vienna)
    for path in ("", "new/", *(f"actions/{action.slug}/{page}" for page in PRIVATE)):
        response = client.get(f"/en/desk/{path}")
        assert response.status_code == 302
        assert response["Location"].startswith("/en/desk/log-in/")
    for page in WRITING:
        assert client.post(f"/en/desk/actions/{action.slug}/{page}").status_code == 302


def test_log_in_opens_the_desk_and_log_out_closes_it(anna: Staff) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get("/en/desk/log-in/")
    assert page["Cache-Control"].count("no-store") == 1
    # Under "no-referrer" a browser would send "Origin: null" and be refused.
    assert page["Referrer-Policy"] == "same-origin"
    sent = {"username": "anna", "password": "correct horse battery"}
    assert client.post("/en/desk/log-in/", sent).status_code == 403
    sent["csrfmiddlewaretoken"] = page.context["csrf_token"]
    origin = {"Origin": settings.SITE_ORIGIN}
    assert client.post("/en/desk/log-in/", sent, headers=origin)["Location"] == "/en/desk/"
    desk = client.get("/en/desk/")
    assert desk.status_code == 200 and "no-store" in desk["Cache-Control"]
    token = {"csrfmiddlewaretoken": desk.context["csrf_token"]}
    assert client.post("/en/desk/log-out/", token).status_code == 302
    assert client.get("/en/desk/").status_code == 302


def test_log_in_refuses_a_wrong_password(client: Client, anna: Staff) -> None:
    response = client.post("/en/desk/log-in/", {"username": "anna", "password": "wrong"})
    assert response.status_code == 200
    assert client.get("/en/desk/").status_code == 302


def test_organiser_sees_who_comes_by_name_and_never_an_address(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna)
    coming(action)
    make_sign_up(action, supporter=make_supporter(name="WAITS"), state=SignUpState.UNCONFIRMED)
    make_sign_up(action, supporter=make_supporter(name="LEFT"), state=SignUpState.WITHDRAWN)
    client = logged_in(anna)
    for page in ("", "people/"):
        text = client.get(f"/en/desk/actions/{action.slug}/{page}").content.decode()
        assert "Carol" in text
        assert not [word for word in (ADDRESS, "WAITS", "LEFT") if word in text]


def test_organiser_of_another_group_finds_nothing_at_all(vienna: Group, berta: Staff) -> None:
    action = make_action(group=vienna, title="SECRET", state="draft", held_on="2026-11-30")
    row = coming(action)
    client = logged_in(berta)
    assert "SECRET" not in client.get("/en/desk/").content.decode()
    missing = client.get("/en/desk/actions/there-is-none/").content
    for page in PRIVATE:
        response = client.get(f"/en/desk/actions/{action.slug}/{page}")
        assert (response.status_code, response.content) == (404, missing)
    for page in WRITING:
        sent = {"sign_up": str(row.pk), "came": "yes"}
        assert client.post(f"/en/desk/actions/{action.slug}/{page}", sent).status_code == 404
    row.refresh_from_db()
    assert row.attended is None


def test_organiser_who_was_removed_sees_nothing_on_the_next_request(vienna: Group, anna: Staff) -> None:
    action, client = make_action(group=vienna), logged_in(anna)
    assert client.get(f"/en/desk/actions/{action.slug}/").status_code == 200
    Membership.objects.all().delete()
    assert client.get(f"/en/desk/actions/{action.slug}/").status_code == 404


def test_desk_makes_submits_and_publishes_with_four_eyes(vienna: Group, anna: Staff, ben: Staff) -> None:
    client = logged_in(anna)
    sent = {
        "group": vienna.pk,
        "title": "Picket",
        "kinds": ["picket"],
        "held_on": "2026-12-16",
        "local_time": "18:00",
        "address_visibility": "everybody",
    }
    response = client.post("/en/desk/new/", sent)
    action = Action.internal.get()
    assert response["Location"] == f"/en/desk/actions/{action.slug}/"
    assert (action.time_zone, action.country, action.state) == ("Europe/Vienna", "AT", "draft")
    client.post(f"/en/desk/actions/{action.slug}/submit/")
    text = client.post(f"/en/desk/actions/{action.slug}/publish/", follow=True).content.decode()
    assert "second person" in text and 'data-tone="bad"' in text
    assert not Action.public.exists()
    action.refresh_from_db()
    logged_in(ben).post(f"/en/desk/actions/{action.slug}/publish/", {"seen": action.version})
    assert Action.public.exists()


def test_desk_offers_no_group_of_others(vienna: Group, berta: Staff) -> None:
    sent = {"group": vienna.pk, "title": "X", "kinds": ["picket"], "held_on": "2026-12-16"}
    response = logged_in(berta).post("/en/desk/new/", {**sent, "address_visibility": "everybody"})
    assert response.status_code == 400
    assert not Action.internal.exists()


def test_desk_edits_and_refuses_an_end_before_the_beginning(vienna: Group, anna: Staff) -> None:
    action, client = make_action(group=vienna), logged_in(anna)
    address = f"/en/desk/actions/{action.slug}/edit/"
    page = client.get(address)
    assert 'value="2026-12-16"' in page.content.decode() and 'value="18:00"' in page.content.decode()
    sent = {
        "title": "Picket",
        "kinds": ["picket", "vigil"],
        "held_on": "2026-12-16",
        "local_time": "17:00",
        "local_end_time": "19:00",
        "time_zone": "Europe/Vienna",
        "address_visibility": "everybody",
    }
    refused = client.post(address, {**sent, "local_end_time": "16:00"})
    assert (refused.status_code, "ends before it begins" in refused.content.decode()) == (400, True)
    past = client.post(address, {**sent, "local_end_time": "02:00", "ends_on": "2026-12-17"})
    action.refresh_from_db()
    assert (past.status_code, str(action.ends_at)) == (302, "2026-12-17 01:00:00+00:00")
    assert 'value="2026-12-17"' in client.get(address).content.decode()
    assert client.post(address, sent).status_code == 302
    action.refresh_from_db()
    assert (str(action.local_time), action.revision, action.kinds) == ("17:00:00", 2, ["picket", "vigil"])


@pytest.mark.parametrize("day", ["9999-12-31", "0999-06-01"])
def test_desk_refuses_a_day_of_no_year_of_the_record(vienna: Group, anna: Staff, day: str) -> None:
    action = make_action(group=vienna)
    client, sent = logged_in(anna), {"title": "A vigil", "kinds": ["picket"], "held_on": day, "group": vienna.pk}
    for path in (f"actions/{action.slug}/edit", f"actions/{action.slug}/clone", "new", "days/new"):
        page = client.post(f"/en/desk/{path}/", sent)
        assert (page.status_code, "not a day such as" in page.content.decode()) == (400, True), path
    assert Action.internal.get().held_on == action.held_on


@pytest.mark.parametrize(
    ("hours", "is_told"),
    [
        ({"local_time": time(2, 30)}, True),
        ({"local_time": time(1), "local_end_time": time(2, 15)}, True),
        ({"local_time": time(1), "local_end_time": time(3)}, False),
        ({"local_time": None, "local_end_time": None}, False),
    ],
    ids=["begin", "end", "once", "no hour"],
)
def test_desk_says_which_of_two_hours_is_taken_where_the_clock_shows_it_twice(
    vienna: Group, anna: Staff, hours: dict[str, Any], is_told: bool
) -> None:
    action = make_action(group=vienna, time_zone="Europe/Vienna", held_on="2027-10-31", **hours)
    page = logged_in(anna).get(f"/en/desk/actions/{action.slug}/").content.decode()
    assert ("The first time is meant (UTC+2), not the second (UTC+1)" in page) == is_told


def test_desk_says_which_cookies_it_sets_and_the_site_that_it_sets_none(anna: Staff) -> None:
    none = "No cookies, no counting of visitors"
    assert none in Client().get("/en/actions/").content.decode()
    for page in (Client().get("/en/desk/log-in/"), logged_in(anna).get("/en/desk/")):
        assert (none in page.content.decode(), "cookies that keep you logged in" in page.content.decode()) == (
            False,
            True,
        )


def test_each_desk_leads_whoever_belongs_to_the_other(vienna: Group, anna: Staff) -> None:
    knocking = Client().get("/staff/login/").content.decode()
    assert 'href="/en/desk/log-in/">To the organisers’ desk' in knocking
    way = 'href="/staff/">To the researchers’ desk'
    assert way not in logged_in(anna).get("/en/desk/").content.decode()
    assert way in logged_in(make.staff("rosa", StaffRole.RESEARCHER)).get("/en/desk/").content.decode()


def test_desk_cancels_with_a_reason(vienna: Group, anna: Staff) -> None:
    action, client = make_action(group=vienna), logged_in(anna)
    address = f"/en/desk/actions/{action.slug}/cancel/"
    assert client.post(address, {"reason": " "}).status_code == 400
    assert client.post(address, {"reason": "Storm"}).status_code == 302
    assert client.post(address, {"reason": "Storm"}).status_code == 400
    action.refresh_from_db()
    assert action.cancellation_reason == "Storm"


def test_desk_logs_the_picket_in_one_form(vienna: Group, anna: Staff, ben: Staff) -> None:
    action = make_action(group=vienna, held_on="2026-11-30")
    address = f"/en/desk/actions/{action.slug}/report/"
    client = logged_in(anna)
    sent = {"turnout_low": "20", "turnout_high": "10", "counted_by_kind": "organiser"}
    assert client.get(address).status_code == 200
    assert client.post(address, sent).status_code == 400
    assert client.post(address, {**sent, "turnout_high": "30"}).status_code == 302
    seen = {"seen": Report.internal.get().version}
    client.post(f"{address}publish/", seen)
    assert not Report.public.exists()
    logged_in(ben).post(f"{address}publish/", seen)
    assert Report.public.get().turnout_low == 20


def test_second_person_sees_the_whole_report_before_publishing_it(vienna: Group, anna: Staff, ben: Staff) -> None:
    action = make_action(group=vienna, held_on="2026-11-30")
    words = " ".join(f"word{number}" for number in range(40))
    sent = {
        "turnout_low": "20",
        "turnout_high": "31",
        "counted_by_kind": "organiser",
        "text": words,
        "arrests": "3",
        "arrests_counted_by": "anna",
        "police_measures": "Kettled us.",
        "press_links": "https://press.example/picket",
    }
    address = f"/en/desk/actions/{action.slug}/"
    assert logged_in(anna).post(f"{address}report/", sent).status_code == 302
    page = logged_in(ben).get(address).content.decode()
    assert "Publish the report" in page
    for one in ("20–31", words, "<dt>Arrests</dt><dd>3", "Kettled us.", "press.example/picket"):
        assert one in page


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ({"turnout_low": 40}, "at least 40"),
        ({"turnout_high": 1200}, "at most 1,200"),
        ({"turnout_low": 5, "turnout_high": 5}, "5"),
    ],
)
def test_desk_says_a_turnout_in_words_where_one_bound_is_known(
    vienna: Group, anna: Staff, counted: dict[str, int], said: str
) -> None:
    action = make_action(group=vienna, held_on="2026-11-30")
    make_report(action, **{"turnout_low": None, "turnout_high": None, **counted})
    assert (
        f"<dt>Turnout</dt><dd>{said}</dd>" in logged_in(anna).get(f"/en/desk/actions/{action.slug}/").content.decode()
    )


def test_desk_says_that_there_is_no_report_to_publish(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna)
    response = logged_in(anna).post(f"/en/desk/actions/{action.slug}/report/publish/", follow=True)
    assert "There is no report yet." in response.content.decode()


@pytest.mark.parametrize(("came", "noted"), [("yes", True), ("no", False), ("", None)])
def test_check_in_notes_who_came(vienna: Group, anna: Staff, came: str, noted: bool | None) -> None:
    action = make_action(group=vienna, held_on="2026-12-01")
    row = make_sign_up(action, attended=not noted)
    sent = {"sign_up": str(row.pk), "came": came}
    assert logged_in(anna).post(f"/en/desk/actions/{action.slug}/attendance/", sent).status_code == 302
    row.refresh_from_db()
    assert row.attended is noted


def test_check_in_is_refused_days_before_the_action(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna)
    row = make_sign_up(action)
    sent = {"sign_up": str(row.pk), "came": "yes"}
    page = logged_in(anna).post(f"/en/desk/actions/{action.slug}/attendance/", sent, follow=True)
    row.refresh_from_db()
    assert ("Nobody can have come yet" in page.content.decode(), row.attended) == (True, None)


def test_report_that_counts_fewer_at_most_than_at_least_is_refused_in_words(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna, held_on="2026-11-30")
    sent = {"turnout_low": "30", "turnout_high": "12", "counted_by_kind": "organiser"}
    page = logged_in(anna).post(f"/en/desk/actions/{action.slug}/report/", sent)
    assert page.status_code == 400
    assert "The turnout “at least” is higher than “at most”." in page.content.decode()


def test_desk_tells_how_many_wait_for_a_place(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna, capacity=1)
    make_sign_up(action)
    make_sign_up(action, state=SignUpState.WAITING, waiting_number=1)
    make_sign_up(action, state=SignUpState.OFFERED, waiting_number=2, offered_until=NOW)
    page = logged_in(anna).get(f"/en/desk/actions/{action.slug}/").content.decode()
    assert "2 people wait for a place. 1 place is offered and not taken yet." in page


def test_check_in_refuses_people_of_other_actions_and_nonsense(vienna: Group, anna: Staff) -> None:
    action, other = make_action(group=vienna), make_sign_up(make_action())
    address = f"/en/desk/actions/{action.slug}/attendance/"
    for sent in ({"sign_up": str(other.pk), "came": "yes"}, {"sign_up": "x"}, {"sign_up": str(other.pk), "came": "?"}):
        assert "sign-up" in logged_in(anna).post(address, sent, follow=True).content.decode()
    other.refresh_from_db()
    assert other.attended is None


def test_export_is_a_recorded_post_in_which_nothing_is_a_formula(
    vienna: Group, anna: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    action = make_action(group=vienna)
    coming(action, name='=HYPERLINK("https://evil.example")')
    coming(action, name="+43", address="dora@people.example")
    client = logged_in(anna)
    address = f"/en/desk/actions/{action.slug}/export/"
    assert client.get(address).status_code == 405
    with caplog.at_level(logging.INFO, "security"):
        response = client.post(address)
    assert response["Cache-Control"].count("no-store") == 1
    assert response["Content-Disposition"] == f'attachment; filename="action-{action.pk}.csv"'
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["Name", "'+43", '\'=HYPERLINK("https://evil.example")']
    assert rows[2][1] == ADDRESS
    assert "exported by anna: 2 rows" in caplog.text
    assert "@" not in caplog.text


def test_list_to_print_with_addresses_is_recorded_like_an_export(
    vienna: Group, anna: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    action = make_action(group=vienna)
    coming(action)
    client = logged_in(anna)
    assert ADDRESS not in client.get(f"/en/desk/actions/{action.slug}/people/").content.decode()
    with caplog.at_level(logging.INFO, "security"):
        response = client.post(f"/en/desk/actions/{action.slug}/export/", {"as": "paper"})
    assert ADDRESS in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "exported by anna: 1 rows" in caplog.text
    assert "@" not in caplog.text


def test_list_is_taken_as_a_sheet_of_which_no_cell_is_a_formula(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna, title="Picket & <vigil>")
    coming(action, name="=1+1 <b>&\x00")
    response = logged_in(anna).post(f"/en/desk/actions/{action.slug}/export/", {"as": "ods"})
    assert response["Content-Disposition"].endswith('.ods"')
    with zipfile.ZipFile(io.BytesIO(response.content)) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert package.read("mimetype").decode() == response["Content-Type"]
        sheet = defusedxml.ElementTree.fromstring(package.read("content.xml"))
        defusedxml.ElementTree.fromstring(package.read("META-INF/manifest.xml"))
    cells = [one for one in sheet.iter() if one.tag.endswith("}table-cell")]
    assert {value for one in cells for value in one.attrib.values()} == {"string"}
    texts = ["".join(one.itertext()) for one in cells]
    assert texts[5:7] == ["=1+1 <b>&", ADDRESS]


def test_list_is_taken_as_a_pdf_with_every_name_and_address(vienna: Group, anna: Staff) -> None:
    action = make_action(group=vienna)
    for number in range(60):
        coming(action, name=f"Айгерім {number} #*_$", address=f"{number}.a_b@people.example")
    response = logged_in(anna).post(f"/en/desk/actions/{action.slug}/export/", {"as": "pdf"})
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
    assert "no-store" in response["Cache-Control"]
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)
    for number in range(60):
        assert f"Айгерім {number} #*_$" in text
        assert f"{number}.a_b@people.example" in text


@pytest.mark.parametrize("name", ["Anna 🦄", "李", "a\x07b"], ids=["emoji", "chinese", "control"])
def test_list_is_taken_in_each_form_whatever_name_is_on_it(vienna: Group, anna: Staff, name: str) -> None:
    action, client = make_action(group=vienna), logged_in(anna)
    coming(action, name=name)
    for form in ("csv", "ods", "pdf"):
        response = client.post(f"/en/desk/actions/{action.slug}/export/", {"as": form})
        assert (response.status_code, b"\x07" in response.content and form == "csv") == (200, False)


def test_list_in_another_form_is_refused_and_not_said_to_have_left(
    vienna: Group, anna: Staff, caplog: pytest.LogCaptureFixture
) -> None:
    action = make_action(group=vienna)
    coming(action)
    with caplog.at_level(logging.INFO, "security"):
        page = logged_in(anna).post(f"/en/desk/actions/{action.slug}/export/", {"as": "exe"}, follow=True)
    assert "CSV, ODS or PDF" in page.content.decode()
    assert "exported" not in caplog.text


def test_desk_has_no_more_queries_for_three_people_than_for_one(vienna: Group, anna: Staff) -> None:
    action, client = make_action(group=vienna), logged_in(anna)
    counts = []
    for name in ("one", "two", "three"):
        coming(action, name=name, address=f"{name}@people.example")
        counts.append(len(queries_of(client.get, f"/en/desk/actions/{action.slug}/")))
    assert counts[0] == counts[1] == counts[2]
