"""One clock: while a test has travelled, the database says the time of the traveller too.

The database's own clock decides what mail is due and what comes too late. A test of a fixed day would pass until that
day is over, and one that goes to six in the morning only when it is later than that.
"""

from datetime import UTC, datetime
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from time_machine import escape_hatch

#: The words by which statements of ours ask for the time.
ASKED = "clock_timestamp()"


def tell_travellers() -> None:
    """Have each connection that is opened from here on, in whichever thread, say the time of the traveller."""
    connection_created.connect(_listen, dispatch_uid="clocks")


def _listen(connection: BaseDatabaseWrapper, **_rest: Any) -> None:
    if _as_travelled not in connection.execute_wrappers:
        # The first: whoever has put another one there meanwhile will take the last one away.
        connection.execute_wrappers.insert(0, _as_travelled)


def _as_travelled(execute: Any, statement: Any, values: Any, many: bool, context: dict[str, Any]) -> Any:
    if escape_hatch.is_travelling() and ASKED in statement:
        statement = statement.replace(ASKED, f"'{datetime.now(UTC).isoformat()}'::timestamptz")
    return execute(statement, values, many, context)
