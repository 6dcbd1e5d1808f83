"""Whoever was arrested again, or whose sentence was ended, stands otherwise now: the clock derives everybody anew."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0017_lists_are_asked_in_many_ways")]

    operations = [
        migrations.RunSQL(
            "INSERT INTO prisoners_spandue (prisoner_pk) SELECT id FROM prisoners_prisoner",
            migrations.RunSQL.noop,
        ),
    ]
