"""The example campaign in the record: true chains, claims side by side, the same file twice."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from actions import cities
from actions.choices import DeliveryOutcome, DemandState
from actions.models import Action, Campaign, Demand, Report, Target
from campaign.loading.service import EXAMPLE, load, load_example, read_file
from prisoners.choices import SUPPRESSIONS, CustodyEnd, EventKind, SanctionEnd, SanctionKind, Stance
from prisoners.models import (
    Citation,
    Detention,
    Event,
    Figure,
    Hearing,
    Involvement,
    Official,
    Prisoner,
    Sanction,
    Source,
    Statement,
    StatusReport,
)

pytestmark = pytest.mark.usefixtures("example")


def _chain(slug: str) -> list[tuple[str, str, tuple[int, int, int], str, str]]:
    rows = Sanction.public.filter(prisoner__slug=slug, accompanies=None)
    return [
        (row.kind, str(row.imposed_on), (row.years, row.months, row.days), row.ended_by, str(row.ended_on or ""))
        for row in rows
    ]


def _custody(slug: str) -> list[tuple[str, str, str]]:
    rows = Detention.public.filter(prisoner__slug=slug)
    return [(str(row.started_on), str(row.ended_on or ""), row.ended_by) for row in rows]


def test_baltabais_chain_is_a_term_a_fine_and_a_term() -> None:
    assert _chain("yerlan-baltabai") == [
        (SanctionKind.PRISON, "2019-07-17", (7, 0, 0), SanctionEnd.PARDON, "2019-08"),
        (SanctionKind.FINE, "2019-08", (0, 0, 0), SanctionEnd.REPLACEMENT, "2019-10-16"),
        (SanctionKind.PRISON, "2019-10-16", (0, 5, 8), SanctionEnd.SERVED, "2020-03-20"),
    ]
    fine = Sanction.public.get(prisoner__slug="yerlan-baltabai", kind=SanctionKind.FINE)
    assert fine.replaces is not None
    assert fine.replaces.years == 7
    assert fine.fine_amount is None
    assert fine.replaced_by.get().days == 8


def test_baltabai_was_held_twice_and_left_prison_on_the_9th_or_10th_of_august() -> None:
    assert _custody("yerlan-baltabai") == [
        ("2019-07-17", "2019-08-09/2019-08-10", CustodyEnd.PARDONED),
        ("2019-10-16", "2020-03-20", CustodyEnd.SERVED),
    ]
    release = Event.public.get(
        prisoners__slug="yerlan-baltabai", kind=EventKind.RELEASE, happened_earliest="2019-08-09"
    )
    told = {str(one.reported_on): {cite.source.key for cite in one.citations.all()} for one in release.variants.all()}
    assert told == {
        "2019-08-09": {"hrw-2019-07-19"},
        "2019-08-10": {"iu-2019-08-12", "iu-es-2019-08-12"},
        "2019-08-09/2019-08-10": {"ehonews-rubahova"},
    }


def test_baltabais_ban_of_seven_years_stands_beside_the_first_term() -> None:
    ban = Sanction.public.get(prisoner__slug="yerlan-baltabai", kind=SanctionKind.ACTIVITY_BAN)
    assert ban.accompanies is not None
    assert (ban.years, str(ban.accompanies.imposed_on), ban.ended_by) == (7, "2019-07-17", SanctionEnd.NOT_ENDED)


def test_yelshibaevs_second_term_is_added_to_the_first() -> None:
    first, second = Sanction.public.filter(prisoner__slug="yerzhan-yelshibaev")
    assert (first.years, str(first.imposed_on), second.years, str(second.imposed_on)) == (5, "2019-10", 7, "2022-09")
    assert second.added_to == first
    assert [str(one.reported_on) for one in first.variants.all()] == ["2018-10"]
    assert _custody("yerzhan-yelshibaev") == [("2019-10", "", "")]


def test_figures_stand_side_by_side() -> None:
    event = Event.public.get(is_commemorated=True)
    killed = Figure.public.filter(event=event, about="killed")
    said = {(row.low, row.high, row.text, row.counted_by_kind) for row in killed}
    assert {
        (11, 11, "", "official"),
        (50, 150, "", "campaign"),
        (None, None, "dozens, perhaps hundreds", "campaign"),
        (64, 64, "", "independent"),
        (None, 70, "", "campaign"),
    } <= said
    assert killed.count() == 15
    assert "up to 70" in killed.get(high=70, low=None).counted_by
    assert (str(event.happened_on), event.kind, str(event.local_time)) == ("2011-12-16", EventKind.KILLING, "11:00:00")


def test_every_person_and_source_is_there_and_public() -> None:
    assert Prisoner.public.count() == Prisoner.internal.count() == 29
    assert {"natalia-sokolova", "roza-tuletayeva", "natalia-azhikalieva"} <= set(
        Prisoner.public.values_list("slug", flat=True)
    )
    assert StatusReport.public.count() == 29
    assert Source.public.get(key="rob-jones-2019").accessed_on is not None
    assert Target.public.count() == 69


@pytest.mark.parametrize(
    ("model", "name"),
    [(Prisoner, "prisoner"), (Event, "event"), (Sanction, "sanction"), (Detention, "detention"), (Hearing, "hearing")],
)
def test_every_fact_names_a_source(model: type[Prisoner], name: str) -> None:
    cited = Citation.internal.filter(**{f"{name}__isnull": False}).values_list(f"{name}_id", flat=True)
    assert set(model.internal.values_list("pk", flat=True)) - set(cited) == set()


def test_people_sentenced_together_share_a_case() -> None:
    prisoner = Prisoner.public.get(slug="roza-tuletayeva")
    case = prisoner.cases.get()
    assert case.title == "Roza Tuletayeva and others, Aktau 2012"
    assert case.defendants.count() == 4


def test_demands_keep_their_state() -> None:
    campaign = Campaign.public.get(slug="zhanaozen")
    states = dict(Demand.public.filter(campaign=campaign).values_list("text", "status"))
    assert states["release of Natalia Sokolova"] == DemandState.MET
    assert states["right to form independent trade unions"] == DemandState.SUPERSEDED
    assert states["release of Erlan Baltabay; lift the ban"] == DemandState.ENDED
    assert states["international inquiry into the killings"] == DemandState.STANDING
    for_her = Demand.public.get(prisoners__slug="natalia-sokolova")
    assert (for_her.status, str(for_her.ended_on)) == (DemandState.MET, "2012-03-07")
    unread = next(state for text, state in states.items() if text.startswith("declaration never read"))
    assert unread == DemandState.UNDELIVERED


def test_who_recognises_a_political_prisoner_is_told_by_the_stance() -> None:
    said = Statement.public.filter(stance=Stance.RECOGNISES).values_list("prisoners__slug", "speaker")
    assert sorted(said) == [
        ("bolat-atabayev", "Amnesty International"),
        ("vladimir-kozlov", "Amnesty International"),
        ("yerzhan-yelshibaev", "European Parliament"),
        ("yerzhan-yelshibaev", "UN Working Group on Arbitrary Detention"),
    ]


def test_reports_hold_turnout_and_what_became_of_the_letter() -> None:
    report = Report.public.get(text__startswith="Doors locked")
    assert (report.delivery, report.action.city) == (DeliveryOutcome.REFUSED, "London")
    assert report.action.target is not None
    assert report.action.target.city == "London"
    assert list(Report.public.filter(turnout_low=40, turnout_high=50).values_list("action__city", flat=True)) == [
        "Moscow"
    ]


def test_cities_are_cities_and_what_is_none_stands_in_the_title() -> None:
    named = {name for city in Action.public.values_list("city", flat=True) for name in cities.names_in(city)}
    assert {"Bishkek", "Saint Petersburg", "Nur-Sultan", "New York"} <= named
    assert not [name for name in named if "," in name or name.isupper() or name[0].islower() or name == "Ukraine"]
    titles = set(Action.public.values_list("title", flat=True))
    assert "Pickets (several cities in Russia, Ukraine, across Europe)" in titles
    assert [one for one in titles if "Canada, India, Australia, Sweden, Austria, Germany, Scotland, Ireland" in one]


def test_an_hour_is_an_instant_in_the_zone_of_its_place() -> None:
    hearing = Hearing.public.get(local_time="10:30")
    picket = Action.public.get(held_earliest="2011-12-16", local_time="12:00")
    assert hearing.starts_at is not None and hearing.starts_at.isoformat() == "2016-10-12T05:30:00+00:00"
    assert picket.starts_at is not None and picket.starts_at.isoformat() == "2011-12-16T12:00:00+00:00"


def test_judges_whom_its_facts_name_are_officials_with_the_sources_of_those_facts(client: Client) -> None:
    assert Official.internal.count() == 0
    assert any(outcome.is_change for outcome in load_example())
    named = {judge for model in (Hearing, Sanction) for judge in model.public.values_list("judge", flat=True) if judge}
    assert len(named) > 8
    assert set(Official.public.values_list("name", flat=True)) == named
    assert set(Official.internal.values_list("office", "country")) == {("", "KZ")}
    judge = Official.public.get(name="Berdybek Myrzabekov")
    facts = Sanction.public.filter(judge=judge.name).values("pk")
    cited = set(Citation.internal.filter(sanction__in=facts).values_list("source__key", flat=True))
    assert set(judge.citations.values_list("source__key", flat=True)) == cited != set()
    page = client.get("/en/officials/").content.decode()
    assert "/en/officials/berdybek-myrzabekov/" in page
    slug = Sanction.public.filter(judge=judge.name).values_list("prisoner__slug", flat=True)[0]
    assert "/en/officials/berdybek-myrzabekov/" in client.get(f"/en/prisoners/{slug}/").content.decode()
    assert not any(outcome.is_change for outcome in load_example())


def test_command_makes_officials_where_it_is_asked_to_and_a_dry_run_names_them() -> None:
    def told(*options: str) -> str:
        out = StringIO()
        call_command("load_campaign", str(EXAMPLE / "kazakhstan.yaml"), *options, stdout=out)
        return out.getvalue()

    assert "Nothing changes" in told()
    assert "+ Official berdybek-myrzabekov" in told("--officials", "--dry-run")
    assert Official.internal.count() == 0
    assert "officials: 1" in told("--officials")
    assert "Nothing changes" in told("--officials")


def test_loading_twice_changes_nothing() -> None:
    load_example()
    assert [outcome.is_change for outcome in load_example()] == [False, False]


def test_a_changed_file_updates_its_rows_and_removes_what_vanished(example_text: str) -> None:
    hearing = Hearing.public.get(held_earliest="2019-06-25")
    changed = example_text.replace("'2019-06-25'", "'2019-06-26'")
    head, _abishev, tail = changed.partition("- id: kz-abishev\n")
    outcome = load((head + "- id: kz-ilyashev\n" + tail.partition("- id: kz-ilyashev\n")[2]).encode())
    assert outcome.is_change
    moved = Hearing.public.get(pk=hearing.pk)
    assert (str(moved.held_on), moved.revision) == ("2019-06-26", hearing.revision + 1)
    assert not Prisoner.internal.filter(slug="kenzhebek-abishev").exists()
    assert Prisoner.internal.count() == 28
    assert load(read_file(EXAMPLE / "kazakhstan.yaml")).is_change
    assert Prisoner.internal.count() == 29


def test_a_page_keeps_its_address_when_the_name_is_corrected(example_text: str) -> None:
    load(example_text.replace("text: Yerlan Baltabai\n", "text: Yerlan Baltabay\n").encode())
    assert Prisoner.public.get(name="Yerlan Baltabay").slug == "yerlan-baltabai"


def test_example_has_the_log_of_suppression_the_strikes_and_who_took_which_side() -> None:
    log = Event.public.filter(kind__in=SUPPRESSIONS)
    assert set(log.values_list("kind", flat=True)) == {"site_blocked", "site_down", "suppression"}
    assert all(one.citations.exists() for one in log)
    struck = Involvement.public.filter(event__kind="strike", role="employer")
    companies = {"M-TekhServis", "Vostok Neft and Service", "AktauKranTekhServis", "Mobile Servis Group"}
    assert set(struck.filter(event__happened_on="2019").values_list("organisation__name", flat=True)) == companies
    assert struck.filter(event__happened_on="2011-05-11").count() == 3
    claimed = Demand.public.filter(event__kind="strike").values_list("event__title", "value_low", "value_unit")
    assert set(claimed) == {
        ("Strike at M-TekhServis", None, ""),
        ("Strike at Vostok Neft and Service", None, ""),
        ("Strike at AktauKranTekhServis", 100, "percent"),
        ("Strike at Mobile Servis Group", 50, "percent"),
    }
    assert Demand.public.get(value_low=60).value_of == "pay of doctors and teachers"
    of_one = Statement.public.filter(organisation__name__startswith="Confederation of Labour of Russia")
    assert set(of_one.values_list("stance", flat=True)) == {"solidarity_action", "hostile"}
