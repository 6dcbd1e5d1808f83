"""The frame of `make bench`: what a figure says, and that every part is there."""

import json

import pytest
from django.utils.module_loading import import_string

from campaign.bench.figures import Figure
from campaign.bench.parts import PARTS


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


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_be_run(part: str) -> None:
    assert callable(import_string(PARTS[part]))
