"""Setting a sheet: the data of one page become a PDF (typst, with the fonts that lie in its wheel)."""

import io
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings
from django.utils.translation import get_language, get_language_bidi

FOLDER = Path(__file__).parent
#: Paper by the name in the address.
PAPERS = {"a3": "a3", "a4": "a4", "a5": "a5", "letter": "us-letter"}


def pdf(sheet: str, path: str, data: Mapping[str, Any]) -> bytes:
    """One sheet as a tagged PDF (PDF/UA-1, ISO 14289-1) in the active language.

    `sheet` names a `.typ` file, `path` is the page that the code on it leads to. `data` reaches the sheet as JSON, and
    its words are set as they are: nothing in them is read as markup.
    """
    inputs = {"data": json.dumps(_whole(path, data))}
    return typst.compile(_source(sheet), sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True)


def png(sheet: str, path: str, data: Mapping[str, Any]) -> bytes:
    """The same as a picture of its first page, two dots to a point."""
    inputs = {"data": json.dumps(_whole(path, data))}
    made = typst.compile(_source(sheet), sys_inputs=inputs, format="png", ppi=144, ignore_system_fonts=True)
    return made[0] if isinstance(made, list) else made


def _whole(path: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """What every sheet needs, and its own."""
    address = f"{settings.SITE_ORIGIN}{path}"
    return {
        "language": get_language() or "en",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "paper": PAPERS["a4"],
        "address": address,
        "code": _code(address),
        **data,
    }


@cache
def _source(sheet: str) -> bytes:
    return (FOLDER / "base.typ").read_bytes() + (FOLDER / f"{sheet}.typ").read_bytes()


def _code(address: str) -> str:
    """A QR code (ISO/IEC 18004) as SVG that a quarter of dirt or rain does not spoil, with its quiet zone."""
    out = io.BytesIO()
    segno.make_qr(address, error="q").save(out, kind="svg", border=4, xmldecl=False)
    return out.getvalue().decode()
