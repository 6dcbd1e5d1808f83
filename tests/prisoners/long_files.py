"""Files that are long for the desk, and what is done with them there."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from openpyxl import Workbook

from prisoners.import_errands import run_next

ADD = "/staff/prisoners/batch/add/"
#: What a long file goes beyond, each made this small by `few_are_long`: it takes several goes, and not all is shown.
SMALL = 40
MADE_SMALL = (
    "prisoners.importing.glance.SHORT_ROWS",
    "prisoners.import_page.MOST_SHOWN",
    "prisoners.import_page.MOST_ASKED",
    "prisoners.services.import_writing.AT_ONCE",
    "prisoners.services.import_taking_back.AT_ONCE",
)
ROWS = SMALL + 20


def people(count: int = ROWS, sentence: str = "7 years") -> str:
    """A list of so many people of whom no two names are alike."""
    letters = "bcdfghklmnprstvz"

    def name(number: int) -> str:
        first, second, third = number % 16, number // 16 % 16, number // 256 % 16
        return f"{letters[first]}a{letters[second]}o{letters[third]}u".title()

    rows = "".join(f"{name(number)} {name(number * 7 + 5)[::-1].title()};KZ;{sentence}\n" for number in range(count))
    return f"Name;Country;Sentence\n{rows}"


def workbook(rows: int) -> bytes:
    """The names of so many, as a spreadsheet program keeps them."""
    book, data = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("People")
    sheet.append(["Name", "Country"])
    for line in people(rows).splitlines()[1:]:
        sheet.append(line.split(";")[:2])
    book.save(data)
    return data.getvalue()


def hand_over(client: Client, text: str | bytes, name: str = "list.csv") -> str:
    """The address of the page of a file that waits."""
    data = text if isinstance(text, bytes) else text.encode()
    address = client.post(ADD, {"file": SimpleUploadedFile(name, data)})["Location"]
    assert isinstance(address, str)
    return address


def page_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def confirm(client: Client, address: str, **sent: str) -> Any:
    fingerprint = re.search(r'name="fingerprint" value="(\w+)"', page_of(client, address))
    assert fingerprint
    return client.post(address, {"do": "import", "fingerprint": fingerprint[1], "likely": "new", **sent})


def looked_at(client: Client, text: str, **sent: str) -> str:
    """A page with what the file would do, as a worker found it, where likely the same people are others."""
    address = hand_over(client, text)
    run_next()
    client.post(address, {"do": "look", "likely": "new", **sent})
    run_next()
    return address


@contextmanager
def beside() -> Iterator[Any]:
    """Another session of the database, as another process has one."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            yield cursor
    finally:
        other.close()
