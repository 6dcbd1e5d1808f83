"""What no honest program sends: each is told in a sentence of ours what is wrong with it, and changes nothing."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from actions.models import SignUp
from tests.factories import ActionFactory, SlotFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/actions/picket/sign-up/"
BODY = b'{"address": "alice@example.org", "consent": true, %s}'
ODD = {
    "5,000 digits": (BODY % (b'"guests": ' + b"9" * 5000), "A number in the body is too large."),
    "an exponent": (BODY % b'"guests": 1e999', "A number in the body is too large."),
    "NaN": (BODY % b'"guests": NaN', "“NaN” is no number in JSON."),
    "-Infinity": (BODY % b'"guests": -Infinity', "“-Infinity” is no number in JSON."),
    "half a letter": (BODY % b'"name": "\\ud800"', "half a letter"),
    "half a letter in a name": (BODY % b'"x\\udfff": 1', "half a letter"),
    "a zero byte": (BODY % b'"name": "A\\u0000"', "a zero byte"),
    "a field twice": (BODY % b'"consent": false', "The field “consent” stands twice in one object."),
    "a field twice within": (BODY % b'"answers": [{"a": 1, "a": 2}]', "The field “a” stands twice"),
    "nested lists": (BODY % (b'"answers": ' + b"[" * 90_000 + b"]" * 90_000), "nested too deeply"),
    "not in UTF-8": (BODY % '"name": "Анна"'.encode("cp1251"), "not in UTF-8"),
    "UTF-16": ('{"consent": true}'.encode("utf-16"), "not in UTF-8"),
    "cut off": (b'{"address": ', "This is not JSON: line 1, column 13."),
    "a comma too many": (b'{"consent": true,}', "This is not JSON: line 1"),
    "two objects": (b"{} {}", "This is not JSON: line 1, column 4."),
}


@pytest.fixture(autouse=True)
def _before_it_begins() -> Iterator[None]:
    """So that nothing is refused because it is too late."""
    with time_machine.travel("2026-12-01T12:00:00Z"):
        yield


@pytest.mark.parametrize(("body", "sentence"), ODD.values(), ids=ODD)
def test_body_that_cannot_be_read_is_refused_in_our_words(client: Client, body: bytes, sentence: str) -> None:
    ActionFactory(slug="picket")
    answer = client.post(ADDRESS, body, content_type="application/json")
    assert answer.status_code == 400
    assert sentence in answer.json()["detail"]
    assert not any(word in answer.json()["detail"] for word in ("JSON parse error", "set_int_max", "codec"))
    assert not SignUp.objects.exists()


@pytest.mark.parametrize(
    "field",
    [
        *(b'"guests": %s' % one for one in (b"1e30", b"1.5", b"[]", b"{}", b'"\xe2\x80\xae2"', b"true", b"9" * 40)),
        *(b'"slot": %s' % one for one in (b"9" * 40, b"-9999999999", b"1.5", b"[1]", b"{}", b"true")),
        *(
            b'"answers": %s' % one
            for one in (b"1", b'"x"', b"{}", b"[1]", b"[[]]", b'[{"question": %s}]' % (b"9" * 40))
        ),
        *(b'"name": %s' % one for one in (b"[]", b"{}", b"true")),
        *(b'"language": %s' % one for one in (b"[]", b"{}", b"1", b'"en\\n"')),
    ],
    ids=str,
)
def test_value_of_another_kind_is_refused_by_its_field(client: Client, field: bytes) -> None:
    SlotFactory(action=ActionFactory(slug="picket"))
    answer = client.post(ADDRESS, BODY % field, content_type="application/json")
    assert answer.status_code == 400
    assert list(answer.json()["fields"]) == [field.split(b'"')[1].decode()]
    assert not SignUp.objects.exists()


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx", "x"]
)
def test_other_kinds_of_bodies_are_refused(client: Client, kind: str) -> None:
    ActionFactory(slug="picket")
    assert client.generic("POST", ADDRESS, BODY % b'"guests": 1', content_type=kind).status_code in (400, 415)
    assert not SignUp.objects.exists()


@pytest.mark.parametrize("charset", ["utf-16", "zlib", "hex", "rot13", "idna", "undefined", "no-such", "utf-8; x"])
@pytest.mark.parametrize("address", ["/api/v1/prisoners/?q=%41", "/en/prisoners/?q=%41", "/en/prisoners/?q=A"])
def test_odd_charset_of_a_question_without_a_body_breaks_nothing(client: Client, address: str, charset: str) -> None:
    answer = client.generic("GET", address, content_type=f"application/json; charset={charset}")
    assert answer.status_code in (200, 400, 415)


@pytest.mark.parametrize("charset", ["utf-16", "zlib", "hex", "rot13", "idna", "undefined", "no-such"])
def test_json_is_read_as_utf8_whatever_charset_is_named(client: Client, charset: str) -> None:
    ActionFactory(slug="picket")
    body = BODY % '"name": "Анна"'.encode()
    answer = client.generic("POST", ADDRESS, body, content_type=f"application/json; charset={charset}")
    assert answer.status_code == 202


QUERIES = [
    "page=" + "9" * 5000,
    "page=1e9",
    "page=%00",
    "page_size=" + "9" * 5000,
    "q=%00",
    "q=%ED%A0%80",
    "q=%FF%FE",
    "q=" + "%F0%9F%8C%BB" * 500,
    "status=" + "x" * 5000,
    "as_of=" + "9" * 5000,
    "as_of=9999-12-31",
    "as_of=0000-00-00",
    "as_of=%D9%A2%D9%A0%D9%A2%D9%A0-01-01",
    "hearing_within=" + "9" * 5000,
    "hearing_within=-1",
    "fields=" + "slug," * 2000,
    "fields=%00",
    "lang=%00",
    "lang=" + "ru" * 500,
    "words=%00",
    "words=" + "a%20" * 1000,
    "article=" + "(" * 2000,
    "order=%00",
    "%00=1",
    "q[]=1",
    "&".join(f"a{n}=1" for n in range(1500)),
]
LISTS = [
    "/api/v1/prisoners/",
    "/api/v1/hearings/",
    "/api/v1/actions/",
    "/api/v1/statistics/",
    "/api/v1/words/",
    "/api/v1/strikes/",
    "/en/prisoners/",
    "/en/hearings/",
    "/en/actions/",
    "/en/statistics/",
    "/en/strikes/",
    "/en/days/",
]


@pytest.mark.parametrize("address", LISTS)
def test_odd_question_of_a_list_gets_a_clear_answer(client: Client, address: str) -> None:
    for query in QUERIES:
        answer = client.get(f"{address}?{query}")
        assert answer.status_code in (200, 400, 404), (query[:60], answer.status_code)
        if address.startswith("/api/") and answer.status_code == 400:
            assert set(answer.json()) == {"detail", "fields"}, query[:60]
