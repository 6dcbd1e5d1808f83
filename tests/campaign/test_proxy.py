"""What a visitor gets through nginx, set up as in a deployment."""

import time
from pathlib import Path

import pytest

from campaign.middleware import PRIVATE, PUBLIC
from tests.campaign.proxy import Answer, proxy

#: The rule of public pages, with a minute that is over after a second.
SHORT = PUBLIC.replace("max-age=60", "max-age=1")
BROWSER = "ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7"


def public(body: bytes, **headers: str) -> Answer:
    return 200, {"Cache-Control": PUBLIC, "Content-Type": "text/html", **headers}, body


def test_a_withdrawn_page_is_gone_as_soon_as_its_minute_is_over(tmp_path: Path) -> None:
    withdrawn: list[bool] = []

    def answer(path: str) -> Answer:
        return (404, {"Cache-Control": PRIVATE}, b"none") if withdrawn else (200, {"Cache-Control": SHORT}, b"her page")

    with proxy(tmp_path, answer) as site:
        assert site.ask("/en/prisoners/x/")[::2] == (200, b"her page")
        withdrawn.append(True)
        time.sleep(2.1)
        assert [site.ask("/en/prisoners/x/")[::2] for _ in range(4)] == [(404, b"none")] * 4


def test_a_changed_page_is_shown_changed_to_the_first_who_asks(tmp_path: Path) -> None:
    versions = iter((b"one", b"two"))
    with proxy(tmp_path, lambda path: (200, {"Cache-Control": SHORT}, next(versions))) as site:
        assert site.ask("/en/")[2] == b"one"
        time.sleep(2.1)
        assert site.ask("/en/")[2] == b"two"


def test_public_pages_go_on_while_the_application_does_not_answer_whoever_asks(tmp_path: Path) -> None:
    with proxy(tmp_path, lambda path: (200, {"Cache-Control": SHORT, "Vary": "Accept-Language"}, b"page")) as site:
        assert site.ask("/en/", Accept_Language=BROWSER)[0] == 200
        site.stop_application()
        time.sleep(2.1)
        assert site.ask("/en/", Accept_Language="de-CH")[::2] == (200, b"page")
        status, headers, body = site.ask("/en/other/")
        assert (status, headers["Retry-After"]) == (503, "60")
        assert b"try again" in body
        assert headers["Content-Security-Policy"] == "default-src 'none'"


def test_one_copy_serves_all_browsers_of_a_page_with_its_language_in_the_address(tmp_path: Path) -> None:
    vary = {"Vary": "Accept-Language, Accept-Encoding"}
    with proxy(tmp_path, lambda path: public(b"page", **vary)) as site:
        for words in (BROWSER, "de", "en-GB,en;q=0.5", ""):
            assert (
                site.ask("/ru/prisoners/", Accept_Language=words, Accept_Encoding="gzip" if words else "br")[0] == 200
            )
        assert len(site.seen) == 1


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (BROWSER, "ru"),
        ("kk", "kk"),
        ("uk-UA,uk;q=0.9,ru;q=0.8", "ru"),
        ("xrux,en;q=0.8,ru", "en"),
        ("uk", "en"),
        ("", "en"),
    ],
)
def test_addresses_without_a_language_are_kept_once_for_each_language_we_speak(
    tmp_path: Path, asked: str, known: str
) -> None:
    with proxy(tmp_path, lambda path: public(b"there", Vary="Accept-Language")) as site:
        site.ask("/", Accept_Language=asked)
        site.ask("/", Accept_Language=f"{known}-XX,{known};q=0.1")
        assert [headers["Accept-Language"] for _, headers in site.seen] == [known]
        site.ask("/", Accept_Language="fr")
        assert len(site.seen) == 2


def test_the_description_of_the_api_is_kept_by_its_form(tmp_path: Path) -> None:
    with proxy(tmp_path, lambda path: public(b"there", Vary="Accept")) as site:
        for kind in ("application/json", "application/json, */*", "application/vnd.oai.openapi+yaml", "*/*"):
            site.ask("/api/v1/schema/", Accept=kind)
        assert len(site.seen) == 3


def test_what_staff_see_is_never_kept_nor_shown_to_others(tmp_path: Path) -> None:
    with proxy(tmp_path, lambda path: public(b"mine")) as site:
        site.ask("/en/", Cookie="__Host-s=1")
        site.ask("/en/")
        assert len(site.seen) == 2


def test_no_picture_is_kept(tmp_path: Path) -> None:
    with proxy(tmp_path, lambda path: public(b"picture")) as site:
        site.ask("/media/a-480.jpg")
        site.ask("/media/a-480.jpg")
        assert len(site.seen) == 2


def test_what_is_too_large_is_said_to_be_and_not_to_be_tried_again(tmp_path: Path) -> None:
    with proxy(tmp_path, lambda path: public(b"")) as site:
        status, headers, body = site.ask("/en/alerts/", "POST", b"x" * 2_100_000)
        assert (status, "Retry-After" in headers) == (413, False)
        assert b"too large" in body
        assert site.ask("/staff/prisoners/batch/add/", "POST", b"x" * 10_500_000)[0] == 200
        assert site.ask("/en/desk/actions/picket/photos/", "POST", b"x" * 12_000_000)[0] == 200


def test_an_address_or_a_header_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    with proxy(tmp_path, lambda path: public(b"page")) as site:
        assert site.ask(f"/en/prisoners/?q={'%D0%90' * 600}")[0] == 200
        status, headers, body = site.ask(f"/en/prisoners/?q={'a' * 9000}")
        assert (status, body.startswith(b"This address is too long")) == (414, True)
        assert headers["Content-Security-Policy"] == "default-src 'none'"
        status, _headers, body = site.ask("/en/", Cookie="a" * 9000)
        assert (status, body.startswith(b"Your browser sends too much")) == (431, True)


def test_what_staff_send_and_get_lies_in_memory_alone(tmp_path: Path) -> None:
    """Bodies and answers that do not fit into nginx's buffers go where Compose mounts memory."""
    with proxy(tmp_path, lambda path: (200, {"Cache-Control": PRIVATE}, b"names" * 1_000_000)) as site:
        before = sorted((tmp_path / "cache").rglob("*"))
        assert len(site.ask("/en/desk/actions/picket/photos/", "POST", b"x" * 3_000_000)[2]) == 5_000_000
        assert sorted((tmp_path / "cache").rglob("*")) == before
        assert {path.name for path in (tmp_path / "passing").iterdir()} == {"body", "proxy"}


@pytest.mark.parametrize(
    ("path", "method", "good"),
    [
        ("/en/prisoners/export.csv", "GET", 20),
        ("/en/prisoners/x/placard.pdf", "GET", 20),
        ("/en/actions/x/share.png", "GET", 20),
        ("/staff/login/", "POST", 10),
        ("/en/desk/log-in/", "POST", 10),
        ("/en/alerts/", "POST", 30),
        ("/api/v1/prisoners/", "GET", 200),
    ],
)
def test_a_flood_is_slowed_where_the_address_is_known(tmp_path: Path, path: str, method: str, good: int) -> None:
    with proxy(tmp_path, lambda path: (200, {"Cache-Control": PRIVATE}, b"")) as site:
        answers = [site.ask(f"{path}?x={number}", method) for number in range(good * 2)]
        slowed = [answer for answer in answers if answer[0] == 429]
        assert answers[good][0] == 200
        assert len(slowed) > good / 4
        assert slowed[0][1]["Retry-After"] == "60"
        assert site.ask("/en/prisoners/")[0] == 200


@pytest.mark.parametrize("path", ["/unsubscribe/token/", "/webhooks/mail/postmark/"])
def test_providers_of_mail_may_say_much_from_one_address(tmp_path: Path, path: str) -> None:
    with proxy(tmp_path, lambda path: (200, {"Cache-Control": PRIVATE}, b"")) as site:
        assert {site.ask(path, "POST")[0] for _number in range(100)} == {200}


def test_no_address_of_a_visitor_is_written_or_sent_on(tmp_path: Path) -> None:
    with proxy(tmp_path, lambda path: public(b"")) as site:
        for _number in range(40):
            site.ask("/en/", "POST", X_Forwarded_For="203.0.113.9", X_Real_IP="203.0.113.9")
        site.ask("/en/alerts/", "POST", b"x" * 2_100_000)
        site.stop_application()
        site.ask("/en/down/")
        assert site.written().count("\n") > 40
        assert "127.0.0.1" not in site.written() and "203.0.113.9" not in site.written()
        assert not [name for _, headers in site.seen for name in headers if name in ("X-Forwarded-For", "X-Real-IP")]
        assert {headers["X-Forwarded-Proto"] for _, headers in site.seen} == {"https"}
