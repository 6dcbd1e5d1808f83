"""Setting a sheet: the data of one page become a PDF (typst, with the fonts in its wheel and those of FONT_DIR)."""

import io
import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings
from django.utils.translation import get_language, get_language_bidi, gettext

FOLDER = Path(__file__).parent
#: Paper by the name in the address.
PAPERS = {"a3": "a3", "a4": "a4", "a5": "a5", "letter": "us-letter"}


#: How typst begins what it refuses for PDF/UA-1 where no font has a letter.
NO_LETTER = "could not be displayed with font"
#: Sets some words in the fonts of a sheet, and nothing else.
_TRIAL = (
    b"#let d = json(bytes(sys.inputs.data))\n#set document(title: [trial])\n"
    b'#set text(font: "Libertinus Serif", lang: "en")\n#d.words'
)


def pdf(sheet: str, path: str, data: Mapping[str, Any]) -> bytes:
    """One sheet as a tagged PDF (PDF/UA-1, ISO 14289-1) in the active language.

    `sheet` names a `.typ` file, `path` is the page that the code on it leads to. `data` reaches the sheet as JSON, and
    its words are set as they are: nothing in them is read as markup. Where no font has a letter of theirs, a box stands
    for it, the sheet says so, and the file is tagged without promising PDF/UA-1, which allows no such box.
    """
    whole = _whole(path, data)
    try:
        return _made(_source(sheet), whole, is_promised=True)
    except typst.TypstError as error:
        if NO_LETTER not in error.message:
            raise
    boxes = gettext("Where a box is printed, a letter is missing from our fonts: on the screen it can be read.")
    return _made(_source(sheet), {**whole, "missing": boxes}, is_promised=False)


def can_set(words: str) -> bool:
    """Whether there is a font with every letter of what is public; asked once of the same words."""
    return _can_set(words, settings.FONT_DIR)


def png(sheet: str, path: str, data: Mapping[str, Any]) -> bytes:
    """The same as a picture of its first page, two dots to a point."""
    inputs = {"data": json.dumps(_whole(path, data))}
    made = typst.compile(_source(sheet), sys_inputs=inputs, format="png", ppi=144, font_paths=fonts(settings.FONT_DIR))
    return made[0] if isinstance(made, list) else made


@cache
def fonts(folder: str) -> typst.Fonts:
    """The fonts of typst itself, and those in a folder where one is named; looked for once a process."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])


def _made(source: bytes, data: Mapping[str, Any], *, is_promised: bool) -> bytes:
    """The PDF, with the promise that it keeps to PDF/UA-1 or without."""
    return typst.compile(
        source,
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"] if is_promised else [],
        font_paths=fonts(settings.FONT_DIR),
    )


@lru_cache(maxsize=1024)
def _can_set(words: str, folder: str) -> bool:
    try:
        _made(_TRIAL, {"words": words}, is_promised=True)
    except typst.TypstError as error:
        if NO_LETTER in error.message:
            return False
        raise
    return True


def _whole(path: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """What every sheet needs, and its own."""
    address = f"{settings.SITE_ORIGIN}{path}"
    return {
        "language": get_language() or "en",
        "direction": "rtl" if get_language_bidi() else "ltr",
        "paper": PAPERS["a4"],
        "address": address,
        "code": _code(address),
        "missing": "",
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
