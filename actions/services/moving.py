"""What was for the followers of a record that was merged is for those of the one that was kept, on this floor too."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model

from actions.models import Dispatch, Hook

#: What names a topic: for whom a dispatch is, what a machine is told about.
NAMED: tuple[tuple[type[Model], str], ...] = ((Dispatch, "audience"), (Hook, "topic"))


def follow_kept(old: Sequence[str]) -> None:
    """Name the kept record where one of these topics (`prisoner:7`), all of records that were merged, is named."""
    with connection.cursor() as cursor:
        for model, column in NAMED:
            # Names of ours alone.
            statement = f"""
                UPDATE {model._meta.db_table} SET {column} = 'prisoner:' || merged.prisoner_id
                FROM prisoners_formerslug AS merged
                WHERE {column} = ANY(%(old)s) AND {column} = 'prisoner:' || merged.merged_pk
            """  # noqa: S608
            cursor.execute(statement, {"old": list(old)})
