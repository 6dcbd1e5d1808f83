"""What stays known about who has left, outside the database."""

from pathlib import Path

import pytest
from pytest_django import Settings
from time_machine import TimeMachineFixture

from privacy import tombstones
from privacy.tombstones import Place


def files(settings: Settings) -> list[str]:
    return sorted(path.name for path in Path(settings.TOMBSTONE_DIR).iterdir())


def test_what_was_buried_since_a_place_is_known_by_the_same_words_only() -> None:
    tombstones.bury("supporter", "aa")
    place = tombstones.here()
    tombstones.bury("subscription", "bb", "prisoner:5")
    graves = tombstones.since(place)
    assert graves.hold("subscription", "bb", "prisoner:5")
    assert not graves.hold("subscription", "bb", "prisoner:6")
    assert not graves.hold("supporter", "aa")
    assert tombstones.since(Place()).hold("supporter", "aa")


def test_a_line_tells_a_day_and_a_keyed_hash_and_nothing_else(settings: Settings) -> None:
    tombstones.bury("subscription", "bb", "prisoner:5")
    (name,) = files(settings)
    path = Path(settings.TOMBSTONE_DIR) / name
    day, what, digest = path.read_text().split()
    assert (len(day), what, len(bytes.fromhex(digest))) == (10, "gone", 32)
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_the_log_goes_on_over_the_end_of_a_month(time_machine: TimeMachineFixture, settings: Settings) -> None:
    time_machine.move_to("2026-11-30T23:59:00+00:00", tick=False)
    tombstones.bury("supporter", "aa")
    place = tombstones.here()
    tombstones.bury("supporter", "bb")
    time_machine.move_to("2026-12-01T00:01:00+00:00", tick=False)
    tombstones.bury("supporter", "cc")
    assert files(settings) == ["2026-11", "2026-12"]
    held = [tombstones.since(place).hold("supporter", name) for name in ("aa", "bb", "cc")]
    assert held == [False, True, True]


def test_a_line_that_was_cut_short_is_left_out(settings: Settings) -> None:
    tombstones.bury("supporter", "aa")
    path = Path(settings.TOMBSTONE_DIR) / files(settings)[0]
    path.write_bytes(path.read_bytes() * 2 + b"2026-11-24 gone abcd")
    assert len(tombstones.since(Place()).gone) == 1


def test_the_later_word_counts() -> None:
    tombstones.bury("subscription", "aa", "all")
    place = tombstones.here()
    tombstones.dig_up("subscription", "aa", "all")
    graves = tombstones.since(Place())
    assert (graves.hold("subscription", "aa", "all"), graves.gave_back("subscription", "aa", "all")) == (False, True)
    assert tombstones.since(place).gave_back("subscription", "aa", "all")
    tombstones.bury("subscription", "aa", "all")
    graves = tombstones.since(place)
    assert (graves.hold("subscription", "aa", "all"), graves.gave_back("subscription", "aa", "all")) == (True, False)


def test_a_folder_that_cannot_be_written_stops_nobody_and_is_told(
    tmp_path: Path, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    settings.TOMBSTONE_DIR = tmp_path / "file" / "tombstones"
    tombstones.bury("supporter", "aa")
    tombstones.set_beat(1)
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    assert tombstones.against_folder()
    assert tombstones.beat() is None
