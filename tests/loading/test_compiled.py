"""The compiled data without our additions load as well, and a dry run writes nothing."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from campaign.loading.service import load, load_example
from prisoners.choices import CustodyEnd, SanctionEnd, SanctionKind
from prisoners.models import Charge, ChargeStep, Detention, EventLink, Prisoner, Sanction, Source

pytestmark = pytest.mark.django_db


def test_the_compiled_data_load_without_the_added_keys(bare_example: str) -> None:
    assert "replaces" not in bare_example
    load(bare_example.encode())
    first, second = Sanction.public.filter(prisoner__slug="yerlan-baltabai", kind=SanctionKind.PRISON)
    assert (first.years, first.ended_by, second.months, second.days) == (7, SanctionEnd.PARDON, 5, 8)
    ends = Detention.public.filter(prisoner__slug="yerlan-baltabai").values_list("ended_on", "ended_by")
    assert [(str(day), how) for day, how in ends] == [
        ("2019-08-09/2019-08-10", CustodyEnd.PARDONED),
        ("2020-03-20", CustodyEnd.SERVED),
    ]
    older, newer = Sanction.public.filter(prisoner__slug="yerzhan-yelshibaev")
    assert newer.added_to == older


def test_the_additions_change_the_same_rows(bare_example: str, example_text: str) -> None:
    load(bare_example.encode())
    load(example_text.encode())
    assert Prisoner.public.count() == 29
    assert not load(example_text.encode()).is_change


def test_a_dry_run_says_everything_and_writes_nothing(small: str) -> None:
    outcome = load(small.encode(), dry_run=True)
    assert any(line.startswith("+ Prisoner") for line in outcome.lines())
    assert not Prisoner.internal.exists()
    assert not Source.internal.exists()


def test_the_command_reports_and_says_when_nothing_changes(
    small: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(small)
    call_command("load_campaign", str(path), "--dry-run")
    assert "Dry run: nothing was written." in capsys.readouterr().out
    call_command("load_campaign", str(path))
    assert "prisoners: 1 new, 0 changed, 0 unchanged, 0 removed" in capsys.readouterr().out
    call_command("load_campaign", str(path))
    assert "Nothing changes" in capsys.readouterr().out


def test_the_command_fails_with_every_fault(small: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(small.replace("kind: arrest", "kind: holiday").replace("2020-03-01", "2020-03-41"))
    with pytest.raises(CommandError) as error:
        call_command("load_campaign", str(path))
    assert "line 15:" in str(error.value)
    assert "line 20:" in str(error.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("load_campaign", str(tmp_path / "none.yaml"))


def test_the_example_loads_into_an_empty_record() -> None:
    assert all(outcome.is_change for outcome in load_example())


HISTORY = """  - kind: charge
    date: 2020-02-02
    articles: ['174']
    src: [paper]
    history:
    - {status: pending, since: 2020-02-02, src: [paper]}
    - {status: convicted, since: 2020-03, src: [paper]}
  custody:
  - {from: 2020-03-01, kind: serving, confinement: solitary, whereabouts: cut_off, src: [paper]}
"""
RELATED = """  country: KZ
  strike_chronology:
  - {id: strike, date: 2011-05, title: Strike, text: x, src: [paper],
     related: [{relation: causes, to: shots, src: [paper]}]}
  - {id: shots, date: 2011-12-16, title: Shots, text: Shots, src: [paper]}
"""


def test_history_of_a_charge_conditions_and_related_events_are_loaded_once(small: str) -> None:
    text = small.replace(
        "publisher: A newspaper", "publisher: A newspaper\n    material: press\n    reliability: unsure"
    )
    text = text.replace("  country: KZ\n", RELATED) + HISTORY
    load(text.encode())
    charge = Charge.public.get()
    told = [(one.status, str(one.since_on), one.citations.count()) for one in charge.steps.all()]
    assert told == [("pending", "2020-02-02", 1), ("convicted", "2020-03", 1)]
    assert charge.status == "convicted"
    stretch, source, link = Detention.public.get(), Source.internal.get(), EventLink.public.get()
    assert (stretch.confinement, stretch.whereabouts) == ("solitary", "cut_off")
    assert (source.material, source.reliability, source.connection) == ("press", "unsure", "unknown")
    assert (link.event.title, link.relation, link.other.title) == ("Strike", "causes", "Shots")
    assert not load(text.encode()).is_change
    assert load(text.replace("status: convicted", "status: acquitted").encode()).is_change
    assert Charge.public.get().status == "acquitted"
    load(text.replace("    - {status: convicted, since: 2020-03, src: [paper]}\n", "").encode())
    assert (ChargeStep.public.count(), Charge.public.get().status) == (1, "pending")
