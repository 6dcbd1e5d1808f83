"""What was once written about somebody can be purged for ever; links have a history as facts have."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from prisoners.choices import SanctionKind, StaffRole
from prisoners.history import changes_of
from prisoners.models import Citation, HistoryPurge, Prisoner, Statement
from prisoners.services import hearings, prisoners, sanctions
from prisoners.services.purging import histories
from prisoners.services.staff import create_staff
from tests.prisoners import make
from tests.prisoners.desk import sent_by
from tests.prisoners.test_importing import _csv, _report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("numbers_stay_true")]


@pytest.fixture
def dora() -> str:
    return create_staff("dora@example.org", [StaffRole.STEWARD], make.PASSWORD, handle="dora").handle


def someone(name: str) -> Prisoner:
    """A prisoner with a secret in the history of each fact."""
    prisoner = make.a_prisoner(name, summary=f"hidden {name}")
    prisoner.summary = ""
    prisoners.keep(prisoner)
    sanction = sanctions.impose(prisoner, kind=SanctionKind.PRISON, imposed_on="2017", text=f"hidden {name}")
    make.cite(sanction)
    sanction.delete()
    case = make.a_case(prisoner, slug=f"case-{prisoner.slug}")
    hearing = hearings.schedule(case, place=make.a_place(name=name), held_on="2030-01-05", text=f"hidden {name}")
    hearing.text = ""
    hearings.keep(hearing)
    statement = Statement.internal.create(text="said")
    statement.prisoners.add(prisoner)
    statement.prisoners.remove(prisoner)
    return prisoner


def kept() -> str:
    return "\n".join(str(row) for model in histories() for row in model._base_manager.values())


def tables_with(word: str) -> set[str]:
    """Every table of the database that has the word in any column of any row, whatever its letters' case."""
    with connection.cursor() as cursor:
        return {name for name in connection.introspection.table_names(cursor) if _has(cursor, name, word)}


def _has(cursor: Any, table: str, word: str) -> bool:
    cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" one WHERE one::text ILIKE %s)', [f"%{word}%"])  # noqa: S608
    return bool(cursor.fetchone()[0])


def purge(slug: str, by: str) -> str:
    out = io.StringIO()
    call_command("purge_history", slug, "--by", by, "--yes", stdout=out)
    return out.getvalue()


def test_links_have_a_history_that_says_who_was_tied_and_taken() -> None:
    one, statement = make.a_prisoner(), Statement.internal.create(text="said")
    statement.prisoners.add(one)
    statement.prisoners.remove(one)
    ties = [change.differences[0] for change in changes_of(statement) if change.differences[0].field == "about"]
    assert {(one.before, one.after) for one in ties} == {("Yerlan Example", None), (None, "Yerlan Example")}


def test_every_plain_link_of_a_fact_with_a_history_has_one_too() -> None:
    facts = {model.pgh_tracked_model for model in histories()}
    links = [link.remote_field.through for one in facts for link in one._meta.local_many_to_many]
    plain = {one for one in links if one._meta.auto_created}
    assert plain - {model.pgh_tracked_model._meta.concrete_model for model in histories()} == set()


def test_history_of_one_is_purged_and_of_others_stays(dora: str) -> None:
    one, other = someone("Anna"), someone("Boris")
    before = Prisoner.internal.values().get(pk=one.pk)
    assert "hidden Anna" in kept()
    assert "Purged" in purge(one.slug, dora)
    left = kept()
    assert "hidden Anna" not in left
    assert left.count("hidden Boris") >= 3
    assert Prisoner.internal.values().get(pk=one.pk) == before
    tied = [row for model in histories() for row in model._base_manager.values() if row.get("prisoner_id") == one.pk]
    assert tied == []
    assert changes_of(other)
    assert not Citation.internal.exists()


def test_nothing_that_was_purged_is_left_in_any_table(dora: str, tmp_path: Path) -> None:
    for number, summary in enumerate(("Vasilisa of Aktau", "Vasilisa of Atyrau")):
        row = ["Vasilisa Gorbunkova", "KZ", summary]
        _report(
            _csv(tmp_path, ["Name", "Country", "Summary"], row, name=f"{number}.csv"), "--commit", "--likely", "same"
        )
    other = someone("Boris")
    one = Prisoner.internal.get(name="Vasilisa Gorbunkova")
    alice = Client()
    alice.force_login(make.alice())
    address = f"/staff/prisoners/prisoner/{one.pk}/change/"
    alice.post(address, sent_by(alice, address, born_on="1980"))
    one.refresh_from_db()
    one.slug, one.name, one.summary = "somebody", "Somebody", ""
    prisoners.keep(one)
    one.names.all().delete()
    places = tables_with("vasilisa")
    assert {"prisoners_prisonerevent", "prisoners_personnameevent", "django_admin_log"} <= places
    assert {"prisoners_batchentry", "prisoners_formerslug"} <= places
    purge("somebody", dora)
    assert (tables_with("vasilisa"), tables_with("gorbunkova")) == (set(), set())
    assert "hidden Boris" in kept() and changes_of(other)
    assert Client().get("/en/prisoners/vasilisa-gorbunkova/").status_code == 404


def test_import_of_which_somebody_was_purged_is_taken_back_without_them(dora: str, tmp_path: Path) -> None:
    path = _csv(tmp_path, ["Name", "Country"], ["Vasilisa Gorbunkova", "KZ"], ["Boris Example", "KZ"])
    _report(path, "--commit")
    purge("vasilisa-gorbunkova", dora)
    call_command("import_prisoners", str(path), "--take-back", stdout=io.StringIO())
    assert [one.slug for one in Prisoner.internal.all()] == ["vasilisa-gorbunkova"]


def test_note_stays_that_it_was_purged_and_when(dora: str) -> None:
    one = someone("Anna")
    purge(one.slug, dora)
    note = HistoryPurge.internal.get()
    assert (note.prisoner, note.purged_by.handle) == (one, "dora")  # type: ignore[union-attr]
    alice = Client()
    alice.force_login(make.alice())
    page = alice.get(f"/staff/prisoners/prisoner/{one.pk}/history/").content.decode()
    assert "was purged" in page


def test_purging_is_for_stewards_and_asks_once_more(dora: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, alice = someone("Anna"), make.alice()
    with pytest.raises(CommandError, match="for stewards"):
        purge(one.slug, alice.handle)
    with pytest.raises(CommandError, match="no prisoner"):
        purge("nobody", dora)
    answers: list[Any] = ["no", one.slug]
    monkeypatch.setattr("builtins.input", lambda _question: answers.pop(0))
    with pytest.raises(CommandError, match="Nothing was purged"):
        call_command("purge_history", one.slug, "--by", dora)
    assert "hidden Anna" in kept()
    call_command("purge_history", one.slug, "--by", dora, stdout=io.StringIO())
    assert "hidden Anna" not in kept()


def test_purging_is_not_done_where_nobody_can_be_asked(dora: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = someone("Anna")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(CommandError, match="Nothing was purged"):
        call_command("purge_history", one.slug, "--by", dora)
    assert "hidden Anna" in kept()


def test_one_state_is_restored_through_the_service_and_that_is_history_too() -> None:
    one, alice = make.a_prisoner(summary="Right."), Client()
    alice.force_login(make.alice())
    one.summary, one.slug = "Wrong.", "moved"
    prisoners.keep(one)
    first = one.history.order_by("pgh_id").first().pgh_id
    address = f"/staff/prisoners/prisoner/{one.pk}/history/"
    assert f'value="{first}"' in alice.get(address).content.decode()
    alice.post(address, {"restore": first})
    one.refresh_from_db()
    assert (one.summary, one.slug, one.history.count()) == ("Right.", "yerlan-example", 3)
    assert one.former_slugs.get().slug == "moved"


def test_restoring_what_cannot_be_is_refused_and_changes_nothing() -> None:
    one, alice = make.a_prisoner(), Client()
    case, place = make.a_case(one), make.a_place()
    hearing = hearings.schedule(case, place=place, held_on="2030-01-05")
    hearing.place = make.a_place(name="Almaty")
    hearings.keep(hearing)
    place.delete()
    alice.force_login(make.alice())
    first = hearing.history.order_by("pgh_id").first().pgh_id
    address = f"/staff/prisoners/hearing/{hearing.pk}/history/"
    assert "is not there any more" in alice.post(address, {"restore": first}, follow=True).content.decode()
    for absent in ("999999999999", "9" * 5_000):
        assert alice.post(address, {"restore": absent}).status_code == 404
    hearing.refresh_from_db()
    assert (hearing.place.name, hearing.history.count()) == ("Almaty", 2)  # type: ignore[union-attr]


def test_public_row_is_restored_by_publishers_alone() -> None:
    one, alice = make.a_prisoner(), Client()
    make.published(one)
    alice.force_login(make.alice())
    first = one.history.order_by("pgh_id").first().pgh_id
    assert alice.post(f"/staff/prisoners/prisoner/{one.pk}/history/", {"restore": first}).status_code == 403
    assert Prisoner.public.get() == one
