"""A mail written once for all is, for each reader, the mail that would have been written for them alone."""

import itertools
import re
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.utils import timezone

from supporters import reminders
from supporters.compiled import NAME, EightBits, Slot, compiled, fits
from supporters.kinds import kind_of
from supporters.mails import Reader, compose, drafted, reader_of
from supporters.models import Notification
from tests.supporters import record
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db

NAMES = ("", "Anna", "O'Brien", "Ержан Елшибаев", "Жанна-Мария", "Łukasz", "אנה")
LANGUAGES = ("en", "ru", "kk", "de", "he")


def undated(octets: bytes) -> bytes:
    """Without the second and without what is sealed anew each time: the token of a link."""
    dated = re.sub(rb"\r\nDate: [^\r]*", b"", octets)
    return re.sub(rb"/(l|unsubscribe)/[\w-]+/", rb"/\1/token/", dated)


def readable(octets: bytes) -> bytes:
    """A mail with its parts as they were before they were encoded: a token changes all that is encoded after it."""
    head, blank, rest = octets.partition(b"\r\n\r\n")
    parts = [part.get_payload(decode=True) for part in message_from_bytes(octets).walk() if not part.is_multipart()]
    # A token may hold two hyphens where a line of quoted-printable is cut.
    shape = [line for line in rest.split(b"\r\n") if line.startswith((b"Content-", b"--=_"))]
    return head + blank + b"\r\n".join([*shape, *map(bytes, parts)])


@pytest.fixture
def owed(follower: Meet) -> list[Notification]:
    """One reminder of a hearing for each name and language."""
    record.hearing(
        record.prisoner("Жанаозен <b>&", slug="awkward"),
        starts_at=timezone.now().replace(second=0, microsecond=0) + timedelta(days=3),
        text="A long line. " * 100 + "\n.dot\nqend",
    )
    for number, (name, language) in enumerate(itertools.product(NAMES, LANGUAGES)):
        person = follower("all", address=f"p{number}+tag@example.org", language=language)
        person.name, person.is_discreet = name, bool(number % 2)
        person.save()
    reminders.run_planners(timezone.now())
    return list(Notification.objects.select_related("supporter"))


def test_compiled_is_byte_for_byte_what_is_written_for_one(owed: list[Notification]) -> None:
    assert len(owed) == len(NAMES) * len(LANGUAGES)
    for row in owed:
        reader = reader_of(row, kind_of(row.kind))
        made = compiled(row, has_name=bool(reader.name))
        assert made is not None and fits(reader.address, reader.name)
        octets = made.seven.to(reader)
        assert octets.isascii()
        assert undated(readable(octets)) == undated(readable(compose(row)))


def test_compiled_in_eight_bits_is_byte_for_byte_what_was_drafted(owed: list[Notification]) -> None:
    for row in owed:
        reader = reader_of(row, kind_of(row.kind))
        made = compiled(row, has_name=bool(reader.name))
        assert made is not None and made.eight is not None
        assert undated(made.eight.to(reader)) == undated(drafted(row))


def test_mail_in_ascii_has_no_form_in_eight_bits(follower: Meet) -> None:
    record.hearing(record.prisoner("Anna Example"), starts_at=timezone.now() + timedelta(days=3))
    follower("all", language="en")
    reminders.run_planners(timezone.now())
    made = compiled(Notification.objects.get(), has_name=True)
    assert made is not None and made.eight is None


def test_part_that_gets_a_name_in_eight_bits_says_eight_bits() -> None:
    """The other part is not ASCII, so the mail goes in eight bits; this one is ASCII but for the reader's name."""
    pieces = [
        b"\r\nContent-Transfer-Encoding: 7bit\r\n\r\nDear ",
        "\r\nContent-Transfer-Encoding: 8bit\r\n\r\nЖ".encode(),
    ]
    reader = Reader("anna@example.org", "Łukasz", "", "", "")
    octets = EightBits(pieces, [Slot(NAME, is_html=False, is_quoted=False)]).to(reader)
    assert octets.count(b"Encoding: 8bit") == 2 and "Dear Łukasz".encode() in octets


def test_links_and_name_are_the_reader_s_own(owed: list[Notification]) -> None:
    row = next(one for one in owed if one.supporter.name == "O'Brien" and one.supporter.language == "en")
    reader = reader_of(row, kind_of(row.kind))
    made = compiled(row, has_name=True)
    assert made is not None
    mail = message_from_bytes(made.seven.to(reader), _class=EmailMessage, policy=policy.default)
    assert mail["List-Unsubscribe"] == f"<{reader.unsubscribe_url}>"
    assert mail["Message-ID"].startswith(f"<{reader.reference}@")
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None and html is not None
    assert text.get_content().startswith("Dear O'Brien,")
    assert "Dear O&#x27;Brien," in html.get_content()
    assert html.get_content().count(reader.unsubscribe_url) == 2


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("a b@example.org", ""),
        ('"quoted"@example.org', ""),
        ("anna@example.org", "Anna <anna@example.org>"),
        ("anna@example.org", "www.example.org"),
        ("anna@example.org", "Anna\nBcc: x"),
    ],
)
def test_awkward_readers_get_a_mail_of_their_own(address: str, name: str) -> None:
    assert not fits(address, name)
