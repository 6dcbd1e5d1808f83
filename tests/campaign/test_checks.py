"""The checks before serving."""

import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import pytest

from campaign.checks import ZONE_FACTS, secret_files, zone_rules


@pytest.fixture
def stale_zones(tmp_path: Path) -> Iterator[None]:
    """A system whose Vancouver is still Toronto and which wins over the package."""
    toronto = zoneinfo.ZoneInfo("America/Toronto").key
    packaged = Path(__import__("tzdata").__file__).parent / "zoneinfo"
    (tmp_path / "America").mkdir()
    (tmp_path / "America" / "Vancouver").write_bytes((packaged / toronto).read_bytes())
    zoneinfo.reset_tzpath(to=[str(tmp_path)])
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()


def test_zone_rules_are_those_of_the_package() -> None:
    assert zoneinfo.TZPATH == ()
    assert zone_rules(None) == []


@pytest.mark.usefixtures("stale_zones")
def test_zone_rules_are_refused_when_the_system_has_old_ones() -> None:
    (error,) = zone_rules(None)
    assert error.id == "campaign.E001"
    assert "America/Vancouver" in error.msg
    assert "Asia/Almaty" not in error.msg


def test_zone_facts_hold_both_sides_of_a_change() -> None:
    almaty = [hours for zone, _, hours in ZONE_FACTS if zone == "Asia/Almaty"]
    assert almaty == [6, 5]


@pytest.mark.parametrize(("mode", "found"), [(0o400, 0), (0o444, 1)])
def test_a_key_file_open_to_all_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: object, mode: int, found: int
) -> None:
    settings.EMBEDDED = False  # type: ignore[attr-defined]
    key = tmp_path / "key"
    key.write_text("x")
    key.chmod(mode)
    monkeypatch.setenv("SECRET_KEY_FILE", str(key))
    warnings = [one.msg for one in secret_files(None) if str(key) in one.msg]
    assert len(warnings) == found
