"""Importing at the desk: handed over, looked at, confirmed, taken back; nothing is written before."""

import io
import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from prisoners import publication
from prisoners.choices import ConsentGround, StaffRole
from prisoners.importing import waiting
from prisoners.models import Affiliation, Batch, Detention, Organisation, Prisoner, Sanction, Staff
from prisoners.services.staff import create_staff
from tests.prisoners import make
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

ADD = "/staff/prisoners/batch/add/"
GOOD = "Name;Country;Sentence;Source\nYerlan Example;KZ;7 years;https://press.example/a\n"


def hand_over(client: Client, text: str | bytes, name: str = "list.csv") -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(ADD, {"file": SimpleUploadedFile(name, data)})


def looked_at(client: Client, text: str | bytes, name: str = "list.csv") -> tuple[str, str]:
    """The address of the page of a file, and the page."""
    address = hand_over(client, text, name)["Location"]
    return address, client.get(address).content.decode()


def confirm(client: Client, address: str, page: str, **sent: str) -> Any:
    fingerprint = re.search(r'name="fingerprint" value="(\w+)"', page)
    assert fingerprint
    return client.post(address, {"do": "import", "fingerprint": fingerprint[1], **sent}, follow=True)


def test_nothing_is_written_before_it_is_confirmed_and_no_file_lies_open(alice: Client) -> None:
    _address, page = looked_at(alice, GOOD)
    assert "Yerlan Example" in page
    assert "new: 1" in page
    assert not Prisoner.internal.exists()
    files = [path for path in Path(django_settings.PRIVATE_DIR).rglob("*") if path.is_file()]
    assert [b"Yerlan" in path.read_bytes() for path in files] == [False]


@pytest.mark.parametrize(
    ("headings", "unread"), [("Name;Country;Blood group;Shoe size", "Blood group; Shoe size"), ("Name;Country", "")]
)
def test_page_says_of_which_columns_nothing_is_read(alice: Client, headings: str, unread: str) -> None:
    _address, page = looked_at(alice, f"{headings}\nYerlan Example;KZ{';44' * headings.count(';')}\n")
    found = re.findall(r"<li>Nothing is read of these columns: ([^.]*)\.", page)
    assert found == ([unread] if unread else [])


def test_confirmed_file_is_written_as_drafts_and_taken_back_as_a_whole(alice: Client) -> None:
    address, page = looked_at(alice, GOOD)
    done = confirm(alice, address, page).content.decode()
    batch = Batch.internal.get()
    assert "Take back the whole import" in done
    assert (Prisoner.internal.get().name, batch.imported_by.handle) == ("Yerlan Example", "alice")  # type: ignore[union-attr]
    assert not Prisoner.public.exists()
    assert alice.get(address).status_code == 302
    alice.post(f"/staff/prisoners/batch/{batch.pk}/change/")
    assert not Prisoner.internal.exists()
    again = alice.post(f"/staff/prisoners/batch/{batch.pk}/change/").content.decode()
    assert "taken back already" in again


def test_import_is_not_taken_back_when_somebody_edited_since(alice: Client) -> None:
    address, page = looked_at(alice, GOOD)
    confirm(alice, address, page)
    Sanction.internal.get().save()
    page = alice.post(f"/staff/prisoners/batch/{Batch.internal.get().pk}/change/").content.decode()
    assert "changed after the import" in page
    assert Prisoner.internal.exists()


def test_columns_can_be_said_to_mean_something_else(alice: Client) -> None:
    address, page = looked_at(alice, "Who;When;Land\nYerlan Example;04/05/2017;KZ\n")
    assert "No heading is known to hold names" in page
    sent = {"map:Who": "names", "map:When": "custody_started_on", "how:When": "mdy", "map:Land": "country"}
    page = alice.post(address, {"do": "look", **sent}).content.decode()
    confirm(alice, address, page, **sent)
    assert str(Prisoner.internal.get().detentions.get().started_on) == "2017-04-05"


def test_refused_row_is_shown_with_row_column_and_reason_and_stops_the_rest(alice: Client) -> None:
    address, page = looked_at(alice, "Name;Country;Born\nYerlan Example;KZ;\nIvan Petrov;KZ;31.04.1980\n")
    assert all(said in page for said in ("Born", "31.04.1980", "30 April 1980"))
    assert all(said in page for said in ("refused: 1", "Refused, for 1 reason<"))
    assert "Some rows are refused" in confirm(alice, address, page).content.decode()
    assert not Prisoner.internal.exists()
    confirm(alice, address, page, skip_refused="on")
    assert [one.name for one in Prisoner.internal.all()] == ["Yerlan Example"]


@pytest.mark.parametrize(("said", "people"), [("", 1), ("new", 2), ("yerlan-example", 1), ("skip", 1)])
def test_likely_the_same_person_is_chosen_for_each_row(alice: Client, said: str, people: int) -> None:
    make.a_prisoner()
    address, page = looked_at(alice, "Name;Country;Sentence\nErlan Example;KZ;7 years\nAnna Other;KZ;\n")
    assert "the same as Yerlan Example (yerlan-example)" in page
    sent = {"row:!2": said}
    page = alice.post(address, {"do": "look", **sent}).content.decode()
    confirm(alice, address, page, **sent)
    assert Prisoner.internal.count() == people + 1
    assert Sanction.internal.filter(prisoner__slug="yerlan-example").exists() is (said == "yerlan-example")


@pytest.mark.parametrize(("said", "people"), [("", 1), ("new", 2), ("row:Held!2", 1)], ids=["", "new", "the same"])
def test_same_man_on_two_sheets_is_asked_about_and_comes_in_as_said(alice: Client, said: str, people: int) -> None:
    book = Workbook()
    for sheet in (book.active, book.create_sheet("Free")):
        sheet.append(["Name", "Country", "Sentence"])
        sheet.append(["Erlan Example", "KZ", "7 years"])
    book.worksheets[0].title = "Held"
    data = io.BytesIO()
    book.save(data)
    address, page = looked_at(alice, data.getvalue(), "two.xlsx")
    assert "the same as Erlan Example (row 2 of “Held”)" in page
    assert 'value="row:Held!2"' in page
    sent = {"row:Free!2": said}
    page = alice.post(address, {"do": "look", **sent}).content.decode()
    assert "errornote" not in page
    confirm(alice, address, page, **sent)
    assert Prisoner.internal.count() == people


def test_changed_cell_is_shown_with_old_and_new(alice: Client) -> None:
    address, page = looked_at(alice, GOOD)
    confirm(alice, address, page)
    address, page = looked_at(alice, GOOD.replace("7 years", "8 years"))
    assert re.search(r"<del>7</del> → <ins>8</ins>", page)
    confirm(alice, address, page)
    assert Sanction.internal.get().years == 8


def test_file_that_says_nothing_new_cannot_be_written(alice: Client) -> None:
    address, page = looked_at(alice, GOOD)
    confirm(alice, address, page)
    address, page = looked_at(alice, GOOD)
    assert "unchanged: 1" in page
    assert 'value="import"' not in page
    confirm(alice, address, page)
    assert Batch.internal.count() == 1


def test_row_that_says_nothing_new_is_shown_as_unchanged(alice: Client) -> None:
    affiliation = Affiliation.internal.create(
        prisoner=make.a_prisoner(),
        role="named with this organisation",
        organisation=Organisation.objects.create(name="A union", slug="a-union"),
    )
    heads = "slug;role_organisation"
    _address, page = looked_at(alice, f"{heads}\nyerlan-example;{affiliation.organisation}\n")
    assert "<summary>unchanged: 1</summary>" in page
    assert "Row 2: <bdi>Yerlan Example</bdi>" in page


def test_what_was_read_of_a_new_row_and_whom_it_may_be_is_shown(alice: Client) -> None:
    prisoner = make.a_prisoner()
    sheet = "Name;Country;Sentence;Arrested on\nErlan Example;KZ;;\nAnna Other;KZ;14y;April 2022\n"
    _address, page = looked_at(alice, sheet)
    assert f'<a href="/staff/prisoners/prisoner/{prisoner.pk}/change/"' in page
    new = page[page.index("What was read") :]
    assert "<li>Sentence: years: 14, " in new
    assert "<li>Arrested on: in April 2022</li>" in new


def test_refused_cell_leads_to_its_column(alice: Client) -> None:
    _address, page = looked_at(alice, "Name;Country;Born\nIvan Petrov;KZ;31.04.1980\n")
    assert '<a href="#column-3">Born</a>' in page
    assert '<tr id="column-3"><th scope="row" dir="auto">Born</th>' in page


def test_what_changed_since_the_look_is_not_written_over(alice: Client) -> None:
    address, page = looked_at(alice, GOOD)
    make.a_prisoner()
    again = confirm(alice, address, page).content.decode()
    assert "please look again" in again
    assert not Batch.internal.exists()


def _zeros() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()[:400]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("list.xlsx", _zeros(), "cut off or damaged"),
        ("list.xlsx", b"Name\nA\n", "no workbook"),
        ("list.pdf", b"%PDF", "Only .csv"),
        ("list.csv", b"", "empty"),
        ("list.csv", b"Name\nA\0B\n", "zero bytes"),
        ("list.csv", b"Name\n" + b"x" * 20_001, "longer than 20000"),
        ("list.csv", b"Name\n" + b"x\n" * 20_001, "split it into files of fewer, each with the headings"),
    ],
    ids=["zeros", "no workbook", "pdf", "empty", "zero bytes", "long cell", "many rows"],
)
def test_hostile_file_is_refused_with_one_sentence_and_not_kept(
    alice: Client, name: str, data: bytes, reason: str
) -> None:
    page = hand_over(alice, data, name)
    assert page.status_code == 200
    assert reason in page.content.decode()
    assert not list(Path(django_settings.PRIVATE_DIR).rglob("imports/*"))


def test_large_bodies_are_taken_here_alone_and_only_when_logged_in(alice: Client) -> None:
    lines = "".join(f"Person{number} Family{number};KZ;{'x' * 300}\n" for number in range(4_000))
    big = SimpleUploadedFile("list.csv", f"Name;Country;Colour\n{lines}".encode())
    assert big.size > django_settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    assert alice.post(ADD, {"file": big}).status_code == 302
    big.seek(0)
    assert Client().post(ADD, {"file": big}).status_code == 413
    big.seek(0)
    assert alice.post("/staff/prisoners/prisoner/add/", {"file": big}).status_code == 413
    huge = SimpleUploadedFile("list.csv", b"x" * 10_600_000)
    assert alice.post(ADD, {"file": huge}).status_code == 413


def test_file_is_for_whoever_handed_it_over_and_for_a_day(alice: Client) -> None:
    address, _page = looked_at(alice, GOOD)
    carol = Client()
    carol.force_login(create_staff("carol@example.org", [StaffRole.RESEARCHER], make.PASSWORD, handle="carol"))
    assert "not kept any more" in carol.get(address, follow=True).content.decode()
    assert waiting.purge(timezone.now() + timedelta(hours=23)) == {"spreadsheets_that_wait": 0}
    assert waiting.purge(timezone.now() + timedelta(hours=25), dry_run=True) == {"spreadsheets_that_wait": 1}
    assert alice.get(address).status_code == 200
    waiting.purge(timezone.now() + timedelta(hours=25))
    assert "not kept any more" in alice.get(address, follow=True).content.decode()


def test_file_can_be_put_away(alice: Client) -> None:
    address, _page = looked_at(alice, GOOD)
    alice.post(address, {"do": "forget"})
    assert not list(Path(django_settings.PRIVATE_DIR).rglob("imports/*"))


@pytest.mark.parametrize("role", [StaffRole.PUBLISHER, StaffRole.STEWARD])
def test_importing_is_for_researchers(role: StaffRole) -> None:
    client = Client()
    client.force_login(create_staff("eve@example.org", [role], make.PASSWORD, handle="eve"))
    assert hand_over(client, GOOD).status_code == 403
    assert client.get(f"/staff/prisoners/batch/check/{UUID(int=1)}/").status_code == 403


def _published(alice: Client) -> Prisoner:
    """The person of GOOD with the sentence, as readers see them."""
    address, page = looked_at(alice, GOOD)
    confirm(alice, address, page)
    Prisoner.internal.update(state="published", consent_ground=ConsentGround.OWN_CONSENT)
    Sanction.internal.update(state="published")
    return Prisoner.internal.get()


def test_researcher_does_not_change_what_is_public_and_is_told_what_is_left(alice: Client) -> None:
    _published(alice)
    _address, page = looked_at(alice, GOOD.replace("7 years", "8 years"))
    assert "Left for a publisher" in page
    assert ("unchanged: 1" in page, 'value="import"' in page) == (True, False)


def test_row_said_to_be_somebody_public_brings_a_researcher_what_is_new_as_drafts(alice: Client) -> None:
    prisoner = _published(alice)
    sheet = "Name;Country;Summary;Arrested on\nYerlan Exampel;KZ;A lawyer;2019-05-05\n"
    address = hand_over(alice, sheet)["Location"]
    chosen = {"row:!2": prisoner.slug}
    page = alice.post(address, {"do": "look", **chosen}).content.decode()
    left = page[page.index("Left for a publisher") :]
    assert ("A lawyer" in left, "Yerlan Exampel" in left) == (True, True)
    confirm(alice, address, page, **chosen)
    assert (Detention.internal.get().prisoner, Detention.internal.get().state) == (prisoner, "draft")
    prisoner.refresh_from_db()
    assert prisoner.summary == ""
    batch = Batch.internal.first()
    assert batch is not None
    kept = alice.get(f"/staff/prisoners/batch/{batch.pk}/change/").content.decode()
    kept = kept[kept.index("Left for a publisher") :]
    assert [(one.row, one.prisoner, one.new) for one in batch.left.all()] == [
        (2, prisoner, "A lawyer"),
        (2, prisoner, "Yerlan Exampel"),
    ]
    assert ("Summary: <ins>A lawyer</ins>" in kept, ">2</th>" in kept) == (True, True)
    assert [one.text for one in prisoner.names.all()] == ["Yerlan Example"]


def test_sources_of_a_row_that_says_nothing_new_are_left_where_the_person_is_public(alice: Client) -> None:
    prisoner = _published(alice)
    count = prisoner.citations.count()
    sheet = f"slug;Name;Country;Source\n{prisoner.slug};Yerlan Example;KZ;https://press.example/b\n"
    _address, page = looked_at(alice, sheet)
    assert "https://press.example/b" in page[page.index("Left for a publisher") :]
    assert prisoner.citations.count() == count


def test_row_that_is_refused_leaves_nothing_for_a_publisher(alice: Client) -> None:
    prisoner = _published(alice)
    heads = "slug;Name;Country;Summary;Arrested on;Released on"
    sheet = f"{heads}\n{prisoner.slug};Yerlan Example;KZ;A lawyer;2019-05-05;2018-01-01\n"
    _address, page = looked_at(alice, sheet)
    assert ("refused: 1" in page, "Left for a publisher" in page) == (True, False)


def test_publisher_who_is_a_researcher_changes_what_is_public(alice: Client) -> None:
    _published(alice)
    both = Client()
    both.force_login(make.staff("both", StaffRole.RESEARCHER, StaffRole.PUBLISHER))
    address, page = looked_at(both, GOOD.replace("7 years", "8 years"))
    assert "Left for a publisher" not in page
    confirm(both, address, page)
    assert Sanction.internal.get().years == 8


def test_page_asks_the_same_number_of_queries_for_many_rows(alice: Client) -> None:
    make.a_prisoner()
    rows = "".join(f"Person{number} Family{number};KZ\n" for number in range(300))
    address = hand_over(alice, f"Name;Country\nErlan Example;KZ\n{rows}")["Location"]
    assert len(queries_of(alice.get, address)) <= 40
    page = alice.get(address).content.decode()
    assert re.search(r"\d+ more lines are not shown", page)


def test_page_of_an_import_names_its_rows_in_words_with_links(alice: Client) -> None:
    address, page = looked_at(alice, GOOD)
    done = confirm(alice, address, page).content.decode()
    sanction = Sanction.internal.get()
    assert f'<a href="/staff/prisoners/sanction/{sanction.pk}/change/" dir="auto">{sanction}</a>' in done
    assert "Source: <a" in done
    assert "prisoners.sanction" not in done


def test_page_of_an_import_names_what_it_changed_by_field(alice: Client) -> None:
    for text in (GOOD, GOOD.replace("7 years", "8 years")):
        address, page = looked_at(alice, text)
        done = confirm(alice, address, page).content.decode()
    assert re.search(r"<li>Years: <del>7</del> → <ins>8</ins></li>", done)


def test_page_of_an_import_asks_the_same_number_of_queries_for_many_rows(alice: Client) -> None:
    counts = []
    for names in (["One Person"], ["Second Human", "Third Man", "Fourth Woman"]):
        rows = "".join(f"{name};KZ;7 years;https://press.example/{name[:2]}\n" for name in names)
        address, page = looked_at(alice, GOOD.partition("\n")[0] + "\n" + rows)
        confirm(alice, address, page)
        newest = Batch.internal.latest("pk")
        counts.append(len(queries_of(alice.get, f"/staff/prisoners/batch/{newest.pk}/change/")))
    assert counts[0] == counts[1]


def test_page_of_an_imported_person_shows_the_source_of_the_row_and_not_the_file(alice: Client) -> None:
    address, page = looked_at(alice, GOOD)
    confirm(alice, address, page)
    prisoner = Prisoner.internal.get()
    prisoner.consent_ground = ConsentGround.OWN_CONSENT
    prisoner.save()
    publication.submit(prisoner, Staff.objects.get(handle="alice"))
    assert publication.publish(prisoner, make.bob()) == []
    page = Client().get(f"/en/prisoners/{prisoner.slug}/").content.decode()
    assert "https://press.example/a" in page
    assert "None that can be shown" not in page
    assert "list.csv" not in page


def test_country_chosen_for_a_file_is_read_as_in_a_cell_and_refused_where_there_is_none(alice: Client) -> None:
    address, page = looked_at(alice, "Name\nYerlan Example\n")
    assert "is no country" in confirm(alice, address, page, country="ZZ").content.decode()
    assert not Prisoner.internal.exists()
    page = alice.post(address, {"do": "look", "country": "Казахстан"}).content.decode()
    confirm(alice, address, page, country="Казахстан")
    assert Prisoner.internal.get().country == "KZ"
