"""DKIM: what leaves is signed, and a library of others verifies it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.utils import timezone

from campaign.environment import env
from supporters import outbox, reminders, signing
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink

pytestmark = pytest.mark.django_db

KEYS = {
    "rsa": rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "ed25519": ed25519.Ed25519PrivateKey.generate(),
}


def pem(key: Any) -> str:
    return str(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode())


@pytest.fixture(params=sorted(KEYS))
def signed_by(request: pytest.FixtureRequest, settings: Any) -> str:
    settings.DKIM_KEY, settings.DKIM_SELECTOR, settings.DKIM_DOMAIN = pem(KEYS[request.param]), "s1", "example.org"
    return str(request.param)


def is_good(octets: bytes) -> bool:
    signer = signing.signer()
    assert signer is not None
    record = signer.record().encode()

    def dns(name: bytes, timeout: int = 5) -> bytes:
        assert name == b"s1._domainkey.example.org."
        return record

    return bool(dkim.verify(octets, dnsfunc=dns))


def sent(follower: Meet, sink: Sink, text: str = "") -> list[bytes]:
    at = timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)
    record.hearing(record.prisoner("Ержан", slug="yerzhan"), starts_at=at, text=text)
    for number in range(6):
        follower("all", address=f"p{number}@example.org", language=("en", "ru", "kk")[number % 3])
    reminders.run_planners(timezone.now())
    outbox.deliver()
    return [bytes(one.original_content) for one in sink.envelopes]


def test_every_mail_is_signed_and_verified(signed_by: str, follower: Meet, sink: Sink) -> None:
    mails = sent(follower, sink, text=".hidden\n..\n.\n\nthe end \t of it\n\n\n")
    assert len(mails) == 6
    assert [is_good(octets) for octets in mails] == [True] * 6
    assert {mail["DKIM-Signature"].split("; ")[1] for mail in sink.mails} == {f"a={signed_by}-sha256"}


def test_what_readers_rely_on_is_covered(signed_by: str, follower: Meet, sink: Sink) -> None:
    octets = sent(follower, sink)[0]
    assert is_good(octets)
    named = ("To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id", "List-Unsubscribe")
    for name in (*named, "List-Unsubscribe-Post", "From"):
        assert not is_good(octets.replace(f"\r\n{name}: ".encode(), f"\r\n{name}: x".encode(), 1)), name
    assert not is_good(b"From: somebody@example.com\r\n" + octets)
    assert not is_good(octets + b"one line more\r\n")


def test_what_a_relay_may_do_to_a_mail_breaks_nothing(signed_by: str, follower: Meet, sink: Sink) -> None:
    octets = sent(follower, sink)[0]
    folded = octets.replace(b"\r\nSubject: ", b"\r\nsubject:\r\n\t  ", 1)
    assert folded != octets
    assert is_good(b"Received: from here\r\n" + folded + b"\r\n\r\n")


def test_without_a_key_nothing_is_signed(follower: Meet, sink: Sink) -> None:
    sent(follower, sink)
    assert [mail["DKIM-Signature"] for mail in sink.mails] == [None] * 6


@pytest.mark.parametrize(
    "key",
    [
        "no key at all",
        pem(ec.generate_private_key(ec.SECP256R1())),
        KEYS["rsa"].public_key().public_bytes(Encoding.PEM, signing.PublicFormat.SubjectPublicKeyInfo).decode(),
    ],
    # Keys are made anew in each process, and the names of tests must be the same in all.
    ids=["words", "another curve", "the public half"],
)
def test_what_is_no_key_is_said_before_anything_is_sent(settings: Any, key: str) -> None:
    settings.DKIM_KEY = key
    with pytest.raises(ImproperlyConfigured, match="DKIM_KEY"):
        signing.signer()
    with pytest.raises(SystemCheckError, match="DKIM_KEY"):
        call_command("check")


def test_the_key_may_lie_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    path = tmp_path / "dkim.pem"
    path.write_text(pem(KEYS["ed25519"]))
    monkeypatch.setenv("DKIM_KEY_FILE", str(path))
    settings.DKIM_KEY, settings.DKIM_DOMAIN = env.str("DKIM_KEY", ""), ""
    settings.DEFAULT_FROM_EMAIL = "Until Free <news@example.net>"
    signer = signing.signer()
    assert signer is not None
    assert b"d=example.net;" in signer.signed(b"From: a@example.net\r\n\r\nbody\r\n")
