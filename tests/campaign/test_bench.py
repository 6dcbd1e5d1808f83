"""The frame of `make bench`: what a figure says, and that every part is there."""

import json
from typing import Any
from unittest.mock import MagicMock

import pytest
from django.contrib.admin import site
from django.test import Client
from django.utils.module_loading import import_string

from actions.strike_filter import StrikeFilter
from campaign.api_urls import router
from campaign.bench import asked, pace
from campaign.bench.figures import Figure
from campaign.bench.multiplied import STEP, multiply, without_triggers
from campaign.bench.parts import PARTS
from prisoners.event_filter import EventFilter
from prisoners.filters import PrisonerFilter
from prisoners.hearing_filter import HearingFilter
from prisoners.models import Case, Charge, Prisoner
from tests.factories import CaseFactory, ChargeFactory, PrisonerFactory


@pytest.mark.parametrize(
    ("value", "is_less_better", "is_reached"), [(1.0, True, True), (1.1, True, False), (1.1, False, True)]
)
def test_figure_says_whether_it_is_reached(value: float, is_less_better: bool, is_reached: bool) -> None:
    figure = Figure("nothing due", value, "ms", "5 ms", reach=1.0, is_less_better=is_less_better)
    assert json.loads(figure.line("tick")) == {
        "part": "tick",
        "name": "nothing due",
        "value": value,
        "unit": "ms",
        "compared_with": "5 ms",
        "reach": 1.0,
        "reached": is_reached,
    }


def test_figure_without_anything_to_reach_is_neither() -> None:
    assert json.loads(Figure("memory", 3.14159, "MB").line("mail"))["reached"] is None


@pytest.mark.django_db
def test_planted_record_has_what_the_pages_ask_for(client: Client) -> None:
    with without_triggers():
        for pk in range(1, 4):
            copy = {"slug": f"copy-{pk}", "name": "A copy", "country": "KZ", "consent_ground": "own_consent"}
            Prisoner.internal.create(pk=pk + STEP, state="published", **copy)
    pattern = PrisonerFactory(pk=1)
    ChargeFactory(pk=5, prisoner=pattern, case=CaseFactory(pk=7, slug="case"))
    with without_triggers():
        multiply((Case, Charge), 2, among=(Prisoner,))
    copy = Charge.public.get(pk=5 + STEP)
    assert (copy.prisoner_id, copy.case_id, copy.case.slug) == (1 + STEP, 7 + STEP, "case-1")
    assert client.get("/en/prisoners/copy-1/").status_code == 200


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_be_run(part: str) -> None:
    assert callable(import_string(PARTS[part]))


def test_every_filter_of_every_list_is_measured() -> None:
    known: Any = MagicMock()
    addresses = {**asked.first_pages(known), **asked.statistics(known)}.values()
    lists: dict[str, Any] = {
        asked.LIST: PrisonerFilter,
        asked.HEARINGS: HearingFilter,
        asked.STRIKES: StrikeFilter,
        f"{asked.API}events/": EventFilter,
    }
    for start, kind in lists.items():
        queries = [address.partition("?")[2] for address in addresses if address.startswith(start)]
        measured = {pair.partition("=")[0] for query in queries for pair in query.split("&")}
        assert set(kind.base_filters) - measured == set(), start


def test_every_list_of_the_api_is_measured() -> None:
    addresses = set(asked.first_pages(MagicMock()).values())
    assert {f"{asked.API}{prefix}/" for prefix, _view, _name in router.registry} - addresses == set()


def test_every_list_of_the_desk_is_measured() -> None:
    # What a person answers for alone, what is encrypted, and who works here, are short.
    short = {"confidentialnote", "batch", "staff"}
    listed = {model._meta.model_name for model in site._registry if model._meta.app_label == "prisoners"}
    assert listed - short == set(asked.DESK)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("seconds", "slowness"),
    [((0.5, 0.5), 1.0), ((1.0, 3.0), 2.0), ((9.0, 9.0), 3.0)],
    ids=["faster", "slower", "of no use"],
)
def test_limits_grow_with_a_slower_machine_and_stay_on_a_faster_one(
    monkeypatch: pytest.MonkeyPatch, seconds: tuple[float, float], slowness: float
) -> None:
    spent = [at for one in seconds for at in (0.0, one * pace.REFERENCE)]
    monkeypatch.setattr(pace, "seconds_worked", lambda: spent.pop(0))
    measured = pace.Pace()
    measured.look()
    assert measured.slowness == pytest.approx(slowness)
