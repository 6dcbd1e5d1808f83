"""The key ring: what opens, what does not, and that a broken setting is noticed."""

import hmac
from base64 import urlsafe_b64encode

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from privacy import keys

OLD, NEW, OTHER = (urlsafe_b64encode(bytes([number]) * 32).decode() for number in (1, 2, 3))


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_seal_opens_again_with_the_same_context(plain: bytes, context: bytes) -> None:
    assert keys.unseal("field", keys.seal("field", plain, context), context) == plain


@given(st.lists(st.binary(max_size=60), max_size=20), st.binary(max_size=40))
def test_texts_sealed_together_open_each_by_itself_and_share_no_nonce(plains: list[bytes], context: bytes) -> None:
    sealed = keys.seal_each("field", plains, context)
    assert [keys.unseal("field", one, context) for one in sealed] == plains
    nonces = {one[keys.HEADER_BYTES : keys.HEADER_BYTES + keys.NONCE_BYTES] for one in sealed}
    assert len(nonces) == len(plains)


@given(st.binary(max_size=80), st.binary(min_size=1, max_size=80))
def test_mac_is_the_hmac_of_the_standard(message: bytes, key: bytes) -> None:
    assert keys.mac(key, message) == hmac.digest(key, message, "sha256")


@given(st.binary(max_size=60), st.data())
def test_unseal_refuses_when_any_byte_was_changed(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(keys.seal("field", plain, b"row"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(keys.CannotOpen):
        keys.unseal("field", bytes(sealed), b"row")


@pytest.mark.parametrize(("purpose", "context"), [("link", b"row"), ("field", b"other row")])
def test_unseal_refuses_another_purpose_or_context(purpose: str, context: bytes) -> None:
    sealed = keys.seal("field", b"text", b"row")
    with pytest.raises(keys.CannotOpen):
        keys.unseal(purpose, sealed, context)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x02" + b"x" * 60, b"\x01" + b"x" * 60])
def test_unseal_refuses_what_was_never_sealed(sealed: bytes) -> None:
    with pytest.raises(keys.CannotOpen):
        keys.unseal("field", sealed, b"")


def test_unseal_opens_an_old_text_when_a_new_key_stands_in_front() -> None:
    with override_settings(FIELD_KEYS=[OLD]):
        sealed = keys.seal("field", b"text", b"")
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        assert keys.unseal("field", sealed, b"") == b"text"
        assert not keys.is_newest(sealed)
        assert keys.is_newest(keys.seal("field", b"text", b""))


def test_unseal_refuses_everything_when_the_founding_key_is_gone() -> None:
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        sealed = keys.seal("field", b"text", b"")
    with override_settings(FIELD_KEYS=[NEW]), pytest.raises(keys.CannotOpen):
        keys.unseal("field", sealed, b"")


def test_signature_is_known_when_the_key_was_rotated() -> None:
    with override_settings(FIELD_KEYS=[OLD]):
        signature = keys.sign("bounce", b"message")
    with override_settings(FIELD_KEYS=[NEW, OLD]):
        assert keys.is_signed("bounce", b"message", signature)
        assert keys.is_signed("bounce", b"message", signature[:16])
        assert not keys.is_signed("form", b"message", signature)
        assert not keys.is_signed("bounce", b"another", signature)


def test_signature_is_refused_when_too_short_to_mean_anything() -> None:
    assert not keys.is_signed("bounce", b"message", keys.sign("bounce", b"message")[:15])


@pytest.mark.parametrize(
    ("field_keys", "complaint"),
    [
        ([], "empty"),
        (["short"], "not urlsafe base64|instead of 32"),
        (["*" * 43], "instead of 32|not urlsafe"),
        ([OLD, OLD], "twice"),
        ([urlsafe_b64encode(b"x" * 31).decode()], "31 bytes"),
    ],
)
def test_ring_refuses_a_broken_setting(field_keys: list[str], complaint: str) -> None:
    with override_settings(FIELD_KEYS=field_keys), pytest.raises(ImproperlyConfigured, match=complaint):
        keys.ring()
