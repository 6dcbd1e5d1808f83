"""In which encoding a text was saved: found out by its letters, or said by whoever hands it over."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from prisoners.importing.encodings import ENCODINGS, decode, encoding_of
from prisoners.importing.refusals import EncodingNotKnown, FileRefused
from tests.prisoners import long_files
from tests.prisoners.test_import_desk import looked_at

RUSSIAN = "ФИО;Дата;Срок\nИванов Иван Петрович;01.02.1980;5 лет\nЯшин Илья;03.04.1990;7 лет\n"
UKRAINIAN = "ПІБ;Дата\nЄвген Їжак;01.02.1980\nІван Ґалан;03.04.1990\n"
BELARUSIAN = "Імя;Дата\nАлесь Бяляцкі;01.02.1980\nСяргей Ціханоўскі;03.04.1990\n"
TURKISH = "Ad;Ceza\nAyşe Yıldız;5 yıl\nİlker Başbuğ;7 yıl\n"
HEBREW = "שם;מדינה\nמרדכי ואנונו;ישראל\nשרה כהן;ישראל\n"
FRENCH = "Nom;Né le\nHélène Lefèvre;1980\nFrançois Châtelet;1990\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "iso8859_5", "ISO 8859-5"),
        (RUSSIAN.upper(), "iso8859_5", "ISO 8859-5"),
        (BELARUSIAN, "iso8859_5", "ISO 8859-5"),
        (RUSSIAN, "mac_cyrillic", "Mac OS Cyrillic"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (UKRAINIAN, "cp1251", "Windows-1251"),
        (UKRAINIAN, "koi8_u", "KOI8-U"),
        (RUSSIAN, "koi8_u", "KOI8-R"),
        (RUSSIAN.upper(), "koi8_r", "KOI8-R"),
        (TURKISH, "cp1254", "Windows-1254"),
        (HEBREW, "cp1255", "Windows-1255"),
        (FRENCH, "cp1252", "Windows-1252"),
        (FRENCH, "mac_roman", "Mac OS Roman"),
    ],
)
def test_encoding_is_told_by_the_letters(text: str, encoding: str, name: str) -> None:
    assert decode(text.encode(encoding)) == (text, name)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_read_in_the_encoding_that_is_said(encoding: str) -> None:
    said = "Name;Country\nJan Novak;KZ\n"
    assert decode(said.encode(encoding), encoding) == (said, ENCODINGS[encoding])


@pytest.mark.parametrize(
    ("said", "meant"),
    [("KOI8-R", "koi8-r"), ("ISO-8859-5", "iso8859-5"), ("latin5", "iso8859-9"), ("utf8", "utf-8"), (" ", "")],
)
def test_encoding_is_known_by_its_usual_names(said: str, meant: str) -> None:
    assert encoding_of(said) == meant


@pytest.mark.parametrize("said", ["rot13", "idna", "unicode_escape", "KOI9", "a\0b"])
def test_what_is_no_encoding_of_a_list_is_refused(said: str) -> None:
    with pytest.raises(FileRefused, match="is no encoding that is read"):
        encoding_of(said)


def test_text_that_is_not_in_the_encoding_said_is_refused() -> None:
    with pytest.raises(EncodingNotKnown, match="no text in UTF-8: byte 0"):
        decode("ФИО".encode("cp1251"), "utf-8")


KAZAKH = "Name;Country\nМұхтар Жәкішев;KZ\nӘсия Төлесова;KZ\n"


@pytest.mark.django_db
def test_command_reads_a_list_in_the_encoding_that_is_said(tmp_path: Path) -> None:
    path, out = tmp_path / "list.csv", io.StringIO()
    path.write_bytes(KAZAKH.encode("kz1048"))
    call_command("import_prisoners", str(path), "--json", "--encoding", "KZ1048", stdout=out)
    assert [one["name"] for one in json.loads(out.getvalue())["new_rows"]] == ["Мұхтар Жәкішев", "Әсия Төлесова"]
    with pytest.raises(CommandError, match="no encoding that is read"):
        call_command("import_prisoners", str(path), "--encoding", "rot13")


@pytest.mark.django_db
def test_colleague_chooses_another_encoding_and_looks_again(alice: Client) -> None:
    address, page = looked_at(alice, KAZAKH.encode("kz1048"))
    assert "Read as Windows-1251" in page
    assert "Жәкішев" not in page
    page = alice.post(address, {"do": "look", "encoding": "kz1048"}).content.decode()
    assert "Мұхтар Жәкішев" in page
    assert '<option value="kz1048" selected>' in page


@pytest.mark.django_db
def test_file_in_no_known_encoding_is_kept_until_somebody_says_which(alice: Client) -> None:
    address, page = looked_at(alice, "姓名;國\n劉曉波;KZ\n".encode("big5"))
    assert "The encoding is not known" in page
    page = alice.post(address, {"do": "look", "encoding": "utf-8"}).content.decode()
    assert "no text in UTF-8" in page
    page = alice.post(address, {"do": "look", "encoding": "big5", "map:姓名": "name"}).content.decode()
    assert "Read as Big5" in page


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("few_are_long")
def test_long_file_that_does_not_fit_what_was_said_can_be_read_otherwise(alice: Client) -> None:
    address = long_files.hand_over(alice, long_files.people().replace("\n", "\nЮрий Цоя;KZ;5 years\n", 1))
    long_files.run_next()
    alice.post(address, {"do": "look", "encoding": "cp1254"})
    long_files.run_next()
    alice.post(address, {"do": "look", "encoding": "utf-8"})
    long_files.run_next()
    assert "Юрий Цоя" in long_files.page_of(alice, address)
