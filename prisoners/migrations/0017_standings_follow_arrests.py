"""Whoever was arrested again, or whose sentence was ended, stands otherwise now: the clock derives everybody anew."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0016_what_the_clock_looks_for_is_indexed")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO prisoners_spandue (prisoner_pk) SELECT id FROM prisoners_prisoner",
            migrations.RunSQL.noop,
        ),
    ]
