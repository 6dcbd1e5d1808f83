"""What the record knows beyond titles: who judged, who was let in, for how much, on which page, when verified."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from prisoners.choices import CounselStatus, HearingStatus, PrisonRegime, SanctionKind
from prisoners.fine_print import fine_print
from prisoners.models import Case, Charge, Hearing, Sanction
from tests import factories
from tests.queries import queries_of

pytestmark = pytest.mark.django_db
PAGE = "/en/prisoners/somebody/"
JUDGE = 'Judge: <a href="/en/prisoners/?official=A.+Judge#results">A. Judge</a>'
SAID = f"{JUDGE}; appointed counsel present; defendant present; public admitted; press not admitted"
TOLD: dict[str, Any] = {
    "judge": "A. Judge",
    "counsel": CounselStatus.APPOINTED,
    "is_defendant_present": True,
    "is_public_admitted": True,
    "is_press_admitted": False,
}


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def case() -> Case:
    """A published case of a published person."""
    prisoner = factories.PrisonerFactory(slug="somebody")
    found: Case = factories.DefendantFactory(case=factories.CaseFactory(), prisoner=prisoner).case
    return found


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    assert len(answer.content) < 60_000
    return answer.content.decode()


def held_twice(case: Case, **fields: Any) -> Hearing:
    """A hearing that was held, of which the next is known."""
    after = factories.HearingFactory(case=case, held_on="2026-12-20", **fields)
    before: Hearing = factories.HearingFactory(
        case=case,
        held_on="2026-10-01",
        starts_at=datetime(2026, 10, 1, 7, tzinfo=UTC),
        status=HearingStatus.HELD,
        next_hearing=after,
        **TOLD,
    )
    return before


@pytest.mark.parametrize("address", [PAGE, "/en/hearings/"])
def test_a_hearing_says_who_judged_and_who_was_let_in_and_when_the_next_is(
    client: Client, case: Case, address: str
) -> None:
    held_twice(case)
    assert f"{SAID}; next hearing: 20 December 2026" in read(client, address)


@pytest.mark.parametrize("address", [PAGE, "/en/hearings/"])
def test_what_is_to_come_says_its_judge(client: Client, case: Case, address: str) -> None:
    factories.HearingFactory(case=case, judge="B. <Judge>")
    link = '<a href="/en/prisoners/?official=B.+%3CJudge%3E#results">B. &lt;Judge&gt;</a>'
    assert f"Judge: {link}" in read(client, address)


@pytest.mark.parametrize("address", [PAGE, "/en/hearings/"])
def test_a_next_hearing_that_is_not_published_is_not_told(client: Client, case: Case, address: str) -> None:
    held_twice(case, state="draft")
    text = read(client, address)
    assert SAID in text
    assert "next hearing" not in text


def test_an_earlier_day_knows_of_no_later_hearing_and_of_nothing_that_was_untold(client: Client, case: Case) -> None:
    before = held_twice(case)
    then = read(client, f"{PAGE}?as_of=2026-11-01")
    assert SAID in then
    assert "next hearing" not in then
    announced = factories.SourceFactory(published_on="2026-09-20")
    factories.CitationFactory(source=announced, hearing=before)
    factories.CitationFactory(source=announced, prisoner=case.defendants.get())
    known = read(client, f"{PAGE}?known_on=2026-10-05")
    assert f"{JUDGE}<" in known
    assert "admitted" not in known


def test_nothing_known_is_nothing_said() -> None:
    assert [fine_print(kind()) for kind in (Hearing, Sanction, Charge)] == ["", "", ""]


def test_an_absent_defendant_is_said_once() -> None:
    absent = Hearing(counsel=CounselStatus.DEFENDANT_ABSENT, is_defendant_present=False)
    assert fine_print(absent) == "Defendant not present"
    assert fine_print(Hearing(counsel=CounselStatus.DEFENDANT_ABSENT)) == "Defendant not present"


def test_a_sentence_says_judge_suspension_and_regime(client: Client, case: Case) -> None:
    factories.SanctionFactory(
        prisoner=case.defendants.get(),
        kind=SanctionKind.PRISON,
        judge="C. Judge",
        suspended_for_months=18,
        regime=PrisonRegime.MEDIUM,
    )
    text = read(client, PAGE)
    judge = JUDGE.replace("A. Judge", "C. Judge").replace("A.+", "C.+")
    assert f"{judge}; suspended for: 18 months; regime: medium security or general regime" in text


def test_a_charge_says_the_amount_at_issue(client: Client, case: Case) -> None:
    amount = {"amount": Decimal("25000.50"), "currency": "KZT"}
    factories.ChargeFactory(case=case, prisoner=case.defendants.get(), **amount)
    assert "Amount at issue: KZT\N{NO-BREAK SPACE}25,000.50<" in read(client, PAGE)


def test_each_fact_says_where_in_its_source_it_stands(client: Client, case: Case) -> None:
    source = factories.SourceFactory()
    held = factories.DetentionFactory(prisoner=case.defendants.get(), started_on="2019-01-01", ended_on="2019-02-01")
    tried = factories.HearingFactory(case=case, held_on="2020-03-01")
    untold = factories.HearingFactory(case=case, held_on="2020-04-01")
    for fact, place in (({"detention": held}, "p. 3"), ({"hearing": tried}, "<12:40>"), ({"hearing": untold}, "")):
        factories.CitationFactory(source=source, locator=place, **fact)
    text = read(client, PAGE)
    entries = [one.partition("</li>")[0] for one in text.split('<span class="when">')[1:]]
    told = [re.findall(r"\[(\d: [^]]+)\]", one) for one in entries]
    # Begin and end of the custody, and the hearing.
    assert [one for one in told if one] == [["1: p. 3"], ["1: p. 3"], ["1: &lt;12:40&gt;"]]
    assert text.count('aria-label="Source 1"') == 4
    assert "cited: p. 3; &lt;12:40&gt;<" in text
    answer = client.get("/api/v1/prisoners/somebody/").json()
    assert [one["locator"] for one in answer["detentions"][0]["sources"]] == ["p. 3"]
    assert [[one["locator"] for one in row["sources"]] for row in answer["cases"][0]["hearings"]] == [["<12:40>"], [""]]


def test_the_list_of_sources_says_which_pages_are_cited_each_once(client: Client, case: Case) -> None:
    source, prisoner = factories.SourceFactory(), case.defendants.get()
    for number, page in enumerate(("p. 3", "p. 3", "§ 12", "")):
        fact = factories.DetentionFactory(
            prisoner=prisoner, started_on=f"201{number}-01-01", ended_on=f"201{number}-02-01"
        )
        factories.CitationFactory(source=source, locator=page, detention=fact)
    assert "cited: p. 3; § 12<" in read(client, PAGE)


def test_a_fact_says_when_it_was_verified_but_not_on_the_page_of_an_earlier_day(client: Client, case: Case) -> None:
    factories.SanctionFactory(prisoner=case.defendants.get(), verified_on=date(2026, 11, 2))
    assert "Last verified on 2 November 2026" in read(client, PAGE)
    assert "Last verified on" not in read(client, f"{PAGE}?as_of=2026-11-01")


@pytest.mark.parametrize("address", [PAGE, "/en/hearings/"])
def test_fine_print_costs_the_same_for_one_row_and_for_three(client: Client, case: Case, address: str) -> None:
    held_twice(case)
    cost = len(queries_of(read, client, address))
    for _ in range(2):
        held_twice(case)
    assert len(queries_of(read, client, address)) == cost <= 30
    assert read(client, address).count("next hearing") == 3
