"""What the database is asked: counted in one place, so that no count depends on what ran before in the process.

The first time more is asked than ever after: the kinds of rows, the words of closed lists, the spans of facts that were
just written, the lists of a filter. Whether another test has asked before must make no difference.
"""

from collections.abc import Callable
from typing import Any, ParamSpec

from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

Given = ParamSpec("Given")


def queries_of(ask: Callable[Given, Any], *given: Given.args, **named: Given.kwargs) -> list[str]:
    """The statements that a reading runs when it has been asked once before."""
    answer = ask(*given, **named)
    # A page that refuses costs the same for one row as for three.
    assert getattr(answer, "status_code", 200) == 200, answer
    return first_queries_of(ask, *given, **named)


def first_queries_of(do: Callable[Given, Any], *given: Given.args, **named: Given.kwargs) -> list[str]:
    """The statements that are run at once: for what writes, and for what is done once only."""
    with CaptureQueriesContext(connection) as asked:
        answer = do(*given, **named)
        if isinstance(answer, QuerySet):
            # It asks when it is read.
            len(answer)
    return [one["sql"] for one in asked]
