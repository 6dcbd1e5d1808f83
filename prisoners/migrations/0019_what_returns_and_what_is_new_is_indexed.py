"""Indexes by which are found what returns on a day of the year, what is new, and what comes next in court."""

from django.db import migrations, models
from django.db.models.functions import ExtractDay, ExtractMonth

from prisoners.at_once import at_once

PUBLISHED = models.Q(state="published")
DAYS = {"detention": "started_earliest", "event": "happened_earliest", "sanction": "imposed_earliest"}
NEWS = ("detention", "event", "hearing", "sanction")


class Migration(migrations.Migration):
    dependencies = [("prisoners", "0018_standings_follow_arrests")]

    operations = [
        *(
            migrations.AddIndex(
                model,
                models.Index(
                    ExtractMonth(field), ExtractDay(field), condition=PUBLISHED, name=f"{model}_by_day_of_year"
                ),
            )
            for model, field in DAYS.items()
        ),
        *(
            migrations.AddIndex(
                model, models.Index(fields=("-updated_at", "-id"), condition=PUBLISHED, name=f"{model}_by_change")
            )
            for model in NEWS
        ),
        migrations.AddIndex(
            "hearing",
            models.Index(
                fields=("held_latest", "held_earliest", "local_time", "id"),
                condition=PUBLISHED,
                name="hearing_next_first",
            ),
        ),
    ]
    operations = at_once(operations)
