"""Whoever carries off the database, Redis and the logs learns no address, no name and no note (SECURITY A.3)."""

import base64
import hashlib
import io
import logging
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from urllib.parse import quote

import pytest
import redis
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from PIL import Image

from actions.models import Photo
from campaign.api_settings import PseudonymousThrottle
from campaign.embedded.postgres import OWNER, program
from campaign.logs import LineFormatter
from prisoners.models import ConfidentialNote, Staff
from privacy.addresses import address_lookup
from privacy.forms import make_form_token
from supporters import outbox, reminders
from supporters.models import Notification, Supporter
from supporters.services import people
from supporters.services.bounces import envelope_sender, process
from tests.actions.rows import make_action, make_group, make_organiser
from tests.factories import PrisonerFactory
from tests.journeys.conftest import Clock
from tests.journeys.mailbox import first_link
from tests.supporters.sink import Sink

# Early in a run, as groups are: what takes long is not to be the last.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("dump")]

PEOPLE = {
    "canary-alice@people.example": "Canaria Latina",
    "canary-yerlan@people.example": "Канарейка Жанаозен",
    "canary-nino@people.example": "კანარა ნინო",
}
NOTE = "canary of a family: +7 701 555 01 99"
#: Where a visitor came from, who asked too often.
VISITOR = "203.0.113.77"
#: The name of a file on somebody's phone, and what its camera wrote into it.
UPLOAD = "canary-vera-at-home.jpg"


def needles(text: str) -> dict[str, bytes]:
    """Every form in which a text could be written down without a key."""
    raw = text.encode()
    hashes = {f"{name} {form}": getattr(hashlib.new(name, raw), form)() for name in HASHES for form in FORMS}
    return {
        "plain": raw,
        "upper": text.upper().encode(),
        "hex": raw.hex().encode(),
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "percent": quote(text, safe="").encode(),
        "escaped": text.encode("unicode_escape"),
        **{f"base64 at {shift}": _base64_at(raw, shift) for shift in range(3)},
        **{name: digest.encode() if isinstance(digest, str) else digest for name, digest in hashes.items()},
        **{f"{name} base64": base64.b64encode(hashlib.new(name, raw).digest()).rstrip(b"=") for name in HASHES},
    }


HASHES = ("md5", "sha1", "sha256")
FORMS = ("digest", "hexdigest")


def _base64_at(raw: bytes, shift: int) -> bytes:
    """What is the same of the base64 of a text wherever it stands in a longer one."""
    whole = base64.b64encode(b"\0" * shift + raw)
    return whole[4 if shift else 0 : len(whole) - 4]


SECRETS = (*PEOPLE, *PEOPLE.values(), NOTE, VISITOR, UPLOAD)


def hits(data: bytes, where: str, secrets: Sequence[str] = SECRETS) -> list[str]:
    """Where a secret is found, and in which form."""
    return [f"{where}: {form} of {text}" for text in secrets for form, one in needles(text).items() if one in data]


def _drive(client: Client, sink: Sink, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything a person does, and everything that goes wrong."""
    clock("2026-12-01T12:00:00+00:00")
    group = make_group("vienna")
    organiser = make_organiser("vera", group)
    make_action(slug="picket", group=group)
    make_action(slug="past", group=group, held_on="2026-11-30")
    prisoner = PrisonerFactory(slug="seen")
    ConfidentialNote(prisoner=prisoner, body=NOTE).save()
    for address, name in PEOPLE.items():
        said = {"address": address, "name": name, "consent": "on"}
        client.post("/en/actions/picket/sign-up/", {**said, "form_token": make_form_token("sign-up")})
        body = {"address": address, "name": name, "consent": True}
        client.post("/api/v1/actions/picket/sign-up/", body, content_type="application/json")
        followed = {"address": address, "topics": [f"prisoner:{prisoner.pk}"], "time_zone": "UTC", "consent": "on"}
        client.post("/en/alerts/", {**followed, "form_token": make_form_token("subscribe")})
    outbox.deliver()
    for number in range(len(sink.mails)):
        client.post(first_link(sink, number))
    reminders.run_planners(clock("2026-12-15T18:00:00+00:00"))
    outbox.deliver()
    _upload(organiser)
    _come_back(next(iter(PEOPLE)))
    _ask_too_often(client, monkeypatch)
    _fail(client, monkeypatch)


def _upload(organiser: Staff) -> None:
    """A photo from a phone that writes names into it."""
    exif = Image.Exif()
    exif[0x010F] = exif[0x0131] = UPLOAD
    picture = io.BytesIO()
    Image.new("RGB", (600, 400), "#8899aa").save(picture, "JPEG", exif=exif, comment=UPLOAD.encode())
    signed_in = Client()
    signed_in.force_login(organiser)
    photo = SimpleUploadedFile(UPLOAD, picture.getvalue(), "image/jpeg")
    assert signed_in.post("/en/desk/actions/past/photos/", {"photos": [photo]}).status_code == 302
    assert Photo.internal.count() == 1


def _come_back(address: str) -> None:
    """A mail that was sent is returned, with the whole of it quoted; the person is not lost by it."""
    row = Notification.objects.filter(supporter__email_lookup=address_lookup(address), state="sent").first()
    assert row is not None
    returned = RETURNED.format(to=envelope_sender(row), address=address).replace("\n", "\r\n")
    assert process(returned.encode()).recipient_known


RETURNED = """From: MAILER-DAEMON@mx.example.net
To: {to}
Content-Type: multipart/report; report-type=delivery-status; boundary=part

--part

{address} could not be reached.
--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1

--part
Content-Type: message/rfc822

To: {address}

--part--
"""


def _ask_too_often(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(PseudonymousThrottle, "rate", "1/day", raising=False)
        answers = [client.get("/api/v1/prisoners/", REMOTE_ADDR=VISITOR).status_code for _ in range(3)]
    assert answers[-1] == 429


def _fail(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests that are refused, that are lost, and that break us while they hold an address."""
    address, name = next(iter(PEOPLE.items()))
    client.get("/en/actions/", {"city": address})
    client.get("/api/v1/prisoners/", {"q": name, "nobody": address})
    client.post("/en/actions/picket/sign-up/", {"address": address, "form_token": "forged"})
    client.post("/api/v1/actions/picket/sign-up/", {"address": f"{address}\n"}, content_type="application/json")

    def break_down(*_: object, **said: object) -> None:
        raise RuntimeError(f"DETAIL: Key (email)=({said['address']}) already exists.")

    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr("actions.views.actions.sign_up", break_down)
        said = {"address": address, "name": name, "consent": "on", "form_token": make_form_token("sign-up")}
        assert client.post("/en/actions/picket/sign-up/", said).status_code == 500
    client.raise_request_exception = True


@pytest.fixture
def our_log(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    """What our own handler writes, with our own formatter."""
    written = StringIO()
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, LineFormatter):
            monkeypatch.setattr(handler, "stream", written)
    return written


def _dump() -> bytes:
    host, name = connection.settings_dict["HOST"], connection.settings_dict["NAME"]
    words = [str(program("pg_dump")), "-h", host, "-U", OWNER, "-d", name]
    return subprocess.run(words, check=True, capture_output=True, env=os.environ).stdout


def _place_in_the_log() -> str:
    """The file of the log of changes that is being written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_walfile_name(pg_current_wal_insert_lsn())")
        return str(cursor.fetchone()[0])


def _files_of_the_database(since: str) -> Iterator[Path]:
    """The files of this test's own database, and what was written since then of the log that all databases share."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        oid = cursor.fetchone()[0]
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
    log = [path for path in (folder / "pg_wal").rglob("*") if path.name >= since]
    assert log
    yield from (path for path in [*log, *(folder / "base" / str(oid)).rglob("*")] if path.is_file())


def _redis() -> bytes:
    """The file that Redis leaves on the disk."""
    server = redis.Redis.from_url(settings.REDIS_URL)
    for _attempt in range(100):
        try:
            server.save()
            break
        except redis.ResponseError:
            # It is writing one already, for a test beside this one.
            time.sleep(0.1)
    said = server.config_get()
    return (Path(said["dir"]) / said["dbfilename"]).read_bytes()


def _files_of_ours() -> Iterator[Path]:
    """Pictures, photos that wait, and who has left."""
    for folder in (settings.MEDIA_ROOT, settings.PRIVATE_DIR, settings.TOMBSTONE_DIR):
        yield from (path for path in Path(folder).rglob("*") if path.is_file())


def _vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")


def test_nobody_is_named_in_what_can_be_carried_off(
    client: Client,
    sink: Sink,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    our_log: StringIO,
) -> None:
    began = _place_in_the_log()
    _drive(client, sink, clock, monkeypatch)
    assert Supporter.objects.filter(state="active").count() == len(PEOPLE)
    assert {mail["To"] for mail in sink.mails} == set(PEOPLE)
    people.forget(Supporter.objects.get(email_lookup=address_lookup(list(PEOPLE)[1])))
    _vacuum()
    dump = _dump()
    assert b"supporters_supporter" in dump
    assert b"picket" in dump
    found = hits(dump, "dump") + hits(_redis(), "redis")
    for path in _files_of_the_database(began):
        found += hits(path.read_bytes(), f"files ({path.name})")
    ours = list(_files_of_ours())
    for folder in (settings.PRIVATE_DIR, settings.TOMBSTONE_DIR):
        assert any(path.is_relative_to(folder) for path in ours)
    for path in ours:
        found += hits(path.read_bytes(), f"our files ({path.name})") + hits(str(path).encode(), "names of files")
    assert "500 POST" in our_log.getvalue()
    assert "RuntimeError" in our_log.getvalue()
    found += hits(our_log.getvalue().encode(), "our log")
    found += hits((Path(settings.DATA_DIR) / "postgres.log").read_bytes(), "log of the database")
    assert found == []


def test_search_for_names_would_find_one(client: Client) -> None:
    """The proof that the search above can fail: what is not encrypted is found in the dump and in the files.

    With words of its own: the log of changes is shared by all tests of a run, and keeps them.
    """
    told, began = ("Sparrow Latina", "Воробей Жанаозен"), _place_in_the_log()
    PrisonerFactory(slug="seen", summary=told[0], name=told[1])
    assert len(hits(_dump(), "dump", told)) >= 2
    assert any(hits(path.read_bytes(), "files", told) for path in _files_of_the_database(began))
    for text in SECRETS:
        assert all(len(one) >= 8 for one in needles(text).values())
        assert hits(base64.b64encode(b"around " + text.encode() + b" it"), "base64") != []
