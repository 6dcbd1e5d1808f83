"""Finds cells of a workbook that are merged over several rows, of which the library for reading says nothing."""

import io
import re
import zipfile

#: How a sheet names them, behind its rows (ECMA-376, 18.3.1.55), and how many bytes of it are looked at in one go.
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
BLOCK, LONGEST = 1_000_000, 80


def merged_down(data: bytes, path: str) -> list[tuple[int, str]]:
    """The cells of one sheet that are merged over several rows: the first row, and what the program calls them."""
    found: dict[str, int] = {}
    tail = b""
    with zipfile.ZipFile(io.BytesIO(data)) as package, package.open(path.lstrip("/")) as stream:
        while block := stream.read(BLOCK):
            seen = tail + block
            for match in MERGED.finditer(seen):
                first, last = int(match[2]), int(match[4])
                if first < last:
                    found[f"{match[1].decode()}{first}:{match[3].decode()}{last}"] = first
            tail = seen[-LONGEST:]
    return [(row, name) for name, row in found.items()]
