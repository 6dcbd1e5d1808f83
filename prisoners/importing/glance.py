"""Whether a file is a long one, told without reading it: by counting what stands at the begin of each row."""

import io
import zipfile
from pathlib import PurePath

from prisoners.importing.sheets import CANNOT_UNPACK, MOST_UNPACKED

#: Files of so many rows are read while somebody waits for the page; a worker reads longer ones.
SHORT_ROWS = 500
BLOCK = 1_000_000


def is_long(name: str, data: bytes) -> bool:
    """Whether a file has, as it looks, more than SHORT_ROWS rows. What cannot be told is for whoever reads it."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".xlsx":
        return _has_long_sheet(data)
    return data.count(b"{" if suffix == ".json" else b"\n") > SHORT_ROWS


def is_slow_to_open(name: str) -> bool:
    """Whether a long file of this kind takes many seconds to open, before anything in it is understood."""
    return PurePath(name).suffix.lower() == ".xlsx"


def _has_long_sheet(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found, parts = 0, package.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                # Refused as soon as it is opened, which unpacks nothing.
                return False
            for part in parts:
                if "worksheets/" in part.filename and found <= SHORT_ROWS:
                    found += _rows(package, part, SHORT_ROWS - found)
            return found > SHORT_ROWS
    except CANNOT_UNPACK:
        return False


def _rows(package: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """How many rows a sheet has; counting ends where there are more than `most`."""
    found, tail = 0, b""
    with package.open(part) as stream:
        while found <= most and (block := stream.read(BLOCK)):
            seen = tail + block
            found += seen.count(b"<row ") + seen.count(b"<row>")
            tail = seen[-4:]
    return found
