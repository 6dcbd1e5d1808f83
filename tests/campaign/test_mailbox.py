"""The mailbox of the embedded default, and its absence elsewhere."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from django.test import Client


@pytest.fixture
def box(tmp_path: Path, settings: object) -> Path:
    """An embedded copy with an empty mailbox."""
    settings.EMBEDDED = True  # type: ignore[attr-defined]
    settings.DATA_DIR = tmp_path  # type: ignore[attr-defined]
    (tmp_path / "mailbox").mkdir()
    return tmp_path / "mailbox"


def put(box: Path, name: str, subject: str, text: str, html: str = "") -> None:
    """A mail as the server keeps it."""
    mail = EmailMessage()
    mail["Subject"], mail["To"], mail["Date"] = subject, "reader@example.org", "Mon, 23 Nov 2026 10:00:00 +0000"
    mail["List-Unsubscribe"] = "<http://127.0.0.1:8000/unsubscribe/token/>"
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    (box / f"{name}.eml").write_bytes(mail.as_bytes())


def test_an_empty_mailbox_says_so(client: Client, box: Path) -> None:
    assert "Nothing yet." in client.get("/mailbox/").content.decode()


def test_mails_are_listed_latest_first(client: Client, box: Path) -> None:
    for number, subject in enumerate(["First", "Second", "Third"]):
        put(box, f"20260101T00000{number}-1", subject, "text")
    page = client.get("/mailbox/").content.decode()
    assert page.index("Third") < page.index("Second") < page.index("First")


def test_a_mail_shows_headers_text_and_links_to_follow(client: Client, box: Path) -> None:
    put(box, "20260101T000000-1", "Сот", "Confirm: http://127.0.0.1:8000/l/abc/", "<b>Confirm</b>")
    response = client.get("/mailbox/20260101T000000-1/")
    page = response.content.decode()
    assert 'href="http://127.0.0.1:8000/l/abc/"' in page
    assert "List-Unsubscribe" in page
    assert "&lt;b&gt;Confirm&lt;/b&gt;" in page
    assert "no-store" in response["Cache-Control"]


def test_a_mail_cannot_run_anything_in_the_reader_s_browser(client: Client, box: Path) -> None:
    put(box, "20260101T000000-1", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<script>2</script>")
    page = client.get("/mailbox/20260101T000000-1/").content.decode()
    assert "<script>alert" not in page
    assert "<script>2" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("name", ["nothing", "20260101T000000-9", "x20260101"])
def test_a_mail_that_is_not_there_is_not_found(client: Client, box: Path, name: str) -> None:
    assert client.get(f"/mailbox/{name}/").status_code == 404


def test_a_deployment_has_no_mailbox(client: Client, box: Path, settings: object) -> None:
    put(box, "20260101T000000-1", "Secret", "text")
    settings.EMBEDDED = False  # type: ignore[attr-defined]
    assert client.get("/mailbox/").status_code == 404
    assert client.get("/mailbox/20260101T000000-1/").status_code == 404
