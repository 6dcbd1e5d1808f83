"""The whole public record as plain files (JSON lines by natural key): nothing unpublished, nobody's data."""

import json
from pathlib import Path

from campaign.record_lines import RecordLines
from campaign.record_tables import TABLES
from campaign.record_values import FORMAT, MANIFEST


def export_record(folder: Path) -> dict[str, int]:
    """Write the public record into a folder, one file a kind of row, sorted by key; how many rows each has.

    What is cut off, as by a full disk, is not taken for a whole record: the file that says so is written last.
    """
    lines = RecordLines().lines()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    counts = {}
    for table in TABLES:
        rows = sorted(lines[table.model], key=lambda line: str(line["_"]))
        text = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
        (folder / table.file).write_text(text, encoding="utf-8")
        counts[table.file] = len(rows)
    (folder / MANIFEST).write_text(json.dumps(FORMAT) + "\n", encoding="utf-8")
    return counts
