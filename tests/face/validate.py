"""`make validate`: every page past the Nu HTML checker (https://validator.github.io/validator/), which is Java.

Not one of the tests, which must need neither; the file that VNU_JAR names is asked.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from tests.face.pages import ROUTES, STATES, page_of
from tests.face.world import World

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "kk", "he")
#: A language that is begun shows English, and a day that was refused stands in its field.
LEFT_ALONE = ("This document appears to be written in", "Potentially bad value")


def test_no_page_has_an_error(world: World, tmp_path: Path) -> None:
    written = dict(enumerate(_pages(world)))
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, (_path, body) in written.items():
        (folder / f"{number}.html").write_bytes(body)
    argv = ["java", "-jar", os.environ["VNU_JAR"], "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    said = json.loads(subprocess.run(argv, check=True, capture_output=True).stdout)["messages"]
    faults = {
        (written[int(Path(one["url"]).stem)][0], one["message"], one.get("extract", ""))
        for one in said
        if not one["message"].startswith(LEFT_ALONE)
    }
    assert len(written) > 3 * 30
    assert not faults, "\n".join(map(str, sorted(faults)))


def _pages(world: World) -> Iterator[tuple[str, bytes]]:
    """Each page in three languages, with its address."""
    for name in ROUTES:
        found = page_of(world, name)
        if found:
            yield from _in_languages(*found)
    for path in STATES:
        yield from _in_languages(world.visitor, path)
    for path in world.mailed.values():
        yield path, world.visitor.get(path).content


def _in_languages(client: Client, path: str) -> Iterator[tuple[str, bytes]]:
    for code in LANGUAGES:
        there = path.replace("/en/", f"/{code}/", 1)
        yield there, client.get(there).content
