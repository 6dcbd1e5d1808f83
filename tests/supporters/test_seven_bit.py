"""Mails in seven bits: a server that knows no 8BITMIME takes them, reads them exactly, and breaks no signature."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from supporters import outbox, reminders
from supporters.compiled import compiled
from supporters.mails import drafted
from supporters.models import Notification
from supporters.seven_bit import left_open, quoted, seven_bit
from tests.supporters import record
from tests.supporters.conftest import Meet
from tests.supporters.sink import Sink
from tests.supporters.test_signing import KEYS, is_good, pem

NAMES = ("", "Anna", "Ержан Елшибаев", "Łukasz", "אנה")
LANGUAGES = ("en", "ru", "kk", "he")
BOUNDARY = "=_0123456789abcdef01234567"


class OldServer(Sink):
    """Offers no 8BITMIME (RFC 6152), and takes nothing that would need it."""

    async def handle_EHLO(
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [one for one in responses if "8BITMIME" not in one and "SMTPUTF8" not in one]

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if not envelope.original_content.isascii():
            return "554 5.6.3 eight bits are not taken here"
        return await super().handle_DATA(server, session, envelope)


@pytest.fixture
def old_server(settings: Any) -> Iterator[OldServer]:
    with OldServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield server


def followed_by_many(follower: Meet) -> None:
    """Alerts that are written together: for each language and name four readers, and a hearing with awkward words."""
    at = timezone.now().replace(second=0, microsecond=0) + timedelta(days=3)
    record.hearing(record.prisoner("Ержан <b>&", slug="yerzhan"), starts_at=at, text=".dot\n.\n=41 — “end” \t\n" * 5)
    for number in range(4 * len(NAMES) * len(LANGUAGES)):
        language = LANGUAGES[number % len(LANGUAGES)]
        person = follower("all", address=f"p{number}@example.org", language=language)
        person.name = NAMES[number // len(LANGUAGES) % len(NAMES)]
        person.save()
    reminders.run_planners(timezone.now())


@pytest.mark.django_db
@pytest.mark.parametrize("key", sorted(KEYS))
def test_server_without_8bitmime_gets_seven_bits_exact_words_and_a_good_signature(
    key: str, follower: Meet, old_server: OldServer, settings: Any
) -> None:
    settings.DKIM_KEY, settings.DKIM_SELECTOR, settings.DKIM_DOMAIN = pem(KEYS[key]), "s1", "example.org"
    followed_by_many(follower)
    wanted = {row.supporter.email: row for row in Notification.objects.select_related("supporter")}
    outbox.deliver()
    assert len(old_server.envelopes) == len(wanted) == 4 * len(NAMES) * len(LANGUAGES)
    for envelope, mail in zip(old_server.envelopes, old_server.mails, strict=True):
        octets = bytes(envelope.original_content)
        assert octets.isascii() and is_good(octets)
        assert all(len(line) <= 998 for line in octets.split(b"\r\n"))
        assert without_links(mail) == without_links(message_from_bytes(drafted(wanted[mail["To"]])))


@pytest.mark.django_db
def test_server_with_8bitmime_is_told_of_eight_bits_and_gets_the_same_words(follower: Meet, sink: Sink) -> None:
    """RFC 6152 section 2: BODY=8BITMIME with each mail that has them, and with no other."""
    followed_by_many(follower)
    wanted = {row.supporter.email: row for row in Notification.objects.select_related("supporter")}
    outbox.deliver()
    assert len(sink.envelopes) == len(wanted)
    for envelope, mail in zip(sink.envelopes, sink.mails, strict=True):
        octets = bytes(envelope.original_content)
        assert "BODY=8BITMIME" in envelope.mail_options and not octets.isascii()
        assert all(len(line) <= 998 for line in octets.split(b"\r\n"))
        assert without_links(mail) == without_links(message_from_bytes(drafted(wanted[mail["To"]])))


@pytest.mark.django_db
def test_server_with_8bitmime_is_told_of_no_eight_bits_where_there_are_none(follower: Meet, sink: Sink) -> None:
    record.hearing(record.prisoner("Anna Example"), starts_at=timezone.now() + timedelta(days=3))
    for number in range(8):
        person = follower("all", address=f"p{number}@example.org", language="en")
        person.name = NAMES[1 + number % 3]
        person.save()
    reminders.run_planners(timezone.now())
    outbox.deliver()
    assert len(sink.envelopes) == 8
    assert all(not one.mail_options and bytes(one.original_content).isascii() for one in sink.envelopes)


@pytest.mark.django_db
def test_mail_into_whose_header_a_name_goes_is_written_for_each(
    follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed_by_many(follower)
    row = next(one for one in Notification.objects.all() if one.supporter.name == "Anna")
    assert compiled(row, has_name=True) is not None
    monkeypatch.setattr("supporters.mails._subject", lambda kind, context: f"For {context['name']}")
    assert compiled(row, has_name=True) is None


def without_links(message: Any) -> list[bytes]:
    """The words of the parts; the token of a link is sealed anew each time."""
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    words = [bytes(part.get_payload(decode=True)).split() for part in parts]
    return [word for part in words for word in part if b"://" not in word]


def of_two_parts(*bodies: str) -> bytes:
    """A mail as ours are: CRLF, each part said to have eight bits."""
    head = f'Content-Type: multipart/alternative; boundary="{BOUNDARY}0"\r\nMIME-Version: 1.0\r\n\r\n'
    parts = (
        f'--{BOUNDARY}0\r\nContent-Type: text/plain; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{body}\r\n"
        for body in bodies
    )
    return f"{head}{''.join(parts)}--{BOUNDARY}0--\r\n".encode()


def encodings(octets: bytes) -> list[str]:
    return [str(part["Content-Transfer-Encoding"]) for part in message_from_bytes(octets).walk()][1:]


def test_encoding_is_the_shorter_one_and_ascii_has_none() -> None:
    mixed = of_two_parts("Dear Anna", "Dear Łukasz, there is a word with a sign.", "Здравствуйте, Анна")
    assert encodings(seven_bit(mixed)) == ["8bit", "quoted-printable", "base64"]
    plain = of_two_parts("Dear Anna", "=41 .")
    assert seven_bit(plain) is plain


AWKWARD = st.sampled_from([".", "", " ", "\t", "=", "From x", "—", "a" * 90])
LINE = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=200)


@given(
    st.lists(LINE, max_size=8),
    st.lists(AWKWARD, max_size=8),
)
def test_what_is_read_is_what_was_written(lines: list[str], awkward: list[str]) -> None:
    body = "\r\n".join([*lines, *awkward])
    octets = seven_bit(of_two_parts(body, "x"))
    first = message_from_bytes(octets, _class=EmailMessage)
    part = next(iter(first.get_payload()))
    assert octets.isascii()
    assert part.get_payload(decode=True) == body.encode()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "word", ["", "Anna", "Ержан Елшибаев", "https://example.org/l/" + "aB-_" * 60 + "/", "a=b" * 30]
)
@pytest.mark.parametrize("after", [".", ". .", " — and so on", "\r\n.\r\n", "=", "é" * 40, "  \r\n"])
def test_words_put_into_a_part_that_was_left_open_are_read_as_they_are(word: str, after: str) -> None:
    body = f"Dear QQ{after}\r\nQQ\r\n{'a plain line. ' * 30}\r\n— QQ—QQ, {'b' * 90} QQ"
    octets = left_open(of_two_parts(body, "Dear QQ"), re.compile(b"(QQ)"))
    assert octets.isascii()
    head, first, second, *end = octets.split(f"\r\n--{BOUNDARY}".encode())
    assert (b"quoted-printable" in first, b"quoted-printable" in second) == (True, False)
    filled = first.replace(b"QQ", quoted(word.encode()))
    assert max(map(len, filled.split(b"\r\n"))) <= 78
    assert not any(line.startswith(b".") for line in filled.split(b"\r\n")) and b"\n" not in filled.replace(
        b"\r\n", b""
    )
    whole = f"\r\n--{BOUNDARY}".encode().join([head, filled, second, *end])
    part = message_from_bytes(whole, _class=EmailMessage).get_payload()[0]
    assert part.get_payload(decode=True) == body.replace("QQ", word).encode()  # type: ignore[union-attr]


def test_what_is_no_mail_of_ours_is_not_taken() -> None:
    with pytest.raises(ValueError, match="several parts"):
        seven_bit("Subject: x\r\n\r\nЖ".encode())
