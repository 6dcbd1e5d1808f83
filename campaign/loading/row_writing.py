"""Writes the rows that a campaign file has as the record has them: what a row does not say is left as it is."""

from typing import Any

from campaign.campaign_kinds import columns_of
from campaign.record_tables import BY_MODEL, KEY, OWN, SLUG, Table
from campaign.record_values import Line
from campaign.record_writing import RecordWriter


class RowWriter(RecordWriter):
    """A line says what it says of its row, names rows that may be here already, and unties nothing."""

    takes_away = False

    def columns_of(self, table: Table) -> list[Any]:
        """With what only staff sees."""
        return columns_of(table)

    def is_said(self, line: Line, name: str, row: Any) -> bool:
        """A field that the line does not name is left as it is."""
        return name in line

    def find(self, one: Any, key: str) -> Any:
        """A row of the record by its key."""
        table = BY_MODEL[one.related_model]
        if table.named_by not in (SLUG, KEY, OWN):
            return None
        return table.model._base_manager.filter(**{table.named_by: key}).first()
