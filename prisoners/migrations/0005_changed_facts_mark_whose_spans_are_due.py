"""Triggers that mark whose spans are to be derived again, once a statement, whatever path wrote the fact."""

from django.db import migrations
from django.db.migrations.operations.base import Operation

# Whom a changed row concerns, as a query of the rows that the statement changed.
CONCERNED = {
    "prisoners_prisoner": "SELECT id FROM changed",
    "prisoners_sanction": "SELECT prisoner_id FROM changed",
    "prisoners_detention": "SELECT prisoner_id FROM changed",
    "prisoners_statusreport": "SELECT prisoner_id FROM changed",
    "prisoners_defendant": "SELECT prisoner_id FROM changed",
    "prisoners_event_prisoners": "SELECT prisoner_id FROM changed",
    "prisoners_event": "SELECT l.prisoner_id FROM changed JOIN prisoners_event_prisoners l ON l.event_id = changed.id",
    "prisoners_case": "SELECT d.prisoner_id FROM changed JOIN prisoners_defendant d ON d.case_id = changed.id",
    "prisoners_hearing": "SELECT d.prisoner_id FROM changed JOIN prisoners_defendant d ON d.case_id = changed.case_id",
}
# A row that moved to another person concerns both, so an update is looked at before and after.
MOMENTS = {
    "inserted": ("INSERT", "NEW"),
    "deleted": ("DELETE", "OLD"),
    "was": ("UPDATE", "OLD"),
    "is": ("UPDATE", "NEW"),
}

FUNCTION = """
CREATE FUNCTION {table}_spans_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO prisoners_spandue (prisoner_pk) SELECT DISTINCT one FROM ({concerned}) AS found (one);
    RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER spans_due_{name} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION {table}_spans_due()
"""
MARK_EVERYBODY = "INSERT INTO prisoners_spandue (prisoner_pk) SELECT id FROM prisoners_prisoner"


def _operations() -> list[Operation]:
    found: list[Operation] = []
    for table, concerned in CONCERNED.items():
        forth = [FUNCTION.format(table=table, concerned=concerned)]
        forth += [
            TRIGGER.format(name=name, event=event, table=table, rows=rows) for name, (event, rows) in MOMENTS.items()
        ]
        found.append(migrations.RunSQL(forth, f"DROP FUNCTION {table}_spans_due() CASCADE"))
    return [*found, migrations.RunSQL(MARK_EVERYBODY, migrations.RunSQL.noop)]


class Migration(migrations.Migration):
    dependencies = [
        ("prisoners", "0004_where_everybody_stands_on_which_days"),
    ]

    operations = _operations()
