"""Web Push: a message that one browser alone can read (RFC 8291), and the word of who sends it (VAPID, RFC 8292).

Between us and the reader stands the push service of whoever makes the browser: it learns that something was sent, to
which of its browsers and when, but neither the words nor, since they are filled up to even steps, how many there are.
"""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from time import time
from urllib.parse import urlsplit

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

#: A push service takes a body of 4,096 octets (RFC 8030 section 7.2): head, padding and tag leave so much to say.
RECORD, HEAD, TAG = 4096, 16 + 4 + 1 + 65, 16
MOST_OCTETS = RECORD - HEAD - TAG - 1
STEP = 512
SECRET_OCTETS = 16
#: A token may be good for a day at most (RFC 8292 section 2).
GOOD_FOR_SECONDS = 12 * 60 * 60


class BadKeys(ValueError):
    """What a browser gave as its keys is none."""


class Sender:
    """Us, as a push service knows us: by the key of which each browser was told at the beginning."""

    def __init__(self, pem: str) -> None:
        self._key = _read(pem)

    @property
    def public(self) -> str:
        """What a browser is given as `applicationServerKey`."""
        return encoded(_point(self._key.public_key()))

    def authorization(self, endpoint: str, contact: str) -> str:
        """The header by which the push service of an endpoint knows us; `contact` is an address (mailto: or https:)."""
        parts = urlsplit(endpoint)
        claims = {"aud": f"{parts.scheme}://{parts.netloc}", "exp": int(time()) + GOOD_FOR_SECONDS, "sub": contact}
        said = ".".join(encoded(json.dumps(one).encode()) for one in ({"typ": "JWT", "alg": "ES256"}, claims))
        # A signature in JOSE is the two numbers side by side (RFC 7518 section 3.4).
        numbers = decode_dss_signature(self._key.sign(said.encode(), ECDSA(SHA256())))
        signature = encoded(b"".join(number.to_bytes(32, "big") for number in numbers))
        return f"vapid t={said}.{signature}, k={self.public}"


def sender() -> Sender | None:
    """Who sends; None where no key is configured. Raises ImproperlyConfigured for one that is no key."""
    return _sender(settings.VAPID_KEY) if settings.VAPID_KEY else None


def sealed(
    message: bytes,
    key: str,
    secret: str,
    *,
    own: EllipticCurvePrivateKey | None = None,
    salt: bytes = b"",
    step: int = STEP,
) -> bytes:
    """The body that is posted: a message for the browser that gave these keys (`aes128gcm`, RFC 8188).

    `own` and `salt` are new ones each time, unless a test says otherwise. Raises BadKeys, and ValueError for a message
    that is too long.
    """
    if len(message) > MOST_OCTETS:
        raise ValueError(f"a push holds {MOST_OCTETS} octets")
    theirs, shared = opened_keys(key, secret)
    own, salt = own or generate_private_key(SECP256R1()), salt or os.urandom(16)
    point = _point(own.public_key())
    material = _derived(own.exchange(ECDH(), theirs), shared, b"WebPush: info\0" + _point(theirs) + point, 32)
    content_key = _derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(material, salt, b"Content-Encoding: nonce\0", 12)
    room = min(MOST_OCTETS, len(message) + -len(message) % step)
    body = AESGCM(content_key).encrypt(nonce, message + b"\2" + b"\0" * (room - len(message)), None)
    return salt + RECORD.to_bytes(4, "big") + bytes([len(point)]) + point + body


def opened_keys(key: str, secret: str) -> tuple[EllipticCurvePublicKey, bytes]:
    """The key of a browser (`p256dh`) and the secret that it shares with us (`auth`). Raises BadKeys."""
    try:
        point, shared = decoded(key), decoded(secret)
        if len(shared) != SECRET_OCTETS:
            raise BadKeys("The secret has sixteen octets.")
        return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point), shared
    except ValueError as error:
        raise BadKeys("These are no keys of a browser.") from error


def encoded(octets: bytes) -> str:
    """Base64 for addresses, without filling (RFC 4648 section 5)."""
    return urlsafe_b64encode(octets).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The reverse. Raises ValueError."""
    return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))


def _derived(material: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(material)


def _point(key: EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@lru_cache(maxsize=4)
def _sender(pem: str) -> Sender:
    return Sender(pem)


def _read(pem: str) -> EllipticCurvePrivateKey:
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ImproperlyConfigured("VAPID_KEY is no private key in PEM without a password.") from error
    if isinstance(key, EllipticCurvePrivateKey) and isinstance(key.curve, SECP256R1):
        return key
    raise ImproperlyConfigured("VAPID_KEY must be a key of the curve P-256 (prime256v1).")
