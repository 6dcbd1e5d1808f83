"""A hostile or careless file gets a sentence with line and key, and changes nothing."""

import pytest

from campaign.loading.faults import FileRefused
from campaign.loading.nodes import MOST_BYTES
from campaign.loading.service import load
from prisoners.models import Prisoner, Source

pytestmark = pytest.mark.django_db
FACT = "  - kind: event\n    text: x\n    src: [paper]\n"
NEXT = 26


def faults(data: str | bytes) -> list[str]:
    """Why a file is refused; nothing of it is in the record."""
    with pytest.raises(FileRefused) as refused:
        load(data.encode() if isinstance(data, str) else data)
    assert not Prisoner.internal.exists()
    assert not Source.internal.exists()
    return [str(reason) for reason in refused.value.reasons]


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("country: KZ", "country: no", 7, "“country” should be text. Put it in quotes."),
        ("country: KZ", "country: 7", 7, "“country” should be text. Put it in quotes."),
        ("country: KZ", "country: 2020-01-01", 7, "“country” should be text. Put it in quotes."),
        ("country: KZ", "country: [KZ]", 7, "“country” should be text."),
        ("country: KZ", "country: kaz", 7, "“kaz” is not a country code"),
        ("date: 2020-02-01", "date: 2020-02-01 10:00:00", 16, "“2020-02-01 10:00:00” is not a date"),
        ("date: 2020-02-01", "date: 2020-02-01T10:00:00Z", 16, "“2020-02-01T10:00:00Z” is not a date"),
        ("date: 2020-02-01", "date: .nan", 16, "“date” should be a date"),
        ("date: 2020-02-01", "date: 20200201", 16, "is not a date"),
        ("date: 2020-02-01", "date: 99999999999999999999", 16, "is not a date"),
        ("{years: 2}", "{years: 2.5}", 23, "“years” should be a whole number"),
        ("{years: 2}", "{years: .nan}", 23, "“years” should be a whole number"),
        ("{years: 2}", "{years: .inf}", 23, "“years” should be a whole number"),
        ("{years: 2}", "{years: 1e9}", 23, "“years” should be a whole number"),
        ("{years: 2}", f"{{years: {'9' * 5000}}}", 23, "“years” should be a whole number from zero up"),
        ("{years: 2}", "{years: 0x7f}", 23, "“years” should be a whole number from zero up"),
        ("{years: 2}", "{years: 1:30}", 23, "“years” should be a whole number from zero up"),
        ("{years: 2}", "{years: yes}", 23, "“years” should be a whole number"),
        ("{years: 2}", "{years: 2, years: 3}", 23, "“years” stands here twice"),
        ("{years: 2}", "{<<: {years: 2}}", 23, "no key “<<”"),
        ("{years: 2}", "{[a, b]: 2}", 23, "A key has to be a word"),
        ("{years: 2}", "{years: 2, decades: 1}", 23, "no key “decades”"),
        ("title: A campaign", "title: 'A \\x1b[31mcampaign'", 6, ""),
        ("title: A campaign", 'title: "A \\x1b[31mcampaign"', 6, "control character"),
        ("title: A campaign", 'title: "A \\0campaign"', 6, "control character"),
        ("title: A campaign", f"title: {'x' * 201}", 6, "longer than 200 characters"),
        ("title: A campaign", "title: !!binary aGVsbG8=", 6, "is not allowed"),
    ],
    ids=lambda one: str(one)[:30] if isinstance(one, str) else None,
)
def test_value_of_another_kind_is_named_with_line_and_key(
    small: str, right: str, wrong: str, line: int, words: str
) -> None:
    assert small.count(right) == 1
    text = small.replace(right, wrong)
    if not words:
        assert load(text.encode(), dry_run=True).is_change
        return
    assert any(one.startswith(f"line {line}:") and words in one for one in faults(text)), faults(text)


def test_number_that_its_column_cannot_hold_is_no_error_of_the_database(small: str) -> None:
    fine = "    ancillary:\n    - {kind: fine, amount: {value: 999999999, currency: KZT}, hours: 999999999}\n"
    reasons = faults(small.replace("    id: term\n", f"{fine}    id: term\n"))
    assert any("999999999” cannot stand in" in one and one.startswith("line 25:") for one in reasons), reasons


def test_coordinates_that_are_no_numbers_are_refused() -> None:
    mission = (
        "retrieved: 2026-01-01\nsources: {a: {title: t}}\nmissions:\n- id: kz-gb\n  of: KZ\n  kind: embassy\n"
        "  city: London\n  country: GB\n  time_zone: Europe/London\n  src: [a]\n  coordinates: [%s, 1]\n"
    )
    for wrong in ("nan", ".nan", "-.inf", "Infinity", "x", "[1]", "sNaN", "1e999999999"):
        assert any(one.startswith("line 11:") for one in faults(mission % wrong)), wrong


def test_tab_before_a_key_is_named_with_its_line(small: str) -> None:
    reasons = faults(small.replace("  country: KZ", "\tcountry: KZ"))
    assert reasons[0].startswith("line 7: This is not YAML")


def test_file_of_fifty_megabytes_is_refused_before_it_is_read() -> None:
    reasons = faults(b"- [[[" * 10_000_000)
    assert reasons == [f"line 1: The file has more than {MOST_BYTES} bytes."]


@pytest.mark.parametrize("depth", [21, 100_000])
def test_nesting_in_mappings_is_refused(depth: int) -> None:
    assert any("nested too deeply" in one for one in faults("{a: " * depth + "1" + "}" * depth))


def test_text_in_another_encoding_is_refused(small: str) -> None:
    assert faults(small.replace("Anna", "Анна").encode("cp1251")) == ["line 11: This is not UTF-8 text."]
    assert faults(small.encode("utf-16"))


def test_anchor_without_an_alias_is_harmless_and_an_alias_is_not(small: str) -> None:
    assert load(small.replace("title: A campaign", "title: &name A campaign").encode(), dry_run=True).is_change
    text = small.replace("title: A campaign", "title: &name A campaign").replace(
        "publisher: A newspaper", "publisher: *n"
    )
    assert any("Aliases" in one for one in faults(text))
