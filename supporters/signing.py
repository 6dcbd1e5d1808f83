"""DKIM (RFC 6376, RFC 8463): each mail carries a signature of this site, when a key is configured.

Made here and not by a library, since mails are signed by the ten thousand: OpenSSL makes the signature, and our own
mails need little of what the standard allows for. The tests have a library verify it.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from email.utils import parseaddr
from time import time

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from privacy.steady import while_unchanged

#: What the signature covers. From stands there twice, so that nobody can add another one above ours (section 8.15);
#: what a mail does not have is covered as absent. One click demands the last three (RFC 8058 section 4).
COVERED = (
    *("from", "from", "to", "subject", "date", "message-id", "mime-version", "content-type"),
    *("list-id", "list-unsubscribe", "list-unsubscribe-post"),
)
LEAST_RSA_BITS = 1024
BLANKS = re.compile(rb"[ \t]+")


class Signer:
    """Signs the mails of one domain with one key."""

    def __init__(self, pem: str, domain: str, selector: str) -> None:
        self._key = _read(pem)
        self._algorithm = "rsa-sha256" if isinstance(self._key, RSAPrivateKey) else "ed25519-sha256"
        covered = ":".join(COVERED)
        self._before = f"v=1; a={self._algorithm}; c=relaxed/simple; d={domain}; s={selector}; h={covered}; t="

    def signed(self, octets: bytes) -> bytes:
        """A mail (RFC 5322 with CRLF) with its signature on top."""
        head, _blank, body = octets.partition(b"\r\n\r\n")
        # An empty line at the end is not counted, and one line's end is always there (section 3.4.3).
        digest = hashlib.sha256(body.rstrip(b"\r\n") + b"\r\n").digest()
        value = f"{self._before}{int(time())}; bh={b64encode(digest).decode()}; b=".encode()
        # The field itself goes in last, without its signature and without a line's end (section 3.7).
        covered = b"".join((*_covered(head), b"dkim-signature:", value))
        return b"".join((b"DKIM-Signature: ", value, b64encode(self._sign(covered)), b"\r\n", octets))

    def record(self) -> str:
        """The TXT record that says to all which key is ours (section 3.6.1, RFC 8463 section 3)."""
        public = self._key.public_key()
        kind = "rsa" if self._algorithm.startswith("rsa") else "ed25519"
        form = PublicFormat.SubjectPublicKeyInfo if kind == "rsa" else PublicFormat.Raw
        octets = public.public_bytes(Encoding.DER if kind == "rsa" else Encoding.Raw, form)
        return f"v=DKIM1; k={kind}; p={b64encode(octets).decode()}"

    def _sign(self, covered: bytes) -> bytes:
        if isinstance(self._key, RSAPrivateKey):
            return self._key.sign(covered, PKCS1v15(), SHA256())
        return self._key.sign(hashlib.sha256(covered).digest())


@while_unchanged("DKIM_KEY", "DKIM_DOMAIN", "DKIM_SELECTOR", "DEFAULT_FROM_EMAIL")
def signer() -> Signer | None:
    """What signs our mails; None where no key is configured. Raises ImproperlyConfigured for one that is no key."""
    if not settings.DKIM_KEY:
        return None
    domain = settings.DKIM_DOMAIN or parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return Signer(settings.DKIM_KEY, domain, settings.DKIM_SELECTOR)


def _read(pem: str) -> RSAPrivateKey | Ed25519PrivateKey:
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise ImproperlyConfigured("DKIM_KEY is no private key in PEM without a password.") from error
    if isinstance(key, Ed25519PrivateKey):
        return key
    if isinstance(key, RSAPrivateKey) and key.key_size >= LEAST_RSA_BITS:
        return key
    raise ImproperlyConfigured(f"DKIM_KEY must be an Ed25519 key, or RSA of at least {LEAST_RSA_BITS} bits.")


def _covered(head: bytes) -> Iterable[bytes]:
    """The covered fields, as `relaxed` writes them (section 3.4.2); of one that is there twice the lower one first."""
    fields: dict[str, list[bytes]] = {}
    for line in head.replace(b"\r\n ", b" ").replace(b"\r\n\t", b" ").split(b"\r\n"):
        name, _colon, value = line.partition(b":")
        fields.setdefault(name.strip().lower().decode("ascii", "replace"), []).append(value)
    for covered in COVERED:
        if fields.get(covered):
            yield covered.encode() + b":" + BLANKS.sub(b" ", fields[covered].pop()).strip() + b"\r\n"
