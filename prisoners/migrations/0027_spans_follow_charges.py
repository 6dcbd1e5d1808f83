"""Who is at liberty while under prosecution follows from charges: a changed one marks whose spans are to be derived."""

from django.db import migrations

# Lines of the history of a charge touch the charge itself, by a trigger of their own.
FUNCTION = """
CREATE FUNCTION prisoners_charge_spans_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO prisoners_spandue (prisoner_pk) SELECT DISTINCT prisoner_id FROM changed;
    RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER spans_due_{name} AFTER {event} ON prisoners_charge REFERENCING {rows} TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION prisoners_charge_spans_due()
"""
# A charge that moved to another person concerns both, so an update is looked at before and after.
MOMENTS = {
    "inserted": ("INSERT", "NEW"),
    "deleted": ("DELETE", "OLD"),
    "was": ("UPDATE", "OLD"),
    "is": ("UPDATE", "NEW"),
}
MARK_EVERYBODY = "INSERT INTO prisoners_spandue (prisoner_pk) SELECT id FROM prisoners_prisoner"


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0026_related_events_and_how_people_are_kept")]

    operations = [
        migrations.RunSQL(
            [FUNCTION, *(TRIGGER.format(name=name, event=event, rows=rows) for name, (event, rows) in MOMENTS.items())],
            "DROP FUNCTION prisoners_charge_spans_due() CASCADE",
        ),
        migrations.RunSQL(MARK_EVERYBODY, migrations.RunSQL.noop),
    ]
