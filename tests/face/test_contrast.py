"""The colours of both schemes, measured as WCAG 2.2 (1.4.3 and 1.4.11) measures them."""

import re
from pathlib import Path

import pytest

CSS = Path("static/uf/uf.css").read_text()
GROUNDS = ("paper", "surface", "sunk")
TEXT = [(ink, ground) for ink in ("ink", "muted", "accent", "held", "free", "warn") for ground in GROUNDS]
TEXT += [(tone, f"{tone}-tint") for tone in ("accent", "held", "free", "warn")]
TEXT += [("ink", f"{tone}-tint") for tone in ("accent", "held", "free", "warn")]
TEXT += [("accent", f"{tone}-tint") for tone in ("held", "free", "warn")]
TEXT += [("muted", "accent-tint"), ("on-accent", "accent"), ("on-accent", "accent-deep"), ("accent-deep", "paper")]
TEXT += [("on-foot", "foot"), ("foot-link", "foot"), ("paper", "ink")]
EDGES = [(edge, ground) for edge in ("edge", "candle") for ground in ("paper", "surface")]


def _scheme(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))


LIGHT = _scheme(CSS.split("@layer tokens")[1].split("@media")[0])
DARK = LIGHT | _scheme(CSS.split("@media (prefers-color-scheme: dark)")[1].split("@layer base")[0])


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_measures_black_on_white_as_21() -> None:
    assert round(_contrast("#000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(scheme: dict[str, str]) -> None:
    weak = {pair: round(_contrast(*(scheme[name] for name in pair)), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_and_focus_can_be_seen(scheme: dict[str, str]) -> None:
    weak = {pair: round(_contrast(*(scheme[name] for name in pair)), 2) for pair in EDGES}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}
