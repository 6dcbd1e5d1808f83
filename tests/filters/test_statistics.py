"""The statistics: the same people as the list, in the page, the API and every file."""

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.factories import (
    AffiliationFactory,
    CaseFactory,
    ChargeFactory,
    DetentionFactory,
    OrganisationFactory,
    PrisonerFactory,
)
from tests.queries import queries_of

pytestmark = pytest.mark.django_db


def somebody(slug: str, country: str = "KZ", began: str = "2019-04", gender: str = "m", **fields: Any) -> None:
    person = PrisonerFactory(slug=slug, country=country, gender=gender, **fields)
    DetentionFactory(prisoner=person, started_on=began, ended_on="")
    ChargeFactory(prisoner=person, case=CaseFactory(), articles=["174"])
    AffiliationFactory(prisoner=person, organisation=UNION[0])


UNION: list[Any] = []


@pytest.fixture(autouse=True)
def four_people() -> None:
    UNION[:] = [OrganisationFactory(slug="union", name="The union")]
    somebody("a")
    somebody("b", gender="f", began="2020")
    somebody("c", country="RU", began="2019-12/2020-01")
    somebody("hidden", state="draft")


def told(client: Client, query: str = "") -> dict[str, Any]:
    response = client.get(f"/api/v1/statistics/{query}")
    assert response.status_code == 200, response.content
    return dict(response.json())


def table(data: dict[str, Any], name: str) -> dict[str, int]:
    return next({row["value"]: row["count"] for row in one["rows"]} for one in data["tables"] if one["name"] == name)


def test_people_are_counted_by_what_the_public_record_says(client: Client) -> None:
    data = told(client)
    assert data["total"] == 3
    assert table(data, "country") == {"KZ": 2, "RU": 1}
    assert table(data, "sex") == {"m": 2, "f": 1}
    assert table(data, "year") == {"2019": 2, "2020": 2}
    assert table(data, "organisation") == {"union": 3}
    assert table(data, "article") == {"174": 3}
    assert sum(table(data, "status").values()) == sum(table(data, "held").values()) == 3
    assert data["held_over_time"][-1]["at_most"] == 3


def test_a_filter_counts_those_whom_the_list_shows(client: Client) -> None:
    data = told(client, "?country=KZ&arrested=2020")
    assert (data["total"], data["filter"]) == (1, {"country": "KZ", "arrested": "2020"})
    assert table(data, "sex") == {"f": 1}
    assert {one["at_most"] for one in data["held_over_time"]} == {1}


def test_each_number_is_that_of_the_list_it_leads_to(client: Client) -> None:
    page = client.get("/en/statistics/?country=KZ").context
    links = [row for one in page["tables"] for row in one["rows"] if row["url"]]
    assert len(links) > 5
    for row in links:
        assert client.get(row["url"]).context["total"] == row["count"], row


def test_page_api_and_files_say_the_same(client: Client) -> None:
    data = told(client, "?country=KZ")
    rows = [[one["name"], row["value"], str(row["count"])] for one in data["tables"] for row in one["rows"]]
    text = b"".join(client.get("/en/statistics/export.csv?country=KZ").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    lines = [line for line in csv.reader(io.StringIO(text)) if not line[0].startswith("#")]
    assert [[line[0], line[1], line[3]] for line in lines[1:] if line[0] != "held_over_time"] == rows
    for said in ("# filter: country=KZ", "# rows: 2", "# day: 20", "# licence: CC BY"):
        assert said in text.partition('"table"')[0]
    workbook = load_workbook(io.BytesIO(client.get("/en/statistics/export.xlsx?country=KZ").getvalue())).active
    assert workbook is not None
    sheet = [list(map(str, row)) for row in workbook.iter_rows(values_only=True) if not str(row[0]).startswith("#")]
    assert sheet == lines
    document = json.loads(b"".join(client.get("/en/statistics/export.json?country=KZ").streaming_content))  # type: ignore[attr-defined]
    assert document["tables"] == data["tables"] and document["held_over_time"] == data["held_over_time"]
    shown = client.get("/en/statistics/?country=KZ").context
    assert [[one["name"], row["value"], str(row["count"])] for one in shown["tables"] for row in one["rows"]] == rows


@pytest.mark.parametrize(("language", "said"), [("en", "67%"), ("de", "67\xa0%"), ("tr", "%67")])
def test_shares_are_written_as_the_language_writes_them(client: Client, language: str, said: str) -> None:
    text = client.get(f"/{language}/statistics/").content.decode()
    assert f"</svg>{said}</td>" in text
    assert "<bdi>174</bdi></a>" in text


def test_what_is_not_understood_counts_nobody_and_is_said(client: Client) -> None:
    assert client.get("/en/statistics/?arrested=soon").status_code == 400
    assert client.get("/api/v1/statistics/?arrested=soon").status_code == 400
    assert client.get("/api/v1/statistics/?colour=red").status_code == 400
    assert client.get("/en/statistics/export.csv?arrested=soon").status_code == 400
    assert client.get("/en/statistics/export.doc").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_people(client: Client) -> None:
    few = queries_of(client.get, "/en/statistics/")
    for number in range(5):
        somebody(f"more-{number}", country="BY")
    assert len(queries_of(client.get, "/en/statistics/")) == len(few)


@pytest.mark.parametrize("day", ["9999-12-31", "9998-06-01", "9000-06-01", "0999-06-01", "0001-01-01"])
@pytest.mark.parametrize("page", ["en/statistics/", "ru/statistics/", "api/v1/statistics/", "en/prisoners/export.csv"])
def test_a_day_of_no_year_of_the_record_is_refused_in_words(client: Client, page: str, day: str) -> None:
    response = client.get(f"/{page}?as_of={day}")
    said = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    assert (response.status_code, "2019-12-16" in said.decode()) == (400, True)
