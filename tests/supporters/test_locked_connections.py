"""Servers spoken to over TLS alone: one that takes mail from those whom it knows, a mailbox of what comes back."""

import ssl
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.utils import timezone

from supporters import mailboxes, outbox, reminders
from supporters.choices import NotificationState
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.imap import ImapBox
from tests.supporters.sink import Sink
from tests.waiting import PATIENCE_SECONDS, free_port

pytestmark = pytest.mark.django_db(transaction=True)

HOST, NAME, PASSWORD = "127.0.0.1", "until-free", "of the relay"


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key and a certificate of this machine, which this process trusts."""
    key, today = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(today - timedelta(days=1)).not_valid_after(today + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address(HOST))]), critical=False)
    path = tmp_path / "relay.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + made.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return path


@pytest.fixture
def relay(certificate: Path, settings: Any) -> Iterator[Sink]:
    """Says STARTTLS, and nothing more before that; then it wants a name and a password."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, said: LoginPassword) -> AuthResult:
        return AuthResult(success=(said.login, said.password) == (NAME.encode(), PASSWORD.encode()), handled=False)

    sink = Sink()
    server = Controller(
        sink,
        hostname=HOST,
        port=free_port(),
        ready_timeout=PATIENCE_SECONDS,
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=knows,
    )
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, server.port
    settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = True, NAME, PASSWORD
    yield sink
    server.stop()


def test_over_tls_and_by_name_each_mail_arrives_once(relay: Sink, follower: Meet) -> None:
    plan(follower)
    outbox.deliver()
    assert sorted(str(mail["To"]) for mail in relay.mails) == [f"p{number}@example.org" for number in range(9)]
    assert set(Notification.objects.values_list("state", flat=True)) == {NotificationState.SENT}


def test_a_relay_that_does_not_know_us_gets_nothing_and_all_waits(relay: Sink, follower: Meet, settings: Any) -> None:
    settings.EMAIL_HOST_PASSWORD = "of another"
    plan(follower)
    outbox.deliver()
    assert relay.mails == []
    assert set(Notification.objects.values_list("state", flat=True)) == {NotificationState.QUEUED}


@pytest.mark.parametrize("is_trusted", [True, False])
def test_a_mailbox_whose_certificate_nobody_vouches_for_is_not_told_the_password(
    certificate: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, is_trusted: bool
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    if not is_trusted:
        monkeypatch.delenv("SSL_CERT_FILE")
    with ImapBox(tls=context, mails=[b"Subject: hello\r\n\r\nA letter."]) as box:
        settings.BOUNCE_MAILBOX_URL = box.url
        refused = pytest.raises(mailboxes.MailboxAway, match="SSLCertVerificationError")
        with nullcontext() if is_trusted else refused:
            mailboxes.fetch()
    assert (len(box.mails), any("LOGIN" in asked for asked in box.asked)) == ((0, True) if is_trusted else (1, False))


def plan(follower: Meet) -> None:
    for number in range(9):
        follower("all", address=f"p{number}@example.org")
    record.hearing(record.prisoner(), starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(days=3))
    assert reminders.run_planners(timezone.now()) == 9
