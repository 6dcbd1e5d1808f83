"""The site as a folder: what readers are shown, linked from file to file, known by its signature, and nothing else."""

import hashlib
import io
import re
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from django.conf import settings
from django.core.management import CommandError, call_command

from campaign import mirror
from prisoners.choices import PublicationState
from prisoners.models import Prisoner
from tests.actions.rows import make_action, make_prisoner

# Each page is a request of its own, at whose end Django looks after its connections.
pytestmark = pytest.mark.django_db(transaction=True)
LINK = re.compile(r'\s(?:href|src)="([^"#]+)')


@pytest.fixture(autouse=True)
def _english_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other languages are as much again."""
    others = "|".join(code for code, _name in settings.LANGUAGES if code != "en")
    monkeypatch.setattr(mirror, "LEFT_OUT", re.compile(rf"{mirror.LEFT_OUT.pattern}|^/(?:{others})/"))


def written(folder: Path) -> str:
    out = io.StringIO()
    call_command("mirror", str(folder), stdout=out)
    return out.getvalue()


def test_public_pages_feeds_and_calendars_are_files_that_lead_to_each_other(tmp_path: Path) -> None:
    make_prisoner("seen", name="Seen Person")
    make_prisoner("hidden", name="Hiddenword", state=PublicationState.DRAFT)
    make_action(slug="picket", venue="Hiddenword Square", address_visibility="signed_up")
    assert "files; signed by" in written(tmp_path / "site")
    site = tmp_path / "site"
    page = (site / "en/prisoners/seen/index.html").read_text()
    assert "Seen Person" in page
    assert 'href="../../index.html"' in page
    assert f'href="{settings.SITE_ORIGIN}/en/alerts/"' in page
    for name in ("feeds/all.atom", "calendar/all.ics", "calendar/prisoners/seen.en.ics", "robots.txt", "index.html"):
        assert (site / name).is_file(), name
    for one in site.rglob("*"):
        assert one.is_dir() or b"Hiddenword" not in one.read_bytes(), one
    for file in site.rglob("*.html"):
        near = [one for one in LINK.findall(file.read_text()) if ":" not in one]
        assert [one for one in near if not (file.parent / one).is_file()] == [], file
        assert f'action="{settings.SITE_ORIGIN}/' in file.read_text() or "<form" not in file.read_text()
    assert not list(site.rglob("*alerts*"))


def test_a_picture_is_the_file_that_lies_there(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<picture><source type="image/webp" srcset="/media/one-480.webp 480w" sizes="100vw">'
        '<img src="/media/one-480.jpg" srcset="/media/one-480.jpg 480w" sizes="100vw"></picture>'
    )
    mirror._relink(page, "/en/", {"/media/one-480.jpg"})
    assert page.read_text() == (
        '<picture><source type="image/webp" sizes="100vw"><img src="../media/one-480.jpg" sizes="100vw"></picture>'
    )


def test_readers_know_a_mirror_by_its_sums_and_signature(tmp_path: Path) -> None:
    written(tmp_path / "site")
    sums = (tmp_path / "site/SHA256SUMS").read_text()
    for line in sums.splitlines():
        digest, _space, name = line.partition("  ")
        assert hashlib.sha256((tmp_path / "site" / name).read_bytes()).hexdigest() == digest
    key = load_pem_public_key(mirror.public_key())
    assert isinstance(key, Ed25519PublicKey)
    signature = (tmp_path / "site/SHA256SUMS.sig").read_bytes()
    key.verify(signature, sums.encode())
    with pytest.raises(InvalidSignature):
        key.verify(signature, sums.encode() + b"more")


def test_what_was_withdrawn_is_in_no_later_mirror(tmp_path: Path) -> None:
    make_prisoner("seen")
    written(tmp_path / "site")
    Prisoner.internal.update(state=PublicationState.WITHDRAWN)
    written(tmp_path / "site")
    assert (tmp_path / "site/en/prisoners/index.html").is_file()
    assert not (tmp_path / "site/en/prisoners/seen").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("kept")
    with pytest.raises(CommandError, match="holds something else than a mirror"):
        written(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_a_page_that_is_not_answered_leaves_the_mirror_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(environ: Any, start: Any) -> Any:
        start("503 Service Unavailable", [])
        return io.BytesIO(b"")

    written(tmp_path / "site")
    before = (tmp_path / "site/SHA256SUMS").read_bytes()
    monkeypatch.setattr(mirror, "WSGIHandler", lambda: away)
    with pytest.raises(CommandError, match="was answered with 503; nothing was changed"):
        written(tmp_path / "site")
    assert (tmp_path / "site/SHA256SUMS").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_is_mounted_is_said_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path == tmp_path)
    monkeypatch.setattr(mirror, "_fill", pytest.fail)
    with pytest.raises(CommandError, match="is mounted"):
        written(tmp_path)


def test_the_older_mirror_stays_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "site")
    renamed = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError(28, "No space left on device")
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(CommandError, match=r"could not be written \(No space"):
        written(tmp_path / "site")
    assert (tmp_path / "site/SHA256SUMS").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_to_a_folder_leads_to_the_mirror_of_today(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "real")
    (tmp_path / "real").mkdir()
    for _time in range(2):
        written(tmp_path / "site")
        assert (tmp_path / "real/SHA256SUMS").is_file()
        assert (tmp_path / "site").is_symlink()
