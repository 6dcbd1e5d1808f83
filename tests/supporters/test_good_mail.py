"""Every kind of mail is a good mail: the same headers, parts and manners in every language, whatever it tells."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from supporters import kinds, mails
from supporters.mails import compose, reference_of
from supporters.models import Notification, Supporter
from supporters.services import outboxes
from tests.supporters import record
from tests.supporters.conftest import Meet

pytestmark = pytest.mark.django_db
NAMES = sorted(kind.name for kind in kinds.every_kind())
LANGUAGES = ("en", "ru", "he")
#: What would name somebody on a locked screen.
SECRET = "Yerlan Baltabai"
TOLD = {name: SECRET if word == record.SOMETHING else word for name, word in record.ANY_WORDS.items()}
MOST_BYTES = 100_000
YOURS_ALONE = "The links below are yours alone: take them off before you pass this mail on."
ORIGIN = "https://until-free.example"


@pytest.fixture(autouse=True)
def _over_tls(settings: object) -> None:
    settings.SITE_ORIGIN, settings.SITE_HOST = ORIGIN, "until-free.example"  # type: ignore[attr-defined]


@pytest.fixture(params=NAMES)
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> kinds.Kind:
    """Each registered kind with its own words and manners, about somebody whose name is SECRET."""
    known = kinds.kind_of(request.param)
    plain = kinds.Kind(
        known.name,
        lambda row: dict(TOLD),
        lambda row, now: "",
        known.is_essential,
        is_alert=known.is_alert,
        ending=(lambda row: f"{settings.SITE_ORIGIN}/unsubscribe/token/") if known.ending else None,
    )
    monkeypatch.setitem(kinds._KINDS, known.name, plain)
    return plain


def owed(supporter: Supporter, kind: kinds.Kind) -> Notification:
    now = timezone.now()
    outboxes.owe(supporter, kind.name, "subject:1", "once", due_at=now, stale_at=now + timedelta(days=2))
    return Notification.objects.get()


def read(octets: bytes) -> EmailMessage:
    message = message_from_bytes(octets, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, subtype: str) -> str:
    body = message.get_body((subtype,))
    assert body is not None
    return str(body.get_content())


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_say_the_same_and_ask_nothing_of_any_server(kind: kinds.Kind, language: str, follower: Meet) -> None:
    octets = compose(owed(follower("all", language=language), kind))
    message = read(octets)
    assert message.get_content_type() == "multipart/alternative"
    assert [one.get_content_type() for one in message.iter_parts()] == ["text/plain", "text/html"]
    text, html = part(message, "plain"), part(message, "html")
    assert f'<html lang="{language}" dir="{"rtl" if language == "he" else "ltr"}">' in html
    assert "prefers-color-scheme: dark" in html
    words = re.sub(r"<(style|title)>.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL).split()
    assert [word for word in text.split() if translation.gettext(word) not in " ".join(words)] == []
    remote = re.findall(r"<(?:img|link|script|iframe|object|form|svg|video|audio)\b|url\(|@import|\bsrc=", html)
    assert remote == []
    assert len(octets) <= MOST_BYTES


def test_headers_say_who_writes_and_how_to_be_rid_of_it(kind: kinds.Kind, follower: Meet) -> None:
    row = owed(follower("all"), kind)
    message = read(compose(row))
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] == f"<{reference_of(row)}@until-free.example>"
    assert message["X-Entity-Ref-ID"] == reference_of(row)
    assert message["To"] == "anna@example.org"
    assert message["Date"].endswith("+0000")
    for absent in ("Cc", "Bcc", "X-Mailer", "Feedback-ID", "Received", "Reply-To"):
        assert message[absent] is None, absent
    if kind.is_alert or kind.ending:
        assert re.fullmatch(r"<(alerts|actions)\.until-free\.example>", message["List-Id"])
        assert re.fullmatch(rf"<{ORIGIN}/unsubscribe/[\w.~-]+/>", message["List-Unsubscribe"])
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert message["List-Unsubscribe"].strip("<>") in part(message, "plain")
    else:
        assert message["List-Id"] is message["List-Unsubscribe"] is message["List-Unsubscribe-Post"] is None


def test_an_alert_says_which_links_not_to_pass_on_and_above_that_it_has_none(kind: kinds.Kind, follower: Meet) -> None:
    above, said, below = part(read(compose(owed(follower("all"), kind))), "plain").partition(YOURS_ALONE)
    assert bool(said) is kind.is_alert
    if kind.is_alert:
        personal = rf"{ORIGIN}/(?:l|unsubscribe)/"
        assert (re.findall(personal, above), len(re.findall(personal, below))) == ([], 2)


def test_one_click_is_promised_over_https_only(kind: kinds.Kind, follower: Meet, settings: object) -> None:
    settings.SITE_ORIGIN, settings.EMBEDDED = "http://127.0.0.1:8000", False  # type: ignore[attr-defined]
    message = read(compose(owed(follower("all"), kind)))
    assert message["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize("links", [[], ["https://example.org/"], ["https://example.org/", "https://example.org/b"]])
def test_paragraphs_are_one_empty_line_apart(
    kind: kinds.Kind, links: list[str], follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TOLD, "links", links)
    monkeypatch.setitem(TOLD, "topics", ["Zhanaozen", "Kazakhstan"])
    text = part(read(compose(owed(follower("all"), kind))), "plain").replace("\r\n", "\n")
    assert "\n\n\n" not in text
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_subject_is_neutral_by_default(kind: kinds.Kind, language: str, follower: Meet) -> None:
    row = owed(follower("all", language=language), kind)
    message = read(compose(row))
    assert SECRET not in message["Subject"]
    assert SECRET not in message["From"]
    assert message["Subject"].strip()
    assert SECRET not in part(message, "html").partition("</title>")[0]
    headers = [f"{name}: {value}" for one in message.walk() for name, value in one.items()]
    assert [line for line in headers if SECRET in line] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["Anna, at home", 'The "post"', "Почта", "דואר"])
def test_sender_s_name_is_neutral_for_whoever_has_neutral_subjects(
    follower: Meet, settings: object, language: str, name: str
) -> None:
    settings.DEFAULT_FROM_EMAIL, settings.NEUTRAL_FROM_NAME = "Until Free <news@example.org>", name  # type: ignore[attr-defined]
    anna = follower("all", language=language)
    row = owed(anna, kinds.kind_of("manage_link"))
    for is_discreet, named in ((True, name), (False, "Until Free")):
        anna.is_discreet = is_discreet
        anna.save()
        sender = read(compose(Notification.objects.get(pk=row.pk)))["From"]
        assert [(one.display_name, one.addr_spec) for one in sender.addresses] == [(named, "news@example.org")]


def test_without_a_neutral_name_all_have_the_same_sender(follower: Meet, settings: object) -> None:
    settings.DEFAULT_FROM_EMAIL = "Until Free <news@example.org>"  # type: ignore[attr-defined]
    assert read(compose(owed(follower("all"), kinds.kind_of("manage_link"))))["From"] == "Until Free <news@example.org>"


def test_reader_s_choice_of_a_plain_subject_is_kept(follower: Meet, kind: kinds.Kind) -> None:
    anna = follower("all")
    anna.is_discreet = False
    anna.save()
    message = read(compose(owed(anna, kind)))
    names_it = SECRET in message["Subject"]
    assert names_it == (SECRET in render_to_string(f"mail/{kind.name}.subject.txt", {**TOLD, "discreet": False}))


def test_line_break_in_a_subject_opens_no_second_header(
    kind: kinds.Kind, follower: Meet, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = "Release\r\nBcc: everybody@example.org"
    monkeypatch.setattr(mails, "_subject", lambda kind, context: evil)
    row = owed(follower("all"), kind)
    with pytest.raises(ValueError, match="newline"):
        compose(row)


def test_nothing_in_a_name_is_a_link(kind: kinds.Kind, follower: Meet) -> None:
    anna = follower("all")
    anna.name = "Buy http://spam.example now"
    anna.save()
    html = part(read(compose(owed(anna, kind))), "html")
    assert ("Dear Buy http://spam.example now," in html) == (not kind.is_essential)
    assert 'href="http://spam.example' not in html
