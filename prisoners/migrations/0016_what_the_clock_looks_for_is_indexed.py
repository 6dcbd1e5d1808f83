"""Indexes by which a round of the clock finds that nothing is near, however long the record is."""

from django.db import migrations, models

from prisoners.at_once import at_once


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0015_cases_follow_cases")]

    operations = [
        migrations.AddIndex(
            "hearing",
            models.Index(fields=("starts_at",), name="hearing_revised", condition=models.Q(("revision__gt", 0))),
        ),
        migrations.AddIndex(
            "hearing",
            models.Index(
                fields=("published_at",), name="hearing_scheduled", condition=models.Q(("status", "scheduled"))
            ),
        ),
        migrations.AddIndex("event", models.Index(fields=("kind", "happened_latest"), name="event_by_kind_and_day")),
        migrations.AddIndex("sanction", models.Index(fields=("imposed_latest",), name="sanction_by_day")),
        migrations.AddIndex("detention", models.Index(fields=("ended_latest",), name="detention_by_end")),
    ]
    operations = at_once(operations)
