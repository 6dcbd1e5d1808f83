"""Taking an import back after a while: what was derived meanwhile is nobody's work."""

import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from prisoners.models import Batch, Case, Prisoner, Sanction, Span, SpanDue
from prisoners.services import spans
from prisoners.services.import_taking_back import DERIVED
from tests.prisoners import make
from tests.queries import first_queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("numbers_stay_true")]

ROWS = "Name;Country;Arrested;Sentence;Source\nYerlan Example;KZ;2019-04-19;7 years;https://press.example/a\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that was imported, after which the spans of its people were derived."""
    file = tmp_path / "list.csv"
    file.write_text(ROWS)
    call_command("import_prisoners", str(file), "--commit", stdout=io.StringIO())
    spans.settle_all()
    assert Span.objects.exists()
    assert not SpanDue.objects.exists()
    return file


def test_command_takes_an_import_back_once_its_spans_have_settled(path: Path) -> None:
    call_command("import_prisoners", str(path), "--take-back", stdout=io.StringIO())
    assert not Prisoner.internal.exists()
    assert not Span.objects.exists()


def test_command_says_for_machines_what_it_took_back(path: Path) -> None:
    out, batch = io.StringIO(), Batch.internal.get()
    call_command("import_prisoners", str(path), "--take-back", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"file": "list.csv", "taken_back": True, "batch": batch.pk}
    again = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_prisoners", str(path), "--take-back", "--json", stdout=again)
    assert "taken back" in json.loads(again.getvalue())["error"]


def test_desk_takes_an_import_back_once_its_spans_have_settled(path: Path) -> None:
    client = Client()
    client.force_login(make.alice())
    page = client.post(f"/staff/prisoners/batch/{Batch.internal.get().pk}/change/").content.decode()
    assert "taken back as a whole" in page
    assert not Prisoner.internal.exists()


def test_what_somebody_entered_since_is_named_in_words_and_keeps_the_import(path: Path) -> None:
    source = make.a_source(title="A report of the court")
    made = make.cite(Prisoner.internal.get(), source)
    type(made).internal.filter(pk=made.pk).update(created_at=timezone.now() + timedelta(seconds=1))
    with pytest.raises(CommandError, match="citation “A report of the court”"):
        call_command("import_prisoners", str(path), "--take-back")
    assert Prisoner.internal.exists()


def test_whatever_has_no_day_of_entry_is_known_to_be_derived_or_entered_by_people() -> None:
    entered = {"ConfidentialNote", "HistoryPurge", "LetterClaim"}
    undated: set[type[Model]] = {
        relation.related_model
        for model in (Prisoner, Case, Sanction)
        for relation in model._meta.related_objects
        if not hasattr(relation.related_model, "pgh_tracked_model")
        and "created_at" not in {one.name for one in relation.related_model._meta.concrete_fields}
    }
    assert {model.__name__ for model in undated} == entered | {model.__name__ for model in DERIVED}


def _imported(file: Path, count: int) -> Path:
    """A file of so many people, each with a sentence."""
    people = "".join(f"Person{number} Family{number},KZ,{1 + number % 9} years\n" for number in range(count))
    file.write_text(f"name,country,sentence\n{people}")
    call_command("import_prisoners", str(file), "--commit", "--likely", "new", stdout=io.StringIO())
    assert Sanction.internal.count() == count
    return file


def test_sanctions_that_hang_on_each_other_are_taken_back_together(tmp_path: Path) -> None:
    file = _imported(tmp_path / "people.csv", 3)
    first, second, third = Sanction.internal.order_by("pk")
    Sanction.internal.filter(pk=second.pk).update(replaces=first)
    Sanction.internal.filter(pk=first.pk).update(accompanies=third)
    call_command("import_prisoners", str(file), "--take-back", stdout=io.StringIO())
    assert not Sanction.internal.exists()


def test_taking_back_asks_the_same_number_of_times_for_many_people(tmp_path: Path) -> None:
    file = _imported(tmp_path / "people.csv", 60)
    asked = first_queries_of(call_command, "import_prisoners", str(file), "--take-back", stdout=io.StringIO())
    assert len(asked) <= 180
    assert not Prisoner.internal.exists()


def test_no_more_than_fifty_reasons_are_said(tmp_path: Path) -> None:
    file = _imported(tmp_path / "people.csv", 60)
    for row in Sanction.internal.all():
        row.save()
    with pytest.raises(CommandError) as refused:
        call_command("import_prisoners", str(file), "--take-back", stdout=io.StringIO())
    assert str(refused.value).count("was changed after the import") == 50
    assert Sanction.internal.count() == 60
