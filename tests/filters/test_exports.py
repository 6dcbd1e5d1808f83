"""The list as a file: the same people as on the page, what it says of itself, and in again without a change."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.http.response import HttpResponseBase
from django.test import Client
from openpyxl import load_workbook

from prisoners.choices import PublicationState
from prisoners.columns import columns
from prisoners.exporting import PeopleExport, filter_of
from prisoners.models import Affiliation, Case, Charge, Detention, Prisoner, Sanction
from prisoners.workbooks import workbook
from tests.factories import PersonNameFactory, PrisonerFactory, a_whole_prisoner
from tests.queries import first_queries_of, queries_of

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[2] / "campaign" / "example"


def body(response: HttpResponseBase) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]


def get(client: Client, form: str, query: str = "") -> bytes:
    response = client.get(f"/en/prisoners/export.{form}{query}")
    assert response.status_code == 200
    return body(response)


def people(data: bytes) -> list[dict[str, str]]:
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    plain = [line for line in lines if not line[0].startswith("#")]
    return [dict(zip(plain[0], line, strict=True)) for line in plain[1:]]


def test_every_form_has_the_same_people_and_says_which_filter(client: Client) -> None:
    for number in range(3):
        PersonNameFactory(prisoner=PrisonerFactory(slug=f"p-{number}", country="KZ"))
    PrisonerFactory(slug="elsewhere", country="KG")
    PrisonerFactory(slug="hidden", state="draft")
    from_csv = [row["slug"] for row in people(get(client, "csv", "?country=KZ"))]
    told = json.loads(get(client, "json", "?country=KZ"))
    sheet = load_workbook(io.BytesIO(get(client, "xlsx", "?country=KZ"))).active
    assert sheet is not None
    rows = [row for row in sheet.iter_rows(values_only=True) if not str(row[0]).startswith("#")]
    assert sorted(from_csv) == ["p-0", "p-1", "p-2"]
    assert [row["slug"] for row in told["prisoners"]] == from_csv == [row[0] for row in rows[1:]]
    assert (told["rows"], told["filter"]) == (3, {"country": "KZ"})
    assert told["licence"].startswith("CC BY")
    text = get(client, "csv", "?country=KZ").decode("utf-8-sig")
    for part in ("# rows: 3", "# filter: country=KZ", "# day: 20", "# licence: CC BY"):
        assert part in text.partition('"slug"')[0]


def test_the_name_of_the_file_says_which_filter_and_which_day(client: Client) -> None:
    response = client.get("/en/prisoners/export.csv?country=KZ&as_of=2019-12-16&q=../%22Балтабай")
    name = response["Content-Disposition"]
    assert name.startswith('attachment; filename="prisoners-q-') and name.endswith('2019-12-16.csv"')
    assert not set("/\\\r\n") & set(name) and name.isascii()


def test_a_filter_that_is_not_understood_gives_no_file(client: Client) -> None:
    response = client.get("/en/prisoners/export.csv?as_of=yesterday")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert "as_of: This is not a day" in body(response).decode()
    assert client.get("/en/prisoners/export.pdf").status_code == 404


def test_a_file_has_the_columns_that_are_asked_in_their_order(client: Client) -> None:
    PrisonerFactory(slug="anna", name="Anna")
    (row,) = people(get(client, "csv", "?fields=name,slug"))
    assert list(row.items()) == [("name", "Anna"), ("slug", "anna")]
    assert json.loads(get(client, "json", "?fields=name,status"))["prisoners"] == [
        {"name": "Anna", "status": "unknown"}
    ]
    sheet = load_workbook(io.BytesIO(get(client, "xlsx", "?fields=slug,slug"))).active
    assert sheet is not None
    assert [line[0] for line in sheet.iter_rows(values_only=True, max_col=1)][-2:] == ["slug", "anna"]
    assert sheet.max_column == 1


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_column_that_is_not_there_is_refused_with_those_that_are(client: Client, form: str) -> None:
    for fields in ("slug,address", "", ","):
        response = client.get(f"/en/prisoners/export.{form}?fields={fields}")
        assert response.status_code == 400
        assert body(response).decode().startswith("fields: Choose among: slug, name, ")


@pytest.mark.parametrize("query", ["nosuch=1", "country=KZ&contry=KG", "country=KZ&country=KG"])
@pytest.mark.parametrize("what", ["prisoners", "statistics"])
def test_a_parameter_that_nobody_reads_gives_no_file(client: Client, what: str, query: str) -> None:
    response = client.get(f"/en/{what}/export.csv?{query}")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert "parameter" in body(response).decode()
    assert client.get("/en/statistics/export.csv?fields=slug").status_code == 400


def test_a_file_has_whatever_address_the_list_has(client: Client) -> None:
    PersonNameFactory(prisoner=PrisonerFactory(slug="anna"), text="Anna", script="Latn")
    query = "?q=Anna&status=&country=&held=&campaign=&page=2&sort=name&lang=ru"
    assert [row["slug"] for row in people(get(client, "csv", query))] == ["anna"]


def test_a_cell_that_begins_like_a_formula_is_disarmed(client: Client) -> None:
    PrisonerFactory(slug="evil", name="=cmd|' /C calc'!A0", summary="@SUM(1)")
    (row,) = people(get(client, "csv"))
    assert (row["name"], row["summary"]) == ("'=cmd|' /C calc'!A0", "'@SUM(1)")
    sheet = load_workbook(io.BytesIO(get(client, "xlsx"))).active
    assert sheet is not None
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


def test_an_export_costs_the_same_queries_for_one_and_for_three(client: Client) -> None:
    counts = []
    for number in range(3):
        PersonNameFactory(prisoner=a_whole_prisoner(slug=f"p-{number}"))
        assert f"p-{number}" in [row["slug"] for row in people(get(client, "csv"))]
        counts.append(len(queries_of(get, client, "csv")))
    assert counts[0] == counts[2]


def test_an_export_reads_people_by_the_chunk_from_a_cursor_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long list is neither in our memory as a whole nor in that of the database's client; its first rows are few."""
    PrisonerFactory.create_batch(7)
    opened: list[Any] = []
    read: list[int] = []
    monkeypatch.setattr("prisoners.exporting.FEW", 1)
    monkeypatch.setattr("prisoners.exporting.CHUNK", 3)
    monkeypatch.setattr("prisoners.exporting._next_hearings", lambda people: read.append(len(people)) or {})
    at_server = connection.chunked_cursor
    monkeypatch.setattr(connection, "chunked_cursor", lambda: opened.append(at_server()) or opened[-1])
    rows = PeopleExport(filter_of({})).rows()
    next(rows)
    assert [bool(cursor.name) for cursor in opened] == [True]
    assert read == [1]
    assert len(list(rows)) == 6
    assert read == [1, 2, 3, 1]


def test_who_is_withdrawn_before_their_turn_is_in_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for slug in ("anna", "boris", "vera"):
        PrisonerFactory(slug=slug, name=slug)
    monkeypatch.setattr("prisoners.exporting.FEW", 1)
    rows = PeopleExport(filter_of({})).rows()
    assert next(rows)["slug"] == "anna"
    Prisoner.internal.filter(slug="boris").update(state=PublicationState.WITHDRAWN)
    assert [one["slug"] for one in rows] == ["vera"]


@pytest.mark.parametrize(("form", "begins"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")])
def test_a_file_begins_to_leave_before_anybody_is_looked_up(client: Client, form: str, begins: bytes) -> None:
    PrisonerFactory(name="Anna")
    response: Any = client.get(f"/en/prisoners/export.{form}")
    first: list[bytes] = []
    asked = first_queries_of(lambda: first.append(next(iter(response.streaming_content))))
    assert first[0].startswith(begins)
    assert asked == []
    response.close()


def test_the_page_leads_to_the_files_with_its_filter(client: Client) -> None:
    PrisonerFactory(slug="seen", country="KZ")
    page = client.get("/en/prisoners/?country=KZ&page=1").content.decode()
    assert 'href="/en/prisoners/export.xlsx?country=KZ"' in page


def preview(path: Path) -> dict[str, Any]:
    out = io.StringIO()
    call_command("import_prisoners", str(path), json=True, stdout=out)
    return dict(json.loads(out.getvalue()))


def test_what_was_exported_changes_nothing_when_it_is_imported(client: Client, tmp_path: Path) -> None:
    call_command("load_campaign", str(EXAMPLE / "kazakhstan.yaml"), stdout=io.StringIO())
    path = tmp_path / "export.csv"
    path.write_bytes(get(client, "csv"))
    said = preview(path)
    assert (said["unchanged"], said["refused"], said["likely_same"]) == (Prisoner.public.count(), [], [])
    assert said["new"] == said["changed"] == said["held"] == said["skipped"] == 0


def test_what_was_exported_makes_the_same_list_in_an_empty_record(client: Client, tmp_path: Path) -> None:
    call_command("load_campaign", str(EXAMPLE / "kazakhstan.yaml"), stdout=io.StringIO())
    path = tmp_path / "export.csv"
    path.write_bytes(get(client, "csv"))
    before = people(path.read_bytes())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE prisoners_prisoner, prisoners_case, prisoners_place, prisoners_organisation CASCADE")
    call_command("import_prisoners", str(path), commit=True, stdout=io.StringIO())
    Prisoner.internal.update(consent_ground="own_consent")
    for model in (Prisoner, Case, Affiliation, Charge, Sanction, Detention):
        model.internal.update(state="published")
    after = people(get(client, "csv"))
    computed = {one.name for one in columns() if one.is_computed}
    told = [{name: value for name, value in row.items() if name not in computed} for row in before]
    assert [{name: row[name] for name in told[0]} for row in after] == told


def test_workbook_holds_whatever_was_typed(client: Client) -> None:
    PrisonerFactory(name="Erlan\x0bB", country="KZ")
    sheet = load_workbook(io.BytesIO(get(client, "xlsx"))).active
    assert any(cell.value == "ErlanB" for row in sheet.iter_rows() for cell in row)


def test_workbook_clips_what_no_cell_can_hold() -> None:
    file = io.BytesIO(b"".join(workbook("long", [["x" * 40_000]])))
    assert len(load_workbook(file).active["A1"].value) == 32_767


def test_workbook_that_nobody_takes_to_its_end_asks_for_no_more_rows() -> None:
    asked: list[int] = []

    def rows() -> Iterator[list[str]]:
        for number in range(100_000):
            asked.append(number)
            yield [f"{number * 7919 % 9973} {number}" for _column in range(12)]

    parts = workbook("left", rows())
    next(parts)
    parts.close()
    assert len(asked) < 2000


def test_workbook_leaves_while_its_rows_are_still_asked_for_and_keeps_awkward_text() -> None:
    asked: list[int] = []
    awkward = ["<b>&amp;\"'", "", " blanks ", "Ерлан\nБалтабай", "\x01control"]

    def rows() -> Iterator[list[str]]:
        yield awkward
        for number in range(2000):
            asked.append(number)
            yield [f"{number * 7919 % 9973} {number}" for _column in range(12)]

    parts = workbook("streamed", rows())
    first = next(parts)
    assert len(asked) < 1500
    sheet = load_workbook(io.BytesIO(first + b"".join(parts))).active
    assert sheet is not None
    assert sheet.title == "streamed"
    found = list(sheet.iter_rows(values_only=True))
    assert found[0][:5] == ("<b>&amp;\"'", None, " blanks ", "Ерлан\nБалтабай", "control")
    assert (len(found), found[-1][0]) == (2001, "2930 1999")
