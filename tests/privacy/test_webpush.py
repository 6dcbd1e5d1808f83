"""Sealing for one browser, held against the standard's own example, and the word of who sends."""

import json
import time

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from privacy import webpush
from privacy.webpush import BadKeys, decoded, sealed
from tests.supporters.push_service import FakeBrowser
from tests.vapid import vapid_pem

# RFC 8291, appendix A.
PLAIN = b"When I grow up, I want to be a watermelon"
OWN = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
KEY = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
SECRET = "BTBZMqHH6r4Tts7J_aSIgg"
SALT = "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl"
    "95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def test_a_message_is_sealed_as_the_example_of_the_standard() -> None:
    own = ec.derive_private_key(int.from_bytes(decoded(OWN), "big"), ec.SECP256R1())
    assert sealed(PLAIN, KEY, SECRET, own=own, salt=decoded(SALT), step=1) == decoded(BODY)


def test_only_its_browser_reads_it_and_its_length_tells_nothing() -> None:
    one, other = FakeBrowser(), FakeBrowser()
    short, long = (sealed(words, one.held.key, one.held.secret) for words in (b"A", b"A" * 400))
    assert one.opened(short) == b"A" and one.opened(long) == b"A" * 400
    assert len(short) == len(long)
    with pytest.raises(Exception, match=r"^$"):
        other.opened(short)


def test_what_is_as_long_as_may_be_fits_into_one_body_and_more_is_refused() -> None:
    one = FakeBrowser()
    assert len(sealed(b"A" * webpush.MOST_OCTETS, one.held.key, one.held.secret)) == 4096
    with pytest.raises(ValueError, match="holds"):
        sealed(b"A" * (webpush.MOST_OCTETS + 1), one.held.key, one.held.secret)


@pytest.mark.parametrize(
    ("key", "secret"),
    [
        ("", SECRET),
        (KEY, ""),
        (KEY[:-4], SECRET),
        ("A" * 87, SECRET),
        (KEY, SECRET + "AA"),
        ("ключ", SECRET),
        ("!", "!"),
    ],
    ids=["no-key", "no-secret", "short", "not-on-the-curve", "long-secret", "letters", "signs"],
)
def test_keys_that_are_none_are_refused(key: str, secret: str) -> None:
    with pytest.raises(BadKeys):
        sealed(b"A", key, secret)


def test_a_push_service_can_verify_who_sends(settings: object) -> None:
    settings.VAPID_KEY = vapid_pem()  # type: ignore[attr-defined]
    us = webpush.sender()
    assert us
    word = us.authorization("https://push.example/wpush/1?x", "mailto:us@example.org")
    token, _comma, key = word.removeprefix("vapid t=").partition(", k=")
    head, claims, signature = (decoded(part) for part in token.split("."))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(key))
    numbers = (int.from_bytes(part, "big") for part in (signature[:32], signature[32:]))
    public.verify(encode_dss_signature(*numbers), token.rpartition(".")[0].encode(), ec.ECDSA(SHA256()))
    assert json.loads(head) == {"typ": "JWT", "alg": "ES256"}
    said = json.loads(claims)
    assert said.keys() == {"aud", "exp", "sub"}
    assert (said["aud"], said["sub"]) == ("https://push.example", "mailto:us@example.org")
    assert 0 < said["exp"] - time.time() <= 24 * 60 * 60


def test_without_a_key_nobody_sends(settings: object) -> None:
    settings.VAPID_KEY = ""  # type: ignore[attr-defined]
    assert webpush.sender() is None


def _rsa() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    return key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain).decode()


@pytest.mark.parametrize("make", [lambda: "rubbish", _rsa], ids=["rubbish", "rsa"])
def test_a_key_that_is_none_is_said_at_the_start(make: object, settings: object) -> None:
    settings.VAPID_KEY = make()  # type: ignore[attr-defined, operator]
    with pytest.raises(ImproperlyConfigured, match="VAPID_KEY"):
        webpush.sender()
    with pytest.raises(SystemCheckError, match="VAPID_KEY"):
        call_command("check")
