"""Every fault of a file is named with its line, all at once, and nothing is written."""

from collections.abc import Callable

import pytest

from actions.models import Demand
from campaign.loading.faults import FileRefused
from campaign.loading.nodes import MOST_BYTES
from campaign.loading.service import load
from prisoners.choices import RoleKind
from prisoners.models import Affiliation, Involvement, Prisoner, Source

pytestmark = pytest.mark.django_db
FaultsOf = Callable[[str], list[str]]
NEXT = 26


@pytest.fixture
def faults_of() -> FaultsOf:
    """The reasons for which a file is refused."""

    def reasons(text: str) -> list[str]:
        with pytest.raises(FileRefused) as refused:
            load(text.encode())
        return [str(reason) for reason in refused.value.reasons]

    return reasons


def _lines(reasons: list[str]) -> list[str]:
    return [reason.partition(":")[0] for reason in reasons]


def test_the_small_file_is_right(small: str) -> None:
    assert small.count("\n") == NEXT - 1
    assert load(small.encode()).is_change


@pytest.mark.parametrize(
    ("fact", "line", "words"),
    [
        ("  - kind: holiday\n    src: [paper]\n", NEXT, "“holiday” is not known"),
        ("  - kind: event\n    text: x\n    src: [gazette]\n", NEXT + 2, "“gazette” does not stand under “sources”"),
        ("  - kind: event\n    text: x\n", NEXT, "needs “src”"),
        ("  - kind: event\n    text: x\n    src: []\n", NEXT + 2, "needs “src”"),
        ("  - kind: event\n    date: 2020-02-30\n    src: [paper]\n", NEXT + 1, "no such day"),
        ("  - kind: event\n    date: last spring\n    src: [paper]\n", NEXT + 1, "is not a date"),
        ("  - kind: event\n    date: 2020-05-02/2020-05-01\n    src: [paper]\n", NEXT + 1, "ends before it begins"),
        ("  - kind: event\n    date: 2020-05\n    precision: day\n    src: [paper]\n", NEXT + 2, "do not agree"),
        ("  - kind: event\n    colour: red\n    src: [paper]\n", NEXT + 1, "no key “colour”"),
        ("  - kind: event\n    text: 5\n    src: [paper]\n", NEXT + 1, "should be text"),
        ("  - kind: event\n    src: paper\n", NEXT + 1, "should be a list"),
        ("  - kind: event\n    planned: perhaps\n    src: [paper]\n", NEXT + 1, "should be true or false"),
        (
            "  - kind: hearing\n    date: 2020-02-20\n    city: Atlantis\n    country: ZZ\n    src: [paper]\n",
            NEXT + 3,
            "no key",
        ),
        ("  - kind: hearing\n    src: [paper]\n", NEXT, "A hearing needs “date”"),
        (
            "  - kind: hearing\n    date: 2020-02-20\n    time: '25:00'\n    src: [paper]\n",
            NEXT + 2,
            "not a time of day",
        ),
        ("  - kind: event\n    conflict: other\n    src: [paper]\n", NEXT + 1, "does not stand under"),
        ("  - kind: sentence\n    id: more\n    replaces: more\n    src: [paper]\n", NEXT, "cannot replace itself"),
        ("  - kind: sentence\n    replaces: none\n    src: [paper]\n", NEXT, "“none” names no sanction"),
        ("  - kind: event\n    id: term\n    src: [paper]\n", NEXT, "used twice"),
        ("  - kind: sentence\n    term: {years: -1}\n    src: [paper]\n", NEXT + 1, "from zero up"),
        ("  - kind: event\n    kind: event\n    src: [paper]\n", NEXT + 1, "stands here twice"),
        ("  - just a text\n", NEXT, "should be a mapping"),
        (
            "  custody:\n  - {from: 2020-01-01, until: 2020-03-01, src: [paper]}\n"
            "  - {from: 2020-02-01, until: 2020-04-01, src: [paper]}\n",
            NEXT + 2,
            "overlaps an earlier one",
        ),
        ("  custody:\n  - {from: 2020-02-01, until: 2020-01-01, src: [paper]}\n", NEXT + 1, "ends before it begins"),
    ],
)
def test_a_fault_is_named_with_its_line(small: str, faults_of: FaultsOf, fact: str, line: int, words: str) -> None:
    reasons = faults_of(small + fact)
    assert any(reason.startswith(f"line {line}:") and words in reason for reason in reasons), reasons
    assert not Prisoner.internal.exists()
    assert not Source.internal.exists()


def test_a_hearing_in_a_city_without_a_known_zone_is_refused(small: str, faults_of: FaultsOf) -> None:
    text = small.replace("Almaty", "Atlantis").replace("KZ", "QQ").replace("kz-one", "qq-one")
    reasons = faults_of(text + "  - kind: hearing\n    date: 2020-02-20\n    src: [paper]\n")
    assert any("time zone of Atlantis (QQ) is not known" in reason for reason in reasons)


def test_an_action_with_an_hour_and_no_country_is_refused(small: str, faults_of: FaultsOf) -> None:
    action = "  actions:\n  - {form: picket, date: 2020-05-01, local_time: '12:00', src: [paper]}\n"
    assert _lines(faults_of(small.replace("persons:\n", f"{action}persons:\n"))) == ["line 9"]


def test_a_place_without_a_zone_is_refused(small: str, faults_of: FaultsOf) -> None:
    assert _lines(faults_of(small + "places:\n- {place: Nowhere, country: KZ}\n")) == [f"line {NEXT + 1}"]
    reasons = faults_of(small + "places:\n- {place: Nowhere, country: KZ, time_zone: EST}\n")
    assert "is not a time zone" in reasons[0]


def test_a_demand_that_ends_before_it_is_raised_is_refused(small: str, faults_of: FaultsOf) -> None:
    demand = "  demands:\n  - {text: release, from: 2020-05, until: 2020-04, src: [paper]}\n"
    assert faults_of(small.replace("persons:\n", f"{demand}persons:\n")) == [
        "line 9: A demand ends before it is raised."
    ]


def test_a_demand_for_one_person_says_what_became_of_it(small: str, faults_of: FaultsOf) -> None:
    demand = "  - {kind: demand, date: 2020-05, until: 2020-04, state: met, text: release, src: [paper]}\n"
    assert faults_of(small + demand) == [f"line {NEXT}: A demand ends before it is raised."]
    assert len(faults_of(small + demand.replace("2020-04", "2020-06").replace("met", "granted"))) == 1
    assert len(faults_of(small + demand.replace("kind: demand", "kind: statement"))) == 2


def test_a_figure_cannot_be_both_at_least_and_at_most(small: str, faults_of: FaultsOf) -> None:
    figure = "  casualties:\n  - {about: killed, value: 7, at_least: true, at_most: true, kind: press, src: [paper]}\n"
    reason = "A figure is given as “at least” or as “at most”, not as both."
    assert f"line 9: {reason}" in faults_of(small.replace("persons:\n", f"{figure}persons:\n"))


def test_a_best_estimate_outside_its_bounds_is_refused(small: str, faults_of: FaultsOf) -> None:
    figure = "  casualties:\n  - {about: killed, value: {min: 50, max: 150, best: 151}, kind: press, src: [paper]}\n"
    reason = "The best estimate lies outside the lowest and the highest number."
    assert f"line 9: {reason}" in faults_of(small.replace("persons:\n", f"{figure}persons:\n"))
    assert not [
        one
        for one in faults_of(small.replace("persons:\n", f"{figure}persons:\n".replace("151", "150")))
        if reason in one
    ]


EVENT = """  strike_chronology:
  - date: 2019
    kind: strike
    id: strike
    text: a strike
    involved:
    - {role: employer, organisation: A company, src: [paper]}
    - {role: organiser, person: kz-one, src: [paper]}
    src: [paper]
  demands:
  - {from: 2019, text: a rise, event: strike, value: {min: 50, max: 100, unit: percent, of: pay}, src: [paper]}
"""


def test_a_strike_names_company_and_people_and_its_demand_a_value(small: str) -> None:
    assert load(small.replace("persons:\n", f"{EVENT}persons:\n").encode()).is_change
    employer, organiser = Involvement.internal.order_by("role")
    assert (employer.role, employer.organisation.name) == ("employer", "A company")
    assert (organiser.role, organiser.prisoner.name) == ("organiser", "Anna One")
    demand = Demand.internal.get()
    assert (demand.event, demand.value_low, demand.value_high) == (employer.event, 50, 100)
    assert (demand.value_unit, demand.value_of) == ("percent", "pay")
    assert not load(small.replace("persons:\n", f"{EVENT}persons:\n").encode()).is_change


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("organisation: A company, ", "", "needs a “person” alone"),
        ("person: kz-one", "person: kz-one, name: Anna", "needs a “person” alone"),
        ("person: kz-one", "person: kz-two", "No person has the id “kz-two”"),
        ("person: kz-one", "name: Anna", "A private person is named with a “consent_ground” alone"),
        ("person: kz-one", "name: Anna, organisation: A company", "A private person is named with"),
        ("role: employer", "role: boss", "“boss” is not known here"),
        ("event: strike", "event: rally", "“rally” is not the id of an event of the chronology"),
        ("unit: percent, ", "", "either “unit” or “currency”"),
        ("min: 50, max: 100, ", "", "either “unit” or “currency”"),
        ("unit: percent", "unit: percent, currency: KZT", "either “unit” or “currency”"),
        ("unit: percent", "currency: tenge", "“tenge” is not a currency"),
        ("min: 50", "min: 101", "The lowest number is above the highest"),
    ],
)
def test_a_part_or_a_value_that_cannot_be_is_refused(
    small: str, faults_of: FaultsOf, right: str, wrong: str, reason: str
) -> None:
    assert EVENT.count(right) == 1
    found = faults_of(small.replace("persons:\n", f"{EVENT.replace(right, wrong)}persons:\n"))
    assert any(reason in one for one in found)


def test_a_role_of_a_sort_that_nobody_knows_is_refused(small: str, faults_of: FaultsOf) -> None:
    role = "  role:\n  - {text: a lawyer, sort: barrister, src: [paper]}\n"
    assert len(faults_of(small.replace("  facts:\n", f"{role}  facts:\n"))) == 1
    assert load(small.replace("  facts:\n", f"{role}  facts:\n".replace("barrister", "lawyer")).encode()).is_change
    assert Affiliation.internal.get().kind == RoleKind.LAWYER


def test_broken_yaml_is_refused_with_its_line(small: str, faults_of: FaultsOf) -> None:
    reasons = faults_of(small + "  - kind: [event\n")
    assert len(reasons) == 1
    assert "This is not YAML" in reasons[0]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n- b\n", "just words", "\x00", "a: 1\n---\nb: 2\n"])
def test_what_is_no_campaign_file_is_refused(faults_of: FaultsOf, text: str) -> None:
    assert faults_of(text)


def test_aliases_are_refused_before_they_are_expanded(faults_of: FaultsOf) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    reasons = faults_of(bomb)
    assert _lines(reasons) == [f"line {number}" for number in range(2, 10)]


def test_deep_nesting_and_huge_files_are_refused(faults_of: FaultsOf) -> None:
    assert "nested too deeply" in faults_of("a: " + "[" * 5000 + "]" * 5000)[0]
    assert "bytes" in faults_of("#" * (MOST_BYTES + 1))[0]


def test_tags_of_a_language_are_refused(faults_of: FaultsOf) -> None:
    assert "is not allowed" in faults_of("a: !!python/object/apply:os.system ['true']\n")[0]


def test_all_faults_are_told_at_once(small: str, faults_of: FaultsOf) -> None:
    broken = small.replace("2020-02-01", "2020-02-31").replace("script: Latn", "script: latn")
    assert _lines(faults_of(broken + "  - kind: event\n")) == ["line 12", "line 16", f"line {NEXT}"]


def test_a_prisoner_that_is_there_already_is_not_doubled(small: str, faults_of: FaultsOf) -> None:
    Prisoner(slug="anna-one", name="Anna One", country="KZ").save()
    assert "already a prisoner with the address “anna-one”" in faults_of(small)[0]


def test_a_claim_about_a_zone_is_checked(small: str, faults_of: FaultsOf) -> None:
    note = "time_note:\n  text: x\n  src: [paper]\n  examples:\n  - {zone: Asia/Almaty, '2011-12-16': '5:00:00'}\n"
    assert "Asia/Almaty was 6:00:00 from UTC" in faults_of(small + note)[0]
