"""The whole public record goes out as plain files and comes in again, the same to the byte."""

import json
from contextlib import closing
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from actions.choices import Rhythm
from actions.models import Action, Appeal, Demand, DemandSource, LetterRules, LetterTerms, Series, Slot
from campaign import record_writing
from campaign.record_in import import_record
from campaign.record_instants import INSTANTS, derive
from campaign.record_out import export_record
from campaign.record_tables import TABLES, Table
from prisoners.choices import PublicationState
from prisoners.models import Hearing, OfficialSpelling, PersonName, Place, Prisoner, Sanction
from prisoners.services import hearings
from prisoners.services.prisoners import name_the_nameless
from tests.factories import (
    ActionFactory,
    AppealFactory,
    CampaignFactory,
    DayOfActionFactory,
    DemandFactory,
    DetentionFactory,
    GroupFactory,
    HearingFactory,
    PlaceFactory,
    PrisonerFactory,
    SanctionFactory,
    SlotFactory,
    SourceFactory,
    a_whole_campaign,
    a_whole_prisoner,
    cite,
)

pytestmark = pytest.mark.django_db


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def empty_the_record() -> None:
    Hearing.internal.update(next_hearing=None)
    Action.internal.update(series=None)
    Sanction.internal.update(replaces=None, accompanies=None, added_to=None)
    Demand.internal.update(supersedes=None)
    Appeal.internal.update(follows=None)
    for table in reversed(TABLES):
        if table.model is Place:
            Place.objects.update(located_in=None)
        table.model._base_manager.all().delete()


def test_one_record_is_read_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def is_free() -> bool:
        other = connections.create_connection("default")
        with closing(other), other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [record_writing.LOCK])
            return bool(cursor.fetchone()[0])

    seen: list[bool] = []
    monkeypatch.setattr(record_writing.RecordWriter, "write", lambda self: seen.append(is_free()) or {})
    export_record(tmp_path)
    assert is_free()
    import_record(tmp_path)
    assert seen == [False]


def what_organisers_keep() -> None:
    """A call with a city that returns, a role there, and what a prison lets through."""
    call = DayOfActionFactory(slug="a-call", group=GroupFactory(), local_time=time(18))
    call.prisoners.add(PrisonerFactory())
    call.demands.add(DemandFactory(campaign=call.campaign))
    action = ActionFactory(
        slug="a-city", day_of_action=call, capacity=0, is_open_for_sign_up=True, series_on=call.held_on
    )
    Action.internal.filter(pk=action.pk).update(own_fields=["title"], reminder_minutes=[60], has_waiting_list=False)
    made = {"first_on": call.held_on, "last_on": date(2027, 12, 16), "made_until": call.held_on}
    series = Series.objects.create(rhythm=Rhythm.MONTHLY_DATE, pattern=action, **made)
    Action.internal.filter(pk=action.pk).update(series=series)
    SlotFactory(action=action, role="steward", minimum=2)
    said = {"state": PublicationState.PUBLISHED, "verified_on": date(2026, 11, 1)}
    LetterRules.internal.create(place=PlaceFactory(), languages="Russian", wants_birth_year=False, **said)
    LetterTerms.internal.create(prisoner=PrisonerFactory(), who="anybody", **said)


def as_services_write() -> None:
    """What factories leave out: a spelling for everybody, and the instants of what has an hour."""
    name_the_nameless()
    for model in INSTANTS:
        for row in model.internal.all():
            derive(row)
            row.save()


def test_record_is_the_same_after_going_out_and_in(tmp_path: Path) -> None:
    a_whole_campaign()
    what_organisers_keep()
    first = SanctionFactory(prisoner=a_whole_prisoner())
    SanctionFactory(prisoner=first.prisoner, replaces=first, imposed_on="2020-01-01")
    as_services_write()
    counts = export_record(tmp_path / "one")
    assert all(counts[table.file] for table in TABLES if table.model.__name__ != "FormerSlug")
    empty_the_record()
    import_record(tmp_path / "one")
    export_record(tmp_path / "two")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")
    city = Action.public.get(slug="a-city")
    assert (city.day_of_action and city.day_of_action.slug, city.series and city.series.pattern) == ("a-call", city)
    assert (city.own_fields, city.reminder_minutes, city.has_waiting_list, city.capacity) == (["title"], [60], False, 0)
    assert LetterRules.public.get().wants_birth_year is False
    assert set(import_record(tmp_path / "one").values()) == {0}


def test_nothing_unpublished_goes_out(tmp_path: Path) -> None:
    cite(PrisonerFactory(slug="canary-draft", state=PublicationState.DRAFT), key="canary-source")
    shown = PrisonerFactory()
    cite(shown, key="canary-secret", is_confidential=True)
    SanctionFactory(prisoner=shown, text="canary-sanction", state=PublicationState.IN_REVIEW)
    PlaceFactory(name="canary-place")
    SourceFactory(key="canary-unused")
    export_record(tmp_path)
    assert b"canary" not in b"".join(_bytes(tmp_path).values())


def test_import_is_refused_whole_with_file_and_line(tmp_path: Path) -> None:
    a_whole_prisoner()
    export_record(tmp_path)
    empty_the_record()
    path = tmp_path / "sanction.jsonl"
    path.write_text(path.read_text().replace('"imposed_on": "2019-07-17"', '"imposed_on": "2019-02-31"'))
    with pytest.raises(CommandError, match=r"sanction.jsonl, line 1"):
        call_command("import_record", str(tmp_path))
    assert not Prisoner.internal.exists()


@pytest.mark.parametrize("spoilt", ["{", '{"_": "x", "password": 1}', "[]", '{"_": "x", "country": "Kazakhstan"}'])
def test_spoilt_line_is_refused(tmp_path: Path, spoilt: str) -> None:
    export_record(tmp_path)
    (tmp_path / "prisoner.jsonl").write_text(spoilt + "\n")
    with pytest.raises(CommandError, match=r"prisoner.jsonl, line 1"):
        call_command("import_record", str(tmp_path))


@pytest.mark.parametrize("escape", ["\\u0000", "\\ud800"])
@pytest.mark.parametrize("member", ['"name": "An{}na"', '"i18n": {{"name_ru": "{}"}}'], ids=["a text", "deeper"])
def test_text_that_no_database_keeps_is_refused_in_our_words(tmp_path: Path, escape: str, member: str) -> None:
    export_record(tmp_path)
    (tmp_path / "prisoner.jsonl").write_text('{"_": "anna", ' + member.format(escape) + "}\n")
    with pytest.raises(CommandError, match=r"prisoner.jsonl, line 1: A text holds what no text can hold"):
        call_command("import_record", str(tmp_path))


def test_export_onto_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "file" / "folder"):
        with pytest.raises(CommandError, match="is a file: name a folder") as refused:
            call_command("export_record", str(path))
        assert "Errno" not in str(refused.value)
    (tmp_path / "one" / "place.jsonl").mkdir(parents=True)
    with pytest.raises(CommandError, match=r"place\.jsonl cannot be written: Is a directory"):
        call_command("export_record", str(tmp_path / "one"))


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c"], ids=["ls", "ps", "nel", "vt", "ff"])
def test_text_with_another_end_of_a_line_goes_out_and_in(tmp_path: Path, mark: str) -> None:
    PrisonerFactory(slug="anna", summary=f"One{mark}two")
    as_services_write()
    export_record(tmp_path / "one")
    empty_the_record()
    import_record(tmp_path / "one")
    assert Prisoner.public.get(slug="anna").summary == f"One{mark}two"
    export_record(tmp_path / "two")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def _set(path: Path, **values: object) -> None:
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    path.write_text("".join(json.dumps({**line, **values}) + "\n" for line in lines))


def _instants(row: Any) -> tuple[Any, Any]:
    return row.starts_at, getattr(row, "ends_at", None)


@pytest.mark.parametrize("said", ["1999-01-01T00:00:00+00:00", None, "nonsense"], ids=["wrong", "none", "nonsense"])
def test_instants_of_a_file_are_derived_and_not_believed(tmp_path: Path, said: str | None) -> None:
    hearing = HearingFactory(local_time=time(10))
    action = ActionFactory(slug="a-city")
    appeal = AppealFactory(slug="an-appeal", closes_on=date(2030, 1, 1))
    export_record(tmp_path)
    wanted = [_instants(row) for row in (hearings.keep(hearing), action)]
    empty_the_record()
    _set(tmp_path / "hearing.jsonl", starts_at=said)
    _set(tmp_path / "action.jsonl", starts_at=said, ends_at=said)
    _set(tmp_path / "appeal.jsonl", closes_at=said)
    import_record(tmp_path)
    assert [_instants(row) for row in (Hearing.internal.get(), Action.internal.get(slug="a-city"))] == wanted
    assert Appeal.internal.get(slug=appeal.slug).closes_at is not None
    assert set(import_record(tmp_path).values()) == {0}


@pytest.mark.parametrize("here", [1, 3], ids=["told once", "moved here since"])
@pytest.mark.parametrize(
    "change",
    [{"held_on": "2031-02-03"}, {"local_time": "11:30:00"}, {"court": "another court"}, {"status": "cancelled"}],
    ids=["day", "hour", "court", "called off"],
)
def test_court_date_that_a_file_changes_is_a_new_revision(tmp_path: Path, change: dict[str, str], here: int) -> None:
    hearings.keep(HearingFactory(held_on="2031-02-01", local_time=time(10)))
    export_record(tmp_path)
    empty_the_record()
    import_record(tmp_path)
    Hearing.internal.update(revision=here)
    assert import_record(tmp_path)["hearing.jsonl"] == 0
    _set(tmp_path / "hearing.jsonl", **change)
    assert import_record(tmp_path)["hearing.jsonl"] == 1
    assert Hearing.internal.get().revision == here + 1
    assert import_record(tmp_path)["hearing.jsonl"] == 0
    _set(tmp_path / "hearing.jsonl", text="what is not told again", revision=here + 5)
    import_record(tmp_path)
    assert Hearing.internal.get().revision == here + 5


@pytest.mark.parametrize(
    "change", [{"venue": "at the fountain"}, {"cancelled_at": "2030-01-01T10:00:00+00:00"}], ids=["moved", "cancelled"]
)
def test_action_that_a_file_changes_is_a_new_revision(tmp_path: Path, change: dict[str, str]) -> None:
    action = ActionFactory(slug="a-city", held_on="2031-02-01", local_time=time(10))
    as_services_write()
    export_record(tmp_path)
    Action.internal.update(revision=2)
    _set(tmp_path / "action.jsonl", **change)
    import_record(tmp_path)
    assert Action.internal.get(pk=action.pk).revision == 3


def test_rows_of_the_desk_are_not_doubled_where_they_come_from(tmp_path: Path) -> None:
    prisoner = PrisonerFactory()
    hearing = HearingFactory(place=PlaceFactory(name="Court of the desk"), held_on="2031-02-01")
    rows = [hearing, hearing.place, DetentionFactory(prisoner=prisoner), SanctionFactory(prisoner=prisoner)]
    as_services_write()
    assert [row.import_key for row in rows] == [None] * len(rows)
    before = {table.file: table.model._base_manager.count() for table in TABLES}
    export_record(tmp_path)
    assert set(import_record(tmp_path).values()) == {0}
    _set(tmp_path / "hearing.jsonl", held_on="2031-02-03")
    _set(tmp_path / "detention.jsonl", ended_on="2019-08-12")
    _set(tmp_path / "sanction.jsonl", years=6)
    _set(tmp_path / "place.jsonl", region="A region")
    changed = {file for file, count in import_record(tmp_path).items() if count}
    assert changed == {"hearing.jsonl", "detention.jsonl", "sanction.jsonl", "place.jsonl"}
    assert {table.file: table.model._base_manager.count() for table in TABLES} == before
    hearing.refresh_from_db()
    assert (str(hearing.held_on), hearing.revision) == ("2031-02-03", 1)


def test_hearing_without_a_place_is_refused(tmp_path: Path) -> None:
    HearingFactory()
    export_record(tmp_path)
    empty_the_record()
    _set(tmp_path / "hearing.jsonl", place=None)
    with pytest.raises(CommandError, match=r"hearing.jsonl, line 1"):
        call_command("import_record", str(tmp_path))


def test_money_without_cents_changes_nothing_the_second_time(tmp_path: Path) -> None:
    SanctionFactory(kind="fine", fine_amount=2_000_000, fine_currency="KZT")
    export_record(tmp_path)
    empty_the_record()
    import_record(tmp_path)
    _set(tmp_path / "sanction.jsonl", fine_amount="2000000")
    assert import_record(tmp_path)["sanction.jsonl"] == 0


def test_person_without_a_spelling_is_named_by_the_record(tmp_path: Path) -> None:
    PrisonerFactory(slug="anna", name="Anna Neil")
    export_record(tmp_path)
    empty_the_record()
    (tmp_path / "personname.jsonl").unlink()
    assert import_record(tmp_path)["personname.jsonl"] == 1
    assert [one.text for one in PersonName.internal.filter(prisoner__slug="anna")] == ["Anna Neil"]
    assert import_record(tmp_path)["personname.jsonl"] == 0


def test_day_that_there_is_not_is_refused_with_what_was_meant(tmp_path: Path) -> None:
    a_whole_prisoner()
    export_record(tmp_path)
    empty_the_record()
    _set(tmp_path / "detention.jsonl", started_on="2026-02-30")
    with pytest.raises(CommandError, match=r"cannot stand in “started_on”\. .*2026-02-28"):
        call_command("import_record", str(tmp_path))


def test_custody_that_begins_in_the_future_is_refused(tmp_path: Path) -> None:
    a_whole_prisoner()
    export_record(tmp_path)
    empty_the_record()
    _set(tmp_path / "detention.jsonl", started_on="2999-01-01", ended_on="", ended_by="")
    with pytest.raises(CommandError, match=r"detention.jsonl, line 1: .*future"):
        call_command("import_record", str(tmp_path))


def test_folder_without_a_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"record.json"):
        call_command("import_record", str(tmp_path))


def test_what_was_withdrawn_here_is_not_published_by_an_import(tmp_path: Path) -> None:
    prisoner = PrisonerFactory()
    export_record(tmp_path)
    Prisoner.internal.filter(pk=prisoner.pk).update(state=PublicationState.WITHDRAWN)
    with pytest.raises(CommandError, match="not published here"):
        call_command("import_record", str(tmp_path))


def test_two_roles_that_are_called_alike_are_moved_as_two(tmp_path: Path) -> None:
    action = ActionFactory(slug="a-city")
    for most in (2, 5):
        SlotFactory(action=action, role="steward", label="at the gate", maximum=most)
    export_record(tmp_path)
    empty_the_record()
    assert import_record(tmp_path)["slot.jsonl"] == 2
    assert sorted(Slot.internal.values_list("maximum", flat=True)) == [2, 5]
    assert import_record(tmp_path)["slot.jsonl"] == 0
    assert sorted(Slot.internal.values_list("maximum", flat=True)) == [2, 5]


def test_places_in_sources_go_out_and_in_and_wrong_ones_are_refused(tmp_path: Path) -> None:
    demand = DemandFactory(campaign=CampaignFactory(slug="whole"))
    demand.sources.add(SourceFactory(key="paper"), SourceFactory(key="other"))
    DemandSource.objects.filter(source__key="paper").update(locator="p. 14")
    export_record(tmp_path)
    empty_the_record()
    import_record(tmp_path)
    assert set(DemandSource.objects.values_list("source__key", "locator")) == {("paper", "p. 14"), ("other", "")}
    assert set(import_record(tmp_path).values()) == {0}
    for wrong in ("p. 1", {"nobody": "p. 1"}, {"paper": 1}, {"paper": "x" * 121}):
        _set(tmp_path / "demand.jsonl", at=wrong)
        with pytest.raises(CommandError, match=r"demand.jsonl, line 1: .* cannot stand in “at”"):
            call_command("import_record", str(tmp_path))
    _set(tmp_path / "demand.jsonl", at={})
    assert import_record(tmp_path)["demand.jsonl"] == 1
    assert not DemandSource.objects.exclude(locator="").exists()


#: What of a row is not public, is derived, or belongs to this site alone.
LEFT_OUT = {
    "id",
    "created_at",
    "updated_at",
    "state",
    "submitted_by",
    "published_by",
    "published_at",
    "withdrawn_at",
    "withdrawal_reason",
    "sent_back_reason",
    "is_confidential",
    "merged_pk",
    "folded",
    "keys",
    "words",
    # Of a campaign: the count of a series, when reminders settle, the files of pictures, and who came.
    "series",
    "settles_at",
    "picture",
    "walk_in_count",
    "signed_up_count",
    "attended_count",
    "reported_by",
}
#: What the database makes of a row by itself.
MADE_OF_IT = {OfficialSpelling: {"key", "country", "sounds"}}


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.file)
def test_table_leaves_out_no_field_of_a_fact_unsaid(table: Table) -> None:
    out = {one.name for one in table.columns} | {table.named_by} | set(table.many.split())
    fields = {one.name for one in [*table.model._meta.local_concrete_fields, *table.model._meta.local_many_to_many]}
    bounds = {name for name in fields if name.endswith(("_earliest", "_latest"))}
    through = {"defendants"} | MADE_OF_IT.get(table.model, set())
    assert fields - out - bounds - through - LEFT_OUT - {"import_key"} == set()


def test_export_that_was_cut_off_is_no_record(tmp_path: Path) -> None:
    """As on a disk that is full: the first files were written, the last was not."""
    PrisonerFactory()
    export_record(tmp_path)
    (tmp_path / TABLES[-1].file).unlink()
    (tmp_path / TABLES[-1].file).mkdir()
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_record", str(tmp_path))
    with pytest.raises(CommandError, match="There is no record here"):
        call_command("import_record", str(tmp_path))


@pytest.mark.parametrize("file", ["record.json", TABLES[0].file])
def test_file_that_is_nested_beyond_measure_is_refused(tmp_path: Path, file: str) -> None:
    export_record(tmp_path)
    (tmp_path / file).write_text("[" * 200_000 + "\n")
    with pytest.raises(CommandError, match=r"no record here|not JSON"):
        call_command("import_record", str(tmp_path))


@pytest.mark.parametrize("said", [True, 1.5, {"a": 1}, "press"])
def test_many_links_that_are_no_list_are_refused_with_their_line(tmp_path: Path, said: Any) -> None:
    a_whole_campaign()
    export_record(tmp_path)
    first, *others = (tmp_path / "demand.jsonl").read_text().splitlines()
    lines = [json.dumps({**json.loads(first), "prisoners": said}), *others]
    (tmp_path / "demand.jsonl").write_text("\n".join(lines))
    with pytest.raises(CommandError, match=r"demand.jsonl, line 1: .* cannot stand in “prisoners”"):
        call_command("import_record", str(tmp_path))
