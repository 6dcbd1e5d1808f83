"""Which addresses are taken, and the one spelling by which they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.addresses import BadAddress, address_lookup, normalise_address, validate_address

LOCAL = st.from_regex(r"[a-zA-Z0-9_+-]{1,20}(\.[a-zA-Z0-9]{1,10})?", fullmatch=True)


@pytest.mark.parametrize(
    ("typed", "sent_to"),
    [
        (" alice@example.org ", "alice@example.org"),
        ("Alice.B+tag@Example.ORG", "Alice.B+tag@example.org"),
        ("a@пример.рф", "a@xn--e1afmkfd.xn--p1ai"),
        ("a@faß.de", "a@xn--fa-hia.de"),
        ("a@e\u0301cole.fr", "a@xn--cole-9oa.fr"),
        ("o'hara@sub.example.co.uk", "o'hara@sub.example.co.uk"),
    ],
)
def test_address_is_taken_with_its_domain_in_ascii(typed: str, sent_to: str) -> None:
    assert validate_address(typed) == sent_to


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "alice",
        "alice@",
        "@example.org",
        "alice@localhost",
        "alice@example.org\nBcc: bob@example.org",
        "alice@example.org\r",
        "alice@exam\u2028ple.org",
        "alice@exa\u200bmple.org",
        "alice@example.org\x00",
        "alice@example.org,bob@example.org",
        "alice@example.org;bob@example.org",
        "alice@bob@example.org",
        "Alice <alice@example.org>",
        '"alice"@example.org',
        '"a@b"@example.org',
        "алиса@example.org",
        "alice..b@example.org",
        ".alice@example.org",
        "alice.@example.org",
        "al ice@example.org",
        "alice@-example.org",
        "alice@exa_mple.org",
        "alice@example.org.",
        "alice@.org",
        "alice@[192.0.2.1]",
        "alice@192.0.2.1",
        "alice@1.2.3.44",
        "a" * 65 + "@example.org",
        "a@" + ".".join(["b" * 60] * 4) + ".example.org",
    ],
)
def test_address_is_refused_with_a_sentence_that_does_not_repeat_it(typed: str) -> None:
    with pytest.raises(BadAddress) as refused:
        validate_address(typed)
    assert str(refused.value).endswith(".")
    assert not typed or typed not in str(refused.value)


@given(LOCAL, st.sampled_from(["example.org", "EXAMPLE.org", "пример.рф"]))
def test_normalised_address_is_its_own_normal_form(local: str, domain: str) -> None:
    normal = normalise_address(f"{local}@{domain}")
    assert normalise_address(normal) == normal == normal.lower()


@given(st.text(max_size=80))
def test_validate_address_takes_or_refuses_but_never_breaks(typed: str) -> None:
    try:
        taken = validate_address(typed)
    except BadAddress:
        return
    assert taken.isascii()
    assert taken.count("@") == 1
    assert not set(taken) & set("\r\n\0, ")
    assert validate_address(taken) == taken


def test_lookup_keeps_tags_and_dots_apart_because_they_may_be_other_people() -> None:
    addresses = ["alice@example.org", "a.lice@example.org", "alice+1@example.org"]
    assert len({address_lookup(one) for one in addresses}) == 3
