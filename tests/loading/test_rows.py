"""A file may have rows as the record has them; each fault is named with line and key, and nothing is written."""

import pytest

from actions.models import CampaignSource, DemandSource
from campaign.loading.faults import FileRefused
from campaign.loading.service import load
from prisoners.models import Citation, Prisoner, Sanction, Source

pytestmark = pytest.mark.django_db

ROWS = """record:
  sources:
    paper: {publisher: A newspaper, url: 'https://example.org/a'}
  people:
    anna:
      name: Anna One
      country: KZ
      consent_ground: already_public
      born_on: 1980
      src: [paper]
      sanctions:
        anna/term:
          kind: prison
          imposed_on: 2020-03-01
          years: 2
          regime: medium
          fine_amount: null
          src:
          - {key: paper, at: p. 3}
"""


def _faults(text: str) -> list[str]:
    with pytest.raises(FileRefused) as refused:
        load(text.encode())
    assert not Prisoner.internal.exists()
    assert not Source.internal.exists()
    return [str(reason) for reason in refused.value.reasons]


def test_rows_are_loaded_with_what_hangs_on_them_and_the_second_time_nothing_changes() -> None:
    assert load(ROWS.encode()).is_change
    sanction = Sanction.public.get()
    assert (sanction.prisoner.slug, sanction.years, sanction.regime) == ("anna", 2, "medium")
    assert Citation.internal.get(sanction=sanction).locator == "p. 3"
    assert not load(ROWS.encode()).is_change


def test_row_beside_a_told_campaign_says_what_words_of_it_cannot(small: str) -> None:
    key = "a-campaign:kz-one/sentence/=term"
    file = f"{small}record:\n  sanctions:\n    {key}: {{regime: maximum}}\n".encode()
    load(file)
    assert Sanction.public.get().regime == "maximum"
    assert not load(file).is_change


def test_what_a_row_does_not_say_is_left_and_what_it_empties_is_empty() -> None:
    load(ROWS.encode())
    load(ROWS.replace("          regime: medium\n", "").replace("years: 2", "years: 3").encode())
    assert (Sanction.public.get().regime, Sanction.public.get().years) == ("medium", 3)
    load(ROWS.replace("regime: medium", "regime: ''").encode())
    assert Sanction.public.get().regime == ""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("country: KZ", "country: no", 7, "“country” should be text. Put it in quotes."),
        ("country: KZ", "colour: red", 7, "has no key “colour”"),
        ("country: KZ", "country: Kazakhstan", 7, "cannot stand in “country”"),
        ("country: KZ", "country: KZ\n      country: DE", 8, "“country” stands here twice"),
        ("born_on: 1980", "born_on: 1980-02-30", 9, "cannot stand in “born_on”"),
        ("born_on: 1980", "born_on: 1980-02-03 10:00:00", 9, "cannot stand in “born_on”"),
        ("born_on: 1980", "born_on: .nan", 9, "“born_on” should be a date"),
        ("kind: prison", "kind: dungeon", 13, "Known are: "),
        ("imposed_on: 2020-03-01", "imposed_on: [2020]", 14, "“imposed_on” should be a date"),
        ("years: 2", "years: two", 15, "“years” should be a whole number"),
        ("years: 2", "years: -2", 15, "cannot stand in “years”"),
        ("years: 2", "years: 99999", 15, "cannot stand in “years”"),
        ("years: 2", f"years: {'9' * 5000}", 15, "“years” should be a whole number"),
        ("years: 2", "years: .inf", 15, "“years” should be a whole number"),
        ("years: 2", "is_indefinite: maybe", 15, "“is_indefinite” should be true or false"),
        ("regime: medium", f"regime: {'x' * 500}", 16, "cannot stand in “regime”"),
        ("regime: medium", "prisoner: anna", 16, "“prisoner” is said already by where this row stands"),
        ("regime: medium", "case: trial", 13, "“case” names “trial”, which is not in the files"),
        ("regime: medium", "i18n: {text_ru: слово, text_xx: word}", 16, "without “text_xx”"),
        ("regime: medium", "i18n: слово", 16, "“i18n” should be a mapping"),
        ("regime: medium", "fine_currency: tenge", 16, "cannot stand in “fine_currency”"),
        ("fine_amount: null", "fine_amount: .nan", 17, "“fine_amount” should be a number"),
        ("fine_amount: null", "fine_amount: nan", 17, "“fine_amount” should be a number"),
        ("fine_amount: null", "fine_amount: 1e300", 17, "“fine_amount” should be a number"),
        ("{key: paper, at: p. 3}", "{key: paper}", 19, "needs “at”"),
        ("{key: paper, at: p. 3}", "gazette", 19, "which is not in the files"),
        ("{key: paper, at: p. 3}", "paper\n          - paper", 19, "“paper” stands here twice"),
        ("https://example.org/a", "ftp://example.org", 3, "“url” should be an http address"),
        ("anna:", "Anna One!:", 6, "cannot stand in “slug”"),
        ("  people:", "  persons:", 4, "has no key “persons”"),
        ("anna:", "anna: [1]\n    boris:", 5, "should be a mapping"),
        ("name: Anna One", "name: ''", 6, "A prisoner needs a name"),
        ("consent_ground: already_public", "state: hidden", 8, "Known are: "),
    ],
    ids=lambda one: str(one)[:25] if isinstance(one, str) else None,
)
def test_fault_of_a_row_is_named_with_line_and_key(right: str, wrong: str, line: int, words: str) -> None:
    assert ROWS.count(right) == 1
    found = _faults(ROWS.replace(right, wrong))
    assert any(one.startswith(f"line {line}:") and words in one for one in found), found


DEED = """  campaigns:
    whole:
      title: A campaign
      country: KZ
      src: [paper]
      demands:
        a-demand: {text: Free her, src: [{key: paper, at: p. 7}]}
"""


def test_campaign_and_demand_say_where_in_a_source_they_stand() -> None:
    load((ROWS + DEED).encode())
    assert DemandSource.objects.get().locator == "p. 7"
    assert not load((ROWS + DEED).encode()).is_change
    load((ROWS + DEED.replace("p. 7", "p. 8")).encode())
    assert DemandSource.objects.get().locator == "p. 8"
    assert not load((ROWS + DEED.replace("{key: paper, at: p. 7}", "paper")).encode()).is_change
    assert DemandSource.objects.get().locator == "p. 8"
    load((ROWS + DEED.replace("src: [paper]", "src: [{key: paper, at: p. 1}]")).encode())
    assert CampaignSource.objects.get().locator == "p. 1"


def test_all_faults_of_rows_are_told_at_once() -> None:
    broken = ROWS.replace("country: KZ", "country: no").replace("years: 2", "years: two")
    assert [one.partition(":")[0] for one in _faults(broken)] == ["line 7", "line 15"]


def test_row_without_what_it_hangs_on_is_refused() -> None:
    alone = "record:\n  sanctions:\n    a-term: {kind: prison, years: 2}\n"
    assert any("needs “prisoner”" in one and one.startswith("line 3:") for one in _faults(alone))


def test_same_row_under_two_people_is_refused() -> None:
    twice = ROWS + "    boris:\n      name: Boris Two\n      country: KZ\n      consent_ground: already_public\n"
    twice += "      sanctions:\n        anna/term: {kind: fine}\n"
    assert any("“anna/term” stands here twice" in one and one.startswith("line 25:") for one in _faults(twice))


def test_section_that_is_no_mapping_is_refused() -> None:
    assert any(one.startswith("line 1:") for one in _faults("record: [people]\n"))
    assert _faults("record: {}\n")
