"""A campaign goes out as one file and comes in again, the same in everything it holds."""

from datetime import date, time
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from actions.choices import AddressVisibility
from actions.models import (
    Action,
    ActionSource,
    Appeal,
    Campaign,
    DayOfAction,
    Demand,
    DemandSource,
    LetterRules,
    LetterTerms,
    ReportSource,
    Signature,
    Target,
)
from campaign.campaign_kinds import KINDS, columns_of
from campaign.campaign_out import CampaignLines, export_campaign
from campaign.loading.faults import FileRefused
from campaign.loading.service import load, load_example
from campaign.record_tables import BY_MODEL, TABLES, Table
from prisoners.choices import PublicationState
from prisoners.models import (
    Citation,
    Detention,
    Event,
    Figure,
    FormerSlug,
    Hearing,
    Official,
    Place,
    Prisoner,
    Sanction,
    Source,
    Statement,
)
from prisoners.services import hearings
from privacy.fields import EncryptedTextField
from tests.campaign.test_whole_record import as_services_write, empty_the_record, what_organisers_keep
from tests.campaign.test_whole_record_fields import fill
from tests.factories import (
    ActionFactory,
    CampaignFactory,
    HearingFactory,
    PrisonerFactory,
    SanctionFactory,
    SourceFactory,
    a_whole_campaign,
    a_whole_prisoner,
    cite,
)

pytestmark = pytest.mark.django_db


def _text(campaign: Campaign, *, everything: bool = False) -> str:
    """The file without its head, which names the day."""
    return export_campaign(campaign, everything=everything)[0].partition("\nrecord:\n")[2]


def _file(campaign: Campaign, *, everything: bool = False) -> bytes:
    return export_campaign(campaign, everything=everything)[0].encode()


def _campaign() -> Campaign:
    """One campaign that holds all that the factories of a whole record make."""
    campaign = a_whole_campaign(slug="whole")
    what_organisers_keep()
    first = SanctionFactory(prisoner=a_whole_prisoner())
    SanctionFactory(prisoner=first.prisoner, replaces=first, imposed_on="2020-01-01")
    FormerSlug.objects.create(slug="once-called", prisoner=first.prisoner)
    for many, rows in (("prisoners", Prisoner), ("events", Event), ("statements", Statement), ("figures", Figure)):
        getattr(campaign, many).set(rows.internal.all())
    for model in (Demand, Appeal, DayOfAction, Action):
        model.internal.update(campaign=campaign)
    Campaign.internal.exclude(pk=campaign.pk).delete()
    Target.internal.update(of_country=campaign.country)
    LetterRules.internal.update(place=Detention.internal.exclude(place=None)[0].place)
    LetterTerms.internal.update(prisoner=first.prisoner)
    for official, hearing in zip(Official.internal.all(), Hearing.internal.all(), strict=False):
        Hearing.internal.filter(pk=hearing.pk).update(judge=official.name)
    for link in (ActionSource, DemandSource, ReportSource):
        link.objects.update(locator="p. 14")
    as_services_write()
    return campaign


def test_everything_a_campaign_holds_comes_back_as_it_went_out() -> None:
    campaign = _campaign()
    told = _text(campaign)
    assert all(f"{word}:" in told for word in KINDS.values())
    assert "at: p. 14" in told
    file = _file(campaign)
    empty_the_record()
    assert load(file).is_change
    assert _text(Campaign.public.get(slug="whole")) == told
    assert not load(file).is_change


def test_file_over_the_record_that_it_came_from_changes_nothing() -> None:
    campaign = _campaign()
    Action.internal.filter(pk=Action.internal.all()[0].pk).update(
        venue="by the back door", address_visibility=AddressVisibility.CONFIRMED
    )
    outcome = load(_file(campaign))
    assert not outcome.is_change, list(outcome.lines())
    assert Action.internal.filter(venue="by the back door").exists()


def _unsaid(campaign: Campaign) -> dict[Table, set[str]]:
    """By table, the fields that no line of the campaign says."""
    lines = CampaignLines(campaign, everything=False).lines()
    return {table: _names(table) - {name for line in lines[table.model] for name in line} for table in TABLES}


def _names(table: Table) -> set[str]:
    return {column.name for column in table.columns} | set(table.many.split())


def test_every_field_comes_back_as_it_went_out() -> None:
    campaign = _campaign()
    for table, unsaid in _unsaid(campaign).items():
        fill(table, unsaid)
    as_services_write()
    assert {table.file: unsaid for table, unsaid in _unsaid(campaign).items() if unsaid} == {}
    told, file = _text(campaign), _file(campaign)
    empty_the_record()
    load(file)
    assert _text(Campaign.public.get(slug="whole")) == told
    assert not load(file).is_change


def test_example_goes_out_and_in_and_the_files_it_was_written_in_find_nothing_to_change() -> None:
    load_example()
    campaign = Campaign.public.get()
    told, file = _text(campaign), _file(campaign)
    assert not load(file).is_change
    empty_the_record()
    load(file)
    assert _text(Campaign.public.get()) == told
    told_anew = [line for outcome in load_example() for line in outcome.lines()]
    others = [line for line in told_anew if not line.startswith(("+ Target", "+ Place"))]
    assert others == []
    assert not any(":kz-" in line for line in told_anew)


def test_unpublished_rows_go_out_in_a_file_for_staff_alone_and_come_back_as_they_stood() -> None:
    campaign = CampaignFactory(slug="whole")
    shown = PrisonerFactory()
    campaign.prisoners.add(shown, PrisonerFactory(slug="canary-draft", state=PublicationState.DRAFT))
    cite(shown, key="canary-secret", is_confidential=True)
    for state in (PublicationState.IN_REVIEW, PublicationState.WITHDRAWN, PublicationState.SENT_BACK):
        SanctionFactory(prisoner=shown, text=f"canary-{state}", state=state, withdrawal_reason="canary-because")
    as_services_write()
    assert "canary" not in _file(campaign).decode()
    told, file = _text(campaign, everything=True), _file(campaign, everything=True)
    for word in ("canary-draft", "canary-secret", "canary-in_review", "canary-withdrawn", "canary-because"):
        assert word in told
    empty_the_record()
    load(file)
    assert _text(Campaign.internal.get(), everything=True) == told
    assert not load(file).is_change
    assert Source.internal.get().is_confidential
    assert Prisoner.internal.get(slug="canary-draft").state == PublicationState.DRAFT
    states = Sanction.internal.order_by("state").values_list("state", flat=True)
    assert list(states) == ["in_review", "sent_back", "withdrawn"]


def test_what_stands_otherwise_here_is_not_published_by_a_file() -> None:
    campaign = CampaignFactory(slug="whole")
    campaign.prisoners.add(prisoner := PrisonerFactory(slug="anna"))
    as_services_write()
    file = _file(campaign)
    Prisoner.internal.filter(pk=prisoner.pk).update(state=PublicationState.WITHDRAWN)
    with pytest.raises(FileRefused, match="“anna” is not published here"):
        load(file)


def test_public_file_takes_nothing_away_that_readers_do_not_see() -> None:
    campaign = CampaignFactory(slug="whole")
    campaign.prisoners.add(PrisonerFactory(slug="shown"), PrisonerFactory(slug="draft", state=PublicationState.DRAFT))
    campaign.sources.add(SourceFactory(key="open"), SourceFactory(key="secret", is_confidential=True))
    as_services_write()
    assert not load(_file(campaign)).is_change
    assert campaign.prisoners.count() == campaign.sources.count() == 2


def test_embassy_that_is_only_named_keeps_its_sources() -> None:
    campaign = CampaignFactory(slug="whole", country="KZ")
    action = ActionFactory(campaign=campaign, target__of_country="RU")
    action.target.sources.add(SourceFactory(key="of-the-embassy"))
    as_services_write()
    told, file = _text(campaign), _file(campaign)
    assert "of-the-embassy" in told
    empty_the_record()
    load(file)
    assert _text(Campaign.public.get()) == told


def test_row_of_the_desk_is_named_by_its_number_and_never_taken_for_another() -> None:
    sanction = SanctionFactory(prisoner=PrisonerFactory(slug="anna"), text="as entered")
    key = f"{settings.SITE_HOST}/sanction/{sanction.pk}"
    file = f"record:\n  sanctions:\n    {key}: {{regime: maximum}}\n"
    load(file.encode())
    sanction.refresh_from_db()
    assert (sanction.regime, sanction.import_key) == ("maximum", None)
    other = "  people: {boris: {name: Boris, country: KZ, consent_ground: already_public}}\n"
    load((file.replace("{regime: maximum}", "{regime: minimum, prisoner: boris, kind: prison}") + other).encode())
    sanction.refresh_from_db()
    assert sanction.regime == "maximum"
    assert Sanction.internal.get(import_key=key).prisoner.slug == "boris"


def test_file_holds_nobodys_data() -> None:
    for table in TABLES:
        for one in columns_of(table):
            assert not isinstance(one, EncryptedTextField)
            assert one.related_model is None or one.related_model in BY_MODEL
        assert table.model._meta.app_label in ("prisoners", "actions")
    assert Signature not in BY_MODEL


def test_another_campaign_stays_where_it_is() -> None:
    campaign, other = CampaignFactory(slug="whole"), CampaignFactory(slug="another")
    other.prisoners.add(PrisonerFactory(slug="somebody-else"))
    shared = PrisonerFactory(slug="shared")
    campaign.prisoners.add(shared)
    other.prisoners.add(shared)
    told = _text(campaign)
    assert "shared" in told
    assert "somebody-else" not in told
    assert "another" not in told


def test_what_is_only_named_keeps_its_other_ties() -> None:
    """The call of this campaign raises a demand of another one, which goes out, and is not emptied by coming in."""
    campaign, other = _campaign(), CampaignFactory(slug="another")
    other.prisoners.add(PrisonerFactory(slug="somebody-else"))
    demand = Demand.internal.all()[0]
    DayOfAction.internal.all()[0].demands.add(demand)
    Demand.internal.filter(pk=demand.pk).update(campaign=other)
    file = _file(campaign)
    assert b"another" in file
    assert not load(file).is_change
    assert [one.slug for one in other.prisoners.all()] == ["somebody-else"]


def _export(*args: str) -> str:
    out = StringIO()
    call_command("export_campaign", *args, stdout=out)
    return out.getvalue()


def test_command_writes_a_file_that_is_loaded_again(tmp_path: Path) -> None:
    campaign = a_whole_campaign(slug="whole")
    as_services_write()
    path = tmp_path / "whole.yaml"
    assert "people: " in _export("whole", str(path))
    assert path.read_text() == _export("whole") == export_campaign(campaign)[0]
    assert path.stat().st_mode & 0o077
    _export("whole", str(tmp_path / "staff.yaml"), "--everything")
    assert (tmp_path / "staff.yaml").stat().st_mode & 0o077 == 0
    _export("whole", str(path), "--everything")
    assert path.stat().st_mode & 0o077 == 0
    out = StringIO()
    call_command("load_campaign", str(path), "--dry-run", stdout=out)
    assert "Nothing changes" in out.getvalue()


@pytest.mark.parametrize("end", ["\n", "\r", "\x85", "\u2028", "\u2029"], ids=["LF", "CR", "NEL", "LS", "PS"])
def test_title_stays_within_the_comment_whatever_ends_its_lines(end: str) -> None:
    campaign = CampaignFactory(slug="whole", title=f"A title{end}persons: nobody")
    head = export_campaign(campaign)[0].partition("\n")[0]
    assert head == "# A title persons: nobody"
    assert load(_file(campaign), dry_run=True).tallies()


def test_command_names_the_campaigns_that_there_are(tmp_path: Path) -> None:
    CampaignFactory(slug="whole")
    CampaignFactory(slug="hidden", state=PublicationState.DRAFT)
    with pytest.raises(CommandError, match="no campaign “hidden” among these: whole"):
        _export("hidden")
    with pytest.raises(CommandError, match="cannot be written: Is a directory"):
        _export("whole", str(tmp_path))


def test_every_kind_of_row_has_a_word_of_its_own() -> None:
    models = {table.model for table in TABLES}
    assert models - KINDS.keys() == {Citation}
    assert len(set(KINDS.values())) == len(KINDS)


def test_dry_run_writes_nothing() -> None:
    file = _file(_campaign())
    empty_the_record()
    outcome = load(file, dry_run=True)
    assert outcome.is_change
    assert any(line.startswith("+ Prisoner") for line in outcome.lines())
    assert not Prisoner.internal.exists()
    assert not Place.objects.exists()


def test_what_a_row_says_otherwise_is_told_by_its_fields() -> None:
    campaign = CampaignFactory(slug="whole", country="KZ")
    prisoner = PrisonerFactory(slug="anna", born_on="1980")
    campaign.prisoners.add(prisoner)
    as_services_write()
    file = _file(campaign).replace(b"'1980'", b"1981-02-03")
    assert list(load(file).lines()) == ["~ Prisoner anna — born_on"]
    assert Prisoner.internal.get().born_earliest == date(1981, 2, 3)


def test_court_date_that_a_row_moves_is_a_new_revision() -> None:
    hearing = hearings.keep(HearingFactory(import_key="a-sitting", held_on="2031-02-01", local_time=time(10)))
    Hearing.internal.update(revision=4)
    for _time in range(2):
        load(b"record: {hearings: {a-sitting: {held_on: 2031-02-03}}}")
        hearing.refresh_from_db()
        assert (str(hearing.held_on), hearing.revision) == ("2031-02-03", 5)
