"""A part in an event is known by its event, the role and who it was: in whatever order a file tells them."""

import pytest

from campaign.loading.faults import FileRefused
from campaign.loading.service import load
from prisoners.models import Citation, Involvement, Organisation
from tests.prisoners import make

pytestmark = pytest.mark.django_db
EVENTS = """  strike_chronology:
  - date: 2019
    kind: strike
    text: a strike
    src: [paper]
    involved:
    %(parts)s
persons:
"""
A = "- {role: employer, organisation: A company, note: %s, src: [paper]}"
B = "- {role: employer, organisation: B company, src: [paper]}"
JUDGE = "- {role: judge, name: A Judge, src: [paper]}"
ANNA = "- {role: organiser, person: kz-one, src: [paper]}"


def file_of(small: str, *parts: str) -> bytes:
    """The small file with these parts in one event, one a line."""
    return small.replace("persons:\n", EVENTS % {"parts": "\n    ".join(parts)}).encode()


def parts() -> dict[str, tuple[int, str]]:
    """Each part by who it was: its number and what is said of it."""
    rows = Involvement.internal.select_related("organisation", "prisoner")
    return {str(one.organisation or one.prisoner or one.name): (one.pk, one.note) for one in rows}


def test_parts_in_another_order_are_the_same_parts(small: str) -> None:
    load(file_of(small, A % "first", B, JUDGE, ANNA))
    before = parts()
    outcome = load(file_of(small, ANNA, JUDGE, B, A % "first"))
    assert (outcome.is_change, parts(), len(before)) == (False, before, 4)


def test_what_is_said_of_a_part_stays_with_who_it_was(small: str) -> None:
    load(file_of(small, A % "first", B))
    before = parts()
    load(file_of(small, B, A % "second"))
    assert parts() == before | {"A company": (before["A company"][0], "second")}


def test_part_that_is_left_out_takes_no_other_with_it(small: str) -> None:
    load(file_of(small, A % "first", B))
    kept = parts()["B company"]
    load(file_of(small, B))
    assert parts() == {"B company": kept}


def test_parts_loaded_by_their_place_are_found_and_keep_their_day(small: str) -> None:
    file = file_of(small, A % "first", B, JUDGE, ANNA)
    load(file)
    keys = dict(Involvement.internal.values_list("pk", "import_key"))
    for number, row in enumerate(Involvement.internal.order_by("pk"), 1):
        by_place = f"{row.import_key.rpartition('/')[0]}/{number}"
        Involvement.internal.filter(pk=row.pk).update(import_key=by_place)
    before = set(Involvement.internal.values_list("pk", "updated_at"))
    outcome = load(file)
    assert (outcome.is_change, list(outcome.lines())) == (False, [])
    assert set(Involvement.internal.values_list("pk", "updated_at")) == before
    assert dict(Involvement.internal.values_list("pk", "import_key")) == keys


@pytest.mark.parametrize("part", [B, JUDGE, ANNA], ids=["organisation", "name", "person"])
def test_part_that_stands_twice_is_refused_with_its_line(small: str, part: str) -> None:
    file = file_of(small, part, A % "first", part)
    line = file.decode()[: file.decode().rindex(part)].count("\n") + 1
    with pytest.raises(FileRefused, match=f"line {line}: The same part in this event stands here twice."):
        load(file)
    assert not Involvement.internal.exists()


def test_part_that_was_entered_at_the_desk_is_unchanged_and_stays_the_desks(small: str) -> None:
    file = file_of(small, A % "first", B, JUDGE, ANNA)
    load(file)
    Involvement.internal.update(import_key=None, note="of the desk")
    Citation.internal.filter(involvement__isnull=False).update(source=make.a_source("desk"))
    before = set(Involvement.internal.values_list("pk", "updated_at"))
    outcome = load(file_of(small, A % "of the desk", B, JUDGE, ANNA))
    assert next(one for one in outcome.tallies() if one.kind == "parts in events and cases").new == 0
    assert set(Involvement.internal.values_list("pk", "updated_at")) == before
    assert set(Involvement.internal.values_list("note", "import_key")) == {("of the desk", None)}
    cited = Citation.internal.filter(involvement__isnull=False).values_list("source__key", flat=True)
    assert sorted(cited) == ["desk"] * 4 + ["paper"] * 4
    assert not load(file_of(small, A % "of the desk", B, JUDGE, ANNA)).is_change
    load(file_of(small, A % "of the desk", B))
    assert Involvement.internal.count() == 4


@pytest.mark.parametrize("dry_run", [False, True])
def test_company_on_which_a_part_of_the_desk_rests_is_named_with_what_rests_on_it(small: str, dry_run: bool) -> None:
    load(file_of(small, A % "first", B))
    company = Organisation.objects.get(name="A company")
    Involvement.internal.create(case=make.a_case(), role="other", organisation=company, note="at the desk")
    with pytest.raises(FileRefused) as refused:
        load(file_of(small, B), dry_run=dry_run)
    (reason,) = map(str, refused.value.reasons)
    assert f"Organisation {company.import_key} (A company) is no longer in the file" in reason
    assert "others rest on it: part in an event or a case “" in reason
    assert parts().keys() == {"A company", "B company"} and Involvement.internal.count() == 3


def test_dry_run_that_would_remove_rows_writes_nothing(small: str) -> None:
    load(file_of(small, A % "first", B))
    assert load(file_of(small, B), dry_run=True).is_change
    assert parts().keys() == {"A company", "B company"}
