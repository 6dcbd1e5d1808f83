"""The key ring: master keys from the environment, and one derived key for each purpose."""

import hashlib
import hmac
import os
from base64 import urlsafe_b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from privacy.steady import while_unchanged

KEY_BYTES = 32
ID_BYTES = 4
NONCE_BYTES = 12
VERSION = b"\x01"
HEADER_BYTES = len(VERSION) + ID_BYTES
TEXT_AT = HEADER_BYTES + NONCE_BYTES


class CannotOpen(Exception):
    """A sealed text was changed, moved to another place, or sealed with a key that is not in the ring."""


@dataclass(frozen=True)
class KeyRing:
    """The master keys, newest first. The last one is the founding key and stays for good.

    Lookups are keyed by the founding key, so that rotation need not touch them (a suppression list holds
    nothing but lookups and could not be made again). Every other key is derived with the founding key as
    salt: a ring that lost it can open nothing, which is noticed at once, unlike lookups that find nobody.
    """

    masters: tuple[bytes, ...]

    @cached_property
    def ids(self) -> list[bytes]:
        """The short public names of the keys, newest first, as they stand in front of each sealed text."""
        return [_derive(master, self.masters[-1], "id")[:ID_BYTES] for master in self.masters]

    def newest(self, purpose: str) -> bytes:
        """The 32-byte key to seal or sign with today."""
        return _derive(self.masters[0], self.masters[-1], purpose)

    def every(self, purpose: str) -> list[bytes]:
        """All 32-byte keys a text may have been sealed or signed with, newest first."""
        return [_derive(master, self.masters[-1], purpose) for master in self.masters]

    def founding(self, purpose: str) -> bytes:
        """The 32-byte key that rotation never changes."""
        return _derive(self.masters[-1], self.masters[-1], purpose)

    def by_id(self, key_id: bytes, purpose: str) -> bytes:
        """The key with this id. Raises CannotOpen when the ring does not hold it."""
        for known, key in zip(self.ids, self.every(purpose), strict=True):
            if known == key_id:
                return key
        raise CannotOpen(
            "No key in FIELD_KEYS has this id: one was removed before `rotate_keys` had run, or the founding key, "
            "which stands last and stays for good."
        )

    def cipher(self, key_id: bytes, purpose: str) -> AESGCM:
        """What seals and opens with this key; made once, for thousands are opened in a second. Raises CannotOpen."""
        known = self._ciphers.get((key_id, purpose))
        if known is None:
            known = self._ciphers[key_id, purpose] = AESGCM(self.by_id(key_id, purpose))
        return known

    @cached_property
    def _ciphers(self) -> dict[tuple[bytes, str], AESGCM]:
        return {}


@while_unchanged("FIELD_KEYS")
def ring() -> KeyRing:
    """The ring of the setting FIELD_KEYS: base64 of 32 bytes each, newest first.

    Raises ImproperlyConfigured when there is none, or one is malformed or stands there twice.
    """
    return _ring(tuple(settings.FIELD_KEYS))


def seal(purpose: str, plain: bytes, context: bytes) -> bytes:
    """Encrypt with the newest key: version, key id, nonce, AES-256-GCM text (NIST SP 800-38D).

    `context` is not stored; opening with another one fails, which binds the text to its place.
    """
    return seal_each(purpose, [plain], context)[0]


def seal_each(purpose: str, plains: Sequence[bytes], context: bytes) -> list[bytes]:
    """The same for many texts with one context; each has a nonce of its own, all drawn from the kernel at once."""
    keys = ring()
    head, encrypt = VERSION + keys.ids[0], keys.cipher(keys.ids[0], purpose).encrypt
    drawn = os.urandom(NONCE_BYTES * len(plains))
    nonces = [drawn[place : place + NONCE_BYTES] for place in range(0, len(drawn), NONCE_BYTES)]
    return [
        b"".join((head, nonce, encrypt(nonce, plain, context))) for nonce, plain in zip(nonces, plains, strict=True)
    ]


def unseal(purpose: str, sealed: bytes, context: bytes) -> bytes:
    """Undo `seal`. Raises CannotOpen for a changed text, another context, or an unknown key."""
    return unseal_each(purpose, [sealed], [context])[0]


def unseal_each(purpose: str, sealed: Sequence[bytes], contexts: Sequence[bytes]) -> list[bytes]:
    """The same for many texts, each with a context of its own. Raises CannotOpen where one of them cannot be opened."""
    ciphers: dict[bytes, AESGCM] = {}
    plain = []
    for one, context in zip(sealed, contexts, strict=True):
        head = one[:HEADER_BYTES]
        if head not in ciphers:
            ciphers[head] = _cipher_of(head, purpose)
        try:
            plain.append(ciphers[head].decrypt(one[HEADER_BYTES:TEXT_AT], one[TEXT_AT:], context))
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("The sealed text was changed or belongs to another place.") from error
    return plain


def _cipher_of(head: bytes, purpose: str) -> AESGCM:
    """What opens the texts that begin like this."""
    if head[:1] != VERSION:
        raise CannotOpen("This is not a sealed text of a known version.")
    return ring().cipher(head[len(VERSION) :], purpose)


def is_newest(sealed: bytes) -> bool:
    """Whether a sealed text needs no rotation."""
    return sealed[1:HEADER_BYTES] == ring().ids[0]


def sign(purpose: str, message: bytes) -> bytes:
    """The 32-byte HMAC-SHA-256 (RFC 2104) of a message under the newest key."""
    return mac(ring().newest(purpose), message)


def mac(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA-256 (RFC 2104), for keys with which thousands of messages are signed: each is set up once."""
    begun = _begun(key).copy()
    begun.update(message)
    return begun.finalize()


def is_signed(purpose: str, message: bytes, signature: bytes) -> bool:
    """Whether any key of the ring made this signature; a shortened one (16 bytes or more) is accepted."""
    if len(signature) < 16:
        return False
    made = (hmac.digest(key, message, "sha256")[: len(signature)] for key in ring().every(purpose))
    return any(hmac.compare_digest(one, signature) for one in made)


@lru_cache(maxsize=256)
def _begun(key: bytes) -> HMAC:
    return HMAC(key, SHA256())


@lru_cache(maxsize=8)
def _ring(encoded: tuple[str, ...]) -> KeyRing:
    if not encoded:
        raise ImproperlyConfigured("FIELD_KEYS is empty: give at least one base64 key of 32 bytes.")
    masters = tuple(_decode(key) for key in encoded)
    if len(set(masters)) != len(masters):
        raise ImproperlyConfigured("FIELD_KEYS holds the same key twice.")
    return KeyRing(masters)


def _decode(key: str) -> bytes:
    try:
        master = urlsafe_b64decode(key.strip() + "=" * (-len(key.strip()) % 4))
    except ValueError as error:
        raise ImproperlyConfigured("A key in FIELD_KEYS is not urlsafe base64.") from error
    if len(master) != KEY_BYTES:
        raise ImproperlyConfigured(f"A key in FIELD_KEYS has {len(master)} bytes instead of {KEY_BYTES}.")
    return master


@lru_cache(maxsize=256)
def _derive(master: bytes, founding: bytes, purpose: str) -> bytes:
    """HKDF-SHA-256 (RFC 5869): one master, many keys that tell nothing about each other."""
    salt = hashlib.sha256(b"until-free salt" + founding).digest()
    return HKDF(SHA256(), KEY_BYTES, salt, f"until-free {purpose} v1".encode()).derive(master)
