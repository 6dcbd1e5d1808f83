"""A browser of the tests' own: its keys, and the reading of what was sealed for it (RFC 8291), the other way round."""

import json
import os
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.utils import timezone

from privacy.webpush import encoded
from supporters import kinds
from supporters.models import Notification, Supporter
from supporters.services import browsers, outboxes
from supporters.services.browsers import Held
from tests.machine import Machine

ALERTS = sorted(kind.name for kind in kinds.every_kind() if kind.is_alert)
HOST = "updates.push.services.mozilla.com"


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


@dataclass
class FakeBrowser:
    """It has made a subscription at the push service, and can read what comes."""

    name: str = "one"
    host: str = HOST
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    secret: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def path(self) -> str:
        return f"/wpush/v2/{self.name}"

    @property
    def held(self) -> Held:
        return Held(f"https://{self.host}{self.path}", encoded(point(self.private.public_key())), encoded(self.secret))

    def opened(self, body: bytes) -> bytes:
        """Record by record one only; its padding taken off (RFC 8188 section 2)."""
        salt, length = body[:16], body[20]
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
        info = b"WebPush: info\0" + point(self.private.public_key()) + theirs
        material = _derived(self.private.exchange(ec.ECDH(), public), self.secret, info, 32)
        key = _derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _derived(material, salt, b"Content-Encoding: nonce\0", 12)
        words, mark, _padding = AESGCM(key).decrypt(nonce, sealed, None).rstrip(b"\0").rpartition(b"\2")
        assert mark
        return words

    def read(self, body: bytes) -> dict[str, Any]:
        """What the worker of the page is given."""
        told: dict[str, Any] = json.loads(self.opened(body))
        return told


class PushService(Machine):
    """It takes what comes, as RFC 8030 says (section 5), unless told otherwise."""

    def says(self, body: bytes) -> bytes:
        return b""


def told_in(one: FakeBrowser, *topics: str, **wishes: Any) -> Supporter:
    """Whose push service has taken the first word."""
    person = browsers.subscribe(one.held, topics or ["all"], wishes.pop("language", "en"), consent=True, **wishes)
    browsers.confirm([str(person.pk)])
    person.notifications.filter(kind=browsers.FIRST).delete()
    return Supporter.objects.get(pk=person.pk)


def owe(person: Supporter, kind: str = "release", occasion: str = "once", rate: str = "") -> Notification:
    now = timezone.now()
    outboxes.owe(person, kind, "subject:1", occasion, due_at=now, stale_at=now + timedelta(days=2))
    row = Notification.objects.get(supporter=person, kind=kind, occasion=occasion)
    Notification.objects.filter(pk=row.pk).update(rate=rate)
    return row


def _derived(material: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(material)
